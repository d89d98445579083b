/*
 * Reading shelves: which file or folder it is, which records are there, one or all. What
 * cannot be read is told once, and the rest is there.
 */
#include "store/shelf.h"

#include "store/ahead.h"
#include "store/ids.h"
#include "store/workspace.h"

#include <pmo/text.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const char *place_of(const struct pmo_schema *schema)
{
	return schema->table->place ? schema->table->place : schema->table->plural;
}

bool shelf_has_entries(struct pmo_workspace *workspace, const char *folder)
{
	struct tree_names names;
	return tree_exists(&workspace->tree, folder) &&
	       (tree_list(&workspace->tree, folder, &names) != PMO_OK || names.count);
}

static enum pmo_result look_up_layout(struct pmo_workspace *workspace, struct shelf *shelf,
				      enum pmo_layout wanted)
{
	const char *folder = workspace_path(workspace, shelf->project, shelf->name, "");
	const char *file = workspace_path(workspace, shelf->project, shelf->name, ".yaml");
	if (!folder || !file)
		return PMO_NO_MEMORY;
	shelf->layout = wanted;
	shelf->path = wanted == PMO_LAYOUT_FOLDER ? folder : file;
	if (wanted == PMO_LAYOUT_SINGLE) {
		shelf->is_there = tree_exists(&workspace->tree, file);
		return PMO_OK;
	}
	bool has_folder = tree_exists(&workspace->tree, folder);
	bool has_file = tree_exists(&workspace->tree, file);
	shelf->is_there = has_folder || has_file;
	if (has_folder && has_file && wanted == PMO_LAYOUT_FOLDER)
		has_folder = shelf_has_entries(workspace, folder);
	if (has_folder && has_file) {
		struct pmo_source *source = pmo_arena_alloc(&workspace->arena, sizeof(*source));
		if (!source)
			return PMO_NO_MEMORY;
		source->path = file;
		struct pmo_place place = { .source = source };
		pmo_diag_add(workspace->diags, PMO_ERROR, "layout-both", &place,
			     "there is a folder %s too; only the %s is read", folder,
			     wanted == PMO_LAYOUT_FOLDER ? "folder" : "file");
		pmo_diag_hint(workspace->diags, "move the records of one into the other");
		return PMO_OK;
	}
	if (has_folder || has_file) {
		shelf->layout = has_folder ? PMO_LAYOUT_FOLDER : PMO_LAYOUT_FILE;
		shelf->path = has_folder ? folder : file;
	}
	return PMO_OK;
}

/* Where a shelf stands among the others: hundreds of projects have some dozen each. */
static struct shelf **shelf_slot(struct pmo_workspace *workspace, const struct pmo_project *project,
				 const char *name)
{
	size_t hash = project ? ((uintptr_t)project >> 4) * 31 : 0;
	return &workspace->shelves[(hash + (unsigned char)*name) % WORKSPACE_SHELVES];
}

enum pmo_result shelf_open(struct pmo_workspace *workspace, const struct pmo_project *project,
			   const struct pmo_schema *schema, struct shelf **out)
{
	if (schema->table->scope == PMO_SCOPE_WORKSPACE)
		project = NULL;
	struct shelf **first = shelf_slot(workspace, project, place_of(schema));
	for (struct shelf *found = *first; found; found = found->next)
		if (found->project == project && strcmp(found->name, place_of(schema)) == 0) {
			*out = found;
			return PMO_OK;
		}
	struct shelf *shelf = pmo_arena_alloc(&workspace->arena, sizeof(*shelf));
	if (!shelf)
		return PMO_NO_MEMORY;
	shelf->project = project;
	shelf->name = place_of(schema);
	map_init(&shelf->alone, &workspace->arena);
	enum pmo_result result = look_up_layout(workspace, shelf, schema->table->layout);
	if (result != PMO_OK)
		return result;
	shelf->next = *first;
	*first = shelf;
	*out = shelf;
	return PMO_OK;
}

struct shelf_set *shelf_set_of(const struct shelf *shelf, const struct pmo_schema *schema)
{
	for (struct shelf_set *set = shelf->sets; set; set = set->next)
		if (set->schema == schema)
			return set;
	return NULL;
}

