/*
 * Random documents: a tree that knows what each of its entries looks like and which
 * comments are whose. Nothing here asks the library; that is what makes it an oracle.
 *
 * Every entry has a number. It stands in its key (k7), in each line of its text (v7)
 * and in its comments (c7), so a line of the file says by itself whom it belongs to.
 * The tree is an array with indexes: a copy of the struct is a copy of the tree.
 */
#ifndef GEN_MODEL_H
#define GEN_MODEL_H

#include "ydoc/ydoc.h"

#include <stdio.h>
#include <string.h>

enum { GEN_NODES = 160, GEN_TEXT = 96, GEN_NONE = 0 };

enum gen_look {
	LOOK_PLAIN,
	LOOK_NEXT_LINE, /* plain, on the line below its key or dash */
	LOOK_FOLDED_PLAIN,
	LOOK_SINGLE,
	LOOK_DOUBLE,
	LOOK_LITERAL,
	LOOK_FOLDED,
	LOOK_BLOCK, /* lists and maps; in a list: the first entry behind the dash */
	LOOK_LONE,  /* in a list: the dash alone on its line */
	LOOK_FLOW,
	LOOK_FLOW_LINES, /* in brackets, each entry on a line of its own */
	LOOK_FLOW_WRAPPED,
};

struct gen_node {
	int parent, first, next; /* indexes; 0 is none, and as a parent the root */
	enum ydoc_kind kind;
	enum gen_look look;
	bool has_key, hidden, line;        /* line: a history line */
	bool above, behind, deeper, blank; /* comments, and a blank line before */
	char key[24];
	char text[GEN_TEXT];
};

struct gen_tree {
	uint64_t random;
	int count;
	int step, list_offset, dash_gap;
	bool crlf, mark, open_end, dashes, head;
	struct gen_node nodes[GEN_NODES];
};

static inline unsigned gen_random(struct gen_tree *tree, unsigned below)
{
	tree->random ^= tree->random << 13;
	tree->random ^= tree->random >> 7;
	tree->random ^= tree->random << 17;
	return (unsigned)(tree->random >> 33) % below;
}

static inline bool gen_chance(struct gen_tree *tree, unsigned percent)
{
	return gen_random(tree, 100) < percent;
}

static inline bool gen_in_flow(const struct gen_tree *tree, int node)
{
	for (int i = tree->nodes[node].parent; i; i = tree->nodes[i].parent)
		if (tree->nodes[i].look >= LOOK_FLOW)
			return true;
	return false;
}

static inline int gen_first(const struct gen_tree *tree, int node)
{
	int i = tree->nodes[node].first;
	while (i && tree->nodes[i].hidden)
		i = tree->nodes[i].next;
	return i;
}

static inline int gen_next(const struct gen_tree *tree, int node)
{
	int i = tree->nodes[node].next;
	while (i && tree->nodes[i].hidden)
		i = tree->nodes[i].next;
	return i;
}

static inline int gen_count(const struct gen_tree *tree, int node)
{
	int count = 0;
	for (int i = gen_first(tree, node); i; i = gen_next(tree, i))
		count++;
	return count;
}

static inline int gen_child(const struct gen_tree *tree, int node, int index)
{
	int i = gen_first(tree, node);
	while (i && index-- > 0)
		i = gen_next(tree, i);
	return i;
}

static inline bool gen_is_under(const struct gen_tree *tree, int node, int top)
{
	while (node && node != top)
		node = tree->nodes[node].parent;
	return node == top;
}

/* Whether a line of the file can be told to be this entry's first. */
static inline bool gen_is_marked(const struct gen_tree *tree, int node)
{
	const struct gen_node *n = &tree->nodes[node];
	if (n->has_key)
		return true;
	if (n->kind == YDOC_SCALAR)
		return strchr(n->text, 'v') != NULL;
	return gen_first(tree, node) && gen_is_marked(tree, gen_first(tree, node));
}

/* Behind a sibling, or as the first. */
static inline void gen_link(struct gen_tree *tree, int parent, int before, int node)
{
	int *link = before ? &tree->nodes[before].next : &tree->nodes[parent].first;
	tree->nodes[node].next = *link;
	tree->nodes[node].parent = parent;
	*link = node;
}

static inline void gen_unlink(struct gen_tree *tree, int node)
{
	int *link = &tree->nodes[tree->nodes[node].parent].first;
	while (*link != node)
		link = &tree->nodes[*link].next;
	*link = tree->nodes[node].next;
	tree->nodes[node].next = GEN_NONE;
}

#endif
