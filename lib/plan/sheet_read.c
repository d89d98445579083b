/*
 * Lines into rows. What is typed has bars between its cells; what spreadsheets copy has tabs,
 * with quotes around cells that hold quotes or line ends.
 */
#include "plan/sheet.h"

#include <pmo/text.h>

#include <string.h>

enum { ROWS_MAX = 100000 };

struct reading {
	struct pmo_arena *arena;
	struct pmo_diags *diags;
	struct pmo_sheet *sheet;
	const char *bytes;
	size_t length, at;
	bool tabs, failed;
	struct sheet_columns columns;
	size_t *indents; /* beside the rows */
	size_t indent_capacity;
};

static void complain(const struct reading *reading, size_t offset, size_t length,
		     const char *message)
{
	struct pmo_place place = { .source = reading->sheet->source,
				   .offset = offset,
				   .length = length };
	pmo_diag_add(reading->diags, PMO_ERROR, "sheet", &place, "%s", message);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* A copy of [from, to) without the blanks around it, and without what protects bars. */
static struct pmo_sheet_cell cell_of(struct reading *reading, size_t from, size_t to)
{
	const char *bytes = reading->bytes;
	while (from < to && is_blank(bytes[from]))
		from++;
	while (to > from && (is_blank(bytes[to - 1]) || bytes[to - 1] == '\n'))
		to--;
	struct pmo_sheet_cell cell = { .offset = from, .length = to - from };
	char *text = pmo_arena_copy(reading->arena, bytes + from, to - from);
	size_t length = 0;
	cell.text = text ? text : "";
	reading->failed = reading->failed || !text;
	for (size_t i = 0; text && i < cell.length; i++) {
		bool escaped = !reading->tabs && text[i] == '\\' && i + 1 < cell.length &&
			       strchr("|\\#", text[i + 1]);
		i += escaped;
		text[length++] =
			text[i] == '\n' || text[i] == '\r' || text[i] == '\t' ? ' ' : text[i];
	}
	if (text)
		text[length] = '\0';
	return cell;
}

/* A cell in quotes: doubled ones are one, and line ends are blanks. at is the first quote. */
static struct pmo_sheet_cell quoted(struct reading *reading)
{
	size_t from = ++reading->at, length = 0;
	const char *bytes = reading->bytes;
	char *text = NULL;
	while (reading->at < reading->length) {
		if (bytes[reading->at] == '"') {
			if (reading->at + 1 >= reading->length || bytes[reading->at + 1] != '"')
				break;
			reading->at++;
		}
		reading->at++;
	}
	struct pmo_sheet_cell cell = cell_of(reading, from, reading->at);
	text = pmo_arena_string(reading->arena, cell.text);
	for (size_t i = 0; text && text[i]; i++) {
		i += text[i] == '"' && text[i + 1] == '"';
		text[length++] = text[i];
	}
	if (text)
		text[length] = '\0';
	reading->failed = reading->failed || !text;
	cell.text = text ? text : "";
	reading->at += reading->at < reading->length;
	while (reading->at < reading->length && !strchr("\t\n", bytes[reading->at]))
		reading->at++;
	return cell;
}

static bool ends_cell(const struct reading *reading, size_t at)
{
	char c = reading->bytes[at];
	if (c == '\n' || (reading->tabs && c == '\t'))
		return true;
	return !reading->tabs && c == '|' &&
	       !(at && reading->bytes[at - 1] == '\\' &&
		 !(at > 1 && reading->bytes[at - 2] == '\\'));
}

static void add_cell(struct reading *reading, struct sheet_line *line, struct pmo_sheet_cell cell)
{
	if (line->count < SHEET_CELLS)
		line->cells[line->count++] = cell;
	else if (line->count == SHEET_CELLS)
		complain(reading, cell.offset, cell.length, "a line has at most 64 cells");
}

/* Blanks before the first word; in a spreadsheet before the title. */
static size_t indent_at(const struct reading *reading, size_t at)
{
	size_t columns = 0;
	for (; at < reading->length; at++)
		if (reading->bytes[at] == ' ')
			columns++;
		else if (reading->bytes[at] == '\t' && !reading->tabs)
			columns += 8 - columns % 8;
		else
			break;
	return columns;
}

static bool is_title_at(const struct reading *reading, size_t cell)
{
	return reading->tabs && cell < reading->columns.count &&
	       reading->columns.meaning[cell] == PMO_SHEET_TITLE;
}

/* The next line; it may be empty. */
static void read_line(struct reading *reading, struct sheet_line *line)
{
	line->count = 0;
	line->indent = reading->tabs ? 0 : indent_at(reading, reading->at);
	for (;;) {
		size_t from = reading->at;
		if (reading->tabs && from < reading->length && reading->bytes[from] == '"') {
			if (is_title_at(reading, line->count))
				line->indent = indent_at(reading, from + 1);
			add_cell(reading, line, quoted(reading));
		} else {
			while (reading->at < reading->length && !ends_cell(reading, reading->at))
				reading->at++;
			if (is_title_at(reading, line->count))
				line->indent = indent_at(reading, from);
			add_cell(reading, line, cell_of(reading, from, reading->at));
		}
		if (reading->at >= reading->length || reading->bytes[reading->at] == '\n')
			break;
		reading->at++;
	}
	reading->at += reading->at < reading->length;
}

static bool is_empty(const struct sheet_line *line)
{
	for (size_t i = 0; i < line->count; i++)
		if (*line->cells[i].text)
			return false;
	return true;
}

/* `# ...` is a comment; a heading `#` stands alone in its cell. */
static bool skips(const struct reading *reading)
{
	const char *line = reading->bytes + reading->at, *end = reading->bytes + reading->length;
	while (line < end && is_blank(*line) && !(reading->tabs && *line == '\t'))
		line++;
	return line < end && *line == '#' && !(line + 1 < end && line[1] == '\t');
}

static bool next_line(struct reading *reading, struct sheet_line *line)
{
	while (reading->at < reading->length) {
		if (skips(reading)) {
			const char *end = memchr(reading->bytes + reading->at, '\n',
						 reading->length - reading->at);
			reading->at = end ? (size_t)(end - reading->bytes) + 1 : reading->length;
			continue;
		}
		read_line(reading, line);
		if (!is_empty(line))
			return true;
	}
	return false;
}

/* Tabs between words make a spreadsheet's; those before the first word are indentation. */
static bool has_tabs(const struct reading *reading)
{
	const char *at = reading->bytes, *end = at + reading->length;
	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		stop = stop ? stop : end;
		if (memchr(at, '|', (size_t)(stop - at)))
			return false;
		while (at < stop && is_blank(*at))
			at++;
		if (at < stop && *at != '#' && memchr(at, '\t', (size_t)(stop - at)))
			return true;
		at = stop + (stop < end);
	}
	return false;
}

