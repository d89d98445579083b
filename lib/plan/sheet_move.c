/*
 * A branch elsewhere in the outline: the sheet of the plan with its rows in another order, then
 * the same difference as of a sheet that was typed.
 */
#include "plan/sheet.h"

#include "store/draft.h"

#include <string.h>

struct moving {
	struct sheet_work work;
	struct pmo_sheet typed;
	struct pmo_sheet_job job;
	int from, to; /* base rows: the record and its anchor */
};

static int row_of(const struct moving *moving, const struct pmo_record *record)
{
	for (size_t i = 0; i < moving->work.base.count; i++)
		if (strcmp(moving->work.base.rows[i].record->id, record->id) == 0)
			return (int)i;
	return -1;
}

/* Parents as they are stored, not as codes would have them. */
static enum pmo_result use_parents(struct moving *moving)
{
	struct sheet_work *work = &moving->work;
	int *rows = pmo_arena_array(work->arena, work->plan->item_count + 1, sizeof(*rows));
	if (!rows)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < work->base.count; i++)
		rows[work->branch.items[i]] = (int)i + 1;
	for (size_t i = 0; i < work->base.count; i++) {
		int parent = work->plan->items[work->branch.items[i]].parent;
		work->base.rows[i].parent = parent < 0 ? -1 : rows[parent] - 1;
	}
	return PMO_OK;
}

static bool is_below(const struct pmo_sheet *sheet, int row, int top)
{
	while (row >= 0 && row != top)
		row = sheet->rows[row].parent;
	return row == top;
}

/* The row behind a row and all that is below it. */
static int behind(const struct pmo_sheet *sheet, int row)
{
	int next = row + 1;
	while ((size_t)next < sheet->count && is_below(sheet, next, row))
		next++;
	return next;
}

/* The base rows in their new order, before base row `to`. */
static enum pmo_result reorder(struct moving *moving, int to)
{
	struct sheet_work *work = &moving->work;
	const struct pmo_sheet *base = &work->base;
	size_t count = base->count, at = 0;
	int end = behind(base, moving->from);
	work->base_of = pmo_arena_array(work->arena, count + 1, sizeof(int));
	work->typed_of = pmo_arena_array(work->arena, count + 1, sizeof(int));
	moving->typed.rows = pmo_arena_array(work->arena, count + 1, sizeof(*moving->typed.rows));
	if (!work->base_of || !work->typed_of || !moving->typed.rows)
		return PMO_NO_MEMORY;
	for (int i = 0; (size_t)i <= count; i++) {
		for (int j = moving->from; i == to && j < end; j++)
			work->base_of[at++] = j;
		if ((size_t)i < count && (i < moving->from || i >= end))
			work->base_of[at++] = i;
	}
	for (size_t i = 0; i < count; i++) {
		work->typed_of[work->base_of[i]] = (int)i;
		moving->typed.rows[i] = base->rows[work->base_of[i]];
	}
	for (size_t i = 0; i < count; i++) {
		int *parent = &moving->typed.rows[i].parent;
		*parent = *parent < 0 ? -1 : work->typed_of[*parent];
	}
	moving->typed.count = count;
	moving->typed.source = base->source;
	return PMO_OK;
}

static enum pmo_result refuse(const struct moving *moving, const char *title, const char *why)
{
	pmo_diag_add(moving->work.diags, PMO_ERROR, "outline", NULL, "'%s' %s", title, why);
	return PMO_REFUSED;
}

static const char *title_of(const struct moving *moving, int row)
{
	return sheet_text(&moving->work.base.rows[row], PMO_SHEET_TITLE);
}

static bool is_number(const char *code)
{
	return *code && !code[strspn(code, "0123456789.")];
}

static bool has_code(const struct pmo_sheet_row *row)
{
	const struct pmo_record *record = row->record;
	const char *code = pmo_record_text(record, pmo_schema_field(record->schema, "wbs"));
	return code && is_number(code);
}

/* What stands before the last number of a code: 5 of 5.4. */
static char *part_of(const struct moving *moving, const char *code)
{
	const char *dot = strrchr(code, '.');
	return pmo_arena_copy(moving->work.arena, code, dot ? (size_t)(dot - code) : 0);
}

