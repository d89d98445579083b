/*
 * How long a task takes that was scheduled by hand and has no duration: the working days of its
 * calendar from the day that was typed as its start to the one typed as its finish.
 */
#include "exchange/mspdi.h"

#include <pmo/date.h>

enum { DAYS_MOST = 20000, DEPTH = 8 };

static bool is_listed(const struct mspdi_calendar *calendar, int32_t date, bool *is_worked)
{
	for (size_t i = 0; i < calendar->exception_count; i++)
		if (date >= calendar->exceptions[i].from && date <= calendar->exceptions[i].to) {
			*is_worked = calendar->exceptions[i].day.is_worked;
			return true;
		}
	return false;
}

/* As its exceptions say, else its week, else the calendar below, else Monday to Friday. */
static bool is_worked(const struct pmo_mspdi *plan, const struct mspdi_calendar *calendar,
		      int32_t date)
{
	int weekday = pmo_date_weekday(date);
	bool worked = weekday < 5;
	for (int depth = 0; calendar && depth < DEPTH; depth++) {
		if (is_listed(calendar, date, &worked))
			return worked;
		if (calendar->week[weekday].is_told)
			return calendar->week[weekday].is_worked;
		calendar = mspdi_calendar_of(plan, calendar->base_uid);
	}
	return worked;
}

int64_t mspdi_hand_seconds(const struct pmo_mspdi *plan, const struct mspdi_task *task)
{
	int32_t from = mspdi_date(task->typed_start), to = mspdi_date(task->typed_finish);
	const struct mspdi_calendar *calendar = mspdi_calendar_of(plan, task->calendar_uid);
	int64_t days = 0;
	if (!task->by_hand || task->duration != MSPDI_NO_TIME || from == PMO_DATE_NONE ||
	    to == PMO_DATE_NONE || to < from || to - from > DAYS_MOST)
		return MSPDI_NO_TIME;
	if (!calendar)
		calendar = mspdi_calendar_of(plan, plan->calendar_uid);
	for (int32_t date = from; date <= to; date++)
		days += is_worked(plan, calendar, date);
	return (days ? days : 1) * plan->minutes_per_day * 60;
}
