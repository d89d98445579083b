/* Entries of block style: each is a run of whole lines, except the first behind a dash. */
#include "layout.h"
#include "splice.h"

#include <string.h>

static bool ends_open(const struct pmo_source *source, size_t at)
{
	return at == source->length && at > 0 && source->bytes[at - 1] != '\n';
}

/* Literal text that ends with an open last line has no final line end: `|-` keeps that so. */
static void keep_last_text(struct edit *edit)
{
	const struct ydoc_node *leaf = edit->doc->root;
	const struct pmo_source *source = &edit->doc->source;
	while (leaf && leaf->first)
		leaf = ydoc_last(leaf);
	if (!leaf || (leaf->style != YDOC_LITERAL && leaf->style != YDOC_FOLDED))
		return;
	size_t end = leaf->start + 1u;
	while (end < leaf->end && !strchr(" \t\r\n", source->bytes[end]))
		if (strchr("+-", source->bytes[end++]))
			return;
	if (leaf->end == source->length && memchr(source->bytes + end, '\n', leaf->end - end))
		edit_splice(edit, end, end, "-", 1);
}

/* Lines put in at an offset; a last line without a line end gets one first. */
static void put_lines(struct edit *edit, size_t at, const struct pmo_buffer *lines)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, YDOC_BYTES);
	if (ends_open(&edit->doc->source, at)) {
		keep_last_text(edit);
		pmo_buffer_add_text(&text, edit->style.line_end);
	}
	pmo_buffer_add(&text, lines->data, lines->length);
	text.failed |= lines->failed;
	edit_splice_buffer(edit, at, at, &text);
	pmo_buffer_release(&text);
}

/* Whether records here stand apart from each other, as far as the neighbours show. */
static bool stand_apart(const struct ydoc *doc, const struct ydoc_node *parent,
			const struct ydoc_node *after)
{
	const struct ydoc_node *before = after ? ydoc_previous(after) : NULL;
	const struct ydoc_node *look = after ? after : parent->first;
	if (parent->count < 2)
		return false;
	return (!before || layout_is_apart(doc, before)) &&
	       (!look->next || layout_is_apart(doc, look));
}

/* The new entry as whole lines at a column; the blanks of the first are the caller's. */
static void add_entry(struct edit *edit, struct pmo_buffer *text, size_t column,
		      const struct ydoc_value *value, const char *key)
{
	struct emit emit;
	emit_init(&emit, &edit->style);
	if (key)
		emit_entry(&emit, key, value, column);
	else
		emit_item(&emit, value, column);
	pmo_buffer_add(text, emit.inline_text.data, emit.inline_text.length);
	pmo_buffer_add_text(text, edit->style.line_end);
	pmo_buffer_add(text, emit.lines.data, emit.lines.length);
	text->failed |= emit.lines.failed || emit.inline_text.failed;
	emit_release(&emit);
}

enum pmo_result block_insert(struct edit *edit, const struct ydoc_node *parent,
			     const struct ydoc_node *after, const struct ydoc_value *value,
			     const char *key)
{
	const struct ydoc *doc = edit->doc;
	const struct ydoc_node *first = parent->first;
	size_t column = layout_column(doc, first);
	bool compact = !after && layout_is_compact(doc, first);
	bool apart = value->kind != YDOC_SCALAR && value->count && !value->flow &&
		     stand_apart(doc, parent, after);
	struct pmo_buffer text;
	pmo_buffer_init(&text, YDOC_BYTES);
	if (apart && after)
		pmo_buffer_add_text(&text, edit->style.line_end);
	if (!compact)
		pmo_buffer_add_repeat(&text, ' ', column);
	add_entry(edit, &text, column, value, key);
	if (apart && !after)
		pmo_buffer_add_text(&text, edit->style.line_end);
	if (compact)
		pmo_buffer_add_repeat(&text, ' ', column);
	if (after)
		put_lines(edit, layout_owned_end(doc, after), &text);
	else if (compact)
		edit_splice_buffer(edit, first->key_start, first->key_start, &text);
	else
		put_lines(edit, layout_owned_start(doc, first), &text);
	pmo_buffer_release(&text);
	return PMO_OK;
}

/* The last entry goes: its parent stays as [] or {}, or as nothing at the top. */
static enum pmo_result remove_only(struct edit *edit, const struct ydoc_node *entry)
{
	const struct ydoc *doc = edit->doc;
	const struct ydoc_node *parent = entry->parent;
	const char *empty = parent->kind == YDOC_MAP ? "{}" : "[]";
	if (layout_is_compact(doc, entry)) {
		edit_splice(edit, entry->key_start, layout_text_end(doc, entry), empty, 2);
		return PMO_OK;
	}
	if (parent->parent) {
		size_t mark = layout_after_mark(doc, parent);
		edit_splice(edit, mark, mark, parent->kind == YDOC_MAP ? " {}" : " []", 3);
	}
	edit_splice(edit, layout_owned_start(doc, entry), layout_owned_end(doc, entry), "", 0);
	return PMO_OK;
}

