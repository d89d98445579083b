/*
 * What the quick reader accepts, libyaml reads without a word, and to the same tree; and what
 * is read sparingly and opened is that tree, too.
 */
#include "../unit/same_tree.h"

#include "ydoc/quick.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void open_sparingly(const struct pmo_source *source, const struct ydoc_node *root)
{
	struct pmo_arena arena, bodies;
	struct pmo_diags diags;
	struct ydoc spare;
	pmo_arena_init(&arena);
	pmo_arena_init(&bodies);
	pmo_diags_init(&diags, &arena);
	if (ydoc_read_sparingly(&spare, &arena, &bodies, source, &diags) != PMO_OK)
		abort();
	for (int again = 0; again < 2; again++)
		for (struct ydoc_node *i = spare.root ? spare.root->first : NULL; i; i = i->next) {
			if (ydoc_open(&spare, i) != PMO_OK)
				abort();
			ydoc_close(&spare, i);
		}
	if (ydoc_open_all(&spare) != PMO_OK || !same_tree(spare.root, root))
		abort();
	pmo_arena_release(&bodies);
	pmo_arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pmo_source source = { .path = "fuzz.yaml",
				     .bytes = (const char *)data,
				     .length = size };
	for (int entries = 0; entries < 2; entries++) {
		struct pmo_arena arena;
		struct pmo_diags diags;
		struct ydoc_room room = { 0 }, other = { 0 };
		pmo_arena_init(&arena);
		pmo_diags_init(&diags, &arena);
		struct ydoc quick = { .source = source, .arena = &arena }, slow = quick;
		bool taken = quick_read(&quick, &room, entries);
		if (taken && (parse_by_events(&slow, &other, entries, &diags) != PMO_OK ||
			      diags.first || !same_tree(quick.root, slow.root)))
			abort();
		if (taken && entries)
			open_sparingly(&source, quick.root);
		pmo_arena_release(&arena);
	}
	return 0;
}
