/*
 * A table as a sheet of a workbook: one line of JSON, as pmo-export-xlsx reads it (the form is
 * told in cmd/export-xlsx/book.h). What a column is follows from all of its values, so that a
 * view needs to say nothing: one text that is no date makes a column of texts.
 */
#include "out.h"

#include <pmo/date.h>
#include <pmo/moment.h>
#include <pmo/sink.h>
#include <pmo/text.h>

#include <string.h>

struct sheet_column {
	const char *type; /* in the words of the form */
	char separator;   /* between the items of a list */
};

/* What all values of a column are; each begins true and falls with the first that is not. */
struct seen {
	size_t values;
	bool decimal, two_places, signed_percent, date, moment;
};

static bool is_decimal(const char *text, size_t length)
{
	size_t digits = 0, points = 0;
	for (size_t i = length && *text == '-'; i < length; i++) {
		digits += pmo_ascii_is_digit(text[i]);
		points += text[i] == '.';
		if (!pmo_ascii_is_digit(text[i]) && text[i] != '.' && text[i] != ',')
			return false;
	}
	return digits && points <= 1;
}

static void look_at(struct seen *seen, const struct pmo_cell *cell, const char *raw)
{
	struct pmo_moment moment;
	int32_t date;
	size_t length = strlen(raw), shown = cell->text ? strlen(cell->text) : 0;
	bool has_sign = length && raw[length - 1] == '%';
	seen->values++;
	seen->decimal &= is_decimal(raw, length - has_sign);
	seen->two_places &= length > 3 && raw[length - 3] == '.';
	seen->signed_percent &= has_sign || (shown && cell->text[shown - 1] == '%');
	seen->date &= pmo_date_parse(raw, length, &date) == PMO_OK;
	seen->moment &= pmo_moment_parse(raw, length, &moment) == PMO_OK && !moment.zone;
}

static const char *type_of(const struct seen *seen, const struct pmo_column *column)
{
	if (!seen->values)
		return "text";
	if (seen->date)
		return "date";
	if (seen->moment)
		return "moment";
	if (seen->decimal && seen->signed_percent)
		return "percent";
	if (column->kind == PMO_CELL_NUMBER)
		return "number";
	if (column->align == PMO_RIGHT && seen->decimal)
		return seen->two_places ? "money" : "number";
	return "text";
}

/* Items that hold commas stand on lines of their own. */
static char separator_of(const struct pmo_table *table, size_t index)
{
	for (size_t r = 0; r < table->row_count; r++) {
		const struct pmo_row *row = &table->rows[r];
		const struct pmo_cell *cell = row->cells ? &row->cells[index] : NULL;
		for (size_t i = 0; cell && i < cell->item_count; i++)
			if (strpbrk(cell->items[i], ",;|/\n"))
				return '\n';
	}
	return ',';
}

static void classify(const struct pmo_table *table, size_t index, struct sheet_column *to)
{
	const struct pmo_column *column = &table->columns[index];
	struct seen seen = { 0, true, true, true, true, true };
	to->type = column->kind == PMO_CELL_BOOL ? "yes_no" : "text";
	to->separator = ',';
	if (column->kind == PMO_CELL_LIST)
		to->separator = separator_of(table, index);
	if (column->kind != PMO_CELL_STRING && column->kind != PMO_CELL_NUMBER)
		return;
	for (size_t r = 0; r < table->row_count; r++) {
		const struct pmo_row *row = &table->rows[r];
		const struct pmo_cell *cell = row->cells ? &row->cells[index] : NULL;
		if (row->kind != PMO_ROW_RECORD || out_cell_is_absent(cell))
			continue;
		const char *raw = cell->raw ? cell->raw : cell->text;
		if (raw && *raw)
			look_at(&seen, cell, raw);
	}
	to->type = type_of(&seen, column);
}

/* `86,400.00` and `45%` go out as the numbers that they are. */
static void sink_plain(struct pmo_sink *sink, const char *text)
{
	char plain[64];
	size_t to = 0, length = strlen(text);
	if (!is_decimal(text, length - (length && text[length - 1] == '%')) ||
	    length >= sizeof(plain)) {
		pmo_sink_string(sink, text);
		return;
	}
	for (size_t i = 0; i < length; i++)
		if (text[i] != ',' && text[i] != '%')
			plain[to++] = text[i];
	plain[to] = '\0';
	pmo_sink_string(sink, plain);
}

static void sink_list(struct pmo_sink *sink, struct pmo_buffer *scratch,
		      const struct pmo_cell *cell, char separator)
{
	pmo_buffer_truncate(scratch, 0);
	for (size_t i = 0; i < cell->item_count; i++) {
		if (i)
			pmo_buffer_add_text(scratch, separator == ',' ? ", " : "\n");
		pmo_buffer_add_text(scratch, cell->items[i]);
	}
	pmo_sink_string(sink, scratch->data);
}

static void sink_cell(struct pmo_sink *sink, struct pmo_buffer *scratch,
		      const struct pmo_cell *cell, const struct sheet_column *column)
{
	const char *raw = cell->raw ? cell->raw : cell->text;
	if (out_cell_is_absent(cell))
		pmo_sink_null(sink);
	else if (cell->item_count)
		sink_list(sink, scratch, cell, column->separator);
	else if (!raw)
		pmo_sink_null(sink);
	else if (strcmp(column->type, "text") == 0)
		pmo_sink_string(sink, raw);
	else
		sink_plain(sink, raw);
}

