#include "unit.h"

#include <pmo/decimal.h>
#include <pmo/money.h>
#include <string.h>

static void files_hold_plain_amounts(void **state)
{
	static const struct {
		const char *text, *plain, *grouped;
		int64_t cents;
	} cases[] = {
		{ "12500.00", "12500.00", "12,500.00", 1250000 },
		{ "12500", "12500.00", "12,500.00", 1250000 },
		{ "0.05", "0.05", "0.05", 5 },
		{ "-0.05", "-0.05", "-0.05", -5 },
		{ "-1260.00", "-1260.00", "-1,260.00", -126000 },
		{ "-0.00", "0.00", "0.00", 0 },
		{ "999.99", "999.99", "999.99", 99999 },
		{ "-100000.00", "-100000.00", "-100,000.00", -10000000 },
		{ "1000000.00", "1000000.00", "1,000,000.00", 100000000 },
		{ "92233720368547758.07", "92233720368547758.07", "92,233,720,368,547,758.07",
		  INT64_MAX },
		{ "-92233720368547758.07", "-92233720368547758.07", "-92,233,720,368,547,758.07",
		  -INT64_MAX },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char text[PMO_MONEY_SIZE];
		int64_t cents = 77;
		assert_int_equal(pmo_money_parse(cases[i].text, strlen(cases[i].text), &cents),
				 PMO_OK);
		assert_int_equal(cents, cases[i].cents);
		pmo_money_format(cents, text);
		assert_string_equal(text, cases[i].plain);
		pmo_money_format_grouped(cents, text);
		assert_string_equal(text, cases[i].grouped);
		int64_t back = 77;
		assert_int_equal(pmo_money_input(text, strlen(text), &back), PMO_OK);
		assert_int_equal(back, cents);
	}
}

static void what_is_no_amount_of_a_file_is_refused(void **state)
{
	static const char *const bad[] = {
		"",
		"-",
		"12500.0",
		"12500.",
		"12500.000",
		".50",
		"12,500.00",
		"$12500",
		"+12500.00",
		"--1.00",
		" 1.00",
		"1.00 ",
		"1e5",
		"0x10",
		"1.0O",
		"1 000.00",
		"(1.00)",
		"12.5k",
		"NaN",
		"inf",
		"-.50",
		"92233720368547758.08",
		"92233720368547759.00",
		"99999999999999999999",
		"-92233720368547758.08",
		"922337203685477581",
		"1.-5",
		"1..5",
		"\xd9\xa1.00",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		int64_t cents = 77;
		if (pmo_money_parse(bad[i], strlen(bad[i]), &cents) != PMO_INVALID)
			fail_msg("accepted '%s'", bad[i]);
		assert_int_equal(cents, 77);
	}
}

static void people_type_amounts_in_many_ways(void **state)
{
	static const struct {
		const char *text;
		int64_t cents;
	} cases[] = {
		{ "$12,500", 1250000 },     { "12,500.50", 1250050 },
		{ "(1,260.00)", -126000 },  { "($1,260)", -126000 },
		{ "12.5k", 1250000 },       { "1.2m", 120000000 },
		{ "$1.25M", 125000000 },    { "3K", 300000 },
		{ "-$500", -50000 },        { "$-500", -50000 },
		{ "-500", -50000 },         { "12500.5", 1250050 },
		{ " 44,400.00 ", 4440000 }, { "0.00001k", 1 },
		{ "1.23456k", 123456 },     { "1,000,000", 100000000 },
		{ "( 5 )", -500 },          { "0", 0 },
		{ "1,200k", 120000000 },    { "92,233,720,368,547,758.07", INT64_MAX },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int64_t cents = 77;
		if (pmo_money_input(cases[i].text, strlen(cases[i].text), &cents) != PMO_OK)
			fail_msg("refused '%s'", cases[i].text);
		assert_int_equal(cents, cases[i].cents);
	}
}

