/*
 * Documents of which most is not kept: a register of ten thousand records in one file, of
 * which a question wants ten. One entry at a time is open besides those that are wanted.
 */
#include "quick.h"

#include <stdint.h>

enum pmo_result ydoc_read_sparingly(struct ydoc *doc, struct pmo_arena *arena,
				    struct pmo_arena *bodies, const struct pmo_source *source,
				    struct pmo_diags *diags)
{
	struct ydoc_room room = { 0 };
	struct ydoc_spare *spare = pmo_arena_alloc(arena, sizeof(*spare));
	/* So that a block is there, which the bodies come and go in. */
	if (!spare || !pmo_arena_alloc(bodies, 1))
		return PMO_NO_MEMORY;
	spare->bodies = bodies;
	*doc = (struct ydoc){ .source = *source, .arena = arena, .spare = spare };
	if (source->length <= YDOC_BYTES && quick_read(doc, &room, true))
		return PMO_OK;
	return ydoc_read_entries(doc, arena, source, diags);
}

/* Who reads a document may not change it; to open an entry is to read it. */
static struct ydoc_node *own(const struct ydoc_node *node)
{
	return (struct ydoc_node *)(uintptr_t)node;
}

enum pmo_result ydoc_open(const struct ydoc *doc, const struct ydoc_node *entry)
{
	struct ydoc_spare *spare = doc->spare;
	if (!entry || !entry->closed)
		return PMO_OK;
	spare->before = pmo_arena_mark(spare->bodies);
	enum pmo_result result = quick_open(doc, own(entry));
	spare->after = pmo_arena_mark(spare->bodies);
	spare->last = result == PMO_OK ? own(entry) : NULL;
	return result;
}

void ydoc_close(const struct ydoc *doc, const struct ydoc_node *entry)
{
	struct ydoc_spare *spare = doc->spare;
	if (!entry || !spare || spare->last != entry)
		return;
	struct pmo_arena_mark now = pmo_arena_mark(spare->bodies);
	if (now.block != spare->after.block || now.used != spare->after.used)
		return; /* something came behind it, of another document perhaps */
	spare->last->first = NULL;
	spare->last->closed = true;
	spare->last = NULL;
	pmo_arena_rewind(spare->bodies, spare->before);
}

enum pmo_result ydoc_open_all(const struct ydoc *doc)
{
	enum pmo_result result = PMO_OK;
	if (!doc->spare || !doc->root)
		return PMO_OK;
	for (struct ydoc_node *entry = doc->root->first; entry && result == PMO_OK;
	     entry = entry->next)
		result = ydoc_open(doc, entry);
	doc->spare->last = NULL; /* all of them are needed */
	return result;
}
