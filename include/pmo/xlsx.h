/*
 * Excel workbooks as Excel, LibreOffice and others write them.
 *
 * A workbook is opened for the list of its sheets, then one sheet is read as rows of texts, in
 * the form that tables of text have (struct pmo_csv), so that whoever reads a list need not
 * know where it came from. A date is an ISO date, whichever epoch the workbook counts from; a
 * time goes behind it; a percentage has its sign; true and false are yes and no; a number has
 * the digits that Excel would show, not those of the machine.
 *
 * What is read comes from outside: an archive that expands beyond measure, that is protected
 * by a password or cut off is refused with what to do about it, and so are the formats that
 * merely look alike (.xls, .xlsb, .ods).
 */
#ifndef PMO_XLSX_H
#define PMO_XLSX_H

#include <pmo/csv.h>

enum { PMO_XLSX_SHEETS_MAX = 1000 };

struct pmo_xlsx_sheet {
	const char *name;
	bool is_hidden;
	const char *part; /* its name in the archive; "" when it is missing, or a chart */
};

struct pmo_xlsx {
	const struct pmo_source *source;
	struct pmo_xlsx_sheet *sheets; /* as their tabs stand */
	size_t count;
	bool is_1904;            /* dates are counted from there */
	const char *styles_part; /* or NULL */
	const char *strings_part;
};

/* Whether the bytes begin as those of a workbook, new or old, or of an archive. */
PMO_API bool pmo_xlsx_is_likely(const char *bytes, size_t length);

/*
 * Reads what sheets there are. PMO_INVALID with diagnostics: xlsx-kind (it is something else),
 * xlsx-password, xlsx-damaged. Everything is the arena's; the source must live as long.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_xlsx_open(struct pmo_arena *arena,
						  const struct pmo_source *source,
						  struct pmo_xlsx *xlsx, struct pmo_diags *diags);

/*
 * Reads a sheet. Rows without any text are no records, and where lines of a title stand above
 * the table they are left out; a record's line is its row. Diagnostics: xlsx-damaged,
 * xlsx-size; with a warning xlsx-cells: cells that hold an error, or a formula whose
 * value was never stored, are empty.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_xlsx_read(struct pmo_arena *arena,
						  const struct pmo_xlsx *xlsx, size_t sheet,
						  struct pmo_csv *csv, struct pmo_diags *diags);

/* The name of a cell, `F12`; row from 1, column from 0. */
enum { PMO_XLSX_CELL_SIZE = 32 };
PMO_API void pmo_xlsx_cell_name(size_t row, size_t column, char out[PMO_XLSX_CELL_SIZE]);

#endif
