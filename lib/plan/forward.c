/*
 * Early dates. Each item starts when the last of its bounds allows it: the project's first
 * day, the day after the as-of date, a constraint, its links and those of the summaries
 * that it is below. What is done keeps its dates, what is under way goes on.
 */
#include "plan/plan.h"

/* The best bound so far, in counts of the item's clock. */
struct search {
	const struct plan_work *work;
	int64_t count;
	struct plan_bound bound;
	bool found;
};

static bool is_later(const struct search *search, const struct plan_bound *bound, int64_t count)
{
	if (!search->found || count != search->count)
		return !search->found || count > search->count;
	/* Of a point in time, the day matters, too: Monday morning is later than Friday night. */
	if (search->work->length == 0 && bound->begins != search->bound.begins)
		return bound->begins;
	if (search->work->length == 0 && !bound->begins && bound->instant != search->bound.instant)
		return bound->instant > search->bound.instant;
	return bound->kind == PMO_CAUSE_LINK && search->bound.kind != PMO_CAUSE_LINK;
}

/* Returns the count that the bound asks for. */
static int64_t consider(struct search *search, const struct plan_bound *bound, bool of_finish)
{
	int64_t count = clock_count(search->work->clock, bound->instant);
	if (of_finish)
		count -= search->work->length;
	if (is_later(search, bound, count)) {
		search->count = count;
		search->bound = *bound;
		search->found = true;
	}
	return count;
}

static void consider_day(struct search *search, int32_t day, enum pmo_plan_cause_kind kind,
			 bool of_finish)
{
	struct plan_bound bound = { .begins = !of_finish, .kind = kind, .link = -1 };
	if (day == PMO_DATE_NONE)
		return;
	bound.instant = ((int64_t)day + of_finish) * CLOCK_DAY;
	(void)consider(search, &bound, of_finish);
}

/* What a link asks for: an instant of the successor's start, or of its finish. */
static struct plan_bound bound_of_link(const struct plan *plan, int link, bool *of_finish)
{
	const struct pmo_plan_link *of = &plan->open.links[link];
	const struct plan_work *from = &plan->work[of->from];
	bool from_start = of->kind == PMO_LINK_SS || of->kind == PMO_LINK_SF;
	int64_t instant = from_start ? from->start : from->finish;
	struct plan_bound bound = { .kind = PMO_CAUSE_LINK, .link = link };
	*of_finish = of->kind == PMO_LINK_FF || of->kind == PMO_LINK_SF;
	bound.instant = link_forward(plan, link, instant);
	bound.begins = !*of_finish && link_lag(plan, link) == 0 &&
		       (of->kind == PMO_LINK_SS ? from->begins || from->finish != from->start
						: from->begins);
	return bound;
}

/*
 * The link of a summary is one of each item below it. Of those that end before the last,
 * a point that begins a day still says more than its instant: what follows begins one, too.
 */
static bool find_point(const struct plan *plan, int link, struct plan_bound *bound)
{
	const struct pmo_plan_link *of = &plan->open.links[link];
	int64_t instant = plan->work[of->from].begins_at;
	if (of->kind != PMO_LINK_FS || !plan_is_summary(&plan->open.items[of->from]) ||
	    instant == PLAN_NO_INSTANT || link_lag(plan, link) != 0)
		return false;
	*bound = (struct plan_bound){ instant, true, PMO_CAUSE_LINK, link };
	return true;
}

static void consider_links(struct plan *plan, int at, struct search *search)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	for (int i = item->first_in; i < item->first_in + item->in_count; i++) {
		int link = plan->open.incoming[i];
		bool of_finish = false;
		plan->lags[link].bound = PLAN_NO_INSTANT;
		if (!network_has_link(plan, link))
			continue;
		struct plan_bound bound = bound_of_link(plan, link, &of_finish);
		plan->lags[link].bound = consider(search, &bound, of_finish);
		if (find_point(plan, link, &bound))
			(void)consider(search, &bound, false);
	}
}

