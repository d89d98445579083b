/*
 * Calendars: which days are worked.
 *
 * A calendar is a weekend, a sorted list of holidays with names (explicit dates:
 * states and counties fix them by order, so rules are not enough), exceptions (days
 * with other hours: a half day, a Saturday worked), hours of the day for those who
 * count them, and freezes, the spans in which something must not happen. All day
 * counts of the rules are working days of a calendar; the questions below cost the
 * logarithm of the number of holidays, whatever the distance between the dates.
 *
 * Where a function takes a const calendar, NULL means Monday to Friday without
 * holidays. Dates that are none, and results outside the years 1 to 9999, are
 * PMO_DATE_NONE. Memory comes from the arena handed to each adding function, which
 * must be the same one each time; names are kept by reference.
 */
#ifndef PMO_CALENDAR_H
#define PMO_CALENDAR_H

#include <pmo/api.h>
#include <pmo/date.h>
#include <pmo/result.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pmo_arena;

enum {
	PMO_WEEKEND_NONE = 0,              /* shifts: every day is worked */
	PMO_WEEKEND_SATURDAY_SUNDAY = 0x60 /* bit 0 = Monday to bit 6 = Sunday */
};

enum pmo_freeze_kind { PMO_FREEZE_CHANGE, PMO_FREEZE_TRAINING, PMO_FREEZE_LEAVE };

struct pmo_holiday {
	int32_t date;
	const char *name; /* may be NULL */
};

struct pmo_freeze {
	int32_t from, to; /* both days included */
	enum pmo_freeze_kind kind;
	const char *reason; /* may be NULL */
};

/* Minutes of a day, 480..720 for 08:00-12:00. */
struct pmo_interval {
	int from, to;
};

/* Hours of a day of the week; a day has as many as it has intervals. */
struct pmo_work_hours {
	int weekday; /* 0 = Monday */
	struct pmo_interval interval;
};

/* Days with other hours than their weekday; it overrules weekend and holiday. */
struct pmo_exception {
	int32_t from, to;                     /* both days included */
	const struct pmo_interval *intervals; /* by time, apart from each other */
	size_t interval_count;                /* 0: not worked */
	const char *name;                     /* may be NULL */
};

enum { PMO_EXCEPTION_DAYS = 36600 }; /* a longer one is refused */

struct pmo_calendar {
	uint8_t weekend;              /* a bit set is a day of the week that is not worked */
	struct pmo_holiday *holidays; /* by date, no date twice */
	size_t holiday_count, holiday_capacity;
	int32_t *lost; /* days that the week works and this calendar does not, by date */
	size_t lost_count, lost_capacity;
	int32_t *gained; /* days that the week does not work and this calendar does */
	size_t gained_count, gained_capacity;
	struct pmo_exception *exceptions; /* in the order they were added: later ones win */
	size_t exception_count, exception_capacity;
	struct pmo_work_hours *hours; /* none: whole days */
	size_t hour_count, hour_capacity;
	struct pmo_freeze *freezes; /* in the order they were added */
	size_t freeze_count, freeze_capacity;
	int32_t covered_from, covered_to; /* PMO_DATE_NONE: the years that have holidays */
};

/* What happens to a holiday on a Saturday or Sunday. */
enum pmo_observe {
	PMO_OBSERVE_NONE,       /* it is lost */
	PMO_OBSERVE_NEAREST,    /* Saturday's goes to Friday, Sunday's to Monday, or beside them */
	PMO_OBSERVE_SUNDAY_ONLY /* Sunday's goes to Monday */
};

enum pmo_holiday_kind {
	PMO_HOLIDAY_FIXED,   /* the day of the month */
	PMO_HOLIDAY_WEEKDAY, /* the nth such weekday of the month; nth 5: the last one */
	PMO_HOLIDAY_EASTER   /* Easter Sunday of the western churches */
};

/* How a holiday's date follows from the year. Fields that its kind does not need are 0. */
struct pmo_holiday_rule {
	const char *name;
	enum pmo_holiday_kind kind;
	int month, day;   /* month 1 to 12 */
	int nth, weekday; /* weekday 0 = Monday */
	int offset;       /* days added then: -2 makes Good Friday of Easter */
	int since;        /* first year; 0: always */
	int weekdays;     /* in years only in which it is one of them, bit 0 = Monday; 0: in all */
};

