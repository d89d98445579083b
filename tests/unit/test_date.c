#include "unit.h"

#include <pmo/calendar.h>
#include <pmo/date.h>
#include <stdio.h>
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

static void every_day_of_ten_thousand_years_follows_the_one_before(void **state)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int year = 1, month = 1, day = 1;
	(void)state;
	for (int32_t date = PMO_DATE_MIN; date <= PMO_DATE_MAX; date++) {
		int y, m, d;
		int32_t back;
		pmo_date_to_civil(date, &y, &m, &d);
		if (y != year || m != month || d != day)
			fail_msg("day %d is %d-%d-%d, not %d-%d-%d", date, y, m, d, year, month,
				 day);
		if (pmo_date_from_civil(y, m, d, &back) != PMO_OK || back != date)
			fail_msg("%d-%d-%d is not day %d", y, m, d, date);
		bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
		if (++day > lengths[month - 1] + (month == 2 && leap)) {
			day = 1;
			month = month % 12 + 1;
			year += month == 1;
		}
	}
	assert_int_equal(year, 10000);
}

static void known_days_have_their_numbers_and_weekdays(void **state)
{
	static const struct {
		const char *iso;
		int32_t date;
		int weekday;
	} cases[] = {
		{ "1970-01-01", 0, 3 },
		{ "0001-01-01", PMO_DATE_MIN, 0 },
		{ "9999-12-31", PMO_DATE_MAX, 4 },
		{ "2000-02-29", 11016, 1 },
		{ "1969-12-31", -1, 2 },
		{ "2026-11-20", 20777, 4 },
		{ "2038-01-19", 24855, 1 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(on(cases[i].iso), cases[i].date);
		assert_int_equal(pmo_date_weekday(cases[i].date), cases[i].weekday);
		assert_date(cases[i].date, cases[i].iso);
	}
}

static void files_hold_one_form_only(void **state)
{
	static const char *const bad[] = {
		"",
		"2026",
		"2026-11",
		"2026-11-2",
		"2026-11-200",
		"2026-02-29",
		"2100-02-29",
		"2026-00-10",
		"2026-13-10",
		"2026-11-00",
		"2026-11-31",
		"0000-01-01",
		"-026-11-20",
		"+026-11-20",
		" 2026-11-20",
		"2026-11-20 ",
		"2026/11/20",
		"2026-11/20",
		"20261120",
		"2026-1-020",
		"2026-11-2x",
		"x026-11-20",
		"2026-11-\xd9\xa0",
		"today",
		"10000-01-01",
		"2026-11--1",
		"2026-1 -20",
		"\n2026-11-20",
		"2026-11-20\n",
		"----------",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		int32_t date = 77;
		if (pmo_date_parse(bad[i], strlen(bad[i]), &date) != PMO_INVALID)
			fail_msg("accepted '%s'", bad[i]);
		assert_int_equal(date, 77);
	}
	int32_t date = 77;
	assert_int_equal(pmo_date_parse("2026-11-\0"
					"1",
					10, &date),
			 PMO_INVALID);
}

static void what_is_no_date_formats_as_nothing_and_spreads(void **state)
{
	char text[PMO_DATE_LONG_SIZE] = "x";
	int year = 1, week = 1;
	(void)state;
	assert_date(PMO_DATE_NONE, "");
	assert_date(PMO_DATE_MAX + 1, "");
	assert_date(PMO_DATE_MIN - 1, "");
	pmo_date_format_long(PMO_DATE_NONE, 0, text);
	assert_string_equal(text, "");
	assert_int_equal(pmo_date_add_days(PMO_DATE_NONE, 1), PMO_DATE_NONE);
	assert_int_equal(pmo_date_add_months(PMO_DATE_NONE, 1), PMO_DATE_NONE);
	assert_int_equal(pmo_date_month_end(PMO_DATE_NONE), PMO_DATE_NONE);
	pmo_date_iso_week(PMO_DATE_NONE, &year, &week);
	assert_int_equal(year + week, 0);
}

static void arithmetic_stops_at_the_ends_of_the_years(void **state)
{
	(void)state;
	assert_int_equal(pmo_date_add_days(PMO_DATE_MAX, 1), PMO_DATE_NONE);
	assert_int_equal(pmo_date_add_days(PMO_DATE_MIN, -1), PMO_DATE_NONE);
	assert_int_equal(pmo_date_add_days(PMO_DATE_MIN, PMO_DATE_MAX - PMO_DATE_MIN),
			 PMO_DATE_MAX);
	assert_int_equal(pmo_date_add_days(0, INT64_MAX), PMO_DATE_NONE);
	assert_int_equal(pmo_date_add_days(-1, INT64_MIN), PMO_DATE_NONE);
	assert_int_equal(pmo_date_add_months(PMO_DATE_MAX, 1), PMO_DATE_NONE);
	assert_int_equal(pmo_date_add_months(PMO_DATE_MIN, -1), PMO_DATE_NONE);
	assert_int_equal(pmo_date_add_months(0, INT64_MIN), PMO_DATE_NONE);
	assert_int_equal(pmo_date_month_end(PMO_DATE_MAX), PMO_DATE_MAX);
	assert_int_equal(pmo_date_year_end(PMO_DATE_MAX), PMO_DATE_MAX);
}

static void months_are_added_to_the_last_day_they_have(void **state)
{
	(void)state;
	assert_date(pmo_date_add_months(on("2026-01-31"), 1), "2026-02-28");
	assert_date(pmo_date_add_months(on("2028-01-31"), 1), "2028-02-29");
	assert_date(pmo_date_add_months(on("2026-12-15"), 1), "2027-01-15");
	assert_date(pmo_date_add_months(on("2026-03-31"), -1), "2026-02-28");
	assert_date(pmo_date_add_months(on("2026-01-10"), -13), "2024-12-10");
	assert_date(pmo_date_add_months(on("2028-02-29"), 12), "2029-02-28");
	assert_date(pmo_date_add_months(on("0001-01-31"), 119987), "9999-12-31");
}

static void periods_end_on_their_last_day(void **state)
{
	(void)state;
	assert_date(pmo_date_month_end(on("2028-02-01")), "2028-02-29");
	assert_date(pmo_date_month_end(on("2026-11-30")), "2026-11-30");
	assert_date(pmo_date_quarter_end(on("2026-11-20")), "2026-12-31");
	assert_date(pmo_date_quarter_end(on("2026-01-01")), "2026-03-31");
	assert_date(pmo_date_quarter_end(on("2026-06-30")), "2026-06-30");
	assert_date(pmo_date_year_end(on("2026-01-01")), "2026-12-31");
}

static void iso_weeks_belong_to_the_year_of_their_thursday(void **state)
{
	static const struct {
		const char *iso;
		int year, week;
	} cases[] = {
		{ "2026-11-20", 2026, 47 }, { "2027-01-01", 2026, 53 }, { "2027-01-04", 2027, 1 },
		{ "2018-12-31", 2019, 1 },  { "2021-01-03", 2020, 53 }, { "2008-12-28", 2008, 52 },
		{ "0001-01-01", 1, 1 },     { "9999-12-31", 9999, 52 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int year, week;
		pmo_date_iso_week(on(cases[i].iso), &year, &week);
		assert_int_equal(year, cases[i].year);
		assert_int_equal(week, cases[i].week);
	}
}

static void people_read_weekday_month_and_day(void **state)
{
	char text[PMO_DATE_LONG_SIZE];
	(void)state;
	pmo_date_format_long(on("2026-11-25"), on("2026-11-20"), text);
	assert_string_equal(text, "Wed Nov 25");
	pmo_date_format_long(on("2027-11-25"), on("2026-11-20"), text);
	assert_string_equal(text, "Thu Nov 25, 2027");
	pmo_date_format_long(PMO_DATE_MAX, PMO_DATE_NONE, text);
	assert_string_equal(text, "Fri Dec 31, 9999");
	pmo_date_format_short(on("2026-02-03"), on("2026-11-20"), text);
	assert_string_equal(text, "Feb 3");
	pmo_date_format_short(on("2027-03-16"), on("2026-11-20"), text);
	assert_string_equal(text, "Mar 16, 2027");
	assert_string_equal(pmo_date_weekday_name(7), "");
	assert_string_equal(pmo_date_month_name(0), "");
}

/* Friday 2026-11-20, Monday to Friday. */
static const struct pmo_date_context friday = { .today = 20777, .calendar = NULL };

static const struct {
	const char *text, *iso;
} typed_dates[] = {
	{ "2026-12-01", "2026-12-01" },
	{ " 2026-12-1 ", "2026-12-01" },
	{ "2026/12/01", "2026-12-01" },
	{ "0001-01-01", "0001-01-01" },
	{ "today", "2026-11-20" },
	{ "Tomorrow", "2026-11-21" },
	{ "YESTERDAY", "2026-11-19" },
	{ "fri", "2026-11-27" },
	{ "thu", "2026-11-26" },
	{ "thurs", "2026-11-26" },
	{ "sat", "2026-11-21" },
	{ "Monday", "2026-11-23" },
	{ "+5d", "2026-11-27" },
	{ "+1d", "2026-11-23" },
	{ "-1d", "2026-11-19" },
	{ "-5d", "2026-11-13" },
	{ "+0d", "2026-11-20" },
	{ "+5cd", "2026-11-25" },
	{ "-20CD", "2026-10-31" },
	{ "+2w", "2026-12-04" },
	{ "+3m", "2027-02-20" },
	{ "-1y", "2025-11-20" },
	{ "eow", "2026-11-20" },
	{ "eom", "2026-11-30" },
	{ "eoq", "2026-12-31" },
	{ "EOY", "2026-12-31" },
	{ "12/01/2026", "2026-12-01" },
	{ "12/1", "2026-12-01" },
	{ "11/20", "2026-11-20" },
	{ "11/19", "2027-11-19" },
	{ "12/1/27", "2027-12-01" },
	{ "2/29", "2028-02-29" },
	{ "Dec 1", "2026-12-01" },
	{ "dec 1 2026", "2026-12-01" },
	{ "December 1, 2027", "2027-12-01" },
	{ "Jan 5", "2027-01-05" },
	{ "1 Dec", "2026-12-01" },
	{ "1 Dec 2026", "2026-12-01" },
	{ "sept 30", "2027-09-30" },
	{ "Wed Nov 25", "2026-11-25" },
	{ "Wed Nov 18", "2026-11-18" },
	{ "Thu Nov 25, 2027", "2027-11-25" },
	{ "Tue, 12/1", "2026-12-01" },
	{ "Tuesday 2026-12-01", "2026-12-01" },
	{ "next fri", "2026-11-27" },
	{ "Next Monday", "2026-11-23" },
	{ "next Dec 4", "2026-12-04" },
	{ "this fri", "2026-11-20" },
	{ "this sunday", "2026-11-22" },
	{ "last fri", "2026-11-13" },
	{ "last thursday", "2026-11-19" },
	{ "in 2 weeks", "2026-12-04" },
	{ "in 3 days", "2026-11-25" },
	{ "In a week", "2026-11-27" },
	{ "in 1 working day", "2026-11-23" },
	{ "in 10 business days", "2026-12-04" },
	{ "in 3 calendar days", "2026-11-23" },
	{ "in a month", "2026-12-20" },
	{ "in 1 year", "2027-11-20" },
	{ "2 weeks ago", "2026-11-06" },
	{ "1 day ago", "2026-11-19" },
	{ "a week ago", "2026-11-13" },
	{ "two weeks ago", "2026-11-06" },
	{ "in two weeks", "2026-12-04" },
	{ "In Twelve Days", "2026-12-08" },
	{ "three days from now", "2026-11-25" },
	{ "next week", "2026-11-27" },
	{ "next month", "2026-12-20" },
	{ "next year", "2027-11-20" },
	{ "dec 1st", "2026-12-01" },
	{ "Dec 2nd, 2026", "2026-12-02" },
	{ "dec 3RD", "2026-12-03" },
	{ "dec 11th", "2026-12-11" },
	{ "dec 21st", "2026-12-21" },
	{ "1st dec", "2026-12-01" },
	{ "22nd of December 2026", "2026-12-22" },
	{ "3 days from now", "2026-11-25" },
	{ "2 months from today", "2027-01-20" },
	{ "end of month", "2026-11-30" },
	{ "end of the quarter", "2026-12-31" },
	{ "end of this year", "2026-12-31" },
	{ "end of the  week", "2026-11-20" },
};

static void people_type_dates_in_many_ways(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(typed_dates) / sizeof(*typed_dates); i++) {
		int32_t date = PMO_DATE_NONE;
		if (pmo_date_input(&friday, typed_dates[i].text, strlen(typed_dates[i].text),
				   &date) != PMO_OK)
			fail_msg("refused '%s'", typed_dates[i].text);
		assert_date(date, typed_dates[i].iso);
	}
}

static const char *const ambiguous[] = {
	"",
	" ",
	"12-01",
	"12-01-2026",
	"5",
	"5d",
	"20261201",
	"+5",
	"+d",
	"+5x",
	"+ 5d",
	"+-5d",
	"+5dd",
	"--5d",
	"+9999999d",
	"-999999d",
	"-999999y",
	"+999999cd99",
	"12/",
	"12/1/",
	"13/1",
	"2/30",
	"2/29/2027",
	"12/1/026",
	"12/1/1026",
	"12/1/20260",
	"0/1",
	"1/0",
	"/",
	"Dec",
	"Dec 0",
	"Dec 32",
	"Dec 1 26",
	"Dec1",
	"1Dec",
	"de 1",
	"decembers 1",
	"31 feb",
	"Mon Nov 25",
	"Mon 2026-11-25",
	"fr",
	"fridays",
	"fri,",
	"fri fri",
	"next",
	"next ",
	"next phase",
	"next day",
	"next working day",
	"in two people",
	"in thirteen weeks",
	"two weeks",
	"dec 1nd",
	"dec 11st",
	"dec 2th",
	"dec 1sts",
	"1st",
	"1st of",
	"of Dec",
	"next today",
	"next +5d",
	"this mon",
	"this Dec 4",
	"last Dec 4",
	"last",
	"in",
	"in 2",
	"in weeks",
	"in 2 people",
	"in 2 working weeks",
	"in 9999999 days",
	"in 999999 years",
	"999999 years ago",
	"2 weeks",
	"2 weeks before",
	"2 weeks from monday",
	"end",
	"end of",
	"end of the",
	"end of the line",
	"end of the the week",
	"endof month",
	"todays",
	"today!",
	"2026-12-01x",
	"2026-12/01",
	"2026-12-01T14:00",
	"2026--1-1",
	"9999-12-32",
	"0000-01-01",
	"12/1.5",
	"dec 12:30",
	"\xc3\xa9om",
	"eom\xc2\xa0",
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	"\x7f",
	"%s%n",
	"99999999999999999999/1",
	"+99999999999999999999d",
	"1 2 3",
	"-",
	"+",
};

static void a_hint_says_of_two_meanings_which_ones(void **state)
{
	static const char *const both[] = { "11-30", "12.1.", "1.12.2026", " 1-2-26" };
	static const char *const others[] = { "",       "soon",       "3",    "11-",
					      "11-30x", "2026-13-01", "100-1" };
	(void)state;
	for (size_t i = 0; i < sizeof(both) / sizeof(*both); i++)
		assert_non_null(strstr(pmo_date_input_hint(both[i]), "month first"));
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		assert_null(strstr(pmo_date_input_hint(others[i]), "month first"));
}

static void what_has_two_meanings_or_none_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(ambiguous) / sizeof(*ambiguous); i++) {
		int32_t date = 77;
		if (pmo_date_input(&friday, ambiguous[i], strlen(ambiguous[i]), &date) !=
		    PMO_INVALID)
			fail_msg("accepted '%s'", ambiguous[i]);
		assert_int_equal(date, 77);
	}
	int32_t date = 77;
	assert_int_equal(pmo_date_input(&friday, "fri\0", 4, &date), PMO_INVALID);
}

