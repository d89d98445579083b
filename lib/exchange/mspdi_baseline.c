/* Calendars and baselines of the file as records. */
#include "exchange/mspdi_import.h"

#include "store/draft.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static enum pmo_result import_calendar(struct mspdi_import *import, size_t at,
				       struct pmo_draft *draft, const struct pmo_record *record)
{
	struct mspdi_context *context = &import->context;
	struct mspdi_calendar *calendar = &import->plan->calendars[at];
	const struct mspdi_calendar *old =
		import->base ? mspdi_calendar_of(import->base, calendar->uid) : NULL;
	struct mspdi_want want, base;
	struct mspdi_merge merge = { .record = record, .draft = draft, .want = &want };
	merge.schema = pmo_workspace_schema(context->workspace, "calendar");
	if (!merge.schema || mspdi_want_init(context, &want, merge.schema) != PMO_OK ||
	    mspdi_want_init(context, &base, merge.schema) != PMO_OK)
		return PMO_NO_MEMORY;
	mspdi_want_calendar(context, import->plan, calendar, &want);
	if (old && old->handle) {
		mspdi_want_calendar(context, import->base, old, &base);
		merge.base = &base;
	}
	/* A calendar of somebody's own does not get a number for this. */
	int uid = pmo_schema_field(merge.schema, "uid");
	if (record && !merge.base && uid >= 0)
		want.slots[uid].is_said = false;
	enum pmo_result result = mspdi_settle(context, &base);
	if (result == PMO_OK)
		result = mspdi_merge_record(import, &merge);
	if (!record)
		import->intake->calendars_added++;
	return result;
}

enum pmo_result mspdi_import_calendars(struct mspdi_import *import)
{
	struct mspdi_context *context = &import->context;
	struct pmo_mspdi *plan = import->plan;
	const struct pmo_schema *schema = pmo_workspace_schema(context->workspace, "calendar");
	struct pmo_draft **drafts =
		pmo_arena_array(context->arena, plan->calendar_count + 1, sizeof(*drafts));
	const struct pmo_record **records =
		pmo_arena_array(context->arena, plan->calendar_count + 1, sizeof(*records));
	enum pmo_result result = schema && drafts && records ? PMO_OK : PMO_NO_MEMORY;
	for (size_t i = 0; i < plan->calendar_count && result == PMO_OK; i++) {
		const char *handle = plan->calendars[i].handle;
		if (!handle)
			continue;
		result = lookup_record(context->workspace, NULL, handle, "calendar", &records[i]);
		if (result == PMO_OK && !records[i])
			result = pmo_update_add(import->update, NULL, schema, handle, &drafts[i]);
	}
	for (size_t i = 0; i < plan->calendar_count && result == PMO_OK; i++)
		if (plan->calendars[i].handle)
			result = import_calendar(import, i, drafts[i], records[i]);
	return result;
}

struct baselines {
	struct pmo_records records;
	const struct pmo_schema *schema;
	int64_t highest; /* version */
	int in_force;    /* the number that counts */
};

static const char *mark_of(struct mspdi_import *import, int number)
{
	return pmo_arena_format(import->context.arena, "MS Project baseline %d", number);
}

/* The newest record of a number, or NULL. */
static const struct pmo_record *find_baseline(const struct baselines *baselines, const char *mark)
{
	const struct pmo_record *found = NULL;
	int64_t best = -1;
	int external = pmo_schema_field(baselines->schema, "external");
	for (size_t i = 0; i < baselines->records.count; i++) {
		const struct pmo_record *record = &baselines->records.items[i];
		const char *text = pmo_record_text(record, external);
		struct pmo_value version = pmo_record_get_name(record, "version");
		if (!text || strcmp(text, mark) != 0 || version.presence != PMO_PRESENT ||
		    version.as.integer <= best)
			continue;
		best = version.as.integer;
		found = record;
	}
	return found;
}

/* "TSK-001 2026-06-01..2026-06-10": durations and costs do not make another baseline. */
static const char *dates_of(struct mspdi_import *import, const char *item)
{
	size_t first = strcspn(item, " ");
	size_t length = first + (item[first] == ' ');
	return pmo_arena_copy(import->context.arena, item, length + strcspn(item + length, " "));
}

static const char *dates_of_value(struct mspdi_import *import, const struct pmo_field *field,
				  const struct pmo_value *item)
{
	char from[PMO_DATE_SIZE] = "", to[PMO_DATE_SIZE] = "";
	const struct pmo_value *id = &item->as.items[0];
	const struct pmo_value *start = pmo_value_member(field, item, "start");
	const struct pmo_value *finish = pmo_value_member(field, item, start ? "finish" : "date");
	if (item->presence != PMO_PRESENT || id->presence != PMO_PRESENT || !finish ||
	    finish->presence != PMO_PRESENT)
		return "";
	if (start && start->presence == PMO_PRESENT)
		pmo_date_format((int32_t)start->as.integer, from);
	pmo_date_format((int32_t)finish->as.integer, to);
	return pmo_arena_format(import->context.arena, "%s %s%s%s", id->as.text, from,
				*from ? ".." : "", to);
}

