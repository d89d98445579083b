/*
 * pmo-export-xlsx: tables on standard input, an Excel workbook on standard output.
 *
 *     pmo-export-xlsx [--as-of 2026-11-20] < tables > workbook.xlsx
 *
 * The input is a JSON object a table, one after the other; each becomes a sheet:
 *
 *     {"title": "CAD upgrade: risks",        for the page's head; null: none
 *      "sheet": "risks",                     the sheet's name, made fit and unique
 *      "columns": [{"heading": "Due", "type": "date", "wrap": false, "hidden": false}, ...],
 *      "indent_column": 1,                   which cell a row's indent moves
 *      "rows": [{"kind": "record", "style": "bad", "indent": 0,
 *                "cells": ["RSK-003", "2026-11-20", null, ...]}, ...]}
 *
 * type   text, number, money, percent, date, moment or yes_no. Every cell is a string as
 *        programs get it (`86400.00`, `45` of percent, `2026-11-20`, `true`) or null. A text
 *        that is none of its column's type, or would lose digits as a number, is written as
 *        text: nothing is ever a formula, a link or a guess.
 * hidden optional: the column is there, gray and out of sight
 * kind   record or footer; a footer is set off below all records, outside the filter
 * style  plain, good, warn, bad or dim; optional, as are indent and indent_column
 *
 * The same input gives the same bytes: the only date in the workbook is that of --as-of.
 * The exit status is 0, 2 for words or an input that are wrong, 4 where the system failed.
 */
#ifndef EXPORT_XLSX_BOOK_H
#define EXPORT_XLSX_BOOK_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <xlsxwriter.h>

enum cell_type {
	CELL_TEXT,
	CELL_NUMBER,
	CELL_MONEY,
	CELL_PERCENT,
	CELL_DATE,
	CELL_MOMENT,
	CELL_YES_NO,
	CELL_FINE_PERCENT, /* no type of a column: a percentage with decimals */
	CELL_TYPES
};

enum row_style { ROW_PLAIN, ROW_GOOD, ROW_WARN, ROW_BAD, ROW_DIM, ROW_FOOTER, ROW_STYLES };

enum { INDENTS = 8, TEXT_MAX = 32767 };

/* What a cell looks like; formats are made when first needed and shared. */
struct look {
	enum cell_type type;
	enum row_style style;
	unsigned indent;
	bool wrap;
};

struct book {
	lxw_workbook *workbook;
	const char *as_of;       /* "Nov 20, 2026", or NULL */
	lxw_format *headings[2]; /* over texts, over numbers */
	lxw_format *formats[CELL_TYPES][ROW_STYLES][INDENTS][2];
	size_t cut; /* texts that were too long for a cell */
};

lxw_format *book_format(struct book *book, const struct look *look);
lxw_format *book_heading(struct book *book, bool right);

/* Adds a sheet for a table; what is wrong with it is *why. */
bool book_add_sheet(struct book *book, json_t *table, const char **why);

/* A text as a cell of a type: a number to show, or false where it stays text. */
bool cell_number(enum cell_type type, const char *text, double *number);

enum cell_type cell_type_of(const char *name);

#endif
