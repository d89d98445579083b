/*
 * The built-in registers, one file each, and the vocabulary that several share.
 *
 * A table says what is true of any organization. What differs between them (bands,
 * thresholds, numbers of quotes) stands as a derived field, so that pmo.yaml can say the
 * same field again with other numbers. To add a register: a file, a line here, a line in
 * all.c, a fixture.
 *
 * Where the date that counts as due depends on the state, it is the derived field
 * next_due beside the stored ones.
 */
#ifndef REGISTERS_REGISTERS_H
#define REGISTERS_REGISTERS_H

#include <pmo/schema.h>

extern const struct pmo_register register_action, register_announcement, register_asset,
	register_assumption, register_baseline, register_budget, register_calendar, register_change,
	register_checkin, register_comms, register_communication, register_compliance,
	register_contract, register_cutover, register_decision, register_defect,
	register_deliverable, register_document, register_escalation, register_estimate,
	register_expense, register_gonogo, register_handover, register_inquiry, register_issue,
	register_lesson, register_meeting, register_metric, register_milestone, register_need,
	register_note, register_ocm, register_person, register_pilot, register_project,
	register_purchase, register_raci, register_report, register_requirement, register_risk,
	register_task, register_testcase, register_testplan, register_testrun, register_training,
	register_transfer, register_transmittal, register_vendor, register_waiver;

/* low, medium, high; and high, normal, low */
extern const char *const register_levels[];
extern const char *const register_priorities[];

/* S1 to S4: what a defect does to who works with it */
extern const char *const register_severities[];

/* mon to sun */
extern const char *const register_weekdays[];

/* pending, approved, rejected, deferred, returned */
extern const char *const register_verdicts[];

/* A person's approval: `SPO approved 2026-10-21`. */
extern const struct pmo_field register_approval_members[];
#define REGISTER_APPROVAL_BRIEF "person decision date?"

/* A criterion and whether it is met. */
extern const struct pmo_field register_criterion_members[];

/* Days away: `2026-11-16..2026-11-27 vacation DSP`. */
extern const struct pmo_field register_leave_members[];
#define REGISTER_LEAVE_BRIEF "from..to kind? delegate?"

/* Cost by budget line: `BL-005 2000.00`. */
extern const struct pmo_field register_cost_members[];
#define REGISTER_COST_BRIEF "line amount"

/* The network of tasks and milestones: `TSK-012 SS+10d`, `TSK-012 FS+50%`, `snet 2026-10-05`. */
extern const struct pmo_field register_link_members[];
#define REGISTER_LINK_BRIEF "task type?lag?lag_share?"
extern const struct pmo_field register_constraint_members[];
#define REGISTER_CONSTRAINT_BRIEF "kind date?"

#endif
