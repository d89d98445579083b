/* Files of limits: those that are shipped are what is compiled in, and strange ones do no harm. */
#include "unit.h"

#include "store/limit_file.h"

#include <stdio.h>
#include <string.h>

struct fixture {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_source source;
	struct pmo_buffer text;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	memset(&fixture, 0, sizeof(fixture));
	pmo_arena_init(&fixture.arena);
	pmo_diags_init(&fixture.diags, &fixture.arena);
	pmo_buffer_init(&fixture.text, PMO_BUFFER_LIMIT);
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	pmo_buffer_release(&fixture->text);
	pmo_arena_release(&fixture->arena);
	return 0;
}

static const struct pmo_limit *read_text(struct fixture *fixture, const char *text)
{
	const struct pmo_limit *rows;
	fixture->source = (struct pmo_source){ "limits/x.yaml", text, strlen(text), 0 };
	pmo_diags_init(&fixture->diags, &fixture->arena);
	assert_int_equal(limit_file_read(&fixture->arena, &fixture->diags, &fixture->source, &rows),
			 PMO_OK);
	return rows;
}

/* The file in the source tree that is installed as share/pmo/limits/NAME. */
static const struct pmo_limit *read_shipped(struct fixture *fixture, const char *file)
{
	char path[512], chunk[4096];
	const char *name = file + strlen("share/pmo/limits/");
	size_t got;
	assert_true(snprintf(path, sizeof(path), "%s/../share/limits/%s", TESTS_DIR, name) <
		    (int)sizeof(path));
	FILE *stream = fopen(path, "rb");
	assert_non_null(stream);
	pmo_buffer_clear(&fixture->text);
	while ((got = fread(chunk, 1, sizeof(chunk), stream)) > 0)
		pmo_buffer_add(&fixture->text, chunk, got);
	assert_int_equal(fclose(stream), 0);
	return read_text(fixture,
			 pmo_arena_copy(&fixture->arena, fixture->text.data, fixture->text.length));
}

static void what_is_compiled_in_is_what_the_reader_finds_in_each_file(void **state)
{
	const char *file = "";
	const struct pmo_limit *read = NULL;
	size_t files = 0;
	for (const struct pmo_limit *row = pmo_limits; row->name; row++) {
		if (strcmp(row->file, file) != 0) {
			assert_true(!read || !read->name);
			read = read_shipped(*state, row->file);
			assert_null(((struct fixture *)*state)->diags.first);
			file = row->file;
			files++;
		}
		assert_string_equal(read->name, row->name);
		assert_string_equal(read->value, row->value);
		assert_string_equal(read->unit, row->unit);
		assert_string_equal(read->source, row->source);
		assert_string_equal(read->date, row->date);
		assert_string_equal(read->help, row->help);
		assert_int_equal(read->line, row->line);
		assert_int_equal(read->kind, row->kind);
		read++;
	}
	assert_true(files > 10);
	assert_null(read->name);
}

static void each_shipped_figure_has_the_unit_it_says_and_a_usual_one_beside_it(void **state)
{
	(void)state;
	for (const struct pmo_limit *row = pmo_limits; row->name; row++) {
		const struct pmo_limit *usual = pmo_limit_find(row->name, NULL);
		struct pmo_value value;
		assert_non_null(usual);
		assert_int_equal(usual->kind, row->kind);
		assert_true(pmo_limit_read(row->value, row->kind, &value));
		assert_true(pmo_limit_unit_fits(row->unit, row->value, row->kind));
		assert_string_equal(pmo_limit_unit(row), row->unit);
	}
}

static void a_file_says_for_all_what_a_row_does_not_say(void **state)
{
	const struct pmo_limit *rows =
		read_text(*state, "source: Order 12\nas_of: 2026\n\nlimits:\n"
				  "  purchase.formal: 85000.00\n"
				  "  terms.days:\n    value: 20d\n    source: Order 13\n"
				  "    as_of: 2026-10-01\n"
				  "  Risk.Low: 3\n"
				  "  visits: 3\n");
	assert_null(((struct fixture *)*state)->diags.first);
	assert_string_equal(rows[0].source, "Order 12");
	assert_string_equal(rows[0].date, "2026");
	assert_int_equal(rows[0].line, 5);
	assert_int_equal(rows[0].kind, PMO_MONEY);
	assert_string_equal(rows[1].source, "Order 13");
	assert_string_equal(rows[1].date, "2026-10-01");
	assert_string_equal(pmo_limit_unit(&rows[1]), "working days");
	assert_string_equal(rows[2].name, "risk.low");
	assert_int_equal(rows[3].kind, PMO_INTEGER);
	assert_int_equal(rows[3].line, 11);
	assert_null(rows[4].name);
}

