/* What is said once: prior minutes, the end, the next meeting; and what came of each item. */
#include "practice/minutes.h"

#include "store/draft.h"

#include <pmo/text.h>

#include <string.h>

static const struct pmo_minutes_line *line_of(const struct pmo_minutes_sheet *page,
					      enum pmo_mark mark)
{
	const struct pmo_minutes_line *found = NULL;
	for (size_t i = 0; i < page->count; i++)
		if (page->lines[i].mark == mark)
			found = &page->lines[i];
	return found;
}

static enum pmo_result tell(struct pmo_minutes *minutes, const struct pmo_minutes_line *line,
			    enum pmo_minutes_did did, const char *message)
{
	struct pmo_minutes_event event = { .did = did,
					   .line = line->number,
					   .mark = line->mark,
					   .title = line->text,
					   .message = message };
	return minutes_tell(minutes, &event);
}

/* `approved as corrected` is the choice approved_as_corrected; NULL: it is none. */
static const char *choice_of(const struct pmo_field *field, struct pmo_arena *arena,
			     const char *text)
{
	char *word = pmo_arena_string(arena, text);
	size_t length = word ? strlen(word) : 0;
	while (length && strchr(" .", word[length - 1]))
		word[--length] = '\0';
	for (size_t i = 0; i < length; i++)
		word[i] = word[i] == ' ' ? '_' : pmo_ascii_to_lower(word[i]);
	for (size_t i = 0; word && field->choices[i]; i++)
		if (strcmp(field->choices[i], word) == 0)
			return field->choices[i];
	return NULL;
}

static enum pmo_result apply_prior(struct minutes_work *work, const struct pmo_minutes_line *line)
{
	const struct pmo_record *meeting = pmo_draft_record(work->draft);
	int index = pmo_schema_field(meeting->schema, "prior_minutes");
	const char *choice =
		choice_of(meeting->schema->fields[index], work->minutes->arena, line->text);
	if (!choice)
		return tell(work->minutes, line, PMO_MINUTES_SKIPPED,
			    "expected approved, approved as corrected or not presented");
	const char *there = pmo_record_text(meeting, index);
	if (there && strcmp(there, choice) == 0)
		return PMO_OK;
	enum pmo_result result = pmo_draft_set(work->draft, index, choice);
	return result == PMO_OK
		       ? tell(work->minutes, line, PMO_MINUTES_CHANGED,
			      minutes_format(work->minutes, "prior minutes %s", line->text))
		       : result;
}

/* Without the small words: `is on Dec 1 at 10:00` is `Dec 1 10:00`. */
static const char *without_words(const struct pmo_minutes *minutes, const char *text)
{
	static const char *const small[] = { "is", "on", "at", "will", "be" };
	struct pmo_buffer out;
	pmo_buffer_init(&out, 1 << 16);
	for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
		size_t length = strcspn(text, " ");
		bool is_small = false;
		for (size_t i = 0; i < sizeof(small) / sizeof(*small); i++)
			is_small |=
				strlen(small[i]) == length && strncmp(text, small[i], length) == 0;
		if (!is_small)
			pmo_buffer_add_format(&out, "%s%.*s", out.length ? " " : "", (int)length,
					      text);
		text += length;
	}
	while (out.length && strchr(".,;", out.data[out.length - 1]))
		pmo_buffer_truncate(&out, out.length - 1);
	const char *plain = minutes_format(minutes, "%s", out.length ? out.data : "");
	pmo_buffer_release(&out);
	return plain;
}

