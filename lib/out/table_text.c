/*
 * A table for a terminal. Widths are counted in cells by pmo_text_width, so that the
 * result is the same in every locale (a table library of the system would go by the
 * process's locale, and print \xc3\xbc for ü in the C locale).
 *
 * Narrow terminals: columns that may shrink have a least width. Columns are left
 * out, the highest priority first, until the least widths fit; what is over is
 * given to the narrowest columns first, so that short ones are whole soon and the
 * long one takes the rest.
 */
#include "out.h"

#include "escape.h"
#include <pmo/text.h>
#include <string.h>

enum {
	GAP = 2,         /* cells between columns */
	INDENT = 2,      /* cells a level of the tree */
	WRAP_LEAST = 24, /* a wrapped column narrower than this is no pleasure to read */
	TRUNCATE_LEAST = 10,
	WIDTH_MAX = 10000,
	PADDED_MAX = 400, /* without a terminal: cells wider than this do not pad the others */
};

struct text_column {
	bool shown;
	size_t natural, width;
	const char *rest; /* of the row in print: what is left for the next line */
	size_t left;      /* bytes of it */
	size_t indent;
};

struct layout {
	const struct pmo_table *table;
	const struct pmo_terminal *terminal;
	struct pmo_arena *arena;
	struct pmo_buffer *out;
	struct text_column *columns;
	const char **texts; /* visible, columns a row; the headings first */
	size_t spaces;      /* owed before the next text on this line */
};

static const char *visible(struct layout *layout, struct pmo_buffer *scratch, const char *text)
{
	size_t length = strlen(text);
	if (escape_is_plain(text, length) && text != scratch->data)
		return text;
	struct pmo_buffer copy;
	pmo_buffer_init(&copy, layout->out->limit);
	pmo_text_add_visible(&copy, text, length);
	char *kept = copy.failed ? NULL : pmo_arena_copy(layout->arena, copy.data, copy.length);
	pmo_buffer_release(&copy);
	return kept;
}

static size_t indent_of(const struct layout *layout, const struct pmo_row *row, size_t column)
{
	size_t depth = row->depth < 64 ? row->depth : 64;
	return column == layout->table->tree_column ? depth * INDENT : 0;
}

/* Takes in a text of a column, and how wide it makes the column. False: no memory. */
static bool add_text(struct layout *layout, size_t row, size_t i, const char *text)
{
	struct text_column *column = &layout->columns[i];
	const struct pmo_table *table = layout->table;
	if (!text)
		return false;
	layout->texts[row * table->column_count + i] = text;
	size_t width = pmo_text_width(text);
	if (row)
		width += indent_of(layout, &table->rows[row - 1], i);
	if (width > column->natural)
		column->natural = width;
	return true;
}

/* Fills texts and the natural widths. */
static enum pmo_result measure(struct layout *layout, struct pmo_buffer *scratch)
{
	const struct pmo_table *table = layout->table;
	bool complete = true;
	for (size_t i = 0; i < table->column_count; i++) {
		const char *heading = out_heading(&table->columns[i]);
		layout->columns[i].shown = true;
		complete &= add_text(layout, 0, i, visible(layout, scratch, heading));
	}
	for (size_t r = 0; r < table->row_count; r++) {
		const struct pmo_row *row = &table->rows[r];
		for (size_t i = 0; row->cells && i < table->column_count; i++) {
			const char *text = out_cell_text(scratch, &row->cells[i]);
			complete &= add_text(layout, r + 1, i, visible(layout, scratch, text));
		}
	}
	return complete && !scratch->failed ? PMO_OK : PMO_NO_MEMORY;
}

static size_t total_width(const struct layout *layout)
{
	size_t total = 0, shown = 0;
	for (size_t i = 0; i < layout->table->column_count; i++) {
		if (layout->columns[i].shown) {
			total += layout->columns[i].width;
			shown++;
		}
	}
	return total + (shown ? (shown - 1) * GAP : 0);
}

static size_t least_width(const struct layout *layout, size_t i)
{
	static const size_t least[] = { [PMO_SHRINK_NEVER] = WIDTH_MAX,
					[PMO_SHRINK_TRUNCATE] = TRUNCATE_LEAST,
					[PMO_SHRINK_WRAP] = WRAP_LEAST };
	size_t natural = layout->columns[i].natural;
	const struct pmo_column *column = &layout->table->columns[i];
	size_t wanted = column->least ? (size_t)column->least : least[column->shrink];
	return natural < wanted ? natural : wanted;
}

/* Leaves out the column that matters least. False: all that are left must stay. */
static bool drop_column(struct layout *layout)
{
	const struct pmo_column *columns = layout->table->columns;
	size_t worst = layout->table->column_count;
	for (size_t i = 0; i < layout->table->column_count; i++) {
		bool may_go = layout->columns[i].shown && columns[i].priority > 0;
		if (may_go && (worst == layout->table->column_count ||
			       columns[i].priority >= columns[worst].priority))
			worst = i;
	}
	if (worst == layout->table->column_count)
		return false;
	layout->columns[worst].shown = false;
	return true;
}

