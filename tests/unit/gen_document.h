/* Making a random document (gen_model.h): texts of all kinds, and how each is written. */
#ifndef GEN_DOCUMENT_H
#define GEN_DOCUMENT_H

#include "gen_model.h"

static inline bool gen_has_lines(const char *text)
{
	return strchr(text, '\n') != NULL;
}

/* Texts that need no quotes outside brackets, then texts that do, then several lines. */
static inline void gen_text(struct gen_tree *tree, int node)
{
	static const char *const shapes[] = {
		"v%d",
		"v%d",
		"v%d some v%d words",
		"it's v%d",
		"v%d \xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80",
		"v%d\ttab",
		"v%d http://x#y",
		"-v%d",
		"",
		"12",
		"2026-11-20",
		"yes",
		"v%d: colon",
		"v%d # hash",
		"\"q\" v%d",
		"- v%d",
		"v%d, b]",
		"v%d \\ back",
		" v%d ",
		"[v%d",
		"v%d:",
		"'v%d",
		"v%d {x}",
		"v%d a\nv%d b",
		"v%d a\nv%d b\n",
		"v%d a\n\nv%d b\n",
		"v%d a\n  v%d b\n",
		"v%d a \nv%d b",
		"v%d: a\n# v%d b",
		"v%d a\nv%d b\n\n",
	};
	static const char *const lines[] = {
		"2026-11-20 v%d: granted",  "2026-11-20 a>b v%d: \xc3\xa9",
		"2026-11-20 v%d",           "v%d:",
		"2026-11-20 v%d: it's: so", "2026-11-20 v%d # x",
		"percent 50>45 v%d: [x]",
	};
	struct gen_node *n = &tree->nodes[node];
	n->line = !n->has_key && !gen_in_flow(tree, node) && gen_chance(tree, 25);
	unsigned count =
		n->line ? sizeof(lines) / sizeof(lines[0]) : sizeof(shapes) / sizeof(shapes[0]);
	const char *shape = (n->line ? lines : shapes)[gen_random(tree, count)];
	if (!n->has_key && !strchr(shape, 'v'))
		shape = "v%d";
	const char *mark = strstr(shape, "%d");
	n->text[0] = '\0';
	size_t length = 0;
	for (; mark; mark = strstr(shape, "%d")) {
		length += (size_t)snprintf(n->text + length, GEN_TEXT - length, "%.*s%d",
					   (int)(mark - shape), shape, node);
		shape = mark + 2;
	}
	snprintf(n->text + length, GEN_TEXT - length, "%s", shape);
}

static inline bool gen_is_plain(const char *text, bool in_flow)
{
	size_t length = strlen(text);
	if (!length || strchr(" \"'[-", text[0]) || text[length - 1] == ' ' ||
	    text[length - 1] == ':')
		return length && text[0] == '-' && text[1] == 'v';
	return !strstr(text, ": ") && !strstr(text, " #") && !gen_has_lines(text) &&
	       !(in_flow && strpbrk(text, ",[]{}"));
}

/* A way to write the text that means exactly it. */
static inline void gen_look(struct gen_tree *tree, int node)
{
	struct gen_node *n = &tree->nodes[node];
	bool in_flow = gen_in_flow(tree, node);
	size_t length = strlen(n->text);
	bool lines = gen_has_lines(n->text);
	if (n->line && strncmp(n->text, "2026", 4) == 0 && !strpbrk(n->text, "'#")) {
		n->look = LOOK_PLAIN;
		return;
	}
	n->look = lines || gen_chance(tree, 50) ? LOOK_DOUBLE : LOOK_SINGLE;
	if (!length && gen_chance(tree, 60) && !in_flow)
		n->look = LOOK_PLAIN;
	if (lines && !in_flow && n->text[0] != ' ' && gen_chance(tree, 80))
		n->look = LOOK_LITERAL;
	if (!gen_is_plain(n->text, in_flow) || gen_chance(tree, 20))
		return;
	n->look = LOOK_PLAIN;
	if (in_flow)
		return;
	if (gen_chance(tree, 10))
		n->look = LOOK_NEXT_LINE;
	else if (strstr(n->text, " words") && gen_chance(tree, 50))
		n->look = LOOK_FOLDED_PLAIN;
	else if (gen_chance(tree, 10))
		n->look = gen_chance(tree, 50) ? LOOK_FOLDED : LOOK_LITERAL;
}

