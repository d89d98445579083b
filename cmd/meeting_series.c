/*
 * `pmo meeting series "Project status" every=tue 14:00 until=2027-03-31 kind=status`: a
 * meeting each week, each a record of its own. Days off are left out, or moved to the next
 * working day with --move; both are said.
 */
#include "register.h"
#include "view.h"

#include <pmo/agenda.h>
#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

enum { MOST = 120, MINUTES_USUAL = 60, MINUTES_PER_DAY = 1440 };

struct series_options {
	bool move;
};

static const struct option options[] = {
	{ .name = "move",
	  CLI_FLAG(struct series_options, move),
	  .help = "from days off to the next working day" },
	{ 0 },
};

struct series {
	struct cli *cli;
	const char *title, *series;
	int weekday, minute, weeks, length;
	int32_t from, until;
	char **fields; /* assignments for each */
	int field_count;
	const struct pmo_project *project;
	struct pmo_draft *first, *last;
	size_t made;
	struct pmo_buffer told; /* days off */
};

/* "every=tue" and "every=2 tue" and "every='tue 14:00'": weeks between them, and the weekday. */
static enum pmo_result read_every(struct series *series, const char *text)
{
	size_t name = 0;
	series->weeks = 1;
	if (pmo_ascii_is_digit(*text)) {
		series->weeks = (int)strtol(text, NULL, 10);
		text += strspn(text, "0123456789");
		text += strspn(text, " ");
	}
	while (pmo_ascii_is_alpha(text[name]))
		name++;
	series->weekday = -1;
	for (int day = 0; day < 7 && name >= 3; day++) {
		const char *own = pmo_date_weekday_name(day);
		bool same = true;
		for (size_t i = 0; i < 3; i++)
			same = same && pmo_ascii_to_lower(text[i]) == pmo_ascii_to_lower(own[i]);
		if (same)
			series->weekday = day;
	}
	if (series->weekday < 0 || series->weeks < 1 || series->weeks > 52)
		return cli_usage("every='%s': expected a weekday and a time, every='tue 14:00', or "
				 "every='2 tue 14:00' for each second week",
				 text);
	text += name + strspn(text + name, " ");
	if (!*text)
		return PMO_OK;
	if (pmo_calendar_parse_time(text, strlen(text), &series->minute) == PMO_OK)
		return PMO_OK;
	return cli_usage("every: '%s' is no time such as 14:00", text);
}

static enum pmo_result read_day(struct series *series, const char *name, const char *text,
				int32_t *date)
{
	const struct pmo_world *world = pmo_workspace_world(series->cli->workspace);
	struct pmo_date_context context = { world->today, world->calendar };
	if (pmo_date_input(&context, text, strlen(text), date) == PMO_OK)
		return PMO_OK;
	return cli_usage("%s='%s' is no date", name, text);
}

static enum pmo_result read_length(struct series *series, const char *text)
{
	char *end;
	long minutes = strtol(text, &end, 10);
	if (strcmp(end, "h") == 0)
		minutes *= 60;
	else if (*end && strcmp(end, "m") != 0 && strcmp(end, "min") != 0)
		minutes = 0;
	if (minutes < 1 || minutes > MINUTES_PER_DAY)
		return cli_usage("length='%s' is no length such as 45m or 2h", text);
	series->length = (int)minutes;
	return PMO_OK;
}

static enum pmo_result read_word(struct series *series, char *word, struct pmo_buffer *title)
{
	const char *text = strchr(word, '=');
	text = text ? text + 1 : "";
	if (strncmp(word, "every=", 6) == 0)
		return read_every(series, text);
	if (strncmp(word, "until=", 6) == 0)
		return read_day(series, "until", text, &series->until);
	if (strncmp(word, "from=", 5) == 0)
		return read_day(series, "from", text, &series->from);
	if (strncmp(word, "length=", 7) == 0)
		return read_length(series, text);
	if (strncmp(word, "series=", 7) == 0) {
		series->series = text;
	} else if (strncmp(word, "start=", 6) == 0 || strncmp(word, "end=", 4) == 0) {
		return cli_usage("a series has every= and length=, not start= and end=");
	} else if (register_is_assignment(word)) {
		series->fields[series->field_count++] = word;
	} else if (series->weekday >= 0 && series->minute < 0 &&
		   pmo_calendar_parse_time(word, strlen(word), &series->minute) == PMO_OK) {
		return PMO_OK;
	} else {
		pmo_buffer_add_format(title, "%s%s", title->length ? " " : "", word);
	}
	return PMO_OK;
}

