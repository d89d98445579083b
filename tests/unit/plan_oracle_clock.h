/*
 * The oracle's time: an array of hours that are worked or not, and what a lag makes of one.
 */
#ifndef TESTS_PLAN_ORACLE_CLOCK_H
#define TESTS_PLAN_ORACLE_CLOCK_H

#include "plan_box.h"

enum { ORACLE_DAYS = 260, ORACLE_HOURS = ORACLE_DAYS * 24, ORACLE_CLOCKS = 6 };
enum { ORACLE_FROM = 24 * 50 }; /* before anything begins */

struct oracle {
	int32_t first; /* the day of hour 0 */
	int clock_count;
	const struct clock *clocks[ORACLE_CLOCKS];
	bool works[ORACLE_CLOCKS][ORACLE_HOURS + 1];
	int count[ORACLE_CLOCKS][ORACLE_HOURS + 1]; /* hours worked before */
	struct oracle_item {
		int clock, start, finish, resume; /* instants in hours */
		int begin, end;                   /* the same in hours worked */
		int length;
		bool fixed, done, started, begins, is_summary;
		bool capped;    /* links would take it beyond a date that holds against them */
		int late, free; /* hours worked before the latest finish */
	} items[BOX_ITEMS];
	int item_count;
	int project_finish;
};

static inline int oracle_clock(const struct oracle *oracle, const struct clock *clock)
{
	for (int i = 0; i < oracle->clock_count; i++)
		if (oracle->clocks[i] == clock)
			return i;
	assert_true(false);
	return 0;
}

static inline bool oracle_day_has(const struct pmo_calendar *calendar, int32_t day, int hour)
{
	static const struct pmo_interval usual[] = { { 480, 720 }, { 780, 1020 } };
	int minute = hour * 60;
	for (size_t i = calendar->exception_count; i-- > 0;) {
		const struct pmo_exception *exception = &calendar->exceptions[i];
		if (day < exception->from || day > exception->to)
			continue;
		for (size_t j = 0; j < exception->interval_count; j++)
			if (minute >= exception->intervals[j].from &&
			    minute < exception->intervals[j].to)
				return true;
		return false;
	}
	if (pmo_calendar_is_holiday(calendar, day) ||
	    (calendar->weekend >> pmo_date_weekday(day) & 1))
		return false;
	bool has_hours = false;
	for (size_t i = 0; i < calendar->hour_count; i++) {
		const struct pmo_work_hours *hours = &calendar->hours[i];
		if (hours->weekday != pmo_date_weekday(day))
			continue;
		has_hours = true;
		if (minute >= hours->interval.from && minute < hours->interval.to)
			return true;
	}
	for (size_t i = 0; !has_hours && i < 2; i++)
		if (minute >= usual[i].from && minute < usual[i].to)
			return true;
	return false;
}

static inline void oracle_add_clock(struct oracle *oracle, const struct clock *clock,
				    const struct pmo_calendar *calendar)
{
	int at = oracle->clock_count++;
	oracle->clocks[at] = clock;
	for (int hour = 0; hour < ORACLE_HOURS; hour++) {
		oracle->works[at][hour] =
			oracle_day_has(calendar, oracle->first + hour / 24, hour % 24);
		oracle->count[at][hour + 1] = oracle->count[at][hour] + oracle->works[at][hour];
	}
}

static inline int oracle_hour_of_day(const struct oracle *oracle, int32_t day)
{
	return day == PMO_DATE_NONE ? 0 : (day - oracle->first) * 24;
}

/* The first instant by which so many hours were worked. */
static inline int oracle_end(const struct oracle *oracle, int clock, int count)
{
	int low = 0, high = ORACLE_HOURS;
	while (low < high) {
		int middle = (low + high) / 2;
		if (oracle->count[clock][middle] >= count)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* The next hour that is worked. */
static inline int oracle_start(const struct oracle *oracle, int clock, int count)
{
	int at = oracle_end(oracle, clock, count);
	while (at < ORACLE_HOURS && !oracle->works[clock][at])
		at++;
	return at;
}

static inline int oracle_lag(const struct oracle *oracle, const struct box *box, int link, int at)
{
	const struct pmo_plan_link *of = &box->links[link];
	int64_t minutes =
		of->is_share ? box->items[of->from].duration * of->lag_share / 10000 : of->lag;
	int lag = (int)(minutes / 60);
	if (lag == 0)
		return at;
	if (!box->lags[link].clock)
		return at + lag;
	int clock = oracle_clock(oracle, box->lags[link].clock);
	return oracle_end(oracle, clock, oracle->count[clock][at] + lag);
}

/* Whether nothing is worked between two instants. */
static inline bool oracle_is_idle(const struct oracle *oracle, int clock, int from, int to)
{
	for (int hour = from; hour < to; hour++)
		if (oracle->works[clock][hour])
			return false;
	return true;
}

#endif
