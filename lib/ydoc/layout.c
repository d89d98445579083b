/* Lines, columns and comments: all of it looks at bytes, none of it changes any. */
#include "layout.h"

#include <string.h>

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* The first byte of the file that counts. */
static size_t file_start(const struct pmo_source *source)
{
	return source->length >= 3 && memcmp(source->bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

size_t layout_line_start(const struct pmo_source *source, size_t offset)
{
	size_t first = file_start(source);
	while (offset > first && source->bytes[offset - 1] != '\n')
		offset--;
	return offset;
}

size_t layout_next_line(const struct pmo_source *source, size_t offset)
{
	while (offset < source->length && source->bytes[offset] != '\n')
		offset++;
	return offset < source->length ? offset + 1 : source->length;
}

size_t layout_skip_blanks(const struct pmo_source *source, size_t offset)
{
	while (offset < source->length && is_blank(source->bytes[offset]))
		offset++;
	return offset;
}

size_t layout_skip_blanks_back(const struct pmo_source *source, size_t offset)
{
	while (offset > 0 && is_blank(source->bytes[offset - 1]))
		offset--;
	return offset;
}

size_t layout_column(const struct ydoc *doc, const struct ydoc_node *entry)
{
	return entry->key_start - layout_line_start(&doc->source, entry->key_start);
}

bool layout_is_compact(const struct ydoc *doc, const struct ydoc_node *entry)
{
	const struct ydoc_node *item = entry->parent;
	return item && item->parent && !item->key && entry == item->first &&
	       layout_line_start(&doc->source, item->key_start) ==
		       layout_line_start(&doc->source, entry->key_start);
}

bool layout_is_blank_line(const struct pmo_source *source, size_t offset)
{
	offset = layout_skip_blanks(source, offset);
	return offset >= source->length || is_break(source->bytes[offset]);
}

size_t layout_text_end(const struct ydoc *doc, const struct ydoc_node *node)
{
	size_t end = node->end;
	if (end > node->start && doc->source.bytes[end - 1] == '\n')
		end--;
	if (end > node->start && doc->source.bytes[end - 1] == '\r')
		end--;
	return end;
}

size_t layout_content_end(const struct ydoc *doc, const struct ydoc_node *entry)
{
	size_t end = entry->end > entry->key_end ? entry->end : layout_after_mark(doc, entry);
	/* `|+` keeps its blank lines: its text ends where a line begins. */
	if (end > entry->key_end && doc->source.bytes[end - 1] == '\n')
		return end;
	return layout_next_line(&doc->source, end);
}

/* The column of the comment on the line at offset, or SIZE_MAX when it holds none. */
static size_t comment_column(const struct pmo_source *source, size_t line)
{
	size_t i = layout_skip_blanks(source, line);
	return i < source->length && source->bytes[i] == '#' ? i - line : SIZE_MAX;
}

size_t layout_owned_end(const struct ydoc *doc, const struct ydoc_node *entry)
{
	size_t column = layout_column(doc, entry);
	size_t end = layout_content_end(doc, entry);
	while (end < doc->source.length) {
		size_t comment = comment_column(&doc->source, end);
		if (comment == SIZE_MAX || comment <= column)
			break;
		end = layout_next_line(&doc->source, end);
	}
	return end;
}

size_t layout_owned_start(const struct ydoc *doc, const struct ydoc_node *entry)
{
	const struct pmo_source *source = &doc->source;
	size_t line = layout_line_start(source, entry->key_start);
	size_t column = entry->key_start - line, start = line;
	while (start > file_start(source)) {
		size_t above = layout_line_start(source, start - 1);
		if (comment_column(source, above) != column)
			return start;
		start = above;
	}
	return start < line ? line : start; /* what opens the file belongs to the file */
}

size_t layout_after_mark(const struct ydoc *doc, const struct ydoc_node *entry)
{
	if (!entry->key)
		return entry->key_end;
	size_t colon = layout_skip_blanks(&doc->source, entry->key_end);
	return colon < doc->source.length && doc->source.bytes[colon] == ':' ? colon + 1
									     : entry->key_end;
}

/* A block scalar's header may carry a comment: its text begins on the next line. */
static size_t header_comment(const struct ydoc *doc, const struct ydoc_node *node)
{
	if (node->style != YDOC_LITERAL && node->style != YDOC_FOLDED)
		return SIZE_MAX;
	for (size_t i = node->start; i < node->end && !is_break(doc->source.bytes[i]); i++)
		if (doc->source.bytes[i] == '#')
			return i;
	return SIZE_MAX;
}

/* The first comment between two texts. */
static size_t gap_comment(const struct ydoc *doc, size_t start, size_t end)
{
	const char *bytes = doc->source.bytes;
	const char *found = start < end ? memchr(bytes + start, '#', end - start) : NULL;
	return found ? (size_t)(found - bytes) : SIZE_MAX;
}

/* The next node in the order of the file that lies inside top. */
static const struct ydoc_node *next_inside(const struct ydoc_node *node,
					   const struct ydoc_node *top)
{
	if (node->first)
		return node->first;
	while (node != top && !node->next)
		node = node->parent;
	return node == top ? NULL : node->next;
}

size_t layout_find_comment(const struct ydoc *doc, const struct ydoc_node *node,
			   struct ydoc_span range)
{
	size_t at = range.start, comment = SIZE_MAX;
	const struct ydoc_node *i = node->first;
	for (; i && comment == SIZE_MAX; i = next_inside(i, node)) {
		comment = gap_comment(doc, at, i->key_start);
		at = i->key_end > at ? i->key_end : at;
		if (i->kind != YDOC_SCALAR || comment != SIZE_MAX)
			continue;
		comment = gap_comment(doc, at, i->start);
		if (comment == SIZE_MAX)
			comment = header_comment(doc, i);
		at = i->end > at ? i->end : at;
	}
	if (comment == SIZE_MAX)
		comment = gap_comment(doc, at, range.end);
	return comment < range.end ? comment : range.end;
}

/* Whether a blank line that lies at or behind floor ends at an offset. */
static bool follows_blank(const struct pmo_source *source, size_t at, size_t floor)
{
	if (at <= floor || at <= file_start(source))
		return false;
	size_t line = layout_line_start(source, at - 1);
	return line >= floor && layout_is_blank_line(source, line);
}

bool layout_is_apart(const struct ydoc *doc, const struct ydoc_node *entry)
{
	size_t end = layout_owned_end(doc, entry);
	return end < doc->source.length && layout_is_blank_line(&doc->source, end);
}

/* Whether nothing, or the parent's own line, stands above an offset. */
static bool opens_parent(const struct ydoc *doc, const struct ydoc_node *entry, size_t at)
{
	if (entry != entry->parent->first)
		return false;
	if (at == file_start(&doc->source))
		return true;
	return comment_column(&doc->source, layout_line_start(&doc->source, at - 1)) == SIZE_MAX;
}

struct ydoc_span layout_cut(const struct ydoc *doc, const struct ydoc_node *entry)
{
	const struct pmo_source *source = &doc->source;
	struct ydoc_span cut = { layout_owned_start(doc, entry), layout_owned_end(doc, entry) };
	/* Blank lines behind `|+` are text of the entry before, and more would become it. */
	const struct ydoc_node *before = ydoc_previous(entry);
	size_t floor = before ? layout_owned_end(doc, before) : 0, behind = cut.end;
	while (behind < source->length && layout_is_blank_line(source, behind))
		behind = layout_next_line(source, behind);
	bool kept = before && layout_content_end(doc, before) == before->end &&
		    source->bytes[before->end - 1] == '\n';
	bool gap = kept || follows_blank(source, cut.start, floor) ||
		   opens_parent(doc, entry, cut.start);
	if (behind > cut.end && gap)
		cut.end = behind;
	if (behind == source->length)
		while (follows_blank(source, cut.start, floor))
			cut.start = layout_line_start(source, cut.start - 1);
	return cut;
}
