/*
 * Changing records: fields are assigned, then perhaps a move is made. `pmo set`, `pmo
 * risk set` and all moves go this one way.
 */
#ifndef REGISTER_SET_H
#define REGISTER_SET_H

#include "cli/cli.h"

struct set_work {
	struct cli *cli;
	const struct pmo_schema *schema; /* NULL: any register; then no where */
	const char *where;               /* or NULL: the ids */
	const char *verb;                /* of a move, or NULL */
	char **ids, **assignments;
	int id_count, assignment_count;
	struct pmo_draft **drafts;
	size_t count, capacity;
};

/* Takes the operands apart: ids, then FIELD=VALUE. */
PMO_CHECKED enum pmo_result set_parse(struct set_work *work, int argc, char **argv);

/* Makes the change and tells it, a line a record; with --dry-run as a diff. */
PMO_CHECKED enum pmo_result set_run(struct set_work *work);

#endif
