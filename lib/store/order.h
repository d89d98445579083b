/*
 * Inside the store: the records of a file in another order than they stand in it.
 *
 * A record that floats leaves its place, or is new: it stands behind the record before it, or
 * leads the record behind it. All others stay, with the text between them.
 */
#ifndef STORE_ORDER_H
#define STORE_ORDER_H

#include "store/draft.h"

struct order_entry {
	const struct ydoc_node *node;  /* where it stands in the file; NULL: it is new */
	const struct pmo_draft *draft; /* that has its lines; NULL: they stay as they are */
	bool floats, leads;
	struct order_entry *previous, *next;
};

struct order {
	struct pmo_arena *arena;
	const struct ydoc *doc; /* as the file is */
	struct order_entry *first, *last;
	struct map by_id;
	bool apart; /* records stand apart by a blank line */
};

/* The drafts of one file: edited ones as they stand in it, new ones as they were made. */
struct order_drafts {
	const struct pmo_draft *const *edited, *const *made;
	size_t edited_count, made_count;
};

/* Whether one of them is not to stand where it stood, or at the end. */
bool order_is_needed(const struct order_drafts *drafts);

PMO_CHECKED enum pmo_result order_make(struct order *order, const struct order_drafts *drafts);

/* The bytes of the file. */
void order_put_together(const struct order *order, struct pmo_buffer *out);

#endif
