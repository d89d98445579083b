/* What people read: days instead of instants, floats, why a date is what it is, lateness. */
#include "plan/plan.h"

enum { NEAR_DAYS = 5 };

static int64_t floor_divide(int64_t a, int64_t b)
{
	int64_t quotient = a / b;
	return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

static int32_t whole_days(const struct pmo_plan_item *item, int64_t minutes)
{
	int64_t days = floor_divide(minutes, item->day_minutes);
	return days > INT32_MAX ? INT32_MAX : days < -INT32_MAX ? -INT32_MAX : (int32_t)days;
}

static void set_days(struct plan *plan, int at)
{
	struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	bool is_point = work->count_finish == work->count_resume;
	bool started = item->actual_start != PMO_DATE_NONE && item->kind != PMO_ITEM_MILESTONE;
	item->finish =
		work->begins ? plan_day_of_start(work->finish) : plan_day_of_finish(work->finish);
	if (work->count_finish > work->clock->total || work->count_resume < 0)
		item->finish = PMO_DATE_NONE;
	item->start = plan_day_of_start(work->start);
	if (started)
		item->start = item->actual_start;
	else if (is_point && item->state != PMO_ITEM_DONE && !item->by_hand)
		item->start = item->finish;
	else if (item->kind == PMO_ITEM_MILESTONE)
		item->start = item->finish;
	if (item->state == PMO_ITEM_DONE && !started)
		item->start = item->finish;
	if (item->finish == PMO_DATE_NONE || item->start == PMO_DATE_NONE)
		model_fault(plan, at, "its dates leave the years 1 to 9999");
	item->early_start = item->start;
	item->early_finish = item->finish;
	item->late_start = item->start;
	item->late_finish = item->finish;
}

static void set_late_days(struct plan *plan, int at)
{
	struct pmo_plan_item *item = &plan->open.items[at];
	const struct plan_work *work = &plan->work[at];
	int64_t span = work->count_finish - work->count_resume;
	if (!item->has_float || work->late_count == work->count_finish)
		return;
	item->late_finish = plan_day_of_finish(clock_end(work->clock, work->late_count));
	if (item->state != PMO_ITEM_NOT_STARTED)
		return;
	item->late_start =
		span ? plan_day_of_start(clock_start(work->clock, work->late_count - span))
		     : item->late_finish;
}

/* The start that predecessors ask for when they finish as late as they may. */
static int64_t late_bound(const struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	const struct plan_work *work = &plan->work[at];
	int64_t span = work->count_finish - work->count_resume, bound = work->base_count;
	for (int i = item->first_in; i < item->first_in + item->in_count; i++) {
		int link = plan->open.incoming[i];
		const struct pmo_plan_link *of = &plan->open.links[link];
		const struct plan_work *from = &plan->work[of->from];
		if (!network_has_link(plan, link))
			continue;
		bool of_start = of->kind == PMO_LINK_SS || of->kind == PMO_LINK_SF;
		bool to_finish = of->kind == PMO_LINK_FF || of->kind == PMO_LINK_SF;
		int64_t late = of_start ? from->late_start : from->late_finish;
		bool fixed = late == PLAN_NO_LIMIT ||
			     (of_start && plan->open.items[of->from].state == PMO_ITEM_UNDER_WAY);
		if (fixed)
			late = of_start ? from->start : from->finish;
		int64_t count = clock_count(work->clock, link_forward(plan, link, late)) -
				(to_finish ? span : 0);
		if (count > bound)
			bound = count;
	}
	/* Dates that hold against links: what comes before cannot push it further. */
	bool is_hard = plan->projects[work->owner_number].hard &&
		       item->state == PMO_ITEM_NOT_STARTED && work->own_limit != INT64_MAX;
	int64_t limit = is_hard ? work->own_limit - span : bound;
	if (bound > limit)
		bound = limit > work->base_count ? limit : work->base_count;
	return bound;
}

static void set_floats(struct plan *plan, int at)
{
	struct pmo_plan_item *item = &plan->open.items[at];
	const struct plan_work *work = &plan->work[at];
	int64_t span = work->count_finish - work->count_resume;
	int near = plan->options.near_float > 0 ? plan->options.near_float : NEAR_DAYS;
	item->total_float_minutes = work->late_count - work->count_finish;
	item->free_float_minutes = work->free_count - work->count_finish;
	item->total_float = whole_days(item, item->total_float_minutes);
	item->free_float = whole_days(item, item->free_float_minutes);
	item->interfering_float =
		whole_days(item, item->total_float_minutes - item->free_float_minutes);
	int64_t independent = work->free_count - span - late_bound(plan, at);
	item->independent_float = independent > 0 ? whole_days(item, independent) : 0;
	item->critical =
		item->total_float_minutes <= plan->options.critical_float * item->day_minutes;
	item->near_critical =
		!item->critical && item->total_float_minutes <= near * item->day_minutes;
}

/* The least room below is a summary's; a branch without open work has none. */
static void tell_parent(struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	struct pmo_plan_item *parent = &plan->open.items[item->parent];
	bool first = !parent->has_float;
	parent->has_float = true;
	if (first || item->total_float_minutes < parent->total_float_minutes) {
		parent->total_float_minutes = item->total_float_minutes;
		parent->total_float = item->total_float;
	}
	if (first || item->free_float_minutes < parent->free_float_minutes) {
		parent->free_float_minutes = item->free_float_minutes;
		parent->free_float = item->free_float;
	}
	parent->interfering_float = parent->total_float - parent->free_float;
	parent->critical |= item->critical;
	parent->near_critical = !parent->critical && (parent->near_critical || item->near_critical);
	if (first || item->late_start < parent->late_start)
		parent->late_start = item->late_start;
	if (first || item->late_finish > parent->late_finish)
		parent->late_finish = item->late_finish;
}

/* The first leave that touches some days. */
static const struct clock_leave *leave_between(const struct plan_person *person, int32_t from,
					       int32_t to)
{
	const struct clock_leave *first = NULL;
	for (size_t i = 0; person && i < person->leave_count; i++) {
		const struct clock_leave *leave = &person->leave[i];
		if (leave->from <= to && leave->to >= from && (!first || leave->from < first->from))
			first = leave;
	}
	return first;
}

/* Leave that moves the start is its cause; leave on the way is told beside it. */
static void set_leave(struct plan *plan, int at)
{
	struct pmo_plan_item *item = &plan->open.items[at];
	const struct plan_work *work = &plan->work[at];
	if (!work->person || work->clock == work->usual || plan_is_fixed(item) ||
	    item->start == PMO_DATE_NONE || item->finish == PMO_DATE_NONE)
		return;
	int64_t usual = clock_start(work->usual, clock_count(work->usual, work->cause.instant));
	int32_t from = plan_day_of_start(usual), resume = plan_day_of_start(work->resume);
	const struct clock_leave *leave = NULL;
	if (usual < work->resume && from < resume)
		leave = leave_between(work->person, from, resume - 1);
	if (leave)
		item->cause.kind = PMO_CAUSE_LEAVE;
	else
		leave = leave_between(work->person, resume, item->finish);
	if (leave) {
		item->cause.away_from = leave->from;
		item->cause.away_to = leave->to;
	}
}

static void set_cause(struct plan *plan, int at)
{
	struct pmo_plan_item *item = &plan->open.items[at];
	const struct plan_work *work = &plan->work[at];
	item->cause = (struct pmo_plan_cause){ .kind = work->cause.kind,
					       .link = work->cause.link,
					       .item = -1,
					       .away_from = PMO_DATE_NONE,
					       .away_to = PMO_DATE_NONE };
	if (work->cause.link >= 0)
		item->cause.item = plan->open.links[work->cause.link].from;
	set_leave(plan, at);
}

/* What is computed lies ahead; a date of a person's may have passed. */
static void set_missed(const struct plan *plan, struct pmo_plan_item *item)
{
	int32_t due = item->has_variance ? item->baseline_finish : item->finish;
	item->missed = item->finish != PMO_DATE_NONE && item->finish < plan->open.as_of;
	if (!item->missed || plan->open.time_now == PMO_DATE_NONE)
		return;
	int32_t days = pmo_calendar_days_between(plan->open.calendar, due, plan->open.time_now);
	if (days > item->behind)
		item->behind = days;
}

/* Variance and lateness; of summaries, too. */
static void set_lateness(struct plan *plan, int at)
{
	struct pmo_plan_item *item = &plan->open.items[at];
	int32_t as_of = plan->open.as_of;
	bool is_open = item->state != PMO_ITEM_DONE && item->state != PMO_ITEM_LEFT_OUT;
	item->has_variance = item->state != PMO_ITEM_LEFT_OUT && item->finish != PMO_DATE_NONE &&
			     item->baseline_finish != PMO_DATE_NONE;
	item->variance = item->has_variance
				 ? pmo_calendar_days_between(plan->open.calendar,
							     item->baseline_finish, item->finish)
				 : 0;
	item->late = item->starts_late = item->missed = false;
	item->behind = item->variance;
	if (!is_open || as_of == PMO_DATE_NONE || item->kind == PMO_ITEM_EFFORT)
		return;
	item->late = (item->baseline_finish != PMO_DATE_NONE && item->baseline_finish < as_of) ||
		     (item->deadline != PMO_DATE_NONE && item->deadline < as_of) ||
		     (item->finish != PMO_DATE_NONE && item->finish < as_of);
	set_missed(plan, item);
	item->starts_late = item->kind == PMO_ITEM_TASK && item->state == PMO_ITEM_NOT_STARTED &&
			    item->baseline_start != PMO_DATE_NONE && item->baseline_start <= as_of;
}

static void clear(struct pmo_plan_item *item)
{
	item->total_float = item->free_float = 0;
	item->interfering_float = item->independent_float = 0;
	item->total_float_minutes = item->free_float_minutes = 0;
	item->has_float = item->critical = item->longest = item->near_critical = false;
	item->out_of_sequence = false;
	item->start = item->finish = PMO_DATE_NONE;
	item->early_start = item->early_finish = PMO_DATE_NONE;
	item->late_start = item->late_finish = PMO_DATE_NONE;
	item->cause = (struct pmo_plan_cause){ PMO_CAUSE_PROJECT_START, -1, -1, PMO_DATE_NONE,
					       PMO_DATE_NONE };
}

void verdict_items(struct plan *plan)
{
	struct pmo_plan *open = &plan->open;
	for (size_t i = 0; i < open->item_count; i++)
		clear(&open->items[i]);
	for (int i = 0; i < (int)open->item_count; i++) {
		struct pmo_plan_item *item = &open->items[i];
		if (plan->work[i].left_out || plan_is_summary(item))
			continue;
		set_days(plan, i);
		set_cause(plan, i);
		item->has_float = item->state != PMO_ITEM_DONE && item->kind != PMO_ITEM_EFFORT;
		if (item->has_float)
			set_floats(plan, i);
		set_late_days(plan, i);
	}
	rollup_summaries(plan);
	for (int i = (int)open->item_count - 1; i >= 0; i--) {
		struct pmo_plan_item *item = &open->items[i];
		if (plan_is_summary(item)) {
			item->early_start = item->start;
			item->early_finish = item->finish;
		}
		if (!plan->work[i].left_out)
			set_lateness(plan, i);
		if (item->parent >= 0 && item->has_float)
			tell_parent(plan, i);
	}
}
