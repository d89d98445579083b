/*
 * A project of four tasks and go-live whose figures can be worked out by hand, on Friday,
 * November 20, 2026. Monday to Friday are worked.
 *
 *     task  baseline          now                              cost
 *     A     Nov 2 to Nov 13   done Nov 17 (+2)                 1000.00 BL-001
 *     B     Nov 16 to Nov 27  20 %, 8 d left, to Dec 2 (+3)    1000.00 BL-001, after A
 *     C     Nov 30 to Dec 4   Dec 3 to Dec 9 (+3)               500.00 BL-002, after B and D
 *     D     Nov 16 to Nov 18  not started, Nov 23 to Nov 25     100.00 BL-002, after A
 *     M     Dec 4             Dec 9 (+3)                       after C
 */
#ifndef TESTS_MEASURE_BOX_H
#define TESTS_MEASURE_BOX_H

#include "sandbox.h"

#include <pmo/measure.h>
#include <pmo/why.h>

#define BOX_PLAN                                                                                   \
	"TSK-001:\n  title: Prepare\n  owner: PC\n  duration: 10d\n  costs: [BL-001 1000.00]\n"    \
	"  actual_start: 2026-11-02\n  actual_finish: 2026-11-17\n"                                \
	"TSK-002:\n  title: Build\n  owner: V1\n  duration: 10d\n  preds: [TSK-001]\n"             \
	"  costs: [BL-001 1000.00]\n  actual_start: 2026-11-18\n  percent: 20\n"                   \
	"  remaining: 8d\n"                                                                        \
	"TSK-003:\n  title: Test, once\n  owner: PC\n  duration: 5d\n"                             \
	"  preds: [TSK-002, TSK-004]\n  costs: [BL-002 500.00]\n"                                  \
	"TSK-004:\n  title: Write cases\n  owner: PC\n  duration: 3d\n  preds: [TSK-001]\n"        \
	"  costs: [BL-002 100.00]\n"                                                               \
	"MS-001:\n  title: Go-live\n  preds: [TSK-003]\n"

#define BOX_BASELINE                                                                               \
	"title: One\nstatus: approved\nversion: 1\ndate: 2026-11-01\napproved_by: PC\n"            \
	"reason: first\nmilestones: [MS-001 2026-12-04]\ntasks:\n"                                 \
	"  - {task: TSK-001, start: 2026-11-02, finish: 2026-11-13, costs: [BL-001 1000.00]}\n"    \
	"  - {task: TSK-002, start: 2026-11-16, finish: 2026-11-27, costs: [BL-001 1000.00]}\n"    \
	"  - {task: TSK-003, start: 2026-11-30, finish: 2026-12-04, costs: [BL-002 500.00]}\n"

static inline struct sandbox *measure_box(const char *plan, const char *last_line)
{
	struct sandbox *box = sandbox_new();
	char baseline[2048];
	snprintf(baseline, sizeof(baseline), "%s%s", BOX_BASELINE, last_line);
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "people.yaml",
		      "PC: {name: Pat Coordinator, type: team}\n"
		      "V1: {name: Vera Nolan, type: vendor, vendor: VEN-001}\n");
	sandbox_write(box, "vendors.yaml", "VEN-001: {name: Acme}\n");
	sandbox_write(box, "cad/project.yaml", "title: CAD\nstart: 2026-11-02\n");
	sandbox_write(box, "cad/plan.yaml", plan);
	sandbox_write(box, "cad/baselines/BSL-001.yaml", baseline);
	sandbox_write(box, "cad/budget.yaml",
		      "BL-001: {title: Work, original: 2000.00, ac_basis: earned}\n"
		      "BL-002: {title: Labor, original: 600.00}\n"
		      "BL-009: {title: Spare, category: contingency, original: 90.00}\n");
	sandbox_write(box, "cad/expenses.yaml",
		      "EXP-001: {title: a, line: BL-001, date: 2026-11-10, amount: 1100.00}\n"
		      "EXP-002: {title: b, line: BL-002, date: 2026-11-10, amount: 50.00}\n"
		      "EXP-003: {title: c, line: BL-009, date: 2026-11-10, amount: 7.00}\n"
		      "EXP-004: {title: d, line: BL-002, date: 2026-11-10, amount: 9.00,"
		      " status: void}\n");
	sandbox_open(box);
	return box;
}

#define BOX_LAST                                                                                   \
	"  - {task: TSK-004, start: 2026-11-16, finish: 2026-11-18, costs: [BL-002 100.00]}\n"

static inline struct pmo_plan *measure_plan(struct sandbox *box)
{
	const struct pmo_project *project = pmo_workspace_project(box->workspace);
	struct pmo_plan *plan = NULL;
	assert_int_equal(pmo_plan_schedule(box->workspace, project, NULL, &plan), PMO_OK);
	return plan;
}

static inline int32_t measure_day(int month, int day)
{
	int32_t date = PMO_DATE_NONE;
	assert_int_equal(pmo_date_from_civil(2026, month, day, &date), PMO_OK);
	return date;
}

#endif
