/*
 * How long a task takes that was scheduled by hand and has no duration: the working days of its
 * calendar from the day that was typed as its start to the one typed as its finish. And what
 * duration leads from one to the other where a program has no dates that were typed.
 */
#include "exchange/mspdi.h"

#include <pmo/date.h>

enum { DAYS_MOST = 20000, DEPTH = 8 };

static const struct mspdi_day *listed(const struct mspdi_calendar *calendar, int32_t date)
{
	for (size_t i = 0; i < calendar->exception_count; i++)
		if (date >= calendar->exceptions[i].from && date <= calendar->exceptions[i].to)
			return &calendar->exceptions[i].day;
	return NULL;
}

/* Its exceptions, else its week, else the calendar below; NULL: nothing says. */
static const struct mspdi_day *find_day(const struct pmo_mspdi *plan,
					const struct mspdi_calendar *calendar, int32_t date)
{
	int weekday = pmo_date_weekday(date);
	for (int depth = 0; calendar && depth < DEPTH; depth++) {
		const struct mspdi_day *day = listed(calendar, date);
		if (day)
			return day;
		if (calendar->week[weekday].is_told)
			return &calendar->week[weekday];
		calendar = mspdi_calendar_of(plan, calendar->base_uid);
	}
	return NULL;
}

static bool is_worked(const struct pmo_mspdi *plan, const struct mspdi_calendar *calendar,
		      int32_t date)
{
	const struct mspdi_day *day = find_day(plan, calendar, date);
	return day ? day->is_worked : pmo_date_weekday(date) < 5;
}

/* Seconds of work on a day. */
static int64_t worked(const struct pmo_mspdi *plan, const struct mspdi_calendar *calendar,
		      int32_t date)
{
	const struct mspdi_day *day = find_day(plan, calendar, date);
	int64_t minutes = 0;
	if (!is_worked(plan, calendar, date))
		return 0;
	for (size_t i = 0; day && i < day->count; i++)
		minutes += day->spans[i].to - day->spans[i].from;
	return 60 * (minutes > 0 ? minutes : plan->minutes_per_day);
}

/* The task's calendar, or the plan's. */
static const struct mspdi_calendar *calendar_of(const struct pmo_mspdi *plan, int64_t uid)
{
	const struct mspdi_calendar *calendar = mspdi_calendar_of(plan, uid);
	return calendar ? calendar : mspdi_calendar_of(plan, plan->calendar_uid);
}

static bool is_span(int32_t from, int32_t to)
{
	return from != PMO_DATE_NONE && to != PMO_DATE_NONE && to >= from && to - from <= DAYS_MOST;
}

/* Working days as a duration has them; at least one. */
static int64_t days_between(const struct pmo_mspdi *plan, int64_t calendar_uid, int32_t from,
			    int32_t to)
{
	const struct mspdi_calendar *calendar = calendar_of(plan, calendar_uid);
	int64_t days = 0;
	for (int32_t date = from; date <= to; date++)
		days += is_worked(plan, calendar, date);
	return (days ? days : 1) * plan->minutes_per_day * 60;
}

int64_t mspdi_hand_seconds(const struct pmo_mspdi *plan, const struct mspdi_task *task)
{
	int32_t from = mspdi_date(task->typed_start), to = mspdi_date(task->typed_finish);
	if (!task->by_hand || task->duration != MSPDI_NO_TIME || !is_span(from, to))
		return MSPDI_NO_TIME;
	return days_between(plan, task->calendar_uid, from, to);
}

int64_t mspdi_fitting_seconds(const struct pmo_mspdi *plan, const struct mspdi_typed *typed)
{
	enum { DAY = 24 * 60, NOON = 12 * 60 };
	int32_t from = mspdi_date(typed->start), to = mspdi_date(typed->finish);
	const struct mspdi_calendar *calendar = calendar_of(plan, typed->calendar_uid);
	bool is_said = typed->seconds != MSPDI_NO_TIME;
	int64_t all = 0, first = 0, last = 0;
	if (!is_span(from, to) || typed->is_elapsed || typed->seconds == 0)
		return MSPDI_NO_TIME;
	int64_t seconds =
		is_said ? typed->seconds : days_between(plan, typed->calendar_uid, from, to);
	for (int32_t date = from; date <= to; date++) {
		last = worked(plan, calendar, date);
		first = date == from ? last : first;
		all += last;
	}
	/* One that begins in the middle of a day has less of its first. */
	int64_t least = all - last - (typed->start % DAY >= NOON && to > from ? first : 0);
	bool fits = !all || (seconds > least && seconds <= all);
	if (fits)
		return is_said ? MSPDI_NO_TIME : seconds;
	return all;
}
