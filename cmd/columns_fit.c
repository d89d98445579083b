/*
 * Lists on a terminal. Columns that were asked for stay, however narrow they get; of the
 * others those that matter least make room, and which ones is told. Titles take two lines.
 */
#include "columns.h"

#include <pmo/text.h>

#include <string.h>

enum {
	GAP = 2,
	CUT_LEAST = 10,
	WRAP_LEAST = 24,
	ASKED_LEAST = 8, /* of a column that was asked for */
	LINES = 2,       /* of a title */
};

struct fit {
	struct cli *cli;
	struct pmo_table *table;
	size_t *natural, *least, *widths; /* cells, a column each */
	bool *asked;
	size_t room;
};

static size_t cell_width(const struct pmo_row *row, size_t column)
{
	const struct pmo_cell *cell = &row->cells[column];
	return pmo_text_width(cell->text ? cell->text : cell->raw ? cell->raw : "");
}

/* What the table gives a column at least, when it is printed. */
static size_t usual_least(const struct fit *fit, size_t i)
{
	enum pmo_shrink shrink = fit->table->columns[i].shrink;
	size_t natural = fit->natural[i], wanted = natural;
	if (shrink != PMO_SHRINK_NEVER)
		wanted = shrink == PMO_SHRINK_WRAP ? WRAP_LEAST : CUT_LEAST;
	return natural < wanted ? natural : wanted;
}

static size_t least_of(const struct fit *fit, size_t i)
{
	size_t usual = usual_least(fit, i);
	bool gives = fit->asked[i] && fit->table->columns[i].shrink != PMO_SHRINK_NEVER;
	return gives && usual > ASKED_LEAST ? ASKED_LEAST : usual;
}

static void measure(struct fit *fit)
{
	const struct pmo_table *table = fit->table;
	for (size_t i = 0; i < table->column_count; i++) {
		size_t widest = pmo_text_width(table->columns[i].heading);
		for (size_t r = 0; r < table->row_count; r++) {
			const struct pmo_row *row = &table->rows[r];
			size_t width = row->cells ? cell_width(row, i) : 0;
			widest = width > widest ? width : widest;
		}
		fit->natural[i] = widest;
		fit->least[i] = least_of(fit, i);
	}
}

static size_t total(const struct fit *fit, const size_t *widths)
{
	size_t sum = 0;
	for (size_t i = 0; i < fit->table->column_count; i++)
		sum += widths[i] + (i ? GAP : 0);
	return sum;
}

static void remove_column(struct fit *fit, size_t i)
{
	struct pmo_table *table = fit->table;
	size_t behind = --table->column_count - i;
	memmove(&table->columns[i], &table->columns[i + 1], behind * sizeof(table->columns[0]));
	memmove(&fit->natural[i], &fit->natural[i + 1], behind * sizeof(fit->natural[0]));
	memmove(&fit->asked[i], &fit->asked[i + 1], behind * sizeof(fit->asked[0]));
	memmove(&fit->least[i], &fit->least[i + 1], behind * sizeof(fit->least[0]));
	for (size_t r = 0; r < table->row_count; r++) {
		struct pmo_cell *cells = table->rows[r].cells;
		if (cells)
			memmove(&cells[i], &cells[i + 1], behind * sizeof(*cells));
	}
}

/* The column that matters least; where all must stay, the last one. */
static size_t next_to_go(const struct pmo_table *table)
{
	size_t worst = 0;
	for (size_t i = 1; i < table->column_count; i++)
		if (table->columns[i].priority >= table->columns[worst].priority)
			worst = i;
	return worst;
}

static enum pmo_result hide_columns(struct fit *fit, const char **hidden)
{
	struct pmo_table *table = fit->table;
	*hidden = NULL;
	while (table->column_count > 1 && total(fit, fit->least) > fit->room) {
		size_t i = next_to_go(table);
		const char *name = table->columns[i].heading;
		*hidden = *hidden ? pmo_arena_format(&fit->cli->arena, "%s, %s", name, *hidden)
				  : name;
		if (!*hidden)
			return PMO_NO_MEMORY;
		remove_column(fit, i);
	}
	return PMO_OK;
}

/* Takes a cell from the widest column that may shrink. */
static bool squeeze(struct fit *fit)
{
	size_t count = fit->table->column_count, widest = count;
	for (size_t i = 0; i < count; i++)
		if (fit->table->columns[i].shrink != PMO_SHRINK_NEVER && fit->widths[i] > 1 &&
		    (widest == count || fit->widths[i] > fit->widths[widest]))
			widest = i;
	if (widest == count)
		return false;
	return fit->widths[widest]--;
}

