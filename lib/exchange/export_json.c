/*
 * The whole workspace into a sink, record by record. A record's keys are looked up one by
 * one and then told in the order of the schema, so a record costs what it holds, not what
 * its register could hold.
 */
#include <pmo/exchange.h>

#include "store/workspace.h"

#include <stdlib.h>
#include <string.h>

enum part { STORED, OWN, BAD, PART_COUNT };

struct slot {
	const struct ydoc_node *node;
	struct pmo_value value;
	enum part part;
	bool has_rival; /* another key of this field, which does not count */
};

struct export
{
	struct pmo_workspace *workspace;
	struct pmo_sink *sink;
	struct pmo_arena scratch;
	const struct pmo_register **tables; /* by name */
	size_t table_count;
	size_t records;
	bool exhausted;
	/* Of the register in hand. */
	const struct pmo_schema *schema;
	struct slot *slots;               /* by field */
	const struct ydoc_node **unknown; /* of the record in hand */
	size_t unknown_count, unknown_capacity;
};

/* As written. What stands in a list in a list is told as text, as it is written again. */
static void sink_node(const struct ydoc_node *node, bool is_nested, struct pmo_sink *sink)
{
	if (node->kind == YDOC_SCALAR) {
		pmo_sink_string(sink, ydoc_is_empty(node) && !is_nested ? NULL : node->text);
		return;
	}
	if (node->kind == YDOC_MAP)
		pmo_sink_begin_map(sink);
	else
		pmo_sink_begin_list(sink);
	for (const struct ydoc_node *i = node->first; i; i = i->next) {
		bool nested = node->kind == YDOC_LIST && i->kind == YDOC_LIST;
		if (node->kind == YDOC_MAP && i->duplicate)
			continue;
		if (node->kind == YDOC_MAP)
			pmo_sink_key(sink, i->key);
		sink_node(i, is_nested || nested, sink);
	}
	pmo_sink_end(sink);
}

/* Whether a key of a structure is read: by its name, or a former one that stands alone. */
static bool is_member(const struct pmo_field *field, const struct ydoc_node *node)
{
	for (const struct pmo_field *member = field->members; member->name; member++)
		if (strcmp(member->name, node->key) == 0 ||
		    (pmo_word_is_in(member->was, node->key) &&
		     !ydoc_get(node->parent, member->name)))
			return true;
	return false;
}

/* Whether something in it cannot be read, or has a name that nobody knows. */
static bool is_odd(const struct pmo_field *field, const struct pmo_value *value)
{
	if (value->presence != PMO_PRESENT)
		return value->presence == PMO_BAD;
	if (!value->is_list && field->kind != PMO_STRUCT)
		return false;
	for (uint32_t i = 0; i < value->count; i++) {
		const struct pmo_field *of = value->is_list ? field : &field->members[i];
		if (is_odd(of, &value->as.items[i]))
			return true;
	}
	if (value->is_list || value->node->kind != YDOC_MAP)
		return false;
	for (const struct ydoc_node *i = value->node->first; i; i = i->next)
		if (!is_member(field, i))
			return true;
	return false;
}

/* Of two keys of one field the current name counts, else the first; the other is unknown. */
static void take_key(struct export *export, const struct ydoc_node *node)
{
	int index = pmo_schema_field(export->schema, node->key);
	const struct pmo_field *field = index < 0 ? NULL : export->schema->fields[index];
	bool is_current = field && strcmp(field->name, node->key) == 0;
	const struct ydoc_node *unknown = node;
	if (field && !field->derive && (is_current || pmo_word_is_in(field->was, node->key))) {
		struct slot *slot = &export->slots[index];
		unknown = slot->node;
		if (slot->node && !is_current)
			unknown = node;
		else
			slot->node = node;
		slot->has_rival |= unknown != NULL;
	}
	if (unknown)
		export->unknown[export->unknown_count++] = unknown;
}

/* Fields of pmo.yaml, and one with the name of a part: a register of pmo.yaml may have that. */
static bool is_own(const struct pmo_field *field)
{
	return field->flags & PMO_OWN || pmo_word_is_in("own|unknown|bad", field->name);
}

