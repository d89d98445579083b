/* Earned value, percent, BEI and CPLI against figures worked out by hand. */
#include "measure_box.h"

static void earned_value_is_that_of_the_hand(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_evm evm;
	(void)state;
	assert_int_equal(pmo_evm_find(plan, &evm), PMO_OK);
	assert_true(evm.known);
	assert_null(evm.reason);
	assert_int_equal(evm.bac, 260000);
	/* A all, B 5 of 10 days, D all. */
	assert_int_equal(evm.pv, 160000);
	assert_int_equal(evm.ev, 120000);
	assert_int_equal(evm.sv, -40000);
	/* BL-001: 1,200.00 earned is more than 1,100.00 recorded; contingency is outside. */
	assert_int_equal(evm.ac, 125000);
	assert_int_equal(evm.recorded, 115000);
	assert_int_equal(evm.cv, -5000);
	assert_true(evm.any_earned);
	assert_int_equal(evm.eac[0].cents, 270833);
	assert_int_equal(evm.eac[1].cents, 265000);
	assert_int_equal(evm.eac[2].cents, 319444);
	assert_int_equal(evm.etc.cents, 145833);
	assert_int_equal(evm.vac.cents, -10833);
	assert_int_equal(pmo_ratio_compare(evm.spi, 75), 0);
	assert_int_equal(pmo_ratio_compare(evm.cpi, 96), 0);
	assert_int_equal(evm.tcpi.over * 135, evm.tcpi.under * 140);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void lines_add_up_and_contingency_is_none_of_them(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_evm evm;
	(void)state;
	assert_int_equal(pmo_evm_find(plan, &evm), PMO_OK);
	assert_int_equal(evm.line_count, 2);
	assert_string_equal(evm.lines[0].id, "BL-001");
	assert_true(evm.lines[0].earned);
	assert_int_equal(evm.lines[0].pv, 150000);
	assert_int_equal(evm.lines[0].ac, 120000);
	assert_int_equal(evm.lines[0].recorded, 110000);
	assert_string_equal(evm.lines[1].title, "Labor");
	assert_int_equal(evm.lines[1].bac, 60000);
	assert_int_equal(evm.lines[1].ev, 0);
	assert_int_equal(evm.lines[1].ac, 5000);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void earned_schedule_counts_working_days_of_the_baseline(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_evm evm;
	(void)state;
	assert_int_equal(pmo_evm_find(plan, &evm), PMO_OK);
	/* 1,133.33 was planned by day 11, 1,266.67 by day 12. */
	assert_true(evm.schedule.known);
	assert_int_equal(evm.schedule.earned, 11500);
	assert_int_equal(evm.schedule.actual, 15000);
	assert_int_equal(evm.schedule.planned, 25000);
	assert_int_equal(evm.schedule.date, measure_day(11, 17));
	/* 25 * 15 / 11.5 = 32.6: in the 33rd day. */
	assert_int_equal(evm.schedule.finish, measure_day(12, 16));
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void too_few_costs_say_so_and_nothing_else(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, "");
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_evm evm;
	(void)state;
	assert_int_equal(pmo_evm_find(plan, &evm), PMO_OK);
	assert_false(evm.known);
	assert_string_equal(evm.reason, "3 of 4 tasks (75 %) have costs in the baseline; "
					"earned value needs 90 %.");
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void without_a_baseline_nothing_is_known(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_measures measures;
	(void)state;
	sandbox_write(box, "cad/baselines/BSL-001.yaml", "title: One\nversion: 1\n");
	sandbox_open(box);
	struct pmo_plan *plan = measure_plan(box);
	assert_int_equal(pmo_measures_find(plan, &measures), PMO_OK);
	assert_false(measures.evm.known);
	assert_non_null(measures.evm.reason);
	assert_false(pmo_ratio_is_known(measures.bei));
	assert_false(pmo_ratio_is_known(measures.cpli));
	assert_false(pmo_ratio_is_known(measures.planned));
	assert_true(pmo_ratio_is_known(measures.complete));
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void nothing_spent_gives_no_cost_index(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_evm evm;
	char text[PMO_RATIO_SIZE];
	(void)state;
	sandbox_write(box, "cad/expenses.yaml", "");
	sandbox_write(box, "cad/budget.yaml", "BL-001: {title: Work}\nBL-002: {title: Labor}\n");
	sandbox_open(box);
	struct pmo_plan *plan = measure_plan(box);
	assert_int_equal(pmo_evm_find(plan, &evm), PMO_OK);
	assert_true(evm.known);
	assert_false(pmo_ratio_is_known(evm.cpi));
	assert_false(evm.eac[0].known);
	assert_false(evm.eac[2].known);
	assert_false(evm.etc.known);
	assert_false(evm.vac.known);
	pmo_ratio_format(evm.cpi, 2, text);
	assert_string_equal(text, "n/a");
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void percent_is_weighted_by_cost_where_every_task_has_one(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_measures measures;
	char text[PMO_RATIO_SIZE];
	(void)state;
	assert_int_equal(pmo_measures_find(plan, &measures), PMO_OK);
	assert_true(measures.by_cost);
	pmo_ratio_format_percent(measures.complete, 1, text);
	assert_string_equal(text, "46.2 %");
	pmo_ratio_format_percent(measures.complete_by_duration, 1, text);
	assert_string_equal(text, "42.9 %");
	pmo_ratio_format_percent(measures.planned, 1, text);
	assert_string_equal(text, "61.5 %");
	pmo_ratio_format_percent(measures.planned_by_duration, 1, text);
	assert_string_equal(text, "64.3 %");
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void indexes_of_the_schedule_count_tasks_and_days(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_measures measures;
	(void)state;
	assert_int_equal(pmo_measures_find(plan, &measures), PMO_OK);
	assert_int_equal(measures.tasks, 4);
	assert_int_equal(measures.done, 1);
	assert_int_equal(measures.under_way, 1);
	assert_int_equal(measures.not_started, 2);
	assert_int_equal(measures.milestones, 1);
	assert_int_equal(measures.baseline_due, 2);
	assert_int_equal(measures.finished_in_time, 0);
	assert_int_equal(pmo_ratio_compare(measures.bei, 50), 0);
	assert_int_equal(measures.remaining_length, 13);
	assert_int_equal(measures.finish_float, -3);
	assert_int_equal(measures.cpli.over * 13, measures.cpli.under * 10);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void ratios_are_rounded_when_printed_and_never_compared_so(void **state)
{
	char text[PMO_RATIO_SIZE];
	(void)state;
	pmo_ratio_format((struct pmo_ratio){ 9499, 10000 }, 2, text);
	assert_string_equal(text, "0.95");
	assert_int_equal(pmo_ratio_compare((struct pmo_ratio){ 9499, 10000 }, 95), -1);
	assert_int_equal(pmo_ratio_compare((struct pmo_ratio){ 9501, 10000 }, 95), 1);
	assert_int_equal(pmo_ratio_compare((struct pmo_ratio){ 0, 0 }, 95), 0);
	pmo_ratio_format((struct pmo_ratio){ -1, 3 }, 2, text);
	assert_string_equal(text, "-0.33");
	pmo_ratio_format_percent((struct pmo_ratio){ 0, 0 }, 1, text);
	assert_string_equal(text, "n/a");
	pmo_ratio_format_percent((struct pmo_ratio){ INT64_MAX - 1, INT64_MAX }, 0, text);
	assert_string_equal(text, "100 %");
	assert_int_equal(pmo_ratio_compare((struct pmo_ratio){ INT64_MAX, INT64_MAX }, 95), 1);
}

static void an_amount_that_does_not_fit_is_told(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_evm evm;
	(void)state;
	sandbox_write(box, "cad/baselines/BSL-001.yaml",
		      "title: One\nstatus: approved\nversion: 1\ntasks:\n"
		      "  - {task: TSK-001, start: 2026-11-02, finish: 2026-11-13,"
		      " costs: [BL-001 90000000000000000.00]}\n"
		      "  - {task: TSK-002, start: 2026-11-16, finish: 2026-11-27,"
		      " costs: [BL-001 90000000000000000.00]}\n"
		      "  - {task: TSK-003, start: 2026-11-30, finish: 2026-12-04,"
		      " costs: [BL-002 1.00]}\n"
		      "  - {task: TSK-004, start: 2026-11-30, finish: 2026-12-04,"
		      " costs: [BL-002 1.00]}\n");
	sandbox_open(box);
	struct pmo_plan *plan = measure_plan(box);
	assert_int_equal(pmo_evm_find(plan, &evm), PMO_OK);
	assert_false(evm.known);
	assert_string_equal(evm.reason, "The amounts are too large to be added up.");
	pmo_plan_free(plan);
	sandbox_free(box);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(earned_value_is_that_of_the_hand),
		cmocka_unit_test(lines_add_up_and_contingency_is_none_of_them),
		cmocka_unit_test(earned_schedule_counts_working_days_of_the_baseline),
		cmocka_unit_test(too_few_costs_say_so_and_nothing_else),
		cmocka_unit_test(without_a_baseline_nothing_is_known),
		cmocka_unit_test(nothing_spent_gives_no_cost_index),
		cmocka_unit_test(percent_is_weighted_by_cost_where_every_task_has_one),
		cmocka_unit_test(indexes_of_the_schedule_count_tasks_and_days),
		cmocka_unit_test(ratios_are_rounded_when_printed_and_never_compared_so),
		cmocka_unit_test(an_amount_that_does_not_fit_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
