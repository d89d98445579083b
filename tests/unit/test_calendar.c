#include "unit.h"

#include <pmo/arena.h>
#include <pmo/calendar.h>
#include <stdlib.h>
#include <string.h>

static int32_t on(const char *iso)
{
	int32_t date = PMO_DATE_NONE;
	assert_int_equal(pmo_date_parse(iso, strlen(iso), &date), PMO_OK);
	return date;
}

static void assert_date(int32_t date, const char *iso)
{
	char text[PMO_DATE_SIZE];
	pmo_date_format(date, text);
	assert_string_equal(text, iso);
}

/* The calendar of the sample project, its days added in no order. */
static void fill_fairmont(struct pmo_calendar *calendar, struct pmo_arena *arena)
{
	static const char *const holidays[][2] = {
		{ "2026-11-26", "Thanksgiving" }, { "2026-11-27", "Day after Thanksgiving" },
		{ "2026-06-19", "Juneteenth" },   { "2026-07-03", "Independence Day" },
		{ "2027-05-31", "Memorial Day" }, { "2026-09-07", "Labor Day" },
		{ "2026-11-11", "Veterans Day" }, { "2026-12-24", "Christmas Eve" },
		{ "2026-12-25", "Christmas" },    { "2026-12-28", "Christmas" },
		{ "2027-01-01", "New Year" },     { "2027-01-18", "Martin Luther King Day" },
		{ "2027-03-26", "Good Friday" },
	};
	static const struct pmo_freeze december = {
		.from = 20805, /* 2026-12-18 */
		.to = 20822,   /* 2027-01-04 */
		.kind = PMO_FREEZE_CHANGE,
		.reason = "no production change",
	};
	pmo_calendar_init(calendar);
	for (size_t i = 0; i < sizeof(holidays) / sizeof(*holidays); i++)
		assert_int_equal(pmo_calendar_add_holiday(calendar, arena, on(holidays[i][0]),
							  holidays[i][1]),
				 PMO_OK);
	assert_int_equal(pmo_calendar_add_freeze(calendar, arena, &december), PMO_OK);
}

static int set_up(void **state)
{
	static struct pmo_arena arena;
	pmo_arena_init(&arena);
	*state = &arena;
	return 0;
}

static int tear_down(void **state)
{
	pmo_arena_release(*state);
	return 0;
}

static void spans_of_the_sample_plan_have_their_durations(void **state)
{
	static const struct {
		const char *start, *finish;
		int days;
	} cases[] = {
		{ "2026-06-01", "2026-06-10", 8 },  { "2026-06-18", "2026-07-02", 10 },
		{ "2026-06-18", "2026-06-30", 8 },  { "2026-07-01", "2026-07-22", 15 },
		{ "2026-07-23", "2026-08-19", 20 }, { "2026-07-27", "2026-09-04", 30 },
		{ "2026-09-08", "2026-09-28", 15 }, { "2026-09-04", "2026-09-11", 5 },
		{ "2026-09-29", "2026-11-09", 30 }, { "2026-11-10", "2026-11-13", 3 },
		{ "2026-08-14", "2026-10-09", 40 }, { "2026-11-16", "2026-12-08", 15 },
		{ "2026-12-23", "2027-01-04", 5 },  { "2026-12-23", "2027-01-11", 10 },
		{ "2027-01-12", "2027-02-02", 15 }, { "2026-12-23", "2027-01-19", 15 },
		{ "2027-02-19", "2027-02-19", 1 },  { "2027-03-17", "2027-04-14", 20 },
	};
	struct pmo_calendar calendar;
	fill_fairmont(&calendar, *state);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int32_t start = on(cases[i].start), finish = on(cases[i].finish);
		int32_t days = pmo_calendar_days_between(&calendar, start - 1, finish);
		if (days != cases[i].days)
			fail_msg("%s..%s: %d", cases[i].start, cases[i].finish, days);
		assert_int_equal(pmo_calendar_add_days(&calendar, start, days - 1), finish);
		assert_int_equal(pmo_calendar_add_days(&calendar, finish, 1 - days), start);
	}
}

