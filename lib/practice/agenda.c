/* What belongs on an agenda: its own items, and what is open and waits for people. */
#include <pmo/agenda.h>

#include "store/draft.h"

#include <pmo/audience.h>
#include <pmo/plan.h>
#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

enum {
	DECISION_DAYS = 5,   /* working days after the meeting by which a decision is due */
	MILESTONE_DAYS = 20, /* PRACTICE B3 */
	DECISION_MINUTES = 10,
	ACTION_MINUTES = 5,
};

static const char *text_of(const struct pmo_record *record, const char *field)
{
	const char *text = pmo_record_text(record, pmo_schema_field(record->schema, field));
	return text && *text ? text : NULL;
}

static int64_t moment_of(const struct pmo_record *record, const char *field)
{
	struct pmo_value value = pmo_record_get_name(record, field);
	return value.presence == PMO_PRESENT && value.kind == PMO_MOMENT ? value.as.moment->minutes
									 : INT64_MIN;
}

static int32_t day_of(const struct pmo_record *meeting)
{
	struct pmo_value value = pmo_record_get_name(meeting, "start");
	return value.presence == PMO_PRESENT && value.kind == PMO_MOMENT
		       ? pmo_moment_date(value.as.moment)
		       : PMO_DATE_NONE;
}

static int32_t date_of(const struct pmo_record *record)
{
	struct pmo_value value = { .presence = PMO_ABSENT };
	if (record->schema->due >= 0)
		value = pmo_record_get(record, record->schema->due);
	return value.presence == PMO_PRESENT && value.kind == PMO_DATE ? (int32_t)value.as.integer
								       : PMO_DATE_NONE;
}

/* Minutes from start to end; -1: not known. */
static int64_t slot_of(const struct pmo_record *meeting)
{
	int64_t start = moment_of(meeting, "start"), end = moment_of(meeting, "end");
	return start == INT64_MIN || end == INT64_MIN || end < start ? -1 : end - start;
}

static enum pmo_result read_items(struct pmo_agenda *agenda)
{
	const struct pmo_record *meeting = agenda->meeting;
	int index = pmo_schema_field(meeting->schema, "agenda");
	const struct pmo_field *field = meeting->schema->fields[index];
	struct pmo_value list = pmo_record_get(meeting, index);
	uint32_t count = pmo_value_is_present(&list) ? list.count : 0;
	agenda->items = pmo_arena_array(agenda->arena, (size_t)count + 1, sizeof(*agenda->items));
	for (uint32_t i = 0; agenda->items && i < count; i++) {
		static const char *const names[] = { "topic", "kind", "lead", "ref" };
		const char *texts[4];
		const struct pmo_value *minutes =
			pmo_value_member(field, &list.as.items[i], "minutes");
		for (size_t j = 0; j < 4; j++) {
			const struct pmo_value *member =
				pmo_value_member(field, &list.as.items[i], names[j]);
			texts[j] =
				member && member->presence == PMO_PRESENT ? member->as.text : NULL;
		}
		agenda->items[agenda->item_count++] = (struct pmo_agenda_item){
			.topic = texts[0] ? texts[0] : "?",
			.minutes = minutes && minutes->presence == PMO_PRESENT ? minutes->as.integer
									       : -1,
			.kind = texts[1],
			.lead = texts[2],
			.ref = texts[3],
		};
	}
	return agenda->items ? PMO_OK : PMO_NO_MEMORY;
}

int64_t pmo_agenda_share(int64_t minutes, int64_t all, int64_t slot)
{
	if (slot < 0 || slot == all || !all || slot > 24 * 60)
		return minutes;
	int64_t share = minutes * slot / all;
	share -= share > 5 ? share % 5 : 0;
	return share;
}

static enum pmo_result use_usual(struct pmo_agenda *agenda)
{
	const struct pmo_agenda_item *usual = pmo_agenda_usual(text_of(agenda->meeting, "kind"));
	const char *chair = text_of(agenda->meeting, "chair");
	int64_t all = 0;
	size_t count = 0;
	for (; usual[count].topic; count++)
		all += usual[count].minutes;
	agenda->items = pmo_arena_array(agenda->arena, count + 1, sizeof(*agenda->items));
	if (!agenda->items)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < count; i++) {
		agenda->items[i] = usual[i];
		agenda->items[i].lead = chair;
		agenda->items[i].minutes = pmo_agenda_share(usual[i].minutes, all, agenda->slot);
	}
	agenda->item_count = count;
	agenda->is_usual = true;
	return PMO_OK;
}

