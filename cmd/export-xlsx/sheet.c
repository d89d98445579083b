/* One table as one sheet: its cells, widths, filter, and how it prints. */
#include "book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	WIDTH_MIN = 6,
	WIDTH_MAX = 55, /* what is longer is wrapped */
	BUTTON = 3,     /* of the filter, in the heading */
	NAME_MAX = 31,  /* characters of a sheet's name */
	HEAD_MAX = 200, /* of a page's head, where 255 fit with all that it says */
	COLUMNS_MAX = 1000,
};

struct column {
	enum cell_type type;
	bool wrap, is_hidden;
	size_t width;
};

struct sheet {
	struct book *book;
	lxw_worksheet *to;
	struct column *columns;
	size_t column_count, indent_column;
	lxw_row_t row; /* the next one */
	lxw_row_t last_record;
	bool failed;
};

static const char *text_of(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));
	return text ? text : "";
}

/* What Excel counts of a text: a byte that begins a character is one, or a pair. */
static size_t units_at(const char *text)
{
	unsigned char c = (unsigned char)*text;
	return c >= 0xf0 ? 2 : (c & 0xc0) != 0x80;
}

/* Characters of the longest line. */
static size_t width_of(const char *text)
{
	size_t widest = 0, here = 0;
	for (; *text; text++) {
		here = *text == '\n' ? 0 : here + (units_at(text) > 0);
		widest = here > widest ? here : widest;
	}
	return widest;
}

/* As the type shows it: `Nov 20, 2026`, `1,234,567.00`. */
static size_t shown_width(enum cell_type type, const char *text)
{
	static const size_t widths[CELL_TYPES] = { [CELL_DATE] = 12, [CELL_MOMENT] = 18 };
	size_t width = width_of(text);
	if (widths[type])
		return widths[type];
	return type == CELL_MONEY ? width + width / 3 : width;
}

static void measure(struct sheet *sheet, const json_t *rows)
{
	size_t i;
	const json_t *row, *cell;
	json_array_foreach(rows, i, row)
	{
		size_t c;
		json_array_foreach(json_object_get(row, "cells"), c, cell)
		{
			if (c >= sheet->column_count || !json_is_string(cell))
				continue;
			struct column *column = &sheet->columns[c];
			size_t width = shown_width(column->type, json_string_value(cell));
			if (c == sheet->indent_column)
				width += 2 *
					 (size_t)json_integer_value(json_object_get(row, "indent"));
			column->width = width > column->width ? width : column->width;
		}
	}
}

/* The longest word of a heading must fit, the rest may wrap. */
static size_t heading_width(const char *text)
{
	size_t widest = 0;
	while (*text) {
		size_t length = strcspn(text, " ");
		char word[64];
		snprintf(word, sizeof(word), "%.*s", (int)(length < 60 ? length : 60), text);
		size_t width = width_of(word);
		widest = width > widest ? width : widest;
		text += length + strspn(text + length, " ");
	}
	return widest + BUTTON;
}

static bool read_columns(struct sheet *sheet, const json_t *table, const char **why)
{
	size_t i;
	const json_t *columns = json_object_get(table, "columns"), *column;
	sheet->column_count = json_array_size(columns);
	*why = "\"columns\" is no list, or too long a one";
	if (!json_is_array(columns) || sheet->column_count > COLUMNS_MAX)
		return false;
	sheet->columns = calloc(sheet->column_count + 1, sizeof(*sheet->columns));
	*why = "out of memory";
	if (!sheet->columns)
		return false;
	json_array_foreach(columns, i, column)
	{
		sheet->columns[i].type = cell_type_of(text_of(column, "type"));
		sheet->columns[i].wrap = json_is_true(json_object_get(column, "wrap"));
		sheet->columns[i].is_hidden = json_is_true(json_object_get(column, "hidden"));
	}
	const json_t *indent = json_object_get(table, "indent_column");
	sheet->indent_column =
		json_is_integer(indent) ? (size_t)json_integer_value(indent) : sheet->column_count;
	measure(sheet, json_object_get(table, "rows"));
	json_array_foreach(columns, i, column)
	{
		struct column *own = &sheet->columns[i];
		size_t least = heading_width(text_of(column, "heading"));
		own->width = own->width + 1 > least ? own->width + 1 : least;
		own->wrap = !own->is_hidden && (own->wrap || own->width > WIDTH_MAX);
		own->width = own->width > WIDTH_MAX ? WIDTH_MAX : own->width;
		own->width = own->width < WIDTH_MIN ? WIDTH_MIN : own->width;
	}
	return true;
}

