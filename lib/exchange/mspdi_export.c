/*
 * The records of a project as a document of MS Project: the one that was imported, changed
 * where the records differ from it, or a new one.
 */
#include "exchange/mspdi_export.h"

#include "store/workspace.h"

#include <pmo/text.h>

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* What stands for nothing outside. */
static bool is_left_out(const struct mspdi_export *run, const struct pmo_record *record,
			const struct mspdi_task *kept)
{
	(void)run;
	bool is_cancelled = strcmp(pmo_record_state(record)->name, "cancelled") == 0;
	return pmo_record_is_void(record) || record->duplicate || !record->node ||
	       (is_cancelled && !kept);
}

static enum pmo_result add_row(struct mspdi_export *run, const struct pmo_record *record)
{
	struct pmo_value uid = pmo_record_get_name(record, "uid");
	bool has_uid = uid.presence == PMO_PRESENT && uid.as.integer > 0;
	struct mspdi_task *kept = has_uid ? mspdi_task_of(run->import.plan, uid.as.integer) : NULL;
	if (is_left_out(run, record, kept))
		return PMO_OK;
	struct mspdi_row *rows = pmo_arena_grow(run->arena, run->rows, run->row_count,
						&run->row_capacity, sizeof(*rows));
	if (!rows)
		return PMO_NO_MEMORY;
	run->rows = rows;
	rows[run->row_count++] = (struct mspdi_row){
		.record = record,
		.uid = has_uid ? uid.as.integer : 0,
		.kept = kept,
		.parent = -1,
		.first_child = -1,
		.next = -1,
		.is_milestone = record->schema == run->import.context.milestone,
	};
	if (has_uid && uid.as.integer >= run->next_task)
		run->next_task = uid.as.integer + 1;
	return PMO_OK;
}

/* As they stand in their file: the outline's order. */
static int compare_rows(const void *a, const void *b)
{
	const struct mspdi_row *first = a, *second = b;
	int order = strcmp(first->record->path, second->record->path);
	if (order)
		return order;
	size_t one = first->record->node->start, two = second->record->node->start;
	return (one > two) - (one < two);
}

static enum pmo_result collect(struct mspdi_export *run, const struct pmo_schema *schema)
{
	struct pmo_records records;
	enum pmo_result result = pmo_workspace_records(
		run->import.context.workspace, run->import.context.project, schema, &records);
	for (size_t i = 0; i < records.count && result == PMO_OK; i++)
		result = add_row(run, &records.items[i]);
	return result;
}

static enum pmo_result index_rows(struct mspdi_export *run)
{
	enum pmo_result result = PMO_OK;
	map_init(&run->by_id, run->arena);
	if (run->row_count)
		qsort(run->rows, run->row_count, sizeof(*run->rows), compare_rows);
	for (size_t i = 0; i < run->row_count && result == PMO_OK; i++) {
		struct mspdi_row *row = &run->rows[i];
		if (!row->uid)
			row->uid = run->next_task++;
		result = map_put(&run->by_id, row->record->id, row);
		if (result == PMO_OK)
			result = mspdi_put_id(&run->import.context, row->uid, row->record->id);
	}
	return result;
}

/* A parent that is not there, or that is below its own child, is none. */
static bool is_above(const struct mspdi_export *run, int parent, int child)
{
	int depth = 0;
	while (parent >= 0 && parent != child && depth++ < 200)
		parent = run->rows[parent].parent;
	return parent < 0;
}

static void join_parents(struct mspdi_export *run)
{
	for (size_t i = 0; i < run->row_count; i++) {
		struct mspdi_row *row = &run->rows[i];
		int index = pmo_schema_field(row->record->schema, "parent");
		const char *id = pmo_record_text(row->record, index);
		const struct mspdi_row *parent = id ? map_get(&run->by_id, id) : NULL;
		int at = parent ? (int)(parent - run->rows) : -1;
		if (at >= 0 && is_above(run, at, (int)i))
			row->parent = at;
	}
	for (size_t i = run->row_count; i-- > 0;) {
		struct mspdi_row *row = &run->rows[i];
		if (row->parent < 0)
			continue;
		struct mspdi_row *parent = &run->rows[row->parent];
		row->next = parent->first_child;
		parent->first_child = (int)i;
		parent->has_children = true;
	}
}

