/*
 * The cells of a sheet. Only what has a text counts: a sheet whose last row is the millionth,
 * as they come from programs that style whole columns, costs what is in it.
 */
#include "exchange/xlsx.h"
#include "exchange/xml.h"

#include <pmo/text.h>

#include <string.h>

enum { ROWS_MAX = 1048576, COLUMNS_MAX = PMO_CSV_COLUMNS_MAX };

struct sheet_reader {
	struct xlsx_book *book;
	struct xlsx_rows *rows;
	const char **cells; /* of the row in hand */
	size_t cell_count, cell_capacity;
	size_t row, column; /* of the cell in hand; row from 1, column from 0 */
	char type[16];      /* its t, "" for a number */
	size_t style;
	bool has_formula, takes, is_reading;
	bool failed; /* memory ended somewhere */
	struct pmo_buffer value, text;
};

void pmo_xlsx_cell_name(size_t row, size_t column, char out[PMO_XLSX_CELL_SIZE])
{
	char letters[16];
	size_t count = 0, to = 0;
	for (column++; column && count < sizeof(letters); column = (column - 1) / 26)
		letters[count++] = (char)('A' + (column - 1) % 26);
	while (count)
		out[to++] = letters[--count];
	char digits[24];
	do
		digits[count++] = (char)('0' + row % 10);
	while ((row /= 10) && count < 12);
	while (count)
		out[to++] = digits[--count];
	out[to] = '\0';
}

/* `F12`; false: it is none, and the cell comes after the one before. */
static bool read_place(const char *text, size_t *row, size_t *column)
{
	size_t own_column = 0;
	const char *at = text;
	for (; at && pmo_ascii_is_alpha(*at) && own_column <= COLUMNS_MAX; at++)
		own_column = own_column * 26 + (size_t)(pmo_ascii_to_lower(*at) - 'a') + 1;
	long own_row = at ? xlsx_number_of(at) : -1;
	if (!own_column || own_row < 1)
		return false;
	*row = (size_t)own_row;
	*column = own_column - 1;
	return true;
}

static enum pmo_result refuse(struct sheet_reader *reader, const char *why)
{
	reader->rows->why = why;
	return PMO_INVALID;
}

static enum pmo_result begin_cell(struct sheet_reader *reader, const char **attributes)
{
	const char *type = xml_attribute(attributes, "t");
	long style = xlsx_number_of(xml_attribute(attributes, "s"));
	size_t row = reader->row, column = reader->cell_count;
	if (read_place(xml_attribute(attributes, "r"), &row, &column) && row != reader->row)
		return refuse(reader, "a cell stands in a row that it is not of");
	if (column >= COLUMNS_MAX)
		return refuse(reader, "more than 10,000 columns");
	reader->column = column;
	reader->style = style < 0 ? 0 : (size_t)style;
	reader->has_formula = false;
	reader->type[0] = '\0';
	if (type && strlen(type) < sizeof(reader->type))
		memcpy(reader->type, type, strlen(type) + 1);
	pmo_buffer_truncate(&reader->value, 0);
	return PMO_OK;
}

static enum pmo_result begin_row(struct sheet_reader *reader, const char **attributes)
{
	long row = xlsx_number_of(xml_attribute(attributes, "r"));
	if (row >= 1 && (size_t)row <= reader->row)
		return refuse(reader, "its rows are not in order");
	reader->row = row < 1 ? reader->row + 1 : (size_t)row;
	reader->cell_count = 0;
	return reader->row > ROWS_MAX ? refuse(reader, "more than 1,048,576 rows") : PMO_OK;
}

static enum pmo_result begin(void *context, const char *name, const char **attributes)
{
	struct sheet_reader *reader = context;
	if (strcmp(name, "row") == 0)
		return begin_row(reader, attributes);
	if (strcmp(name, "c") == 0)
		return reader->row ? begin_cell(reader, attributes)
				   : refuse(reader, "a cell stands in no row");
	if (strcmp(name, "f") == 0)
		reader->has_formula = true;
	if (strcmp(name, "rPh") == 0)
		reader->is_reading = true;
	reader->takes = (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) && !reader->is_reading;
	return PMO_OK;
}

static enum pmo_result take(void *context, const char *bytes, size_t length)
{
	struct sheet_reader *reader = context;
	if (!reader->takes)
		return PMO_OK;
	if (reader->value.length + length > XLSX_TEXT_MAX / 2)
		return refuse(reader, "a cell is longer than cells can be");
	pmo_buffer_add(&reader->value, bytes, length);
	return reader->value.failed ? PMO_NO_MEMORY : PMO_OK;
}

static void note_cell(const struct sheet_reader *reader, size_t *count,
		      char first[PMO_XLSX_CELL_SIZE])
{
	if (!(*count)++)
		pmo_xlsx_cell_name(reader->row, reader->column, first);
}

