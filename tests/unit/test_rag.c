/* Colors: the rule that fires and what it says, overrides, and what is not rated. */
#include "sandbox.h"

#include <pmo/rag.h>

static const char charter[] = "title: CAD\nstatus: active\npm: PM\nsponsor: SPO\n"
			      "start: 2026-11-02\nbudget_authorized: 1000.00\n"
			      "tolerance: {schedule: 2d}\n";

/* Ten days of work up to a milestone, and a baseline for it. */
static struct sandbox *start(void)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "people.yaml",
		      "PM:\n  name: Pat\nSPO:\n  name: Sam\nDSP:\n  name: Di\n");
	sandbox_write(box, "cad/project.yaml", charter);
	sandbox_write(box, "cad/plan.yaml",
		      "TSK-001:\n  title: Build\n  owner: DSP\n  duration: 40d\n"
		      "  actual_start: 2026-11-02\n  remaining: 25d\n"
		      "MS-001:\n  title: Go-live\n  owner: PM\n  preds: [TSK-001]\n");
	sandbox_write(box, "cad/baselines/BSL-001.yaml",
		      "title: One\nstatus: approved\nversion: 1\ndate: 2026-11-02\n"
		      "milestones:\n  - MS-001 2026-12-25\n"
		      "tasks:\n  - {task: TSK-001, start: 2026-11-02, finish: 2026-12-25}\n");
	sandbox_write(box, "cad/budget.yaml",
		      "BL-001:\n  title: Labor\n  category: labor\n  original: 1000.00\n"
		      "  etc: 1000.00\n");
	return box;
}

static struct pmo_rag rag_of(struct sandbox *box)
{
	struct pmo_workspace *workspace = sandbox_open(box);
	const struct pmo_project *project = pmo_workspace_project(workspace);
	struct pmo_plan_options options = { .alone = true };
	struct pmo_plan *plan = NULL;
	struct pmo_rag rag;
	assert_int_equal(pmo_plan_schedule(workspace, project, &options, &plan), PMO_OK);
	assert_int_equal(pmo_rag_compute(workspace, project, plan, &rag), PMO_OK);
	pmo_plan_free(plan);
	return rag;
}

/* "Y 8.3 % late, limit 5 %". */
static const char *says(struct sandbox *box, enum pmo_rag_what area)
{
	struct pmo_rag rag = rag_of(box);
	snprintf(box->text, sizeof(box->text), "%c %s", rag.areas[area].computed,
		 rag.areas[area].reason);
	return box->text;
}

static void a_quiet_project_is_green_and_says_its_figures(void **state)
{
	(void)state;
	struct sandbox *box = start();
	struct pmo_rag rag = rag_of(box);
	for (int i = 0; i < PMO_RAG_COUNT; i++) {
		assert_int_equal(rag.areas[i].computed, 'G');
		assert_int_equal(rag.areas[i].reported, 'G');
	}
	assert_string_equal(rag.areas[PMO_RAG_SCHEDULE].reason, "go-live +0 d");
	assert_string_equal(rag.areas[PMO_RAG_COST].reason,
			    "forecast +0.0 % against budget, limit 5 %");
	sandbox_free(box);
}

