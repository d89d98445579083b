/*
 * Inside the schedule engine: what stands beside the public arrays.
 *
 *     model*.c     records become numbers: items, links, clocks
 *     network.c    the order in which items can be computed, or the loop that forbids one
 *     forward.c    early dates;  backward.c  late dates and floats
 *     rollup.c     level of effort, summaries, percent;  verdict*.c  dates, causes, lateness
 *
 * Only the model knows records; the rest is arithmetic. Instants are those of clock.h.
 * Whether a bound is kept is compared in counts of an item's own clock, so the end of
 * Friday and the start of Monday never make a difference of a minute, or of a weekend.
 */
#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include "base/map.h"
#include "plan/clock.h"

#include <pmo/plan.h>

/* No bound. */
#define PLAN_NO_INSTANT INT64_MIN
#define PLAN_NO_LIMIT   INT64_MAX

enum plan_constraint {
	PLAN_ASAP,
	PLAN_ALAP,
	PLAN_SNET,
	PLAN_SNLT,
	PLAN_FNET,
	PLAN_FNLT,
	PLAN_MSO,
	PLAN_MFO,
};

/* A lower bound of a start or a finish, and what makes it. */
struct plan_bound {
	int64_t instant; /* PLAN_NO_INSTANT: none */
	bool begins;     /* work begins there: a milestone stands on that day, not the one before */
	enum pmo_plan_cause_kind kind;
	int link;
};

struct plan_work {
	/* Read. */
	const struct clock *clock;        /* when those who do it work */
	const struct clock *usual;        /* the same as if nobody were away */
	const struct clock *own;          /* of its own calendar; NULL: the project's */
	const struct plan_person *person; /* whose leave moves it; NULL: nobody's */
	enum plan_constraint constraint;
	int32_t constraint_date;
	int32_t planned_start, planned_finish, forecast;
	int64_t stored_remaining; /* -1: none */
	int64_t effort;           /* -1: none */
	int64_t units;            /* of those who do it together, in hundredths of a percent */
	bool fixed_duration;
	bool keeps_percent;    /* the percent was typed or counted; else it follows */
	bool deadline_binds;   /* the deadline limits late dates */
	bool left_out;         /* cancelled or void */
	const char *fault;     /* of the record */
	int subtree;           /* the item after the last one below it */
	unsigned owner_number; /* which project's: into finishes */

	/* Computed. */
	int64_t length;                     /* what is still to be worked */
	int64_t start, finish;              /* instants */
	int64_t resume;                     /* where open work begins */
	int64_t count_resume, count_finish; /* the same in its clock */
	bool begins;                        /* see struct plan_bound */
	int64_t begins_at;                  /* of a summary: the latest point below it that does */
	struct plan_bound cause;            /* what sets the start of open work */
	/* Of a summary, for all below it: starts that begin a day, other starts, ends. */
	struct plan_bound from, after, until;
	int64_t base_count;              /* its start by all but links, in its clock */
	int64_t own_limit;               /* latest finish by its constraint; INT64_MAX: none */
	int64_t late_count, free_count;  /* latest finish that harms nobody, no successor */
	int64_t late_start, late_finish; /* the latest instants that do no harm; */
	int64_t free_start, free_finish; /* that move no date: what predecessors ask */
	int64_t limit, free_limit;       /* of a summary: latest finish of all below it */
	int64_t start_limit, free_start_limit; /* latest start, from links to the start */
	double cost, earned_cost;              /* sums over the tasks below, for its percent */
	double work, earned_work;
	int tasks, costed, open, started; /* how many of them */
	bool sure_below;                  /* of a summary: nothing it waits for is unsure */
	int first;                        /* of a summary: the item that sets its start */
	int last;                         /* and the one that sets its finish */
};

/* Somebody whose working time matters. */
struct plan_person {
	const char *handle;
	const struct clock *own; /* of their calendar; NULL: none */
	uint8_t weekdays;        /* a bit set: works that day */
	int64_t allocation;      /* hundredths of a percent */
	struct clock_leave *leave;
	size_t leave_count;
	struct plan_clocks {
		const struct clock *base, *clock, *usual;
		struct plan_clocks *next;
	} * clocks;
};

/* Whose days a lag counts where the link says nothing. */
enum plan_lag_days { PLAN_LAG_PROJECT, PLAN_LAG_PREDECESSOR, PLAN_LAG_SUCCESSOR };

/* A project that takes part. */
struct plan_project {
	const struct pmo_project *project;
	const struct clock *clock;
	struct map ids, codes; /* index + 1 */
	int first, count;      /* items */
	int32_t start;
	bool hard; /* dates of constraints hold against links and the first day */
	enum plan_lag_days lag_days;
	int64_t finish; /* instant, computed */
};

