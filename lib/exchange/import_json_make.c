/*
 * A workspace made of a document: every file is put together and proved in memory, then all
 * of them are one commit.
 */
#include "exchange/import_json.h"

#include "base/map.h"
#include "store/commit.h"
#include "store/config.h"
#include "store/ids.h"
#include "store/lock.h"

#include <pmo/text.h>

#include <string.h>

struct made {
	const char *id;
	const struct ydoc_value *value;
	bool is_placed; /* the order has named it */
	struct made *next;
	struct made *same;          /* the next one of this very id */
	struct made *tail, *cursor; /* of the first: the last of them, and where the order is */
};

/* Where the records of a register, or of several, go. */
struct place {
	const char *path; /* "cadup/risks" */
	enum pmo_layout layout;
	struct made *first, *last;
	struct map ids, folded; /* the first one of an id */
	struct place *next;
};

struct making {
	struct json_run run;
	const struct pmo_env *env;
	struct pmo_config config;
	struct pmo_schema **schemas; /* beside config.registers */
	struct place *first, *last;
	struct map places; /* by path */
	struct tree tree;
	struct commit commit;
	bool failed;
};

static const struct pmo_schema *find_schema(struct json_run *run, const char *name)
{
	struct making *making = run->data;
	const struct pmo_register *const *tables = making->config.registers;
	size_t i = 0;
	while (tables[i] && strcmp(tables[i]->name, name) != 0)
		i++;
	if (!tables[i])
		return NULL;
	if (!making->schemas[i]) {
		enum pmo_result result = schema_compile(run->intake->arena, tables[i],
							run->intake->diags, &making->schemas[i]);
		making->failed |= result == PMO_NO_MEMORY;
	}
	return making->schemas[i];
}

/* The text of a file, for the commit. */
static enum pmo_result add_file(struct making *making, const char *path, struct pmo_buffer *text)
{
	char *bytes = text->failed
			      ? NULL
			      : pmo_arena_copy(making->run.intake->arena, text->data, text->length);
	size_t length = text->length;
	pmo_buffer_release(text);
	return path && bytes ? commit_write(&making->commit, path, NULL, bytes, length)
			     : PMO_NO_MEMORY;
}

static enum pmo_result cannot_write(const struct making *making, const char *what)
{
	return json_fault(making->run.intake, making->run.intake->root,
			  "%s cannot be written as YAML in a way that reads back", what);
}

static enum pmo_result make_config(struct making *making)
{
	struct pmo_intake *intake = making->run.intake;
	const struct ydoc_node *node = ydoc_get(intake->root, "workspace");
	struct ydoc *doc = pmo_arena_alloc(intake->arena, sizeof(*doc));
	struct ydoc_value *value =
		node ? json_raw(node, intake->arena) : ydoc_value_map(intake->arena);
	struct pmo_buffer text;
	enum pmo_result result = PMO_OK;
	if (!doc || !value)
		return PMO_NO_MEMORY;
	pmo_buffer_init(&text, YDOC_BYTES);
	if (value->count)
		result = json_write(NULL, value, intake->arena, &text);
	else
		pmo_buffer_add_text(&text, "# What holds for all projects here.\n");
	struct pmo_source source = { "pmo.yaml", NULL, text.length, 0 };
	source.bytes = pmo_arena_copy(intake->arena, text.data, text.length);
	if (result == PMO_UNSUPPORTED)
		result = cannot_write(making, "pmo.yaml");
	if (result == PMO_OK)
		result = source.bytes ? ydoc_read(doc, intake->arena, &source, intake->diags)
				      : PMO_NO_MEMORY;
	config_init(&making->config, pmo_registers);
	if (result == PMO_OK)
		result = config_read(&making->config, doc, intake->diags);
	if (result == PMO_OK)
		return add_file(making, "pmo.yaml", &text);
	pmo_buffer_release(&text);
	return result;
}