/* `10:45`, `Wed Nov 25 10:00`: seen from the day of the meeting. */
static enum pmo_result apply_moment(struct minutes_work *work, const struct pmo_minutes_line *line,
				    const char *field)
{
	const struct pmo_record *meeting = pmo_draft_record(work->draft);
	const struct pmo_world *world = pmo_workspace_world(work->minutes->workspace);
	struct pmo_date_context context = { minutes_day(meeting), world->calendar };
	int index = pmo_schema_field(meeting->schema, field);
	struct pmo_moment moment;
	char text[PMO_MOMENT_SIZE];
	const char *plain = without_words(work->minutes, line->text);
	if (context.today == PMO_DATE_NONE)
		context.today = world->today;
	if (pmo_moment_input(&context, plain, strlen(plain), &moment) != PMO_OK)
		return tell(work->minutes, line, PMO_MINUTES_SKIPPED,
			    "expected a time such as 10:45, or Nov 25 10:00");
	pmo_moment_format(&moment, text);
	struct pmo_value there = pmo_record_get(meeting, index);
	if (there.presence == PMO_PRESENT && there.kind == PMO_MOMENT &&
	    there.as.moment->minutes == moment.minutes)
		return PMO_OK;
	enum pmo_result result = pmo_draft_set(work->draft, index, text);
	return result == PMO_OK ? tell(work->minutes, line, PMO_MINUTES_CHANGED,
				       minutes_format(work->minutes, "%s %s",
						      pmo_mark_name(line->mark), text))
				: result;
}

static bool has(const struct minutes_work *work, const char *field)
{
	struct pmo_value value = pmo_record_get_name(pmo_draft_record(work->draft), field);
	return pmo_value_is_present(&value);
}

enum pmo_result minutes_apply_facts(struct minutes_work *work)
{
	const struct pmo_minutes_sheet *page = &work->minutes->now,
				       *before = &work->minutes->before;
	static const enum pmo_mark facts[] = { PMO_MARK_PRIOR, PMO_MARK_ADJOURNED, PMO_MARK_NEXT };
	static const char *const fields[] = { "prior_minutes", "adjourned", "next" };
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < 3; i++) {
		const struct pmo_minutes_line *line = line_of(page, facts[i]);
		const struct pmo_minutes_line *old = line_of(before, facts[i]);
		const char *field = fields[i];
		if (!line || (old && strcmp(old->text, line->text) == 0 && has(work, field)))
			continue;
		if (facts[i] == PMO_MARK_PRIOR)
			result = apply_prior(work, line);
		else
			result = apply_moment(work, line, field);
	}
	return result;
}

static bool is_skipped(const struct pmo_minutes *minutes, const struct pmo_minutes_line *line)
{
	for (size_t i = 0; i < minutes->mark_count; i++)
		if (minutes->marks[i].line == line)
			return minutes->marks[i].is_skipped;
	for (size_t i = 0; i < minutes->old_count; i++)
		if (minutes->old_marks[i].line == line)
			return minutes->old_marks[i].is_skipped;
	return false;
}

/* The words of an item in one line; a mark that was not understood is words, too. */
static const char *words_of(struct pmo_minutes *minutes, const struct pmo_minutes_sheet *page,
			    int item)
{
	struct pmo_buffer out;
	pmo_buffer_init(&out, (size_t)4 * PMO_SHEET_LIMIT);
	for (size_t i = 0; i < page->count; i++) {
		const struct pmo_minutes_line *line = &page->lines[i];
		bool whole = line->mark >= PMO_MARK_ACTION && line->mark <= PMO_MARK_CORRECTION &&
			     is_skipped(minutes, line);
		if (line->item != item || (line->mark != PMO_MARK_NOTE && !whole) || !*line->text)
			continue;
		pmo_buffer_add_text(&out, out.length ? " " : "");
		if (whole)
			pmo_buffer_add(&out, page->text + line->start, line->length);
		else
			pmo_buffer_add_text(&out, line->text);
	}
	const char *text = out.failed ? NULL : minutes_format(minutes, "%s", out.data);
	pmo_buffer_release(&out);
	return text;
}

/* What the record has for an item. */
struct outcomes {
	uint32_t count, first; /* first: its place in the list */
	uint32_t same;         /* the place of the one with a text; count_of_all: none */
	bool is_all;           /* all of them together are that text */
	bool has_new;          /* one of them is the new text already */
	uint32_t count_of_all;
};