/* `_x000D_` in a text would be read as a control character: its first bar is written so. */
static size_t escape_length(const char *text)
{
	if (text[0] != '_' || (text[1] != 'x' && text[1] != 'X'))
		return 0;
	for (size_t i = 2; i < 6; i++)
		if (!text[i] || !strchr("0123456789abcdefABCDEF", text[i]))
			return 0;
	return text[6] == '_' ? 7 : 0;
}

/* The text as a cell can have it; freed by the caller. */
static char *fit_text(struct sheet *sheet, const char *text)
{
	char *fit = malloc(strlen(text) * 2 + 8);
	size_t to = 0, characters = 0;
	sheet->failed |= !fit;
	for (; fit && *text; text++) {
		characters += units_at(text);
		if (units_at(text) && characters >= TEXT_MAX - 8) {
			memcpy(fit + to, "\xe2\x80\xa6", 3);
			to += 3;
			sheet->book->cut++;
			break;
		}
		if (escape_length(text)) {
			memcpy(fit + to, "_x005F", 6);
			to += 6;
			characters += 6;
		}
		/* What line ends of other systems leave behind is no character to show. */
		if (*text != '\r')
			fit[to++] = *text;
	}
	if (fit)
		fit[to] = '\0';
	return fit;
}

static void write_text(struct sheet *sheet, lxw_col_t c, const char *text, struct look *look)
{
	char *fit = fit_text(sheet, text);
	lxw_format *format = book_format(sheet->book, look);
	if (fit && format)
		sheet->failed |= worksheet_write_string(sheet->to, sheet->row, c, fit, format) !=
				 LXW_NO_ERROR;
	sheet->failed |= !format;
	free(fit);
}

static void write_cell(struct sheet *sheet, lxw_col_t c, const char *text, struct look *look)
{
	double number;
	const struct column *column = &sheet->columns[c];
	look->type = column->type;
	look->wrap = column->wrap;
	look->indent = c == sheet->indent_column ? look->indent : 0;
	if (column->is_hidden)
		look->style = ROW_DIM;
	if (text && cell_number(column->type, text, &number)) {
		if (column->type == CELL_PERCENT && strchr(text, '.'))
			look->type = CELL_FINE_PERCENT;
		lxw_format *format = book_format(sheet->book, look);
		sheet->failed |= !format || worksheet_write_number(sheet->to, sheet->row, c, number,
								   format) != LXW_NO_ERROR;
		return;
	}
	if (text && column->type == CELL_YES_NO)
		text = strcmp(text, "true") == 0 ? "yes" : strcmp(text, "false") == 0 ? "no" : text;
	if (text && *text) {
		look->type = CELL_TEXT;
		write_text(sheet, c, text, look);
		return;
	}
	/* An empty cell has its column's format, for what is typed into it. */
	lxw_format *format = book_format(sheet->book, look);
	sheet->failed |=
		!format || worksheet_write_blank(sheet->to, sheet->row, c, format) != LXW_NO_ERROR;
}

static enum row_style style_of(const json_t *row)
{
	static const char *const names[] = { "plain", "good", "warn", "bad", "dim" };
	const char *name = text_of(row, "style");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return (enum row_style)i;
	return ROW_PLAIN;
}

static bool is_footer(const json_t *row)
{
	return strcmp(text_of(row, "kind"), "footer") == 0;
}

static void write_row(struct sheet *sheet, const json_t *row)
{
	const json_t *cells = json_object_get(row, "cells");
	json_int_t indent = json_integer_value(json_object_get(row, "indent"));
	for (size_t c = 0; c < sheet->column_count; c++) {
		struct look look = { .style = is_footer(row) ? ROW_FOOTER : style_of(row) };
		look.indent = indent > 0 && indent < INDENTS ? (unsigned)indent : 0;
		write_cell(sheet, (lxw_col_t)c, json_string_value(json_array_get(cells, c)), &look);
	}
	sheet->row++;
}

/* Sums stand below all records, and a blank line keeps them out of what is sorted. */
static void write_rows(struct sheet *sheet, const json_t *rows)
{
	size_t i;
	const json_t *row;
	json_array_foreach(rows, i, row) if (!is_footer(row)) write_row(sheet, row);
	sheet->last_record = sheet->row - 1;
	sheet->row++;
	json_array_foreach(rows, i, row) if (is_footer(row)) write_row(sheet, row);
}

static bool is_right(enum cell_type type)
{
	return type == CELL_NUMBER || type == CELL_MONEY || type == CELL_PERCENT;
}

