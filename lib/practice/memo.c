/* An escalation memo: what the records know of a matter that goes up a level. */
#include "practice/memo.h"

#include "practice/practice.h"
#include "practice/query.h"

#include <pmo/text.h>
#include <pmo/why.h>

#include <inttypes.h>
#include <string.h>

enum { ANSWER_DAYS = 3, TOP = 4, NOTES = 2 };

static struct pmo_arena *arena_of(const struct pmo_memo *memo)
{
	return pmo_workspace_arena(memo->workspace);
}

enum pmo_result memo_add(const struct pmo_memo *memo, struct memo_lines *lines, const char *text)
{
	const char **grown = pmo_arena_grow(arena_of(memo), lines->items, lines->count,
					    &lines->capacity, sizeof(*grown));
	if (!grown || !text)
		return PMO_NO_MEMORY;
	lines->items = grown;
	grown[lines->count++] = text;
	return PMO_OK;
}

enum pmo_result memo_records(const struct pmo_memo *memo, const char *name,
			     struct pmo_records *records)
{
	const struct pmo_schema *schema = pmo_workspace_schema(memo->workspace, name);
	*records = (struct pmo_records){ 0 };
	if (!schema || schema->own)
		return PMO_OK;
	return pmo_workspace_records(memo->workspace, memo->item->project, schema, records);
}

static bool is_issue(const struct pmo_record *record)
{
	return strcmp(record->schema->table->name, "issue") == 0;
}

/* The highest level that was asked about it. */
static enum pmo_result find_level(struct pmo_memo *memo)
{
	struct pmo_records calls;
	const char *about = pmo_arena_format(arena_of(memo), "item = '%s'", memo->item->id);
	enum pmo_result result = memo_records(memo, "escalation", &calls);
	if (!about)
		return PMO_NO_MEMORY;
	memo->from =
		is_issue(memo->item) ? (int)query_number(memo->item, "escalation_level", 0) : 0;
	for (size_t i = 0; result == PMO_OK && !is_issue(memo->item) && i < calls.count; i++) {
		int level = (int)query_number(&calls.items[i], "level", 0);
		if (!calls.items[i].unreadable && !pmo_record_is_void(&calls.items[i]) &&
		    level > memo->from && query_holds(&calls.items[i], about))
			memo->from = level;
	}
	memo->to = memo->from < TOP ? memo->from + 1 : TOP;
	return result;
}

/* What the ladder says, where the step is due. */
static enum pmo_result find_step(struct pmo_memo *memo)
{
	struct pmo_escalation_steps steps = { 0 };
	enum pmo_result result = find_level(memo);
	if (result == PMO_OK)
		result = pmo_ladder_due(memo->workspace, memo->item->project, &steps);
	for (size_t i = 0; result == PMO_OK && i < steps.count; i++) {
		if (strcmp(steps.items[i].issue->id, memo->item->id) != 0)
			continue;
		memo->to = steps.items[i].to;
		memo->reason = steps.items[i].reason;
	}
	memo->person = pmo_ladder_person(memo->charter, memo->to);
	if (memo->to < TOP)
		memo->next = pmo_ladder_person(memo->charter, memo->to + 1);
	return result;
}

/* "First promised for Oct 9, then Oct 30." from the history of the due date. */
static const char *promises(const struct pmo_memo *memo)
{
	struct pmo_value history = pmo_record_get(memo->item, memo->item->schema->history);
	const char *text = NULL;
	bool is_list = history.presence == PMO_PRESENT && history.is_list;
	for (uint32_t i = 0; is_list && i < history.count; i++) {
		const struct pmo_value *line = &history.as.items[i];
		const char *due =
			line->presence == PMO_PRESENT ? strstr(line->as.text, " due ") : NULL;
		const char *old = due ? due + strlen(" due ") : NULL;
		int32_t date;
		if (!old || strlen(old) < 11 || old[10] != '>' ||
		    pmo_date_parse(old, 10, &date) != PMO_OK)
			continue;
		text = pmo_arena_format(arena_of(memo), "%s%s%s", text ? text : "",
					text ? ", then " : "", query_day(memo->item, date, false));
	}
	return text ? pmo_arena_format(arena_of(memo), "It was promised for %s.", text) : NULL;
}

