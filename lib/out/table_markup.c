/* A table as markup for people: a Markdown pipe table, and an HTML page of its own. */
#include "out.h"

#include "escape.h"
#include <string.h>

static void add_markdown_row(const struct pmo_table *table, const struct pmo_row *row,
			     struct pmo_buffer *scratch, struct pmo_buffer *out)
{
	pmo_buffer_add_char(out, '|');
	for (size_t i = 0; i < table->column_count; i++) {
		pmo_buffer_add_char(out, ' ');
		if (row->kind == PMO_ROW_GROUP && i == 0) {
			pmo_buffer_add_text(out, "**");
			escape_add_markdown(out, row->title ? row->title : "");
			pmo_buffer_add_text(out, "**");
		} else if (row->kind != PMO_ROW_GROUP) {
			for (unsigned d = 0; i == table->tree_column && d < row->depth; d++)
				pmo_buffer_add_text(out, "&nbsp;&nbsp;");
			escape_add_markdown(out, out_cell_text(scratch, &row->cells[i]));
		}
		pmo_buffer_add_text(out, " |");
	}
	pmo_buffer_add_char(out, '\n');
}

enum pmo_result out_markdown(const struct pmo_table *table, struct pmo_buffer *out)
{
	struct pmo_buffer scratch;
	pmo_buffer_init(&scratch, out->limit);
	if (table->title) {
		pmo_buffer_add_text(out, "**");
		escape_add_markdown(out, table->title);
		pmo_buffer_add_text(out, "**\n\n");
	}
	pmo_buffer_add_char(out, '|');
	for (size_t i = 0; i < table->column_count; i++) {
		pmo_buffer_add_char(out, ' ');
		escape_add_markdown(out, out_heading(&table->columns[i]));
		pmo_buffer_add_text(out, " |");
	}
	pmo_buffer_add_text(out, "\n|");
	for (size_t i = 0; i < table->column_count; i++)
		pmo_buffer_add_text(out, table->columns[i].align == PMO_RIGHT ? "--:|" : "---|");
	pmo_buffer_add_char(out, '\n');
	for (size_t r = 0; r < table->row_count; r++)
		add_markdown_row(table, &table->rows[r], &scratch, out);
	return out_finish(out, &scratch);
}

static const char style_sheet[] =
	"body{font:16px/1.4 system-ui,sans-serif;margin:2em}\n"
	"h1{font-size:1.4em;line-height:1.3;margin:0 0 .6em}\n"
	".scroll{overflow-x:auto}\n"
	"table{border-collapse:collapse}\n"
	"caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
	"th,td{padding:.25em .6em;border-bottom:1px solid #bbb;"
	"text-align:left;vertical-align:top}\n"
	"th[scope=row]{font-weight:normal}\n"
	".right{text-align:right;font-variant-numeric:tabular-nums}\n"
	".group th{background:#eee}\n"
	".footer th,.footer td{font-weight:bold;border-top:2px solid #666}\n"
	".good{color:#0a5c1f}.warn{color:#7a4b00}.bad{color:#a30000}.dim{color:#595959}\n"
	"@media screen and (max-width:40em){body{margin:1em}"
	"table{width:max-content;max-width:44em}}\n"
	"@media print{body{margin:0;font-size:9pt}.scroll{overflow:visible}"
	"thead{display:table-header-group}tr{break-inside:avoid}}\n";

