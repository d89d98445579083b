/* Reading a document, and finding one's way in it. */
#include "ydoc.h"

#include "parse.h"

#include <string.h>

enum pmo_result ydoc_read(struct ydoc *doc, struct pmo_arena *arena,
			  const struct pmo_source *source, struct pmo_diags *diags)
{
	*doc = (struct ydoc){ .source = *source, .arena = arena };
	struct ydoc_room room = { 0 };
	return parse_document(doc, &room, false, diags);
}

enum pmo_result ydoc_read_in(struct ydoc_room *room, struct ydoc *doc, struct pmo_arena *arena,
			     const struct pmo_source *source, struct pmo_diags *diags)
{
	*doc = (struct ydoc){ .source = *source, .arena = arena };
	return parse_document(doc, room, false, diags);
}

enum pmo_result ydoc_read_strictly(struct ydoc *doc, struct pmo_arena *arena,
				   const struct pmo_source *source, struct pmo_diags *diags)
{
	*doc = (struct ydoc){ .source = *source, .arena = arena };
	struct ydoc_room room = { 0 };
	return parse_by_events(doc, &room, false, diags);
}

const struct ydoc_node *ydoc_get(const struct ydoc_node *node, const char *key)
{
	if (!node || node->kind != YDOC_MAP)
		return NULL;
	for (node = node->first; node; node = node->next)
		if (*node->key == *key && strcmp(node->key, key) == 0)
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

const struct ydoc_node *ydoc_last(const struct ydoc_node *node)
{
	const struct ydoc_node *last = node->first;
	while (last && last->next)
		last = last->next;
	return last;
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
	size_t length = value->end - node->start;
	const char *bytes = doc->source.bytes + node->start;
	if (value->kind != YDOC_SCALAR && memchr(bytes, '\n', length))
		return NULL;
	if (value->kind != YDOC_SCALAR)
		return pmo_arena_copy(arena, bytes, length);
	return pmo_arena_format(arena, *value->text ? "%s: %s" : "%s:%s", value->key, value->text);
}
