/* What lies ahead: look-ahead, workload over people and weeks, the trend of milestones. */
#include "sandbox.h"

#include <pmo/lookahead.h>
#include <pmo/trend.h>
#include <pmo/workload.h>

static const char people[] =
	"ANN: {name: Ann, leave: [2026-11-24..2026-11-25 vacation]}\n"
	"BEN: {name: Ben, leave: [2026-11-23..2026-11-27 vacation CEE]}\n"
	"CEE: {name: Cee, allocation: 50}\n"
	"DEE: {name: Dee, work_days: [mon, tue]}\n";

static struct sandbox *start(const char *plan)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "people.yaml", people);
	sandbox_write(box, "calendars/office.yaml",
		      "name: Office\nholidays: [2026-12-03 A, 2026-12-04 B]\n");
	sandbox_write(box, "cad/project.yaml",
		      "title: CAD\nstart: 2026-11-02\ncalendar: office\n");
	sandbox_write(box, "cad/plan.yaml", plan);
	return box;
}

static int32_t day(int month, int number)
{
	int32_t date = PMO_DATE_NONE;
	assert_int_equal(pmo_date_from_civil(2026, month, number, &date), PMO_OK);
	return date;
}

static struct pmo_plan *schedule(struct sandbox *box)
{
	struct pmo_plan *plan = NULL;
	sandbox_open(box);
	assert_int_equal(pmo_plan_schedule(box->workspace, pmo_workspace_project(box->workspace),
					   NULL, &plan),
			 PMO_OK);
	assert_int_equal(plan->as_of, day(11, 20));
	return plan;
}

static int64_t load_of(const struct pmo_workload *load, const char *handle, size_t week)
{
	for (size_t i = 0; i < load->person_count; i++)
		if (strcmp(load->people[i].handle, handle) == 0)
			return load->people[i].load[week];
	return -1;
}

static const struct pmo_workload_person *person_of(const struct pmo_workload *load,
						   const char *handle)
{
	for (size_t i = 0; i < load->person_count; i++)
		if (strcmp(load->people[i].handle, handle) == 0)
			return &load->people[i];
	fail_msg("nobody is called %s", handle);
	return NULL;
}

static void fill(struct sandbox *box, struct pmo_plan *plan, struct pmo_workload *load)
{
	assert_int_equal(pmo_workload_begin(box->workspace, day(11, 25), 3, load), PMO_OK);
	assert_int_equal(load->from, day(11, 23));
	assert_int_equal(pmo_workload_add(load, plan), PMO_OK);
	pmo_workload_end(load);
}

