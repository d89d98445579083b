/* Inside the layer: the steps of implementing a change. */
#ifndef PRACTICE_IMPLEMENT_H
#define PRACTICE_IMPLEMENT_H

#include "practice/effect.h"

#include <pmo/plan.h>

struct implement {
	struct pmo_effect *effect;
	const struct pmo_record *change; /* as it would be */
	const struct pmo_project *project;
	struct pmo_plan *before, *after; /* the plan without and with the change */
	const char *line;                /* budget line that gets the money, or NULL */
	int64_t cost;                    /* cents */
	const char *approver;            /* who approved last, or NULL */
	struct pmo_draft **tasks;        /* beside the change's new_tasks */
	size_t task_count;
	bool moves_plan; /* it has work for the plan */
};

/* Money: a transfer, or new money on the line; and the contract's amendment. */
PMO_CHECKED enum pmo_result implement_money(struct implement *work);

/* The lines of what_if and the new tasks, in both plans and in the records. */
PMO_CHECKED enum pmo_result implement_plan(struct implement *work);

/* The next baseline; the one before is superseded. */
PMO_CHECKED enum pmo_result implement_baseline(struct implement *work);

#endif
