/*
 * A plan into a project: people, calendars, then tasks in the order of the outline; what
 * has gone from the file; baselines; at last the file itself.
 */
#include "exchange/mspdi_import.h"

#include "store/draft.h"

#include <pmo/import.h>
#include <pmo/text.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static enum pmo_result index_record(struct mspdi_import *import, const struct pmo_record *record)
{
	struct mspdi_context *context = &import->context;
	struct pmo_value uid = pmo_record_get_name(record, "uid");
	if (record->duplicate || pmo_record_is_void(record))
		return PMO_OK;
	if (uid.presence == PMO_PRESENT) {
		char *key = pmo_arena_format(context->arena, "%" PRId64, uid.as.integer);
		if (!key)
			return PMO_NO_MEMORY;
		if (map_get(&import->by_uid, key))
			return PMO_OK;
		return map_put(&import->by_uid, key, (void *)record);
	}
	const char *title = pmo_record_text(record, record->schema->title);
	char *folded = title ? pmo_text_fold(context->arena, title, true) : NULL;
	if (!title)
		return PMO_OK;
	/* Of two with one title none can be told to be meant. */
	const struct pmo_record *there = folded ? map_get(&import->by_title, folded) : NULL;
	if (!folded)
		return PMO_NO_MEMORY;
	return map_put(&import->by_title, folded, there ? (void *)import : (void *)record);
}

static enum pmo_result index_register(struct mspdi_import *import, const struct pmo_schema *schema)
{
	struct pmo_records records;
	enum pmo_result result = pmo_workspace_records(import->context.workspace,
						       import->context.project, schema, &records);
	for (size_t i = 0; i < records.count && result == PMO_OK; i++)
		result = index_record(import, &records.items[i]);
	return result;
}

const struct pmo_record *mspdi_record_of(const struct mspdi_import *import, int64_t uid)
{
	char key[24];
	snprintf(key, sizeof(key), "%" PRId64, uid);
	return uid < 0 ? NULL : map_get(&import->by_uid, key);
}

static const struct pmo_record *find_record(struct mspdi_import *import,
					    const struct mspdi_task *task)
{
	struct mspdi_context *context = &import->context;
	const struct pmo_record *record = mspdi_record_of(import, task->uid);
	if (record)
		return record;
	char *folded = pmo_text_fold(context->arena, task->name, true);
	context->failed |= !folded;
	record = folded ? map_get(&import->by_title, folded) : NULL;
	if (!record || (void *)record == (void *)import)
		return NULL;
	/* The next task of that title is another one. */
	context->failed |= map_put(&import->by_title, folded, import) != PMO_OK;
	return record;
}

/* Every task has its record before any is written: they name each other. */
static enum pmo_result match_tasks(struct mspdi_import *import)
{
	struct mspdi_context *context = &import->context;
	struct pmo_mspdi *plan = import->plan;
	enum pmo_result result = PMO_OK;
	import->records =
		pmo_arena_array(context->arena, plan->task_count + 1, sizeof(*import->records));
	import->drafts =
		pmo_arena_array(context->arena, plan->task_count + 1, sizeof(*import->drafts));
	if (!import->records || !import->drafts)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < plan->task_count && result == PMO_OK; i++) {
		struct mspdi_task *task = &plan->tasks[i];
		const struct pmo_record *record = find_record(import, task);
		import->records[i] = record;
		if (!record)
			result = pmo_update_add(import->update, context->project,
						task->is_milestone ? context->milestone
								   : context->task,
						NULL, &import->drafts[i]);
		if (result == PMO_OK && !record)
			record = pmo_draft_record(import->drafts[i]);
		if (result == PMO_OK)
			result = mspdi_put_id(context, task->uid, record->id);
	}
	return result == PMO_OK && context->failed ? PMO_NO_MEMORY : result;
}

/* What another file has of a task, ready to compare; NULL: nothing. */
static enum pmo_result want_other(struct mspdi_import *import, const struct pmo_mspdi *plan,
				  int64_t uid, struct mspdi_want *want,
				  const struct mspdi_want **other)
{
	const struct mspdi_task *task = plan && uid >= 0 ? mspdi_task_of(plan, uid) : NULL;
	*other = NULL;
	if (!task)
		return PMO_OK;
	enum pmo_result result = mspdi_want_init(&import->context, want, want->schema);
	if (result != PMO_OK)
		return result;
	mspdi_want_task(&import->context, plan, task, want);
	*other = want;
	return mspdi_settle(&import->context, want);
}

