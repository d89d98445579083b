/* Notes become records: who is meant is asked first, then all is one update. */
#include "meeting.h"
#include "minutes.h"

#include <pmo/practice.h>
#include <pmo/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TITLE_CELLS = 46, MARGIN = 13 };

static void say_visible(const char *text, size_t cells, struct pmo_buffer *out)
{
	struct pmo_buffer visible;
	pmo_buffer_init(&visible, 1 << 20);
	pmo_text_add_visible(&visible, text, strlen(text));
	pmo_text_truncate(out, visible.data, cells);
	pmo_buffer_release(&visible);
}

/* `Bob Ray or Bob Kim?  [1/2/skip]` on the terminal. */
static const struct pmo_record *choose(void *who, const struct pmo_minutes_question *question)
{
	struct cli *cli = who;
	struct pmo_buffer line;
	char answer[16] = "";
	pmo_buffer_init(&line, 1 << 16);
	pmo_buffer_add_format(&line, "line %zu  \"", question->line);
	say_visible(question->text, TITLE_CELLS, &line);
	pmo_buffer_add_text(&line, "\"  ");
	say_visible(question->name, TITLE_CELLS, &line);
	pmo_buffer_add_text(&line, ":\n");
	for (size_t i = 0; i < question->count; i++) {
		const struct pmo_record *person = question->fits[i];
		const char *name = pmo_record_text(person, person->schema->title);
		pmo_buffer_add_format(&line, "  %zu  ", i + 1);
		say_visible(name ? name : "", TITLE_CELLS, &line);
		pmo_buffer_add_format(&line, " (%s)\n", person->id);
	}
	fprintf(stderr, "%s  which one? [1-%zu, or Enter to skip] ", line.data, question->count);
	fflush(stderr);
	pmo_buffer_release(&line);
	(void)cli;
	if (!fgets(answer, sizeof(answer), stdin))
		return NULL;
	unsigned long number = strtoul(answer, NULL, 10);
	return number && number <= question->count ? question->fits[number - 1] : NULL;
}

static void tell_line(struct cli *cli, const struct pmo_minutes_event *event)
{
	struct pmo_buffer *out = &cli->out;
	pmo_buffer_add_format(out, "line %-3zu ", event->line);
	if (event->title) {
		pmo_buffer_add_char(out, '"');
		say_visible(event->title, TITLE_CELLS, out);
		pmo_buffer_add_text(out, "\"  ");
	}
	say_visible(event->message ? event->message : "", 400, out);
	pmo_buffer_add_char(out, '\n');
}

/* "ACT-015   Roster to PC                    DSP, due Fri Nov 20". */
static void tell_record(struct cli *cli, const struct pmo_minutes_event *event)
{
	struct pmo_buffer title;
	const char *name = event->id ? event->id : pmo_mark_name(event->mark);
	pmo_buffer_init(&title, 1 << 12);
	if (event->title)
		say_visible(event->title, TITLE_CELLS, &title);
	pmo_buffer_add_format(&cli->out, "  %-10s ", name);
	pmo_buffer_add_text(&cli->out, title.data);
	if (event->message && *event->message) {
		size_t width = pmo_text_width(title.data), more = pmo_text_width(event->message);
		if (MARGIN + TITLE_CELLS + 2 + more > (size_t)cli->terminal.width)
			pmo_buffer_add_format(&cli->out, "\n%*s", MARGIN, "");
		else if (title.length)
			pmo_buffer_add_repeat(&cli->out, ' ', TITLE_CELLS + 2 - width);
		say_visible(event->message, 400, &cli->out);
	}
	pmo_buffer_add_char(&cli->out, '\n');
	pmo_buffer_release(&title);
}

static void tell_changes(struct cli *cli, const struct pmo_minutes *minutes)
{
	for (size_t i = 0; i < minutes->event_count; i++) {
		const struct pmo_minutes_event *event = &minutes->events[i];
		const char *message = event->message;
		bool is_change =
			event->did == PMO_MINUTES_CHANGED || event->did == PMO_MINUTES_LINKED;
		if (!is_change)
			continue;
		if (event->mark == PMO_MARK_NOTE || event->mark >= PMO_MARK_PRESENT) {
			pmo_buffer_add_format(&cli->out, "  %s\n", message);
		} else if (event->id && strncmp(message, "title ", 6) == 0) {
			pmo_buffer_add_format(&cli->out, "  %-10s ", event->id);
			say_visible(message, 400, &cli->out);
			pmo_buffer_add_char(&cli->out, '\n');
		} else {
			tell_record(cli, event);
		}
	}
}

