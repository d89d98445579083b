/*
 * Reading everything to judge everything: the registers of a project or of the workspace,
 * names that look like records or registers and are none, and files in which git left a
 * conflict.
 */
#include <pmo/maintain.h>

#include "store/config_limit.h"
#include "store/workspace.h"

#include <pmo/expr.h>
#include <pmo/text.h>

#include <string.h>

static const char marker[] = "<<<<<<< ";

/* The start of the line at which git's first marker stands, or the length when none does. */
static size_t find_marker(const struct pmo_source *source)
{
	size_t at = 0, length = sizeof(marker) - 1;
	while (at < source->length) {
		if (source->length - at >= length &&
		    memcmp(source->bytes + at, marker, length) == 0)
			return at;
		const char *end = memchr(source->bytes + at, '\n', source->length - at);
		at = end ? (size_t)(end - source->bytes) + 1 : source->length;
	}
	return source->length;
}

static bool is_of_file(const struct pmo_diag *diag, const char *path)
{
	return diag->source && strcmp(diag->source->path, path) == 0 &&
	       strncmp(diag->code, "yaml-", 5) == 0;
}

/* What the markers do to the YAML is no second fault. */
static void forget_faults(struct pmo_diags *diags, const char *path)
{
	struct pmo_diag **link = &diags->first;
	diags->last = NULL;
	while (*link) {
		if (is_of_file(*link, path)) {
			diags->count[(*link)->severity]--;
			*link = (*link)->next;
			continue;
		}
		diags->last = *link;
		link = &(*link)->next;
	}
}

static void report_conflict(struct pmo_workspace *workspace, const struct pmo_source *source)
{
	if (!source->bytes)
		return;
	struct pmo_place place = { .source = source, .offset = find_marker(source), .length = 7 };
	if (place.offset == source->length)
		return;
	forget_faults(workspace->diags, source->path);
	pmo_diag_add(workspace->diags, PMO_ERROR, "git-conflict", &place,
		     "git could not merge this file: two versions stand in it");
	pmo_diag_hint(workspace->diags, "keep what is right between <<<<<<< and >>>>>>>, take the "
					"marker lines away, then git add it");
}

static enum pmo_result check_conflicts(struct pmo_workspace *workspace, const struct shelf *shelf,
				       const struct pmo_records *records)
{
	if (shelf->layout != PMO_LAYOUT_FOLDER) {
		if (shelf->file)
			report_conflict(workspace, &shelf->file->doc.source);
		return PMO_OK;
	}
	for (size_t i = 0; i < records->count; i++)
		if (records->items[i].doc && records->items[i].unreadable)
			report_conflict(workspace, &records->items[i].doc->source);
	return PMO_OK;
}

static enum pmo_result check_register(struct pmo_workspace *workspace,
				      const struct pmo_project *project, size_t index)
{
	struct pmo_records records;
	struct shelf *shelf;
	const struct pmo_schema *schema = workspace_schema_at(workspace, index);
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_workspace_records(workspace, project, schema, &records);
	if (result == PMO_OK)
		result = shelf_open(workspace, project, schema, &shelf);
	if (result != PMO_OK)
		return result == PMO_UNSUPPORTED ? PMO_OK : result;
	for (size_t i = 0; i < records.count; i++)
		if (!records.items[i].unreadable)
			pmo_record_check(&records.items[i], NULL, workspace->diags);
	return check_conflicts(workspace, shelf, &records);
}

/* The table that a file or folder name nearly belongs to, or NULL. */
static const struct pmo_register *nearly(const struct pmo_workspace *workspace, const char *stem,
					 bool exact_is_wrong, enum pmo_scope scope)
{
	for (size_t i = 0; i < workspace->table_count; i++) {
		const struct pmo_register *table = workspace->tables[i];
		const char *place = table->place ? table->place : table->plural;
		if (table->scope != scope)
			continue;
		bool right = strcmp(stem, place) == 0;
		if (right && !exact_is_wrong)
			return NULL;
		if (right || pmo_ascii_equal(stem, place) || pmo_ascii_equal(stem, table->plural) ||
		    pmo_ascii_equal(stem, table->name))
			return table;
	}
	return NULL;
}

