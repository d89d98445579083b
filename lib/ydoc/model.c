/* The same operations as in edit.c, on plain trees: short enough to be seen to be right. */
#include "model.h"

#include <string.h>

static struct ydoc_value *child(struct ydoc_value *value, const struct ydoc_step *step)
{
	struct ydoc_value *i = value->kind == YDOC_SCALAR ? NULL : value->first;
	if (step->key && value->kind == YDOC_LIST)
		return NULL;
	size_t index = 0;
	for (; i; i = i->next, index++)
		if (step->key ? strcmp(i->key, step->key) == 0 : index == step->index)
			return i;
	return NULL;
}

static void unlink_child(struct ydoc_value *parent, struct ydoc_value *node)
{
	struct ydoc_value *before = NULL;
	for (struct ydoc_value *i = parent->first; i != node; i = i->next)
		before = i;
	if (before)
		before->next = node->next;
	else
		parent->first = node->next;
	if (parent->last == node)
		parent->last = before;
	parent->count--;
}

static void link_behind(struct ydoc_value *parent, struct ydoc_value *before,
			struct ydoc_value *node)
{
	node->next = before ? before->next : parent->first;
	if (before)
		before->next = node;
	else
		parent->first = node;
	if (parent->last == before)
		parent->last = node;
	parent->count++;
}

const char *model_pick(const char *const *after, bool (*is_there)(const void *, const char *),
		       const void *where)
{
	for (; after && *after; after++)
		if (is_there(where, *after))
			return *after;
	return NULL;
}

static bool has_key(const void *value, const char *key)
{
	for (const struct ydoc_value *i = ((const struct ydoc_value *)value)->first; i; i = i->next)
		if (i->key && strcmp(i->key, key) == 0)
			return true;
	return false;
}

/* The child that a key goes behind; NULL is the front. Without a wish it is the end. */
static struct ydoc_value *find_before(struct ydoc_value *map, const char *const *after)
{
	if (!after)
		return map->last;
	const char *key = model_pick(after, has_key, map);
	struct ydoc_step step = { .key = key };
	return key ? child(map, &step) : NULL;
}

/* A shallow copy: the caller's value may stand in several operations. */
static struct ydoc_value *clone(const struct ydoc_value *value, const char *key,
				struct pmo_arena *arena)
{
	struct ydoc_value *copy = pmo_arena_alloc(arena, sizeof(*copy));
	if (copy) {
		*copy = *value;
		copy->key = key;
		copy->next = NULL;
	}
	return copy;
}

static void become(struct ydoc_value *node, const struct ydoc_value *value)
{
	const char *key = node->key;
	struct ydoc_value *next = node->next;
	*node = *value;
	node->key = key;
	node->next = next;
}

/* Walks down a number of steps; a SET turns what is empty into a map and adds missing ones. */
static enum pmo_result walk(struct ydoc_value **at, const struct ydoc_op *op, size_t depth,
			    struct pmo_arena *arena)
{
	for (size_t i = 0; i < depth; i++) {
		struct ydoc_value *node = *at, *next = child(node, &op->path[i]);
		if (!next && op->verb == YDOC_SET && op->path[i].key && node->kind == YDOC_MAP) {
			next = ydoc_value_map(arena);
			if (!next)
				return PMO_NO_MEMORY;
			next->key = op->path[i].key;
			link_behind(node, find_before(node, op->after), next);
		}
		if (!next)
			return PMO_NOT_FOUND;
		*at = next;
		bool empty = next->kind == YDOC_SCALAR && !*next->text;
		if (empty && op->verb == YDOC_SET && i + 1 < op->depth && op->path[i + 1].key)
			next->kind = YDOC_MAP;
	}
	return PMO_OK;
}

static enum pmo_result apply_insert(struct ydoc_value *list, const struct ydoc_op *op,
				    struct pmo_arena *arena)
{
	if (list->kind == YDOC_SCALAR && !*list->text)
		list->kind = YDOC_LIST;
	if (list->kind != YDOC_LIST || op->index > list->count)
		return PMO_NOT_FOUND;
	struct ydoc_value *before = NULL, *item = clone(op->value, NULL, arena);
	if (!item)
		return PMO_NO_MEMORY;
	struct ydoc_step step = { .index = op->index - 1 };
	if (op->index)
		before = child(list, &step);
	link_behind(list, before, item);
	return PMO_OK;
}

static enum pmo_result apply_set(struct ydoc_value *parent, struct ydoc_value *node,
				 const struct ydoc_op *op, struct pmo_arena *arena)
{
	const struct ydoc_step *last = &op->path[op->depth - 1];
	if (node) {
		become(node, op->value);
		return PMO_OK;
	}
	if (!last->key || parent->kind != YDOC_MAP)
		return PMO_NOT_FOUND;
	struct ydoc_value *entry = clone(op->value, last->key, arena);
	if (!entry)
		return PMO_NO_MEMORY;
	link_behind(parent, find_before(parent, op->after), entry);
	return PMO_OK;
}

enum pmo_result model_apply(struct ydoc_value *root, const struct ydoc_op *op,
			    struct pmo_arena *arena)
{
	struct ydoc_value *parent = root;
	if (op->verb == YDOC_INSERT) {
		enum pmo_result result = walk(&parent, op, op->depth, arena);
		return result == PMO_OK ? apply_insert(parent, op, arena) : result;
	}
	if (!op->depth)
		return PMO_NOT_FOUND;
	enum pmo_result result = walk(&parent, op, op->depth - 1, arena);
	if (result != PMO_OK)
		return result;
	struct ydoc_value *node = child(parent, &op->path[op->depth - 1]);
	if (op->verb == YDOC_SET)
		return apply_set(parent, node, op, arena);
	if (!node)
		return PMO_NOT_FOUND;
	if (op->verb == YDOC_RENAME) {
		node->key = op->name;
		return PMO_OK;
	}
	unlink_child(parent, node);
	if (op->verb == YDOC_MOVE) {
		struct ydoc_value *before = NULL;
		const char *key = model_pick(op->after, has_key, parent);
		struct ydoc_step step = { .key = key };
		if (key)
			before = child(parent, &step);
		link_behind(parent, before, node);
	}
	return PMO_OK;
}
