/*
 * A table is what nearly every answer is: columns, rows of cells, groups of rows.
 *
 * It is filled once and printed in any format. People and programs read different
 * things in it: a cell has the text that people see and, where that differs, the
 * raw value that programs get; a column has a heading and a name. Group headings,
 * footers, indentation and styles are for people only; programs get the records.
 *
 * Everything in a table is kept by reference or in the arena it was given.
 */
#ifndef PMO_TABLE_H
#define PMO_TABLE_H

#include <pmo/arena.h>
#include <pmo/buffer.h>
#include <pmo/result.h>
#include <stdbool.h>
#include <stddef.h>

enum pmo_format {
	PMO_FORMAT_TABLE,
	PMO_FORMAT_TSV,
	PMO_FORMAT_CSV,
	PMO_FORMAT_JSON,
	PMO_FORMAT_JSONL,
	PMO_FORMAT_YAML,
	PMO_FORMAT_MD,
	PMO_FORMAT_HTML,
	PMO_FORMAT_IDS,
	PMO_FORMAT_XLSX,
};

/* "table", "tsv" ... False: no such format. */
PMO_API bool pmo_format_from_name(const char *name, enum pmo_format *format);

/* By the ending of a file's name, in any case; also .yml, .htm, .markdown, .ndjson, .txt. */
PMO_API bool pmo_format_from_file(const char *path, enum pmo_format *format);

PMO_API const char *pmo_format_name(enum pmo_format format);

enum pmo_align { PMO_LEFT, PMO_RIGHT };

/* What a column does when the terminal is too narrow. */
enum pmo_shrink { PMO_SHRINK_NEVER, PMO_SHRINK_TRUNCATE, PMO_SHRINK_WRAP };

/* What a cell is in JSON and YAML. Money is a string. */
enum pmo_cell_kind { PMO_CELL_STRING, PMO_CELL_NUMBER, PMO_CELL_BOOL, PMO_CELL_LIST };

struct pmo_column {
	const char *name;    /* for programs: `due` */
	const char *heading; /* for people: `Due`; NULL: the name */
	enum pmo_align align;
	enum pmo_shrink shrink;
	int priority; /* 0: always shown; on a narrow terminal the highest goes first */
	enum pmo_cell_kind kind;
	bool badge;     /* its cells are status letters (G Y R N H): documents color them */
	bool is_hidden; /* a sheet has it out of sight, as what only programs read */
	int least;      /* cells that it keeps when it shrinks; 0: the usual number */
	int most;       /* where the table is too wide, it wraps from here on; 0: where it must */
};

/* All zero: nothing is known, null. */
struct pmo_cell {
	const char *text; /* for people; NULL: the raw value */
	const char *raw;  /* for programs; NULL: the text; of a truth value "true" or "false" */
	const char *const *items; /* of a list */
	size_t item_count;
	bool absent; /* null for programs, whatever people see */
};

enum pmo_row_kind { PMO_ROW_RECORD, PMO_ROW_GROUP, PMO_ROW_FOOTER };

/* Colour where there is colour. It never says what the text does not say too. */
enum pmo_style { PMO_STYLE_PLAIN, PMO_STYLE_GOOD, PMO_STYLE_WARN, PMO_STYLE_BAD, PMO_STYLE_DIM };

struct pmo_row {
	enum pmo_row_kind kind;
	enum pmo_style style;
	unsigned depth;         /* indents the table's tree column */
	const char *title;      /* of a group */
	struct pmo_cell *cells; /* one a column; of a group NULL */
};

struct pmo_table {
	struct pmo_arena *arena;
	const char *title;    /* of the page or above the Markdown table; may be NULL */
	const char *language; /* of the page; NULL: "en" */
	size_t tree_column;   /* which column depth indents */
	bool semicolons;      /* CSV has them between cells, and numbers a decimal comma */
	struct pmo_column *columns;
	size_t column_count, column_capacity;
	struct pmo_row *rows;
	size_t row_count, row_capacity;
};

PMO_API void pmo_table_init(struct pmo_table *table, struct pmo_arena *arena);

/* Columns come first, before any row. */
PMO_API PMO_CHECKED enum pmo_result pmo_table_add_column(struct pmo_table *table,
							 const struct pmo_column *column);
PMO_API PMO_CHECKED enum pmo_result
pmo_table_add_columns(struct pmo_table *table, const struct pmo_column *columns, size_t count);

/* Makes room for that many rows at once; without it a table grows as rows come. */
PMO_API PMO_CHECKED enum pmo_result pmo_table_reserve(struct pmo_table *table, size_t rows);

/* A row of empty cells to fill; NULL: no memory. It moves when the next one is added. */
PMO_API struct pmo_row *pmo_table_add_row(struct pmo_table *table);

/* What stands above the rows that follow. */
PMO_API PMO_CHECKED enum pmo_result pmo_table_add_group(struct pmo_table *table, const char *title);

/* A row of counts and sums below a group or the table. */
PMO_API struct pmo_row *pmo_table_add_footer(struct pmo_table *table);

struct pmo_terminal {
	int width; /* cells; 0: not a terminal, nothing is cut or wrapped */
	bool colour, utf8;
	bool is_page; /* of a document: that columns are left out is no news to its reader */
};

/*
 * Appends the table in a format. TABLE never makes a line wider than the terminal:
 * it wraps and cuts where columns allow it, then leaves columns out. terminal may
 * be NULL: none. JSON, JSONL and YAML: field names are column names, a cell of no
 * value is null. CSV disarms formulas. No control character gets out raw. XLSX is a line of
 * JSON a table, which pmo-export-xlsx makes a sheet of.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_table_print(const struct pmo_table *table,
						    enum pmo_format format,
						    const struct pmo_terminal *terminal,
						    struct pmo_buffer *out);

#endif
