/*
 * Any operations on any document. The first byte says how many; each takes four bytes:
 * verb, place, value, position. The rest is the document. What is done is read again
 * and is there; what is not done changed nothing; what lies before and behind an
 * entry that is set is as it was.
 */
#include "ydoc/edit.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { OPERATIONS = 4, VALUES = 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool condition)
{
	if (!condition)
		abort();
}

static struct ydoc_value *make_value(unsigned choice, struct pmo_arena *arena)
{
	static const char *const texts[VALUES] = {
		"x",     "",           "yes",           "2026-11-20", "a: b",
		"a #b",  "two\nlines", "two\nlines\n",  "- x",        "it's",
		"\"q\"", "[x",         "\xc3\xa9",      " x ",        "a\n\nb\n",
		"\ttab", "x\ry",       "2026 PC: done", "\n",         "#",
	};
	if (choice % 5 == 3) {
		struct ydoc_value *list = ydoc_value_list(arena);
		for (unsigned i = 0; i < choice % 3; i++)
			require(ydoc_value_add(list, NULL, make_value(choice / 5, arena)) ==
				PMO_OK);
		list->flow = choice % 2;
		return list;
	}
	if (choice % 5 == 4) {
		struct ydoc_value *map = ydoc_value_map(arena);
		require(ydoc_value_add(map, "p", make_value(choice / 5, arena)) == PMO_OK);
		require(ydoc_value_add(map, "q r", make_value(choice / 3, arena)) == PMO_OK);
		map->flow = choice % 2;
		return map;
	}
	return ydoc_value_scalar(arena, (enum ydoc_form)(choice % 3), texts[choice % VALUES]);
}

/* The node with this number in the order of the file. */
static const struct ydoc_node *pick(const struct ydoc_node *node, unsigned number)
{
	while (node && number--) {
		if (node->first) {
			node = node->first;
			continue;
		}
		while (node && !node->next)
			node = node->parent;
		node = node ? node->next : NULL;
	}
	return node;
}

static size_t path_of(const struct ydoc_node *node, struct ydoc_step *path)
{
	if (!node->parent)
		return 0;
	size_t depth = path_of(node->parent, path), index = 0;
	for (const struct ydoc_node *i = node->parent->first; i != node; i = i->next)
		index++;
	path[depth] = (struct ydoc_step){ node->key, index };
	return depth + 1;
}

static const struct ydoc_node *follow(const struct ydoc_node *node, const struct ydoc_op *op)
{
	for (size_t i = 0; i < op->depth; i++)
		node = op->path[i].key ? ydoc_get(node, op->path[i].key)
				       : ydoc_at(node, op->path[i].index);
	return node;
}

static void check_surroundings(const struct ydoc_node *node, const struct pmo_source *old,
			       const struct pmo_source *now)
{
	require(now->length >= node->key_start &&
		memcmp(old->bytes, now->bytes, node->key_start) == 0);
	const char *end = memchr(old->bytes + node->end, '\n', old->length - node->end);
	if (!end || !node->parent || node->parent->style != YDOC_BLOCK)
		return;
	size_t rest = old->length - (size_t)(end + 1 - old->bytes);
	require(now->length >= rest && memcmp(old->bytes + old->length - rest,
					      now->bytes + now->length - rest, rest) == 0);
}

static void check_done(struct ydoc_editor *editor, const struct ydoc_op *op)
{
	struct pmo_diags diags;
	struct ydoc again;
	pmo_diags_init(&diags, editor->arena);
	require(ydoc_read(&again, editor->arena, &editor->doc.source, &diags) == PMO_OK);
	require(!again.root == !editor->doc.root);
	if (again.root)
		require(ydoc_value_equals(ydoc_value_copy(again.root, editor->arena),
					  editor->doc.root));
	if (op->verb != YDOC_SET)
		return;
	require(ydoc_value_equals(op->value, follow(editor->doc.root, op)));
	editor->changed = false;
	require(ydoc_editor_apply(editor, op) == PMO_OK && !editor->changed);
}

static void operate(struct ydoc_editor *editor, const uint8_t *choice)
{
	static const char *const names[] = { "p", "new key", "a", "b" };
	struct ydoc_step path[YDOC_DEPTH + 2];
	const struct ydoc_node *node = pick(editor->doc.root, choice[1]);
	struct pmo_source before = editor->doc.source;
	if (!node && choice[0] % 5 != YDOC_SET)
		return;
	const char *after[] = {
		node && node->parent && node->parent->first ? node->parent->first->key : NULL, NULL
	};
	struct ydoc_op op = { .verb = (enum ydoc_verb)(choice[0] % 5), .path = path };
	op.depth = node ? path_of(node, path) : 0;
	op.value = make_value(choice[2], editor->arena);
	op.index = choice[3] % 4;
	op.name = names[choice[3] % 4];
	op.after = choice[3] & 16 ? NULL : after;
	bool inside = op.verb == YDOC_SET && (!node || choice[3] & 1);
	if (inside)
		path[op.depth++] = (struct ydoc_step){ op.name, 0 };
	bool first = node && follow(editor->doc.root, &op) == node;
	size_t told = editor->diags->count[PMO_ERROR];
	editor->changed = false;
	enum pmo_result result = ydoc_editor_apply(editor, &op);
	require(result != PMO_NO_MEMORY && result != PMO_INVALID);
	require(result != PMO_UNSUPPORTED || editor->diags->count[PMO_ERROR] == told + 1);
	require(editor->changed || editor->doc.source.bytes == before.bytes);
	if (result == PMO_OK && op.verb == YDOC_SET && !inside && first)
		check_surroundings(node, &before, &editor->doc.source);
	if (result == PMO_OK)
		check_done(editor, &op);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t count = size ? data[0] % OPERATIONS + 1u : 0;
	if (size < 1 + count * 4)
		return 0;
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct ydoc_editor editor;
	pmo_arena_init(&arena);
	pmo_diags_init(&diags, &arena);
	struct pmo_source source = { .path = "fuzz.yaml", .length = size - 1 - count * 4 };
	source.bytes = (const char *)data + 1 + count * 4;
	if (ydoc_editor_begin(&editor, &arena, &source, &diags) == PMO_OK)
		for (size_t i = 0; i < count; i++)
			operate(&editor, data + 1 + i * 4);
	pmo_arena_release(&arena);
	return 0;
}
