/*
 * A draft: a record's lines in memory. Each change is an operation on the text; the
 * record is read again after it, so a draft is always what its text says.
 */
#include "store/draft.h"

#include <pmo/expr.h>
#include <pmo/text.h>

#include <stdint.h>
#include <string.h>

static void read_again(struct pmo_draft *draft)
{
	const struct ydoc_node *root = draft->editor.doc.root;
	draft->now.doc = &draft->editor.doc;
	draft->now.node = draft->prefix_depth ? ydoc_get(root, draft->prefix.key) : root;
}

struct draft_state draft_save(const struct pmo_draft *draft)
{
	struct draft_state state = { draft->editor, draft->has_line };
	return state;
}

void draft_restore(struct pmo_draft *draft, const struct draft_state *state)
{
	draft->editor = state->editor;
	draft->has_line = state->has_line;
	read_again(draft);
}

/* What is wrong with the lines was told when their file was read. */
static enum pmo_result begin_editor(struct pmo_draft *draft, struct pmo_source source)
{
	struct pmo_workspace *workspace = draft->update->workspace;
	struct pmo_diags *unheard = pmo_arena_alloc(&workspace->arena, sizeof(*unheard));
	draft->old_text = pmo_arena_copy(&workspace->arena, source.bytes, source.length);
	if (!unheard || !draft->old_text)
		return PMO_NO_MEMORY;
	pmo_diags_init(unheard, &workspace->arena);
	source.bytes = draft->old_text; /* ends with a NUL, as pmo_draft_text promises */
	enum pmo_result result =
		ydoc_editor_begin(&draft->editor, &workspace->arena, &source, unheard);
	draft->editor.diags = workspace->diags;
	read_again(draft);
	return result;
}

/* Ids are looked up without case; a longer one is told from others by its whole text. */
static void fold_id(const char *id, char folded[ID_SIZE])
{
	size_t length = 0;
	for (; id[length] && length < ID_SIZE - 1; length++)
		folded[length] = pmo_ascii_to_lower(id[length]);
	folded[length] = '\0';
}

static struct pmo_draft *first_of_id(const struct pmo_update *update, const char *id)
{
	char folded[ID_SIZE];
	fold_id(id, folded);
	return map_get(&update->by_id, folded);
}

static enum pmo_result append_draft(struct pmo_update *update, struct pmo_draft *draft)
{
	char folded[ID_SIZE];
	fold_id(draft->now.id, folded);
	char *key = pmo_arena_string(&update->workspace->arena, folded);
	draft->same_id = map_get(&update->by_id, folded);
	if (!key || map_put(&update->by_id, key, draft) != PMO_OK)
		return PMO_NO_MEMORY;
	if (update->last)
		update->last->next = draft;
	else
		update->first = draft;
	update->last = draft;
	return PMO_OK;
}

struct pmo_draft *update_draft_of(const struct pmo_update *update, const struct pmo_record *record)
{
	struct pmo_draft *draft = first_of_id(update, record->id);
	for (; draft; draft = draft->same_id)
		if (draft->now.schema == record->schema && draft->now.project == record->project &&
		    strcmp(draft->now.id, record->id) == 0 &&
		    (!record->duplicate || draft->old == record))
			break;
	return draft;
}

struct pmo_draft *update_new_draft(const struct pmo_update *update,
				   const struct pmo_project *project, const char *id,
				   const char *registers)
{
	char prefix[ID_SIZE], canonical[ID_SIZE];
	unsigned long number;
	const char *slash = strchr(id, '/');
	if (slash) {
		project = lookup_project(update->workspace, id, (size_t)(slash - id));
		id = slash + 1;
	}
	struct pmo_draft *draft = first_of_id(update, id);
	if (!draft && id_parse(id, prefix, &number)) {
		id_format(prefix, number, canonical);
		draft = first_of_id(update, canonical);
	}
	for (; draft; draft = draft->same_id)
		if (!draft->old && (!draft->now.project || draft->now.project == project) &&
		    (!registers || pmo_word_is_in(registers, draft->now.schema->table->name)))
			break;
	return draft;
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
	draft->now.world = &update->drafts;
	draft->now.project = shelf->project;
	draft->now.id = own;
	draft->now.path = shelf_record_path(shelf, own, &workspace->arena);
	draft->prefix.key = own;
	draft->prefix_depth = shelf->layout == PMO_LAYOUT_FILE;
	return draft->now.path ? draft : NULL;
}

static void complain(const struct pmo_update *update, const char *code, const char *hint,
		     const char *format, ...) PMO_PRINTF(4, 5);

