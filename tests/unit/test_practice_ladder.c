/* The ladder of escalation: which clock has run out, and who is next. */
#include "sandbox.h"

#include <pmo/practice.h>

static struct sandbox *start(void)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "cad/project.yaml",
		      "title: CAD\npm: PM\nsponsor: SPO\nauthority:\n  - 1 PM 5000.00 2d\n"
		      "  - 2 SPO 25000.00 10d\n  - 3 CIO 100000.00 20d\n");
	return box;
}

static void write_issue(struct sandbox *box, const char *fields)
{
	char text[1024];
	snprintf(text, sizeof(text), "title: Permit\nstatus: in_progress\nowner: NET\n%s", fields);
	sandbox_write(box, "cad/issues/ISS-001.yaml", text);
}

static struct pmo_escalation_steps steps_of(struct sandbox *box)
{
	struct pmo_escalation_steps steps = { 0 };
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(pmo_ladder_due(workspace, pmo_workspace_project(workspace), &steps),
			 PMO_OK);
	return steps;
}

/* "1>2 SPO: reason", or "none". */
static const char *step(struct sandbox *box)
{
	struct pmo_escalation_steps steps = steps_of(box);
	assert_in_range(steps.count, 0, 1);
	if (!steps.count)
		return "none";
	const struct pmo_escalation_step *item = &steps.items[0];
	snprintf(box->text, sizeof(box->text), "%d>%d %s: %s", item->from, item->to,
		 item->person ? item->person : "-", item->reason);
	return box->text;
}

static void clocks_run_by_priority_for_what_is_past_due_or_has_no_date(void **state)
{
	/* As of Fri Nov 20; no holidays but weekends. */
	static const struct {
		const char *fields, *step;
	} cases[] = {
		{ "impact: 3\nurgency: 2\nraised: 2026-09-21\ndue: 2026-11-13\n"
		  "escalation_level: 1\n",
		  "1>2 SPO: 5 d past due; 44 d old, and P3 goes to level 2 after 10 d" },
		{ "impact: 3\nurgency: 2\nraised: 2026-09-21\ndue: 2026-11-23\n", "none" },
		{ "impact: 3\nurgency: 2\nraised: 2026-09-21\ndue: 2026-11-20\n", "none" },
		{ "impact: 3\nurgency: 2\nraised: 2026-11-17\ndue: 2026-11-19\n",
		  "0>1 PM: 1 d past due" },
		{ "impact: 3\nurgency: 2\nraised: 2026-11-17\ndue: 2026-11-19\n"
		  "escalation_level: 1\n",
		  "none" },
		{ "impact: 4\nurgency: 1\nraised: 2026-11-20\n",
		  "0>1 PM: no due date; 0 d old, and P1 goes to level 1 after 0 d" },
		{ "impact: 4\nurgency: 2\nraised: 2026-11-16\n",
		  "0>1 PM: no due date; 4 d old, and P2 goes to level 1 after 1 d" },
		{ "impact: 3\nurgency: 2\nraised: 2026-11-16\n", "none" },
		{ "impact: 3\nurgency: 2\nraised: 2026-01-05\nescalation_level: 3\n", "none" },
		{ "impact: 4\nurgency: 1\nraised: 2026-11-02\nescalation_level: 3\n",
		  "3>4 -: no due date; 14 d old, and P1 goes to level 4 after 3 d" },
		{ "impact: 4\nurgency: 1\nraised: 2026-11-02\nescalation_level: 4\n", "none" },
	};
	struct sandbox *box = start();
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		write_issue(box, cases[i].fields);
		assert_string_equal(step(box), cases[i].step);
	}
	sandbox_free(box);
}

static void who_was_asked_last_has_the_time_between_the_clocks(void **state)
{
	struct sandbox *box = start();
	(void)state;
	write_issue(box, "impact: 3\nurgency: 2\nraised: 2026-09-21\ndue: 2026-11-13\n"
			 "escalation_level: 1\nescalated_on: 2026-11-16\n");
	assert_string_equal(step(box), "none");
	write_issue(box, "impact: 3\nurgency: 2\nraised: 2026-09-21\ndue: 2026-11-13\n"
			 "escalation_level: 1\nescalated_on: 2026-11-13\n");
	assert_string_not_equal(step(box), "none");
	sandbox_free(box);
}

