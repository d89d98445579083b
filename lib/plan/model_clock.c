/*
 * Whose working time an item takes: the project's calendar or the item's own, less the days
 * on which those who do the work are away and nobody stands in for them.
 */
#include "plan/plan.h"

#include "store/calendar_load.h"

#include <pmo/text.h>

#include <string.h>

/* A calendar that was read once. */
struct known_calendar {
	const struct clock *clock;
	const char *fault;
	struct pmo_calendar calendar;
};

static enum pmo_result known(struct plan *plan, const char *name, struct known_calendar **calendar)
{
	*calendar = map_get(&plan->calendars, name);
	if (*calendar)
		return PMO_OK;
	struct known_calendar *fresh = pmo_arena_alloc(&plan->memory, sizeof(*fresh));
	if (!fresh)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		calendar_load(plan->open.workspace, name, &fresh->calendar, &fresh->fault);
	if (result == PMO_NOT_FOUND && *name) {
		fresh->fault = pmo_arena_format(&plan->memory, "calendar '%s' is not there", name);
		if (!fresh->fault)
			return PMO_NO_MEMORY;
	}
	if (result != PMO_OK && result != PMO_NOT_FOUND)
		return result;
	fresh->clock = clock_of_calendar(&plan->memory, &fresh->calendar, plan->minutes_per_day);
	if (!fresh->clock)
		return PMO_NO_MEMORY;
	*calendar = fresh;
	return map_put(&plan->calendars, name, fresh);
}

enum pmo_result model_calendar(struct plan *plan, const char *name, const struct clock **clock,
			       const char **fault)
{
	struct known_calendar *calendar = NULL;
	enum pmo_result result = known(plan, name, &calendar);
	if (result != PMO_OK)
		return result;
	*clock = calendar->clock;
	*fault = calendar->fault;
	return PMO_OK;
}

enum pmo_result pmo_plan_calendar(struct pmo_plan *open, const char *name,
				  const struct pmo_calendar **calendar)
{
	struct known_calendar *found = NULL;
	enum pmo_result result = known(plan_of(open), name ? name : "", &found);
	if (result == PMO_OK)
		*calendar = &found->calendar;
	return result;
}

static enum pmo_result add_leave(struct plan *plan, struct plan_person *person,
				 const struct pmo_field *field, const struct pmo_value *list)
{
	person->leave = pmo_arena_array(&plan->memory, list->count + 1, sizeof(*person->leave));
	if (!person->leave)
		return PMO_NO_MEMORY;
	for (uint32_t i = 0; i < list->count; i++) {
		const struct pmo_value *item = &list->as.items[i];
		const struct pmo_value *from = pmo_value_member(field, item, "from");
		const struct pmo_value *to = pmo_value_member(field, item, "to");
		const struct pmo_value *delegate = pmo_value_member(field, item, "delegate");
		if (!from || !to || from->presence != PMO_PRESENT || to->presence != PMO_PRESENT ||
		    to->as.integer < from->as.integer || delegate->presence == PMO_PRESENT)
			continue;
		person->leave[person->leave_count++] =
			(struct clock_leave){ (int32_t)from->as.integer, (int32_t)to->as.integer };
	}
	return PMO_OK;
}

static uint8_t weekdays_of(const struct pmo_value *days)
{
	uint8_t weekdays = 0;
	for (uint32_t i = 0; i < days->count; i++)
		for (int day = 0; day < 7; day++)
			if (days->as.items[i].presence == PMO_PRESENT &&
			    pmo_ascii_equal(days->as.items[i].as.text, pmo_date_weekday_name(day)))
				weekdays |= (uint8_t)(1 << day);
	return weekdays ? weekdays : 0x7f;
}

/* Hundredths of a percent; -1: the value is no share. */
static int64_t share_of(const struct pmo_value *value)
{
	int64_t share = value->as.integer;
	int scale = value->detail;
	if (value->presence != PMO_PRESENT || share < 0 || share > INT64_MAX / 100)
		return -1;
	for (share *= 100; scale; scale--)
		share /= 10;
	return share;
}

static enum pmo_result read_person(struct plan *plan, const struct pmo_record *record,
				   struct plan_person *person)
{
	struct pmo_value days = pmo_record_get_name(record, "work_days");
	struct pmo_value allocation = pmo_record_get_name(record, "allocation");
	struct pmo_value calendar = pmo_record_get_name(record, "calendar");
	int leave_field = pmo_schema_field(record->schema, "leave");
	if (pmo_value_is_present(&days) && days.is_list)
		person->weekdays = weekdays_of(&days);
	if (share_of(&allocation) > 0)
		person->allocation = share_of(&allocation);
	if (pmo_value_is_present(&calendar)) {
		const char *fault = NULL;
		enum pmo_result result =
			model_calendar(plan, calendar.as.text, &person->own, &fault);
		if (result != PMO_OK)
			return result;
		if (fault)
			person->own = NULL; /* check says so; the project's days hold */
	}
	if (leave_field < 0)
		return PMO_OK;
	struct pmo_value leave = pmo_record_get(record, leave_field);
	if (!pmo_value_is_present(&leave) || !leave.is_list)
		return PMO_OK;
	return add_leave(plan, person, record->schema->fields[leave_field], &leave);
}

enum pmo_result model_person(struct plan *plan, const struct pmo_record *from, const char *handle,
			     struct plan_person **person)
{
	*person = map_get(&plan->persons, handle);
	if (*person)
		return PMO_OK;
	struct plan_person *fresh = pmo_arena_alloc(&plan->memory, sizeof(*fresh));
	if (!fresh)
		return PMO_NO_MEMORY;
	fresh->handle = handle;
	fresh->weekdays = 0x7f;
	fresh->allocation = 10000;
	const struct pmo_world *world = pmo_workspace_world(plan->open.workspace);
	const struct pmo_record *record =
		world->find ? world->find(world->store, from, handle, "person") : NULL;
	enum pmo_result result = record ? read_person(plan, record, fresh) : PMO_OK;
	*person = fresh;
	return result == PMO_OK ? map_put(&plan->persons, handle, fresh) : result;
}

enum pmo_result model_person_clock(struct plan *plan, struct plan_person *person,
				   const struct clock *base, struct plan_clocks *clocks)
{
	struct plan_clocks *known_clocks = person->clocks;
	while (known_clocks && known_clocks->base != base)
		known_clocks = known_clocks->next;
	if (known_clocks) {
		*clocks = *known_clocks;
		return PMO_OK;
	}
	*clocks = (struct plan_clocks){ .base = base, .clock = base, .usual = base };
	struct pmo_arena *arena = &plan->memory;
	if (person->weekdays != 0x7f)
		clocks->usual = clock_on_weekdays(arena, clocks->usual, person->weekdays);
	clocks->clock = clocks->usual;
	if (clocks->usual && person->leave_count)
		clocks->clock =
			clock_without(arena, clocks->usual, person->leave, person->leave_count);
	known_clocks = pmo_arena_alloc(arena, sizeof(*known_clocks));
	if (!clocks->clock || !known_clocks)
		return PMO_NO_MEMORY;
	*known_clocks = *clocks;
	known_clocks->next = person->clocks;
	person->clocks = known_clocks;
	return PMO_OK;
}
