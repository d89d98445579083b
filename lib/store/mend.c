/*
 * Mending what has one answer only. A file called rsk-3.yml can be no other record than
 * RSK-003 when there is none yet; a field under a former name is that field. All else is
 * a person's to decide.
 */
#include <pmo/maintain.h>

#include "store/care.h"
#include "store/ids.h"

#include <pmo/text.h>

#include <string.h>

struct mend {
	struct care care;
	struct pmo_workspace *workspace;
	struct pmo_mendings *mendings;
};

static enum pmo_result note(struct mend *mend, const struct pmo_mending *mending)
{
	struct pmo_mendings *all = mend->mendings;
	struct pmo_mending *grown = pmo_arena_grow(&mend->workspace->arena, all->items, all->count,
						   &all->capacity, sizeof(*grown));
	if (!grown || !mending->path || !mending->after)
		return PMO_NO_MEMORY;
	all->items = grown;
	grown[all->count++] = *mending;
	return PMO_OK;
}

/* rsk-3.yml, RSK-3.yaml: an id and an ending, nothing else. */
static bool is_misspelt(const struct pmo_register *table, const char *name, char wanted[ID_SIZE])
{
	char stem[ID_SIZE], prefix[ID_SIZE];
	unsigned long number;
	const char *dot = strrchr(name, '.');
	size_t length = dot ? (size_t)(dot - name) : 0;
	if (!length || length >= ID_SIZE ||
	    (!pmo_ascii_equal(dot, ".yaml") && !pmo_ascii_equal(dot, ".yml")))
		return false;
	memcpy(stem, name, length);
	stem[length] = '\0';
	if (!id_parse(stem, prefix, &number) || strcmp(prefix, table->prefix) != 0)
		return false;
	id_format(prefix, number, wanted);
	return strcmp(dot, ".yaml") != 0 || strcmp(stem, wanted) != 0;
}

/* Whether another file of the folder is or wants to be this record. */
static bool is_wanted_twice(const struct pmo_register *table, const struct tree_names *names,
			    size_t at, const char *wanted)
{
	for (size_t i = 0; i < names->count; i++) {
		char other[ID_SIZE];
		const char *name = names->items[i].name;
		size_t length = strlen(wanted);
		bool there =
			strncmp(name, wanted, length) == 0 && strcmp(name + length, ".yaml") == 0;
		if (i != at &&
		    (there || (is_misspelt(table, name, other) && !strcmp(other, wanted))))
			return true;
	}
	return false;
}

static enum pmo_result rename_file(struct mend *mend, const char *folder, const char *name,
				   const char *wanted)
{
	struct pmo_workspace *workspace = mend->workspace;
	struct tree_file *file = pmo_arena_alloc(&workspace->arena, sizeof(*file));
	char *from = pmo_arena_format(&workspace->arena, "%s/%s", folder, name);
	char *to = pmo_arena_format(&workspace->arena, "%s/%s.yaml", folder, wanted);
	if (!file || !from || !to)
		return PMO_NO_MEMORY;
	enum pmo_result result = tree_read(&workspace->tree, from, YDOC_BYTES, file);
	if (result == PMO_OK)
		result = commit_remove(&mend->care.commit, file);
	if (result == PMO_OK)
		result = commit_restore(&mend->care.commit, to, file);
	struct pmo_mending mending = { .path = from, .before = name, .after = to };
	return result == PMO_OK ? note(mend, &mending) : result;
}

static enum pmo_result mend_names(struct mend *mend, const struct pmo_project *project,
				  const struct pmo_schema *schema)
{
	struct tree_names names;
	struct shelf *shelf;
	char wanted[ID_SIZE];
	const struct pmo_register *table = schema->table;
	if (table->handles)
		return PMO_OK;
	enum pmo_result result = shelf_open(mend->workspace, project, schema, &shelf);
	if (result != PMO_OK || shelf->layout != PMO_LAYOUT_FOLDER)
		return result;
	result = tree_list(&mend->workspace->tree, shelf->path, &names);
	if (result != PMO_OK)
		return result == PMO_NOT_FOUND ? PMO_OK : result;
	for (size_t i = 0; i < names.count && result == PMO_OK; i++)
		if (names.items[i].type == TREE_FILE &&
		    is_misspelt(table, names.items[i].name, wanted) &&
		    !is_wanted_twice(table, &names, i, wanted))
			result = rename_file(mend, shelf->path, names.items[i].name, wanted);
	return result;
}