/* Codes of numbers count again: below what has one, else within their part. */
static enum pmo_result renumber(struct moving *moving)
{
	struct sheet_work *work = &moving->work;
	struct map counts;
	map_init(&counts, work->arena);
	for (size_t i = 0; i < moving->typed.count; i++) {
		struct pmo_sheet_row *row = &moving->typed.rows[i];
		const struct pmo_sheet_row *parent =
			row->parent >= 0 ? &moving->typed.rows[row->parent] : NULL;
		if (!has_code(row))
			continue;
		const struct pmo_sheet_row *like = row;
		if (work->base_of[i] == moving->from && moving->to >= 0)
			like = &work->base.rows[moving->to];
		const char *part = parent && has_code(parent)
					   ? sheet_text(parent, PMO_SHEET_CODE)
					   : part_of(moving, sheet_text(like, PMO_SHEET_CODE));
		if (!part)
			return PMO_NO_MEMORY;
		uintptr_t count = (uintptr_t)map_get(&counts, part) + 1;
		char *code = pmo_arena_format(work->arena, "%s%s%zu", part, *part ? "." : "",
					      (size_t)count);
		if (!code || map_put(&counts, part, (void *)count) != PMO_OK)
			return PMO_NO_MEMORY;
		row->cells[PMO_SHEET_CODE].text = code;
	}
	return PMO_OK;
}

static enum pmo_result begin(struct pmo_update *update, struct pmo_sheet_move *move,
			     struct moving *moving)
{
	*moving = (struct moving){ .job = { .project = move->project }, .to = -1 };
	moving->job.typed = &moving->typed;
	moving->work = sheet_begin(update, &moving->job);
	enum pmo_result result = sheet_base(&moving->work, NULL);
	if (result == PMO_OK)
		result = use_parents(moving);
	if (result != PMO_OK)
		return result;
	moving->from = row_of(moving, move->record);
	moving->to = move->anchor ? row_of(moving, move->anchor) : -1;
	const struct pmo_record *missing = moving->from < 0 ? move->record : NULL;
	if (move->anchor && moving->to < 0)
		missing = move->anchor;
	return missing ? refuse(moving, missing->id, "is no open line of this plan") : PMO_OK;
}

static enum pmo_result finish(struct pmo_sheet_move *move, struct moving *moving, int parent)
{
	struct sheet_work *work = &moving->work;
	int row = work->typed_of[moving->from];
	moving->typed.rows[row].parent = parent < 0 ? -1 : work->typed_of[parent];
	enum pmo_result result = move->renumber ? renumber(moving) : PMO_OK;
	if (result == PMO_OK)
		result = sheet_write_changes(work);
	move->changes = moving->job.changes;
	move->count = moving->job.count;
	return result;
}

static enum pmo_result check_parent(const struct moving *moving, int parent)
{
	if (parent >= 0 && sheet_is_milestone(&moving->work.base.rows[parent]))
		return refuse(moving, title_of(moving, parent),
			      "is a milestone: nothing can be below it");
	return PMO_OK;
}

static enum pmo_result place_at(struct pmo_sheet_move *move, struct moving *moving)
{
	const struct pmo_sheet *base = &moving->work.base;
	int parent = move->where == PMO_SHEET_UNDER_IT ? moving->to : base->rows[moving->to].parent;
	int to = move->where == PMO_SHEET_BEFORE_IT ? moving->to : behind(base, moving->to);
	if (is_below(base, moving->to, moving->from))
		return refuse(moving, title_of(moving, moving->from),
			      "cannot be moved to a line below itself");
	enum pmo_result result = check_parent(moving, parent);
	/* It stands there already, so that nothing in between moves. */
	if (to > moving->from && to <= behind(base, moving->from))
		to = moving->from;
	if (result == PMO_OK)
		result = reorder(moving, to);
	return result == PMO_OK ? finish(move, moving, parent) : result;
}

enum pmo_result pmo_sheet_move(struct pmo_update *update, struct pmo_sheet_move *move)
{
	struct moving moving;
	enum pmo_result result = begin(update, move, &moving);
	if (result == PMO_OK)
		result = place_at(move, &moving);
	pmo_plan_free(moving.work.plan);
	return result;
}

static enum pmo_result indent(struct pmo_sheet_move *move, struct moving *moving, int by)
{
	const struct pmo_sheet *base = &moving->work.base;
	int parent = base->rows[moving->from].parent, above = moving->from - 1;
	const char *title = title_of(moving, moving->from);
	if (by < 0) {
		if (parent < 0)
			return refuse(moving, title, "is below nothing");
		moving->to = parent;
		move->where = PMO_SHEET_AFTER_IT;
		return place_at(move, moving);
	}
	while (above >= 0 && base->rows[above].parent != parent)
		above--;
	if (above < 0)
		return refuse(moving, title, "has no line above that it could be below");
	moving->to = above;
	move->where = PMO_SHEET_UNDER_IT;
	return place_at(move, moving);
}

enum pmo_result pmo_sheet_indent(struct pmo_update *update, struct pmo_sheet_move *move, int by)
{
	struct moving moving;
	enum pmo_result result = begin(update, move, &moving);
	if (result == PMO_OK)
		result = indent(move, &moving, by);
	pmo_plan_free(moving.work.plan);
	return result;
}
