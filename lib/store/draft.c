/*
 * A draft: a record's lines in memory. Each change is an operation on the text; the
 * record is read again after it, so a draft is always what its text says.
 */
#include "store/draft.h"

#include "store/ids.h"

#include <pmo/expr.h>
#include <pmo/text.h>

#include <string.h>

static void read_again(struct pmo_draft *draft)
{
	const struct ydoc_node *root = draft->editor.doc.root;
	draft->now.doc = &draft->editor.doc;
	draft->now.node = draft->prefix_depth ? ydoc_get(root, draft->prefix.key) : root;
}

static enum pmo_result begin_editor(struct pmo_draft *draft, struct pmo_source source)
{
	struct pmo_workspace *workspace = draft->update->workspace;
	enum pmo_result result = ydoc_editor_begin(&draft->editor, &workspace->arena, &source,
						   workspace->diags);
	draft->old_text = pmo_arena_copy(&workspace->arena, source.bytes, source.length);
	if (!draft->old_text)
		return PMO_NO_MEMORY;
	read_again(draft);
	return result;
}

static void append_draft(struct pmo_update *update, struct pmo_draft *draft)
{
	if (update->last)
		update->last->next = draft;
	else
		update->first = draft;
	update->last = draft;
}

static struct pmo_draft *new_draft(struct pmo_update *update, struct shelf *shelf,
				   const struct pmo_schema *schema, const char *id)
{
	struct pmo_workspace *workspace = update->workspace;
	struct pmo_draft *draft = pmo_arena_alloc(&workspace->arena, sizeof(*draft));
	char *own = pmo_arena_string(&workspace->arena, id);
	if (!draft || !own)
		return NULL;
	draft->update = update;
	draft->shelf = shelf;
	draft->now.schema = schema;
	draft->now.world = &workspace->world;
	draft->now.project = shelf->project;
	draft->now.id = own;
	draft->now.path = shelf_record_path(shelf, own, &workspace->arena);
	draft->prefix.key = own;
	draft->prefix_depth = shelf->layout == PMO_LAYOUT_FILE;
	return draft->now.path ? draft : NULL;
}

static enum pmo_result next_id(struct pmo_update *update, struct shelf *shelf,
			       const struct pmo_schema *schema, char id[ID_SIZE])
{
	unsigned long number, own;
	char prefix[ID_SIZE];
	enum pmo_result result = shelf_highest(update->workspace, shelf, schema, &number);
	for (const struct pmo_draft *i = update->first; i; i = i->next)
		if (i->now.schema == schema && i->shelf == shelf && id_parse(i->now.id, prefix, &own) &&
		    own > number)
			number = own;
	if (result == PMO_OK && number >= ID_NUMBER_MAX)
		result = PMO_REFUSED;
	id_format(schema->table->prefix, number + 1, id);
	return result;
}

static enum pmo_result refuse(struct pmo_update *update, enum pmo_result result, const char *code,
			      const char *message, const char *what, const char *hint)
{
	pmo_diag_add(update->workspace->diags, PMO_ERROR, code, NULL, message, what);
	if (hint)
		pmo_diag_hint(update->workspace->diags, "%s", hint);
	return result;
}

static enum pmo_result check_handle(struct pmo_update *update, struct shelf *shelf,
				    const struct pmo_schema *schema, const char *id)
{
	const struct pmo_record *there;
	if (!id || !handle_is_valid(id))
		return refuse(update, PMO_USAGE, "handle", "'%s' cannot be a handle", id ? id : "",
			      "letters, digits, _ . and -, no blanks, not like RSK-3");
	enum pmo_result result = shelf_find(update->workspace, shelf, schema, id, &there);
	if (result == PMO_OK && there)
		return refuse(update, PMO_EXISTS, "id-exists", "%s is there already", id, NULL);
	return result;
}

enum pmo_result pmo_update_add(struct pmo_update *update, const struct pmo_project *project,
			       const struct pmo_schema *schema, const char *id,
			       struct pmo_draft **out)
{
	struct pmo_workspace *workspace = update->workspace;
	struct shelf *shelf;
	char numbered[ID_SIZE];
	struct pmo_source nothing = { .bytes = "" };
	enum pmo_result result = PMO_OK;
	if (schema->table->scope == PMO_SCOPE_PROJECT && !project)
		return pmo_workspace_need_project(workspace, &project);
	result = shelf_open(workspace, project, schema, &shelf);
	if (result == PMO_OK && shelf->layout == PMO_LAYOUT_SINGLE)
		return refuse(update, PMO_USAGE, "single", "a %s is made by pmo init",
			      schema->table->name, NULL);
	if (result == PMO_OK && schema->table->handles) {
		result = check_handle(update, shelf, schema, id);
	} else if (result == PMO_OK) {
		result = next_id(update, shelf, schema, numbered);
		id = numbered;
	}
	if (result == PMO_OK && shelf->layout == PMO_LAYOUT_FILE)
		result = shelf_load(workspace, shelf);
	if (result != PMO_OK)
		return result;
	struct pmo_draft *draft = new_draft(update, shelf, schema, id);
	if (!draft)
		return PMO_NO_MEMORY;
	draft->file = shelf->file;
	nothing.path = draft->now.path;
	result = begin_editor(draft, nothing);
	if (result == PMO_OK)
		append_draft(update, draft);
	*out = draft;
	return result;
}

