/*
 * Rules of holidays as data: a file a country or state, from which dates are made for somebody
 * to look at and keep.
 *
 *     source: 5 U.S.C. 6103          where it is written
 *     as_of: 2021-06-17              when that was read, or last changed
 *     observe: nearest               where a holiday on a weekend goes: nearest, none, sunday_only;
 *                                    never onto another holiday, but beside it
 *     holidays:
 *       New Year's Day: Jan 1
 *       Labor Day: 1st Mon Sep
 *       Memorial Day: last Mon May
 *       Good Friday: Easter -2       days before it, or behind it: 4th Thu Nov +1
 *       Juneteenth: Jun 19 since 2021
 *       Boxing Day: Dec 26 on Mon|Tue           in years in which it is one of these days
 */
#ifndef PMO_HOLIDAYS_H
#define PMO_HOLIDAYS_H

#include <pmo/calendar.h>
#include <pmo/update.h>

struct pmo_holiday_file {
	struct pmo_holiday_rules rules;
	const char *source, *as_of; /* NULL: not said */
	const char *observe;        /* the word */
};

/* PMO_INVALID with diagnostics at their lines. */
PMO_API PMO_CHECKED enum pmo_result pmo_holidays_read(struct pmo_arena *arena,
						      struct pmo_diags *diags,
						      const struct pmo_source *source,
						      struct pmo_holiday_file *file);

/*
 * The holidays that are observed from the first year to the last, by date; one that was moved
 * off a weekend says so in its name. Memory of the arena.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_holidays_between(struct pmo_arena *arena,
							 const struct pmo_holiday_rules *rules,
							 const int years[2],
							 struct pmo_calendar *calendar);

/* Puts one among the holidays of a calendar's draft, by its date. PMO_EXISTS: it is one. */
PMO_API PMO_CHECKED enum pmo_result pmo_holidays_add(struct pmo_draft *draft,
						     const struct pmo_holiday *holiday);

#endif
