/* `next friday` beside all other ways to say a day. */
#include "unit.h"

#include "practice/next_day.h"

#include <string.h>

/* The day as people write it, seen from a date; how much of the text was taken. */
static void expect(const char *from, const char *text, const char *day, size_t taken)
{
	struct pmo_date_context context = { PMO_DATE_NONE, NULL };
	char found[PMO_DATE_SIZE] = "none";
	int32_t date = PMO_DATE_NONE;
	assert_int_equal(pmo_date_parse(from, strlen(from), &context.today), PMO_OK);
	assert_int_equal(next_day_scan(&context, text, strlen(text), &date), taken);
	if (taken)
		pmo_date_format(date, found);
	assert_string_equal(found, day);
}

static void next_is_that_day_of_the_next_week(void **state)
{
	(void)state;
	expect("2026-11-17", "next fri", "2026-11-27", 8);
	expect("2026-11-17", "Next Friday: roster", "2026-11-27", 11);
	expect("2026-11-17", "next tue", "2026-11-24", 8);
	expect("2026-11-20", "next friday", "2026-11-27", 11);
	expect("2026-11-22", "next mon", "2026-11-23", 8);
}

static void other_days_are_what_they_were(void **state)
{
	(void)state;
	expect("2026-11-17", "fri", "2026-11-20", 3);
	expect("2026-11-17", "next Dec 4", "2026-12-04", 10);
	expect("2026-11-17", "2026-12-04", "2026-12-04", 10);
}

static void what_is_no_day_is_left_alone(void **state)
{
	(void)state;
	expect("2026-11-17", "next", "none", 0);
	expect("2026-11-17", "next ", "none", 0);
	expect("2026-11-17", "next phase", "none", 0);
	expect("2026-11-17", "", "none", 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(next_is_that_day_of_the_next_week),
		cmocka_unit_test(other_days_are_what_they_were),
		cmocka_unit_test(what_is_no_day_is_left_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
