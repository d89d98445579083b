/* The file as it came, kept in the project; calendars under the names they have here. */
#include "exchange/mspdi_import.h"

#include "base/sha256.h"
#include "store/draft.h"
#include "store/ids.h"

#include <pmo/text.h>

#include <string.h>

enum pmo_result mspdi_read_kept(struct pmo_workspace *workspace, const struct pmo_project *project,
				struct pmo_mspdi **plan)
{
	struct tree_file file;
	const char *path = workspace_path(workspace, project, MSPDI_KEPT, "");
	struct pmo_source *source = pmo_arena_alloc(&workspace->arena, sizeof(*source));
	*plan = NULL;
	if (!path || !source)
		return PMO_NO_MEMORY;
	enum pmo_result result = tree_read(&workspace->tree, path, MSPDI_BYTES, &file);
	if (result == PMO_NOT_FOUND)
		return PMO_OK;
	if (result != PMO_OK)
		return result;
	*source = (struct pmo_source){ .path = path, .bytes = file.bytes, .length = file.length };
	struct pmo_diags unheard;
	pmo_diags_init(&unheard, &workspace->arena);
	result = pmo_mspdi_open(&workspace->arena, source, &unheard, plan);
	if (result != PMO_INVALID)
		return result;
	struct pmo_place place = { .source = source };
	pmo_diag_add(workspace->diags, PMO_WARNING, "import-kept", &place,
		     "the plan that was kept of MS Project cannot be read, and is not used");
	pmo_diag_hint(workspace->diags, "import the plan again: pmo import plan.xml");
	return PMO_OK;
}

/* The list of the charter's files, with this one's new hash. */
static const char *attachment_text(struct mspdi_import *import, const char *hash)
{
	return pmo_arena_format(import->context.arena,
				"file=%s sha256=%s note=\"the plan of MS Project, as imported\"",
				MSPDI_KEPT, hash);
}

static enum pmo_result note_file(struct mspdi_import *import, const struct pmo_record *charter,
				 const char *hash)
{
	struct mspdi_slot slot;
	struct mspdi_context *context = &import->context;
	int index = charter->schema->attachments;
	struct pmo_draft *draft;
	struct pmo_value value;
	struct ydoc_value *written;
	const char *text = attachment_text(import, hash);
	enum pmo_result result = pmo_update_edit(import->update, charter, &draft);
	if (result == PMO_OK)
		result = mspdi_record_slot(context, pmo_draft_record(draft), index, &slot);
	if (result != PMO_OK || !text)
		return result == PMO_OK ? PMO_NO_MEMORY : result;
	for (size_t i = 0; i < slot.count; i++) {
		if (!strstr(slot.items[i], MSPDI_KEPT))
			continue;
		if (strstr(slot.items[i], hash))
			return PMO_OK;
		slot.items[i] = text;
		result = mspdi_slot_value(context, charter->schema->fields[index], &slot, &value,
					  &written);
		return result == PMO_OK ? draft_set_value(draft, index, &value) : result;
	}
	return pmo_draft_append(draft, index, text);
}

/* Project keeps the dates of constraints against links, and before the first day. */
static bool has_hard_date(const struct pmo_mspdi *plan)
{
	bool any = false;
	for (size_t i = 0; i < plan->task_count; i++) {
		const struct mspdi_task *task = &plan->tasks[i];
		/* A date of Project 2007 in place of one that was typed is none of these. */
		bool is_own = !task->is_pinned;
		bool is_latest = task->constraint == MSPDI_SNLT || task->constraint == MSPDI_FNLT;
		bool is_day = task->constraint == MSPDI_MSO || task->constraint == MSPDI_MFO;
		bool is_before = task->constraint > MSPDI_ALAP && plan->start != MSPDI_NO_TIME &&
				 mspdi_date(task->constraint_date) < mspdi_date(plan->start);
		any |= is_own && task->constraint_date != MSPDI_NO_TIME &&
		       (is_latest || is_day || is_before);
	}
	return any;
}