/* The task's notes, where they are new, as one line of the record's. */
static enum pmo_result note_of(struct mspdi_import *import, const struct mspdi_task *task,
			       const char **note)
{
	const struct mspdi_task *old =
		import->base && task->uid >= 0 ? mspdi_task_of(import->base, task->uid) : NULL;
	char date[PMO_DATE_SIZE];
	*note = NULL;
	if (!task->notes || (old && old->notes && strcmp(old->notes, task->notes) == 0))
		return PMO_OK;
	pmo_date_format(import->context.values.dates.today, date);
	char *line = pmo_arena_format(import->context.arena, "%s import: %s", date, task->notes);
	size_t to = 0;
	for (const char *c = line; c && *c; c++) {
		if (!pmo_ascii_is_space(*c))
			line[to++] = *c;
		else if (to && line[to - 1] != ' ')
			line[to++] = ' ';
	}
	if (!line)
		return PMO_NO_MEMORY;
	while (to && line[to - 1] == ' ')
		to--;
	line[to] = '\0';
	*note = line;
	return PMO_OK;
}

/* Who is assigned first answers for a new task, until somebody says otherwise. */
static void want_owner(struct mspdi_import *import, const struct mspdi_task *task,
		       struct mspdi_want *want)
{
	for (size_t i = 0; i < task->assignment_count; i++) {
		size_t at = import->plan->by_task[task->first_assignment + i];
		int resource = import->plan->assignments[at].resource;
		const char *handle = resource < 0 ? NULL : import->plan->resources[resource].handle;
		if (handle) {
			mspdi_want_set(&import->context, want, "owner", handle);
			return;
		}
	}
}

static enum pmo_result tell_new(struct mspdi_import *import, size_t at)
{
	const struct pmo_record *record = pmo_draft_record(import->drafts[at]);
	struct pmo_mspdi_change change = { .act = PMO_MSPDI_ADDED,
					   .register_name = record->schema->table->name,
					   .id = record->id,
					   .title = import->plan->tasks[at].name };
	import->intake->added++;
	return mspdi_add_change(import, &change);
}

static enum pmo_result write_task(struct mspdi_import *import, size_t at)
{
	const struct mspdi_task *task = &import->plan->tasks[at];
	const struct pmo_record *there = import->records[at];
	struct mspdi_want want, base, echo;
	struct mspdi_merge merge = { .record = there, .draft = import->drafts[at], .want = &want };
	merge.schema = there ? there->schema : pmo_draft_record(merge.draft)->schema;
	enum pmo_result result = mspdi_want_init(&import->context, &want, merge.schema);
	if (result != PMO_OK)
		return result;
	mspdi_want_task(&import->context, import->plan, task, &want);
	if (!there && !task->is_milestone)
		want_owner(import, task, &want);
	if (task->is_flagged && !task->is_milestone && !there)
		mspdi_want_set(&import->context, &want, "tags", "milestone");
	base.schema = echo.schema = merge.schema;
	result = want_other(import, import->base, task->uid, &base, &merge.base);
	if (result == PMO_OK)
		result = want_other(import, import->echo, task->uid, &echo, &merge.echo);
	if (result == PMO_OK)
		result = note_of(import, task, &merge.note);
	if (result == PMO_OK)
		result = mspdi_merge_record(import, &merge);
	return result == PMO_OK && !there ? tell_new(import, at) : result;
}

static enum pmo_result cancel(struct mspdi_import *import, const struct pmo_record *record)
{
	struct pmo_draft *draft;
	const char *old = pmo_record_state(record)->name;
	struct pmo_mspdi_change change = { .act = PMO_MSPDI_REMOVED,
					   .register_name = record->schema->table->name,
					   .id = record->id,
					   .title =
						   pmo_record_text(record, record->schema->title) };
	char *what = pmo_arena_format(import->context.arena, "%s>cancelled", old);
	char *why;
	char date[PMO_DATE_SIZE];
	pmo_date_format(import->context.values.dates.today, date);
	why = pmo_arena_format(import->context.arena, "%s import: no longer in %s", date,
			       import->intake->file_name);
	if (!what || !why)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_update_edit(import->update, record, &draft);
	if (result == PMO_OK)
		result = draft_set_state(draft, "cancelled");
	if (result == PMO_OK)
		result = draft_add_history(draft, what);
	if (result == PMO_OK)
		result = draft_append_line(draft, record->schema->notes, why);
	import->intake->removed++;
	return result == PMO_OK ? mspdi_add_change(import, &change) : result;
}

