/*
 * The other records that an expression asks for: of the project of the record at hand, of
 * the workspace, or, for a record of the workspace, of the project that is meant or of all.
 */
#include "store/those.h"

#include "store/workspace.h"

#include <pmo/text.h>

#include <string.h>

static enum pmo_result add_naming(struct pmo_arena *arena, struct shelf_index *index,
				  const struct pmo_value *value, const struct pmo_record *record)
{
	if (value->presence != PMO_PRESENT)
		return PMO_OK;
	if (value->is_list) {
		enum pmo_result result = PMO_OK;
		for (uint32_t i = 0; i < value->count && result == PMO_OK; i++)
			result = add_naming(arena, index, &value->as.items[i], record);
		return result;
	}
	const char *key = pmo_text_fold(arena, value->as.text, false);
	struct shelf_named *named = key ? map_get(&index->records, key) : NULL;
	if (key && !named) {
		named = pmo_arena_alloc(arena, sizeof(*named));
		if (!named || map_put(&index->records, key, named) != PMO_OK)
			return PMO_NO_MEMORY;
	}
	if (!named)
		return PMO_NO_MEMORY;
	if (named->count && named->records[named->count - 1] == record)
		return PMO_OK; /* a list that names it twice */
	void *grown = pmo_arena_grow(arena, named->records, named->count, &named->capacity,
				     sizeof(*named->records));
	if (!grown)
		return PMO_NO_MEMORY;
	named->records = grown;
	named->records[named->count++] = record;
	return PMO_OK;
}

static enum pmo_result make_index(struct pmo_arena *arena, struct shelf_set *set, int field,
				  struct shelf_index **out)
{
	struct shelf_index *index = pmo_arena_alloc(arena, sizeof(*index));
	enum pmo_result result = index ? PMO_OK : PMO_NO_MEMORY;
	if (!index)
		return result;
	index->field = set->schema->fields[field];
	map_init(&index->records, arena);
	for (size_t i = 0; i < set->count && result == PMO_OK; i++) {
		struct pmo_value value = pmo_record_get(&set->records[i], field);
		result = add_naming(arena, index, &value, &set->records[i]);
	}
	index->next = set->indexes;
	set->indexes = index;
	*out = index;
	return result;
}

enum pmo_result shelf_naming(struct pmo_workspace *workspace, struct shelf_set *set,
			     const struct pmo_those *what, const struct shelf_named **named)
{
	int field = pmo_schema_field(set->schema, what->field);
	struct shelf_index *index = set->indexes;
	enum pmo_result result = PMO_OK;
	const char *key = pmo_text_fold(&workspace->arena, what->id, false);
	*named = NULL;
	if (!key)
		return PMO_NO_MEMORY;
	if (field < 0)
		return PMO_OK;
	while (index && index->field != set->schema->fields[field])
		index = index->next;
	if (!index)
		result = make_index(&workspace->arena, set, field, &index);
	if (result == PMO_OK)
		*named = map_get(&index->records, key);
	return result;
}

/* Records as they come together from one shelf or several. */
struct gathering {
	struct pmo_workspace *workspace;
	const struct pmo_schema *schema;
	const struct pmo_those *what;
	const struct pmo_record **records;
	size_t count, capacity;
	bool failed;
};

static void gather(struct gathering *gathering, const struct pmo_record *record)
{
	void *grown =
		pmo_arena_grow(&gathering->workspace->arena, gathering->records, gathering->count,
			       &gathering->capacity, sizeof(*gathering->records));
	gathering->failed |= !grown;
	if (!grown)
		return;
	gathering->records = grown;
	gathering->records[gathering->count++] = record;
}

static struct shelf_set *open_set(struct gathering *gathering, const struct pmo_project *project)
{
	struct shelf *shelf;
	enum pmo_result result =
		shelf_open(gathering->workspace, project, gathering->schema, &shelf);
	if (result == PMO_OK)
		result = shelf_load(gathering->workspace, shelf);
	gathering->failed |= result == PMO_NO_MEMORY;
	return result == PMO_OK ? shelf_set_of(shelf, gathering->schema) : NULL;
}

static void gather_from(struct gathering *gathering, const struct pmo_project *project)
{
	struct shelf_set *set = open_set(gathering, project);
	const struct shelf_named *named = NULL;
	if (!set)
		return;
	if (gathering->what->field) {
		gathering->failed |=
			shelf_naming(gathering->workspace, set, gathering->what, &named) != PMO_OK;
		for (size_t i = 0; named && i < named->count; i++)
			gather(gathering, named->records[i]);
		return;
	}
	for (size_t i = 0; i < set->count; i++)
		gather(gathering, &set->records[i]);
}

static const struct pmo_schema *find_schema(struct pmo_workspace *workspace, const char *name)
{
	for (size_t i = 0; i < workspace->table_count; i++)
		if (strcmp(workspace->tables[i]->name, name) == 0)
			return workspace_schema_at(workspace, i);
	return NULL;
}

size_t those_in(struct pmo_workspace *workspace, const struct pmo_record *from,
		const struct pmo_those *what, const struct pmo_record *const **records)
{
	struct gathering gathering = { .workspace = workspace, .what = what };
	const struct pmo_project *project =
		from && from->project ? from->project : workspace->project;
	gathering.schema = find_schema(workspace, what->register_name);
	*records = NULL;
	if (!gathering.schema)
		return 0;
	if (project || gathering.schema->table->scope == PMO_SCOPE_WORKSPACE) {
		gather_from(&gathering, project);
	} else {
		for (size_t i = 0; i < workspace->project_count; i++)
			gather_from(&gathering, workspace->projects[i]);
	}
	workspace->exhausted |= gathering.failed;
	*records = gathering.records;
	return gathering.failed ? 0 : gathering.count;
}