static void what_people_cannot_have_meant_is_refused(void **state)
{
	static const char *const bad[] = {
		"",
		"$",
		"12.500",
		"1,25",
		"1,2345",
		"12,50.00",
		",500",
		"1,,000",
		"1000,000",
		"500,",
		"1.",
		".5",
		"$$5",
		"--5",
		"(-5)",
		"-(5)",
		"(5",
		"5)",
		"()",
		"k",
		"5kk",
		"5km",
		"1.2b",
		"5 k",
		"1.000001k",
		"1.2.3",
		"1.5,000",
		"5 000",
		"5 USD",
		"\342\202\2545",
		"1e3",
		"0.001",
		"-",
		"$ 5",
		"92233720368547758.08",
		"92233720368548k",
		"99999999999999m",
		"92,233,720,368,547,759",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		int64_t cents = 77;
		if (pmo_money_input(bad[i], strlen(bad[i]), &cents) != PMO_INVALID)
			fail_msg("accepted '%s'", bad[i]);
		assert_int_equal(cents, 77);
	}
}

static void sums_and_shares_are_exact_or_refused(void **state)
{
	int64_t cents = 77;
	(void)state;
	assert_int_equal(pmo_money_add(INT64_MAX, 1, &cents), PMO_INVALID);
	assert_int_equal(pmo_money_add(-INT64_MAX, -1, &cents), PMO_INVALID);
	assert_int_equal(pmo_money_share(100, 1, 0, &cents), PMO_INVALID);
	assert_int_equal(pmo_money_share(INT64_MAX, 2, 1, &cents), PMO_INVALID);
	assert_int_equal(cents, 77);
	assert_int_equal(pmo_money_add(INT64_MAX, -INT64_MAX, &cents), PMO_OK);
	assert_int_equal(cents, 0);
	assert_int_equal(pmo_money_share(2715000, 45, 100, &cents), PMO_OK);
	assert_int_equal(cents, 1221750);
	assert_int_equal(pmo_money_share(100, 1, 3, &cents), PMO_OK);
	assert_int_equal(cents, 33);
	assert_int_equal(pmo_money_share(5, 1, 2, &cents), PMO_OK);
	assert_int_equal(cents, 3);
	assert_int_equal(pmo_money_share(-5, 1, 2, &cents), PMO_OK);
	assert_int_equal(cents, -3);
}

static struct pmo_decimal of(const char *text)
{
	struct pmo_decimal decimal = { 0 };
	assert_int_equal(pmo_decimal_parse(text, strlen(text), &decimal), PMO_OK);
	return decimal;
}

static void a_decimal_keeps_the_digits_it_was_written_with(void **state)
{
	static const char *const texts[] = { "99.95",
					     "1.10",
					     "0",
					     "-0.5",
					     "1000000",
					     "0.000",
					     "9223372036854775807",
					     "-9.223372036854775807",
					     "0.000000000000000001" };
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		char text[PMO_DECIMAL_SIZE];
		pmo_decimal_format(of(texts[i]), text);
		assert_string_equal(text, texts[i]);
	}
}

static void what_is_no_decimal_is_refused(void **state)
{
	static const char *const bad[] = { "",
					   "-",
					   ".",
					   "1.",
					   "-.5",
					   ".5",
					   "1.2.3",
					   "1,5",
					   "+1",
					   " 1",
					   "1 ",
					   "1e5",
					   "0x1",
					   "--1",
					   "nan",
					   "1.-2",
					   "9223372036854775808",
					   "0.0000000000000000001",
					   "99999999999999999999.9",
					   "\xd9\xa1" };
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct pmo_decimal decimal;
		if (pmo_decimal_parse(bad[i], strlen(bad[i]), &decimal) != PMO_INVALID)
			fail_msg("accepted '%s'", bad[i]);
	}
}

