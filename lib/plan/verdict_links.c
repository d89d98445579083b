/* Links that drive, the longest path, progress against the logic, and what is not sure. */
#include "plan/plan.h"

/* How far the predecessor could slip before this link moves its successor. */
static void set_slack(struct plan *plan, int link)
{
	struct pmo_plan_link *of = &plan->open.links[link];
	const struct pmo_plan_item *from_item = &plan->open.items[of->from];
	const struct plan_work *from = &plan->work[of->from], *to = &plan->work[of->to];
	bool from_start = of->kind == PMO_LINK_SS || of->kind == PMO_LINK_SF;
	bool to_finish = of->kind == PMO_LINK_FF || of->kind == PMO_LINK_SF;
	of->slack = 0;
	if (plan->lags[link].dropped || plan->work[of->from].left_out ||
	    plan->work[of->to].left_out || !from_item->day_minutes)
		return;
	bool fixed =
		to->free_start == PLAN_NO_LIMIT || plan->open.items[of->to].kind == PMO_ITEM_EFFORT;
	int64_t limit = to_finish ? (fixed ? to->finish : to->free_finish)
				  : (fixed ? to->start : to->free_start);
	int64_t own = from_start ? from->start : from->finish;
	int64_t minutes = clock_count(from->clock, link_backward(plan, link, limit)) -
			  clock_count(from->clock, own);
	int64_t days = minutes / from_item->day_minutes;
	if (minutes < 0 && minutes % from_item->day_minutes)
		days--;
	of->slack = (int32_t)days;
}

static void set_driving(struct plan *plan)
{
	for (size_t i = 0; i < plan->open.link_count; i++) {
		struct pmo_plan_link *link = &plan->open.links[i];
		const struct pmo_plan_item *to = &plan->open.items[link->to];
		link->driving = network_has_link(plan, (int)i) && !plan_is_fixed(to) &&
				!plan_is_summary(to) &&
				plan->lags[i].bound == plan->work[link->to].count_resume;
		set_slack(plan, (int)i);
	}
	/* A link to a summary drives the items below it that it moves. */
	for (size_t i = 0; i < plan->open.item_count; i++)
		if (!plan->work[i].left_out && !plan_is_summary(&plan->open.items[i]) &&
		    plan->open.items[i].kind != PMO_ITEM_EFFORT && plan->work[i].cause.link >= 0)
			plan->open.links[plan->work[i].cause.link].driving = true;
}

/* The item that a link really comes from: of a summary the one that sets the end it uses. */
static int source_of(const struct plan *plan, int link)
{
	const struct pmo_plan_link *of = &plan->open.links[link];
	bool from_start = of->kind == PMO_LINK_SS || of->kind == PMO_LINK_SF;
	if (!plan_is_summary(&plan->open.items[of->from]))
		return of->from;
	return from_start ? plan->work[of->from].first : plan->work[of->from].last;
}

static void mark_sources(struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	int cause = plan->work[at].cause.link;
	for (int i = item->first_in; i < item->first_in + item->in_count; i++) {
		int link = plan->open.incoming[i];
		int source = plan->open.links[link].driving ? source_of(plan, link) : -1;
		if (source >= 0)
			plan->open.items[source].longest = true;
	}
	if (cause >= 0 && source_of(plan, cause) >= 0)
		plan->open.items[source_of(plan, cause)].longest = true;
}

/* Driving links, traced back from what finishes last. */
static void set_longest(struct plan *plan)
{
	for (size_t i = plan->order_count; i-- > 0;) {
		int at = plan->order[i] / 2;
		struct pmo_plan_item *item = &plan->open.items[at];
		const struct plan_work *work = &plan->work[at];
		if (plan_is_summary(item))
			continue;
		if ((size_t)at < plan->open.own_count && work->finish == plan->projects[0].finish)
			item->longest = true;
		if (item->longest && item->state != PMO_ITEM_DONE)
			mark_sources(plan, at);
	}
	for (int i = (int)plan->open.item_count - 1; i >= 0; i--)
		if (plan->open.items[i].longest && plan->open.items[i].parent >= 0)
			plan->open.items[plan->open.items[i].parent].longest = true;
}

