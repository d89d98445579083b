/*
 * Working days are counted, not walked: the number of working days up to a date is
 * arithmetic on weeks minus the holidays lost before it, found by bisection. Both
 * directions (a count for a date, a date for a count) rest on these two functions, and
 * adding and counting are differences of counts.
 */
#include <pmo/calendar.h>

#include <pmo/arena.h>
#include <string.h>

static const struct pmo_calendar ordinary_week = {
	.weekend = PMO_WEEKEND_SATURDAY_SUNDAY,
	.covered_from = PMO_DATE_NONE,
	.covered_to = PMO_DATE_NONE,
};

void pmo_calendar_init(struct pmo_calendar *calendar)
{
	*calendar = ordinary_week;
}

static bool is_weekend(const struct pmo_calendar *calendar, int weekday)
{
	return (calendar->weekend >> weekday & 1) != 0;
}

static int days_per_week(const struct pmo_calendar *calendar)
{
	int days = 0;
	for (int weekday = 0; weekday < 7; weekday++)
		days += !is_weekend(calendar, weekday);
	return days;
}

/*
 * Working days of the week pattern from 0001-01-01, a Monday, up to and including the
 * date; 0 for the day before that.
 */
static int64_t pattern_count(const struct pmo_calendar *calendar, int32_t date)
{
	int64_t days = (int64_t)date - PMO_DATE_MIN + 1;
	int64_t count = days / 7 * days_per_week(calendar);
	for (int weekday = 0; weekday < (int)(days % 7); weekday++)
		count += !is_weekend(calendar, weekday);
	return count;
}

/* The date of the count-th working day of the pattern, or PMO_DATE_NONE. */
static int32_t pattern_date(const struct pmo_calendar *calendar, int64_t count)
{
	int per_week = days_per_week(calendar);
	if (count < 1 || count > PMO_DATE_MAX - (int64_t)PMO_DATE_MIN + 1 || per_week == 0)
		return PMO_DATE_NONE;
	int64_t date = PMO_DATE_MIN + (count - 1) / per_week * 7;
	int left = (int)((count - 1) % per_week);
	for (int weekday = 0; weekday < 7; weekday++) {
		if (is_weekend(calendar, weekday))
			continue;
		if (left-- == 0)
			return pmo_date_add_days(0, date + weekday);
	}
	return PMO_DATE_NONE;
}

/* How many of the sorted dates are on or before the date. */
static size_t count_up_to(const int32_t *dates, size_t count, int32_t date)
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (dates[middle] <= date)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static size_t lost_up_to(const struct pmo_calendar *calendar, int32_t date)
{
	return count_up_to(calendar->lost, calendar->lost_count, date);
}

static bool is_among(const int32_t *dates, size_t count, int32_t date)
{
	size_t at = count_up_to(dates, count, date);
	return at && dates[at - 1] == date;
}

static int64_t working_count(const struct pmo_calendar *calendar, int32_t date)
{
	return pattern_count(calendar, date) - (int64_t)lost_up_to(calendar, date) +
	       (int64_t)count_up_to(calendar->gained, calendar->gained_count, date);
}

/* The same where days are gained, too: bisection over the days between the two extremes. */
static int32_t working_date_between(const struct pmo_calendar *calendar, int64_t count)
{
	int64_t low = PMO_DATE_MIN, high = (int64_t)PMO_DATE_MAX + 1;
	while (low < high) {
		int64_t middle = low + (high - low) / 2;
		if (working_count(calendar, (int32_t)middle) < count)
			low = middle + 1;
		else
			high = middle;
	}
	return low > PMO_DATE_MAX ? PMO_DATE_NONE : (int32_t)low;
}

/*
 * The date of the count-th working day: as many lost holidays come before it as have
 * fewer than count working days up to themselves, and that number never falls.
 */
static int32_t working_date(const struct pmo_calendar *calendar, int64_t count)
{
	size_t low = 0, high = calendar->lost_count;
	if (count < 1)
		return PMO_DATE_NONE;
	if (calendar->gained_count)
		return working_date_between(calendar, count);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int64_t before =
			pattern_count(calendar, calendar->lost[middle]) - (int64_t)middle - 1;
		if (before < count)
			low = middle + 1;
		else
			high = middle;
	}
	return pattern_date(calendar, count + (int64_t)low);
}