static void decimals_compare_by_value(void **state)
{
	static const struct {
		const char *a, *b;
		int order;
	} cases[] = {
		{ "1.1", "1.10", 0 },
		{ "99.95", "99.9", 1 },
		{ "-0.5", "0.5", -1 },
		{ "-1.5", "-1.25", -1 },
		{ "0", "0.000", 0 },
		{ "-0.1", "0", -1 },
		{ "9223372036854775807", "9.223372036854775807", 1 },
		{ "9.223372036854775807", "9.2", 1 },
		{ "-9223372036854775807", "1", -1 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct pmo_decimal a = of(cases[i].a), b = of(cases[i].b);
		assert_int_equal(pmo_decimal_compare(a, b), cases[i].order);
		assert_int_equal(pmo_decimal_compare(b, a), -cases[i].order);
	}
}

typedef enum pmo_result operation(struct pmo_decimal, struct pmo_decimal, struct pmo_decimal *);

static void assert_operation(operation *run, const char *a, const char *b, const char *expected)
{
	struct pmo_decimal value = { 0 };
	char text[PMO_DECIMAL_SIZE] = "refused";
	if (run(of(a), of(b), &value) == PMO_OK)
		pmo_decimal_format(value, text);
	assert_string_equal(text, expected);
}

static void sums_and_products_are_exact_or_refused(void **state)
{
	(void)state;
	assert_operation(pmo_decimal_add, "1.10", "2.5", "3.60");
	assert_operation(pmo_decimal_add, "0.1", "0.2", "0.3");
	assert_operation(pmo_decimal_subtract, "1", "0.95", "0.05");
	assert_operation(pmo_decimal_subtract, "-5", "-5.00", "0.00");
	assert_operation(pmo_decimal_multiply, "1.10", "-2.0", "-2.200");
	assert_operation(pmo_decimal_multiply, "0", "9223372036854775807", "0");
	assert_operation(pmo_decimal_add, "9223372036854775807", "1", "refused");
	assert_operation(pmo_decimal_subtract, "-9223372036854775807", "1", "refused");
	assert_operation(pmo_decimal_add, "9223372036854775807", "0.1", "refused");
	assert_operation(pmo_decimal_multiply, "4294967296", "4294967296", "refused");
	assert_operation(pmo_decimal_multiply, "0.0000000001", "0.0000000001", "refused");
}

static void quotients_are_rounded_half_away_from_zero(void **state)
{
	static const struct {
		const char *a, *b;
		uint8_t scale;
		const char *expected;
	} cases[] = {
		{ "1", "3", 2, "0.33" },
		{ "2", "3", 2, "0.67" },
		{ "1", "8", 2, "0.13" },
		{ "-1", "8", 2, "-0.13" },
		{ "7987.88", "8857.42", 3, "0.902" },
		{ "1.5", "0.5", 0, "3" },
		{ "1", "0.000000000000000001", 0, "1000000000000000000" },
		{ "1", "0", 2, "refused" },
		{ "10", "0.000000000000000001", 0, "refused" },
		{ "0.000000000000000001", "9223372036854775807", 2, "0.00" },
		{ "1", "9223372036854775807", 18, "0.000000000000000000" },
		{ "9223372036854775807", "9223372036854775806", 18, "1.000000000000000000" },
		{ "9223372036854775806", "9223372036854775807", 18, "1.000000000000000000" },
		{ "1", "2", 19, "refused" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct pmo_decimal value = { 0 };
		char text[PMO_DECIMAL_SIZE] = "refused";
		if (pmo_decimal_divide(of(cases[i].a), of(cases[i].b), cases[i].scale, &value) ==
		    PMO_OK)
			pmo_decimal_format(value, text);
		assert_string_equal(text, cases[i].expected);
	}
}

static void rounding_changes_the_scale(void **state)
{
	struct pmo_decimal value;
	char text[PMO_DECIMAL_SIZE];
	(void)state;
	assert_int_equal(pmo_decimal_round(of("99.95"), 1, &value), PMO_OK);
	pmo_decimal_format(value, text);
	assert_string_equal(text, "100.0");
	assert_int_equal(pmo_decimal_round(of("-2.5"), 0, &value), PMO_OK);
	pmo_decimal_format(value, text);
	assert_string_equal(text, "-3");
	assert_int_equal(pmo_decimal_round(of("1.5"), 4, &value), PMO_OK);
	pmo_decimal_format(value, text);
	assert_string_equal(text, "1.5000");
	assert_int_equal(pmo_decimal_round(of("9223372036854775807"), 1, &value), PMO_INVALID);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_hold_plain_amounts),
		cmocka_unit_test(what_is_no_amount_of_a_file_is_refused),
		cmocka_unit_test(people_type_amounts_in_many_ways),
		cmocka_unit_test(what_people_cannot_have_meant_is_refused),
		cmocka_unit_test(sums_and_shares_are_exact_or_refused),
		cmocka_unit_test(a_decimal_keeps_the_digits_it_was_written_with),
		cmocka_unit_test(what_is_no_decimal_is_refused),
		cmocka_unit_test(decimals_compare_by_value),
		cmocka_unit_test(sums_and_products_are_exact_or_refused),
		cmocka_unit_test(quotients_are_rounded_half_away_from_zero),
		cmocka_unit_test(rounding_changes_the_scale),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