/* Records of tasks that the file has no more. */
static enum pmo_result remove_gone(struct mspdi_import *import, const struct pmo_schema *schema)
{
	struct pmo_records records;
	enum pmo_result result = pmo_workspace_records(import->context.workspace,
						       import->context.project, schema, &records);
	for (size_t i = 0; i < records.count && result == PMO_OK; i++) {
		const struct pmo_record *record = &records.items[i];
		struct pmo_value uid = pmo_record_get_name(record, "uid");
		if (uid.presence != PMO_PRESENT || mspdi_task_of(import->plan, uid.as.integer))
			continue;
		const char *state = pmo_record_state(record)->name;
		const struct mspdi_task *old =
			import->base ? mspdi_task_of(import->base, uid.as.integer) : NULL;
		/* A file for Project 2007 has none that is inactive. */
		bool was_there = old && (import->plan->knows_hand || !old->is_inactive);
		if (was_there && !pmo_record_is_void(record) && strcmp(state, "cancelled") != 0)
			result = cancel(import, record);
	}
	return result;
}

/* Records keep their ids in the comparison, also those that the new file has no more. */
static enum pmo_result keep_ids(struct mspdi_import *import)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; import->base && i < import->base->task_count && result == PMO_OK; i++) {
		int64_t uid = import->base->tasks[i].uid;
		const struct pmo_record *record = mspdi_record_of(import, uid);
		if (record && !mspdi_id_of(&import->context, uid))
			result = mspdi_put_id(&import->context, uid, record->id);
	}
	return result;
}

static enum pmo_result prepare(struct mspdi_import *import, struct pmo_update *update)
{
	struct mspdi_context *context = &import->context;
	struct pmo_mspdi *base;
	enum pmo_result result =
		mspdi_context_init(context, update->workspace, import->intake->project);
	if (result != PMO_OK)
		return result;
	context->values.me = update->world.me;
	map_init(&import->by_uid, context->arena);
	map_init(&import->by_title, context->arena);
	result = mspdi_read_kept(update->workspace, context->project, &base);
	import->base = base;
	if (result == PMO_OK && base)
		result = mspdi_listen(import);
	if (result == PMO_OK)
		result = index_register(import, context->task);
	if (result == PMO_OK)
		result = index_register(import, context->milestone);
	if (result == PMO_OK)
		result = mspdi_name_calendars(context, import->plan);
	if (result == PMO_OK && base)
		result = mspdi_name_calendars(context, base);
	if (result == PMO_OK && import->echo)
		result = mspdi_name_calendars(context, import->echo);
	if (result == PMO_OK)
		result = mspdi_match_people(import, import->plan, false);
	return result == PMO_OK ? mspdi_create_people(import) : result;
}

static void forget(struct pmo_mspdi *plan, struct pmo_mspdi_intake *intake)
{
	for (size_t i = 0; i < plan->resource_count; i++)
		plan->resources[i].handle = NULL;
	for (size_t i = 0; i < plan->calendar_count; i++)
		plan->calendars[i].handle = NULL;
	*intake = (struct pmo_mspdi_intake){ .project = intake->project,
					     .file_name = intake->file_name,
					     .create_people = intake->create_people };
}

enum pmo_result pmo_mspdi_apply(struct pmo_mspdi *plan, struct pmo_update *update,
				struct pmo_mspdi_intake *intake)
{
	struct mspdi_import import = { .plan = plan, .update = update, .intake = intake };
	forget(plan, intake);
	enum pmo_result result = prepare(&import, update);
	if (result == PMO_OK && import.base)
		result = mspdi_match_people(&import, (struct pmo_mspdi *)import.base, true);
	if (result == PMO_OK && import.echo)
		result = mspdi_match_people(&import, import.echo, true);
	if (result == PMO_OK)
		result = mspdi_import_calendars(&import);
	if (result == PMO_OK)
		result = match_tasks(&import);
	if (result == PMO_OK)
		result = keep_ids(&import);
	if (result == PMO_OK)
		mspdi_read_2007(&import);
	for (size_t i = 0; i < plan->task_count && result == PMO_OK; i++)
		result = write_task(&import, i);
	if (result == PMO_OK)
		result = remove_gone(&import, import.context.task);
	if (result == PMO_OK)
		result = remove_gone(&import, import.context.milestone);
	if (result == PMO_OK)
		result = mspdi_import_baselines(&import);
	if (result == PMO_OK)
		result = mspdi_keep(&import);
	return result == PMO_OK && import.context.failed ? PMO_NO_MEMORY : result;
}

enum pmo_result pmo_mspdi_commit(struct pmo_mspdi_intake *intake, struct pmo_update *update)
{
	struct pmo_import remarks = { .workspace = update->workspace };
	enum pmo_result result = pmo_import_commit(&remarks, update);
	intake->remarks = remarks.counts.remarks;
	return result;
}
