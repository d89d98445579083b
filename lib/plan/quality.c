/*
 * The fourteen checks of a schedule (DCMA-EA PAM 200.1): each is a row that says what offends,
 * out of how many, and how many may.
 */
#include "plan/quality.h"

#include <string.h>

enum { LONG_DAYS = 44 };

bool quality_is_incomplete(const struct pmo_plan_item *item)
{
	return item->kind == PMO_ITEM_TASK &&
	       (item->state == PMO_ITEM_NOT_STARTED || item->state == PMO_ITEM_UNDER_WAY);
}

static bool waits(const struct plan *plan, int at)
{
	for (; at >= 0; at = plan->open.items[at].parent)
		if (plan->open.items[at].in_count)
			return true;
	return false;
}

static bool is_waited_for(const struct plan *plan, int at)
{
	for (; at >= 0; at = plan->open.items[at].parent)
		if (plan->open.items[at].out_count)
			return true;
	return false;
}

/* One item may begin the network, and one may end it. */
static bool lacks_logic(const struct quality_work *work, int at)
{
	return (!waits(work->plan, at) && work->open_starts > 1) ||
	       (!is_waited_for(work->plan, at) && work->open_ends > 1);
}

static bool is_hard(const struct quality_work *work, int at)
{
	enum plan_constraint constraint = work->plan->work[at].constraint;
	return constraint == PLAN_MSO || constraint == PLAN_MFO || constraint == PLAN_SNLT ||
	       constraint == PLAN_FNLT;
}

static bool has_much_float(const struct quality_work *work, int at)
{
	const struct pmo_plan_item *item = &work->plan->open.items[at];
	return item->has_float && item->total_float > LONG_DAYS;
}

static bool has_negative_float(const struct quality_work *work, int at)
{
	const struct pmo_plan_item *item = &work->plan->open.items[at];
	return item->has_float && item->total_float_minutes < 0;
}

static bool is_long(const struct quality_work *work, int at)
{
	const struct pmo_plan_item *item = &work->plan->open.items[at];
	return pmo_plan_days(item, item->duration) > LONG_DAYS;
}

/* Done or begun after the as-of date, or expected before it. */
static bool has_invalid_dates(const struct quality_work *work, int at)
{
	const struct pmo_plan_item *item = &work->plan->open.items[at];
	int32_t as_of = work->plan->open.as_of;
	bool is_open = item->state != PMO_ITEM_DONE;
	return item->actual_start > as_of || item->actual_finish > as_of ||
	       (is_open && item->finish != PMO_DATE_NONE && item->finish < as_of) ||
	       (item->state == PMO_ITEM_NOT_STARTED && item->start != PMO_DATE_NONE &&
		item->start <= as_of);
}

static bool has_nobody(const struct quality_work *work, int at)
{
	const struct pmo_plan_item *item = &work->plan->open.items[at];
	struct pmo_value people = pmo_record_get_name(item->record, "assignees");
	return !item->owner && !pmo_value_is_present(&people) &&
	       item->duration >= item->day_minutes;
}

static bool was_missed(const struct quality_work *work, int at)
{
	const struct pmo_plan_item *item = &work->plan->open.items[at];
	return item->finish == PMO_DATE_NONE || item->finish > item->baseline_finish;
}

static bool is_lead(const struct quality_work *work, int link)
{
	return link_lag(work->plan, link) < 0;
}

static bool is_lag(const struct quality_work *work, int link)
{
	return link_lag(work->plan, link) > 0;
}

static bool is_not_fs(const struct quality_work *work, int link)
{
	return work->plan->open.links[link].kind != PMO_LINK_FS;
}

/* Which items a check is about. */
enum scope { OF_INCOMPLETE, OF_ALL, OF_DUE, OF_LINKS, OF_PATH, OF_CPLI, OF_BEI };

struct rule {
	const char *name, *title, *threshold;
	enum scope scope;
	bool (*offends)(const struct quality_work *work, int at); /* an item, or a link */
	int percent; /* of offenders at most; of OF_CPLI and OF_BEI hundredths at least */
};

static const struct rule rules[PMO_QUALITY_COUNT] = {
	{ "logic", "Missing logic", "at most 5 %", OF_INCOMPLETE, lacks_logic, 5 },
	{ "leads", "Leads", "none", OF_LINKS, is_lead, 0 },
	{ "lags", "Lags", "at most 5 %", OF_LINKS, is_lag, 5 },
	{ "fs_links", "Finish-to-start links", "at least 90 %", OF_LINKS, is_not_fs, 10 },
	{ "hard_constraints", "Hard constraints", "at most 5 %", OF_INCOMPLETE, is_hard, 5 },
	{ "high_float", "Float over 44 d", "at most 5 %", OF_INCOMPLETE, has_much_float, 5 },
	{ "negative_float", "Negative float", "none", OF_INCOMPLETE, has_negative_float, 0 },
	{ "long_duration", "Duration over 44 d", "at most 5 %", OF_INCOMPLETE, is_long, 5 },
	{ "invalid_dates", "Invalid dates", "none", OF_ALL, has_invalid_dates, 0 },
	{ "resources", "Nobody assigned", "none", OF_INCOMPLETE, has_nobody, 0 },
	{ "missed", "Missed tasks", "at most 5 %", OF_DUE, was_missed, 5 },
	{ "critical_path", "Critical path test", "end moves 600 d", OF_PATH, NULL, 0 },
	{ "cpli", "CPLI", "at least 0.95", OF_CPLI, NULL, 95 },
	{ "bei", "BEI", "at least 0.95", OF_BEI, NULL, 95 },
};

