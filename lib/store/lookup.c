/*
 * Finding records by what people call them, and references between records.
 *
 * A name is looked for in its project first, then in the workspace; another project's is
 * written `netref/TSK-012`.
 */
#include "store/ids.h"
#include "store/those.h"
#include "store/workspace.h"

#include <pmo/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct pmo_project *lookup_project(const struct pmo_workspace *workspace, const char *handle,
					 size_t length)
{
	for (size_t i = 0; i < workspace->project_count; i++) {
		const char *own = workspace->projects[i]->handle;
		char folded[HANDLE_MAX + 1], wanted[HANDLE_MAX + 1];
		if (strlen(own) != length || !handle_fold(own, folded))
			continue;
		for (size_t c = 0; c < length; c++)
			wanted[c] = pmo_ascii_to_lower(handle[c]);
		if (memcmp(folded, wanted, length) == 0)
			return workspace->projects[i];
	}
	return NULL;
}

/* Whether a name could be an id of the register; canonical gets the form of the files. */
static bool may_be(const struct pmo_register *table, const char *id, char canonical[ID_SIZE])
{
	char prefix[ID_SIZE];
	unsigned long number;
	if (table->handles || table->layout == PMO_LAYOUT_SINGLE) {
		if (!handle_is_valid(id))
			return false;
		snprintf(canonical, ID_SIZE, "%s", id);
		return true;
	}
	if (!id_parse(id, prefix, &number) || strcmp(prefix, table->prefix) != 0)
		return false;
	id_format(prefix, number, canonical);
	return true;
}

static enum pmo_result find_on(struct pmo_workspace *workspace, const struct pmo_project *project,
			       size_t index, const char *id, const struct pmo_record **record)
{
	struct shelf *shelf;
	const struct pmo_schema *schema = workspace_schema_at(workspace, index);
	if (!schema)
		return PMO_NO_MEMORY;
	if (schema->table->layout == PMO_LAYOUT_SINGLE) {
		/* The charter's id is the project's handle, whichever project one stands in. */
		project = lookup_project(workspace, id, strlen(id));
		if (!project)
			return PMO_OK;
		id = project->handle;
	}
	if (schema->table->scope == PMO_SCOPE_PROJECT && !project)
		return PMO_OK;
	enum pmo_result result = shelf_open(workspace, project, schema, &shelf);
	if (result != PMO_OK)
		return result;
	if (shelf->layout == PMO_LAYOUT_SINGLE) {
		struct pmo_records all;
		result = pmo_workspace_records(workspace, project, schema, &all);
		*record = result == PMO_OK && all.count ? &all.items[0] : NULL;
		return result;
	}
	return shelf_find(workspace, shelf, schema, id, record);
}

/* Whether the whole name is meant, or one word of it: "Dana" of "Dana Spencer". */
static bool is_named(const struct pmo_record *record, const char *text, struct pmo_arena *arena)
{
	const char *name = pmo_record_text(record, record->schema->title);
	if (!name || !*name)
		return false;
	if (pmo_text_compare(name, text) == 0)
		return true;
	while (*name) {
		size_t length = strcspn(name, " ");
		char *word = pmo_arena_copy(arena, name, length);
		if (word && length && pmo_text_compare(word, text) == 0)
			return true;
		name += length + strspn(name + length, " ");
	}
	return false;
}

const struct pmo_record *lookup_name(struct pmo_workspace *workspace, const char *text,
				     const char *registers)
{
	const struct pmo_record *found = NULL;
	for (size_t i = 0; registers && i < workspace->table_count; i++) {
		const struct pmo_register *table = workspace->tables[i];
		struct pmo_records records;
		if (!table->handles || table->scope != PMO_SCOPE_WORKSPACE ||
		    !pmo_word_is_in(registers, table->name))
			continue;
		const struct pmo_schema *schema = workspace_schema_at(workspace, i);
		if (!schema || pmo_workspace_records(workspace, NULL, schema, &records) != PMO_OK)
			continue;
		for (size_t r = 0; r < records.count; r++) {
			if (!is_named(&records.items[r], text, &workspace->arena))
				continue;
			if (found)
				return NULL; /* two of that name: somebody has to say which */
			found = &records.items[r];
		}
	}
	return found;
}

