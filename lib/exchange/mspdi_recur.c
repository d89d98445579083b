/*
 * Exceptions of a calendar that come again: every third Friday, March 2 of each year. The
 * rules become days.
 */
#include "exchange/mspdi.h"

#include <pmo/date.h>

struct recurrence {
	struct pmo_mspdi *plan;
	struct mspdi_calendar *calendar;
	struct mspdi_exception exception;
	int32_t from, to; /* to: PMO_DATE_NONE where only the number counts */
	int64_t left;     /* occurrences */
	int64_t period, month, month_day, item, position, days_of_week;
	enum pmo_result result;
};

/* What one file may cost, however many exceptions it has. */
static bool may_go_on(struct recurrence *r)
{
	return ++r->plan->steps < MSPDI_STEPS_MAX;
}

/* One more day; false: that was the last. */
static bool add(struct recurrence *r, int32_t date)
{
	if (!may_go_on(r) || date == PMO_DATE_NONE || (r->to != PMO_DATE_NONE && date > r->to) ||
	    r->left <= 0)
		return false;
	r->left--;
	r->exception.from = r->exception.to = date;
	r->result = mspdi_add_exception(r->plan, r->calendar, &r->exception);
	return r->result == PMO_OK && r->left > 0;
}

/* Type 1: all days from the first to the last. */
static void run_daily(struct recurrence *r)
{
	r->exception.from = r->from;
	r->exception.to = r->to == PMO_DATE_NONE || r->to < r->from ? r->from : r->to;
	r->result = mspdi_add_exception(r->plan, r->calendar, &r->exception);
}

static void run_every(struct recurrence *r)
{
	int32_t date = r->from;
	while (add(r, date))
		date = pmo_date_add_days(date, r->period);
}

/* Weekdays are Monday to Friday, whatever else is worked. */
static void run_weekdays(struct recurrence *r)
{
	int64_t met = 0;
	for (int32_t date = r->from; date < PMO_DATE_MAX && may_go_on(r); date++) {
		if (pmo_date_weekday(date) > 4)
			continue;
		if (met++ % r->period == 0 && !add(r, date))
			return;
		if (r->to != PMO_DATE_NONE && date > r->to)
			return;
	}
}

/* Weeks begin on Sunday when they are counted. */
static void run_weekly(struct recurrence *r)
{
	int32_t week = r->from - (pmo_date_weekday(r->from) + 1) % 7;
	if (!(r->days_of_week & 0x7f))
		return;
	for (; week <= PMO_DATE_MAX - 7 && may_go_on(r);
	     week = pmo_date_add_days(week, 7 * r->period)) {
		for (int day = 0; day < 7; day++)
			if ((r->days_of_week & (INT64_C(1) << day)) && week + day >= r->from &&
			    !add(r, week + day))
				return;
		if (week == PMO_DATE_NONE || (r->to != PMO_DATE_NONE && week > r->to))
			return;
	}
}

static bool is_item(const struct recurrence *r, int32_t date)
{
	int weekday = pmo_date_weekday(date);
	switch (r->item) {
	case 0:
		return true;
	case 1:
		return weekday < 5;
	case 2:
		return weekday >= 5;
	default:
		return (weekday + 1) % 7 == r->item - 3;
	}
}

/* The second Tuesday of the month that begins there; position 4 is the last one. */
static int32_t day_by_position(const struct recurrence *r, int32_t month)
{
	int32_t end = pmo_date_month_end(month), found = PMO_DATE_NONE;
	int64_t met = 0;
	for (int32_t date = month; date <= end; date++) {
		if (!is_item(r, date))
			continue;
		found = date;
		if (r->position < 4 && met++ == r->position)
			return date;
	}
	return r->position == 4 ? found : PMO_DATE_NONE;
}

static int32_t day_of_month(const struct recurrence *r, int32_t month, bool by_position)
{
	if (by_position)
		return day_by_position(r, month);
	int32_t end = pmo_date_month_end(month), date = month + (int32_t)r->month_day - 1;
	return date < end ? date : end;
}

/* Months or years: the first that comes on or after the start, then at the same distance. */
static void run_months(struct recurrence *r, int64_t step, bool by_position)
{
	int year, month, day;
	int32_t first, date;
	pmo_date_to_civil(r->from, &year, &month, &day);
	if (step == 12)
		month = (int)r->month + 1;
	if (pmo_date_from_civil(year, month, 1, &first) != PMO_OK)
		return;
	date = day_of_month(r, first, by_position);
	if (date == PMO_DATE_NONE || date < r->from)
		first = pmo_date_add_months(first, step == 12 ? 12 : 1);
	for (; first != PMO_DATE_NONE && may_go_on(r); first = pmo_date_add_months(first, step)) {
		date = day_of_month(r, first, by_position);
		if (date != PMO_DATE_NONE && !add(r, date))
			return;
		if (r->to != PMO_DATE_NONE && first > r->to)
			return;
	}
}

static void run(struct recurrence *r, int64_t type)
{
	switch (type) {
	case 2:
		run_months(r, 12, false);
		break;
	case 3:
		run_months(r, 12, true);
		break;
	case 4:
		run_months(r, r->period, false);
		break;
	case 5:
		run_months(r, r->period, true);
		break;
	case 6:
		run_weekly(r);
		break;
	case 7:
		run_every(r);
		break;
	case 8:
		run_weekdays(r);
		break;
	case 9:
		break;
	default:
		run_daily(r);
	}
}

static int64_t within(int64_t value, int64_t least, int64_t most)
{
	return value < least ? least : value > most ? most : value;
}

enum pmo_result mspdi_read_exception(struct pmo_mspdi *plan, struct mspdi_calendar *calendar,
				     const struct mspdi_element *element)
{
	const struct mspdi_element *period = mspdi_child(element, "TimePeriod");
	struct recurrence r = { .plan = plan, .calendar = calendar, .result = PMO_OK };
	int64_t occurrences = mspdi_number(element, "Occurrences", 0);
	r.from = mspdi_date(mspdi_time(period, "FromDate"));
	r.to = mspdi_date(mspdi_time(period, "ToDate"));
	if (r.from == PMO_DATE_NONE)
		return PMO_OK;
	bool is_counted = mspdi_flag(element, "EnteredByOccurrences") && occurrences > 0;
	r.left = is_counted ? within(occurrences, 1, MSPDI_DAYS_MAX) : MSPDI_DAYS_MAX;
	r.period = within(mspdi_number(element, "Period", 1), 1, 9999);
	r.month = within(mspdi_number(element, "Month", 0), 0, 11);
	r.month_day = within(mspdi_number(element, "MonthDay", 1), 1, 31);
	r.item = within(mspdi_number(element, "MonthItem", 0), 0, 9);
	r.position = within(mspdi_number(element, "MonthPosition", 0), 0, 4);
	r.days_of_week = mspdi_number(element, "DaysOfWeek", 0);
	r.exception.name = mspdi_text(element, "Name");
	mspdi_read_times(element, &r.exception.day);
	int64_t type = mspdi_number(element, "Type", 1);
	if (is_counted && type != 1)
		r.to = PMO_DATE_NONE;
	run(&r, type);
	return r.result;
}
