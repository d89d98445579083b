/* Short forms: the pattern's elements and the text are walked side by side. */
#include "brief.h"

#include "types.h"

#include <pmo/text.h>

#include <string.h>

/* One element of a pattern: a member, or a piece of text that stands for itself. */
struct element {
	const struct pmo_field *member; /* NULL: literal */
	size_t index;
	bool optional, blank;
	bool glued; /* it follows another member with nothing between */
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
	element->glued = p > field->brief && (p[-1] == '?' || is_name(p[-1]));
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

/* A short form that is being read. */
struct reading {
	const char *text; /* what is left of it */
	brief_reader *read;
	const struct pmo_value_context *context;
};

static bool take_member(struct reading *reading, const struct element *element, const char *pattern,
			struct pmo_value *value)
{
	const char *text = reading->text;
	size_t length = type_of(element->member->kind)->scan(element->member, text);
	size_t limit = limit_of(pattern, text);
	if (!length)
		length = strcspn(text, " \t"); /* people's words: `today`, `fri` */
	if (length > limit)
		length = limit;
	while (length && text[length - 1] == ' ')
		length--;
	const struct pmo_value_context *context = reading->context;
	/* What is glued begins with its sign, while numbers alone have no plus. */
	size_t plus = length > 1 && *text == '+' && element->member->kind == PMO_PERCENT;
	char *piece = length ? pmo_arena_copy(context->arena, text + plus, length - plus) : NULL;
	if (length && !piece && context->exhausted)
		*context->exhausted = true;
	if (!piece || !reading->read(element->member, piece, context, value))
		return element->optional;
	reading->text += length;
	return true;
}

bool brief_read(const struct pmo_field *field, const char *text, brief_reader *read,
		const struct pmo_value_context *context, struct pmo_value *values)
{
	const char *pattern = field->brief;
	struct element element;
	struct reading reading = { text, read, context };
	if (!pattern)
		return false;
	while (next_element(field, &pattern, &element)) {
		if (element.member) {
			if (!take_member(&reading, &element, pattern, &values[element.index]))
				return false;
		} else if (element.blank) {
			reading.text += strspn(reading.text, " \t");
		} else if (*reading.text == element.literal) {
			reading.text++;
		} else if (*reading.text) {
			return false;
		}
	}
	return !*reading.text;
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
		const struct pmo_value *part = &value->as.items[i];
		if (!found || part->presence == PMO_BAD || part->is_list ||
		    part->kind == PMO_STRUCT)
			return false;
	}
	return true;
}

static void put_member(const struct element *element, const struct pmo_value *value,
		       struct pmo_buffer *out)
{
	const struct pmo_field *member = element->member;
	bool is_signed = member->kind == PMO_PERCENT && element->glued;
	if (member->kind == PMO_DURATION)
		is_signed = (member->flags & PMO_SIGNED) != 0;
	if (is_signed && value->as.integer >= 0)
		pmo_buffer_add_char(out, '+');
	type_of(member->kind)->format(value, out);
	if (member->kind == PMO_PERCENT)
		pmo_buffer_add_char(out, '%');
}

static bool put_together(const struct pmo_field *field, const struct pmo_value *value,
			 struct pmo_buffer *out)
{
	const char *pattern = field->brief;
	struct element element;
	bool blank = false, begun = false;
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
		if (blank && begun)
			pmo_buffer_add_char(out, ' ');
		blank = false;
		put_member(&element, part, out);
		begun = true;
	}
	return begun;
}

static bool read_plain(const struct pmo_field *field, const char *text,
		       const struct pmo_value_context *context, struct pmo_value *value)
{
	memset(value, 0, sizeof(*value));
	value->kind = (uint8_t)field->kind;
	value->presence = PMO_PRESENT;
	if (type_of(field->kind)->read(field, text, context, value))
		return true;
	memset(value, 0, sizeof(*value));
	return false;
}

static bool is_same(const struct pmo_value *a, const struct pmo_value *b, bool *exhausted)
{
	if (a->presence != PMO_PRESENT || b->presence != PMO_PRESENT)
		return a->presence == b->presence;
	struct pmo_buffer first, second;
	pmo_buffer_init(&first, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&second, PMO_BUFFER_LIMIT);
	type_of((enum pmo_kind)a->kind)->format(a, &first);
	type_of((enum pmo_kind)b->kind)->format(b, &second);
	*exhausted |= first.failed || second.failed;
	bool same =
		first.length == second.length && memcmp(first.data, second.data, first.length) == 0;
	pmo_buffer_release(&first);
	pmo_buffer_release(&second);
	return same;
}

/* A text with a blank or a slash in it may read as something else: the proof is to read it. */
static bool reads_back(const struct pmo_field *field, const struct pmo_value *value,
		       const char *text, bool *exhausted)
{
	struct pmo_arena arena;
	struct pmo_value_context context = { .arena = &arena, .exhausted = exhausted };
	size_t count = 0;
	while (field->members[count].name)
		count++;
	pmo_arena_init(&arena);
	struct pmo_value *again = pmo_arena_array(&arena, count + 1, sizeof(*again));
	*exhausted = !again;
	bool same = again && brief_read(field, text, read_plain, &context, again);
	for (size_t i = 0; same && i < count; i++)
		same = is_same(&value->as.items[i], &again[i], exhausted);
	pmo_arena_release(&arena);
	return same;
}

bool brief_write(const struct pmo_field *field, const struct pmo_value *value,
		 struct pmo_buffer *out)
{
	size_t start = out->length;
	bool exhausted = false;
	if (!field->brief || !is_covered(field, value))
		return false;
	bool fine = put_together(field, value, out);
	if (fine && !out->failed)
		fine = reads_back(field, value, out->data + start, &exhausted);
	out->failed |= exhausted;
	if (fine || out->failed)
		return true;
	pmo_buffer_truncate(out, start);
	return false;
}
