/*
 * A register as JSON Schema, so that an editor knows the fields, offers the choices and
 * marks what is no date. Draft 07 is what editors' YAML servers read best.
 *
 * It allows what the reader allows: short forms, one item where a list may stand, keys
 * that it does not know. What is needed in a complete record is the business of `check`,
 * because a title is enough to write something down.
 */
#include "types.h"

#include <string.h>

static void add_pair(struct pmo_sink *sink, const char *key, const char *text)
{
	pmo_sink_key(sink, key);
	pmo_sink_string(sink, text);
}

static void add_types(struct pmo_sink *sink, const char *const *types)
{
	pmo_sink_key(sink, "type");
	pmo_sink_begin_list(sink);
	for (; *types; types++)
		pmo_sink_string(sink, *types);
	pmo_sink_end(sink);
}

static void add_enum(struct pmo_sink *sink, const char *const *words)
{
	pmo_sink_key(sink, "enum");
	pmo_sink_begin_list(sink);
	for (; words && *words; words++) {
		pmo_sink_string(sink, *words);
		/* To other readers of YAML, 2 is a number. */
		if (**words >= '1' && **words <= '9' && !(*words)[strspn(*words, "0123456789")])
			pmo_sink_number(sink, *words);
	}
	pmo_sink_end(sink);
}

static void add_yes_no(struct pmo_sink *sink)
{
	pmo_sink_key(sink, "enum");
	pmo_sink_begin_list(sink);
	pmo_sink_bool(sink, true);
	pmo_sink_bool(sink, false);
	pmo_sink_string(sink, "yes");
	pmo_sink_string(sink, "no");
	pmo_sink_end(sink);
}

static void add_bound(struct pmo_sink *sink, const char *key, const char *text, size_t length)
{
	char number[32];
	if (!length || length >= sizeof(number))
		return;
	memcpy(number, text, length);
	number[length] = '\0';
	pmo_sink_key(sink, key);
	pmo_sink_number(sink, number);
}

static void add_number(const struct pmo_field *field, struct pmo_sink *sink)
{
	static const char *const percent[] = { "number", "string", NULL };
	const char *dots = field->range ? strstr(field->range, "..") : NULL;
	if (field->kind == PMO_PERCENT) { /* 45 and 45% */
		add_types(sink, percent);
		add_pair(sink, "pattern", "^[0-9]+(\\.[0-9]+)? *%?$");
	} else {
		add_pair(sink, "type", field->kind == PMO_INTEGER ? "integer" : "number");
	}
	if (!dots)
		return;
	add_bound(sink, "minimum", field->range, (size_t)(dots - field->range));
	add_bound(sink, "maximum", dots + 2, strlen(dots + 2));
}

/* A line of a log is text, or what YAML takes such a line for. */
static void add_line(struct pmo_sink *sink)
{
	pmo_sink_key(sink, "anyOf");
	pmo_sink_begin_list(sink);
	pmo_sink_begin_map(sink);
	add_pair(sink, "type", "string");
	pmo_sink_end(sink);
	pmo_sink_begin_map(sink);
	add_pair(sink, "type", "object");
	pmo_sink_key(sink, "minProperties");
	pmo_sink_integer(sink, 1);
	pmo_sink_key(sink, "maxProperties");
	pmo_sink_integer(sink, 1);
	pmo_sink_end(sink);
	pmo_sink_end(sink);
}

/* The keys that describe one value of a kind that is no structure. */
static void add_scalar(const struct pmo_field *field, struct pmo_sink *sink)
{
	/* The schema decides types: a version 1.10 is text, whatever YAML takes it for. */
	static const char *const text[] = { "string", "number", "boolean", NULL };
	static const char *const amount[] = { "string", "number", NULL };
	const struct type *type = type_of(field->kind);
	if (field->kind == PMO_LINE) {
		add_line(sink);
	} else if (field->kind == PMO_CHOICE) {
		add_enum(sink, field->choices);
	} else if (type->json == TYPE_BOOLEAN) {
		add_yes_no(sink);
	} else if (type->json == TYPE_NUMBER) {
		add_number(field, sink);
	} else if (type->pattern) {
		if (field->kind == PMO_MONEY)
			add_types(sink, amount);
		else
			add_pair(sink, "type", "string");
		add_pair(sink, "pattern", type->pattern);
	} else {
		add_types(sink, text);
	}
}

static void add_property(const struct pmo_field *field, struct pmo_sink *sink);

static void add_structure(const struct pmo_field *field, struct pmo_sink *sink)
{
	pmo_sink_begin_map(sink);
	add_pair(sink, "type", "object");
	pmo_sink_key(sink, "properties");
	pmo_sink_begin_map(sink);
	for (const struct pmo_field *member = field->members; member && member->name; member++)
		add_property(member, sink);
	pmo_sink_end(sink);
	pmo_sink_key(sink, "additionalProperties");
	pmo_sink_bool(sink, true);
	pmo_sink_end(sink);
}

static bool has_scalar_form(const struct pmo_field *field)
{
	return field->kind != PMO_STRUCT || field->brief;
}

