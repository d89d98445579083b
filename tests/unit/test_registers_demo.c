/*
 * What the sample workspace comes to as of 2026-11-20: the figures that its documents
 * promise. They are derived, so this is a test of tables and language together.
 */
#include "unit.h"

#include <pmo/expr.h>
#include <pmo/workspace.h>

#include <stdlib.h>
#include <string.h>

struct sample {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_env env;
	struct pmo_workspace *workspace;
	char *path;
};

static int set_up(void **state)
{
	struct sample *sample = calloc(1, sizeof(*sample));
	assert_non_null(sample);
	pmo_arena_init(&sample->arena);
	pmo_diags_init(&sample->diags, &sample->arena);
	sample->path = realpath(TESTS_DIR "/../share/demo", NULL);
	assert_non_null(sample->path);
	assert_int_equal(pmo_date_from_civil(2026, 11, 20, &sample->env.today), PMO_OK);
	sample->env.directory = sample->path;
	sample->env.project = "cadup";
	assert_int_equal(pmo_workspace_open(&sample->env, &sample->diags, &sample->workspace),
			 PMO_OK);
	*state = sample;
	return 0;
}

static int tear_down(void **state)
{
	struct sample *sample = *state;
	pmo_workspace_close(sample->workspace);
	pmo_arena_release(&sample->arena);
	free(sample->path);
	free(sample);
	return 0;
}

static const char *value_of(struct sample *sample, const char *id, const char *name)
{
	const struct pmo_record *record;
	struct pmo_buffer out;
	if (pmo_workspace_find(sample->workspace, NULL, id, &record) != PMO_OK)
		fail_msg("there is no %s", id);
	int field = pmo_schema_field(record->schema, name);
	assert_int_not_equal(field, -1);
	struct pmo_value value = pmo_record_get(record, field);
	if (!pmo_value_is_present(&value))
		return "";
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_value_show(record->schema->fields[field], &value, &out);
	const char *copy = pmo_arena_copy(&sample->arena, out.data, out.length);
	pmo_buffer_release(&out);
	return copy;
}

struct figure {
	const char *id, *field, *value;
};

static void expect(struct sample *sample, const struct figure *figures, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *value = value_of(sample, figures[i].id, figures[i].field);
		if (strcmp(value, figures[i].value) != 0)
			fail_msg("%s %s is '%s', expected '%s'", figures[i].id, figures[i].field,
				 value, figures[i].value);
	}
}

#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

static void the_budget_table_comes_out_to_the_cent(void **state)
{
	static const struct {
		const char *id, *current, *actual, *committed, *eac, *vac;
	} lines[] = {
		{ "BL-001", "529,600.00", "260,000.00", "269,600.00", "529,600.00", "0.00" },
		{ "BL-002", "165,000.00", "74,250.00", "90,750.00", "165,000.00", "0.00" },
		{ "BL-003", "187,000.00", "143,860.00", "44,400.00", "188,260.00", "-1,260.00" },
		{ "BL-004", "46,000.00", "26,625.00", "19,375.00", "46,000.00", "0.00" },
		{ "BL-005", "118,000.00", "86,900.00", "0.00", "126,500.00", "-8,500.00" },
		{ "BL-006", "42,000.00", "1,500.00", "0.00", "46,000.00", "-4,000.00" },
		{ "BL-007", "6,000.00", "1,480.00", "0.00", "6,000.00", "0.00" },
		{ "BL-008", "20,000.00", "0.00", "0.00", "21,500.00", "-1,500.00" },
		{ "BL-009", "86,400.00", "0.00", "0.00", "", "" },
	};
	for (size_t i = 0; i < COUNT(lines); i++) {
		const struct figure figures[] = {
			{ lines[i].id, "current", lines[i].current },
			{ lines[i].id, "actual", lines[i].actual },
			{ lines[i].id, "committed", lines[i].committed },
			{ lines[i].id, "eac", lines[i].eac },
			{ lines[i].id, "vac", lines[i].vac },
		};
		expect(*state, figures, COUNT(figures));
	}
	static const struct figure totals[] = {
		{ "cadup", "granted", "1,200,000.00" },
		{ "cadup", "allotted", "1,200,000.00" },
		{ "cadup", "baseline_budget", "1,113,600.00" },
		{ "cadup", "spent", "594,615.00" },
		{ "cadup", "committed", "424,125.00" },
		{ "cadup", "eac", "1,128,860.00" },
		{ "cadup", "vac", "-15,260.00" },
		{ "cadup", "contingency_left", "86,400.00" },
		{ "cadup", "threat_emv", "49,350.00" },
		{ "cadup", "cover", "1.75" },
	};
	expect(*state, totals, COUNT(totals));
}

