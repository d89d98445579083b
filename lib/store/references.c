/*
 * Who refers to a record, and names in register folders that are no records.
 */
#include "store/ids.h"
#include "store/workspace.h"

#include <pmo/text.h>

#include <string.h>

struct search {
	struct pmo_workspace *workspace;
	const struct pmo_record *wanted;
	char number_prefix[ID_SIZE]; /* of its id, when that is a number */
	unsigned long number;
	struct pmo_reference *found;
	size_t count, capacity;
	bool failed;
};

/* A name that the record had before, where people choose names. */
static bool is_former(const struct pmo_record *wanted, const char *id)
{
	struct pmo_value aka = pmo_record_get_name(wanted, "aka");
	for (uint32_t i = 0; aka.presence == PMO_PRESENT && aka.is_list && i < aka.count; i++)
		if (aka.as.items[i].presence == PMO_PRESENT &&
		    pmo_ascii_equal(aka.as.items[i].as.text, id))
			return true;
	return false;
}

/* A file that says TSK-12, or tsk-012, means TSK-012 as finding does. */
static bool is_id_of(struct search *search, const char *id)
{
	const struct pmo_record *wanted = search->wanted;
	char prefix[ID_SIZE];
	unsigned long number;
	if (pmo_ascii_equal(id, wanted->id))
		return true;
	if (wanted->schema->table->handles)
		return is_former(wanted, id);
	return search->number_prefix[0] && id_parse(id, prefix, &number) &&
	       number == search->number && strcmp(prefix, search->number_prefix) == 0;
}

static bool names_wanted(struct search *search, const struct pmo_record *from, const char *id)
{
	const struct pmo_record *wanted = search->wanted;
	const char *slash = strchr(id, '/');
	if (!is_id_of(search, slash ? slash + 1 : id))
		return false; /* cheap, and true for nearly all */
	if (!slash)
		return !wanted->project || wanted->project == from->project ||
		       wanted->schema->table->layout == PMO_LAYOUT_SINGLE;
	const struct pmo_project *project =
		lookup_project(search->workspace, id, (size_t)(slash - id));
	return project && (!wanted->project || wanted->project == project);
}

static bool is_wanted(const struct search *search, const struct pmo_record *record)
{
	const struct pmo_record *wanted = search->wanted;
	if (record == wanted)
		return true;
	return record->schema == wanted->schema && record->project == wanted->project &&
	       !record->duplicate && strcmp(record->id, wanted->id) == 0;
}

static bool refers(struct search *search, const struct pmo_record *from,
		   const struct pmo_field *field, const struct pmo_value *value)
{
	if (value->presence != PMO_PRESENT)
		return false;
	if (!value->is_list && field->kind == PMO_REF)
		return (!field->to ||
			pmo_word_is_in(field->to, search->wanted->schema->table->name)) &&
		       names_wanted(search, from, value->as.text);
	bool inside = value->is_list || field->kind == PMO_STRUCT;
	for (uint32_t i = 0; inside && i < value->count; i++) {
		const struct pmo_field *of = value->is_list ? field : &field->members[i];
		if (refers(search, from, of, &value->as.items[i]))
			return true;
	}
	return false;
}

static bool may_refer(const struct pmo_field *field)
{
	return !field->derive && (field->kind == PMO_REF || field->kind == PMO_STRUCT);
}

static void search_record(struct search *search, const struct pmo_record *record)
{
	const struct pmo_schema *schema = record->schema;
	for (size_t i = 0; i < schema->field_count && !search->failed; i++) {
		if (!may_refer(schema->fields[i]))
			continue;
		struct pmo_value value = pmo_record_get(record, (int)i);
		if (!refers(search, record, schema->fields[i], &value))
			continue;
		void *grown =
			pmo_arena_grow(&search->workspace->arena, search->found, search->count,
				       &search->capacity, sizeof(*search->found));
		search->failed = !grown;
		if (search->failed)
			return;
		search->found = grown;
		search->found[search->count].from = record;
		search->found[search->count++].field = schema->fields[i];
	}
}

static enum pmo_result search_project(struct search *search, const struct pmo_project *project,
				      enum pmo_scope scope)
{
	struct pmo_workspace *workspace = search->workspace;
	for (size_t i = 0; i < workspace->table_count; i++) {
		struct pmo_records records;
		if (workspace->tables[i]->scope != scope)
			continue;
		const struct pmo_schema *schema = workspace_schema_at(workspace, i);
		if (!schema)
			return PMO_NO_MEMORY;
		enum pmo_result result =
			pmo_workspace_records(workspace, project, schema, &records);
		if (result != PMO_OK)
			return result;
		for (size_t r = 0; r < records.count; r++)
			if (!is_wanted(search, &records.items[r]))
				search_record(search, &records.items[r]);
	}
	return search->failed ? PMO_NO_MEMORY : PMO_OK;
}

