/*
 * Dates: whole days of the proleptic Gregorian calendar.
 *
 * A date is a day number, an int32_t with day 0 = 1970-01-01, exact from
 * 0001-01-01 to 9999-12-31. Day numbers subtract and compare as integers. "No
 * date" is PMO_DATE_NONE, and it spreads as NaN does: arithmetic on it, and
 * arithmetic that leaves the ten thousand years, gives PMO_DATE_NONE.
 *
 * Files hold one form only, `2026-11-20`. People type many, which date_input.c
 * reads against a context (what is today, which days are worked). No function
 * here looks at a clock or at a locale: words are English.
 */
#ifndef PMO_DATE_H
#define PMO_DATE_H

#include <pmo/api.h>
#include <pmo/result.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pmo_calendar;

#define PMO_DATE_NONE INT32_MIN

enum {
	PMO_DATE_MIN = -719162, /* 0001-01-01 */
	PMO_DATE_MAX = 2932896, /* 9999-12-31 */
	PMO_DATE_SIZE = 11,     /* room for `2026-11-20` and a NUL */
	PMO_DATE_LONG_SIZE = 20 /* room for `Wed Nov 25, 2027` and a NUL */
};

/* Against what people's words are understood. */
struct pmo_date_context {
	int32_t today;                       /* PMO_DATE_NONE: only full dates are understood */
	const struct pmo_calendar *calendar; /* for `+5d`; NULL: Monday to Friday */
};

/* Is it a date of the years 1 to 9999? PMO_DATE_NONE is not. */
PMO_API bool pmo_date_is_valid(int32_t date);

/* Month 1 to 12, day 1 to the last of that month; anything else is PMO_INVALID. */
PMO_API PMO_CHECKED enum pmo_result pmo_date_from_civil(int year, int month, int day,
							int32_t *date);

/* Year, month and day; zeros for what is no date. */
PMO_API void pmo_date_to_civil(int32_t date, int *year, int *month, int *day);

/* Exactly `YYYY-MM-DD`, as files hold it. */
PMO_API PMO_CHECKED enum pmo_result pmo_date_parse(const char *text, size_t length, int32_t *date);

/* `2026-11-20`; the empty text for what is no date. */
PMO_API void pmo_date_format(int32_t date, char out[PMO_DATE_SIZE]);

/* For people: `Wed Nov 25` in the year of today, else `Wed Nov 25, 2027`. */
PMO_API void pmo_date_format_long(int32_t date, int32_t today, char out[PMO_DATE_LONG_SIZE]);

/* The same without the weekday: `Nov 25`, `Nov 25, 2027`. */
PMO_API void pmo_date_format_short(int32_t date, int32_t today, char out[PMO_DATE_LONG_SIZE]);

/* 0 = Monday to 6 = Sunday. */
PMO_API int pmo_date_weekday(int32_t date);

/* `Mon` for 0 to `Sun` for 6; `Jan` for 1 to `Dec` for 12; "" for other numbers. */
PMO_API const char *pmo_date_weekday_name(int weekday);
PMO_API const char *pmo_date_month_name(int month);

/* The ISO 8601 week: 1 to 53, and the year that it belongs to; zeros for no date. */
PMO_API void pmo_date_iso_week(int32_t date, int *year, int *week);

/* Calendar days later (earlier when negative). */
PMO_API int32_t pmo_date_add_days(int32_t date, int64_t days);

/* The same day some months later; Jan 31 and one month is the last of February. */
PMO_API int32_t pmo_date_add_months(int32_t date, int64_t months);

/* The last day of the month, of the calendar quarter, of the year. */
PMO_API int32_t pmo_date_month_end(int32_t date);
PMO_API int32_t pmo_date_quarter_end(int32_t date);
PMO_API int32_t pmo_date_year_end(int32_t date);

/*
 * What people type, upper or lower case, blanks around it ignored:
 *   2026-12-01  2026/12/1   the date
 *   today tomorrow yesterday
 *   fri friday              the next such day after today, so on a Friday a week later
 *   next fri                that day of the next week; weeks begin on Monday
 *   this fri  last fri      that day of this week, if it is to come; the latest before today
 *   +5d -3d                 working days from today; +5cd calendar days; +2w +3m +1y
 *   in 2 weeks, in two weeks, in a week, next week, next month
 *                           also days (working days, as in +5d), calendar days, months, years
 *   2 weeks ago, a week ago the same backwards; `2 weeks from now`
 *   eow eom eoq eoy         the next Friday (today counts); the end of this month,
 *                           calendar quarter, year; `end of month`
 *   12/1/2026 12/1/26 12/1  US month and day; without a year the next one, today counts
 *   Dec 1 2026, Dec 1, Dec 1st, 1 Dec 2026, 1st of Dec, Wed Dec 2
 * A weekday in front of a date must agree with it; where no year was typed it decides
 * between the next one and this year's, so that what pmo_date_format_long prints reads
 * back. Years outside 1900 to 2199 are taken in the ISO form alone. What has two
 * meanings (12-01, a bare number) and what leaves the years is PMO_INVALID.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_date_input(const struct pmo_date_context *context,
						   const char *text, size_t length, int32_t *date);

/* What to say to a text that is no such date: why not, and where to look. */
PMO_API const char *pmo_date_input_hint(const char *text);

/*
 * How many bytes at the very start of a text are such a date, for capture in one line
 * (`fri: fiber permit held` gives 3); 0, and *date untouched, when it starts with none.
 */
PMO_API size_t pmo_date_scan(const struct pmo_date_context *context, const char *text,
			     size_t length, int32_t *date);

#endif