/* Work that began although a predecessor did not allow it. */
static void set_sequence(struct plan *plan, int link)
{
	const struct pmo_plan_link *of = &plan->open.links[link];
	struct pmo_plan_item *to = &plan->open.items[of->to];
	const struct pmo_plan_item *from = &plan->open.items[of->from];
	int32_t began = to->kind == PMO_ITEM_MILESTONE ? to->actual_finish : to->actual_start;
	bool begun = to->state == PMO_ITEM_DONE || to->state == PMO_ITEM_UNDER_WAY;
	if (!network_has_link(plan, link) || plan_is_summary(to) || !begun ||
	    began == PMO_DATE_NONE)
		return;
	if (of->kind == PMO_LINK_FS) {
		int32_t day =
			plan_day_of_finish(link_forward(plan, link, plan->work[of->from].finish));
		if (day > began || (from->state != PMO_ITEM_DONE && link_lag(plan, link) >= 0))
			to->out_of_sequence = true;
	} else if (of->kind == PMO_LINK_SS) {
		int32_t day =
			plan_day_of_start(link_forward(plan, link, plan->work[of->from].start));
		if (day > began || from->state == PMO_ITEM_NOT_STARTED)
			to->out_of_sequence = true;
	}
}

/* Where dates hold against links: what would allow it last. */
static void set_overruled(struct plan *plan, int at)
{
	struct pmo_plan_item *item = &plan->open.items[at];
	const struct plan_work *work = &plan->work[at];
	bool is_hard = plan->projects[work->owner_number].hard &&
		       item->state == PMO_ITEM_NOT_STARTED && !plan_is_summary(item) &&
		       work->constraint != PLAN_SNET && work->constraint != PLAN_FNET &&
		       work->constraint > PLAN_ALAP;
	item->overruled = -1;
	for (int i = item->first_in; is_hard && i < item->first_in + item->in_count; i++) {
		int link = plan->open.incoming[i], slack = plan->open.links[link].slack;
		bool asks_more = plan->lags[link].bound > work->count_resume && slack < 0;
		if (asks_more &&
		    (item->overruled < 0 || slack < plan->open.links[item->overruled].slack))
			item->overruled = link;
	}
}

void verdict_links(struct plan *plan)
{
	set_driving(plan);
	for (size_t i = 0; i < plan->open.item_count; i++)
		set_overruled(plan, (int)i);
	set_longest(plan);
	for (size_t i = 0; i < plan->open.link_count; i++)
		set_sequence(plan, (int)i);
}

static bool waits_for_sure(const struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	if (item->parent >= 0 && !plan->work[item->parent].sure_below)
		return false;
	for (int i = item->first_in; i < item->first_in + item->in_count; i++) {
		int link = plan->open.incoming[i];
		bool counts = network_has_link(plan, link) ||
			      (item->kind == PMO_ITEM_EFFORT && !plan->lags[link].dropped);
		if (counts && !plan->open.items[plan->open.links[link].from].sure)
			return false;
	}
	return true;
}

static void set_sure(struct plan *plan, int at)
{
	struct pmo_plan_item *item = &plan->open.items[at];
	/* A project whose calendar is not known has no date that is. */
	bool own = !plan->work[at].fault &&
		   (!plan->open.fault || plan->work[at].owner_number || plan_is_fixed(item));
	bool deaf = plan_is_fixed(item) || plan->work[at].forecast != PMO_DATE_NONE ||
		    (item->state == PMO_ITEM_UNDER_WAY && plan->options.progress_override);
	item->sure = own && (deaf || waits_for_sure(plan, at));
	if (item->parent >= 0)
		plan->open.items[item->parent].sure &= item->sure;
}

/* In the order of computation: what is unsure makes everything unsure that waits for it. */
void verdict_sure(struct plan *plan)
{
	struct pmo_plan *open = &plan->open;
	open->fault_count = 0;
	for (size_t i = 0; i < open->item_count; i++) {
		open->items[i].fault = plan->work[i].left_out ? NULL : plan->work[i].fault;
		open->items[i].sure = true;
		open->fault_count += open->items[i].fault != NULL;
	}
	for (size_t i = 0; i < plan->order_count; i++) {
		int at = plan->order[i] / 2;
		struct pmo_plan_item *item = &open->items[at];
		if (!plan_is_summary(item))
			set_sure(plan, at);
		else if (plan->order[i] % 2 == 0)
			plan->work[at].sure_below =
				!plan->work[at].fault && waits_for_sure(plan, at);
		else if (item->parent >= 0)
			open->items[item->parent].sure &= item->sure;
	}
	for (int i = 0; i < (int)open->item_count; i++)
		if (open->items[i].kind == PMO_ITEM_EFFORT && !plan->work[i].left_out)
			set_sure(plan, i);
	for (int i = (int)open->item_count - 1; i >= 0; i--)
		if (open->items[i].parent >= 0)
			open->items[open->items[i].parent].sure &= open->items[i].sure;
}
