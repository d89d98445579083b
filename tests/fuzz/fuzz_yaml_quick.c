/* What the quick reader accepts, libyaml reads without a word, and to the same tree. */
#include "../unit/same_tree.h"

#include "ydoc/quick.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

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
		if (quick_read(&quick, &room, entries) &&
		    (parse_by_events(&slow, &other, entries, &diags) != PMO_OK || diags.first ||
		     !same_tree(quick.root, slow.root)))
			abort();
		pmo_arena_release(&arena);
	}
	return 0;
}
