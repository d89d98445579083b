/* Who came: `Present: PM, PC, DSP (remote), QA for DSP`, `Absent: FLT (excused)`. */
#include "practice/minutes.h"

#include "store/draft.h"

#include <pmo/text.h>

#include <string.h>

enum { PERSON, MODE, DELEGATE, MEMBERS, PEOPLE_MOST = 500 };

struct attending {
	struct pmo_minutes *minutes;
	const struct minutes_people *people;
	const struct pmo_field *field;
	struct pmo_value *items;
	size_t count, capacity;
	bool quiet, failed;
};

static bool is_attendance(enum pmo_mark mark)
{
	return mark >= PMO_MARK_PRESENT && mark <= PMO_MARK_ABSENT;
}

static const char *mode_of(enum pmo_mark mark)
{
	switch (mark) {
	case PMO_MARK_REMOTE:
		return "remote";
	case PMO_MARK_EXCUSED:
		return "excused";
	case PMO_MARK_ABSENT:
		return "absent";
	default:
		return NULL;
	}
}

static void set(struct attending *attending, struct pmo_value *members, size_t which,
		const char *text)
{
	const struct pmo_field *member = &attending->field->members[which];
	members[which] = (struct pmo_value){ .presence = PMO_PRESENT,
					     .kind = (uint8_t)member->kind,
					     .as.text = text };
	for (uint8_t i = 0; member->choices && member->choices[i]; i++)
		if (strcmp(member->choices[i], text) == 0)
			members[which].detail = i;
}

static struct pmo_value *item_of(struct attending *attending, const char *person)
{
	for (size_t i = 0; i < attending->count; i++)
		if (strcmp(attending->items[i].as.items[PERSON].as.text, person) == 0)
			return &attending->items[i];
	struct pmo_value *grown =
		pmo_arena_grow(attending->minutes->arena, attending->items, attending->count,
			       &attending->capacity, sizeof(*grown));
	struct pmo_value *members =
		pmo_arena_array(attending->minutes->arena, MEMBERS + 1, sizeof(*members));
	attending->failed |= !grown || !members;
	if (attending->failed)
		return NULL;
	attending->items = grown;
	struct pmo_value *item = &grown[attending->count++];
	*item = (struct pmo_value){ .presence = PMO_PRESENT, .kind = PMO_STRUCT, .count = MEMBERS };
	item->as.items = members;
	return item;
}

static void add(struct attending *attending, const char *person, const char *mode,
		const char *delegate)
{
	struct pmo_value *item = person ? item_of(attending, person) : NULL;
	if (!item)
		return;
	struct pmo_value *members = (struct pmo_value *)item->as.items;
	members[MODE] = members[DELEGATE] = (struct pmo_value){ .presence = PMO_ABSENT };
	set(attending, members, PERSON, person);
	if (mode)
		set(attending, members, MODE, mode);
	if (delegate)
		set(attending, members, DELEGATE, delegate);
}

/* A word at the end in brackets or alone: `(remote)`, `by phone`; cut off, *mode set. */
static void take_mode(char *text, const char **mode)
{
	static const struct {
		const char *word, *mode;
	} ends[] = {
		{ "remote", "remote" },   { "remotely", "remote" }, { "by phone", "remote" },
		{ "phone", "remote" },    { "online", "remote" },   { "video", "remote" },
		{ "excused", "excused" }, { "absent", "absent" },   { "present", NULL },
	};
	size_t length = strlen(text);
	while (length && strchr(" ).", text[length - 1]))
		text[--length] = '\0';
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t word = strlen(ends[i].word);
		if (word >= length || !pmo_ascii_equal(text + length - word, ends[i].word) ||
		    !strchr(" (", text[length - word - 1]))
			continue;
		length -= word;
		while (length && strchr(" (,-", text[length - 1]))
			length--;
		text[length] = '\0';
		*mode = ends[i].mode;
		return;
	}
}

static void read_one(struct attending *attending, const struct pmo_minutes_line *line, char *text)
{
	const char *mode = mode_of(line->mark);
	take_mode(text, &mode);
	char *stood = strstr(text, " for ");
	if (stood) {
		*stood = '\0';
		stood += 5;
	}
	while (*text == ' ')
		text++;
	if (!*text)
		return;
	const char *person =
		minutes_who(attending->minutes, attending->people, line, text, attending->quiet);
	const char *other = stood && person ? minutes_who(attending->minutes, attending->people,
							  line, stood, attending->quiet)
					    : NULL;
	if (stood && other)
		add(attending, other, "delegate", person);
	else if (!stood)
		add(attending, person, mode, NULL);
}

static bool read_page(struct attending *attending, const struct pmo_minutes_sheet *page)
{
	bool any = false;
	size_t names = 0;
	for (size_t i = 0; i < page->count; i++) {
		const struct pmo_minutes_line *line = &page->lines[i];
		if (!is_attendance(line->mark))
			continue;
		any = true;
		for (const char *text = line->text; *text && names++ < PEOPLE_MOST;) {
			size_t length = strcspn(text, ",;");
			char *one = pmo_arena_copy(attending->minutes->arena, text, length);
			attending->failed |= !one;
			if (one)
				read_one(attending, line, one);
			text += length + (text[length] != '\0');
		}
	}
	return any;
}

static const char *text_at(const struct pmo_value *item, size_t which)
{
	const struct pmo_value *member = &item->as.items[which];
	return member->presence == PMO_PRESENT ? member->as.text : "";
}

static bool is_same(const struct attending *a, const struct attending *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		for (size_t which = 0; which < MEMBERS; which++)
			if (strcmp(text_at(&a->items[i], which), text_at(&b->items[i], which)) != 0)
				return false;
	return true;
}

enum pmo_result minutes_apply_attendance(struct minutes_work *work)
{
	struct pmo_minutes *minutes = work->minutes;
	const struct pmo_record *meeting = pmo_draft_record(work->draft);
	int field = pmo_schema_field(meeting->schema, "attendance");
	struct pmo_value there = pmo_record_get(meeting, field);
	struct attending now = { .minutes = minutes, .people = &work->people };
	now.field = meeting->schema->fields[field];
	struct attending before = now;
	before.quiet = true;
	bool any = read_page(&now, &minutes->now);
	read_page(&before, &minutes->before);
	if (now.failed || before.failed)
		return PMO_NO_MEMORY;
	if (!any || !now.count || (pmo_value_is_present(&there) && is_same(&now, &before)))
		return PMO_OK;
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_STRUCT, .is_list = true };
	value.count = (uint32_t)now.count;
	value.as.items = now.items;
	enum pmo_result result = draft_set_value(work->draft, field, &value);
	struct pmo_minutes_event event = {
		.did = PMO_MINUTES_CHANGED,
		.mark = PMO_MARK_PRESENT,
		.message = minutes_format(minutes, "attendance of %zu", now.count),
	};
	return result == PMO_OK ? minutes_tell(minutes, &event) : result;
}
