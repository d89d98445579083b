/*
 * Which line is which record: by its id, else by its code, else by its title when only one line
 * has it. So renaming keeps a record, and a list that comes again is not doubled.
 */
#include "plan/sheet.h"

#include <pmo/text.h>

#include <stdarg.h>
#include <string.h>

void sheet_complain(const struct sheet_work *work, const struct pmo_sheet_row *row,
		    enum pmo_sheet_column column, const char *format, ...)
{
	const struct pmo_sheet_cell *cell = &row->cells[column];
	va_list args;
	if (!cell->text || !*cell->text)
		cell = &row->cells[PMO_SHEET_TITLE];
	struct pmo_place place = { .source = work->typed->source,
				   .offset = cell->offset,
				   .length = cell->length };
	va_start(args, format);
	char *message = pmo_arena_vformat(work->arena, format, args);
	va_end(args);
	pmo_diag_add(work->diags, PMO_ERROR, "sheet", &place, "%s", message ? message : "fault");
}

static enum pmo_result add_labels(struct sheet_work *work, const struct pmo_sheet *sheet,
				  struct map *labels)
{
	map_init(labels, work->arena);
	/* Where lines are numbered links mean the numbers. */
	static const enum pmo_sheet_column columns[] = { PMO_SHEET_ID, PMO_SHEET_CODE };
	for (size_t c = !sheet->is_numbered; c < 2; c++)
		for (size_t i = 0; i < sheet->count; i++) {
			const char *label = sheet_text(&sheet->rows[i], columns[c]);
			if (*label && !map_get(labels, label) &&
			    map_put(labels, label, (void *)(uintptr_t)(i + 1)) != PMO_OK)
				return PMO_NO_MEMORY;
		}
	return PMO_OK;
}

enum pmo_result sheet_base(struct sheet_work *work, const char *word)
{
	static const struct pmo_plan_options how = { .alone = true, .baseline = PMO_BASELINE_NONE };
	struct pmo_buffer text;
	struct pmo_source *source = pmo_arena_alloc(work->arena, sizeof(*source));
	work->task = pmo_workspace_schema(work->workspace, "task");
	work->milestone = pmo_workspace_schema(work->workspace, "milestone");
	if (!source || !work->task || !work->milestone)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_plan_read(work->workspace, work->project, &how, &work->plan);
	if (result == PMO_OK)
		result = pmo_sheet_branch(work->plan, word, &work->branch);
	if (result != PMO_OK)
		return result;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_sheet_write(work->plan, &work->branch, PMO_SHEET_WITH_IDS, &text);
	source->path = "plan";
	source->length = text.length;
	source->bytes = text.failed ? NULL : pmo_arena_copy(work->arena, text.data, text.length);
	pmo_buffer_release(&text);
	if (!source->bytes)
		return PMO_NO_MEMORY;
	result = pmo_sheet_read(work->arena, work->diags, source, &work->base);
	/* Every item is a line; a record without a title is told, and must be mended first. */
	for (size_t i = 0; i < work->base.count && i < work->branch.count; i++)
		work->base.rows[i].record = work->plan->items[work->branch.items[i]].record;
	return result == PMO_OK ? add_labels(work, &work->base, &work->base_labels) : result;
}

static bool take(struct sheet_work *work, size_t typed, int base)
{
	if (base < 0 || work->typed_of[base] >= 0)
		return false;
	work->typed_of[base] = (int)typed;
	work->base_of[typed] = base;
	work->typed->rows[typed].record = work->base.rows[base].record;
	return true;
}

static int base_of_id(const struct sheet_work *work, const struct map *ids, const char *text)
{
	int row = (int)(uintptr_t)map_get(ids, text) - 1;
	if (row >= 0)
		return row;
	for (size_t i = 0; i < work->base.count; i++)
		if (pmo_ascii_equal(work->base.rows[i].record->id, text))
			return (int)i;
	return -1;
}

static enum pmo_result match_ids(struct sheet_work *work)
{
	struct map ids;
	map_init(&ids, work->arena);
	for (size_t i = 0; i < work->base.count; i++)
		if (map_put(&ids, work->base.rows[i].record->id, (void *)(uintptr_t)(i + 1)) !=
		    PMO_OK)
			return PMO_NO_MEMORY;
	for (size_t i = 0; i < work->typed->count && !work->typed->is_numbered; i++) {
		const struct pmo_sheet_row *row = &work->typed->rows[i];
		const char *id = sheet_text(row, PMO_SHEET_ID);
		if (!*id)
			continue;
		int base = base_of_id(work, &ids, id);
		if (base < 0)
			sheet_complain(work, row, PMO_SHEET_ID,
				       "%s is no task or milestone here; a new line has no id", id);
		else if (!take(work, i, base))
			sheet_complain(work, row, PMO_SHEET_ID,
				       "%s stands in two lines; take it off the new one", id);
	}
	return PMO_OK;
}

/* A stored code is the organization's name for the task; an outline number is none. */
static bool is_stored(const struct pmo_sheet_row *row)
{
	const char *code =
		row->record
			? pmo_record_text(row->record, pmo_schema_field(row->record->schema, "wbs"))
			: NULL;
	return code && *code;
}

static bool is_same_title(const struct pmo_sheet_row *a, const struct pmo_sheet_row *b)
{
	return pmo_text_compare(sheet_text(a, PMO_SHEET_TITLE), sheet_text(b, PMO_SHEET_TITLE)) ==
	       0;
}

