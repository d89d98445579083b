/*
 * Entries in brackets. On one line they are separated by `, `; when each has a line of
 * its own, a new one gets a line too, so that comments stay beside what they are about.
 */
#include "layout.h"
#include "splice.h"

#include "base/yaml_quote.h"

#include <string.h>

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* The next byte that counts: blanks, line ends and comments skipped. */
static size_t significant(const struct pmo_source *source, size_t at)
{
	while (at < source->length) {
		char c = source->bytes[at];
		if (c == '#')
			at = layout_next_line(source, at);
		else if (c == ' ' || c == '\t' || is_break(c))
			at++;
		else
			break;
	}
	return at;
}

/* Behind the entry and the comma that follows it, if one does. */
static size_t behind_comma(const struct pmo_source *source, const struct ydoc_node *entry)
{
	size_t at = significant(source, entry->end);
	return at < source->length && source->bytes[at] == ',' ? at + 1 : entry->end;
}

static bool has_comma(const struct pmo_source *source, const struct ydoc_node *entry)
{
	return behind_comma(source, entry) != entry->end;
}

/* Whether nothing but the entry, its comma and a comment stand on its lines. */
static bool has_own_lines(const struct pmo_source *source, const struct ydoc_node *entry)
{
	size_t line = layout_line_start(source, entry->key_start);
	if (layout_skip_blanks(source, line) != entry->key_start)
		return false;
	size_t comma = behind_comma(source, entry);
	if (memchr(source->bytes + entry->end, '\n', comma - entry->end))
		return false;
	size_t rest = layout_skip_blanks(source, comma);
	return rest < source->length &&
	       (is_break(source->bytes[rest]) || source->bytes[rest] == '#');
}

static void emit_flow_entry(struct edit *edit, struct pmo_buffer *text,
			    const struct ydoc_value *value, const char *key)
{
	struct emit emit;
	emit_init(&emit, &edit->style);
	if (key) {
		emit_key(text, key, true);
		pmo_buffer_add_text(text, ": ");
	}
	emit_value(&emit, value, 0, true, NULL);
	pmo_buffer_add(text, emit.inline_text.data, emit.inline_text.length);
	text->failed |= emit.inline_text.failed;
	emit_release(&emit);
}

/* The comment lines directly above an entry on its own line, at its column, are its own. */
static size_t owned_start(const struct pmo_source *source, const struct ydoc_node *entry)
{
	size_t line = layout_line_start(source, entry->key_start);
	size_t column = entry->key_start - line;
	while (line > entry->parent->start) {
		size_t above = layout_line_start(source, line - 1);
		size_t at = layout_skip_blanks(source, above);
		if (above <= entry->parent->start || source->bytes[at] != '#' ||
		    at - above != column)
			break;
		line = above;
	}
	return line;
}

static void insert_line_behind(struct edit *edit, const struct ydoc_node *after,
			       struct pmo_buffer *entry)
{
	const struct pmo_source *source = &edit->doc->source;
	size_t column = after->key_start - layout_line_start(source, after->key_start);
	bool comma = has_comma(source, after);
	struct pmo_buffer line;
	pmo_buffer_init(&line, YDOC_BYTES);
	pmo_buffer_add_repeat(&line, ' ', column);
	pmo_buffer_add(&line, entry->data, entry->length);
	if (comma)
		pmo_buffer_add_char(&line, ',');
	else
		edit_splice(edit, after->end, after->end, ",", 1);
	pmo_buffer_add_text(&line, edit->style.line_end);
	line.failed |= entry->failed;
	size_t at = layout_next_line(source, behind_comma(source, after));
	edit_splice_buffer(edit, at, at, &line);
	pmo_buffer_release(&line);
}

static void insert_front(struct edit *edit, const struct ydoc_node *first, struct pmo_buffer *entry)
{
	const struct pmo_source *source = &edit->doc->source;
	struct pmo_buffer text;
	pmo_buffer_init(&text, YDOC_BYTES);
	size_t at = first->key_start;
	if (has_own_lines(source, first)) {
		size_t column = first->key_start - layout_line_start(source, first->key_start);
		at = owned_start(source, first);
		pmo_buffer_add_repeat(&text, ' ', column);
		pmo_buffer_add(&text, entry->data, entry->length);
		pmo_buffer_add_char(&text, ',');
		pmo_buffer_add_text(&text, edit->style.line_end);
	} else {
		pmo_buffer_add(&text, entry->data, entry->length);
		pmo_buffer_add_text(&text, ", ");
	}
	text.failed |= entry->failed;
	edit_splice_buffer(edit, at, at, &text);
	pmo_buffer_release(&text);
}

