/* Commits as events of `pmo log`. */
#include "log.h"

#include <pmo/log.h>

#include <string.h>

/* A part of what a commit changed: "active>closed" of "active>closed, tags +cjis". */
struct clause {
	const char *verb, *text;
	size_t length;
};

/* Whether a line of the record says that. */
static bool says_the_same(const struct event *event, const struct clause *clause)
{
	size_t length = clause->length;
	if (strcmp(clause->verb, "add") == 0)
		return strncmp(event->what, "added", 5) == 0;
	if (strcmp(clause->verb, "note") == 0)
		return strcmp(event->what, clause->text) == 0;
	/* "active>closed" begins "active>closed: permit granted" */
	return memchr(clause->text, '>', length) &&
	       strncmp(event->what, clause->text, length) == 0 &&
	       (!event->what[length] || strchr(" :,", event->what[length]));
}

/*
 * A record's own history has the same change: the line it wrote is the better one. Each
 * line was brought by one commit, the first; what says the same later happened again.
 */
static bool is_told(const struct story *story, size_t count, const char *id,
		    const struct clause *clause)
{
	for (size_t i = 0; i < count; i++) {
		struct event *event = &story->items[i];
		if (event->is_matched || strcmp(event->id, id) != 0 ||
		    !says_the_same(event, clause))
			continue;
		event->is_matched = true;
		return true;
	}
	return false;
}

/* Takes out what the record tells itself; false: nothing is left. */
static bool leave_rest(struct story *story, size_t count, struct pmo_log_entry *entry)
{
	struct clause clause = { entry->verb, entry->what, strlen(entry->what) };
	bool is_whole = strcmp(entry->verb, "add") == 0 || strcmp(entry->verb, "note") == 0;
	if (is_whole || !*entry->what)
		return !is_told(story, count, entry->id, &clause);
	struct pmo_buffer rest;
	bool is_first = true, any_told = false;
	bool is_one_command = entry->commit && !entry->subject;
	pmo_buffer_init(&rest, PMO_BUFFER_LIMIT);
	for (const char *at = entry->what; *at; is_first = false) {
		const char *comma = strstr(at, ", ");
		clause.text = at;
		clause.length = comma ? (size_t)(comma - at) : strlen(at);
		bool told = is_told(story, count, entry->id, &clause);
		/* Of several commands the verb says nothing without its state. */
		if (told && is_first && !is_one_command)
			entry->verb = "set";
		any_told |= told;
		if (!told && rest.length)
			pmo_buffer_add_text(&rest, ", ");
		if (!told)
			pmo_buffer_add(&rest, at, clause.length);
		at += clause.length + (comma ? 2 : 0);
	}
	if (any_told)
		entry->what = pmo_arena_copy(&story->cli->arena, rest.data, rest.length);
	pmo_buffer_release(&rest);
	story->failed |= !entry->what;
	return entry->what && *entry->what;
}

/* "owner NET>PROC (after the meeting)"; "close: active>closed". */
static const char *words_of(struct cli *cli, const struct pmo_log_entry *entry)
{
	bool is_plain = strcmp(entry->verb, "set") == 0 && *entry->what;
	bool is_new = strcmp(entry->verb, "add") == 0;
	return pmo_arena_format(&cli->arena, "%s%s%s%s%s%s",
				is_plain ? ""
				: is_new ? "added"
					 : entry->verb,
				!is_plain && *entry->what ? ": " : "", entry->what,
				entry->subject ? " (" : "", entry->subject ? entry->subject : "",
				entry->subject ? ")" : "");
}

static void add_entry(struct story *story, size_t told, struct pmo_log_entry *entry)
{
	struct event event = { .date = entry->date, .id = entry->id, .who = entry->who };
	event.commit = entry->commit ? entry->commit : "not committed";
	if (entry->more) {
		struct event rest = event;
		rest.id = "";
		rest.what = pmo_arena_format(&story->cli->arena, "and %zu more", entry->more);
		story_add(story, &rest);
	}
	if (!leave_rest(story, told, entry))
		return;
	event.what = words_of(story->cli, entry);
	story_add(story, &event);
}

enum pmo_result story_add_commits(struct story *story, const struct pmo_project *project,
				  const struct pmo_record *record, size_t limit)
{
	struct pmo_log log;
	size_t told = story->count;
	enum pmo_result result = pmo_log_read(story->cli->workspace, project, record, limit, &log);
	if (result != PMO_OK)
		return result;
	/* From the oldest on, as the records' own lines are. */
	for (size_t i = log.count; i > 0; i--)
		add_entry(story, told, &log.items[i - 1]);
	story->is_cut |= log.is_cut;
	return PMO_OK;
}
