/* A new document of MS Project, and calendars as it has them. */
#include "exchange/mspdi_export.h"

#include "store/workspace.h"

#include <string.h>

static const char *const weekdays[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* The settings of a new plan; durations in days, schedule from the start. */
static const char *const settings[][2] = {
	{ "SaveVersion", "14" },
	{ "ScheduleFromStart", "1" },
	{ "CriticalSlackLimit", "0" },
	{ "CurrencyDigits", "2" },
	{ "DefaultStartTime", "08:00:00" },
	{ "DefaultFinishTime", "17:00:00" },
	{ "MinutesPerWeek", "2400" },
	{ "DaysPerMonth", "20" },
	{ "DefaultTaskType", "0" },
	{ "DurationFormat", "7" },
	{ "WorkFormat", "2" },
	{ "HonorConstraints", "1" },
	{ "NewTasksEffortDriven", "0" },
	{ "NewTasksEstimated", "0" },
};

static const struct pmo_record *charter_of(struct mspdi_export *run)
{
	struct mspdi_context *context = &run->import.context;
	struct pmo_records records;
	const struct pmo_schema *schema = pmo_workspace_schema(context->workspace, "project");
	if (!schema ||
	    pmo_workspace_records(context->workspace, context->project, schema, &records) != PMO_OK)
		return NULL;
	return records.count ? &records.items[0] : NULL;
}

static const char *text_by_name(const struct pmo_record *record, const char *name)
{
	int index = record ? pmo_schema_field(record->schema, name) : -1;
	return index < 0 ? NULL : pmo_record_text(record, index);
}

static const struct pmo_record *calendar_record(const struct mspdi_export *run, const char *handle)
{
	const struct pmo_world *world = pmo_workspace_world(run->import.context.workspace);
	return handle ? world->find(world->store, NULL, handle, "calendar") : NULL;
}

static void add_calendar(struct mspdi_export *run, struct mspdi_element *list, int64_t uid,
			 const struct pmo_record *record)
{
	struct mspdi_element *calendar = mspdi_add(run->arena, list, "Calendar", NULL);
	const char *name = text_by_name(record, "name");
	run->failed |= !calendar;
	if (!calendar)
		return;
	mspdi_out_number(run, calendar, "UID", uid);
	mspdi_out(run, calendar, "Name", name ? name : "Standard");
	mspdi_out(run, calendar, "IsBaseCalendar", "1");
	mspdi_out(run, calendar, "BaseCalendarUID", "-1");
	run->failed |= mspdi_out_calendar(run, calendar, record) != PMO_OK;
}

enum pmo_result mspdi_make_document(struct mspdi_export *run)
{
	struct mspdi_context *context = &run->import.context;
	struct pmo_mspdi *plan = pmo_arena_alloc(run->arena, sizeof(*plan));
	struct mspdi_element *root = pmo_arena_alloc(run->arena, sizeof(*root));
	const struct pmo_record *charter = charter_of(run);
	struct pmo_value start = { 0 };
	if (!plan || !root)
		return PMO_NO_MEMORY;
	root->name = "Project";
	root->text = "";
	for (size_t i = 0; i < sizeof(settings) / sizeof(*settings); i++)
		mspdi_out(run, root, settings[i][0], settings[i][1]);
	mspdi_out_number(run, root, "MinutesPerDay", context->minutes_per_day);
	mspdi_out_number(run, root, "MinutesPerWeek", (int64_t)context->minutes_per_day * 5);
	mspdi_out(run, root, "Title", context->project->title);
	mspdi_out(run, root, "CalendarUID", "1");
	run->root = root;
	if (charter)
		start = pmo_record_get_name(charter, "start");
	if (start.presence == PMO_PRESENT)
		mspdi_out_time(run, root, "StartDate", start.as.integer * 24 * 60 + 8 * 60);
	struct mspdi_element *calendars = mspdi_add(run->arena, root, "Calendars", NULL);
	struct mspdi_element *tasks = mspdi_add(run->arena, root, "Tasks", NULL);
	struct mspdi_element *summary = mspdi_add(run->arena, tasks, "Task", NULL);
	if (!calendars || !tasks || !summary)
		return PMO_NO_MEMORY;
	const char *handle = text_by_name(charter, "calendar");
	if (!handle)
		handle = pmo_workspace_config(context->workspace)->calendar;
	add_calendar(run, calendars, 1, calendar_record(run, handle));
	mspdi_out(run, summary, "UID", "0");
	mspdi_out(run, summary, "ID", "0");
	mspdi_out(run, summary, "Name", context->project->title);
	mspdi_out(run, summary, "Type", "1");
	mspdi_out(run, summary, "IsNull", "0");
	mspdi_out(run, summary, "OutlineNumber", "0");
	mspdi_out(run, summary, "OutlineLevel", "0");
	mspdi_out(run, summary, "Milestone", "0");
	mspdi_out(run, summary, "Summary", "1");
	if (run->failed)
		return PMO_NO_MEMORY;
	plan->arena = run->arena;
	plan->diags = pmo_workspace_diags(context->workspace);
	plan->root = root;
	run->import.plan = plan;
	enum pmo_result result = mspdi_read_facts(plan);
	if (result == PMO_OK && handle && plan->calendar_count)
		plan->calendars[0].handle = handle;
	return result;
}

static struct mspdi_element *add_times(struct mspdi_export *run, struct mspdi_element *day)
{
	struct mspdi_element *times = mspdi_child(day, "WorkingTimes");
	if (!times)
		times = mspdi_add(run->arena, day, "WorkingTimes", NULL);
	run->failed |= !times;
	return times;
}

/* "08:00-12:00" */
static void add_time(struct mspdi_export *run, struct mspdi_element *day, const char *span,
		     size_t length)
{
	const char *dash = memchr(span, '-', length);
	struct mspdi_element *times = dash ? add_times(run, day) : NULL;
	struct mspdi_element *time = mspdi_add(run->arena, times, "WorkingTime", NULL);
	if (!dash || !time)
		return;
	int from = (int)(dash - span), to = (int)(length - (size_t)from - 1);
	bool is_midnight = to >= 5 && strncmp(dash + 1, "24:00", 5) == 0;
	mspdi_out(run, time, "FromTime", pmo_arena_format(run->arena, "%.*s:00", from, span));
	mspdi_out(run, time, "ToTime",
		  is_midnight ? "00:00:00" : pmo_arena_format(run->arena, "%.*s:00", to, dash + 1));
}

static bool is_in_list(const struct mspdi_slot *slot, const char *word)
{
	for (size_t i = 0; i < slot->count; i++)
		if (strcmp(slot->items[i], word) == 0)
			return true;
	return false;
}

struct calendar_slots {
	struct mspdi_slot weekend, hours, holidays;
	bool has_week;
};

static void add_day(struct mspdi_export *run, struct mspdi_element *days, int weekday,
		    const struct calendar_slots *slots)
{
	struct mspdi_element *day = mspdi_add(run->arena, days, "WeekDay", NULL);
	const char *name = weekdays[weekday];
	bool is_off = slots->weekend.is_said ? is_in_list(&slots->weekend, name) : weekday >= 5;
	bool any = false;
	mspdi_out_number(run, day, "DayType", (weekday + 1) % 7 + 1);
	mspdi_out(run, day, "DayWorking", is_off ? "0" : "1");
	for (size_t i = 0; i < slots->hours.count && !is_off; i++) {
		const char *text = slots->hours.items[i];
		if (strncmp(text, name, 3) != 0 || text[3] != ' ')
			continue;
		add_time(run, day, text + 4, strlen(text + 4));
		any = true;
	}
	if (is_off || any)
		return;
	add_time(run, day, "08:00-12:00", 11);
	add_time(run, day, "13:00-17:00", 11);
}

static void add_period(struct mspdi_export *run, struct mspdi_element *exception, int64_t from,
		       int64_t to)
{
	struct mspdi_element *period = mspdi_add(run->arena, exception, "TimePeriod", NULL);
	run->failed |= !period;
	if (!period)
		return;
	mspdi_out_time(run, period, "FromDate", from * 24 * 60);
	mspdi_out_time(run, period, "ToDate", to * 24 * 60 + 23 * 60 + 59);
}

struct exception_out {
	int64_t from, to;
	const char *name, *hours;
};

static void add_exception(struct mspdi_export *run, struct mspdi_element *list,
			  const struct exception_out *one)
{
	struct mspdi_element *exception = mspdi_add(run->arena, list, "Exception", NULL);
	run->failed |= !exception;
	if (!exception)
		return;
	mspdi_out(run, exception, "EnteredByOccurrences", "0");
	add_period(run, exception, one->from, one->to);
	mspdi_out_number(run, exception, "Occurrences", one->to - one->from + 1);
	if (one->name)
		mspdi_out(run, exception, "Name", one->name);
	mspdi_out(run, exception, "Type", "1");
	mspdi_out(run, exception, "DayWorking", one->hours && *one->hours ? "1" : "0");
	for (const char *c = one->hours; c && *c;) {
		size_t length = strcspn(c, ",");
		add_time(run, exception, c, length);
		c += length + (c[length] == ',');
	}
}

static void add_items(struct mspdi_export *run, struct mspdi_element *list,
		      const struct pmo_record *record, const char *name)
{
	int index = pmo_schema_field(record->schema, name);
	struct pmo_value value = { 0 };
	if (index >= 0)
		value = pmo_record_get(record, index);
	for (uint32_t i = 0; value.presence == PMO_PRESENT && value.is_list && i < value.count;
	     i++) {
		const struct pmo_field *field = record->schema->fields[index];
		const struct pmo_value *item = &value.as.items[i];
		const struct pmo_value *from = pmo_value_member(field, item, "from");
		const struct pmo_value *to = pmo_value_member(field, item, "to");
		const struct pmo_value *hours = pmo_value_member(field, item, "hours");
		const struct pmo_value *title = pmo_value_member(field, item, "name");
		if (!from)
			from = pmo_value_member(field, item, "date");
		if (!from || from->presence != PMO_PRESENT)
			continue;
		bool has_end =
			to && to->presence == PMO_PRESENT && to->as.integer >= from->as.integer;
		struct exception_out one = { .from = from->as.integer,
					     .to = has_end ? to->as.integer : from->as.integer };
		if (title && title->presence == PMO_PRESENT)
			one.name = title->as.text;
		if (hours && hours->presence == PMO_PRESENT)
			one.hours = hours->as.text;
		add_exception(run, list, &one);
	}
}

static enum pmo_result read_slots(struct mspdi_export *run, const struct pmo_record *record,
				  struct calendar_slots *slots)
{
	struct mspdi_context *context = &run->import.context;
	*slots = (struct calendar_slots){ .has_week = true };
	if (!record)
		return PMO_OK;
	int weekend = pmo_schema_field(record->schema, "weekend");
	int hours = pmo_schema_field(record->schema, "hours");
	bool is_derived = text_by_name(record, "base") != NULL;
	enum pmo_result result = mspdi_record_slot(context, record, weekend, &slots->weekend);
	if (result == PMO_OK && hours >= 0)
		result = mspdi_record_slot(context, record, hours, &slots->hours);
	slots->has_week = !is_derived || slots->weekend.is_said || slots->hours.count;
	return result;
}

static void drop(struct mspdi_element *parent, const char *name)
{
	struct mspdi_element *child = mspdi_child(parent, name);
	if (child)
		child->is_gone = true;
}

enum pmo_result mspdi_out_calendar(struct mspdi_export *run, struct mspdi_element *element,
				   const struct pmo_record *record)
{
	struct calendar_slots slots;
	enum pmo_result result = read_slots(run, record, &slots);
	if (result != PMO_OK)
		return result;
	drop(element, "WeekDays");
	drop(element, "Exceptions");
	drop(element, "WorkWeeks");
	struct mspdi_element *days = mspdi_add(run->arena, element, "WeekDays", NULL);
	struct mspdi_element *exceptions = mspdi_add(run->arena, element, "Exceptions", NULL);
	if (!days || !exceptions)
		return PMO_NO_MEMORY;
	for (int i = 0; i < 7 && slots.has_week; i++)
		add_day(run, days, (i + 6) % 7, &slots);
	if (record) {
		add_items(run, exceptions, record, "holidays");
		add_items(run, exceptions, record, "exceptions");
	}
	days->is_gone = !days->first;
	exceptions->is_gone = !exceptions->first;
	return run->failed ? PMO_NO_MEMORY : PMO_OK;
}

int64_t mspdi_calendar_uid(struct mspdi_export *run, const char *handle)
{
	const struct pmo_mspdi *plan = run->import.plan;
	for (size_t i = 0; i < plan->calendar_count; i++)
		if (plan->calendars[i].handle && strcmp(plan->calendars[i].handle, handle) == 0)
			return plan->calendars[i].uid;
	const struct pmo_record *record = calendar_record(run, handle);
	char *key = pmo_arena_format(run->arena, "calendar %s", handle);
	const int64_t *there = key ? map_get(&run->resource_uids, key) : NULL;
	int64_t *uid = pmo_arena_alloc(run->arena, sizeof(*uid));
	run->failed |= !key || !uid;
	if (there || !record || !key || !uid)
		return there ? *there : -1;
	*uid = run->next_calendar++;
	run->failed |= map_put(&run->resource_uids, key, uid) != PMO_OK;
	add_calendar(run, run->calendars, *uid, record);
	return *uid;
}

/* Calendars that were changed here since they were imported. */
enum pmo_result mspdi_patch_calendars(struct mspdi_export *run)
{
	static const char *const names[] = { "weekend", "hours", "holidays", "exceptions" };
	struct mspdi_context *context = &run->import.context;
	struct pmo_mspdi *plan = run->import.plan;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < plan->calendar_count && result == PMO_OK; i++) {
		struct mspdi_calendar *calendar = &plan->calendars[i];
		const struct pmo_record *record = calendar_record(run, calendar->handle);
		struct mspdi_want want;
		bool same = true;
		if (!record || !plan->source)
			continue;
		result = mspdi_want_init(context, &want, record->schema);
		if (result != PMO_OK)
			return result;
		mspdi_want_calendar(context, plan, calendar, &want);
		result = mspdi_settle(context, &want);
		for (size_t k = 0; k < 4 && result == PMO_OK; k++) {
			struct mspdi_slot now;
			int index = pmo_schema_field(record->schema, names[k]);
			result = mspdi_record_slot(context, record, index, &now);
			same &= result != PMO_OK || mspdi_slot_equals(&now, &want.slots[index]);
		}
		if (result == PMO_OK && !same)
			result = mspdi_out_calendar(run, (struct mspdi_element *)calendar->element,
						    record);
		run->has_changed |= !same;
	}
	return result;
}