static void consider_inherited(const struct plan *plan, int at, struct search *search)
{
	int parent = plan->open.items[at].parent;
	if (parent < 0)
		return;
	const struct plan_work *above = &plan->work[parent];
	if (above->from.instant != PLAN_NO_INSTANT)
		(void)consider(search, &above->from, false);
	if (above->after.instant != PLAN_NO_INSTANT)
		(void)consider(search, &above->after, false);
	if (above->until.instant != PLAN_NO_INSTANT)
		(void)consider(search, &above->until, true);
}

static void consider_constraint(const struct plan_work *work, struct search *search, bool started)
{
	if (!started && (work->constraint == PLAN_SNET || work->constraint == PLAN_MSO))
		consider_day(search, work->constraint_date, PMO_CAUSE_CONSTRAINT, false);
	if (work->constraint == PLAN_FNET || work->constraint == PLAN_MFO)
		consider_day(search, work->constraint_date, PMO_CAUSE_CONSTRAINT, true);
}

/*
 * What holds of it against links and the first day of the project, where the plan says that
 * dates do: a start or finish on a day, or by a day.
 */
enum hold { HOLD_NOTHING, HOLD_EARLIEST, HOLD_DAY, HOLD_LATEST };

static enum hold hold_of(const struct plan *plan, int at)
{
	static const enum hold holds[] = {
		[PLAN_SNET] = HOLD_EARLIEST, [PLAN_SNLT] = HOLD_LATEST, [PLAN_FNET] = HOLD_EARLIEST,
		[PLAN_FNLT] = HOLD_LATEST,   [PLAN_MSO] = HOLD_DAY,     [PLAN_MFO] = HOLD_DAY,
	};
	const struct plan_work *work = &plan->work[at];
	bool is_hard = plan->projects[work->owner_number].hard &&
		       plan->open.items[at].state == PMO_ITEM_NOT_STARTED;
	return is_hard ? holds[work->constraint] : HOLD_NOTHING;
}

/* The first working day after the as-of date. */
static void consider_as_of(const struct plan *plan, struct search *search, bool started)
{
	if (plan->open.as_of != PMO_DATE_NONE && plan->open.as_of < PMO_DATE_MAX)
		consider_day(search, plan->open.as_of + 1,
			     started ? PMO_CAUSE_ACTUAL : PMO_CAUSE_AS_OF, false);
}

static void place(struct plan_work *work, const struct search *search)
{
	bool is_point = work->length == 0;
	work->cause = search->bound;
	work->count_resume = search->count;
	work->count_finish = search->count + work->length;
	work->begins = is_point && search->bound.begins;
	work->resume = is_point && !work->begins ? search->bound.instant
						 : clock_start(work->clock, work->count_resume);
	work->finish = is_point ? work->resume : clock_end(work->clock, work->count_finish);
	work->start = work->resume;
}

static void place_done(struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	bool started = item->actual_start != PMO_DATE_NONE && item->kind != PMO_ITEM_MILESTONE;
	work->finish = ((int64_t)item->actual_finish + 1) * CLOCK_DAY;
	work->start = started ? (int64_t)item->actual_start * CLOCK_DAY : work->finish;
	work->cause = (struct plan_bound){ .kind = PMO_CAUSE_ACTUAL, .link = -1 };
}

/* Dates that a person gave; where one is missing, the duration gives it. */
static void place_typed(struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	int64_t start = (int64_t)work->planned_start * CLOCK_DAY;
	int64_t finish = ((int64_t)work->planned_finish + 1) * CLOCK_DAY;
	work->cause = (struct plan_bound){ .kind = PMO_CAUSE_TYPED, .link = -1 };
	if (work->forecast != PMO_DATE_NONE)
		start = finish = ((int64_t)work->forecast + 1) * CLOCK_DAY;
	else if (work->planned_start == PMO_DATE_NONE)
		start = clock_start(work->clock, clock_count(work->clock, finish) - item->duration);
	else if (work->planned_finish == PMO_DATE_NONE)
		finish = clock_end(work->clock, clock_count(work->clock, start) + item->duration);
	if (item->actual_start != PMO_DATE_NONE)
		start = (int64_t)item->actual_start * CLOCK_DAY;
	work->start = start;
	work->finish = finish < start ? start : finish;
}

