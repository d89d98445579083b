/*
 * Writing one row into its record. Only what differs is touched, so a record that is as
 * the file has it gets no draft and its file stays as it is.
 */
#include "exchange/import.h"

#include "record/types.h"
#include "store/draft.h"
#include "ydoc/ydoc.h"

#include <pmo/text.h>

#include <string.h>

static bool is_new(const struct import_run *run, size_t row)
{
	return !run->records[row];
}

const struct pmo_record *import_record_of(const struct import_run *run, size_t row)
{
	return run->drafts[row] ? pmo_draft_record(run->drafts[row]) : run->records[row];
}

enum pmo_result import_need_draft(struct import_run *run, size_t row, struct pmo_draft **draft)
{
	enum pmo_result result = PMO_OK;
	if (!run->drafts[row])
		result = pmo_update_edit(run->update, run->records[row], &run->drafts[row]);
	*draft = run->drafts[row];
	return result;
}

/*
 * Spreadsheets keep 99.90 as 99.9, and cells of texts are read without the blanks and line
 * ends around them: neither is a change.
 */
static bool is_alike(struct import_run *run, const struct pmo_field *field,
		     const struct pmo_value *value, const char *there, const char *text)
{
	struct pmo_value typed;
	if (field->kind == PMO_NUMBER || field->kind == PMO_PERCENT)
		return value_input(field, text, &run->context, &typed) == PMO_OK &&
		       pmo_value_compare(&typed, value) == 0;
	if (field->kind != PMO_TEXT && field->kind != PMO_PROSE)
		return false;
	const char *trimmed = import_tidy(run->scratch, there, field->kind != PMO_PROSE);
	run->failed |= !trimmed;
	return trimmed && strcmp(trimmed, text) == 0;
}

/* The value as its field would write it, against what stands there. */
static bool is_there(struct import_run *run, const struct pmo_record *record, int index,
		     const char *text)
{
	const struct pmo_field *field = run->schema->fields[index];
	struct pmo_value value = pmo_record_get(record, index);
	struct pmo_buffer there;
	bool same = false;
	if (!pmo_value_is_present(&value))
		return false;
	struct pmo_field one = *field;
	one.flags &= ~(unsigned)PMO_LIST;
	uint32_t count = value.is_list ? value.count : 1;
	pmo_buffer_init(&there, PMO_BUFFER_LIMIT);
	for (uint32_t i = 0; i < count && !same; i++) {
		pmo_buffer_clear(&there);
		const struct pmo_value *item = value.is_list ? &value.as.items[i] : &value;
		pmo_value_format(&one, item, &there);
		same = strcmp(there.data, text) == 0 || is_alike(run, &one, item, there.data, text);
		run->failed |= there.failed;
	}
	pmo_buffer_release(&there);
	return same;
}

/* What the store says of a cell's text is told at the cell. */
static enum pmo_result tell_at_cell(struct import_run *run, size_t row, int column,
				    const struct pmo_diags *before)
{
	struct pmo_diags *diags = pmo_workspace_diags(run->import->workspace);
	const struct pmo_diag *told = before->last ? before->last->next : diags->first;
	const char *message = told ? told->message : "it cannot be written";
	*diags = *before;
	if (diags->last)
		diags->last->next = NULL;
	else
		diags->first = NULL;
	import_report(run, row, column, "%s", message);
	return PMO_OK;
}

static bool is_of_system(enum pmo_result result)
{
	return result == PMO_NO_MEMORY || result == PMO_IO || result == PMO_CONFLICT ||
	       result == PMO_LOCKED;
}

/* However long a list in one row is, the work it makes stays bounded. */
static bool may_add(struct import_run *run, size_t row)
{
	size_t most = is_new(run, row) ? IMPORT_NEW_ITEMS_MAX : IMPORT_MORE_ITEMS_MAX;
	if (++run->items == most + 1)
		import_report(run, row, -1,
			      "more than %zu list items and notes; the rest is left out", most);
	return run->items <= most;
}

static enum pmo_result assign_new(struct import_run *run, size_t row, int column, int field,
				  const char *text)
{
	if (run->schema->fields[field]->flags & PMO_LIST && !may_add(run, row))
		return PMO_OK;
	enum pmo_result result = import_fresh_set(run, field, text);
	if (result == PMO_INVALID) {
		import_report(run, row, column, "%s: '%.60s' cannot be written",
			      run->schema->fields[field]->name, text);
		result = PMO_OK;
	}
	return result;
}

