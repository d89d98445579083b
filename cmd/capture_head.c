/* See capture.h. */
#include "capture.h"

#include <pmo/text.h>

#include <string.h>

struct reading {
	struct capture_head *head;
	struct people people;
	bool has_people;
	bool has_owner, has_date; /* or the register has no such field */
};

static size_t word_length(const char *text, size_t length)
{
	size_t word = 0;
	while (word < length && text[word] != ' ')
		word++;
	return word;
}

static bool is_word(const char *text, size_t length, const char *word)
{
	if (length != strlen(word))
		return false;
	for (size_t i = 0; i < length; i++)
		if (pmo_ascii_to_lower(text[i]) != word[i])
			return false;
	return true;
}

static size_t scan_date(const struct reading *reading, const char *text, size_t length,
			int32_t *date)
{
	const struct pmo_world *world = pmo_workspace_world(reading->head->cli->workspace);
	struct pmo_date_context context = { world->today, world->calendar };
	size_t taken = pmo_date_scan(&context, text, length, date);
	return taken && (taken == length || text[taken] == ' ') ? taken : 0;
}

/* `fri`, `by fri`, `due next fri` */
static size_t read_date(struct reading *reading, const char *text, size_t length)
{
	size_t before = word_length(text, length), taken;
	int32_t date;
	bool leads = is_word(text, before, "by") || is_word(text, before, "on") ||
		     is_word(text, before, "due") || is_word(text, before, "until");
	before = leads && before < length ? before + 1 : 0;
	if (leads && !before)
		return 0;
	taken = scan_date(reading, text + before, length - before, &date);
	if (!taken)
		return 0;
	reading->head->date = date;
	reading->has_date = true;
	return before + taken;
}

/* Where nobody is recorded, any word in capitals is a handle. */
static bool is_in_capitals(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!pmo_ascii_is_upper(text[i]) && !pmo_ascii_is_digit(text[i]))
			return false;
	return length > 1;
}

/* A handle, or up to three words of a name. */
static size_t read_owner(struct reading *reading, const char *text, size_t length)
{
	size_t ends[3], count = 0, at = 0;
	while (count < 3 && at < length) {
		at += word_length(text + at, length - at);
		ends[count++] = at++;
	}
	while (reading->has_people && count-- > 0) {
		const char *handle = people_find(&reading->people, text, ends[count]);
		if (!handle)
			continue;
		reading->head->owner = handle;
		reading->has_owner = true;
		return ends[count];
	}
	if (reading->has_people || !is_in_capitals(text, ends[0]))
		return 0;
	reading->head->owner = pmo_arena_copy(&reading->head->cli->arena, text, ends[0]);
	reading->has_owner = true;
	return ends[0];
}

static size_t leave_out(const struct reading *reading, const char *text, size_t length)
{
	struct capture_head *head = reading->head;
	size_t word = word_length(text, length);
	size_t place = head->mistake_count++;
	if (place >= CAPTURE_MISTAKES)
		return word;
	head->mistakes[place] = pmo_arena_copy(&head->cli->arena, text, word);
	head->nearest[place] =
		reading->has_people ? people_nearest(&reading->people, text, word) : NULL;
	return word;
}

bool capture_read_head(struct capture_head *head, const char *text, size_t length)
{
	struct reading reading = { .head = head };
	reading.has_people = people_open(&reading.people, head->cli);
	reading.has_owner = head->schema->owner < 0;
	reading.has_date = head->schema->due < 0;
	head->owner = NULL;
	head->date = PMO_DATE_NONE;
	head->mistake_count = 0;
	for (size_t at = 0; at < length;) {
		size_t taken = 0;
		if (text[at] == ' ') {
			at++;
			continue;
		}
		if (!reading.has_date)
			taken = read_date(&reading, text + at, length - at);
		if (!taken && !reading.has_owner)
			taken = read_owner(&reading, text + at, length - at);
		if (!taken)
			taken = leave_out(&reading, text + at, length - at);
		at += taken;
	}
	return head->owner || head->date != PMO_DATE_NONE;
}

/* Why a word before the colon does not count. */
static const char *reason(const struct capture_head *head)
{
	struct pmo_arena *arena = &head->cli->arena;
	const char *text = "is no person";
	if (head->schema->owner < 0)
		text = pmo_arena_format(arena, "is left out: a %s has no owner",
					head->schema->table->name);
	else if (head->owner && head->date != PMO_DATE_NONE)
		text = pmo_arena_format(arena, "is left out: %s is the owner", head->owner);
	else if (head->owner)
		text = pmo_arena_format(arena, "is left out: it is no date, and %s is the owner",
					head->owner);
	return text ? text : "is left out";
}

void capture_tell_mistakes(const struct capture_head *head)
{
	struct pmo_diags *diags = &head->cli->diags;
	for (size_t i = 0; i < head->mistake_count && i < CAPTURE_MISTAKES; i++) {
		const char *nearest = head->owner ? NULL : head->nearest[i];
		if (head->schema->owner < 0)
			nearest = NULL;
		pmo_diag_add(diags, PMO_WARNING, "ref-missing", NULL,
			     "'%s' before the colon %s%s%s",
			     head->mistakes[i] ? head->mistakes[i] : "", reason(head),
			     nearest ? "; nearest is " : "", nearest ? nearest : "");
		if (nearest)
			pmo_diag_hint(diags, "pmo set . %s=%s",
				      head->schema->fields[head->schema->owner]->name, nearest);
	}
}
