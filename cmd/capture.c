/*
 * `pmo +`: one line during a call.
 *
 *     pmo + issue NET fri: fiber permit held     register, owner, date: title
 *     pmo + Harborlight called                   a note
 *
 * What stands before the colon is taken as owner and date only when all of it is; else
 * the colon belongs to the title. A due date on a day that nobody works moves to the
 * working day before, and that is said.
 */
#include "commands.h"
#include "register.h"

#include <pmo/text.h>

#include <string.h>

struct capture {
	struct cli *cli;
	const struct pmo_schema *schema;
	const struct pmo_project *project;
	bool is_note;
	char *owner;        /* or NULL */
	int32_t typed, due; /* as typed, and on a working day; or PMO_DATE_NONE */
	const char *title;
};

/* A person's handle; where nobody is recorded, any word in capitals. */
static bool find_owner(struct capture *capture, const char *word, size_t length)
{
	struct cli *cli = capture->cli;
	const struct pmo_schema *people = pmo_workspace_schema(cli->workspace, "person");
	struct pmo_records records = { 0 };
	char *name = pmo_arena_copy(&cli->arena, word, length);
	bool capitals = length > 1;
	if (!name || !people ||
	    pmo_workspace_records(cli->workspace, NULL, people, &records) != PMO_OK)
		return false;
	for (size_t i = 0; i < records.count; i++) {
		if (pmo_text_compare(records.items[i].id, name) != 0)
			continue;
		capture->owner = pmo_arena_string(&cli->arena, records.items[i].id);
		return capture->owner != NULL;
	}
	for (size_t i = 0; i < length; i++)
		capitals &= pmo_ascii_is_upper(name[i]) || pmo_ascii_is_digit(name[i]);
	if (records.count || !capitals)
		return false;
	capture->owner = name;
	return true;
}

static size_t find_date(struct capture *capture, const char *text, size_t length)
{
	const struct pmo_world *world = pmo_workspace_world(capture->cli->workspace);
	struct pmo_date_context context = { world->today, world->calendar };
	size_t taken = pmo_date_scan(&context, text, length, &capture->typed);
	bool ends = taken == length || (taken && text[taken] == ' ');
	if (!ends)
		capture->typed = PMO_DATE_NONE;
	return ends ? taken : 0;
}

/* Whether everything before the colon is an owner and a date. */
static bool read_head(struct capture *capture, const char *head, size_t length)
{
	bool has_owner = capture->schema->owner < 0, has_date = capture->schema->due < 0;
	size_t at = 0;
	while (at < length) {
		size_t word = 0, taken = 0;
		if (head[at] == ' ') {
			at++;
			continue;
		}
		while (at + word < length && head[at + word] != ' ')
			word++;
		if (!has_date && (taken = find_date(capture, head + at, length - at)))
			has_date = true;
		else if (!has_owner && find_owner(capture, head + at, word))
			has_owner = true;
		else
			return false;
		at += taken ? taken : word;
	}
	return capture->owner || capture->typed != PMO_DATE_NONE;
}

static void settle_due(struct capture *capture)
{
	const struct pmo_world *world = pmo_workspace_world(capture->cli->workspace);
	int32_t before;
	capture->due = capture->typed;
	if (capture->typed == PMO_DATE_NONE ||
	    pmo_calendar_is_working(world->calendar, capture->typed))
		return;
	before = pmo_calendar_previous_working(world->calendar, capture->typed);
	if (before != PMO_DATE_NONE && before >= world->today)
		capture->due = before;
}

static char *join(struct pmo_arena *arena, int argc, char **argv)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, 1 << 16);
	for (int i = 0; i < argc; i++)
		pmo_buffer_add_format(&text, "%s%s", i ? " " : "", argv[i]);
	char *copy = text.failed ? NULL : pmo_arena_copy(arena, text.data, text.length);
	pmo_buffer_release(&text);
	return copy;
}

/*
 * A register is meant by its name in small letters or its prefix in capitals: `Risk
 * workshop moved` and `Con artist called` are notes.
 */
static bool is_register_word(const struct pmo_register *table, const char *word)
{
	return !table->handles &&
	       (strcmp(word, table->name) == 0 || strcmp(word, table->plural) == 0 ||
		(table->prefix && strcmp(word, table->prefix) == 0));
}

