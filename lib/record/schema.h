/* Inside the library: what schema.c offers beyond <pmo/schema.h>. */
#ifndef RECORD_SCHEMA_H
#define RECORD_SCHEMA_H

#include <pmo/schema.h>

/*
 * What the expressions of one register can know of the others, before any record is read.
 * Registers name each other in circles, so a schema is made in two steps: its shape
 * (fields, states, names), and then its expressions, which need only shapes.
 */
struct schema_family {
	/* The schema of a register by its name, its shape at least; NULL: there is none. */
	const struct pmo_schema *(*find)(void *store, const char *name);
	/* What the workspace says of a limit, or NULL: see <pmo/limit.h>. */
	const char *(*limit)(void *store, const char *name);
	void *store;
	/*
	 * All tables are as they are shipped, so their expressions are known to be right (a test
	 * compiles them all), and each is compiled when it is first asked for.
	 */
	bool is_shipped;
};

PMO_CHECKED enum pmo_result schema_shape(struct pmo_arena *arena, const struct pmo_register *table,
					 const struct schema_family *family,
					 struct pmo_schema **schema);

/* Compiles the expressions; faults are diagnostics, PMO_INVALID when there were any. */
PMO_CHECKED enum pmo_result schema_complete(struct pmo_arena *arena, struct pmo_schema *schema,
					    struct pmo_diags *diags);

/* The field of this name that every register has, or NULL. */
const struct pmo_field *schema_common_field(const char *name);

#endif
