/* The table of views. */
#include "report_verify.h"
#include "view_table.h"

#include <string.h>

const struct view views[] = {
	{ "risk", &view_matrix_command },
	{ "action", &view_people_command },
	{ "issue", &view_escalations_command },
	{ "budget", &view_budget_table.command },
	{ "budget", &budget_reconcile_command },
	{ "requirement", &view_requirement_coverage.command },
	{ "testplan", &view_testplan_summary.command },
	{ "vendor", &view_vendor_scorecard.command },
	{ "need", &view_need_late.command },
	{ "defect", &view_defect_blockers.command },
	{ "defect", &view_defect_summary.command },
	{ "inquiry", &view_inquiry_clock.command },
	{ "handover", &view_handover_progress.command },
	{ "testplan", &view_testplan_entry.command },
	{ "training", &view_training_coverage.command },
	{ "gonogo", &view_gonogo_table.command },
	{ "purchase", &view_purchase_status.command },
	{ "pilot", &view_pilot_roster.command },
	{ "change", &view_change_pending.command },
	{ "comms", &view_comms_due.command },
	{ "task", &view_late_command },
	{ "milestone", &view_late_command },
	{ "milestone", &view_trend_command },
	{ "estimate", &view_estimate_table_command },
	{ "estimate", &view_estimate_accuracy_command },
	{ "report", &report_verify_command },
	{ "meeting", &meeting_add_command },
	{ "meeting", &meeting_feedback_command },
	{ "meeting", &meeting_series_command },
	{ "person", &depart_command },
	{ "raci", &view_raci_command },
	{ "note", &promote_command },
	{ "issue", &promote_command },
	{ "inquiry", &promote_command },
	{ "inquiry", &inquiry_add_command },
	{ "baseline", &view_baseline_take_command },
	{ "baseline", &view_baseline_add_command },
	{ "calendar", &view_calendar_generate_command },
	{ "task", &view_task_progress_command },
	{ 0 },
};

const struct command *view_find(const struct pmo_schema *schema, const char *name)
{
	for (const struct view *view = views; view->command; view++)
		if (strcmp(view->register_name, schema->table->name) == 0 &&
		    strcmp(view->command->name, name) == 0)
			return view->command;
	return NULL;
}
