/*
 * What follows from the dates of others: level of effort spans what it is tied to, a
 * summary what is below it, with a percent weighted by cost or by duration.
 */
#include "plan/plan.h"

/* A span that grows. */
struct span {
	int64_t start, finish; /* PLAN_NO_LIMIT, PLAN_NO_INSTANT: not known */
};

static void begin_by(struct span *span, int64_t instant)
{
	if (instant < span->start)
		span->start = instant;
}

static void end_by(struct span *span, int64_t instant)
{
	if (instant > span->finish)
		span->finish = instant;
}

static bool is_placed(const struct plan *plan, int item, int self)
{
	const struct pmo_plan_item *of = &plan->open.items[item];
	return !plan->work[item].left_out && (of->kind != PMO_ITEM_EFFORT || item < self);
}

/* What the links say of its two ends, and, wider, what the items at their other end span. */
static void span_links(const struct plan *plan, int at, struct span *said, struct span *wide)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	for (int i = item->first_in; i < item->first_in + item->in_count; i++) {
		int link = plan->open.incoming[i];
		const struct pmo_plan_link *of = &plan->open.links[link];
		const struct plan_work *from = &plan->work[of->from];
		if (!is_placed(plan, of->from, at))
			continue;
		bool from_start = of->kind == PMO_LINK_SS || of->kind == PMO_LINK_SF;
		int64_t instant = link_forward(plan, link, from_start ? from->start : from->finish);
		if (of->kind == PMO_LINK_FS || of->kind == PMO_LINK_SS)
			begin_by(said, instant);
		else
			end_by(said, instant);
		if (of->kind != PMO_LINK_FS) {
			begin_by(wide, from->start);
			end_by(wide, from->finish);
		}
	}
	for (int i = item->first_out; i < item->first_out + item->out_count; i++) {
		int link = plan->open.outgoing[i];
		const struct pmo_plan_link *of = &plan->open.links[link];
		const struct plan_work *to = &plan->work[of->to];
		if (!is_placed(plan, of->to, at))
			continue;
		bool to_start = of->kind == PMO_LINK_FS || of->kind == PMO_LINK_SS;
		int64_t instant = link_backward(plan, link, to_start ? to->start : to->finish);
		if (of->kind == PMO_LINK_FS || of->kind == PMO_LINK_FF)
			end_by(said, instant);
		else
			begin_by(said, instant);
		if (of->kind != PMO_LINK_FS) {
			begin_by(wide, to->start);
			end_by(wide, to->finish);
		}
	}
}

static void place_effort(struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	struct span said = { PLAN_NO_LIMIT, PLAN_NO_INSTANT }, wide = said;
	int32_t day = plan->projects[work->owner_number].start;
	span_links(plan, at, &said, &wide);
	if (said.start == PLAN_NO_LIMIT)
		said.start = wide.start;
	if (said.finish == PLAN_NO_INSTANT)
		said.finish = wide.finish;
	if (said.start == PLAN_NO_LIMIT && said.finish != PLAN_NO_INSTANT)
		said.start = clock_start(work->clock,
					 clock_count(work->clock, said.finish) - item->duration);
	if (said.start == PLAN_NO_LIMIT)
		said.start = (int64_t)(day == PMO_DATE_NONE ? 0 : day) * CLOCK_DAY;
	bool waits = item->state == PMO_ITEM_NOT_STARTED && plan->open.as_of != PMO_DATE_NONE;
	if (waits && said.start < ((int64_t)plan->open.as_of + 1) * CLOCK_DAY)
		said.start = ((int64_t)plan->open.as_of + 1) * CLOCK_DAY;
	if (item->actual_start != PMO_DATE_NONE)
		said.start = (int64_t)item->actual_start * CLOCK_DAY;
	work->count_resume = clock_count(work->clock, said.start);
	work->start = work->resume = clock_start(work->clock, work->count_resume);
	if (item->actual_start != PMO_DATE_NONE)
		work->start = said.start;
	if (said.finish == PLAN_NO_INSTANT)
		said.finish = clock_end(work->clock, work->count_resume + item->duration);
	if (item->actual_finish != PMO_DATE_NONE)
		said.finish = ((int64_t)item->actual_finish + 1) * CLOCK_DAY;
	work->count_finish = clock_count(work->clock, said.finish);
	if (work->count_finish < work->count_resume)
		work->count_finish = work->count_resume;
	work->finish = item->actual_finish != PMO_DATE_NONE || said.finish <= work->start
			       ? said.finish
			       : clock_end(work->clock, work->count_finish);
	if (work->finish < work->start)
		work->finish = work->start;
	work->cause = (struct plan_bound){ .kind = PMO_CAUSE_PROJECT_START, .link = -1 };
	if (item->in_count) {
		work->cause.kind = PMO_CAUSE_LINK;
		work->cause.link = plan->open.incoming[item->first_in];
	}
}

/* Its length is that of its span; how much of it is done follows from the day. */
static void measure_effort(struct plan *plan, int at)
{
	struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	int64_t total = work->count_finish - work->count_resume, gone = 0;
	item->duration = total;
	if (plan->open.as_of != PMO_DATE_NONE && item->actual_start != PMO_DATE_NONE)
		gone = clock_count(work->clock, ((int64_t)plan->open.as_of + 1) * CLOCK_DAY) -
		       work->count_resume;
	if (item->state == PMO_ITEM_DONE || gone > total)
		gone = total;
	if (gone < 0)
		gone = 0;
	item->remaining = total - gone;
	if (!work->keeps_percent)
		item->percent = total ? (int32_t)(gone * 10000 / total) : 0;
	if (item->state == PMO_ITEM_DONE)
		item->percent = 10000;
}

