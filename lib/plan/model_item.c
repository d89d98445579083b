/* One task or milestone: the values of its record as numbers, and what is wrong with them. */
#include "plan/plan.h"

#include <stdarg.h>
#include <string.h>

/* The fields that the engine reads, by their places in the schema; -1: it has none. */
struct model_fields {
	const struct pmo_schema *schema;
	bool is_milestone;
	int parent, wbs, kind, owner, duration, effort, sizing, by_hand, planned_start;
	int planned_finish, constraint, deadline, calendar, assignees, costs, actual_start;
	int actual_finish, percent, remaining, counting, checklist, forecast, mandatory;
};

const struct model_fields *model_fields_of(struct plan *plan, const struct pmo_schema *schema)
{
	struct model_fields *fields = pmo_arena_alloc(&plan->memory, sizeof(*fields));
	if (!fields)
		return NULL;
	fields->schema = schema;
	fields->is_milestone = strcmp(schema->table->name, "milestone") == 0;
	fields->parent = pmo_schema_field(schema, "parent");
	fields->wbs = pmo_schema_field(schema, "wbs");
	fields->kind = pmo_schema_field(schema, "kind");
	fields->owner = pmo_schema_field(schema, "owner");
	fields->duration = pmo_schema_field(schema, "duration");
	fields->effort = pmo_schema_field(schema, "effort");
	fields->sizing = pmo_schema_field(schema, "sizing");
	fields->by_hand = pmo_schema_field(schema, "by_hand");
	fields->planned_start = pmo_schema_field(schema, "planned_start");
	fields->planned_finish = pmo_schema_field(schema, "planned_finish");
	fields->constraint = pmo_schema_field(schema, "constraint");
	fields->deadline = pmo_schema_field(schema, "deadline");
	fields->calendar = pmo_schema_field(schema, "calendar");
	fields->assignees = pmo_schema_field(schema, "assignees");
	fields->costs = pmo_schema_field(schema, "costs");
	fields->actual_start = pmo_schema_field(schema, "actual_start");
	fields->actual_finish = pmo_schema_field(schema, "actual_finish");
	fields->percent = pmo_schema_field(schema, "percent");
	fields->remaining = pmo_schema_field(schema, "remaining");
	fields->counting = pmo_schema_field(schema, "counting");
	fields->checklist = pmo_schema_field(schema, "checklist");
	fields->forecast = pmo_schema_field(schema, "forecast");
	fields->mandatory = pmo_schema_field(schema, "mandatory");
	return fields;
}

int model_parent_field(const struct model_fields *fields)
{
	return fields->parent;
}

void model_fault(struct plan *plan, int item, const char *format, ...)
{
	struct plan_work *work = &plan->work[item];
	va_list args;
	if (work->fault)
		return;
	va_start(args, format);
	work->fault = pmo_arena_vformat(&plan->memory, format, args);
	va_end(args);
	if (!work->fault)
		work->fault = "has a fault";
}

/* A record that is being read into an item. */
struct reading {
	struct plan *plan;
	int item;
	const struct model_fields *fields;
};

static struct pmo_plan_item *item_of(const struct reading *reading)
{
	return &reading->plan->open.items[reading->item];
}

static struct plan_work *work_of(const struct reading *reading)
{
	return &reading->plan->work[reading->item];
}

/* The value of a field; a bad one is a fault, and absent. */
static struct pmo_value value_of(const struct reading *reading, int field)
{
	struct pmo_value value = { .presence = PMO_ABSENT };
	if (field < 0)
		return value;
	value = pmo_record_get(item_of(reading)->record, field);
	if (value.presence != PMO_BAD)
		return value;
	model_fault(reading->plan, reading->item, "%s '%s' cannot be read",
		    reading->fields->schema->fields[field]->name, value.as.text);
	return (struct pmo_value){ .presence = PMO_ABSENT };
}

static const char *text_of(const struct reading *reading, int field)
{
	struct pmo_value value = value_of(reading, field);
	return pmo_value_is_present(&value) ? value.as.text : NULL;
}

static int32_t date_of(const struct reading *reading, int field)
{
	struct pmo_value value = value_of(reading, field);
	return pmo_value_is_present(&value) ? (int32_t)value.as.integer : PMO_DATE_NONE;
}