static enum pmo_result order_rows(struct mspdi_export *run)
{
	run->order = pmo_arena_array(run->arena, run->row_count + 1, sizeof(*run->order));
	if (!run->order)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < run->row_count; i++) {
		int at = run->rows[i].parent < 0 ? (int)i : -1;
		int top = at;
		while (at >= 0) {
			struct mspdi_row *row = &run->rows[at];
			row->level = row->parent < 0 ? 1 : run->rows[row->parent].level + 1;
			run->order[run->order_count++] = at;
			if (row->first_child >= 0) {
				at = row->first_child;
				continue;
			}
			while (at != top && run->rows[at].next < 0)
				at = run->rows[at].parent;
			at = at == top ? -1 : run->rows[at].next;
		}
	}
	return PMO_OK;
}

static struct mspdi_element *need_list(struct mspdi_export *run, const char *name)
{
	struct mspdi_element *list = mspdi_child(run->root, name);
	if (!list)
		list = mspdi_add(run->arena, run->root, name, NULL);
	run->failed |= !list;
	return list;
}

static int64_t highest_uid(const struct mspdi_element *list)
{
	int64_t highest = 0;
	for (const struct mspdi_element *i = list ? list->first : NULL; i; i = i->next) {
		int64_t uid = mspdi_number(i, "UID", 0);
		highest = uid > highest ? uid : highest;
	}
	return highest;
}

static void open_lists(struct mspdi_export *run)
{
	run->tasks = need_list(run, "Tasks");
	run->resources = need_list(run, "Resources");
	run->assignments = need_list(run, "Assignments");
	run->calendars = need_list(run, "Calendars");
	run->next_task = highest_uid(run->tasks) + 1;
	run->next_resource = highest_uid(run->resources) + 1;
	run->next_assignment = highest_uid(run->assignments) + 1;
	run->next_calendar = highest_uid(run->calendars) + 1;
	map_init(&run->resource_uids, run->arena);
}

/* What a task of the document must have, whatever its record says. */
static void make_element(struct mspdi_export *run, struct mspdi_row *row)
{
	struct mspdi_element *element = mspdi_add(run->arena, run->tasks, "Task", NULL);
	const char *title = pmo_record_text(row->record, row->record->schema->title);
	row->element = element;
	run->failed |= !element;
	if (!element)
		return;
	mspdi_out_number(run, element, "UID", row->uid);
	mspdi_out(run, element, "Name", title ? title : row->record->id);
	mspdi_out(run, element, "Type", "0");
	mspdi_out(run, element, "IsNull", "0");
	mspdi_out(run, element, "Priority", "500");
	mspdi_out(run, element, "Duration", "PT0H0M0S");
	mspdi_out(run, element, "DurationFormat", "7");
	mspdi_out(run, element, "Milestone", row->is_milestone ? "1" : "0");
	mspdi_out(run, element, "PercentComplete", "0");
	mspdi_out(run, element, "ConstraintType", "0");
	mspdi_out(run, element, "CalendarUID", "-1");
	run->has_changed = true;
	row->is_changed = true;
}

/* Tasks that nobody has here any more, and their assignments. */
static void drop_gone(struct mspdi_export *run)
{
	struct pmo_mspdi *plan = run->import.plan;
	bool *is_here = pmo_arena_array(run->arena, plan->task_count + 1, sizeof(*is_here));
	run->failed |= !is_here;
	if (!is_here)
		return;
	for (size_t i = 0; i < run->row_count; i++)
		if (run->rows[i].kept)
			is_here[run->rows[i].kept - plan->tasks] = true;
	for (size_t i = 0; i < plan->task_count; i++)
		if (!is_here[i]) {
			((struct mspdi_element *)plan->tasks[i].element)->is_gone = true;
			run->has_changed = true;
		}
	for (size_t i = 0; i < plan->assignment_count; i++)
		if (plan->assignments[i].task >= 0 && !is_here[plan->assignments[i].task])
			((struct mspdi_element *)plan->assignments[i].element)->is_gone = true;
}

/* Whether the outline is that of the kept file, so that its numbers still hold. */
static bool is_outline_kept(const struct mspdi_export *run)
{
	const struct pmo_mspdi *plan = run->import.plan;
	if (run->order_count != plan->task_count)
		return false;
	for (size_t i = 0; i < run->order_count; i++) {
		const struct mspdi_row *row = &run->rows[run->order[i]];
		const struct mspdi_task *parent =
			row->parent < 0 ? NULL : run->rows[row->parent].kept;
		int at = parent ? (int)(parent - plan->tasks) : -1;
		if (row->kept != &plan->tasks[i] || row->kept->parent != at)
			return false;
	}
	return true;
}

