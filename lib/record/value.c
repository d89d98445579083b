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

/* Memory ended: what is read is not what is there, and somebody has to know. */
static void note_no_memory(const struct pmo_value_context *context)
{
	if (context->exhausted)
		*context->exhausted = true;
}

static struct pmo_value bad(const struct pmo_field *field, const struct ydoc_node *node)
{
	struct pmo_value value = { .presence = PMO_BAD,
				   .kind = (uint8_t)field->kind,
				   .node = node };
	static const char *const shapes[] = { "", "a list", "fields" };
	value.as.text = node->kind == YDOC_SCALAR ? node->text : shapes[node->kind];
	return value;
}

struct bound {
	const char *text;
	size_t length;
};

enum { SHORT_BOUND = 9 }; /* digits */

/* Whether a bound is a short number in plain digits, as most are. */
static bool is_short(struct bound bound, int64_t *number)
{
	*number = 0;
	for (size_t i = 0; i < bound.length && i < SHORT_BOUND; i++) {
		if (!pmo_ascii_is_digit(bound.text[i]))
			return false;
		*number = *number * 10 + (bound.text[i] - '0');
	}
	return bound.length <= SHORT_BOUND;
}

/* How a value lies to one bound of "1..5", read as the field's own kind; no text, no bound. */
static int compare_bound(const struct pmo_field *field, struct bound bound,
			 const struct pmo_value_context *context, const struct pmo_value *value)
{
	char text[32];
	int64_t number;
	struct pmo_value limit = { .kind = (uint8_t)field->kind };
	if (!bound.length || bound.length >= sizeof(text))
		return 0;
	if (field->kind == PMO_INTEGER && is_short(bound, &number))
		return (value->as.integer > number) - (value->as.integer < number);
	memcpy(text, bound.text, bound.length);
	text[bound.length] = '\0';
	if (!type_of(field->kind)->read(field, text, context, &limit))
		return 0;
	return type_of(field->kind)->compare(value, &limit);
}

static bool is_in_range(const struct pmo_field *field, const struct pmo_value_context *context,
			const struct pmo_value *value)
{
	const char *dots = field->range ? strstr(field->range, "..") : NULL;
	if (!dots)
		return true;
	struct bound low = { field->range, (size_t)(dots - field->range) };
	struct bound high = { dots + 2, strlen(dots + 2) };
	return compare_bound(field, low, context, value) >= 0 &&
	       compare_bound(field, high, context, value) <= 0;
}

static bool read_text_of(const struct pmo_field *field, const char *text,
			 const struct pmo_value_context *context, struct pmo_value *value)
{
	value->kind = (uint8_t)field->kind;
	value->presence = PMO_PRESENT;
	if (type_of(field->kind)->read(field, text, context, value) &&
	    is_in_range(field, context, value))
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
	struct pmo_value *members =
		pmo_arena_array(context->arena, count ? count : 1, sizeof(*members));
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_STRUCT, .node = node };
	if (!members) {
		note_no_memory(context);
		return bad(field, node);
	}
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
	if (field->kind == PMO_LINE && context->doc) {
		text = ydoc_line(context->doc, node, context->arena);
		/* Such a map always is a line, unless there was no memory for its text. */
		if (!text && node->kind == YDOC_MAP && node->count == 1 &&
		    node->style == YDOC_BLOCK && node->first->kind == YDOC_SCALAR)
			note_no_memory(context);
	}
	if (!text || !read_text_of(field, text, context, &value))
		return bad(field, node);
	value.node = node;
	return value;
}

static struct pmo_value read_list(const struct pmo_field *field, const struct ydoc_node *node,
				  const struct pmo_value_context *context)
{
	struct pmo_value value = {
		.presence = PMO_PRESENT, .kind = (uint8_t)field->kind, .is_list = true, .node = node
	};
	bool single = node->kind == YDOC_SCALAR; /* `tags: cjis` is a list of one */
	if (node->kind == YDOC_MAP)
		return bad(field, node);
	size_t count = single ? 1 : node->count;
	struct pmo_value *items =
		pmo_arena_array(context->arena, count ? count : 1, sizeof(*items));
	if (!items) {
		note_no_memory(context);
		return bad(field, node);
	}
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
	if (fine && is_in_range(field, context, value))
		return true;
	memset(value, 0, sizeof(*value));
	return false;
}

/* The member that `name=` at the start of a text is about, or NULL. */
static const struct pmo_field *named_member(const struct pmo_field *field, const char *text)
{
	size_t length = strcspn(text, "= ");
	const struct pmo_field *member = field->members;
	if (!length || text[length] != '=')
		return NULL;
	while (member->name &&
	       (strlen(member->name) != length || strncmp(member->name, text, length) != 0))
		member++;
	return member->name ? member : NULL;
}

/* The end of a text in quotes, when one of these or nothing follows; NULL: it is in none. */
static const char *quoted_end(const char *text, const char *stops)
{
	const char *close = *text == '"' || *text == '\'' ? strchr(text + 1, *text) : NULL;
	if (!close)
		return NULL;
	const char *behind = close + 1 + strspn(close + 1, " ");
	return strchr(stops, close[1]) || strchr(stops, *behind) ? close + 1 : NULL;
}