void rollup_effort(struct plan *plan)
{
	for (int i = 0; i < (int)plan->open.item_count; i++) {
		if (plan->open.items[i].kind != PMO_ITEM_EFFORT || plan->work[i].left_out)
			continue;
		place_effort(plan, i);
		measure_effort(plan, i);
	}
}

static int32_t earlier(int32_t a, int32_t b)
{
	return a == PMO_DATE_NONE || (b != PMO_DATE_NONE && b < a) ? b : a;
}

/* What one item adds to its summary; it comes after all that is below it. */
static void add_to_parent(struct plan *plan, int at)
{
	struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	struct pmo_plan_item *parent = &plan->open.items[item->parent];
	struct plan_work *above = &plan->work[item->parent];
	parent->start = earlier(parent->start, item->start);
	if (item->finish > parent->finish) {
		parent->finish = item->finish;
		parent->cause.item = at;
	}
	parent->actual_start = earlier(parent->actual_start, item->actual_start);
	if (plan_is_summary(item)) {
		above->cost += work->cost;
		above->earned_cost += work->earned_cost;
		above->work += work->work;
		above->earned_work += work->earned_work;
		above->tasks += work->tasks;
		above->costed += work->costed;
		above->open += work->open;
		above->started += work->started;
		parent->cost += item->cost;
		parent->has_cost |= item->has_cost;
		return;
	}
	above->open += item->state != PMO_ITEM_DONE;
	above->started += item->state != PMO_ITEM_NOT_STARTED;
	if (item->kind == PMO_ITEM_MILESTONE)
		return;
	above->tasks++;
	above->costed += item->has_cost;
	above->cost += (double)item->cost;
	above->earned_cost += (double)item->cost * item->percent;
	above->work += (double)item->duration;
	above->earned_work += (double)item->duration * item->percent;
	parent->cost += item->cost;
	parent->has_cost |= item->has_cost;
}

/* Cut, not rounded: who rounds it once more to a tenth is right then. */
static int32_t share(double earned, double total)
{
	return total > 0 ? (int32_t)(earned / total + 1e-6) : 0;
}

static void finish_summary(struct plan *plan, int at)
{
	struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	bool has_any = work->open || work->started;
	item->percent_by_cost = work->tasks && work->costed == work->tasks && work->cost > 0;
	item->percent = item->percent_by_cost ? share(work->earned_cost, work->cost)
					      : share(work->earned_work, work->work);
	item->state = !work->started ? PMO_ITEM_NOT_STARTED
		      : work->open   ? PMO_ITEM_UNDER_WAY
				     : PMO_ITEM_DONE;
	if (item->state == PMO_ITEM_DONE)
		item->actual_finish = item->finish;
	if (!work->tasks)
		item->percent = has_any && !work->open ? 10000 : 0;
	item->cause.kind = PMO_CAUSE_CHILDREN;
	item->cause.link = -1;
	item->remaining = item->duration - item->duration / 10000 * item->percent;
}

static void clear_summary(struct pmo_plan_item *item, struct plan_work *work)
{
	item->start = item->finish = item->actual_start = item->actual_finish = PMO_DATE_NONE;
	item->cause.item = -1;
	item->cost = 0;
	item->has_cost = false;
	work->cost = work->earned_cost = work->work = work->earned_work = 0;
	work->tasks = work->costed = work->open = work->started = 0;
}

/* The whole project, from its items at the top. */
static void sum_project(struct plan *plan)
{
	struct pmo_plan *open = &plan->open;
	double cost = 0, earned_cost = 0, work = 0, earned_work = 0;
	size_t tasks = 0, costed = 0;
	open->start = open->finish = PMO_DATE_NONE;
	for (size_t i = 0; i < open->own_count; i++) {
		const struct pmo_plan_item *item = &open->items[i];
		if (item->state == PMO_ITEM_LEFT_OUT || plan_is_summary(item))
			continue;
		open->start = earlier(open->start, item->start);
		if (item->finish > open->finish && item->kind != PMO_ITEM_EFFORT)
			open->finish = item->finish;
		if (item->kind == PMO_ITEM_MILESTONE)
			continue;
		tasks++;
		costed += item->has_cost;
		cost += (double)item->cost;
		earned_cost += (double)item->cost * item->percent;
		work += (double)item->duration;
		earned_work += (double)item->duration * item->percent;
	}
	open->percent_by_duration = share(earned_work, work);
	open->percent_by_cost = tasks && costed == tasks ? share(earned_cost, cost) : -1;
}

void rollup_summaries(struct plan *plan)
{
	for (size_t i = 0; i < plan->open.item_count; i++)
		if (plan_is_summary(&plan->open.items[i]))
			clear_summary(&plan->open.items[i], &plan->work[i]);
	/* What is below an item follows it: backwards, each is complete when its turn comes. */
	for (int i = (int)plan->open.item_count - 1; i >= 0; i--) {
		struct pmo_plan_item *item = &plan->open.items[i];
		if (plan->work[i].left_out)
			continue;
		if (plan_is_summary(item))
			finish_summary(plan, i);
		if (item->parent >= 0)
			add_to_parent(plan, i);
	}
	sum_project(plan);
}
