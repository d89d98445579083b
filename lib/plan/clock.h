/*
 * A clock: the working time of somebody, exact from year 1 to 9999.
 *
 * An instant is a minute since 1970-01-01 00:00, an int64_t; a day of 1440 of them is
 * day number * 1440. A clock counts the working minutes before an instant, and finds the
 * instant of a count: adding working time is adding counts. Weeks repeat, so it is a
 * short list of stretches, each with one week's pattern; a question costs the logarithm
 * of their number, whatever the distance.
 *
 * The end of Friday and the start of Monday are one count and two instants: clock_end
 * gives the first instant of a count, clock_start the last one.
 */
#ifndef PLAN_CLOCK_H
#define PLAN_CLOCK_H

#include <pmo/calendar.h>

enum { CLOCK_DAY = 1440, CLOCK_WEEK = 7 * CLOCK_DAY };

#define CLOCK_FIRST ((int64_t)PMO_DATE_MIN * CLOCK_DAY)
#define CLOCK_LAST  (((int64_t)PMO_DATE_MAX + 1) * CLOCK_DAY)

/* Work from one minute of the week to another; before: what was worked since Monday. */
struct clock_span {
	int32_t from, to, before;
};

struct clock_week {
	const struct clock_span *spans; /* by time; a day's end with the day */
	int32_t count;
	int32_t minutes;  /* of the whole week */
	int16_t first[8]; /* the first span of each weekday, and count */
};

/* A stretch of days with one pattern. */
struct clock_stretch {
	int32_t from; /* first day; it lasts until the next one's */
	const struct clock_week *week;
	int64_t before; /* working minutes before it */
	int64_t offset; /* before, less the pattern's own count up to there */
};

struct clock {
	const struct clock_stretch *stretches; /* the first begins at PMO_DATE_MIN */
	int32_t count;
	int64_t total;       /* all its minutes */
	int64_t day_minutes; /* of its usual day: the most frequent one of a week */
};

/* Working minutes before the instant. */
int64_t clock_count(const struct clock *clock, int64_t instant);

/*
 * The first and the last instant of a count. A count that the clock does not reach gives
 * CLOCK_LAST, one below 0 CLOCK_FIRST.
 */
int64_t clock_end(const struct clock *clock, int64_t count);
int64_t clock_start(const struct clock *clock, int64_t count);

/* The hours of one weekday, as work on it is planned when nobody said hours. */
struct clock_usual {
	struct pmo_interval intervals[2];
	size_t count;
};

/* The clock of a calendar; minutes_per_day: of days that have no hours. NULL: no memory. */
const struct clock *clock_of_calendar(struct pmo_arena *arena, const struct pmo_calendar *calendar,
				      int minutes_per_day);

/* Every day alike, weekends and holidays too: for durations in calendar days. */
const struct clock *clock_of_all_days(struct pmo_arena *arena, int minutes_per_day);

/* When both work, or when one of them does. NULL: no memory. */
const struct clock *clock_both(struct pmo_arena *arena, const struct clock *a,
			       const struct clock *b);
const struct clock *clock_either(struct pmo_arena *arena, const struct clock *a,
				 const struct clock *b);

/* Days off, both included. */
struct clock_leave {
	int32_t from, to;
};

/* A clock without some days; and without the weekdays whose bit (0 = Monday) is not set. */
const struct clock *clock_without(struct pmo_arena *arena, const struct clock *clock,
				  const struct clock_leave *leave, size_t count);
const struct clock *clock_on_weekdays(struct pmo_arena *arena, const struct clock *clock,
				      uint8_t weekdays);

#endif
