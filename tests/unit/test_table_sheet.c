/* Tables as sheets of workbooks: what each column is, and what goes into its cells. */
#include "unit.h"

#include <jansson.h>
#include <pmo/table.h>
#include <string.h>

struct fixture {
	struct pmo_arena arena;
	struct pmo_table table;
	json_t *sheet;
};

static void begin(struct fixture *fixture, const struct pmo_column *column)
{
	memset(fixture, 0, sizeof(*fixture));
	pmo_arena_init(&fixture->arena);
	pmo_table_init(&fixture->table, &fixture->arena);
	assert_int_equal(pmo_table_add_column(&fixture->table, column), PMO_OK);
}

static struct pmo_cell *add(struct fixture *fixture)
{
	struct pmo_row *row = pmo_table_add_row(&fixture->table);
	assert_non_null(row);
	return &row->cells[0];
}

static void print(struct fixture *fixture)
{
	struct pmo_buffer out;
	json_error_t error;
	pmo_buffer_init(&out, 1 << 20);
	assert_int_equal(pmo_table_print(&fixture->table, PMO_FORMAT_XLSX, NULL, &out), PMO_OK);
	/* A line a table. */
	assert_ptr_equal(strchr(out.data, '\n'), out.data + out.length - 1);
	fixture->sheet = json_loads(out.data, JSON_REJECT_DUPLICATES, &error);
	assert_non_null(fixture->sheet);
	pmo_buffer_release(&out);
}

static void release(struct fixture *fixture)
{
	json_decref(fixture->sheet);
	pmo_arena_release(&fixture->arena);
}

static const char *column_type(const struct fixture *fixture, size_t column)
{
	const json_t *columns = json_object_get(fixture->sheet, "columns");
	return json_string_value(json_object_get(json_array_get(columns, column), "type"));
}

static const json_t *cell(const struct fixture *fixture, size_t row, size_t column)
{
	const json_t *rows = json_object_get(fixture->sheet, "rows");
	return json_array_get(json_object_get(json_array_get(rows, row), "cells"), column);
}

/* The type of a column of up to three raw values, and its first cell. */
static void expect_type(struct pmo_column column, const char *const raws[3], const char *type,
			const char *first)
{
	struct fixture fixture;
	begin(&fixture, &column);
	for (size_t i = 0; i < 3; i++) {
		struct pmo_cell *to = add(&fixture);
		to->raw = raws[i];
		to->text = raws[i];
		to->absent = !raws[i];
	}
	print(&fixture);
	assert_string_equal(column_type(&fixture, 0), type);
	if (first)
		assert_string_equal(json_string_value(cell(&fixture, 0, 0)), first);
	else
		assert_true(json_is_null(cell(&fixture, 0, 0)));
	release(&fixture);
}

static void all_values_say_what_a_column_is(void **state)
{
	static const struct {
		enum pmo_align align;
		enum pmo_cell_kind kind;
		const char *raws[3];
		const char *type, *first;
	} cases[] = {
		{ PMO_LEFT, PMO_CELL_STRING, { "2026-11-20", NULL, "" }, "date", "2026-11-20" },
		{ PMO_LEFT, PMO_CELL_STRING, { "2026-11-20", "soon", NULL }, "text", "2026-11-20" },
		{ PMO_LEFT, PMO_CELL_STRING, { "2026-11-20 14:30" }, "moment", "2026-11-20 14:30" },
		{ PMO_RIGHT, PMO_CELL_STRING, { "86400.00", "-1.50" }, "money", "86400.00" },
		{ PMO_RIGHT, PMO_CELL_STRING, { "86,400.00" }, "money", "86400.00" },
		{ PMO_RIGHT, PMO_CELL_STRING, { "1.50", "2" }, "number", "1.50" },
		{ PMO_RIGHT, PMO_CELL_STRING, { "45%", "5%" }, "percent", "45" },
		{ PMO_RIGHT, PMO_CELL_STRING, { "5d", "2" }, "text", "5d" },
		/* A number that is a name: of a contract, of a room. */
		{ PMO_LEFT, PMO_CELL_STRING, { "0012", "0013" }, "text", "0012" },
		{ PMO_RIGHT, PMO_CELL_NUMBER, { "16", "9" }, "number", "16" },
		{ PMO_LEFT, PMO_CELL_BOOL, { "true", "false" }, "yes_no", "true" },
		{ PMO_LEFT, PMO_CELL_STRING, { NULL, NULL, NULL }, "text", NULL },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pmo_column column = { .name = "x", .heading = "X" };
		column.align = cases[i].align;
		column.kind = cases[i].kind;
		expect_type(column, cases[i].raws, cases[i].type, cases[i].first);
	}
}

static void items_with_commas_stand_on_lines(void **state)
{
	static const char *const plain[] = { "a", "b" };
	static const char *const commas[] = { "a, b", "c" };
	static const struct pmo_column column = { .name = "tags", .kind = PMO_CELL_LIST };
	struct fixture fixture;
	(void)state;
	for (int pass = 0; pass < 2; pass++) {
		begin(&fixture, &column);
		struct pmo_cell *to = add(&fixture);
		to->items = pass ? commas : plain;
		to->item_count = 2;
		print(&fixture);
		assert_string_equal(json_string_value(cell(&fixture, 0, 0)),
				    pass ? "a, b\nc" : "a, b");
		release(&fixture);
	}
}

static void groups_become_a_column_and_footers_are_told(void **state)
{
	static const struct pmo_column column = { .name = "id" };
	struct fixture fixture;
	(void)state;
	begin(&fixture, &column);
	fixture.table.title = "CAD: upgrade: risks";
	assert_int_equal(pmo_table_add_group(&fixture.table, "Late"), PMO_OK);
	add(&fixture)->text = "RSK-001";
	struct pmo_row *row = pmo_table_add_footer(&fixture.table);
	assert_non_null(row);
	row->cells[0].text = "1 risk";
	print(&fixture);
	assert_string_equal(json_string_value(json_object_get(fixture.sheet, "sheet")), "risks");
	assert_string_equal(json_string_value(cell(&fixture, 0, 1)), "Late");
	const json_t *rows = json_object_get(fixture.sheet, "rows");
	assert_int_equal(json_array_size(rows), 2);
	assert_string_equal(json_string_value(json_object_get(json_array_get(rows, 1), "kind")),
			    "footer");
	release(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_values_say_what_a_column_is),
		cmocka_unit_test(items_with_commas_stand_on_lines),
		cmocka_unit_test(groups_become_a_column_and_footers_are_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