static void count_fixed(struct plan_work *work)
{
	work->begins = false;
	work->resume = work->start;
	work->count_resume = clock_count(work->clock, work->start);
	work->count_finish = clock_count(work->clock, work->finish);
}

/* The day that the search puts it on: of its start, or of its finish. */
static int32_t day_found(const struct search *search, bool of_finish)
{
	const struct plan_work *work = search->work;
	if (work->length == 0 && !search->bound.begins)
		return plan_day_of_finish(search->bound.instant);
	if (work->length == 0 || !of_finish)
		return plan_day_of_start(clock_start(work->clock, search->count));
	return plan_day_of_finish(clock_end(work->clock, search->count + work->length));
}

/* At the latest on its day: a start on the last working day that is not after it. */
static void consider_latest(const struct plan_work *work, struct search *search)
{
	int64_t end = ((int64_t)work->constraint_date + 1) * CLOCK_DAY;
	int64_t count = clock_count(work->clock, end);
	struct plan_bound bound = { .kind = PMO_CAUSE_CONSTRAINT, .link = -1 };
	if (work->constraint == PLAN_SNLT && work->length && count > 0) {
		int32_t last = plan_day_of_start(clock_start(work->clock, count - 1));
		bound.begins = true;
		bound.instant = (int64_t)last * CLOCK_DAY;
		(void)consider(search, &bound, false);
		return;
	}
	bound.instant = end;
	(void)consider(search, &bound, true);
}

/* Its date against what links and the first day ask for; only the as-of date is stronger. */
static void overrule(const struct plan *plan, int at, struct search *search)
{
	struct plan_work *work = &plan->work[at];
	struct search own = { .work = work };
	enum hold hold = hold_of(plan, at);
	if (hold == HOLD_LATEST && search->found &&
	    day_found(search, work->constraint == PLAN_FNLT) <= work->constraint_date)
		return;
	if (hold != HOLD_DAY && hold != HOLD_LATEST)
		return;
	/* First, for of two bounds that ask the same the first is told. */
	if (hold == HOLD_DAY)
		consider_constraint(work, &own, false);
	else
		consider_latest(work, &own);
	consider_as_of(plan, &own, false);
	*search = own;
	if (own.count < work->base_count)
		work->base_count = own.count;
}

static void place_open(struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	struct search search = { .work = work };
	bool started = item->state == PMO_ITEM_UNDER_WAY;
	work->length = item->remaining;
	if (!started && hold_of(plan, at) != HOLD_EARLIEST)
		consider_day(&search, plan->projects[work->owner_number].start,
			     PMO_CAUSE_PROJECT_START, false);
	consider_as_of(plan, &search, started);
	consider_constraint(work, &search, started);
	work->base_count = search.found ? search.count : 0;
	if (!started || !plan->options.progress_override) {
		consider_inherited(plan, at, &search);
		consider_links(plan, at, &search);
	}
	overrule(plan, at, &search);
	if (!search.found)
		consider_day(&search, 0, PMO_CAUSE_PROJECT_START, false);
	/* All that is left of it is to say so: it ends with the as-of date. */
	if (started && work->length == 0 && search.bound.kind == PMO_CAUSE_ACTUAL)
		search.bound.begins = false;
	place(work, &search);
	if (started)
		work->start = (int64_t)item->actual_start * CLOCK_DAY;
}

static void forget_bounds(struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	for (int i = item->first_in; i < item->first_in + item->in_count; i++)
		plan->lags[plan->open.incoming[i]].bound = PLAN_NO_INSTANT;
}

/* A summary takes the span of what is below it. */
static void tell_parent(struct plan *plan, int at)
{
	const struct plan_work *work = &plan->work[at];
	int parent = plan->open.items[at].parent;
	if (parent < 0)
		return;
	struct plan_work *above = &plan->work[parent];
	if (above->first < 0 || work->start < above->start) {
		above->start = work->start;
		above->first = plan_is_summary(&plan->open.items[at]) ? work->first : at;
	}
	if (above->last < 0 || work->finish > above->finish) {
		above->finish = work->finish;
		above->last = plan_is_summary(&plan->open.items[at]) ? work->last : at;
		above->begins = work->begins;
	}
	int64_t point = PLAN_NO_INSTANT;
	if (plan_is_summary(&plan->open.items[at]))
		point = work->begins_at;
	else if (work->begins)
		point = work->finish;
	if (point > above->begins_at)
		above->begins_at = point;
}