static void read_slots(struct export *export, const struct pmo_record *record)
{
	struct pmo_value_context context = { .arena = &export->scratch,
					     .doc = record->doc,
					     .minutes_per_day = record->world->minutes_per_day,
					     .exhausted = &export->exhausted };
	for (size_t i = 0; i < export->schema->field_count; i++) {
		const struct pmo_field *field = export->schema->fields[i];
		struct slot *slot = &export->slots[i];
		if (!slot->node)
			continue;
		slot->value = value_read(field, slot->node, &context);
		slot->part = is_own(field) ? OWN : STORED;
		if (is_odd(field, &slot->value))
			slot->part = BAD;
		/* Nothing is something where it keeps a former name from counting. */
		if (slot->value.presence == PMO_ABSENT && slot->has_rival)
			slot->part = BAD;
		else if (slot->value.presence == PMO_ABSENT)
			slot->node = NULL;
	}
}

/* The fields of a part; apart from the stored ones they stand under a key of their own. */
static void sink_part(struct export *export, enum part part)
{
	static const char *const keys[PART_COUNT] = { NULL, "own", "bad" };
	bool begun = !keys[part];
	for (size_t i = 0; i < export->schema->field_count; i++) {
		const struct slot *slot = &export->slots[i];
		if (!slot->node || slot->part != part)
			continue;
		if (!begun) {
			pmo_sink_key(export->sink, keys[part]);
			pmo_sink_begin_map(export->sink);
			begun = true;
		}
		pmo_sink_key(export->sink, export->schema->fields[i]->name);
		if (part == BAD)
			sink_node(slot->node, false, export->sink);
		else
			pmo_value_sink(export->schema->fields[i], &slot->value, export->sink);
	}
	if (keys[part] && begun)
		pmo_sink_end(export->sink);
}

static int compare_keys(const void *a, const void *b)
{
	const struct ydoc_node *const *first = a, *const *second = b;
	return strcmp((*first)->key, (*second)->key);
}

static void sink_unknown(struct export *export)
{
	if (!export->unknown_count)
		return;
	qsort(export->unknown, export->unknown_count, sizeof(*export->unknown), compare_keys);
	pmo_sink_key(export->sink, "unknown");
	pmo_sink_begin_map(export->sink);
	for (size_t i = 0; i < export->unknown_count; i++) {
		pmo_sink_key(export->sink, export->unknown[i]->key);
		sink_node(export->unknown[i], false, export->sink);
	}
	pmo_sink_end(export->sink);
}

static enum pmo_result take_keys(struct export *export, const struct ydoc_node *map)
{
	struct pmo_arena *arena = &export->workspace->arena;
	if (map->count > export->unknown_capacity) {
		export->unknown = pmo_arena_array(arena, map->count, sizeof(*export->unknown));
		export->unknown_capacity = export->unknown ? map->count : 0;
		if (!export->unknown)
			return PMO_NO_MEMORY;
	}
	for (const struct ydoc_node *node = map->first; node; node = node->next)
		if (!node->duplicate)
			take_key(export, node);
	return PMO_OK;
}

static enum pmo_result export_record(struct export *export, const struct pmo_record *record)
{
	struct pmo_arena_mark mark = pmo_arena_mark(&export->scratch);
	const struct ydoc_node *node = record->node;
	export->records++;
	export->unknown_count = 0;
	memset(export->slots, 0, export->schema->field_count * sizeof(*export->slots));
	pmo_sink_begin_map(export->sink);
	if (node && node->kind == YDOC_MAP) {
		enum pmo_result result = take_keys(export, node);
		if (result != PMO_OK)
			return result;
		read_slots(export, record);
		sink_part(export, STORED);
		sink_part(export, OWN);
		sink_unknown(export);
		sink_part(export, BAD);
	} else if (!ydoc_is_empty(node)) {
		pmo_sink_key(export->sink, "bad");
		sink_node(node, false, export->sink);
	}
	pmo_sink_end(export->sink);
	pmo_arena_rewind(&export->scratch, mark);
	return export->exhausted ? PMO_NO_MEMORY : PMO_OK;
}

