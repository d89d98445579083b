/*
 * Taking a baseline: the plan as it is computed now, and the budget, become a record that is
 * proposed. Whoever may approves it; from then on it stays as it is.
 */
#ifndef PMO_BASELINE_H
#define PMO_BASELINE_H

#include <pmo/plan.h>
#include <pmo/update.h>

struct pmo_baseline_wanted {
	const char *reason; /* NULL: of the first one, that it is the first */
	const char *change; /* id of the change request that allows it, or NULL */
	int version;        /* out */
	size_t tasks, milestones;
	int64_t budget; /* cents */
};

/*
 * The plan must be computed. PMO_REFUSED with a diagnostic each when it has no work, or dates
 * that are not sure.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_baseline_take(struct pmo_update *update,
						      const struct pmo_plan *plan,
						      struct pmo_baseline_wanted *wanted,
						      struct pmo_draft **draft);

#endif