enum pmo_result lookup_record(struct pmo_workspace *workspace, const struct pmo_project *project,
			      const char *id, const char *registers,
			      const struct pmo_record **record)
{
	const char *slash = strchr(id, '/');
	*record = NULL;
	if (slash) {
		project = lookup_project(workspace, id, (size_t)(slash - id));
		id = slash + 1;
		if (!project)
			return PMO_OK;
	}
	for (size_t i = 0; i < workspace->table_count && !*record; i++) {
		char canonical[ID_SIZE];
		const struct pmo_register *table = workspace->tables[i];
		if (registers && !pmo_word_is_in(registers, table->name))
			continue;
		if (strlen(id) >= ID_SIZE || !may_be(table, id, canonical))
			continue;
		enum pmo_result result = find_on(workspace, project, i, canonical, record);
		if (result != PMO_OK)
			return result;
	}
	return PMO_OK;
}

static const struct pmo_record *world_find(void *store, const struct pmo_record *from,
					   const char *id, const char *registers)
{
	const struct pmo_record *record;
	const struct pmo_workspace *workspace = store;
	const struct pmo_project *project = from ? from->project : NULL;
	if (from && !project)
		project = workspace->project; /* what a record of the workspace sees of projects */
	return lookup_record(store, project, id, registers, &record) == PMO_OK ? record : NULL;
}

static size_t world_those(void *store, const struct pmo_record *from, const struct pmo_those *what,
			  const struct pmo_record *const **records)
{
	return those_in(store, from, what, records);
}

static const struct pmo_record *world_charter(void *store, const struct pmo_record *from)
{
	struct pmo_workspace *workspace = store;
	const struct pmo_record *charter = NULL;
	const struct pmo_project *project =
		from && from->project ? from->project : workspace->project;
	if (!project ||
	    lookup_record(workspace, project, project->handle, "project", &charter) != PMO_OK)
		return NULL;
	return charter;
}

static bool world_limit(void *store, const char *name, struct pmo_limit *limit)
{
	const struct pmo_workspace *workspace = store;
	return pmo_config_limit(&workspace->config, name, limit);
}

static bool world_keeps(void *store, const struct pmo_record *from, const char *registers)
{
	struct pmo_workspace *workspace = store;
	for (size_t i = 0; i < workspace->table_count; i++) {
		const struct pmo_register *table = workspace->tables[i];
		const struct pmo_schema *schema;
		struct shelf *shelf;
		if (registers && !pmo_word_is_in(registers, table->name))
			continue;
		schema = workspace_schema_at(workspace, i);
		/* Registers with numbers are known to be empty; handles may be kept elsewhere. */
		if (schema && !table->handles)
			return true;
		if (schema &&
		    shelf_open(workspace, from ? from->project : NULL, schema, &shelf) == PMO_OK &&
		    shelf->is_there)
			return true;
	}
	return false;
}

static const char *nearest_in(const struct pmo_records *records, const char *id, size_t *best,
			      const char *nearest)
{
	for (size_t i = 0; i < records->count; i++) {
		size_t distance = pmo_text_distance(records->items[i].id, id, *best);
		if (distance < *best) {
			*best = distance;
			nearest = records->items[i].id;
		}
	}
	return nearest;
}

static const char *world_nearest(void *store, const struct pmo_record *from, const char *id,
				 const char *registers)
{
	struct pmo_workspace *workspace = store;
	const char *nearest = NULL;
	size_t best = 3;
	for (size_t i = 0; i < workspace->table_count; i++) {
		const struct pmo_register *table = workspace->tables[i];
		struct pmo_records records;
		char canonical[ID_SIZE];
		if (registers ? !pmo_word_is_in(registers, table->name)
			      : table->handles || strlen(id) >= ID_SIZE ||
					!may_be(table, id, canonical))
			continue;
		const struct pmo_schema *schema = workspace_schema_at(workspace, i);
		const struct pmo_project *project = from ? from->project : workspace->project;
		if (schema && (project || table->scope == PMO_SCOPE_WORKSPACE) &&
		    pmo_workspace_records(workspace, project, schema, &records) == PMO_OK)
			nearest = nearest_in(&records, id, &best, nearest);
	}
	return nearest;
}

