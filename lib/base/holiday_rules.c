/*
 * Holidays from rules. First every day by itself; those on a weekend are moved then, to where no
 * other one is: two days at Christmas stay two days, whatever weekday it is.
 */
#include <pmo/arena.h>
#include <pmo/calendar.h>

enum { SATURDAY = 5, SUNDAY = 6, REACH = 10 };

/* Easter Sunday by the anonymous Gregorian computus (Meeus, "Astronomical Algorithms", 8). */
static enum pmo_result easter(int year, int32_t *date)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;
	return pmo_date_from_civil(year, n / 31, n % 31 + 1, date);
}

static enum pmo_result nth_weekday(const struct pmo_holiday_rule *rule, int year, int32_t *date)
{
	int32_t first;
	if (rule->nth < 1 || rule->nth > 5 || rule->weekday < 0 || rule->weekday > 6)
		return PMO_INVALID;
	enum pmo_result result = pmo_date_from_civil(year, rule->month, 1, &first);
	if (result != PMO_OK)
		return result;
	*date = first + (rule->weekday - pmo_date_weekday(first) + 7) % 7 + (rule->nth - 1) * 7;
	if (*date > pmo_date_month_end(first))
		*date -= 7;
	return PMO_OK;
}

/* The day itself, before it is moved off a weekend. */
static enum pmo_result rule_date(const struct pmo_holiday_rule *rule, int year, int32_t *date)
{
	enum pmo_result result;
	if (rule->kind == PMO_HOLIDAY_EASTER)
		result = easter(year, date);
	else if (rule->kind == PMO_HOLIDAY_WEEKDAY)
		result = nth_weekday(rule, year, date);
	else
		result = pmo_date_from_civil(year, rule->month, rule->day, date);
	if (result == PMO_OK)
		*date = pmo_date_add_days(*date, rule->offset);
	return result;
}

/* What the rules give for some years, a year after the other. */
struct days {
	const struct pmo_holiday_rules *rules;
	int first_year;
	size_t count;
	int32_t *plain;    /* the day itself; PMO_DATE_NONE: the rule gives none in that year */
	int32_t *observed; /* PMO_DATE_NONE: not yet moved */
};

static bool is_moved(const struct days *days, int32_t date)
{
	int weekday = pmo_date_weekday(date);
	enum pmo_observe observe = days->rules->observe;
	return (weekday == SUNDAY && observe != PMO_OBSERVE_NONE) ||
	       (weekday == SATURDAY && observe == PMO_OBSERVE_NEAREST);
}

static bool gives_day(const struct pmo_holiday_rule *rule, int year)
{
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	bool leap_day = rule->kind == PMO_HOLIDAY_FIXED && rule->month == 2 && rule->day == 29;
	return year >= rule->since && year >= 1 && year <= 9999 && (leap || !leap_day);
}

static enum pmo_result find_days(struct days *days)
{
	size_t per_year = days->rules->count;
	for (size_t i = 0; i < days->count; i++) {
		const struct pmo_holiday_rule *rule = &days->rules->items[i % per_year];
		int year = days->first_year + (int)(i / per_year);
		int32_t date;
		days->plain[i] = days->observed[i] = PMO_DATE_NONE;
		if (!gives_day(rule, year))
			continue;
		enum pmo_result result = rule_date(rule, year, &date);
		if (result != PMO_OK)
			return result;
		if (rule->weekdays && !(rule->weekdays >> pmo_date_weekday(date) & 1))
			continue;
		days->plain[i] = date;
		if (!is_moved(days, date))
			days->observed[i] = date;
	}
	return PMO_OK;
}

/* A working day that no other holiday has; those of other years are near at a year's turn only. */
static bool is_free(const struct days *days, size_t index, int32_t date)
{
	size_t reach = 2 * days->rules->count;
	size_t from = index > reach ? index - reach : 0;
	size_t to = index + reach < days->count ? index + reach : days->count;
	if (pmo_date_weekday(date) >= SATURDAY)
		return false;
	for (size_t i = from; i < to; i++)
		if (days->observed[i] == date)
			return false;
	return true;
}

