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
extern const struct command view_late_command;
extern const struct command view_trend_command;
extern const struct command view_estimate_table_command;
extern const struct command view_estimate_accuracy_command;

/* All views, ended by an empty row. */
extern const struct view views[];

const struct command *view_find(const struct pmo_schema *schema, const char *name);

#endif
