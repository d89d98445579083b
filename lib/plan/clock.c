/* Counting: the stretch is found by bisection, the rest is arithmetic on weeks. */
#include "plan/clock.h"

static const struct clock_stretch *stretch_of_day(const struct clock *clock, int64_t day)
{
	int32_t low = 0, high = clock->count - 1;
	while (low < high) {
		int32_t middle = low + (high - low + 1) / 2;
		if (clock->stretches[middle].from <= day)
			low = middle;
		else
			high = middle - 1;
	}
	return &clock->stretches[low];
}

/* Minutes of the pattern, as if it held since the year 1, before the instant. */
static int64_t week_count(const struct clock_week *week, int64_t instant)
{
	int64_t since = instant - CLOCK_FIRST;
	int64_t weeks = since / CLOCK_WEEK;
	int32_t minute = (int32_t)(since - weeks * CLOCK_WEEK);
	int32_t within = week->minutes;
	for (int32_t i = week->first[minute / CLOCK_DAY]; i < week->count; i++) {
		const struct clock_span *span = &week->spans[i];
		if (minute >= span->to)
			continue;
		within = span->before + (minute > span->from ? minute - span->from : 0);
		break;
	}
	return weeks * week->minutes + within;
}

int64_t clock_count(const struct clock *clock, int64_t instant)
{
	if (instant <= CLOCK_FIRST)
		return 0;
	if (instant >= CLOCK_LAST)
		return clock->total;
	int64_t day = (instant - CLOCK_FIRST) / CLOCK_DAY + PMO_DATE_MIN;
	const struct clock_stretch *stretch = stretch_of_day(clock, day);
	return stretch->offset + week_count(stretch->week, instant);
}

/* The last stretch with fewer minutes before it than the count (or as many, with `equal`). */
static const struct clock_stretch *stretch_of_count(const struct clock *clock, int64_t count,
						    int64_t equal)
{
	int32_t low = 0, high = clock->count - 1;
	while (low < high) {
		int32_t middle = low + (high - low + 1) / 2;
		if (clock->stretches[middle].before < count + equal)
			low = middle;
		else
			high = middle - 1;
	}
	return &clock->stretches[low];
}

int64_t clock_end(const struct clock *clock, int64_t count)
{
	if (count <= 0)
		return CLOCK_FIRST;
	if (count > clock->total)
		return CLOCK_LAST;
	const struct clock_stretch *stretch = stretch_of_count(clock, count, 0);
	const struct clock_week *week = stretch->week;
	int64_t weeks = (count - stretch->offset - 1) / week->minutes;
	int32_t rest = (int32_t)(count - stretch->offset - weeks * week->minutes);
	int32_t i = week->count - 1;
	while (i > 0 && week->spans[i].before >= rest)
		i--;
	return CLOCK_FIRST + weeks * CLOCK_WEEK + week->spans[i].from +
	       (rest - week->spans[i].before);
}

int64_t clock_start(const struct clock *clock, int64_t count)
{
	if (count < 0)
		return CLOCK_FIRST;
	if (count >= clock->total)
		return CLOCK_LAST;
	const struct clock_stretch *stretch = stretch_of_count(clock, count, 1);
	const struct clock_week *week = stretch->week;
	int64_t weeks = (count - stretch->offset) / week->minutes;
	int32_t rest = (int32_t)(count - stretch->offset - weeks * week->minutes);
	int32_t i = week->count - 1;
	while (i > 0 && week->spans[i].before > rest)
		i--;
	return CLOCK_FIRST + weeks * CLOCK_WEEK + week->spans[i].from +
	       (rest - week->spans[i].before);
}
