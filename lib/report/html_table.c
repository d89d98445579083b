/* Tables of a page, and how wide their columns are. */
#include "html.h"

#include "out/escape.h"
#include "out/out.h"

#include <pmo/text.h>

#include <string.h>

enum {
	KEPT_LENGTH = 14, /* bytes of an id, a date, a sum: cells that are not broken */
	WIDE = 34,        /* cells; wider text is wrapped anyway, longer words broken */
	PADDING = 4,
	BOLD = 5,  /* bold words are wider by one such part */
	PAGE = 96, /* cells across a printed page */
	PERCENT = 100,
};

static size_t longest(const struct pmo_table *table, size_t column, struct pmo_buffer *scratch)
{
	size_t most = pmo_text_width(out_heading(&table->columns[column]));
	for (size_t r = 0; r < table->row_count; r++) {
		const struct pmo_row *row = &table->rows[r];
		if (!row->cells)
			continue;
		size_t width = pmo_text_width(out_cell_text(scratch, &row->cells[column]));
		most = width > most ? width : most;
	}
	return most;
}

/* Ids, dates and sums stay on one line: the classes of the columns that are as short as they. */
static void add_column_classes(const struct pmo_table *table, struct pmo_buffer *classes)
{
	struct pmo_buffer scratch;
	pmo_buffer_init(&scratch, PMO_BUFFER_LIMIT);
	pmo_buffer_add_text(classes, " class=\"");
	for (size_t i = 0; i < table->column_count && i < HTML_KEPT_COLUMNS; i++)
		if (longest(table, i, &scratch) <= KEPT_LENGTH)
			pmo_buffer_add_format(classes, "k%zu ", i + 1);
	pmo_buffer_add_text(classes, "k\"");
	classes->failed = classes->failed || scratch.failed;
	pmo_buffer_release(&scratch);
}

static size_t longest_word(const char *text)
{
	size_t most = 0;
	while (*text) {
		size_t length = strcspn(text, " ");
		most = length > most ? length : most;
		text += length + (text[length] == ' ');
	}
	return most < WIDE ? most : WIDE;
}

/* How narrow a column may be, so that no id and no word is broken. */
static size_t least(const struct pmo_table *table, size_t column, struct pmo_buffer *scratch)
{
	size_t most = longest_word(out_heading(&table->columns[column]));
	most += most / BOLD;
	for (size_t r = 0; r < table->row_count; r++) {
		if (!table->rows[r].cells)
			continue;
		size_t length = longest_word(out_cell_text(scratch, &table->rows[r].cells[column]));
		most = length > most ? length : most;
	}
	return most;
}

/* What a column would take beyond that. */
static size_t more(const struct pmo_table *table, size_t column, struct pmo_buffer *scratch)
{
	size_t width = longest(table, column, scratch), needed = least(table, column, scratch);
	width = width < WIDE ? width : WIDE;
	return width > needed ? width - needed : 0;
}

/*
 * Word processors give all columns the same width unless they are told: first what each needs,
 * then, of what is left of the page, what each would like.
 */
static void add_widths(const struct pmo_table *table, struct pmo_buffer *columns)
{
	struct pmo_buffer scratch;
	size_t needed = 0, wished = 0;
	pmo_buffer_init(&scratch, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < table->column_count; i++) {
		needed += least(table, i, &scratch) + PADDING;
		wished += more(table, i, &scratch);
	}
	size_t room = needed < PAGE ? PAGE - needed : 0, before = 0, total = needed;
	room = wished < room ? wished : room;
	for (size_t i = 0; wished && i < table->column_count; i++)
		total += more(table, i, &scratch) * room / wished;
	for (size_t i = 0; i < table->column_count; i++) {
		size_t width = least(table, i, &scratch) + PADDING;
		if (wished)
			width += more(table, i, &scratch) * room / wished;
		/* Rounded where the columns end, so that all of them together are the whole. */
		pmo_buffer_add_format(columns, "<col style=\"width: %zu%%\">",
				      (before + width) * PERCENT / total -
					      before * PERCENT / total);
		before += width;
	}
	columns->failed = columns->failed || scratch.failed;
	pmo_buffer_release(&scratch);
}

void html_add_table(struct html *html, const struct pmo_table *table, const char *caption,
		    bool hidden)
{
	struct pmo_buffer made;
	struct out_html_attributes attributes = {
		.table = "",
		.caption = hidden ? " class=\"hidden\"" : "",
		.columns = "",
		.plain_rows = html->convert,
	};
	pmo_buffer_init(&made, PMO_BUFFER_LIMIT);
	if (html->convert) {
		add_widths(table, &made);
		attributes.columns = made.data;
	} else {
		add_column_classes(table, &made);
		attributes.table = made.data;
	}
	out_html_table(table, hidden && html->convert ? "" : caption, &attributes, html->out);
	html->out->failed = html->out->failed || made.failed;
	pmo_buffer_release(&made);
}

static void add_base64(struct pmo_buffer *out, const char *bytes, size_t length)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (size_t i = 0; i < length; i += 3) {
		unsigned long three = 0;
		for (size_t k = 0; k < 3; k++)
			three = three << 8 | (i + k < length ? (unsigned char)bytes[i + k] : 0U);
		for (size_t k = 0; k < 4; k++) {
			bool padding = i + k > length;
			pmo_buffer_add_char(out,
					    padding ? '=' : digits[three >> (18 - 6 * k) & 63]);
		}
	}
}

void html_add_image(struct html *html, const struct pmo_figure *figure)
{
	pmo_buffer_add_text(html->out, "<p><img width=\"620\" alt=\"");
	escape_add_html(html->out, figure->description);
	pmo_buffer_add_text(html->out, "\" src=\"data:image/svg+xml;base64,");
	add_base64(html->out, figure->svg, strlen(figure->svg));
	pmo_buffer_add_text(html->out, "\"></p>\n");
}
