/* Calendars: the week, and days that are not like others. */
#include "exchange/mspdi.h"

#include <pmo/date.h>
#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

enum { MINUTES_A_DAY = 24 * 60, SPANS = 5, DEPTH = 8 };

/* "08:00:00"; a moment's date before it is passed over. */
static bool read_clock(const char *text, int *minutes)
{
	const char *t = text ? strchr(text, 'T') : NULL;
	const char *c = t ? t + 1 : text;
	if (!c || !pmo_ascii_is_digit(c[0]) || !pmo_ascii_is_digit(c[1]) || c[2] != ':' ||
	    !pmo_ascii_is_digit(c[3]) || !pmo_ascii_is_digit(c[4]))
		return false;
	*minutes = ((c[0] - '0') * 10 + (c[1] - '0')) * 60 + (c[3] - '0') * 10 + (c[4] - '0');
	return *minutes <= MINUTES_A_DAY;
}

static int compare_spans(const void *a, const void *b)
{
	const struct mspdi_span *first = a, *second = b;
	return (first->from > second->from) - (first->from < second->from);
}

/* An end at 00:00 is midnight; one at 11:59 or 23:59 means the full minute after it. */
void mspdi_read_times(const struct mspdi_element *element, struct mspdi_day *day)
{
	const struct mspdi_element *time =
		mspdi_child(mspdi_child(element, "WorkingTimes"), "WorkingTime");
	day->is_told = true;
	day->is_worked = mspdi_flag(element, "DayWorking");
	for (; time && day->count < SPANS; time = mspdi_next(time)) {
		struct mspdi_span span;
		if (!read_clock(mspdi_text(time, "FromTime"), &span.from) ||
		    !read_clock(mspdi_text(time, "ToTime"), &span.to))
			continue;
		if (span.to == 0)
			span.to = MINUTES_A_DAY;
		if (span.from < span.to)
			day->spans[day->count++] = span;
	}
	qsort(day->spans, day->count, sizeof(*day->spans), compare_spans);
	size_t kept = 0;
	for (size_t i = 0; i < day->count; i++)
		if (!kept || day->spans[i].from >= day->spans[kept - 1].to)
			day->spans[kept++] = day->spans[i];
	day->count = day->is_worked ? kept : 0;
}

enum pmo_result mspdi_add_exception(struct pmo_mspdi *plan, struct mspdi_calendar *calendar,
				    const struct mspdi_exception *exception)
{
	struct mspdi_exception *items =
		pmo_arena_grow(plan->arena, calendar->exceptions, calendar->exception_count,
			       &calendar->exception_capacity, sizeof(*items));
	if (!items)
		return PMO_NO_MEMORY;
	calendar->exceptions = items;
	items[calendar->exception_count++] = *exception;
	return PMO_OK;
}

/* The old way to say it: a day of the week that is none, with its dates. */
static enum pmo_result read_old_exception(struct pmo_mspdi *plan, struct mspdi_calendar *calendar,
					  const struct mspdi_element *element)
{
	const struct mspdi_element *period = mspdi_child(element, "TimePeriod");
	struct mspdi_exception exception = {
		.from = mspdi_date(mspdi_time(period, "FromDate")),
		.to = mspdi_date(mspdi_time(period, "ToDate")),
	};
	if (exception.from == PMO_DATE_NONE)
		return PMO_OK;
	if (exception.to == PMO_DATE_NONE || exception.to < exception.from)
		exception.to = exception.from;
	mspdi_read_times(element, &exception.day);
	return mspdi_add_exception(plan, calendar, &exception);
}

static enum pmo_result read_days(struct pmo_mspdi *plan, struct mspdi_calendar *calendar,
				 bool takes_old)
{
	const struct mspdi_element *day =
		mspdi_child(mspdi_child(calendar->element, "WeekDays"), "WeekDay");
	enum pmo_result result = PMO_OK;
	for (; day && result == PMO_OK; day = mspdi_next(day)) {
		int64_t type = mspdi_number(day, "DayType", -1);
		if (type >= 1 && type <= 7 && !calendar->week[(type + 5) % 7].is_told)
			mspdi_read_times(day, &calendar->week[(type + 5) % 7]);
		else if (type == 0 && takes_old)
			result = read_old_exception(plan, calendar, day);
	}
	return result;
}

/* Weeks that differ for a time: each of their days is a day that differs. */
static enum pmo_result read_work_week(struct pmo_mspdi *plan, struct mspdi_calendar *calendar,
				      const struct mspdi_element *week)
{
	const struct mspdi_element *period = mspdi_child(week, "TimePeriod");
	int32_t from = mspdi_date(mspdi_time(period, "FromDate"));
	int32_t to = mspdi_date(mspdi_time(period, "ToDate"));
	const struct mspdi_element *list = mspdi_child(week, "WeekDays");
	struct mspdi_day days[7] = { 0 };
	enum pmo_result result = PMO_OK;
	const struct mspdi_element *day = mspdi_child(list ? list : week, "WeekDay");
	for (; day; day = mspdi_next(day)) {
		int64_t type = mspdi_number(day, "DayType", -1);
		if (type >= 1 && type <= 7 && !days[(type + 5) % 7].is_told)
			mspdi_read_times(day, &days[(type + 5) % 7]);
	}
	if (from == PMO_DATE_NONE || to == PMO_DATE_NONE)
		return PMO_OK;
	for (int32_t date = from; date <= to && result == PMO_OK && ++plan->steps < MSPDI_STEPS_MAX;
	     date++) {
		struct mspdi_exception exception = { .from = date,
						     .to = date,
						     .name = mspdi_text(week, "Name"),
						     .day = days[pmo_date_weekday(date)] };
		if (exception.day.is_told)
			result = mspdi_add_exception(plan, calendar, &exception);
	}
	return result;
}

