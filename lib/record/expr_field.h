/*
 * Expressions that give a field its value: derived fields, what a new record starts with,
 * what a move sets.
 *
 * There, a word that is one of the field's choices is that choice, whatever else has the
 * name, and the result has the field's kind: a whole number becomes money in a field for
 * money. An expression that can never fit the field is a fault in the table.
 */
#ifndef RECORD_EXPR_FIELD_H
#define RECORD_EXPR_FIELD_H

#include <pmo/expr.h>

struct expr_target {
	const struct pmo_schema *schema; /* of the record that is asked */
	const struct pmo_field *field;   /* that receives the value */
	const char *where;               /* for messages; NULL: the field's name */
};

/* As pmo_expr_compile; evaluating gives values of the field's kind, or absent. */
PMO_CHECKED enum pmo_result expr_compile_field(struct pmo_arena *arena, const char *text,
					       const struct expr_target *target,
					       struct pmo_diags *diags, const struct expr **expr);

/*
 * The same for a text that is known to be right and lives as long as the arena: it is compiled
 * when it is first evaluated. Without a field it is what pmo_expr_compile makes.
 */
PMO_CHECKED enum pmo_result expr_promise(struct pmo_arena *arena, const char *text,
					 const struct expr_target *target,
					 const struct expr **expr);

#endif
