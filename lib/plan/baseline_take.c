/* See <pmo/baseline.h>. */
#include "plan/baseline.h"

#include "store/draft.h"

#include <inttypes.h>
#include <string.h>

enum { MEMBERS = 8, TOLD = 10 };

struct taking {
	struct pmo_update *update;
	struct pmo_arena *arena;
	const struct pmo_plan *plan;
	struct pmo_baseline_wanted *wanted;
	struct pmo_draft *draft;
};

static struct pmo_value integer_value(enum pmo_kind kind, int64_t integer)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = (uint8_t)kind };
	value.as.integer = integer;
	return value;
}

static struct pmo_value id_value(const char *id)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_REF };
	value.as.text = id;
	return value;
}

static struct pmo_value line_of(const struct pmo_value *members, uint32_t count)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_STRUCT, .count = count };
	value.as.items = members;
	return value;
}

bool baseline_task_line(struct pmo_arena *arena, const struct pmo_field *field,
			const struct pmo_record *task, const int32_t dates[2],
			struct pmo_value *line)
{
	struct pmo_value *members = pmo_arena_array(arena, MEMBERS, sizeof(*members));
	uint32_t count = 0;
	for (; members && field->members[count].name && count < MEMBERS; count++) {
		const char *name = field->members[count].name;
		if (strcmp(name, "task") == 0)
			members[count] = id_value(task->id);
		else if (strcmp(name, "start") == 0)
			members[count] = integer_value(PMO_DATE, dates[0]);
		else if (strcmp(name, "finish") == 0)
			members[count] = integer_value(PMO_DATE, dates[1]);
		else
			members[count] = pmo_record_get_name(task, name);
	}
	*line = line_of(members, count);
	return members;
}

enum pmo_result baseline_set_list(struct pmo_draft *draft, const char *name,
				  const struct pmo_value *items, uint32_t count)
{
	struct pmo_value list = { .presence = PMO_PRESENT, .is_list = true, .count = count };
	int index = pmo_schema_field(draft->now.schema, name);
	list.kind = (uint8_t)PMO_STRUCT;
	list.as.items = items;
	if (index < 0)
		return PMO_OK;
	const struct pmo_field *field = draft->now.schema->fields[index];
	struct draft_path path = draft_field_path(draft, draft_name_of(draft, field));
	struct ydoc_value *value = value_write(field, &list, &draft->update->workspace->arena);
	if (value)
		value->flow = false; /* a line an item: it is read and compared for years */
	return draft_apply(draft, YDOC_SET, &path, 0, value);
}

/* A baseline holds dates for years; those that nobody can be sure of are mended first. */
static enum pmo_result check_plan(const struct taking *taking)
{
	const struct pmo_plan *plan = taking->plan;
	struct pmo_diags *diags = taking->update->workspace->diags;
	size_t unsure = 0, lines = 0;
	for (size_t i = 0; i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		bool is_line = item->kind != PMO_ITEM_SUMMARY && item->state != PMO_ITEM_LEFT_OUT;
		lines += is_line;
		if (!is_line || (item->sure && item->finish != PMO_DATE_NONE))
			continue;
		if (unsure++ >= TOLD)
			continue;
		struct pmo_place place = pmo_record_place(item->record);
		pmo_diag_add(diags, PMO_ERROR, "baseline-unsure", &place, "%s %s: %s", item->wbs,
			     item->title,
			     item->fault ? item->fault : "its date depends on one with a fault");
	}
	if (!lines) {
		pmo_diag_add(diags, PMO_ERROR, "baseline-empty", NULL,
			     "the plan has no task and no milestone yet");
		pmo_diag_hint(diags, "write it: pmo plan edit");
	} else if (unsure) {
		pmo_diag_add(diags, PMO_ERROR, "baseline-unsure", NULL,
			     "%zu %s of the plan %s not sure; a baseline is taken of sure ones",
			     unsure, unsure == 1 ? "date" : "dates", unsure == 1 ? "is" : "are");
	}
	return lines && !unsure ? PMO_OK : PMO_REFUSED;
}

static enum pmo_result set_tasks(const struct taking *taking)
{
	const struct pmo_plan *plan = taking->plan;
	const struct pmo_schema *schema = taking->draft->now.schema;
	const struct pmo_field *field = schema->fields[pmo_schema_field(schema, "tasks")];
	struct pmo_value *items =
		pmo_arena_array(taking->arena, plan->own_count + 1, sizeof(*items));
	uint32_t count = 0;
	if (!items)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		const int32_t dates[2] = { item->start, item->finish };
		bool is_task = item->kind == PMO_ITEM_TASK || item->kind == PMO_ITEM_EFFORT;
		if (!is_task || item->state == PMO_ITEM_LEFT_OUT)
			continue;
		if (!baseline_task_line(taking->arena, field, item->record, dates, &items[count++]))
			return PMO_NO_MEMORY;
	}
	taking->wanted->tasks = count;
	return count ? baseline_set_list(taking->draft, "tasks", items, count) : PMO_OK;
}