/* Without headings: codes first, when what stands first in the lines can be codes. */
static void guess_columns(struct reading *reading)
{
	struct sheet_line line;
	size_t start = reading->at, codes = 0, numbers = 0, others = 0;
	while (next_line(reading, &line)) {
		const char *text = line.cells[0].text;
		bool is_number = *text && !text[strspn(text, "0123456789")];
		numbers += is_number;
		codes += line.count > 1 && !is_number && sheet_is_code(text);
		others += line.count == 1 || (*text && !sheet_is_code(text));
	}
	reading->at = start;
	struct sheet_columns *columns = &reading->columns;
	bool has_codes = codes + numbers > others;
	columns->count = 0;
	if (has_codes)
		columns->meaning[columns->count++] = codes ? PMO_SHEET_CODE : PMO_SHEET_ID;
	for (int i = PMO_SHEET_TITLE; i <= PMO_SHEET_ID; i++)
		if (i != PMO_SHEET_ID || codes)
			columns->meaning[columns->count++] = i;
}

static enum pmo_result add_row(struct reading *reading, const struct sheet_line *line)
{
	struct pmo_sheet *sheet = reading->sheet;
	struct pmo_sheet_row row = { .parent = -1 };
	void *rows = pmo_arena_grow(reading->arena, sheet->rows, sheet->count, &sheet->capacity,
				    sizeof(row));
	void *indents = pmo_arena_grow(reading->arena, reading->indents, sheet->count,
				       &reading->indent_capacity, sizeof(size_t));
	if (!rows || !indents)
		return PMO_NO_MEMORY;
	sheet->rows = rows;
	reading->indents = indents;
	for (size_t i = 0; i < line->count; i++) {
		bool has_meaning = i < reading->columns.count && reading->columns.meaning[i] >= 0;
		if (has_meaning)
			row.cells[reading->columns.meaning[i]] = line->cells[i];
		else if (i >= reading->columns.count && *line->cells[i].text)
			complain(reading, line->cells[i].offset, line->cells[i].length,
				 "there are more cells in this line than columns");
	}
	const struct pmo_sheet_cell *title = &row.cells[PMO_SHEET_TITLE];
	if (!title->text || !*title->text)
		complain(reading, line->cells[0].offset, line->cells[0].length,
			 "a line needs a title: CODE | TITLE | DURATION | ...");
	/* Blanks before a bar align it: such a line stands beside the one above. */
	bool aligned = !reading->tabs && !*line->cells[0].text && line->count > 1;
	reading->indents[sheet->count] = line->indent;
	if (aligned)
		reading->indents[sheet->count] =
			sheet->count ? reading->indents[sheet->count - 1] : 0;
	if (strcmp(sheet_text(&row, PMO_SHEET_CODE), ".") == 0)
		row.cells[PMO_SHEET_CODE].text = "";
	sheet->rows[sheet->count++] = row;
	return PMO_OK;
}