static struct shelf_set *need_set(struct pmo_workspace *workspace, struct shelf *shelf,
				  const struct pmo_schema *schema)
{
	struct shelf_set *set = shelf_set_of(shelf, schema);
	if (set)
		return set;
	set = pmo_arena_alloc(&workspace->arena, sizeof(*set));
	if (!set)
		return NULL;
	set->schema = schema;
	map_init(&set->ids, &workspace->arena);
	/* Nearly always all of them are of one register. */
	set->capacity = shelf->sets ? 0 : shelf->expected;
	set->records = pmo_arena_array(&workspace->arena, set->capacity, sizeof(*set->records));
	set->next = shelf->sets;
	shelf->sets = set;
	return set->records ? set : NULL;
}

static enum pmo_result add_record(struct pmo_workspace *workspace, struct shelf *shelf,
				  const struct pmo_record *record)
{
	struct shelf_set *set = need_set(workspace, shelf, record->schema);
	if (!set)
		return PMO_NO_MEMORY;
	void *grown = pmo_arena_grow(&workspace->arena, set->records, set->count, &set->capacity,
				     sizeof(*set->records));
	if (!grown)
		return PMO_NO_MEMORY;
	set->records = grown;
	set->records[set->count++] = *record;
	return PMO_OK;
}

static struct pmo_record new_record(struct pmo_workspace *workspace, const struct shelf *shelf,
				    const struct pmo_schema *schema)
{
	struct pmo_record record = { .schema = schema, .world = &workspace->world };
	record.project = shelf->project;
	return record;
}

static bool is_id_of(const struct pmo_schema *schema, const char *id)
{
	size_t length = strlen(schema->table->prefix);
	if (schema->table->handles)
		return handle_is_valid(id);
	return strncmp(id, schema->table->prefix, length) == 0 && id[length] == '-' &&
	       id_is_canonical(id);
}

/* The schema of an id among the registers that share the shelf. */
static const struct pmo_schema *schema_of_id(struct pmo_workspace *workspace, struct shelf *shelf,
					     const char *id)
{
	if (shelf->usual && is_id_of(shelf->usual, id))
		return shelf->usual;
	for (size_t i = 0; i < workspace->table_count; i++) {
		const struct pmo_register *table = workspace->tables[i];
		const char *place = table->place ? table->place : table->plural;
		if (strcmp(place, shelf->name) != 0 ||
		    (table->scope == PMO_SCOPE_WORKSPACE) != !shelf->project)
			continue;
		const struct pmo_schema *schema = workspace_schema_at(workspace, i);
		if (schema && is_id_of(schema, id)) {
			shelf->usual = schema;
			return schema;
		}
	}
	return NULL;
}

enum { SAMPLE_ENTRIES = 20 };

/* New lines look like those of the file; looking at all of it each time would take long. */
static enum pmo_result take_sample(struct shelf_file *file, struct pmo_arena *arena)
{
	const struct ydoc_node *root = file->doc.root;
	file->sample = &file->doc;
	if (!root || root->count <= SAMPLE_ENTRIES)
		return PMO_OK;
	struct ydoc *sample = pmo_arena_alloc(arena, sizeof(*sample));
	struct ydoc_node *nodes = pmo_arena_array(arena, SAMPLE_ENTRIES + 1, sizeof(*nodes));
	if (!sample || !nodes)
		return PMO_NO_MEMORY;
	*sample = file->doc;
	sample->root = &nodes[SAMPLE_ENTRIES];
	nodes[SAMPLE_ENTRIES] = *root;
	nodes[SAMPLE_ENTRIES].first = &nodes[0];
	nodes[SAMPLE_ENTRIES].count = SAMPLE_ENTRIES;
	const struct ydoc_node *node = root->first;
	for (size_t i = 0; i < SAMPLE_ENTRIES; i++, node = node->next) {
		nodes[i] = *node;
		nodes[i].next = i + 1 < SAMPLE_ENTRIES ? &nodes[i + 1] : NULL;
	}
	file->sample = sample;
	return PMO_OK;
}

