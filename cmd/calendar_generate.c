/*
 * `pmo calendar generate us_federal 2026..2028 --into fairmont`: holidays by rule, shown as dates
 * and kept as dates, because orders of each year decide. The rules are files, in the workspace's
 * own folder `holidays` or as they are shipped.
 */
#include "register.h"
#include "view.h"

#include "cli/program.h"

#include <pmo/holidays.h>
#include <pmo/text.h>

#include <string.h>
#include <unistd.h>

struct generate_options {
	const char *into;
};

static const struct option options[] = {
	{ .name = "into",
	  CLI_TEXT(struct generate_options, into),
	  .arg = "CALENDAR",
	  .help = "keep the dates in that calendar" },
	{ 0 },
};

struct generating {
	struct cli *cli;
	const char *name;
	int years[2];
	struct pmo_source source;
	struct pmo_holiday_file file;
	struct pmo_calendar made;
	const struct pmo_record *calendar; /* that they go into, or NULL */
};

/* The folder of rules that are shipped: beside the program, as it is built or installed. */
static const char *find_shipped(struct cli *cli)
{
	static const char *const near[] = { "../share/pmo/holidays", "share/holidays",
					    "../share/holidays" };
	char program[PATH_MAX];
	bool is_known = program_find_folder(program);
	for (size_t i = 0; is_known && i < sizeof(near) / sizeof(near[0]); i++) {
		char *path = pmo_arena_format(&cli->arena, "%s/%s", program, near[i]);
		if (path && access(path, R_OK) == 0)
			return path;
	}
	return PMO_DATADIR "/holidays";
}

static void add_names(struct cli *cli, const char *folder, struct pmo_buffer *out)
{
	static const char *const known[] = { "us_federal", "oklahoma", "north_carolina", "texas" };
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		char *path = pmo_arena_format(&cli->arena, "%s/%s.yaml", folder, known[i]);
		if (path && access(path, R_OK) == 0)
			pmo_buffer_add_format(out, "%s%s", out->length ? ", " : "", known[i]);
	}
}

static enum pmo_result find_rules(struct generating *generating)
{
	struct cli *cli = generating->cli;
	const char *folders[] = { pmo_arena_format(&cli->arena, "%s/holidays",
						   pmo_workspace_root(cli->workspace)),
				  find_shipped(cli) };
	bool is_name = *generating->name && !strpbrk(generating->name, "/\\") &&
		       generating->name[0] != '.';
	for (size_t i = 0; is_name && i < 2; i++) {
		char *bytes,
			*path = pmo_arena_format(&cli->arena, "%s/%s.yaml",
						 folders[i] ? folders[i] : "", generating->name);
		if (!path || access(path, F_OK) != 0)
			continue;
		enum pmo_result result =
			cli_read_file(cli, path, &bytes, &generating->source.length);
		generating->source.path = path;
		generating->source.bytes = bytes;
		return result;
	}
	struct pmo_buffer names;
	pmo_buffer_init(&names, 1 << 12);
	add_names(cli, folders[1], &names);
	enum pmo_result result = cli_usage(
		"no rules are called '%s'; there are %s, and your own in holidays/NAME.yaml",
		generating->name, names.length ? names.data : "none");
	pmo_buffer_release(&names);
	return result;
}

/* `2026`, `2026..2028`, `2026-2028`. */
static bool read_years(const char *text, int years[2])
{
	for (int i = 0; i < 2; i++) {
		size_t digits = strspn(text, "0123456789");
		if (digits != 4)
			return false;
		years[i] = 0;
		for (size_t d = 0; d < 4; d++)
			years[i] = years[i] * 10 + (text[d] - '0');
		text += digits;
		if (i == 0 && !*text) {
			years[1] = years[0];
			break;
		}
		text += strncmp(text, "..", 2) == 0 ? 2 : *text == '-';
	}
	return !*text && years[0] >= 1900 && years[1] >= years[0] && years[1] - years[0] <= 50;
}

/* What the calendar calls the day already, or NULL. */
static const char *name_there(const struct generating *generating, int32_t date)
{
	if (!generating->calendar)
		return NULL;
	struct pmo_value list = pmo_record_get_name(generating->calendar, "holidays");
	for (uint32_t i = 0; list.presence == PMO_PRESENT && list.is_list && i < list.count; i++) {
		const struct pmo_value *item = &list.as.items[i];
		if (item->presence == PMO_PRESENT && item->as.items[0].presence == PMO_PRESENT &&
		    item->as.items[0].as.integer == date)
			return item->as.items[1].presence == PMO_PRESENT ? item->as.items[1].as.text
									 : "";
	}
	return NULL;
}

