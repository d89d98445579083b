/* Who is planned with how much, week by week. */
#include <pmo/workload.h>

#include "plan/plan.h"

#include <stdlib.h>
#include <string.h>

enum { WEEK = 7, WHOLE = 10000 };

/* A person's own days, as the records say. */
struct schedule_of {
	const struct pmo_record *record; /* NULL: nobody knows the handle */
	const struct pmo_calendar *calendar;
	uint8_t weekdays;
	int64_t allocation;
};

static int32_t date_member(const struct pmo_field *field, const struct pmo_value *item,
			   const char *name)
{
	const struct pmo_value *value = pmo_value_member(field, item, name);
	bool known = value && value->presence == PMO_PRESENT && value->kind == PMO_DATE;
	return known ? (int32_t)value->as.integer : PMO_DATE_NONE;
}

/* The leave over a day: 0 none, 1 nobody stands in, 2 *delegate does. */
static int find_leave(const struct pmo_record *person, int32_t day, const char **delegate)
{
	int index = person ? pmo_schema_field(person->schema, "leave") : -1;
	struct pmo_value list = { 0 };
	if (index >= 0)
		list = pmo_record_get(person, index);
	for (uint32_t i = 0; pmo_value_is_present(&list) && list.is_list && i < list.count; i++) {
		const struct pmo_field *field = person->schema->fields[index];
		const struct pmo_value *item = &list.as.items[i];
		int32_t from = date_member(field, item, "from"),
			to = date_member(field, item, "to");
		if (from == PMO_DATE_NONE || to == PMO_DATE_NONE || day < from || day > to)
			continue;
		const struct pmo_value *who = pmo_value_member(field, item, "delegate");
		bool has = who && who->presence == PMO_PRESENT;
		*delegate = has ? who->as.text : NULL;
		return has ? 2 : 1;
	}
	return 0;
}

static const struct pmo_record *find_record(const struct pmo_plan *plan, const char *handle)
{
	const struct pmo_world *world = pmo_workspace_world(plan->workspace);
	const struct pmo_record *from = plan->own_count ? plan->items[0].record : NULL;
	return world->find ? world->find(world->store, from, handle, "person") : NULL;
}

static enum pmo_result read_schedule(struct pmo_plan *plan, const char *handle,
				     struct schedule_of *schedule)
{
	struct plan_person *person = NULL;
	*schedule = (struct schedule_of){ .record = find_record(plan, handle),
					  .calendar = plan->calendar };
	enum pmo_result result = model_person(
		plan_of(plan), plan->own_count ? plan->items[0].record : NULL, handle, &person);
	if (result != PMO_OK)
		return result;
	schedule->weekdays = person->weekdays;
	schedule->allocation = person->allocation;
	if (!schedule->record)
		return PMO_OK;
	struct pmo_value own = pmo_record_get_name(schedule->record, "calendar");
	if (pmo_value_is_present(&own) && person->own)
		result = pmo_plan_calendar(plan, own.as.text, &schedule->calendar);
	return result;
}

static bool works(const struct schedule_of *schedule, int32_t day)
{
	return pmo_calendar_is_working(schedule->calendar, day) &&
	       (schedule->weekdays >> pmo_date_weekday(day) & 1);
}

static int64_t days_of_week(const struct schedule_of *schedule, int32_t monday, bool at_work)
{
	int64_t days = 0;
	const char *delegate;
	for (int32_t day = monday; day < monday + WEEK; day++)
		days += works(schedule, day) &&
			(!at_work || !find_leave(schedule->record, day, &delegate));
	return days;
}

/* The person of a handle, added when it is a new one. */
static enum pmo_result find_person(struct pmo_workload *load, struct pmo_plan *plan,
				   const char *handle, struct pmo_workload_person **person)
{
	struct schedule_of schedule;
	for (size_t i = 0; i < load->person_count; i++)
		if (strcmp(load->people[i].handle, handle) == 0) {
			*person = &load->people[i];
			return PMO_OK;
		}
	enum pmo_result result = read_schedule(plan, handle, &schedule);
	if (result != PMO_OK)
		return result;
	struct pmo_workload_person *grown =
		pmo_arena_grow(load->arena, load->people, load->person_count,
			       &load->person_capacity, sizeof(*grown));
	char *name = pmo_arena_string(load->arena, handle);
	if (!grown || !name)
		return PMO_NO_MEMORY;
	load->people = grown;
	*person = &grown[load->person_count++];
	**person = (struct pmo_workload_person){ .handle = name };
	for (size_t week = 0; week < load->weeks; week++) {
		int32_t monday = load->from + (int32_t)week * WEEK;
		int64_t days = days_of_week(&schedule, monday, false);
		if (days)
			(*person)->capacity[week] =
				schedule.allocation * days_of_week(&schedule, monday, true) / days;
	}
	return PMO_OK;
}

/* Somebody's part of an item. */
struct share {
	const char *person;
	int64_t units; /* hundredths of a percent; -1: all that is planned with */
	bool assumed;
};

