/*
 * What a risk that occurred does to the plan: the tasks that it stands in the way of wait for
 * its issue now, and what its exposure would do to them and to go-live is worked out in memory.
 */
#include "practice/effect.h"

#include <pmo/plan.h>

#include <string.h>

struct impact {
	struct pmo_effect *effect;
	struct pmo_value affects; /* of the issue */
	struct pmo_plan *before, *after;
};

static const char *id_at(const struct impact *impact, uint32_t i)
{
	const struct pmo_value *item = &impact->affects.as.items[i];
	return item->presence == PMO_PRESENT ? item->as.text : "";
}

/* Tasks that the risk blocks are blocked by the issue, too. */
static enum pmo_result block(struct impact *impact, const struct pmo_record *issue)
{
	struct pmo_effect *effect = impact->effect;
	const struct pmo_record *risk = pmo_draft_record(effect->draft);
	const struct pmo_world *world = risk->world;
	const char *holds = pmo_arena_format(pmo_workspace_arena(effect->workspace),
					     "any(blocked_by, it = '%s')", risk->id);
	enum pmo_result result = holds ? PMO_OK : PMO_NO_MEMORY;
	for (uint32_t i = 0; i < impact->affects.count && result == PMO_OK; i++) {
		const struct pmo_record *task =
			world->find(world->store, risk, id_at(impact, i), "task");
		struct pmo_draft *draft;
		if (!task || !effect_holds(effect, task, holds))
			continue;
		result = effect_edit(effect, task, &draft);
		if (result == PMO_OK)
			result = pmo_draft_append(
				draft, pmo_schema_field(task->schema, "blocked_by"), issue->id);
	}
	return result;
}

static enum pmo_result stretch(struct impact *impact, const char *days)
{
	struct pmo_plan_options how = { 0 };
	struct pmo_effect *effect = impact->effect;
	const struct pmo_project *project = pmo_draft_record(effect->draft)->project;
	enum pmo_result result =
		pmo_plan_schedule(effect->workspace, project, &how, &impact->before);
	if (result == PMO_OK)
		result = pmo_plan_read(effect->workspace, project, &how, &impact->after);
	for (uint32_t i = 0; i < impact->affects.count && result == PMO_OK; i++) {
		int at = pmo_plan_find(impact->after, id_at(impact, i));
		if (at < 0 || impact->after->items[at].kind != PMO_ITEM_TASK)
			continue;
		const char *line = pmo_arena_format(pmo_workspace_arena(effect->workspace),
						    "%s remaining=+%s", id_at(impact, i), days);
		result = line ? pmo_plan_change(impact->after, line) : PMO_NO_MEMORY;
	}
	return result == PMO_OK ? pmo_plan_compute(impact->after) : result;
}

static enum pmo_result tell(const struct impact *impact, const char *id, bool room)
{
	char from[PMO_DATE_LONG_SIZE], to[PMO_DATE_LONG_SIZE];
	int before = pmo_plan_find(impact->before, id), after = pmo_plan_find(impact->after, id);
	if (before < 0 || after < 0)
		return PMO_OK;
	const struct pmo_plan_item *old = &impact->before->items[before];
	int32_t date = impact->after->items[after].finish, today = impact->before->as_of;
	if (old->finish == PMO_DATE_NONE || date == PMO_DATE_NONE)
		return PMO_OK;
	pmo_date_format_short(old->finish, today, from);
	pmo_date_format_short(date, today, to);
	if (old->finish == date)
		return effect_tell(impact->effect, "%s stays %s", old->title, from);
	if (room && old->has_float)
		return effect_tell(impact->effect, "%s: %s > %s, with %d d of float", old->title,
				   from, to, (int)old->total_float);
	return effect_tell(impact->effect, "%s: %s > %s", old->title, from, to);
}

enum pmo_result occur_tell_plan(struct pmo_effect *effect, struct pmo_draft *issue)
{
	const struct pmo_record *record = pmo_draft_record(issue);
	struct impact impact = { .effect = effect };
	const char *days = effect_ask_text(effect, record, "impact_days");
	impact.affects = pmo_record_get_name(record, "affects");
	if (impact.affects.presence != PMO_PRESENT || !impact.affects.is_list ||
	    !impact.affects.count)
		return PMO_OK;
	enum pmo_result result = block(&impact, record);
	if (result == PMO_OK && days)
		result = stretch(&impact, days);
	for (uint32_t i = 0; days && i < impact.affects.count && result == PMO_OK; i++)
		result = tell(&impact, id_at(&impact, i), true);
	int live = days && result == PMO_OK ? pmo_plan_go_live(impact.before) : -1;
	if (live >= 0)
		result = tell(&impact, impact.before->items[live].id, false);
	pmo_plan_free(impact.before);
	pmo_plan_free(impact.after);
	/* A schedule that cannot be made is told by `pmo check`, and stops nobody. */
	return result == PMO_NO_MEMORY ? result : PMO_OK;
}
