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
#include "capture.h"
#include "commands.h"
#include "register.h"

#include <pmo/text.h>

#include <string.h>

struct capture {
	struct cli *cli;
	const struct pmo_schema *schema;
	const struct pmo_project *project;
	bool is_note;
	struct capture_head head;
	int32_t due;       /* the head's date on a working day, or PMO_DATE_NONE */
	const char *meant; /* a register that the first word of a note is nearly, or NULL */
	const char *title;
};

static void settle_due(struct capture *capture)
{
	const struct pmo_world *world = pmo_workspace_world(capture->cli->workspace);
	int32_t typed = capture->head.date, before;
	capture->due = typed;
	if (typed == PMO_DATE_NONE || pmo_calendar_is_working(world->calendar, typed))
		return;
	before = pmo_calendar_previous_working(world->calendar, typed);
	/* Never from a day to come into the past. */
	if (before != PMO_DATE_NONE && (before >= world->today || typed < world->today))
		capture->due = before;
}

/* Owner and date before a colon: of a note all words, else a mistake or two are told. */
static bool read_head(struct capture *capture, const struct pmo_schema *schema, const char *text)
{
	const char *colon = strchr(text, ':');
	size_t allowed = schema == capture->schema && capture->is_note ? 0 : CAPTURE_MISTAKES;
	struct capture_head head = { .cli = capture->cli, .schema = schema, .date = PMO_DATE_NONE };
	capture->head = head;
	if (!colon || !capture_read_head(&head, text, (size_t)(colon - text)) ||
	    head.mistake_count > allowed)
		return false;
	capture->head = head;
	return true;
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

/* `isue NET fri: text`: a register that the first word is nearly, where the rest fits. */
static void look_for_register(struct capture *capture, const char *word, const char *rest)
{
	struct cli *cli = capture->cli;
	const struct pmo_register *table;
	size_t best = strlen(word) > 4 ? 3 : 2; /* one more than may differ */
	const char *nearest = NULL;
	for (size_t i = 0; (table = pmo_workspace_table(cli->workspace, i)); i++) {
		size_t distance = pmo_text_distance(word, table->name, best);
		if (distance >= best || !distance || table->handles)
			continue;
		nearest = table->name;
		best = distance;
	}
	const struct pmo_schema *schema =
		nearest ? pmo_workspace_schema(cli->workspace, nearest) : NULL;
	if (schema && read_head(capture, schema, rest) && !capture->head.mistake_count)
		capture->meant = nearest;
}

/* The register that the line begins with; a note's is that of notes. */
static enum pmo_result read_register(struct capture *capture, const char **text)
{
	struct cli *cli = capture->cli;
	size_t word = strcspn(*text, " :"), rest = word + strspn(*text + word, " :");
	char *name = pmo_arena_copy(&cli->arena, *text, word);
	if (!name)
		return PMO_NO_MEMORY;
	capture->schema = (*text)[rest] ? pmo_workspace_schema(cli->workspace, name) : NULL;
	if (capture->schema && !is_register_word(capture->schema->table, name))
		capture->schema = NULL;
	capture->is_note = !capture->schema;
	if (!capture->is_note) {
		*text += rest;
		return PMO_OK;
	}
	look_for_register(capture, name, *text + rest);
	capture->schema = pmo_workspace_schema(cli->workspace, "note");
	if (!capture->schema)
		return cli_usage("this workspace keeps no notes; begin with a register");
	return PMO_OK;
}

static enum pmo_result read_line(struct capture *capture, int argc, char **argv)
{
	struct cli *cli = capture->cli;
	const char *text = join(&cli->arena, argc, argv);
	capture->due = PMO_DATE_NONE;
	enum pmo_result result = text ? read_register(capture, &text) : PMO_NO_MEMORY;
	if (result != PMO_OK)
		return result;
	capture->title = text;
	if (read_head(capture, capture->schema, text)) {
		const char *colon = strchr(text, ':');
		capture->title = colon + 1 + strspn(colon + 1, " ");
		settle_due(capture);
	}
	if (!*capture->title)
		return cli_usage("a few words are wanted behind the colon");
	return register_need_project(cli, capture->schema, &capture->project);
}

static enum pmo_result fill(struct capture *capture, struct pmo_draft *draft)
{
	const struct pmo_schema *schema = capture->schema;
	enum pmo_result result = pmo_draft_set(draft, schema->title, capture->title);
	if (result == PMO_OK && capture->head.owner)
		result = pmo_draft_set(draft, schema->owner, capture->head.owner);
	if (result == PMO_OK && capture->due != PMO_DATE_NONE) {
		char date[PMO_DATE_SIZE];
		pmo_date_format(capture->due, date);
		result = pmo_draft_set(draft, schema->due, date);
	}
	return result == PMO_OK ? cli_attach(capture->cli, draft) : result;
}

/* The text again, as much as the line holds: what was heard is what is kept. */
static void tell_note(const struct capture *capture, const struct pmo_record *record)
{
	struct cli *cli = capture->cli;
	struct pmo_buffer text;
	size_t width = (size_t)cli->terminal.width, used = pmo_text_width(record->id) + 9;
	pmo_buffer_init(&text, 1 << 18);
	pmo_text_add_visible(&text, capture->title, strlen(capture->title));
	pmo_buffer_add_text(&cli->out, "noted: ");
	pmo_text_truncate(&cli->out, text.data, width > used ? width - used : 1);
	pmo_buffer_add_char(&cli->out, '\n');
	pmo_buffer_release(&text);
	if (capture->meant)
		pmo_buffer_add_format(&cli->out, "%*sis '%s' meant?  then: pmo undo, and again\n",
				      (int)used - 7, "", capture->meant);
}

/* What was understood, and how to say it better. */
static void tell(const struct capture *capture, const struct pmo_record *record)
{
	struct cli *cli = capture->cli;
	const struct pmo_world *world = pmo_workspace_world(cli->workspace);
	struct pmo_buffer *out = &cli->out;
	pmo_buffer_add_format(out, "%s  ", record->id);
	if (capture->is_note && !capture->head.owner && capture->due == PMO_DATE_NONE) {
		tell_note(capture, record);
		return;
	}
	register_add_line(cli, record, out);
	if (capture->due != PMO_DATE_NONE &&
	    !pmo_calendar_is_working(world->calendar, capture->head.date)) {
		char date[PMO_DATE_LONG_SIZE] = "";
		bool holiday = pmo_calendar_is_holiday(world->calendar, capture->head.date);
		if (capture->due != capture->head.date)
			pmo_date_format_long(capture->head.date, world->today, date);
		pmo_buffer_add_format(out, " (%s%s%s)", date, *date ? " is " : "",
				      holiday ? "a holiday" : "no working day");
	}
	pmo_buffer_add_char(out, '\n');
	pmo_buffer_add_repeat(out, ' ', pmo_text_width(record->id) + 2);
	if (capture->due != PMO_DATE_NONE)
		pmo_buffer_add_format(out, "change: pmo set . %s=\xe2\x80\xa6",
				      capture->schema->fields[capture->schema->due]->name);
	else
		pmo_buffer_add_text(out, "change: pmo set . FIELD=VALUE");
	pmo_buffer_add_text(out, commands_find("undo") ? "      undo: pmo undo\n" : "\n");
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
	capture_tell_mistakes(&capture->head);
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
