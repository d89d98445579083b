/*
 * Workload: who is planned with how much, week by week, over projects.
 *
 *     pmo_workload_begin(workspace, from, weeks, &load)
 *     pmo_workload_add(&load, plan)            for each project's computed plan
 *     pmo_workload_end(&load)
 *
 * What is to be done of a task counts its assignees with their units, else its owner with all
 * of the time that is planned with (`allocation` of the person, 100 % when absent). A day of
 * it counts where the task is worked. On days of leave nothing counts, or the one who stands
 * in gets it. A load is a share of the working days of a person's week, so a holiday makes
 * nobody over-allocated; what they can give is that share less leave, times their allocation.
 */
#ifndef PMO_WORKLOAD_H
#define PMO_WORKLOAD_H

#include <pmo/plan.h>

enum { PMO_WORKLOAD_WEEKS = 53 };

/* One task's part in a person's week. */
struct pmo_workload_part {
	const char *person; /* handle */
	size_t week;
	const struct pmo_project *project;
	const char *id, *wbs, *title; /* of the task */
	int64_t load;                 /* hundredths of a percent of the week */
	bool assumed;                 /* nobody is assigned: the owner counts in full */
	const char *instead_of;       /* whose leave it is, or NULL */
};

struct pmo_workload_person {
	const char *handle;
	int64_t load[PMO_WORKLOAD_WEEKS], capacity[PMO_WORKLOAD_WEEKS];
	size_t over; /* weeks in which the load exceeds the capacity */
};

struct pmo_workload {
	struct pmo_workspace *workspace;
	struct pmo_arena *arena; /* of the workspace */
	int32_t from;            /* a Monday */
	size_t weeks;
	struct pmo_workload_person *people; /* by handle */
	size_t person_count, person_capacity;
	struct pmo_workload_part *parts; /* by person, week, project, in outline order */
	size_t part_count, part_capacity;
};

/* from: any day of the first week; weeks: 1 to PMO_WORKLOAD_WEEKS. */
PMO_API PMO_CHECKED enum pmo_result pmo_workload_begin(struct pmo_workspace *workspace,
						       int32_t from, size_t weeks,
						       struct pmo_workload *load);
PMO_API PMO_CHECKED enum pmo_result pmo_workload_add(struct pmo_workload *load,
						     struct pmo_plan *plan);
PMO_API void pmo_workload_end(struct pmo_workload *load);

/* Whether a week is more than the person can give. */
static inline bool pmo_workload_is_over(const struct pmo_workload_person *person, size_t week)
{
	return person->load[week] > person->capacity[week];
}

#endif
