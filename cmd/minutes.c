/*
 * `pmo minutes`: a page of notes becomes records, and the minutes are printed and sent.
 *
 *     pmo minutes                      today's meeting, else the last one without minutes
 *     pmo minutes MTG-5 < notes.md     notes from a pipe
 *     pmo minutes MTG-5 --print        as a report
 *     pmo minutes MTG-5 --send         a letter to everybody who was asked to come
 */
#include "meeting.h"
#include "minutes.h"

#include "cli/document.h"
#include "cli/editor.h"
#include "cli/save.h"
#include "commands.h"
#include "outbox.h"

#include <pmo/text.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct minutes_options {
	bool print, send;
};

static const struct option options[] = {
	{ .name = "print",
	  CLI_FLAG(struct minutes_options, print),
	  .help = "the minutes as a report" },
	{ .name = "send",
	  CLI_FLAG(struct minutes_options, send),
	  .help = "to everybody who was invited; marked as sent" },
	{ 0 },
};

/* Notes from a pipe or a file; *text is NULL when nobody gave any. */
static enum pmo_result read_input(struct cli *cli, char **text, size_t *length)
{
	struct pmo_buffer bytes;
	char piece[4096];
	size_t got;
	*text = NULL;
	if (isatty(STDIN_FILENO))
		return PMO_OK;
	pmo_buffer_init(&bytes, PMO_SHEET_LIMIT + 1);
	while (!bytes.failed && (got = fread(piece, 1, sizeof(piece), stdin)) > 0)
		pmo_buffer_add(&bytes, piece, got);
	bool too_long = bytes.failed;
	*length = bytes.length;
	if (!too_long && bytes.length)
		*text = pmo_arena_copy(&cli->process, bytes.data, bytes.length);
	bool no_memory = !too_long && bytes.length && !*text;
	pmo_buffer_release(&bytes);
	if (too_long) {
		cli_say("these notes are longer than 1 MiB; nothing was read");
		return PMO_INVALID;
	}
	return no_memory ? PMO_NO_MEMORY : PMO_OK;
}

/* The page in the user's editor; *text is what was typed, NULL: nothing was. */
static enum pmo_result edit(struct minutes_run *run, const char *start, char **text)
{
	struct cli *cli = run->cli;
	struct editor *editor = &run->editor;
	editor->cli = cli;
	enum pmo_result result = editor_begin(editor, run->meeting->id, start, run->meeting->id);
	char *path = result == PMO_OK ? pmo_arena_format(&cli->arena, "%s/%s.md", editor->folder,
							 run->meeting->id)
				      : NULL;
	if (result != PMO_OK)
		return result;
	if (!path || !save_rename(editor->path, path))
		return PMO_NO_MEMORY;
	editor->path = path;
	result = editor_run(editor);
	if (result == PMO_OK)
		result = editor_read(editor, text);
	if (result == PMO_OK && strcmp(*text, start) == 0)
		*text = NULL;
	if (result != PMO_OK || !*text)
		editor_end(editor);
	return result;
}

static void keep(struct minutes_run *run)
{
	if (!run->editor.folder)
		return;
	cli_say("what you typed is kept; go on with: pmo minutes %s < %s", run->meeting->id,
		run->editor.path);
}

static enum pmo_result take_notes(struct minutes_run *run)
{
	struct cli *cli = run->cli;
	struct pmo_minutes_asked *asked = &run->asked;
	const char *start = NULL;
	char *kept = NULL, *text = NULL;
	enum pmo_result result = read_input(cli, &text, &asked->notes_length);
	if (result == PMO_OK)
		result = meeting_read_page(cli, run->meeting, &kept, &asked->kept_length);
	asked->kept = start = kept;
	asked->notes = text;
	asked->is_other = text != NULL;
	if (result != PMO_OK || text)
		return result;
	if (!start)
		result = pmo_minutes_prepare(cli->workspace, run->meeting, &start);
	if (result == PMO_OK)
		result = edit(run, start, &text);
	asked->notes = text;
	asked->notes_length = text ? strlen(text) : 0;
	return result;
}

static bool is_cancelled(struct cli *cli, const struct pmo_record *meeting)
{
	const char *state = pmo_record_state(meeting)->name;
	(void)cli;
	if (!pmo_word_is_in("cancelled|rescheduled|void", state))
		return false;
	cli_say("%s is %s: it has no minutes", meeting->id, state);
	return true;
}

static enum pmo_result take(struct minutes_run *run)
{
	struct cli *cli = run->cli;
	if (is_cancelled(cli, run->meeting))
		return PMO_REFUSED;
	enum pmo_result result = take_notes(run);
	if (result != PMO_OK)
		return result;
	if (!run->asked.notes) {
		pmo_buffer_add_format(&cli->out, "%s  nothing was typed, nothing is changed\n",
				      run->meeting->id);
		return PMO_OK;
	}
	cli->quiet = "incomplete";
	result = minutes_take(run);
	if (result != PMO_OK)
		keep(run);
	else if (run->editor.folder)
		editor_end(&run->editor);
	return result;
}

static enum pmo_result print(struct cli *cli, const struct pmo_record *meeting)
{
	struct pmo_document document;
	enum pmo_result result =
		pmo_minutes_document(cli->workspace, meeting, NULL, &cli->arena, &document);
	return result == PMO_OK ? cli_print_document(cli, &document) : result;
}

static enum pmo_result run_command(struct cli *cli, int argc, char **argv)
{
	const struct minutes_options *wanted = cli->options;
	struct minutes_run run = { .cli = cli };
	bool prints = !wanted->send && (wanted->print || cli->format_word || cli->output);
	if (cli->at && !prints)
		return cli_usage("--at looks at the past; its minutes are printed with --print");
	/* Notes are asked for once, whatever happens to the files meanwhile. */
	cli->has_written = !prints;
	enum pmo_result result =
		meeting_find(cli, argc ? argv[0] : NULL, MEETING_UNWRITTEN, &run.meeting);
	if (result != PMO_OK)
		return result;
	if (wanted->print && wanted->send)
		return cli_usage("--print and --send are two steps");
	if (wanted->send)
		return minutes_send(&run);
	if (prints)
		return print(cli, run.meeting);
	return take(&run);
}

const struct command minutes_command = {
	.name = "minutes",
	.summary = "notes of a meeting become records",
	.group = GROUP_CAPTURE,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN | TAKES_DOCUMENT,
	.options = options,
	.size = sizeof(struct minutes_options),
	.usage = "[ID | KIND] [--print | --send] [< NOTES]",
	.about =
		"Lines such as `ACTION DSP by fri: roster to PC`, `DECISION: ...`, `FEEDBACK FIR:\n"
		"...` and `Present: PM, DSP (remote)` become records of the meeting; their ids\n"
		"are written behind them: the same page again changes and never doubles.\n"
		"Without a pipe the page opens in your editor.",
	.run = run_command,
};