/* The tasks in order; rows that are left blank stay behind what they stood behind. */
static void chain_tasks(struct mspdi_export *run)
{
	struct mspdi_element **blank_after;
	struct mspdi_element *old = run->tasks->first, *last = NULL;
	size_t count = run->order_count;
	blank_after = pmo_arena_array(run->arena, count + 1, sizeof(struct mspdi_element *));
	run->failed |= !blank_after;
	if (!blank_after)
		return;
	for (size_t i = 0; i < count; i++) {
		struct mspdi_element *next = run->rows[run->order[i]].element->next;
		blank_after[i] = next && mspdi_flag(next, "IsNull") ? next : NULL;
	}
	bool is_head = old && mspdi_number(old, "UID", -1) == 0;
	run->tasks->first = run->tasks->last = is_head ? old : NULL;
	last = is_head ? old : NULL;
	for (size_t i = 0; i < count; i++) {
		struct mspdi_element *element = run->rows[run->order[i]].element;
		if (last)
			last->next = element;
		else
			run->tasks->first = element;
		last = element;
		if (blank_after[i]) {
			last->next = blank_after[i];
			last = blank_after[i];
		}
	}
	if (last)
		last->next = NULL;
	run->tasks->last = last;
}

static const char *outline_number(struct mspdi_export *run, const struct mspdi_row *row,
				  const char **numbers, int *counters)
{
	int own = ++counters[row->parent < 0 ? (int)run->row_count : row->parent];
	return row->parent < 0 ? pmo_arena_format(run->arena, "%d", own)
			       : pmo_arena_format(run->arena, "%s.%d", numbers[row->parent], own);
}

static void number_row(struct mspdi_export *run, const struct mspdi_row *row, const char *number,
		       int64_t id)
{
	int wbs = pmo_schema_field(row->record->schema, "wbs");
	const char *code = pmo_record_text(row->record, wbs);
	mspdi_out_number(run, row->element, "ID", id);
	mspdi_out(run, row->element, "WBS", code ? code : number);
	mspdi_out(run, row->element, "OutlineNumber", number);
	mspdi_out_number(run, row->element, "OutlineLevel", row->level);
	mspdi_out_number(run, row->element, "Summary", row->has_children);
}

static void number_tasks(struct mspdi_export *run)
{
	const char **numbers = pmo_arena_array(run->arena, run->row_count + 1, sizeof(*numbers));
	int *counters = pmo_arena_array(run->arena, run->row_count + 1, sizeof(*counters));
	int64_t id = 1;
	run->failed |= !numbers || !counters;
	for (size_t i = 0; i < run->order_count && !run->failed; i++) {
		const struct mspdi_row *row = &run->rows[run->order[i]];
		const char *number = outline_number(run, row, numbers, counters);
		numbers[run->order[i]] = number;
		run->failed |= !number;
		if (!number)
			return;
		number_row(run, row, number, id++);
		if (row->element->next && mspdi_flag(row->element->next, "IsNull"))
			mspdi_out_number(run, row->element->next, "ID", id++);
	}
}

/* Whether it says what Project 2010 added. */
static bool has_additions(const struct mspdi_export *run)
{
	bool any = false;
	for (size_t i = 0; i < run->row_count; i++) {
		const struct mspdi_element *element = run->rows[i].element;
		const char *active = mspdi_text(element, "Active");
		any |= mspdi_flag(element, "Manual") || (active && strcmp(active, "0") == 0);
	}
	return any;
}

/* The schema wants them, and Project writes them first. */
static void finish_head(struct mspdi_export *run)
{
	struct mspdi_element *root = run->root;
	const char *currency = pmo_workspace_config(run->import.context.workspace)->currency;
	int64_t least = !run->for_2007 && has_additions(run) ? 14 : 12;
	if (mspdi_number(root, "SaveVersion", 0) < least)
		mspdi_out(run, root, "SaveVersion", "14");
	if (!mspdi_text(root, "CurrencyCode"))
		mspdi_out(run, root, "CurrencyCode", currency ? currency : "USD");
	if (!mspdi_text(root, "Title"))
		mspdi_out(run, root, "Title", run->import.context.project->title);
	if (!mspdi_text(root, "Name"))
		mspdi_out(run, root, "Name", run->import.context.project->title);
	/* Other programs write 21.7 where Project has a whole number. */
	if (mspdi_text(root, "DaysPerMonth"))
		mspdi_out_number(run, root, "DaysPerMonth", run->import.plan->days_per_month);
	if (!run->calendars->first)
		run->calendars->is_gone = true;
}

