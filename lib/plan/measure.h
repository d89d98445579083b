/* Between the files of the measures. */
#ifndef PLAN_MEASURE_H
#define PLAN_MEASURE_H

#include "base/map.h"

#include <pmo/measure.h>

/* A task of the baseline. */
struct evm_task {
	int item; /* into items; -1: it is not in the plan any more */
	int32_t start, finish;
	int32_t span; /* working days of it */
};

/* What a task of the baseline costs on one line. */
struct evm_cost {
	size_t task, line;
	int64_t cents;
};

struct evm_work {
	struct pmo_plan *plan;
	struct pmo_evm *evm;
	struct map lines; /* id to the line's number + 1; a line left out is there as ~0 */
	size_t line_capacity;
	struct evm_task *tasks;
	size_t task_count, task_capacity;
	struct evm_cost *costs;
	size_t cost_count, cost_capacity;
	bool too_large; /* an amount did not fit */
};

/* Working days from the first to the last one, both included; 0 when there is none. */
int32_t measure_span(const struct pmo_calendar *calendar, int32_t first, int32_t last);

/* How many of a span are over by the end of a day. */
int32_t measure_elapsed(const struct pmo_calendar *calendar, const struct evm_task *task,
			int32_t day);

/* What of a cost was planned by the end of a day. */
int64_t evm_planned(struct evm_work *work, const struct evm_cost *cost, int32_t day);

/* A ratio whose divisor is positive, else n/a. */
struct pmo_ratio measure_ratio(int64_t over, int64_t under);

/* The tasks of the plan's baseline that are no summaries; PMO_OK without a baseline, too. */
PMO_CHECKED enum pmo_result evm_read_tasks(struct evm_work *work);

/* The figures that follow from BAC, PV, EV and AC. */
void evm_derive(struct evm_work *work);
void evm_schedule(struct evm_work *work);

#endif
