/*
 * What the plan has for the next days: tasks that finish, tasks that start, milestones. A task
 * that starts and finishes within them is in both lists. What is done is in none; nor is a
 * summary, which has nothing to do itself.
 */
#ifndef PMO_LOOKAHEAD_H
#define PMO_LOOKAHEAD_H

#include <pmo/plan.h>

enum pmo_ahead_kind { PMO_AHEAD_FINISH, PMO_AHEAD_START, PMO_AHEAD_MILESTONE };

struct pmo_ahead {
	enum pmo_ahead_kind kind;
	int item; /* into the plan's items */
	int32_t date;
};

struct pmo_lookahead {
	int32_t from, to;   /* both days inside */
	const char *person; /* owner or assignee, a handle; NULL: everybody's */
	/* Filled: by kind, then by date, then as in the outline. Memory of the plan. */
	struct pmo_ahead *items;
	size_t count;
};

/* `from`, `to` and `person` are set; the plan was computed. */
PMO_API PMO_CHECKED enum pmo_result pmo_plan_lookahead(struct pmo_plan *plan,
						       struct pmo_lookahead *ahead);

/* Whether a person owns an item or is assigned to it. */
PMO_API bool pmo_plan_is_of(const struct pmo_plan_item *item, const char *person);

#endif