/* risks.yml, Risks/, risk.yaml: nobody reads them. */
static enum pmo_result check_place(struct pmo_workspace *workspace,
				   const struct pmo_project *project, const struct tree_name *name)
{
	char stem[64];
	const char *dot = strrchr(name->name, '.');
	bool file = name->type == TREE_FILE;
	if (file && (!dot || (!pmo_ascii_equal(dot, ".yaml") && !pmo_ascii_equal(dot, ".yml"))))
		return PMO_OK;
	size_t length = file ? (size_t)(dot - name->name) : strlen(name->name);
	if (length >= sizeof(stem))
		return PMO_OK;
	memcpy(stem, name->name, length);
	stem[length] = '\0';
	const struct pmo_register *table =
		nearly(workspace, stem, file && strcmp(dot, ".yaml") != 0,
		       project ? PMO_SCOPE_PROJECT : PMO_SCOPE_WORKSPACE);
	if (!table)
		return PMO_OK;
	const char *place = table->place ? table->place : table->plural;
	struct pmo_source *source = pmo_arena_alloc(&workspace->arena, sizeof(*source));
	const char *path = workspace_path(workspace, project, name->name, "");
	if (!source || !path)
		return PMO_NO_MEMORY;
	source->path = path;
	struct pmo_place at = { .source = source };
	bool single = table->layout == PMO_LAYOUT_SINGLE;
	pmo_diag_add(workspace->diags, PMO_WARNING, "register-name", &at,
		     "this is not read: %s stand in %s.yaml%s%s", table->plural, place,
		     single ? "" : " or in the folder ", single ? "" : place);
	pmo_diag_hint(workspace->diags, "rename it, or keep it under another name");
	return PMO_OK;
}

static enum pmo_result check_places(struct pmo_workspace *workspace,
				    const struct pmo_project *project)
{
	struct tree_names names;
	enum pmo_result result = tree_list(&workspace->tree, project ? project->path : "", &names);
	for (size_t i = 0; result == PMO_OK && i < names.count; i++)
		result = check_place(workspace, project, &names.items[i]);
	return result;
}

/* Saved filters are compiled when they are used; a fault in one should not wait for that. */
static void check_filters(struct pmo_workspace *workspace)
{
	const struct pmo_filter *filter = workspace->config.filters;
	for (; filter && filter->name; filter++) {
		const struct pmo_schema *schema =
			filter->register_name
				? pmo_workspace_schema(workspace, filter->register_name)
				: NULL;
		const struct expr *expr;
		const char *where =
			pmo_arena_format(&workspace->arena, "pmo.yaml, filter %s", filter->name);
		if (filter->where && where &&
		    pmo_expr_compile(filter->where, where, schema, workspace->diags, &expr) !=
			    PMO_OK)
			continue; /* it was told */
	}
}

enum pmo_result pmo_workspace_check(struct pmo_workspace *workspace,
				    const struct pmo_project *project)
{
	enum pmo_result result = PMO_OK;
	enum pmo_scope scope = project ? PMO_SCOPE_PROJECT : PMO_SCOPE_WORKSPACE;
	for (size_t i = 0; i < workspace->table_count && result == PMO_OK; i++)
		if (workspace->tables[i]->scope == scope)
			result = check_register(workspace, project, i);
	if (!project) {
		check_filters(workspace);
		config_limits_load(&workspace->config);
	}
	if (result == PMO_OK)
		result = pmo_workspace_check_names(workspace, project);
	/* A workspace that is one project has all its folders at the top. */
	bool top = !project && workspace->project_count == 1 && !*workspace->projects[0]->path;
	return result == PMO_OK && !top ? check_places(workspace, project) : result;
}