static enum pmo_result read_file(struct pmo_workspace *workspace, struct shelf *shelf,
				 const char *path, bool entries, struct shelf_file **out)
{
	struct shelf_file *file = pmo_arena_alloc(&workspace->arena, sizeof(*file));
	if (!file)
		return PMO_NO_MEMORY;
	file->file.path = path;
	file->sample = &file->doc;
	file->doc.source.path = path; /* also when there is nothing more to say of it */
	enum pmo_result result = tree_read(&workspace->tree, path, YDOC_BYTES, &file->file);
	*out = file;
	if (result != PMO_OK)
		return result;
	struct pmo_source source = { path, file->file.bytes, file->file.length, 0 };
	if (shelf->is_sparing)
		return ydoc_read_sparingly(&file->doc, &workspace->arena, &workspace->bodies,
					   &source, workspace->diags);
	if (entries) {
		result =
			ydoc_read_entries(&file->doc, &workspace->arena, &source, workspace->diags);
		enum pmo_result sampled = take_sample(file, &workspace->arena);
		return sampled == PMO_OK ? result : sampled;
	}
	return ydoc_read_in(&shelf->room, &file->doc, &workspace->arena, &source, workspace->diags);
}

/* A record that is a file of its own. One that cannot be read is listed all the same. */
static enum pmo_result read_record(struct pmo_workspace *workspace, struct shelf *shelf,
				   const struct pmo_schema *schema, const char *id,
				   struct pmo_record *record)
{
	struct shelf_file *file;
	*record = new_record(workspace, shelf, schema);
	record->id = pmo_arena_string(&workspace->arena, id);
	record->path = shelf_record_path(shelf, id, &workspace->arena);
	if (!record->id || !record->path)
		return PMO_NO_MEMORY;
	enum pmo_result result = read_file(workspace, shelf, record->path, false, &file);
	if (result == PMO_NOT_FOUND || result == PMO_NO_MEMORY || result == PMO_IO)
		return result;
	record->unreadable = result != PMO_OK;
	record->doc = &file->doc;
	record->node = file->doc.root;
	return PMO_OK;
}

static enum pmo_result load_entry(struct pmo_workspace *workspace, struct shelf *shelf,
				  const struct ydoc_node *node)
{
	const struct pmo_schema *schema = schema_of_id(workspace, shelf, node->key);
	if (!schema) {
		struct pmo_place place = ydoc_key_place(&shelf->file->doc, node);
		pmo_diag_add(workspace->diags, PMO_WARNING, "id-unknown", &place,
			     "'%s' is no id of %s", node->key, shelf->name);
		pmo_diag_hint(workspace->diags,
			      "ids are a prefix, a dash and three digits or more");
		return PMO_OK;
	}
	struct pmo_record record = new_record(workspace, shelf, schema);
	record.id = node->key;
	record.doc = &shelf->file->doc;
	record.node = node;
	record.path = shelf->path;
	return add_record(workspace, shelf, &record);
}

static enum pmo_result load_file(struct pmo_workspace *workspace, struct shelf *shelf)
{
	enum pmo_result result = read_file(workspace, shelf, shelf->path, true, &shelf->file);
	if (result == PMO_NO_MEMORY || result == PMO_IO)
		return result;
	const struct ydoc_node *root = shelf->file->doc.root;
	if (root && root->kind != YDOC_MAP) {
		struct pmo_place place = ydoc_place(&shelf->file->doc, root);
		pmo_diag_add(workspace->diags, PMO_ERROR, "file-shape", &place,
			     "expected records keyed by id, found %s",
			     root->kind == YDOC_LIST ? "a list" : "text");
		pmo_diag_hint(workspace->diags, "begin each record with its id and a colon");
		return PMO_OK;
	}
	const struct ydoc_node *node = root ? root->first : NULL;
	shelf->expected = root ? root->count : 0;
	for (result = PMO_OK; node && result == PMO_OK; node = node->next)
		result = load_entry(workspace, shelf, node);
	return result;
}

