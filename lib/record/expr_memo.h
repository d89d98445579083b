/*
 * Derived values that were worked out for the answer in hand, so that a chain of fields
 * that name each other twice is not worked out twice at every step.
 *
 * A value that depends on one still being worked out, or on one that was out of reach, is
 * not kept: asked again from elsewhere it may be another.
 */
#ifndef RECORD_EXPR_MEMO_H
#define RECORD_EXPR_MEMO_H

#include <pmo/expr.h>

struct expr_memo_slot;

/* A new answer begins: what is kept is of the last one. */
void expr_memo_begin(struct pmo_world *world);

/* Something could not be worked out for want of depth or steps. */
void expr_memo_cut(struct pmo_world *world);

/*
 * Whether the value is known, or cannot be had because it is being worked out. Else *slot
 * is where it goes, or NULL, and whoever works it out calls expr_memo_keep.
 */
bool expr_memo_find(struct pmo_world *world, const struct expr *expr,
		    const struct pmo_record *record, struct expr_memo_slot **slot,
		    struct pmo_value *value);
void expr_memo_keep(struct pmo_world *world, struct expr_memo_slot *slot, struct pmo_value value);

#endif
