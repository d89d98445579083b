/*
 * Baselines: dates that were approved. Variances are against the last approved one (or the
 * version that was asked for); the first one is kept beside it.
 */
#include "plan/plan.h"

#include <string.h>

/* A baseline that was in force once: approved, or superseded since. */
static bool was_approved(const struct pmo_record *record)
{
	const char *state = pmo_record_state(record)->name;
	return !pmo_record_is_void(record) && strcmp(state, "proposed") != 0;
}

static int64_t version_of(const struct pmo_record *record)
{
	struct pmo_value version = pmo_record_get_name(record, "version");
	return pmo_value_is_present(&version) ? version.as.integer : 0;
}

static const struct pmo_record *choose(const struct plan *plan, const struct pmo_records *records)
{
	const struct pmo_record *best = NULL;
	for (size_t i = 0; i < records->count; i++) {
		const struct pmo_record *record = &records->items[i];
		int64_t version = version_of(record);
		bool asked = plan->options.baseline == PMO_BASELINE_CURRENT ||
			     version == plan->options.baseline;
		if (was_approved(record) && asked && (!best || version > version_of(best)))
			best = record;
	}
	return best;
}

static const struct pmo_record *first_of(const struct pmo_records *records)
{
	const struct pmo_record *best = NULL;
	for (size_t i = 0; i < records->count; i++) {
		const struct pmo_record *record = &records->items[i];
		if (was_approved(record) && (!best || version_of(record) < version_of(best)))
			best = record;
	}
	return best;
}

static int32_t date_member(const struct pmo_field *field, const struct pmo_value *item,
			   const char *name)
{
	const struct pmo_value *value = pmo_value_member(field, item, name);
	return value && value->presence == PMO_PRESENT ? (int32_t)value->as.integer : PMO_DATE_NONE;
}

/* The lists of a baseline: their names, and those of their members. */
struct lines {
	const char *list, *item, *start, *finish;
};

static void take_lines(struct plan *plan, const struct pmo_record *record,
		       const struct lines *lines, bool is_original)
{
	int at = pmo_schema_field(record->schema, lines->list);
	if (at < 0)
		return;
	const struct pmo_field *field = record->schema->fields[at];
	struct pmo_value list = pmo_record_get(record, at);
	for (uint32_t i = 0; pmo_value_is_present(&list) && list.is_list && i < list.count; i++) {
		const struct pmo_value *line = &list.as.items[i];
		const struct pmo_value *id = pmo_value_member(field, line, lines->item);
		void *found = id && id->presence == PMO_PRESENT
				      ? map_get(&plan->projects[0].ids, id->as.text)
				      : NULL;
		if (!found)
			continue;
		struct pmo_plan_item *item = &plan->open.items[(intptr_t)found - 1];
		int32_t finish = date_member(field, line, lines->finish);
		if (is_original) {
			item->original_finish = finish;
			continue;
		}
		item->baseline_start = date_member(field, line, lines->start);
		item->baseline_finish = finish;
	}
}

static void take(struct plan *plan, const struct pmo_record *record, bool is_original)
{
	static const struct lines tasks = { "tasks", "task", "start", "finish" };
	static const struct lines milestones = { "milestones", "milestone", "date", "date" };
	if (!record)
		return;
	take_lines(plan, record, &tasks, is_original);
	take_lines(plan, record, &milestones, is_original);
}

/* A summary that the baseline does not name spans what it names below it. */
static void span_summaries(struct plan *plan)
{
	for (int i = (int)plan->open.own_count - 1; i >= 0; i--) {
		const struct pmo_plan_item *item = &plan->open.items[i];
		if (item->parent < 0 || plan->work[i].left_out)
			continue;
		struct pmo_plan_item *parent = &plan->open.items[item->parent];
		if (item->original_finish != PMO_DATE_NONE &&
		    item->original_finish > parent->original_finish)
			parent->original_finish = item->original_finish;
		if (item->baseline_start == PMO_DATE_NONE)
			continue;
		if (parent->baseline_start == PMO_DATE_NONE ||
		    item->baseline_start < parent->baseline_start)
			parent->baseline_start = item->baseline_start;
		if (item->baseline_finish > parent->baseline_finish)
			parent->baseline_finish = item->baseline_finish;
	}
}

enum pmo_result model_read_baselines(struct plan *plan)
{
	struct pmo_records records = { NULL, 0 };
	for (size_t i = 0; i < plan->open.item_count; i++) {
		plan->open.items[i].baseline_start = PMO_DATE_NONE;
		plan->open.items[i].baseline_finish = PMO_DATE_NONE;
		plan->open.items[i].original_finish = PMO_DATE_NONE;
	}
	const struct pmo_schema *schema = pmo_workspace_schema(plan->open.workspace, "baseline");
	if (plan->options.baseline == PMO_BASELINE_NONE || !schema)
		return PMO_OK;
	enum pmo_result result =
		pmo_workspace_records(plan->open.workspace, plan->open.project, schema, &records);
	if (result != PMO_OK)
		return result;
	plan->open.baseline = choose(plan, &records);
	plan->open.original = first_of(&records);
	take(plan, plan->open.original, true);
	take(plan, plan->open.baseline, false);
	span_summaries(plan);
	return PMO_OK;
}
