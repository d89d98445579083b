/*
 * Putting a value where another one is. Both have a part on the line of their key or
 * dash and perhaps lines that follow; each part is replaced by its counterpart, and
 * what stands behind the first part, a comment, stays there.
 */
#include "layout.h"
#include "splice.h"

#include <string.h>

struct extent {
	struct ydoc_span line;  /* the part on the line of the key or dash */
	struct ydoc_span lines; /* the whole lines that follow; empty when there are none */
};

static size_t header_end(const struct pmo_source *source, size_t at)
{
	while (at < source->length && source->bytes[at] != ' ' && source->bytes[at] != '\t' &&
	       source->bytes[at] != '\r' && source->bytes[at] != '\n')
		at++;
	return at;
}

static struct extent find_extent(const struct ydoc *doc, const struct ydoc_node *node)
{
	const struct pmo_source *source = &doc->source;
	struct extent extent = { { node->start, node->end }, { 0, 0 } };
	if (node->style == YDOC_LITERAL || node->style == YDOC_FOLDED) {
		extent.line.end = header_end(source, node->start);
		extent.lines.start = layout_next_line(source, node->start);
		extent.lines.end = layout_content_end(doc, node);
		if (extent.lines.end < extent.lines.start)
			extent.lines.end = extent.lines.start;
		return extent;
	}
	size_t mark = layout_after_mark(doc, node);
	bool block = node->style == YDOC_BLOCK;
	if (block && layout_line_start(source, node->start) != layout_line_start(source, mark)) {
		extent.line.start = extent.line.end = mark;
		extent.lines.start = layout_next_line(source, mark);
		extent.lines.end = layout_content_end(doc, node);
		return extent;
	}
	extent.line.end = layout_text_end(doc, node);
	extent.lines.start = extent.lines.end = layout_next_line(source, extent.line.end);
	return extent;
}

static void splice_line(struct edit *edit, const struct ydoc_node *node, struct ydoc_span span,
			const struct pmo_buffer *inline_text)
{
	const struct pmo_source *source = &edit->doc->source;
	struct pmo_buffer text;
	pmo_buffer_init(&text, YDOC_BYTES);
	size_t mark = layout_after_mark(edit->doc, node);
	if (!inline_text->length && span.start > mark)
		span.start = layout_skip_blanks_back(source, span.start);
	bool in_flow = node->parent->style == YDOC_FLOW;
	if (in_flow && node->key && mark == node->key_end)
		pmo_buffer_add_char(&text, ':'); /* a stray key becomes a proper one */
	if (inline_text->length && span.start == mark && !(in_flow && !node->key))
		pmo_buffer_add_char(&text, ' ');
	pmo_buffer_add(&text, inline_text->data, inline_text->length);
	text.failed |= inline_text->failed;
	edit_splice_buffer(edit, span.start, span.end, &text);
	pmo_buffer_release(&text);
}

static void splice_lines(struct edit *edit, struct ydoc_span span, const struct pmo_buffer *lines)
{
	const struct pmo_source *source = &edit->doc->source;
	if (span.start == span.end && !lines->length)
		return;
	struct pmo_buffer text;
	pmo_buffer_init(&text, YDOC_BYTES);
	if (span.start == source->length && source->length &&
	    source->bytes[source->length - 1] != '\n')
		pmo_buffer_add_text(&text, edit->style.line_end);
	pmo_buffer_add(&text, lines->data, lines->length);
	text.failed |= lines->failed;
	edit_splice_buffer(edit, span.start, span.end, &text);
	pmo_buffer_release(&text);
}

/* The value's text behind the mark; a map behind a dash begins on the dash's line. */
static void emit_behind_mark(struct edit *edit, struct emit *emit, const struct ydoc_node *node,
			     const struct ydoc_value *value)
{
	bool in_flow = node->parent->style == YDOC_FLOW;
	size_t column = in_flow ? 0 : layout_column(edit->doc, node);
	if (in_flow || node->key || value->kind == YDOC_SCALAR) {
		emit_value(emit, value, column, in_flow, node);
		return;
	}
	struct emit item;
	emit_init(&item, &edit->style);
	emit_item(&item, value, column);
	if (item.inline_text.length > 2)
		pmo_buffer_add(&emit->inline_text, item.inline_text.data + 2,
			       item.inline_text.length - 2);
	pmo_buffer_add(&emit->lines, item.lines.data, item.lines.length);
	emit->lines.failed |= item.lines.failed || item.inline_text.failed;
	emit_release(&item);
}

/* What goes with a list or map; one line's comment stays, whatever comes on that line. */
static struct ydoc_span find_inside(const struct ydoc *doc, const struct ydoc_node *node,
				    const struct extent *extent)
{
	struct ydoc_span inside = { node->start, node->end };
	const char *text = doc->source.bytes + node->start;
	bool lines = extent->lines.end > extent->lines.start;
	if (lines)
		inside = extent->lines;
	if (node->style == YDOC_BLOCK && (lines || memchr(text, '\n', node->end - node->start)))
		inside.end = layout_owned_end(doc, ydoc_last(node));
	return inside;
}

enum pmo_result replace_value(struct edit *edit, const struct ydoc_node *node,
			      const struct ydoc_value *value)
{
	if (ydoc_value_equals(value, node))
		return PMO_OK;
	struct extent extent = find_extent(edit->doc, node);
	if (node->kind != YDOC_SCALAR) {
		struct ydoc_span inside = find_inside(edit->doc, node, &extent);
		size_t comment = layout_find_comment(edit->doc, node, inside);
		if (comment < inside.end)
			return edit_refuse(edit, comment,
					   "a comment inside what is replaced would be lost",
					   "change the items one by one, or move the comment");
	}
	struct emit emit;
	emit_init(&emit, &edit->style);
	emit.behind_dash = !node->key;
	emit_behind_mark(edit, &emit, node, value);
	splice_line(edit, node, extent.line, &emit.inline_text);
	if (node->parent->style != YDOC_FLOW)
		splice_lines(edit, extent.lines, &emit.lines);
	emit_release(&emit);
	return PMO_OK;
}
