/*
 * Reading values out of nodes, and out of what people type.
 *
 * Lists and structures are put together here of what the type table says about their
 * items. Reading never fails: what is not of its type is PMO_BAD and stays as written.
 */
#include <pmo/value.h>

#include "brief.h"
#include "types.h"

#include "ydoc/ydoc.h"

#include <pmo/text.h>

#include <string.h>

static struct pmo_value bad(const struct pmo_field *field, const struct ydoc_node *node)
{
	struct pmo_value value = { .presence = PMO_BAD, .kind = (uint8_t)field->kind, .node = node };
	static const char *const shapes[] = { "", "a list", "fields" };
	value.as.text = node->kind == YDOC_SCALAR ? node->text : shapes[node->kind];
	return value;
}

/* One bound of "1..5", read as the field's own kind; no text, no bound. */
static bool is_beyond(const struct pmo_field *field, const char *bound, size_t length, int sign,
		      const struct pmo_value *value)
{
	char text[32];
	struct pmo_value limit = { .kind = (uint8_t)field->kind };
	struct pmo_value_context context = { .arena = NULL };
	if (!length || length >= sizeof(text))
		return false;
	memcpy(text, bound, length);
	text[length] = '\0';
	if (!type_of(field->kind)->read(field, text, &context, &limit))
		return false;
	return type_of(field->kind)->compare(value, &limit) * sign < 0;
}

static bool is_in_range(const struct pmo_field *field, const struct pmo_value *value)
{
	const char *dots = field->range ? strstr(field->range, "..") : NULL;
	if (!dots)
		return true;
	return !is_beyond(field, field->range, (size_t)(dots - field->range), 1, value) &&
	       !is_beyond(field, dots + 2, strlen(dots + 2), -1, value);
}

static bool read_text_of(const struct pmo_field *field, const char *text,
			 const struct pmo_value_context *context, struct pmo_value *value)
{
	value->kind = (uint8_t)field->kind;
	value->presence = PMO_PRESENT;
	if (type_of(field->kind)->read(field, text, context, value) && is_in_range(field, value))
		return true;
	memset(value, 0, sizeof(*value));
	return false;
}

static size_t member_count(const struct pmo_field *field)
{
	size_t count = 0;
	while (field->members && field->members[count].name)
		count++;
	return count;
}

static const struct ydoc_node *member_node(const struct ydoc_node *map,
					   const struct pmo_field *member)
{
	const struct ydoc_node *node = ydoc_get(map, member->name);
	if (node || !member->was)
		return node;
	for (node = map->first; node; node = node->next)
		if (pmo_word_is_in(member->was, node->key))
			return node;
	return NULL;
}

static struct pmo_value read_struct(const struct pmo_field *field, const struct ydoc_node *node,
				    const struct pmo_value_context *context)
{
	size_t count = member_count(field);
	struct pmo_value *members = pmo_arena_array(context->arena, count ? count : 1,
						    sizeof(*members));
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_STRUCT, .node = node };
	if (!members)
		return bad(field, node);
	value.count = (uint32_t)count;
	value.as.items = members;
	if (node->kind == YDOC_SCALAR) {
		if (!brief_read(field, node->text, read_text_of, context, members))
			return bad(field, node);
		return value;
	}
	if (node->kind != YDOC_MAP)
		return bad(field, node);
	for (size_t i = 0; i < count; i++)
		members[i] = value_read(&field->members[i], member_node(node, &field->members[i]),
					context);
	return value;
}

static struct pmo_value read_item(const struct pmo_field *field, const struct ydoc_node *node,
				  const struct pmo_value_context *context)
{
	struct pmo_value value = { .node = node };
	const char *text = node->kind == YDOC_SCALAR ? node->text : NULL;
	if (field->kind == PMO_STRUCT)
		return read_struct(field, node, context);
	if (field->kind == PMO_LINE && context->doc)
		text = ydoc_line(context->doc, node, context->arena);
	if (!text || !read_text_of(field, text, context, &value))
		return bad(field, node);
	value.node = node;
	return value;
}

static struct pmo_value read_list(const struct pmo_field *field, const struct ydoc_node *node,
				  const struct pmo_value_context *context)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = (uint8_t)field->kind,
				   .is_list = true, .node = node };
	bool single = node->kind == YDOC_SCALAR; /* `tags: cjis` is a list of one */
	if (node->kind == YDOC_MAP)
		return bad(field, node);
	size_t count = single ? 1 : node->count;
	struct pmo_value *items = pmo_arena_array(context->arena, count ? count : 1, sizeof(*items));
	if (!items)
		return bad(field, node);
	value.count = (uint32_t)count;
	value.as.items = items;
	const struct ydoc_node *item = single ? node : node->first;
	for (size_t i = 0; i < count; i++, item = item->next)
		items[i] = read_item(field, item, context);
	return value;
}

struct pmo_value value_read(const struct pmo_field *field, const struct ydoc_node *node,
			    const struct pmo_value_context *context)
{
	struct pmo_value absent = { .kind = (uint8_t)field->kind, .node = node };
	if (ydoc_is_empty(node))
		return absent;
	return field->flags & PMO_LIST ? read_list(field, node, context)
				       : read_item(field, node, context);
}

static bool input_text_of(const struct pmo_field *field, const char *text,
			  const struct pmo_value_context *context, struct pmo_value *value)
{
	const struct type *type = type_of(field->kind);
	memset(value, 0, sizeof(*value));
	value->kind = (uint8_t)field->kind;
	value->presence = PMO_PRESENT;
	bool fine = type->input ? type->input(field, text, context, value)
				: type->read(field, text, context, value);
	if (fine && is_in_range(field, value))
		return true;
	memset(value, 0, sizeof(*value));
	return false;
}