static void without_today_only_full_dates_are_understood(void **state)
{
	static const struct pmo_date_context nowhen = { .today = PMO_DATE_NONE, .calendar = NULL };
	static const char *const bad[] = { "today",     "tomorrow",     "fri",      "+5d",
					   "+1w",       "+1m",          "next fri", "in 2 weeks",
					   "1 day ago", "end of month", "last fri", "eom",
					   "eow",       "12/1",         "Dec 1",    "Wed Nov 25" };
	int32_t date;
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_int_equal(pmo_date_input(&nowhen, bad[i], strlen(bad[i]), &date),
				 PMO_INVALID);
	assert_int_equal(pmo_date_input(&nowhen, "Dec 1 2026", 10, &date), PMO_OK);
	assert_date(date, "2026-12-01");
}

/* Said from Monday to Sunday: `fri` is the next one, `next fri` that of the next week. */
static void next_and_last_count_weeks_from_monday(void **state)
{
	(void)state;
	for (int32_t today = 20773; today < 20773 + 7; today++) {
		struct pmo_date_context context = { .today = today, .calendar = NULL };
		int32_t next, last, this;
		assert_int_equal(pmo_date_input(&context, "next fri", 8, &next), PMO_OK);
		assert_int_equal(next, 20784);
		assert_int_equal(pmo_date_input(&context, "last fri", 8, &last), PMO_OK);
		assert_int_equal(last, today <= 20777 ? 20770 : 20777);
		if (today <= 20777)
			assert_int_equal(pmo_date_input(&context, "this fri", 8, &this), PMO_OK);
		else
			assert_int_equal(pmo_date_input(&context, "this fri", 8, &this),
					 PMO_INVALID);
	}
}

