/*
 * What an import changes in records that are there: field by field, as it is now and as it
 * would be, read back from the drafts, so that what is shown is what would be written.
 */
#include "exchange/import.h"

#include "store/draft.h"

#include <pmo/text.h>

#include <string.h>

struct changes {
	struct import_run *run;
	size_t capacity;
};

static enum pmo_result add_change(struct changes *changes, const struct pmo_import_change *change)
{
	struct pmo_import *import = changes->run->import;
	if (import->change_count++ >= PMO_IMPORT_CHANGES_MAX)
		return PMO_OK;
	struct pmo_import_change *items =
		pmo_arena_grow(changes->run->arena, import->changes, import->change_count - 1,
			       &changes->capacity, sizeof(*items));
	if (!items)
		return PMO_NO_MEMORY;
	import->changes = items;
	items[import->change_count - 1] = *change;
	return PMO_OK;
}

static void format(const struct import_run *run, const struct pmo_record *record, int index,
		   struct pmo_buffer *out)
{
	struct pmo_value value = pmo_record_get(record, index);
	pmo_buffer_clear(out);
	if (index == run->schema->status && value.presence == PMO_ABSENT)
		pmo_buffer_add_text(out, pmo_record_state(record)->name);
	else if (value.presence != PMO_ABSENT)
		pmo_value_format(run->schema->fields[index], &value, out);
}

const char *import_shorten(struct import_run *run, const char *text, size_t same)
{
	enum { LONG = 300, BEFORE = 20 };
	size_t whole = strlen(text);
	size_t start = whole > LONG && same > BEFORE ? same - BEFORE : 0;
	while (start && start < whole && ((unsigned char)text[start] & 0xc0) == 0x80)
		start--;
	size_t length = strnlen(text + start, LONG);
	while (length && start + length < whole &&
	       ((unsigned char)text[start + length] & 0xc0) == 0x80)
		length--;
	return pmo_arena_format(run->arena, "%s%.*s%s", start ? "..." : "", (int)length,
				text + start, start + length < whole ? "..." : "");
}

static enum pmo_result compare_field(struct changes *changes, size_t row, int index,
				     struct pmo_buffer texts[2])
{
	struct import_run *run = changes->run;
	const struct pmo_draft *draft = run->drafts[row];
	format(run, pmo_draft_old(draft), index, &texts[0]);
	format(run, pmo_draft_record(draft), index, &texts[1]);
	if (texts[0].failed || texts[1].failed)
		return PMO_NO_MEMORY;
	if (strcmp(texts[0].data, texts[1].data) == 0)
		return PMO_OK;
	size_t same = 0;
	while (texts[0].data[same] == texts[1].data[same])
		same++;
	struct pmo_import_change change = {
		.line = run->import->csv.records[row].line,
		.id = pmo_draft_record(draft)->id,
		.field = run->schema->fields[index]->name,
		.old_text = import_shorten(run, texts[0].data, same),
		.new_text = import_shorten(run, texts[1].data, same),
	};
	return change.old_text && change.new_text ? add_change(changes, &change) : PMO_NO_MEMORY;
}

/* Of a list that was exported here a row without an id is a record to be. */
static enum pmo_result add_new(struct changes *changes, size_t row)
{
	struct import_run *run = changes->run;
	const struct pmo_record *record = pmo_draft_record(run->drafts[row]);
	const char *title = pmo_record_text(record, run->schema->title);
	struct pmo_import_change change = { .line = run->import->csv.records[row].line,
					    .id = record->id,
					    .field = "",
					    .old_text = "",
					    .new_text = title ? title : "" };
	return add_change(changes, &change);
}

static bool is_own_list(const struct import_run *run)
{
	for (size_t row = 1; row < run->import->csv.count; row++)
		if (run->is_own[row])
			return true;
	return false;
}

static enum pmo_result compare_record(struct changes *changes, size_t row,
				      struct pmo_buffer texts[2])
{
	const struct pmo_schema *schema = changes->run->schema;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < schema->field_count && result == PMO_OK; i++)
		if (!schema->fields[i]->derive && (int)i != schema->history)
			result = compare_field(changes, row, (int)i, texts);
	return result;
}

enum pmo_result import_note_changes(struct import_run *run)
{
	struct pmo_import *import = run->import;
	struct changes changes = { .run = run };
	struct pmo_buffer texts[2];
	enum pmo_result result = PMO_OK;
	bool own = is_own_list(run);
	import->changes = NULL;
	import->change_count = 0;
	pmo_buffer_init(&texts[0], PMO_BUFFER_LIMIT);
	pmo_buffer_init(&texts[1], PMO_BUFFER_LIMIT);
	for (size_t row = 1; row < import->csv.count && result == PMO_OK; row++) {
		if (!run->drafts[row] || (!run->records[row] && !own))
			continue;
		/* Only counted further on; ten thousand rows have to cost little. */
		if (import->change_count >= PMO_IMPORT_CHANGES_MAX)
			import->change_count++;
		else if (!run->records[row])
			result = add_new(&changes, row);
		else
			result = compare_record(&changes, row, texts);
	}
	pmo_buffer_release(&texts[0]);
	pmo_buffer_release(&texts[1]);
	return result;
}

enum { COLUMNS = 5 };

static enum pmo_result fill(const struct pmo_column columns[COLUMNS],
			    const struct pmo_import_change *changes, size_t count,
			    struct pmo_table *table)
{
	if (pmo_table_add_columns(table, columns, COLUMNS) != PMO_OK)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < count && i < PMO_IMPORT_CHANGES_MAX; i++) {
		const struct pmo_import_change *change = &changes[i];
		struct pmo_row *row = pmo_table_add_row(table);
		char *line = pmo_arena_format(table->arena, "%zu", change->line);
		if (!row || !line)
			return PMO_NO_MEMORY;
		row->cells[0].text = line;
		row->cells[1].text = change->id;
		row->cells[2].text = *change->field ? change->field : "(new)";
		row->cells[3].text = *change->old_text ? change->old_text : "-";
		row->cells[4].text = *change->new_text ? change->new_text : "-";
	}
	return PMO_OK;
}

enum pmo_result pmo_import_conflicts_table(const struct pmo_import *import, struct pmo_table *table)
{
	static const struct pmo_column columns[COLUMNS] = {
		{ .name = "row", .heading = "Row", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
		{ .name = "id", .heading = "ID" },
		{ .name = "field", .heading = "Field" },
		{ .name = "here", .heading = "Here", .shrink = PMO_SHRINK_WRAP },
		{ .name = "list", .heading = "In the list", .shrink = PMO_SHRINK_WRAP },
	};
	return fill(columns, import->conflicts, import->counts.both, table);
}

enum pmo_result pmo_import_changes_table(const struct pmo_import *import, struct pmo_table *table)
{
	static const struct pmo_column columns[COLUMNS] = {
		{ .name = "row", .heading = "Row", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
		{ .name = "id", .heading = "ID" },
		{ .name = "field", .heading = "Field" },
		{ .name = "now", .heading = "Now", .shrink = PMO_SHRINK_WRAP },
		{ .name = "becomes", .heading = "Becomes", .shrink = PMO_SHRINK_WRAP },
	};
	return fill(columns, import->changes, import->change_count, table);
}
