/*
 * The baseline after a change. Its dates are those of the one before, moved by what the change
 * does to the schedule and by nothing else: lateness that nobody approved stays visible. A
 * change that says rebaseline takes the forecast instead.
 */
#include "practice/implement.h"

#include "plan/baseline.h"

#include <inttypes.h>
#include <string.h>

struct making {
	struct implement *work;
	struct pmo_arena *arena;
	const struct pmo_record *old;
	struct pmo_draft *draft;
	bool forecast; /* the dates are those of the schedule */
};

static struct pmo_value integer_value(enum pmo_kind kind, int64_t integer)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = (uint8_t)kind };
	value.as.integer = integer;
	return value;
}

static struct pmo_value text_value(enum pmo_kind kind, const char *text)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = (uint8_t)kind };
	value.as.text = text;
	return value;
}

/* A date of the old baseline, as the change moves the same date of the schedule. */
static int32_t moved(const struct making *making, int32_t old, int32_t before, int32_t after)
{
	const struct pmo_calendar *calendar = making->work->before->calendar;
	if (after == PMO_DATE_NONE)
		return old;
	if (making->forecast)
		return after;
	if (before == PMO_DATE_NONE || before == after)
		return old;
	return pmo_calendar_add_days(calendar, old,
				     pmo_calendar_days_between(calendar, before, after));
}

static int32_t moved_date(const struct making *making, const char *id, int32_t old, bool is_start)
{
	const struct pmo_plan *before = making->work->before, *after = making->work->after;
	int from = pmo_plan_find(before, id), to = pmo_plan_find(after, id);
	if (from < 0 || to < 0)
		return old;
	return is_start ? moved(making, old, before->items[from].start, after->items[to].start)
			: moved(making, old, before->items[from].finish, after->items[to].finish);
}

/* An item of the old list with its dates moved; NULL: no memory. */
static bool copy_item(const struct making *making, const struct pmo_field *field,
		      const struct pmo_value *old, struct pmo_value *copy)
{
	*copy = *old;
	copy->node = NULL;
	if (old->presence != PMO_PRESENT || old->kind != PMO_STRUCT)
		return true;
	struct pmo_value *members = pmo_arena_array(making->arena, old->count, sizeof(*members));
	if (!members)
		return false;
	memcpy(members, old->as.items, old->count * sizeof(*members));
	const char *id = members[0].presence == PMO_PRESENT ? members[0].as.text : "";
	for (uint32_t i = 0; i < old->count; i++) {
		bool is_date = field->members[i].kind == PMO_DATE;
		if (is_date && members[i].presence == PMO_PRESENT) {
			bool is_start = strcmp(field->members[i].name, "start") == 0;
			int32_t date = (int32_t)members[i].as.integer;
			members[i] =
				integer_value(PMO_DATE, moved_date(making, id, date, is_start));
		}
	}
	copy->as.items = members;
	return true;
}

/* The first working day after all that a new task waits for. */
static int32_t start_of_new(const struct making *making, const struct pmo_record *task)
{
	const struct pmo_plan *plan = making->work->after;
	struct pmo_value preds = pmo_record_get_name(task, "preds");
	int32_t start = plan->time_now;
	for (uint32_t i = 0; preds.presence == PMO_PRESENT && preds.is_list && i < preds.count;
	     i++) {
		const struct pmo_value *id = &preds.as.items[i].as.items[0];
		int item = id->presence == PMO_PRESENT ? pmo_plan_find(plan, id->as.text) : -1;
		if (item < 0 || plan->items[item].finish == PMO_DATE_NONE)
			continue;
		int32_t next = pmo_calendar_add_days(plan->calendar, plan->items[item].finish, 1);
		start = next > start ? next : start;
	}
	return start;
}

static bool new_item(const struct making *making, const struct pmo_field *field,
		     const struct pmo_record *task, struct pmo_value *item)
{
	struct pmo_value duration = pmo_record_get_name(task, "duration");
	struct pmo_duration length = { .amount = duration.as.integer, .unit = duration.detail };
	if (duration.presence != PMO_PRESENT)
		return false;
	int64_t days = pmo_duration_days(length, task->world->minutes_per_day);
	int32_t start = start_of_new(making, task);
	int32_t finish =
		days > 1 ? pmo_calendar_add_days(making->work->after->calendar, start, days - 1)
			 : start;
	const int32_t dates[2] = { start, finish };
	return baseline_task_line(making->arena, field, task, dates, item);
}

/* A list of the old baseline, moved, with room for what is new; NULL: no memory. */
static struct pmo_value *copy_list(const struct making *making, const char *name, size_t more,
				   uint32_t *count)
{
	int index = pmo_schema_field(making->old->schema, name);
	struct pmo_value list = pmo_record_get(making->old, index);
	*count = list.presence == PMO_PRESENT && list.is_list ? list.count : 0;
	struct pmo_value *items = pmo_arena_array(making->arena, *count + more + 1, sizeof(*items));
	for (uint32_t i = 0; items && i < *count; i++)
		if (!copy_item(making, making->old->schema->fields[index], &list.as.items[i],
			       &items[i]))
			return NULL;
	return items;
}

