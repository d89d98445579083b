/* Opening a workspace: its root, its configuration, its projects, its clock. */
#include "store/workspace.h"

#include "record/schema.h"
#include "store/at.h"
#include "store/config.h"
#include "store/config_limit.h"
#include "store/ids.h"

#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

static enum pmo_result read_config(struct pmo_workspace *workspace, const struct pmo_source *source,
				   bool user, struct pmo_config *config)
{
	struct ydoc *doc = pmo_arena_alloc(&workspace->arena, sizeof(*doc));
	if (!doc)
		return PMO_NO_MEMORY;
	/* What the text is wrong in is reported; what is right in it counts. */
	enum pmo_result result =
		ydoc_read_entries(doc, &workspace->arena, source, workspace->diags);
	if (result == PMO_NO_MEMORY)
		return result;
	return user ? config_read_user(config, doc, workspace->diags)
		    : config_read(config, doc, workspace->diags);
}

static enum pmo_result load_config(struct pmo_workspace *workspace)
{
	struct tree_file file;
	config_init(&workspace->config, pmo_registers);
	config_init(&workspace->user_config, pmo_registers);
	enum pmo_result result = tree_read(&workspace->tree, "pmo.yaml", YDOC_BYTES, &file);
	if (result == PMO_OK) {
		struct pmo_source source = { "pmo.yaml", file.bytes, file.length, 0 };
		result = read_config(workspace, &source, false, &workspace->config);
		config_limits_attach(&workspace->config, &workspace->tree);
	}
	if (result == PMO_NO_MEMORY || result == PMO_IO)
		return result;
	if (!workspace->env.configuration)
		return PMO_OK;
	struct pmo_source own = { workspace->env.configuration_path, workspace->env.configuration,
				  strlen(workspace->env.configuration), 0 };
	return read_config(workspace, &own, true, &workspace->user_config);
}

static const struct pmo_schema *family_find(void *store, const char *name);
static const char *family_limit(void *store, const char *name);

/* Whether pmo.yaml neither adds a register nor changes one. */
static bool is_shipped(const struct pmo_register *const *tables)
{
	size_t i = 0;
	while (tables[i] && tables[i] == pmo_registers[i])
		i++;
	return !tables[i] && !pmo_registers[i];
}

static enum pmo_result load_tables(struct pmo_workspace *workspace)
{
	const struct pmo_register *const *tables = workspace->config.registers;
	while (tables[workspace->table_count])
		workspace->table_count++;
	size_t count = workspace->table_count + 1;
	workspace->tables = pmo_arena_array(&workspace->arena, count, sizeof(*workspace->tables));
	workspace->schemas = pmo_arena_array(&workspace->arena, count, sizeof(*workspace->schemas));
	if (!workspace->tables || !workspace->schemas)
		return PMO_NO_MEMORY;
	memcpy(workspace->tables, tables, count * sizeof(*tables));
	workspace->family = (struct schema_family){ .find = family_find,
						    .limit = family_limit,
						    .store = workspace,
						    .is_shipped = is_shipped(tables) };
	return PMO_OK;
}

const char *workspace_path(struct pmo_workspace *workspace, const struct pmo_project *project,
			   const char *name, const char *ending)
{
	bool top = !project || !*project->path;
	return pmo_arena_format(&workspace->arena, "%s%s%s%s", top ? "" : project->path,
				top ? "" : "/", name, ending);
}

static const char *last_component(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash && slash[1] ? slash + 1 : path;
}

/* The title is what people call the project; its file is small and read anyway. */
static const char *project_title(struct pmo_workspace *workspace, const struct pmo_project *project)
{
	struct pmo_diags unheard;
	struct tree_file file;
	struct ydoc doc;
	pmo_diags_init(&unheard, &workspace->arena);
	const char *path = workspace_path(workspace, project, "project", ".yaml");
	if (!path || tree_read(&workspace->tree, path, YDOC_BYTES, &file) != PMO_OK)
		return project->handle;
	struct pmo_source source = { path, file.bytes, file.length, 0 };
	if (ydoc_read(&doc, &workspace->arena, &source, &unheard) != PMO_OK)
		return project->handle;
	const struct ydoc_node *title = ydoc_get(doc.root, "title");
	if (!title)
		title = ydoc_get(doc.root, "name");
	return title && title->kind == YDOC_SCALAR && *title->text ? title->text : project->handle;
}

