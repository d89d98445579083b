/*
 * Why a date is what it is, in sentences that a manager understands; and what differs between
 * two schedules.
 *
 * The chain of an item leads from it back to where it begins: each step is what sets the
 * one before. Its sentences name people and organizations, dates and days, and no ids; those
 * stand in `ids`, for a footer.
 *
 *     struct pmo_why why;
 *     pmo_why_explain(plan, item, &why)         after pmo_plan_compute
 *     why.headline, why.steps[i].text ..., why.earlier, why.room, why.ids
 *
 * Memory is the plan's.
 */
#ifndef PMO_WHY_H
#define PMO_WHY_H

#include <pmo/plan.h>

struct pmo_why_step {
	int item;         /* into items */
	const char *text; /* one or more sentences: what sets its date */
	bool late;        /* it is later than its baseline */
};

struct pmo_why {
	int item;
	const char *headline; /* "Go-live is expected Mar 16, 2027, ... 15 working days late." */
	const char
		*because; /* the root, where that is another item; see pmo_why_because; or NULL */
	const struct pmo_why_step *steps; /* the item first, then what it waits for */
	size_t step_count;
	const char *earlier; /* what one day earlier would need */
	const char *room;    /* how much float there is, and until when */
	const char *ids;     /* "MS-007 < TSK-057 < ... < TSK-031" */
};

PMO_API PMO_CHECKED enum pmo_result pmo_why_explain(struct pmo_plan *plan, int item,
						    struct pmo_why *why);

/* "Go-live", "State message switch interface (Harborlight Integration)". NULL: no memory. */
PMO_API const char *pmo_why_name(struct pmo_plan *plan, int item, bool with_owner);

/* "Harborlight Integration" of a vendor's person, else their name, else the handle. */
PMO_API const char *pmo_why_person(struct pmo_plan *plan, const char *handle);

/*
 * "has to start on Nov 23 (hard), though Build complete is ready Dec 11, 13 days too late": a
 * hard date that goes against a link. NULL: it does not.
 */
PMO_API const char *pmo_why_overruled(struct pmo_plan *plan, int item);

/*
 * The step of a chain that the lateness comes from: the earliest open one that is late by
 * itself, later than what it waits for explains. -1: none, the item is not late.
 */
PMO_API int pmo_why_root(struct pmo_plan *plan, int item);

/*
 * "State message switch interface (Harborlight Integration) will be ready Dec 8 instead of
 * Oct 5, and system integration test, cycle 1 cannot start without it." NULL: no root.
 */
PMO_API const char *pmo_why_because(struct pmo_plan *plan, int item);

/*
 * How much of an item's variance is its own: working days beyond those of what it waited for,
 * or waits for; below zero it has won days back. 0 where it has no variance. *from: that item,
 * -1: none.
 */
PMO_API int32_t pmo_why_own(const struct pmo_plan *plan, int item, int *from);

/* An item whose dates differ between two schedules. */
struct pmo_plan_move {
	int before, after; /* into the items of each; -1: not in that one */
	int32_t from, to;  /* expected finish */
	int32_t start_from, start_to;
	int32_t days; /* working days, later is positive; 0 where one is not known */
	bool has_days;
	bool finish_moves; /* else only its start moves */
};

struct pmo_plan_moves {
	struct pmo_plan_move *items; /* milestones, then tasks, then summaries, in plan order */
	size_t count;
	size_t milestones, tasks, summaries;
	int32_t finish_from, finish_to; /* of the whole project */
	int32_t finish_days;
};

/*
 * What differs, item by item, by id: the plans may be of two workspaces (two revisions) and
 * have other items. Both were computed. Memory is that of `after`.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_plan_compare(const struct pmo_plan *before,
						     struct pmo_plan *after,
						     struct pmo_plan_moves *moves);

#endif