static enum pmo_result need_place(struct making *making, const struct json_entry *entry,
				  struct place **out)
{
	struct pmo_arena *arena = making->run.intake->arena;
	const struct pmo_register *table = entry->schema->table;
	const char *path = pmo_arena_format(arena, "%s%s%s", entry->project ? entry->project : "",
					    entry->project ? "/" : "",
					    table->place ? table->place : table->plural);
	*out = path ? map_get(&making->places, path) : NULL;
	if (*out)
		return PMO_OK;
	struct place *place = pmo_arena_alloc(arena, sizeof(*place));
	if (!path || !place || map_put(&making->places, path, place) != PMO_OK)
		return PMO_NO_MEMORY;
	place->path = path;
	place->layout = table->layout;
	map_init(&place->ids, arena);
	map_init(&place->folded, arena);
	if (making->last)
		making->last->next = place;
	else
		making->first = place;
	making->last = place;
	*out = place;
	return PMO_OK;
}

/* Ids that differ in capitals only are one file on some disks: such records share one. */
static enum pmo_result add_made(struct making *making, struct place *place, struct made *made)
{
	char folded[HANDLE_MAX + 1];
	if (!handle_fold(made->id, folded))
		return PMO_INVALID;
	char *key = pmo_arena_string(making->run.intake->arena, folded);
	struct made *head = map_get(&place->ids, made->id);
	if (!key)
		return PMO_NO_MEMORY;
	if (map_get(&place->folded, key) && place->layout == PMO_LAYOUT_FOLDER)
		place->layout = PMO_LAYOUT_FILE;
	if (!head) {
		head = made->tail = made->cursor = made;
		if (map_put(&place->ids, made->id, made) != PMO_OK ||
		    map_put(&place->folded, key, made) != PMO_OK)
			return PMO_NO_MEMORY;
	} else {
		head->tail->same = made;
		head->tail = made;
	}
	if (place->last)
		place->last->next = made;
	else
		place->first = made;
	place->last = made;
	return PMO_OK;
}

static enum pmo_result take(struct json_run *run, const struct json_entry *entry)
{
	struct making *making = run->data;
	struct json_record record;
	struct place *place;
	struct made *made = pmo_arena_alloc(run->intake->arena, sizeof(*made));
	enum pmo_result result = made ? json_record_read(run, entry, &record) : PMO_NO_MEMORY;
	if (result == PMO_OK)
		result = need_place(making, entry, &place);
	if (result != PMO_OK)
		return result;
	made->id = entry->id;
	made->value = json_record_whole(&record, entry->schema, run->intake->arena);
	run->count->added++;
	return made->value ? add_made(making, place, made) : PMO_NO_MEMORY;
}

/* The next record of an id that the order has not named yet, or NULL. */
static struct made *next_of(const struct place *place, const char *id)
{
	struct made *head = map_get(&place->ids, id);
	struct made *made = head ? head->cursor : NULL;
	if (made)
		head->cursor = made->same;
	return made;
}

static void put_last(struct made *made, struct made **first, struct made **last)
{
	if (*last)
		(*last)->next = made;
	else
		*first = made;
	*last = made;
	made->is_placed = true;
}

static enum pmo_result order_place(struct making *making, const struct ydoc_node *list)
{
	struct pmo_intake *intake = making->run.intake;
	struct place *place = map_get(&making->places, list->key);
	struct made *first = NULL, *last = NULL, *rest = NULL, *rest_last = NULL, *next;
	if (!place || place->layout == PMO_LAYOUT_SINGLE || list->kind != YDOC_LIST)
		return json_fault(intake, list, "'%.60s' is no place of records in an order",
				  list->key);
	struct made **named =
		pmo_arena_array(intake->arena, list->count + 1, sizeof(struct made *));
	if (!named)
		return PMO_NO_MEMORY;
	size_t count = 0;
	for (const struct ydoc_node *i = list->first; i; i = i->next) {
		named[count] = i->kind == YDOC_SCALAR ? next_of(place, i->text) : NULL;
		if (!named[count])
			return json_fault(intake, i, "there is no such record in %s", list->key);
		named[count++]->is_placed = true;
	}
	for (struct made *made = place->first; made; made = next) {
		next = made->next;
		made->next = NULL;
		if (!made->is_placed)
			put_last(made, &rest, &rest_last);
	}
	for (size_t i = 0; i < count; i++)
		put_last(named[i], &first, &last);
	if (last)
		last->next = rest;
	place->first = first ? first : rest;
	place->layout = PMO_LAYOUT_FILE;
	return PMO_OK;
}

