/*
 * Records become arrays. Tasks and milestones of a project are taken in the order of their
 * file; `parent` makes the outline of them: what is below an item follows it at once, so a
 * branch is a span of indexes. A project that is linked to is read as a whole behind it.
 */
#include "plan/plan.h"

#include <stdio.h>
#include <string.h>

/* The records of one project, sorted into the outline. */
struct outline {
	struct plan *plan;
	size_t number; /* of the project */
	const struct pmo_record **records;
	const struct model_fields **fields; /* beside them */
	int *parent, *first, *next, *last;  /* a forest by indexes of records; -1: none */
	size_t count;
	int top, top_last;
	int *codes; /* the position at each depth, for outline numbers */
};

static bool comes_before(const struct pmo_record *a, const struct pmo_record *b)
{
	if (!a->path || !b->path || strcmp(a->path, b->path) != 0)
		return true; /* files by name: tasks, then milestones */
	return pmo_record_place(a).offset < pmo_record_place(b).offset;
}

static bool counts(const struct pmo_record *record)
{
	return !pmo_record_is_void(record) && !record->duplicate;
}

/* Tasks and milestones, merged as they stand in the file. */
static enum pmo_result collect(struct outline *outline, const struct pmo_project *project)
{
	static const char *const names[] = { "task", "milestone" };
	struct plan *plan = outline->plan;
	struct pmo_records sets[2] = { { NULL, 0 }, { NULL, 0 } };
	const struct model_fields *fields[2] = { NULL, NULL };
	for (int i = 0; i < 2; i++) {
		const struct pmo_schema *schema =
			pmo_workspace_schema(plan->open.workspace, names[i]);
		if (!schema)
			continue;
		enum pmo_result result =
			pmo_workspace_records(plan->open.workspace, project, schema, &sets[i]);
		if (result != PMO_OK)
			return result;
		fields[i] = model_fields_of(plan, schema);
		if (!fields[i])
			return PMO_NO_MEMORY;
	}
	size_t room = sets[0].count + sets[1].count + 1, at[2] = { 0, 0 };
	outline->records = pmo_arena_array(&plan->memory, room, sizeof(*outline->records));
	outline->fields = pmo_arena_array(&plan->memory, room, sizeof(*outline->fields));
	if (!outline->records || !outline->fields)
		return PMO_NO_MEMORY;
	while (at[0] < sets[0].count || at[1] < sets[1].count) {
		int from = at[0] == sets[0].count                                       ? 1
			   : at[1] == sets[1].count                                     ? 0
			   : comes_before(&sets[0].items[at[0]], &sets[1].items[at[1]]) ? 0
											: 1;
		const struct pmo_record *record = &sets[from].items[at[from]++];
		if (!counts(record))
			continue;
		outline->records[outline->count] = record;
		outline->fields[outline->count++] = fields[from];
	}
	return PMO_OK;
}

/* Whether an ancestor of the parent is the item itself. */
static bool goes_round(const struct outline *outline, size_t item)
{
	int parent = outline->parent[item];
	for (size_t steps = 0; parent >= 0 && steps <= outline->count; steps++) {
		if ((size_t)parent == item)
			return true;
		parent = outline->parent[parent];
	}
	return parent >= 0;
}

static enum pmo_result allocate_forest(struct outline *outline)
{
	struct pmo_arena *arena = &outline->plan->memory;
	size_t room = outline->count + 1;
	int **arrays[] = { &outline->parent, &outline->first, &outline->next, &outline->last,
			   &outline->codes };
	for (size_t i = 0; i < sizeof(arrays) / sizeof(*arrays); i++) {
		*arrays[i] = pmo_arena_array(arena, room, sizeof(int));
		if (!*arrays[i])
			return PMO_NO_MEMORY;
	}
	outline->top = outline->top_last = -1;
	for (size_t i = 0; i < outline->count; i++)
		outline->parent[i] = outline->first[i] = outline->next[i] = outline->last[i] = -1;
	return PMO_OK;
}

static const char *parent_text(const struct outline *outline, size_t i)
{
	return pmo_record_text(outline->records[i], model_parent_field(outline->fields[i]));
}

/* Who is below whom: in the order of the file. Ids point at records for now. */
static enum pmo_result make_forest(struct outline *outline)
{
	struct plan_project *project = &outline->plan->projects[outline->number];
	enum pmo_result result = allocate_forest(outline);
	for (size_t i = 0; result == PMO_OK && i < outline->count; i++)
		if (!map_get(&project->ids, outline->records[i]->id))
			result = map_put(&project->ids, outline->records[i]->id,
					 (void *)(intptr_t)(i + 1));
	if (result != PMO_OK)
		return result;
	for (size_t i = 0; i < outline->count; i++) {
		const char *parent = parent_text(outline, i);
		void *found = parent ? map_get(&project->ids, parent) : NULL;
		outline->parent[i] = found ? (int)(intptr_t)found - 1 : -1;
	}
	for (size_t i = 0; i < outline->count; i++)
		if (outline->parent[i] >= 0 && goes_round(outline, i))
			outline->parent[i] = -1;
	for (size_t i = 0; i < outline->count; i++) {
		int parent = outline->parent[i], me = (int)i;
		int *first = parent >= 0 ? &outline->first[parent] : &outline->top;
		int *last = parent >= 0 ? &outline->last[parent] : &outline->top_last;
		if (*last >= 0)
			outline->next[*last] = me;
		else
			*first = me;
		*last = me;
	}
	return PMO_OK;
}

