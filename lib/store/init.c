/*
 * Beginning: pmo.yaml where there is none, and a charter. Both are written as a person
 * would want to find them: little that holds, and in comments what may be said.
 */
#include <pmo/maintain.h>

#include "base/yaml_quote.h"
#include "store/commit.h"
#include "store/ids.h"
#include "store/lock.h"
#include "store/workspace.h"

#include <pmo/text.h>

#include <string.h>

enum { HANDLE_MADE_MAX = 24, TEXT_MAX = 1 << 16 };

static const char workspace_comments[] =
	"# What counts here: limits and authority differ from place to place.\n"
	"# limits: [county]             # limits/county.yaml; pmo limits shows what holds\n"
	"# thresholds:\n"
	"#   capital_limit: 5000.00\n"
	"\n"
	"# Words of your own for those that reports use.\n"
	"# labels:\n"
	"#   yellow: Amber\n"
	"\n"
	"# Lists that you ask for often: pmo risk @hot\n"
	"# filters:\n"
	"#   hot: {register: risk, where: score >= 12, sort: -score}\n"
	"\n"
	"# Fields that you want on records beyond those pmo knows.\n"
	"# fields:\n"
	"#   risk:\n"
	"#     district: {type: choice, choices: [north, south]}\n";

static const char charter_comments[] =
	"\n"
	"# Who decides and who delivers, by handle:  pmo person add SPO \"NAME\"\n"
	"# sponsor: SPO\n"
	"# pm: PM\n"
	"\n"
	"# start: 2026-06-01\n"
	"# target_finish: 2027-04-02\n"
	"# budget_authorized: 1200000.00\n"
	"# tolerance: {schedule: 10d, cost: 5}\n"
	"# business_need: one sentence that a newspaper could print\n"
	"# scope_in:\n"
	"#   - what belongs to it\n"
	"# scope_out:\n"
	"#   - what does not\n";

static enum pmo_result refuse(struct pmo_creation *creation, enum pmo_result result,
			      const char *code, const char *hint, const char *message)
{
	pmo_diag_add(creation->diags, PMO_ERROR, code, NULL, "%s", message ? message : "");
	pmo_diag_hint(creation->diags, "%s", hint);
	return message ? result : PMO_NO_MEMORY;
}

/* `fedora-20` would be read as an id; it is fedora20 then. */
static void join_number(char *handle)
{
	char *dash = strchr(handle, '-');
	if (dash && !handle_is_valid(handle))
		memmove(dash, dash + 1, strlen(dash));
}

/* "CAD Upgrade, Phase 2" is cad-upgrade-phase-2, cut at a word. */
static char *handle_of_title(struct pmo_arena *arena, const char *title)
{
	char *handle = pmo_arena_alloc(arena, strlen(title) + 1);
	size_t length = 0, word = 0;
	for (const char *c = title; handle && *c && length <= HANDLE_MADE_MAX; c++) {
		if (pmo_ascii_is_alnum(*c)) {
			handle[length++] = pmo_ascii_to_lower(*c);
		} else if (length && handle[length - 1] != '-') {
			word = length;
			handle[length++] = '-';
		}
	}
	if (handle && length > HANDLE_MADE_MAX)
		length = word ? word : HANDLE_MADE_MAX;
	while (handle && length && handle[length - 1] == '-')
		length--;
	if (handle) {
		handle[length] = '\0';
		join_number(handle);
	}
	return handle;
}

/* A name that a register of the workspace has its records under. */
static bool is_taken_by_register(const struct pmo_creation *creation)
{
	for (size_t i = 0; pmo_registers[i]; i++) {
		const struct pmo_register *table = pmo_registers[i];
		const char *place = table->place ? table->place : table->plural;
		if (table->scope == PMO_SCOPE_WORKSPACE && pmo_ascii_equal(place, creation->handle))
			return true;
	}
	return pmo_ascii_equal(creation->handle, "calendars");
}