static enum pmo_result find_outcomes(struct minutes_work *work, int item,
				     const char *const texts[2], struct outcomes *found)
{
	const struct pmo_record *meeting = pmo_draft_record(work->draft);
	int field = pmo_schema_field(meeting->schema, "outcomes");
	struct pmo_value list = pmo_record_get(meeting, field);
	struct pmo_buffer all;
	*found = (struct outcomes){ .count_of_all = pmo_value_is_present(&list) ? list.count : 0 };
	found->same = found->count_of_all;
	pmo_buffer_init(&all, (size_t)4 * PMO_SHEET_LIMIT);
	for (uint32_t i = 0; i < found->count_of_all; i++) {
		const struct pmo_value *number =
			pmo_value_member(meeting->schema->fields[field], &list.as.items[i], "item");
		const char *text = minutes_member(meeting, field, i, "text");
		if (!number || number->presence != PMO_PRESENT || number->as.integer != item ||
		    !text)
			continue;
		if (!found->count++)
			found->first = i;
		if (strcmp(text, texts[0]) == 0)
			found->same = i;
		found->has_new |= strcmp(text, texts[1]) == 0;
		pmo_buffer_add_format(&all, "%s%s", all.length ? " " : "", text);
	}
	found->is_all = found->count && strcmp(all.data, texts[0]) == 0;
	bool failed = all.failed;
	pmo_buffer_release(&all);
	return failed ? PMO_NO_MEMORY : PMO_OK;
}

static enum pmo_result append_outcome(struct minutes_work *work, int item, const char *text)
{
	int field = pmo_schema_field(pmo_draft_record(work->draft)->schema, "outcomes");
	struct pmo_value members[3] = {
		{ .presence = PMO_PRESENT, .kind = PMO_INTEGER, .as.integer = item },
		{ .presence = PMO_PRESENT, .kind = PMO_TEXT, .as.text = text },
	};
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_STRUCT, .count = 2 };
	value.as.items = members;
	return draft_append_value(work->draft, field, &value);
}

/*
 * What these notes said of an item before becomes what they say now. What somebody else wrote
 * about it stays beside them.
 */
static enum pmo_result set_outcome(struct minutes_work *work, int item, const char *const texts[2],
				   bool *changed)
{
	struct outcomes found;
	enum pmo_result result = find_outcomes(work, item, texts, &found);
	bool has_old = found.same < found.count_of_all;
	*changed = false;
	if (result != PMO_OK || found.has_new)
		return result;
	*changed = true;
	if (has_old)
		return pmo_draft_assign(work->draft,
					minutes_format(work->minutes, "outcomes.%u.text=%s",
						       found.same + 1, texts[1]));
	/* Several of one item become the one that the page has. */
	while (result == PMO_OK && found.is_all && found.count) {
		result = pmo_draft_assign(work->draft, minutes_format(work->minutes, "outcomes-=%u",
								      found.first + 1));
		found.count--;
	}
	return result == PMO_OK ? append_outcome(work, item, texts[1]) : result;
}

enum pmo_result minutes_apply_outcomes(struct minutes_work *work)
{
	struct pmo_minutes *minutes = work->minutes;
	const char *const *topics = minutes_topics(minutes->meeting, minutes->arena);
	size_t count = 0;
	enum pmo_result result = topics ? PMO_OK : PMO_NO_MEMORY;
	for (int item = 1; result == PMO_OK && topics[item - 1]; item++) {
		const char *texts[2] = { words_of(minutes, &minutes->before, item),
					 words_of(minutes, &minutes->now, item) };
		bool changed = false;
		if (!texts[0] || !texts[1])
			return PMO_NO_MEMORY;
		bool same = strcmp(texts[0], texts[1]) == 0 && has(work, "outcomes");
		if (*texts[1] && !same)
			result = set_outcome(work, item, texts, &changed);
		count += changed;
	}
	if (result != PMO_OK || !count)
		return result;
	struct pmo_minutes_event event = {
		.did = PMO_MINUTES_CHANGED,
		.mark = PMO_MARK_NOTE,
		.message =
			minutes_format(minutes, "notes of %zu item%s", count, count > 1 ? "s" : ""),
	};
	return minutes_tell(minutes, &event);
}