/* Sunday's goes forward; Saturday's to the nearest day, backward first. */
static int32_t moved_date(const struct days *days, size_t index)
{
	int32_t date = days->plain[index];
	bool both = pmo_date_weekday(date) == SATURDAY;
	for (int distance = 1; distance <= REACH; distance++) {
		int32_t before = pmo_date_add_days(date, -distance);
		int32_t after = pmo_date_add_days(date, distance);
		if (both && is_free(days, index, before))
			return before;
		if (is_free(days, index, after))
			return after;
	}
	return pmo_date_add_days(date, both ? -1 : 1);
}

const struct pmo_holiday_rules *pmo_calendar_federal_rules(void)
{
	enum { MONDAY = 0, THURSDAY = 3 };
	static const struct pmo_holiday_rule items[] = {
		{ "New Year's Day", PMO_HOLIDAY_FIXED, 1, 1, 0, 0, 0, 0, 0 },
		{ "Martin Luther King Day", PMO_HOLIDAY_WEEKDAY, 1, 0, 3, MONDAY, 0, 1986, 0 },
		{ "Washington's Birthday", PMO_HOLIDAY_WEEKDAY, 2, 0, 3, MONDAY, 0, 0, 0 },
		{ "Memorial Day", PMO_HOLIDAY_WEEKDAY, 5, 0, 5, MONDAY, 0, 0, 0 },
		{ "Juneteenth", PMO_HOLIDAY_FIXED, 6, 19, 0, 0, 0, 2021, 0 },
		{ "Independence Day", PMO_HOLIDAY_FIXED, 7, 4, 0, 0, 0, 0, 0 },
		{ "Labor Day", PMO_HOLIDAY_WEEKDAY, 9, 0, 1, MONDAY, 0, 0, 0 },
		{ "Columbus Day", PMO_HOLIDAY_WEEKDAY, 10, 0, 2, MONDAY, 0, 0, 0 },
		{ "Veterans Day", PMO_HOLIDAY_FIXED, 11, 11, 0, 0, 0, 0, 0 },
		{ "Thanksgiving Day", PMO_HOLIDAY_WEEKDAY, 11, 0, 4, THURSDAY, 0, 0, 0 },
		{ "Christmas Day", PMO_HOLIDAY_FIXED, 12, 25, 0, 0, 0, 0, 0 },
	};
	static const struct pmo_holiday_rules federal = {
		.items = items,
		.count = sizeof(items) / sizeof(*items),
		.observe = PMO_OBSERVE_NEAREST,
	};
	return &federal;
}

enum pmo_result pmo_calendar_generate(struct pmo_calendar *calendar, struct pmo_arena *arena,
				      const struct pmo_holiday_rules *rules, int first_year,
				      int last_year)
{
	if (first_year < 1 || last_year > 9999 || first_year > last_year)
		return PMO_INVALID;
	/* One year more on each side, for what is observed across the turn of a year. */
	struct days days = { .rules = rules, .first_year = first_year - 1 };
	int32_t from, to;
	days.count = rules->count * (size_t)(last_year - first_year + 3);
	days.plain = pmo_arena_array(arena, days.count + 1, sizeof(*days.plain));
	days.observed = pmo_arena_array(arena, days.count + 1, sizeof(*days.observed));
	if (!days.plain || !days.observed)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_date_from_civil(first_year, 1, 1, &from);
	if (result == PMO_OK)
		result = pmo_date_from_civil(last_year, 12, 31, &to);
	if (result == PMO_OK)
		result = find_days(&days);
	for (size_t i = 0; i < days.count && result == PMO_OK; i++) {
		if (days.plain[i] == PMO_DATE_NONE)
			continue;
		if (days.observed[i] == PMO_DATE_NONE)
			days.observed[i] = moved_date(&days, i);
		if (days.observed[i] < from || days.observed[i] > to)
			continue;
		result = pmo_calendar_add_holiday(calendar, arena, days.observed[i],
						  rules->items[i % rules->count].name);
		result = result == PMO_EXISTS ? PMO_OK : result;
	}
	return result;
}
