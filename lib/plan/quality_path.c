/* The critical path test: a network that is whole carries a delay to its end. */
#include "plan/quality.h"

enum { MORE_DAYS = 600 };

static int first_critical(const struct pmo_plan *open)
{
	for (int i = 0; i < (int)open->own_count; i++)
		if (quality_is_incomplete(&open->items[i]) && open->items[i].remaining > 0 &&
		    open->items[i].critical && open->items[i].sure && open->items[i].longest &&
		    !open->items[i].by_hand)
			return i;
	return -1;
}

static void lengthen(struct plan *plan, int at)
{
	struct pmo_plan_item *item = &plan->open.items[at];
	struct plan_work *work = &plan->work[at];
	int64_t more = MORE_DAYS * item->day_minutes;
	if (work->stored_remaining >= 0 || item->state == PMO_ITEM_UNDER_WAY)
		work->stored_remaining = item->remaining + more;
	item->duration += more;
	model_measure(plan, at);
}

/* How far the task and the project's end moved, in days of the project. */
static enum pmo_result try_longer(struct plan *plan, int at, int32_t *own, int32_t *end)
{
	const struct pmo_plan_item item = plan->open.items[at];
	const struct plan_work work = plan->work[at];
	int32_t finish = plan->open.finish;
	lengthen(plan, at);
	enum pmo_result result = pmo_plan_compute(&plan->open);
	if (result == PMO_OK) {
		*own = pmo_calendar_days_between(plan->open.calendar, item.finish,
						 plan->open.items[at].finish);
		*end = pmo_calendar_days_between(plan->open.calendar, finish, plan->open.finish);
	}
	plan->open.items[at] = item;
	plan->work[at] = work;
	enum pmo_result back = pmo_plan_compute(&plan->open);
	return result == PMO_OK ? back : result;
}

enum pmo_result quality_try_path(struct quality_work *work, struct pmo_quality_check *check)
{
	struct plan *plan = work->plan;
	int at = first_critical(&plan->open);
	int32_t own = 0, end = 0;
	check->verdict = PMO_QUALITY_UNKNOWN;
	check->value = "n/a";
	if (at < 0 || plan->open.finish == PMO_DATE_NONE) {
		check->note = "no open task is critical and sure";
		return PMO_OK;
	}
	enum pmo_result result = try_longer(plan, at, &own, &end);
	if (result != PMO_OK)
		return result;
	check->verdict = own > 0 && end == own ? PMO_QUALITY_PASS : PMO_QUALITY_FAIL;
	check->value = pmo_arena_format(plan->open.arena, "%d d", (int)end);
	check->note = pmo_arena_format(plan->open.arena, "%s %s was tried",
				       plan->open.items[at].wbs, plan->open.items[at].title);
	return check->value && check->note ? PMO_OK : PMO_NO_MEMORY;
}
