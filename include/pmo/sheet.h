/*
 * The plan as a sheet: one line a task, to be read, typed and pasted.
 *
 *     code  | title          | duration | after           | owner | done | id
 *     5     | Interfaces     |          |                 | PM    |      | TSK-030
 *       5.4 | State switch   | 30d      | 5.1, 2.5 SS+10d | V2    | 45%  | TSK-031
 *     M5    | Build complete | -        | 4.9 5.2         | PM    |      | MS-005
 *
 * Indentation is the outline; where no line is indented the codes are (5.4 is below 5 when there
 * is a 5). A duration of `-` makes a milestone; `done` is a percent, or the word done. Cells
 * stand between bars, or between tabs as spreadsheets copy them; a first line of headings says
 * which is which, in any order, and what a heading means nothing to is left alone. `#` begins a
 * comment.
 *
 *     pmo_sheet_write(plan, &branch, &text)           what a person sees
 *     pmo_sheet_read(arena, diags, &source, &sheet)   what a person typed
 *     pmo_sheet_apply(update, &job)                   the difference, into drafts
 *
 * What is written is the difference between a sheet and the sheet of the plan as it stands, so a
 * sheet that nobody changed changes nothing.
 */
#ifndef PMO_SHEET_H
#define PMO_SHEET_H

#include <pmo/plan.h>
#include <pmo/update.h>

/* The columns, in the order in which they stand when no heading says so. */
enum pmo_sheet_column {
	PMO_SHEET_CODE,
	PMO_SHEET_TITLE,
	PMO_SHEET_DURATION,
	PMO_SHEET_AFTER,
	PMO_SHEET_OWNER,
	PMO_SHEET_DONE,
	PMO_SHEET_ID,
	PMO_SHEET_COLUMNS
};

struct pmo_sheet_cell {
	const char *text;      /* without the blanks around it; NULL: the line does not say */
	size_t offset, length; /* in the source */
};

struct pmo_sheet_row {
	struct pmo_sheet_cell cells[PMO_SHEET_COLUMNS];
	int parent; /* the row that it is below; -1: none of the sheet */
	bool is_parent;
	const struct pmo_record *record; /* that it is; NULL: it is new */
	struct pmo_draft *draft;
};

struct pmo_sheet {
	const struct pmo_source *source;
	struct pmo_sheet_row *rows;
	size_t count, capacity;
	bool is_numbered; /* ids are numbers of lines: good for links, no ids of records */
	const char
		*left_alone; /* headings of columns that mean nothing here, "Start, Finish"; NULL */
};

/* Which part of a plan: items as numbers into plan->items, in outline order. */
struct pmo_sheet_branch {
	const int *items;
	size_t count;
	const struct pmo_record *top; /* what all of it is below; NULL: the whole plan */
};

/* The branch of an id or code, `5` for all of 5.1, 5.2 too; word NULL: everything. PMO_NOT_FOUND */
PMO_API PMO_CHECKED enum pmo_result pmo_sheet_branch(const struct pmo_plan *plan, const char *word,
						     struct pmo_sheet_branch *branch);

enum pmo_sheet_form {
	PMO_SHEET_WITH_IDS =
		1 << 0, /* as the last column: lines keep their record whatever changes */
	PMO_SHEET_WITH_HELP = 1 << 1, /* comments that explain it */
};

/* Appends the sheet. */
PMO_API void pmo_sheet_write(const struct pmo_plan *plan, const struct pmo_sheet_branch *branch,
			     unsigned form, struct pmo_buffer *out);

/* PMO_INVALID when a line cannot be one of a sheet; every fault has its line and column. */
PMO_API PMO_CHECKED enum pmo_result pmo_sheet_read(struct pmo_arena *arena, struct pmo_diags *diags,
						   const struct pmo_source *source,
						   struct pmo_sheet *sheet);

enum pmo_sheet_change_kind { PMO_SHEET_ADDED, PMO_SHEET_CHANGED, PMO_SHEET_MOVED, PMO_SHEET_GONE };

struct pmo_sheet_change {
	enum pmo_sheet_change_kind kind;
	struct pmo_draft *draft;
	const struct pmo_sheet_row *row; /* NULL: it is gone */
};

struct pmo_sheet_job {
	const struct pmo_project *project;
	const char *word; /* of the branch that the sheet was made of, or NULL */
	struct pmo_sheet *typed;
	bool cancels;                     /* lines that are gone are cancelled; else they stay */
	struct pmo_sheet_change *changes; /* out */
	size_t count, capacity;
	size_t gone; /* out: lines of the plan that the sheet does not have */
};

/*
 * The difference into drafts of the update, new lines where they stand. PMO_INVALID with
 * diagnostics at their lines; then nothing may be committed.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_sheet_apply(struct pmo_update *update,
						    struct pmo_sheet_job *job);

/* Where a record goes in the outline. */
enum pmo_sheet_where { PMO_SHEET_AFTER_IT, PMO_SHEET_BEFORE_IT, PMO_SHEET_UNDER_IT };

struct pmo_sheet_move {
	const struct pmo_project *project;
	const struct pmo_record *record, *anchor;
	enum pmo_sheet_where where;
	bool renumber;                    /* codes follow the new order */
	struct pmo_sheet_change *changes; /* out */
	size_t count, capacity;
};

/* Moves a record and all below it. PMO_REFUSED, told: it would be below itself. */
PMO_API PMO_CHECKED enum pmo_result pmo_sheet_move(struct pmo_update *update,
						   struct pmo_sheet_move *move);

/* Below the line above it (by 1), or beside what it is below (by -1). */
PMO_API PMO_CHECKED enum pmo_result pmo_sheet_indent(struct pmo_update *update,
						     struct pmo_sheet_move *move, int by);

#endif