static enum pmo_result read_words(struct series *series, int argc, char **argv)
{
	const struct pmo_world *world = pmo_workspace_world(series->cli->workspace);
	struct pmo_buffer title;
	enum pmo_result result = PMO_OK;
	series->fields = pmo_arena_array(&series->cli->arena, (size_t)argc + 1, sizeof(char *));
	if (!series->fields)
		return PMO_NO_MEMORY;
	pmo_buffer_init(&title, 1 << 16);
	for (int i = 0; result == PMO_OK && i < argc; i++)
		result = read_word(series, argv[i], &title);
	series->title = pmo_arena_string(&series->cli->arena, title.data);
	pmo_buffer_release(&title);
	if (result != PMO_OK)
		return result;
	if (!series->title)
		return PMO_NO_MEMORY;
	if (!*series->title || series->weekday < 0 || series->minute < 0 ||
	    series->until == PMO_DATE_NONE)
		return cli_usage("a title, every='tue 14:00' and until=DATE are wanted");
	if (series->from == PMO_DATE_NONE)
		series->from = world->today + 1;
	if (series->until < series->from)
		return cli_usage("until= is before the first day");
	return PMO_OK;
}

/* A meeting of the same title has a series already: this one goes on with it. */
static enum pmo_result find_series(struct series *series)
{
	const struct pmo_schema *schema = series->cli->schema;
	int field = pmo_schema_field(schema, "series");
	struct pmo_records records;
	enum pmo_result result =
		pmo_workspace_records(series->cli->workspace, series->project, schema, &records);
	for (size_t i = 0; result == PMO_OK && !series->series && i < records.count; i++) {
		const struct pmo_record *record = &records.items[i];
		const char *title =
			record->unreadable ? NULL : pmo_record_text(record, schema->title);
		if (title && pmo_text_compare(title, series->title) == 0)
			series->series = pmo_record_text(record, field);
	}
	if (result == PMO_OK && !series->series)
		series->series = series->title;
	return result;
}

static enum pmo_result set_moment(struct pmo_draft *draft, const char *name, int32_t day,
				  int minute)
{
	struct pmo_moment moment = { .minutes = (int64_t)day * MINUTES_PER_DAY + minute };
	char text[PMO_MOMENT_SIZE];
	pmo_moment_format(&moment, text);
	return pmo_draft_set(draft, pmo_schema_field(pmo_draft_record(draft)->schema, name), text);
}

static enum pmo_result make(struct series *series, struct pmo_update *update, int32_t day)
{
	struct pmo_draft *draft;
	const struct pmo_schema *schema = series->cli->schema;
	const char *me = pmo_workspace_world(series->cli->workspace)->me;
	enum pmo_result result = pmo_update_add(update, series->project, schema, NULL, &draft);
	if (result == PMO_OK)
		result = pmo_draft_set(draft, schema->title, series->title);
	if (result == PMO_OK && me)
		result = pmo_draft_set(draft, pmo_schema_field(schema, "recorder"), me);
	for (int i = 0; result == PMO_OK && i < series->field_count; i++)
		result = pmo_draft_assign(draft, series->fields[i]);
	if (result == PMO_OK)
		result = pmo_draft_set(draft, pmo_schema_field(schema, "series"), series->series);
	if (result == PMO_OK)
		result = set_moment(draft, "start", day, series->minute);
	if (result == PMO_OK)
		result = set_moment(draft, "end", day, series->minute + series->length);
	if (result == PMO_OK)
		result = pmo_agenda_start(draft);
	series->first = series->first ? series->first : draft;
	series->last = draft;
	series->made++;
	return result;
}

