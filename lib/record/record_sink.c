/* A whole record as JSON or YAML: what the file has, what follows from it, what is odd. */
#include <pmo/record.h>

#include "ydoc/ydoc.h"

#include <string.h>

static void sink_node(const struct ydoc_node *node, struct pmo_sink *sink)
{
	if (node->kind == YDOC_SCALAR) {
		pmo_sink_string(sink, node->text);
		return;
	}
	if (node->kind == YDOC_MAP)
		pmo_sink_begin_map(sink);
	else
		pmo_sink_begin_list(sink);
	for (const struct ydoc_node *i = node->first; i; i = i->next) {
		if (node->kind == YDOC_MAP && i->duplicate)
			continue;
		if (node->kind == YDOC_MAP)
			pmo_sink_key(sink, i->key);
		sink_node(i, sink);
	}
	pmo_sink_end(sink);
}

enum part { STORED, DERIVED, OWN, BAD };

static bool has_bad(const struct pmo_field *field, const struct pmo_value *value)
{
	if (value->presence == PMO_BAD)
		return true;
	if (value->presence != PMO_PRESENT)
		return false;
	for (uint32_t i = 0; (value->is_list || field->kind == PMO_STRUCT) && i < value->count;
	     i++) {
		const struct pmo_field *of = value->is_list ? field : &field->members[i];
		if (has_bad(of, &value->as.items[i]))
			return true;
	}
	return false;
}

static enum part part_of(const struct pmo_field *field, const struct pmo_value *value)
{
	if (has_bad(field, value))
		return BAD;
	if (field->derive)
		return DERIVED;
	return field->flags & PMO_OWN ? OWN : STORED;
}

/* The fields of one part; apart from the stored ones they stand under a key of their own. */
static void sink_part(const struct pmo_record *record, enum part part, const char *key,
		      struct pmo_sink *sink)
{
	bool begun = !key;
	for (size_t i = 0; i < record->schema->field_count; i++) {
		const struct pmo_field *field = record->schema->fields[i];
		struct pmo_value value = pmo_record_get(record, (int)i);
		if (value.presence == PMO_ABSENT || part_of(field, &value) != part)
			continue;
		if (!begun) {
			pmo_sink_key(sink, key);
			pmo_sink_begin_map(sink);
			begun = true;
		}
		pmo_sink_key(sink, field->name);
		if (part == BAD && value.node)
			sink_node(value.node, sink);
		else
			pmo_value_sink(field, &value, sink);
	}
	if (key && begun)
		pmo_sink_end(sink);
}

static bool is_known(const struct pmo_record *record, const char *key)
{
	int field = pmo_schema_field(record->schema, key);
	if (field < 0)
		return false;
	const struct pmo_field *known = record->schema->fields[field];
	return strcmp(known->name, key) == 0 || pmo_word_is_in(known->was, key);
}

static void sink_unknown(const struct pmo_record *record, struct pmo_sink *sink)
{
	bool begun = false;
	const struct ydoc_node *node =
		record->node && record->node->kind == YDOC_MAP ? record->node->first : NULL;
	for (; node; node = node->next) {
		if (is_known(record, node->key) || node->duplicate)
			continue;
		if (!begun) {
			pmo_sink_key(sink, "unknown");
			pmo_sink_begin_map(sink);
			begun = true;
		}
		pmo_sink_key(sink, node->key);
		sink_node(node, sink);
	}
	if (begun)
		pmo_sink_end(sink);
}

void pmo_record_sink(const struct pmo_record *record, struct pmo_sink *sink)
{
	pmo_sink_begin_map(sink);
	pmo_sink_key(sink, "id");
	pmo_sink_string(sink, record->id);
	pmo_sink_key(sink, "register");
	pmo_sink_string(sink, record->schema->table->name);
	if (!pmo_record_get(record, record->schema->status).presence) {
		pmo_sink_key(sink, "status");
		pmo_sink_string(sink, pmo_record_state(record)->name);
	}
	sink_part(record, STORED, NULL, sink);
	sink_part(record, DERIVED, "derived", sink);
	sink_part(record, OWN, "own", sink);
	sink_unknown(record, sink);
	sink_part(record, BAD, "bad", sink);
	pmo_sink_end(sink);
}
