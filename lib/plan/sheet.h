/*
 * Inside the sheet of a plan, see <pmo/sheet.h>:
 *
 *     sheet_write.c  the plan as lines
 *     sheet_read.c   lines into rows;  sheet_heading.c  which column is which
 *     sheet_match.c  which row is which record
 *     sheet_value.c  what cells mean: durations, percents, people
 *     sheet_link.c   what they wait for
 *     sheet_loop.c   links that go in a circle
 *     sheet_place.c  where rows stand in the file
 *     sheet_apply.c  the difference, into drafts
 *     sheet_move.c   one branch elsewhere
 */
#ifndef PLAN_SHEET_H
#define PLAN_SHEET_H

#include "base/map.h"

#include <pmo/sheet.h>

/* What a heading means; MEANS_NOTHING is left alone. */
enum { SHEET_MEANS_NOTHING = -1, SHEET_CELLS = 64 };

struct sheet_line {
	struct pmo_sheet_cell cells[SHEET_CELLS];
	size_t count;
	size_t indent; /* columns before the first word */
};

struct sheet_columns {
	int meaning[SHEET_CELLS]; /* enum pmo_sheet_column */
	size_t count;
};

/* Whether the line is one of headings, and which column then is which. */
bool sheet_headings(struct pmo_arena *arena, const struct sheet_line *line,
		    struct sheet_columns *columns, const char **left_alone);

/* Whether a word can be a code of a work breakdown: 5.4, M5. */
bool sheet_is_code(const char *text);

/* What waits for what, as the sheet says it. */
struct sheet_link {
	const char *id;   /* of the predecessor; NULL: a new row */
	int row;          /* that one; -1 */
	const char *rest; /* "SS+10d", as files have it; "" */
	bool opaque;      /* rest has members that no sheet can show; it is kept */
};

struct sheet_links {
	struct sheet_link *items;
	size_t count, capacity;
};

struct sheet_work {
	struct pmo_update *update;
	struct pmo_workspace *workspace;
	struct pmo_arena *arena;
	struct pmo_diags *diags;
	const struct pmo_project *project;
	struct pmo_plan *plan; /* as it stands */
	struct pmo_sheet_branch branch;
	struct pmo_sheet base; /* its sheet */
	struct pmo_sheet *typed;
	int *base_of;                   /* typed row: its row in the base; -1: new */
	int *typed_of;                  /* base row: its typed row; -1: gone */
	struct map labels, base_labels; /* code or number: row + 1 */
	struct pmo_sheet_job *job;
	const struct pmo_schema *task, *milestone;
};

struct sheet_work sheet_begin(struct pmo_update *update, struct pmo_sheet_job *job);

/* What differs between base and typed, once base_of and typed_of are known. */
PMO_CHECKED enum pmo_result sheet_write_changes(const struct sheet_work *work);

/* The text of a cell; "" when the row does not say. */
const char *sheet_text(const struct pmo_sheet_row *row, enum pmo_sheet_column column);

/* A fault of a cell, at its place. */
void sheet_complain(const struct sheet_work *work, const struct pmo_sheet_row *row,
		    enum pmo_sheet_column column, const char *format, ...) PMO_PRINTF(4, 5);

/* The sheet of the plan as it stands, and the records of its rows. */
PMO_CHECKED enum pmo_result sheet_base(struct sheet_work *work, const char *word);

PMO_CHECKED enum pmo_result sheet_match(struct sheet_work *work);

/* Whether the row says otherwise than its record's row in the base; new rows: than nothing. */
bool sheet_differs(const struct sheet_work *work, const struct pmo_sheet_row *row,
		   enum pmo_sheet_column column);

/* The base row of a typed row, or NULL. */
const struct pmo_sheet_row *sheet_base_row(const struct sheet_work *work,
					   const struct pmo_sheet_row *row);

bool sheet_is_milestone(const struct pmo_sheet_row *row);

/* Links that would go in a circle: PMO_INVALID, told by name; not where the plan has one. */
PMO_CHECKED enum pmo_result sheet_check_loops(const struct sheet_work *work);

/* Judges the cells of all rows that changed; PMO_INVALID, told. */
PMO_CHECKED enum pmo_result sheet_judge(const struct sheet_work *work);

/* Title, code, owner, duration, percent of a row into its draft. */
PMO_CHECKED enum pmo_result sheet_set_values(const struct sheet_work *work,
					     const struct pmo_sheet_row *row);

/*
 * The links of a cell; `of` is the sheet of the row. What means nothing is told when told is set,
 * and PMO_INVALID.
 */
PMO_CHECKED enum pmo_result sheet_links(const struct sheet_work *work, const struct pmo_sheet *of,
					const struct pmo_sheet_row *row, struct sheet_links *links);

PMO_CHECKED enum pmo_result sheet_set_links(const struct sheet_work *work,
					    const struct pmo_sheet_row *row);

/* Rows that are new or moved, to where they stand in the sheet. */
PMO_CHECKED enum pmo_result sheet_place(const struct sheet_work *work);

/* Opens the draft of a row and lists it once as a change. */
PMO_CHECKED enum pmo_result sheet_open(const struct sheet_work *work, struct pmo_sheet_row *row,
				       enum pmo_sheet_change_kind kind);

#endif
