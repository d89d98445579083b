/* Numbers as they are written elsewhere: commas and points. */
#include "sandbox.h"

#include "exchange/import.h"

static int set_up(void **state)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "cadup/project.yaml", "title: CAD upgrade\n");
	*state = box;
	return 0;
}

static int tear_down(void **state)
{
	sandbox_free(*state);
	return 0;
}

static void a_number_is_read_as_it_shows_itself(void **state)
{
	/* The text, and what it is where commas or points are decimal in doubt. */
	static const struct {
		const char *text, *comma, *point;
	} cases[] = {
		{ "12", "12", "12" },
		{ "12,5", "12.5", "12.5" },
		{ "12.5", "12.5", "12.5" },
		{ "1.234,56", "1234.56", "1234.56" },
		{ "1,234.56", "1234.56", "1234.56" },
		{ "1.234.567", "1234567", "1234567" },
		{ "1,234,567", "1234567", "1234567" },
		{ "1.234.567,8", "1234567.8", "1234567.8" },
		{ "1,234", "1.234", "1234" },
		{ "1.234", "1234", "1.234" },
		{ "0,123", "0.123", "0.123" },
		{ "0.123", "0.123", "0.123" },
		{ ",5", ".5", ".5" },
		{ "1234,567", "1234.567", "1234.567" },
		{ "-1.234,50", "-1234.50", "-1234.50" },
		{ "(1.234,50)", "(1234.50)", "(1234.50)" },
		{ "$1,234", "$1.234", "$1234" },
		{ "12,5 %", "12.5 %", "12.5 %" },
		{ "1,5d", "1.5d", "1.5d" },
		/* What is no number stays as it came, to be told as it is. */
		{ "1d 4h", "1d 4h", "1d 4h" },
		{ "1,5d 4,5h", "1,5d 4,5h", "1,5d 4,5h" },
		{ "10.12.2026", "10.12.2026", "10.12.2026" },
		{ "1.23.456", "1.23.456", "1.23.456" },
		{ "1,234,56", "1,234,56", "1,234,56" },
		{ "1.2345,6", "1.2345,6", "1.2345,6" },
		{ "1.234,5,6", "1.234,5,6", "1.234,5,6" },
		{ "12,", "12,", "12," },
		{ ",", ",", "," },
		{ "", "", "" },
		{ "n/a", "n/a", "n/a" },
	};
	struct sandbox *box = *state;
	const struct pmo_import import = { 0 };
	const struct pmo_import_column comma = { .decimal = PMO_IMPORT_COMMA };
	const struct pmo_import_column point = { .decimal = PMO_IMPORT_POINT };
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *text = cases[i].text;
		const char *by_comma = import_decimal(&box->arena, &import, &comma, text);
		const char *by_point = import_decimal(&box->arena, &import, &point, text);
		if (strcmp(by_comma, cases[i].comma) != 0 || strcmp(by_point, cases[i].point) != 0)
			fail_msg("'%s' is '%s' and '%s'", text, by_comma, by_point);
		bool in_doubt = strcmp(cases[i].comma, cases[i].point) != 0;
		assert_int_equal(import_is_any_decimal(&import, text), in_doubt);
	}
}

/* Imports a list of budget risks; what the amounts are is in the file of the first. */
static enum pmo_result import_list(struct sandbox *box, const char *list,
				   enum pmo_import_decimal decimal, size_t *problems)
{
	struct pmo_source *source = pmo_arena_alloc(&box->arena, sizeof(*source));
	struct pmo_import_options options = { .register_name = "risk", .decimal = decimal };
	struct pmo_update_options how = { .on = PMO_DATE_NONE };
	struct pmo_update *update = NULL;
	struct pmo_import *import;
	assert_non_null(source);
	*source = (struct pmo_source){ "risks.csv", list, strlen(list), 0 };
	struct pmo_workspace *workspace = sandbox_open(box);
	enum pmo_result result = pmo_import_open(workspace, source, &options, &import);
	if (result == PMO_OK)
		result = pmo_update_begin(workspace, &how, &update);
	if (result == PMO_OK)
		result = pmo_import_apply(import, update);
	if (result == PMO_OK)
		result = pmo_import_commit(import, update);
	if (result == PMO_OK)
		*problems = import->counts.problems;
	pmo_update_end(update);
	return result;
}

static void expect_in(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("'%s' is not in:\n%s", part, text);
}

static void a_column_and_then_the_file_decide_what_is_in_doubt(void **state)
{
	struct sandbox *box = *state;
	size_t problems = 1;
	assert_int_equal(import_list(box,
				     "title;exposure_cost;exposure_days\n"
				     "A;1.234;2,5d\nB;12,50;3d\n",
				     PMO_IMPORT_DECIMAL_GUESS, &problems),
			 PMO_OK);
	assert_int_equal(problems, 0);
	expect_in(sandbox_read(box, "cadup/risks/RSK-001.yaml"), "exposure_cost: 1234.00\n");
	expect_in(sandbox_read(box, "cadup/risks/RSK-001.yaml"), "exposure_days: 2.5d\n");
	expect_in(sandbox_read(box, "cadup/risks/RSK-002.yaml"), "exposure_cost: 12.50\n");
	assert_int_equal(import_list(box, "title;exposure_cost;exposure_days\nC;1.234;2,5d\n",
				     PMO_IMPORT_DECIMAL_GUESS, &problems),
			 PMO_OK);
	expect_in(sandbox_read(box, "cadup/risks/RSK-003.yaml"), "exposure_cost: 1234.00\n");
}

static void thousands_of_money_are_read_as_before(void **state)
{
	struct sandbox *box = *state;
	size_t problems = 1;
	assert_int_equal(import_list(box, "title,exposure_cost\nA,\"1,234\"\n",
				     PMO_IMPORT_DECIMAL_GUESS, &problems),
			 PMO_OK);
	assert_int_equal(problems, 0);
	expect_in(sandbox_read(box, "cadup/risks/RSK-001.yaml"), "exposure_cost: 1234.00\n");
}

static void what_nothing_decides_is_asked_about_and_nothing_written(void **state)
{
	struct sandbox *box = *state;
	size_t problems;
	static const char *const lists[] = {
		"title;exposure_cost\nA;12\nB;1.234\n",
		"title;exposure_cost\nA;12\nB;1,234\n",
		"title,exposure_cost\nA,\"12,5\"\nB,1.234\nC,12.5\n",
	};
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		assert_int_equal(import_list(box, lists[i], PMO_IMPORT_DECIMAL_GUESS, &problems),
				 PMO_USAGE);
		expect_in(sandbox_messages(box), "risks.csv:3:3: error: '1");
		expect_in(sandbox_messages(box), "1.234 (--decimal ");
		expect_in(sandbox_messages(box), "1234 (--decimal ");
		assert_string_equal(sandbox_read(box, "cadup/risks/RSK-001.yaml"), "");
	}
	assert_int_equal(import_list(box, lists[0], PMO_IMPORT_COMMA, &problems), PMO_OK);
	assert_int_equal(problems, 0);
	expect_in(sandbox_read(box, "cadup/risks/RSK-002.yaml"), "exposure_cost: 1234.00\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_number_is_read_as_it_shows_itself),
		TEST(a_column_and_then_the_file_decide_what_is_in_doubt),
		TEST(thousands_of_money_are_read_as_before),
		TEST(what_nothing_decides_is_asked_about_and_nothing_written),
	};
	return cmocka_run_group_tests_name("import_decimal", tests, NULL, NULL);
}