static enum pmo_result add_project(struct pmo_workspace *workspace, size_t *capacity,
				   const char *handle, const char *path)
{
	struct pmo_project *project = pmo_arena_alloc(&workspace->arena, sizeof(*project));
	void *grown =
		pmo_arena_grow(&workspace->arena, workspace->projects, workspace->project_count,
			       capacity, sizeof(*workspace->projects));
	if (!project || !grown)
		return PMO_NO_MEMORY;
	project->handle = pmo_arena_string(&workspace->arena, handle);
	project->path = pmo_arena_string(&workspace->arena, path);
	if (!project->handle || !project->path)
		return PMO_NO_MEMORY;
	project->title = project_title(workspace, project);
	workspace->projects = grown;
	workspace->projects[workspace->project_count++] = project;
	return PMO_OK;
}

static enum pmo_result report_handle(struct pmo_workspace *workspace, const char *path,
				     const char *name)
{
	const struct pmo_place *place = tree_place(&workspace->tree, path);
	if (!place)
		return PMO_NO_MEMORY;
	pmo_diag_add(workspace->diags, PMO_WARNING, "handle", place,
		     "the project is not read: '%s' cannot be a handle", name);
	pmo_diag_hint(workspace->diags,
		      "rename the folder: letters, digits, _ . and -, no blanks, not like RSK-3");
	return PMO_OK;
}

static enum pmo_result find_projects(struct pmo_workspace *workspace)
{
	struct tree_names names;
	size_t capacity = 0;
	if (tree_exists(&workspace->tree, "project.yaml"))
		return add_project(workspace, &capacity, last_component(workspace->root), "");
	enum pmo_result result = tree_list(&workspace->tree, "", &names);
	for (size_t i = 0; result == PMO_OK && i < names.count; i++) {
		const char *name = names.items[i].name;
		const char *file = pmo_arena_format(&workspace->arena, "%s/project.yaml", name);
		if (!file)
			return PMO_NO_MEMORY;
		if (names.items[i].type != TREE_FOLDER || !tree_exists(&workspace->tree, file))
			continue;
		if (handle_is_valid(name))
			result = add_project(workspace, &capacity, name, name);
		else
			result = report_handle(workspace, file, name);
	}
	return result;
}

/* The project whose folder the command was started in. */
static bool is_inside(const struct pmo_workspace *workspace, const struct pmo_project *project)
{
	size_t root = strlen(workspace->root), path = strlen(project->path);
	const char *below = workspace->env.directory;
	if (strncmp(below, workspace->root, root) != 0 || !path)
		return !path;
	below += root;
	below += strspn(below, "/");
	return strncmp(below, project->path, path) == 0 && (below[path] == '/' || !below[path]);
}

static void choose_project(struct pmo_workspace *workspace)
{
	const char *wanted = workspace->env.project;
	for (size_t i = 0; i < workspace->project_count; i++) {
		const struct pmo_project *project = workspace->projects[i];
		if (wanted ? pmo_ascii_equal(project->handle, wanted)
			   : is_inside(workspace, project))
			workspace->project = project;
	}
	if (!wanted && !workspace->project && workspace->project_count == 1)
		workspace->project = workspace->projects[0];
	workspace->project_is_missing = wanted && !workspace->project;
}

static void set_clock(struct pmo_workspace *workspace)
{
	struct pmo_zones zones;
	struct pmo_moment moment = { .minutes = workspace->env.now };
	const char *zone = workspace->config.timezone;
	workspace->world.today = workspace->tree.at ? at_today(workspace) : workspace->env.today;
	if (workspace->world.today != PMO_DATE_NONE)
		return;
	if (zone && workspace->env.zoneinfo) {
		pmo_zones_init(&zones, &workspace->arena, workspace->env.zoneinfo);
		if (pmo_moment_from_utc(&zones, workspace->env.now, zone, &moment) != PMO_OK)
			moment.minutes = workspace->env.now;
	}
	workspace->world.today = pmo_moment_date(&moment);
}

/* The person of an e-mail address. */
static const char *person_of_email(struct pmo_workspace *workspace, const char *email)
{
	struct pmo_records people;
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "person");
	if (!schema || pmo_workspace_records(workspace, NULL, schema, &people) != PMO_OK)
		return NULL;
	int field = pmo_schema_field(schema, "email");
	for (size_t i = 0; i < people.count; i++) {
		const char *own = pmo_record_text(&people.items[i], field);
		if (own && pmo_ascii_equal(own, email))
			return people.items[i].id;
	}
	return NULL;
}

static void set_user(struct pmo_workspace *workspace)
{
	const struct pmo_env *env = &workspace->env;
	const char *user = env->user && *env->user ? env->user : workspace->user_config.user;
	if (!user && env->email)
		user = person_of_email(workspace, env->email);
	workspace->world.me = user;
}

/* What cannot be looked at may be the workspace; one further up would be the wrong one. */
static enum pmo_result report_blind(struct pmo_workspace *workspace, const char *path)
{
	pmo_diag_add(workspace->diags, PMO_ERROR, "io", NULL, "cannot look into %s", path);
	return PMO_IO;
}