static enum pmo_result add_part(struct pmo_workload *load, struct pmo_plan *plan,
				const struct pmo_workload_part *part)
{
	struct pmo_workload_person *person = NULL;
	enum pmo_result result = find_person(load, plan, part->person, &person);
	if (result != PMO_OK)
		return result;
	struct pmo_workload_part *last =
		load->part_count ? &load->parts[load->part_count - 1] : NULL;
	person->load[part->week] += part->load;
	if (last && last->id == part->id && last->week == part->week &&
	    strcmp(last->person, part->person) == 0) {
		last->load += part->load;
		return PMO_OK;
	}
	struct pmo_workload_part *grown = pmo_arena_grow(load->arena, load->parts, load->part_count,
							 &load->part_capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	load->parts = grown;
	grown[load->part_count] = *part;
	grown[load->part_count++].person = person->handle;
	return PMO_OK;
}

/* The part of a day on which an item is worked, in ten thousandths. */
static int64_t part_of_day(const struct plan_work *work, int32_t day)
{
	int64_t from = (int64_t)day * CLOCK_DAY, to = from + CLOCK_DAY;
	if (from < work->resume)
		from = work->resume;
	if (to > work->finish)
		to = work->finish;
	if (to <= from || !work->clock || work->clock->day_minutes <= 0)
		return 0;
	int64_t minutes = clock_count(work->clock, to) - clock_count(work->clock, from);
	int64_t part = minutes * WHOLE / work->clock->day_minutes;
	return part > WHOLE ? WHOLE : part;
}

static enum pmo_result add_share(struct pmo_workload *load, struct pmo_plan *plan, size_t item,
				 const struct share *share)
{
	const struct plan_work *work = &plan_of(plan)->work[item];
	struct schedule_of schedule;
	enum pmo_result result = read_schedule(plan, share->person, &schedule);
	int32_t end = load->from + (int32_t)load->weeks * WEEK;
	for (int32_t day = load->from; result == PMO_OK && day < end; day++) {
		const char *delegate = NULL;
		int64_t part = part_of_day(work, day);
		if (!part)
			continue;
		int leave = find_leave(schedule.record, day, &delegate);
		int32_t monday = day - pmo_date_weekday(day);
		int64_t days = days_of_week(&schedule, monday, false);
		if (leave == 1 || !days)
			continue;
		int64_t units = share->units < 0 ? schedule.allocation : share->units;
		struct pmo_workload_part one = {
			.person = delegate ? delegate : share->person,
			.week = (size_t)(monday - load->from) / WEEK,
			.project = plan->project,
			.id = plan->items[item].id,
			.wbs = plan->items[item].wbs,
			.title = plan->items[item].title,
			.load = part * units / WHOLE / days,
			.assumed = share->assumed,
			.instead_of = delegate ? share->person : NULL,
		};
		result = add_part(load, plan, &one);
	}
	return result;
}

static int64_t units_of(const struct pmo_value *value)
{
	if (!value || value->presence != PMO_PRESENT || value->as.integer < 0 ||
	    value->as.integer > INT32_MAX)
		return WHOLE;
	int64_t units = value->as.integer * 100;
	for (int scale = value->detail; scale > 0; scale--)
		units /= 10;
	return units;
}

static enum pmo_result add_item(struct pmo_workload *load, struct pmo_plan *plan, size_t i)
{
	const struct pmo_plan_item *item = &plan->items[i];
	int index = pmo_schema_field(item->record->schema, "assignees");
	struct pmo_value list = { 0 };
	enum pmo_result result = PMO_OK;
	bool assigned = false;
	if (index >= 0)
		list = pmo_record_get(item->record, index);
	for (uint32_t at = 0;
	     result == PMO_OK && pmo_value_is_present(&list) && list.is_list && at < list.count;
	     at++) {
		const struct pmo_field *field = item->record->schema->fields[index];
		const struct pmo_value *who = pmo_value_member(field, &list.as.items[at], "person");
		struct share share = {
			.units = units_of(pmo_value_member(field, &list.as.items[at], "units")),
		};
		if (!who || who->presence != PMO_PRESENT)
			continue;
		assigned = true;
		share.person = who->as.text;
		result = add_share(load, plan, i, &share);
	}
	if (!assigned && item->owner)
		result = add_share(load, plan, i, &(struct share){ item->owner, -1, true });
	return result;
}

enum pmo_result pmo_workload_begin(struct pmo_workspace *workspace, int32_t from, size_t weeks,
				   struct pmo_workload *load)
{
	*load = (struct pmo_workload){ .workspace = workspace,
				       .arena = pmo_workspace_arena(workspace),
				       .from = from - pmo_date_weekday(from),
				       .weeks = weeks };
	bool fits = pmo_date_is_valid(load->from) && weeks && weeks <= PMO_WORKLOAD_WEEKS &&
		    pmo_date_is_valid(load->from + (int32_t)weeks * WEEK);
	return fits ? PMO_OK : PMO_INVALID;
}

enum pmo_result pmo_workload_add(struct pmo_workload *load, struct pmo_plan *plan)
{
	int32_t end = load->from + (int32_t)load->weeks * WEEK;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		bool open =
			item->state == PMO_ITEM_NOT_STARTED || item->state == PMO_ITEM_UNDER_WAY;
		if (open && item->kind == PMO_ITEM_TASK && item->finish != PMO_DATE_NONE &&
		    item->finish >= load->from && item->start < end)
			result = add_item(load, plan, i);
	}
	return result;
}

static int by_handle(const void *left, const void *right)
{
	const struct pmo_workload_person *a = left, *b = right;
	return strcmp(a->handle, b->handle);
}

static int by_person(const void *left, const void *right)
{
	const struct pmo_workload_part *a = left, *b = right;
	int order = strcmp(a->person, b->person);
	if (order)
		return order;
	if (a->week != b->week)
		return a->week < b->week ? -1 : 1;
	order = strcmp(a->project->handle, b->project->handle);
	return order ? order : strcmp(a->id, b->id);
}

void pmo_workload_end(struct pmo_workload *load)
{
	if (load->person_count)
		qsort(load->people, load->person_count, sizeof(*load->people), by_handle);
	if (load->part_count)
		qsort(load->parts, load->part_count, sizeof(*load->parts), by_person);
	for (size_t i = 0; i < load->person_count; i++)
		for (size_t week = 0; week < load->weeks; week++)
			load->people[i].over += pmo_workload_is_over(&load->people[i], week);
}
