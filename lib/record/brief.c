#include "brief.h"

#include "types.h"

#include <pmo/text.h>

#include <string.h>

/* One element of a pattern: a member, or a piece of text that stands for itself. */
struct element {
	const struct pmo_field *member; /* NULL: literal */
	size_t index;
	bool optional, blank;
	char literal;
};

static bool is_name(char c)
{
	return pmo_ascii_is_lower(c) || c == '_' || pmo_ascii_is_digit(c);
}

static size_t find_member(const struct pmo_field *field, const char *name, size_t length)
{
	size_t i = 0;
	for (const struct pmo_field *member = field->members; member->name; member++, i++)
		if (strlen(member->name) == length && strncmp(member->name, name, length) == 0)
			break;
	return i;
}

/* Takes the next element off a pattern; false at its end, or at a name that is no member. */
static bool next_element(const struct pmo_field *field, const char **pattern,
			 struct element *element)
{
	const char *p = *pattern;
	memset(element, 0, sizeof(*element));
	if (!*p)
		return false;
	if (!is_name(*p)) {
		element->blank = *p == ' ';
		element->literal = *p;
		*pattern = p + 1;
		return true;
	}
	size_t length = 0;
	while (is_name(p[length]))
		length++;
	element->index = find_member(field, p, length);
	element->member = &field->members[element->index];
	element->optional = p[length] == '?';
	*pattern = p + length + element->optional;
	return element->member->name != NULL;
}

/* The text that a member may take ends before the literal that follows it. */
static size_t limit_of(const char *pattern, const char *text)
{
	if (!*pattern || is_name(*pattern) || *pattern == ' ')
		return strlen(text);
	const char *stop = strchr(text, *pattern);
	while (stop && strncmp(stop, pattern, strspn(pattern, "./:")) != 0)
		stop = strchr(stop + 1, *pattern);
	return stop ? (size_t)(stop - text) : strlen(text);
}

static bool take_member(const struct element *element, const char *pattern, const char **text,
			brief_reader *read, const struct pmo_value_context *context,
			struct pmo_value *value)
{
	size_t length = type_of(element->member->kind)->scan(element->member, *text);
	size_t limit = limit_of(pattern, *text);
	if (length > limit)
		length = limit;
	while (length && (*text)[length - 1] == ' ')
		length--;
	char *piece = length ? pmo_arena_copy(context->arena, *text, length) : NULL;
	if (!piece || !read(element->member, piece, context, value))
		return element->optional;
	*text += length;
	return true;
}

bool brief_read(const struct pmo_field *field, const char *text, brief_reader *read,
		const struct pmo_value_context *context, struct pmo_value *values)
{
	const char *pattern = field->brief;
	struct element element;
	if (!pattern)
		return false;
	while (next_element(field, &pattern, &element)) {
		if (element.member) {
			if (!take_member(&element, pattern, &text, read, context,
					 &values[element.index]))
				return false;
		} else if (element.blank) {
			text += strspn(text, " \t");
		} else if (*text == element.literal) {
			text++;
		} else if (*text) {
			return false;
		}
	}
	return !*text;
}

/* Every member that is there must stand in the pattern. */
static bool is_covered(const struct pmo_field *field, const struct pmo_value *value)
{
	for (size_t i = 0; field->members[i].name; i++) {
		if (value->as.items[i].presence == PMO_ABSENT)
			continue;
		const char *pattern = field->brief;
		struct element element;
		bool found = false;
		while (!found && next_element(field, &pattern, &element))
			found = element.member == &field->members[i];
		if (!found || value->as.items[i].presence == PMO_BAD)
			return false;
	}
	return true;
}

static void put_member(const struct element *element, const struct pmo_value *value,
		       struct pmo_buffer *out)
{
	const struct pmo_field *member = element->member;
	if (member->kind == PMO_DURATION && member->flags & PMO_SIGNED && value->as.integer >= 0)
		pmo_buffer_add_char(out, '+');
	type_of(member->kind)->format(value, out);
	if (member->kind == PMO_PERCENT)
		pmo_buffer_add_char(out, '%');
}

bool brief_write(const struct pmo_field *field, const struct pmo_value *value,
		 struct pmo_buffer *out)
{
	if (!field->brief || !is_covered(field, value))
		return false;
	const char *pattern = field->brief;
	struct element element;
	bool blank = false;
	size_t end = out->length;
	while (next_element(field, &pattern, &element)) {
		if (element.blank) {
			blank = true;
			continue;
		}
		if (!element.member) {
			pmo_buffer_add_char(out, element.literal);
			continue;
		}
		const struct pmo_value *part = &value->as.items[element.index];
		if (part->presence != PMO_PRESENT) {
			if (!element.optional)
				return false;
			continue;
		}
		if (blank && out->length > end)
			pmo_buffer_add_char(out, ' ');
		blank = false;
		put_member(&element, part, out);
		end = 0;
	}
	return true;
}