static void add_html_head(const struct pmo_table *table, struct pmo_buffer *out)
{
	const char *title = table->title ? table->title : "Table";
	pmo_buffer_add_text(out, "<!DOCTYPE html>\n<html lang=\"");
	escape_add_html(out, table->language ? table->language : "en");
	pmo_buffer_add_text(out,
			    "\">\n<head>\n<meta charset=\"utf-8\">\n"
			    "<meta http-equiv=\"Content-Security-Policy\" "
			    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
			    "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
	escape_add_html(out, title);
	pmo_buffer_add_text(out, "</title>\n<style>\n");
	pmo_buffer_add_text(out, style_sheet);
	pmo_buffer_add_text(out, "</style>\n</head>\n<body>\n<main>\n<h1>");
	escape_add_html(out, title);
	pmo_buffer_add_text(out, "</h1>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
				 "aria-label=\"");
	escape_add_html(out, title);
	pmo_buffer_add_text(out, "\">\n");
}

static void add_html_headings(const struct pmo_table *table, struct pmo_buffer *out)
{
	pmo_buffer_add_text(out, "<thead>\n<tr>");
	for (size_t i = 0; i < table->column_count; i++) {
		bool right = table->columns[i].align == PMO_RIGHT;
		pmo_buffer_add_format(out, "<th scope=\"col\"%s>", right ? " class=\"right\"" : "");
		escape_add_html(out, out_heading(&table->columns[i]));
		pmo_buffer_add_text(out, "</th>");
	}
	pmo_buffer_add_text(out, "</tr>\n</thead>\n");
}

/* A status letter is a badge of its color; other texts of the column stay as they are. */
static void add_html_text(const struct pmo_column *column, const char *text, struct pmo_buffer *out)
{
	bool badge = column->badge && *text && !text[1] && strchr("GYRNH", *text);
	if (badge)
		pmo_buffer_add_format(out, "<span class=\"badge %c\">%c</span>", *text, *text);
	else
		escape_add_html(out, text);
}

/* What the rows of a table share. */
struct html_rows {
	const struct pmo_table *table;
	bool plain; /* no cell is a heading */
	struct pmo_buffer *scratch, *out;
};

static void add_html_cell(const struct html_rows *rows, const struct pmo_row *row, size_t i)
{
	struct pmo_buffer *out = rows->out;
	const struct pmo_column *column = &rows->table->columns[i];
	const char *text = out_cell_text(rows->scratch, &row->cells[i]);
	bool heading = i == 0 && *text && !rows->plain; /* an empty one names no row */
	pmo_buffer_add_text(out, heading ? "<th scope=\"row\"" : "<td");
	if (column->align == PMO_RIGHT)
		pmo_buffer_add_text(out, " class=\"right\"");
	if (row->depth && i == rows->table->tree_column)
		pmo_buffer_add_format(out, " style=\"padding-left:%u.6em\"", row->depth);
	pmo_buffer_add_char(out, '>');
	add_html_text(column, text, out);
	pmo_buffer_add_text(out, heading ? "</th>" : "</td>");
}

static void add_html_group(const struct html_rows *rows, const struct pmo_row *row)
{
	pmo_buffer_add_format(rows->out,
			      rows->plain ? "<tr class=\"group\"><td colspan=\"%zu\"><strong>"
					  : "<tr class=\"group\"><th scope=\"rowgroup\" "
					    "colspan=\"%zu\">",
			      rows->table->column_count);
	escape_add_html(rows->out, row->title ? row->title : "");
	pmo_buffer_add_text(rows->out,
			    rows->plain ? "</strong></td></tr>\n" : "</th></tr>\n");
}

static void add_html_row(const struct html_rows *rows, const struct pmo_row *row)
{
	static const char *const classes[] = { "", "good", "warn", "bad", "dim" };
	if (row->kind == PMO_ROW_GROUP) {
		add_html_group(rows, row);
		return;
	}
	const char *class = row->kind == PMO_ROW_FOOTER ? "footer" : classes[row->style];
	if (*class)
		pmo_buffer_add_format(rows->out, "<tr class=\"%s\">", class);
	else
		pmo_buffer_add_text(rows->out, "<tr>");
	for (size_t i = 0; i < rows->table->column_count; i++)
		add_html_cell(rows, row, i);
	pmo_buffer_add_text(rows->out, "</tr>\n");
}

/* Each group is a body of its own, so that its heading's scope is its rows. */
void out_html_table(const struct pmo_table *table, const char *caption,
		    const struct out_html_attributes *attributes, struct pmo_buffer *out)
{
	struct pmo_buffer scratch;
	struct html_rows rows = { table, attributes->plain_rows, &scratch, out };
	pmo_buffer_init(&scratch, out->limit);
	pmo_buffer_add_format(out, "<table%s>\n<caption%s>", attributes->table,
			      attributes->caption);
	escape_add_html(out, caption);
	pmo_buffer_add_text(out, "</caption>\n");
	if (*attributes->columns)
		pmo_buffer_add_format(out, "<colgroup>%s</colgroup>\n", attributes->columns);
	add_html_headings(table, out);
	pmo_buffer_add_text(out, "<tbody>\n");
	for (size_t r = 0; r < table->row_count; r++) {
		if (r && table->rows[r].kind == PMO_ROW_GROUP)
			pmo_buffer_add_text(out, "</tbody>\n<tbody>\n");
		add_html_row(&rows, &table->rows[r]);
	}
	pmo_buffer_add_text(out, "</tbody>\n</table>\n");
	out->failed = out->failed || scratch.failed;
	pmo_buffer_release(&scratch);
}

enum pmo_result out_html(const struct pmo_table *table, struct pmo_buffer *out)
{
	static const struct out_html_attributes none = { "", "", "", false };
	add_html_head(table, out);
	out_html_table(table, table->title ? table->title : "Table", &none, out);
	pmo_buffer_add_text(out, "</div>\n</main>\n</body>\n</html>\n");
	return out->failed ? PMO_NO_MEMORY : PMO_OK;
}