enum pmo_result pmo_workspace_references(struct pmo_workspace *workspace,
					 const struct pmo_record *record,
					 struct pmo_reference **references, size_t *count)
{
	struct search search = { .workspace = workspace, .wanted = record };
	if (record->schema->table->handles ||
	    !id_parse(record->id, search.number_prefix, &search.number))
		search.number_prefix[0] = '\0';
	enum pmo_result result = search_project(&search, NULL, PMO_SCOPE_WORKSPACE);
	for (size_t i = 0; i < workspace->project_count && result == PMO_OK; i++)
		result = search_project(&search, workspace->projects[i], PMO_SCOPE_PROJECT);
	*references = search.found;
	*count = search.count;
	return result;
}

/* What a name that is no record's should perhaps have been; false: it is nobody's business. */
static bool near_miss(const struct pmo_register *table, const char *name, char wanted[ID_SIZE])
{
	char stem[ID_SIZE], prefix[ID_SIZE];
	unsigned long number;
	size_t length = strcspn(name, ". (~");
	if (*name == '.' || length >= ID_SIZE)
		return false;
	memcpy(stem, name, length);
	stem[length] = '\0';
	if (!id_parse(stem, prefix, &number) || strcmp(prefix, table->prefix) != 0)
		return false;
	id_format(prefix, number, wanted);
	/* MTG-005.md is the page of notes of a record. */
	bool is_known = strcmp(name + length, ".yaml") == 0 || strcmp(name + length, ".md") == 0;
	return !is_known || strcmp(stem, wanted) != 0;
}

static enum pmo_result report_name(struct pmo_workspace *workspace, const char *path,
				   const struct tree_name *name, const char *wanted)
{
	struct pmo_source *source = pmo_arena_alloc(&workspace->arena, sizeof(*source));
	char *full = pmo_arena_format(&workspace->arena, "%s/%s", path, name->name);
	if (!source || !full)
		return PMO_NO_MEMORY;
	source->path = full;
	struct pmo_place place = { .source = source };
	if (name->type == TREE_LINK || name->type == TREE_OTHER) {
		pmo_diag_add(workspace->diags, PMO_WARNING, "file-type", &place,
			     name->type == TREE_LINK ? "this is a link; links are not followed"
						     : "this is no ordinary file; it is skipped");
		pmo_diag_hint(workspace->diags, "put the file itself here");
		return PMO_OK;
	}
	pmo_diag_add(workspace->diags, PMO_WARNING, "file-name", &place,
		     "this is not read: a record's file is called %s.yaml", wanted);
	char *taken = pmo_arena_format(&workspace->arena, "%s/%s.yaml", path, wanted);
	if (taken && tree_exists(&workspace->tree, taken))
		pmo_diag_hint(workspace->diags,
			      "%s is there already: give this one a free number, or "
			      "delete it",
			      wanted);
	else
		pmo_diag_hint(workspace->diags,
			      "rename it, or move it out of the register's folder");
	return PMO_OK;
}

static enum pmo_result check_folder(struct pmo_workspace *workspace, const struct shelf *shelf,
				    const struct pmo_register *table)
{
	struct tree_names names;
	enum pmo_result result = tree_list(&workspace->tree, shelf->path, &names);
	if (result != PMO_OK)
		return result == PMO_NOT_FOUND ? PMO_OK : result;
	for (size_t i = 0; i < names.count && result == PMO_OK; i++) {
		char wanted[ID_SIZE] = "";
		bool odd = names.items[i].type == TREE_LINK || names.items[i].type == TREE_OTHER;
		bool missed = names.items[i].type == TREE_FILE &&
			      near_miss(table, names.items[i].name, wanted);
		if (odd || missed)
			result = report_name(workspace, shelf->path, &names.items[i], wanted);
	}
	return result;
}

enum pmo_result pmo_workspace_check_names(struct pmo_workspace *workspace,
					  const struct pmo_project *project)
{
	for (size_t i = 0; i < workspace->table_count; i++) {
		const struct pmo_register *table = workspace->tables[i];
		struct shelf *shelf;
		if ((table->scope == PMO_SCOPE_WORKSPACE) != !project || table->handles)
			continue;
		const struct pmo_schema *schema = workspace_schema_at(workspace, i);
		if (!schema)
			return PMO_NO_MEMORY;
		enum pmo_result result = shelf_open(workspace, project, schema, &shelf);
		if (result == PMO_OK && shelf->layout == PMO_LAYOUT_FOLDER)
			result = check_folder(workspace, shelf, table);
		if (result != PMO_OK)
			return result;
	}
	return PMO_OK;
}
