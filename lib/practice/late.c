/*
 * Tasks and milestones among what is owed. Late is what is not done though its baseline
 * finish, or its deadline, has passed; a late start is told where nothing worse is. What the
 * schedule expects within the next days comes as what is to come.
 */
#include "practice.h"

#include "practice/checkin.h"

#include <pmo/plan.h>

#include <string.h>

enum { AFTER_GO_LIVE = 30 }; /* calendar days that a contract should outlast go-live */

static int seriousness(const struct pmo_plan_item *item)
{
	if (item->critical || item->longest || item->kind == PMO_ITEM_MILESTONE)
		return PMO_DUTY_SERIOUS;
	return item->near_critical ? PMO_DUTY_NORMAL : PMO_DUTY_MINOR;
}

static int32_t earlier(int32_t a, int32_t b)
{
	if (a == PMO_DATE_NONE || b == PMO_DATE_NONE)
		return a == PMO_DATE_NONE ? b : a;
	return a < b ? a : b;
}

/* Its owner, where a form asks for it now; else what it waits for. */
static const char *next_of(const struct pmo_plan_item *item)
{
	struct pmo_arena *arena = item->record->world->arena;
	const char *id = pmo_short_id(item->record);
	if (ask_has_item(item, pmo_form_usual_until(item->record->world)) &&
	    ask_reaches(item->record, item->owner))
		return pmo_arena_format(arena, "pmo ask %s", item->owner);
	return id ? pmo_arena_format(arena, "pmo why %s", id) : NULL;
}

static const char *note(const struct pmo_plan_item *item, bool starts)
{
	char when[PMO_DATE_LONG_SIZE], was[PMO_DATE_LONG_SIZE];
	const struct pmo_world *world = item->record->world;
	int32_t planned = starts ? item->baseline_start : item->baseline_finish;
	int32_t now = starts ? item->start : item->finish;
	if (!item->sure || now == PMO_DATE_NONE || planned == PMO_DATE_NONE)
		return NULL;
	pmo_date_format_short(now, world->today, when);
	pmo_date_format_short(planned, world->today, was);
	return pmo_arena_format(world->arena, "%s %s, now %s", starts ? "start" : "finish", was,
				when);
}

static enum pmo_result add_item(const struct pmo_plan *plan, const struct pmo_plan_item *item,
				struct pmo_duties *duties)
{
	int32_t limit = earlier(item->baseline_finish, item->deadline);
	struct pmo_duty duty = {
		.record = item->record,
		.kind = PMO_DUTY_PLAN,
		.owner = item->owner,
		.seriousness = seriousness(item),
		.what = item->kind == PMO_ITEM_MILESTONE ? "milestone" : "finish",
		.due = item->finish,
	};
	bool past = limit != PMO_DATE_NONE && limit < plan->as_of;
	bool starts = !past && item->starts_late && item->baseline_start != PMO_DATE_NONE;
	if (past) {
		duty.due = limit;
	} else if (starts) {
		duty.what = "start";
		duty.due = item->baseline_start;
		duty.seriousness -= duty.seriousness > PMO_DUTY_MINOR;
	}
	if (duty.due == PMO_DATE_NONE || (!past && !starts && !item->sure))
		return PMO_OK;
	if (past || starts)
		duty.note = note(item, starts);
	duty.next = next_of(item);
	return duty.next ? duties_add_one(duties, &duty,
					  practice_days(plan->workspace, "soon.issues", 5))
			 : PMO_NO_MEMORY;
}

/* A contract that ends soon after go-live is too short, however far off that is. */
static enum pmo_result watch_contracts(const struct pmo_plan *plan, struct pmo_duties *duties)
{
	int index = pmo_plan_go_live(plan);
	int32_t go_live =
		index >= 0 && plan->items[index].sure ? plan->items[index].finish : PMO_DATE_NONE;
	for (size_t i = 0; go_live != PMO_DATE_NONE && i < duties->count; i++) {
		struct pmo_duty *duty = &duties->items[i];
		if (duty->state < PMO_DUTY_SOON || duty->kind != PMO_DUTY_EXPIRY ||
		    duty->record->project != plan->project || strcmp(duty->what, "contract") != 0 ||
		    duty->due > go_live + AFTER_GO_LIVE)
			continue;
		int32_t days = duty->due - go_live;
		duty->state = PMO_DUTY_SOON;
		duty->note = pmo_arena_format(duty->record->world->arena,
					      "ends %d calendar day%s %s go-live",
					      days < 0 ? -days : days, days == 1 ? "" : "s",
					      days < 0 ? "before" : "after");
		if (!duty->note)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

enum pmo_result pmo_duties_add_plan(const struct pmo_plan *plan, struct pmo_duties *duties)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		bool leaf = item->kind == PMO_ITEM_TASK || item->kind == PMO_ITEM_MILESTONE;
		bool open =
			item->state == PMO_ITEM_NOT_STARTED || item->state == PMO_ITEM_UNDER_WAY;
		if (leaf && open)
			result = add_item(plan, item, duties);
	}
	return result == PMO_OK ? watch_contracts(plan, duties) : result;
}