static void the_end_of_the_week_is_a_friday_to_come(void **state)
{
	(void)state;
	for (int32_t today = 20777; today < 20777 + 7; today++) {
		struct pmo_date_context context = { .today = today, .calendar = NULL };
		int32_t date;
		assert_int_equal(pmo_date_input(&context, "eow", 3, &date), PMO_OK);
		assert_int_equal(pmo_date_weekday(date), 4);
		assert_true(date >= today && date < today + 7);
	}
}

static void a_date_is_found_at_the_start_of_a_line(void **state)
{
	static const struct {
		const char *text;
		size_t length;
	} cases[] = {
		{ "fri: fiber permit held", 3 },
		{ "fri fiber", 3 },
		{ "fri:3 servers", 3 },
		{ "Dec 1 2026: held", 10 },
		{ "Dec 1, 2026, held", 11 },
		{ "Dec 1, held", 5 },
		{ "1 Dec 14:00", 5 },
		{ "+5d: call", 3 },
		{ "12/1: call", 4 },
		{ "friendly people", 0 },
		{ "sun-tanned", 0 },
		{ "+5days", 0 },
		{ "todayish", 0 },
		{ " fri", 0 },
		{ "2026-12-01.", 10 },
		{ "fri 14:00", 3 },
		{ "Wed Nov 25 call", 10 },
		{ "Mon Nov 25 call", 0 },
		{ "may be late", 0 },
		{ "next fri: roster", 8 },
		{ "in 2 weeks the permit", 10 },
		{ "in 2 weeksend", 0 },
		{ "in 2 rooms", 0 },
		{ "in the room", 0 },
		{ "end of the line", 0 },
		{ "2 days ago, by phone", 10 },
		{ "next steps", 0 },
		{ "last friday they said", 11 },
		{ "", 0 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int32_t date = 77;
		size_t length = pmo_date_scan(&friday, cases[i].text, strlen(cases[i].text), &date);
		if (length != cases[i].length)
			fail_msg("'%s': %zu", cases[i].text, length);
		assert_true((length == 0) == (date == 77));
	}
}

static void what_is_printed_for_people_reads_back(void **state)
{
	(void)state;
	for (int32_t date = 20777 - 325; date < 20777 + 4000; date++) {
		char text[PMO_DATE_LONG_SIZE];
		int32_t back = PMO_DATE_NONE;
		pmo_date_format_long(date, friday.today, text);
		assert_int_equal(pmo_date_input(&friday, text, strlen(text), &back), PMO_OK);
		if (back != date)
			fail_msg("'%s' reads back as another day", text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_of_ten_thousand_years_follows_the_one_before),
		cmocka_unit_test(known_days_have_their_numbers_and_weekdays),
		cmocka_unit_test(files_hold_one_form_only),
		cmocka_unit_test(what_is_no_date_formats_as_nothing_and_spreads),
		cmocka_unit_test(arithmetic_stops_at_the_ends_of_the_years),
		cmocka_unit_test(months_are_added_to_the_last_day_they_have),
		cmocka_unit_test(periods_end_on_their_last_day),
		cmocka_unit_test(iso_weeks_belong_to_the_year_of_their_thursday),
		cmocka_unit_test(people_read_weekday_month_and_day),
		cmocka_unit_test(people_type_dates_in_many_ways),
		cmocka_unit_test(what_has_two_meanings_or_none_is_refused),
		cmocka_unit_test(a_hint_says_of_two_meanings_which_ones),
		cmocka_unit_test(without_today_only_full_dates_are_understood),
		cmocka_unit_test(next_and_last_count_weeks_from_monday),
		cmocka_unit_test(the_end_of_the_week_is_a_friday_to_come),
		cmocka_unit_test(a_date_is_found_at_the_start_of_a_line),
		cmocka_unit_test(what_is_printed_for_people_reads_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
