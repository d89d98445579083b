/* Marks that are records: made, corrected, decided, linked to the meeting. */
#include "practice/minutes.h"

#include "store/draft.h"

#include <pmo/text.h>

#include <string.h>

/* Which register a mark is of, and where the meeting lists it. */
struct kind {
	const char *register_name, *list;
};

static struct kind kind_of(enum pmo_mark mark)
{
	switch (mark) {
	case PMO_MARK_ACTION:
		return (struct kind){ "action", "actions" };
	case PMO_MARK_DECISION:
		return (struct kind){ "decision", "decisions" };
	case PMO_MARK_ISSUE:
		return (struct kind){ "issue", "raised" };
	default:
		return (struct kind){ "risk", "raised" };
	}
}

static enum pmo_result set_text(struct pmo_draft *draft, const char *name, const char *text)
{
	int field = pmo_schema_field(draft->now.schema, name);
	struct pmo_value value = { .presence = PMO_PRESENT };
	if (field < 0 || !text || !*text)
		return PMO_OK;
	value.kind = (uint8_t)draft->now.schema->fields[field]->kind;
	value.as.text = text;
	return draft_set_value(draft, field, &value);
}

static enum pmo_result set_date(struct pmo_draft *draft, const char *name, int32_t date)
{
	int field = pmo_schema_field(draft->now.schema, name);
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_DATE };
	if (field < 0 || date == PMO_DATE_NONE)
		return PMO_OK;
	value.as.integer = date;
	return draft_set_value(draft, field, &value);
}

/* The meeting's list names the record; *was: it did before. */
static enum pmo_result link_record(struct minutes_work *work, const struct minutes_mark *mark,
				   const char *id, bool *was)
{
	const struct pmo_record *meeting = pmo_draft_record(work->draft);
	int field = pmo_schema_field(meeting->schema, kind_of(mark->line->mark).list);
	struct pmo_value list = pmo_record_get(meeting, field);
	uint32_t count = list.presence == PMO_PRESENT && list.is_list ? list.count : 0;
	struct pmo_value item = { .presence = PMO_PRESENT, .kind = PMO_REF, .as.text = id };
	*was = false;
	for (uint32_t i = 0; i < count; i++) {
		const char *own = minutes_member(meeting, field, i, NULL);
		*was |= own && strcmp(own, id) == 0;
	}
	return *was ? PMO_OK : draft_append_value(work->draft, field, &item);
}

static enum pmo_result tell(struct minutes_work *work, const struct minutes_mark *mark,
			    enum pmo_minutes_did did, const char *message)
{
	struct pmo_minutes_event event = { .did = did,
					   .line = mark->line->number,
					   .mark = mark->line->mark,
					   .id = mark->id,
					   .title = mark->text,
					   .message = message };
	return minutes_tell(work->minutes, &event);
}

/* "DSP, due Fri Nov 20". */
static const char *who_and_when(struct minutes_work *work, const struct pmo_record *record)
{
	const struct pmo_world *world = pmo_workspace_world(work->minutes->workspace);
	const char *owner = pmo_record_text(record, record->schema->owner);
	struct pmo_value due = { .presence = PMO_ABSENT };
	char day[PMO_DATE_LONG_SIZE] = "";
	if (record->schema->due >= 0)
		due = pmo_record_get(record, record->schema->due);
	if (due.presence == PMO_PRESENT && due.kind == PMO_DATE)
		pmo_date_format_long((int32_t)due.as.integer, world->today, day);
	return minutes_format(work->minutes, "%s%s%s%s", owner ? owner : "",
			      owner && *day ? ", " : "", *day ? "due " : "", day);
}

/* What an action still lacks; NULL: nothing. */
static const char *lacking(const struct minutes_mark *mark)
{
	if (mark->line->mark != PMO_MARK_ACTION)
		return NULL;
	if (!mark->owner)
		return mark->due == PMO_DATE_NONE ? "nobody owns it and it has no date"
						  : "nobody owns it";
	return mark->due == PMO_DATE_NONE ? "it has no date" : NULL;
}

static enum pmo_result fill_decision(struct minutes_work *work, const struct minutes_mark *mark,
				     struct pmo_draft *draft)
{
	const struct pmo_record *meeting = pmo_draft_record(work->draft);
	int32_t day = minutes_day(meeting);
	int agenda = pmo_schema_field(meeting->schema, "agenda");
	const char *topic =
		mark->line->item
			? minutes_member(meeting, agenda, (uint32_t)mark->line->item - 1, "topic")
			: NULL;
	const char *owner = mark->owner;
	if (!owner)
		owner = pmo_record_text(meeting, pmo_schema_field(meeting->schema, "chair"));
	enum pmo_result result = set_text(draft, "decision", mark->text);
	if (result == PMO_OK && !draft->old)
		result = set_text(draft, "question", topic ? topic : mark->text);
	if (result == PMO_OK && (!draft->old || mark->owner))
		result = set_text(draft, "owner", owner);
	if (result == PMO_OK && !draft->old)
		result = set_date(draft, "due", day);
	if (result == PMO_OK)
		result = set_date(draft, "date", day);
	if (result == PMO_OK)
		result = set_text(draft, "made_in", meeting->id);
	return result == PMO_OK ? pmo_draft_move(draft, "decide") : result;
}