/* Project counts a lag in the calendar of the task that waits. */
static bool has_own_lag(const struct pmo_mspdi *plan)
{
	bool any = false;
	for (size_t i = 0; i < plan->task_count; i++) {
		const struct mspdi_task *task = &plan->tasks[i];
		for (size_t k = 0; k < task->link_count && task->calendar_uid >= 0; k++)
			any |= plan->links[task->first_link + k].lag != 0;
	}
	return any;
}

/* Ways of scheduling that are Project's, where the plan depends on them and nobody chose. */
static enum pmo_result fill_ways(struct mspdi_import *import, const struct pmo_record *charter)
{
	const struct {
		const char *name, *value;
		bool counts;
	} ways[] = { { "hard_constraints", "yes", has_hard_date(import->plan) },
		     { "lag_calendar", "successor", has_own_lag(import->plan) } };
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < 2 && result == PMO_OK; i++) {
		int field = pmo_schema_field(charter->schema, ways[i].name);
		struct pmo_draft *draft;
		if (!ways[i].counts || pmo_record_get(charter, field).presence != PMO_ABSENT)
			continue;
		result = pmo_update_edit(import->update, charter, &draft);
		if (result == PMO_OK)
			result = pmo_draft_set(draft, field, ways[i].value);
		const char *before = import->intake->ways;
		import->intake->ways =
			pmo_arena_format(import->context.arena, "%s%s%s", before ? before : "",
					 before ? " and " : "", ways[i].name);
		if (result == PMO_OK && !import->intake->ways)
			result = PMO_NO_MEMORY;
	}
	return result;
}

/* The charter's start and calendar, where nobody has said any. */
static enum pmo_result fill_charter(struct mspdi_import *import, const struct pmo_record *charter)
{
	struct mspdi_calendar *calendar =
		mspdi_calendar_of(import->plan, import->plan->calendar_uid);
	int start = pmo_schema_field(charter->schema, "start");
	int own = pmo_schema_field(charter->schema, "calendar");
	int32_t date = mspdi_date(import->plan->start);
	struct pmo_value has_start = pmo_record_get(charter, start);
	struct pmo_value has_calendar = pmo_record_get(charter, own);
	char text[PMO_DATE_SIZE];
	struct pmo_draft *draft;
	bool sets_start = has_start.presence == PMO_ABSENT && date != PMO_DATE_NONE;
	bool sets_calendar = has_calendar.presence == PMO_ABSENT && calendar && calendar->handle;
	if (!sets_start && !sets_calendar)
		return PMO_OK;
	enum pmo_result result = pmo_update_edit(import->update, charter, &draft);
	pmo_date_format(date, text);
	if (result == PMO_OK && sets_start)
		result = pmo_draft_set(draft, start, text);
	if (result == PMO_OK && sets_calendar)
		result = pmo_draft_set(draft, own, calendar->handle);
	return result;
}

static bool has_same_bytes(const struct pmo_source *one, const struct pmo_source *other)
{
	return one->length == other->length && memcmp(one->bytes, other->bytes, one->length) == 0;
}

enum pmo_result mspdi_keep(struct mspdi_import *import)
{
	struct pmo_workspace *workspace = import->context.workspace;
	const struct pmo_project *project = import->context.project;
	const struct pmo_source *source = import->plan->source;
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "project");
	const char *path = workspace_path(workspace, project, MSPDI_KEPT, "");
	char hash[SHA256_TEXT];
	struct pmo_records charters;
	bool is_same = import->base && has_same_bytes(import->base->source, source);
	/* An export for Project 2007 that comes back as it was has less than what is kept. */
	if (import->echo && !import->plan->knows_hand &&
	    has_same_bytes(import->echo->source, source))
		return PMO_OK;
	if (!path || !schema)
		return PMO_NO_MEMORY;
	enum pmo_result result = is_same ? PMO_OK
					 : pmo_update_write_file(import->update, path,
								 source->bytes, source->length);
	if (result == PMO_OK)
		result = pmo_workspace_records(workspace, project, schema, &charters);
	if (result != PMO_OK || !charters.count)
		return result;
	result = fill_charter(import, &charters.items[0]);
	if (result == PMO_OK)
		result = fill_ways(import, &charters.items[0]);
	sha256_bytes(source->bytes, source->length, hash);
	return result == PMO_OK ? note_file(import, &charters.items[0], hash) : result;
}

