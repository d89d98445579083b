/* Commits as events of `pmo log`. */
#include "log.h"

#include <pmo/log.h>

#include <string.h>

/* A record's own history has the same change: the line it wrote is the better one. */
static bool is_told(const struct story *story, size_t count, const struct pmo_log_entry *entry)
{
	size_t length = strcspn(entry->what, ",");
	bool is_new = strcmp(entry->verb, "add") == 0, is_note = strcmp(entry->verb, "note") == 0;
	for (size_t i = 0; i < count; i++) {
		const struct event *event = &story->items[i];
		if (strcmp(event->id, entry->id) != 0)
			continue;
		if (is_new && strncmp(event->what, "added", 5) == 0)
			return true;
		if (is_note && strcmp(event->what, entry->what) == 0)
			return true;
		/* "active>closed" begins "active>closed: permit granted" */
		if (memchr(entry->what, '>', length) &&
		    strncmp(event->what, entry->what, length) == 0 &&
		    (!event->what[length] || strchr(" :,", event->what[length])))
			return true;
	}
	return false;
}

/* "owner NET>PROC: after the meeting"; "close: active>closed". */
static const char *words_of(struct cli *cli, const struct pmo_log_entry *entry)
{
	bool is_plain = strcmp(entry->verb, "set") == 0 && *entry->what;
	bool is_new = strcmp(entry->verb, "add") == 0;
	return pmo_arena_format(&cli->arena, "%s%s%s%s%s",
				is_plain ? "" : is_new ? "added" : entry->verb,
				!is_plain && *entry->what ? ": " : "", entry->what,
				entry->subject ? ": " : "", entry->subject ? entry->subject : "");
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