/* Where the next ` member=` begins, or the end: values may hold blanks. */
static const char *next_member(const struct pmo_field *field, const char *text)
{
	const char *quoted = quoted_end(text, " ");
	if (quoted)
		text = quoted;
	for (const char *blank = strchr(text, ' '); blank; blank = strchr(blank + 1, ' '))
		if (named_member(field, blank + strspn(blank, " ")))
			return blank;
	return text + strlen(text);
}

/* A piece without the blanks around it, and without the quotes that hold all of it. */
static char *take_piece(const struct pmo_value_context *context, const char *text, size_t length)
{
	while (length && *text == ' ') {
		text++;
		length--;
	}
	while (length && text[length - 1] == ' ')
		length--;
	char *piece = pmo_arena_copy(context->arena, text, length);
	if (!piece)
		note_no_memory(context);
	if (piece && quoted_end(piece, "") == piece + length) {
		piece[length - 1] = '\0';
		piece++;
	}
	return piece;
}

/* `vendor=VEN-011 amount=47000 reason=the lowest` */
static bool input_members(const struct pmo_field *field, const char *text,
			  const struct pmo_value_context *context, struct pmo_value *members)
{
	for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
		const struct pmo_field *member = named_member(field, text);
		if (!member)
			return false;
		const char *start = strchr(text, '=') + 1;
		const char *end = next_member(field, start);
		char *piece = take_piece(context, start, (size_t)(end - start));
		if (!piece || value_input(member, piece, context,
					  &members[member - field->members]) != PMO_OK)
			return false;
		text = end;
	}
	return true;
}

static bool has_member(const struct pmo_value *members, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (members[i].presence == PMO_PRESENT)
			return true;
	return false;
}

static bool input_struct(const struct pmo_field *field, const char *text,
			 const struct pmo_value_context *context, struct pmo_value *value)
{
	size_t count = member_count(field);
	struct pmo_value *members = pmo_arena_array(context->arena, count + 1, sizeof(*members));
	if (!members) {
		note_no_memory(context);
		return false;
	}
	if (!brief_read(field, text, input_text_of, context, members)) {
		memset(members, 0, (count + 1) * sizeof(*members));
		if (!input_members(field, text, context, members))
			return false;
	}
	*value = (struct pmo_value){ .presence = PMO_PRESENT,
				     .kind = PMO_STRUCT,
				     .count = (uint32_t)count };
	value->as.items = members;
	return has_member(members, count);
}

/* The comma behind an item, or the end: quotes hold their commas together. */
static const char *item_end(const char *text)
{
	const char *start = text + strspn(text, " ");
	const char *quoted = quoted_end(start, ",");
	if (quoted)
		text = quoted;
	/* `vendor="Fairmont, Inc." amount=5` has its quotes further in. */
	for (; *text && *text != ','; text++)
		if (*text == '=' && (quoted = quoted_end(text + 1, " ,")))
			text = quoted - 1;
	return text;
}

/* The items of a list, between commas; what is between two commas and empty is none. */
static bool input_list(const struct pmo_field *field, const char *text,
		       const struct pmo_value_context *context, struct pmo_value *value)
{
	struct pmo_field item = *field;
	struct pmo_value *items = NULL;
	size_t count = 0, capacity = 0;
	item.flags &= ~(unsigned)PMO_LIST;
	for (const char *end; *text; text = end + (*end == ',')) {
		end = item_end(text);
		char *piece = take_piece(context, text, (size_t)(end - text));
		void *grown =
			pmo_arena_grow(context->arena, items, count, &capacity, sizeof(*items));
		if (!grown)
			note_no_memory(context);
		if (!piece || !grown)
			return false;
		items = grown;
		if (text + strspn(text, " ") == end)
			continue;
		if (value_input(&item, piece, context, &items[count]) != PMO_OK)
			return false;
		count++;
	}
	*value = (struct pmo_value){ .presence = PMO_PRESENT,
				     .kind = (uint8_t)field->kind,
				     .is_list = true,
				     .count = (uint32_t)count };
	value->as.items = items;
	return true;
}

enum pmo_result value_input(const struct pmo_field *field, const char *text,
			    const struct pmo_value_context *context, struct pmo_value *value)
{
	bool exhausted = false, fine;
	struct pmo_value_context own = *context;
	own.exhausted = &exhausted;
	if (field->flags & PMO_LIST)
		fine = input_list(field, text, &own, value);
	else if (field->kind == PMO_STRUCT)
		fine = input_struct(field, text, &own, value);
	else
		fine = input_text_of(field, text, &own, value);
	if (exhausted)
		note_no_memory(context);
	if (exhausted)
		return PMO_NO_MEMORY;
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

void value_add_expected(const struct pmo_field *field, bool typed, struct pmo_buffer *out)
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
	const struct type *type = type_of(field->kind);
	pmo_buffer_add_text(out, type->expected);
	if (typed && type->typed)
		pmo_buffer_add_text(out, type->typed);
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
