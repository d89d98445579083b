/* Tasks among what is owed, contracts against go-live, and the figures above everything. */
#include "sandbox.h"

#include "practice/practice.h"

#include <pmo/plan.h>

static struct sandbox *start(void)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "cad/project.yaml", "title: CAD\ncode: CADUP\nstart: 2026-11-02\n");
	sandbox_write(box, "cad/plan.yaml",
		      "TSK-001:\n  title: Build\n  owner: V1\n  duration: 10d\n"
		      "TSK-002:\n  title: Test\n  owner: QA\n  duration: 5d\n  preds: [TSK-001]\n"
		      "MS-001:\n  title: Go-live\n  preds: [TSK-002]\n");
	sandbox_write(box, "people.yaml", "V1:\n  name: Vic\nQA:\n  name: Quinn\n");
	sandbox_open(box);
	return box;
}

static int32_t day(int month, int number)
{
	int32_t date;
	assert_int_equal(pmo_date_from_civil(2026, month, number, &date), PMO_OK);
	return date;
}

/* A schedule as the engine hands it out, with items that a test describes. */
static struct pmo_plan plan_of(struct sandbox *box, struct pmo_plan_item *items, size_t count)
{
	static const char *const ids[] = { "TSK-001", "TSK-002", "MS-001" };
	struct pmo_plan plan = {
		.workspace = box->workspace,
		.project = pmo_workspace_project(box->workspace),
		.as_of = box->env.today,
		.items = items,
		.item_count = count,
		.own_count = count,
	};
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(pmo_workspace_find(box->workspace, NULL, ids[i], &items[i].record),
				 PMO_OK);
		items[i].id = ids[i];
		items[i].project = plan.project;
		items[i].sure = true;
		items[i].kind = i == 2 ? PMO_ITEM_MILESTONE : PMO_ITEM_TASK;
		if (!items[i].deadline)
			items[i].deadline = PMO_DATE_NONE;
		if (!items[i].baseline_start)
			items[i].baseline_start = PMO_DATE_NONE;
		if (!items[i].baseline_finish)
			items[i].baseline_finish = PMO_DATE_NONE;
	}
	return plan;
}

static void what_is_past_its_baseline_and_not_done_is_late(void **state)
{
	struct sandbox *box = start();
	struct pmo_duties duties = { 0 };
	(void)state;
	struct pmo_plan_item items[] = {
		{ .state = PMO_ITEM_UNDER_WAY,
		  .baseline_finish = day(11, 13),
		  .critical = true,
		  .finish = day(12, 8),
		  .owner = "V1" },
		{ .state = PMO_ITEM_NOT_STARTED,
		  .baseline_start = day(11, 16),
		  .baseline_finish = day(12, 1),
		  .starts_late = true,
		  .start = day(12, 9),
		  .finish = day(12, 15),
		  .owner = "QA" },
	};
	struct pmo_plan plan = plan_of(box, items, 2);
	assert_int_equal(pmo_duties_add_plan(&plan, &duties), PMO_OK);
	pmo_duties_sort(&duties);
	assert_int_equal(duties.count, 2);
	assert_int_equal(duties.items[0].state, PMO_DUTY_LATE);
	assert_int_equal(duties.items[0].days, 5);
	assert_int_equal(duties.items[0].seriousness, PMO_DUTY_SERIOUS);
	assert_string_equal(duties.items[0].note, "finish Nov 13, now Dec 8");
	assert_string_equal(duties.items[0].next, "pmo ask V1");
	assert_string_equal(duties.items[1].what, "start");
	assert_int_equal(duties.items[1].days, 4);
	assert_string_equal(duties.items[1].note, "start Nov 16, now Dec 9");
	assert_string_equal(duties.items[1].next, "pmo why TSK-2");
	sandbox_free(box);
}

static void a_deadline_counts_where_it_comes_before_the_baseline(void **state)
{
	struct sandbox *box = start();
	struct pmo_duties duties = { 0 };
	(void)state;
	struct pmo_plan_item items[] = {
		{ .state = PMO_ITEM_UNDER_WAY,
		  .deadline = day(11, 19),
		  .baseline_finish = day(12, 1),
		  .finish = day(12, 1) },
		{ .state = PMO_ITEM_DONE, .baseline_finish = day(11, 2), .finish = day(11, 19) },
	};
	struct pmo_plan plan = plan_of(box, items, 2);
	assert_int_equal(pmo_duties_add_plan(&plan, &duties), PMO_OK);
	assert_int_equal(duties.count, 1);
	assert_int_equal(duties.items[0].days, 1);
	sandbox_free(box);
}

