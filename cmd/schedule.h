/* Between the files of `pmo schedule`. */
#ifndef SCHEDULE_H
#define SCHEDULE_H

#include "cli/cli.h"

#include <pmo/plan.h>

struct schedule_options {
	bool open, override;
	long baseline, near;
	const char *compare;
};

struct schedule {
	struct cli *cli;
	const struct schedule_options *options;
	struct pmo_plan *plan;
	size_t first, end; /* the items that are shown */
	struct pmo_table table;
	bool for_people;
	unsigned marks; /* of plan_view.h: those that the table needs explained */
};

PMO_CHECKED enum pmo_result schedule_add_columns(struct schedule *schedule);
PMO_CHECKED enum pmo_result schedule_add_item(struct schedule *schedule,
					      const struct pmo_plan_item *item, unsigned depth);

/* schedule_compare.c: instead of the table, the dates that the imported file had beside ours. */
PMO_CHECKED enum pmo_result schedule_compare(struct schedule *schedule);

#endif