static void tell_made(struct cli *cli, const struct pmo_minutes *minutes)
{
	for (size_t i = 0; i < minutes->event_count; i++)
		if (minutes->events[i].did == PMO_MINUTES_MADE)
			tell_record(cli, &minutes->events[i]);
}

static int by_line(const void *a, const void *b)
{
	const struct pmo_minutes_event *const *one = a, *const *two = b;
	if ((*one)->line != (*two)->line)
		return (*one)->line < (*two)->line ? -1 : 1;
	return *one < *two ? -1 : *one > *two;
}

/* What was not understood, and what else is to be known, by lines. */
static void tell_faults(struct cli *cli, const struct pmo_minutes *minutes)
{
	size_t count = 0;
	const struct pmo_minutes_event **faults =
		pmo_arena_array(&cli->arena, minutes->event_count + 1, sizeof(*faults));
	for (size_t i = 0; faults && i < minutes->event_count; i++)
		if (minutes->events[i].did == PMO_MINUTES_SKIPPED ||
		    minutes->events[i].did == PMO_MINUTES_REMARK)
			faults[count++] = &minutes->events[i];
	if (count)
		qsort(faults, count, sizeof(*faults), by_line);
	for (size_t i = 0; i < count; i++)
		tell_line(cli, faults[i]);
	for (size_t i = 0; i < minutes->event_count; i++) {
		const struct pmo_minutes_event *event = &minutes->events[i];
		if (event->did == PMO_MINUTES_GONE && !minutes->asked.is_other && event->id)
			pmo_buffer_add_format(&cli->out,
					      "%s is no longer on the page; the record stays\n",
					      event->id);
	}
}

static size_t count_skipped(const struct pmo_minutes *minutes)
{
	size_t count = 0;
	for (size_t i = 0; i < minutes->event_count; i++)
		count += minutes->events[i].did == PMO_MINUTES_SKIPPED;
	return count;
}

/* Notes above the first item of the agenda are in no outcome; piped ones came from a person. */
static void tell_loose(struct cli *cli, const struct pmo_minutes *minutes)
{
	size_t count = 0;
	for (size_t i = 0; i < minutes->now.count; i++) {
		const struct pmo_minutes_line *line = &minutes->now.lines[i];
		count += line->mark == PMO_MARK_NOTE && !line->item;
	}
	if (count && minutes->asked.is_other)
		pmo_buffer_add_format(&cli->out,
				      "%zu line%s of notes under no agenda item: kept on the page "
				      "alone\n",
				      count, count > 1 ? "s" : "");
}

/* A list between commas, in as many lines as it takes. */
static void add_wrapped(struct cli *cli, const char *text, size_t indent)
{
	size_t at = indent, width = (size_t)cli->terminal.width;
	while (*text) {
		size_t length = 0, depth = 0;
		for (; text[length] && (depth || text[length] != ','); length++)
			depth += text[length] == '(' ? 1 : text[length] == ')' ? (size_t)-1 : 0;
		length += text[length] == ',';
		size_t cells = pmo_text_width_of(text, length);
		if (at > indent && at + 1 + cells > width) {
			pmo_buffer_add_format(&cli->out, "\n%*s", (int)indent, "");
			at = indent;
		} else if (at > indent) {
			pmo_buffer_add_char(&cli->out, ' ');
			at++;
		}
		pmo_buffer_add(&cli->out, text, length);
		at += cells;
		text += length;
		text += strspn(text, " ");
	}
	pmo_buffer_add_char(&cli->out, '\n');
}

static void tell(struct cli *cli, const struct pmo_minutes *minutes)
{
	const char *summary = pmo_minutes_summary(minutes);
	const struct pmo_record *meeting = minutes->meeting;
	if (!*summary)
		summary = minutes->has_changes ? "changed" : "nothing changed";
	else if (cli->dry_run)
		summary = pmo_arena_format(&cli->arena, "would make: %s", summary);
	pmo_buffer_add_format(&cli->out, "%s  ", meeting->id);
	add_wrapped(cli, summary ? summary : "", pmo_text_width(meeting->id) + 2);
	tell_made(cli, minutes);
	tell_changes(cli, minutes);
	tell_faults(cli, minutes);
	tell_loose(cli, minutes);
	size_t skipped = count_skipped(minutes);
	if (minutes->made[PMO_MARK_FEEDBACK] && !cli->dry_run)
		pmo_buffer_add_text(&cli->out,
				    "feedback wants an answer each: pmo meeting feedback\n");
	if (skipped)
		pmo_buffer_add_format(&cli->out,
				      "%zu line%s not understood, kept as %s: correct %s and say "
				      "pmo minutes %s again\n",
				      skipped, skipped > 1 ? "s" : "",
				      skipped > 1 ? "notes" : "a note", skipped > 1 ? "them" : "it",
				      meeting->id);
}

