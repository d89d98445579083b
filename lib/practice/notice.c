/* A notice: what moved, since when, why, and what it touches. */
#include "practice/notice.h"

#include "practice/practice.h"

#include <pmo/text.h>
#include <pmo/why.h>

#include <string.h>

enum { USUAL_DAYS = 5 };

const char *notice_day(const struct pmo_notice *notice, int32_t date, int32_t near)
{
	char text[PMO_DATE_LONG_SIZE] = "?";
	int year, other, month, day;
	pmo_date_to_civil(date, &year, &month, &day);
	pmo_date_to_civil(near, &other, &month, &day);
	if (date != PMO_DATE_NONE)
		pmo_date_format_short(date, year == other ? date : notice->plan->as_of, text);
	const char *copy = pmo_arena_string(notice->plan->arena, text);
	return copy ? copy : "";
}

enum pmo_result notice_records(const struct pmo_notice *notice, const char *name,
			       struct pmo_records *records)
{
	struct pmo_workspace *workspace = notice->plan->workspace;
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, name);
	*records = (struct pmo_records){ 0 };
	if (!schema || schema->own)
		return PMO_OK;
	return pmo_workspace_records(workspace, notice->plan->project, schema, records);
}

/* The date of an item in a report's or a baseline's list of milestones. */
static int32_t date_in(const struct pmo_record *record, const char *id)
{
	int index = pmo_schema_field(record->schema, "milestones");
	struct pmo_value list = pmo_record_get(record, index);
	for (uint32_t i = 0; list.presence == PMO_PRESENT && list.is_list && i < list.count; i++) {
		const struct pmo_value *item = &list.as.items[i];
		if (item->presence != PMO_PRESENT || item->count < 2)
			continue;
		const struct pmo_value *which = &item->as.items[0], *date = &item->as.items[1];
		if (which->presence == PMO_PRESENT && date->presence == PMO_PRESENT &&
		    pmo_text_compare(which->as.text, id) == 0)
			return (int32_t)date->as.integer;
	}
	return PMO_DATE_NONE;
}

static bool is_report(const struct pmo_record *record)
{
	return strcmp(record->schema->table->name, "report") == 0;
}

static const char *name_of(const struct pmo_notice *notice, const struct pmo_record *record)
{
	struct pmo_arena *arena = notice->plan->arena;
	int32_t date =
		(int32_t)query_number(record, is_report(record) ? "as_of" : "date", PMO_DATE_NONE);
	const char *day = notice_day(notice, date, notice->plan->as_of);
	if (is_report(record))
		return pmo_arena_format(arena, "report %s (%s)", record->id, day);
	const char *version = query_text(record, "version");
	return pmo_arena_format(arena, "baseline %s (%s)", version ? version : record->id, day);
}

static enum pmo_result set_since(struct pmo_notice *notice, const struct pmo_notice_since *since)
{
	const struct pmo_plan_item *item = &notice->plan->items[notice->item];
	notice->from = item->baseline_finish;
	if (since->record) {
		notice->from = date_in(since->record, item->id);
		notice->since = name_of(notice, since->record);
	} else if (since->plan) {
		int before = pmo_plan_find(since->plan, item->id);
		notice->from = before >= 0 ? since->plan->items[before].finish : PMO_DATE_NONE;
		notice->since = since->name;
	} else if (notice->plan->baseline) {
		notice->since = name_of(notice, notice->plan->baseline);
	}
	if (notice->from == PMO_DATE_NONE || notice->to == PMO_DATE_NONE)
		return PMO_OK;
	notice->days = pmo_calendar_days_between(notice->plan->calendar, notice->from, notice->to);
	return PMO_OK;
}

/* Variance, and its share of the way from the start of the project (PRACTICE C2). */
static void set_planned(struct pmo_notice *notice)
{
	const struct pmo_plan *plan = notice->plan;
	const struct pmo_plan_item *item = &plan->items[notice->item];
	notice->planned = item->baseline_finish;
	notice->planned_days = item->has_variance ? item->variance : 0;
	if (notice->planned == PMO_DATE_NONE || plan->project_start == PMO_DATE_NONE)
		return;
	int32_t way =
		pmo_calendar_days_between(plan->calendar, plan->project_start, notice->planned);
	if (way > 0)
		notice->share = (int32_t)(((int64_t)notice->planned_days * 20000 + way) /
					  ((int64_t)way * 2));
}

