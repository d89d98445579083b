/* A plan whose links lead into other projects, with their networks and without. */
#include "sandbox.h"

#include <pmo/plan.h>

/* cad waits for a task of net, which itself waits for one of site. */
static struct sandbox *three_projects(void)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "cad/project.yaml", "title: CAD\nstart: 2027-03-01\n");
	sandbox_write(box, "net/project.yaml", "title: Network\nstart: 2027-03-01\n");
	sandbox_write(box, "site/project.yaml", "title: Site\nstart: 2027-03-01\n");
	sandbox_write(box, "cad/plan.yaml",
		      "TSK-001: {title: Consoles, duration: 1d, preds: [net/TSK-001]}\n");
	sandbox_write(box, "net/plan.yaml",
		      "TSK-001: {title: Fiber, duration: 2d, preds: [site/TSK-001]}\n");
	sandbox_write(box, "site/plan.yaml", "TSK-001: {title: Shelter, duration: 3d}\n");
	box->env.project = "cad";
	return box;
}

static struct pmo_plan *schedule(struct sandbox *box, bool alone)
{
	const struct pmo_plan_options options = { .alone = alone };
	const struct pmo_project *project = NULL;
	struct pmo_plan *plan = NULL;
	sandbox_open(box);
	assert_int_equal(pmo_workspace_need_project(box->workspace, &project), PMO_OK);
	assert_int_equal(pmo_plan_schedule(box->workspace, project, &options, &plan), PMO_OK);
	return plan;
}

static void starts_on(const struct pmo_plan *plan, const char *id, int day)
{
	int32_t expected = PMO_DATE_NONE;
	int at = pmo_plan_find(plan, id);
	assert_int_equal(pmo_date_from_civil(2027, 3, day, &expected), PMO_OK);
	assert_true(at >= 0);
	assert_int_equal(plan->items[at].start, expected);
	assert_null(plan->items[at].fault);
}

static void what_others_wait_for_counts(void **state)
{
	(void)state;
	struct sandbox *box = three_projects();
	struct pmo_plan *plan = schedule(box, false);
	assert_int_equal(plan->own_count, 1);
	assert_int_equal(plan->item_count, 3);
	starts_on(plan, "net/TSK-001", 4);
	starts_on(plan, "TSK-001", 8);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void alone_it_waits_for_others_but_not_for_what_they_wait_for(void **state)
{
	(void)state;
	struct sandbox *box = three_projects();
	struct pmo_plan *plan = schedule(box, true);
	assert_int_equal(plan->item_count, 2);
	assert_int_equal(pmo_plan_find(plan, "site/TSK-001"), -1);
	starts_on(plan, "net/TSK-001", 1);
	starts_on(plan, "TSK-001", 3);
	assert_int_equal(plan->fault_count, 0);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void alone_a_predecessor_of_its_own_that_is_missing_is_still_a_fault(void **state)
{
	(void)state;
	struct sandbox *box = three_projects();
	sandbox_write(box, "cad/plan.yaml",
		      "TSK-001: {title: Consoles, duration: 1d, preds: [net/TSK-009]}\n");
	struct pmo_plan *plan = schedule(box, true);
	assert_int_equal(plan->fault_count, 1);
	assert_non_null(plan->items[0].fault);
	pmo_plan_free(plan);
	sandbox_free(box);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_others_wait_for_counts),
		cmocka_unit_test(alone_it_waits_for_others_but_not_for_what_they_wait_for),
		cmocka_unit_test(alone_a_predecessor_of_its_own_that_is_missing_is_still_a_fault),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
