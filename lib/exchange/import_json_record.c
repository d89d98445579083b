/*
 * One record of the document: its values are read as a file's would be, and become what a
 * person would have typed into one.
 */
#include "exchange/import_json.h"

#include <pmo/text.h>

#include <string.h>

enum pmo_result json_fault(const struct pmo_intake *intake, const struct ydoc_node *node,
			   const char *format, ...)
{
	struct pmo_place place = { .source = intake->source,
				   .offset = node ? node->start : 0,
				   .length = 1 };
	va_list args;
	va_start(args, format);
	char *message = pmo_arena_vformat(intake->arena, format, args);
	va_end(args);
	if (!message)
		return PMO_NO_MEMORY;
	pmo_diag_add(intake->diags, PMO_ERROR, "import-value", &place, "%s", message);
	return PMO_INVALID;
}

struct ydoc_value *json_raw(const struct ydoc_node *node, struct pmo_arena *arena)
{
	if (node->kind == YDOC_SCALAR) {
		bool is_nothing = node->style == YDOC_PLAIN || *node->text;
		return ydoc_value_scalar(arena, is_nothing ? YDOC_WORD : YDOC_TEXT, node->text);
	}
	struct ydoc_value *value =
		node->kind == YDOC_MAP ? ydoc_value_map(arena) : ydoc_value_list(arena);
	for (const struct ydoc_node *i = node->first; value && i; i = i->next)
		if (ydoc_value_add(value, i->key, json_raw(i, arena)) != PMO_OK)
			return NULL;
	return value;
}

/* value_write leaves these out; as they stand they say that somebody looked. */
static bool has_empty_list(const struct ydoc_node *node)
{
	for (const struct ydoc_node *i = node->first; i; i = i->next)
		if ((i->kind == YDOC_LIST && !i->count) || has_empty_list(i))
			return true;
	return false;
}

static bool is_member(const struct pmo_field *field, const char *key)
{
	for (const struct pmo_field *member = field->members; member->name; member++)
		if (strcmp(member->name, key) == 0)
			return true;
	return false;
}

/* A member that nobody knows, or NULL. */
static const struct ydoc_node *stray_member(const struct pmo_field *field,
					    const struct pmo_value *value)
{
	const struct ydoc_node *stray = NULL;
	if (value->presence != PMO_PRESENT || (!value->is_list && field->kind != PMO_STRUCT))
		return NULL;
	for (uint32_t i = 0; i < value->count && !stray; i++)
		stray = stray_member(value->is_list ? field : &field->members[i],
				     &value->as.items[i]);
	if (value->is_list || value->node->kind != YDOC_MAP)
		return stray;
	for (const struct ydoc_node *i = value->node->first; i && !stray; i = i->next)
		if (!is_member(field, i->key))
			stray = i;
	return stray;
}

/* A field of this very name that can be stored; -1: reported. */
static int field_of(const struct json_run *run, const struct json_entry *entry,
		    const struct ydoc_node *node)
{
	const struct pmo_schema *schema = entry->schema;
	int index = pmo_schema_field(schema, node->key);
	const struct pmo_field *field = index < 0 ? NULL : schema->fields[index];
	if (field && strcmp(field->name, node->key) == 0 && !field->derive)
		return index;
	(void)json_fault(run->intake, node, "%s: a %s has no field '%.60s'", entry->id,
			 schema->table->name, node->key);
	if (field && field->derive)
		pmo_diag_hint(run->intake->diags, "it is computed from other fields");
	else
		pmo_diag_hint(run->intake->diags, "keys that pmo shall keep stand in \"unknown\"");
	return -1;
}

