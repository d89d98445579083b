/* The findings of `pmo check`, chosen, in order, and printed. */
#ifndef CHECK_H
#define CHECK_H

#include "cli/cli.h"

#include <pmo/maintain.h>

/* What is asked about: a file or all below a folder, or one record of a file. */
struct check_filter {
	const char *path; /* of the workspace; "": all of it */
	const char *id;   /* NULL: any */
};

struct check_list {
	const struct check_filter *filters;
	size_t filter_count; /* 0: everything */
	enum pmo_severity least;
	const struct pmo_diag **items; /* most serious first, then by file and line */
	size_t count;
	size_t count_of[3]; /* by severity, those not shown, too */
};

/* Chooses from the diagnostics at hand; the same one twice is one. */
PMO_CHECKED enum pmo_result check_collect(struct cli *cli, struct check_list *list);

PMO_CHECKED enum pmo_result check_print_text(struct cli *cli, const struct check_list *list);
PMO_CHECKED enum pmo_result check_print_table(struct cli *cli, const struct check_list *list);

#endif