struct plan_lag {
	const struct clock *clock; /* that the lag counts; NULL: clock time */
	int64_t bound;             /* the successor's start that it asks for, in its clock */
	bool dropped;              /* by a what-if */
};

struct plan {
	struct pmo_plan open; /* what everybody sees; the first member */
	struct pmo_arena memory;
	struct pmo_plan_options options;
	struct plan_work *work; /* beside items */
	size_t item_capacity, work_capacity;
	struct plan_lag *lags; /* beside links */
	size_t link_capacity, lag_capacity;
	struct plan_project *projects; /* the first is the plan's own */
	size_t project_count, project_capacity;
	struct map persons, calendars;
	const struct clock *all_days;
	int minutes_per_day;
	int *order; /* nodes: 2 * item, and 2 * item + 1 for what follows a summary */
	size_t order_count;
	const struct network_place *places; /* of items in the network: network.c */
	const int *waiting; /* beside outgoing: who waits, an item; -1: the link has no part */
};

static inline struct plan *plan_of(struct pmo_plan *open)
{
	return (struct plan *)open;
}

static inline bool plan_is_summary(const struct pmo_plan_item *item)
{
	return item->kind == PMO_ITEM_SUMMARY;
}

/* Whether the network has to say anything about it. */
static inline bool plan_is_fixed(const struct pmo_plan_item *item)
{
	return item->state == PMO_ITEM_DONE || item->by_hand;
}

/* model.c */
PMO_CHECKED enum pmo_result model_read(struct plan *plan);
/* The index of the project among those that take part; read when it is not yet. */
PMO_CHECKED enum pmo_result model_project(struct plan *plan, const struct pmo_project *project,
					  size_t *number);

/* model_item.c: one record; places: the indexes of fields, see there. */
struct model_fields;
PMO_CHECKED enum pmo_result model_read_item(struct plan *plan, int item,
					    const struct model_fields *fields);
const struct model_fields *model_fields_of(struct plan *plan, const struct pmo_schema *schema);
int model_parent_field(const struct model_fields *fields);
/* What is wrong with it; the first fault stays. */
void model_fault(struct plan *plan, int item, const char *format, ...) PMO_PRINTF(3, 4);
/* The length of a duration in an item's minutes. */
int64_t model_minutes(const struct pmo_duration *duration, int64_t day_minutes);
/* Somebody else's working time; the duration keeps its days. */
PMO_CHECKED enum pmo_result model_set_owner(struct plan *plan, int item, const char *handle);
/* What follows from duration, percent and remaining; again after a what-if. */
void model_measure(struct plan *plan, int item);

/* model_link.c */
PMO_CHECKED enum pmo_result model_read_links(struct plan *plan, size_t number);
PMO_CHECKED enum pmo_result model_add_link(struct plan *plan, const struct pmo_plan_link *link,
					   const struct clock *clock);
/* The clock that the lag of a link counts by, when the link names no calendar. */
const struct clock *model_lag_clock(const struct plan *plan, int from, int to);

/* model_clock.c */
PMO_CHECKED enum pmo_result model_calendar(struct plan *plan, const char *name,
					   const struct clock **clock, const char **fault);
PMO_CHECKED enum pmo_result model_person(struct plan *plan, const struct pmo_record *from,
					 const char *handle, struct plan_person **person);
/* The clock of somebody's work in a calendar, with and without their leave. */
PMO_CHECKED enum pmo_result model_person_clock(struct plan *plan, struct plan_person *person,
					       const struct clock *base,
					       struct plan_clocks *clocks);

/* model_baseline.c */
PMO_CHECKED enum pmo_result model_read_baselines(struct plan *plan);

/* network.c: order, incoming, outgoing; PMO_REFUSED with the loop. */
PMO_CHECKED enum pmo_result network_order(struct plan *plan);
/* Whether a link takes part. */
bool network_has_link(const struct plan *plan, int link);

/* link.c: what a link asks for, and its inverse: the latest instant that still keeps it. */
int64_t link_lag(const struct plan *plan, int link);
int64_t link_forward(const struct plan *plan, int link, int64_t instant);
int64_t link_backward(const struct plan *plan, int link, int64_t instant);

/* forward.c, backward.c, rollup.c, verdict.c */
void forward_pass(struct plan *plan);
void backward_pass(struct plan *plan);
void rollup_effort(struct plan *plan);
void rollup_summaries(struct plan *plan);
void verdict_items(struct plan *plan);
void verdict_links(struct plan *plan);
void verdict_sure(struct plan *plan);

/* The day of an instant at which something begins, or ends; PMO_DATE_NONE beyond the years. */
int32_t plan_day_of_start(int64_t instant);
int32_t plan_day_of_finish(int64_t instant);

#endif