static void leave_counts_nothing_and_a_delegate_gets_it(void **state)
{
	(void)state;
	struct sandbox *box =
		start("TSK-001: {title: A, duration: 5d, assignees: [ANN, BEN 40%]}\n");
	struct pmo_plan *plan = schedule(box);
	struct pmo_workload load;
	fill(box, plan, &load);
	/* Ann is away for two of five days; Ben all week, and Cee does his part. */
	assert_int_equal(load_of(&load, "ANN", 0), 6000);
	assert_int_equal(person_of(&load, "ANN")->capacity[0], 6000);
	assert_int_equal(person_of(&load, "ANN")->over, 0);
	assert_int_equal(load_of(&load, "BEN", 0), -1);
	assert_int_equal(load_of(&load, "CEE", 0), 4000);
	assert_string_equal(load.parts[load.part_count - 1].instead_of, "BEN");
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void an_owner_counts_with_what_is_planned_with(void **state)
{
	(void)state;
	struct sandbox *box = start("TSK-001: {title: A, owner: CEE, duration: 5d}\n"
				    "TSK-002: {title: B, duration: 5d, assignees: [CEE 20%]}\n");
	struct pmo_plan *plan = schedule(box);
	struct pmo_workload load;
	fill(box, plan, &load);
	assert_int_equal(load_of(&load, "CEE", 0), 7000);
	assert_int_equal(person_of(&load, "CEE")->capacity[0], 5000);
	assert_true(pmo_workload_is_over(person_of(&load, "CEE"), 0));
	assert_int_equal(person_of(&load, "CEE")->over, 1);
	assert_true(load.parts[0].assumed);
	assert_false(load.parts[1].assumed);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void a_week_with_holidays_is_full_with_the_days_it_has(void **state)
{
	(void)state;
	struct sandbox *box = start("TSK-001: {title: A, owner: FAY, duration: 8d}\n"
				    "TSK-002: {title: B, owner: DEE, duration: 3d}\n");
	struct pmo_plan *plan = schedule(box);
	struct pmo_workload load;
	fill(box, plan, &load);
	/* Five days, then the three of the week with two holidays, then nothing. */
	assert_int_equal(load_of(&load, "FAY", 0), 10000);
	assert_in_range(load_of(&load, "FAY", 1), 9998, 10000);
	assert_int_equal(load_of(&load, "FAY", 2), 0);
	assert_int_equal(person_of(&load, "FAY")->over, 0);
	/* Two days are Dee's whole week. */
	assert_int_equal(load_of(&load, "DEE", 0), 10000);
	assert_int_equal(load_of(&load, "DEE", 1), 5000);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void what_is_done_or_left_out_is_no_work(void **state)
{
	(void)state;
	struct sandbox *box = start("TSK-001: {title: A, owner: ANN, duration: 5d, actual_start: "
				    "2026-11-16, actual_finish: 2026-11-20}\n"
				    "TSK-002: {title: B, owner: ANN, duration: 5d, status: "
				    "cancelled}\n"
				    "TSK-003: {title: C, owner: ANN, duration: soon}\n");
	struct pmo_plan *plan = schedule(box);
	struct pmo_workload load;
	fill(box, plan, &load);
	assert_true(load_of(&load, "ANN", 1) <= 0);
	assert_int_equal(pmo_workload_begin(box->workspace, PMO_DATE_MAX, 3, &load), PMO_INVALID);
	assert_int_equal(pmo_workload_begin(box->workspace, day(11, 20), 54, &load), PMO_INVALID);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void the_days_ahead_have_what_finishes_starts_and_is_reached(void **state)
{
	(void)state;
	struct sandbox *box =
		start("TSK-001: {title: A, owner: ANN, duration: 5d, actual_start: 2026-11-16, "
		      "remaining: 3d}\n"
		      "TSK-002: {title: B, owner: CEE, duration: 2d, assignees: [DEE]}\n"
		      "TSK-003: {title: C, owner: CEE, duration: 30d}\n"
		      "MS-001: {title: M, owner: CEE, preds: [TSK-002]}\n");
	struct pmo_plan *plan = schedule(box);
	struct pmo_lookahead ahead = { .from = day(11, 21), .to = day(12, 4) };
	assert_int_equal(pmo_plan_lookahead(plan, &ahead), PMO_OK);
	assert_int_equal(ahead.count, 5);
	static const struct {
		enum pmo_ahead_kind kind;
		int item;
	} expected[] = {
		{ PMO_AHEAD_FINISH, 1 }, { PMO_AHEAD_FINISH, 0 },    { PMO_AHEAD_START, 1 },
		{ PMO_AHEAD_START, 2 },  { PMO_AHEAD_MILESTONE, 3 },
	};
	for (size_t i = 0; i < ahead.count; i++) {
		assert_int_equal(ahead.items[i].kind, expected[i].kind);
		assert_int_equal(ahead.items[i].item, expected[i].item);
	}
	ahead.person = "DEE";
	assert_int_equal(pmo_plan_lookahead(plan, &ahead), PMO_OK);
	assert_int_equal(ahead.count, 2);
	ahead.to = ahead.from;
	assert_int_equal(pmo_plan_lookahead(plan, &ahead), PMO_OK);
	assert_int_equal(ahead.count, 0);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void report(struct sandbox *box, const char *name, const char *as_of, const char *rest)
{
	char path[64], text[512];
	snprintf(path, sizeof(path), "cad/reports/%s.yaml", name);
	snprintf(text, sizeof(text), "title: R\nstatus: sent\nas_of: %s\n%s\n", as_of, rest);
	sandbox_write(box, path, text);
}

#define MONTHLY "kind: monthly\nmilestones: "

static struct sandbox *with_reports(void)
{
	struct sandbox *box = start("TSK-001: {title: A, duration: 20d}\n"
				    "MS-001: {title: M, preds: [TSK-001]}\n"
				    "MS-002: {title: N, preds: [TSK-001]}\n");
	/* Not in the order of their dates; one is a draft's, one comes after the as-of date. */
	report(box, "RPT-002", "2026-10-30", MONTHLY "[MS-001 2026-12-15, MS-002 2026-12-14]");
	report(box, "RPT-003", "2026-09-25", MONTHLY "[MS-001 2026-12-14, MS-002 2026-12-15]");
	report(box, "RPT-004", "2026-08-28", MONTHLY "[MS-001 2026-12-11, MS-009 2026-12-11]");
	report(box, "RPT-005", "2026-11-13", "milestones: [MS-001 2026-12-01]");
	report(box, "RPT-006", "2026-12-18", MONTHLY "[MS-001 2027-06-01]");
	sandbox_write(box, "cad/reports/RPT-007.yaml",
		      "title: R\nas_of: 2026-11-06\n" MONTHLY "[MS-001 2027-06-01]\n");
	return box;
}

static void three_slips_in_a_row_are_sliding(void **state)
{
	(void)state;
	struct sandbox *box = with_reports();
	struct pmo_plan *plan = schedule(box);
	struct pmo_trend trend;
	assert_int_equal(pmo_trend_begin(plan, NULL, &trend), PMO_OK);
	assert_string_equal(trend.kind, "monthly");
	assert_int_equal(trend.report_count, 3);
	assert_int_equal(pmo_trend_add(&trend, "now", plan), PMO_OK);
	pmo_trend_measure(&trend);
	assert_string_equal(trend.reports[0].name, "RPT-004");
	assert_int_equal(trend.reports[0].slips[0], PMO_TREND_NO_SLIP);
	assert_int_equal(trend.reports[1].slips[0], 1);
	assert_int_equal(trend.reports[2].slips[0], 1);
	/* Twenty days from Nov 23, two of them holidays: Dec 22. */
	assert_int_equal(trend.reports[3].forecasts[0], day(12, 22));
	assert_int_equal(trend.reports[3].slips[0], 5);
	assert_true(trend.lines[0].sliding);
	assert_int_equal(trend.lines[0].run.in_row, 3);
	/* The other one came back in between, and no report of August says a word of it. */
	assert_int_equal(trend.lines[1].run.seen, 3);
	assert_int_equal(trend.reports[1].slips[1], PMO_TREND_NO_SLIP);
	assert_int_equal(trend.reports[2].slips[1], -1);
	assert_int_equal(trend.lines[1].run.in_row, 1);
	assert_false(trend.lines[1].sliding);
	assert_false(trend.lines[0].has_total);
	pmo_plan_free(plan);
	sandbox_free(box);
}

static void reports_of_all_kinds_or_of_none(void **state)
{
	(void)state;
	struct sandbox *box = with_reports();
	struct pmo_plan *plan = schedule(box);
	struct pmo_trend trend;
	assert_int_equal(pmo_trend_begin(plan, "all", &trend), PMO_OK);
	assert_int_equal(trend.report_count, 4);
	assert_int_equal(pmo_trend_begin(plan, "weekly", &trend), PMO_OK);
	assert_int_equal(trend.report_count, 1);
	assert_string_equal(trend.reports[0].name, "RPT-005");
	assert_int_equal(pmo_trend_begin(plan, "none", &trend), PMO_OK);
	pmo_trend_measure(&trend);
	assert_int_equal(trend.report_count, 0);
	assert_int_equal(trend.line_count, 2);
	assert_int_equal(trend.lines[0].run.seen, 0);
	pmo_plan_free(plan);
	sandbox_free(box);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leave_counts_nothing_and_a_delegate_gets_it),
		cmocka_unit_test(an_owner_counts_with_what_is_planned_with),
		cmocka_unit_test(a_week_with_holidays_is_full_with_the_days_it_has),
		cmocka_unit_test(what_is_done_or_left_out_is_no_work),
		cmocka_unit_test(the_days_ahead_have_what_finishes_starts_and_is_reached),
		cmocka_unit_test(three_slips_in_a_row_are_sliding),
		cmocka_unit_test(reports_of_all_kinds_or_of_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