/* A line is below the nearest one above that is indented less. */
static void outline_by_indent(const struct reading *reading)
{
	struct pmo_sheet_row *rows = reading->sheet->rows;
	for (size_t i = 1; i < reading->sheet->count; i++) {
		int above = (int)i - 1;
		while (above >= 0 && reading->indents[above] >= reading->indents[i])
			above = rows[above].parent;
		rows[i].parent = above;
	}
}

/* 5.4 is below 5, when there is a 5. */
static enum pmo_result outline_by_code(const struct reading *reading)
{
	struct pmo_sheet_row *rows = reading->sheet->rows;
	struct map codes;
	map_init(&codes, reading->arena);
	for (size_t i = 0; i < reading->sheet->count; i++) {
		const char *code = sheet_text(&rows[i], PMO_SHEET_CODE);
		if (*code && !map_get(&codes, code) &&
		    map_put(&codes, code, (void *)(uintptr_t)(i + 1)) != PMO_OK)
			return PMO_NO_MEMORY;
	}
	for (size_t i = 0; i < reading->sheet->count; i++) {
		char *code = pmo_arena_string(reading->arena, sheet_text(&rows[i], PMO_SHEET_CODE));
		char *dot = code ? strrchr(code, '.') : NULL;
		if (!code)
			return PMO_NO_MEMORY;
		if (dot && !dot[1]) { /* "1." as some write it */
			*dot = '\0';
			dot = strrchr(code, '.');
		}
		while (dot && rows[i].parent < 0) {
			*dot = '\0';
			rows[i].parent = (int)(uintptr_t)map_get(&codes, code) - 1;
			dot = strrchr(code, '.');
		}
	}
	return PMO_OK;
}

static enum pmo_result find_outline(struct reading *reading)
{
	struct pmo_sheet *sheet = reading->sheet;
	bool indented = false;
	for (size_t i = 1; i < sheet->count; i++)
		indented = indented || reading->indents[i] != reading->indents[0];
	enum pmo_result result = PMO_OK;
	if (indented)
		outline_by_indent(reading);
	else
		result = outline_by_code(reading);
	for (size_t i = 0; i < sheet->count; i++)
		if (sheet->rows[i].parent >= 0)
			sheet->rows[sheet->rows[i].parent].is_parent = true;
	return result;
}

/* Ids that are all numbers count lines, as MS Project does. */
static void look_at_ids(struct pmo_sheet *sheet)
{
	size_t numbers = 0, others = 0;
	for (size_t i = 0; i < sheet->count; i++) {
		const char *id = sheet_text(&sheet->rows[i], PMO_SHEET_ID);
		if (*id && !id[strspn(id, "0123456789")])
			numbers++;
		else if (*id)
			others++;
	}
	sheet->is_numbered = numbers && !others;
}

const char *sheet_text(const struct pmo_sheet_row *row, enum pmo_sheet_column column)
{
	return row->cells[column].text ? row->cells[column].text : "";
}

static bool is_text(struct reading *reading)
{
	size_t bad;
	const char *nul = memchr(reading->bytes, '\0', reading->length);
	if (nul) {
		complain(reading, (size_t)(nul - reading->bytes), 1, "there is a NUL byte in it");
		return false;
	}
	if (pmo_text_is_utf8(reading->bytes, reading->length, &bad))
		return true;
	complain(reading, bad, 1, "this is no UTF-8 text; save the sheet as UTF-8");
	return false;
}

enum pmo_result pmo_sheet_read(struct pmo_arena *arena, struct pmo_diags *diags,
			       const struct pmo_source *source, struct pmo_sheet *sheet)
{
	struct reading reading = { .arena = arena,
				   .diags = diags,
				   .sheet = sheet,
				   .bytes = source->bytes,
				   .length = source->length };
	struct sheet_line line;
	size_t errors = diags->count[PMO_ERROR];
	*sheet = (struct pmo_sheet){ .source = source };
	if (!is_text(&reading))
		return PMO_INVALID;
	if (reading.length >= 3 && memcmp(reading.bytes, "\xef\xbb\xbf", 3) == 0)
		reading.at = 3;
	reading.tabs = has_tabs(&reading);
	size_t start = reading.at;
	bool any = next_line(&reading, &line);
	if (any && !sheet_headings(arena, &line, &reading.columns, &sheet->left_alone)) {
		reading.at = start;
		guess_columns(&reading);
	}
	enum pmo_result result = PMO_OK;
	while (result == PMO_OK && next_line(&reading, &line)) {
		if (sheet->count >= ROWS_MAX) {
			complain(&reading, reading.at, 0, "a sheet has at most 100000 lines");
			return PMO_INVALID;
		}
		result = add_row(&reading, &line);
	}
	if (result == PMO_OK)
		result = find_outline(&reading);
	look_at_ids(sheet);
	if (result == PMO_OK && (reading.failed || diags->lost))
		result = PMO_NO_MEMORY;
	return result == PMO_OK && diags->count[PMO_ERROR] > errors ? PMO_INVALID : result;
}