enum pmo_result flow_insert(struct edit *edit, const struct ydoc_node *parent,
			    const struct ydoc_node *after, const struct ydoc_value *value,
			    const char *key)
{
	const struct pmo_source *source = &edit->doc->source;
	struct pmo_buffer entry;
	pmo_buffer_init(&entry, YDOC_BYTES);
	emit_flow_entry(edit, &entry, value, key);
	if (!parent->first) {
		edit_splice_buffer(edit, parent->start + 1u, parent->start + 1u, &entry);
	} else if (!after) {
		insert_front(edit, parent->first, &entry);
	} else if (has_own_lines(source, after)) {
		insert_line_behind(edit, after, &entry);
	} else {
		struct pmo_buffer text;
		pmo_buffer_init(&text, YDOC_BYTES);
		pmo_buffer_add_text(&text, ", ");
		pmo_buffer_add(&text, entry.data, entry.length);
		text.failed |= entry.failed;
		edit_splice_buffer(edit, after->end, after->end, &text);
		pmo_buffer_release(&text);
	}
	pmo_buffer_release(&entry);
	return PMO_OK;
}

static bool has_break(const struct pmo_source *source, size_t start, size_t end)
{
	return memchr(source->bytes + start, '\n', end - start) != NULL;
}

static bool has_comment(const struct pmo_source *source, size_t start, size_t end)
{
	return memchr(source->bytes + start, '#', end - start) != NULL;
}

/* The place between two entries, when no comment stands there. */
static bool is_bare_between(const struct pmo_source *source, const struct ydoc_node *one,
			    const struct ydoc_node *next)
{
	return one && next && !has_comment(source, one->end, next->key_start);
}

/* Takes the entry and its comma out, and the comment that stands behind them. */
static void cut_out(struct edit *edit, const struct ydoc_node *entry)
{
	const struct pmo_source *source = &edit->doc->source;
	const struct ydoc_node *before = ydoc_previous(entry);
	size_t start = entry->key_start, end = behind_comma(source, entry);
	if (has_break(source, entry->end, end)) {
		/* The comma of a later line stays and the one before the entry goes. */
		end = entry->end;
		if (is_bare_between(source, before, entry))
			start = before->end;
	}
	size_t rest = layout_skip_blanks(source, end);
	if (rest < source->length && source->bytes[rest] == '#') {
		end = layout_next_line(source, rest);
		while (end > rest && is_break(source->bytes[end - 1]))
			end--;
	} else if (rest < source->length && !is_break(source->bytes[rest])) {
		end = rest;
	}
	if (end < source->length && is_break(source->bytes[end]))
		start = layout_skip_blanks_back(source, start);
	edit_splice(edit, start, end, "", 0);
}

enum pmo_result flow_remove(struct edit *edit, const struct ydoc_node *entry)
{
	const struct ydoc *doc = edit->doc;
	const struct pmo_source *source = &doc->source;
	const struct ydoc_node *parent = entry->parent, *before = ydoc_previous(entry);
	struct ydoc_span inside = { parent->start, parent->end };
	if (parent->count == 1 && layout_find_comment(doc, parent, inside) == parent->end) {
		edit_splice(edit, parent->start + 1u, parent->end - 1u, "", 0);
		return PMO_OK;
	}
	if (has_own_lines(source, entry)) {
		size_t end = layout_next_line(source, behind_comma(source, entry));
		edit_splice(edit, owned_start(source, entry), end, "", 0);
		return PMO_OK;
	}
	if (!entry->next && is_bare_between(source, before, entry))
		edit_splice(edit, before->end, entry->end, "", 0);
	else if (!before && is_bare_between(source, entry, entry->next))
		edit_splice(edit, entry->key_start, entry->next->key_start, "", 0);
	else
		cut_out(edit, entry);
	return PMO_OK;
}
