/*
 * Views: reports on one register, `pmo risk matrix`. A view is a file view_<name>.c and a
 * row here.
 */
#ifndef VIEW_H
#define VIEW_H

#include "cli/cli.h"

struct view {
	const char *register_name;
	const struct command *command; /* its name is the view's */
};

extern const struct command view_matrix_command;
extern const struct command view_escalations_command;
extern const struct command view_people_command;
extern const struct command view_baseline_take_command;
extern const struct command view_baseline_add_command;
extern const struct command view_calendar_generate_command;
extern const struct command view_task_progress_command;
extern const struct command view_raci_command;

/* Verbs of one register that do more than a move. */
extern const struct command depart_command;
extern const struct command inquiry_add_command;
extern const struct command promote_command;
extern const struct command view_late_command;
extern const struct command budget_reconcile_command;
extern const struct command view_trend_command;
extern const struct command view_estimate_table_command;
extern const struct command view_estimate_accuracy_command;

extern const struct command meeting_add_command;
extern const struct command meeting_feedback_command;
extern const struct command meeting_series_command;

/* All views, ended by an empty row. */
extern const struct view views[];

const struct command *view_find(const struct pmo_schema *schema, const char *name);

#endif
