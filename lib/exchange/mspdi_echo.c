/*
 * A file that comes back. What an export would say of a task now, word for word, is no change.
 *
 * Project 2007 cannot say that a task was set by hand, nor that it is inactive. What it does
 * not know says nothing: a date that it must keep stands for the one that somebody typed.
 * The kept file is compared as the export for 2007 would have told it.
 */
#include "exchange/mspdi_export.h"

#include <string.h>

enum pmo_result mspdi_listen(struct mspdi_import *import)
{
	struct mspdi_context *context = &import->context;
	struct pmo_source *source;
	struct pmo_mspdi_export told;
	struct pmo_diags unheard;
	struct pmo_buffer out;
	bool for_2007 = !import->plan->knows_hand;
	pmo_buffer_init(&out, MSPDI_BYTES);
	enum pmo_result result =
		pmo_mspdi_export(context->workspace, context->project, for_2007, &out, &told);
	source = pmo_arena_alloc(context->arena, sizeof(*source));
	char *bytes = pmo_arena_copy(context->arena, out.data, out.length);
	if (result == PMO_OK && (!source || !bytes || out.failed))
		result = PMO_NO_MEMORY;
	if (result == PMO_OK) {
		*source = (struct pmo_source){ .bytes = bytes, .length = out.length };
		pmo_diags_init(&unheard, context->arena);
		result = pmo_mspdi_open(context->arena, source, &unheard, &import->echo);
	}
	pmo_buffer_release(&out);
	return result == PMO_INVALID ? PMO_OK : result;
}

static bool is_said(const struct pmo_record *record, const char *field)
{
	struct pmo_value value = { .presence = PMO_ABSENT };
	if (record && pmo_schema_field(record->schema, field) >= 0)
		value = pmo_record_get_name(record, field);
	return value.presence == PMO_PRESENT && (value.kind != PMO_YES_NO || value.as.integer);
}

/* Its constraint is that of fix_date in mspdi_out_2007.c. */
static bool is_pinned(const struct mspdi_task *task)
{
	int32_t date = mspdi_date(task->constraint_date);
	return task->constraint == MSPDI_MSO && date != PMO_DATE_NONE &&
	       date == mspdi_date(task->start);
}

/* The dates that were typed, where the file has those that stood beside them. */
static void restore_dates(struct mspdi_task *task, const struct mspdi_task *old)
{
	if (mspdi_date(task->start) == mspdi_date(old->start)) {
		task->typed_start = old->typed_start;
		task->start_is_text = old->start_is_text;
	}
	if (mspdi_date(task->finish) == mspdi_date(old->finish)) {
		task->typed_finish = old->typed_finish;
		task->finish_is_text = old->finish_is_text;
	}
}

static void read_task(const struct mspdi_import *import, struct mspdi_task *task)
{
	const struct pmo_record *record = mspdi_record_of(import, task->uid);
	const struct mspdi_task *old =
		import->base && task->uid >= 0 ? mspdi_task_of(import->base, task->uid) : NULL;
	bool is_hand = is_said(record, "by_hand") || is_said(record, "forecast");
	bool was_hand = old && old->by_hand;
	if (task->is_summary || (!is_hand && !(was_hand && is_pinned(task))))
		return;
	task->is_pinned = is_pinned(task);
	task->by_hand = true;
	if (was_hand && old != task)
		restore_dates(task, old);
}

static void read_plan(const struct mspdi_import *import, struct pmo_mspdi *plan)
{
	for (size_t i = 0; i < plan->task_count; i++)
		read_task(import, &plan->tasks[i]);
}

/* As fix_span there; what is inactive is not there, nor is a link to it. */
static void tell_as_2007(struct pmo_mspdi *base)
{
	for (size_t i = 0; i < base->task_count; i++) {
		struct mspdi_task *task = &base->tasks[i];
		struct mspdi_typed typed = { task->calendar_uid, task->start, task->finish,
					     task->duration, mspdi_is_elapsed(base, task) };
		int64_t seconds = task->by_hand && !task->is_summary && !task->is_milestone
					  ? mspdi_fitting_seconds(base, &typed)
					  : MSPDI_NO_TIME;
		if (seconds != MSPDI_NO_TIME)
			task->duration = seconds;
	}
	for (size_t i = 0; i < base->link_count; i++) {
		struct mspdi_link *link = &base->links[i];
		if (link->from_at >= 0 && base->tasks[link->from_at].is_inactive)
			link->from_at = -1;
	}
}

void mspdi_read_2007(struct mspdi_import *import)
{
	struct pmo_mspdi *base = (struct pmo_mspdi *)import->base;
	if (import->plan->knows_hand)
		return;
	read_plan(import, import->plan);
	if (import->echo)
		read_plan(import, import->echo);
	if (base && base->knows_hand)
		tell_as_2007(base);
	else if (base)
		read_plan(import, base);
}
