/*
 * Durations, in the words of the files: `5d` working days, `2w` working weeks of five
 * days, `5cd` calendar days, `6h` hours and `30min` minutes of work.
 *
 * The amount is kept in thousandths of its unit, so that `1.5d` and `0.25h` are exact
 * and come back as they were typed; the unit is kept too, because a person who wrote
 * `2w` wants to read `2w`. How many hours a day has is the workspace's business: what
 * compares durations of different units is told.
 */
#ifndef PMO_DURATION_H
#define PMO_DURATION_H

#include <pmo/api.h>
#include <pmo/result.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum pmo_duration_unit {
	PMO_DURATION_DAYS,
	PMO_DURATION_CALENDAR_DAYS,
	PMO_DURATION_WEEKS,
	PMO_DURATION_HOURS,
	PMO_DURATION_MINUTES
};

struct pmo_duration {
	int64_t amount; /* thousandths of the unit */
	enum pmo_duration_unit unit;
};

enum {
	PMO_DURATION_THOUSANDTHS = 1000,
	PMO_DURATION_MAX_UNITS = 1000000000, /* what is larger is not read */
	PMO_DURATION_SIZE = 32,
	PMO_DURATION_LONG_SIZE = 64,
	PMO_MINUTES_PER_DAY = 480 /* of work, where nothing else was said */
};

/*
 * A number, at most three digits after the point, and a unit without a blank between,
 * upper or lower case. A sign (lags, leads) only when it is allowed; `m` alone could be
 * months and is refused.
 */
PMO_API PMO_CHECKED enum pmo_result
pmo_duration_parse(const char *text, size_t length, bool allow_sign, struct pmo_duration *duration);

/*
 * What people type: the same, blanks around it and before the unit, and whole words
 * (`5 days`, `3 working days`, `10 calendar days`, `2 weeks`, `1 hour`, `45 minutes`).
 */
PMO_API PMO_CHECKED enum pmo_result
pmo_duration_input(const char *text, size_t length, bool allow_sign, struct pmo_duration *duration);

/* The short form: `5d`, `-1.5d`, `30min`. */
PMO_API void pmo_duration_format(struct pmo_duration duration, char out[PMO_DURATION_SIZE]);

/* For people outside: `3 weeks (15 working days)`, `12 working days`, `1 working day`. */
PMO_API void pmo_duration_format_long(int64_t working_days, char out[PMO_DURATION_LONG_SIZE]);

/*
 * Minutes of work, rounded to the nearest. Seven calendar days count as five working
 * ones: right for comparing and sorting, while dates are reached through a calendar.
 * What does not fit is the largest number of its sign.
 */
PMO_API int64_t pmo_duration_minutes(struct pmo_duration duration, int minutes_per_day);

/* Whole working days, a part of a day counted as one. */
PMO_API int64_t pmo_duration_days(struct pmo_duration duration, int minutes_per_day);

/* Less than, equal to or greater than 0, by length; exact. */
PMO_API int pmo_duration_compare(struct pmo_duration a, struct pmo_duration b, int minutes_per_day);

#endif