/* "cadup-standard": two projects may both have a calendar called Standard. */
static const char *handle_of(struct mspdi_context *context, const struct mspdi_calendar *calendar)
{
	const char *name = calendar->name ? calendar->name : "calendar";
	char *folded = pmo_text_fold(context->arena, name, true);
	char *slug = folded ? pmo_arena_alloc(context->arena, strlen(folded) + 1) : NULL;
	size_t to = 0;
	if (!slug)
		return NULL;
	for (const char *c = folded; *c && to < 30; c++) {
		if (pmo_ascii_is_alnum(*c))
			slug[to++] = *c;
		else if (to && slug[to - 1] != '-')
			slug[to++] = '-';
	}
	while (to && slug[to - 1] == '-')
		slug[--to] = '\0';
	if (!to)
		return pmo_arena_format(context->arena, "%.28s-calendar-%lld",
					context->project->handle, (long long)calendar->uid);
	return pmo_arena_format(context->arena, "%.28s-%s", context->project->handle, slug);
}

static bool is_used_by_task(const struct pmo_mspdi *plan, int64_t uid)
{
	for (size_t i = 0; i < plan->task_count; i++)
		if (plan->tasks[i].calendar_uid == uid)
			return true;
	return false;
}

/* A resource's calendar counts when it says something that the project's does not. */
static bool is_wanted(const struct pmo_mspdi *plan, const struct mspdi_calendar *calendar)
{
	if (calendar->uid == plan->calendar_uid || is_used_by_task(plan, calendar->uid))
		return true;
	if (calendar->is_base && calendar->exception_count > 0)
		return true;
	for (size_t i = 0; i < plan->resource_count; i++)
		if (plan->resources[i].name &&
		    mspdi_shift_of(plan, &plan->resources[i]) == calendar)
			return true;
	return false;
}

static bool is_taken(const struct pmo_mspdi *plan, const char *handle)
{
	for (size_t i = 0; i < plan->calendar_count; i++)
		if (plan->calendars[i].handle && pmo_ascii_equal(plan->calendars[i].handle, handle))
			return true;
	return false;
}

static enum pmo_result name_one(struct mspdi_context *context, struct pmo_mspdi *plan,
				struct mspdi_calendar *calendar)
{
	for (int depth = 0; calendar && !calendar->handle && depth < 8; depth++) {
		const char *handle = handle_of(context, calendar);
		if (handle && is_taken(plan, handle))
			handle = pmo_arena_format(context->arena, "%s-%lld", handle,
						  (long long)calendar->uid);
		if (!handle)
			return PMO_NO_MEMORY;
		calendar->handle = handle;
		calendar = mspdi_calendar_of(plan, calendar->base_uid);
	}
	return PMO_OK;
}

/* The project's own calendar keeps its handle when its name is the same. */
static enum pmo_result name_own(struct mspdi_context *context, struct pmo_mspdi *plan)
{
	struct mspdi_calendar *calendar = mspdi_calendar_of(plan, plan->calendar_uid);
	const struct pmo_world *world = pmo_workspace_world(context->workspace);
	const struct pmo_schema *schema = pmo_workspace_schema(context->workspace, "project");
	struct pmo_records charters;
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		pmo_workspace_records(context->workspace, context->project, schema, &charters);
	if (result != PMO_OK || !calendar || !calendar->name || !charters.count)
		return result;
	int index = pmo_schema_field(schema, "calendar");
	const char *handle = pmo_record_text(&charters.items[0], index);
	if (!handle)
		handle = pmo_workspace_config(context->workspace)->calendar;
	const struct pmo_record *record =
		handle ? world->find(world->store, NULL, handle, "calendar") : NULL;
	const char *name = record ? pmo_record_text(record, record->schema->title) : NULL;
	if (name && strcmp(name, calendar->name) == 0)
		calendar->handle = record->id;
	return PMO_OK;
}

enum pmo_result mspdi_name_calendars(struct mspdi_context *context, struct pmo_mspdi *plan)
{
	enum pmo_result result = name_own(context, plan);
	for (size_t i = 0; i < plan->calendar_count && result == PMO_OK; i++)
		if (is_wanted(plan, &plan->calendars[i]))
			result = name_one(context, plan, &plan->calendars[i]);
	return result;
}