static bool is_yes(const struct reading *reading, int field)
{
	struct pmo_value value = value_of(reading, field);
	return pmo_value_is_present(&value) && value.as.integer;
}

static int64_t hundredths(const struct pmo_value *value)
{
	int64_t share = value->as.integer;
	int scale = value->detail;
	if (share > INT64_MAX / 100 || share < INT64_MIN / 100)
		return 0;
	for (share *= 100; scale; scale--)
		share /= 10;
	return share;
}

int64_t model_minutes(const struct pmo_duration *duration, int64_t day_minutes)
{
	static const int64_t units[] = {
		[PMO_DURATION_HOURS] = 60,
		[PMO_DURATION_MINUTES] = 1,
	};
	int64_t unit = day_minutes;
	if (duration->unit == PMO_DURATION_WEEKS)
		unit = 5 * day_minutes;
	else if (duration->unit == PMO_DURATION_HOURS || duration->unit == PMO_DURATION_MINUTES)
		unit = units[duration->unit];
	/* Thousandths of at most 5 * 1440 minutes: what is read is far below the limit. */
	int64_t thousandths = duration->amount * unit;
	int64_t minutes = thousandths / PMO_DURATION_THOUSANDTHS;
	return minutes + (thousandths % PMO_DURATION_THOUSANDTHS > 0);
}

static bool duration_of(const struct reading *reading, int field, struct pmo_duration *duration)
{
	struct pmo_value value = value_of(reading, field);
	if (!pmo_value_is_present(&value))
		return false;
	duration->amount = value.as.integer;
	duration->unit = (enum pmo_duration_unit)value.detail;
	return true;
}

static void read_kind(const struct reading *reading)
{
	struct pmo_plan_item *item = item_of(reading);
	const char *kind = text_of(reading, reading->fields->kind);
	item->kind = reading->fields->is_milestone ? PMO_ITEM_MILESTONE : PMO_ITEM_TASK;
	if (kind && strcmp(kind, "summary") == 0)
		item->kind = PMO_ITEM_SUMMARY;
	else if (kind && strcmp(kind, "level_of_effort") == 0)
		item->kind = PMO_ITEM_EFFORT;
}

static void read_constraint(const struct reading *reading)
{
	static const char *const kinds[] = { "asap", "alap", "snet", "snlt",
					     "fnet", "fnlt", "mso",  "mfo" };
	struct plan_work *work = work_of(reading);
	struct pmo_value value = value_of(reading, reading->fields->constraint);
	work->constraint_date = PMO_DATE_NONE;
	if (!pmo_value_is_present(&value))
		return;
	const struct pmo_field *field =
		reading->fields->schema->fields[reading->fields->constraint];
	const struct pmo_value *kind = pmo_value_member(field, &value, "kind");
	const struct pmo_value *date = pmo_value_member(field, &value, "date");
	for (size_t i = 0; kind->presence == PMO_PRESENT && i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i], kind->as.text) == 0)
			work->constraint = (enum plan_constraint)i;
	if (date->presence == PMO_PRESENT)
		work->constraint_date = (int32_t)date->as.integer;
	if (kind->presence == PMO_BAD || date->presence == PMO_BAD)
		model_fault(reading->plan, reading->item, "constraint cannot be read");
	else if (work->constraint > PLAN_ALAP && work->constraint_date == PMO_DATE_NONE)
		model_fault(reading->plan, reading->item, "constraint %s has no date",
			    kind->as.text);
	if (work->constraint_date == PMO_DATE_NONE && work->constraint != PLAN_ALAP)
		work->constraint = PLAN_ASAP;
}

static enum pmo_result own_clock(const struct reading *reading, const struct clock **clock)
{
	struct plan *plan = reading->plan;
	const struct plan_project *project = &plan->projects[work_of(reading)->owner_number];
	const char *name = text_of(reading, reading->fields->calendar), *fault = NULL;
	*clock = NULL;
	if (!name)
		return PMO_OK;
	enum pmo_result result = model_calendar(plan, name, clock, &fault);
	if (result == PMO_OK && fault) {
		model_fault(plan, reading->item, "%s", fault);
		*clock = project->clock;
	}
	return result;
}