/* Whether it is late enough to be told (PRACTICE B7). */
static bool is_told(const struct pmo_plan_item *item)
{
	bool missed = item->state != PMO_ITEM_DONE && item->has_variance && item->variance > 0;
	return item->kind == PMO_ITEM_MILESTONE && missed && item->variance >= USUAL_DAYS;
}

static enum pmo_result add_also(struct pmo_notice *notice)
{
	struct pmo_plan *plan = notice->plan;
	int *also = pmo_arena_array(plan->arena, plan->own_count + 1, sizeof(*also));
	if (!also)
		return PMO_NO_MEMORY;
	notice->also = also;
	for (size_t i = 0; i < plan->own_count; i++)
		if ((int)i != notice->item && is_told(&plan->items[i]) && notice->root >= 0 &&
		    (int)i != notice->root && pmo_why_root(plan, (int)i) == notice->root)
			also[notice->also_count++] = (int)i;
	return PMO_OK;
}

/* Contracts that end before, or soon after, the new date. */
static enum pmo_result add_effects(struct pmo_notice *notice)
{
	enum { SOON = 30 };
	struct pmo_records contracts;
	struct pmo_arena *arena = notice->plan->arena;
	enum pmo_result result = notice_records(notice, "contract", &contracts);
	const char **lines = pmo_arena_array(arena, contracts.count + 1, sizeof(*lines));
	if (result != PMO_OK || !lines)
		return result == PMO_OK ? PMO_NO_MEMORY : result;
	notice->effects = lines;
	for (size_t i = 0; i < contracts.count; i++) {
		const struct pmo_record *contract = &contracts.items[i];
		int32_t end = (int32_t)query_number(contract, "end", PMO_DATE_NONE);
		if (contract->unreadable || !pmo_record_is_open(contract) || end == PMO_DATE_NONE ||
		    notice->to == PMO_DATE_NONE || end > pmo_date_add_days(notice->to, SOON))
			continue;
		const char *title = query_text(contract, "title");
		const char *day = notice_day(notice, end, notice->to);
		const char *line =
			end < notice->to
				? pmo_arena_format(arena,
						   "The contract \"%s\" (%s) ends %s, before it.",
						   title ? title : "", contract->id, day)
				: pmo_arena_format(arena,
						   "The contract \"%s\" (%s) ends %s, %d calendar "
						   "days after it.",
						   title ? title : "", contract->id, day,
						   (int)(end - notice->to));
		if (!line)
			return PMO_NO_MEMORY;
		lines[notice->effect_count++] = line;
	}
	return PMO_OK;
}

/* The plan of the open issue about the root or the item: the most serious one. */
static enum pmo_result add_meanwhile(struct pmo_notice *notice)
{
	struct pmo_records issues;
	const struct pmo_plan *plan = notice->plan;
	int64_t most = 0;
	enum pmo_result result = notice_records(notice, "issue", &issues);
	for (size_t i = 0; result == PMO_OK && notice->root >= 0 && i < issues.count; i++) {
		const struct pmo_record *issue = &issues.items[i];
		const char *about = pmo_arena_format(plan->arena, "any(affects, it = '%s')",
						     plan->items[notice->root].id);
		if (issue->unreadable || !pmo_record_is_open(issue) || !about ||
		    !query_holds(issue, about))
			continue;
		int64_t impact = query_number(issue, "impact", 1);
		const char *text = query_text(issue, "action_plan");
		if (!text || impact <= most)
			continue;
		most = impact;
		notice->meanwhile = text;
	}
	return result;
}

/* The forecast of the last report that was sent. */
static enum pmo_result add_reported(struct pmo_notice *notice)
{
	struct pmo_records reports;
	const struct pmo_record *last = NULL;
	const char *id = notice->plan->items[notice->item].id;
	enum pmo_result result = notice_records(notice, "report", &reports);
	for (size_t i = 0; result == PMO_OK && i < reports.count; i++) {
		const struct pmo_record *report = &reports.items[i];
		int64_t as_of = report->unreadable ? PMO_DATE_MIN
						   : query_number(report, "as_of", PMO_DATE_MIN);
		if (report->unreadable || as_of > notice->plan->as_of ||
		    strcmp(pmo_record_state(report)->name, "sent") != 0 ||
		    date_in(report, id) == PMO_DATE_NONE)
			continue;
		if (!last || as_of > query_number(last, "as_of", PMO_DATE_MIN))
			last = report;
	}
	if (!last)
		return result;
	notice->reported = pmo_arena_format(notice->plan->arena, "report %s said %s", last->id,
					    notice_day(notice, date_in(last, id), notice->to));
	return notice->reported ? result : PMO_NO_MEMORY;
}

