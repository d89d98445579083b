/*
 * The plan: tasks and milestones, scheduled.
 *
 * Records state facts: durations, links, actual dates, percent. Everything else follows
 * from the network and is computed here, never stored:
 *
 *     pmo_plan_read(workspace, project, &options, &plan)     records become arrays
 *     pmo_plan_change(plan, "5.4 remaining=5d")              what-if, in memory alone
 *     pmo_plan_compute(plan)                                 dates, floats, causes
 *     plan->items[i].finish ...
 *     pmo_plan_free(plan)
 *
 * The forward pass gives early dates, the backward pass late ones; floats follow from
 * both (J. E. Kelley, M. R. Walker, 1959; with lags and calendars as in the precedence
 * diagramming method). Time is counted in working minutes of each item's calendar; the
 * dates are days: a task of one day starts and finishes on the same day, a milestone
 * stands on the day of its last predecessor's finish.
 *
 * With progress: what is done keeps its actual dates; what is under way goes on at the
 * first working day after the as-of date, but not before its predecessors are done
 * (retained logic), for what remains; what has not started starts no earlier than that.
 *
 * An item with a bad value (a duration that is none, a predecessor that is not there) has
 * a fault; what depends on it is not sure. Whoever shows dates names the faults first and
 * marks what is not sure.
 */
#ifndef PMO_PLAN_H
#define PMO_PLAN_H

#include <pmo/workspace.h>

enum pmo_item_kind {
	PMO_ITEM_TASK,
	PMO_ITEM_MILESTONE,
	PMO_ITEM_SUMMARY, /* its dates and percent are those of what is below it */
	PMO_ITEM_EFFORT,  /* level of effort: as long as what it is tied to; never critical */
};

enum pmo_link_kind { PMO_LINK_FS, PMO_LINK_SS, PMO_LINK_FF, PMO_LINK_SF };

enum pmo_item_state { PMO_ITEM_NOT_STARTED, PMO_ITEM_UNDER_WAY, PMO_ITEM_DONE, PMO_ITEM_LEFT_OUT };

/* What sets an item's start (or, of a milestone, its date). */
enum pmo_plan_cause_kind {
	PMO_CAUSE_PROJECT_START, /* nothing but the first day of the project */
	PMO_CAUSE_LINK,          /* a predecessor: link */
	PMO_CAUSE_CONSTRAINT,    /* a date that its record asks for */
	PMO_CAUSE_AS_OF,         /* nothing can start before the day after the as-of date */
	PMO_CAUSE_ACTUAL,        /* it has started, or is done */
	PMO_CAUSE_TYPED,         /* scheduled by hand, or a forecast that a person gave */
	PMO_CAUSE_LEAVE,         /* its owner is away */
	PMO_CAUSE_CHILDREN,      /* of a summary: item is the one that sets it */
};

struct pmo_plan_cause {
	enum pmo_plan_cause_kind kind;
	int link;          /* into links; -1: none */
	int item;          /* the item that it comes from; -1: none */
	int32_t away_from; /* days that working time skips before the date: leave of the owner; */
	int32_t away_to;   /* PMO_DATE_NONE: none */
};

struct pmo_plan_link {
	int from, to; /* predecessor, successor: into items */
	enum pmo_link_kind kind;
	int64_t lag;       /* minutes; negative: a lead */
	bool elapsed;      /* the lag counts clock time */
	bool is_share;     /* the lag is a share of the predecessor's duration, in lag_share */
	int32_t lag_share; /* hundredths of a percent */
	bool driving;      /* it sets the successor's date */
	int32_t slack;     /* working days */
};

struct pmo_plan_item {
	const struct pmo_record *record;
	const struct pmo_project *project;
	const char *id, *title;
	const char *wbs;   /* stored, or the outline number; never NULL */
	const char *owner; /* handle, or NULL */
	enum pmo_item_kind kind;
	enum pmo_item_state state;
	int parent; /* into items; -1: at the top */
	unsigned depth;

	/* What is expected now: actual dates where they are, else the forecast. */
	int32_t start, finish; /* PMO_DATE_NONE: nothing can be told */
	int32_t actual_start, actual_finish;
	int32_t early_start, early_finish, late_start, late_finish;
	int32_t deadline;
	int32_t baseline_start, baseline_finish; /* PMO_DATE_NONE: not in the baseline */
	int32_t original_finish;                 /* of the first baseline */
	int32_t variance; /* working days, late is positive; see has_variance */
	bool has_variance;
	/* Typed by hand, not done, and passed: nobody has said when it will be. */
	bool missed;
	int32_t behind; /* working days: the variance; of a missed date at least up to time_now */

	int64_t duration, remaining; /* working minutes of its calendar */
	int64_t day_minutes;         /* working minutes of one of its days, for durations in days */
	int32_t percent;             /* hundredths of a percent, 4500: 45 % */
	bool percent_by_cost;        /* of a summary: weighted by cost, else by duration */
	int64_t cost;                /* planned, cents */
	bool has_cost;