/* Somebody's days within those of the item, or within their own calendar. */
static enum pmo_result person_clocks(const struct reading *reading, struct plan_person *person,
				     const struct clock *own, struct plan_clocks *clocks)
{
	struct plan *plan = reading->plan;
	const struct clock *base = own ? own : person->own;
	if (!base)
		base = plan->projects[work_of(reading)->owner_number].clock;
	if (own && person->own)
		base = clock_both(&plan->memory, own, person->own);
	return base ? model_person_clock(plan, person, base, clocks) : PMO_NO_MEMORY;
}

/* Those who work on it together: work goes on while one of them is there. */
static enum pmo_result read_assignees(const struct reading *reading, const struct clock *own,
				      const struct pmo_value *list)
{
	struct plan *plan = reading->plan;
	struct plan_work *work = work_of(reading);
	const struct pmo_field *field = reading->fields->schema->fields[reading->fields->assignees];
	for (uint32_t i = 0; i < list->count; i++) {
		const struct pmo_value *handle =
			pmo_value_member(field, &list->as.items[i], "person");
		const struct pmo_value *units =
			pmo_value_member(field, &list->as.items[i], "units");
		struct plan_person *person = NULL;
		struct plan_clocks clocks;
		if (!handle || handle->presence != PMO_PRESENT)
			continue;
		enum pmo_result result =
			model_person(plan, item_of(reading)->record, handle->as.text, &person);
		if (result == PMO_OK)
			result = person_clocks(reading, person, own, &clocks);
		if (result != PMO_OK)
			return result;
		bool first = !work->clock;
		work->person = first ? person : work->person;
		work->clock = first ? clocks.clock
				    : clock_either(&plan->memory, work->clock, clocks.clock);
		work->usual = first ? clocks.usual
				    : clock_either(&plan->memory, work->usual, clocks.usual);
		if (!work->clock || !work->usual)
			return PMO_NO_MEMORY;
		work->units +=
			units->presence == PMO_PRESENT ? hundredths(units) : person->allocation;
	}
	return PMO_OK;
}

static enum pmo_result read_clock(const struct reading *reading)
{
	struct plan *plan = reading->plan;
	struct plan_work *work = work_of(reading);
	struct pmo_plan_item *item = item_of(reading);
	const struct clock *own = NULL;
	struct plan_clocks clocks;
	struct plan_person *person = NULL;
	enum pmo_result result = own_clock(reading, &own);
	work->own = own;
	struct pmo_value list = value_of(reading, reading->fields->assignees);
	if (result == PMO_OK && pmo_value_is_present(&list) && list.is_list)
		result = read_assignees(reading, own, &list);
	bool alone = !work->clock && item->owner && item->kind == PMO_ITEM_TASK;
	if (result == PMO_OK && alone)
		result = model_person(plan, item->record, item->owner, &person);
	if (result == PMO_OK && alone)
		result = person_clocks(reading, person, own, &clocks);
	if (result != PMO_OK)
		return result;
	if (alone) {
		work->clock = clocks.clock;
		work->usual = clocks.usual;
		work->person = person;
		work->units = person->allocation;
	}
	if (!work->clock)
		work->clock = work->usual = own ? own : plan->projects[work->owner_number].clock;
	if (work->clock->total == 0) {
		model_fault(plan, reading->item, "%s has no working day in its calendar",
			    item->owner ? item->owner : "nobody");
		work->clock = work->usual = plan->projects[work->owner_number].clock;
	}
	return PMO_OK;
}

/* The share that the counting says; -1: what was typed counts. */
static int64_t counted_percent(const struct reading *reading)
{
	const struct pmo_plan_item *item = item_of(reading);
	const char *counting = text_of(reading, reading->fields->counting);
	if (!counting || strcmp(counting, "percent") == 0)
		return -1;
	if (item->actual_finish != PMO_DATE_NONE)
		return 10000;
	if (strcmp(counting, "half_at_start") == 0)
		return item->actual_start != PMO_DATE_NONE ? 5000 : 0;
	if (strcmp(counting, "checklist") != 0)
		return 0;
	struct pmo_value list = value_of(reading, reading->fields->checklist);
	int64_t done = 0;
	if (!pmo_value_is_present(&list) || !list.is_list)
		return 0;
	const struct pmo_field *field = reading->fields->schema->fields[reading->fields->checklist];
	for (uint32_t i = 0; i < list.count; i++) {
		const struct pmo_value *step = pmo_value_member(field, &list.as.items[i], "done");
		done += step && step->presence == PMO_PRESENT && step->as.integer;
	}
	return done * 10000 / list.count;
}

