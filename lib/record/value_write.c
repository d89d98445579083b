/* Values as text, as JSON, as what is written into a file; comparing them; reporting bad ones. */
#include <pmo/value.h>

#include "brief.h"
#include "types.h"

#include "ydoc/value.h"

#include <pmo/text.h>

#include <string.h>

typedef void writer(const struct pmo_field *field, const struct pmo_value *value,
		    struct pmo_buffer *out);

static void write_members(const struct pmo_field *field, const struct pmo_value *value,
			  struct pmo_buffer *out, writer *write)
{
	bool first = true;
	/* A value that an expression found in another record may come without its members. */
	for (size_t i = 0; field->members && field->members[i].name; i++) {
		const struct pmo_value *member = &value->as.items[i];
		if (member->presence == PMO_ABSENT)
			continue;
		pmo_buffer_add_format(out, "%s%s=", first ? "" : " ", field->members[i].name);
		write(&field->members[i], member, out);
		first = false;
	}
}

static void write_item(const struct pmo_field *field, const struct pmo_value *value,
		       struct pmo_buffer *out, writer *write)
{
	if (value->presence == PMO_ABSENT)
		return;
	if (value->presence == PMO_BAD) {
		pmo_buffer_add_text(out, value->as.text);
		return;
	}
	if (value->kind == PMO_STRUCT) {
		if (!brief_write(field, value, out))
			write_members(field, value, out, write);
		return;
	}
	const struct type *type = type_of((enum pmo_kind)value->kind);
	if (write == pmo_value_show && type->show)
		type->show(value, out);
	else
		type->format(value, out);
}

static void write_value(const struct pmo_field *field, const struct pmo_value *value,
			struct pmo_buffer *out, writer *write)
{
	if (!value->is_list || value->presence != PMO_PRESENT) {
		write_item(field, value, out, write);
		return;
	}
	for (uint32_t i = 0; i < value->count; i++) {
		if (i)
			pmo_buffer_add_text(out, value->kind == PMO_STRUCT ? "; " : ", ");
		write_item(field, &value->as.items[i], out, write);
	}
}

void pmo_value_format(const struct pmo_field *field, const struct pmo_value *value,
		      struct pmo_buffer *out)
{
	write_value(field, value, out, pmo_value_format);
}

void pmo_value_show(const struct pmo_field *field, const struct pmo_value *value,
		    struct pmo_buffer *out)
{
	write_value(field, value, out, pmo_value_show);
}

/* Whether the value's text is what is written of it. */
static bool is_text(const struct pmo_value *value)
{
	return value->presence == PMO_BAD || value->kind == PMO_TEXT || value->kind == PMO_PROSE ||
	       value->kind == PMO_CHOICE || value->kind == PMO_REF || value->kind == PMO_LINE;
}

static void sink_scalar(const struct pmo_value *value, struct pmo_sink *sink)
{
	const struct type *type = type_of((enum pmo_kind)value->kind);
	if (is_text(value)) {
		pmo_sink_string(sink, value->as.text);
		return;
	}
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	type->format(value, &text);
	sink->out->failed |= text.failed;
	if (type->json == TYPE_STRING)
		pmo_sink_bytes(sink, text.data, text.length);
	else if (type->json == TYPE_NUMBER)
		pmo_sink_number(sink, text.data);
	else
		pmo_sink_bool(sink, value->as.integer != 0);
	pmo_buffer_release(&text);
}

static void sink_item(const struct pmo_field *field, const struct pmo_value *value,
		      struct pmo_sink *sink)
{
	if (value->presence != PMO_PRESENT || value->kind != PMO_STRUCT) {
		if (value->presence == PMO_ABSENT)
			pmo_sink_null(sink);
		else
			sink_scalar(value, sink);
		return;
	}
	pmo_sink_begin_map(sink);
	for (size_t i = 0; field->members && field->members[i].name; i++) {
		if (value->as.items[i].presence == PMO_ABSENT)
			continue;
		pmo_sink_key(sink, field->members[i].name);
		pmo_value_sink(&field->members[i], &value->as.items[i], sink);
	}
	pmo_sink_end(sink);
}