/* Where the date is among the holidays, or would be. */
static size_t holiday_position(const struct pmo_calendar *calendar, int32_t date)
{
	size_t low = 0, high = calendar->holiday_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (calendar->holidays[middle].date < date)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A growing sorted array of days. */
struct days {
	int32_t **dates;
	size_t *count, *capacity;
};

static enum pmo_result add_day(struct days days, struct pmo_arena *arena, int32_t date)
{
	int32_t *dates =
		pmo_arena_grow(arena, *days.dates, *days.count, days.capacity, sizeof(*dates));
	if (!dates)
		return PMO_NO_MEMORY;
	*days.dates = dates;
	size_t at = count_up_to(dates, *days.count, date);
	if (at && dates[at - 1] == date)
		return PMO_OK;
	memmove(dates + at + 1, dates + at, (*days.count - at) * sizeof(*dates));
	dates[at] = date;
	++*days.count;
	return PMO_OK;
}

static void remove_day(struct days days, int32_t date)
{
	size_t at = count_up_to(*days.dates, *days.count, date);
	if (!at || (*days.dates)[at - 1] != date)
		return;
	memmove(*days.dates + at - 1, *days.dates + at, (*days.count - at) * sizeof(**days.dates));
	--*days.count;
}

static struct days lost_days(struct pmo_calendar *calendar)
{
	return (struct days){ &calendar->lost, &calendar->lost_count, &calendar->lost_capacity };
}

static struct days gained_days(struct pmo_calendar *calendar)
{
	return (struct days){ &calendar->gained, &calendar->gained_count,
			      &calendar->gained_capacity };
}

static enum pmo_result add_lost(struct pmo_calendar *calendar, struct pmo_arena *arena,
				int32_t date)
{
	return add_day(lost_days(calendar), arena, date);
}

/* What one day of an exception changes of the week's pattern. */
static enum pmo_result set_day(struct pmo_calendar *calendar, struct pmo_arena *arena, int32_t date,
			       bool worked)
{
	bool usual = !is_weekend(calendar, pmo_date_weekday(date));
	if (worked)
		remove_day(lost_days(calendar), date);
	else
		remove_day(gained_days(calendar), date);
	if (worked == usual)
		return PMO_OK;
	return add_day(worked ? gained_days(calendar) : lost_days(calendar), arena, date);
}

static bool has_sound_intervals(const struct pmo_exception *exception)
{
	int last = 0;
	for (size_t i = 0; i < exception->interval_count; i++) {
		const struct pmo_interval *interval = &exception->intervals[i];
		if (interval->from < last || interval->to <= interval->from || interval->to > 1440)
			return false;
		last = interval->to;
	}
	return true;
}

enum pmo_result pmo_calendar_add_exception(struct pmo_calendar *calendar, struct pmo_arena *arena,
					   const struct pmo_exception *exception)
{
	if (!pmo_date_is_valid(exception->from) || !pmo_date_is_valid(exception->to) ||
	    exception->to < exception->from ||
	    exception->to - exception->from >= PMO_EXCEPTION_DAYS ||
	    !has_sound_intervals(exception))
		return PMO_INVALID;
	struct pmo_exception *exceptions =
		pmo_arena_grow(arena, calendar->exceptions, calendar->exception_count,
			       &calendar->exception_capacity, sizeof(*exceptions));
	if (!exceptions)
		return PMO_NO_MEMORY;
	calendar->exceptions = exceptions;
	for (int32_t date = exception->from; date <= exception->to; date++)
		if (set_day(calendar, arena, date, exception->interval_count != 0) != PMO_OK)
			return PMO_NO_MEMORY;
	exceptions[calendar->exception_count++] = *exception;
	return PMO_OK;
}

enum pmo_result pmo_calendar_add_hours(struct pmo_calendar *calendar, struct pmo_arena *arena,
				       const struct pmo_work_hours *hours)
{
	if (hours->weekday < 0 || hours->weekday > 6 || hours->interval.from < 0 ||
	    hours->interval.to > 1440 || hours->interval.to <= hours->interval.from)
		return PMO_INVALID;
	for (size_t i = 0; i < calendar->hour_count; i++) {
		const struct pmo_work_hours *other = &calendar->hours[i];
		if (other->weekday == hours->weekday && other->interval.from < hours->interval.to &&
		    hours->interval.from < other->interval.to)
			return PMO_INVALID;
	}
	struct pmo_work_hours *grown = pmo_arena_grow(arena, calendar->hours, calendar->hour_count,
						      &calendar->hour_capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	calendar->hours = grown;
	grown[calendar->hour_count++] = *hours;
	return PMO_OK;
}

enum pmo_result pmo_calendar_parse_time(const char *text, size_t length, int *minute)
{
	int part[2] = { 0, 0 };
	size_t digits = 0, at = 0;
	for (size_t i = 0; i < length; i++) {
		if (text[i] == ':' && at == 0 && digits) {
			at = 1;
			digits = 0;
		} else if (text[i] >= '0' && text[i] <= '9' && digits < 2) {
			part[at] = part[at] * 10 + (text[i] - '0');
			digits++;
		} else {
			return PMO_INVALID;
		}
	}
	int sum = part[0] * 60 + part[1];
	if (at != 1 || digits != 2 || part[1] > 59 || sum > 1440)
		return PMO_INVALID;
	*minute = sum;
	return PMO_OK;
}

enum pmo_result pmo_calendar_set_weekend(struct pmo_calendar *calendar, struct pmo_arena *arena,
					 uint8_t weekend)
{
	struct pmo_calendar changed = *calendar;
	if (weekend >= 0x7f)
		return PMO_INVALID;
	changed.weekend = weekend;
	changed.lost = changed.gained = NULL;
	changed.lost_count = changed.lost_capacity = 0;
	changed.gained_count = changed.gained_capacity = 0;
	for (size_t i = 0; i < calendar->holiday_count; i++) {
		int32_t date = calendar->holidays[i].date;
		if (is_weekend(&changed, pmo_date_weekday(date)))
			continue;
		if (add_lost(&changed, arena, date) != PMO_OK)
			return PMO_NO_MEMORY;
	}
	for (size_t i = 0; i < calendar->exception_count; i++) {
		const struct pmo_exception *exception = &calendar->exceptions[i];
		for (int32_t date = exception->from; date <= exception->to; date++)
			if (set_day(&changed, arena, date, exception->interval_count != 0) !=
			    PMO_OK)
				return PMO_NO_MEMORY;
	}
	*calendar = changed;
	return PMO_OK;
}

enum pmo_result pmo_calendar_add_holiday(struct pmo_calendar *calendar, struct pmo_arena *arena,
					 int32_t date, const char *name)
{
	if (!pmo_date_is_valid(date))
		return PMO_INVALID;
	size_t at = holiday_position(calendar, date);
	if (at < calendar->holiday_count && calendar->holidays[at].date == date)
		return PMO_EXISTS;
	struct pmo_holiday *holidays =
		pmo_arena_grow(arena, calendar->holidays, calendar->holiday_count,
			       &calendar->holiday_capacity, sizeof(*holidays));
	if (!holidays)
		return PMO_NO_MEMORY;
	calendar->holidays = holidays;
	if (!is_weekend(calendar, pmo_date_weekday(date)) &&
	    add_lost(calendar, arena, date) != PMO_OK)
		return PMO_NO_MEMORY;
	memmove(holidays + at + 1, holidays + at,
		(calendar->holiday_count - at) * sizeof(*holidays));
	holidays[at] = (struct pmo_holiday){ .date = date, .name = name };
	calendar->holiday_count++;
	return PMO_OK;
}

enum pmo_result pmo_calendar_add_freeze(struct pmo_calendar *calendar, struct pmo_arena *arena,
					const struct pmo_freeze *freeze)
{
	if (!pmo_date_is_valid(freeze->from) || !pmo_date_is_valid(freeze->to) ||
	    freeze->to < freeze->from)
		return PMO_INVALID;
	struct pmo_freeze *freezes =
		pmo_arena_grow(arena, calendar->freezes, calendar->freeze_count,
			       &calendar->freeze_capacity, sizeof(*freezes));
	if (!freezes)
		return PMO_NO_MEMORY;
	calendar->freezes = freezes;
	freezes[calendar->freeze_count++] = *freeze;
	return PMO_OK;
}

enum pmo_result pmo_calendar_set_span(struct pmo_calendar *calendar, int32_t from, int32_t to)
{
	if (!pmo_date_is_valid(from) || !pmo_date_is_valid(to) || to < from)
		return PMO_INVALID;
	calendar->covered_from = from;
	calendar->covered_to = to;
	return PMO_OK;
}

static int year_of(int32_t date)
{
	int year, month, day;
	pmo_date_to_civil(date, &year, &month, &day);
	return year;
}

bool pmo_calendar_covers(const struct pmo_calendar *calendar, int32_t date)
{
	if (!calendar || !pmo_date_is_valid(date))
		return false;
	if (calendar->covered_from != PMO_DATE_NONE)
		return date >= calendar->covered_from && date <= calendar->covered_to;
	if (calendar->holiday_count == 0)
		return false;
	int year = year_of(date);
	return year >= year_of(calendar->holidays[0].date) &&
	       year <= year_of(calendar->holidays[calendar->holiday_count - 1].date);
}

bool pmo_calendar_is_holiday(const struct pmo_calendar *calendar, int32_t date)
{
	return pmo_calendar_holiday_name(calendar, date) != NULL;
}

const char *pmo_calendar_holiday_name(const struct pmo_calendar *calendar, int32_t date)
{
	if (!calendar)
		return NULL;
	size_t at = holiday_position(calendar, date);
	if (at == calendar->holiday_count || calendar->holidays[at].date != date)
		return NULL;
	return calendar->holidays[at].name ? calendar->holidays[at].name : "";
}

bool pmo_calendar_is_working(const struct pmo_calendar *calendar, int32_t date)
{
	if (!calendar)
		calendar = &ordinary_week;
	if (!pmo_date_is_valid(date))
		return false;
	if (is_weekend(calendar, pmo_date_weekday(date)))
		return is_among(calendar->gained, calendar->gained_count, date);
	return !is_among(calendar->lost, calendar->lost_count, date);
}

const struct pmo_freeze *pmo_calendar_freeze_at(const struct pmo_calendar *calendar, int32_t date,
						enum pmo_freeze_kind kind)
{
	for (size_t i = 0; calendar && i < calendar->freeze_count; i++) {
		const struct pmo_freeze *freeze = &calendar->freezes[i];
		if (freeze->kind == kind && date >= freeze->from && date <= freeze->to)
			return freeze;
	}
	return NULL;
}

int32_t pmo_calendar_add_days(const struct pmo_calendar *calendar, int32_t date, int64_t days)
{
	const int64_t most = PMO_DATE_MAX - (int64_t)PMO_DATE_MIN;
	if (!pmo_date_is_valid(date) || days > most || days < -most)
		return PMO_DATE_NONE;
	if (days == 0)
		return date;
	if (!calendar)
		calendar = &ordinary_week;
	/* Backwards the first day is the last one worked strictly before the date. */
	int64_t count =
		days > 0 ? working_count(calendar, date) : working_count(calendar, date - 1) + 1;
	return working_date(calendar, count + days);
}

int32_t pmo_calendar_days_between(const struct pmo_calendar *calendar, int32_t from, int32_t to)
{
	if (!pmo_date_is_valid(from) || !pmo_date_is_valid(to))
		return 0;
	if (!calendar)
		calendar = &ordinary_week;
	return (int32_t)(working_count(calendar, to) - working_count(calendar, from));
}

int32_t pmo_calendar_next_working(const struct pmo_calendar *calendar, int32_t date)
{
	return pmo_calendar_is_working(calendar, date) ? date
						       : pmo_calendar_add_days(calendar, date, 1);
}

int32_t pmo_calendar_previous_working(const struct pmo_calendar *calendar, int32_t date)
{
	return pmo_calendar_is_working(calendar, date) ? date
						       : pmo_calendar_add_days(calendar, date, -1);
}