static void read_progress(const struct reading *reading)
{
	struct pmo_plan_item *item = item_of(reading);
	struct plan_work *work = work_of(reading);
	item->actual_start = date_of(reading, reading->fields->actual_start);
	item->actual_finish = date_of(reading, reading->fields->actual_finish);
	struct pmo_value percent = value_of(reading, reading->fields->percent);
	int64_t counted = counted_percent(reading);
	work->keeps_percent = true;
	if (counted >= 0)
		item->percent = (int32_t)counted;
	else if (pmo_value_is_present(&percent))
		item->percent = (int32_t)hundredths(&percent);
	else
		work->keeps_percent = false;
	if (item->actual_start != PMO_DATE_NONE && item->actual_finish != PMO_DATE_NONE &&
	    item->actual_finish < item->actual_start)
		model_fault(reading->plan, reading->item, "finished before it started");
	if (pmo_value_is_present(&percent) && percent.as.integer > 0 &&
	    item->kind == PMO_ITEM_TASK && item->actual_start == PMO_DATE_NONE &&
	    item->actual_finish == PMO_DATE_NONE)
		model_fault(reading->plan, reading->item, "work is done, but it has not started");
}

/*
 * What a duration says, and, when there is none, what effort and people say. Where the work
 * is fixed they say it in any case: more people, less time.
 */
static void read_size(const struct reading *reading)
{
	struct plan *plan = reading->plan;
	struct pmo_plan_item *item = item_of(reading);
	struct plan_work *work = work_of(reading);
	struct pmo_duration duration, remaining, effort;
	bool has_duration = duration_of(reading, reading->fields->duration, &duration);
	bool has_remaining = duration_of(reading, reading->fields->remaining, &remaining);
	if ((has_duration && duration.unit == PMO_DURATION_CALENDAR_DAYS) ||
	    (!has_duration && has_remaining && remaining.unit == PMO_DURATION_CALENDAR_DAYS)) {
		work->clock = work->usual = plan->all_days;
		work->person = NULL;
	}
	item->day_minutes = work->clock->day_minutes;
	work->stored_remaining = has_remaining ? model_minutes(&remaining, item->day_minutes) : -1;
	work->effort = -1;
	if (duration_of(reading, reading->fields->effort, &effort))
		work->effort = model_minutes(&effort, plan->minutes_per_day);
	item->duration = has_duration ? model_minutes(&duration, item->day_minutes) : -1;
	const char *sizing = text_of(reading, reading->fields->sizing);
	work->fixed_duration = sizing && strcmp(sizing, "fixed_duration") == 0;
	bool fixed_work = sizing && strcmp(sizing, "fixed_work") == 0 && work->units > 0;
	if ((item->duration < 0 || fixed_work) && work->effort >= 0 && !work->fixed_duration)
		item->duration = work->units > 0
					 ? (work->effort * 10000 + work->units - 1) / work->units
					 : -1;
	if (item->kind == PMO_ITEM_MILESTONE)
		item->duration = 0;
}

static void read_costs(const struct reading *reading)
{
	struct pmo_plan_item *item = item_of(reading);
	struct pmo_value list = value_of(reading, reading->fields->costs);
	if (!pmo_value_is_present(&list) || !list.is_list)
		return;
	const struct pmo_field *field = reading->fields->schema->fields[reading->fields->costs];
	for (uint32_t i = 0; i < list.count; i++) {
		const struct pmo_value *amount =
			pmo_value_member(field, &list.as.items[i], "amount");
		if (!amount || amount->presence != PMO_PRESENT)
			continue;
		item->cost += amount->as.integer;
		item->has_cost = true;
	}
}