static void complain(const struct pmo_update *update, const char *code, const char *hint,
		     const char *format, ...)
{
	struct pmo_diags *diags = update->workspace->diags;
	va_list args;
	va_start(args, format);
	char *message = pmo_arena_vformat(diags->arena, format, args);
	va_end(args);
	pmo_diag_add(diags, PMO_ERROR, code, NULL, "%s", message ? message : code);
	if (hint)
		pmo_diag_hint(diags, "%s", hint);
}

static struct update_number *number_of(struct pmo_update *update, const struct shelf *shelf,
				       const struct pmo_schema *schema)
{
	struct update_number *number = update->numbers;
	while (number && (number->shelf != shelf || number->schema != schema))
		number = number->next;
	return number;
}

static enum pmo_result need_number(struct pmo_update *update, struct shelf *shelf,
				   const struct pmo_schema *schema, struct update_number **out)
{
	*out = number_of(update, shelf, schema);
	if (*out)
		return PMO_OK;
	struct update_number *number = pmo_arena_alloc(&update->workspace->arena, sizeof(*number));
	if (!number)
		return PMO_NO_MEMORY;
	number->shelf = shelf;
	number->schema = schema;
	enum pmo_result result = shelf_highest(update->workspace, shelf, schema, &number->highest);
	if (result != PMO_OK)
		return result;
	number->next = update->numbers;
	update->numbers = number;
	*out = number;
	return PMO_OK;
}

static enum pmo_result next_id(struct pmo_update *update, struct shelf *shelf,
			       const struct pmo_schema *schema, char id[ID_SIZE])
{
	struct update_number *number;
	enum pmo_result result = need_number(update, shelf, schema, &number);
	if (result != PMO_OK)
		return result;
	if (number->highest >= ID_NUMBER_MAX) {
		complain(update, "id-full", "some id of the register is far too high; renumber it",
			 "there is no number left for a %s", schema->table->name);
		return PMO_REFUSED;
	}
	id_format(schema->table->prefix, number->highest + 1, id);
	return PMO_OK;
}

static enum pmo_result check_handle(struct pmo_update *update, struct shelf *shelf,
				    const struct pmo_schema *schema, const char *id)
{
	const struct pmo_record *there;
	if (!id || !handle_is_valid(id)) {
		complain(update, "handle", "letters, digits, _ . and -, no blanks, not like RSK-3",
			 "'%s' cannot be a handle", id ? id : "");
		return PMO_USAGE;
	}
	enum pmo_result result = shelf_find(update->workspace, shelf, schema, id, &there);
	if (result == PMO_OK &&
	    (there || update_new_draft(update, shelf->project, id, schema->table->name))) {
		const char *title = there ? pmo_record_text(there, schema->title) : NULL;
		complain(update, "id-exists", title, "%s is there already", there ? there->id : id);
		return PMO_EXISTS;
	}
	return result;
}

enum pmo_result pmo_update_add(struct pmo_update *update, const struct pmo_project *project,
			       const struct pmo_schema *schema, const char *id,
			       struct pmo_draft **out)
{
	struct pmo_workspace *workspace = update->workspace;
	struct shelf *shelf = NULL;
	char numbered[ID_SIZE];
	struct pmo_source nothing = { .bytes = "" };
	enum pmo_result result = PMO_OK;
	*out = NULL;
	if (schema->table->scope == PMO_SCOPE_PROJECT && !project)
		result = pmo_workspace_need_project(workspace, &project);
	if (result == PMO_OK)
		result = shelf_open(workspace, project, schema, &shelf);
	if (result == PMO_OK && shelf->layout == PMO_LAYOUT_SINGLE) {
		complain(update, "single", NULL, "a %s is made by pmo init", schema->table->name);
		return PMO_USAGE;
	}
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
	draft->editor.like = draft->file ? draft->file->sample : NULL;
	if (result == PMO_OK)
		result = append_draft(update, draft);
	if (result != PMO_OK)
		return result;
	struct update_number *number = number_of(update, shelf, schema);
	if (number && !schema->table->handles)
		number->highest++;
	*out = draft;
	return PMO_OK;
}

static uint32_t lines_before(struct pmo_update *update, const struct pmo_source *source,
			     size_t offset)
{
	struct update_lines *lines = &update->lines;
	if (lines->bytes != source->bytes || lines->offset > offset)
		*lines = (struct update_lines){ source->bytes, 0, 0 };
	for (; lines->offset < offset; lines->offset++)
		lines->count += source->bytes[lines->offset] == '\n';
	return source->first_line + lines->count;
}

/* Whether the record was found under the lock, so that it is still what it was. */
static bool is_of_set(const struct shelf_set *set, const struct pmo_record *record)
{
	uintptr_t first = (uintptr_t)set->records, at = (uintptr_t)record;
	return set->records && at >= first && at < first + set->count * sizeof(*record);
}