struct pmo_holiday_rules {
	const struct pmo_holiday_rule *items;
	size_t count;
	enum pmo_observe observe;
};

/* Monday to Friday, no holidays. */
PMO_API void pmo_calendar_init(struct pmo_calendar *calendar);

/* Another weekend; one that leaves no day of the week is PMO_INVALID. */
PMO_API PMO_CHECKED enum pmo_result
pmo_calendar_set_weekend(struct pmo_calendar *calendar, struct pmo_arena *arena, uint8_t weekend);

/* PMO_EXISTS when the day is a holiday already: the first name stays. */
PMO_API PMO_CHECKED enum pmo_result pmo_calendar_add_holiday(struct pmo_calendar *calendar,
							     struct pmo_arena *arena, int32_t date,
							     const char *name);

/*
 * The holidays of the federal government as they are today, 5 U.S.C. 6103, observed on the
 * nearest weekday.
 */
PMO_API const struct pmo_holiday_rules *pmo_calendar_federal_rules(void);

/*
 * Adds the holidays that are observed in the years from first to last, for somebody to
 * review and store as dates. January 1 on a Saturday belongs to the year before. Days that
 * are holidays already keep their names. PMO_INVALID: a rule that gives no date.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_calendar_generate(struct pmo_calendar *calendar,
							  struct pmo_arena *arena,
							  const struct pmo_holiday_rules *rules,
							  int first_year, int last_year);

/* PMO_INVALID when it ends before it begins. */
PMO_API PMO_CHECKED enum pmo_result pmo_calendar_add_freeze(struct pmo_calendar *calendar,
							    struct pmo_arena *arena,
							    const struct pmo_freeze *freeze);

/*
 * Days with other hours; after the weekend and the holidays. PMO_INVALID when it ends
 * before it begins, is too long, or its intervals are not in order.
 */
PMO_API PMO_CHECKED enum pmo_result
pmo_calendar_add_exception(struct pmo_calendar *calendar, struct pmo_arena *arena,
			   const struct pmo_exception *exception);

/* One more interval of a day of the week. PMO_INVALID: not within a day, or it overlaps. */
PMO_API PMO_CHECKED enum pmo_result pmo_calendar_add_hours(struct pmo_calendar *calendar,
							   struct pmo_arena *arena,
							   const struct pmo_work_hours *hours);

/* The minute of a day, `08:00`; 24:00 is 1440. PMO_INVALID. */
PMO_API PMO_CHECKED enum pmo_result pmo_calendar_parse_time(const char *text, size_t length,
							    int *minute);

/* The days for which the holidays are known, when not simply the years that have some. */
PMO_API PMO_CHECKED enum pmo_result pmo_calendar_set_span(struct pmo_calendar *calendar,
							  int32_t from, int32_t to);

/* Are the holidays around this date known? A calendar without holidays covers nothing. */
PMO_API bool pmo_calendar_covers(const struct pmo_calendar *calendar, int32_t date);

PMO_API bool pmo_calendar_is_working(const struct pmo_calendar *calendar, int32_t date);
PMO_API bool pmo_calendar_is_holiday(const struct pmo_calendar *calendar, int32_t date);

/* The holiday's name, "" for one without a name, NULL when the day is no holiday. */
PMO_API const char *pmo_calendar_holiday_name(const struct pmo_calendar *calendar, int32_t date);

/* The first freeze of that kind over the date, or NULL. */
PMO_API const struct pmo_freeze *pmo_calendar_freeze_at(const struct pmo_calendar *calendar,
							int32_t date, enum pmo_freeze_kind kind);

/*
 * The days-th working day after the date; before it when days is negative. No days is
 * the date itself, worked or not.
 */
PMO_API int32_t pmo_calendar_add_days(const struct pmo_calendar *calendar, int32_t date,
				      int64_t days);

/*
 * Working days after `from` up to and including `to`; the same with a minus when `to` is
 * earlier, 0 when one of them is no date. Due Friday and a week later: 5 days overdue.
 */
PMO_API int32_t pmo_calendar_days_between(const struct pmo_calendar *calendar, int32_t from,
					  int32_t to);

/* The first working day on or after the date; the last one on or before it. */
PMO_API int32_t pmo_calendar_next_working(const struct pmo_calendar *calendar, int32_t date);
PMO_API int32_t pmo_calendar_previous_working(const struct pmo_calendar *calendar, int32_t date);

#endif