static inline int gen_new(struct gen_tree *tree, int parent, enum ydoc_kind kind)
{
	if (tree->count == GEN_NODES)
		return GEN_NONE;
	int node = tree->count++;
	struct gen_node *n = &tree->nodes[node];
	memset(n, 0, sizeof(*n));
	n->parent = parent;
	n->kind = kind;
	n->has_key = tree->nodes[parent].kind == YDOC_MAP;
	if (n->has_key)
		snprintf(n->key, sizeof(n->key), gen_chance(tree, 5) ? "k%d \xc3\xa9" : "k%d",
			 node);
	return node;
}

/* Fills an entry: text, or children down to a depth. */
static inline void gen_fill(struct gen_tree *tree, int node, int depth)
{
	struct gen_node *n = &tree->nodes[node];
	bool in_flow = gen_in_flow(tree, node);
	if (n->kind == YDOC_SCALAR) {
		gen_text(tree, node);
		gen_look(tree, node);
		return;
	}
	n->look = gen_chance(tree, 20) ? LOOK_LONE : LOOK_BLOCK;
	if (in_flow || (node && gen_chance(tree, 30)))
		n->look = LOOK_FLOW;
	if (!in_flow && n->look == LOOK_FLOW && gen_chance(tree, 50))
		n->look = gen_chance(tree, 70) ? LOOK_FLOW_LINES : LOOK_FLOW_WRAPPED;
	int before = GEN_NONE, children = (int)gen_random(tree, 4) + (n->look < LOOK_FLOW);
	for (int i = 0; i < children && tree->count < GEN_NODES - 20; i++) {
		unsigned kind = depth > 0 ? gen_random(tree, 6) : 0;
		int child = gen_new(tree, node,
				    kind < 3   ? YDOC_SCALAR
				    : kind < 4 ? YDOC_LIST
					       : YDOC_MAP);
		gen_link(tree, node, before, child);
		gen_fill(tree, child, depth - 1);
		before = child;
	}
	if (!tree->nodes[node].first)
		n->look = LOOK_FLOW;
}

/* Whether the text at the end of the file ends with a line end that is its own. */
static inline bool gen_needs_end(const struct gen_tree *tree)
{
	int last = 0;
	while (gen_first(tree, last))
		for (last = gen_first(tree, last); gen_next(tree, last);)
			last = gen_next(tree, last);
	const struct gen_node *n = &tree->nodes[last];
	size_t length = strlen(n->text);
	return last && n->look == LOOK_LITERAL && n->text[length - 1] == '\n';
}

static inline void gen_decorate(struct gen_tree *tree, unsigned percent)
{
	for (int i = 1; i < tree->count; i++) {
		struct gen_node *n = &tree->nodes[i];
		n->blank = gen_chance(tree, percent / 2);
		n->above = gen_chance(tree, percent);
		n->behind = gen_chance(tree, percent);
		n->deeper = gen_chance(tree, percent / 2);
	}
}

static inline void gen_start(struct gen_tree *tree, uint64_t seed)
{
	memset(tree, 0, sizeof(*tree));
	tree->random = seed * 0x9e3779b97f4a7c15u + 0x2545f4914f6cdd1du;
	for (int i = 0; i < 8; i++)
		gen_random(tree, 2);
	tree->count = 1;
	tree->step = 2 + (int)(gen_chance(tree, 40) ? gen_random(tree, 3) : 0);
	tree->list_offset = gen_chance(tree, 40) ? 0 : tree->step;
	tree->dash_gap = gen_chance(tree, 10) ? 3 : 1;
	tree->crlf = gen_chance(tree, 15);
	tree->mark = gen_chance(tree, 10);
	tree->open_end = gen_chance(tree, 15);
	tree->dashes = gen_chance(tree, 10);
	tree->head = gen_chance(tree, 30);
	tree->nodes[0].kind = YDOC_MAP;
	gen_fill(tree, 0, 3);
	tree->nodes[0].look = LOOK_BLOCK;
	gen_decorate(tree, gen_chance(tree, 30) ? 0 : 20);
}

#endif