void model_measure(struct plan *plan, int at)
{
	struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	bool done = item->actual_finish != PMO_DATE_NONE;
	bool started = item->actual_start != PMO_DATE_NONE;
	item->state = work->left_out ? PMO_ITEM_LEFT_OUT
		      : done         ? PMO_ITEM_DONE
		      : started      ? PMO_ITEM_UNDER_WAY
				     : PMO_ITEM_NOT_STARTED;
	if (item->kind == PMO_ITEM_MILESTONE && started && !done)
		item->state = PMO_ITEM_NOT_STARTED;
	if (done)
		item->percent = 10000;
	else if (!work->keeps_percent)
		item->percent = 0;
	bool open_ended = item->duration < 0;
	if (open_ended && done) {
		int64_t from = started ? item->actual_start : item->actual_finish;
		item->duration =
			clock_count(work->clock, ((int64_t)item->actual_finish + 1) * CLOCK_DAY) -
			clock_count(work->clock, from * CLOCK_DAY);
	} else if (open_ended && work->stored_remaining >= 0) {
		item->duration = work->stored_remaining;
	} else if (open_ended) {
		item->duration = 0;
		if (item->kind == PMO_ITEM_TASK && !work->left_out && !item->by_hand)
			model_fault(plan, at, "has no duration");
	}
	int64_t left = (item->duration * (10000 - item->percent) + 9999) / 10000;
	if (item->day_minutes && item->duration % item->day_minutes == 0)
		left = (left + item->day_minutes - 1) / item->day_minutes * item->day_minutes;
	item->remaining = done ? 0 : work->stored_remaining >= 0 ? work->stored_remaining : left;
}

static int64_t rescale(int64_t minutes, int64_t from, int64_t to)
{
	return minutes < 0 || from == to || from <= 0
		       ? minutes
		       : minutes / from * to + minutes % from * to / from;
}

enum pmo_result model_set_owner(struct plan *plan, int at, const char *handle)
{
	struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	struct plan_person *person = NULL;
	struct plan_clocks clocks;
	enum pmo_result result = model_person(plan, item->record, handle, &person);
	if (result != PMO_OK)
		return result;
	const struct clock *base =
		person->own ? person->own : plan->projects[work->owner_number].clock;
	result = model_person_clock(plan, person, base, &clocks);
	if (result != PMO_OK)
		return result;
	item->owner = handle;
	if (item->kind != PMO_ITEM_TASK || work->clock == plan->all_days)
		return PMO_OK;
	int64_t day = clocks.clock->day_minutes;
	item->duration = rescale(item->duration, item->day_minutes, day);
	work->stored_remaining = rescale(work->stored_remaining, item->day_minutes, day);
	item->day_minutes = day;
	work->person = person;
	work->clock = clocks.clock;
	work->usual = clocks.usual;
	model_measure(plan, at);
	return PMO_OK;
}

enum pmo_result model_read_item(struct plan *plan, int at, const struct model_fields *fields)
{
	struct reading reading = { plan, at, fields };
	struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	const struct pmo_state *state = pmo_record_state(item->record);
	const struct pmo_value title = pmo_record_get(item->record, item->record->schema->title);
	item->id = item->record->id;
	item->title = title.presence == PMO_PRESENT ? title.as.text : item->id;
	if (item->record->unreadable)
		model_fault(plan, at, "cannot be read");
	work->left_out = state->kind != PMO_STATE_OPEN;
	read_kind(&reading);
	item->owner = text_of(&reading, fields->owner);
	item->wbs = text_of(&reading, fields->wbs);
	item->deadline = date_of(&reading, fields->deadline);
	work->deadline_binds = !fields->is_milestone || is_yes(&reading, fields->mandatory);
	work->forecast = date_of(&reading, fields->forecast);
	work->planned_start = date_of(&reading, fields->planned_start);
	work->planned_finish = date_of(&reading, fields->planned_finish);
	item->by_hand =
		is_yes(&reading, fields->by_hand) &&
		(work->planned_start != PMO_DATE_NONE || work->planned_finish != PMO_DATE_NONE);
	read_constraint(&reading);
	read_costs(&reading);
	enum pmo_result result = read_clock(&reading);
	if (result != PMO_OK)
		return result;
	read_progress(&reading);
	read_size(&reading);
	return PMO_OK;
}