static enum pmo_result load_single(struct pmo_workspace *workspace, struct shelf *shelf)
{
	enum pmo_result result = read_file(workspace, shelf, shelf->path, false, &shelf->file);
	if (result == PMO_NO_MEMORY || result == PMO_IO || result == PMO_NOT_FOUND)
		return result == PMO_NOT_FOUND ? PMO_OK : result;
	const char *id = shelf->project ? shelf->project->handle : shelf->name;
	for (size_t i = 0; i < workspace->table_count; i++) {
		const struct pmo_register *table = workspace->tables[i];
		const char *place = table->place ? table->place : table->plural;
		if (table->layout != PMO_LAYOUT_SINGLE || strcmp(place, shelf->name) != 0)
			continue;
		struct pmo_record record =
			new_record(workspace, shelf, workspace_schema_at(workspace, i));
		if (!record.schema)
			return PMO_NO_MEMORY;
		record.id = id;
		record.path = shelf->path;
		record.doc = &shelf->file->doc;
		record.node = shelf->file->doc.root;
		record.unreadable = result != PMO_OK;
		return add_record(workspace, shelf, &record);
	}
	return PMO_OK;
}

static enum pmo_result load_folder(struct pmo_workspace *workspace, struct shelf *shelf)
{
	struct tree_names names;
	enum pmo_result result = tree_list(&workspace->tree, shelf->path, &names);
	if (result != PMO_OK)
		return result == PMO_NOT_FOUND ? PMO_OK : result;
	shelf->expected = names.count;
	workspace->tree.ahead = ahead_begin(&workspace->tree, shelf->path, &names);
	for (size_t i = 0; i < names.count && result == PMO_OK; i++) {
		char id[ID_SIZE];
		struct pmo_record record;
		if (!shelf_id_of_name(names.items[i].name, id))
			continue;
		const struct pmo_schema *schema = schema_of_id(workspace, shelf, id);
		if (!schema)
			continue;
		result = read_record(workspace, shelf, schema, id, &record);
		if (result == PMO_OK)
			result = add_record(workspace, shelf, &record);
		else if (result == PMO_NOT_FOUND)
			result = PMO_OK; /* it went while we were reading */
	}
	ahead_end(workspace->tree.ahead);
	workspace->tree.ahead = NULL;
	return result;
}