void lookup_init_world(struct pmo_workspace *workspace)
{
	struct pmo_world *world = &workspace->world;
	world->arena = &workspace->arena;
	world->calendar = NULL;
	world->minutes_per_day = PMO_MINUTES_PER_DAY;
	world->find = world_find;
	world->nearest = world_nearest;
	world->keeps = world_keeps;
	world->those = world_those;
	world->charter = world_charter;
	world->limit = world_limit;
	world->store = workspace;
	world->exhausted = &workspace->exhausted;
}

/* FILE:LINE, as messages print it. */
static bool parse_place(const char *text, size_t *path, size_t *line)
{
	const char *colon = strrchr(text, ':');
	size_t digits = colon ? strspn(colon + 1, "0123456789") : 0;
	if (!colon || !digits || colon[1 + digits] || digits > 9)
		return false;
	const char *before = colon;
	/* FILE:LINE:COLUMN is what the messages say; the column does not matter. */
	size_t number = strtoul(colon + 1, NULL, 10), more = 0;
	while (before > text && before[-1] != ':')
		before--;
	if (before > text)
		more = strspn(before, "0123456789");
	if (more && before + more == colon) {
		number = strtoul(before, NULL, 10);
		colon = before - 1;
	}
	*path = (size_t)(colon - text);
	*line = number;
	return *path > 0;
}

static bool covers_line(const struct pmo_record *record, size_t line)
{
	size_t first, last, column;
	if (!record->doc || !record->node)
		return false;
	size_t start = record->node->key ? record->node->key_start : 0;
	size_t end = record->node->key ? record->node->end : record->doc->source.length;
	pmo_source_locate(&record->doc->source, start, &first, &column);
	pmo_source_locate(&record->doc->source, end, &last, &column);
	return line >= first && line <= last;
}

/* A place that a person named: a path, or its end, and a line. */
struct place_named {
	const char *path;
	size_t length, line;
	bool is_whole; /* the path from the workspace's root */
};

/* `actions.yaml:12` is enough inside the project. */
static bool names_path(const struct place_named *named, const char *path)
{
	size_t own = strlen(path);
	if (own < named->length ||
	    strncmp(path + own - named->length, named->path, named->length) != 0)
		return false;
	return own == named->length || (!named->is_whole && path[own - named->length - 1] == '/');
}

/* Whether a shelf may hold the file, so that others need not be read. */
static bool may_hold(const struct shelf *shelf, const struct place_named *named)
{
	const char *path = named->path;
	size_t length = named->length;
	if (shelf->layout != PMO_LAYOUT_FOLDER)
		return names_path(named, shelf->path);
	while (length && path[length - 1] != '/')
		length--;
	if (!length)
		return !named->is_whole;
	struct place_named folder = { path, length - 1, 0, named->is_whole };
	return names_path(&folder, shelf->path);
}

static enum pmo_result find_on_shelf(struct pmo_workspace *workspace,
				     const struct pmo_project *project,
				     const struct pmo_schema *schema,
				     const struct place_named *named,
				     const struct pmo_record **record)
{
	struct shelf *shelf;
	struct pmo_records records;
	enum pmo_result result = shelf_open(workspace, project, schema, &shelf);
	if (result != PMO_OK || !may_hold(shelf, named))
		return result;
	result = pmo_workspace_records(workspace, project, schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count && !*record; i++)
		if (names_path(named, records.items[i].path) &&
		    covers_line(&records.items[i], named->line))
			*record = &records.items[i];
	return result;
}

/* project NULL: the registers of the workspace. */
static enum pmo_result find_in(struct pmo_workspace *workspace, const struct pmo_project *project,
			       const struct place_named *named, const struct pmo_record **record)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < workspace->table_count && !*record && result == PMO_OK; i++) {
		const struct pmo_schema *schema = workspace_schema_at(workspace, i);
		if (!schema)
			return PMO_NO_MEMORY;
		if ((schema->table->scope == PMO_SCOPE_WORKSPACE) == !project)
			result = find_on_shelf(workspace, project, schema, named, record);
	}
	return result;
}