static enum pmo_result fill_other(struct minutes_work *work, const struct minutes_mark *mark,
				  struct pmo_draft *draft)
{
	const struct pmo_record *meeting = pmo_draft_record(work->draft);
	int32_t day = minutes_day(meeting);
	enum pmo_result result = set_text(draft, "owner", mark->owner);
	if (result == PMO_OK && mark->due != PMO_DATE_NONE)
		result = set_date(draft, mark->line->mark == PMO_MARK_RISK ? "next_review" : "due",
				  mark->due);
	if (result == PMO_OK && mark->line->mark == PMO_MARK_ACTION)
		result = set_text(draft, "source", meeting->id);
	if (result == PMO_OK && mark->line->mark == PMO_MARK_ISSUE)
		result = set_date(draft, "raised", day);
	if (result == PMO_OK && mark->line->mark == PMO_MARK_RISK)
		result = set_date(draft, "identified", day);
	return result;
}

static enum pmo_result make(struct minutes_work *work, struct minutes_mark *mark)
{
	struct pmo_draft *draft;
	bool was;
	const struct pmo_schema *schema = pmo_workspace_schema(
		work->minutes->workspace, kind_of(mark->line->mark).register_name);
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		pmo_update_add(work->update, work->minutes->meeting->project, schema, NULL, &draft);
	if (result == PMO_OK)
		result = set_text(draft, "title", mark->text);
	if (result == PMO_OK)
		result = mark->line->mark == PMO_MARK_DECISION ? fill_decision(work, mark, draft)
							       : fill_other(work, mark, draft);
	if (result == PMO_OK)
		result = link_record(work, mark, pmo_draft_record(draft)->id, &was);
	if (result != PMO_OK)
		return result;
	mark->id = minutes_format(work->minutes, "%s", pmo_draft_record(draft)->id);
	result = tell(work, mark, PMO_MINUTES_MADE, who_and_when(work, pmo_draft_record(draft)));
	if (result == PMO_OK && lacking(mark))
		result = tell(work, mark, PMO_MINUTES_REMARK, lacking(mark));
	return result;
}

/* The record of an id in the meeting's project, without a diagnostic; or NULL. */
static const struct pmo_record *find(struct minutes_work *work, const struct minutes_mark *mark)
{
	const struct pmo_record *meeting = pmo_draft_record(work->draft);
	const struct pmo_world *world = pmo_workspace_world(work->minutes->workspace);
	const char *name = kind_of(mark->line->mark).register_name;
	return world->find ? world->find(world->store, meeting, mark->id, name) : NULL;
}

/* The open decision that the item is about, or NULL. */
static const char *decision_of_item(struct minutes_work *work, const struct minutes_mark *mark)
{
	const struct pmo_record *meeting = pmo_draft_record(work->draft);
	int agenda = pmo_schema_field(meeting->schema, "agenda");
	const char *id = mark->line->item ? minutes_member(meeting, agenda,
							   (uint32_t)mark->line->item - 1, "ref")
					  : NULL;
	struct minutes_mark asked = *mark;
	asked.id = id;
	const struct pmo_record *decision = id ? find(work, &asked) : NULL;
	if (!decision || strcmp(decision->schema->table->name, "decision") != 0)
		return NULL;
	return pmo_word_is_in("proposed|pending", pmo_record_state(decision)->name) ? id : NULL;
}