static enum pmo_result assign(struct import_run *run, size_t row, int column, int field,
			      const char *text)
{
	struct pmo_draft *draft;
	bool list = run->schema->fields[field]->flags & PMO_LIST;
	if (is_there(run, import_record_of(run, row), field, text))
		return PMO_OK;
	if (list && !may_add(run, row))
		return PMO_OK;
	enum pmo_result result = import_need_draft(run, row, &draft);
	if (result != PMO_OK)
		return result;
	struct pmo_diags before = *pmo_workspace_diags(run->import->workspace);
	result = list ? pmo_draft_append(draft, field, text) : pmo_draft_set(draft, field, text);
	if (result == PMO_OK || is_of_system(result))
		return result;
	return tell_at_cell(run, row, column, &before);
}

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), tail = strlen(end);
	return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* A remark once, whatever day it was first brought in. */
static enum pmo_result add_note(struct import_run *run, size_t row, const char *line,
				const char *remark)
{
	struct pmo_draft *draft;
	int notes = run->schema->notes;
	if (is_new(run, row))
		return may_add(run, row) ? import_fresh_note(run, line) : PMO_OK;
	struct pmo_value value = pmo_record_get(import_record_of(run, row), notes);
	for (uint32_t i = 0; value.presence == PMO_PRESENT && value.is_list && i < value.count;
	     i++) {
		const struct pmo_value *item = &value.as.items[i];
		if (item->presence == PMO_PRESENT && ends_with(item->as.text, remark))
			return PMO_OK;
	}
	if (!may_add(run, row))
		return PMO_OK;
	enum pmo_result result = import_need_draft(run, row, &draft);
	return result == PMO_OK ? pmo_draft_append(draft, notes, line) : result;
}

/* `2026-11-20 import: owner Jane Miller` */
enum pmo_result import_add_remark(struct import_run *run, size_t row, const char *field,
				  const char *text)
{
	char date[PMO_DATE_SIZE];
	pmo_date_format(run->context.dates.today, date);
	char *remark = pmo_arena_format(run->scratch, "import: %s %s", field, text);
	char *line = remark ? pmo_arena_format(run->scratch, "%s %s", date, remark) : NULL;
	return line ? add_note(run, row, line, remark) : PMO_NO_MEMORY;
}

static enum pmo_result tell_unknown(struct import_run *run, const char *name)
{
	if (map_get(&run->unknown, name))
		return PMO_OK;
	struct pmo_import *import = run->import;
	name = pmo_arena_string(run->arena, name);
	const char **names =
		pmo_arena_grow(run->arena, run->unknown_names, import->counts.unknown_people,
			       &run->unknown_capacity, sizeof(*names));
	if (!name || !names || map_put(&run->unknown, name, run) != PMO_OK)
		return PMO_NO_MEMORY;
	names[import->counts.unknown_people++] = name;
	import->people = run->unknown_names = names;
	return PMO_OK;
}

/* The value as its field writes it, which is what is compared with what stands there. */
static enum pmo_result assign_value(struct import_run *run, size_t row, size_t column,
				    const struct pmo_value *value)
{
	int index = run->import->columns[column].field;
	struct pmo_field one = *run->schema->fields[index];
	struct pmo_buffer text;
	one.flags &= ~(unsigned)PMO_LIST;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_value_format(&one, value, &text);
	enum pmo_result result = PMO_NO_MEMORY;
	const char *copy =
		text.failed ? NULL : pmo_arena_copy(run->scratch, text.data, text.length);
	if (copy)
		result = assign(run, row, (int)column, index, copy);
	pmo_buffer_release(&text);
	return result;
}

