/*
 * Values as expressions compute with them: which kinds go together, and what comes out.
 */
#ifndef RECORD_EXPR_VALUE_H
#define RECORD_EXPR_VALUE_H

#include <pmo/record.h>

/* The kind of what is known only at evaluation. */
enum { EXPR_ANY = PMO_KIND_COUNT };

enum expr_op {
	EXPR_VALUE,
	EXPR_NAME,
	EXPR_LIST,
	EXPR_OR, /* of all nodes in the chain at left */
	EXPR_AND,
	EXPR_NOT,
	EXPR_EQUAL,
	EXPR_UNEQUAL,
	EXPR_LESS,
	EXPR_AT_MOST,
	EXPR_MORE,
	EXPR_AT_LEAST,
	EXPR_CONTAINS,
	EXPR_IN,
	EXPR_ADD,
	EXPR_SUBTRACT,
	EXPR_MULTIPLY,
	EXPR_DIVIDE,
	EXPR_NEGATE,
	EXPR_CALL,
	EXPR_PATH /* what lies behind the value of a call */
};

/* Groups of kinds that compute and compare alike. */
enum expr_group {
	EXPR_GROUP_NUMBER,
	EXPR_GROUP_PERCENT,
	EXPR_GROUP_MONEY,
	EXPR_GROUP_DATE,
	EXPR_GROUP_DURATION,
	EXPR_GROUP_TEXT,
	EXPR_GROUP_YES_NO,
	EXPR_GROUP_STRUCT,
	EXPR_GROUP_ANY
};

enum expr_group expr_group_of(unsigned kind);

/* Whether values of the two kinds can be compared. */
bool expr_kinds_compare(unsigned a, unsigned b);

/* The kind of a computation, EXPR_ANY when a side is, or -1 when there is none. */
int expr_arith_kind(enum expr_op op, unsigned left, unsigned right);

/* Computes with two scalars; absent when that cannot be done. The world may be NULL. */
struct pmo_value expr_arith(enum expr_op op, struct pmo_value left, struct pmo_value right,
			    const struct pmo_world *world);

/* Compares two scalars, structures by their key; false when they cannot be compared. */
bool expr_order(struct pmo_value left, struct pmo_value right, const struct pmo_world *world,
		int *order);

struct pmo_value expr_absent(void);
struct pmo_value expr_integer(int64_t number);
struct pmo_value expr_yes_no(bool yes);
struct pmo_value expr_text(enum pmo_kind kind, const char *text);

/* The exact number in a value; false when it holds none. */
bool expr_decimal(struct pmo_value value, struct pmo_decimal *decimal);

/* A value of that kind of an exact number, rounded to what the kind can hold. */
struct pmo_value expr_of_decimal(enum pmo_kind kind, struct pmo_decimal decimal, uint8_t detail);

/* A value as a field holds it, of a kind that its expression was checked for. */
struct pmo_value expr_as_field(const struct pmo_field *field, struct pmo_value value);

/* Makes the items of a list one kind, which is returned; what cannot be that is absent. */
uint8_t expr_unify(struct pmo_value *items, size_t count);

#endif
