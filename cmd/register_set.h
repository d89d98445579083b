/*
 * Changing records: fields are assigned, then perhaps a move is made. `pmo set`, `pmo
 * risk set` and all moves go this one way.
 */
#ifndef REGISTER_SET_H
#define REGISTER_SET_H

#include "cli/cli.h"

#include <pmo/effect.h>

struct set_work {
	struct cli *cli;
	const struct pmo_schema *schema; /* NULL: any register; then no where */
	const char *where;               /* or NULL: the ids */
	const char *verb;                /* of a move, or NULL */
	char **ids, **assignments;
	int id_count, assignment_count;
	struct pmo_draft **drafts;
	size_t count, capacity;
	struct pmo_effect *effects; /* beside the drafts: what the move did to others */
	size_t effect_capacity;
};

/* Takes the operands apart: ids, then FIELD=VALUE. */
PMO_CHECKED enum pmo_result set_parse(struct set_work *work, int argc, char **argv);

/* Makes the change and tells it, a line a record; with --dry-run as a diff. */
PMO_CHECKED enum pmo_result set_run(struct set_work *work);

/* What a move did to other records, a line each, and its hints; with --dry-run as diffs. */
void set_add_effect(struct cli *cli, const struct pmo_effect *effect);

#endif
