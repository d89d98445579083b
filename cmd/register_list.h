/*
 * Lists: which records, in what order, grouped, counted, summed.
 */
#ifndef REGISTER_LIST_H
#define REGISTER_LIST_H

#include "columns.h"
#include "filter.h"

struct list_options {
	const char *where, *filter, *sort, *columns, *group, *sum;
	bool all, all_projects, closed, count;
	bool comes_back; /* a list for a spreadsheet, edited there and imported again */
	long limit;
};

/* A record of the list and its sort keys. */
struct list_row {
	const struct pmo_record *record;
	size_t index; /* its place in the files */
	struct pmo_value *keys;
	const struct list_columns *order;
};

struct list {
	struct cli *cli;
	const struct list_options *wanted;
	struct filter filter;
	struct list_columns columns, order, group, sums;
	struct list_row *rows;
	size_t count, capacity;
	bool is_short;      /* of memory, when a row was to be added */
	size_t open, total; /* of the register: for "3 open of 12" */
	size_t bad;         /* values left out because they cannot be read */
	bool has_rev;       /* its last column is `_rev` */
	const char *hidden; /* headings of columns that had no room, or NULL */
	const char *asked;  /* the filter as it was typed; NULL: none */
};

/* Counts and sums by group, instead of records. */
PMO_CHECKED enum pmo_result list_print_totals(struct list *list);

/* Reads the words and cli->options. */
PMO_CHECKED enum pmo_result list_parse(struct list *list, int argc, char **argv);

/* What the list is called, for pages: "CAD upgrade: risks". */
const char *list_title(const struct list *list);

/* Adds the column `_rev` to a list that may come back, and fills it in the last row. */
PMO_CHECKED enum pmo_result list_rev_head(struct list *list, struct pmo_table *table);
PMO_CHECKED enum pmo_result list_rev_cell(const struct list *list, const struct pmo_record *record,
					  struct pmo_table *table);

/* Puts the rows in order. */
PMO_CHECKED enum pmo_result list_sort(struct list *list);

#endif
