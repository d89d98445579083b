/* Links: what the records wait for, as pairs of items; what is not there is a fault. */
#include "plan/plan.h"

#include <string.h>

/* A link that is being read: a structure of the list `preds` of an item. */
struct reading {
	struct plan *plan;
	int item;
	const struct pmo_field *field;
	const struct pmo_value *value;
};

static int find_in(const struct plan_project *project, const char *text)
{
	void *found = map_get(&project->ids, text);
	if (!found)
		found = map_get(&project->codes, text);
	return found ? (int)(intptr_t)found - 1 : -1;
}

/* The item of a reference: in its own project, else wherever the workspace finds it. */
static enum pmo_result find_target(const struct reading *reading, const char *text, int *target)
{
	struct plan *plan = reading->plan;
	const struct plan_work *work = &plan->work[reading->item];
	*target = find_in(&plan->projects[work->owner_number], text);
	/* Other projects alone: what they wait for elsewhere does not count. */
	if (*target >= 0 || (plan->options.alone && work->owner_number))
		return PMO_OK;
	const struct pmo_world *world = pmo_workspace_world(plan->open.workspace);
	const struct pmo_record *record =
		world->find ? world->find(world->store, plan->open.items[reading->item].record,
					  text, "task|milestone")
			    : NULL;
	size_t number = 0;
	if (!record || !record->project)
		return PMO_OK;
	enum pmo_result result = model_project(plan, record->project, &number);
	if (result == PMO_OK)
		*target = find_in(&plan->projects[number], record->id);
	return result;
}

static void read_lag(const struct reading *reading, struct pmo_plan_link *link,
		     const struct clock *clock)
{
	const struct pmo_value *lag = pmo_value_member(reading->field, reading->value, "lag");
	const struct pmo_value *share =
		pmo_value_member(reading->field, reading->value, "lag_share");
	if (lag->presence == PMO_PRESENT) {
		struct pmo_duration duration = { lag->as.integer,
						 (enum pmo_duration_unit)lag->detail };
		link->elapsed = duration.unit == PMO_DURATION_CALENDAR_DAYS;
		link->lag =
			model_minutes(&duration, link->elapsed ? CLOCK_DAY : clock->day_minutes);
	}
	if (share && share->presence == PMO_PRESENT) {
		int64_t hundredths = share->as.integer;
		int scale = share->detail;
		if (hundredths > INT32_MAX / 100 || hundredths < INT32_MIN / 100)
			return;
		for (hundredths *= 100; scale; scale--)
			hundredths /= 10;
		link->is_share = true;
		link->lag_share = (int32_t)hundredths;
	}
	if (lag->presence == PMO_BAD || (share && share->presence == PMO_BAD))
		model_fault(reading->plan, reading->item, "the lag of a link cannot be read");
}

static enum pmo_link_kind kind_of(const struct reading *reading)
{
	static const char *const kinds[] = { "FS", "SS", "FF", "SF" };
	const struct pmo_value *type = pmo_value_member(reading->field, reading->value, "type");
	if (type->presence == PMO_BAD)
		model_fault(reading->plan, reading->item, "link type '%s' is none of FS SS FF SF",
			    type->as.text);
	for (int i = 0; type->presence == PMO_PRESENT && i < 4; i++)
		if (strcmp(kinds[i], type->as.text) == 0)
			return (enum pmo_link_kind)i;
	return PMO_LINK_FS;
}

const struct clock *model_lag_clock(const struct plan *plan, int from, int to)
{
	const struct plan_project *project = &plan->projects[plan->work[to].owner_number];
	const struct clock *own = NULL;
	if (project->lag_days == PLAN_LAG_PREDECESSOR) {
		own = plan->work[from].own;
		project = &plan->projects[plan->work[from].owner_number];
	} else if (project->lag_days == PLAN_LAG_SUCCESSOR) {
		own = plan->work[to].own;
	}
	return own ? own : project->clock;
}

static enum pmo_result lag_clock(const struct reading *reading, int from,
				 const struct clock **clock)
{
	struct plan *plan = reading->plan;
	const struct pmo_value *calendar =
		pmo_value_member(reading->field, reading->value, "calendar");
	const char *fault = NULL;
	*clock = model_lag_clock(plan, from, reading->item);
	if (!calendar || calendar->presence != PMO_PRESENT)
		return PMO_OK;
	enum pmo_result result = model_calendar(plan, calendar->as.text, clock, &fault);
	if (result == PMO_OK && fault)
		model_fault(plan, reading->item, "%s", fault);
	return result;
}

enum pmo_result model_add_link(struct plan *plan, const struct pmo_plan_link *link,
			       const struct clock *clock)
{
	struct pmo_plan_link *links =
		pmo_arena_grow(&plan->memory, plan->open.links, plan->open.link_count,
			       &plan->link_capacity, sizeof(*links));
	struct plan_lag *lags = pmo_arena_grow(&plan->memory, plan->lags, plan->open.link_count,
					       &plan->lag_capacity, sizeof(*lags));
	if (!links || !lags)
		return PMO_NO_MEMORY;
	plan->open.links = links;
	plan->lags = lags;
	links[plan->open.link_count] = *link;
	lags[plan->open.link_count] = (struct plan_lag){ .clock = link->elapsed ? NULL : clock };
	plan->open.link_count++;
	return PMO_OK;
}

static enum pmo_result read_link(const struct reading *reading)
{
	struct plan *plan = reading->plan;
	const struct pmo_value *task =
		reading->value->presence == PMO_PRESENT
			? pmo_value_member(reading->field, reading->value, "task")
			: NULL;
	struct pmo_plan_link link = { .to = reading->item };
	const struct clock *clock = NULL;
	if (!task || task->presence != PMO_PRESENT) {
		model_fault(plan, reading->item, "predecessor '%s' cannot be read",
			    reading->value->presence == PMO_BAD ? reading->value->as.text : "");
		return PMO_OK;
	}
	enum pmo_result result = find_target(reading, task->as.text, &link.from);
	bool elsewhere = plan->options.alone && plan->work[reading->item].owner_number;
	if (result == PMO_OK && link.from < 0 && !elsewhere)
		model_fault(plan, reading->item, "predecessor '%s' is not there", task->as.text);
	if (result == PMO_OK && link.from >= 0)
		result = lag_clock(reading, link.from, &clock);
	if (result != PMO_OK || link.from < 0)
		return result;
	link.kind = kind_of(reading);
	read_lag(reading, &link, clock);
	return model_add_link(plan, &link, clock);
}

enum pmo_result model_read_links(struct plan *plan, size_t number)
{
	int first = plan->projects[number].first;
	int end = first + plan->projects[number].count;
	for (int i = first; i < end; i++) {
		const struct pmo_record *record = plan->open.items[i].record;
		int field = pmo_schema_field(record->schema, "preds");
		struct pmo_value list = pmo_record_get(record, field);
		struct reading reading = { plan, i, record->schema->fields[field], NULL };
		if (list.presence == PMO_BAD)
			model_fault(plan, i, "predecessors cannot be read");
		for (uint32_t j = 0; pmo_value_is_present(&list) && list.is_list && j < list.count;
		     j++) {
			reading.value = &list.as.items[j];
			enum pmo_result result = read_link(&reading);
			if (result != PMO_OK)
				return result;
		}
	}
	return PMO_OK;
}