static void contracts_deliverables_and_orders_add_up(void **state)
{
	static const struct figure figures[] = {
		{ "CON-001", "value_current", "529,600.00" },
		{ "CON-001", "invoiced", "260,000.00" },
		{ "CON-001", "paid", "208,000.00" },
		{ "CON-001", "remaining", "269,600.00" },
		{ "CON-002", "invoiced", "74,250.00" },
		{ "CON-002", "paid", "33,000.00" },
		{ "CON-002", "remaining", "90,750.00" },
		{ "DLV-004", "late", "5" },
		{ "DLV-005", "review_due", "2026-12-02" },
		{ "DLV-011", "late", "33" },
		{ "DLV-012", "review_due", "2026-11-25" },
		{ "PUR-001", "min_quotes", "0" },
		{ "PUR-002", "match", "over_order" },
		{ "PUR-003", "late", "38" },
		{ "PUR-003", "open_amount", "44,400.00" },
		{ "PUR-004", "min_quotes", "2" },
		{ "PUR-004", "open_amount", "19,375.00" },
		{ "PUR-005", "needed_method", "any_reasonable" },
		{ "PUR-006", "min_quotes", "2" },
	};
	expect(*state, figures, COUNT(figures));
}

static void vendors_are_measured_by_what_they_brought(void **state)
{
	static const struct figure figures[] = {
		{ "VEN-001", "delivered", "4" },  { "VEN-001", "on_time", "2" },
		{ "VEN-001", "late_open", "1" },  { "VEN-001", "decided", "3" },
		{ "VEN-001", "first_time", "3" }, { "VEN-002", "delivered", "3" },
		{ "VEN-002", "on_time", "0" },    { "VEN-002", "late_open", "1" },
		{ "VEN-002", "decided", "2" },    { "VEN-002", "first_time", "1" },
		{ "VEN-003", "delivered", "3" },  { "VEN-003", "on_time", "1" },
		{ "VEN-003", "late_open", "1" },
	};
	expect(*state, figures, COUNT(figures));
}

static void changes_need_the_level_of_the_charter(void **state)
{
	static const struct figure figures[] = {
		{ "CHG-003", "required_level", "3" },
		{ "CHG-005", "required_level", "2" },
		{ "CHG-005", "awaiting", "PM, SPO" },
		{ "CHG-002", "required_level", "2" },
	};
	expect(*state, figures, COUNT(figures));
}

/* The ids of the records of a register for which something holds, with blanks between. */
static const char *those_where(struct sample *sample, const char *register_name, const char *where)
{
	const struct pmo_schema *schema = pmo_workspace_schema(sample->workspace, register_name);
	const char *all = "";
	const struct expr *expr;
	struct pmo_records records;
	assert_int_equal(pmo_expr_compile(where, "where", schema, &sample->diags, &expr), PMO_OK);
	assert_int_equal(pmo_workspace_records(sample->workspace,
					       pmo_workspace_project(sample->workspace), schema,
					       &records),
			 PMO_OK);
	for (size_t i = 0; i < records.count; i++)
		if (pmo_expr_holds(expr, &records.items[i]))
			all = pmo_arena_format(&sample->arena, "%s%s%s", all, *all ? " " : "",
					       records.items[i].id);
	return all;
}

static void exactly_what_is_to_escalate_blocks_or_looks_split(void **state)
{
	struct sample *sample = *state;
	assert_string_equal(those_where(sample, "issue", "escalate_due"), "ISS-006");
	assert_string_equal(those_where(sample, "purchase", "split_limit"), "PUR-002 PUR-003");
	assert_string_equal(those_where(sample, "defect", "blocks_rollout"),
			    "DEF-001 DEF-002 DEF-003");
	assert_string_equal(those_where(sample, "requirement", "priority = must and tests = 0"),
			    "REQ-046 REQ-047 REQ-048");
	assert_string_equal(those_where(sample, "budget", "available < 0"), "BL-003");
	assert_string_equal(those_where(sample, "deliverable", "review_late > 0"), "");
}

static void tests_are_counted_by_plan(void **state)
{
	struct sample *sample = *state;
	static const struct figure figures[] = {
		{ "cadup", "title", "Computer-Aided Dispatch Upgrade" },
		{ "TP-001", "planned", "64" },
		{ "TP-001", "executed", "18" },
		{ "TP-001", "passed", "14" },
		{ "TP-001", "failed", "3" },
		{ "TP-001", "blocked", "1" },
		{ "TP-001", "passed_share", "77.8%" },
	};
	expect(sample, figures, COUNT(figures));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_budget_table_comes_out_to_the_cent),
		cmocka_unit_test(contracts_deliverables_and_orders_add_up),
		cmocka_unit_test(vendors_are_measured_by_what_they_brought),
		cmocka_unit_test(changes_need_the_level_of_the_charter),
		cmocka_unit_test(exactly_what_is_to_escalate_blocks_or_looks_split),
		cmocka_unit_test(tests_are_counted_by_plan),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