static enum pmo_result set_tasks(const struct making *making)
{
	const struct implement *work = making->work;
	const struct pmo_schema *schema = making->old->schema;
	const struct pmo_field *field = schema->fields[pmo_schema_field(schema, "tasks")];
	uint32_t count;
	struct pmo_value *items = copy_list(making, "tasks", work->task_count, &count);
	for (size_t i = 0; items && i < work->task_count; i++) {
		const struct pmo_record *task = pmo_draft_record(work->tasks[i]);
		if (new_item(making, field, task, &items[count]))
			count++;
	}
	return items ? baseline_set_list(making->draft, "tasks", items, count) : PMO_NO_MEMORY;
}

/* Money that moved out of contingency, or is new, is part of the budget now. */
static enum pmo_result set_budget(const struct making *making)
{
	const struct implement *work = making->work;
	uint32_t count, at = 0;
	struct pmo_value *items = copy_list(making, "budget", 1, &count);
	struct pmo_value *members = pmo_arena_array(making->arena, 2, sizeof(*members));
	const char *funding = effect_ask_text(work->effect, work->change, "funding");
	bool pays = funding && strcmp(funding, "none") != 0 && strcmp(funding, "vendor") != 0;
	if (!items || !members)
		return PMO_NO_MEMORY;
	if (!count || !work->line || !work->cost || !pays)
		return count ? baseline_set_list(making->draft, "budget", items, count) : PMO_OK;
	while (at < count && (items[at].presence != PMO_PRESENT ||
			      strcmp(items[at].as.items[0].as.text, work->line) != 0))
		at++;
	int64_t amount = at < count ? items[at].as.items[1].as.integer : 0;
	members[0] = text_value(PMO_REF, work->line);
	members[1] = integer_value(PMO_MONEY, amount + work->cost);
	items[at] = (struct pmo_value){ .presence = PMO_PRESENT, .kind = PMO_STRUCT, .count = 2 };
	items[at].as.items = members;
	return baseline_set_list(making->draft, "budget", items, at < count ? count : count + 1);
}

static enum pmo_result set_words(const struct making *making, int64_t version)
{
	struct implement *work = making->work;
	const char *title = effect_ask_text(work->effect, work->change, "title");
	const struct {
		const char *field, *text;
	} fields[] = {
		{ "title", pmo_arena_format(making->arena, "Baseline %" PRId64, version) },
		{ "version", pmo_arena_format(making->arena, "%" PRId64, version) },
		{ "reason", pmo_arena_format(making->arena, "%s: %s", work->change->id,
					     title ? title : "a change") },
		{ "change", work->change->id },
		{ "approved_by", work->approver ? work->approver : work->effect->update->world.me },
	};
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]) && result == PMO_OK; i++)
		result = effect_set(making->draft, fields[i].field, fields[i].text);
	return result;
}

enum pmo_result implement_baseline(struct implement *work)
{
	struct pmo_effect *effect = work->effect;
	struct making making = { .work = work,
				 .arena = pmo_workspace_arena(effect->workspace),
				 .old = work->before->baseline };
	struct pmo_draft *old;
	if (effect_ask_text(effect, work->change, "baseline_created"))
		return PMO_OK;
	if (!making.old)
		return effect_tell(effect, "there is no approved baseline that could move");
	making.forecast = effect_holds(effect, work->change, "rebaseline = yes");
	int64_t version =
		effect_ask_number(effect, work->change, "max(those(baseline), version)") + 1;
	enum pmo_result result = effect_add(effect, "baseline", &making.draft);
	if (result == PMO_OK)
		result = set_words(&making, version);
	if (result == PMO_OK)
		result = pmo_draft_start(making.draft);
	if (result == PMO_OK)
		result = set_budget(&making);
	if (result == PMO_OK) {
		uint32_t count;
		struct pmo_value *items = copy_list(&making, "milestones", 0, &count);
		result = !items ? PMO_NO_MEMORY : PMO_OK;
		if (result == PMO_OK && count)
			result = baseline_set_list(making.draft, "milestones", items, count);
	}
	if (result == PMO_OK)
		result = set_tasks(&making);
	if (result == PMO_OK)
		result = pmo_draft_move(making.draft, "approve");
	if (result == PMO_OK)
		result = effect_edit(effect, making.old, &old);
	if (result == PMO_OK)
		result = pmo_draft_move(old, "supersede");
	if (result == PMO_OK)
		result = effect_set(effect->draft, "baseline_created",
				    pmo_draft_record(making.draft)->id);
	return result;
}