/* Where a day off leads: PMO_DATE_NONE, it is left out. What was done is remembered. */
static int32_t settle(struct series *series, int32_t day)
{
	const struct series_options *wanted = series->cli->options;
	const struct pmo_world *world = pmo_workspace_world(series->cli->workspace);
	char off[PMO_DATE_LONG_SIZE], on[PMO_DATE_LONG_SIZE];
	if (pmo_calendar_is_working(world->calendar, day))
		return day;
	const char *name = pmo_calendar_holiday_name(world->calendar, day);
	int32_t moved =
		wanted->move ? pmo_calendar_next_working(world->calendar, day) : PMO_DATE_NONE;
	if (moved != PMO_DATE_NONE && (moved >= day + 7 * series->weeks || moved > series->until))
		moved = PMO_DATE_NONE;
	pmo_date_format_long(day, world->today, off);
	pmo_buffer_add_format(&series->told, "  %s is %s: ", off,
			      name && *name ? name
			      : name        ? "a holiday"
					    : "no working day");
	if (moved == PMO_DATE_NONE) {
		pmo_buffer_add_text(&series->told, "left out\n");
		return moved;
	}
	pmo_date_format_long(moved, world->today, on);
	pmo_buffer_add_format(&series->told, "moved to %s\n", on);
	return moved;
}

static enum pmo_result make_all(struct series *series, struct pmo_update *update)
{
	int32_t day = series->from;
	enum pmo_result result = PMO_OK;
	while (pmo_date_weekday(day) != series->weekday)
		day++;
	for (; result == PMO_OK && day <= series->until; day += 7 * series->weeks) {
		int32_t on = settle(series, day);
		if (series->made == MOST)
			return cli_usage(
				"that is more than %d meetings; an earlier until= is wanted", MOST);
		if (on != PMO_DATE_NONE)
			result = make(series, update, on);
	}
	if (result == PMO_OK && !series->made)
		return cli_usage("no day is left between those dates");
	return result == PMO_OK ? pmo_update_commit(update) : result;
}

static void tell(const struct series *series)
{
	struct cli *cli = series->cli;
	const char *first = pmo_draft_record(series->first)->id;
	const char *last = pmo_draft_record(series->last)->id;
	pmo_buffer_add_format(
		&cli->out, "%s%zu meeting%s (%s%s%s), %s%s, series %s\n",
		cli->dry_run ? "would make " : "", series->made, series->made > 1 ? "s" : "", first,
		series->made > 1 ? " \xe2\x80\xa6 " : "", series->made > 1 ? last : "",
		series->weeks > 1
			? pmo_arena_format(&cli->arena, "every %d weeks on ", series->weeks)
			: "each ",
		pmo_date_weekday_name(series->weekday), series->series);
	pmo_buffer_add(&cli->out, series->told.data, series->told.length);
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct series series = { .cli = cli,
				 .weekday = -1,
				 .minute = -1,
				 .length = MINUTES_USUAL,
				 .from = PMO_DATE_NONE,
				 .until = PMO_DATE_NONE };
	struct pmo_update *update = NULL;
	cli->quiet = "incomplete";
	enum pmo_result result = read_words(&series, argc, argv);
	pmo_buffer_init(&series.told, 1 << 16);
	if (result == PMO_OK)
		result = register_need_project(cli, cli->schema, &series.project);
	if (result == PMO_OK)
		result = find_series(&series);
	if (result == PMO_OK)
		result = cli_begin(cli, &update);
	if (result == PMO_OK)
		result = make_all(&series, update);
	if (result == PMO_OK)
		tell(&series);
	pmo_update_end(update);
	pmo_buffer_release(&series.told);
	return result;
}

const struct command meeting_series_command = {
	.name = "series",
	.summary = "a meeting each week until a day, holidays left out",
	.group = GROUP_CAPTURE,
	.needs = CLI_WRITE,
	.min = 1,
	.max = -1,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct series_options),
	.usage = "TITLE every='tue 14:00' until=DATE [FIELD=VALUE]... [--move]",
	.about = "every='2 tue 14:00' is each second week. from= is the first day, length=45m how\n"
		 "long one takes, series= its name. Other fields are those of each meeting.",
	.run = run,
};
