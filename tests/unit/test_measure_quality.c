/* The fourteen checks, each with a plan that passes and one that does not; estimates. */
#include "measure_box.h"

#include <string.h>

static const struct pmo_quality_check *check_of(const struct pmo_quality *quality, const char *name)
{
	for (size_t i = 0; i < PMO_QUALITY_COUNT; i++)
		if (strcmp(quality->checks[i].name, name) == 0)
			return &quality->checks[i];
	fail_msg("no check %s", name);
	return NULL;
}

static void find(struct pmo_plan *plan, struct pmo_quality *quality)
{
	struct pmo_measures measures;
	assert_int_equal(pmo_measures_find(plan, &measures), PMO_OK);
	assert_int_equal(pmo_quality_find(plan, &measures, quality), PMO_OK);
}

static void a_sound_plan_fails_by_its_progress_alone(void **state)
{
	static const char *const failing[] = { "missed", "cpli", "bei" };
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_quality quality;
	(void)state;
	find(plan, &quality);
	assert_int_equal(quality.incomplete, 3);
	assert_int_equal(quality.failed, 3);
	assert_int_equal(quality.unknown, 0);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(check_of(&quality, failing[i])->verdict, PMO_QUALITY_FAIL);
	assert_string_equal(check_of(&quality, "missed")->value, "2 of 2 (100.0 %)");
	assert_string_equal(check_of(&quality, "fs_links")->value, "5 of 5 (100.0 %)");
	assert_string_equal(check_of(&quality, "critical_path")->value, "600 d");
	assert_int_equal(plan->items[pmo_plan_go_live(plan)].finish, measure_day(12, 9));
	pmo_plan_free(plan);
	sandbox_free(box);
}

#define BAD_PLAN                                                                                   \
	"TSK-001:\n  title: One\n  duration: 45d\n"                                                \
	"TSK-002:\n  title: Two\n  owner: PC\n  duration: 5d\n  preds: [TSK-001 FS-2d]\n"          \
	"  constraint: fnlt 2026-12-01\n"                                                          \
	"TSK-003:\n  title: Three\n  owner: PC\n  duration: 2d\n  preds: [TSK-001 SS+2d]\n"        \
	"TSK-004:\n  title: Four\n  owner: PC\n  duration: 2d\n  preds: [TSK-002]\n"               \
	"TSK-005:\n  title: Five\n  owner: PC\n  duration: 1d\n  actual_start: 2026-11-23\n"       \
	"MS-001:\n  title: End\n  preds: [TSK-004]\n"

static void assert_offender(const struct pmo_plan *plan, const struct pmo_quality_check *check,
			    const char *id)
{
	for (size_t i = 0; i < check->item_count; i++)
		if (strcmp(plan->items[check->items[i]].id, id) == 0)
			return;
	fail_msg("%s does not name %s", check->name, id);
}

static void each_fault_of_a_plan_is_named(void **state)
{
	struct sandbox *box = measure_box(BAD_PLAN, "");
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_quality quality;
	(void)state;
	find(plan, &quality);
	const struct pmo_quality_check *logic = check_of(&quality, "logic");
	assert_int_equal(logic->verdict, PMO_QUALITY_FAIL);
	assert_offender(plan, logic, "TSK-003");
	assert_offender(plan, logic, "TSK-005");
	const struct pmo_quality_check *leads = check_of(&quality, "leads");
	assert_int_equal(leads->verdict, PMO_QUALITY_FAIL);
	assert_int_equal(leads->link_count, 1);
	assert_string_equal(leads->value, "1 of 4 (25.0 %)");
	assert_int_equal(check_of(&quality, "lags")->verdict, PMO_QUALITY_FAIL);
	assert_string_equal(check_of(&quality, "fs_links")->value, "3 of 4 (75.0 %)");
	assert_int_equal(check_of(&quality, "fs_links")->verdict, PMO_QUALITY_FAIL);
	assert_offender(plan, check_of(&quality, "hard_constraints"), "TSK-002");
	assert_offender(plan, check_of(&quality, "negative_float"), "TSK-001");
	assert_offender(plan, check_of(&quality, "long_duration"), "TSK-001");
	assert_offender(plan, check_of(&quality, "invalid_dates"), "TSK-005");
	assert_offender(plan, check_of(&quality, "resources"), "TSK-001");
	assert_int_equal(check_of(&quality, "resources")->item_count, 1);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void without_a_baseline_progress_is_not_judged(void **state)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	struct pmo_quality quality;
	(void)state;
	sandbox_write(box, "cad/baselines/BSL-001.yaml", "title: One\nversion: 1\n");
	sandbox_open(box);
	struct pmo_plan *plan = measure_plan(box);
	find(plan, &quality);
	assert_int_equal(quality.unknown, 3);
	assert_int_equal(check_of(&quality, "bei")->verdict, PMO_QUALITY_UNKNOWN);
	assert_string_equal(check_of(&quality, "bei")->note, "there is no approved baseline");
	pmo_plan_free(plan);
	sandbox_free(box);
}