static void variances_of_the_sample_plan_are_working_days_late(void **state)
{
	static const struct {
		const char *baseline, *forecast;
		int days;
	} cases[] = {
		{ "2026-08-28", "2026-12-10", 70 }, { "2026-09-28", "2027-01-04", 63 },
		{ "2026-10-05", "2026-12-08", 43 }, { "2026-12-08", "2027-01-04", 15 },
		{ "2027-02-23", "2027-03-16", 15 }, { "2026-11-13", "2026-11-20", 5 },
		{ "2026-11-20", "2026-11-13", -5 }, { "2026-11-20", "2026-11-20", 0 },
		{ "2026-11-25", "2026-11-27", 0 },  { "2026-11-20", "2026-11-22", 0 },
		{ "2026-11-21", "2026-11-23", 1 },  { "2026-11-25", "2026-11-30", 1 },
	};
	struct pmo_calendar calendar;
	fill_fairmont(&calendar, *state);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(pmo_calendar_days_between(&calendar, on(cases[i].baseline),
							   on(cases[i].forecast)),
				 cases[i].days);
}

static void a_due_date_on_a_holiday_has_a_working_day_on_each_side(void **state)
{
	struct pmo_calendar calendar;
	fill_fairmont(&calendar, *state);
	assert_date(pmo_calendar_previous_working(&calendar, on("2026-11-27")), "2026-11-25");
	assert_date(pmo_calendar_next_working(&calendar, on("2026-11-26")), "2026-11-30");
	assert_date(pmo_calendar_next_working(&calendar, on("2026-11-25")), "2026-11-25");
	assert_string_equal(pmo_calendar_holiday_name(&calendar, on("2026-11-26")), "Thanksgiving");
	assert_null(pmo_calendar_holiday_name(&calendar, on("2026-11-25")));
	assert_false(pmo_calendar_is_working(&calendar, on("2026-11-28")));
	assert_false(pmo_calendar_is_holiday(&calendar, on("2026-11-28")));
}

static void typed_working_days_skip_the_holidays(void **state)
{
	struct pmo_calendar calendar;
	fill_fairmont(&calendar, *state);
	struct pmo_date_context context = { .today = on("2026-11-20"), .calendar = &calendar };
	int32_t date;
	assert_int_equal(pmo_date_input(&context, "+5d", 3, &date), PMO_OK);
	assert_date(date, "2026-12-01");
	assert_int_equal(pmo_date_input(&context, "+5cd", 4, &date), PMO_OK);
	assert_date(date, "2026-11-25");
}

static void no_days_is_the_date_itself_worked_or_not(void **state)
{
	(void)state;
	assert_date(pmo_calendar_add_days(NULL, on("2026-11-21"), 0), "2026-11-21");
	assert_date(pmo_calendar_add_days(NULL, on("2026-11-21"), 1), "2026-11-23");
	assert_date(pmo_calendar_add_days(NULL, on("2026-11-21"), -1), "2026-11-20");
	assert_date(pmo_calendar_add_days(NULL, on("2026-11-20"), 5), "2026-11-27");
}

static void arithmetic_stops_at_the_ends_of_the_years(void **state)
{
	struct pmo_calendar calendar;
	fill_fairmont(&calendar, *state);
	/* 9999-12-31 is a Friday and 0001-01-01 a Monday. */
	assert_int_equal(pmo_calendar_add_days(&calendar, PMO_DATE_MAX, 1), PMO_DATE_NONE);
	assert_int_equal(pmo_calendar_add_days(&calendar, PMO_DATE_MAX - 1, 1), PMO_DATE_MAX);
	assert_int_equal(pmo_calendar_add_days(&calendar, PMO_DATE_MIN, -1), PMO_DATE_NONE);
	assert_int_equal(pmo_calendar_add_days(&calendar, PMO_DATE_MIN + 1, -1), PMO_DATE_MIN);
	assert_int_equal(pmo_calendar_add_days(&calendar, 0, INT64_MAX), PMO_DATE_NONE);
	assert_int_equal(pmo_calendar_add_days(&calendar, 0, INT64_MIN), PMO_DATE_NONE);
	assert_int_equal(pmo_calendar_add_days(&calendar, PMO_DATE_NONE, 1), PMO_DATE_NONE);
	assert_int_equal(pmo_calendar_next_working(&calendar, PMO_DATE_NONE), PMO_DATE_NONE);
	assert_int_equal(pmo_calendar_days_between(&calendar, PMO_DATE_NONE, 0), 0);
	assert_int_equal(pmo_calendar_days_between(NULL, PMO_DATE_MIN, PMO_DATE_MAX),
			 (PMO_DATE_MAX - PMO_DATE_MIN) / 7 * 5 + 4);
	assert_false(pmo_calendar_is_working(NULL, PMO_DATE_MAX + 3));
}

