/* The difference between two sheets, into drafts. */
#include "plan/sheet.h"

#include "store/draft.h"

#include <string.h>

static enum pmo_result add_change(const struct sheet_work *work, struct pmo_draft *draft,
				  const struct pmo_sheet_row *row, enum pmo_sheet_change_kind kind)
{
	struct pmo_sheet_job *job = work->job;
	void *grown = pmo_arena_grow(work->arena, job->changes, job->count, &job->capacity,
				     sizeof(*job->changes));
	if (!grown)
		return PMO_NO_MEMORY;
	job->changes = grown;
	job->changes[job->count++] = (struct pmo_sheet_change){ kind, draft, row };
	return PMO_OK;
}

enum pmo_result sheet_open(const struct sheet_work *work, struct pmo_sheet_row *row,
			   enum pmo_sheet_change_kind kind)
{
	if (row->draft)
		return PMO_OK;
	const struct pmo_schema *schema = sheet_is_milestone(row) ? work->milestone : work->task;
	enum pmo_result result =
		row->record
			? pmo_update_edit(work->update, row->record, &row->draft)
			: pmo_update_add(work->update, work->project, schema, NULL, &row->draft);
	return result == PMO_OK ? add_change(work, row->draft, row, kind) : result;
}

/* What the row is below: a row of the sheet, or what the whole branch is below; NULL: nothing. */
static const struct pmo_record *parent_of(const struct sheet_work *work,
					  const struct pmo_sheet *sheet,
					  const struct pmo_sheet_row *row)
{
	if (row->parent < 0)
		return work->branch.top;
	const struct pmo_sheet_row *parent = &sheet->rows[row->parent];
	return parent->draft ? pmo_draft_record(parent->draft) : parent->record;
}

static bool has_new_parent(const struct sheet_work *work, const struct pmo_sheet_row *row)
{
	const struct pmo_sheet_row *base = sheet_base_row(work, row);
	if (!base)
		return row->parent >= 0 || work->branch.top;
	if (row->parent < 0 || base->parent < 0)
		return row->parent != base->parent;
	return work->base_of[row->parent] != base->parent;
}

static bool has_changed(const struct sheet_work *work, const struct pmo_sheet_row *row)
{
	bool changed = !row->record || has_new_parent(work, row);
	for (int c = PMO_SHEET_CODE; c < PMO_SHEET_ID; c++)
		changed = changed || sheet_differs(work, row, (enum pmo_sheet_column)c);
	return changed;
}

static enum pmo_result open_all(const struct sheet_work *work)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < work->typed->count; i++) {
		struct pmo_sheet_row *row = &work->typed->rows[i];
		if (has_changed(work, row))
			result = sheet_open(work, row,
					    row->record ? PMO_SHEET_CHANGED : PMO_SHEET_ADDED);
	}
	return result;
}

static enum pmo_result set_parent(const struct sheet_work *work, const struct pmo_sheet_row *row)
{
	const struct pmo_record *parent = parent_of(work, work->typed, row);
	int field = pmo_schema_field(pmo_draft_record(row->draft)->schema, "parent");
	return pmo_draft_set(row->draft, field, parent ? parent->id : NULL);
}

static enum pmo_result set_all(const struct sheet_work *work)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < work->typed->count; i++) {
		struct pmo_sheet_row *row = &work->typed->rows[i];
		if (!row->draft)
			continue;
		result = sheet_set_values(work, row);
		if (result == PMO_OK && has_new_parent(work, row))
			result = set_parent(work, row);
		if (result == PMO_OK && sheet_differs(work, row, PMO_SHEET_AFTER))
			result = sheet_set_links(work, row);
	}
	return result;
}

static enum pmo_result cancel_gone(const struct sheet_work *work)
{
	struct pmo_sheet_job *job = work->job;
	enum pmo_result result = PMO_OK;
	struct pmo_update_options *options = &work->update->options;
	const char *note = options->note;
	for (size_t i = 0; result == PMO_OK && i < work->base.count; i++) {
		struct pmo_draft *draft;
		if (work->typed_of[i] >= 0)
			continue;
		job->gone++;
		if (!job->cancels)
			continue;
		result = pmo_update_edit(work->update, work->base.rows[i].record, &draft);
		if (!options->note)
			options->note = "taken out of the plan";
		if (result == PMO_OK)
			result = pmo_draft_move(draft, "cancel");
		if (result == PMO_OK)
			result = add_change(work, draft, NULL, PMO_SHEET_GONE);
		options->note = note;
	}
	return result;
}

struct sheet_work sheet_begin(struct pmo_update *update, struct pmo_sheet_job *job)
{
	struct sheet_work work = { .update = update,
				   .workspace = update->workspace,
				   .arena = &update->workspace->arena,
				   .diags = update->workspace->diags,
				   .project = job->project,
				   .typed = job->typed,
				   .job = job };
	return work;
}

enum pmo_result sheet_write_changes(const struct sheet_work *work)
{
	enum pmo_result result = open_all(work);
	if (result == PMO_OK)
		result = set_all(work);
	return result == PMO_OK ? sheet_place(work) : result;
}

/* Other words for what stood there, `3 weeks` for 3w, are no change. */
static void drop_unchanged(struct pmo_sheet_job *job)
{
	size_t count = 0;
	for (size_t i = 0; i < job->count; i++) {
		const struct pmo_draft *draft = job->changes[i].draft;
		if (!draft->old || draft->editor.changed || draft->placed)
			job->changes[count++] = job->changes[i];
	}
	job->count = count;
}

enum pmo_result pmo_sheet_apply(struct pmo_update *update, struct pmo_sheet_job *job)
{
	struct sheet_work work = sheet_begin(update, job);
	size_t errors = work.diags->count[PMO_ERROR];
	enum pmo_result result = sheet_base(&work, job->word);
	if (result == PMO_OK)
		result = sheet_match(&work);
	if (result == PMO_OK)
		result = sheet_judge(&work);
	if (result == PMO_OK)
		result = sheet_check_loops(&work);
	if (result == PMO_OK && work.diags->count[PMO_ERROR] > errors)
		result = PMO_INVALID;
	if (result == PMO_OK)
		result = sheet_write_changes(&work);
	if (result == PMO_OK)
		result = cancel_gone(&work);
	if (result == PMO_OK && work.diags->count[PMO_ERROR] > errors)
		result = PMO_INVALID;
	drop_unchanged(job);
	pmo_plan_free(work.plan);
	return result;
}