static void sink_row(struct pmo_sink *sink, struct pmo_buffer *scratch,
		     const struct pmo_table *table, const struct sheet_column *columns,
		     const struct pmo_row *row)
{
	static const char *const styles[] = { [PMO_STYLE_PLAIN] = "plain",
					      [PMO_STYLE_GOOD] = "good",
					      [PMO_STYLE_WARN] = "warn",
					      [PMO_STYLE_BAD] = "bad",
					      [PMO_STYLE_DIM] = "dim" };
	pmo_sink_begin_map(sink);
	pmo_sink_key(sink, "kind");
	pmo_sink_string(sink, row->kind == PMO_ROW_FOOTER ? "footer" : "record");
	pmo_sink_key(sink, "style");
	pmo_sink_string(sink, styles[row->style]);
	pmo_sink_key(sink, "indent");
	pmo_sink_integer(sink, row->depth);
	pmo_sink_key(sink, "cells");
	pmo_sink_begin_list(sink);
	for (size_t i = 0; i < table->column_count; i++)
		sink_cell(sink, scratch, &row->cells[i], &columns[i]);
}

/* The heading that a row stands under becomes a cell, by which one can filter. */
static void sink_rows(struct pmo_sink *sink, struct pmo_buffer *scratch,
		      const struct pmo_table *table, const struct sheet_column *columns,
		      bool has_groups)
{
	const char *group = NULL;
	pmo_sink_key(sink, "rows");
	pmo_sink_begin_list(sink);
	for (size_t r = 0; r < table->row_count; r++) {
		const struct pmo_row *row = &table->rows[r];
		if (row->kind == PMO_ROW_GROUP) {
			group = row->title;
			continue;
		}
		sink_row(sink, scratch, table, columns, row);
		if (has_groups)
			pmo_sink_string(sink, row->kind == PMO_ROW_RECORD ? group : NULL);
		pmo_sink_end(sink);
		pmo_sink_end(sink);
	}
	pmo_sink_end(sink);
}

static void sink_column(struct pmo_sink *sink, const char *heading, const char *type, bool wrap,
			bool is_hidden)
{
	pmo_sink_begin_map(sink);
	pmo_sink_key(sink, "heading");
	pmo_sink_string(sink, heading);
	pmo_sink_key(sink, "type");
	pmo_sink_string(sink, type);
	pmo_sink_key(sink, "wrap");
	pmo_sink_bool(sink, wrap);
	if (is_hidden) {
		pmo_sink_key(sink, "hidden");
		pmo_sink_bool(sink, true);
	}
	pmo_sink_end(sink);
}

/*
 * "CAD upgrade: risks" is on a sheet of risks; of a title that ends in many words it is the
 * part before them.
 */
static void sink_sheet_name(struct pmo_sink *sink, const struct pmo_table *table)
{
	enum { NAME_MAX_LENGTH = 31 };
	const char *title = table->title ? table->title : "", *end = title + strlen(title);
	const char *start = title, *before = title;
	for (const char *next = strstr(title, ": "); next; next = strstr(next + 2, ": ")) {
		before = start;
		start = next + 2;
	}
	if (end - start > NAME_MAX_LENGTH && start != before) {
		end = start - 2;
		start = before;
	}
	pmo_sink_bytes(sink, start, (size_t)(end - start));
}

static bool has_group_rows(const struct pmo_table *table)
{
	for (size_t r = 0; r < table->row_count; r++)
		if (table->rows[r].kind == PMO_ROW_GROUP)
			return true;
	return false;
}

enum pmo_result out_sheet(const struct pmo_table *table, struct pmo_buffer *out)
{
	struct pmo_sink sink;
	struct pmo_buffer scratch;
	bool has_groups = has_group_rows(table);
	struct sheet_column *columns =
		pmo_arena_array(table->arena, table->column_count + 1, sizeof(*columns));
	if (!columns)
		return PMO_NO_MEMORY;
	pmo_buffer_init(&scratch, out->limit);
	pmo_sink_init(&sink, out, PMO_SINK_JSON_COMPACT);
	pmo_sink_begin_map(&sink);
	pmo_sink_key(&sink, "title");
	pmo_sink_string(&sink, table->title);
	pmo_sink_key(&sink, "sheet");
	sink_sheet_name(&sink, table);
	pmo_sink_key(&sink, "indent_column");
	pmo_sink_integer(&sink, (long long)table->tree_column);
	pmo_sink_key(&sink, "columns");
	pmo_sink_begin_list(&sink);
	for (size_t i = 0; i < table->column_count; i++) {
		const struct pmo_column *column = &table->columns[i];
		classify(table, i, &columns[i]);
		sink_column(&sink, out_heading(column), columns[i].type,
			    column->shrink == PMO_SHRINK_WRAP || columns[i].separator == '\n',
			    column->is_hidden);
	}
	if (has_groups)
		sink_column(&sink, "Group", "text", false, false);
	pmo_sink_end(&sink);
	sink_rows(&sink, &scratch, table, columns, has_groups);
	pmo_sink_end(&sink);
	enum pmo_result result = pmo_sink_finish(&sink), finished = out_finish(out, &scratch);
	return result == PMO_OK ? finished : result;
}