static bool is_in_scope(const struct quality_work *work, enum scope scope, int at)
{
	const struct pmo_plan_item *item = &work->plan->open.items[at];
	if (scope == OF_INCOMPLETE)
		return quality_is_incomplete(item);
	if (scope == OF_DUE)
		return item->kind == PMO_ITEM_TASK && item->state != PMO_ITEM_LEFT_OUT &&
		       item->baseline_finish != PMO_DATE_NONE &&
		       item->baseline_finish <= work->plan->open.as_of;
	return item->state != PMO_ITEM_LEFT_OUT &&
	       (item->kind == PMO_ITEM_TASK || item->kind == PMO_ITEM_MILESTONE);
}

/* The offenders of a rule; how many were looked at. */
static size_t find_offenders(struct quality_work *work, const struct rule *rule)
{
	const struct pmo_plan *open = &work->plan->open;
	size_t total = 0;
	work->item_count = work->link_count = 0;
	for (int i = 0; rule->scope == OF_LINKS && i < (int)open->link_count; i++) {
		if (open->links[i].to >= (int)open->own_count)
			continue;
		total++;
		if (rule->offends(work, i))
			work->links[work->link_count++] = i;
	}
	for (int i = 0; rule->scope != OF_LINKS && i < (int)open->own_count; i++) {
		if (!is_in_scope(work, rule->scope, i))
			continue;
		total++;
		if (rule->offends(work, i))
			work->items[work->item_count++] = i;
	}
	return total;
}

static enum pmo_result keep(struct quality_work *work, struct pmo_quality_check *check)
{
	struct pmo_arena *arena = work->plan->open.arena;
	int *items = pmo_arena_array(arena, work->item_count + 1, sizeof(*items));
	int *links = pmo_arena_array(arena, work->link_count + 1, sizeof(*links));
	if (!items || !links)
		return PMO_NO_MEMORY;
	memcpy(items, work->items, work->item_count * sizeof(*items));
	memcpy(links, work->links, work->link_count * sizeof(*links));
	check->items = items;
	check->item_count = work->item_count;
	check->links = links;
	check->link_count = work->link_count;
	return PMO_OK;
}

static enum pmo_result count(struct quality_work *work, const struct rule *rule,
			     struct pmo_quality_check *check)
{
	char percent[PMO_RATIO_SIZE];
	int64_t total = (int64_t)find_offenders(work, rule);
	int64_t found = (int64_t)(work->item_count + work->link_count);
	bool inverted = strcmp(rule->name, "fs_links") == 0;
	int64_t told = inverted ? total - found : found;
	check->ratio = (struct pmo_ratio){ told, total };
	check->verdict = found * 100 <= total * rule->percent ? PMO_QUALITY_PASS : PMO_QUALITY_FAIL;
	if (rule->scope == OF_DUE && !work->plan->open.baseline) {
		check->verdict = PMO_QUALITY_UNKNOWN;
		check->note = "there is no approved baseline";
	}
	pmo_ratio_format_percent(check->ratio, 1, percent);
	check->value = pmo_arena_format(work->plan->open.arena, "%lld of %lld (%s)",
					(long long)told, (long long)total, percent);
	return check->value ? keep(work, check) : PMO_NO_MEMORY;
}

static enum pmo_result compare(struct quality_work *work, const struct rule *rule,
			       struct pmo_quality_check *check)
{
	char text[PMO_RATIO_SIZE];
	check->ratio = rule->scope == OF_CPLI ? work->measures->cpli : work->measures->bei;
	pmo_ratio_format(check->ratio, 2, text);
	check->value = pmo_arena_string(work->plan->open.arena, text);
	check->verdict = PMO_QUALITY_UNKNOWN;
	if (!pmo_ratio_is_known(check->ratio))
		check->note = work->plan->open.baseline ? "nothing is due yet"
							: "there is no approved baseline";
	else
		check->verdict = pmo_ratio_compare(check->ratio, rule->percent) >= 0
					 ? PMO_QUALITY_PASS
					 : PMO_QUALITY_FAIL;
	return check->value ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result run(struct quality_work *work, size_t index)
{
	const struct rule *rule = &rules[index];
	struct pmo_quality_check *check = &work->quality->checks[index];
	*check = (struct pmo_quality_check){ .name = rule->name,
					     .title = rule->title,
					     .threshold = rule->threshold };
	enum pmo_result result;
	if (rule->scope == OF_PATH)
		result = quality_try_path(work, check);
	else
		result = rule->offends ? count(work, rule, check) : compare(work, rule, check);
	work->quality->failed += check->verdict == PMO_QUALITY_FAIL;
	work->quality->unknown += check->verdict == PMO_QUALITY_UNKNOWN;
	return result;
}

enum pmo_result pmo_quality_find(struct pmo_plan *open, const struct pmo_measures *measures,
				 struct pmo_quality *quality)
{
	struct quality_work work = { .plan = plan_of(open),
				     .measures = measures,
				     .quality = quality };
	memset(quality, 0, sizeof(*quality));
	work.items = pmo_arena_array(open->arena, open->own_count + 1, sizeof(*work.items));
	work.links = pmo_arena_array(open->arena, open->link_count + 1, sizeof(*work.links));
	if (!work.items || !work.links)
		return PMO_NO_MEMORY;
	for (int i = 0; i < (int)open->own_count; i++) {
		const struct pmo_plan_item *item = &open->items[i];
		if (item->kind != PMO_ITEM_TASK && item->kind != PMO_ITEM_MILESTONE)
			continue;
		quality->incomplete += quality_is_incomplete(item);
		work.open_starts += !waits(work.plan, i);
		work.open_ends += !is_waited_for(work.plan, i);
	}
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < PMO_QUALITY_COUNT; i++)
		result = run(&work, i);
	return result;
}