static enum pmo_result index_former_handles(struct shelf_set *set, struct pmo_record *record,
					    struct pmo_arena *arena)
{
	struct pmo_value aka = pmo_record_get_name(record, "aka");
	for (uint32_t i = 0; aka.presence == PMO_PRESENT && aka.is_list && i < aka.count; i++) {
		char folded[HANDLE_MAX + 1];
		const struct pmo_value *item = &aka.as.items[i];
		if (item->presence != PMO_PRESENT || !handle_fold(item->as.text, folded))
			continue;
		char *key = pmo_arena_string(arena, folded);
		if (!key)
			return PMO_NO_MEMORY;
		if (!map_get(&set->ids, key) && map_put(&set->ids, key, record) != PMO_OK)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

static void report_twice(struct pmo_workspace *workspace, const struct pmo_record *record)
{
	struct pmo_place place = pmo_record_place(record);
	pmo_diag_add(workspace->diags, PMO_ERROR, "id-twice", &place, "there are two records %s",
		     record->id);
	pmo_diag_hint(workspace->diags, "give one another number: pmo renumber FILE:LINE");
}

static enum pmo_result index_set(struct pmo_workspace *workspace, struct shelf_set *set)
{
	for (size_t i = 0; i < set->count; i++) {
		struct pmo_record *record = &set->records[i];
		const char *key = record->id;
		if (set->schema->table->handles) {
			char folded[HANDLE_MAX + 1];
			key = handle_fold(key, folded) ? pmo_arena_string(&workspace->arena, folded)
						       : key;
		}
		if (!key)
			return PMO_NO_MEMORY;
		struct pmo_record *earlier = map_get(&set->ids, key);
		if (earlier) {
			if (!earlier->duplicate)
				report_twice(workspace, earlier);
			earlier->duplicate = record->duplicate = true;
			report_twice(workspace, record);
		} else if (map_put(&set->ids, key, record) != PMO_OK) {
			return PMO_NO_MEMORY;
		}
	}
	for (size_t i = 0; set->schema->table->handles && i < set->count; i++)
		if (index_former_handles(set, &set->records[i], &workspace->arena) != PMO_OK)
			return PMO_NO_MEMORY;
	return PMO_OK;
}

static enum pmo_result load(struct pmo_workspace *workspace, struct shelf *shelf)
{
	enum pmo_result result = PMO_OK;
	if (shelf->is_loaded)
		return shelf->is_short ? PMO_NO_MEMORY : PMO_OK;
	shelf->is_loaded = true;
	if (shelf->layout == PMO_LAYOUT_FOLDER)
		result = load_folder(workspace, shelf);
	else if (shelf->layout == PMO_LAYOUT_FILE)
		result = load_file(workspace, shelf);
	else
		result = load_single(workspace, shelf);
	for (struct shelf_set *set = shelf->sets; set && result == PMO_OK; set = set->next)
		result = index_set(workspace, set);
	shelf->is_short = result == PMO_NO_MEMORY;
	return result;
}

enum pmo_result shelf_load_sparingly(struct pmo_workspace *workspace, struct shelf *shelf,
				     const struct pmo_schema *schema)
{
	/* Handles are looked up by what records say of them. */
	if (!shelf->is_loaded && shelf->layout == PMO_LAYOUT_FILE && !schema->table->handles)
		shelf->is_sparing = true;
	return load(workspace, shelf);
}

enum pmo_result shelf_load(struct pmo_workspace *workspace, struct shelf *shelf)
{
	enum pmo_result result = load(workspace, shelf);
	if (!shelf->is_sparing || result != PMO_OK)
		return result;
	shelf->is_sparing = false;
	if (!shelf->file)
		return PMO_OK; /* what became of it was told */
	result = ydoc_open_all(&shelf->file->doc);
	return result == PMO_OK ? take_sample(shelf->file, &workspace->arena) : result;
}

const char *shelf_record_path(const struct shelf *shelf, const char *id, struct pmo_arena *arena)
{
	if (shelf->layout != PMO_LAYOUT_FOLDER)
		return shelf->path;
	size_t folder = strlen(shelf->path), name = strlen(id);
	char *path = pmo_arena_alloc(arena, folder + name + sizeof("/.yaml"));
	if (!path)
		return NULL;
	memcpy(path, shelf->path, folder);
	path[folder] = '/';
	memcpy(path + folder + 1, id, name);
	memcpy(path + folder + 1 + name, ".yaml", sizeof(".yaml"));
	return path;
}

static enum pmo_result find_alone(struct pmo_workspace *workspace, struct shelf *shelf,
				  const struct pmo_schema *schema, const char *id,
				  const struct pmo_record **record)
{
	*record = map_get(&shelf->alone, id);
	if (*record)
		return PMO_OK;
	struct pmo_record *alone = pmo_arena_alloc(&workspace->arena, sizeof(*alone));
	if (!alone)
		return PMO_NO_MEMORY;
	enum pmo_result result = read_record(workspace, shelf, schema, id, alone);
	if (result != PMO_OK)
		return result == PMO_NOT_FOUND ? PMO_OK : result;
	*record = alone;
	return map_put(&shelf->alone, alone->id, alone);
}

enum pmo_result shelf_find(struct pmo_workspace *workspace, struct shelf *shelf,
			   const struct pmo_schema *schema, const char *id,
			   const struct pmo_record **record)
{
	char folded[HANDLE_MAX + 1];
	*record = NULL;
	if (!shelf->is_loaded && shelf->layout == PMO_LAYOUT_FOLDER && !schema->table->handles)
		return id_is_canonical(id) ? find_alone(workspace, shelf, schema, id, record)
					   : PMO_OK;
	enum pmo_result result = shelf_load(workspace, shelf);
	struct shelf_set *set = result == PMO_OK ? shelf_set_of(shelf, schema) : NULL;
	if (!set)
		return result;
	if (schema->table->handles) {
		if (!handle_fold(id, folded))
			return PMO_OK;
		id = folded;
	}
	*record = map_get(&set->ids, id);
	return PMO_OK;
}

enum pmo_result shelf_file_of(struct pmo_workspace *workspace, struct shelf *shelf,
			      const struct pmo_record *record, const struct shelf_file **file)
{
	(void)workspace;
	if (shelf->layout != PMO_LAYOUT_FOLDER) {
		*file = shelf->file;
		return shelf->file ? PMO_OK : PMO_NOT_FOUND;
	}
	/* The document is a member of the file that was read for it. */
	const char *doc = (const char *)record->doc;
	*file = doc ? (const struct shelf_file *)(const void *)(doc -
								offsetof(struct shelf_file, doc))
		    : NULL;
	return *file ? PMO_OK : PMO_NOT_FOUND;
}
