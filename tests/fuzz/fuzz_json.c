/*
 * Any bytes as a document: places, numbers and shapes hold, and what is refused says why. The
 * folder is never written: the import stops before the commit.
 */
#include "exchange/import_json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A place lies in the text; a container's children are as many as it says. */
static void check_nodes(const struct ydoc_node *node, size_t size)
{
	uint32_t count = 0;
	if (node->start >= size)
		abort();
	for (const struct ydoc_node *i = node->first; i; i = i->next, count++) {
		if (i->parent != node || i->start <= node->start ||
		    (node->kind == YDOC_MAP) != !!i->key)
			abort();
		check_nodes(i, size);
	}
	if (count != node->count || (node->kind == YDOC_SCALAR) != !!node->text)
		abort();
}

/* What can be written as YAML reads back as the same; json_write proves it. */
static void check_raw(const struct ydoc_node *root, struct pmo_arena *arena)
{
	struct pmo_buffer text;
	struct ydoc_value *value = json_raw(root, arena);
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	if (!value)
		abort();
	enum pmo_result result = json_write("x", value, arena, &text);
	if (result != PMO_OK && result != PMO_UNSUPPORTED)
		abort();
	pmo_buffer_release(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pmo_arena arena;
	struct pmo_diags diags;
	char folder[] = "/tmp/pmo-fuzz-XXXXXX";
	struct pmo_source source = { .path = "x", .bytes = (const char *)data, .length = size };
	struct pmo_intake intake = { .arena = &arena, .diags = &diags, .source = &source };
	struct pmo_env env = { .directory = folder, .today = 20000 };
	const struct ydoc_node *root;
	pmo_arena_init(&arena);
	pmo_diags_init(&diags, &arena);
	enum pmo_result result = json_read(&arena, &source, &root, &diags);
	if ((result == PMO_OK) != !!root || (result != PMO_OK && !diags.count[PMO_ERROR]))
		abort();
	if (root) {
		check_nodes(root, size);
		check_raw(root, &arena);
	}
	if (root && pmo_intake_open(&intake) == PMO_OK && mkdtemp(folder)) {
		result = pmo_intake_create(&intake, &env, true);
		if (result != PMO_OK && !diags.count[PMO_ERROR])
			abort();
		/* Nothing was made, so it goes. */
		if (rmdir(folder) != 0)
			abort();
	}
	pmo_arena_release(&arena);
	return 0;
}
