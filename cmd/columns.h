/*
 * Columns of lists: the id, fields, and expressions. `id,title,days(due,today)`.
 */
#ifndef COLUMNS_H
#define COLUMNS_H

#include "cli/cli.h"

#include <pmo/expr.h>

enum { COLUMN_ID = -1, COLUMN_EXPRESSION = -2 };

struct list_column {
	const char *name;
	int field; /* index, or one of the above */
	const struct expr *expr;
	bool down;          /* of a sort key: the largest first */
	bool asked;         /* for by a person: it stays on a narrow terminal */
	bool sorts;         /* the list is sorted by it */
	enum pmo_kind kind; /* of an expression, once a record has shown it */
	size_t known;       /* which of the known values it is, counted from 1; 0: none */
};

struct list_columns {
	const struct pmo_schema *schema;
	struct list_column *items;
	size_t count, capacity;
	const struct pmo_value *known; /* of the record in hand: what was worked out before */
};

/*
 * Adds the columns of "id score title" or "id,-score,days(due, today)"; PMO_USAGE when one
 * makes no sense. where says what the text is, "--columns".
 */
PMO_CHECKED enum pmo_result columns_add(struct cli *cli, struct list_columns *columns,
					const char *text, const char *where);

/* The value of a column for a record; of the id, a text. */
struct pmo_value column_value(const struct list_columns *columns, size_t index,
			      const struct pmo_record *record);

/*
 * Fields among these columns that are among the others, too, need not be worked out again:
 * `known` has the values of all others for a record, while it is asked about that record.
 */
void columns_reuse(struct list_columns *columns, const struct list_columns *others);

/* The field that describes such a value; of an expression, made up in *room. */
const struct pmo_field *column_field(const struct list_columns *columns, size_t index,
				     const struct pmo_value *value, struct pmo_field *room);

/* Marks the columns by which a list is sorted: they stay long on a narrow terminal. */
void columns_sorted_by(struct list_columns *columns, const struct list_columns *order);

/* Lets a record show what kinds expressions have, before columns_head. */
void columns_learn(struct list_columns *columns, const struct pmo_record *record);

/* What a column is called for people; NULL: no memory. */
char *column_heading(struct cli *cli, const struct list_columns *columns, size_t index);

/* The same columns in a table. */
PMO_CHECKED enum pmo_result columns_head(struct cli *cli, const struct list_columns *columns,
					 struct pmo_table *table);

/* A row of the table for a record. *bad counts values that could not be read. */
PMO_CHECKED enum pmo_result columns_row(struct cli *cli, const struct list_columns *columns,
					const struct pmo_record *record, struct pmo_table *table,
					size_t *bad);

/* Where the due date is no column, overdue records have their mark behind the id. */
PMO_CHECKED enum pmo_result columns_mark(struct cli *cli, const struct list_columns *columns,
					 struct pmo_table *table);

/*
 * Makes the table fit the terminal: takes columns away that have no room, and cuts titles.
 * *hidden: the headings of what is gone, or NULL.
 */
PMO_CHECKED enum pmo_result columns_fit(struct cli *cli, const struct list_columns *columns,
					struct pmo_table *table, const char **hidden);

#endif
