/*
 * A new record of a row: its values are collected and its text is written at once, so
 * that a row costs what it is long, however many columns it has.
 */
#include "exchange/import.h"

#include "record/types.h"
#include "store/draft.h"
#include "ydoc/edit.h"

#include <pmo/text.h>

#include <string.h>

enum pmo_result import_begin_rows(struct import_run *run)
{
	/* One block stays from row to row. */
	pmo_arena_init(&run->row_memory);
	void *first = pmo_arena_alloc(&run->row_memory, 1);
	run->row_start = pmo_arena_mark(&run->row_memory);
	return first ? PMO_OK : PMO_NO_MEMORY;
}

void import_begin_row(struct import_run *run, size_t row)
{
	pmo_arena_rewind(&run->row_memory, run->row_start);
	run->scratch = run->records[row] ? run->arena : &run->row_memory;
	run->context.arena = run->scratch;
}

void import_end_rows(struct import_run *run)
{
	pmo_arena_release(&run->row_memory);
	run->context.arena = run->scratch = run->arena;
}

void import_fresh_begin(struct import_run *run)
{
	memset(run->fresh, 0, run->schema->field_count * sizeof(struct ydoc_value *));
	run->fresh_keys = NULL;
}

/* Whether a list that is being collected has this text already. */
static bool has_text(const struct ydoc_value *list, const char *text)
{
	for (const struct ydoc_value *item = list ? list->first : NULL; item; item = item->next)
		if (item->kind == YDOC_SCALAR && strcmp(item->text, text) == 0)
			return true;
	return false;
}

static enum pmo_result add_item(struct import_run *run, int index, struct ydoc_value *item)
{
	const struct pmo_field *field = run->schema->fields[index];
	if (!item)
		return PMO_NO_MEMORY;
	if (!run->fresh[index]) {
		struct ydoc_value *list = ydoc_value_list(run->scratch);
		if (!list)
			return PMO_NO_MEMORY;
		/* As lists look that grow one by one: short ones on the line of their key. */
		list->flow = item->kind == YDOC_SCALAR && item->form != YDOC_LINE &&
			     field->kind != PMO_PROSE && !(field->flags & PMO_WIDE);
		run->fresh[index] = list;
	}
	if (item->kind == YDOC_SCALAR && has_text(run->fresh[index], item->text))
		return PMO_OK;
	return ydoc_value_add(run->fresh[index], NULL, item);
}

enum pmo_result import_fresh_add(struct import_run *run, int index, const struct pmo_value *value)
{
	struct pmo_field one = *run->schema->fields[index];
	one.flags &= ~(unsigned)PMO_LIST;
	struct ydoc_value *item = value_write(&one, value, run->scratch);
	if (run->schema->fields[index]->flags & PMO_LIST)
		return add_item(run, index, item);
	run->fresh[index] = item;
	return item ? PMO_OK : PMO_NO_MEMORY;
}

enum pmo_result import_fresh_set(struct import_run *run, int index, const char *text)
{
	struct pmo_value value;
	struct pmo_field one = *run->schema->fields[index];
	one.flags &= ~(unsigned)PMO_LIST;
	if (value_input(&one, text, &run->context, &value) != PMO_OK)
		return PMO_INVALID;
	return import_fresh_add(run, index, &value);
}

enum pmo_result import_fresh_note(struct import_run *run, const char *line)
{
	int32_t date;
	char today[PMO_DATE_SIZE];
	const char *me = run->context.me;
	if (strlen(line) < 10 || pmo_date_parse(line, 10, &date) != PMO_OK) {
		pmo_date_format(run->context.dates.today, today);
		line = pmo_arena_format(run->scratch, "%s%s%s: %s", today, me ? " " : "",
					me ? me : "", line);
	}
	return line ? add_item(run, run->schema->notes,
			       ydoc_value_scalar(run->scratch, YDOC_LINE, line))
		    : PMO_NO_MEMORY;
}

enum pmo_result import_fresh_key(struct import_run *run, const char *key, const char *text)
{
	if (!run->fresh_keys)
		run->fresh_keys = ydoc_value_map(run->scratch);
	struct ydoc_value *value = ydoc_value_scalar(run->scratch, YDOC_TEXT, text);
	return run->fresh_keys && value ? ydoc_value_add(run->fresh_keys, key, value)
					: PMO_NO_MEMORY;
}

static struct ydoc_value *whole(struct import_run *run)
{
	struct ydoc_value *map = ydoc_value_map(run->scratch);
	for (size_t i = 0; map && i < run->schema->field_count; i++)
		if (run->fresh[i] &&
		    ydoc_value_add(map, run->schema->fields[i]->name, run->fresh[i]) != PMO_OK)
			return NULL;
	struct ydoc_value *next, *key = run->fresh_keys ? run->fresh_keys->first : NULL;
	for (; map && key; key = next) {
		next = key->next;
		if (ydoc_value_add(map, key->key, key) != PMO_OK)
			return NULL;
	}
	return map;
}

enum pmo_result import_fresh_finish(struct import_run *run, size_t row)
{
	struct pmo_draft *draft = run->drafts[row];
	struct ydoc_value *map = whole(run), *text_of = map;
	struct pmo_buffer text;
	if (map && draft->prefix_depth) {
		text_of = ydoc_value_map(run->scratch);
		if (!text_of || ydoc_value_add(text_of, draft->now.id, map) != PMO_OK)
			return PMO_NO_MEMORY;
	}
	if (!map)
		return PMO_NO_MEMORY;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	enum pmo_result result = ydoc_write_map(text_of, "\n", &text);
	if (result == PMO_OK)
		result = pmo_draft_replace(draft, text.data, text.length);
	pmo_buffer_release(&text);
	if (result == PMO_OK && !ydoc_value_equals(map, draft->now.node)) {
		import_report(run, row, -1, "this row cannot be written safely");
		return PMO_UNSUPPORTED;
	}
	return result;
}