	/* Whole working days; the minutes beside them, in the item's calendar. */
	int32_t total_float, free_float, interfering_float, independent_float;
	int64_t total_float_minutes, free_float_minutes;
	bool has_float; /* no: done, left out, a summary without open work */

	bool critical;        /* total float <= the threshold */
	bool longest;         /* on the longest path to the last finish */
	bool near_critical;   /* total float within the near threshold, and not critical */
	bool late;            /* not done though its baseline finish or deadline has passed */
	bool starts_late;     /* not started though its baseline start has passed */
	bool out_of_sequence; /* started before its logic allowed it */
	bool by_hand;         /* scheduled by hand */
	bool sure;            /* no fault on any path that leads to it */
	const char *fault;    /* what is wrong with its own data, or NULL */

	struct pmo_plan_cause cause;
	int overruled;            /* the link that its hard date goes most against; -1: none */
	int first_in, in_count;   /* plan->incoming[first_in ...]: indexes of links */
	int first_out, out_count; /* plan->outgoing[first_out ...] */
};

enum { PMO_BASELINE_NONE = -1, PMO_BASELINE_CURRENT = 0 };

struct pmo_plan_options {
	bool progress_override; /* what is under way goes on whatever its predecessors do */
	int baseline;           /* a version; PMO_BASELINE_CURRENT: the last approved one */
	int critical_float;     /* threshold in working days; 0 */
	int near_float;         /* threshold in working days; 0: five */
	bool alone;             /* links to other projects keep those projects' own dates */
};

struct pmo_plan {
	struct pmo_arena *arena;
	struct pmo_workspace *workspace;
	const struct pmo_project *project;
	int32_t as_of, time_now; /* time_now: the next working day after as_of */
	int32_t project_start;
	struct pmo_plan_item *items; /* in outline order; of other projects only what is linked */
	size_t item_count;
	size_t own_count; /* the first ones are the project's own */
	struct pmo_plan_link *links;
	size_t link_count;
	const int *incoming, *outgoing;
	int32_t start, finish;               /* of the whole project */
	int32_t percent_by_duration;         /* of all its tasks, hundredths of a percent */
	int32_t percent_by_cost;             /* -1: not every task has a cost */
	const struct pmo_record *baseline;   /* that variances are against, or NULL */
	const struct pmo_record *original;   /* the first approved one, or NULL */
	const struct pmo_calendar *calendar; /* of the project */
	size_t fault_count;                  /* items with a fault */
	const char *fault;                   /* of the whole: its calendar is not there; or NULL */
	const int *cycle;                    /* items of a loop, when compute refused; else NULL */
	size_t cycle_count;
};

/*
 * Makes the model of a project's plan. Faults of single records are in their items. Free it
 * whatever happens, when *plan is not NULL.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_plan_read(struct pmo_workspace *workspace,
						  const struct pmo_project *project,
						  const struct pmo_plan_options *options,
						  struct pmo_plan **plan);

/*
 * Changes the model: `5.4 remaining=5d`, `5.4 duration=+3d`, `drop link M5 5.4`, `add link
 * 6.3 5.4 SS+2d`, `5.4 owner=INF`, `drop 5.9`, `M5 constraint='snet 2026-12-20'`. The records
 * stay. PMO_USAGE with a diagnostic when it is not understood.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_plan_change(struct pmo_plan *plan, const char *text);

/*
 * Forward and backward pass. PMO_REFUSED with a diagnostic that prints the loop by name
 * when the links form one. Time is linear in items and links.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_plan_compute(struct pmo_plan *plan);

/* Read and compute. */
PMO_API PMO_CHECKED enum pmo_result pmo_plan_schedule(struct pmo_workspace *workspace,
						      const struct pmo_project *project,
						      const struct pmo_plan_options *options,
						      struct pmo_plan **plan);

PMO_API void pmo_plan_free(struct pmo_plan *plan);

/*
 * A calendar of the workspace by its handle, what it is based on included; Monday to Friday
 * when there is none. Memory of the plan.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_plan_calendar(struct pmo_plan *plan, const char *name,
						      const struct pmo_calendar **calendar);

/* The item of an id, a WBS code or of a record; -1: none. */
PMO_API int pmo_plan_find(const struct pmo_plan *plan, const char *text);
PMO_API int pmo_plan_index(const struct pmo_plan *plan, const struct pmo_record *record);

/* The milestone that people mean by go-live: project.yaml's go_live; else the last; -1: none. */
PMO_API int pmo_plan_go_live(const struct pmo_plan *plan);

/* Minutes as whole working days of an item, rounded up. */
PMO_API int32_t pmo_plan_days(const struct pmo_plan_item *item, int64_t minutes);

/*
 * The chain that sets an item's date, the item first, then what it waits for, back to where
 * it begins: indexes of items. Memory of the plan.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_plan_chain(struct pmo_plan *plan, int item,
						   const int **chain, size_t *count);

#endif