static enum pmo_result add_record(struct pmo_agenda *agenda, struct pmo_agenda_records *records,
				  const struct pmo_record *record)
{
	void *grown = pmo_arena_grow(agenda->arena, records->items, records->count,
				     &records->capacity, sizeof(*records->items));
	if (!grown)
		return PMO_NO_MEMORY;
	records->items = grown;
	records->items[records->count++] = record;
	return PMO_OK;
}

static int by_due(const void *a, const void *b)
{
	const struct pmo_record *one = *(const struct pmo_record *const *)a;
	const struct pmo_record *two = *(const struct pmo_record *const *)b;
	int32_t first = date_of(one), second = date_of(two);
	if (first != second)
		return first < second ? -1 : 1;
	return strcmp(one->id, two->id);
}

/* Meetings are of one series by its name; without one, by their kind. */
static bool is_of_series(const struct pmo_record *meeting, const struct pmo_record *other)
{
	const char *series = text_of(meeting, "series"), *own = text_of(other, "series");
	if (strcmp(other->schema->table->name, "meeting") != 0)
		return false;
	if (series || own)
		return series && own && pmo_text_compare(series, own) == 0;
	const char *kind = text_of(meeting, "kind"), *other_kind = text_of(other, "kind");
	return kind && other_kind && strcmp(kind, other_kind) == 0;
}

static bool is_carried(const struct pmo_agenda *agenda, const struct pmo_record *action)
{
	const struct pmo_world *world = pmo_workspace_world(agenda->workspace);
	const char *source = text_of(action, "source");
	const struct pmo_record *from =
		source && world->find ? world->find(world->store, action, source, "meeting") : NULL;
	return from && is_of_series(agenda->meeting, from);
}

static bool is_due(const struct pmo_agenda *agenda, const struct pmo_record *decision)
{
	const struct pmo_world *world = pmo_workspace_world(agenda->workspace);
	int32_t day = day_of(agenda->meeting), due = date_of(decision);
	if (day == PMO_DATE_NONE || day < world->today)
		day = world->today;
	return due != PMO_DATE_NONE &&
	       due <= pmo_calendar_add_days(world->calendar, day, DECISION_DAYS);
}

static enum pmo_result find_records(struct pmo_agenda *agenda, const char *name,
				    bool (*is_meant)(const struct pmo_agenda *,
						     const struct pmo_record *),
				    struct pmo_agenda_records *found)
{
	const struct pmo_schema *schema = pmo_workspace_schema(agenda->workspace, name);
	struct pmo_records records;
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_workspace_records(agenda->workspace, agenda->meeting->project,
						       schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++)
		if (!records.items[i].unreadable && pmo_record_is_open(&records.items[i]) &&
		    is_meant(agenda, &records.items[i]))
			result = add_record(agenda, found, &records.items[i]);
	if (result == PMO_OK && found->count)
		qsort(found->items, found->count, sizeof(*found->items), by_due);
	return result;
}

static bool is_listed(const struct pmo_agenda *agenda, const struct pmo_record *record)
{
	for (size_t i = 0; i < agenda->actions.count; i++)
		if (agenda->actions.items[i] == record)
			return true;
	for (size_t i = 0; i < agenda->decisions.count; i++)
		if (agenda->decisions.items[i] == record)
			return true;
	return record == agenda->meeting;
}

static enum pmo_result find_overdue(struct pmo_agenda *agenda, const struct pmo_plan *plan)
{
	struct pmo_duties *duties = &agenda->overdue;
	size_t kept = 0;
	enum pmo_result result =
		pmo_duties_add(agenda->workspace, agenda->meeting->project, duties);
	if (result == PMO_OK && plan)
		result = pmo_duties_add_plan(plan, duties);
	if (result != PMO_OK)
		return result;
	for (size_t i = 0; i < duties->count; i++)
		if (duties->items[i].state == PMO_DUTY_LATE &&
		    !is_listed(agenda, duties->items[i].record))
			duties->items[kept++] = duties->items[i];
	duties->count = kept;
	pmo_duties_sort(duties);
	return PMO_OK;
}

static enum pmo_result find_milestones(struct pmo_agenda *agenda, const struct pmo_plan *plan)
{
	int32_t day = day_of(agenda->meeting);
	struct pmo_agenda_milestones *found = &agenda->milestones;
	if (!plan)
		return PMO_OK;
	if (day == PMO_DATE_NONE || day < plan->as_of)
		day = plan->as_of;
	int32_t end = pmo_calendar_add_days(plan->calendar, day, MILESTONE_DAYS);
	for (size_t i = 0; i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (item->kind != PMO_ITEM_MILESTONE || item->state == PMO_ITEM_DONE ||
		    item->state == PMO_ITEM_LEFT_OUT || item->finish == PMO_DATE_NONE ||
		    item->finish > end)
			continue;
		void *grown = pmo_arena_grow(agenda->arena, found->items, found->count,
					     &found->capacity, sizeof(*found->items));
		if (!grown)
			return PMO_NO_MEMORY;
		found->items = grown;
		found->items[found->count++] = item;
	}
	return PMO_OK;
}