/* A whole path wherever it is; else what the path ends with, here before elsewhere. */
static enum pmo_result find_place(struct pmo_workspace *workspace, struct place_named *named,
				  const struct pmo_record **record)
{
	enum pmo_result result = PMO_OK;
	*record = NULL;
	for (int pass = 0; pass < 2 && result == PMO_OK && !*record; pass++) {
		named->is_whole = pass == 0;
		if (workspace->project)
			result = find_in(workspace, workspace->project, named, record);
		if (result == PMO_OK && !*record)
			result = find_in(workspace, NULL, named, record);
		for (size_t i = 0; i < workspace->project_count && result == PMO_OK && !*record;
		     i++)
			if (named->is_whole || !workspace->project)
				result = find_in(workspace, workspace->projects[i], named, record);
	}
	return result;
}

/* Tasks and milestones of a project in the order of their file. */
struct planned {
	struct pmo_records sets[2];
	size_t at[2];
};

static bool stands_before(const struct pmo_record *a, const struct pmo_record *b)
{
	if (!a->path || !b->path || strcmp(a->path, b->path) != 0)
		return true; /* files by name: tasks, then milestones */
	return pmo_record_place(a).offset < pmo_record_place(b).offset;
}

static const struct pmo_record *next_planned(struct planned *planned)
{
	const struct pmo_record *heads[2] = { NULL, NULL };
	for (int i = 0; i < 2; i++) {
		const struct pmo_records *set = &planned->sets[i];
		while (planned->at[i] < set->count &&
		       (set->items[planned->at[i]].duplicate ||
			pmo_record_is_void(&set->items[planned->at[i]])))
			planned->at[i]++;
		if (planned->at[i] < set->count)
			heads[i] = &set->items[planned->at[i]];
	}
	int from = !heads[0] || (heads[1] && !stands_before(heads[0], heads[1]));
	planned->at[from] += heads[from] != NULL;
	return heads[from];
}

/* Whether it stands right below the parent; NULL: at the top, as what has lost its parent. */
static bool is_below(struct pmo_workspace *workspace, const struct pmo_record *record,
		     const struct pmo_record *parent)
{
	const char *own = pmo_record_text(record, pmo_schema_field(record->schema, "parent"));
	const struct pmo_record *above = NULL;
	if (parent || !own)
		return own ? strcmp(own, parent->id) == 0 : !parent;
	return lookup_record(workspace, workspace->project, own, "task|milestone", &above) ==
		       PMO_OK &&
	       !above;
}

/*
 * `1.2.9` in a plan that has no codes of its own: the ninth below the second below the first,
 * the number that the schedule shows. A record with a code goes by that.
 */
static enum pmo_result find_outline(struct pmo_workspace *workspace, const char *id,
				    const struct pmo_record **record)
{
	static const char *const names[] = { "task", "milestone" };
	struct planned planned = { 0 };
	const struct pmo_record *found = NULL;
	enum pmo_result result = PMO_OK;
	if (*id == '.' || strstr(id, "..") || id[strlen(id) - 1] == '.')
		return PMO_OK;
	for (int i = 0; i < 2 && result == PMO_OK; i++) {
		const struct pmo_schema *schema = pmo_workspace_schema(workspace, names[i]);
		result = schema ? pmo_workspace_records(workspace, workspace->project, schema,
							&planned.sets[i])
				: PMO_NO_MEMORY;
	}
	while (result == PMO_OK && *id) {
		const struct pmo_record *parent = found;
		size_t number = strtoul(id, NULL, 10), count = 0;
		planned.at[0] = planned.at[1] = 0;
		while ((found = next_planned(&planned)))
			if (is_below(workspace, found, parent) && ++count == number)
				break;
		if (!found)
			return PMO_OK;
		id += strspn(id, "0123456789");
		id += *id == '.';
	}
	if (result == PMO_OK && found &&
	    !pmo_record_text(found, pmo_schema_field(found->schema, "wbs")))
		*record = found;
	return result;
}

