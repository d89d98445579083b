/*
 * Views that are data: which records of a register, which columns, in what order, what is
 * summed. `pmo need late` is a row of cmd/view_rows.c.
 */
#ifndef VIEW_TABLE_H
#define VIEW_TABLE_H

#include "register_list.h"
#include "view.h"

struct view_column {
	const char *name;    /* for programs; ends the columns when NULL */
	const char *heading; /* for people; NULL: the field's */
	const char *value;   /* expression, or member of the items; NULL: the field of that name */
	const char *part;    /* instead of a value: this column as percent of the other, */
	const char *whole;   /* in sums, too */
	int priority;
	bool sum, wide;
	int least; /* cells that it keeps where it is wide; 0: the usual number */
	bool cut; /* wide, and cut off rather than wrapped */
};

enum { VIEW_COLUMNS = 16 };

struct table_view {
	struct command command; /* made with VIEW_COMMAND; it is first, see view_table_run */
	const char *of;         /* the register that is counted; NULL: the view's own */
	const char *where;      /* expression; NULL: open */
	const char *sort;       /* "-score id" */
	const char *items;      /* a list of structures: a row an item */
	const char *by;         /* expression: a row a value of it, with the sums of all columns */
	const char *part;       /* expression: parts, each with its heading and sums; sorted so */
	const char *note;       /* a line for each record below the table; {expressions} */
	const char *total;      /* what the sums of all are called; NULL: Total */
	bool dollars;           /* on a narrow terminal without cents, where all of them are 00 */
	struct view_column columns[VIEW_COLUMNS + 1];
};

/* One cell before it is text; sums are kept exact. */
struct view_value {
	struct pmo_value value;
	const struct pmo_field *field; /* NULL: made up from the kind */
};

struct view_row {
	struct view_value *values;
	const struct pmo_record *record; /* NULL: of several */
};

struct view_work {
	struct cli *cli;
	const struct table_view *view;
	struct list list; /* filter, order, rows */
	const struct expr *exprs[VIEW_COLUMNS];
	int fields[VIEW_COLUMNS];  /* of the record; -1: none */
	int members[VIEW_COLUMNS]; /* of an item; -1: none */
	size_t count;              /* columns */
	int items;                 /* field; -1: none */
	const struct expr *by, *part;
	struct view_row *rows;
	size_t row_count, row_capacity;
	bool without_cents, rounded; /* whole dollars; some had cents */
};

#define VIEW_COMMAND(view_name, view_summary)                                                      \
	{                                                                                          \
		.name = (view_name), .summary = (view_summary), .group = GROUP_LOOK,               \
		.needs = CLI_READ, .max = -1, .takes = TAKES_FORMAT, .usage = "[FILTER]...",       \
		.run = view_table_run,                                                             \
	}

/* Adds a value to a sum; a condition counts as 1 where it holds. */
PMO_CHECKED enum pmo_result view_add_to(struct view_value *sum, const struct view_value *more);

/* Whether a value can be summed. */
bool view_can_be_summed(const struct pmo_value *value);

/* Sets the columns that are shares of others. */
void view_set_shares(const struct view_work *work, struct view_value *values);

/* Prints what was collected. */
PMO_CHECKED enum pmo_result view_print(struct view_work *work);

/* Runs the view that cli->verb names. */
PMO_CHECKED enum pmo_result view_table_run(struct cli *cli, int argc, char **argv);

/* `budget table`: the view, or with a line's id what its figures are made of. */
PMO_CHECKED enum pmo_result view_budget_run(struct cli *cli, int argc, char **argv);

extern const struct table_view view_budget_table;
extern const struct table_view view_requirement_coverage;
extern const struct table_view view_testplan_summary;
extern const struct table_view view_vendor_scorecard;
extern const struct table_view view_need_late;
extern const struct table_view view_defect_blockers;
extern const struct table_view view_defect_summary;
extern const struct table_view view_inquiry_clock;
extern const struct table_view view_handover_progress;
extern const struct table_view view_testplan_entry;
extern const struct table_view view_training_coverage;
extern const struct table_view view_gonogo_table;
extern const struct table_view view_purchase_status;
extern const struct table_view view_pilot_roster;
extern const struct table_view view_change_pending;
extern const struct table_view view_comms_due;

#endif
