/* Writing a random document (gen_model.h): every style, comments in every place. */
#ifndef GEN_RENDER_H
#define GEN_RENDER_H

#include "gen_document.h"

struct gen_page {
	const struct gen_tree *tree;
	struct pmo_buffer text;
};

static inline void gen_put(struct gen_page *page, const char *text)
{
	pmo_buffer_add_text(&page->text, text);
}

static inline void gen_blanks(struct gen_page *page, int count)
{
	pmo_buffer_add_repeat(&page->text, ' ', (size_t)count);
}

static inline void gen_end_line(struct gen_page *page)
{
	pmo_buffer_add_text(&page->text, page->tree->crlf ? "\r\n" : "\n");
}

static inline void gen_comment(struct gen_page *page, int column, int node, char place)
{
	gen_blanks(page, column);
	pmo_buffer_add_format(&page->text, "# c%d%c: it's", node, place);
}

/* A comment behind what stands on the line, if there is one, and the line end. */
static inline void gen_finish(struct gen_page *page, int node)
{
	if (page->tree->nodes[node].behind)
		gen_comment(page, 1 + node % 2, node, 'b');
	gen_end_line(page);
}

static inline void gen_quoted(struct gen_page *page, const char *text, char quote)
{
	pmo_buffer_add_char(&page->text, quote);
	for (; *text; text++) {
		if (quote == '\'' && *text == '\'')
			pmo_buffer_add_char(&page->text, '\'');
		if (quote == '"' && (*text == '"' || *text == '\\'))
			pmo_buffer_add_char(&page->text, '\\');
		if (*text == '\n')
			pmo_buffer_add_text(&page->text, "\\n");
		else
			pmo_buffer_add_char(&page->text, *text);
	}
	pmo_buffer_add_char(&page->text, quote);
}

static inline void gen_lines(struct gen_page *page, int node, int column)
{
	const struct gen_node *n = &page->tree->nodes[node];
	size_t length = strlen(n->text);
	gen_put(page, n->look == LOOK_LITERAL ? "|" : ">");
	if (node % 7 == 5)
		pmo_buffer_add_format(&page->text, "%d", page->tree->step);
	if (length > 1 && strcmp(n->text + length - 2, "\n\n") == 0)
		gen_put(page, "+");
	else if (n->text[length - 1] != '\n')
		gen_put(page, "-");
	gen_finish(page, node);
	for (const char *line = n->text; *line;) {
		size_t size = strcspn(line, "\n");
		if (size)
			gen_blanks(page, column);
		pmo_buffer_add(&page->text, line, size);
		gen_end_line(page);
		line += size + (line[size] == '\n');
	}
}

/* A scalar behind its mark. column: where further lines of it may begin. */
static inline void gen_scalar(struct gen_page *page, int node, int column)
{
	const struct gen_node *n = &page->tree->nodes[node];
	if (n->look == LOOK_NEXT_LINE) {
		gen_finish(page, node);
		gen_blanks(page, column);
		gen_put(page, n->text);
		gen_end_line(page);
		return;
	}
	if (*n->text || n->look != LOOK_PLAIN)
		gen_put(page, " ");
	if (n->look == LOOK_LITERAL || n->look == LOOK_FOLDED) {
		gen_lines(page, node, column);
		return;
	}
	if (n->look == LOOK_FOLDED_PLAIN) {
		const char *second = strrchr(n->text, 'v');
		const char *quote = node % 3 == 0 ? "'" : node % 3 == 1 ? "\"" : "";
		gen_put(page, quote);
		pmo_buffer_add(&page->text, n->text, (size_t)(second - n->text) - 1);
		gen_end_line(page);
		gen_blanks(page, column);
		gen_put(page, second);
		gen_put(page, quote);
		if (node % 5 == 1)
			gen_put(page, " ");
	} else if (n->look == LOOK_SINGLE || n->look == LOOK_DOUBLE) {
		gen_quoted(page, n->text, n->look == LOOK_SINGLE ? '\'' : '"');
	} else {
		gen_put(page, n->text);
	}
	gen_finish(page, node);
}

static inline void gen_key(struct gen_page *page, int node)
{
	if (node % 11 == 3)
		gen_quoted(page, page->tree->nodes[node].key, node % 2 ? '"' : '\'');
	else
		gen_put(page, page->tree->nodes[node].key);
	if (node % 13 == 4)
		gen_put(page, " ");
	gen_put(page, ":");
}

static inline void gen_flow(struct gen_page *page, int node, int column);

static inline void gen_flow_entry(struct gen_page *page, int node, int column)
{
	const struct gen_node *n = &page->tree->nodes[node];
	if (n->has_key) {
		gen_key(page, node);
		gen_put(page, " ");
	}
	if (n->kind != YDOC_SCALAR)
		gen_flow(page, node, column);
	else if (n->look == LOOK_SINGLE || n->look == LOOK_DOUBLE || !*n->text)
		gen_quoted(page, n->text, n->look == LOOK_SINGLE ? '\'' : '"');
	else
		gen_put(page, n->text);
}