static void what_comes_is_told_by_its_forecast_and_only_when_that_is_sure(void **state)
{
	struct sandbox *box = start();
	struct pmo_duties duties = { 0 };
	(void)state;
	struct pmo_plan_item items[] = {
		{ .state = PMO_ITEM_UNDER_WAY, .finish = day(11, 24) },
		{ .state = PMO_ITEM_NOT_STARTED, .finish = day(11, 25) },
	};
	struct pmo_plan plan = plan_of(box, items, 2);
	items[1].sure = false;
	assert_int_equal(pmo_duties_add_plan(&plan, &duties), PMO_OK);
	assert_int_equal(duties.count, 1);
	assert_int_equal(duties.items[0].state, PMO_DUTY_SOON);
	assert_int_equal(duties.items[0].due, day(11, 24));
	assert_null(duties.items[0].note);
	sandbox_free(box);
}

static const struct pmo_duty *contract(struct sandbox *box, const char *end)
{
	static struct pmo_duties duties;
	struct pmo_plan *plan = NULL;
	char text[128];
	snprintf(text, sizeof(text), "title: CAD\nstatus: active\nowner: PROC\nend: %s\n", end);
	sandbox_write(box, "cad/contracts/CON-001.yaml", text);
	sandbox_open(box);
	const struct pmo_project *project = pmo_workspace_project(box->workspace);
	duties = (struct pmo_duties){ 0 };
	assert_int_equal(pmo_duties_add(box->workspace, project, &duties), PMO_OK);
	assert_int_equal(
		pmo_plan_schedule(box->workspace, project, &(struct pmo_plan_options){ 0 }, &plan),
		PMO_OK);
	assert_int_equal(duties.count, 1);
	assert_int_equal(pmo_duties_add_plan(plan, &duties), PMO_OK);
	pmo_plan_free(plan);
	return &duties.items[0];
}

static void a_contract_should_outlast_go_live_by_a_month(void **state)
{
	struct sandbox *box = start();
	(void)state;
	/* Time now is Mon Nov 23: ten days of building and five of testing end Fri Dec 11. */
	assert_string_equal(contract(box, "2026-12-26")->note,
			    "ends 15 calendar days after go-live");
	assert_string_equal(contract(box, "2026-12-10")->note,
			    "ends 1 calendar days before go-live");
	assert_int_equal(contract(box, "2026-12-26")->state, PMO_DUTY_SOON);
	assert_null(contract(box, "2027-06-30")->note);
	assert_int_equal(contract(box, "2027-06-30")->state, PMO_DUTY_LATER);
	sandbox_free(box);
}

static void facts_are_those_of_the_schedule_and_of_the_budget(void **state)
{
	struct sandbox *box = start();
	struct pmo_plan *plan = NULL;
	struct pmo_facts facts;
	(void)state;
	sandbox_write(box, "cad/budget.yaml",
		      "BL-001:\n  title: Work\n  original: 1000.00\n  etc: 1014.00\n"
		      "BL-002:\n  title: Contingency\n  category: contingency\n"
		      "  original: 96.00\n");
	sandbox_open(box);
	const struct pmo_project *project = pmo_workspace_project(box->workspace);
	assert_int_equal(
		pmo_plan_schedule(box->workspace, project, &(struct pmo_plan_options){ 0 }, &plan),
		PMO_OK);
	assert_int_equal(pmo_facts_find(box->workspace, project, plan, &facts), PMO_OK);
	assert_string_equal(facts.code, "CADUP");
	assert_int_equal(facts.tasks, 2);
	assert_int_equal(facts.tasks_done, 0);
	assert_int_equal(facts.go_live, day(12, 11));
	assert_true(facts.go_live_is_sure);
	assert_true(facts.has_budget);
	assert_int_equal(facts.budget, 100000);
	assert_int_equal(facts.eac, 101400);
	assert_true(facts.has_contingency);
	assert_int_equal(facts.contingency, 9600);
	pmo_plan_free(plan);
	assert_int_equal(pmo_facts_find(box->workspace, project, NULL, &facts), PMO_OK);
	assert_int_equal(facts.go_live, PMO_DATE_NONE);
	assert_int_equal(facts.tasks, 0);
	sandbox_free(box);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_past_its_baseline_and_not_done_is_late),
		cmocka_unit_test(a_deadline_counts_where_it_comes_before_the_baseline),
		cmocka_unit_test(what_comes_is_told_by_its_forecast_and_only_when_that_is_sure),
		cmocka_unit_test(a_contract_should_outlast_go_live_by_a_month),
		cmocka_unit_test(facts_are_those_of_the_schedule_and_of_the_budget),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
