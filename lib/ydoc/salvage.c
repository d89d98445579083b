/*
 * A register file that cannot be read as a whole is cut before each line that begins a
 * top-level entry, and the pieces are read one by one: the good records stay in view,
 * each bad piece is one diagnostic.
 */
#include "parse.h"

#include <string.h>

/* `---` and `...` alone on a line, and lines that begin with %, hold nothing. */
static bool is_marker(const struct pmo_source *source, size_t line)
{
	const char *text = source->bytes + line;
	if (*text == '%')
		return true;
	if (source->length - line < 3 ||
	    (memcmp(text, "---", 3) != 0 && memcmp(text, "...", 3) != 0))
		return false;
	size_t at = line + 3;
	while (at < source->length && strchr(" \t\r", source->bytes[at]))
		at++;
	return at == source->length || source->bytes[at] == '\n';
}

/* A top-level entry begins at the left margin with something that is no comment. */
static bool begins_entry(const struct pmo_source *source, size_t line)
{
	char c = source->bytes[line];
	return is_marker(source, line) || !strchr(" \t#\r\n-}]", c) || !c;
}

static size_t next_line(const struct pmo_source *source, size_t offset)
{
	const char *end = memchr(source->bytes + offset, '\n', source->length - offset);
	return end ? (size_t)(end - source->bytes) + 1 : source->length;
}

/* The start of the next entry; counts the lines on the way. */
static size_t next_entry(const struct pmo_source *source, size_t offset, uint32_t *lines)
{
	do {
		offset = next_line(source, offset);
		++*lines;
	} while (offset < source->length && !begins_entry(source, offset));
	return offset;
}

static void shift_nodes(struct ydoc_node *node, uint32_t by)
{
	/* At most YDOC_DEPTH calls deep. */
	for (; node; node = node->next) {
		node->start += by;
		node->end += by;
		node->key_start += by;
		node->key_end += by;
		shift_nodes(node->first, by);
	}
}

/* *last is the one that came last so far. */
static void adopt(struct ydoc_node *root, struct ydoc_node **last, const struct ydoc_node *piece,
		  size_t offset)
{
	shift_nodes(piece->first, (uint32_t)offset);
	if (*last) {
		(*last)->next = piece->first;
	} else {
		root->first = piece->first;
		root->start = piece->first->key_start;
	}
	for (struct ydoc_node *node = piece->first; node; node = node->next) {
		node->parent = root;
		*last = node;
	}
	root->count += piece->count;
	root->end = (*last)->end;
}

static void refuse_piece(const struct ydoc *piece, const struct ydoc_node *root,
			 struct pmo_diags *diags)
{
	struct pmo_place place = { .source = &piece->source, .offset = root->start, .length = 1 };
	pmo_diag_add(diags, PMO_ERROR, "yaml-entry", &place,
		     "expected a name and a colon here, found something else");
	pmo_diag_hint(diags, "%s",
		      root->kind == YDOC_SCALAR && strchr(root->text, ':')
			      ? "write a blank behind the colon"
			      : "begin each record with 'NAME:' at the left margin");
}

static enum pmo_result take_piece(struct ydoc *doc, struct ydoc_node **last, struct ydoc *piece,
				  enum pmo_result result, struct pmo_diags *diags)
{
	doc->odd_breaks |= piece->odd_breaks;
	if (result == PMO_OK && piece->root) {
		bool entry = piece->root->kind == YDOC_MAP && piece->root->style == YDOC_BLOCK;
		if (entry)
			adopt(doc->root, last, piece->root,
			      (size_t)(piece->source.bytes - doc->source.bytes));
		else
			refuse_piece(piece, piece->root, diags);
	}
	return result == PMO_INVALID ? PMO_OK : result;
}

/* Only a piece that a diagnostic points into has to stay. */
static enum pmo_result read_pieces(struct ydoc *doc, struct ydoc_room *room,
				   struct pmo_diags *diags)
{
	const struct pmo_source *whole = &doc->source;
	uint32_t line = whole->first_line;
	struct ydoc *piece = NULL;
	struct ydoc_node *tail = NULL;
	for (size_t start = 0; start < whole->length;) {
		uint32_t first_line = line;
		if (is_marker(whole, start)) {
			start = next_line(whole, start);
			line++;
			continue;
		}
		size_t end = next_entry(whole, start, &line);
		if (!piece)
			piece = pmo_arena_alloc(doc->arena, sizeof(*piece));
		if (!piece)
			return PMO_NO_MEMORY;
		*piece = (struct ydoc){
			.source = { whole->path, whole->bytes + start, end - start, first_line },
			.arena = doc->arena,
		};
		const struct pmo_diag *last = diags->last;
		enum pmo_result result = parse_document(piece, room, true, diags);
		result = take_piece(doc, &tail, piece, result, diags);
		if (result != PMO_OK)
			return result;
		if (diags->last != last)
			piece = NULL;
		start = end;
	}
	return PMO_OK;
}

/* Takes back what was added behind a point; the arena keeps the bytes. */
static void forget_since(struct pmo_diags *diags, const struct pmo_diags *before)
{
	*diags = *before;
	if (diags->last)
		diags->last->next = NULL;
}

enum pmo_result ydoc_read_entries(struct ydoc *doc, struct pmo_arena *arena,
				  const struct pmo_source *source, struct pmo_diags *diags)
{
	*doc = (struct ydoc){ .source = *source, .arena = arena };
	struct pmo_diags before = *diags;
	struct ydoc_room room = { 0 };
	enum pmo_result result = parse_document(doc, &room, true, diags);
	if (result == PMO_OK && doc->root && doc->root->kind != YDOC_MAP) {
		refuse_piece(doc, doc->root, diags);
		doc->root = NULL;
		return PMO_INVALID;
	}
	if (result != PMO_INVALID || source->length > YDOC_BYTES)
		return result;
	struct pmo_diags whole = *diags;
	struct pmo_diag *fault = before.last ? before.last->next : diags->first;
	forget_since(diags, &before);
	doc->damaged = true;
	doc->root = pmo_arena_alloc(arena, sizeof(*doc->root));
	if (!doc->root)
		return PMO_NO_MEMORY;
	doc->root->kind = YDOC_MAP;
	doc->root->style = YDOC_BLOCK;
	result = read_pieces(doc, &room, diags);
	if (result == PMO_OK)
		result = parse_flag_duplicates(doc->root, doc->arena);
	if (result != PMO_OK)
		return result;
	bool told = diags->count[PMO_ERROR] > before.count[PMO_ERROR];
	if (doc->root->count && told)
		return PMO_OK;
	/* Nothing was saved, or the pieces hide the fault: tell the one of the whole file. */
	forget_since(diags, &before);
	*diags = whole;
	if (before.last)
		before.last->next = fault;
	if (doc->root->count)
		return PMO_OK;
	doc->root = NULL;
	return PMO_INVALID;
}
