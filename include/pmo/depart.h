/*
 * What a person holds: every open record, over all registers and projects, that names them for
 * something still to be done. When they leave, somebody else must have it.
 *
 * What was is left alone: who raised an issue or approved a change did so.
 */
#ifndef PMO_DEPART_H
#define PMO_DEPART_H

#include <pmo/update.h>

struct pmo_holding {
	const struct pmo_record *record;
	const struct pmo_field *field;
	bool moves; /* one value, that is set to another; else a list that a person looks at */
};

struct pmo_holdings {
	struct pmo_holding *items; /* by project, register and id */
	size_t count, capacity;
	size_t moving;
};

/* Memory is the workspace's. */
PMO_API PMO_CHECKED enum pmo_result pmo_holdings_find(struct pmo_workspace *workspace,
						      const struct pmo_record *person,
						      struct pmo_holdings *holdings);

#endif
