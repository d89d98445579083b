/*
 * What a link asks for. The two functions are exact inverses in this sense: forward(x) <= y
 * holds just when x <= backward(y), whatever calendars are involved. Late dates and floats
 * rest on that.
 */
#include "plan/plan.h"

int64_t link_lag(const struct plan *plan, int link)
{
	const struct pmo_plan_link *of = &plan->open.links[link];
	if (!of->is_share)
		return of->lag;
	const struct pmo_plan_item *from = &plan->open.items[of->from];
	if (of->lag_share == 0 || from->duration > INT64_MAX / INT32_MAX)
		return 0;
	return from->duration * of->lag_share / 10000;
}

static int64_t within_years(int64_t instant)
{
	if (instant < CLOCK_FIRST)
		return CLOCK_FIRST;
	return instant > CLOCK_LAST ? CLOCK_LAST : instant;
}

int64_t link_forward(const struct plan *plan, int link, int64_t instant)
{
	const struct clock *clock = plan->lags[link].clock;
	int64_t lag = link_lag(plan, link);
	if (lag == 0)
		return instant;
	return clock ? clock_end(clock, clock_count(clock, instant) + lag)
		     : within_years(instant + lag);
}

int64_t link_backward(const struct plan *plan, int link, int64_t instant)
{
	const struct clock *clock = plan->lags[link].clock;
	int64_t lag = link_lag(plan, link);
	if (lag == 0)
		return instant;
	return clock ? clock_start(clock, clock_count(clock, instant) - lag)
		     : within_years(instant - lag);
}

int32_t plan_day_of_start(int64_t instant)
{
	if (instant < CLOCK_FIRST || instant >= CLOCK_LAST)
		return PMO_DATE_NONE;
	return (int32_t)((instant - CLOCK_FIRST) / CLOCK_DAY + PMO_DATE_MIN);
}

int32_t plan_day_of_finish(int64_t instant)
{
	if (instant <= CLOCK_FIRST || instant > CLOCK_LAST)
		return PMO_DATE_NONE;
	return plan_day_of_start(instant - 1);
}