static enum pmo_result read_line(struct capture *capture, int argc, char **argv)
{
	struct cli *cli = capture->cli;
	capture->typed = capture->due = PMO_DATE_NONE;
	char *text = join(&cli->arena, argc, argv);
	if (!text)
		return PMO_NO_MEMORY;
	size_t word = strcspn(text, " :"), rest = word + strspn(text + word, " :");
	char *name = pmo_arena_copy(&cli->arena, text, word);
	capture->schema = name && text[rest] ? pmo_workspace_schema(cli->workspace, name) : NULL;
	if (capture->schema && !is_register_word(capture->schema->table, name))
		capture->schema = NULL;
	capture->is_note = !capture->schema;
	if (capture->is_note)
		capture->schema = pmo_workspace_schema(cli->workspace, "note");
	if (!capture->schema)
		return cli_usage("this workspace keeps no notes; begin with a register");
	if (!capture->is_note)
		text += rest;
	const char *colon = strchr(text, ':');
	capture->title = text;
	if (colon && read_head(capture, text, (size_t)(colon - text))) {
		capture->title = colon + 1 + strspn(colon + 1, " ");
		settle_due(capture);
	} else {
		capture->owner = NULL;
	}
	if (!*capture->title)
		return cli_usage("a few words are wanted behind the colon");
	return register_need_project(cli, capture->schema, &capture->project);
}

static enum pmo_result fill(struct capture *capture, struct pmo_draft *draft)
{
	const struct pmo_schema *schema = capture->schema;
	enum pmo_result result = pmo_draft_set(draft, schema->title, capture->title);
	if (result == PMO_OK && capture->owner)
		result = pmo_draft_set(draft, schema->owner, capture->owner);
	if (result == PMO_OK && capture->due != PMO_DATE_NONE) {
		char date[PMO_DATE_SIZE];
		pmo_date_format(capture->due, date);
		result = pmo_draft_set(draft, schema->due, date);
	}
	return result == PMO_OK ? cli_attach(capture->cli, draft) : result;
}

/* What was understood, and how to say it better. */
static void tell(const struct capture *capture, const struct pmo_record *record)
{
	struct cli *cli = capture->cli;
	const struct pmo_world *world = pmo_workspace_world(cli->workspace);
	struct pmo_buffer *out = &cli->out;
	bool can_undo = commands_find("undo") != NULL;
	pmo_buffer_add_format(out, "%s  ", record->id);
	if (capture->is_note && !capture->owner && capture->due == PMO_DATE_NONE) {
		pmo_buffer_add_text(out, "noted\n");
		return;
	}
	register_add_line(cli, record, out);
	if (capture->due != capture->typed) {
		char date[PMO_DATE_LONG_SIZE];
		bool holiday = pmo_calendar_is_holiday(world->calendar, capture->typed);
		pmo_date_format_long(capture->typed, world->today, date);
		pmo_buffer_add_format(out, " (%s is %s)", date,
				      holiday ? "a holiday" : "no working day");
	}
	pmo_buffer_add_char(out, '\n');
	pmo_buffer_add_repeat(out, ' ', pmo_text_width(record->id) + 2);
	if (capture->due != PMO_DATE_NONE)
		pmo_buffer_add_format(out, "change: pmo set . %s=\xe2\x80\xa6",
				      capture->schema->fields[capture->schema->due]->name);
	else
		pmo_buffer_add_text(out, "change: pmo set . FIELD=VALUE");
	pmo_buffer_add_text(out, can_undo ? "      undo: pmo undo\n" : "\n");
}

static enum pmo_result add(struct capture *capture, struct pmo_update *update)
{
	struct pmo_draft *draft;
	enum pmo_result result =
		pmo_update_add(update, capture->project, capture->schema, NULL, &draft);
	if (result == PMO_OK)
		result = fill(capture, draft);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	if (result != PMO_OK)
		return result;
	if (capture->cli->dry_run) {
		register_add_diff(capture->cli, draft);
		return PMO_OK;
	}
	tell(capture, pmo_draft_record(draft));
	cli_remember(capture->cli, pmo_draft_record(draft));
	return PMO_OK;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct capture capture = { .cli = cli };
	cli->quiet = "incomplete"; /* a title is enough */
	struct pmo_update *update = NULL;
	enum pmo_result result = read_line(&capture, argc, argv);
	if (result == PMO_OK)
		result = cli_begin(cli, &update);
	if (result == PMO_OK)
		result = add(&capture, update);
	pmo_update_end(update);
	return result;
}

const struct command capture_command = {
	.name = "+",
	.summary = "note something; + issue NET fri: text",
	.group = GROUP_CAPTURE,
	.needs = CLI_WRITE,
	.min = 1,
	.max = -1,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN,
	.usage = "[REGISTER] [OWNER] [DATE]: TEXT | TEXT",
	.about = "Without a register it is a note. Owner and date stand before a colon, in any\n"
		 "order: pmo + issue NET fri: fiber permit held",
	.run = run,
};
