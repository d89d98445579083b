/*
 * From rows to drafts: every row finds its record or gets a new one, then the cells are
 * written, so that rows can refer to rows further down.
 */
#include "exchange/import.h"

#include "store/draft.h"

#include <pmo/text.h>
#include <pmo/xlsx.h>

#include <string.h>

/* Where a cell begins in the file, for the caret: over quoted cells as the reader goes. */
static size_t offset_of_cell(const struct pmo_csv *csv, const struct pmo_csv_record *record,
			     int column)
{
	const char *at = csv->source->bytes + record->offset;
	const char *end = csv->source->bytes + csv->source->length;
	bool quoted = false;
	for (; column > 0 && at < end; at++) {
		quoted = quoted != (*at == '"');
		if (!quoted && *at == csv->delimiter)
			column--;
	}
	return (size_t)(at - csv->source->bytes);
}

/* In a workbook: "risks.xlsx: F12". */
static const struct pmo_source *name_cell(const struct pmo_import *import,
					  const struct pmo_csv_record *record, int column)
{
	const struct pmo_csv *csv = &import->csv;
	char name[PMO_XLSX_CELL_SIZE];
	struct pmo_arena *arena = pmo_workspace_arena(import->workspace);
	struct pmo_source *cell = pmo_arena_alloc(arena, sizeof(*cell));
	size_t first = csv->first_column + (column > 0 ? (size_t)column : 0);
	pmo_xlsx_cell_name(record->line, first, name);
	if (cell && column < 0)
		cell->path =
			pmo_arena_format(arena, "%s: row %zu", csv->source->path, record->line);
	else if (cell)
		cell->path = pmo_arena_format(arena, "%s: %s", csv->source->path, name);
	return cell && cell->path ? cell : csv->source;
}

struct pmo_place import_place(const struct pmo_import *import, size_t row, int column)
{
	const struct pmo_csv_record *record = &import->csv.records[row];
	struct pmo_place place = { .source = import->csv.source, .length = 1 };
	if (import->csv.sheet)
		place.source = name_cell(import, record, column);
	else
		place.offset = offset_of_cell(&import->csv, record, column);
	return place;
}

void import_report(struct import_run *run, size_t row, int column, const char *format, ...)
{
	struct pmo_import *import = run->import;
	struct pmo_diags *diags = pmo_workspace_diags(import->workspace);
	va_list args;
	if (++import->counts.problems > IMPORT_PROBLEMS_SHOWN || import->is_told)
		return;
	va_start(args, format);
	char *message = pmo_arena_vformat(run->arena, format, args);
	va_end(args);
	struct pmo_place place = import_place(import, row, column);
	pmo_diag_add(diags, import->options.strict ? PMO_ERROR : PMO_WARNING, "import-cell", &place,
		     "%s", message ? message : "cannot be read");
}

static void report_rest(const struct pmo_import *import)
{
	struct pmo_diags *diags = pmo_workspace_diags(import->workspace);
	if (import->counts.problems > IMPORT_PROBLEMS_SHOWN && !import->is_told)
		pmo_diag_add(diags, PMO_WARNING, "import-cell", NULL, "%zu more like these",
			     import->counts.problems - IMPORT_PROBLEMS_SHOWN);
}

static enum pmo_result begin_run(struct import_run *run)
{
	struct pmo_import *import = run->import;
	const struct pmo_world *world = &run->update->world;
	size_t rows = import->csv.count + 1;
	import->counts = (struct pmo_import_counts){ 0 };
	import->people = NULL;
	import->twins = 0;
	import->states = NULL;
	import->state_count = 0;
	import->conflicts = NULL;
	run->rev_column = import_find_column(import, PMO_IMPORT_REV, -1);
	run->context = (struct pmo_value_context){ .arena = run->arena,
						   .dates = { world->today, world->calendar },
						   .me = world->me,
						   .minutes_per_day = world->minutes_per_day };
	struct map *const maps[] = {
		&run->by_external, &run->by_key,  &run->taken,  &run->lines,
		&run->ids,         &run->handles, &run->people, &run->unknown
	};
	for (size_t i = 0; i < sizeof(maps) / sizeof(maps[0]); i++)
		map_init(maps[i], run->arena);
	run->drafts = pmo_arena_array(run->arena, rows, sizeof(*run->drafts));
	run->records = pmo_arena_array(run->arena, rows, sizeof(*run->records));
	run->is_left_out = pmo_arena_array(run->arena, rows, sizeof(*run->is_left_out));
	run->is_own = pmo_arena_array(run->arena, rows, sizeof(*run->is_own));
	run->why = pmo_arena_array(run->arena, rows, sizeof(*run->why));
	run->fresh = pmo_arena_array(run->arena, run->schema->field_count + 1, sizeof(*run->fresh));
	bool fine = run->drafts && run->records && run->is_left_out && run->is_own && run->why &&
		    run->fresh;
	return fine ? PMO_OK : PMO_NO_MEMORY;
}

void import_leave_out(struct import_run *run, size_t row, const char *why)
{
	run->is_left_out[row] = true;
	run->why[row] = why ? why : "it cannot be read";
}

static enum pmo_result remember_id(struct import_run *run, size_t row, const char *id)
{
	int column = import_find_column(run->import, PMO_IMPORT_EXTERNAL, -1);
	const char *external = column < 0 ? "" : import_row_text(run, row, (size_t)column);
	if (!external)
		return PMO_NO_MEMORY;
	return *external ? map_put(&run->ids, external, (void *)id) : PMO_OK;
}

