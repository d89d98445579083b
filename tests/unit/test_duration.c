#include "unit.h"

#include <pmo/duration.h>
#include <string.h>

static struct pmo_duration of(const char *text)
{
	struct pmo_duration duration = { 0 };
	assert_int_equal(pmo_duration_parse(text, strlen(text), true, &duration), PMO_OK);
	return duration;
}

static void what_is_written_comes_back(void **state)
{
	static const struct {
		const char *text, *canonical;
		int64_t amount;
		enum pmo_duration_unit unit;
	} cases[] = {
		{ "5d", "5d", 5000, PMO_DURATION_DAYS },
		{ "5cd", "5cd", 5000, PMO_DURATION_CALENDAR_DAYS },
		{ "6h", "6h", 6000, PMO_DURATION_HOURS },
		{ "30min", "30min", 30000, PMO_DURATION_MINUTES },
		{ "2w", "2w", 2000, PMO_DURATION_WEEKS },
		{ "1.5d", "1.5d", 1500, PMO_DURATION_DAYS },
		{ "0.5h", "0.5h", 500, PMO_DURATION_HOURS },
		{ "0.125d", "0.125d", 125, PMO_DURATION_DAYS },
		{ "1.50D", "1.5d", 1500, PMO_DURATION_DAYS },
		{ "007d", "7d", 7000, PMO_DURATION_DAYS },
		{ "0d", "0d", 0, PMO_DURATION_DAYS },
		{ "-2d", "-2d", -2000, PMO_DURATION_DAYS },
		{ "-0.5w", "-0.5w", -500, PMO_DURATION_WEEKS },
		{ "+3h", "3h", 3000, PMO_DURATION_HOURS },
		{ "1000000000d", "1000000000d", 1000000000000, PMO_DURATION_DAYS },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char text[PMO_DURATION_SIZE];
		struct pmo_duration duration = of(cases[i].text);
		assert_int_equal(duration.amount, cases[i].amount);
		assert_int_equal(duration.unit, cases[i].unit);
		pmo_duration_format(duration, text);
		assert_string_equal(text, cases[i].canonical);
	}
}

static void what_is_no_duration_is_refused(void **state)
{
	static const char *const bad[] = {
		"",
		"d",
		"5",
		"5m",
		"5 d",
		" 5d",
		"5d ",
		"5dd",
		"5days",
		".5d",
		"5.d",
		"1.2345d",
		"1.5.5d",
		"--5d",
		"-d",
		"-",
		"5ed",
		"5c",
		"1000000001d",
		"99999999999999999999d",
		"0x5d",
		"1e3d",
		"5,5d",
		"\xd9\xa5"
		"d",
		"5\xc2\xa0"
		"d",
		"5d5h",
		"inf",
		"nand",
		"5M",
		"+",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct pmo_duration duration = { .amount = 77 };
		if (pmo_duration_parse(bad[i], strlen(bad[i]), true, &duration) != PMO_INVALID)
			fail_msg("accepted '%s'", bad[i]);
		assert_int_equal(duration.amount, 77);
	}
}

static void a_sign_is_for_lags_only(void **state)
{
	struct pmo_duration duration;
	(void)state;
	assert_int_equal(pmo_duration_parse("-2d", 3, false, &duration), PMO_INVALID);
	assert_int_equal(pmo_duration_parse("+2d", 3, false, &duration), PMO_INVALID);
	assert_int_equal(pmo_duration_parse("2d", 2, false, &duration), PMO_OK);
}

static void people_type_whole_words(void **state)
{
	static const struct {
		const char *text, *canonical;
	} cases[] = {
		{ " 5 days ", "5d" },           { "1 day", "1d" },   { "3 Working Days", "3d" },
		{ "10 calendar days", "10cd" }, { "2 weeks", "2w" }, { "1 hour", "1h" },
		{ "45 minutes", "45min" },      { "6h", "6h" },      { "2.5wd", "2.5d" },
	};
	static const char *const bad[] = { "5",     "5 m",  "days", "five days", "2 months",
					   "5 d d", "- 5d", "",     "   " };
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char text[PMO_DURATION_SIZE];
		struct pmo_duration duration;
		assert_int_equal(
			pmo_duration_input(cases[i].text, strlen(cases[i].text), false, &duration),
			PMO_OK);
		pmo_duration_format(duration, text);
		assert_string_equal(text, cases[i].canonical);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct pmo_duration duration;
		assert_int_equal(pmo_duration_input(bad[i], strlen(bad[i]), true, &duration),
				 PMO_INVALID);
	}
}