static enum pmo_result read_field(struct json_run *run, const struct json_entry *entry,
				  struct json_record *record, const struct ydoc_node *node)
{
	struct pmo_intake *intake = run->intake;
	int index = field_of(run, entry, node);
	if (index < 0)
		return PMO_INVALID;
	const struct pmo_field *field = entry->schema->fields[index];
	struct json_field *own = &record->fields[index];
	if (own->written)
		return json_fault(intake, node, "%s: '%s' is there twice", entry->id, field->name);
	own->value = value_read(field, node, &run->context);
	if (own->value.presence == PMO_ABSENT)
		return PMO_OK;
	const struct ydoc_node *stray = stray_member(field, &own->value);
	if (stray)
		return json_fault(intake, stray, "%s: %s has no field '%.60s'", entry->id,
				  field->name, stray->key);
	size_t errors = intake->diags->count[PMO_ERROR];
	value_report(field, &own->value, run->doc, entry->id, intake->diags);
	if (intake->diags->lost)
		return PMO_NO_MEMORY;
	if (intake->diags->count[PMO_ERROR] > errors) {
		pmo_diag_hint(intake->diags, "what pmo shall keep as it is stands in \"bad\"");
		return PMO_INVALID;
	}
	own->written = has_empty_list(node) ? json_raw(node, intake->arena)
					    : value_write(field, &own->value, intake->arena);
	return own->written ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result read_own(struct json_run *run, const struct json_entry *entry,
				struct json_record *record, const struct ydoc_node *map)
{
	enum pmo_result result = PMO_OK;
	if (map->kind != YDOC_MAP)
		return json_fault(run->intake, map, "%s: \"own\" is no map of fields", entry->id);
	for (const struct ydoc_node *i = map->first; i && result == PMO_OK; i = i->next)
		result = read_field(run, entry, record, i);
	return result;
}

static enum pmo_result read_unknown(struct json_run *run, const struct json_entry *entry,
				    struct json_record *record, const struct ydoc_node *map)
{
	if (map->kind != YDOC_MAP)
		return json_fault(run->intake, map, "%s: \"unknown\" is no map", entry->id);
	for (const struct ydoc_node *i = map->first; i; i = i->next) {
		int index = pmo_schema_field(entry->schema, i->key);
		const struct pmo_field *field = index < 0 ? NULL : entry->schema->fields[index];
		if (field && !field->derive && strcmp(field->name, i->key) == 0)
			return json_fault(run->intake, i, "%s: '%s' is a field of a %s", entry->id,
					  i->key, entry->schema->table->name);
	}
	record->unknown = json_raw(map, run->intake->arena);
	return record->unknown ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result read_bad(struct json_run *run, const struct json_entry *entry,
				struct json_record *record, const struct ydoc_node *bad)
{
	struct pmo_arena *arena = run->intake->arena;
	if (bad->kind != YDOC_MAP) {
		if (entry->node->count > 1)
			return json_fault(run->intake, bad, "%s: \"bad\" is no map of fields",
					  entry->id);
		record->instead = json_raw(bad, arena);
		return record->instead ? PMO_OK : PMO_NO_MEMORY;
	}
	for (const struct ydoc_node *i = bad->first; i; i = i->next) {
		int index = field_of(run, entry, i);
		if (index < 0)
			return PMO_INVALID;
		if (record->fields[index].written)
			return json_fault(run->intake, i, "%s: '%s' is there twice", entry->id,
					  i->key);
		record->fields[index].written = json_raw(i, arena);
		if (!record->fields[index].written)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

enum pmo_result json_record_read(struct json_run *run, const struct json_entry *entry,
				 struct json_record *record)
{
	enum pmo_result result = PMO_OK;
	*record = (struct json_record){ 0 };
	record->fields = pmo_arena_array(run->intake->arena, entry->schema->field_count + 1,
					 sizeof(*record->fields));
	if (!record->fields)
		return PMO_NO_MEMORY;
	if (entry->node->kind != YDOC_MAP)
		return json_fault(run->intake, entry->node, "%s: expected a map of fields",
				  entry->id);
	for (const struct ydoc_node *i = entry->node->first; i && result == PMO_OK; i = i->next) {
		if (strcmp(i->key, "own") == 0)
			result = read_own(run, entry, record, i);
		else if (strcmp(i->key, "unknown") == 0)
			result = read_unknown(run, entry, record, i);
		else if (strcmp(i->key, "bad") == 0)
			result = read_bad(run, entry, record, i);
		else
			result = read_field(run, entry, record, i);
	}
	return result;
}

struct ydoc_value *json_record_whole(const struct json_record *record,
				     const struct pmo_schema *schema, struct pmo_arena *arena)
{
	if (record->instead)
		return record->instead;
	struct ydoc_value *map = ydoc_value_map(arena);
	for (size_t i = 0; map && i < schema->field_count; i++) {
		struct ydoc_value *value = record->fields[i].written;
		if (value && ydoc_value_add(map, schema->fields[i]->name, value) != PMO_OK)
			return NULL;
	}
	struct ydoc_value *next, *key = record->unknown ? record->unknown->first : NULL;
	for (; map && key; key = next) {
		next = key->next;
		if (ydoc_value_add(map, key->key, key) != PMO_OK)
			return NULL;
	}
	return map;
}

/* Reads it again; the text outlives nobody, so the nodes do not either. */
static enum pmo_result prove(const char *key, const struct ydoc_value *value,
			     const struct pmo_source *source)
{
	struct pmo_arena arena;
	struct pmo_diags unheard;
	struct ydoc doc;
	pmo_arena_init(&arena);
	pmo_diags_init(&unheard, &arena);
	enum pmo_result result = ydoc_read(&doc, &arena, source, &unheard);
	const struct ydoc_node *node = result == PMO_OK && key ? ydoc_get(doc.root, key) : doc.root;
	if (result != PMO_NO_MEMORY)
		result = result == PMO_OK && !unheard.count[PMO_ERROR] &&
					 ydoc_value_equals(value, node)
				 ? PMO_OK
				 : PMO_UNSUPPORTED;
	pmo_arena_release(&arena);
	return result;
}

enum pmo_result json_write(const char *key, const struct ydoc_value *value, struct pmo_arena *arena,
			   struct pmo_buffer *out)
{
	size_t start = out->length;
	const struct ydoc_value *written = value;
	bool is_bare = !key && value->kind != YDOC_MAP;
	struct ydoc_value entry = *value;
	if (key || is_bare) {
		struct ydoc_value *map = ydoc_value_map(arena);
		if (ydoc_value_add(map, key ? key : "x", &entry) != PMO_OK)
			return PMO_NO_MEMORY;
		written = map;
	}
	enum pmo_result result = ydoc_write_map(written, "\n", out);
	if (result == PMO_OK && is_bare) {
		/* What stands behind the key can stand by itself. */
		memmove(out->data + start, out->data + start + 2, out->length - start - 1);
		pmo_buffer_truncate(out, out->length - 2);
	}
	struct pmo_source source = { "", out->data + start, out->length - start, 0 };
	return result == PMO_OK ? prove(key, value, &source) : result;
}