static void a_weekend_may_be_any_days_but_all(void **state)
{
	struct pmo_calendar calendar;
	fill_fairmont(&calendar, *state);
	assert_int_equal(pmo_calendar_set_weekend(&calendar, *state, 0x7f), PMO_INVALID);
	assert_int_equal(pmo_calendar_set_weekend(&calendar, *state, 0xff), PMO_INVALID);
	assert_int_equal(calendar.weekend, PMO_WEEKEND_SATURDAY_SUNDAY);
	assert_int_equal(pmo_calendar_set_weekend(&calendar, *state, PMO_WEEKEND_NONE), PMO_OK);
	assert_true(pmo_calendar_is_working(&calendar, on("2026-11-28")));
	assert_date(pmo_calendar_add_days(&calendar, on("2026-11-25"), 1), "2026-11-28");
}

static void a_day_is_a_holiday_once(void **state)
{
	struct pmo_calendar calendar;
	fill_fairmont(&calendar, *state);
	assert_int_equal(pmo_calendar_add_holiday(&calendar, *state, on("2026-12-25"), "again"),
			 PMO_EXISTS);
	assert_string_equal(pmo_calendar_holiday_name(&calendar, on("2026-12-25")), "Christmas");
	assert_int_equal(pmo_calendar_add_holiday(&calendar, *state, PMO_DATE_NONE, "never"),
			 PMO_INVALID);
	assert_int_equal(pmo_calendar_add_holiday(&calendar, *state, on("2026-12-26"), NULL),
			 PMO_OK);
	assert_string_equal(pmo_calendar_holiday_name(&calendar, on("2026-12-26")), "");
	assert_int_equal(calendar.holiday_count, 14);
}

static void a_freeze_covers_its_first_and_last_day(void **state)
{
	struct pmo_calendar calendar;
	struct pmo_freeze backwards = { .from = 2, .to = 1, .kind = PMO_FREEZE_LEAVE };
	fill_fairmont(&calendar, *state);
	assert_null(pmo_calendar_freeze_at(&calendar, on("2026-12-17"), PMO_FREEZE_CHANGE));
	assert_non_null(pmo_calendar_freeze_at(&calendar, on("2026-12-18"), PMO_FREEZE_CHANGE));
	assert_non_null(pmo_calendar_freeze_at(&calendar, on("2027-01-04"), PMO_FREEZE_CHANGE));
	assert_null(pmo_calendar_freeze_at(&calendar, on("2027-01-05"), PMO_FREEZE_CHANGE));
	assert_null(pmo_calendar_freeze_at(&calendar, on("2026-12-18"), PMO_FREEZE_TRAINING));
	assert_null(pmo_calendar_freeze_at(NULL, on("2026-12-18"), PMO_FREEZE_CHANGE));
	assert_int_equal(pmo_calendar_add_freeze(&calendar, *state, &backwards), PMO_INVALID);
}

static void a_calendar_knows_for_which_days_its_holidays_are_known(void **state)
{
	struct pmo_calendar calendar;
	assert_false(pmo_calendar_covers(NULL, 0));
	pmo_calendar_init(&calendar);
	assert_false(pmo_calendar_covers(&calendar, on("2026-01-01")));
	fill_fairmont(&calendar, *state);
	assert_true(pmo_calendar_covers(&calendar, on("2026-01-01")));
	assert_true(pmo_calendar_covers(&calendar, on("2027-12-31")));
	assert_false(pmo_calendar_covers(&calendar, on("2028-01-01")));
	assert_int_equal(pmo_calendar_set_span(&calendar, on("2026-06-01"), on("2027-06-30")),
			 PMO_OK);
	assert_false(pmo_calendar_covers(&calendar, on("2026-05-31")));
	assert_true(pmo_calendar_covers(&calendar, on("2027-06-30")));
	assert_int_equal(pmo_calendar_set_span(&calendar, 5, 4), PMO_INVALID);
}