static struct sandbox *estimated_box(void)
{
	struct sandbox *box = measure_box(BOX_PLAN, BOX_LAST);
	sandbox_write(box, "cad/estimates.yaml",
		      "EST-001:\n  title: a\n  status: accepted\n  for: TSK-003\n  owner: PC\n"
		      "  time: 3d/5d/13d\n"
		      "EST-002:\n  title: b\n  status: superseded\n  for: TSK-001\n  owner: PC\n"
		      "  time: 1w/2w/3w\n"
		      "EST-003:\n  title: c\n  status: requested\n  for: TSK-004\n  owner: PC\n");
	sandbox_open(box);
	return box;
}

static void an_estimate_has_a_mean_a_spread_and_whole_days(void **state)
{
	struct sandbox *box = estimated_box();
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_estimates estimates;
	(void)state;
	assert_int_equal(pmo_estimates_find(plan, false, &estimates), PMO_OK);
	assert_int_equal(estimates.count, 2);
	assert_int_equal(estimates.items[0].mean, 6000);
	assert_int_equal(estimates.items[0].sigma, 1667);
	assert_int_equal(estimates.items[0].whole_days, 6);
	assert_int_equal(estimates.items[0].planned, 5000);
	assert_false(estimates.items[0].has_outcome);
	assert_int_equal(pmo_estimates_find(plan, true, &estimates), PMO_OK);
	assert_int_equal(estimates.items[0].mean, 7000);
	assert_int_equal(estimates.items[0].sigma, 2160);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void an_outcome_is_counted_in_working_days(void **state)
{
	struct sandbox *box = estimated_box();
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_estimates estimates;
	(void)state;
	assert_int_equal(pmo_estimates_find(plan, false, &estimates), PMO_OK);
	assert_int_equal(estimates.items[1].most_likely, 10000);
	assert_true(estimates.items[1].is_done);
	assert_int_equal(estimates.items[1].outcome, 12); /* Nov 2 to 17 */
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void spreads_on_a_chain_add_as_squares(void **state)
{
	struct sandbox *box = estimated_box();
	struct pmo_plan *plan = measure_plan(box);
	struct pmo_estimates estimates;
	struct pmo_estimate_path path;
	(void)state;
	assert_int_equal(pmo_estimates_find(plan, false, &estimates), PMO_OK);
	assert_int_equal(pmo_estimates_path(plan, pmo_plan_go_live(plan), &estimates, &path),
			 PMO_OK);
	assert_int_equal(path.tasks, 2);
	assert_int_equal(path.estimated, 1);
	assert_int_equal(path.planned, 13000);
	assert_int_equal(path.mean, 14000);
	assert_int_equal(path.sigma, 1667);
	assert_int_equal(path.p80, 15400);
	pmo_plan_free(plan);
	sandbox_free(box);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sound_plan_fails_by_its_progress_alone),
		cmocka_unit_test(each_fault_of_a_plan_is_named),
		cmocka_unit_test(without_a_baseline_progress_is_not_judged),
		cmocka_unit_test(an_estimate_has_a_mean_a_spread_and_whole_days),
		cmocka_unit_test(an_outcome_is_counted_in_working_days),
		cmocka_unit_test(spreads_on_a_chain_add_as_squares),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