void pmo_value_sink(const struct pmo_field *field, const struct pmo_value *value,
		    struct pmo_sink *sink)
{
	if (!value->is_list || value->presence != PMO_PRESENT) {
		sink_item(field, value, sink);
		return;
	}
	pmo_sink_begin_list(sink);
	for (uint32_t i = 0; i < value->count; i++)
		sink_item(field, &value->as.items[i], sink);
	pmo_sink_end(sink);
}

static struct ydoc_value *write_text(const struct pmo_buffer *text, enum ydoc_form form,
				     struct pmo_arena *arena)
{
	if (text->failed)
		return NULL;
	return ydoc_value_scalar(arena, form, pmo_arena_copy(arena, text->data, text->length));
}

static struct ydoc_value *write_struct(const struct pmo_field *field, const struct pmo_value *value,
				       struct pmo_arena *arena)
{
	struct ydoc_value *map = ydoc_value_map(arena);
	for (size_t i = 0; map && field->members[i].name; i++) {
		bool bad = value->as.items[i].presence == PMO_BAD;
		if (!bad && !pmo_value_is_present(&value->as.items[i]))
			continue;
		struct ydoc_value *member =
			value_write(&field->members[i], &value->as.items[i], arena);
		if (ydoc_value_add(map, field->members[i].name, member) != PMO_OK)
			return NULL;
	}
	return map;
}

static struct ydoc_value *write_words(const struct pmo_value *value, const struct type *type,
				      struct pmo_arena *arena)
{
	enum ydoc_form form = type->words ? YDOC_TEXT : YDOC_WORD;
	return ydoc_value_scalar(arena, value->kind == PMO_LINE ? YDOC_LINE : form,
				 pmo_arena_string(arena, value->as.text));
}

static struct ydoc_value *write_one(const struct pmo_field *field, const struct pmo_value *value,
				    struct pmo_arena *arena)
{
	const struct type *type = type_of((enum pmo_kind)value->kind);
	struct pmo_buffer text;
	struct ydoc_value *written;
	if (is_text(value) && value->presence == PMO_PRESENT)
		return write_words(value, type, arena);
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	if (value->presence == PMO_BAD) {
		written = value->node ? ydoc_value_copy(value->node, arena)
				      : ydoc_value_scalar(arena, YDOC_TEXT, value->as.text);
	} else if (value->kind == PMO_STRUCT) {
		written = brief_write(field, value, &text) ? write_text(&text, YDOC_WORD, arena)
							   : write_struct(field, value, arena);
	} else {
		type->format(value, &text);
		written = write_text(&text, type->words ? YDOC_TEXT : YDOC_WORD, arena);
	}
	pmo_buffer_release(&text);
	return written;
}

struct ydoc_value *value_write(const struct pmo_field *field, const struct pmo_value *value,
			       struct pmo_arena *arena)
{
	if (!value->is_list || value->presence != PMO_PRESENT)
		return write_one(field, value, arena);
	struct ydoc_value *list = ydoc_value_list(arena);
	bool words = field->kind != PMO_PROSE && field->kind != PMO_LINE && field->kind != PMO_TEXT;
	for (uint32_t i = 0; list && i < value->count; i++) {
		struct ydoc_value *item = write_one(field, &value->as.items[i], arena);
		if (ydoc_value_add(list, NULL, item) != PMO_OK)
			return NULL;
		words = words && item->kind == YDOC_SCALAR;
	}
	/* Ids, choices and tags read best on one line; sentences one below the other. */
	if (list)
		list->flow = words || (field->kind == PMO_TEXT && !(field->flags & PMO_WIDE));
	return list;
}