static enum pmo_result add_facts(struct pmo_memo *memo)
{
	const struct pmo_record *item = memo->item;
	struct memo_lines lines = { 0 };
	int32_t raised = (int32_t)query_number(item, "raised", PMO_DATE_NONE);
	int32_t due = PMO_DATE_NONE;
	struct pmo_value value = pmo_record_get(item, item->schema->due);
	const struct pmo_calendar *calendar = item->world->calendar;
	const char *description = query_text(item, "description");
	enum pmo_result result = PMO_OK;
	if (value.presence == PMO_PRESENT && value.kind == PMO_DATE && !value.is_list)
		due = (int32_t)value.as.integer;
	if (description)
		result = memo_add(memo, &lines, description);
	if (result == PMO_OK && raised != PMO_DATE_NONE)
		result =
			memo_add(memo, &lines,
				 pmo_arena_format(arena_of(memo), "Raised %s, %d working days ago.",
						  query_day(item, raised, false),
						  (int)pmo_calendar_days_between(
							  calendar, raised, item->world->today)));
	int32_t late = due == PMO_DATE_NONE
			       ? 0
			       : pmo_calendar_days_between(calendar, due, item->world->today);
	if (result == PMO_OK && late > 0)
		result = memo_add(memo, &lines,
				  pmo_arena_format(arena_of(memo), "Due %s, %d working day%s ago.",
						   query_day(item, due, false), (int)late,
						   late == 1 ? "" : "s"));
	else if (result == PMO_OK && due != PMO_DATE_NONE)
		result = memo_add(
			memo, &lines,
			pmo_arena_format(arena_of(memo), "Due %s.", query_day(item, due, false)));
	const char *moved = promises(memo);
	if (result == PMO_OK && moved)
		result = memo_add(memo, &lines, moved);
	memo->facts = lines.items;
	memo->fact_count = lines.count;
	return result;
}

static const char *part(struct pmo_arena *arena, const char *text)
{
	char *copy = pmo_arena_string(arena, text);
	if (copy && pmo_ascii_is_upper(copy[0]) && pmo_ascii_is_lower(copy[1]))
		copy[0] = pmo_ascii_to_lower(copy[0]);
	return copy ? copy : "";
}

/* A task or milestone that it holds up: when it is expected, and how much room is left. */
static const char *impact_of(const struct pmo_memo *memo, const char *id)
{
	struct pmo_plan *plan = memo->plan;
	int at = plan ? pmo_plan_find(plan, id) : -1;
	int live = at >= 0 ? pmo_plan_go_live(plan) : -1;
	if (at < 0 || plan->items[at].finish == PMO_DATE_NONE)
		return NULL;
	const struct pmo_plan_item *item = &plan->items[at];
	const char *day = query_day(memo->item, item->finish, false);
	if (!item->has_float || live < 0)
		return pmo_arena_format(arena_of(memo), "It holds up \"%s\", now expected %s.",
					item->title, day);
	if (item->total_float <= 0)
		return pmo_arena_format(
			arena_of(memo),
			"It holds up \"%s\", now expected %s: each day more moves %s.", item->title,
			day, part(arena_of(memo), plan->items[live].title));
	int32_t last = pmo_calendar_add_days(plan->calendar, item->finish, item->total_float);
	return pmo_arena_format(arena_of(memo),
				"It holds up \"%s\", now expected %s; after %s (%d working days "
				"more) %s moves.",
				item->title, day, query_day(memo->item, last, false),
				(int)item->total_float,
				part(arena_of(memo), plan->items[live].title));
}

static enum pmo_result add_impacts(struct pmo_memo *memo)
{
	struct memo_lines lines = { 0 };
	const struct pmo_record *item = memo->item;
	struct pmo_value affects = pmo_record_get_name(item, "affects");
	enum pmo_result result = PMO_OK;
	bool is_list = affects.presence == PMO_PRESENT && affects.is_list;
	for (uint32_t i = 0; is_list && i < affects.count && result == PMO_OK; i++) {
		const char *id = affects.as.items[i].as.text;
		const char *line =
			affects.as.items[i].presence == PMO_PRESENT ? impact_of(memo, id) : NULL;
		if (line)
			result = memo_add(memo, &lines, line);
	}
	const char *days = query_text(item, "impact_days");
	int64_t cost = query_number(item, "impact_cost", 0);
	if (result == PMO_OK && days)
		result = memo_add(memo, &lines,
				  pmo_arena_format(arena_of(memo), "It costs %s.", days));
	if (result == PMO_OK && cost)
		result = memo_add(
			memo, &lines,
			pmo_arena_format(arena_of(memo), "It costs %s.", query_money(item, cost)));
	memo->impacts = lines.items;
	memo->impact_count = lines.count;
	return result;
}

static const struct pmo_record *charter_of(const struct pmo_record *record)
{
	const struct pmo_world *world = record->world;
	return world->charter ? world->charter(world->store, record) : NULL;
}

enum pmo_result pmo_memo_open(struct pmo_workspace *workspace, struct pmo_plan *plan,
			      const struct pmo_record *item, struct pmo_memo *memo)
{
	static enum pmo_result (*const parts[])(struct pmo_memo *) = {
		find_step, add_facts, memo_add_tried, add_impacts, memo_add_ask,
	};
	enum pmo_result result = PMO_OK;
	*memo = (struct pmo_memo){ .workspace = workspace, .plan = plan, .item = item };
	memo->charter = charter_of(item);
	memo->problem = pmo_record_text(item, item->schema->title);
	if (!memo->problem)
		memo->problem = item->id;
	memo->respond_by =
		pmo_calendar_add_days(item->world->calendar, item->world->today, ANSWER_DAYS);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]) && result == PMO_OK; i++)
		result = parts[i](memo);
	return result;
}