/* RSK-2 before RSK-10; of one id the one that stands first in its file. */
static int compare_records(const void *a, const void *b)
{
	const struct pmo_record *first = *(const struct pmo_record *const *)a;
	const struct pmo_record *second = *(const struct pmo_record *const *)b;
	struct pmo_value x = { .presence = PMO_PRESENT, .kind = PMO_REF };
	struct pmo_value y = x;
	x.as.text = first->id;
	y.as.text = second->id;
	int order = pmo_value_compare(&x, &y);
	if (!order)
		order = strcmp(first->id, second->id);
	return order ? order : (first > second) - (first < second);
}

struct shelf_list {
	const struct pmo_record **items;
	size_t count;
};

/* The readable records of a register, sorted. */
static enum pmo_result sorted(struct export *export, const struct pmo_project *project,
			      const struct pmo_schema *schema, struct shelf_list *list)
{
	struct pmo_records records;
	enum pmo_result result =
		pmo_workspace_records(export->workspace, project, schema, &records);
	*list = (struct shelf_list){ 0 };
	if (result != PMO_OK || !records.count)
		return result;
	list->items =
		pmo_arena_array(&export->workspace->arena, records.count, sizeof(*list->items));
	if (!list->items)
		return PMO_NO_MEMORY;
	bool is_sorted = true;
	for (size_t i = 0; i < records.count; i++) {
		if (records.items[i].unreadable)
			continue;
		list->items[list->count++] = &records.items[i];
		is_sorted = is_sorted &&
			    (list->count < 2 || compare_records(&list->items[list->count - 2],
								&list->items[list->count - 1]) < 0);
	}
	if (!is_sorted)
		qsort(list->items, list->count, sizeof(*list->items), compare_records);
	return PMO_OK;
}

static enum pmo_result begin_register(struct export *export, const struct pmo_schema *schema)
{
	export->schema = schema;
	export->slots = pmo_arena_array(&export->workspace->arena, schema->field_count + 1,
					sizeof(*export->slots));
	return export->slots ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result export_list(struct export *export, const struct shelf_list *list)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < list->count && result == PMO_OK;) {
		size_t end = i + 1;
		while (end < list->count && strcmp(list->items[end]->id, list->items[i]->id) == 0)
			end++;
		bool twice = end - i > 1;
		pmo_sink_key(export->sink, list->items[i]->id);
		if (twice)
			pmo_sink_begin_list(export->sink);
		for (; i < end && result == PMO_OK; i++)
			result = export_record(export, list->items[i]);
		if (twice)
			pmo_sink_end(export->sink);
	}
	return result;
}

static enum pmo_result export_register(struct export *export, const struct pmo_project *project,
				       const struct pmo_register *table)
{
	struct shelf_list list;
	const struct pmo_schema *schema = pmo_workspace_schema(export->workspace, table->name);
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result = sorted(export, project, schema, &list);
	if (result != PMO_OK || !list.count)
		return result;
	result = begin_register(export, schema);
	if (result != PMO_OK)
		return result;
	pmo_sink_key(export->sink, table->name);
	if (table->layout == PMO_LAYOUT_SINGLE)
		return export_record(export, list.items[0]);
	pmo_sink_begin_map(export->sink);
	result = export_list(export, &list);
	pmo_sink_end(export->sink);
	return result;
}

/* The charter comes first, whatever it is called. */
static enum pmo_result export_registers(struct export *export, const struct pmo_project *project)
{
	enum pmo_scope scope = project ? PMO_SCOPE_PROJECT : PMO_SCOPE_WORKSPACE;
	enum pmo_result result = PMO_OK;
	pmo_sink_begin_map(export->sink);
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < export->table_count && result == PMO_OK; i++) {
			const struct pmo_register *table = export->tables[i];
			bool is_first = table->layout == PMO_LAYOUT_SINGLE;
			if (table->scope == scope && is_first == !pass)
				result = export_register(export, project, table);
		}
	pmo_sink_end(export->sink);
	return result;
}