static void write_head(struct sheet *sheet, const json_t *columns)
{
	size_t i;
	const json_t *column;
	json_array_foreach(columns, i, column)
	{
		char *fit = fit_text(sheet, text_of(column, "heading"));
		lxw_col_t c = (lxw_col_t)i;
		lxw_format *format = book_heading(sheet->book, is_right(sheet->columns[i].type));
		if (fit)
			sheet->failed |= worksheet_write_string(sheet->to, 0, c, fit, format) !=
					 LXW_NO_ERROR;
		free(fit);
		lxw_row_col_options options = { .hidden = sheet->columns[i].is_hidden };
		double width = (double)sheet->columns[i].width + 0.7;
		sheet->failed |= worksheet_set_column_opt(sheet->to, c, c, width, NULL, &options) !=
				 LXW_NO_ERROR;
	}
	sheet->row = 1;
}

/* In heads and feet of pages & begins a command; two are one. */
static void add_head_text(char *head, const char *text)
{
	size_t to = strlen(head);
	for (size_t characters = 0; *text; text++) {
		characters += units_at(text) + (*text == '&');
		if (characters > HEAD_MAX)
			break;
		if (*text == '&')
			head[to++] = '&';
		head[to++] = *text;
	}
	head[to] = '\0';
}

static void set_page(struct sheet *sheet, const char *title)
{
	char head[HEAD_MAX * 4 + 64] = "&L";
	add_head_text(head, title);
	if (sheet->book->as_of) {
		size_t to = strlen(head);
		snprintf(head + to, sizeof(head) - to, "&RAs of %s", sheet->book->as_of);
	}
	sheet->failed |= worksheet_set_header(sheet->to, head) != LXW_NO_ERROR ||
			 worksheet_set_footer(sheet->to, "&L&A&RPage &P of &N") != LXW_NO_ERROR;
	worksheet_set_landscape(sheet->to);
	worksheet_fit_to_pages(sheet->to, 1, 0);
	worksheet_set_margins(sheet->to, 0.5, 0.5, 0.75, 0.75);
	sheet->failed |= worksheet_repeat_rows(sheet->to, 0, 0) != LXW_NO_ERROR;
	worksheet_freeze_panes(sheet->to, 1, 0);
	if (sheet->column_count)
		sheet->failed |=
			worksheet_autofilter(sheet->to, 0, 0, sheet->last_record,
					     (lxw_col_t)(sheet->column_count - 1)) != LXW_NO_ERROR;
}

/* At most so many characters of a text, without those that a sheet's name cannot have. */
static void copy_name(char *name, const char *text, size_t most)
{
	size_t to = 0, characters = 0;
	while (*text == '\'' || *text == ' ')
		text++;
	for (; *text; text++) {
		characters += units_at(text);
		if (characters > most)
			break;
		bool fits = (unsigned char)*text >= 0x20 && !strchr("[]:*?/\\", *text);
		name[to++] = fits ? *text : ' ';
	}
	while (to && (name[to - 1] == '\'' || name[to - 1] == ' '))
		to--;
	name[to] = '\0';
	if (*name >= 'a' && *name <= 'z')
		*name = (char)(*name - 'a' + 'A');
}

static bool add_sheet(struct sheet *sheet, const char *wanted)
{
	char base[NAME_MAX * 4 + 1], name[sizeof(base) + 16];
	copy_name(base, wanted, NAME_MAX);
	if (!*base)
		copy_name(base, "Table", NAME_MAX);
	snprintf(name, sizeof(name), "%s", base);
	for (unsigned i = 2; i < 1000; i++) {
		if (workbook_validate_sheet_name(sheet->book->workbook, name) == LXW_NO_ERROR)
			break;
		copy_name(base, wanted, NAME_MAX - 5);
		snprintf(name, sizeof(name), "%s %u", *base ? base : "Table", i);
	}
	sheet->to = workbook_add_worksheet(sheet->book->workbook, name);
	return sheet->to;
}

bool book_add_sheet(struct book *book, json_t *table, const char **why)
{
	struct sheet sheet = { .book = book };
	const json_t *rows = json_object_get(table, "rows");
	*why = "\"rows\" is no list, or too long a one";
	if (!json_is_array(rows) || json_array_size(rows) > LXW_ROW_MAX - 3)
		return false;
	if (!read_columns(&sheet, table, why))
		return false;
	*why = "the sheet cannot be made";
	if (add_sheet(&sheet, text_of(table, "sheet"))) {
		write_head(&sheet, json_object_get(table, "columns"));
		write_rows(&sheet, rows);
		set_page(&sheet, text_of(table, "title"));
	}
	free(sheet.columns);
	return sheet.to && !sheet.failed;
}