/* `5.4` after a dot-separated code: the record whose wbs it is. */
static enum pmo_result find_wbs(struct pmo_workspace *workspace, const struct pmo_schema *of,
				const char *id, const struct pmo_record **record)
{
	*record = NULL;
	if (!strchr(id, '.') || strspn(id, "0123456789.") != strlen(id) || !workspace->project)
		return PMO_OK;
	for (size_t i = 0; i < workspace->table_count && !*record; i++) {
		struct pmo_records records;
		const struct pmo_schema *schema = workspace_schema_at(workspace, i);
		int wbs = schema ? pmo_schema_field(schema, "wbs") : -1;
		if (!schema)
			return PMO_NO_MEMORY;
		if (wbs < 0 || (of && of != schema))
			continue;
		enum pmo_result result =
			pmo_workspace_records(workspace, workspace->project, schema, &records);
		for (size_t r = 0; result == PMO_OK && r < records.count && !*record; r++) {
			const char *code = pmo_record_text(&records.items[r], wbs);
			if (code && strcmp(code, id) == 0)
				*record = &records.items[r];
		}
		if (result != PMO_OK)
			return result;
	}
	return *record ? PMO_OK : find_outline(workspace, id, record);
}

static enum pmo_result find_any(struct pmo_workspace *workspace, const struct pmo_schema *schema,
				const char *id, const struct pmo_record **record)
{
	struct place_named named = { .path = id };
	char numbered[ID_SIZE];
	const char *registers = schema ? schema->table->name : NULL;
	if (parse_place(id, &named.length, &named.line)) {
		enum pmo_result found = find_place(workspace, &named, record);
		if (found == PMO_OK && *record && schema && (*record)->schema != schema)
			*record = NULL;
		return found;
	}
	if (schema && !schema->table->handles && *id && strlen(id) <= 9 &&
	    strspn(id, "0123456789") == strlen(id)) {
		id_format(schema->table->prefix, strtoul(id, NULL, 10), numbered);
		id = numbered;
	}
	enum pmo_result result =
		lookup_record(workspace, workspace->project, id, registers, record);
	if (result == PMO_OK && !*record)
		result = find_wbs(workspace, schema, id, record);
	if (result == PMO_OK && *record && schema && (*record)->schema != schema)
		*record = NULL;
	return result;
}

static enum pmo_result report_missing(struct pmo_workspace *workspace,
				      const struct pmo_schema *schema, const char *id)
{
	const struct pmo_project *project;
	bool of_project = !schema || schema->table->scope == PMO_SCOPE_PROJECT;
	if (of_project && !workspace->project && !strchr(id, '/'))
		return pmo_workspace_need_project(workspace, &project);
	pmo_diag_add(workspace->diags, PMO_ERROR, "id-missing", NULL, "there is no %s '%s'",
		     schema ? schema->table->name : "record", id);
	struct pmo_record from = { .project = workspace->project };
	const char *nearest =
		world_nearest(workspace, &from, id, schema ? schema->table->name : NULL);
	if (nearest)
		pmo_diag_hint(workspace->diags, "nearest is %s", nearest);
	else if (schema)
		pmo_diag_hint(workspace->diags, "pmo %s list --all", schema->table->name);
	else
		pmo_diag_hint(workspace->diags, "pmo find TEXT searches everywhere");
	return PMO_NOT_FOUND;
}

enum pmo_result pmo_workspace_find(struct pmo_workspace *workspace, const struct pmo_schema *schema,
				   const char *id, const struct pmo_record **record)
{
	enum pmo_result result = find_any(workspace, schema, id, record);
	if (result != PMO_OK)
		return result;
	if (!*record)
		return report_missing(workspace, schema, id);
	if (!(*record)->duplicate || strchr(id, ':'))
		return PMO_OK;
	pmo_diag_add(workspace->diags, PMO_ERROR, "id-twice", NULL,
		     "there are two records %s: which one is meant?", (*record)->id);
	pmo_diag_hint(workspace->diags, "name it by file and line; pmo check shows both");
	return PMO_USAGE;
}