static void federal_holidays_are_observed_on_the_nearest_weekday(void **state)
{
	/* As the Office of Personnel Management lists them for 2026 and 2027. */
	static const char *const expected[] = {
		"2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03",
		"2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25", "2027-01-01",
		"2027-01-18", "2027-02-15", "2027-05-31", "2027-06-18", "2027-07-05", "2027-09-06",
		"2027-10-11", "2027-11-11", "2027-11-25", "2027-12-24", "2027-12-31",
	};
	struct pmo_calendar calendar;
	pmo_calendar_init(&calendar);
	assert_int_equal(
		pmo_calendar_generate(&calendar, *state, pmo_calendar_federal_rules(), 2026, 2027),
		PMO_OK);
	assert_int_equal(calendar.holiday_count, sizeof(expected) / sizeof(*expected));
	for (size_t i = 0; i < calendar.holiday_count; i++)
		assert_date(calendar.holidays[i].date, expected[i]);
	assert_string_equal(pmo_calendar_holiday_name(&calendar, on("2027-12-31")),
			    "New Year's Day");
	pmo_calendar_init(&calendar);
	assert_int_equal(
		pmo_calendar_generate(&calendar, *state, pmo_calendar_federal_rules(), 2020, 2020),
		PMO_OK);
	assert_false(pmo_calendar_is_holiday(&calendar, on("2020-06-19")));
}

static void rules_follow_easter_and_other_holidays(void **state)
{
	static const struct pmo_holiday_rule items[] = {
		{ .name = "Good Friday", .kind = PMO_HOLIDAY_EASTER, .offset = -2 },
		{ .name = "Day after Thanksgiving",
		  .kind = PMO_HOLIDAY_WEEKDAY,
		  .month = 11,
		  .nth = 4,
		  .weekday = 3,
		  .offset = 1 },
		{ .name = "Christmas", .kind = PMO_HOLIDAY_FIXED, .month = 12, .day = 26 },
	};
	static const struct pmo_holiday_rules texas = { items, 3, PMO_OBSERVE_NONE };
	static const char *const expected[] = {
		"2026-04-03", "2026-11-27", "2026-12-26", "2027-03-26", "2027-11-26", "2027-12-26",
	};
	struct pmo_calendar calendar;
	pmo_calendar_init(&calendar);
	assert_int_equal(pmo_calendar_generate(&calendar, *state, &texas, 2026, 2027), PMO_OK);
	assert_int_equal(calendar.holiday_count, 6);
	for (size_t i = 0; i < 6; i++)
		assert_date(calendar.holidays[i].date, expected[i]);
}

static void easter_falls_where_the_tables_say(void **state)
{
	static const struct pmo_holiday_rule easter = { .name = "Easter",
							.kind = PMO_HOLIDAY_EASTER };
	static const struct pmo_holiday_rules rules = { &easter, 1, PMO_OBSERVE_NONE };
	static const char *const days[] = {
		"1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23",
		"2026-04-05", "2038-04-25", "2049-04-18", "2285-03-22"
	};
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		struct pmo_calendar calendar;
		int year = (int)strtol(days[i], NULL, 10);
		pmo_calendar_init(&calendar);
		assert_int_equal(pmo_calendar_generate(&calendar, *state, &rules, year, year),
				 PMO_OK);
		assert_int_equal(calendar.holiday_count, 1);
		assert_date(calendar.holidays[0].date, days[i]);
	}
}

static void a_rule_that_gives_no_date_is_refused(void **state)
{
	static const struct pmo_holiday_rule bad[] = {
		{ .kind = PMO_HOLIDAY_FIXED, .month = 2, .day = 30 },
		{ .kind = PMO_HOLIDAY_FIXED, .month = 13, .day = 1 },
		{ .kind = PMO_HOLIDAY_WEEKDAY, .month = 5, .nth = 6 },
		{ .kind = PMO_HOLIDAY_WEEKDAY, .month = 0, .nth = 1 },
		{ .kind = PMO_HOLIDAY_WEEKDAY, .month = 5, .nth = 1, .weekday = 7 },
	};
	struct pmo_calendar calendar;
	pmo_calendar_init(&calendar);
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct pmo_holiday_rules rules = { &bad[i], 1, PMO_OBSERVE_NEAREST };
		assert_int_equal(pmo_calendar_generate(&calendar, *state, &rules, 2026, 2026),
				 PMO_INVALID);
	}
	assert_int_equal(
		pmo_calendar_generate(&calendar, *state, pmo_calendar_federal_rules(), 2027, 2026),
		PMO_INVALID);
	assert_int_equal(
		pmo_calendar_generate(&calendar, *state, pmo_calendar_federal_rules(), 1, 9999),
		PMO_OK);
}