static size_t blank_lines_behind(const struct pmo_source *source, size_t at)
{
	while (at < source->length && layout_is_blank_line(source, at))
		at = layout_next_line(source, at);
	return at;
}

/* `- a: 1` loses a: the next key moves up, or the dash stands alone above comments. */
static void remove_compact(struct edit *edit, const struct ydoc_node *entry)
{
	const struct ydoc *doc = edit->doc;
	size_t behind = layout_owned_end(doc, entry);
	size_t next = entry->next->key_start;
	if (layout_line_start(&doc->source, next) == blank_lines_behind(&doc->source, behind)) {
		edit_splice(edit, entry->key_start, next, "", 0);
		return;
	}
	size_t start = layout_skip_blanks_back(&doc->source, entry->key_start);
	edit_splice(edit, start, behind, edit->style.line_end, strlen(edit->style.line_end));
}

enum pmo_result block_remove(struct edit *edit, const struct ydoc_node *entry)
{
	if (entry->parent->count == 1)
		return remove_only(edit, entry);
	if (layout_is_compact(edit->doc, entry)) {
		remove_compact(edit, entry);
		return PMO_OK;
	}
	struct ydoc_span cut = layout_cut(edit->doc, entry);
	edit_splice(edit, cut.start, cut.end, "", 0);
	return PMO_OK;
}

/* The lines of an entry, from its column on, with the line end that its last one may lack. */
static void add_moved(struct edit *edit, struct pmo_buffer *text, const struct ydoc_node *entry)
{
	const struct pmo_source *source = &edit->doc->source;
	size_t start = entry->key_start, end = layout_owned_end(edit->doc, entry);
	if (!layout_is_compact(edit->doc, entry))
		start = layout_owned_start(edit->doc, entry);
	else
		pmo_buffer_add_repeat(text, ' ', layout_column(edit->doc, entry));
	pmo_buffer_add(text, source->bytes + start, end - start);
	if (ends_open(source, end))
		pmo_buffer_add_text(text, edit->style.line_end);
}

/* The first place of a map behind a dash: the moved entry takes the place on the dash's line. */
static enum pmo_result move_behind_dash(struct edit *edit, const struct ydoc_node *entry)
{
	const struct ydoc *doc = edit->doc;
	const struct ydoc_node *first = entry->parent->first;
	size_t start = layout_owned_start(doc, entry);
	if (start != layout_line_start(&doc->source, entry->key_start))
		return edit_refuse(edit, start, "a comment cannot stand between a dash and its key",
				   "move the comment, or make the change by hand");
	struct pmo_buffer text;
	pmo_buffer_init(&text, YDOC_BYTES);
	add_moved(edit, &text, entry);
	size_t column = layout_column(doc, first);
	edit_splice(edit, first->key_start, first->key_start, text.data + column,
		    text.length - column);
	edit_splice(edit, first->key_start, first->key_start, text.data, column);
	edit->failed |= text.failed;
	pmo_buffer_release(&text);
	struct ydoc_span cut = layout_cut(doc, entry);
	edit_splice(edit, cut.start, cut.end, "", 0);
	return PMO_OK;
}

enum pmo_result block_move(struct edit *edit, const struct ydoc_node *entry,
			   const struct ydoc_node *after)
{
	const struct ydoc *doc = edit->doc;
	const struct ydoc_node *first = entry->parent->first;
	bool compact = layout_is_compact(doc, entry);
	if (!after && layout_is_compact(doc, first))
		return move_behind_dash(edit, entry);
	const struct ydoc_node *before = compact ? NULL : ydoc_previous(entry);
	bool apart = !compact && (!before || layout_is_apart(doc, before)) &&
		     (!entry->next || layout_is_apart(doc, entry));
	struct ydoc_span cut = { 0, 0 };
	if (!compact)
		cut = layout_cut(doc, entry);
	size_t target = after ? layout_owned_end(doc, after) : layout_owned_start(doc, first);
	struct pmo_buffer text;
	pmo_buffer_init(&text, YDOC_BYTES);
	if (apart && after)
		pmo_buffer_add_text(&text, edit->style.line_end);
	add_moved(edit, &text, entry);
	if (apart && !after)
		pmo_buffer_add_text(&text, edit->style.line_end);
	if (target <= cut.start && !compact)
		put_lines(edit, target, &text);
	if (compact)
		remove_compact(edit, entry);
	else
		edit_splice(edit, cut.start, cut.end, "", 0);
	if (target > cut.start || compact)
		put_lines(edit, target > cut.end ? target : cut.end, &text);
	pmo_buffer_release(&text);
	return PMO_OK;
}