/* One of several records of the same id: the one that stands where it stood. */
static const struct pmo_record *find_twin(const struct shelf_set *set,
					  const struct pmo_record *record)
{
	for (size_t i = 0; i < set->count; i++) {
		const struct pmo_record *twin = &set->records[i];
		if (strcmp(twin->id, record->id) == 0 && strcmp(twin->path, record->path) == 0 &&
		    twin->node && record->node && twin->node->key_start == record->node->key_start)
			return twin;
	}
	return NULL;
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
	if (set && is_of_set(set, record))
		*now = record;
	else if ((*shelf)->layout == PMO_LAYOUT_SINGLE)
		*now = set && set->count ? &set->records[0] : NULL;
	else if (record->duplicate)
		*now = set ? find_twin(set, record) : NULL;
	else
		result = shelf_find(workspace, *shelf, record->schema, record->id, now);
	if (result != PMO_OK || *now)
		return result;
	complain(update, "id-missing", NULL, "%s is not there any more", record->id);
	return PMO_CONFLICT;
}

enum pmo_result pmo_update_edit(struct pmo_update *update, const struct pmo_record *record,
				struct pmo_draft **out)
{
	const struct pmo_record *old;
	struct shelf *shelf;
	*out = update_draft_of(update, record);
	if (*out)
		return PMO_OK;
	enum pmo_result result = find_again(update, record, &shelf, &old);
	if (result != PMO_OK)
		return result;
	if (old->unreadable) {
		complain(update, "unreadable",
			 "mend the file by hand; pmo check says what is wrong",
			 "%s cannot be changed: %s has a fault", old->id, old->path);
		return PMO_REFUSED;
	}
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
				    lines_before(update, &doc->source, draft->span.start) };
	result = begin_editor(draft, lines);
	draft->editor.like = draft->file->sample;
	if (result == PMO_INVALID || result == PMO_UNSUPPORTED) {
		complain(update, "edit-refused", "make the change by hand, then pmo check",
			 "%s cannot be changed by itself where it stands", old->id);
		return PMO_UNSUPPORTED;
	}
	if (result == PMO_OK)
		result = append_draft(update, draft);
	*out = result == PMO_OK ? draft : NULL;
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
		.exhausted = update->world.exhausted,
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
	const char **names =
		pmo_arena_array(&draft->update->workspace->arena, before + 1, sizeof(*names));
	for (size_t i = 0; names && i < before; i++)
		names[i] = schema->fields[before - 1 - i]->name;
	return names;
}

enum pmo_result draft_apply(struct pmo_draft *draft, enum ydoc_verb verb,
			    const struct draft_path *path, size_t index,
			    const struct ydoc_value *value)
{
	struct ydoc_op op = { .verb = verb,
			      .path = path->steps,
			      .depth = path->depth,
			      .index = index,
			      .value = value };
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

const char *draft_name_of(const struct pmo_draft *draft, const struct pmo_field *field)
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
	struct draft_path path = draft_field_path(draft, draft_name_of(draft, field));
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
	const char *name = draft_name_of(draft, field);
	struct draft_path path = draft_field_path(draft, name);
	const struct ydoc_node *node = ydoc_get(draft->now.node, name);
	if (!item)
		return PMO_NO_MEMORY;
	if (node && !ydoc_is_empty(node) && node->kind == YDOC_LIST)
		return draft_apply(draft, YDOC_INSERT, &path, node->count, item);
	struct ydoc_value *list = ydoc_value_list(arena);
	if (!list)
		return PMO_NO_MEMORY;
	if (!ydoc_is_empty(node) &&
	    ydoc_value_add(list, NULL, ydoc_value_copy(node, arena)) != PMO_OK)
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
	size_t errors = workspace->diags->count[PMO_ERROR];
	enum pmo_result result = ydoc_read(&doc, &workspace->arena, &source, workspace->diags);
	if (result == PMO_OK && workspace->diags->count[PMO_ERROR] > errors)
		result = PMO_INVALID; /* a key that stands twice, for instance */
	if (result != PMO_OK)
		return result;
	const struct ydoc_node *root = doc.root;
	bool entry = !draft->prefix_depth || (root && root->kind == YDOC_MAP && root->count == 1 &&
					      strcmp(root->first->key, draft->now.id) == 0);
	if (!entry || (root && root->kind != YDOC_MAP)) {
		complain(draft->update, "edit-shape",
			 "the id of a record stays; use pmo renumber to change it",
			 "expected the fields of %s and nothing else", draft->now.id);
		return PMO_INVALID;
	}
	draft->editor.doc = doc;
	draft->editor.changed = true;
	read_again(draft);
	return PMO_OK;
}