static enum pmo_result read_calendar(struct pmo_mspdi *plan, struct mspdi_calendar *calendar)
{
	const struct mspdi_element *element = calendar->element;
	const struct mspdi_element *exceptions = mspdi_child(element, "Exceptions");
	const struct mspdi_element *exception = mspdi_child(exceptions, "Exception");
	const struct mspdi_element *week =
		mspdi_child(mspdi_child(element, "WorkWeeks"), "WorkWeek");
	enum pmo_result result = read_days(plan, calendar, !exception);
	for (; exception && result == PMO_OK; exception = mspdi_next(exception))
		result = mspdi_read_exception(plan, calendar, exception);
	for (; week && result == PMO_OK; week = mspdi_next(week))
		result = read_work_week(plan, calendar, week);
	return result;
}

enum pmo_result mspdi_read_calendars(struct pmo_mspdi *plan)
{
	const struct mspdi_element *element =
		mspdi_child(mspdi_child(plan->root, "Calendars"), "Calendar");
	enum pmo_result result = PMO_OK;
	for (; element && result == PMO_OK; element = mspdi_next(element)) {
		struct mspdi_calendar *items =
			pmo_arena_grow(plan->arena, plan->calendars, plan->calendar_count,
				       &plan->calendar_capacity, sizeof(*items));
		if (!items)
			return PMO_NO_MEMORY;
		plan->calendars = items;
		struct mspdi_calendar *calendar = &items[plan->calendar_count++];
		int64_t base = mspdi_number(element, "BaseCalendarUID", -1);
		*calendar = (struct mspdi_calendar){
			.element = element,
			.uid = mspdi_number(element, "UID", -1),
			.name = mspdi_text(element, "Name"),
			.is_base = mspdi_flag(element, "IsBaseCalendar"),
		};
		/* Real files write 0 for none. */
		calendar->base_uid = calendar->is_base || base <= 0 ? -1 : base;
		result = read_calendar(plan, calendar);
	}
	return result;
}

struct mspdi_calendar *mspdi_calendar_of(const struct pmo_mspdi *plan, int64_t uid)
{
	for (size_t i = 0; i < plan->calendar_count && uid >= 0; i++)
		if (plan->calendars[i].uid == uid)
			return &plan->calendars[i];
	return NULL;
}

static bool tells_week(const struct mspdi_calendar *calendar)
{
	for (int i = 0; i < 7; i++)
		if (calendar->week[i].is_told)
			return true;
	return false;
}

const struct mspdi_calendar *mspdi_shift_of(const struct pmo_mspdi *plan,
					    const struct mspdi_resource *resource)
{
	const struct mspdi_calendar *calendar = mspdi_calendar_of(plan, resource->calendar_uid);
	for (int depth = 0; calendar && depth < DEPTH; depth++) {
		if (calendar->uid == plan->calendar_uid)
			return NULL;
		if (calendar->exception_count || tells_week(calendar))
			return calendar;
		calendar = mspdi_calendar_of(plan, calendar->base_uid);
	}
	return NULL;
}

static bool is_same_week(const struct mspdi_calendar *a, const struct mspdi_calendar *b)
{
	for (int i = 0; i < 7; i++) {
		const struct mspdi_day *left = &a->week[i], *right = &b->week[i];
		if (left->is_worked != right->is_worked || left->count != right->count)
			return false;
		for (size_t k = 0; k < left->count; k++)
			if (left->spans[k].from != right->spans[k].from ||
			    left->spans[k].to != right->spans[k].to)
				return false;
	}
	return true;
}

bool mspdi_is_on_shift(const struct pmo_mspdi *plan, const struct mspdi_task *task)
{
	const struct mspdi_calendar *own = mspdi_calendar_of(plan, plan->calendar_uid);
	for (size_t i = 0; own && i < task->assignment_count; i++) {
		size_t at = plan->by_task[task->first_assignment + i];
		int resource = plan->assignments[at].resource;
		const struct mspdi_calendar *shift =
			resource < 0 ? NULL : mspdi_shift_of(plan, &plan->resources[resource]);
		for (int depth = 0; shift && depth < DEPTH && !tells_week(shift); depth++)
			shift = mspdi_calendar_of(plan, shift->base_uid);
		if (shift && shift != own && tells_week(shift) && !is_same_week(shift, own))
			return true;
	}
	return false;
}