static enum pmo_result settle_handle(struct pmo_creation *creation)
{
	if (!*creation->title || strpbrk(creation->title, "\r\n"))
		return refuse(creation, PMO_USAGE, "title", "pmo init \"CAD upgrade\"",
			      "a project needs a title of one line");
	if (!creation->handle)
		creation->handle = handle_of_title(creation->arena, creation->title);
	if (!creation->handle)
		return PMO_NO_MEMORY;
	if (!*creation->handle)
		return refuse(creation, PMO_USAGE, "handle",
			      "say one yourself, letters, digits, _ . and -: pmo init TITLE cadup",
			      "no handle can be made of this title");
	const char *shown = pmo_arena_format(creation->arena, "'%s' cannot be the project's handle",
					     creation->handle);
	if (!handle_is_valid(creation->handle))
		return refuse(creation, PMO_USAGE, "handle",
			      "say one yourself, letters, digits, _ . and -: pmo init TITLE cadup",
			      shown);
	if (is_taken_by_register(creation))
		return refuse(creation, PMO_USAGE, "handle",
			      "a register of the workspace has that name; say another: "
			      "pmo init TITLE HANDLE",
			      shown);
	return PMO_OK;
}

/* The folder may be there, with a person's own things in it; a charter may not. */
static enum pmo_result check_free(struct pmo_creation *creation, struct tree *tree)
{
	struct tree_names names;
	struct pmo_arena *arena = creation->arena;
	enum pmo_result result = tree_list(tree, "", &names);
	for (size_t i = 0; result == PMO_OK && i < names.count; i++) {
		const char *name = names.items[i].name;
		const char *charter = pmo_arena_format(arena, "%s/project.yaml", name);
		bool same = pmo_ascii_equal(name, creation->handle);
		if (!charter)
			return PMO_NO_MEMORY;
		if (same && (names.items[i].type != TREE_FOLDER || tree_exists(tree, charter)))
			return refuse(creation, PMO_EXISTS, "project-exists",
				      "nothing was written; choose another handle: "
				      "pmo init TITLE HANDLE",
				      pmo_arena_format(arena, "%s is there already", name));
		if (same && strcmp(name, creation->handle) != 0)
			return refuse(
				creation, PMO_EXISTS, "project-exists",
				"two names that differ in capitals only are one on some disks",
				pmo_arena_format(arena, "there is a folder %s", name));
	}
	return result;
}

static char *finish_text(struct pmo_creation *creation, struct pmo_buffer *text)
{
	char *copy =
		text->failed ? NULL : pmo_arena_copy(creation->arena, text->data, text->length);
	pmo_buffer_release(text);
	return copy;
}

static char *workspace_text(struct pmo_creation *creation)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, TEXT_MAX);
	pmo_buffer_add_text(
		&text, "# What holds for all projects here. A line that begins with # says\n"
		       "# nothing; take the # away to say it. pmo schema lists the registers.\n"
		       "format: 1\n"
		       "# organisation: Fairmont County\n");
	if (creation->timezone)
		pmo_buffer_add_format(&text, "timezone: %s\n", creation->timezone);
	else
		pmo_buffer_add_text(&text,
				    "# timezone: America/Chicago   # of times without one\n");
	pmo_buffer_add_text(
		&text, "# currency: USD\n"
		       "# calendar: fairmont           # calendars/fairmont.yaml has holidays\n");
	if (creation->in_repository)
		pmo_buffer_add_text(
			&text, "\n"
			       "# This folder is kept with git: each command commits just the "
			       "files it wrote.\n"
			       "# Take the line away, or write `commit: off`, to do that "
			       "yourself.\n"
			       "commit: auto\n");
	pmo_buffer_add_char(&text, '\n');
	pmo_buffer_add_text(&text, workspace_comments);
	return finish_text(creation, &text);
}

/* The user, when people.yaml knows them or nobody keeps one yet. */
static const char *coordinator(const struct pmo_creation *creation)
{
	struct pmo_workspace *workspace = creation->workspace;
	const struct pmo_record *person = NULL;
	if (!workspace) {
		const char *user = creation->env->user;
		return user && handle_is_valid(user) ? user : NULL;
	}
	const char *me = workspace->world.me;
	if (!me || !handle_is_valid(me))
		return NULL;
	enum pmo_result result = lookup_record(workspace, NULL, me, "person", &person);
	if (result == PMO_NO_MEMORY)
		workspace->exhausted = true; /* the update tells */
	if (result == PMO_OK && person)
		return person->id;
	return workspace->world.keeps(workspace, NULL, "person") ? NULL : me;
}