/* Somebody saved the page while we asked: theirs is not written over. */
static enum pmo_result is_still(struct minutes_run *run)
{
	const struct pmo_minutes_asked *asked = &run->asked;
	char *now;
	size_t length;
	enum pmo_result result = meeting_read_page(run->cli, run->meeting, &now, &length);
	if (result != PMO_OK)
		return result;
	bool same =
		!now == !asked->kept &&
		(!now || (length == asked->kept_length && memcmp(now, asked->kept, length) == 0));
	if (same)
		return PMO_OK;
	cli_say("%s was changed meanwhile; nothing is written",
		meeting_page_path(run->cli, run->meeting));
	return PMO_CONFLICT;
}

static enum pmo_result write_page(struct minutes_run *run, const struct pmo_minutes *minutes,
				  struct pmo_update *update)
{
	const struct pmo_minutes_asked *asked = &run->asked;
	size_t length = strlen(minutes->sheet);
	const char *path = meeting_page_path(run->cli, run->meeting);
	if (asked->kept && length == asked->kept_length &&
	    memcmp(minutes->sheet, asked->kept, length) == 0)
		return PMO_OK;
	return path ? pmo_update_write_file(update, path, minutes->sheet, length) : PMO_NO_MEMORY;
}

/* The file of --evidence, such as a photo of the whiteboard, is kept with the meeting. */
static enum pmo_result attach(struct minutes_run *run, struct pmo_update *update)
{
	const struct pmo_record *meeting = run->meeting;
	struct pmo_draft *draft;
	if (!run->cli->change.evidence)
		return PMO_OK;
	enum pmo_result result = meeting_find_again(run->cli, &meeting);
	if (result == PMO_OK)
		result = pmo_update_edit(update, meeting, &draft);
	return result == PMO_OK ? cli_attach(run->cli, draft) : result;
}

/* Its day; PMO_DATE_NONE: it has none. */
static int32_t day_of(const struct pmo_record *meeting)
{
	struct pmo_value start = pmo_record_get_name(meeting, "start");
	return start.presence == PMO_PRESENT && start.kind == PMO_MOMENT
		       ? pmo_moment_date(start.as.moment)
		       : PMO_DATE_NONE;
}

/* What notes say of days counts from the day of the meeting: it must not be before that. */
static enum pmo_result check_day(struct minutes_run *run)
{
	struct cli *cli = run->cli;
	int32_t day = day_of(run->meeting), today = pmo_workspace_world(cli->workspace)->today;
	char text[PMO_DATE_LONG_SIZE];
	const char *id = pmo_short_id(run->meeting);
	if (day == PMO_DATE_NONE || !id)
		return PMO_OK;
	pmo_date_format_long(day, today, text);
	if (cli->change.on != PMO_DATE_NONE && cli->change.on < day)
		return cli_usage("--on: %s is on %s; held on another day? pmo set %s start=…, then "
				 "its minutes",
				 run->meeting->id, text, id);
	if (day > today)
		cli_tell(cli,
			 "%s has not been yet (%s), and days in its notes count from there; held "
			 "before? pmo set %s start=…, then its minutes",
			 run->meeting->id, text, id);
	return PMO_OK;
}

enum pmo_result minutes_take(struct minutes_run *run)
{
	struct cli *cli = run->cli;
	struct pmo_minutes minutes;
	struct pmo_update *update = NULL;
	bool asks = cli->is_terminal && cli->error_is_terminal && isatty(STDIN_FILENO);
	run->asked.choose = asks ? choose : NULL;
	run->asked.who = cli;
	enum pmo_result result = check_day(run);
	if (result == PMO_OK)
		result = pmo_minutes_open(cli->workspace, run->meeting, &run->asked, &minutes);
	if (result == PMO_OK)
		result = cli_begin(cli, &update);
	if (result == PMO_OK && !cli->dry_run)
		result = is_still(run);
	if (result == PMO_OK)
		result = pmo_minutes_apply(&minutes, update);
	if (result == PMO_OK)
		result = attach(run, update);
	if (result == PMO_OK)
		result = write_page(run, &minutes, update);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	pmo_update_end(update);
	if (result == PMO_OK)
		tell(cli, &minutes);
	return result;
}