static enum pmo_result lack(struct pmo_agenda *agenda, const struct pmo_agenda_item *item)
{
	struct pmo_agenda_item *grown =
		pmo_arena_grow(agenda->arena, agenda->lacking, agenda->lacking_count,
			       &agenda->lacking_capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	agenda->lacking = grown;
	grown[agenda->lacking_count++] = *item;
	return PMO_OK;
}

static bool has_item(const struct pmo_agenda *agenda, const char *ref, const char *word)
{
	for (size_t i = 0; i < agenda->item_count; i++) {
		const struct pmo_agenda_item *item = &agenda->items[i];
		if (ref && item->ref && strcmp(item->ref, ref) == 0)
			return true;
		if (word && pmo_text_contains(item->topic, word))
			return true;
	}
	return false;
}

/* A decision is on the agenda, too, by a change request that it is about. */
static bool has_affected(const struct pmo_agenda *agenda, const struct pmo_record *decision)
{
	struct pmo_value list = pmo_record_get_name(decision, "affects");
	for (uint32_t i = 0; pmo_value_is_present(&list) && list.is_list && i < list.count; i++)
		if (list.as.items[i].presence == PMO_PRESENT &&
		    has_item(agenda, list.as.items[i].as.text, NULL))
			return true;
	return false;
}

/* Whoever decides must be there for it. */
static bool is_invited(const struct pmo_agenda *agenda, const char *person)
{
	const struct pmo_record *meeting = agenda->meeting;
	int field = pmo_schema_field(meeting->schema, "invitees");
	const char *chair = text_of(meeting, "chair");
	struct pmo_value list = pmo_record_get(meeting, field);
	if (!person || (chair && strcmp(chair, person) == 0))
		return person != NULL;
	for (uint32_t i = 0; pmo_value_is_present(&list) && i < list.count; i++) {
		const struct pmo_value *own = pmo_value_member(meeting->schema->fields[field],
							       &list.as.items[i], "person");
		if (own && own->presence == PMO_PRESENT && strcmp(own->as.text, person) == 0)
			return true;
	}
	return false;
}

static enum pmo_result find_lacking(struct pmo_agenda *agenda)
{
	enum pmo_result result = PMO_OK;
	if (agenda->actions.count && !has_item(agenda, NULL, "action")) {
		struct pmo_agenda_item item = { .topic = "Actions from last time",
						.minutes = ACTION_MINUTES,
						.kind = "discuss",
						.lead = text_of(agenda->meeting, "chair") };
		item.why = pmo_arena_format(agenda->arena, "%zu open", agenda->actions.count);
		result = lack(agenda, &item);
	}
	for (size_t i = 0; result == PMO_OK && i < agenda->decisions.count; i++) {
		const struct pmo_record *decision = agenda->decisions.items[i];
		char day[PMO_DATE_LONG_SIZE];
		if (has_item(agenda, decision->id, NULL) || has_affected(agenda, decision) ||
		    !is_invited(agenda, pmo_record_text(decision, decision->schema->owner)))
			continue;
		pmo_date_format_short(date_of(decision), decision->world->today, day);
		struct pmo_agenda_item item = {
			.topic = pmo_record_text(decision, decision->schema->title),
			.minutes = DECISION_MINUTES,
			.kind = "decide",
			.lead = pmo_record_text(decision, decision->schema->owner),
			.ref = decision->id,
			.why = pmo_arena_format(agenda->arena, "due %s", day),
		};
		result = lack(agenda, &item);
	}
	return result;
}

enum pmo_result pmo_agenda_find(struct pmo_workspace *workspace, const struct pmo_record *meeting,
				const struct pmo_plan *plan, struct pmo_agenda *agenda)
{
	*agenda = (struct pmo_agenda){ .workspace = workspace,
				       .meeting = meeting,
				       .arena = pmo_workspace_arena(workspace),
				       .slot = slot_of(meeting) };
	enum pmo_result result = read_items(agenda);
	if (result == PMO_OK && !agenda->item_count)
		result = use_usual(agenda);
	for (size_t i = 0; i < agenda->item_count; i++)
		agenda->total += agenda->items[i].minutes > 0 ? agenda->items[i].minutes : 0;
	if (result == PMO_OK)
		result = find_records(agenda, "action", is_carried, &agenda->actions);
	if (result == PMO_OK)
		result = find_records(agenda, "decision", is_due, &agenda->decisions);
	if (result == PMO_OK)
		result = find_overdue(agenda, plan);
	if (result == PMO_OK)
		result = find_milestones(agenda, plan);
	return result == PMO_OK ? find_lacking(agenda) : result;
}

static void limit_records(struct pmo_agenda_records *records, const struct pmo_record *outsider,
			  bool shared)
{
	size_t kept = 0;
	for (size_t i = 0; i < records->count; i++) {
		const struct pmo_record *record = records->items[i];
		const char *owner =
			shared ? outsider->id : pmo_record_text(record, record->schema->owner);
		if (pmo_audience_may_tell(outsider, record, owner))
			records->items[kept++] = record;
	}
	records->count = kept;
}

void pmo_agenda_limit(struct pmo_agenda *agenda, const struct pmo_record *outsider)
{
	size_t duties = 0, milestones = 0;
	agenda->lacking_count = 0;
	if (!outsider)
		return;
	agenda->is_limited = true;
	/* The actions were agreed together; the rest is for those whom it is visible to. */
	limit_records(&agenda->actions, outsider, true);
	limit_records(&agenda->decisions, outsider, false);
	for (size_t i = 0; i < agenda->overdue.count; i++)
		if (pmo_audience_may_tell(outsider, agenda->overdue.items[i].record,
					  agenda->overdue.items[i].owner))
			agenda->overdue.items[duties++] = agenda->overdue.items[i];
	agenda->overdue.count = duties;
	for (size_t i = 0; i < agenda->milestones.count; i++)
		if (pmo_audience_may_tell(outsider, agenda->milestones.items[i]->record, NULL))
			agenda->milestones.items[milestones++] = agenda->milestones.items[i];
	agenda->milestones.count = milestones;
}

static void set(const struct pmo_field *field, struct pmo_value *members, const char *name,
		const char *text)
{
	for (size_t i = 0; text && field->members[i].name; i++) {
		if (strcmp(field->members[i].name, name) != 0)
			continue;
		members[i] = (struct pmo_value){ .presence = PMO_PRESENT,
						 .kind = (uint8_t)field->members[i].kind,
						 .as.text = text };
		for (uint8_t c = 0; field->members[i].choices && field->members[i].choices[c]; c++)
			if (strcmp(field->members[i].choices[c], text) == 0)
				members[i].detail = c;
	}
}

static enum pmo_result append(struct pmo_draft *draft, const struct pmo_agenda_item *item)
{
	const struct pmo_record *record = pmo_draft_record(draft);
	int index = pmo_schema_field(record->schema, "agenda");
	const struct pmo_field *field = record->schema->fields[index];
	struct pmo_value members[8] = { { .presence = PMO_ABSENT } };
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_STRUCT };
	while (field->members[value.count].name)
		value.count++;
	set(field, members, "topic", item->topic);
	set(field, members, "kind", item->kind);
	set(field, members, "lead", item->lead);
	set(field, members, "ref", item->ref);
	for (size_t i = 0; i < value.count && item->minutes >= 0; i++)
		if (strcmp(field->members[i].name, "minutes") == 0)
			members[i] = (struct pmo_value){ .presence = PMO_PRESENT,
							 .kind = PMO_INTEGER,
							 .as.integer = item->minutes };
	value.as.items = members;
	return draft_append_value(draft, index, &value);
}

enum pmo_result pmo_agenda_write(const struct pmo_agenda *agenda, struct pmo_draft *draft,
				 size_t *count)
{
	enum pmo_result result = PMO_OK;
	*count = 0;
	for (size_t i = 0; result == PMO_OK && agenda->is_usual && i < agenda->item_count; i++) {
		result = append(draft, &agenda->items[i]);
		++*count;
	}
	for (size_t i = 0; result == PMO_OK && i < agenda->lacking_count; i++) {
		result = append(draft, &agenda->lacking[i]);
		++*count;
	}
	return result;
}

enum pmo_result pmo_agenda_start(struct pmo_draft *draft)
{
	struct pmo_agenda agenda = { .workspace = draft->update->workspace,
				     .meeting = pmo_draft_record(draft) };
	size_t count;
	agenda.arena = pmo_workspace_arena(agenda.workspace);
	agenda.slot = slot_of(agenda.meeting);
	struct pmo_value list = pmo_record_get_name(agenda.meeting, "agenda");
	if (pmo_value_is_present(&list))
		return PMO_OK;
	enum pmo_result result = use_usual(&agenda);
	return result == PMO_OK ? pmo_agenda_write(&agenda, draft, &count) : result;
}