static void show(const struct generating *generating, size_t *fresh)
{
	struct cli *cli = generating->cli;
	const struct pmo_holiday_file *file = &generating->file;
	struct pmo_buffer *out = &cli->out;
	pmo_buffer_add_format(out, "%s, %d to %d\n", generating->name, generating->years[0],
			      generating->years[1]);
	if (file->source) {
		pmo_buffer_add_text(out, "Source: ");
		pmo_text_add_visible(out, file->source, strlen(file->source));
		if (file->as_of)
			pmo_buffer_add_format(out, ", as of %s", file->as_of);
		pmo_buffer_add_char(out, '\n');
	}
	pmo_buffer_add_char(out, '\n');
	for (size_t i = 0; i < generating->made.holiday_count; i++) {
		const struct pmo_holiday *holiday = &generating->made.holidays[i];
		const char *there = name_there(generating, holiday->date);
		const char *name = there && *there ? there : holiday->name ? holiday->name : "";
		char date[PMO_DATE_SIZE];
		pmo_date_format(holiday->date, date);
		pmo_buffer_add_format(out, "%s  %s  ", date,
				      pmo_date_weekday_name(pmo_date_weekday(holiday->date)));
		pmo_text_add_visible(out, name, strlen(name));
		if (there)
			pmo_buffer_add_text(out, "   (there already)");
		pmo_buffer_add_char(out, '\n');
		*fresh += !there;
	}
}

static enum pmo_result set_word(struct pmo_draft *draft, const char *field, const char *text)
{
	const struct pmo_record *record = pmo_draft_record(draft);
	int index = pmo_schema_field(record->schema, field);
	if (index < 0 || pmo_record_get(record, index).presence != PMO_ABSENT)
		return PMO_OK;
	return pmo_draft_set(draft, index, text);
}

static enum pmo_result keep(struct generating *generating, struct pmo_update *update, size_t fresh)
{
	struct cli *cli = generating->cli;
	struct pmo_draft *draft;
	enum pmo_result result = pmo_update_edit(update, generating->calendar, &draft);
	for (size_t i = 0; result == PMO_OK && i < generating->made.holiday_count; i++) {
		result = pmo_holidays_add(draft, &generating->made.holidays[i]);
		result = result == PMO_EXISTS ? PMO_OK : result;
	}
	if (result == PMO_OK)
		result = set_word(draft, "rule_set", generating->name);
	if (result == PMO_OK)
		result = set_word(draft, "observe", generating->file.observe);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	if (result != PMO_OK)
		return result;
	pmo_buffer_add_format(&cli->out, "\n%zu added to %s%s\n", fresh,
			      pmo_draft_record(draft)->id,
			      cli->dry_run ? "   (--dry-run: nothing is written)"
			      : fresh      ? "   undo: pmo undo"
					   : "");
	return PMO_OK;
}

static enum pmo_result show_and_keep(struct generating *generating)
{
	const struct generate_options *wanted = generating->cli->options;
	struct cli *cli = generating->cli;
	struct pmo_update *update = NULL;
	size_t fresh = 0;
	enum pmo_result result = PMO_OK;
	if (wanted->into) {
		result = cli_begin(cli, &update);
		if (result == PMO_OK)
			result = cli_find(cli, cli->schema, wanted->into, &generating->calendar);
	}
	if (result == PMO_OK)
		show(generating, &fresh);
	if (result == PMO_OK && wanted->into)
		result = keep(generating, update, fresh);
	else if (result == PMO_OK)
		pmo_buffer_add_format(
			&cli->out, "\nTo keep them: pmo calendar generate %s %d..%d --into NAME\n",
			generating->name, generating->years[0], generating->years[1]);
	pmo_update_end(update);
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct generating generating = { .cli = cli, .name = argv[0] };
	(void)argc;
	if (!read_years(argv[1], generating.years))
		return cli_usage("'%s' is no span of years; expected 2026..2028", argv[1]);
	enum pmo_result result = find_rules(&generating);
	struct pmo_source *source = pmo_arena_alloc(&cli->arena, sizeof(*source));
	if (result == PMO_OK && !source)
		result = PMO_NO_MEMORY;
	if (result != PMO_OK)
		return result;
	*source = generating.source;
	result = pmo_holidays_read(&cli->arena, &cli->diags, source, &generating.file);
	if (result == PMO_OK)
		result = pmo_holidays_between(&cli->arena, &generating.file.rules, generating.years,
					      &generating.made);
	return result == PMO_OK ? show_and_keep(&generating) : result;
}

const struct command view_calendar_generate_command = {
	.name = "generate",
	.summary = "holidays by rule, as dates: us_federal 2026..2028",
	.group = GROUP_CHANGE,
	.needs = CLI_WRITE,
	.min = 2,
	.max = 2,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct generate_options),
	.usage = "RULES FIRST..LAST [--into CALENDAR]",
	.about = "Rules: us_federal, oklahoma, north_carolina, texas, and your own in\n"
		 "holidays/NAME.yaml. Days that the calendar has keep their names.",
	.run = run,
};