static enum pmo_result export_config(struct export *export)
{
	struct pmo_diags unheard; /* it was told when the workspace was opened */
	struct tree_file file;
	struct ydoc doc = { .root = NULL };
	pmo_diags_init(&unheard, &export->workspace->arena);
	enum pmo_result result = tree_read(&export->workspace->tree, "pmo.yaml", YDOC_BYTES, &file);
	if (result == PMO_OK) {
		struct pmo_source source = { "pmo.yaml", file.bytes, file.length, 0 };
		result = ydoc_read(&doc, &export->workspace->arena, &source, &unheard);
	}
	if (result == PMO_NO_MEMORY || result == PMO_IO)
		return result;
	pmo_sink_key(export->sink, "workspace");
	if (doc.root && doc.root->kind == YDOC_MAP) {
		sink_node(doc.root, false, export->sink);
	} else {
		pmo_sink_begin_map(export->sink);
		pmo_sink_end(export->sink);
	}
	return PMO_OK;
}

static const char *place_of(const struct pmo_register *table)
{
	return table->place ? table->place : table->plural;
}

static int compare_places(const void *a, const void *b)
{
	const struct pmo_record *first = *(const struct pmo_record *const *)a;
	const struct pmo_record *second = *(const struct pmo_record *const *)b;
	uint32_t x = first->node->key_start, y = second->node->key_start;
	return (x > y) - (x < y);
}

/* All records of a place, one register after the other. */
static enum pmo_result gather(struct export *export, const struct pmo_project *project,
			      const struct pmo_register *of, struct shelf_list *all)
{
	size_t capacity = 0;
	enum pmo_result result = PMO_OK;
	*all = (struct shelf_list){ 0 };
	for (size_t i = 0; i < export->table_count && result == PMO_OK; i++) {
		const struct pmo_register *table = export->tables[i];
		struct shelf_list list = { 0 };
		if (table->scope != of->scope || strcmp(place_of(table), place_of(of)) != 0)
			continue;
		const struct pmo_schema *schema =
			pmo_workspace_schema(export->workspace, table->name);
		result = schema ? sorted(export, project, schema, &list) : PMO_NO_MEMORY;
		for (size_t r = 0; r < list.count; r++) {
			void *grown = pmo_arena_grow(&export->workspace->arena, all->items,
						     all->count, &capacity, sizeof(*all->items));
			if (!grown)
				return PMO_NO_MEMORY;
			all->items = grown;
			all->items[all->count++] = list.items[r];
		}
	}
	return result;
}

/* The order in the file, where it says something that the ids do not. */
static enum pmo_result export_order(struct export *export, const struct pmo_project *project,
				    const struct pmo_register *table, bool *begun)
{
	struct shelf *shelf = NULL;
	struct shelf_list all;
	bool differs = false;
	const struct pmo_schema *schema = pmo_workspace_schema(export->workspace, table->name);
	enum pmo_result result =
		schema ? shelf_open(export->workspace, project, schema, &shelf) : PMO_NO_MEMORY;
	if (result != PMO_OK || shelf->layout != PMO_LAYOUT_FILE)
		return result;
	result = gather(export, project, table, &all);
	for (size_t i = 1; result == PMO_OK && i < all.count; i++)
		differs |= compare_places(&all.items[i - 1], &all.items[i]) > 0;
	if (result != PMO_OK || !differs)
		return result;
	qsort(all.items, all.count, sizeof(*all.items), compare_places);
	char *key = pmo_arena_format(&export->workspace->arena, "%s%s%s",
				     project ? project->handle : "", project ? "/" : "",
				     place_of(table));
	if (!key)
		return PMO_NO_MEMORY;
	if (!*begun) {
		pmo_sink_key(export->sink, "order");
		pmo_sink_begin_map(export->sink);
		*begun = true;
	}
	pmo_sink_key(export->sink, key);
	pmo_sink_begin_list(export->sink);
	for (size_t i = 0; i < all.count; i++)
		pmo_sink_string(export->sink, all.items[i]->id);
	pmo_sink_end(export->sink);
	return PMO_OK;
}