static uint32_t lines_before(const struct pmo_source *source, size_t offset)
{
	size_t line, column;
	pmo_source_locate(source, offset, &line, &column);
	return (uint32_t)line - 1;
}

/* The record again, as the tree is now that it is locked. */
static enum pmo_result find_again(struct pmo_update *update, const struct pmo_record *record,
				  struct shelf **shelf, const struct pmo_record **now)
{
	struct pmo_workspace *workspace = update->workspace;
	enum pmo_result result = shelf_open(workspace, record->project, record->schema, shelf);
	*now = NULL;
	if (result == PMO_OK && (*shelf)->layout != PMO_LAYOUT_FOLDER)
		result = shelf_load(workspace, *shelf);
	if (result != PMO_OK)
		return result;
	struct shelf_set *set = shelf_set_of(*shelf, record->schema);
	for (size_t i = 0; set && i < set->count; i++)
		if (record == &set->records[i])
			*now = record; /* it was found under the lock */
	if (!*now && (*shelf)->layout == PMO_LAYOUT_SINGLE)
		*now = set && set->count ? &set->records[0] : NULL;
	else if (!*now)
		result = shelf_find(workspace, *shelf, record->schema, record->id, now);
	if (result == PMO_OK && !*now)
		return refuse(update, PMO_CONFLICT, "id-missing", "%s is not there any more",
			      record->id, NULL);
	return result;
}

enum pmo_result pmo_update_edit(struct pmo_update *update, const struct pmo_record *record,
				struct pmo_draft **out)
{
	const struct pmo_record *old;
	struct shelf *shelf;
	for (struct pmo_draft *i = update->first; i; i = i->next)
		if (i->now.schema == record->schema && i->now.project == record->project &&
		    strcmp(i->now.id, record->id) == 0 && (!record->duplicate || i->old == record)) {
			*out = i;
			return PMO_OK;
		}
	enum pmo_result result = find_again(update, record, &shelf, &old);
	if (result != PMO_OK)
		return result;
	if (old->unreadable)
		return refuse(update, PMO_REFUSED, "unreadable", "%s cannot be changed: its file has a fault",
			      old->id, "pmo check says where; mend it by hand");
	struct pmo_draft *draft = new_draft(update, shelf, old->schema, old->id);
	if (!draft)
		return PMO_NO_MEMORY;
	result = shelf_file_of(update->workspace, shelf, old, &draft->file);
	if (result != PMO_OK)
		return result;
	const struct ydoc *doc = old->doc;
	draft->old = old;
	draft->is_started = true;
	draft->span = draft->prefix_depth ? ydoc_entry_span(doc, old->node)
					  : (struct ydoc_span){ 0, doc->source.length };
	struct pmo_source lines = { doc->source.path, doc->source.bytes + draft->span.start,
				    draft->span.end - draft->span.start,
				    lines_before(&doc->source, draft->span.start) };
	result = begin_editor(draft, lines);
	if (result == PMO_OK)
		append_draft(update, draft);
	*out = draft;
	return result;
}

const struct pmo_record *pmo_draft_record(const struct pmo_draft *draft)
{
	return &draft->now;
}

const struct pmo_record *pmo_draft_old(const struct pmo_draft *draft)
{
	return draft->old;
}

const char *pmo_draft_old_text(const struct pmo_draft *draft)
{
	return draft->old_text;
}

const char *pmo_draft_text(const struct pmo_draft *draft)
{
	return draft->editor.doc.source.bytes;
}

struct pmo_value_context draft_context(const struct pmo_draft *draft)
{
	const struct pmo_update *update = draft->update;
	struct pmo_value_context context = {
		.arena = &update->workspace->arena,
		.doc = draft->now.doc,
		.dates = { update->world.today, update->world.calendar },
		.me = update->world.me,
		.minutes_per_day = update->world.minutes_per_day,
	};
	return context;
}

struct draft_path draft_field_path(const struct pmo_draft *draft, const char *name)
{
	struct draft_path path = { .depth = 0 };
	if (draft->prefix_depth)
		path.steps[path.depth++] = draft->prefix;
	path.steps[path.depth++].key = name;
	return path;
}

/* The fields before this one in schema order, the nearest first: where a new key goes. */
static const char *const *fields_before(const struct pmo_draft *draft, const char *name)
{
	const struct pmo_schema *schema = draft->now.schema;
	int field = pmo_schema_field(schema, name);
	size_t before = field < 0 ? schema->field_count : (size_t)field;
	const char **names = pmo_arena_array(&draft->update->workspace->arena, before + 1,
					     sizeof(*names));
	for (size_t i = 0; names && i < before; i++)
		names[i] = schema->fields[before - 1 - i]->name;
	return names;
}