static void compute_leaf(struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	struct plan_project *project = &plan->projects[work->owner_number];
	bool typed = item->by_hand || work->forecast != PMO_DATE_NONE;
	work->length = 0;
	forget_bounds(plan, at);
	if (item->state == PMO_ITEM_DONE)
		place_done(plan, at);
	else if (typed)
		place_typed(plan, at);
	else
		place_open(plan, at);
	if (item->state == PMO_ITEM_DONE || typed)
		count_fixed(work);
	if (work->finish > project->finish)
		project->finish = work->finish;
	tell_parent(plan, at);
}

static void take_later(struct plan_bound *bound, const struct plan_bound *other)
{
	if (other->instant > bound->instant)
		*bound = *other;
}

/* What a summary's links and constraint ask of everything below it. */
static void open_summary(struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	struct plan_bound none = { .instant = PLAN_NO_INSTANT, .link = -1 };
	work->from = work->after = work->until = none;
	work->first = work->last = -1;
	work->begins_at = PLAN_NO_INSTANT;
	if (item->parent >= 0) {
		work->from = plan->work[item->parent].from;
		work->after = plan->work[item->parent].after;
		work->until = plan->work[item->parent].until;
	}
	struct plan_bound own = { .begins = true, .kind = PMO_CAUSE_CONSTRAINT, .link = -1 };
	if (work->constraint == PLAN_SNET || work->constraint == PLAN_MSO) {
		own.instant = (int64_t)work->constraint_date * CLOCK_DAY;
		take_later(&work->from, &own);
	} else if (work->constraint == PLAN_FNET || work->constraint == PLAN_MFO) {
		own.begins = false;
		own.instant = ((int64_t)work->constraint_date + 1) * CLOCK_DAY;
		take_later(&work->until, &own);
	}
	for (int i = item->first_in; i < item->first_in + item->in_count; i++) {
		int link = plan->open.incoming[i];
		bool of_finish = false;
		plan->lags[link].bound = PLAN_NO_INSTANT;
		if (!network_has_link(plan, link))
			continue;
		struct plan_bound bound = bound_of_link(plan, link, &of_finish);
		plan->lags[link].bound = clock_count(work->clock, bound.instant);
		take_later(of_finish      ? &work->until
			   : bound.begins ? &work->from
					  : &work->after,
			   &bound);
		if (find_point(plan, link, &bound))
			take_later(&work->from, &bound);
	}
}

/* Its span is known; one with nothing below stands where its bounds put it. */
static void close_summary(struct plan *plan, int at)
{
	struct plan_work *work = &plan->work[at];
	if (work->first < 0) {
		int32_t day = plan->projects[work->owner_number].start;
		int64_t earliest = (day == PMO_DATE_NONE ? 0 : (int64_t)day) * CLOCK_DAY;
		work->start = work->from.instant > earliest ? work->from.instant : earliest;
		if (work->after.instant > work->start)
			work->start = work->after.instant;
		work->finish = work->start;
		plan->open.items[at].duration = 0;
		return;
	}
	plan->open.items[at].duration =
		clock_count(work->clock, work->finish) - clock_count(work->clock, work->start);
	tell_parent(plan, at);
}

void forward_pass(struct plan *plan)
{
	for (size_t i = 0; i < plan->project_count; i++)
		plan->projects[i].finish = PLAN_NO_INSTANT;
	for (size_t i = 0; i < plan->order_count; i++) {
		int at = plan->order[i] / 2;
		if (!plan_is_summary(&plan->open.items[at]))
			compute_leaf(plan, at);
		else if (plan->order[i] % 2 == 0)
			open_summary(plan, at);
		else
			close_summary(plan, at);
	}
}