/* A place is told once, for the first of its registers without an order of their own. */
static bool is_ordered(const struct export *export, size_t index)
{
	const struct pmo_register *table = export->tables[index];
	if (table->sort || table->layout == PMO_LAYOUT_SINGLE)
		return false;
	for (size_t i = 0; i < index; i++)
		if (!export->tables[i]->sort && export->tables[i]->scope == table->scope &&
		    strcmp(place_of(export->tables[i]), place_of(table)) == 0)
			return false;
	return true;
}

static enum pmo_result export_orders(struct export *export)
{
	const struct pmo_workspace *workspace = export->workspace;
	enum pmo_result result = PMO_OK;
	bool begun = false;
	for (size_t p = 0; p <= workspace->project_count && result == PMO_OK; p++) {
		const struct pmo_project *project = p ? workspace->projects[p - 1] : NULL;
		enum pmo_scope scope = project ? PMO_SCOPE_PROJECT : PMO_SCOPE_WORKSPACE;
		for (size_t i = 0; i < export->table_count && result == PMO_OK; i++)
			if (export->tables[i]->scope == scope && is_ordered(export, i))
				result = export_order(export, project, export->tables[i], &begun);
	}
	if (begun)
		pmo_sink_end(export->sink);
	return result;
}

static int compare_tables(const void *a, const void *b)
{
	const struct pmo_register *const *first = a, *const *second = b;
	return strcmp((*first)->name, (*second)->name);
}

static enum pmo_result sort_tables(struct export *export)
{
	struct pmo_workspace *workspace = export->workspace;
	export->table_count = workspace->table_count;
	export->tables = pmo_arena_array(&workspace->arena, workspace->table_count + 1,
					 sizeof(*export->tables));
	if (!export->tables)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < export->table_count; i++)
		export->tables[i] = workspace->tables[i];
	qsort(export->tables, export->table_count, sizeof(*export->tables), compare_tables);
	return PMO_OK;
}

static void export_head(struct pmo_sink *sink)
{
	pmo_sink_key(sink, "pmo");
	pmo_sink_begin_map(sink);
	pmo_sink_key(sink, "format");
	pmo_sink_integer(sink, PMO_CONFIG_FORMAT);
	pmo_sink_key(sink, "export");
	pmo_sink_integer(sink, PMO_EXPORT_VERSION);
	pmo_sink_end(sink);
}

static enum pmo_result export_all(struct export *export)
{
	const struct pmo_workspace *workspace = export->workspace;
	pmo_sink_begin_map(export->sink);
	export_head(export->sink);
	enum pmo_result result = sort_tables(export);
	if (result == PMO_OK)
		result = export_config(export);
	pmo_sink_key(export->sink, "registers");
	if (result == PMO_OK)
		result = export_registers(export, NULL);
	pmo_sink_key(export->sink, "projects");
	pmo_sink_begin_map(export->sink);
	for (size_t i = 0; i < workspace->project_count && result == PMO_OK; i++) {
		pmo_sink_key(export->sink, workspace->projects[i]->handle);
		result = export_registers(export, workspace->projects[i]);
	}
	pmo_sink_end(export->sink);
	if (result == PMO_OK)
		result = export_orders(export);
	pmo_sink_end(export->sink);
	return result;
}

enum pmo_result pmo_export_json(struct pmo_workspace *workspace, struct pmo_buffer *out,
				size_t *records)
{
	struct pmo_sink sink;
	struct export export = { .workspace = workspace, .sink = &sink };
	pmo_sink_init(&sink, out, PMO_SINK_JSON);
	pmo_arena_init(&export.scratch);
	enum pmo_result result = export_all(&export);
	pmo_arena_release(&export.scratch);
	*records = export.records;
	if (result != PMO_OK)
		return result;
	result = pmo_sink_finish(&sink);
	if (result != PMO_INVALID)
		return result;
	pmo_diag_add(workspace->diags, PMO_ERROR, "export-depth", NULL,
		     "a value is nested too deeply for an export");
	return PMO_UNSUPPORTED;
}