/* A small generator with a fixed seed: the same days on every machine. */
static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* The slow obvious way: day by day. */
static int32_t walk(const struct pmo_calendar *calendar, int32_t date, int days)
{
	int step = days < 0 ? -1 : 1;
	while (days != 0) {
		date += step;
		if (!pmo_date_is_valid(date))
			return PMO_DATE_NONE;
		if (pmo_calendar_is_working(calendar, date))
			days -= step;
	}
	return date;
}

static int32_t count(const struct pmo_calendar *calendar, int32_t from, int32_t to)
{
	int32_t days = 0;
	for (int32_t date = from + 1; date <= to; date++)
		days += pmo_calendar_is_working(calendar, date);
	return days;
}

static void compare_with_walking(struct pmo_arena *arena, int32_t base, uint32_t *seed)
{
	struct pmo_calendar calendar;
	pmo_calendar_init(&calendar);
	int holidays = (int)(next_random(seed) % 120);
	for (int i = 0; i < holidays; i++) {
		int32_t date = base + (int32_t)(next_random(seed) % 300);
		enum pmo_result result = pmo_calendar_add_holiday(&calendar, arena, date, NULL);
		assert_true(result == PMO_OK || result == PMO_EXISTS);
	}
	assert_int_equal(
		pmo_calendar_set_weekend(&calendar, arena, (uint8_t)(next_random(seed) % 0x7f)),
		PMO_OK);
	for (int i = 0; i < 200; i++) {
		int32_t from = base + (int32_t)(next_random(seed) % 300);
		int32_t to = base + (int32_t)(next_random(seed) % 300);
		int days = (int)(next_random(seed) % 400) - 200;
		int32_t expected =
			from <= to ? count(&calendar, from, to) : -count(&calendar, to, from);
		assert_int_equal(pmo_calendar_days_between(&calendar, from, to), expected);
		assert_int_equal(pmo_calendar_add_days(&calendar, from, days),
				 walk(&calendar, from, days));
	}
}

static void counting_agrees_with_walking_day_by_day(void **state)
{
	uint32_t seed = 20261120;
	for (int i = 0; i < 60; i++)
		compare_with_walking(*state, (int32_t)(next_random(&seed) % 40000), &seed);
	for (int i = 0; i < 20; i++) {
		compare_with_walking(*state, PMO_DATE_MIN, &seed);
		compare_with_walking(*state, PMO_DATE_MAX - 299, &seed);
	}
}

#define CALENDAR_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CALENDAR_TEST(spans_of_the_sample_plan_have_their_durations),
		CALENDAR_TEST(variances_of_the_sample_plan_are_working_days_late),
		CALENDAR_TEST(a_due_date_on_a_holiday_has_a_working_day_on_each_side),
		CALENDAR_TEST(typed_working_days_skip_the_holidays),
		CALENDAR_TEST(no_days_is_the_date_itself_worked_or_not),
		CALENDAR_TEST(arithmetic_stops_at_the_ends_of_the_years),
		CALENDAR_TEST(a_weekend_may_be_any_days_but_all),
		CALENDAR_TEST(a_day_is_a_holiday_once),
		CALENDAR_TEST(a_freeze_covers_its_first_and_last_day),
		CALENDAR_TEST(a_calendar_knows_for_which_days_its_holidays_are_known),
		CALENDAR_TEST(federal_holidays_are_observed_on_the_nearest_weekday),
		CALENDAR_TEST(rules_follow_easter_and_other_holidays),
		CALENDAR_TEST(easter_falls_where_the_tables_say),
		CALENDAR_TEST(a_rule_that_gives_no_date_is_refused),
		CALENDAR_TEST(counting_agrees_with_walking_day_by_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
