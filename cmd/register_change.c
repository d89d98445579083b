/*
 * What differs between two records, for a person: of lists the items that came, went or
 * changed; of long texts from where they differ.
 */
#include "register.h"

#include <pmo/text.h>

#include <string.h>

/* An item of fields has its amount at the end, and that is what one looks at. */
enum { VALUE_WIDTH = 40, ITEM_WIDTH = 200, COMMON_LEAST = 12 };

/* Fields whose changes are no news: pmo itself writes them. */
static bool is_bookkeeping(const struct pmo_schema *schema, int field)
{
	return field == schema->history || field == schema->created || field == schema->created_by;
}

static void show(const struct pmo_field *field, const struct pmo_value *value,
		 struct pmo_buffer *line)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, line->limit);
	if (value->presence != PMO_ABSENT)
		pmo_value_show(field, value, &text);
	else
		pmo_buffer_add_text(&text, "none");
	pmo_text_add_visible(line, text.data, text.length);
	pmo_buffer_release(&text);
}

static void add_value(const struct pmo_field *field, const struct pmo_value *value,
		      struct pmo_buffer *out)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, out->limit);
	show(field, value, &line);
	pmo_text_truncate(out, line.data, field->kind == PMO_STRUCT ? ITEM_WIDTH : VALUE_WIDTH);
	pmo_buffer_release(&line);
}

/* How many bytes two texts have in common before the word in which they differ. */
static size_t common(const char *a, const char *b)
{
	size_t same = 0;
	while (a[same] && a[same] == b[same])
		same++;
	while (same && a[same - 1] != ' ')
		same--;
	return same;
}

/* "old > new"; texts that are too long from where they differ. */
static void add_pair(const struct pmo_field *field, const struct pmo_value *old,
		     const struct pmo_value *now, struct pmo_buffer *out)
{
	struct pmo_buffer left, right;
	pmo_buffer_init(&left, out->limit);
	pmo_buffer_init(&right, out->limit);
	show(field, old, &left);
	show(field, now, &right);
	size_t skip = common(left.data, right.data);
	bool is_long =
		pmo_text_width(left.data) > VALUE_WIDTH || pmo_text_width(right.data) > VALUE_WIDTH;
	if (!is_long || skip < COMMON_LEAST)
		skip = 0;
	pmo_buffer_add_text(out, skip ? "\xe2\x80\xa6 " : "");
	pmo_text_truncate(out, left.data + skip, VALUE_WIDTH);
	pmo_buffer_add_text(out, skip ? " > \xe2\x80\xa6 " : " > ");
	pmo_text_truncate(out, right.data + skip, VALUE_WIDTH);
	pmo_buffer_release(&left);
	pmo_buffer_release(&right);
}

static bool is_same(const struct pmo_field *field, const struct pmo_value *a,
		    const struct pmo_value *b)
{
	struct pmo_buffer left, right;
	if (a->presence != b->presence)
		return false;
	pmo_buffer_init(&left, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&right, PMO_BUFFER_LIMIT);
	pmo_value_format(field, a, &left);
	pmo_value_format(field, b, &right);
	bool same = strcmp(left.data, right.data) == 0;
	pmo_buffer_release(&left);
	pmo_buffer_release(&right);
	return same;
}

/* The items between those at the beginning and the end that are as they were. */
static void add_items(const struct pmo_field *field, const struct pmo_value *old,
		      const struct pmo_value *now, struct pmo_buffer *out)
{
	uint32_t from = 0, before = old->presence == PMO_ABSENT ? 0 : old->count;
	uint32_t after = now->presence == PMO_ABSENT ? 0 : now->count;
	while (from < before && from < after &&
	       is_same(field, &old->as.items[from], &now->as.items[from]))
		from++;
	while (before > from && after > from &&
	       is_same(field, &old->as.items[before - 1], &now->as.items[after - 1])) {
		before--;
		after--;
	}
	bool paired = before == after; /* else some went, and others came */
	const char *comma = "";
	for (uint32_t i = from; i < before; i++, comma = ", ") {
		pmo_buffer_add_format(out, "%s%s", comma, paired ? "" : "- ");
		if (paired)
			add_pair(field, &old->as.items[i], &now->as.items[i], out);
		else
			add_value(field, &old->as.items[i], out);
	}
	for (uint32_t i = from; i < after && !paired; i++, comma = ", ") {
		pmo_buffer_add_format(out, "%s+ ", comma);
		add_value(field, &now->as.items[i], out);
	}
}

static bool has_items(const struct pmo_value *value)
{
	return value->presence == PMO_ABSENT || (value->presence == PMO_PRESENT && value->is_list);
}

void register_add_changes(const struct pmo_record *old, const struct pmo_record *now,
			  struct pmo_buffer *out)
{
	const struct pmo_schema *schema = now->schema;
	bool first = true;
	for (int i = 0; (size_t)i < schema->field_count; i++) {
		const struct pmo_field *field = schema->fields[i];
		if (field->derive || is_bookkeeping(schema, i) || i == schema->status)
			continue;
		struct pmo_value before = pmo_record_get(old, i), after = pmo_record_get(now, i);
		if (is_same(field, &before, &after))
			continue;
		pmo_buffer_add_format(out, "%s%s ", first ? "" : ", ", field->name);
		first = false;
		if (field->flags & PMO_LIST && has_items(&before) && has_items(&after))
			add_items(field, &before, &after, out);
		else
			add_pair(field, &before, &after, out);
	}
}