static void each_rule_fires_past_its_limit_and_not_at_it(void **state)
{
	static const struct {
		const char *path, *text;
		enum pmo_rag_what area;
		const char *says;
	} cases[] = {
		{ "cad/budget.yaml",
		  "BL-001:\n  title: L\n  category: labor\n  original: 1000.00\n  etc: 1050.00\n",
		  PMO_RAG_COST, "G forecast +5.0 % against budget, limit 5 %" },
		{ "cad/budget.yaml",
		  "BL-001:\n  title: L\n  category: labor\n  original: 1000.00\n  etc: 1050.01\n",
		  PMO_RAG_COST, "Y forecast 5.0 % over budget, limit 5 %" },
		{ "cad/budget.yaml",
		  "BL-001:\n  title: L\n  category: labor\n  original: 1000.00\n  etc: 1200.00\n",
		  PMO_RAG_COST, "R forecast 20.0 % over budget, limit 10 %" },
		{ "cad/risks/RSK-001.yaml",
		  "title: R\nstatus: active\nprobability: 3\nimpact: 5\nowner: PM\n", PMO_RAG_RISK,
		  "G no critical risk" },
		{ "cad/risks/RSK-001.yaml",
		  "title: R\nstatus: active\nprobability: 4\nimpact: 4\nowner: PM\n", PMO_RAG_RISK,
		  "R critical without a dated plan: RSK-001" },
		{ "cad/risks/RSK-001.yaml",
		  "title: R\nstatus: active\nkind: opportunity\nprobability: 5\nimpact: 5\n",
		  PMO_RAG_RISK, "G no critical risk" },
		{ "cad/issues/ISS-001.yaml",
		  "title: I\nstatus: in_progress\nimpact: 4\nurgency: 1\ndue: 2026-11-19\n",
		  PMO_RAG_RISK, "R P1 and past due: ISS-001" },
		{ "cad/issues/ISS-001.yaml",
		  "title: I\nstatus: in_progress\nimpact: 4\nurgency: 1\ndue: 2026-11-20\n",
		  PMO_RAG_RISK, "G no critical risk" },
		{ "cad/changes/CHG-001.yaml",
		  "title: C\nstatus: submitted\nimpact_cost: 90.00\nimpact_days: 1d\n",
		  PMO_RAG_SCOPE, "G no change is waiting" },
		{ "cad/changes/CHG-001.yaml",
		  "title: C\nstatus: in_review\nimpact_cost: 90.00\nimpact_days: 9d\n",
		  PMO_RAG_SCOPE, "Y waiting for the sponsor or the board: CHG-001" },
		{ "cad/changes/CHG-001.yaml",
		  "title: C\nstatus: in_review\nimpact_cost: 900.00\nimpact_days: 1d\n",
		  PMO_RAG_SCOPE, "R waiting for the executive: CHG-001" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct sandbox *box = start();
		sandbox_write(box, cases[i].path, cases[i].text);
		assert_string_equal(says(box, cases[i].area), cases[i].says);
		sandbox_free(box);
	}
}

static void the_schedule_goes_by_the_slip_of_go_live(void **state)
{
	static const struct {
		const char *remaining, *says;
	} cases[] = {
		{ "27d", "G go-live +2 d" },
		{ "28d", "Y 7.5 % late (+3 d), limit 5 %" },
		{ "29d", "Y 10.0 % late (+4 d), limit 5 %" },
		{ "30d", "R 12.5 % late (+5 d), limit 10 %" },
		{ "x", "N go-live is not sure, the plan has bad values: see pmo schedule" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct sandbox *box = start();
		char text[256];
		snprintf(text, sizeof(text),
			 "TSK-001:\n  title: Build\n  duration: 40d\n  actual_start: 2026-11-02\n"
			 "  remaining: %s\nMS-001:\n  title: Go-live\n  preds: [TSK-001]\n",
			 cases[i].remaining);
		sandbox_write(box, "cad/plan.yaml", text);
		assert_string_equal(says(box, PMO_RAG_SCHEDULE), cases[i].says);
		sandbox_free(box);
	}
}

static void without_a_baseline_on_hold_or_with_bad_values_nothing_is_rated(void **state)
{
	(void)state;
	struct sandbox *box = start();
	sandbox_write(box, "cad/baselines/BSL-001.yaml",
		      "title: One\nstatus: proposed\nversion: 1\n");
	assert_string_equal(says(box, PMO_RAG_SCHEDULE), "N no approved baseline yet");
	assert_int_equal(rag_of(box).areas[PMO_RAG_OVERALL].reported, 'N');
	sandbox_free(box);
	box = start();
	sandbox_write(box, "cad/risks/RSK-001.yaml", "title: R\nprobability: many\n");
	assert_string_equal(says(box, PMO_RAG_RISK), "N RSK-001 has a bad value: see pmo check");
	assert_int_equal(rag_of(box).areas[PMO_RAG_OVERALL].reported, 'N');
	sandbox_free(box);
	box = start();
	sandbox_write(box, "cad/project.yaml", "title: CAD\nstatus: on_hold\n");
	assert_string_equal(says(box, PMO_RAG_OVERALL), "H the project is on hold");
	sandbox_free(box);
}

static void write_report(struct sandbox *box, const char *period, const char *rag)
{
	char text[512];
	snprintf(text, sizeof(text), "title: W\nstatus: draft\n%srag:\n  - %s\n", period, rag);
	sandbox_write(box, "cad/reports/RPT-002.yaml", text);
}

static void an_override_counts_for_its_period_from_the_manager_by_one_step(void **state)
{
	static const char week[] = "period_start: 2026-11-16\nperiod_end: 2026-11-20\n"
				   "as_of: 2026-11-20\n";
	static const char before[] = "period_start: 2026-11-09\nperiod_end: 2026-11-13\n"
				     "as_of: 2026-11-13\n";
	static const struct {
		const char *period, *rag;
		char reported;
		bool refused;
	} cases[] = {
		{ week, "{area: cost, computed: G, reported: Y, by: PM, reason: x}", 'Y', false },
		{ week, "{area: cost, computed: G, reported: Y, by: SPO, reason: x}", 'Y', false },
		{ week, "{area: cost, computed: G, reported: Y, by: DSP, reason: x}", 'G', true },
		{ week, "{area: cost, computed: G, reported: Y, reason: x}", 'G', true },
		{ week, "{area: cost, computed: G, reported: Y, by: PM}", 'G', true },
		{ week, "{area: cost, computed: G, reported: R, by: PM, reason: x}", 'G', true },
		{ before, "{area: cost, computed: G, reported: Y, by: PM, reason: x}", 'G', false },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct sandbox *box = start();
		write_report(box, cases[i].period, cases[i].rag);
		struct pmo_rag rag = rag_of(box);
		assert_int_equal(rag.areas[PMO_RAG_COST].computed, 'G');
		assert_int_equal(rag.areas[PMO_RAG_COST].reported, cases[i].reported);
		assert_int_equal(rag.areas[PMO_RAG_OVERALL].reported, cases[i].reported);
		assert_int_equal(rag.areas[PMO_RAG_COST].refused != NULL, cases[i].refused);
		sandbox_free(box);
	}
}

static void from_green_to_red_at_once_is_told(void **state)
{
	(void)state;
	struct sandbox *box = start();
	sandbox_write(box, "cad/reports/RPT-001.yaml",
		      "title: W\nstatus: sent\nperiod_start: 2026-11-09\nperiod_end: 2026-11-13\n"
		      "as_of: 2026-11-13\nrag: [cost G, schedule G]\n");
	sandbox_write(box, "cad/budget.yaml",
		      "BL-001:\n  title: L\n  category: labor\n  original: 1.00\n  etc: 2.00\n");
	struct pmo_rag rag = rag_of(box);
	assert_int_equal(rag.areas[PMO_RAG_COST].previous, 'G');
	assert_true(rag.areas[PMO_RAG_COST].sudden);
	assert_false(rag.areas[PMO_RAG_SCHEDULE].sudden);
	assert_string_equal(pmo_rag_trend('G', 'R'), "down");
	assert_string_equal(pmo_rag_trend('Y', 'G'), "up");
	assert_null(pmo_rag_trend('N', 'G'));
	sandbox_free(box);
}

static void another_limit_is_another_version(void **state)
{
	char first[32];
	(void)state;
	struct sandbox *box = start();
	snprintf(first, sizeof(first), "%s", pmo_rag_version(sandbox_open(box)));
	assert_string_equal(first, pmo_rag_version(sandbox_open(box)));
	sandbox_write(box, "pmo.yaml", "format: 1\nthresholds:\n  rag.cost_yellow: 4%\n");
	assert_string_not_equal(first, pmo_rag_version(sandbox_open(box)));
	sandbox_free(box);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_quiet_project_is_green_and_says_its_figures),
		cmocka_unit_test(each_rule_fires_past_its_limit_and_not_at_it),
		cmocka_unit_test(the_schedule_goes_by_the_slip_of_go_live),
		cmocka_unit_test(without_a_baseline_on_hold_or_with_bad_values_nothing_is_rated),
		cmocka_unit_test(an_override_counts_for_its_period_from_the_manager_by_one_step),
		cmocka_unit_test(from_green_to_red_at_once_is_told),
		cmocka_unit_test(another_limit_is_another_version),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
