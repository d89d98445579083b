/* A table for programs: the records alone, with raw values. */
#include "out.h"

#include "escape.h"
#include <pmo/csv.h>
#include <pmo/sink.h>
#include <string.h>

enum pmo_result out_tsv(const struct pmo_table *table, struct pmo_buffer *out)
{
	struct pmo_buffer scratch;
	pmo_buffer_init(&scratch, out->limit);
	for (size_t i = 0; i < table->column_count; i++) {
		if (i)
			pmo_buffer_add_char(out, '\t');
		escape_add_line(out, table->columns[i].name);
	}
	pmo_buffer_add_char(out, '\n');
	for (size_t r = 0; r < table->row_count; r++) {
		const struct pmo_row *row = &table->rows[r];
		if (row->kind != PMO_ROW_RECORD)
			continue;
		for (size_t i = 0; i < table->column_count; i++) {
			if (i)
				pmo_buffer_add_char(out, '\t');
			escape_add_line(out, out_cell_raw(&scratch, &row->cells[i]));
		}
		pmo_buffer_add_char(out, '\n');
	}
	return out_finish(out, &scratch);
}

enum pmo_result out_ids(const struct pmo_table *table, struct pmo_buffer *out)
{
	struct pmo_buffer scratch;
	pmo_buffer_init(&scratch, out->limit);
	for (size_t r = 0; r < table->row_count; r++) {
		const struct pmo_row *row = &table->rows[r];
		if (row->kind != PMO_ROW_RECORD || !table->column_count)
			continue;
		escape_add_line(out, out_cell_raw(&scratch, &row->cells[0]));
		pmo_buffer_add_char(out, '\n');
	}
	return out_finish(out, &scratch);
}

/* The guard leaves numbers alone; quoting leaves everything as it is but for controls. */
static void add_csv_cell(struct pmo_csv_writer *writer, struct pmo_buffer *visible,
			 const char *text)
{
	if (!escape_is_plain(text, strlen(text))) {
		pmo_buffer_truncate(visible, 0);
		escape_add_exact(visible, text);
		text = visible->data;
	}
	pmo_csv_add_cell(writer, text);
}

/* `86400.00`, `-3.5`: where a comma is the decimal sign, a point makes a text or a day of it. */
static bool is_decimal(const char *text)
{
	text += *text == '-' || *text == '+';
	size_t whole = strspn(text, "0123456789");
	size_t part = text[whole] == '.' ? strspn(text + whole + 1, "0123456789") : 0;
	return whole && part && !text[whole + 1 + part];
}

/* In columns of numbers; in those of texts it is a name: `3.1`. */
static const char *with_decimal_comma(const struct pmo_column *column, const char *text,
				      struct pmo_buffer *number)
{
	bool numbers = column->align == PMO_RIGHT || column->kind == PMO_CELL_NUMBER;
	if (!numbers || !is_decimal(text))
		return text;
	size_t point = strcspn(text, ".");
	pmo_buffer_truncate(number, 0);
	pmo_buffer_add(number, text, point);
	pmo_buffer_add_char(number, ',');
	pmo_buffer_add_text(number, text + point + 1);
	return number->data;
}

enum pmo_result out_csv(const struct pmo_table *table, struct pmo_buffer *out)
{
	struct pmo_csv_writer writer;
	struct pmo_buffer scratch, visible, number;
	pmo_csv_writer_init(&writer, out);
	if (table->semicolons)
		writer.delimiter = ';';
	pmo_buffer_init(&number, out->limit);
	pmo_buffer_init(&scratch, out->limit);
	pmo_buffer_init(&visible, out->limit);
	for (size_t i = 0; i < table->column_count; i++)
		add_csv_cell(&writer, &visible, table->columns[i].name);
	pmo_csv_end_record(&writer);
	for (size_t r = 0; r < table->row_count; r++) {
		const struct pmo_row *row = &table->rows[r];
		if (row->kind != PMO_ROW_RECORD)
			continue;
		for (size_t i = 0; i < table->column_count; i++) {
			const char *text = out_cell_raw(&scratch, &row->cells[i]);
			if (table->semicolons)
				text = with_decimal_comma(&table->columns[i], text, &number);
			add_csv_cell(&writer, &visible, text);
		}
		pmo_csv_end_record(&writer);
	}
	scratch.failed = scratch.failed || visible.failed || number.failed;
	pmo_buffer_release(&number);
	pmo_buffer_release(&visible);
	return out_finish(out, &scratch);
}

static void sink_list(struct pmo_sink *sink, const struct pmo_cell *cell)
{
	pmo_sink_begin_list(sink);
	for (size_t i = 0; i < cell->item_count; i++)
		pmo_sink_string(sink, cell->items[i]);
	pmo_sink_end(sink);
}

static void sink_cell(struct pmo_sink *sink, const struct pmo_cell *cell, enum pmo_cell_kind kind)
{
	const char *raw = cell->raw ? cell->raw : cell->text;
	if (kind == PMO_CELL_LIST && !cell->absent)
		sink_list(sink, cell);
	else if (out_cell_is_absent(cell) || !raw)
		pmo_sink_null(sink);
	else if (kind == PMO_CELL_NUMBER)
		pmo_sink_number(sink, raw);
	else if (kind == PMO_CELL_BOOL && (strcmp(raw, "true") == 0 || strcmp(raw, "false") == 0))
		pmo_sink_bool(sink, raw[0] == 't');
	else
		pmo_sink_string(sink, raw);
}

void out_sink_row(struct pmo_sink *sink, const struct pmo_table *table, const struct pmo_row *row)
{
	pmo_sink_begin_map(sink);
	for (size_t i = 0; i < table->column_count; i++) {
		pmo_sink_key(sink, table->columns[i].name);
		sink_cell(sink, &row->cells[i], table->columns[i].kind);
	}
	pmo_sink_end(sink);
}

static enum pmo_result sink_table(const struct pmo_table *table, enum pmo_sink_style style,
				  struct pmo_buffer *out)
{
	struct pmo_sink sink;
	pmo_sink_init(&sink, out, style);
	pmo_sink_begin_list(&sink);
	for (size_t r = 0; r < table->row_count; r++) {
		if (table->rows[r].kind == PMO_ROW_RECORD)
			out_sink_row(&sink, table, &table->rows[r]);
	}
	pmo_sink_end(&sink);
	return pmo_sink_finish(&sink);
}

enum pmo_result out_json(const struct pmo_table *table, struct pmo_buffer *out)
{
	return sink_table(table, PMO_SINK_JSON, out);
}

enum pmo_result out_yaml(const struct pmo_table *table, struct pmo_buffer *out)
{
	return sink_table(table, PMO_SINK_YAML, out);
}

enum pmo_result out_jsonl(const struct pmo_table *table, struct pmo_buffer *out)
{
	for (size_t r = 0; r < table->row_count; r++) {
		if (table->rows[r].kind != PMO_ROW_RECORD)
			continue;
		struct pmo_sink sink;
		pmo_sink_init(&sink, out, PMO_SINK_JSON_COMPACT);
		out_sink_row(&sink, table, &table->rows[r]);
		enum pmo_result result = pmo_sink_finish(&sink);
		if (result != PMO_OK)
			return result;
	}
	return out->failed ? PMO_NO_MEMORY : PMO_OK;
}