enum pmo_result draft_apply(struct pmo_draft *draft, enum ydoc_verb verb,
			    const struct draft_path *path, size_t index,
			    const struct ydoc_value *value)
{
	struct ydoc_op op = { .verb = verb, .path = path->steps, .depth = path->depth,
			      .index = index, .value = value };
	bool writes = verb == YDOC_SET || verb == YDOC_INSERT;
	if (writes && !value)
		return PMO_NO_MEMORY;
	bool top = path->depth == draft->prefix_depth + 1;
	if (verb == YDOC_SET && top && path->steps[path->depth - 1].key && draft->now.node) {
		op.after = fields_before(draft, path->steps[path->depth - 1].key);
		if (!op.after)
			return PMO_NO_MEMORY;
	}
	enum pmo_result result = ydoc_editor_apply(&draft->editor, &op);
	read_again(draft);
	return result;
}

/* A field that stands under a former name keeps it. */
static const char *name_in_file(const struct pmo_draft *draft, const struct pmo_field *field)
{
	const struct ydoc_node *node = draft->now.node;
	if (!field->was || !node || node->kind != YDOC_MAP || ydoc_get(node, field->name))
		return field->name;
	for (node = node->first; node; node = node->next)
		if (pmo_word_is_in(field->was, node->key))
			return node->key;
	return field->name;
}

enum pmo_result draft_set_value(struct pmo_draft *draft, int index, const struct pmo_value *value)
{
	const struct pmo_field *field = draft->now.schema->fields[index];
	struct draft_path path = draft_field_path(draft, name_in_file(draft, field));
	if (value && pmo_value_is_present(value))
		return draft_apply(draft, YDOC_SET, &path, 0,
				   value_write(field, value, &draft->update->workspace->arena));
	enum pmo_result result = draft_apply(draft, YDOC_UNSET, &path, 0, NULL);
	return result == PMO_NOT_FOUND ? PMO_OK : result;
}

enum pmo_result draft_set_state(struct pmo_draft *draft, const char *state)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_CHOICE };
	value.as.text = state;
	return draft_set_value(draft, draft->now.schema->status, &value);
}

static enum pmo_result append(struct pmo_draft *draft, const struct pmo_field *field,
			      struct ydoc_value *item)
{
	struct pmo_arena *arena = &draft->update->workspace->arena;
	const char *name = name_in_file(draft, field);
	struct draft_path path = draft_field_path(draft, name);
	const struct ydoc_node *node = ydoc_get(draft->now.node, name);
	if (!item)
		return PMO_NO_MEMORY;
	if (node && !ydoc_is_empty(node) && node->kind == YDOC_LIST)
		return draft_apply(draft, YDOC_INSERT, &path, node->count, item);
	struct ydoc_value *list = ydoc_value_list(arena);
	if (!list)
		return PMO_NO_MEMORY;
	if (!ydoc_is_empty(node) && ydoc_value_add(list, NULL, ydoc_value_copy(node, arena)) != PMO_OK)
		return PMO_NO_MEMORY;
	if (ydoc_value_add(list, NULL, item) != PMO_OK)
		return PMO_NO_MEMORY;
	list->flow = item->kind == YDOC_SCALAR && item->form != YDOC_LINE &&
		     field->kind != PMO_PROSE && !(field->flags & PMO_WIDE);
	return draft_apply(draft, YDOC_SET, &path, 0, list);
}

enum pmo_result draft_append_value(struct pmo_draft *draft, int index, const struct pmo_value *item)
{
	const struct pmo_field *field = draft->now.schema->fields[index];
	struct pmo_field one = *field;
	one.flags &= ~(unsigned)PMO_LIST;
	return append(draft, field, value_write(&one, item, &draft->update->workspace->arena));
}

enum pmo_result draft_append_line(struct pmo_draft *draft, int index, const char *line)
{
	struct pmo_arena *arena = &draft->update->workspace->arena;
	return append(draft, draft->now.schema->fields[index],
		      ydoc_value_scalar(arena, YDOC_LINE, line));
}

enum pmo_result pmo_draft_replace(struct pmo_draft *draft, const char *text, size_t length)
{
	struct pmo_workspace *workspace = draft->update->workspace;
	struct pmo_source source = draft->editor.doc.source;
	struct ydoc doc;
	source.bytes = pmo_arena_copy(&workspace->arena, text, length);
	source.length = length;
	if (!source.bytes)
		return PMO_NO_MEMORY;
	enum pmo_result result = ydoc_read(&doc, &workspace->arena, &source, workspace->diags);
	if (result != PMO_OK)
		return result;
	const struct ydoc_node *root = doc.root;
	bool entry = !draft->prefix_depth ||
		     (root && root->kind == YDOC_MAP && root->count == 1 &&
		      strcmp(root->first->key, draft->now.id) == 0);
	if (!entry || (root && root->kind != YDOC_MAP))
		return refuse(draft->update, PMO_INVALID, "edit-shape",
			      "expected the fields of %s and nothing else", draft->now.id,
			      "the id of a record stays; use pmo renumber to change it");
	draft->editor.doc = doc;
	draft->editor.changed = true;
	read_again(draft);
	return PMO_OK;
}
