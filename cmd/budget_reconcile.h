/*
 * Two ledgers side by side: the rows of a file of the finance system and the expenses here.
 */
#ifndef BUDGET_RECONCILE_H
#define BUDGET_RECONCILE_H

#include "cli/cli.h"

#include <pmo/csv.h>

/* What a column of the file is taken for. */
enum ledger_role {
	LEDGER_ORDER,
	LEDGER_INVOICE,
	LEDGER_AMOUNT,
	LEDGER_ACCOUNT,
	LEDGER_TEXT,
	LEDGER_ROLES
};

struct ledger_columns {
	const struct pmo_csv *csv;
	int of[LEDGER_ROLES]; /* column, or -1 */
};

/* One row, or one expense. */
struct ledger_entry {
	const char *where; /* EXP-007, or `row 12` */
	const char *text;
	const char *number[LEDGER_ACCOUNT + 1]; /* by role; "" where there is none */
	int64_t amount;
};

/* What belongs together: an invoice may be posted in several rows. */
struct ledger_pair {
	const char *ours, *theirs; /* which, "EXP-007, EXP-009"; NULL: none */
	const char *text;
	const char *number[LEDGER_ACCOUNT + 1];
	int64_t our_amount, their_amount;
};

struct ledger {
	struct cli *cli;
	struct ledger_pair *pairs;
	size_t count, capacity;
};

/* The name of a role, as it is typed: `order`. */
const char *ledger_role_name(enum ledger_role role);

/*
 * Takes the columns by their headings, then as `COLUMN=ROLE` words say. PMO_USAGE with what is
 * wrong: no such column, no amount.
 */
PMO_CHECKED enum pmo_result ledger_take_columns(const struct pmo_csv *csv, char **words, int count,
						struct ledger_columns *columns);

/*
 * Adds an entry of one side to the pair that it belongs to: the same invoice number, and no
 * other order; without an invoice number the same order; with neither, the same account and
 * amount. Numbers are compared by their letters and digits.
 */
PMO_CHECKED enum pmo_result ledger_add(struct ledger *ledger, const struct ledger_entry *entry,
				       bool is_ours);

#endif
