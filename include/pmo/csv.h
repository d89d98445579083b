/*
 * CSV as other programs write it, and as RFC 4180 says it should be.
 *
 * Reading takes what comes: a byte order mark, Windows line ends, semicolons, tabs
 * or bars between the cells, Excel's `sep=;` line, line ends inside quotes, rows
 * too short or too long, text in Windows-1252. What was taken for what stands in
 * struct pmo_csv, so that an import can say so. Blank lines are no records.
 *
 * Writing quotes a cell only when it must be, and can disarm cells that a
 * spreadsheet would run as a formula.
 */
#ifndef PMO_CSV_H
#define PMO_CSV_H

#include <pmo/arena.h>
#include <pmo/buffer.h>
#include <pmo/diag.h>
#include <pmo/result.h>

enum {
	PMO_CSV_BYTES_MAX = 16 << 20,
	PMO_CSV_COLUMNS_MAX = 10000,
	PMO_CSV_RECORDS_MAX = 1000000,
};

enum pmo_csv_encoding { PMO_CSV_UTF8, PMO_CSV_LATIN1, PMO_CSV_WINDOWS1252 };

struct pmo_csv_record {
	const char **cells; /* UTF-8 */
	size_t count;       /* may differ from the header's */
	size_t line;        /* where it begins, from 1 */
	size_t offset;      /* the same, in bytes of pmo_csv.source */
};

struct pmo_csv {
	const struct pmo_source *source; /* what offsets are in: what was read, as UTF-8 */
	enum pmo_csv_encoding encoding;  /* what it was before */
	char delimiter;
	bool bom;
	const char *sheet;   /* of a workbook: lines are its rows; see <pmo/xlsx.h>. Else NULL */
	size_t first_column; /* of a workbook: where the first cell stands, from 0 */
	struct pmo_csv_record *records; /* the first one is the header */
	size_t count;
	size_t ragged; /* records with fewer cells than the header, or with more text */
};

/*
 * Reads a whole file. delimiter 0: found from the header. A file without records is
 * no error. Diagnostics: csv-ragged (warning); and with PMO_INVALID csv-quote (a
 * quote that never ends), csv-binary (NUL bytes, UTF-16), csv-size, csv-columns.
 * Everything is the arena's; the source must live as long.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_csv_read(struct pmo_arena *arena,
						 const struct pmo_source *source, char delimiter,
						 struct pmo_csv *csv, struct pmo_diags *diags);

/* "UTF-8", "ISO-8859-1", "Windows-1252". */
PMO_API const char *pmo_csv_encoding_name(enum pmo_csv_encoding encoding);

struct pmo_csv_writer {
	struct pmo_buffer *out;
	char delimiter;
	bool crlf;         /* lines end in CRLF; else LF */
	bool guard;        /* text that begins like a formula gets a ' before it */
	bool cell_written; /* in this record */
	bool only_empty;   /* the record so far is one empty cell, which is nothing at all */
};

/* Commas, LF, with the guard on. */
PMO_API void pmo_csv_writer_init(struct pmo_csv_writer *writer, struct pmo_buffer *out);

PMO_API void pmo_csv_add_cell(struct pmo_csv_writer *writer, const char *text);
PMO_API void pmo_csv_end_record(struct pmo_csv_writer *writer);

#endif