static inline void gen_flow_lines(struct gen_page *page, int node, int column)
{
	const struct gen_tree *tree = page->tree;
	gen_end_line(page);
	for (int i = gen_first(tree, node); i; i = gen_next(tree, i)) {
		if (tree->nodes[i].above) {
			gen_comment(page, column, i, 'a');
			gen_end_line(page);
		}
		gen_blanks(page, column);
		gen_flow_entry(page, i, column);
		if (gen_next(tree, i) || node % 3 == 0)
			gen_put(page, ",");
		gen_finish(page, i);
	}
	gen_blanks(page, column);
}

static inline void gen_flow_wrapped(struct gen_page *page, int node, int column)
{
	const struct gen_tree *tree = page->tree;
	for (int i = gen_first(tree, node); i; i = gen_next(tree, i)) {
		gen_flow_entry(page, i, column);
		if (gen_next(tree, i)) {
			gen_put(page, ",");
			if (i % 2) {
				gen_finish(page, i);
				gen_blanks(page, column);
			} else {
				gen_put(page, " ");
			}
		}
	}
}

static inline void gen_flow(struct gen_page *page, int node, int column)
{
	const struct gen_node *n = &page->tree->nodes[node];
	gen_put(page, n->kind == YDOC_MAP ? "{" : "[");
	if (n->look == LOOK_FLOW_LINES)
		gen_flow_lines(page, node, column);
	else if (n->look == LOOK_FLOW_WRAPPED)
		gen_flow_wrapped(page, node, column);
	else
		for (int i = gen_first(page->tree, node); i; i = gen_next(page->tree, i)) {
			gen_flow_entry(page, i, column);
			if (gen_next(page->tree, i))
				gen_put(page, ", ");
		}
	gen_put(page, n->kind == YDOC_MAP ? "}" : "]");
}

/* Where the entries of a block begin whose key or dash stands at a column. */
static inline int gen_inner(const struct gen_tree *tree, int node, int column)
{
	const struct gen_node *n = &tree->nodes[node];
	if (!n->has_key)
		return column + (n->look == LOOK_LONE ? tree->step : 1 + tree->dash_gap);
	return column + (n->kind == YDOC_LIST ? tree->list_offset : tree->step);
}

static inline void gen_block(struct gen_page *page, int node, int column, bool behind_dash);

static inline void gen_value(struct gen_page *page, int node, int column)
{
	const struct gen_tree *tree = page->tree;
	const struct gen_node *n = &tree->nodes[node];
	if (n->kind == YDOC_SCALAR) {
		gen_scalar(page, node, column + tree->step);
	} else if (n->look >= LOOK_FLOW || !gen_first(tree, node)) {
		gen_put(page, " ");
		gen_flow(page, node, column + tree->step);
		gen_finish(page, node);
	} else if (!n->has_key && n->look == LOOK_BLOCK) {
		gen_blanks(page, tree->dash_gap);
		gen_block(page, node, gen_inner(tree, node, column), true);
	} else {
		gen_finish(page, node);
		gen_block(page, node, gen_inner(tree, node, column), false);
	}
}

/* Behind `|+` a blank line is text. */
static inline bool gen_ends_blank(const struct gen_page *page)
{
	size_t length = page->text.length;
	return length > 2 && page->text.data[length - 1 - (page->tree->crlf ? 2 : 1)] == '\n';
}

static inline bool gen_may_own_below(const struct gen_tree *tree, int node)
{
	const struct gen_node *n = &tree->nodes[node];
	bool flush =
		n->has_key && n->kind == YDOC_LIST && n->look < LOOK_FLOW && !tree->list_offset;
	return n->deeper && !flush;
}

static inline void gen_block(struct gen_page *page, int node, int column, bool behind_dash)
{
	const struct gen_tree *tree = page->tree;
	for (int i = gen_first(tree, node); i; i = gen_next(tree, i)) {
		const struct gen_node *n = &tree->nodes[i];
		bool first = i == gen_first(tree, node);
		if (n->blank && !(first && behind_dash) && !gen_ends_blank(page)) {
			gen_put(page, i % 17 == 3 ? "  " : "");
			gen_end_line(page);
		}
		if (n->above && gen_is_marked(tree, i) && !(first && (behind_dash || !node))) {
			gen_comment(page, column, i, 'a');
			gen_end_line(page);
		}
		if (!(first && behind_dash))
			gen_blanks(page, column);
		if (n->has_key)
			gen_key(page, i);
		else
			gen_put(page, "-");
		gen_value(page, i, column);
		if (gen_may_own_below(tree, i) && gen_is_marked(tree, i)) {
			gen_comment(page, column + 1, i, 'd');
			gen_end_line(page);
		}
	}
}

static inline void gen_render(const struct gen_tree *tree, struct pmo_buffer *out)
{
	struct gen_page page = { .tree = tree };
	pmo_buffer_init(&page.text, PMO_BUFFER_LIMIT);
	if (tree->mark)
		pmo_buffer_add_text(&page.text, "\xef\xbb\xbf");
	if (tree->head) {
		gen_put(&page, "# head");
		gen_end_line(&page);
	}
	if (tree->dashes) {
		gen_put(&page, "---");
		gen_end_line(&page);
	}
	gen_block(&page, 0, 0, false);
	if (tree->open_end && page.text.length && !gen_needs_end(tree)) {
		size_t length = page.text.length - (tree->crlf ? 2 : 1);
		pmo_buffer_truncate(&page.text, length);
	}
	*out = page.text;
}

#endif
