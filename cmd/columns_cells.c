/*
 * Cells of lists. People see what pmo_value_show says, programs what the files hold. A
 * value that cannot be read is shown as it is written, with a question mark, and is no
 * value for programs.
 */
#include "columns.h"

#include <string.h>

/* What is a text as it stands lives as long as the workspace; NULL: it has to be made. */
static const char *own_text(const struct pmo_value *value)
{
	bool is_text = value->kind == PMO_TEXT || value->kind == PMO_PROSE ||
		       value->kind == PMO_REF || value->kind == PMO_CHOICE;
	return value->presence == PMO_PRESENT && !value->is_list && is_text ? value->as.text : NULL;
}

static const char *shown(struct cli *cli, const struct pmo_field *field,
			 const struct pmo_value *value)
{
	struct pmo_buffer text;
	if (own_text(value))
		return own_text(value);
	pmo_buffer_init(&text, 1 << 24);
	pmo_value_show(field, value, &text);
	char *copy = text.failed ? NULL : pmo_arena_copy(&cli->arena, text.data, text.length);
	pmo_buffer_release(&text);
	return copy;
}

/* As files have it; the text for people when that is the same. */
static const char *formatted(struct cli *cli, const struct pmo_field *field,
			     const struct pmo_value *value, const char *shown_as)
{
	struct pmo_buffer text;
	const char *copy = shown_as;
	if (own_text(value))
		return own_text(value);
	pmo_buffer_init(&text, 1 << 24);
	pmo_value_format(field, value, &text);
	if (text.failed)
		copy = NULL;
	else if (!shown_as || strcmp(text.data, shown_as) != 0)
		copy = pmo_arena_copy(&cli->arena, text.data, text.length);
	pmo_buffer_release(&text);
	return copy;
}

static enum pmo_result fill_items(struct cli *cli, const struct pmo_field *field,
				  const struct pmo_value *value, struct pmo_cell *cell)
{
	const char **items = pmo_arena_array(&cli->arena, value->count + 1u, sizeof(*items));
	if (!items)
		return PMO_NO_MEMORY;
	for (uint32_t i = 0; i < value->count; i++) {
		items[i] = formatted(cli, field, &value->as.items[i], NULL);
		if (!items[i])
			return PMO_NO_MEMORY;
	}
	cell->items = items;
	cell->item_count = value->count;
	return PMO_OK;
}

static enum pmo_result fill(struct cli *cli, const struct pmo_field *field,
			    const struct pmo_value *value, struct pmo_cell *cell)
{
	if (value->presence == PMO_ABSENT) {
		cell->absent = true;
		cell->text = "";
		return PMO_OK;
	}
	cell->text = shown(cli, field, value);
	if (!cell->text)
		return PMO_NO_MEMORY;
	if (value->presence == PMO_BAD) {
		cell->absent = true;
		cell->text = pmo_arena_format(&cli->arena, "%s ?", cell->text);
		return cell->text ? PMO_OK : PMO_NO_MEMORY;
	}
	cell->raw = formatted(cli, field, value, cell->text);
	if (value->kind == PMO_YES_NO && !value->is_list)
		cell->raw = value->as.integer ? "true" : "false";
	if (!cell->raw)
		return PMO_NO_MEMORY;
	return value->is_list ? fill_items(cli, field, value, cell) : PMO_OK;
}

enum pmo_result columns_row(struct cli *cli, const struct list_columns *columns,
			    const struct pmo_record *record, struct pmo_table *table, size_t *bad)
{
	struct pmo_row *row = pmo_table_add_row(table);
	bool overdue = pmo_record_is_overdue(record);
	if (!row)
		return PMO_NO_MEMORY;
	row->style = overdue ? PMO_STYLE_BAD : PMO_STYLE_PLAIN;
	if (!pmo_record_is_open(record))
		row->style = PMO_STYLE_DIM;
	for (size_t i = 0; i < columns->count; i++) {
		struct pmo_field room;
		struct pmo_value value = column_value(columns, i, record);
		const struct pmo_field *field = column_field(columns, i, &value, &room);
		struct pmo_cell *cell = &row->cells[i];
		enum pmo_result result = fill(cli, field, &value, cell);
		if (result != PMO_OK)
			return result;
		*bad += value.presence == PMO_BAD;
		int index = columns->items[i].field;
		if (index >= 0 && index == record->schema->due && overdue) {
			cell->text = pmo_arena_format(&cli->arena, "%s !", cell->text);
		} else if (record->unreadable && index == record->schema->title) {
			cell->text = "(cannot be read)";
			cell->absent = true;
		}
		if (!cell->text)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}