static enum pmo_result order_all(struct making *making)
{
	const struct ydoc_node *order = ydoc_get(making->run.intake->root, "order");
	enum pmo_result result = PMO_OK;
	for (const struct ydoc_node *i = order ? order->first : NULL; i && result == PMO_OK;
	     i = i->next)
		result = order_place(making, i);
	return result;
}

static enum pmo_result write_files(struct making *making, const struct place *place)
{
	struct pmo_arena *arena = making->run.intake->arena;
	for (const struct made *made = place->first; made; made = made->next) {
		struct pmo_buffer text;
		bool is_single = place->layout == PMO_LAYOUT_SINGLE;
		const char *path =
			is_single ? pmo_arena_format(arena, "%s.yaml", place->path)
				  : pmo_arena_format(arena, "%s/%s.yaml", place->path, made->id);
		pmo_buffer_init(&text, YDOC_BYTES);
		enum pmo_result result = json_write(NULL, made->value, arena, &text);
		if (result == PMO_OK)
			result = add_file(making, path, &text);
		else
			pmo_buffer_release(&text);
		if (result == PMO_UNSUPPORTED)
			return cannot_write(making, made->id);
		if (result != PMO_OK)
			return result;
	}
	return PMO_OK;
}

static enum pmo_result write_file(struct making *making, const struct place *place)
{
	struct pmo_arena *arena = making->run.intake->arena;
	struct pmo_buffer text;
	pmo_buffer_init(&text, YDOC_BYTES);
	for (const struct made *made = place->first; made; made = made->next) {
		if (made != place->first)
			pmo_buffer_add_char(&text, '\n');
		enum pmo_result result = json_write(made->id, made->value, arena, &text);
		if (result == PMO_OK)
			continue;
		pmo_buffer_release(&text);
		return result == PMO_UNSUPPORTED ? cannot_write(making, made->id) : result;
	}
	return add_file(making, pmo_arena_format(arena, "%s.yaml", place->path), &text);
}

static enum pmo_result write_all(struct making *making)
{
	enum pmo_result result = PMO_OK;
	for (const struct place *place = making->first; place && result == PMO_OK;
	     place = place->next)
		result = place->layout == PMO_LAYOUT_FILE ? write_file(making, place)
							  : write_files(making, place);
	return result;
}

/* A project's folder must not be what a register of the workspace takes for its own. */
static enum pmo_result check_handles(const struct making *making)
{
	const struct pmo_intake *intake = making->run.intake;
	const struct pmo_register *const *tables = making->config.registers;
	const struct ydoc_node *projects = ydoc_get(intake->root, "projects");
	for (const struct ydoc_node *i = projects ? projects->first : NULL; i; i = i->next)
		for (size_t t = 0; tables[t]; t++)
			if (tables[t]->scope == PMO_SCOPE_WORKSPACE &&
			    pmo_ascii_equal(i->key, tables[t]->place ? tables[t]->place
								     : tables[t]->plural))
				return json_fault(intake, i,
						  "'%s' cannot be a project's handle: the %s "
						  "stand there",
						  i->key, tables[t]->plural);
	return PMO_OK;
}