static enum pmo_result write_item(struct import_run *run, size_t row, size_t column,
				  const char *text)
{
	const struct pmo_import_column *own = &run->import->columns[column];
	struct pmo_value value;
	enum pmo_result result = import_value(run, row, column, text, &value);
	if (result == PMO_OK && value.presence == PMO_ABSENT)
		return PMO_OK;
	if (result == PMO_OK && !is_new(run, row))
		return assign_value(run, row, column, &value);
	bool is_list = run->schema->fields[own->field]->flags & PMO_LIST;
	if (result == PMO_OK)
		return is_list && !may_add(run, row) ? PMO_OK
						     : import_fresh_add(run, own->field, &value);
	if (result == PMO_INVALID)
		return PMO_OK;
	if (result == PMO_NOT_FOUND)
		result = tell_unknown(run, text);
	return result == PMO_OK
		       ? import_add_remark(run, row, run->schema->fields[own->field]->name, text)
		       : result;
}

static bool is_first_of_field(const struct pmo_import *import, size_t column)
{
	return import_find_column(import, PMO_IMPORT_FIELD, import->columns[column].field) ==
	       (int)column;
}

static enum pmo_result write_items(struct import_run *run, size_t row, size_t column,
				   const char *text)
{
	char split = run->import->columns[column].split;
	enum pmo_result result = PMO_OK;
	while (*text && result == PMO_OK && run->items <= IMPORT_NEW_ITEMS_MAX) {
		const char *end = split ? strchr(text, split) : NULL;
		size_t length = end ? (size_t)(end - text) : strlen(text);
		char *copy = pmo_arena_copy(run->scratch, text, length);
		char *item = copy ? import_trim(run->scratch, copy) : NULL;
		if (!item)
			return PMO_NO_MEMORY;
		if (*item)
			result = write_item(run, row, column, item);
		text += length + (end != NULL);
	}
	return result;
}

/* How the list that is there compares with a cell: each of its items in it, or some not. */
static bool has_gone_items(struct import_run *run, size_t row, size_t column, const char *text,
			   bool *is_same)
{
	const struct pmo_field *field = run->schema->fields[run->import->columns[column].field];
	struct pmo_value value =
		pmo_record_get(run->records[row], run->import->columns[column].field);
	struct pmo_field one = *field;
	struct pmo_buffer whole, item;
	bool gone = false;
	one.flags &= ~(unsigned)PMO_LIST;
	pmo_buffer_init(&whole, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&item, PMO_BUFFER_LIMIT);
	for (uint32_t i = 0; value.presence == PMO_PRESENT && value.is_list && i < value.count;
	     i++) {
		pmo_buffer_clear(&item);
		pmo_value_format(&one, &value.as.items[i], &item);
		pmo_buffer_add_format(&whole, "%s%s", i ? ", " : "", item.data);
		gone |= !strstr(text, item.data);
	}
	run->failed |= whole.failed || item.failed;
	/* As it was exported, be it that its items have commas of their own. */
	*is_same = value.presence == PMO_PRESENT && strcmp(whole.data, text) == 0;
	pmo_buffer_release(&whole);
	pmo_buffer_release(&item);
	return gone;
}

static enum pmo_result write_list(struct import_run *run, size_t row, size_t column,
				  const char *text)
{
	struct pmo_draft *draft;
	bool is_same = false;
	bool gone = run->is_own[row] && has_gone_items(run, row, column, text, &is_same);
	enum pmo_result result = PMO_OK;
	if (is_same)
		return PMO_OK;
	run->import->counts.emptied += gone;
	if (gone && run->import->options.clear) {
		result = import_need_draft(run, row, &draft);
		if (result == PMO_OK)
			result = pmo_draft_set(draft, run->import->columns[column].field, NULL);
	}
	return result == PMO_OK ? write_items(run, row, column, text) : result;
}

/* An empty cell of a record that has a value there: it is kept, unless that was said. */
static enum pmo_result write_empty(struct import_run *run, size_t row, size_t column)
{
	const struct pmo_import_column *own = &run->import->columns[column];
	struct pmo_draft *draft;
	if (own->target != PMO_IMPORT_FIELD || is_new(run, row) ||
	    own->field == run->schema->status || own->field == run->schema->title ||
	    !is_first_of_field(run->import, column))
		return PMO_OK;
	struct pmo_value value = pmo_record_get(import_record_of(run, row), own->field);
	bool has_any = value.presence == PMO_PRESENT && (!value.is_list || value.count);
	if (!has_any || (!run->is_own[row] && !run->import->options.clear))
		return PMO_OK;
	run->import->counts.emptied++;
	if (!run->import->options.clear)
		return PMO_OK;
	enum pmo_result result = import_need_draft(run, row, &draft);
	if (result != PMO_OK)
		return result;
	struct pmo_diags before = *pmo_workspace_diags(run->import->workspace);
	result = pmo_draft_set(draft, own->field, NULL);
	return result == PMO_OK || is_of_system(result)
		       ? result
		       : tell_at_cell(run, row, (int)column, &before);
}

