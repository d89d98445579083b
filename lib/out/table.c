/* Filling a table, names of formats, and the way to each format. */
#include <pmo/table.h>

#include "out.h"
#include <pmo/text.h>
#include <string.h>

void pmo_table_init(struct pmo_table *table, struct pmo_arena *arena)
{
	memset(table, 0, sizeof(*table));
	table->arena = arena;
}

enum pmo_result pmo_table_add_column(struct pmo_table *table, const struct pmo_column *column)
{
	struct pmo_column *columns =
		pmo_arena_grow(table->arena, table->columns, table->column_count,
			       &table->column_capacity, sizeof(*columns));
	if (!columns)
		return PMO_NO_MEMORY;
	table->columns = columns;
	columns[table->column_count++] = *column;
	return PMO_OK;
}

enum pmo_result pmo_table_add_columns(struct pmo_table *table, const struct pmo_column *columns,
				      size_t count)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < count && result == PMO_OK; i++)
		result = pmo_table_add_column(table, &columns[i]);
	return result;
}

enum pmo_result pmo_table_reserve(struct pmo_table *table, size_t rows)
{
	if (rows <= table->row_capacity)
		return PMO_OK;
	struct pmo_row *larger = pmo_arena_array(table->arena, rows, sizeof(*larger));
	if (!larger)
		return PMO_NO_MEMORY;
	if (table->row_count)
		memcpy(larger, table->rows, table->row_count * sizeof(*larger));
	table->rows = larger;
	table->row_capacity = rows;
	return PMO_OK;
}

static struct pmo_row *add_row(struct pmo_table *table, enum pmo_row_kind kind)
{
	struct pmo_row *rows = pmo_arena_grow(table->arena, table->rows, table->row_count,
					      &table->row_capacity, sizeof(*rows));
	if (!rows)
		return NULL;
	table->rows = rows;
	struct pmo_row *row = &rows[table->row_count];
	memset(row, 0, sizeof(*row));
	row->kind = kind;
	if (kind != PMO_ROW_GROUP) {
		row->cells =
			pmo_arena_array(table->arena, table->column_count, sizeof(*row->cells));
		if (!row->cells)
			return NULL;
	}
	table->row_count++;
	return row;
}

struct pmo_row *pmo_table_add_row(struct pmo_table *table)
{
	return add_row(table, PMO_ROW_RECORD);
}

struct pmo_row *pmo_table_add_footer(struct pmo_table *table)
{
	return add_row(table, PMO_ROW_FOOTER);
}

enum pmo_result pmo_table_add_group(struct pmo_table *table, const char *title)
{
	struct pmo_row *row = add_row(table, PMO_ROW_GROUP);
	if (!row)
		return PMO_NO_MEMORY;
	row->title = title;
	return PMO_OK;
}

static const struct {
	const char *name;
	enum pmo_format format;
	bool file_only; /* an ending, no name to give on the command line */
} formats[] = {
	{ "table", PMO_FORMAT_TABLE, false }, { "tsv", PMO_FORMAT_TSV, false },
	{ "csv", PMO_FORMAT_CSV, false },     { "json", PMO_FORMAT_JSON, false },
	{ "jsonl", PMO_FORMAT_JSONL, false }, { "yaml", PMO_FORMAT_YAML, false },
	{ "md", PMO_FORMAT_MD, false },       { "html", PMO_FORMAT_HTML, false },
	{ "ids", PMO_FORMAT_IDS, false },     { "xlsx", PMO_FORMAT_XLSX, false },
	{ "txt", PMO_FORMAT_TABLE, true },    { "yml", PMO_FORMAT_YAML, true },
	{ "htm", PMO_FORMAT_HTML, true },     { "ndjson", PMO_FORMAT_JSONL, true },
	{ "markdown", PMO_FORMAT_MD, true },
};

enum { FORMAT_COUNT = sizeof(formats) / sizeof(formats[0]) };

bool pmo_format_from_name(const char *name, enum pmo_format *format)
{
	for (size_t i = 0; i < FORMAT_COUNT; i++) {
		if (!formats[i].file_only && strcmp(formats[i].name, name) == 0) {
			*format = formats[i].format;
			return true;
		}
	}
	return false;
}

bool pmo_format_from_file(const char *path, enum pmo_format *format)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	const char *dot = strrchr(name, '.');
	if (!dot || dot == name)
		return false;
	for (size_t i = 0; i < FORMAT_COUNT; i++) {
		bool is_ending =
			formats[i].format != PMO_FORMAT_IDS && strcmp(formats[i].name, "table");
		if (is_ending && pmo_ascii_equal(formats[i].name, dot + 1)) {
			*format = formats[i].format;
			return true;
		}
	}
	return false;
}

const char *pmo_format_name(enum pmo_format format)
{
	return formats[format].name;
}

static const char *join_items(struct pmo_buffer *scratch, const struct pmo_cell *cell,
			      const char *separator)
{
	pmo_buffer_truncate(scratch, 0);
	for (size_t i = 0; i < cell->item_count; i++) {
		if (i)
			pmo_buffer_add_text(scratch, separator);
		pmo_buffer_add_text(scratch, cell->items[i]);
	}
	return scratch->data;
}

const char *out_cell_text(struct pmo_buffer *scratch, const struct pmo_cell *cell)
{
	if (cell->text)
		return cell->text;
	if (cell->raw)
		return cell->raw;
	return cell->item_count ? join_items(scratch, cell, ", ") : "";
}

const char *out_cell_raw(struct pmo_buffer *scratch, const struct pmo_cell *cell)
{
	if (cell->absent)
		return "";
	if (cell->raw)
		return cell->raw;
	if (cell->item_count)
		return join_items(scratch, cell, ",");
	return cell->text ? cell->text : "";
}

enum pmo_result out_finish(const struct pmo_buffer *out, struct pmo_buffer *scratch)
{
	bool failed = out->failed || scratch->failed;
	pmo_buffer_release(scratch);
	return failed ? PMO_NO_MEMORY : PMO_OK;
}

bool out_cell_is_absent(const struct pmo_cell *cell)
{
	return cell->absent || (!cell->text && !cell->raw && !cell->items);
}

const char *out_heading(const struct pmo_column *column)
{
	return column->heading ? column->heading : column->name;
}

enum pmo_result pmo_table_print(const struct pmo_table *table, enum pmo_format format,
				const struct pmo_terminal *terminal, struct pmo_buffer *out)
{
	static const struct pmo_terminal none = { .utf8 = true };
	switch (format) {
	case PMO_FORMAT_TABLE:
		return out_text(table, terminal ? terminal : &none, out);
	case PMO_FORMAT_TSV:
		return out_tsv(table, out);
	case PMO_FORMAT_CSV:
		return out_csv(table, out);
	case PMO_FORMAT_JSON:
		return out_json(table, out);
	case PMO_FORMAT_JSONL:
		return out_jsonl(table, out);
	case PMO_FORMAT_YAML:
		return out_yaml(table, out);
	case PMO_FORMAT_MD:
		return out_markdown(table, out);
	case PMO_FORMAT_HTML:
		return out_html(table, out);
	case PMO_FORMAT_IDS:
		return out_ids(table, out);
	case PMO_FORMAT_XLSX:
		return out_sheet(table, out);
	}
	return PMO_USAGE;
}
