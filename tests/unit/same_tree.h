/* Whether two trees are the same to the last span; for the quick reader against libyaml. */
#ifndef UNIT_SAME_TREE_H
#define UNIT_SAME_TREE_H

#include "ydoc/ydoc.h"

#include <string.h>

static inline bool same_text(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static inline bool same_node(const struct ydoc_node *a, const struct ydoc_node *b)
{
	return a->kind == b->kind && a->style == b->style && a->duplicate == b->duplicate &&
	       a->count == b->count && a->start == b->start && a->end == b->end &&
	       a->key_start == b->key_start && a->key_end == b->key_end &&
	       same_text(a->key, b->key) && same_text(a->text, b->text) &&
	       !a->parent == !b->parent && !a->next == !b->next;
}

static inline bool same_tree(const struct ydoc_node *a, const struct ydoc_node *b)
{
	if (!a || !b)
		return a == b;
	if (!same_node(a, b))
		return false;
	for (a = a->first, b = b->first; a && b; a = a->next, b = b->next)
		if (!same_tree(a, b))
			return false;
	return a == b;
}

#endif