static const struct {
	const char *text, *told;
	size_t left;
} wrong_files[] = {
	{ "source: x\nlimits:\n  risk.low: many\n  risk.high: 12\n",
	  "limits/x.yaml:3:13: error: risk.low 'many', expected a figure such as 4 "
	  "[limit-value]",
	  1 },
	{ "source: x\nlimits:\n  terms.days: {value: 30cd, unit: working days}\n",
	  "limits/x.yaml:3:35: error: unit 'working days' is not that of terms.days 30cd "
	  "[limit-value]",
	  0 },
	{ "source: x\nlimits:\n  risk.low: {value: 4, unit: lightyears}\n",
	  "limits/x.yaml:3:30: error: unit 'lightyears' is not that of risk.low 4 "
	  "[limit-value]",
	  0 },
	{ "source: x\nlimits:\n  purchase.formal: 10%\n",
	  "limits/x.yaml:3:20: error: purchase.formal '10%', expected a figure such as "
	  "100000.00 [limit-value]",
	  0 },
	{ "source: x\nlimits:\n  risk.low: 4.5\n",
	  "limits/x.yaml:3:13: error: risk.low '4.5', expected a figure such as 4 "
	  "[limit-value]",
	  0 },
	{ "source: x\nas_of: 2026-13\nlimits:\n  risk.low: 4\n",
	  "limits/x.yaml:2:8: error: expected a date such as 2026-11 or 2026-11-20 "
	  "[limit-value]",
	  1 },
	{ "source: x\nlimits:\n  risk.low: {value: 4, as_of: 2026-02-29}\n",
	  "limits/x.yaml:3:31: error: expected a date such as 2026-11 or 2026-11-20 "
	  "[limit-value]",
	  1 },
	{ "source: x\nlimits:\n  purchase.writen: 4\n",
	  "limits/x.yaml:3:3: warning: there is no limit 'purchase.writen'; nothing of "
	  "pmo asks for it [limit-unknown]",
	  1 },
	{ "source: x\nlimits:\n  risk.color: 4\n",
	  "limits/x.yaml:3:3: warning: there is no limit 'risk.color'; nothing of pmo "
	  "asks for it [limit-unknown]",
	  1 },
	{ "source: x\nas_of: soon\nlimits:\n  risk.low: 4\n",
	  "limits/x.yaml:2:8: error: expected a date such as 2026-11 or 2026-11-20 "
	  "[limit-value]",
	  1 },
	{ "limits:\n  risk.low: 4\n",
	  "limits/x.yaml:1:1: warning: nothing says where these figures are written "
	  "[limit-unsourced]",
	  1 },
	{ "source: x\nlimits:\n  risk.low: {valu: 4}\n",
	  "limits/x.yaml:3:14: warning: 'valu' is no key of a limit [config-key]", 0 },
	{ "source: x\nlimits: 4\n",
	  "limits/x.yaml:2:9: error: 'limits' is text, expected a map [config-type]", 0 },
	{ "risk.low: 4\n",
	  "limits/x.yaml:1:1: error: expected `limits:` and below it a name with "
	  "its value, such as purchase.formal: 90000.00 [limit-value]",
	  0 },
	{ "source: x\nlimits:\n  risk.low: [4]\n",
	  "limits/x.yaml:3:13: error: 'risk.low' is a list, expected a word or a map "
	  "[config-type]",
	  0 },
	{ "limits: &a\n  risk.low: 4\n", "limits/x.yaml:1:9: error: ", 0 },
};

static void what_is_wrong_is_told_at_its_place_and_costs_no_more(void **state)
{
	for (size_t i = 0; i < sizeof(wrong_files) / sizeof(*wrong_files); i++) {
		struct fixture *fixture = *state;
		const struct pmo_limit *rows = read_text(fixture, wrong_files[i].text);
		size_t left = 0;
		while (rows[left].name)
			left++;
		pmo_buffer_clear(&fixture->text);
		for (const struct pmo_diag *diag = fixture->diags.first; diag; diag = diag->next)
			pmo_diag_format(diag, false, &fixture->text);
		if (!strstr(fixture->text.data, wrong_files[i].told))
			fail_msg("%s\ntold: %s\nexpected: %s", wrong_files[i].text,
				 fixture->text.data, wrong_files[i].told);
		assert_int_equal(left, wrong_files[i].left);
	}
}

static void more_rows_than_there_may_be_are_left_out(void **state)
{
	struct fixture *fixture = *state;
	struct pmo_buffer text;
	size_t left = 0;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_add_text(&text, "source: x\nlimits:\n");
	for (int i = 0; i <= LIMIT_FILE_ROWS; i++)
		pmo_buffer_add_format(&text, "  of our own %d: 5\n", i);
	const struct pmo_limit *rows =
		read_text(fixture, pmo_arena_copy(&fixture->arena, text.data, text.length));
	while (rows[left].name)
		left++;
	assert_int_equal(left, LIMIT_FILE_ROWS);
	assert_int_equal(rows[left - 1].line, LIMIT_FILE_ROWS + 2);
	assert_int_equal(fixture->diags.count[PMO_ERROR], 1);
	pmo_buffer_release(&text);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(what_is_compiled_in_is_what_the_reader_finds_in_each_file),
		CASE(each_shipped_figure_has_the_unit_it_says_and_a_usual_one_beside_it),
		CASE(a_file_says_for_all_what_a_row_does_not_say),
		CASE(what_is_wrong_is_told_at_its_place_and_costs_no_more),
		CASE(more_rows_than_there_may_be_are_left_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
