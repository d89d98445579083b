/*
 * What the views of the plan share: `pmo critical`, `pmo lookahead`, `pmo task late`. A view
 * opens the plan, names its columns, adds items in its own order and prints; people and
 * programs get the same rows, each with the columns that they need.
 *
 *     plan_view_open(cli, &how, &view)
 *     plan_view_begin(&view, "critical path", &columns)
 *     plan_view_add_group(&view, "Nearly critical"), plan_view_add(&view, item) ...
 *     plan_view_end(&view)
 *     plan_view_close(&view)
 */
#ifndef PLAN_VIEW_H
#define PLAN_VIEW_H

#include "cli/cli.h"

#include <pmo/plan.h>

/* Names of columns, "wbs title owner"; see the table in plan_view.c. */
struct plan_view_columns {
	const char *people, *programs;
};

/* What the rows need explained below them. */
enum plan_mark {
	PLAN_MARK_CRITICAL = 1 << 0,
	PLAN_MARK_NEAR = 1 << 1,
	PLAN_MARK_LATE = 1 << 2,
	PLAN_MARK_UNSURE = 1 << 3,
	PLAN_MARK_DAYS = 1 << 4, /* columns that count days */
};

struct plan_view {
	struct cli *cli;
	struct pmo_plan *plan;
	enum pmo_format format;
	bool is_text;     /* a table on a terminal, or as one */
	bool for_people;  /* that, a page, Markdown */
	const char *what; /* what the rows to come say in the column `what` */
	struct pmo_table table;
	const struct plan_column **columns; /* beside those of the table */
	unsigned marks;                     /* that the table needs explained */
};

/* Reads and computes the plan of the project at hand. Close it whatever happens. */
PMO_CHECKED enum pmo_result plan_view_open(struct cli *cli, const struct pmo_plan_options *how,
					   struct plan_view *view);
void plan_view_close(struct plan_view *view);

/* What is wrong with the plan: lines above for people, diagnostics for programs. */
void plan_view_add_faults(struct plan_view *view);

/* The items whose data are not sure, a line each; what the marks mean, in one line. */
void plan_view_name_faults(const struct pmo_plan *plan, struct pmo_buffer *out);
void plan_view_add_legend(unsigned marks, struct pmo_buffer *out);

/* `CADUP: earned value, as of Nov 20`; NULL: no memory. */
const char *plan_view_title(const struct plan_view *view, const char *what);

/*
 * For a table with columns of its own: what was asked for, and an empty table of that title
 * (NULL: there was no memory for it). begin does it.
 */
PMO_CHECKED enum pmo_result plan_view_choose(struct plan_view *view, const char *title);

/* The first line, faults, and the columns. */
PMO_CHECKED enum pmo_result plan_view_begin(struct plan_view *view, const char *title,
					    const struct plan_view_columns *columns);

/* What stands above the items that follow; with `none`: there are none. */
PMO_CHECKED enum pmo_result plan_view_add_group(struct plan_view *view, const char *title,
						bool none);
PMO_CHECKED enum pmo_result plan_view_add(struct plan_view *view, const struct pmo_plan_item *item);

/* The columns of these names; begin does it. */
PMO_CHECKED enum pmo_result plan_view_add_columns(struct plan_view *view, const char *names);

/* Prints the table and what its marks mean. */
PMO_CHECKED enum pmo_result plan_view_end(struct plan_view *view);

/* The item of the project that a person means; what is wrong is told. */
PMO_CHECKED enum pmo_result plan_view_find(struct plan_view *view, const char *word, int *item);

/* `Nov 20`, `Mar 16, 2027`, for people; with `?` where an item is not sure. NULL: no memory. */
const char *plan_view_day(const struct plan_view *view, int32_t date);
const char *plan_view_item_day(const struct plan_view *view, const struct pmo_plan_item *item,
			       int32_t date);

/* For people `Nov 20`, for programs `2026-11-20`; NULL for none. */
const char *plan_view_when(const struct plan_view *view, int32_t date);

/* `2026-11-20`; "" for none. */
const char *plan_view_iso(const struct plan_view *view, int32_t date);

/* Whether there is work to do on it. */
bool plan_view_is_open(const struct pmo_plan_item *item);

/*
 * What --format, or the ending of -o, asks for: a drawing, a document, or plain text, which is
 * what a drawing is when nothing was asked for; else the rows.
 */
const char *plan_view_format_word(const struct cli *cli);
bool plan_view_is_svg(const struct cli *cli);
bool plan_view_is_document(const struct cli *cli);
bool plan_view_is_plain(const struct cli *cli);

/* A document about the plan, its faults first. */
struct pmo_document;
void plan_view_begin_document(struct plan_view *view, const char *kind, const char *title,
			      struct pmo_document *document);

#endif
