/*
 * Late dates and free float, in the reverse order. Late dates are limited by successors'
 * late dates, constraints and the project's finish; free float by successors' own dates.
 * An item that is wanted as late as possible moves to where it still moves nothing.
 */
#include "plan/plan.h"

/* Latest instants that are still allowed. */
struct limits {
	int64_t finish, start, free_finish, free_start;
};

static void lower(int64_t *limit, int64_t value)
{
	if (value < *limit)
		*limit = value;
}

/* Whether the successor's dates depend on its predecessors at all. */
static bool listens(const struct plan *plan, int item)
{
	const struct pmo_plan_item *of = &plan->open.items[item];
	return of->state != PMO_ITEM_DONE &&
	       !(of->state == PMO_ITEM_UNDER_WAY && plan->options.progress_override);
}

static void limit_by_links(struct plan *plan, int at, struct limits *limits)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	for (int i = item->first_out; i < item->first_out + item->out_count; i++) {
		int link = plan->open.outgoing[i];
		const struct pmo_plan_link *of = &plan->open.links[link];
		const struct plan_work *to = &plan->work[of->to];
		if (!network_has_link(plan, link) || !listens(plan, of->to))
			continue;
		bool to_finish = of->kind == PMO_LINK_FF || of->kind == PMO_LINK_SF;
		bool from_start = of->kind == PMO_LINK_SS || of->kind == PMO_LINK_SF;
		int64_t late = to_finish ? to->late_finish : to->late_start;
		int64_t free = to_finish ? to->free_finish : to->free_start;
		if (late == PLAN_NO_LIMIT)
			continue;
		lower(from_start ? &limits->start : &limits->finish,
		      link_backward(plan, link, late));
		lower(from_start ? &limits->free_start : &limits->free_finish,
		      link_backward(plan, link, free));
	}
}

/*
 * The count of the last moment of a day, or, for a start, of its first; what stands on
 * that very day keeps it exactly.
 */
static int64_t count_of_day(const struct plan_work *work, int32_t day, bool of_start)
{
	const struct clock *clock = work->clock;
	bool is_point = work->count_finish == work->count_resume;
	int64_t own = of_start ? work->count_resume : work->count_finish;
	bool at_start = is_point ? work->begins : of_start;
	int32_t own_day =
		at_start ? plan_day_of_start(work->resume) : plan_day_of_finish(work->finish);
	int64_t end = clock_count(clock, ((int64_t)day + 1) * CLOCK_DAY);
	if (own_day == day && (is_point || of_start))
		return own;
	if (!of_start || is_point || end == 0)
		return end;
	int64_t last = clock_start(clock, end - 1);
	return clock_count(clock, (int64_t)plan_day_of_start(last) * CLOCK_DAY);
}

/* The limit that its constraint sets, in counts of a finish. */
static int64_t own_limit(const struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	const struct plan_work *work = &plan->work[at];
	int64_t span = work->count_finish - work->count_resume, limit = INT64_MAX;
	enum plan_constraint kind = work->constraint;
	if ((kind == PLAN_SNLT || kind == PLAN_MSO) && item->state == PMO_ITEM_NOT_STARTED)
		lower(&limit, count_of_day(work, work->constraint_date, true) + span);
	if (kind == PLAN_FNLT || kind == PLAN_MFO)
		lower(&limit, count_of_day(work, work->constraint_date, false));
	return limit;
}

/* The same for a summary, as an instant: all below it must end by then. */
static void limit_summary(const struct pmo_plan_item *item, const struct plan_work *work,
			  struct limits *limits)
{
	if (work->constraint == PLAN_FNLT || work->constraint == PLAN_MFO)
		lower(&limits->finish, ((int64_t)work->constraint_date + 1) * CLOCK_DAY);
	if (item->deadline != PMO_DATE_NONE && work->deadline_binds)
		lower(&limits->finish, ((int64_t)item->deadline + 1) * CLOCK_DAY);
}

static void limit_by_parent(const struct plan *plan, int at, struct limits *limits)
{
	int parent = plan->open.items[at].parent;
	if (parent < 0)
		return;
	lower(&limits->finish, plan->work[parent].limit);
	lower(&limits->free_finish, plan->work[parent].free_limit);
}

/* The summary's end: its links limit what is below it, and the item that begins it. */
static void limit_below(struct plan *plan, int at)
{
	struct plan_work *work = &plan->work[at];
	struct limits limits = { PLAN_NO_LIMIT, work->start_limit, PLAN_NO_LIMIT,
				 work->free_start_limit };
	limit_by_links(plan, at, &limits);
	limit_summary(&plan->open.items[at], work, &limits);
	limit_by_parent(plan, at, &limits);
	work->limit = limits.finish;
	work->free_limit = limits.free_finish;
	work->late_start = work->late_finish = PLAN_NO_LIMIT;
	work->free_start = work->free_finish = PLAN_NO_LIMIT;
	if (work->first < 0)
		return;
	lower(&plan->work[work->first].start_limit, limits.start);
	lower(&plan->work[work->first].free_start_limit, limits.free_start);
}