/* One more item, empty. */
static enum pmo_result add_item(struct plan *plan)
{
	struct pmo_plan_item *items =
		pmo_arena_grow(&plan->memory, plan->open.items, plan->open.item_count,
			       &plan->item_capacity, sizeof(*items));
	struct plan_work *work = pmo_arena_grow(&plan->memory, plan->work, plan->open.item_count,
						&plan->work_capacity, sizeof(*work));
	if (!items || !work)
		return PMO_NO_MEMORY;
	plan->open.items = items;
	plan->work = work;
	memset(&items[plan->open.item_count], 0, sizeof(*items));
	memset(&work[plan->open.item_count], 0, sizeof(*work));
	plan->open.item_count++;
	return PMO_OK;
}

static const char *outline_number(struct outline *outline, unsigned depth)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, 1024);
	for (unsigned i = 0; i <= depth; i++)
		pmo_buffer_add_format(&text, i ? ".%d" : "%d", outline->codes[i]);
	const char *number =
		text.failed ? NULL : pmo_arena_copy(&outline->plan->memory, text.data, text.length);
	pmo_buffer_release(&text);
	return number;
}

static enum pmo_result place_record(struct outline *outline, int at, int parent, unsigned depth)
{
	struct plan *plan = outline->plan;
	enum pmo_result result = add_item(plan);
	if (result != PMO_OK)
		return result;
	int index = (int)plan->open.item_count - 1;
	struct pmo_plan_item *item = &plan->open.items[index];
	item->record = outline->records[at];
	item->project = plan->projects[outline->number].project;
	item->parent = parent;
	item->depth = depth;
	plan->work[index].owner_number = (unsigned)outline->number;
	outline->codes[depth]++;
	result = model_read_item(plan, index, outline->fields[at]);
	if (result != PMO_OK)
		return result;
	if (outline->first[at] >= 0)
		item->kind = PMO_ITEM_SUMMARY;
	if (parent_text(outline, (size_t)at) && outline->parent[at] < 0)
		model_fault(plan, index, "parent '%s' is not there, or is below it",
			    parent_text(outline, (size_t)at));
	model_measure(plan, index);
	if (!item->wbs)
		item->wbs = outline_number(outline, depth);
	return item->wbs ? PMO_OK : PMO_NO_MEMORY;
}

/* Items in outline order: depth first, without recursion. */
static enum pmo_result place_all(struct outline *outline)
{
	struct plan *plan = outline->plan;
	struct plan_project *project = &plan->projects[outline->number];
	int at = outline->top, parent = -1;
	unsigned depth = 0;
	project->first = (int)plan->open.item_count;
	int *placed = pmo_arena_array(&plan->memory, outline->count + 1, sizeof(*placed));
	if (!placed)
		return PMO_NO_MEMORY;
	while (at >= 0) {
		enum pmo_result result = place_record(outline, at, parent, depth);
		if (result != PMO_OK)
			return result;
		placed[at] = (int)plan->open.item_count - 1;
		if (outline->first[at] >= 0) {
			parent = placed[at];
			at = outline->first[at];
			outline->codes[++depth] = 0;
			continue;
		}
		plan->work[placed[at]].subtree = (int)plan->open.item_count;
		while (at >= 0 && outline->next[at] < 0) {
			at = outline->parent[at];
			if (at < 0)
				break;
			plan->work[placed[at]].subtree = (int)plan->open.item_count;
			parent = plan->open.items[placed[at]].parent;
			depth--;
		}
		at = at >= 0 ? outline->next[at] : -1;
	}
	project->count = (int)plan->open.item_count - project->first;
	return PMO_OK;
}

/* Ids and WBS codes point at items from here on; the first of two equal codes counts. */
static enum pmo_result index_items(struct plan *plan, size_t number)
{
	struct plan_project *project = &plan->projects[number];
	enum pmo_result result = PMO_OK;
	for (int i = project->first; result == PMO_OK && i < project->first + project->count; i++) {
		void *value = (void *)(intptr_t)(i + 1);
		const char *wbs = plan->open.items[i].wbs;
		result = map_put(&project->ids, plan->open.items[i].id, value);
		if (result == PMO_OK && !map_get(&project->codes, wbs))
			result = map_put(&project->codes, wbs, value);
	}
	return result;
}