/* Whether a record has these tasks or milestones, in any order, on these dates. */
static enum pmo_result has_same_dates(struct mspdi_import *import, const struct pmo_record *record,
				      int index, const struct mspdi_slot *slot, bool *same)
{
	struct map there;
	const struct pmo_field *field = record->schema->fields[index];
	struct pmo_value list = pmo_record_get(record, index);
	uint32_t count = list.presence == PMO_PRESENT && list.is_list ? list.count : 0;
	enum pmo_result result = PMO_OK;
	*same &= count == slot->count;
	if (!*same)
		return PMO_OK;
	map_init(&there, import->context.arena);
	for (uint32_t i = 0; i < count && result == PMO_OK; i++) {
		const char *key = dates_of_value(import, field, &list.as.items[i]);
		result = key ? map_put(&there, key, import) : PMO_NO_MEMORY;
	}
	for (size_t i = 0; i < slot->count && result == PMO_OK; i++) {
		const char *key = dates_of(import, slot->items[i]);
		result = key ? PMO_OK : PMO_NO_MEMORY;
		*same &= key && map_get(&there, key);
	}
	return result;
}

enum pmo_result mspdi_is_same_baseline(struct mspdi_import *import, const struct pmo_record *record,
				       const struct mspdi_want *want, bool *same)
{
	int tasks = pmo_schema_field(record->schema, "tasks");
	int milestones = pmo_schema_field(record->schema, "milestones");
	*same = true;
	enum pmo_result result = has_same_dates(import, record, tasks, &want->slots[tasks], same);
	return result == PMO_OK
		       ? has_same_dates(import, record, milestones, &want->slots[milestones], same)
		       : result;
}

/* Project's baseline 0 is the one in force; 1 to 10 were kept beside it. */
static enum pmo_result add_baseline(struct mspdi_import *import, struct baselines *baselines,
				    int number, struct mspdi_want *want)
{
	struct mspdi_context *context = &import->context;
	struct mspdi_merge merge = { .schema = baselines->schema, .want = want };
	enum pmo_result result = pmo_update_add(import->update, context->project, baselines->schema,
						NULL, &merge.draft);
	char date[PMO_DATE_SIZE];
	if (result != PMO_OK)
		return result;
	pmo_date_format(context->values.dates.today, date);
	mspdi_want_set(context, want, "title", mark_of(import, number));
	mspdi_want_set(context, want, "external", mark_of(import, number));
	mspdi_want_set(context, want, "version",
		       pmo_arena_format(context->arena, "%" PRId64, ++baselines->highest));
	mspdi_want_set(context, want, "date", date);
	mspdi_want_set(context, want, "reason",
		       pmo_arena_format(context->arena, "Baseline %d of %s, as imported", number,
					import->intake->file_name));
	mspdi_want_set(context, want, "approved_by", context->values.me);
	mspdi_want_set(context, want, "status",
		       number == baselines->in_force ? "approved" : "superseded");
	import->intake->baselines_added++;
	return mspdi_merge_record(import, &merge);
}

static enum pmo_result import_baseline(struct mspdi_import *import, struct baselines *baselines,
				       int number)
{
	struct mspdi_context *context = &import->context;
	struct mspdi_want want;
	struct pmo_draft *old;
	const char *mark = mark_of(import, number);
	bool same = false;
	if (!mark || mspdi_want_init(context, &want, baselines->schema) != PMO_OK)
		return PMO_NO_MEMORY;
	if (!mspdi_want_baseline(context, import->plan, number, &want))
		return PMO_OK;
	enum pmo_result result = mspdi_settle(context, &want);
	const struct pmo_record *record = find_baseline(baselines, mark);
	for (size_t i = 0; i < baselines->records.count && result == PMO_OK && !same; i++)
		result = mspdi_is_same_baseline(import, &baselines->records.items[i], &want, &same);
	if (result != PMO_OK || same)
		return result;
	/* An approved baseline is never changed: the new one takes its place. */
	if (record && strcmp(pmo_record_state(record)->name, "approved") == 0) {
		result = pmo_update_edit(import->update, record, &old);
		if (result == PMO_OK)
			result = draft_set_state(old, "superseded");
		if (result == PMO_OK)
			result = draft_add_history(old, "approved>superseded");
	}
	return result == PMO_OK ? add_baseline(import, baselines, number, &want) : result;
}

/* Project compares with number 0; where that was never set, with none: the last one counts. */
static int number_in_force(struct mspdi_import *import)
{
	int last = 0;
	for (size_t i = 0; i < import->plan->task_count; i++) {
		const struct mspdi_element *one =
			mspdi_child(import->plan->tasks[i].element, "Baseline");
		for (; one; one = mspdi_next(one)) {
			int64_t number = mspdi_number(one, "Number", 0);
			if (number == 0)
				return 0;
			if (number < MSPDI_BASELINES && number > last)
				last = (int)number;
		}
	}
	return last;
}

enum pmo_result mspdi_import_baselines(struct mspdi_import *import)
{
	struct mspdi_context *context = &import->context;
	struct baselines baselines = {
		.schema = pmo_workspace_schema(context->workspace, "baseline"),
	};
	if (!baselines.schema)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_workspace_records(context->workspace, context->project,
						       baselines.schema, &baselines.records);
	for (size_t i = 0; i < baselines.records.count; i++) {
		struct pmo_value version =
			pmo_record_get_name(&baselines.records.items[i], "version");
		if (version.presence == PMO_PRESENT && version.as.integer > baselines.highest &&
		    version.as.integer < INT32_MAX)
			baselines.highest = version.as.integer;
	}
	baselines.in_force = number_in_force(import);
	/* The one in force comes last: the highest version is the one that counts. */
	for (int number = 1; number <= MSPDI_BASELINES && result == PMO_OK; number++)
		result = import_baseline(import, &baselines, number % MSPDI_BASELINES);
	return result;
}