static int64_t count_limit(const struct plan_work *work, int64_t instant)
{
	return instant == PLAN_NO_LIMIT ? INT64_MAX : clock_count(work->clock, instant);
}

/*
 * The count of the latest start that is not after an instant. In the item's own free time
 * that is the last moment before: the next one is when it comes back.
 */
static int64_t count_start_limit(const struct plan_work *work, int64_t instant, int64_t span)
{
	int64_t count = clock_count(work->clock, instant);
	if (span > 0 && clock_start(work->clock, count) > instant)
		count--;
	return count;
}

/* As late as moves nothing: by whole days what lasts whole days, else by whole hours. */
static void move_late(struct plan_work *work, int64_t day_minutes)
{
	enum { HOUR = 60 };
	int64_t span = work->count_finish - work->count_resume;
	int64_t step = day_minutes > 0 && span % day_minutes == 0 ? day_minutes : HOUR;
	int64_t count = work->free_count < work->late_count ? work->free_count : work->late_count;
	if (count < work->count_finish + step)
		return;
	count -= (count - work->count_finish) % step;
	work->count_finish = count;
	work->count_resume = count - span;
	work->begins = false;
	work->finish = clock_end(work->clock, count);
	work->resume = span ? clock_start(work->clock, work->count_resume) : work->finish;
	work->start = work->resume;
}

/* What predecessors look at. */
static void publish(struct plan *plan, int at)
{
	struct plan_work *work = &plan->work[at];
	int64_t span = work->count_finish - work->count_resume;
	int parent = plan->open.items[at].parent;
	work->late_finish = clock_start(work->clock, work->late_count);
	work->late_start = clock_start(work->clock, work->late_count - span);
	work->free_finish = clock_start(work->clock, work->count_finish);
	work->free_start = clock_start(work->clock, work->count_resume);
	if (!listens(plan, at))
		return;
	for (; parent >= 0; parent = plan->open.items[parent].parent) {
		struct plan_work *above = &plan->work[parent];
		bool changed = work->late_finish < above->late_finish ||
			       work->late_start < above->late_start ||
			       work->free_finish < above->free_finish ||
			       work->free_start < above->free_start;
		if (!changed)
			break;
		lower(&above->late_finish, work->late_finish);
		lower(&above->late_start, work->late_start);
		lower(&above->free_finish, work->free_finish);
		lower(&above->free_start, work->free_start);
	}
}

static void limit_leaf(struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	int64_t end = plan->projects[work->owner_number].finish;
	int64_t span = work->count_finish - work->count_resume;
	struct limits limits = { end, work->start_limit, end, work->free_start_limit };
	if (item->state == PMO_ITEM_DONE) {
		work->late_count = work->free_count = work->count_finish;
		work->late_start = work->free_start = PLAN_NO_LIMIT;
		work->late_finish = work->free_finish = PLAN_NO_LIMIT;
		return;
	}
	limit_by_links(plan, at, &limits);
	limit_by_parent(plan, at, &limits);
	work->late_count = count_limit(work, limits.finish);
	work->free_count = count_limit(work, limits.free_finish);
	if (item->state == PMO_ITEM_NOT_STARTED && limits.start != PLAN_NO_LIMIT)
		lower(&work->late_count, count_start_limit(work, limits.start, span) + span);
	if (item->state == PMO_ITEM_NOT_STARTED && limits.free_start != PLAN_NO_LIMIT)
		lower(&work->free_count, count_start_limit(work, limits.free_start, span) + span);
	work->own_limit = own_limit(plan, at);
	lower(&work->late_count, work->own_limit);
	if (item->deadline != PMO_DATE_NONE && work->deadline_binds)
		lower(&work->late_count, count_of_day(work, item->deadline, false));
	if (work->constraint == PLAN_ALAP && item->state == PMO_ITEM_NOT_STARTED &&
	    !item->by_hand && work->forecast == PMO_DATE_NONE)
		move_late(work, item->day_minutes);
	publish(plan, at);
}

void backward_pass(struct plan *plan)
{
	for (size_t i = 0; i < plan->open.item_count; i++)
		plan->work[i].start_limit = plan->work[i].free_start_limit = PLAN_NO_LIMIT;
	for (size_t i = plan->order_count; i-- > 0;) {
		int at = plan->order[i] / 2;
		if (!plan_is_summary(&plan->open.items[at]))
			limit_leaf(plan, at);
		else if (plan->order[i] % 2)
			limit_below(plan, at);
	}
}
