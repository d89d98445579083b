/* Marks that are lines of the meeting itself: feedback, takeaways, motions, corrections. */
#include "practice/minutes.h"

#include "store/draft.h"

#include <pmo/text.h>

#include <string.h>

static const char *list_of(enum pmo_mark mark)
{
	switch (mark) {
	case PMO_MARK_FEEDBACK:
		return "feedback";
	case PMO_MARK_TAKEAWAY:
		return "takeaways";
	case PMO_MARK_MOTION:
		return "motions";
	default:
		return "corrections";
	}
}

/* The number of the item with that text; UINT32_MAX: none. */
static uint32_t find_item(const struct pmo_record *meeting, int field, const char *text)
{
	struct pmo_value list = pmo_record_get(meeting, field);
	const char *member = meeting->schema->fields[field]->kind == PMO_STRUCT ? "text" : NULL;
	uint32_t count = list.presence == PMO_PRESENT && list.is_list ? list.count : 0;
	for (uint32_t i = 0; i < count; i++) {
		const char *own = minutes_member(meeting, field, i, member);
		if (own && pmo_text_compare(own, text) == 0)
			return i;
	}
	return UINT32_MAX;
}

static void set_member(const struct pmo_field *field, struct pmo_value *members, const char *name,
		       struct pmo_value value)
{
	for (size_t i = 0; field->members[i].name; i++)
		if (strcmp(field->members[i].name, name) == 0) {
			members[i] = value;
			members[i].presence = PMO_PRESENT;
			members[i].kind = (uint8_t)field->members[i].kind;
			for (uint8_t c = 0; field->members[i].choices && value.as.text &&
					    field->members[i].choices[c];
			     c++)
				if (strcmp(field->members[i].choices[c], value.as.text) == 0)
					members[i].detail = c;
		}
}

static void set_text(const struct pmo_field *field, struct pmo_value *members, const char *name,
		     const char *text)
{
	if (text)
		set_member(field, members, name, (struct pmo_value){ .as.text = text });
}

static void set_count(const struct pmo_field *field, struct pmo_value *members, const char *name,
		      int count)
{
	for (size_t i = 0; count >= 0 && field->members[i].name; i++)
		if (strcmp(field->members[i].name, name) == 0)
			members[i] = (struct pmo_value){ .presence = PMO_PRESENT,
							 .kind = PMO_INTEGER,
							 .as.integer = count };
}

/* What a mark says as an item of its list. */
static bool fill_item(struct minutes_work *work, const struct minutes_mark *mark,
		      const struct pmo_field *field, struct pmo_value *item)
{
	size_t count = 0;
	*item = (struct pmo_value){ .presence = PMO_PRESENT, .kind = (uint8_t)field->kind };
	item->as.text = mark->text;
	if (field->kind != PMO_STRUCT)
		return true;
	while (field->members[count].name)
		count++;
	struct pmo_value *members =
		pmo_arena_array(work->minutes->arena, count + 1, sizeof(*members));
	if (!members)
		return false;
	set_text(field, members, "text", mark->text);
	set_text(field, members, mark->line->mark == PMO_MARK_MOTION ? "mover" : "from",
		 mark->owner);
	if (mark->line->mark == PMO_MARK_MOTION) {
		set_text(field, members, "result", mark->result);
		set_count(field, members, "for", mark->votes[0]);
		set_count(field, members, "against", mark->votes[1]);
		set_count(field, members, "abstain", mark->votes[2]);
	}
	item->count = (uint32_t)count;
	item->as.items = members;
	return true;
}

static enum pmo_result tell(struct minutes_work *work, const struct minutes_mark *mark,
			    enum pmo_minutes_did did, const char *message)
{
	struct pmo_minutes_event event = { .did = did,
					   .line = mark->line->number,
					   .mark = mark->line->mark,
					   .title = mark->text,
					   .message = message };
	return minutes_tell(work->minutes, &event);
}

static enum pmo_result assign(struct minutes_work *work, const char *list, uint32_t index,
			      const char *member, const char *text)
{
	return pmo_draft_assign(work->draft,
				minutes_format(work->minutes, "%s.%u%s%s=%s", list, index + 1,
					       member ? "." : "", member ? member : "", text));
}

static enum pmo_result assign_count(struct minutes_work *work, uint32_t index, const char *member,
				    int count)
{
	if (count < 0)
		return PMO_OK;
	return assign(work, "motions", index, member, minutes_format(work->minutes, "%d", count));
}

static bool differs(const char *a, const char *b)
{
	return a && (!b || strcmp(a, b) != 0);
}

/* What the mark says otherwise than it did before goes into the item; the rest stays. */
static enum pmo_result correct(struct minutes_work *work, const struct minutes_mark *mark,
			       const struct minutes_mark *old, uint32_t index)
{
	const char *list = list_of(mark->line->mark);
	bool is_motion = mark->line->mark == PMO_MARK_MOTION;
	bool is_struct = is_motion || mark->line->mark == PMO_MARK_FEEDBACK;
	bool text = differs(mark->text, old->text), owner = differs(mark->owner, old->owner);
	bool votes = memcmp(mark->votes, old->votes, sizeof(mark->votes)) != 0;
	bool ended = differs(mark->result, old->result);
	enum pmo_result result = PMO_OK;
	if (!text && !owner && !votes && !ended)
		return PMO_OK;
	if (text)
		result = assign(work, list, index, is_struct ? "text" : NULL, mark->text);
	if (result == PMO_OK && owner)
		result = assign(work, list, index, is_motion ? "mover" : "from", mark->owner);
	if (result == PMO_OK && ended)
		result = assign(work, list, index, "result", mark->result);
	if (result == PMO_OK && votes)
		result = assign_count(work, index, "for", mark->votes[0]);
	if (result == PMO_OK && votes)
		result = assign_count(work, index, "against", mark->votes[1]);
	if (result == PMO_OK && votes)
		result = assign_count(work, index, "abstain", mark->votes[2]);
	if (result != PMO_OK)
		return result;
	return tell(work, mark, PMO_MINUTES_CHANGED,
		    text ? minutes_format(work->minutes, "was: %s", old->text) : "corrected");
}

enum pmo_result minutes_apply_item(struct minutes_work *work, const struct minutes_mark *mark)
{
	const struct pmo_record *meeting = pmo_draft_record(work->draft);
	int field = pmo_schema_field(meeting->schema, list_of(mark->line->mark));
	const struct minutes_mark *old =
		mark->old >= 0 ? &work->minutes->old_marks[mark->old] : NULL;
	uint32_t index = old ? find_item(meeting, field, old->text) : UINT32_MAX;
	struct pmo_value item;
	if (field < 0)
		return PMO_OK;
	if (old && index != UINT32_MAX)
		return correct(work, mark, old, index);
	/* There by hand: it is not done twice. */
	if (find_item(meeting, field, mark->text) != UINT32_MAX)
		return PMO_OK;
	if (!fill_item(work, mark, meeting->schema->fields[field], &item))
		return PMO_NO_MEMORY;
	enum pmo_result result = draft_append_value(work->draft, field, &item);
	return result == PMO_OK ? tell(work, mark, PMO_MINUTES_MADE, mark->owner) : result;
}