/* As the table does when it is printed: what is over goes to the narrowest columns first. */
static void set_widths(struct fit *fit)
{
	size_t count = fit->table->column_count;
	for (size_t i = 0; i < count; i++)
		fit->widths[i] = usual_least(fit, i);
	while (total(fit, fit->widths) > fit->room && squeeze(fit))
		continue;
	for (size_t used = total(fit, fit->widths); used < fit->room; used++) {
		size_t narrowest = count;
		for (size_t i = 0; i < count; i++)
			if (fit->widths[i] < fit->natural[i] &&
			    (narrowest == count || fit->widths[i] < fit->widths[narrowest]))
				narrowest = i;
		if (narrowest == count)
			return;
		fit->widths[narrowest]++;
	}
}

/* Bytes of the first line when the text is wrapped, with the blanks behind it. */
static size_t line_length(const char *text, size_t width)
{
	size_t length = strlen(text), cut = pmo_text_fit(text, length, width), fits = cut;
	if (cut == length)
		return length;
	while (cut > 0 && text[cut] != ' ')
		cut--;
	cut = cut ? cut : fits;
	return cut + strspn(text + cut, " ");
}

static const char *cut_title(struct fit *fit, const char *text, size_t width)
{
	size_t start = 0;
	for (int line = 1; line < LINES; line++)
		start += line_length(text + start, width);
	if (!width || pmo_text_width(text + start) <= width)
		return text;
	struct pmo_buffer out;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_buffer_add(&out, text, start);
	pmo_text_truncate(&out, text + start, width);
	char *copy = out.failed ? NULL : pmo_arena_copy(&fit->cli->arena, out.data, out.length);
	pmo_buffer_release(&out);
	return copy;
}

static enum pmo_result cut_titles(struct fit *fit, const char *title)
{
	struct pmo_table *table = fit->table;
	for (size_t i = 0; title && i < table->column_count; i++) {
		if (strcmp(table->columns[i].name, title) != 0 ||
		    table->columns[i].shrink != PMO_SHRINK_WRAP)
			continue;
		for (size_t r = 0; r < table->row_count; r++) {
			struct pmo_cell *cell = table->rows[r].cells;
			if (!cell || !cell[i].text)
				continue;
			cell[i].text = cut_title(fit, cell[i].text, fit->widths[i]);
			if (!cell[i].text)
				return PMO_NO_MEMORY;
		}
	}
	return PMO_OK;
}

static bool has_column(const struct pmo_table *table, const char *name)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (name && strcmp(table->columns[i].name, name) == 0)
			return true;
	return false;
}

enum pmo_result columns_mark(struct cli *cli, const struct list_columns *columns,
			     struct pmo_table *table)
{
	const struct pmo_schema *schema = columns->schema;
	const char *due = schema->due >= 0 ? schema->fields[schema->due]->name : NULL;
	size_t id = 0;
	while (id < table->column_count && strcmp(table->columns[id].name, "id") != 0)
		id++;
	if (id == table->column_count || has_column(table, due))
		return PMO_OK;
	for (size_t r = 0; r < table->row_count; r++) {
		struct pmo_row *row = &table->rows[r];
		struct pmo_cell *cell = row->cells ? &row->cells[id] : NULL;
		if (!cell || row->style != PMO_STYLE_BAD)
			continue;
		cell->raw = cell->raw ? cell->raw : cell->text;
		cell->text = pmo_arena_format(&cli->arena, "%s !", cell->raw);
		if (!cell->text)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

enum pmo_result columns_fit(struct cli *cli, const struct list_columns *columns,
			    struct pmo_table *table, const char **hidden)
{
	const struct pmo_schema *schema = columns->schema;
	struct fit fit = { .cli = cli, .table = table, .room = (size_t)cli->terminal.width };
	const char *title = schema->title >= 0 ? schema->fields[schema->title]->name : NULL;
	fit.natural = pmo_arena_array(&cli->arena, table->column_count, sizeof(size_t));
	fit.least = pmo_arena_array(&cli->arena, table->column_count, sizeof(size_t));
	fit.widths = pmo_arena_array(&cli->arena, table->column_count, sizeof(size_t));
	fit.asked = pmo_arena_array(&cli->arena, table->column_count, sizeof(bool));
	if (!fit.natural || !fit.least || !fit.widths || !fit.asked)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < table->column_count; i++)
		fit.asked[i] = columns->items[i].asked;
	measure(&fit);
	enum pmo_result result = hide_columns(&fit, hidden);
	if (result == PMO_OK)
		result = columns_mark(cli, columns, table);
	if (result != PMO_OK)
		return result;
	measure(&fit); /* marks make ids wider */
	set_widths(&fit);
	for (size_t i = 0; i < table->column_count; i++)
		table->columns[i].priority = 0;
	return cut_titles(&fit, title);
}
