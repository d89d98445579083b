/*
 * Lists that were exported here and come back: their rows are found by our own ids, and what
 * is computed is not read. A heading may be that of a field and of what is computed from it
 * (`due`, and the due date as postponed); then the values tell which of them was exported.
 */
#include "exchange/import.h"

#include <pmo/text.h>

#include <string.h>

enum { ROWS_COMPARED = 200 };

struct own {
	struct pmo_import *import;
	struct pmo_arena *arena;
	struct map records; /* by id; filled when first needed */
	int id_column;
	bool has_records, failed;
};

static bool is_called(struct own *own, const struct pmo_field *field, const char *folded)
{
	char *name = import_fold_header(own->arena, field->name);
	char *label = import_fold_header(own->arena, field->label ? field->label : "");
	own->failed |= !name || !label;
	return name && label &&
	       (strcmp(name, folded) == 0 || (*label && strcmp(label, folded) == 0));
}

/* A column of our own ids, and of nothing else. */
static int find_ids(struct own *own, char *const *folded)
{
	const struct pmo_import *import = own->import;
	for (size_t i = 0; i < import->column_count; i++) {
		size_t ids = 0, others = 0;
		if (import->columns[i].is_fixed || strcmp(folded[i], "id") != 0)
			continue;
		for (size_t row = 1; row < import->csv.count && !others; row++) {
			const char *cell = import_cell(import, row, i);
			ids += import_is_id_of(import->schema, cell);
			others += *cell && !import_is_id_of(import->schema, cell);
		}
		if (ids && !others)
			return (int)i;
	}
	return -1;
}

static void read_records(struct own *own)
{
	struct pmo_records records;
	const struct pmo_import *import = own->import;
	own->has_records = true;
	map_init(&own->records, own->arena);
	own->failed |= pmo_workspace_records(import->workspace, import->project, import->schema,
					     &records) != PMO_OK;
	for (size_t i = 0; !own->failed && i < records.count; i++)
		if (!records.items[i].unreadable)
			own->failed |= map_put(&own->records, records.items[i].id,
					       (void *)&records.items[i]) != PMO_OK;
}

/* In how many rows the field of the record says what the cell says. */
static size_t count_same(struct own *own, size_t column, int field)
{
	const struct pmo_import *import = own->import;
	struct pmo_buffer text;
	size_t same = 0;
	if (!own->has_records)
		read_records(own);
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	for (size_t row = 1; row < import->csv.count && row <= ROWS_COMPARED; row++) {
		const char *id = import_cell(import, row, (size_t)own->id_column);
		const struct pmo_record *record =
			own->failed || !*id ? NULL : map_get(&own->records, id);
		if (!record)
			continue;
		struct pmo_value value = pmo_record_get(record, field);
		pmo_buffer_clear(&text);
		if (pmo_value_is_present(&value))
			pmo_value_format(import->schema->fields[field], &value, &text);
		same += strcmp(text.data, import_cell(import, row, column)) == 0;
	}
	own->failed |= text.failed;
	pmo_buffer_release(&text);
	return same;
}

/*
 * Why the column is not read although it is a field's: it is computed, say. NULL: it may be
 * read, or is no field's.
 */
static const char *why_not(struct own *own, size_t column, const char *folded)
{
	const struct pmo_import *import = own->import;
	int closed = -1, open = -1;
	const char *why = NULL;
	for (size_t i = 0; i < import->schema->field_count; i++) {
		const struct pmo_field *field = import->schema->fields[i];
		struct pmo_import_column probe = import->columns[column];
		const char *reason;
		if (!is_called(own, field, folded))
			continue;
		if (import_set_target(import, &probe, field->name, &reason)) {
			open = (int)i;
		} else {
			closed = (int)i;
			why = reason;
		}
	}
	if (closed < 0 || open < 0)
		return why;
	return count_same(own, column, closed) > count_same(own, column, open) ? why : NULL;
}

enum pmo_result import_guess_own(struct pmo_import *import, char *const *folded)
{
	struct own own = { .import = import, .arena = pmo_workspace_arena(import->workspace) };
	own.id_column = find_ids(&own, folded);
	if (own.id_column < 0)
		return PMO_OK;
	struct pmo_import_column *ids = &import->columns[own.id_column];
	ids->target = PMO_IMPORT_EXTERNAL;
	ids->why = "our own ids: finds its record";
	for (size_t i = 0; i < import->column_count; i++) {
		struct pmo_import_column *column = &import->columns[i];
		if (column->is_fixed || (int)i == own.id_column)
			continue;
		const char *why = why_not(&own, i, folded[i]);
		column->is_fixed = why != NULL;
		column->why = why;
	}
	return own.failed ? PMO_NO_MEMORY : PMO_OK;
}