/* Takes a cell from the widest column, one that may shrink if there is one. False: all are 1. */
static bool squeeze(struct layout *layout)
{
	struct text_column *widest[2] = { NULL, NULL }; /* may shrink, may not */
	for (size_t i = 0; i < layout->table->column_count; i++) {
		struct text_column *column = &layout->columns[i];
		bool fixed = layout->table->columns[i].shrink == PMO_SHRINK_NEVER;
		bool wider = !widest[fixed] || column->width > widest[fixed]->width;
		if (column->shown && column->width > 1 && wider)
			widest[fixed] = column;
	}
	struct text_column *from = widest[0] ? widest[0] : widest[1];
	if (from)
		from->width--;
	return from;
}

/* Gives a cell to the narrowest column that wants more. False: none does. */
static bool widen(struct layout *layout)
{
	struct text_column *narrowest = NULL;
	for (size_t i = 0; i < layout->table->column_count; i++) {
		struct text_column *column = &layout->columns[i];
		bool wants = column->shown && column->width < column->natural;
		if (wants && (!narrowest || column->width < narrowest->width))
			narrowest = column;
	}
	if (narrowest)
		narrowest->width++;
	return narrowest;
}

static void drop_last(struct layout *layout)
{
	size_t i = layout->table->column_count;
	while (i > 1 && !layout->columns[i - 1].shown)
		i--;
	if (i > 1)
		layout->columns[i - 1].shown = false;
}

/* Columns that shall leave their room to others do so where there is not enough for all. */
static void limit_widths(struct layout *layout, size_t width)
{
	for (size_t i = 0; i < layout->table->column_count; i++)
		layout->columns[i].width = layout->columns[i].natural;
	if (total_width(layout) <= width)
		return;
	for (size_t i = 0; i < layout->table->column_count; i++) {
		size_t most = (size_t)layout->table->columns[i].most;
		if (most && layout->columns[i].natural > most)
			layout->columns[i].natural = most;
	}
}

static void fit_width(struct layout *layout, size_t width)
{
	limit_widths(layout, width);
	for (size_t i = 0; i < layout->table->column_count; i++) {
		struct text_column *column = &layout->columns[i];
		if (column->natural > width)
			column->natural = width;
		column->width = least_width(layout, i);
	}
	while (total_width(layout) > width && drop_column(layout))
		;
	while (total_width(layout) > width) {
		if (!squeeze(layout))
			drop_last(layout);
	}
	size_t room = width - total_width(layout);
	while (room > 0 && widen(layout))
		room--;
}

static void set_widths(struct layout *layout)
{
	if (layout->terminal->width > 0) {
		size_t width = (size_t)layout->terminal->width;
		fit_width(layout, width < WIDTH_MAX ? width : WIDTH_MAX);
		return;
	}
	for (size_t i = 0; i < layout->table->column_count; i++) {
		struct text_column *column = &layout->columns[i];
		column->width = column->natural < PADDED_MAX ? column->natural : PADDED_MAX;
	}
}

/* Spaces are written only when text follows them: no line ends in blanks. */
static void put(struct layout *layout, const char *bytes, size_t length)
{
	if (!length)
		return;
	pmo_buffer_add_repeat(layout->out, ' ', layout->spaces);
	layout->spaces = 0;
	pmo_buffer_add(layout->out, bytes, length);
}

/* How much of the rest goes on this line; the rest is then what is left for the next one. */
static size_t take(struct text_column *column, bool wrap, size_t width)
{
	const char *text = column->rest;
	size_t length = column->left;
	size_t fit = pmo_text_fit(text, length, width);
	size_t cut = wrap && fit ? fit : length;
	while (cut > 0 && cut < length && text[cut] != ' ')
		cut--;
	if (!cut)
		cut = fit; /* one word, longer than the column */
	size_t next = cut + strspn(text + cut, " ");
	column->rest = text + next;
	column->left = length - next;
	while (cut > 0 && text[cut - 1] == ' ')
		cut--;
	return cut;
}

/* The beginning and an ellipsis. Returns the cells written. */
static size_t put_cut(struct layout *layout, const char *text, size_t length, size_t width)
{
	if (!width)
		return 0;
	size_t kept = pmo_text_fit(text, length, width - 1);
	while (kept > 0 && text[kept - 1] == ' ')
		kept--;
	put(layout, text, kept);
	if (layout->terminal->utf8)
		put(layout, "\xe2\x80\xa6", 3);
	else
		put(layout, "~", 1);
	return pmo_text_width_of(text, kept) + 1;
}

/* One column of one line, and the gap after it. */
static void put_cell(struct layout *layout, size_t i)
{
	struct text_column *column = &layout->columns[i];
	bool limited = layout->terminal->width > 0;
	bool wrap = limited && layout->table->columns[i].shrink == PMO_SHRINK_WRAP;
	bool right = layout->table->columns[i].align == PMO_RIGHT;
	size_t indent = column->indent < column->width / 2 ? column->indent : column->width / 2;
	size_t room = column->width - indent;
	const char *text = column->rest;
	size_t length = take(column, wrap, room);
	size_t width = pmo_text_width_of(text, length);
	layout->spaces += indent + (right && width < room ? room - width : 0);
	if (limited && width > room)
		width = put_cut(layout, text, length, room);
	else
		put(layout, text, length);
	layout->spaces += GAP + (!right && width < room ? room - width : 0);
}

