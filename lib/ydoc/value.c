/* Values to write, and the comparison of what is meant with what is read. */
#include "value.h"

#include <string.h>

static struct ydoc_value *new_value(struct pmo_arena *arena, enum ydoc_kind kind)
{
	struct ydoc_value *value = pmo_arena_alloc(arena, sizeof(*value));
	if (value)
		value->kind = kind;
	return value;
}

struct ydoc_value *ydoc_value_scalar(struct pmo_arena *arena, enum ydoc_form form, const char *text)
{
	struct ydoc_value *value = text ? new_value(arena, YDOC_SCALAR) : NULL;
	if (value) {
		value->form = form;
		value->text = text;
	}
	return value;
}

struct ydoc_value *ydoc_value_list(struct pmo_arena *arena)
{
	return new_value(arena, YDOC_LIST);
}

struct ydoc_value *ydoc_value_map(struct pmo_arena *arena)
{
	return new_value(arena, YDOC_MAP);
}

enum pmo_result ydoc_value_add(struct ydoc_value *parent, const char *key, struct ydoc_value *item)
{
	if (!parent || !item)
		return PMO_NO_MEMORY;
	item->key = key;
	item->next = NULL;
	if (parent->last)
		parent->last->next = item;
	else
		parent->first = item;
	parent->last = item;
	parent->count++;
	return PMO_OK;
}

struct ydoc_value *ydoc_value_copy(const struct ydoc_node *node, struct pmo_arena *arena)
{
	struct ydoc_value *value = new_value(arena, (enum ydoc_kind)node->kind);
	if (!value)
		return NULL;
	value->form = YDOC_TEXT;
	value->text = node->text;
	value->key = node->key;
	value->flow = node->style == YDOC_FLOW;
	for (const struct ydoc_node *i = node->first; i; i = i->next)
		if (ydoc_value_add(value, i->key, ydoc_value_copy(i, arena)) != PMO_OK)
			return NULL;
	return value;
}

/* `- 2026-11-20 PC: granted` as YAML reads it: one key, one text. */
static bool line_equals(const char *line, const struct ydoc_node *node)
{
	if (node->kind != YDOC_MAP || node->count != 1 || node->first->kind != YDOC_SCALAR)
		return false;
	const char *key = node->first->key, *text = node->first->text;
	size_t length = strlen(key);
	if (strncmp(line, key, length) != 0 || line[length] != ':')
		return false;
	line += length + 1;
	if (!*text)
		return !*line;
	return *line == ' ' && strcmp(line + 1, text) == 0;
}

bool ydoc_value_equals(const struct ydoc_value *value, const struct ydoc_node *node)
{
	if (!value)
		return ydoc_is_empty(node);
	if (!node)
		return value->kind == YDOC_SCALAR ? !*value->text : !value->count;
	if (value->kind == YDOC_SCALAR && value->form == YDOC_LINE && node->kind == YDOC_MAP)
		return line_equals(value->text, node);
	if (value->kind != (enum ydoc_kind)node->kind)
		return false;
	if (value->kind == YDOC_SCALAR)
		return strcmp(value->text, node->text) == 0;
	if (value->count != node->count)
		return false;
	const struct ydoc_node *other = node->first;
	for (const struct ydoc_value *i = value->first; i; i = i->next, other = other->next) {
		if (value->kind == YDOC_MAP && strcmp(i->key, other->key) != 0)
			return false;
		if (!ydoc_value_equals(i, other))
			return false;
	}
	return true;
}