/* One item as a scalar: of a structure its short form. */
static void add_scalar_form(const struct pmo_field *field, struct pmo_sink *sink)
{
	pmo_sink_begin_map(sink);
	if (field->kind == PMO_STRUCT) {
		add_pair(sink, "type", "string");
		add_pair(sink, "description", field->brief);
	} else {
		add_scalar(field, sink);
	}
	pmo_sink_end(sink);
}

/* One item, as a schema of its own. */
static void add_item(const struct pmo_field *field, struct pmo_sink *sink)
{
	if (field->kind != PMO_STRUCT) {
		add_scalar_form(field, sink);
	} else if (!field->brief) {
		add_structure(field, sink);
	} else {
		pmo_sink_begin_map(sink);
		pmo_sink_key(sink, "anyOf");
		pmo_sink_begin_list(sink);
		add_structure(field, sink);
		add_scalar_form(field, sink);
		pmo_sink_end(sink);
		pmo_sink_end(sink);
	}
}

/* A list, or one item that stands for a list of one. */
static void add_list(const struct pmo_field *field, struct pmo_sink *sink)
{
	pmo_sink_begin_map(sink);
	add_pair(sink, "type", "array");
	pmo_sink_key(sink, "items");
	add_item(field, sink);
	pmo_sink_end(sink);
	if (has_scalar_form(field))
		add_scalar_form(field, sink);
}

static void add_property(const struct pmo_field *field, struct pmo_sink *sink)
{
	if (field->derive)
		return;
	pmo_sink_key(sink, field->name);
	pmo_sink_begin_map(sink);
	if (field->help)
		add_pair(sink, "description", field->help);
	if (field->flags & PMO_LIST || field->kind == PMO_STRUCT) {
		pmo_sink_key(sink, "anyOf");
		pmo_sink_begin_list(sink);
		if (field->flags & PMO_LIST)
			add_list(field, sink);
		else
			add_item(field, sink);
		pmo_sink_end(sink);
	} else {
		add_scalar(field, sink);
	}
	pmo_sink_end(sink);
}

/* The keys that describe one record. */
static void add_record(const struct pmo_schema *schema, struct pmo_sink *sink)
{
	add_pair(sink, "type", "object");
	pmo_sink_key(sink, "properties");
	pmo_sink_begin_map(sink);
	for (size_t i = 0; i < schema->field_count; i++)
		add_property(schema->fields[i], sink);
	pmo_sink_end(sink);
	if (schema->title >= 0 && !schema->fields[schema->title]->derive) {
		pmo_sink_key(sink, "required");
		pmo_sink_begin_list(sink);
		pmo_sink_string(sink, schema->fields[schema->title]->name);
		pmo_sink_end(sink);
	}
	pmo_sink_key(sink, "additionalProperties");
	pmo_sink_bool(sink, true);
}

static void add_record_reference(const struct pmo_schema *schema, struct pmo_sink *sink)
{
	pmo_sink_begin_map(sink);
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(&text, "#/definitions/%s", schema->table->name);
	add_pair(sink, "$ref", text.data);
	sink->out->failed = sink->out->failed || text.failed;
	pmo_buffer_release(&text);
	pmo_sink_end(sink);
}

/* A file of records keyed by id. Registers may share a file: other keys are their business. */
static void add_records(const struct pmo_schema *schema, struct pmo_sink *sink)
{
	add_pair(sink, "type", "object");
	if (schema->table->handles) {
		pmo_sink_key(sink, "additionalProperties");
		add_record_reference(schema, sink);
	} else {
		struct pmo_buffer pattern;
		pmo_buffer_init(&pattern, PMO_BUFFER_LIMIT);
		pmo_buffer_add_format(&pattern, "^%s-[0-9]{3,}$", schema->table->prefix);
		pmo_sink_key(sink, "patternProperties");
		pmo_sink_begin_map(sink);
		pmo_sink_key(sink, pattern.data);
		add_record_reference(schema, sink);
		pmo_sink_end(sink);
		pmo_sink_key(sink, "additionalProperties");
		pmo_sink_bool(sink, true);
		sink->out->failed = sink->out->failed || pattern.failed;
		pmo_buffer_release(&pattern);
	}
	pmo_sink_key(sink, "definitions");
	pmo_sink_begin_map(sink);
	pmo_sink_key(sink, schema->table->name);
	pmo_sink_begin_map(sink);
	add_record(schema, sink);
	pmo_sink_end(sink);
	pmo_sink_end(sink);
}

void pmo_schema_write_json_schema(const struct pmo_schema *schema, struct pmo_sink *sink)
{
	const struct pmo_register *table = schema->table;
	pmo_sink_begin_map(sink);
	add_pair(sink, "$schema", "http://json-schema.org/draft-07/schema#");
	add_pair(sink, "title", table->layout == PMO_LAYOUT_FILE ? table->plural : table->name);
	if (table->help)
		add_pair(sink, "description", table->help);
	if (table->layout == PMO_LAYOUT_FILE)
		add_records(schema, sink);
	else
		add_record(schema, sink);
	pmo_sink_end(sink);
}