static void begin_colour(struct layout *layout, const char *sequence)
{
	if (layout->terminal->colour && *sequence)
		pmo_buffer_add_text(layout->out, sequence);
}

static void end_line(struct layout *layout, const char *sequence)
{
	if (layout->terminal->colour && *sequence)
		pmo_buffer_add_text(layout->out, "\x1b[0m");
	pmo_buffer_add_char(layout->out, '\n');
	layout->spaces = 0;
}

/* The lines of a row whose texts stand in `rest`. */
static void put_row(struct layout *layout, const char *sequence)
{
	bool more = true;
	while (more) {
		more = false;
		begin_colour(layout, sequence);
		for (size_t i = 0; i < layout->table->column_count; i++) {
			if (!layout->columns[i].shown)
				continue;
			put_cell(layout, i);
			more = more || layout->columns[i].left;
		}
		end_line(layout, sequence);
	}
}

static const char bold[] = "\x1b[1m";

/* Row 0: the headings. */
static void put_texts(struct layout *layout, size_t row, const char *sequence)
{
	const struct pmo_table *table = layout->table;
	for (size_t i = 0; i < table->column_count; i++) {
		struct text_column *column = &layout->columns[i];
		column->rest = layout->texts[row * table->column_count + i];
		column->left = strlen(column->rest);
		column->indent = row ? indent_of(layout, &table->rows[row - 1], i) : 0;
	}
	put_row(layout, sequence);
}

static void put_group(struct layout *layout, const struct pmo_row *row)
{
	struct pmo_buffer title;
	pmo_buffer_init(&title, layout->out->limit);
	if (row->title)
		pmo_text_add_visible(&title, row->title, strlen(row->title));
	if (row != layout->table->rows)
		pmo_buffer_add_char(layout->out, '\n');
	begin_colour(layout, bold);
	size_t width = (size_t)layout->terminal->width;
	if (width && pmo_text_width(title.data) > width)
		put_cut(layout, title.data, title.length, width);
	else
		put(layout, title.data, title.length);
	end_line(layout, bold);
	layout->out->failed = layout->out->failed || title.failed;
	pmo_buffer_release(&title);
}

static void put_rows(struct layout *layout)
{
	static const char *const styles[] = { "", "\x1b[32m", "\x1b[33m", "\x1b[31m", "\x1b[2m" };
	const struct pmo_table *table = layout->table;
	for (size_t r = 0; r < table->row_count; r++) {
		const struct pmo_row *row = &table->rows[r];
		if (row->kind == PMO_ROW_GROUP) {
			put_group(layout, row);
			continue;
		}
		put_texts(layout, r + 1, row->kind == PMO_ROW_FOOTER ? bold : styles[row->style]);
	}
}

/* What the terminal has no room for is told: a figure that is missing must not look like none. */
static void put_hidden(struct layout *layout)
{
	struct pmo_buffer text;
	const char *comma = "hidden: ";
	size_t width = (size_t)layout->terminal->width;
	pmo_buffer_init(&text, layout->out->limit);
	for (size_t i = 0; i < layout->table->column_count; i++) {
		const char *heading = layout->texts[i];
		if (layout->columns[i].shown || !*heading)
			continue;
		pmo_buffer_add_format(&text, "%s%s", comma, heading);
		comma = ", ";
	}
	if (text.length)
		pmo_buffer_add_text(&text, " (a wider terminal, or -o FILE)");
	struct text_column line = { .rest = text.length ? text.data : "", .left = text.length };
	while (line.left) {
		const char *start = line.rest;
		put(layout, start, take(&line, true, width));
		end_line(layout, "");
	}
	layout->out->failed = layout->out->failed || text.failed;
	pmo_buffer_release(&text);
}

enum pmo_result out_text(const struct pmo_table *table, const struct pmo_terminal *terminal,
			 struct pmo_buffer *out)
{
	struct pmo_buffer scratch;
	struct pmo_arena_mark mark = pmo_arena_mark(table->arena);
	struct layout layout = {
		.table = table, .terminal = terminal, .arena = table->arena, .out = out
	};
	pmo_buffer_init(&scratch, out->limit);
	layout.columns =
		pmo_arena_array(table->arena, table->column_count, sizeof(*layout.columns));
	size_t cells = (table->row_count + 1) * table->column_count;
	layout.texts = pmo_arena_array(table->arena, cells, sizeof(*layout.texts));
	enum pmo_result result = PMO_NO_MEMORY;
	if (layout.columns && layout.texts)
		result = measure(&layout, &scratch);
	if (result == PMO_OK) {
		set_widths(&layout);
		put_texts(&layout, 0, bold);
		put_rows(&layout);
		if (!terminal->is_page)
			put_hidden(&layout);
	}
	pmo_arena_rewind(table->arena, mark);
	enum pmo_result written = out_finish(out, &scratch);
	return result == PMO_OK ? written : result;
}
