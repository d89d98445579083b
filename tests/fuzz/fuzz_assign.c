/*
 * Any assignments to a record of any text. The input's lines up to an empty one are
 * assignments, what follows is the register's file. What is refused changes nothing,
 * setting a field to what it has just been set to changes nothing, and what is left can
 * be judged and put together with the rest of its file.
 */
#include "store/draft.h"

#include <stdlib.h>
#include <string.h>

enum { ASSIGNMENTS = 6, LINE_LIMIT = 400 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const results[] = { "pass", "fail", "no", NULL };
static const struct pmo_field visit[] = {
	{ .name = "on", .kind = PMO_DATE },
	{ .name = "result", .kind = PMO_CHOICE, .choices = results },
	{ .name = "remark", .kind = PMO_TEXT, .was = "comment" },
	{ .name = "serials", .kind = PMO_TEXT, .flags = PMO_LIST },
	{ 0 },
};
static const struct pmo_field fields[] = {
	{ .name = "fee", .kind = PMO_MONEY, .flags = PMO_TRACKED, .was = "cost" },
	{ .name = "about", .kind = PMO_PROSE, .flags = PMO_TRACKED },
	{ .name = "count", .kind = PMO_INTEGER, .range = "1..5" },
	{ .name = "starts", .kind = PMO_MOMENT },
	{ .name = "effort", .kind = PMO_DURATION, .flags = PMO_SIGNED },
	{ .name = "needs", .kind = PMO_REF, .flags = PMO_LIST, .to = "permit" },
	{ .name = "visits",
	  .kind = PMO_STRUCT,
	  .flags = PMO_LIST,
	  .members = visit,
	  .brief = "on result? remark?" },
	{ .name = "last", .kind = PMO_STRUCT, .members = visit, .brief = "on result?" },
	{ 0 },
};
static const struct pmo_move moves[] = {
	{ .verb = "close", .from = "open", .to = "closed", .needs = "fee", .sets = "count=1" },
	{ .verb = "reopen", .from = "closed", .to = "open" },
	{ 0 },
};
static const struct pmo_register table = {
	.name = "permit",
	.plural = "permits",
	.prefix = "PMT",
	.layout = PMO_LAYOUT_FILE,
	.fields = fields,
	.moves = moves,
};
static const struct pmo_project project = { "p", "", "P" };

static void require(bool condition)
{
	if (!condition)
		abort();
}

struct world {
	struct pmo_workspace workspace;
	struct pmo_diags diags;
	const struct pmo_register *tables[2];
	struct pmo_schema *schemas[2];
	const struct pmo_project *projects[1];
	struct shelf shelf;
	struct shelf_file file;
	struct shelf_set set;
};

static void begin(struct world *world)
{
	struct pmo_workspace *workspace = &world->workspace;
	memset(world, 0, sizeof(*world));
	pmo_arena_init(&workspace->arena);
	pmo_diags_init(&world->diags, &workspace->arena);
	workspace->diags = &world->diags;
	workspace->tree = (struct tree){ .root_fd = -1,
					 .private_fd = -1,
					 .tmp_fd = -1,
					 .arena = &workspace->arena,
					 .diags = &world->diags };
	world->tables[0] = &table;
	workspace->tables = world->tables;
	workspace->schemas = world->schemas;
	workspace->table_count = 1;
	world->projects[0] = workspace->project = &project;
	workspace->projects = world->projects;
	workspace->project_count = 1;
	lookup_init_world(workspace);
	workspace->world.today = 20777;
	workspace->world.me = "PC";
}

/* The file as if it had been read from a disk; the first record of it, or NULL. */
static const struct pmo_record *load(struct world *world, const char *text, size_t length)
{
	struct pmo_workspace *workspace = &world->workspace;
	struct pmo_source source = { "permits.yaml", text, length, 0 };
	world->shelf = (struct shelf){ .project = &project,
				       .name = "permits",
				       .path = "permits.yaml",
				       .layout = PMO_LAYOUT_FILE,
				       .is_loaded = true,
				       .file = &world->file,
				       .sets = &world->set };
	for (size_t i = 0; i < WORKSPACE_SHELVES; i++) /* it is found wherever it is looked for */
		workspace->shelves[i] = &world->shelf;
	world->file.file =
		(struct tree_file){ .path = "permits.yaml", .bytes = text, .length = length };
	world->file.sample = &world->file.doc;
	world->set.schema = workspace_schema_at(workspace, 0);
	map_init(&world->set.ids, &workspace->arena);
	if (ydoc_read_entries(&world->file.doc, &workspace->arena, &source, &world->diags) !=
	    PMO_OK)
		return NULL;
	const struct ydoc_node *root = world->file.doc.root;
	if (!root || root->kind != YDOC_MAP || !root->first || !id_is_canonical(root->first->key))
		return NULL;
	struct pmo_record *record = pmo_arena_alloc(&workspace->arena, sizeof(*record));
	*record = (struct pmo_record){ .schema = world->set.schema,
				       .world = &workspace->world,
				       .doc = &world->file.doc,
				       .node = root->first,
				       .id = root->first->key,
				       .project = &project,
				       .path = "permits.yaml" };
	world->set.records = record;
	world->set.count = 1;
	require(map_put(&world->set.ids, record->id, record) == PMO_OK);
	return record;
}

static void assign(struct pmo_draft *draft, const char *text)
{
	const char *before = pmo_draft_text(draft), *equals = strchr(text, '=');
	enum pmo_result result = pmo_draft_assign(draft, text);
	if (result != PMO_OK) {
		require(strcmp(pmo_draft_text(draft), before) == 0);
		require(draft->update->workspace->diags->last != NULL);
		return;
	}
	bool plain = equals > text && equals[1] && equals[-1] != '+' && equals[-1] != '-' &&
		     !memchr(text, '.', (size_t)(equals - text));
	if (!plain)
		return;
	const char *after = pmo_draft_text(draft);
	require(pmo_draft_assign(draft, text) == PMO_OK);
	require(strcmp(pmo_draft_text(draft), after) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct world world;
	struct pmo_update *update;
	struct pmo_draft *draft;
	struct pmo_update_options dry = { .on = PMO_DATE_NONE, .dry = true, .note = "because" };
	begin(&world);
	char *input = pmo_arena_copy(&world.workspace.arena, (const char *)data, size);
	char *lines[ASSIGNMENTS], *text = input;
	size_t count = 0;
	for (char *end; count < ASSIGNMENTS && (end = strchr(text, '\n')) && end != text;
	     text = end + 1) {
		*end = '\0';
		if (end - text < LINE_LIMIT)
			lines[count++] = text;
	}
	text += *text == '\n';
	const struct pmo_record *record = load(&world, text, strlen(text));
	require(pmo_update_begin(&world.workspace, &dry, &update) == PMO_OK);
	if (record && pmo_update_edit(update, record, &draft) == PMO_OK) {
		for (size_t i = 0; i < count; i++)
			assign(draft, lines[i]);
		require(pmo_update_add(update, &project, record->schema, NULL, &draft) !=
			PMO_NO_MEMORY);
		if (draft && count)
			assign(draft, lines[0]);
		enum pmo_result result = pmo_update_commit(update);
		require(result == PMO_OK || result == PMO_REFUSED || result == PMO_UNSUPPORTED);
	}
	pmo_update_end(update);
	pmo_arena_release(&world.workspace.arena);
	return 0;
}