/* Walks upwards: the nearest pmo.yaml counts, else the nearest project.yaml. */
static enum pmo_result find_root(struct pmo_workspace *workspace, const char *name)
{
	struct pmo_diags unheard;
	char *path = pmo_arena_string(&workspace->arena, workspace->env.directory);
	pmo_diags_init(&unheard, &workspace->arena);
	if (!path)
		return PMO_NO_MEMORY;
	while (*path) {
		struct tree tree;
		enum pmo_result result = tree_open(&tree, path, &workspace->arena, &unheard);
		if (result == PMO_NO_MEMORY || unheard.lost)
			return PMO_NO_MEMORY;
		if (result == PMO_OK && tree_exists(&tree, name))
			workspace->root = path;
		tree_release(&tree);
		if (tree.has_failed)
			return report_blind(workspace, path);
		if (workspace->root)
			return PMO_OK;
		char *slash = strrchr(path, '/');
		if (!slash || !path[1])
			break;
		slash[slash == path] = '\0';
	}
	return PMO_NOT_FOUND;
}

static enum pmo_result load(struct pmo_workspace *workspace)
{
	enum pmo_result result = load_config(workspace);
	if (result == PMO_OK)
		result = load_tables(workspace);
	if (result == PMO_OK)
		result = find_projects(workspace);
	if (result != PMO_OK)
		return result;
	workspace->world.mail_domains = workspace->config.mail_domains;
	choose_project(workspace);
	set_clock(workspace);
	result = workspace_load_calendar(workspace);
	if (result == PMO_OK)
		set_user(workspace);
	return result == PMO_OK && workspace->exhausted ? PMO_NO_MEMORY : result;
}

enum pmo_result pmo_workspace_open(const struct pmo_env *env, struct pmo_diags *diags,
				   struct pmo_workspace **out)
{
	struct pmo_workspace *workspace = calloc(1, sizeof(*workspace));
	*out = workspace;
	if (!workspace)
		return PMO_NO_MEMORY;
	pmo_arena_init(&workspace->arena);
	pmo_arena_init(&workspace->bodies);
	workspace->env = *env;
	workspace->diags = diags;
	workspace->tree.root_fd = -1;
	lookup_init_world(workspace);
	enum pmo_result result = find_root(workspace, "pmo.yaml");
	if (result == PMO_NOT_FOUND)
		result = find_root(workspace, "project.yaml");
	if (result == PMO_OK)
		result = tree_open(&workspace->tree, workspace->root, &workspace->arena, diags);
	if (result == PMO_OK && env->at)
		result = at_open(workspace);
	if (result == PMO_OK)
		result = tree_begin_read(&workspace->tree);
	workspace->is_reading = result == PMO_OK;
	if (result == PMO_OK)
		result = load(workspace);
	return result;
}

void pmo_workspace_close(struct pmo_workspace *workspace)
{
	if (!workspace)
		return;
	if (workspace->tree.root_fd >= 0)
		tree_release(&workspace->tree);
	pmo_arena_release(&workspace->bodies);
	pmo_arena_release(&workspace->arena);
	free(workspace);
}

enum pmo_result pmo_workspace_settled(struct pmo_workspace *workspace)
{
	if (!workspace->is_reading)
		return PMO_OK;
	workspace->is_reading = false;
	return tree_end_read(&workspace->tree);
}

void workspace_forget(struct pmo_workspace *workspace)
{
	memset(workspace->shelves, 0, sizeof(workspace->shelves));
}

/* The shape alone, which is all that the expressions of other registers need. */
static struct pmo_schema *shape_at(struct pmo_workspace *workspace, size_t index)
{
	struct pmo_schema **schema = &workspace->schemas[index];
	if (*schema)
		return *schema;
	if (schema_shape(&workspace->arena, workspace->tables[index], &workspace->family, schema) !=
	    PMO_OK)
		return NULL;
	(*schema)->own = index >= workspace->config.built_in;
	return *schema;
}

struct pmo_schema *workspace_schema_at(struct pmo_workspace *workspace, size_t index)
{
	struct pmo_schema *schema = shape_at(workspace, index);
	if (!schema || schema->derive)
		return schema;
	enum pmo_result result = schema_complete(&workspace->arena, schema, workspace->diags);
	if (result != PMO_NO_MEMORY)
		return schema;
	workspace->schemas[index] = NULL;
	return NULL;
}

static const struct pmo_schema *family_find(void *store, const char *name)
{
	struct pmo_workspace *workspace = store;
	for (size_t i = 0; i < workspace->table_count; i++)
		if (strcmp(workspace->tables[i]->name, name) == 0)
			return shape_at(workspace, i);
	return NULL;
}

