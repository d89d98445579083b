/* Any bytes are read or refused with a place; what is read can be walked, copied, compared. */
#include "ydoc/value.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool condition)
{
	if (!condition)
		abort();
}

static void walk(const struct ydoc *doc, const struct ydoc_node *node, struct pmo_arena *arena)
{
	uint32_t count = 0;
	require(node->start <= node->end && node->end <= doc->source.length);
	require(node->key_start <= node->key_end && node->key_end <= doc->source.length);
	require((node->kind == YDOC_SCALAR) == (node->text != NULL));
	for (const struct ydoc_node *i = node->first; i; i = i->next, count++) {
		require(i->parent == node && (node->kind == YDOC_MAP) == (i->key != NULL));
		require(i->key_start >= node->start && i->end <= node->end);
		require(!i->next || i->end <= i->next->key_start ||
			i->next->key_start == i->key_end);
		const char *line = ydoc_line(doc, i, arena);
		require(line || i->kind != YDOC_SCALAR);
		walk(doc, i, arena);
	}
	require(count == node->count);
}

static void check(const struct ydoc *doc, enum pmo_result result, const struct pmo_diags *diags,
		  struct pmo_arena *arena)
{
	require(result == PMO_OK || (result == PMO_INVALID && !doc->root));
	require(result == PMO_OK || diags->count[PMO_ERROR]);
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	for (const struct pmo_diag *i = diags->first; i; i = i->next) {
		require(i->source && i->offset <= i->source->length && i->hint);
		pmo_diag_format(i, true, &text);
	}
	pmo_buffer_release(&text);
	if (!doc->root)
		return;
	walk(doc, doc->root, arena);
	struct ydoc_value *copy = ydoc_value_copy(doc->root, arena);
	require(copy && ydoc_value_equals(copy, doc->root));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pmo_source source = { .path = "fuzz.yaml",
				     .bytes = (const char *)data,
				     .length = size };
	for (int entries = 0; entries < 2; entries++) {
		struct pmo_arena arena;
		struct pmo_diags diags;
		struct ydoc doc;
		pmo_arena_init(&arena);
		pmo_diags_init(&diags, &arena);
		enum pmo_result result = entries ? ydoc_read_entries(&doc, &arena, &source, &diags)
						 : ydoc_read(&doc, &arena, &source, &diags);
		check(&doc, result, &diags, &arena);
		pmo_arena_release(&arena);
	}
	return 0;
}
