/* Inside the reading of workbooks, see <pmo/xlsx.h>. */
#ifndef EXCHANGE_XLSX_H
#define EXCHANGE_XLSX_H

#include "exchange/zip.h"

#include <pmo/buffer.h>
#include <pmo/xlsx.h>

enum {
	XLSX_TEXT_MAX = 1 << 20, /* bytes of one cell; Excel itself takes 32,767 characters */
	XLSX_CELLS_MAX = 5000000,
	XLSX_STRINGS_MAX = 5000000,
	XLSX_STYLES_MAX = 100000,
};

/* What the format of a number says it is. */
enum xlsx_kind { XLSX_NUMBER, XLSX_DATE, XLSX_TIME, XLSX_PERCENT };

/* By the number of a built-in format, and by the text of another one: `dd/mm/yyyy`. */
enum xlsx_kind xlsx_builtin_kind(long id);
enum xlsx_kind xlsx_format_kind(const char *code);

/* The kinds of the cells' styles, by their number. */
struct xlsx_styles {
	unsigned char *kinds; /* enum xlsx_kind */
	size_t count, capacity;
};

struct xlsx_strings {
	const char **items;
	size_t count, capacity;
};

PMO_CHECKED enum pmo_result xlsx_read_styles(struct zip *zip, const char *part,
					     struct pmo_arena *arena, struct xlsx_styles *styles);
PMO_CHECKED enum pmo_result xlsx_read_strings(struct zip *zip, const char *part,
					      struct pmo_arena *arena,
					      struct xlsx_strings *strings);

/* Appends the text of a number as the file has it, `4.5199999999999996E+1`, in its kind. */
void xlsx_add_number(struct pmo_buffer *out, const char *text, enum xlsx_kind kind, bool is_1904);

/* Appends a text; `_x000D_` in it stands for a character. */
void xlsx_add_text(struct pmo_buffer *out, const char *text, size_t length);

/* A whole number without sign, or -1. */
long xlsx_number_of(const char *text);

/* Tells what is wrong with the archive; PMO_INVALID. Other results are handed on. */
PMO_CHECKED enum pmo_result xlsx_tell(const struct pmo_source *source, const struct zip *zip,
				      enum pmo_result result, struct pmo_diags *diags);

/* Rows of texts, before it is known which of them are the table. */
struct xlsx_rows {
	struct pmo_csv_record *items;
	size_t count, capacity;
	size_t cells; /* of all of them */
	size_t errors, without_value;
	char first_error[PMO_XLSX_CELL_SIZE], first_without[PMO_XLSX_CELL_SIZE];
	const char *why; /* after PMO_INVALID, or NULL */
};

/* What the cells of a sheet need of their workbook. */
struct xlsx_book {
	struct zip zip;
	struct pmo_arena *arena;
	struct xlsx_styles styles;
	struct xlsx_strings strings;
	bool is_1904;
};

PMO_CHECKED enum pmo_result xlsx_read_rows(struct xlsx_book *book, const char *part,
					   struct xlsx_rows *rows);

#endif