static void match_codes(struct sheet_work *work)
{
	for (size_t i = 0; i < work->typed->count; i++) {
		const struct pmo_sheet_row *row = &work->typed->rows[i];
		const char *code = sheet_text(row, PMO_SHEET_CODE);
		int base = *code && work->base_of[i] < 0
				   ? (int)(uintptr_t)map_get(&work->base_labels, code) - 1
				   : -1;
		if (base >= 0 && (is_stored(&work->base.rows[base]) ||
				  is_same_title(row, &work->base.rows[base])))
			(void)take(work, i, base);
	}
}

/* Rows by their folded titles: the one that has it, -1: several. */
static enum pmo_result index_titles(struct sheet_work *work, const struct pmo_sheet *sheet,
				    struct map *titles, const int *taken)
{
	map_init(titles, work->arena);
	for (size_t i = 0; i < sheet->count; i++) {
		const char *title = sheet_text(&sheet->rows[i], PMO_SHEET_TITLE);
		char *folded = pmo_text_fold(work->arena, title, false);
		if (!folded)
			return PMO_NO_MEMORY;
		if (taken[i] >= 0)
			continue;
		bool again = map_get(titles, folded) != NULL;
		if (map_put(titles, folded,
			    again ? (void *)UINTPTR_MAX : (void *)(uintptr_t)(i + 1)) != PMO_OK)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

static enum pmo_result match_titles(struct sheet_work *work)
{
	struct map typed, base;
	enum pmo_result result = index_titles(work, work->typed, &typed, work->base_of);
	if (result == PMO_OK)
		result = index_titles(work, &work->base, &base, work->typed_of);
	for (size_t i = 0; result == PMO_OK && i < work->typed->count; i++) {
		const struct pmo_sheet_row *row = &work->typed->rows[i];
		if (work->base_of[i] >= 0)
			continue;
		char *folded = pmo_text_fold(work->arena, sheet_text(row, PMO_SHEET_TITLE), false);
		if (!folded)
			return PMO_NO_MEMORY;
		uintptr_t there = (uintptr_t)map_get(&base, folded);
		bool once = (uintptr_t)map_get(&typed, folded) == i + 1;
		if (!once || !there || there == UINTPTR_MAX)
			continue;
		/* Another code says that it is another task. */
		const struct pmo_sheet_row *other = &work->base.rows[there - 1];
		const char *code = sheet_text(row, PMO_SHEET_CODE);
		if (!*code || !is_stored(other) ||
		    strcmp(code, sheet_text(other, PMO_SHEET_CODE)) == 0)
			(void)take(work, i, (int)there - 1);
	}
	return result;
}

/* Two lines of one code could not be told apart by those who say it. */
static enum pmo_result check_codes(const struct sheet_work *work)
{
	struct map codes;
	map_init(&codes, work->arena);
	for (size_t i = 0; i < work->typed->count; i++) {
		const struct pmo_sheet_row *row = &work->typed->rows[i];
		const char *code = sheet_text(row, PMO_SHEET_CODE);
		if (!*code)
			continue;
		uintptr_t first = (uintptr_t)map_get(&codes, code);
		const struct pmo_sheet_row *other = first ? &work->typed->rows[first - 1] : NULL;
		if (other && (sheet_differs(work, row, PMO_SHEET_CODE) ||
			      sheet_differs(work, other, PMO_SHEET_CODE)))
			sheet_complain(work, row, PMO_SHEET_CODE, "the code %s stands in two lines",
				       code);
		if (!first && map_put(&codes, code, (void *)(uintptr_t)(i + 1)) != PMO_OK)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

enum pmo_result sheet_match(struct sheet_work *work)
{
	work->base_of = pmo_arena_array(work->arena, work->typed->count + 1, sizeof(int));
	work->typed_of = pmo_arena_array(work->arena, work->base.count + 1, sizeof(int));
	if (!work->base_of || !work->typed_of)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < work->typed->count; i++)
		work->base_of[i] = -1;
	for (size_t i = 0; i < work->base.count; i++)
		work->typed_of[i] = -1;
	enum pmo_result result = add_labels(work, work->typed, &work->labels);
	if (result == PMO_OK)
		result = match_ids(work);
	if (result == PMO_OK)
		match_codes(work);
	if (result == PMO_OK)
		result = match_titles(work);
	return result == PMO_OK ? check_codes(work) : result;
}

const struct pmo_sheet_row *sheet_base_row(const struct sheet_work *work,
					   const struct pmo_sheet_row *row)
{
	int base = work->base_of[row - work->typed->rows];
	return base < 0 ? NULL : &work->base.rows[base];
}

bool sheet_differs(const struct sheet_work *work, const struct pmo_sheet_row *row,
		   enum pmo_sheet_column column)
{
	const struct pmo_sheet_row *base = sheet_base_row(work, row);
	return row->cells[column].text &&
	       strcmp(sheet_text(row, column), base ? sheet_text(base, column) : "") != 0;
}

bool sheet_is_milestone(const struct pmo_sheet_row *row)
{
	const char *text = sheet_text(row, PMO_SHEET_DURATION);
	if (row->record)
		return strcmp(row->record->schema->table->name, "milestone") == 0;
	struct pmo_duration duration;
	if (strcmp(text, "-") == 0 || strcmp(text, "0") == 0)
		return true;
	return *text && pmo_duration_input(text, strlen(text), false, &duration) == PMO_OK &&
	       !duration.amount;
}
