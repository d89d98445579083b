/*
 * Reading a document, and finding one's way in it.
 *
 * A register file that cannot be read as a whole is cut before each line that begins
 * a top-level entry, and the pieces are read one by one: the good records stay in
 * view, the bad piece is named.
 */
#include "ydoc.h"

#include "parse.h"

#include <string.h>

static void init(struct ydoc *doc, struct pmo_arena *arena, const struct pmo_source *source)
{
	memset(doc, 0, sizeof(*doc));
	doc->arena = arena;
	doc->source = *source;
}

enum pmo_result ydoc_read(struct ydoc *doc, struct pmo_arena *arena,
			  const struct pmo_source *source, struct pmo_diags *diags)
{
	init(doc, arena, source);
	return parse_document(doc, false, diags);
}

/* A top-level entry begins at the left margin with something that is no comment. */
static bool begins_entry(const struct pmo_source *source, size_t line)
{
	if (line >= source->length)
		return false;
	char c = source->bytes[line];
	return c != ' ' && c != '\t' && c != '#' && c != '\r' && c != '\n' && c != '-' && c != '}' &&
	       c != ']';
}

static size_t next_line(const struct pmo_source *source, size_t offset)
{
	const char *end = offset < source->length
				  ? memchr(source->bytes + offset, '\n', source->length - offset)
				  : NULL;
	return end ? (size_t)(end - source->bytes) + 1 : source->length;
}

static size_t next_entry(const struct pmo_source *source, size_t offset)
{
	do
		offset = next_line(source, offset);
	while (offset < source->length && !begins_entry(source, offset));
	return offset;
}

static void shift_nodes(struct ydoc_node *node, uint32_t by)
{
	/* Pieces are records: their depth is at most YDOC_DEPTH. */
	for (; node; node = node->next) {
		node->start += by;
		node->end += by;
		node->key_start += by;
		node->key_end += by;
		shift_nodes(node->first, by);
	}
}

static void adopt(struct ydoc_node *root, const struct ydoc_node *piece, size_t offset)
{
	shift_nodes(piece->first, (uint32_t)offset);
	for (struct ydoc_node *node = piece->first; node; node = node->next)
		node->parent = root;
	if (root->last)
		root->last->next = piece->first;
	else
		root->first = piece->first;
	root->last = piece->last;
	root->count += piece->count;
	root->end = root->last->end;
	if (root->first == piece->first)
		root->start = root->first->key_start;
}

/* Line numbers in a piece count from the file's first line. */
static uint32_t lines_before(const struct pmo_source *source, size_t offset)
{
	uint32_t lines = source->first_line;
	for (size_t i = 0; i < offset; i++)
		lines += source->bytes[i] == '\n';
	return lines;
}

static enum pmo_result read_piece(struct ydoc *doc, size_t start, size_t end,
				  struct pmo_diags *diags)
{
	struct ydoc *piece = pmo_arena_alloc(doc->arena, sizeof(*piece));
	if (!piece)
		return PMO_NO_MEMORY;
	struct pmo_source source = { doc->source.path, doc->source.bytes + start, end - start,
				     lines_before(&doc->source, start) };
	init(piece, doc->arena, &source);
	enum pmo_result result = parse_document(piece, true, diags);
	if (result == PMO_OK && piece->root && piece->root->kind == YDOC_MAP &&
	    piece->root->style == YDOC_BLOCK)
		adopt(doc->root, piece->root, start);
	return result == PMO_INVALID ? PMO_OK : result;
}

static enum pmo_result read_pieces(struct ydoc *doc, struct pmo_diags *diags)
{
	doc->damaged = true;
	doc->root = pmo_arena_alloc(doc->arena, sizeof(*doc->root));
	if (!doc->root)
		return PMO_NO_MEMORY;
	doc->root->kind = YDOC_MAP;
	doc->root->style = YDOC_BLOCK;
	size_t start = 0;
	if (!begins_entry(&doc->source, 0))
		start = next_entry(&doc->source, 0);
	while (start < doc->source.length) {
		size_t end = next_entry(&doc->source, start);
		enum pmo_result result = read_piece(doc, start, end, diags);
		if (result != PMO_OK)
			return result;
		start = end;
	}
	return PMO_OK;
}

/* Forgets diagnostics added after a point; the arena keeps their bytes. */
static void forget_diags(struct pmo_diags *diags, const struct pmo_diags *before)
{
	struct pmo_arena *arena = diags->arena;
	*diags = *before;
	diags->arena = arena;
	if (diags->last)
		diags->last->next = NULL;
}

enum pmo_result ydoc_read_entries(struct ydoc *doc, struct pmo_arena *arena,
				  const struct pmo_source *source, struct pmo_diags *diags)
{
	init(doc, arena, source);
	struct pmo_diags before = *diags;
	enum pmo_result result = parse_document(doc, true, diags);
	if (result != PMO_INVALID)
		return result;
	struct pmo_diags whole = *diags;
	struct pmo_diag *fault = before.last ? before.last->next : diags->first;
	forget_diags(diags, &before);
	size_t errors = diags->count[PMO_ERROR];
	result = read_pieces(doc, diags);
	if (result != PMO_OK)
		return result;
	if (doc->root->count && diags->count[PMO_ERROR] > errors)
		return PMO_OK;
	/* Nothing was saved, or the pieces hide the fault: tell the one of the whole file. */
	forget_diags(diags, &before);
	*diags = whole;
	if (before.last)
		before.last->next = fault;
	else
		diags->first = fault;
	doc->root = NULL;
	return PMO_INVALID;
}

const struct ydoc_node *ydoc_get(const struct ydoc_node *node, const char *key)
{
	if (!node || node->kind != YDOC_MAP)
		return NULL;
	for (node = node->first; node; node = node->next)
		if (strcmp(node->key, key) == 0)
			return node;
	return NULL;
}

const struct ydoc_node *ydoc_at(const struct ydoc_node *node, size_t index)
{
	if (!node || node->kind == YDOC_SCALAR)
		return NULL;
	for (node = node->first; node && index; index--)
		node = node->next;
	return node;
}

const struct ydoc_node *ydoc_previous(const struct ydoc_node *node)
{
	const struct ydoc_node *i = node->parent ? node->parent->first : NULL;
	while (i && i->next != node)
		i = i->next;
	return i;
}

bool ydoc_is_empty(const struct ydoc_node *node)
{
	return !node || (node->kind == YDOC_SCALAR && node->style == YDOC_PLAIN && !*node->text);
}

static struct pmo_place span_place(const struct ydoc *doc, uint32_t start, uint32_t end)
{
	struct pmo_place place = { .source = &doc->source, .offset = start, .length = end - start };
	return place;
}

struct pmo_place ydoc_place(const struct ydoc *doc, const struct ydoc_node *node)
{
	return span_place(doc, node->start, node->end);
}

struct pmo_place ydoc_key_place(const struct ydoc *doc, const struct ydoc_node *node)
{
	return span_place(doc, node->key_start, node->key_end);
}

const char *ydoc_line(const struct ydoc *doc, const struct ydoc_node *node, struct pmo_arena *arena)
{
	if (node->kind == YDOC_SCALAR)
		return node->text;
	if (node->kind != YDOC_MAP || node->count != 1)
		return NULL;
	const struct ydoc_node *value = node->first;
	if (node->style == YDOC_FLOW)
		return NULL;
	if (value->kind != YDOC_SCALAR) {
		size_t start = node->start;
		return pmo_arena_copy(arena, doc->source.bytes + start, value->end - start);
	}
	return pmo_arena_format(arena, *value->text ? "%s: %s" : "%s:%s", value->key, value->text);
}