static enum pmo_result write_external(struct import_run *run, size_t row, size_t column,
				      const char *text)
{
	int field = pmo_schema_field(run->schema, "external");
	const struct pmo_record *record = run->records[row];
	if (field < 0 || (record && strcmp(record->id, text) == 0))
		return PMO_OK;
	return is_new(run, row) ? assign_new(run, row, (int)column, field, text)
				: assign(run, row, (int)column, field, text);
}

/* A key that the register does not know, as it came. */
static enum pmo_result write_key(struct import_run *run, size_t row, size_t column,
				 const char *text)
{
	const char *key = run->import->columns[column].key;
	struct pmo_draft *draft;
	if (key && is_new(run, row))
		return import_fresh_key(run, key, text);
	const struct ydoc_node *node = key ? ydoc_get(import_record_of(run, row)->node, key) : NULL;
	if (!key || (node && node->kind == YDOC_SCALAR && strcmp(node->text, text) == 0))
		return key ? PMO_OK : PMO_NO_MEMORY;
	enum pmo_result result = import_need_draft(run, row, &draft);
	if (result != PMO_OK)
		return result;
	struct draft_path path = draft_field_path(draft, key);
	return draft_apply(draft, YDOC_SET, &path, 0,
			   ydoc_value_scalar(run->scratch, YDOC_TEXT, text));
}

static char *one_line(struct import_run *run, const char *text)
{
	char *line = pmo_arena_string(run->scratch, text);
	size_t to = 0;
	for (const char *c = line; c && *c; c++) {
		if (!pmo_ascii_is_space(*c))
			line[to++] = *c;
		else if (to && line[to - 1] != ' ')
			line[to++] = ' ';
	}
	if (line)
		line[to] = '\0';
	return line;
}

static enum pmo_result write_field(struct import_run *run, size_t row, size_t column,
				   const char *text)
{
	int index = run->import->columns[column].field;
	const struct pmo_field *field = run->schema->fields[index];
	if (index == run->schema->status)
		return import_write_state(run, row, column, text);
	if (field->flags & PMO_LIST)
		return write_list(run, row, column, text);
	/* Joined texts are written with their first column. */
	if (!is_first_of_field(run->import, column))
		return PMO_OK;
	return write_item(run, row, column, text);
}

static enum pmo_result write_cell(struct import_run *run, size_t row, size_t column)
{
	const struct pmo_import_column *own = &run->import->columns[column];
	if (own->target == PMO_IMPORT_IGNORE || own->target == PMO_IMPORT_HANDLE ||
	    own->target == PMO_IMPORT_REV)
		return PMO_OK;
	const char *text = import_row_text(run, row, column);
	bool is_taken = true;
	if (!text)
		return PMO_NO_MEMORY;
	enum pmo_result result = import_judge_cell(run, row, column, text, &is_taken);
	if (result != PMO_OK || !is_taken)
		return result;
	if (!*text)
		return write_empty(run, row, column);
	if (own->target == PMO_IMPORT_EXTERNAL)
		return write_external(run, row, column, text);
	if (own->target == PMO_IMPORT_KEEP)
		return write_key(run, row, column, text);
	if (own->target == PMO_IMPORT_FIELD)
		return write_field(run, row, column, text);
	char *line = one_line(run, text);
	return line ? add_note(run, row, line, line) : PMO_NO_MEMORY;
}

enum pmo_result import_write_row(struct import_run *run, size_t row)
{
	enum pmo_result result = PMO_OK;
	/* A wrong entry stays one, whatever the other system thinks of it. */
	if (run->records[row] && pmo_record_is_void(run->records[row]))
		return PMO_OK;
	run->items = 0;
	import_begin_row(run, row);
	import_fresh_begin(run);
	for (size_t i = 0; i < run->import->column_count && result == PMO_OK; i++)
		result = write_cell(run, row, i);
	return result == PMO_OK && is_new(run, row) ? import_fresh_finish(run, row) : result;
}