/* `2026-11-20T00:00:00` of strict workbooks. */
static void add_iso(struct pmo_buffer *out, const char *text)
{
	size_t length = strlen(text);
	if (length > 10 && text[10] == 'T' && strncmp(text + 11, "00:00:00", 8) == 0)
		length = 10;
	for (size_t i = 0; i < length && i < 16; i++)
		pmo_buffer_add_char(out, text[i] == 'T' ? ' ' : text[i]);
}

/* The text of the cell in hand; NULL: it has none. */
static const char *cell_text(struct sheet_reader *reader)
{
	const struct xlsx_book *book = reader->book;
	const char *type = reader->type, *value = reader->value.data;
	bool styled = reader->style < book->styles.count;
	if (!*value) {
		if (reader->has_formula && strcmp(type, "str") != 0)
			note_cell(reader, &reader->rows->without_value,
				  reader->rows->first_without);
		return NULL;
	}
	if (strcmp(type, "s") == 0) {
		long index = xlsx_number_of(value);
		bool there = index >= 0 && (size_t)index < book->strings.count;
		return there && *book->strings.items[index] ? book->strings.items[index] : NULL;
	}
	pmo_buffer_truncate(&reader->text, 0);
	if (strcmp(type, "e") == 0)
		note_cell(reader, &reader->rows->errors, reader->rows->first_error);
	else if (strcmp(type, "b") == 0)
		pmo_buffer_add_text(&reader->text, *value == '1' || *value == 't' ? "yes" : "no");
	else if (strcmp(type, "d") == 0)
		add_iso(&reader->text, value);
	else if (strcmp(type, "str") == 0 || strcmp(type, "inlineStr") == 0)
		xlsx_add_text(&reader->text, value, reader->value.length);
	else
		xlsx_add_number(&reader->text, value,
				styled ? (enum xlsx_kind)book->styles.kinds[reader->style]
				       : XLSX_NUMBER,
				book->is_1904);
	if (!reader->text.length)
		return NULL;
	const char *text = pmo_arena_copy(book->arena, reader->text.data, reader->text.length);
	reader->failed |= !text || reader->text.failed;
	return text;
}

static enum pmo_result end_cell(struct sheet_reader *reader)
{
	static const char nothing[] = "";
	const char *text = cell_text(reader);
	if (reader->failed)
		return PMO_NO_MEMORY;
	while (reader->cell_count <= reader->column) {
		const char **cells =
			pmo_arena_grow(reader->book->arena, reader->cells, reader->cell_count,
				       &reader->cell_capacity, sizeof(*cells));
		if (!cells)
			return PMO_NO_MEMORY;
		reader->cells = cells;
		cells[reader->cell_count++] = nothing;
	}
	if (text)
		reader->cells[reader->column] = text;
	return PMO_OK;
}

static enum pmo_result end_row(struct sheet_reader *reader)
{
	struct xlsx_rows *rows = reader->rows;
	size_t count = reader->cell_count;
	while (count && !*reader->cells[count - 1])
		count--;
	if (!count)
		return PMO_OK;
	rows->cells += count;
	if (rows->cells > XLSX_CELLS_MAX || rows->count == PMO_CSV_RECORDS_MAX)
		return refuse(reader, "more cells than can be read; split the sheet");
	struct pmo_csv_record *items = pmo_arena_grow(reader->book->arena, rows->items, rows->count,
						      &rows->capacity, sizeof(*items));
	const char **cells = pmo_arena_array(reader->book->arena, count, sizeof(*cells));
	if (!items || !cells)
		return PMO_NO_MEMORY;
	memcpy(cells, reader->cells, count * sizeof(*cells));
	rows->items = items;
	items[rows->count++] =
		(struct pmo_csv_record){ .cells = cells, .count = count, .line = reader->row };
	return PMO_OK;
}

static enum pmo_result end(void *context, const char *name)
{
	struct sheet_reader *reader = context;
	reader->takes = false;
	if (strcmp(name, "rPh") == 0)
		reader->is_reading = false;
	if (strcmp(name, "c") == 0)
		return end_cell(reader);
	return strcmp(name, "row") == 0 ? end_row(reader) : PMO_OK;
}

enum pmo_result xlsx_read_rows(struct xlsx_book *book, const char *part, struct xlsx_rows *rows)
{
	struct sheet_reader reader = { .book = book, .rows = rows };
	struct xml_handler handler = { begin, end, take, &reader };
	const struct zip_entry *entry = *part ? zip_find(&book->zip, part) : NULL;
	if (!entry) {
		rows->why = "this sheet is no table of cells";
		return PMO_INVALID;
	}
	pmo_buffer_init(&reader.value, XLSX_TEXT_MAX);
	pmo_buffer_init(&reader.text, XLSX_TEXT_MAX);
	enum pmo_result result = xml_read_entry(&book->zip, entry, &handler);
	pmo_buffer_release(&reader.value);
	pmo_buffer_release(&reader.text);
	return result;
}
