/* Opening the status of the project at hand, for the commands that print it. */
#ifndef STATUS_H
#define STATUS_H

#include "cli/cli.h"

#include <pmo/status.h>

struct status_work {
	struct pmo_status status;
	struct pmo_plan *plan;
};

/* Schedules the plan, too; a plan that cannot be scheduled is told and left out. */
PMO_CHECKED enum pmo_result status_open(struct cli *cli, bool month, struct status_work *work);
void status_close(struct status_work *work);

/* "week" or "month" among the operands; PMO_USAGE, told, when it is neither. */
PMO_CHECKED enum pmo_result status_period(int argc, char **argv, bool *month);

/* Whether a report has a row for the color of an area. */
bool status_has_area(const struct pmo_record *report, const char *name);

/* Where a person writes what is missing, and the command for a way back to green. */
void status_say_where(const struct pmo_status *status);

/* --override, --draft, --send: what is written. */
struct status_options {
	bool draft, send, uncommitted;
	const char *override, *to;
};

PMO_CHECKED enum pmo_result status_draft(struct cli *cli, struct pmo_status *status);
PMO_CHECKED enum pmo_result status_override(struct cli *cli, struct pmo_status *status,
					    const char *what);
PMO_CHECKED enum pmo_result status_send(struct cli *cli, struct pmo_status *status,
					const struct status_options *options);

#endif