static char *charter_text(struct pmo_creation *creation)
{
	struct pmo_buffer text;
	const char *user = coordinator(creation);
	pmo_buffer_init(&text, TEXT_MAX);
	pmo_buffer_add_text(&text, "# The charter. pmo schema project explains every field.\n"
				   "title: ");
	yaml_add_text(&text, creation->title, strlen(creation->title), false);
	pmo_buffer_add_char(&text, '\n');
	if (user)
		pmo_buffer_add_format(&text, "coordinator: %s\n", user);
	else
		pmo_buffer_add_text(&text, "# coordinator: PC\n");
	pmo_buffer_add_text(&text, "phase: initiate\n");
	pmo_buffer_add_text(&text, charter_comments);
	return finish_text(creation, &text);
}

static enum pmo_result add_to_workspace(struct pmo_creation *creation, const char *charter)
{
	struct pmo_workspace *workspace = creation->workspace;
	struct pmo_update_options options = { .on = PMO_DATE_NONE };
	struct pmo_update *update;
	enum pmo_result result = pmo_update_begin(workspace, &options, &update);
	if (result == PMO_OK)
		result = check_free(creation, &workspace->tree);
	if (result == PMO_OK)
		result =
			pmo_update_write_file(update, creation->files[0], charter, strlen(charter));
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	pmo_update_end(update);
	return result;
}

static enum pmo_result write_new(struct pmo_creation *creation, struct tree *tree,
				 const char *settings, const char *charter)
{
	const struct pmo_env *env = creation->env;
	struct commit commit;
	char date[PMO_DATE_SIZE];
	int32_t today = env->today != PMO_DATE_NONE ? env->today : (int32_t)(env->now / (24 * 60));
	pmo_date_format(today, date);
	struct journal_note note = { env->command ? env->command : "init", date, env->user };
	commit_init(&commit, tree, &note);
	enum pmo_result result =
		commit_write(&commit, creation->files[0], NULL, settings, strlen(settings));
	if (result == PMO_OK)
		result = commit_write(&commit, creation->files[1], NULL, charter, strlen(charter));
	return result == PMO_OK ? commit_apply(&commit) : result;
}

static enum pmo_result make_workspace(struct pmo_creation *creation, const char *charter)
{
	struct tree tree;
	struct lock lock;
	const struct pmo_env *env = creation->env;
	const char *settings = workspace_text(creation);
	if (!settings)
		return PMO_NO_MEMORY;
	enum pmo_result result = tree_open(&tree, creation->root, creation->arena, creation->diags);
	if (result != PMO_OK)
		return result;
	result = check_free(creation, &tree); /* before there is a .pmo here */
	if (result == PMO_OK)
		result = lock_take(&tree, env->lock_wait, env->holder ? env->holder : "pmo", &lock);
	if (result == PMO_OK) {
		result = commit_recover(&tree);
		if (result == PMO_OK && tree_exists(&tree, "pmo.yaml"))
			result = refuse(creation, PMO_EXISTS, "project-exists",
					"nothing was written; look at it, then try again",
					"somebody else has just made a pmo.yaml here");
		if (result == PMO_OK)
			result = check_free(creation, &tree);
		if (result == PMO_OK)
			result = write_new(creation, &tree, settings, charter);
		lock_release(&lock);
	}
	tree_release(&tree);
	return result;
}

enum pmo_result pmo_workspace_create(struct pmo_creation *creation)
{
	struct pmo_workspace *workspace = creation->workspace;
	enum pmo_result result = settle_handle(creation);
	if (result != PMO_OK)
		return result;
	if (workspace && workspace->project_count == 1 && !*workspace->projects[0]->path)
		return refuse(
			creation, PMO_REFUSED, "one-project",
			"put its files into a folder of their own and a pmo.yaml beside it, or "
			"begin in another folder",
			"this workspace is one project: its project.yaml stands at the top");
	creation->root = workspace ? workspace->root : creation->env->directory;
	const char *path = pmo_arena_format(creation->arena, "%s/project.yaml", creation->handle);
	char *charter = charter_text(creation);
	if (!path || !charter)
		return PMO_NO_MEMORY;
	creation->file_count = 0;
	if (!workspace)
		creation->files[creation->file_count++] = "pmo.yaml";
	creation->files[creation->file_count++] = path;
	return workspace ? add_to_workspace(creation, charter) : make_workspace(creation, charter);
}
