/*
 * What one day earlier would need. The step where a chain begins is tried without its work:
 * what sets the date then says how much can be won there. The plan is put back as it was.
 */
#include "plan/why.h"

struct trial {
	int32_t days; /* won */
	int next;     /* what sets the date then; -1: nothing else */
	bool done;
};

static bool is_in(const int *chain, size_t count, int item)
{
	for (size_t i = 0; i < count; i++)
		if (chain[i] == item)
			return true;
	return false;
}

static struct trial read_trial(struct plan *plan, const int *chain, size_t count, int32_t finish)
{
	struct trial trial = { .next = -1, .done = true };
	const int *then = NULL;
	size_t length = 0;
	trial.days = pmo_calendar_days_between(plan->open.calendar,
					       plan->open.items[chain[0]].finish, finish);
	if (pmo_plan_chain(&plan->open, chain[0], &then, &length) != PMO_OK)
		return trial;
	for (size_t i = 0; trial.next < 0 && i < length; i++)
		if (!is_in(chain, count, then[i]))
			trial.next = then[i];
	return trial;
}

static enum pmo_result try_without(struct plan *plan, const int *chain, size_t count,
				   struct trial *trial)
{
	int at = chain[count - 1];
	const struct pmo_plan_item item = plan->open.items[at];
	const struct plan_work work = plan->work[at];
	int32_t finish = plan->open.items[chain[0]].finish;
	*trial = (struct trial){ .next = -1, .done = false };
	if (item.kind != PMO_ITEM_TASK || item.state == PMO_ITEM_DONE || !item.remaining ||
	    item.cause.kind == PMO_CAUSE_TYPED)
		return PMO_OK;
	if (item.state == PMO_ITEM_NOT_STARTED)
		plan->open.items[at].duration = 0;
	plan->work[at].stored_remaining = 0;
	model_measure(plan, at);
	enum pmo_result result = pmo_plan_compute(&plan->open);
	if (result == PMO_OK)
		*trial = read_trial(plan, chain, count, finish);
	plan->open.items[at] = item;
	plan->work[at] = work;
	enum pmo_result back = pmo_plan_compute(&plan->open);
	return result == PMO_OK ? back : result;
}

static void add_need(struct plan *plan, int at, struct pmo_buffer *out)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	const struct plan_person *person = plan->work[at].person;
	const char *name = why_title(plan, at);
	int32_t days = pmo_plan_days(item, item->remaining);
	if (item->cause.kind == PMO_CAUSE_LEAVE)
		pmo_buffer_add_format(out, "somebody stands in for %s, who is away until %s",
				      person ? pmo_why_person(&plan->open, person->handle)
					     : "its owner",
				      why_day(plan, item->cause.away_to));
	else if (item->cause.kind == PMO_CAUSE_CONSTRAINT)
		pmo_buffer_add_format(out, "the date that %s is given moves", name);
	else if (item->cause.kind == PMO_CAUSE_TYPED)
		pmo_buffer_add_format(out, "the date typed for %s moves", name);
	else if (item->kind == PMO_ITEM_TASK && days > 0 && item->state == PMO_ITEM_UNDER_WAY)
		pmo_buffer_add_format(out, "%s takes %d more day%s instead of %d", name,
				      (int)days - 1, days == 2 ? "" : "s", (int)days);
	else if (item->kind == PMO_ITEM_TASK && days > 0)
		pmo_buffer_add_format(out, "%s takes %s instead of %d", name,
				      why_days(plan, days - 1), (int)days);
	else
		pmo_buffer_add_format(out, "%s comes a day earlier", name);
}

static void add_gain(struct plan *plan, const struct trial *trial, int32_t days,
		     struct pmo_buffer *out)
{
	const char *next = trial->next >= 0 ? pmo_why_name(&plan->open, trial->next, true) : NULL;
	if (!trial->done)
		return;
	if (trial->days <= 0)
		pmo_buffer_add_format(out, " That alone wins nothing%s%s%s.", next ? ": " : "",
				      next ? next : "", next ? " sets the same date" : "");
	else if (trial->days < days)
		pmo_buffer_add_format(out, " At most %s can be won there%s%s%s.",
				      why_days(plan, trial->days), next ? "; then " : "",
				      next ? next : "", next ? " sets the date" : "");
}

enum pmo_result why_earlier(struct plan *plan, const int *chain, size_t count, const char **text)
{
	const struct pmo_plan_item *item = &plan->open.items[chain[0]];
	int at = chain[count - 1];
	struct pmo_buffer out;
	struct trial trial;
	*text = NULL;
	if (item->state == PMO_ITEM_DONE || item->state == PMO_ITEM_LEFT_OUT ||
	    item->finish == PMO_DATE_NONE)
		return PMO_OK;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	int32_t days = pmo_plan_days(&plan->open.items[at], plan->open.items[at].remaining);
	add_need(plan, at, &out);
	if (count > 1)
		pmo_buffer_add_text(&out, ", or another step takes a day less");
	pmo_buffer_add_char(&out, '.');
	enum pmo_result result = try_without(plan, chain, count, &trial);
	if (result == PMO_OK)
		add_gain(plan, &trial, days, &out);
	*text = why_take(plan, &out);
	return result != PMO_OK || *text ? result : PMO_NO_MEMORY;
}