static void count_told(struct mspdi_export *run)
{
	struct pmo_mspdi_export *told = run->told;
	bool there[MSPDI_BASELINES] = { false };
	for (size_t i = 0; i < run->row_count; i++) {
		const struct mspdi_element *element = run->rows[i].element;
		const struct mspdi_element *link = mspdi_child(element, "PredecessorLink");
		const struct mspdi_element *baseline = mspdi_child(element, "Baseline");
		if (element->is_gone)
			continue;
		told->milestones += run->rows[i].is_milestone;
		told->tasks += !run->rows[i].is_milestone;
		for (; link; link = mspdi_next(link))
			told->links += !link->is_gone;
		for (; baseline; baseline = mspdi_next(baseline)) {
			int64_t number = mspdi_number(baseline, "Number", 0);
			if (number >= 0 && number < MSPDI_BASELINES)
				there[number] = true;
		}
	}
	for (size_t i = 0; i < MSPDI_BASELINES; i++)
		told->baselines += there[i];
}

static enum pmo_result prepare(struct mspdi_export *run)
{
	struct mspdi_context *context = &run->import.context;
	enum pmo_result result =
		mspdi_read_kept(context->workspace, context->project, &run->import.plan);
	if (result == PMO_OK && !run->import.plan)
		result = mspdi_make_document(run);
	if (result != PMO_OK)
		return result;
	run->root = run->import.plan->root;
	open_lists(run);
	if (run->failed)
		return PMO_NO_MEMORY;
	result = mspdi_name_calendars(context, run->import.plan);
	if (result == PMO_OK)
		result = mspdi_match_people(&run->import, run->import.plan, true);
	if (result == PMO_OK)
		result = collect(run, context->task);
	if (result == PMO_OK)
		result = collect(run, context->milestone);
	return result == PMO_OK ? index_rows(run) : result;
}

static enum pmo_result patch(struct mspdi_export *run)
{
	join_parents(run);
	enum pmo_result result = order_rows(run);
	for (size_t i = 0; i < run->row_count && result == PMO_OK; i++) {
		struct mspdi_row *row = &run->rows[i];
		if (row->kept)
			row->element = (struct mspdi_element *)row->kept->element;
		else
			make_element(run, row);
		result = run->failed ? PMO_NO_MEMORY : PMO_OK;
	}
	for (size_t i = 0; i < run->order_count && result == PMO_OK; i++)
		result = mspdi_patch_row(run, &run->rows[run->order[i]]);
	if (result != PMO_OK)
		return result;
	drop_gone(run);
	if (!is_outline_kept(run)) {
		run->has_changed = true;
		chain_tasks(run);
		number_tasks(run);
	}
	return run->failed ? PMO_NO_MEMORY : PMO_OK;
}

enum pmo_result pmo_mspdi_export(struct pmo_workspace *workspace, const struct pmo_project *project,
				 bool for_2007, struct pmo_buffer *out,
				 struct pmo_mspdi_export *told)
{
	struct pmo_mspdi_intake unheard = { .project = project };
	struct mspdi_export run = { .told = told,
				    .arena = pmo_workspace_arena(workspace),
				    .for_2007 = for_2007 };
	*told = (struct pmo_mspdi_export){ .tasks = 0 };
	run.import.intake = &unheard;
	enum pmo_result result = mspdi_context_init(&run.import.context, workspace, project);
	if (result == PMO_OK)
		result = prepare(&run);
	if (result == PMO_OK)
		result = patch(&run);
	if (result == PMO_OK)
		result = mspdi_patch_calendars(&run);
	if (result == PMO_OK)
		result = mspdi_patch_baselines(&run);
	if (result == PMO_OK)
		result = mspdi_patch_dates(&run);
	if (result == PMO_OK && for_2007)
		result = mspdi_make_2007(&run);
	if (result != PMO_OK)
		return result;
	finish_head(&run);
	count_told(&run);
	if (run.failed || run.import.context.failed)
		return PMO_NO_MEMORY;
	mspdi_xml_write(run.root, out);
	return out->failed ? PMO_NO_MEMORY : PMO_OK;
}