static enum pmo_result link_known(struct minutes_work *work, struct minutes_mark *mark)
{
	const struct pmo_record *record = find(work, mark);
	struct pmo_draft *draft;
	bool was;
	if (!record) {
		mark->is_skipped = true;
		return tell(work, mark, PMO_MINUTES_SKIPPED,
			    minutes_format(work->minutes, "there is no %s", mark->id));
	}
	bool decides = mark->line->mark == PMO_MARK_DECISION &&
		       pmo_word_is_in("proposed|pending", pmo_record_state(record)->name);
	enum pmo_result result = link_record(work, mark, mark->id, &was);
	if (result != PMO_OK || (was && !decides))
		return result;
	if (!decides)
		return tell(work, mark, PMO_MINUTES_LINKED, "linked");
	result = pmo_update_edit(work->update, record, &draft);
	if (result == PMO_OK)
		result = fill_decision(work, mark, draft);
	return result == PMO_OK ? tell(work, mark, PMO_MINUTES_CHANGED, "decided") : result;
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static enum pmo_result correct_fields(const struct minutes_mark *mark,
				      const struct minutes_mark *old, struct pmo_draft *draft)
{
	enum pmo_result result = PMO_OK;
	bool is_decision = mark->line->mark == PMO_MARK_DECISION;
	if (!same_text(mark->text, old->text)) {
		const char *decision = pmo_record_text(
			&draft->now, pmo_schema_field(draft->now.schema, "decision"));
		bool titled = !is_decision ||
			      same_text(pmo_record_text(&draft->now, draft->now.schema->title),
					old->text);
		if (titled)
			result = set_text(draft, "title", mark->text);
		if (result == PMO_OK && decision)
			result = set_text(draft, "decision", mark->text);
	}
	if (result == PMO_OK && mark->owner && !same_text(mark->owner, old->owner))
		result = set_text(draft, "owner", mark->owner);
	if (result == PMO_OK && mark->due != PMO_DATE_NONE && mark->due != old->due)
		result = set_date(draft, mark->line->mark == PMO_MARK_RISK ? "next_review" : "due",
				  mark->due);
	return result;
}

/* "owner DSP > PC, due Nov 20 > Nov 24"; "" when nothing differs. */
static const char *differences(struct minutes_work *work, const struct pmo_draft *draft)
{
	struct pmo_buffer out;
	const struct pmo_record *old = pmo_draft_old(draft), *now = pmo_draft_record(draft);
	const int fields[] = { now->schema->title, now->schema->owner, now->schema->due };
	pmo_buffer_init(&out, 1 << 18);
	for (size_t i = 0; old && i < 3; i++) {
		if (fields[i] < 0)
			continue;
		struct pmo_value before = pmo_record_get(old, fields[i]);
		struct pmo_value after = pmo_record_get(now, fields[i]);
		const struct pmo_field *field = now->schema->fields[fields[i]];
		if (pmo_value_compare(&before, &after) == 0)
			continue;
		pmo_buffer_add_format(&out, "%s%s ", out.length ? ", " : "", field->name);
		pmo_value_show(field, &before, &out);
		pmo_buffer_add_text(&out, " > ");
		pmo_value_show(field, &after, &out);
	}
	const char *text = minutes_format(work->minutes, "%s", out.data);
	pmo_buffer_release(&out);
	return text;
}

/* What an action of the page still lacks is said each time, until somebody gives it. */
static enum pmo_result tell_lacking(struct minutes_work *work, const struct minutes_mark *mark,
				    const struct pmo_record *record)
{
	struct minutes_mark now = *mark;
	struct pmo_value due = { .presence = PMO_ABSENT };
	if (!pmo_record_is_open(record))
		return PMO_OK;
	if (record->schema->due >= 0)
		due = pmo_record_get(record, record->schema->due);
	now.owner = pmo_record_text(record, record->schema->owner);
	now.due = due.presence == PMO_PRESENT && due.kind == PMO_DATE ? (int32_t)due.as.integer
								      : PMO_DATE_NONE;
	const char *what = lacking(&now);
	return what ? tell(work, mark, PMO_MINUTES_REMARK, what) : PMO_OK;
}

static enum pmo_result correct(struct minutes_work *work, struct minutes_mark *mark)
{
	const struct minutes_mark *old = &work->minutes->old_marks[mark->old];
	bool same = same_text(mark->text, old->text) && same_text(mark->owner, old->owner) &&
		    mark->due == old->due;
	const struct pmo_record *record = find(work, mark);
	struct pmo_draft *draft;
	if (!record) {
		mark->is_skipped = true;
		return tell(work, mark, PMO_MINUTES_SKIPPED,
			    minutes_format(work->minutes, "there is no %s", mark->id));
	}
	if (same)
		return tell_lacking(work, mark, record);
	enum pmo_result result = pmo_update_edit(work->update, record, &draft);
	if (result == PMO_OK)
		result = correct_fields(mark, old, draft);
	const char *what = result == PMO_OK ? differences(work, draft) : "";
	if (result == PMO_OK && *what)
		result = tell(work, mark, PMO_MINUTES_CHANGED, what);
	return result == PMO_OK ? tell_lacking(work, mark, pmo_draft_record(draft)) : result;
}

enum pmo_result minutes_apply_record(struct minutes_work *work, struct minutes_mark *mark)
{
	if (mark->old >= 0 && mark->id)
		return correct(work, mark);
	if (!mark->id && mark->line->mark == PMO_MARK_DECISION)
		mark->id = decision_of_item(work, mark);
	return mark->id ? link_known(work, mark) : make(work, mark);
}