/* The first notice that was sent about the same cause. */
static enum pmo_result add_first(struct pmo_notice *notice)
{
	struct pmo_records sent;
	enum pmo_result result = notice_records(notice, "communication", &sent);
	int about = notice->root >= 0 ? notice->root : notice->item;
	const char *holds =
		pmo_arena_format(notice->plan->arena, "title ~ 'Notice:' and any(links, it = '%s')",
				 notice->plan->items[about].id);
	if (!holds)
		return PMO_NO_MEMORY;
	for (size_t i = 0; result == PMO_OK && i < sent.count && !notice->first; i++)
		if (!sent.items[i].unreadable && !pmo_record_is_void(&sent.items[i]) &&
		    query_holds(&sent.items[i], holds))
			notice->first = &sent.items[i];
	return result;
}

/* "TSK-031 > MS-005 > TSK-038 > ... > MS-007": from the root on; long ones without the middle. */
static enum pmo_result add_chain(struct pmo_notice *notice)
{
	enum { HEAD = 3, MOST = 5 };
	const int *chain;
	size_t count, shown = 0;
	struct pmo_buffer out;
	enum pmo_result result = pmo_plan_chain(notice->plan, notice->item, &chain, &count);
	if (result != PMO_OK)
		return result;
	while (notice->root >= 0 && count && chain[count - 1] != notice->root)
		count--;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	for (size_t i = count; i-- > 0; shown++) {
		bool skipped = count > MOST && shown >= HEAD && i > 0;
		if (skipped && shown > HEAD)
			continue;
		pmo_buffer_add_format(&out, "%s%s", shown ? " > " : "",
				      skipped ? "\xe2\x80\xa6" : notice->plan->items[chain[i]].id);
	}
	notice->chain =
		out.failed ? NULL : pmo_arena_copy(notice->plan->arena, out.data, out.length);
	pmo_buffer_release(&out);
	return notice->chain ? PMO_OK : PMO_NO_MEMORY;
}

enum pmo_result pmo_notice_open(struct pmo_plan *plan, int item,
				const struct pmo_notice_since *since, struct pmo_notice *notice)
{
	static enum pmo_result (*const parts[])(struct pmo_notice *) = {
		add_also,        add_effects,  add_meanwhile, notice_add_options,
		notice_add_asks, add_reported, add_first,     add_chain,
	};
	struct pmo_why why;
	*notice = (struct pmo_notice){ .plan = plan, .item = item, .root = -1 };
	notice->name = plan->items[item].title;
	if (!notice->name || !*notice->name)
		notice->name = plan->items[item].id;
	notice->to = plan->items[item].finish;
	notice->root = pmo_why_root(plan, item);
	notice->because = pmo_why_because(plan, item);
	enum pmo_result result = set_since(notice, since);
	set_planned(notice);
	if (result == PMO_OK)
		result = pmo_why_explain(plan, item, &why);
	if (result == PMO_OK)
		notice->earlier = why.earlier;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]) && result == PMO_OK; i++)
		result = parts[i](notice);
	return result;
}

/* The one that people ask about: go-live, else the first in the plan. */
static bool is_better(const struct pmo_plan *plan, int item, int than)
{
	return than < 0 || item == pmo_plan_go_live(plan);
}

enum pmo_result pmo_notice_causes(struct pmo_plan *plan, const int **items, size_t *count)
{
	int *best = pmo_arena_array(plan->arena, plan->item_count + 1, sizeof(*best));
	int *found = pmo_arena_array(plan->arena, plan->item_count + 1, sizeof(*found));
	*items = found;
	*count = 0;
	if (!best || !found)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < plan->item_count; i++)
		best[i] = -1;
	for (size_t i = 0; i < plan->own_count; i++) {
		int root = is_told(&plan->items[i]) ? pmo_why_root(plan, (int)i) : -1;
		if (root < 0 && is_told(&plan->items[i]))
			root = (int)i;
		if (root >= 0 && is_better(plan, (int)i, best[root]))
			best[root] = (int)i;
	}
	for (size_t i = 0; i < plan->item_count; i++)
		if (best[i] >= 0)
			found[(*count)++] = best[i];
	return PMO_OK;
}
