/* Why a date is what it is, what one day earlier needs, and what a what-if moves. */
#include "measure_box.h"

#include <string.h>

static void assert_has(const char *text, const char *part)
{
	if (!text || !strstr(text, part))
		fail_msg("'%s' lacks '%s'", text ? text : "(null)", part);
}

static void a_chain_is_told_from_the_end_to_where_it_begins(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_why why;
	(void)state;
	assert_int_equal(pmo_why_explain(plan, pmo_plan_go_live(plan), &why), PMO_OK);
	assert_string_equal(
		why.headline,
		"Go-live is expected Dec 9, 3 working days later than planned (Dec 4).");
	assert_string_equal(why.because, "Build (Acme) will be ready Dec 2 instead of Nov 27, and "
					 "\"Test, once\" cannot start without it.");
	assert_int_equal(why.step_count, 3);
	assert_string_equal(why.steps[0].text, "Go-live: Dec 9, after \"Test, once\".");
	assert_string_equal(why.steps[1].text,
			    "Test, once (Pat Coordinator): 5 days, Dec 3 to 9, after Build.");
	assert_string_equal(why.steps[2].text,
			    "Build (Acme): under way since Nov 18, 20 % done; 8 days to go, Nov 23 "
			    "to Dec 2. It began 2 days late, after Prepare (done Nov 17, 2 days "
			    "late).");
	assert_string_equal(why.ids, "MS-001 < TSK-003 < TSK-002");
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void a_day_earlier_is_tried_and_the_plan_is_put_back(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_why why, again;
	(void)state;
	int go_live = pmo_plan_go_live(plan);
	assert_int_equal(pmo_why_explain(plan, go_live, &why), PMO_OK);
	/* Without what is left of Build, Write cases (to Nov 25) still comes before the test. */
	assert_string_equal(why.earlier,
			    "Build takes 7 more days instead of 8, or another step takes a day "
			    "less. At most 5 days can be won there; then Write cases (Pat "
			    "Coordinator) sets the date.");
	assert_int_equal(plan->items[go_live].finish, measure_day(12, 9));
	assert_int_equal(plan->items[1].percent, 2000);
	assert_int_equal(pmo_why_explain(plan, go_live, &again), PMO_OK);
	assert_string_equal(why.earlier, again.earlier);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void room_is_told_until_when(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_why why;
	(void)state;
	assert_int_equal(pmo_why_explain(plan, pmo_plan_find(plan, "TSK-004"), &why), PMO_OK);
	assert_string_equal(why.room,
			    "5 days: it can end as late as Dec 2 without moving anything.");
	assert_has(why.steps[0].text, "it has not started, and cannot before Nov 23");
	assert_int_equal(pmo_why_explain(plan, pmo_plan_go_live(plan), &why), PMO_OK);
	assert_has(why.room, "None");
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void what_is_done_says_by_how_much_it_was_late(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_why why;
	(void)state;
	assert_int_equal(pmo_why_explain(plan, 0, &why), PMO_OK);
	assert_string_equal(why.steps[0].text, "Prepare (Pat Coordinator): done Nov 2 to 17, 2 "
					       "days later than planned (Nov 13).");
	assert_null(why.earlier);
	assert_null(why.because);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void own_days_are_those_beyond_what_was_waited_for(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_plan *plan = measure_plan(box);
	int from = 0;
	(void)state;
	assert_int_equal(pmo_why_own(plan, 0, &from), 2);
	assert_int_equal(from, -1);
	assert_int_equal(pmo_why_own(plan, 1, &from), 1); /* 3 late, after one that was 2 late */
	assert_int_equal(from, 0);
	assert_int_equal(pmo_why_own(plan, 2, &from), 0);
	assert_int_equal(from, 1);
	assert_int_equal(pmo_why_root(plan, pmo_plan_go_live(plan)), 1);
	assert_int_equal(pmo_why_root(plan, 0), 0);
	pmo_plan_free(plan);
	sandbox_free(box);
}

#define FIRST_TASK "TSK-001:\n  title: One\n  owner: PC\n  duration: 2d\n"

/* The step of the second task, whose lines a test gives. */
static void assert_step(const char *lines, const char *expected)
{
	char plan_text[1024];
	snprintf(plan_text, sizeof(plan_text), FIRST_TASK "TSK-002:\n  title: Two\n%s", lines);
	struct sandbox *box = measure_box(plan_text, "");
	sandbox_write(box, "people.yaml",
		      "PC: {name: Pat Coordinator}\n"
		      "QA: {name: Quinn, leave: [2026-11-23..2026-11-27 vacation]}\n");
	sandbox_open(box);
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_why why;
	assert_int_equal(pmo_why_explain(plan, 1, &why), PMO_OK);
	assert_has(why.steps[0].text, expected);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void each_kind_of_cause_has_its_words(void **state)
{
	(void)state;
	assert_step("  duration: 1d\n  constraint: snet 2026-12-07\n",
		    "1 day, Dec 7, it is not to start before Dec 7.");
	assert_step("  duration: 1d\n  constraint: mfo 2026-12-08\n", "it has to end on Dec 8.");
	assert_step("  duration: 2d\n  owner: QA\n",
		    "not before Quinn is back (away Nov 23 to Nov 27, nobody stands in).");
	assert_step("  duration: 2d\n  preds: [TSK-001 SS+1d]\n",
		    "1 day after One begins (Nov 23).");
	assert_step("  duration: 1d\n  preds: [TSK-001 FF+3d]\n",
		    "it cannot end before 3 days after One ends (Nov 24).");
	assert_step("  duration: 1d\n  preds: [TSK-001 FS-1d]\n", "1 day before One.");
	assert_step("  duration: 1d\n  preds: [TSK-001 FS+2cd]\n", "2 calendar days after One.");
	assert_step("  planned_start: 2026-12-01\n  duration: 1d\n  by_hand: yes\n",
		    "scheduled by hand.");
	assert_step("  duration: 2d\n  actual_start: 2026-11-19\n  percent: 50\n",
		    "under way since Nov 19, 50 % done; 1 day to go, Nov 23 to Nov 23.");
}

static void a_what_if_moves_milestones_first(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_plan *before = measure_plan(box), *after = NULL;
	struct pmo_plan_moves moves;
	(void)state;
	assert_int_equal(
		pmo_plan_read(box->workspace, pmo_workspace_project(box->workspace), NULL, &after),
		PMO_OK);
	assert_int_equal(pmo_plan_change(after, "TSK-002 remaining=3d"), PMO_OK);
	assert_int_equal(pmo_plan_change(after, "drop TSK-004"), PMO_OK);
	assert_int_equal(pmo_plan_compute(after), PMO_OK);
	assert_int_equal(pmo_plan_compare(before, after, &moves), PMO_OK);
	assert_int_equal(moves.milestones, 1);
	assert_int_equal(moves.tasks, 3);
	assert_int_equal(moves.finish_days, -5);
	assert_string_equal(after->items[moves.items[0].after].id, "MS-001");
	assert_int_equal(moves.items[0].from, measure_day(12, 9));
	assert_int_equal(moves.items[0].to, measure_day(12, 2));
	assert_int_equal(moves.items[0].days, -5);
	/* What was dropped is in the old plan alone. */
	assert_int_equal(moves.items[3].after, -1);
	assert_false(moves.items[3].has_days);
	assert_int_equal(moves.items[3].before, pmo_plan_find(before, "TSK-004"));
	pmo_plan_free(before);
	pmo_plan_free(after);
	sandbox_free(box);
}

static void equal_plans_have_no_moves(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_plan *before = measure_plan(box), *after = measure_plan(box);
	struct pmo_plan_moves moves;
	(void)state;
	assert_int_equal(pmo_plan_compare(before, after, &moves), PMO_OK);
	assert_int_equal(moves.count, 0);
	assert_int_equal(moves.finish_days, 0);
	pmo_plan_free(before);
	pmo_plan_free(after);
	sandbox_free(box);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_chain_is_told_from_the_end_to_where_it_begins),
		cmocka_unit_test(a_day_earlier_is_tried_and_the_plan_is_put_back),
		cmocka_unit_test(room_is_told_until_when),
		cmocka_unit_test(what_is_done_says_by_how_much_it_was_late),
		cmocka_unit_test(own_days_are_those_beyond_what_was_waited_for),
		cmocka_unit_test(each_kind_of_cause_has_its_words),
		cmocka_unit_test(a_what_if_moves_milestones_first),
		cmocka_unit_test(equal_plans_have_no_moves),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