static void people_outside_read_weeks(void **state)
{
	static const struct {
		int64_t days;
		const char *text;
	} cases[] = {
		{ 15, "3 weeks (15 working days)" },
		{ 5, "1 week (5 working days)" },
		{ 1, "1 working day" },
		{ 0, "0 working days" },
		{ 12, "12 working days" },
		{ -15, "-3 weeks (15 working days)" },
		{ -1, "-1 working day" },
		{ INT64_MIN, "-9223372036854775808 working days" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char text[PMO_DURATION_LONG_SIZE];
		pmo_duration_format_long(cases[i].days, text);
		assert_string_equal(text, cases[i].text);
	}
}

static void lengths_compare_across_units(void **state)
{
	static const struct {
		const char *a, *b;
		int minutes_per_day, order;
	} cases[] = {
		{ "1d", "8h", 480, 0 },
		{ "1d", "8h", 450, -1 },
		{ "1w", "5d", 480, 0 },
		{ "1w", "7cd", 480, 0 },
		{ "3cd", "2d", 480, 1 },
		{ "7h", "1d", 480, -1 },
		{ "90min", "1.5h", 480, 0 },
		{ "0.001d", "0min", 480, 1 },
		{ "-1d", "1min", 480, -1 },
		{ "1d", "8h", 0, 0 },
		{ "1000000000w", "1000000000d", 1440, 1 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int order = pmo_duration_compare(of(cases[i].a), of(cases[i].b),
						 cases[i].minutes_per_day);
		if (order != cases[i].order)
			fail_msg("%s against %s: %d", cases[i].a, cases[i].b, order);
	}
}

static void durations_turn_into_minutes_and_whole_days(void **state)
{
	static const struct {
		const char *text;
		int64_t minutes, days;
	} cases[] = {
		{ "5d", 2400, 5 },  { "1.5d", 720, 2 },   { "2w", 4800, 10 },
		{ "6h", 360, 1 },   { "8h", 480, 1 },     { "9h", 540, 2 },
		{ "30min", 30, 1 }, { "0d", 0, 0 },       { "7cd", 2400, 5 },
		{ "1cd", 343, 1 },  { "-6h", -360, -1 },  { "-1.5d", -720, -2 },
		{ "0.5min", 1, 1 }, { "0.499min", 0, 1 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(pmo_duration_minutes(of(cases[i].text), PMO_MINUTES_PER_DAY),
				 cases[i].minutes);
		assert_int_equal(pmo_duration_days(of(cases[i].text), PMO_MINUTES_PER_DAY),
				 cases[i].days);
	}
}

static void an_amount_that_does_not_fit_is_cut_not_wrapped(void **state)
{
	struct pmo_duration most = { .amount = INT64_MAX, .unit = PMO_DURATION_WEEKS };
	struct pmo_duration least = { .amount = INT64_MIN, .unit = PMO_DURATION_WEEKS };
	char text[PMO_DURATION_SIZE];
	(void)state;
	assert_true(pmo_duration_minutes(most, 1440) > 0);
	assert_true(pmo_duration_minutes(least, 1440) < 0);
	assert_int_equal(pmo_duration_compare(least, most, 1440), -1);
	pmo_duration_format(least, text);
	assert_string_equal(text, "-9223372036854775.808w");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_comes_back),
		cmocka_unit_test(what_is_no_duration_is_refused),
		cmocka_unit_test(a_sign_is_for_lags_only),
		cmocka_unit_test(people_type_whole_words),
		cmocka_unit_test(people_outside_read_weeks),
		cmocka_unit_test(lengths_compare_across_units),
		cmocka_unit_test(durations_turn_into_minutes_and_whole_days),
		cmocka_unit_test(an_amount_that_does_not_fit_is_cut_not_wrapped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