/* Whether a file or folder at the top has the name of one that is to be made. */
static bool is_in_the_way(const struct making *making, const char *name)
{
	size_t length = strlen(name);
	if (pmo_ascii_equal(name, "pmo.yaml"))
		return true;
	if (length > 5 && strcmp(name + length - 5, ".yaml") == 0)
		length -= 5;
	for (size_t i = 0; i < making->commit.journal.count; i++) {
		const char *path = making->commit.journal.changes[i].path;
		size_t top = strcspn(path, "/.");
		if (path[top] == '.' && strchr(path, '/'))
			top = strcspn(path, "/");
		if (top != length || strcmp(path, "pmo.yaml") == 0)
			continue;
		size_t same = 0;
		while (same < length &&
		       pmo_ascii_to_lower(path[same]) == pmo_ascii_to_lower(name[same]))
			same++;
		if (same == length)
			return true;
	}
	return false;
}

static enum pmo_result check_free(struct making *making)
{
	struct tree_names names;
	struct pmo_diags *diags = making->run.intake->diags;
	enum pmo_result result = tree_list(&making->tree, "", &names);
	for (size_t i = 0; result == PMO_OK && i < names.count; i++) {
		if (!is_in_the_way(making, names.items[i].name))
			continue;
		pmo_diag_add(diags, PMO_ERROR, "import-there", NULL, "%s is there already",
			     names.items[i].name);
		pmo_diag_hint(diags, "nothing was written; import into an empty folder");
		return PMO_EXISTS;
	}
	return result;
}

static enum pmo_result carry_out(struct making *making)
{
	const struct pmo_env *env = making->env;
	struct lock lock;
	enum pmo_result result =
		lock_take(&making->tree, env->lock_wait, env->holder ? env->holder : "pmo", &lock);
	if (result != PMO_OK)
		return result;
	result = commit_recover(&making->tree);
	if (result == PMO_OK)
		result = check_free(making);
	if (result == PMO_OK)
		result = commit_apply(&making->commit);
	lock_release(&lock);
	return result;
}

static enum pmo_result make(struct making *making, bool dry)
{
	struct pmo_intake *intake = making->run.intake;
	enum pmo_result result = make_config(making);
	if (result == PMO_OK && making->config.newer)
		result = json_fault(intake, intake->root, "was written by a newer pmo");
	if (result != PMO_OK)
		return result;
	size_t count = 0;
	while (making->config.registers[count])
		count++;
	making->schemas = pmo_arena_array(intake->arena, count + 1, sizeof(*making->schemas));
	if (!making->schemas)
		return PMO_NO_MEMORY;
	result = check_handles(making);
	if (result == PMO_OK)
		result = json_walk(&making->run);
	if (result == PMO_OK)
		result = order_all(making);
	if (result == PMO_OK)
		result = write_all(making);
	if (result == PMO_OK && making->failed)
		result = PMO_NO_MEMORY;
	if (result == PMO_OK)
		result = check_free(making); /* before there is a .pmo here */
	return result == PMO_OK && !dry ? carry_out(making) : result;
}

enum pmo_result pmo_intake_create(struct pmo_intake *intake, const struct pmo_env *env, bool dry)
{
	char date[PMO_DATE_SIZE];
	int32_t today = env->today != PMO_DATE_NONE ? env->today : (int32_t)(env->now / (24 * 60));
	struct making *making = pmo_arena_alloc(intake->arena, sizeof(*making));
	if (!making)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		tree_open(&making->tree, env->directory, intake->arena, intake->diags);
	if (result != PMO_OK)
		return result;
	pmo_date_format(today, date);
	struct journal_note note = { env->command ? env->command : "import", date, env->user };
	commit_init(&making->commit, &making->tree, &note);
	map_init(&making->places, intake->arena);
	making->env = env;
	making->run = (struct json_run){ .intake = intake,
					 .find = find_schema,
					 .take = take,
					 .context = { .arena = intake->arena,
						      .minutes_per_day = PMO_MINUTES_PER_DAY,
						      .exhausted = &making->failed },
					 .data = making };
	result = make(making, dry);
	tree_release(&making->tree);
	return result;
}
