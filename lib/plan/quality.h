/* Between the files of the fourteen checks. */
#ifndef PLAN_QUALITY_H
#define PLAN_QUALITY_H

#include "plan/plan.h"

#include <pmo/measure.h>

struct quality_work {
	struct plan *plan;
	const struct pmo_measures *measures;
	struct pmo_quality *quality;
	int *items; /* of the check in hand */
	int *links;
	size_t item_count, link_count;
	int open_starts, open_ends; /* items without predecessor, without successor */
};

/* An open task of the project's own that checks count. */
bool quality_is_incomplete(const struct pmo_plan_item *item);

/* The critical path test: 600 days more on a critical task must move the end as far. */
PMO_CHECKED enum pmo_result quality_try_path(struct quality_work *work,
					     struct pmo_quality_check *check);

#endif