static void a_call_that_runs_stops_the_clock_and_silence_goes_up(void **state)
{
	struct sandbox *box = start();
	(void)state;
	write_issue(box, "impact: 3\nurgency: 2\nraised: 2026-09-21\ndue: 2026-11-13\n"
			 "escalation_level: 1\n");
	sandbox_write(box, "cad/escalations/ESC-001.yaml",
		      "title: Call\nitem: ISS-001\nlevel: 1\nowner: PM\nsent: 2026-11-18\n"
		      "due: 2026-11-25\n");
	assert_string_equal(step(box), "none");
	sandbox_write(box, "cad/escalations/ESC-001.yaml",
		      "title: Call\nitem: ISS-001\nlevel: 1\nowner: PM\nsent: 2026-11-16\n"
		      "due: 2026-11-18\n");
	assert_string_equal(step(box), "1>2 SPO: 5 d past due; no answer to ESC-001 in time");
	sandbox_free(box);
}

static void safety_security_and_law_go_straight_up(void **state)
{
	struct sandbox *box = start();
	(void)state;
	write_issue(box, "impact: 2\nurgency: 3\nraised: 2026-11-20\ndue: 2026-12-01\n"
			 "tags: [network, security]\n");
	assert_string_equal(step(box), "0>4 -: due in 7 d; safety, security and legal matters go "
				       "to level 4 at once");
	sandbox_free(box);
}

static void who_acts_for_a_role_is_asked_in_its_place(void **state)
{
	struct sandbox *box = start();
	(void)state;
	sandbox_write(box, "cad/project.yaml",
		      "title: CAD\npm: PM\nsponsor: SPO\nacting:\n"
		      "  - {role: sponsor, person: DCM, from: 2026-11-16, to: 2026-11-27}\n"
		      "  - {role: pm, person: PC, from: 2026-10-01, to: 2026-10-05}\n");
	write_issue(box, "impact: 3\nurgency: 2\nraised: 2026-09-21\ndue: 2026-11-13\n"
			 "escalation_level: 1\n");
	assert_int_equal(strncmp(step(box), "1>2 DCM:", 8), 0);
	write_issue(box, "impact: 3\nurgency: 2\nraised: 2026-09-21\ndue: 2026-11-13\n");
	assert_int_equal(strncmp(step(box), "0>1 PM:", 7), 0);
	sandbox_free(box);
}

static void an_organization_may_set_other_clocks(void **state)
{
	struct sandbox *box = start();
	(void)state;
	write_issue(box, "impact: 3\nurgency: 2\nraised: 2026-11-16\n");
	assert_string_equal(step(box), "none");
	sandbox_write(box, "pmo.yaml", "format: 1\nthresholds:\n  escalate.p3_manager: 2d\n");
	assert_string_equal(step(box),
			    "0>1 PM: no due date; 4 d old, and P3 goes to level 1 after 2 d");
	sandbox_free(box);
}

static void closed_issues_stay_where_they_are(void **state)
{
	struct sandbox *box = start();
	(void)state;
	sandbox_write(box, "cad/issues/ISS-001.yaml",
		      "title: Dock\nstatus: closed\nimpact: 4\nurgency: 1\nraised: 2026-09-04\n");
	assert_string_equal(step(box), "none");
	sandbox_write(box, "cad/project.yaml", "title: CAD\n");
	write_issue(box, "impact: 4\nurgency: 1\nraised: 2026-09-04\n");
	assert_int_equal(strncmp(step(box), "0>1 -:", 6), 0);
	sandbox_free(box);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clocks_run_by_priority_for_what_is_past_due_or_has_no_date),
		cmocka_unit_test(who_was_asked_last_has_the_time_between_the_clocks),
		cmocka_unit_test(a_call_that_runs_stops_the_clock_and_silence_goes_up),
		cmocka_unit_test(safety_security_and_law_go_straight_up),
		cmocka_unit_test(who_acts_for_a_role_is_asked_in_its_place),
		cmocka_unit_test(an_organization_may_set_other_clocks),
		cmocka_unit_test(closed_issues_stay_where_they_are),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
