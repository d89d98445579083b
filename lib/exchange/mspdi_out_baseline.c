/*
 * Baselines that were made here, into the document. The one in force is Project's number 0;
 * what was number 0 moves to the next number that is free.
 */
#include "exchange/mspdi_export.h"

#include <pmo/duration.h>

#include <string.h>

static const char mark[] = "MS Project baseline ";

/* The approved baseline that counts, when it was made here; NULL: the document has it. */
static const struct pmo_record *find_own(const struct pmo_records *records)
{
	const struct pmo_record *found = NULL;
	int64_t best = -1;
	for (size_t i = 0; i < records->count; i++) {
		const struct pmo_record *record = &records->items[i];
		struct pmo_value version = pmo_record_get_name(record, "version");
		if (version.presence != PMO_PRESENT || version.as.integer <= best ||
		    strcmp(pmo_record_state(record)->name, "approved") != 0)
			continue;
		best = version.as.integer;
		found = record;
	}
	struct pmo_value external = { 0 };
	if (found)
		external = pmo_record_get_name(found, "external");
	bool is_theirs = external.presence == PMO_PRESENT &&
			 strncmp(external.as.text, mark, sizeof(mark) - 1) == 0;
	return is_theirs ? NULL : found;
}

static int free_number(const struct mspdi_export *run)
{
	bool there[MSPDI_BASELINES] = { false };
	for (size_t i = 0; i < run->row_count; i++) {
		const struct mspdi_element *one = mspdi_child(run->rows[i].element, "Baseline");
		for (; one; one = mspdi_next(one)) {
			int64_t number = mspdi_number(one, "Number", 0);
			if (number >= 0 && number < MSPDI_BASELINES)
				there[number] = true;
		}
	}
	if (!there[0])
		return 0;
	for (int i = 1; i < MSPDI_BASELINES; i++)
		if (!there[i])
			return i;
	return -1;
}

static void move_old(struct mspdi_export *run, int number)
{
	for (size_t i = 0; i < run->row_count; i++) {
		struct mspdi_element *one = mspdi_child(run->rows[i].element, "Baseline");
		for (; one; one = mspdi_next(one)) {
			if (mspdi_number(one, "Number", 0) != 0)
				continue;
			if (number > 0)
				mspdi_out_number(run, one, "Number", number);
			else
				one->is_gone = true;
		}
	}
}

static void add_one(struct mspdi_export *run, const struct pmo_field *field,
		    const struct pmo_value *item)
{
	const struct pmo_value *task = pmo_value_member(field, item, "task");
	const struct pmo_value *start = pmo_value_member(field, item, "start");
	const struct pmo_value *finish = pmo_value_member(field, item, "finish");
	const struct pmo_value *length = pmo_value_member(field, item, "duration");
	if (!task)
		task = pmo_value_member(field, item, "milestone");
	if (!finish)
		finish = pmo_value_member(field, item, "date");
	if (!start)
		start = finish;
	if (!task || task->presence != PMO_PRESENT || !finish || finish->presence != PMO_PRESENT ||
	    start->presence != PMO_PRESENT)
		return;
	const struct mspdi_row *row = map_get(&run->by_id, task->as.text);
	struct mspdi_element *one =
		row ? mspdi_add(run->arena, row->element, "Baseline", NULL) : NULL;
	if (!one)
		return;
	int begins = row->is_milestone ? mspdi_day_end(run) : mspdi_day_start(run);
	mspdi_out(run, one, "Number", "0");
	mspdi_out_time(run, one, "Start", start->as.integer * 24 * 60 + begins);
	mspdi_out_time(run, one, "Finish", finish->as.integer * 24 * 60 + mspdi_day_end(run));
	if (length && length->presence == PMO_PRESENT) {
		struct pmo_duration duration = { length->as.integer,
						 (enum pmo_duration_unit)length->detail };
		int64_t minutes =
			pmo_duration_minutes(duration, run->import.context.minutes_per_day);
		if (minutes >= 0 && minutes < INT64_C(1) << 32)
			mspdi_out_span(run, one, "Duration", minutes * 60);
	}
}

static void add_all(struct mspdi_export *run, const struct pmo_record *record, const char *name)
{
	int index = pmo_schema_field(record->schema, name);
	struct pmo_value list = pmo_record_get(record, index);
	for (uint32_t i = 0; list.presence == PMO_PRESENT && list.is_list && i < list.count; i++)
		add_one(run, record->schema->fields[index], &list.as.items[i]);
}

/* Whether the document's number 0 is this one already. */
static enum pmo_result is_there(struct mspdi_export *run, const struct pmo_record *record,
				bool *same)
{
	struct mspdi_context *context = &run->import.context;
	struct mspdi_want want;
	enum pmo_result result = mspdi_want_init(context, &want, record->schema);
	if (result != PMO_OK || !mspdi_want_baseline(context, run->import.plan, 0, &want))
		return result;
	result = mspdi_settle(context, &want);
	return result == PMO_OK ? mspdi_is_same_baseline(&run->import, record, &want, same)
				: result;
}

enum pmo_result mspdi_patch_baselines(struct mspdi_export *run)
{
	struct mspdi_context *context = &run->import.context;
	const struct pmo_schema *schema = pmo_workspace_schema(context->workspace, "baseline");
	struct pmo_records records;
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		pmo_workspace_records(context->workspace, context->project, schema, &records);
	const struct pmo_record *own = result == PMO_OK ? find_own(&records) : NULL;
	bool same = false;
	if (own)
		result = is_there(run, own, &same);
	if (result != PMO_OK || !own || same)
		return result;
	move_old(run, free_number(run));
	add_all(run, own, "tasks");
	add_all(run, own, "milestones");
	return run->failed ? PMO_NO_MEMORY : PMO_OK;
}
