/* Commits as events of `pmo log`. */
#include "log.h"

#include <pmo/log.h>

#include <string.h>

/* Whether a line of the record says what the commit does. */
static bool says_the_same(const struct event *event, const struct pmo_log_entry *entry)
{
	size_t length = strcspn(entry->what, ",");
	if (strcmp(event->id, entry->id) != 0)
		return false;
	if (strcmp(entry->verb, "add") == 0)
		return strncmp(event->what, "added", 5) == 0;
	if (strcmp(entry->verb, "note") == 0)
		return strcmp(event->what, entry->what) == 0;
	/* "active>closed" begins "active>closed: permit granted" */
	return memchr(entry->what, '>', length) && strncmp(event->what, entry->what, length) == 0 &&
	       (!event->what[length] || strchr(" :,", event->what[length]));
}

/*
 * A record's own history has the same change: the line it wrote is the better one. Each
 * line was brought by one commit, the first; what says the same later happened again.
 */
static bool is_told(const struct story *story, size_t count, const struct pmo_log_entry *entry)
{
	for (size_t i = 0; i < count; i++) {
		struct event *event = &story->items[i];
		if (event->is_matched || !says_the_same(event, entry))
			continue;
		event->is_matched = true;
		return true;
	}
	return false;
}

/* "owner NET>PROC (after the meeting)"; "close: active>closed". */
static const char *words_of(struct cli *cli, const struct pmo_log_entry *entry)
{
	bool is_plain = strcmp(entry->verb, "set") == 0 && *entry->what;
	bool is_new = strcmp(entry->verb, "add") == 0;
	return pmo_arena_format(&cli->arena, "%s%s%s%s%s%s",
				is_plain ? "" : is_new ? "added" : entry->verb,
				!is_plain && *entry->what ? ": " : "", entry->what,
				entry->subject ? " (" : "", entry->subject ? entry->subject : "",
				entry->subject ? ")" : "");
}

static void add_entry(struct story *story, size_t told, const struct pmo_log_entry *entry)
{
	struct event event = { .date = entry->date, .id = entry->id, .who = entry->who };
	event.commit = entry->commit ? entry->commit : "not committed";
	if (entry->more) {
		struct event rest = event;
		rest.id = "";
		rest.what = pmo_arena_format(&story->cli->arena, "and %zu more", entry->more);
		story_add(story, &rest);
	}
	if (is_told(story, told, entry))
		return;
	event.what = words_of(story->cli, entry);
	story_add(story, &event);
}

enum pmo_result story_add_commits(struct story *story, const struct pmo_project *project,
				  const struct pmo_record *record, size_t limit)
{
	struct pmo_log log;
	size_t told = story->count;
	enum pmo_result result =
		pmo_log_read(story->cli->workspace, project, record, limit, &log);
	if (result != PMO_OK)
		return result;
	/* From the oldest on, as the records' own lines are. */
	for (size_t i = log.count; i > 0; i--)
		add_entry(story, told, &log.items[i - 1]);
	story->is_cut |= log.is_cut;
	return PMO_OK;
}
