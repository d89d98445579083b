/*
 * The document as a whole: its head, its registers and projects, and whether the names in it
 * are such that files may be called so.
 */
#include "exchange/import_json.h"

#include "base/map.h"
#include "store/ids.h"

#include <pmo/text.h>

#include <string.h>

static bool is_version(const struct ydoc_node *head, const char *key, const char *known)
{
	const struct ydoc_node *node = ydoc_get(head, key);
	return node && node->kind == YDOC_SCALAR && strcmp(node->text, known) == 0;
}

static enum pmo_result check_head(const struct pmo_intake *intake)
{
	const struct ydoc_node *head = ydoc_get(intake->root, "pmo");
	if (!head || head->kind != YDOC_MAP) {
		enum pmo_result result =
			json_fault(intake, intake->root, "is no export of a workspace");
		pmo_diag_hint(intake->diags,
			      "it begins with {\"pmo\": {\"format\": 1, \"export\": 1}; lists of "
			      "other programs are imported as .csv");
		return result;
	}
	if (is_version(head, "format", "1") && is_version(head, "export", "1"))
		return PMO_OK;
	return json_fault(intake, head, "was written by another version of pmo");
}

enum pmo_result pmo_intake_open(struct pmo_intake *intake)
{
	static const char *const maps[] = { "pmo", "workspace", "registers", "projects", "order" };
	enum pmo_result result =
		json_read(intake->arena, intake->source, &intake->root, intake->diags);
	if (result == PMO_OK)
		result = check_head(intake);
	const struct ydoc_node *node = result == PMO_OK ? intake->root->first : NULL;
	for (; node && result == PMO_OK; node = node->next) {
		bool known = false;
		for (size_t i = 0; i < sizeof(maps) / sizeof(maps[0]); i++)
			known |= strcmp(node->key, maps[i]) == 0;
		if (!known)
			result = json_fault(intake, node, "'%.60s' is no part of an export",
					    node->key);
		else if (node->kind != YDOC_MAP)
			result = json_fault(intake, node, "'%s' is no map", node->key);
	}
	return result;
}

static bool is_id_of(const struct pmo_register *table, const char *id)
{
	size_t length = strlen(table->prefix);
	if (table->handles)
		return handle_is_valid(id);
	return strncmp(id, table->prefix, length) == 0 && id[length] == '-' && id_is_canonical(id);
}

static enum pmo_result begin_count(struct json_run *run, const char *project, const char *name)
{
	struct pmo_intake *intake = run->intake;
	struct pmo_intake_count *counts = pmo_arena_grow(
		intake->arena, intake->counts, intake->count, &intake->capacity, sizeof(*counts));
	if (!counts)
		return PMO_NO_MEMORY;
	intake->counts = counts;
	run->count = &counts[intake->count++];
	*run->count = (struct pmo_intake_count){ .project = project, .name = name };
	return PMO_OK;
}

static enum pmo_result walk_id(struct json_run *run, struct json_entry *entry,
			       const struct ydoc_node *node)
{
	enum pmo_result result = PMO_OK;
	entry->id = node->key;
	entry->node = node;
	entry->is_twice = node->kind == YDOC_LIST;
	if (!is_id_of(entry->schema->table, node->key))
		return json_fault(run->intake, node, "'%.60s' cannot be the id of a %s", node->key,
				  entry->schema->table->name);
	if (!entry->is_twice)
		return run->take(run, entry);
	for (entry->node = node->first; entry->node && result == PMO_OK;
	     entry->node = entry->node->next)
		result = run->take(run, entry);
	return result;
}

static enum pmo_result walk_register(struct json_run *run, const char *project,
				     const struct ydoc_node *map)
{
	struct json_entry entry = { .project = project, .schema = run->find(run, map->key) };
	enum pmo_scope scope = project ? PMO_SCOPE_PROJECT : PMO_SCOPE_WORKSPACE;
	if (!entry.schema || strcmp(entry.schema->table->name, map->key) != 0)
		return json_fault(run->intake, map, "there is no register '%.60s'", map->key);
	if (entry.schema->table->scope != scope)
		return json_fault(run->intake, map, "a %s does not belong to %s", map->key,
				  project ? "a project" : "the workspace");
	enum pmo_result result = begin_count(run, project, entry.schema->table->name);
	if (result != PMO_OK)
		return result;
	if (entry.schema->table->layout == PMO_LAYOUT_SINGLE) {
		entry.id = project ? project : map->key;
		entry.node = map;
		return run->take(run, &entry);
	}
	if (map->kind != YDOC_MAP)
		return json_fault(run->intake, map, "'%s' is no map of records", map->key);
	for (const struct ydoc_node *i = map->first; i && result == PMO_OK; i = i->next)
		result = walk_id(run, &entry, i);
	return result;
}

static enum pmo_result walk_project(struct json_run *run, struct map *seen,
				    const struct ydoc_node *map)
{
	char folded[HANDLE_MAX + 1];
	enum pmo_result result = PMO_OK;
	if (!handle_is_valid(map->key) || !handle_fold(map->key, folded))
		return json_fault(run->intake, map, "'%.60s' cannot be a project's handle",
				  map->key);
	if (map_get(seen, folded))
		return json_fault(run->intake, map,
				  "two projects are called '%s', but for the capitals", map->key);
	char *key = pmo_arena_string(run->intake->arena, folded);
	if (!key || map_put(seen, key, run) != PMO_OK)
		return PMO_NO_MEMORY;
	if (map->kind != YDOC_MAP || !ydoc_get(map, "project"))
		return json_fault(run->intake, map, "the project '%s' has no charter", map->key);
	for (const struct ydoc_node *i = map->first; i && result == PMO_OK; i = i->next)
		result = walk_register(run, map->key, i);
	return result;
}

enum pmo_result json_walk(struct json_run *run)
{
	const struct ydoc_node *registers = ydoc_get(run->intake->root, "registers");
	const struct ydoc_node *projects = ydoc_get(run->intake->root, "projects");
	enum pmo_result result = PMO_OK;
	struct map seen;
	map_init(&seen, run->intake->arena);
	run->intake->count = 0;
	run->doc = pmo_arena_alloc(run->intake->arena, sizeof(*run->doc));
	if (!run->doc)
		return PMO_NO_MEMORY;
	run->doc->source = *run->intake->source;
	const struct ydoc_node *node = registers ? registers->first : NULL;
	for (; node && result == PMO_OK; node = node->next)
		result = walk_register(run, NULL, node);
	node = projects ? projects->first : NULL;
	for (; node && result == PMO_OK; node = node->next)
		result = walk_project(run, &seen, node);
	return result;
}