/* A cancelled summary takes what is below it along. */
static void spread_left_out(struct plan *plan, size_t number)
{
	const struct plan_project *project = &plan->projects[number];
	for (int i = project->first; i < project->first + project->count; i++) {
		int parent = plan->open.items[i].parent;
		if (parent < 0 || !plan->work[parent].left_out || plan->work[i].left_out)
			continue;
		plan->work[i].left_out = true;
		model_measure(plan, i);
	}
}

/* What the charter says of constraints and lags. */
static void read_ways(const struct pmo_record *charter, struct plan_project *entry)
{
	static const char *const days[] = { "project", "predecessor", "successor" };
	struct pmo_value hard = pmo_record_get_name(charter, "hard_constraints");
	const char *lags =
		pmo_record_text(charter, pmo_schema_field(charter->schema, "lag_calendar"));
	entry->hard = hard.presence == PMO_PRESENT && hard.as.integer;
	for (int i = 0; lags && i < 3; i++)
		if (strcmp(days[i], lags) == 0)
			entry->lag_days = (enum plan_lag_days)i;
}

/* The charter of a project: its first day and its calendar. */
static enum pmo_result read_charter(struct plan *plan, struct plan_project *entry)
{
	struct pmo_records charter = { NULL, 0 };
	const struct pmo_schema *schema = pmo_workspace_schema(plan->open.workspace, "project");
	const char *calendar = pmo_workspace_config(plan->open.workspace)->calendar;
	const char *fault = NULL;
	entry->start = PMO_DATE_NONE;
	enum pmo_result result = schema ? pmo_workspace_records(plan->open.workspace,
								entry->project, schema, &charter)
					: PMO_OK;
	if (result != PMO_OK)
		return result;
	if (charter.count) {
		struct pmo_value start = pmo_record_get_name(&charter.items[0], "start");
		const char *own =
			pmo_record_text(&charter.items[0], pmo_schema_field(schema, "calendar"));
		if (pmo_value_is_present(&start))
			entry->start = (int32_t)start.as.integer;
		read_ways(&charter.items[0], entry);
		calendar = own ? own : calendar;
	}
	result = model_calendar(plan, calendar ? calendar : "", &entry->clock, &fault);
	if (result != PMO_OK || entry != plan->projects)
		return result;
	plan->open.fault = fault;
	return pmo_plan_calendar(&plan->open, calendar, &plan->open.calendar);
}

/* Without a first day in the charter: the first date that any item knows. */
static void find_start(struct plan *plan, struct plan_project *entry)
{
	int32_t first = PMO_DATE_NONE;
	for (int i = entry->first; i < entry->first + entry->count; i++) {
		const struct pmo_plan_item *item = &plan->open.items[i];
		int32_t date = item->actual_start != PMO_DATE_NONE ? item->actual_start
								   : item->actual_finish;
		if (date != PMO_DATE_NONE && (first == PMO_DATE_NONE || date < first))
			first = date;
	}
	entry->start = first;
}

enum pmo_result model_project(struct plan *plan, const struct pmo_project *project, size_t *number)
{
	for (*number = 0; *number < plan->project_count; ++*number)
		if (plan->projects[*number].project == project)
			return PMO_OK;
	struct plan_project *grown =
		pmo_arena_grow(&plan->memory, plan->projects, plan->project_count,
			       &plan->project_capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	plan->projects = grown;
	struct plan_project *entry = &grown[plan->project_count++];
	memset(entry, 0, sizeof(*entry));
	entry->project = project;
	map_init(&entry->ids, &plan->memory);
	map_init(&entry->codes, &plan->memory);
	struct outline outline = { .plan = plan, .number = *number };
	enum pmo_result result = read_charter(plan, entry);
	if (result == PMO_OK)
		result = collect(&outline, project);
	if (result == PMO_OK)
		result = make_forest(&outline);
	if (result == PMO_OK)
		result = place_all(&outline);
	if (result == PMO_OK)
		result = index_items(plan, *number);
	if (result != PMO_OK)
		return result;
	spread_left_out(plan, *number);
	if (plan->projects[*number].start == PMO_DATE_NONE)
		find_start(plan, &plan->projects[*number]);
	return PMO_OK;
}

/* Reading the links of one project may bring in another, whose links are read in turn. */
enum pmo_result model_read(struct plan *plan)
{
	size_t number = 0;
	enum pmo_result result = model_project(plan, plan->open.project, &number);
	plan->open.own_count = plan->open.item_count;
	for (; result == PMO_OK && number < plan->project_count; number++)
		result = model_read_links(plan, number);
	if (result != PMO_OK)
		return result;
	plan->open.project_start = plan->projects[0].start;
	return model_read_baselines(plan);
}
