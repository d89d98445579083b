/* Whose delay it is: what an item adds to the delay of what it waited for. */
#include "plan/why.h"

int why_done_last(const struct plan *plan, const struct pmo_plan_item *item, int32_t until)
{
	int last = -1;
	for (int i = item->first_in; i < item->first_in + item->in_count; i++) {
		const struct pmo_plan_link *link = &plan->open.links[plan->open.incoming[i]];
		const struct pmo_plan_item *from = &plan->open.items[link->from];
		const struct pmo_plan_item *best = last >= 0 ? &plan->open.items[last] : NULL;
		if (link->kind != PMO_LINK_FS || from->state != PMO_ITEM_DONE ||
		    from->finish > until)
			continue;
		if (!best || from->finish > best->finish ||
		    (from->finish == best->finish && from->variance > best->variance))
			last = link->from;
	}
	return last;
}

int32_t pmo_why_own(const struct pmo_plan *open, int at, int *source)
{
	const struct pmo_plan_item *item = &open->items[at];
	const struct plan *plan = (const struct plan *)open;
	*source = -1;
	if (!item->has_variance)
		return 0;
	if (item->kind == PMO_ITEM_MILESTONE && item->state == PMO_ITEM_DONE)
		*source = why_done_last(plan, item, item->finish);
	else if (item->actual_start != PMO_DATE_NONE)
		*source = why_done_last(plan, item, item->actual_start - 1);
	if (item->state != PMO_ITEM_DONE && item->cause.item >= 0)
		*source = item->cause.item;
	const struct pmo_plan_item *from = *source >= 0 ? &open->items[*source] : NULL;
	bool inherits = from && from->has_variance && from->variance > 0;
	return item->variance - (inherits ? from->variance : 0);
}