/* Where the next ` member=` begins, or the end: values may hold blanks. */
static const char *next_member(const struct pmo_field *field, const char *text)
{
	for (const char *blank = strchr(text, ' '); blank; blank = strchr(blank + 1, ' ')) {
		const char *name = blank + strspn(blank, " ");
		size_t length = strcspn(name, "= ");
		if (name[length] != '=')
			continue;
		for (const struct pmo_field *member = field->members; member->name; member++)
			if (strlen(member->name) == length && strncmp(member->name, name, length) == 0)
				return blank;
	}
	return text + strlen(text);
}

static char *unquote(struct pmo_arena *arena, const char *text, size_t length)
{
	while (length && text[length - 1] == ' ')
		length--;
	if (length > 1 && (*text == '"' || *text == '\'') && text[length - 1] == *text) {
		text++;
		length -= 2;
	}
	return pmo_arena_copy(arena, text, length);
}

/* `vendor=VEN-011 amount=47000 reason=the lowest` */
static bool input_members(const struct pmo_field *field, const char *text,
			  const struct pmo_value_context *context, struct pmo_value *members)
{
	while (*text) {
		const char *equals = strchr(text, '=');
		size_t length = equals ? (size_t)(equals - text) : 0, i = 0;
		while (field->members[i].name && (strlen(field->members[i].name) != length ||
						  strncmp(field->members[i].name, text, length) != 0))
			i++;
		if (!equals || !field->members[i].name)
			return false;
		const char *end = next_member(field, equals + 1);
		char *piece = unquote(context->arena, equals + 1, (size_t)(end - equals - 1));
		if (!piece || value_input(&field->members[i], piece, context, &members[i]) != PMO_OK)
			return false;
		text = end + strspn(end, " ");
	}
	return true;
}

static bool input_struct(const struct pmo_field *field, const char *text,
			 const struct pmo_value_context *context, struct pmo_value *value)
{
	size_t count = member_count(field);
	struct pmo_value *members = pmo_arena_array(context->arena, count + 1, sizeof(*members));
	if (!members || !*text)
		return false;
	if (!brief_read(field, text, input_text_of, context, members)) {
		memset(members, 0, (count + 1) * sizeof(*members));
		if (!input_members(field, text, context, members))
			return false;
	}
	*value = (struct pmo_value){ .presence = PMO_PRESENT, .kind = PMO_STRUCT,
				     .count = (uint32_t)count };
	value->as.items = members;
	return true;
}

/* A member that is a list takes its items between commas. */
static bool input_list(const struct pmo_field *field, const char *text,
		       const struct pmo_value_context *context, struct pmo_value *value)
{
	struct pmo_field item = *field;
	struct pmo_value *items = NULL;
	size_t count = 0, capacity = 0;
	item.flags &= ~(unsigned)PMO_LIST;
	while (*text) {
		size_t length = strcspn(text, ",");
		char *piece = unquote(context->arena, text, length);
		items = pmo_arena_grow(context->arena, items, count, &capacity, sizeof(*items));
		if (!piece || !items ||
		    value_input(&item, piece + strspn(piece, " "), context, &items[count]) != PMO_OK)
			return false;
		count++;
		text += length + (text[length] == ',');
	}
	*value = (struct pmo_value){ .presence = PMO_PRESENT, .kind = (uint8_t)field->kind,
				     .is_list = true, .count = (uint32_t)count };
	value->as.items = items;
	return true;
}

enum pmo_result value_input(const struct pmo_field *field, const char *text,
			    const struct pmo_value_context *context, struct pmo_value *value)
{
	bool fine;
	if (field->flags & PMO_LIST)
		fine = input_list(field, text, context, value);
	else if (field->kind == PMO_STRUCT)
		fine = input_struct(field, text, context, value);
	else
		fine = input_text_of(field, text, context, value);
	return fine ? PMO_OK : PMO_INVALID;
}

static void add_choices(const struct pmo_field *field, struct pmo_buffer *out)
{
	for (size_t i = 0; field->choices && field->choices[i]; i++) {
		if (i)
			pmo_buffer_add_text(out, field->choices[i + 1] ? ", " : " or ");
		else
			pmo_buffer_add_char(out, ' ');
		pmo_buffer_add_text(out, field->choices[i]);
	}
}

void value_add_expected(const struct pmo_field *field, struct pmo_buffer *out)
{
	if (field->kind == PMO_STRUCT) {
		if (field->brief)
			pmo_buffer_add_format(out, "'%s' or ", field->brief);
		pmo_buffer_add_text(out, "fields such as '");
		for (size_t i = 0; field->members[i].name && i < 3; i++)
			pmo_buffer_add_format(out, "%s%s=\xe2\x80\xa6", i ? " " : "",
					      field->members[i].name);
		pmo_buffer_add_char(out, '\'');
		return;
	}
	pmo_buffer_add_text(out, type_of(field->kind)->expected);
	if (field->kind == PMO_CHOICE)
		add_choices(field, out);
	if (field->range)
		pmo_buffer_add_format(out, " (%s)", field->range);
}

const struct pmo_value *pmo_value_member(const struct pmo_field *field,
					 const struct pmo_value *value, const char *name)
{
	if (value->presence != PMO_PRESENT || field->kind != PMO_STRUCT || value->is_list)
		return NULL;
	for (size_t i = 0; field->members[i].name; i++)
		if (strcmp(field->members[i].name, name) == 0)
			return &value->as.items[i];
	return NULL;
}
