/* Why a date is what it is: the chain that sets it, where the delay comes from, the room. */
#include "plan/why.h"

#include <string.h>

static const char *verb_of(const struct pmo_plan_item *item)
{
	bool done = item->state == PMO_ITEM_DONE;
	if (item->kind == PMO_ITEM_MILESTONE)
		return done ? "was reached" : "is expected";
	return done ? "was done" : "will be done";
}

static void add_variance(struct plan *plan, const struct pmo_plan_item *item,
			 struct pmo_buffer *out)
{
	char length[PMO_DURATION_LONG_SIZE];
	if (!item->has_variance) {
		pmo_buffer_add_text(out, ". It is not in the baseline.");
		return;
	}
	int32_t size = item->variance < 0 ? -item->variance : item->variance;
	pmo_duration_format_long(size, length);
	if (size)
		pmo_buffer_add_format(out, ", %s %s than planned (%s).", length,
				      item->variance < 0 ? "earlier" : "later",
				      why_day(plan, item->baseline_finish));
	else
		pmo_buffer_add_text(out, ", as planned.");
}

static const char *headline(struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	const char *name = pmo_why_name(&plan->open, at, true);
	struct pmo_buffer out;
	if (!name)
		return NULL;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	if (item->state == PMO_ITEM_LEFT_OUT)
		pmo_buffer_add_format(&out, "%s is left out of the plan.", name);
	else if (item->finish == PMO_DATE_NONE)
		pmo_buffer_add_format(&out, "%s has no date: %s.", name,
				      item->fault ? item->fault : "nothing gives one");
	else {
		pmo_buffer_add_format(&out, "%s %s %s", name, verb_of(item),
				      why_day(plan, item->finish));
		add_variance(plan, item, &out);
		if (!item->sure)
			pmo_buffer_add_text(&out, " That is not sure: data it rests on are bad.");
	}
	return why_take(plan, &out);
}

static int64_t lateness(const struct pmo_plan_item *item)
{
	return item->has_variance && item->variance > 0 ? item->variance : 0;
}

int pmo_why_root(struct pmo_plan *open, int item)
{
	const int *chain = NULL;
	size_t count = 0;
	int64_t late = lateness(&open->items[item]), most = 0, before = 0;
	int root = -1;
	if (!late || pmo_plan_chain(open, item, &chain, &count) != PMO_OK)
		return -1;
	/* From the beginning: what each step adds to what it waits for, as far as it matters. */
	for (size_t i = count; i-- > 0;) {
		const struct pmo_plan_item *step = &open->items[chain[i]];
		int64_t own = lateness(step) - before;
		if (own > late)
			own = late;
		if (own > most) {
			most = own;
			root = chain[i];
		}
		if (step->has_variance)
			before = lateness(step);
	}
	return root;
}

/* The work that waits for a step of the chain: milestones are passed over. */
static int waiting_for(const struct pmo_plan *open, const int *chain, size_t count, int root)
{
	int next = -1;
	for (size_t i = 0; i < count && chain[i] != root; i++)
		if (open->items[chain[i]].kind == PMO_ITEM_TASK)
			next = chain[i];
	return next;
}

const char *pmo_why_because(struct pmo_plan *open, int item)
{
	struct plan *plan = plan_of(open);
	const int *chain = NULL;
	size_t count = 0;
	int root = pmo_why_root(open, item);
	if (root < 0 || pmo_plan_chain(open, item, &chain, &count) != PMO_OK)
		return NULL;
	const struct pmo_plan_item *from = &open->items[root];
	const char *name = pmo_why_name(open, root, true);
	int next = waiting_for(open, chain, count, root);
	struct pmo_buffer out;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(&out, "%s %s %s instead of %s", name ? name : from->title,
			      from->state == PMO_ITEM_DONE       ? "was done"
			      : from->kind == PMO_ITEM_MILESTONE ? "is expected"
								 : "will be ready",
			      why_day(plan, from->finish), why_day(plan, from->baseline_finish));
	if (next >= 0)
		pmo_buffer_add_format(&out, ", and %s cannot %s without it", why_title(plan, next),
				      open->items[next].state == PMO_ITEM_NOT_STARTED ? "start"
										      : "go on");
	pmo_buffer_add_char(&out, '.');
	return why_take(plan, &out);
}

static const char *ids(struct plan *plan, const int *chain, size_t count)
{
	struct pmo_buffer out;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < count; i++) {
		const struct pmo_plan_item *item = &plan->open.items[chain[i]];
		bool is_other = item->project != plan->open.project;
		pmo_buffer_add_format(&out, "%s%s%s%s", i ? " < " : "",
				      is_other ? item->project->handle : "", is_other ? "/" : "",
				      item->id);
	}
	return why_take(plan, &out);
}

const char *why_room(struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	if (!item->has_float)
		return item->state == PMO_ITEM_DONE ? "It is done." : "It has no room of its own.";
	if (item->total_float < 0)
		return pmo_arena_format(
			&plan->memory, "None: it is %s behind the date that it must keep (%s).",
			why_days(plan, -item->total_float), why_day(plan, item->late_finish));
	if (item->total_float == 0)
		return "None: each day of delay on this chain moves the end of the project.";
	if (at == pmo_plan_go_live(&plan->open))
		return pmo_arena_format(
			&plan->memory,
			"Its own date moves with any delay on this chain; the end of "
			"the project moves once it is later than %s (%s).",
			why_day(plan, item->late_finish), why_days(plan, item->total_float));
	if (item->free_float >= item->total_float)
		return pmo_arena_format(
			&plan->memory, "%s: it can end as late as %s without moving anything.",
			why_days(plan, item->total_float), why_day(plan, item->late_finish));
	return pmo_arena_format(&plan->memory,
				"%s before the end of the project moves (%s at the latest); what "
				"waits for it moves %s%s.",
				why_days(plan, item->total_float), why_day(plan, item->late_finish),
				item->free_float > 0 ? "after " : "with any delay",
				item->free_float > 0 ? why_days(plan, item->free_float) : "");
}

static enum pmo_result fill_steps(struct plan *plan, const int *chain, size_t count,
				  struct pmo_why *why)
{
	struct pmo_why_step *steps = pmo_arena_array(&plan->memory, count + 1, sizeof(*steps));
	if (!steps)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < count; i++) {
		steps[i].item = chain[i];
		steps[i].late = lateness(&plan->open.items[chain[i]]) > 0;
		steps[i].text = why_step(plan, chain[i]);
		if (!steps[i].text)
			return PMO_NO_MEMORY;
	}
	why->steps = steps;
	why->step_count = count;
	return PMO_OK;
}

enum pmo_result pmo_why_explain(struct pmo_plan *open, int item, struct pmo_why *why)
{
	struct plan *plan = plan_of(open);
	const int *chain = NULL;
	size_t count = 0;
	memset(why, 0, sizeof(*why));
	why->item = item;
	enum pmo_result result = pmo_plan_chain(open, item, &chain, &count);
	if (result == PMO_OK)
		result = fill_steps(plan, chain, count, why);
	if (result != PMO_OK)
		return result;
	why->headline = headline(plan, item);
	if (pmo_why_root(open, item) != item)
		why->because = pmo_why_because(open, item);
	why->room = why_room(plan, item);
	why->ids = ids(plan, chain, count);
	/* Last: it computes the plan anew, and puts everything back. */
	result = why_earlier(plan, chain, count, &why->earlier);
	bool whole = why->headline && why->room && why->ids;
	return result != PMO_OK || whole ? result : PMO_NO_MEMORY;
}