static enum pmo_result add_record(struct import_run *run, size_t row)
{
	int column = import_find_column(run->import, PMO_IMPORT_FIELD, run->schema->title);
	const char *title = column < 0 ? "" : import_row_text(run, row, (size_t)column);
	const char *handle = NULL;
	if (!title)
		return PMO_NO_MEMORY;
	if (!*title && run->schema->title >= 0) {
		import_leave_out(run, row,
				 column < 0 ? "a new record needs a title, and no column goes there"
					    : "a new record needs a title");
		return PMO_OK;
	}
	if (run->schema->table->handles && !(handle = import_new_handle(run, row))) {
		import_leave_out(run, row, "no handle can be made of this name");
		return PMO_OK;
	}
	enum pmo_result result = pmo_update_add(run->update, run->import->project, run->schema,
						handle, &run->drafts[row]);
	return result == PMO_OK ? remember_id(run, row, pmo_draft_record(run->drafts[row])->id)
				: result;
}

static enum pmo_result write_rows(struct import_run *run)
{
	struct pmo_import_counts *counts = &run->import->counts;
	enum pmo_result result = PMO_OK;
	for (size_t row = 1; row < run->import->csv.count && result == PMO_OK; row++)
		if (!run->is_left_out[row] && !run->records[row])
			result = add_record(run, row);
	if (result == PMO_OK)
		result = import_begin_rows(run);
	for (size_t row = 1; row < run->import->csv.count && result == PMO_OK; row++) {
		if (!run->is_left_out[row])
			result = import_write_row(run, row);
		if (run->why[row])
			import_report(run, row, -1, "%s; this row is left out", run->why[row]);
		if (run->is_left_out[row])
			counts->skipped += run->why[row] != NULL;
		else if (!run->records[row])
			counts->added++;
		else if (run->drafts[row])
			counts->updated++;
		else
			counts->unchanged++;
	}
	import_end_rows(run);
	return result;
}

static enum pmo_result judge(const struct import_run *run)
{
	const struct pmo_import *import = run->import;
	struct pmo_diags *diags = pmo_workspace_diags(import->workspace);
	if (run->states_refused) {
		pmo_diag_add(diags, PMO_ERROR, "import-state", NULL, "%zu %s; nothing is imported",
			     run->states_refused,
			     run->states_refused == 1 ? "row has a state that only a move gives"
						      : "rows have states that only moves give");
		pmo_diag_hint(diags, "--as-imported takes them as they stand");
		return PMO_REFUSED;
	}
	if (import->options.strict && import->counts.problems) {
		pmo_diag_add(diags, PMO_ERROR, "import-strict", NULL,
			     "--strict: nothing is imported before the file is in order");
		return PMO_REFUSED;
	}
	return PMO_OK;
}

enum pmo_result pmo_import_apply(struct pmo_import *import, struct pmo_update *update)
{
	struct import_run run = { .import = import,
				  .update = update,
				  .arena = pmo_workspace_arena(import->workspace),
				  .scratch = pmo_workspace_arena(import->workspace),
				  .schema = import->schema,
				  .as_imported = update->options.as_imported };
	enum pmo_result result = begin_run(&run);
	if (result == PMO_OK)
		result = import_read_people(&run);
	if (result == PMO_OK)
		result = import_match(&run);
	if (result == PMO_OK)
		result = write_rows(&run);
	if (result == PMO_OK)
		result = import_note_changes(&run);
	report_rest(import);
	import->is_told = true;
	if (result == PMO_OK && run.failed)
		result = PMO_NO_MEMORY;
	return result == PMO_OK ? judge(&run) : result;
}

static void keep_diag(struct pmo_diags *diags, struct pmo_diag *diag)
{
	diag->next = NULL;
	if (diags->last)
		diags->last->next = diag;
	else
		diags->first = diag;
	diags->last = diag;
	diags->count[diag->severity]++;
}

/* Whether the same was said of an earlier record of this commit. */
static bool is_said(const struct pmo_diags *diags, const struct pmo_diags *before,
		    const struct pmo_diag *wanted)
{
	const struct pmo_diag *diag = before->last ? before->last->next : diags->first;
	for (size_t i = 0; diag && i < IMPORT_PROBLEMS_SHOWN; diag = diag->next, i++)
		if (strcmp(diag->code, wanted->code) == 0 &&
		    strcmp(diag->message, wanted->message) == 0)
			return true;
	return false;
}

/*
 * Remarks about single records are counted, and an error that many records have is told
 * once; what is about no record stays.
 */
static size_t condense(struct pmo_diags *diags, const struct pmo_diags *before)
{
	struct pmo_diag *diag = before->last ? before->last->next : diags->first;
	bool lost = diags->lost;
	size_t dropped = 0, repeated = 0;
	*diags = *before;
	diags->lost = lost;
	if (diags->last)
		diags->last->next = NULL;
	else
		diags->first = NULL;
	while (diag) {
		struct pmo_diag *next = diag->next;
		if (diag->severity != PMO_ERROR && diag->subject)
			dropped++;
		else if (is_said(diags, before, diag))
			repeated++;
		else
			keep_diag(diags, diag);
		diag = next;
	}
	if (repeated)
		pmo_diag_add(diags, PMO_ERROR, "import-same", NULL, "the same of %zu more %s",
			     repeated, repeated == 1 ? "record" : "records");
	return dropped;
}

enum pmo_result pmo_import_commit(struct pmo_import *import, struct pmo_update *update)
{
	struct pmo_diags *diags = pmo_workspace_diags(import->workspace);
	struct pmo_diags before = *diags;
	enum pmo_result result = pmo_update_commit(update);
	import->counts.remarks = condense(diags, &before);
	return result;
}