static int compare_items(const struct pmo_value *a, const struct pmo_value *b)
{
	for (uint32_t i = 0; i < a->count && i < b->count; i++) {
		int order = pmo_value_compare(&a->as.items[i], &b->as.items[i]);
		if (order)
			return order;
	}
	return (a->count > b->count) - (a->count < b->count);
}

int pmo_value_compare(const struct pmo_value *a, const struct pmo_value *b)
{
	if (a->presence != b->presence)
		return a->presence < b->presence ? -1 : 1;
	if (a->presence == PMO_ABSENT)
		return 0;
	if (a->presence == PMO_BAD)
		return pmo_text_compare(a->as.text, b->as.text);
	if (a->is_list && b->is_list)
		return compare_items(a, b);
	if (a->is_list != b->is_list)
		return a->is_list ? 1 : -1;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->kind == PMO_STRUCT)
		return compare_items(a, b);
	return type_of((enum pmo_kind)a->kind)->compare(a, b);
}

bool value_is_same(const struct pmo_field *field, const struct pmo_value *a,
		   const struct pmo_value *b)
{
	struct pmo_buffer first, second;
	if (pmo_value_compare(a, b) != 0)
		return false;
	pmo_buffer_init(&first, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&second, PMO_BUFFER_LIMIT);
	pmo_value_format(field, a, &first);
	pmo_value_format(field, b, &second);
	bool same = !first.failed && !second.failed && strcmp(first.data, second.data) == 0;
	pmo_buffer_release(&first);
	pmo_buffer_release(&second);
	return same;
}

static void report_bad(const struct pmo_field *field, const struct pmo_value *value,
		       const struct pmo_place *place, struct pmo_diags *diags)
{
	struct pmo_buffer expected;
	pmo_buffer_init(&expected, 4096);
	value_add_expected(field, false, &expected);
	bool shape = value->node && value->node->kind != YDOC_SCALAR;
	if (shape)
		pmo_diag_add(diags, PMO_ERROR, "value-type", place, "%s: found %s, expected %s",
			     field->name, value->as.text, expected.data);
	else
		pmo_diag_add(diags, PMO_ERROR, "value-type", place, "%s: '%s' is not %s",
			     field->name, value->as.text, expected.data);
	pmo_buffer_release(&expected);
}

static void report_unknown_members(const struct pmo_field *field, const struct pmo_value *value,
				   const struct ydoc *doc, const char *subject,
				   struct pmo_diags *diags)
{
	const struct ydoc_node *node = value->node;
	if (!node || node->kind != YDOC_MAP)
		return;
	for (node = node->first; node; node = node->next) {
		bool known = false;
		for (size_t i = 0; field->members[i].name && !known; i++)
			known = strcmp(field->members[i].name, node->key) == 0 ||
				pmo_word_is_in(field->members[i].was, node->key);
		if (known)
			continue;
		struct pmo_place place = ydoc_key_place(doc, node);
		place.subject = subject;
		pmo_diag_add(diags, PMO_WARNING, "field-unknown", &place, "%s has no field '%s'",
			     field->name, node->key);
	}
}

void value_report(const struct pmo_field *field, const struct pmo_value *value,
		  const struct ydoc *doc, const char *subject, struct pmo_diags *diags)
{
	if (value->presence == PMO_ABSENT)
		return;
	if (value->presence == PMO_BAD) {
		struct pmo_place place = { .subject = subject };
		if (value->node)
			place = ydoc_place(doc, value->node);
		place.subject = subject;
		report_bad(field, value, &place, diags);
		return;
	}
	if (value->is_list) {
		for (uint32_t i = 0; i < value->count; i++)
			value_report(field, &value->as.items[i], doc, subject, diags);
		return;
	}
	if (value->kind != PMO_STRUCT)
		return;
	for (size_t i = 0; field->members[i].name; i++)
		value_report(&field->members[i], &value->as.items[i], doc, subject, diags);
	report_unknown_members(field, value, doc, subject, diags);
}