/* The first key of a record that is a former name whose field has no other. */
static const struct ydoc_node *find_former(const struct pmo_record *record, const char **now)
{
	const struct ydoc_node *map = record->node;
	if (!map || map->kind != YDOC_MAP)
		return NULL;
	for (const struct ydoc_node *node = map->first; node; node = node->next) {
		int index = pmo_schema_field(record->schema, node->key);
		*now = index < 0 ? NULL : record->schema->fields[index]->name;
		if (*now && pmo_word_is_in(record->schema->fields[index]->was, node->key) &&
		    !ydoc_get(map, *now))
			return node;
	}
	return NULL;
}

static enum pmo_result mend_record(struct mend *mend, const struct pmo_record *record)
{
	struct pmo_draft *draft;
	const struct ydoc_node *node;
	const char *name;
	if (record->unreadable || !find_former(record, &name))
		return PMO_OK;
	enum pmo_result result = pmo_update_edit(mend->care.update, record, &draft);
	while (result == PMO_OK && (node = find_former(&draft->now, &name))) {
		struct draft_path path = draft_field_path(draft, node->key);
		struct pmo_place place = ydoc_key_place(draft->now.doc, node);
		struct pmo_mending mending = { .path = record->path,
					       .before = node->key,
					       .after = name };
		size_t column;
		pmo_source_locate(place.source, place.offset, &mending.line, &column);
		result = care_rename_key(draft, &path, name);
		if (result == PMO_OK)
			result = note(mend, &mending);
	}
	return result;
}

static enum pmo_result mend_scope(struct mend *mend, const struct pmo_project *project)
{
	struct pmo_workspace *workspace = mend->workspace;
	enum pmo_scope scope = project ? PMO_SCOPE_PROJECT : PMO_SCOPE_WORKSPACE;
	for (size_t i = 0; i < workspace->table_count; i++) {
		struct pmo_records records;
		if (workspace->tables[i]->scope != scope)
			continue;
		const struct pmo_schema *schema = workspace_schema_at(workspace, i);
		if (!schema)
			return PMO_NO_MEMORY;
		enum pmo_result result = mend_names(mend, project, schema);
		if (result == PMO_OK)
			result = pmo_workspace_records(workspace, project, schema, &records);
		for (size_t r = 0; result == PMO_OK && r < records.count; r++)
			result = mend_record(mend, &records.items[r]);
		if (result != PMO_OK)
			return result;
	}
	return PMO_OK;
}

static enum pmo_result mend_all(struct mend *mend, const struct pmo_project *project)
{
	struct pmo_workspace *workspace = mend->workspace;
	enum pmo_result result = mend_scope(mend, NULL);
	for (size_t i = 0; i < workspace->project_count && result == PMO_OK; i++)
		if (!project || project == workspace->projects[i])
			result = mend_scope(mend, workspace->projects[i]);
	return result;
}

enum pmo_result pmo_workspace_mend(struct pmo_workspace *workspace,
				   const struct pmo_project *project, bool dry,
				   struct pmo_mendings *mendings)
{
	struct pmo_update_options options = { .on = PMO_DATE_NONE, .dry = dry };
	struct mend mend = { .workspace = workspace, .mendings = mendings };
	*mendings = (struct pmo_mendings){ 0 };
	enum pmo_result result = care_begin(&mend.care, workspace, &options);
	if (result == PMO_OK)
		result = mend_all(&mend, project);
	result = care_end(&mend.care, result);
	workspace_forget(workspace); /* what follows reads the tree as it is now */
	return result;
}