static const char *family_limit(void *store, const char *name)
{
	const struct pmo_workspace *workspace = store;
	return pmo_config_threshold(&workspace->config, name);
}

const struct pmo_register *pmo_workspace_table(const struct pmo_workspace *workspace, size_t index)
{
	return index < workspace->table_count ? workspace->tables[index] : NULL;
}

const struct pmo_schema *pmo_workspace_schema(struct pmo_workspace *workspace, const char *name)
{
	for (size_t i = 0; i < workspace->table_count; i++) {
		const struct pmo_register *table = workspace->tables[i];
		if (pmo_ascii_equal(name, table->name) || pmo_ascii_equal(name, table->plural) ||
		    pmo_ascii_equal(name, table->prefix))
			return workspace_schema_at(workspace, i);
	}
	return NULL;
}

const char *pmo_workspace_root(const struct pmo_workspace *workspace)
{
	return workspace->root;
}

const struct pmo_config *pmo_workspace_config(const struct pmo_workspace *workspace)
{
	return &workspace->config;
}

const struct pmo_config *pmo_workspace_user_config(const struct pmo_workspace *workspace)
{
	return &workspace->user_config;
}

const struct pmo_world *pmo_workspace_world(const struct pmo_workspace *workspace)
{
	return &workspace->world;
}

struct pmo_arena *pmo_workspace_arena(struct pmo_workspace *workspace)
{
	return &workspace->arena;
}

struct pmo_diags *pmo_workspace_diags(struct pmo_workspace *workspace)
{
	return workspace->diags;
}

const struct pmo_project *const *pmo_workspace_projects(const struct pmo_workspace *workspace,
							size_t *count)
{
	*count = workspace->project_count;
	return workspace->projects;
}

const struct pmo_project *pmo_workspace_project(const struct pmo_workspace *workspace)
{
	return workspace->project;
}

static void add_handles(const struct pmo_workspace *workspace, struct pmo_buffer *out)
{
	for (size_t i = 0; i < workspace->project_count; i++)
		pmo_buffer_add_format(out, "%s%s", i ? ", " : "", workspace->projects[i]->handle);
}

enum pmo_result pmo_workspace_need_project(struct pmo_workspace *workspace,
					   const struct pmo_project **project)
{
	*project = workspace->project;
	if (*project)
		return PMO_OK;
	struct pmo_buffer handles;
	pmo_buffer_init(&handles, 4096);
	add_handles(workspace, &handles);
	if (workspace->project_is_missing)
		pmo_diag_add(workspace->diags, PMO_ERROR, "project-missing", NULL,
			     "there is no project '%s'", workspace->env.project);
	else if (!workspace->project_count)
		pmo_diag_add(workspace->diags, PMO_ERROR, "project-missing", NULL,
			     "there is no project in this workspace");
	else
		pmo_diag_add(workspace->diags, PMO_ERROR, "project-unclear", NULL,
			     "which project is meant?");
	if (workspace->project_count)
		pmo_diag_hint(workspace->diags, "choose with -p: %s", handles.data);
	else
		pmo_diag_hint(workspace->diags, "pmo init \"TITLE\"");
	pmo_buffer_release(&handles);
	return workspace->project_is_missing ? PMO_NOT_FOUND : PMO_USAGE;
}

enum pmo_result pmo_workspace_records(struct pmo_workspace *workspace,
				      const struct pmo_project *project,
				      const struct pmo_schema *schema, struct pmo_records *records)
{
	struct shelf *shelf;
	records->items = NULL;
	records->count = 0;
	enum pmo_result result = shelf_open(workspace, project, schema, &shelf);
	if (result == PMO_OK)
		result = shelf_load(workspace, shelf);
	struct shelf_set *set = result == PMO_OK ? shelf_set_of(shelf, schema) : NULL;
	if (set) {
		records->items = set->records;
		records->count = set->count;
	}
	return result;
}

enum pmo_result pmo_workspace_choose(struct pmo_workspace *workspace,
				     const struct pmo_project *project,
				     const struct pmo_schema *schema,
				     const struct pmo_chooser *chooser)
{
	struct shelf *shelf;
	enum pmo_result result = shelf_open(workspace, project, schema, &shelf);
	if (result == PMO_OK)
		result = shelf_load_sparingly(workspace, shelf, schema);
	const struct shelf_set *set = result == PMO_OK ? shelf_set_of(shelf, schema) : NULL;
	for (size_t i = 0; set && i < set->count && result == PMO_OK; i++) {
		const struct pmo_record *record = &set->records[i];
		result = ydoc_open(record->doc, record->node);
		if (result == PMO_OK && !chooser->wants(chooser->data, record))
			ydoc_close(record->doc, record->node);
	}
	return result;
}