static enum pmo_result set_milestones(const struct taking *taking)
{
	const struct pmo_plan *plan = taking->plan;
	struct pmo_value *items =
		pmo_arena_array(taking->arena, plan->own_count + 1, sizeof(*items));
	uint32_t count = 0;
	for (size_t i = 0; items && i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (item->kind != PMO_ITEM_MILESTONE || item->state == PMO_ITEM_LEFT_OUT)
			continue;
		struct pmo_value *members = pmo_arena_array(taking->arena, 2, sizeof(*members));
		if (!members)
			return PMO_NO_MEMORY;
		members[0] = id_value(item->id);
		members[1] = integer_value(PMO_DATE, item->finish);
		items[count++] = line_of(members, 2);
	}
	taking->wanted->milestones = count;
	if (!items)
		return PMO_NO_MEMORY;
	return count ? baseline_set_list(taking->draft, "milestones", items, count) : PMO_OK;
}

/* The budget as it stands, transfers included; contingency is no part of it. */
static enum pmo_result set_budget(const struct taking *taking)
{
	struct pmo_workspace *workspace = taking->update->workspace;
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "budget");
	struct pmo_records records = { 0 };
	if (!schema)
		return PMO_OK;
	enum pmo_result result =
		pmo_workspace_records(workspace, taking->plan->project, schema, &records);
	struct pmo_value *items = pmo_arena_array(taking->arena, records.count + 1, sizeof(*items));
	uint32_t count = 0;
	for (size_t i = 0; items && result == PMO_OK && i < records.count; i++) {
		const struct pmo_record *line = &records.items[i];
		struct pmo_value amount = pmo_record_get_name(line, "current");
		struct pmo_value category = pmo_record_get_name(line, "category");
		bool is_reserve = category.presence == PMO_PRESENT &&
				  pmo_word_is_in("contingency|reserve", category.as.text);
		if (pmo_record_is_void(line) || is_reserve || amount.presence != PMO_PRESENT)
			continue;
		struct pmo_value *members = pmo_arena_array(taking->arena, 2, sizeof(*members));
		if (!members)
			return PMO_NO_MEMORY;
		members[0] = id_value(line->id);
		members[1] = integer_value(PMO_MONEY, amount.as.integer);
		items[count++] = line_of(members, 2);
		taking->wanted->budget += amount.as.integer;
	}
	if (result != PMO_OK || !items)
		return result != PMO_OK ? result : PMO_NO_MEMORY;
	return count ? baseline_set_list(taking->draft, "budget", items, count) : PMO_OK;
}

/* One more than any that there was; a void one was never right. */
static enum pmo_result find_version(const struct taking *taking, const struct pmo_schema *schema)
{
	struct pmo_records records;
	int64_t highest = 0;
	enum pmo_result result = pmo_workspace_records(taking->update->workspace,
						       taking->plan->project, schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++) {
		struct pmo_value version = pmo_record_get_name(&records.items[i], "version");
		if (!pmo_record_is_void(&records.items[i]) && version.presence == PMO_PRESENT &&
		    version.as.integer > highest && version.as.integer < INT32_MAX)
			highest = version.as.integer;
	}
	taking->wanted->version = (int)highest + 1;
	return result;
}

static enum pmo_result set_words(const struct taking *taking)
{
	const struct pmo_baseline_wanted *wanted = taking->wanted;
	const struct {
		const char *field, *text;
	} words[] = {
		{ "title", pmo_arena_format(taking->arena, "Baseline %d", wanted->version) },
		{ "version", pmo_arena_format(taking->arena, "%d", wanted->version) },
		{ "change", wanted->change },
		{ "reason", wanted->reason         ? wanted->reason
			    : wanted->version == 1 ? "first plan and budget"
						   : NULL },
	};
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < sizeof(words) / sizeof(*words); i++) {
		int field = pmo_schema_field(taking->draft->now.schema, words[i].field);
		if (field >= 0 && words[i].text)
			result = pmo_draft_set(taking->draft, field, words[i].text);
	}
	return result == PMO_OK ? pmo_draft_start(taking->draft) : result;
}

enum pmo_result pmo_baseline_take(struct pmo_update *update, const struct pmo_plan *plan,
				  struct pmo_baseline_wanted *wanted, struct pmo_draft **draft)
{
	struct taking taking = {
		.update = update, .arena = &update->workspace->arena, .plan = plan, .wanted = wanted
	};
	const struct pmo_schema *schema = pmo_workspace_schema(update->workspace, "baseline");
	enum pmo_result result = schema ? check_plan(&taking) : PMO_NO_MEMORY;
	*draft = NULL;
	if (result == PMO_OK)
		result = find_version(&taking, schema);
	if (result == PMO_OK)
		result = pmo_update_add(update, plan->project, schema, NULL, &taking.draft);
	if (result == PMO_OK)
		result = set_words(&taking);
	if (result == PMO_OK)
		result = set_budget(&taking);
	if (result == PMO_OK)
		result = set_milestones(&taking);
	if (result == PMO_OK)
		result = set_tasks(&taking);
	*draft = taking.draft;
	return result;
}
