/*
 * Another number for a record: its key or file, and every reference to it.
 *
 * References are fields that the schema knows as such, in short forms too; words in
 * prose, comments and history are left as they are and listed. Where two records have
 * the id, nothing in the files says which of them a reference means, so none is changed.
 */
#include <pmo/maintain.h>

#include "store/care.h"
#include "store/ids.h"

#include <pmo/text.h>

#include <stdint.h>
#include <string.h>

struct renumber {
	struct care care;
	struct pmo_workspace *workspace;
	struct pmo_arena *arena;
	struct pmo_renumbering *asked;
	const struct pmo_record *record; /* as it is under the lock */
	const struct pmo_schema *schema;
	struct shelf *shelf;
	struct pmo_draft *draft; /* of the record itself */
};

static enum pmo_result refuse(struct renumber *renumber, enum pmo_result result, const char *code,
			      const char *message, const char *hint)
{
	pmo_diag_add(renumber->workspace->diags, PMO_ERROR, code, NULL, "%s",
		     message ? message : "");
	if (hint)
		pmo_diag_hint(renumber->workspace->diags, "%s", hint);
	return message ? result : PMO_NO_MEMORY;
}

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* The line around an offset, for people. */
static enum pmo_result add_mention(struct renumber *renumber, struct pmo_mentions *mentions,
				   const struct pmo_source *source, size_t offset,
				   const struct pmo_mention *of)
{
	size_t start = offset, end = offset, column;
	while (start > 0 && !is_break(source->bytes[start - 1]))
		start--;
	while (end < source->length && !is_break(source->bytes[end]))
		end++;
	while (start < end && pmo_ascii_is_space(source->bytes[start]))
		start++;
	struct pmo_mention *grown =
		pmo_arena_grow(renumber->arena, mentions->items, mentions->count,
			       &mentions->capacity, sizeof(*grown));
	char *text = pmo_arena_copy(renumber->arena, source->bytes + start, end - start);
	if (!grown || !text)
		return PMO_NO_MEMORY;
	mentions->items = grown;
	struct pmo_mention *mention = &grown[mentions->count++];
	*mention = *of;
	mention->path = source->path;
	mention->text = text;
	pmo_source_locate(source, offset, &mention->line, &column);
	return PMO_OK;
}

/* Whether an id of a file, `tsk-12` or `netref/TSK-012`, is the record's. */
static bool is_meant(const struct renumber *renumber, const struct pmo_record *from, const char *id)
{
	char prefix[ID_SIZE], canonical[ID_SIZE];
	unsigned long number;
	const struct pmo_record *record = renumber->record;
	const char *slash = strchr(id, '/');
	if (!id_parse(slash ? slash + 1 : id, prefix, &number))
		return false;
	id_format(prefix, number, canonical);
	if (strcmp(canonical, renumber->asked->old_id) != 0)
		return false;
	if (!slash)
		return !record->project || record->project == from->project;
	const char *handle = record->project ? record->project->handle : NULL;
	size_t length = (size_t)(slash - id);
	for (size_t i = 0; handle && i < length; i++)
		if (pmo_ascii_to_lower(handle[i]) != pmo_ascii_to_lower(id[i]))
			return false;
	return handle && strlen(handle) == length;
}

/* One reference inside a value: the node it stands in and the id as written. */
struct found {
	const struct ydoc_node *node;
	const char *id;
};

static bool find_in_value(const struct renumber *renumber, const struct pmo_record *from,
			  const struct pmo_field *field, const struct pmo_value *value,
			  struct found *found)
{
	if (value->presence != PMO_PRESENT)
		return false;
	if (value->node)
		found->node = value->node;
	if (!value->is_list && field->kind == PMO_REF) {
		found->id = value->as.text;
		return (!field->to || pmo_word_is_in(field->to, renumber->schema->table->name)) &&
		       is_meant(renumber, from, found->id);
	}
	bool inside = value->is_list || field->kind == PMO_STRUCT;
	const struct ydoc_node *own = found->node;
	for (uint32_t i = 0; inside && i < value->count; i++) {
		const struct pmo_field *of = value->is_list ? field : &field->members[i];
		found->node = own; /* members of a short form stand in its one text */
		if (find_in_value(renumber, from, of, &value->as.items[i], found))
			return true;
	}
	return false;
}

/* The first reference to the record from behind a field on; *index is the field. */
static bool find_reference(const struct renumber *renumber, const struct pmo_record *from,
			   size_t *index, struct found *found)
{
	const struct pmo_schema *schema = from->schema;
	for (; *index < schema->field_count; ++*index) {
		const struct pmo_field *field = schema->fields[*index];
		if (field->derive || (field->kind != PMO_REF && field->kind != PMO_STRUCT))
			continue;
		struct pmo_value value = pmo_record_get(from, (int)*index);
		*found = (struct found){ 0 };
		if (find_in_value(renumber, from, field, &value, found) && found->node)
			return true;
	}
	return false;
}

/* The way from the document's root to a node. */
static bool path_to(const struct ydoc_node *node, struct draft_path *path)
{
	size_t depth = 0;
	for (const struct ydoc_node *i = node; i->parent; i = i->parent)
		depth++;
	path->depth = depth;
	if (depth > DRAFT_PATH)
		return false;
	for (const struct ydoc_node *i = node; i->parent; i = i->parent) {
		struct ydoc_step *step = &path->steps[--depth];
		*step = (struct ydoc_step){ .key = i->key };
		for (const struct ydoc_node *b = ydoc_previous(i); !i->key && b;
		     b = ydoc_previous(b))
			step->index++;
	}
	return true;
}

/* "cadup/TSK-012 SS+10d" with the new id in the old one's place. */
static char *with_new_id(struct renumber *renumber, const char *text, const char *id)
{
	const char *slash = strchr(id, '/');
	const char *last = slash ? slash + 1 : id;
	const char *at = strstr(text, id);
	if (!at)
		return pmo_arena_string(renumber->arena, renumber->asked->new_id);
	at += last - id;
	return pmo_arena_format(renumber->arena, "%.*s%s%s", (int)(at - text), text,
				renumber->asked->new_id, at + strlen(last));
}

static enum pmo_result rewrite_one(struct renumber *renumber, struct pmo_draft *draft,
				   const struct found *found, const char *field)
{
	struct draft_path path;
	const struct ydoc_node *node = found->node;
	if (node->kind != YDOC_SCALAR || !path_to(node, &path))
		return refuse(renumber, PMO_UNSUPPORTED, "renumber-deep",
			      pmo_arena_format(renumber->arena,
					       "%s refers to it in a way that "
					       "cannot be rewritten",
					       draft->now.id),
			      "change that by hand first");
	char *text = with_new_id(renumber, node->text, found->id);
	struct ydoc_value *value =
		text ? ydoc_value_scalar(renumber->arena, YDOC_WORD, text) : NULL;
	if (!value)
		return PMO_NO_MEMORY;
	size_t at = node->start;
	enum pmo_result result = draft_apply(draft, YDOC_SET, &path, 0, value);
	struct pmo_mention of = { .id = draft->now.id, .field = field };
	return result == PMO_OK ? add_mention(renumber, &renumber->asked->changed,
					      &draft->now.doc->source, at, &of)
				: result;
}

static enum pmo_result rewrite_in(struct renumber *renumber, const struct pmo_record *from)
{
	struct pmo_draft *draft = NULL;
	struct found found;
	size_t index = 0;
	if (from->unreadable || !find_reference(renumber, from, &index, &found))
		return PMO_OK;
	enum pmo_result result = pmo_update_edit(renumber->care.update, from, &draft);
	while (result == PMO_OK && find_reference(renumber, &draft->now, &index, &found))
		result = rewrite_one(renumber, draft, &found, from->schema->fields[index]->name);
	return result;
}

/* References of a record whose id another one has, too: nobody can say whose they are. */
static enum pmo_result list_in(struct renumber *renumber, const struct pmo_record *from)
{
	struct found found;
	enum pmo_result result = PMO_OK;
	for (size_t index = 0; result == PMO_OK && find_reference(renumber, from, &index, &found);
	     index++) {
		struct pmo_mention of = { .id = from->id,
					  .field = from->schema->fields[index]->name };
		result = add_mention(renumber, &renumber->asked->left, &from->doc->source,
				     found.node->start, &of);
	}
	return result;
}

/* The old id as a word, in one text, but for the one at `key`. */
static enum pmo_result list_words(struct renumber *renumber, const struct pmo_source *source,
				  size_t key)
{
	const char *id = renumber->asked->old_id;
	size_t length = strlen(id);
	struct pmo_mention of = { 0 };
	for (size_t i = 0; i + length <= source->length; i++) {
		if (memcmp(source->bytes + i, id, length) != 0)
			continue;
		char before = i ? source->bytes[i - 1] : ' ';
		char after = i + length < source->length ? source->bytes[i + length] : ' ';
		if (i == key || pmo_ascii_is_alnum(before) || pmo_ascii_is_digit(after) ||
		    before == '-')
			continue;
		enum pmo_result result =
			add_mention(renumber, &renumber->asked->left, source, i, &of);
		if (result != PMO_OK)
			return result;
		i += length;
	}
	return PMO_OK;
}

typedef enum pmo_result visit(struct renumber *renumber, const struct pmo_record *record);

static enum pmo_result visit_register(struct renumber *renumber, const struct pmo_project *project,
				      size_t index, visit *act)
{
	struct pmo_records records;
	const struct pmo_schema *schema = workspace_schema_at(renumber->workspace, index);
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		pmo_workspace_records(renumber->workspace, project, schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++)
		result = act(renumber, &records.items[i]);
	return result == PMO_UNSUPPORTED ? PMO_OK : result;
}

static enum pmo_result visit_all(struct renumber *renumber, visit *act)
{
	struct pmo_workspace *workspace = renumber->workspace;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < workspace->table_count && result == PMO_OK; i++) {
		bool top = workspace->tables[i]->scope == PMO_SCOPE_WORKSPACE;
		size_t count = top ? 1 : workspace->project_count;
		for (size_t p = 0; p < count && result == PMO_OK; p++)
			result = visit_register(renumber, top ? NULL : workspace->projects[p], i,
						act);
	}
	return result;
}

static const struct pmo_draft *draft_of(const struct renumber *renumber,
					const struct pmo_record *record)
{
	for (const struct pmo_draft *i = renumber->care.update->first; i; i = i->next)
		if (i->old == record)
			return i;
	return NULL;
}

/* What still says the old id: in a record's own lines, as they will be. */
static enum pmo_result list_left(struct renumber *renumber, const struct pmo_record *record)
{
	const struct pmo_draft *draft = draft_of(renumber, record);
	if (!record->doc || (record->node && record->node->key && !draft && record->duplicate))
		return PMO_OK;
	struct pmo_source source = draft ? draft->editor.doc.source : record->doc->source;
	if (!draft && record->node && record->node->key) {
		struct ydoc_span span = ydoc_entry_span(record->doc, record->node);
		size_t line, column;
		pmo_source_locate(&source, span.start, &line, &column);
		source.bytes += span.start;
		source.length = span.end - span.start;
		source.first_line = (uint32_t)line - 1;
	}
	bool own = draft && draft == renumber->draft && draft->prefix_depth;
	return list_words(renumber, &source, own ? draft->now.node->key_start : SIZE_MAX);
}

/* The new id: as asked for, or the next; free in any case. */
static enum pmo_result settle_id(struct renumber *renumber)
{
	struct pmo_renumbering *asked = renumber->asked;
	const char *own = renumber->schema->table->prefix;
	const struct pmo_record *there = NULL;
	char prefix[ID_SIZE], id[ID_SIZE];
	unsigned long number;
	enum pmo_result result =
		shelf_highest(renumber->workspace, renumber->shelf, renumber->schema, &number);
	if (result != PMO_OK)
		return result;
	number++;
	if (asked->wanted) {
		char *numbered = pmo_arena_format(renumber->arena, "%s-%s", own, asked->wanted);
		bool bare = strspn(asked->wanted, "0123456789") == strlen(asked->wanted);
		if (!numbered || !id_parse(bare ? numbered : asked->wanted, prefix, &number) ||
		    strcmp(prefix, own) != 0 || !number)
			return refuse(renumber, PMO_USAGE, "renumber-id",
				      pmo_arena_format(renumber->arena, "'%s' is no id of %s",
						       asked->wanted,
						       renumber->schema->table->plural),
				      pmo_arena_format(renumber->arena, "such as %s-012", own));
	}
	id_format(own, number, id);
	asked->new_id = pmo_arena_string(renumber->arena, id);
	if (!asked->new_id)
		return PMO_NO_MEMORY;
	result = shelf_find(renumber->workspace, renumber->shelf, renumber->schema, id, &there);
	if (result == PMO_OK && there)
		return refuse(renumber, PMO_EXISTS, "id-exists",
			      pmo_arena_format(renumber->arena, "%s is there already", id),
			      "leave the new id away, and the next free one is taken");
	return result;
}

static size_t count_lines(const struct pmo_source *source)
{
	size_t lines = 0;
	for (size_t i = 0; i < source->length; i++)
		lines += source->bytes[i] == '\n';
	return lines;
}

/* What stands behind the record in its file moves down with its new line of history. */
static void move_down(struct pmo_mentions *mentions, const char *path, size_t behind, size_t lines)
{
	for (size_t i = 0; i < mentions->count; i++)
		if (strcmp(mentions->items[i].path, path) == 0 && mentions->items[i].line > behind)
			mentions->items[i].line += lines;
}

static enum pmo_result add_history(struct renumber *renumber)
{
	struct pmo_renumbering *asked = renumber->asked;
	struct pmo_draft *draft = renumber->draft;
	size_t before = count_lines(&draft->editor.doc.source);
	size_t last = draft->editor.doc.source.first_line + before;
	char *what = pmo_arena_format(renumber->arena, "id %s>%s", asked->old_id, asked->new_id);
	enum pmo_result result = what ? draft_add_history(draft, what) : PMO_NO_MEMORY;
	size_t lines = count_lines(&draft->editor.doc.source) - before;
	move_down(&asked->changed, draft->now.path, last, lines);
	move_down(&asked->left, draft->now.path, last, lines);
	return result;
}

/* The page of notes beside a record that is a file, MTG-005.md; else behind the file's name. */
static char *page_path(struct renumber *renumber, const char *path, const char *id)
{
	const char *dot = strrchr(path, '.');
	int length = (int)(dot ? (size_t)(dot - path) : strlen(path));
	return renumber->draft->prefix_depth
		       ? pmo_arena_format(renumber->arena, "%.*s-%s.md", length, path, id)
		       : pmo_arena_format(renumber->arena, "%.*s.md", length, path);
}

/* Whose page it is, is known only where one record has the id. */
static enum pmo_result move_page(struct renumber *renumber, const char *old_path)
{
	struct tree *tree = &renumber->workspace->tree;
	char *from = page_path(renumber, old_path, renumber->asked->old_id);
	char *to = page_path(renumber, renumber->draft->now.path, renumber->asked->new_id);
	struct tree_file *page = pmo_arena_alloc(renumber->arena, sizeof(*page));
	if (!from || !to || !page)
		return PMO_NO_MEMORY;
	if (renumber->asked->undecided || !tree_exists(tree, from))
		return PMO_OK;
	if (tree_exists(tree, to))
		return refuse(renumber, PMO_EXISTS, "id-exists",
			      pmo_arena_format(renumber->arena, "%s is there already", to),
			      "it is nobody's page of notes: move it away first");
	enum pmo_result result = tree_read(tree, from, YDOC_BYTES, page);
	if (result == PMO_OK)
		result = commit_remove(&renumber->care.commit, page);
	return result == PMO_OK ? commit_restore(&renumber->care.commit, to, page) : result;
}

/* In a file of many records the key changes; a record that is a file changes its name. */
static enum pmo_result change_own(struct renumber *renumber)
{
	const char *old_path = renumber->draft->now.path;
	struct pmo_renumbering *asked = renumber->asked;
	struct pmo_draft *draft = renumber->draft;
	enum pmo_result result = add_history(renumber);
	if (result != PMO_OK)
		return result;
	draft->now.id = asked->new_id;
	draft->now.path = shelf_record_path(renumber->shelf, asked->new_id, renumber->arena);
	asked->path = draft->now.path;
	if (!draft->now.path)
		return PMO_NO_MEMORY;
	result = move_page(renumber, old_path);
	if (result != PMO_OK)
		return result;
	if (!draft->prefix_depth) {
		struct tree_file image = draft->file->file;
		image.path = draft->now.path;
		image.bytes = draft->editor.doc.source.bytes;
		image.length = draft->editor.doc.source.length;
		draft->editor.changed = false; /* it is written here */
		result = commit_remove(&renumber->care.commit, &draft->file->file);
		return result == PMO_OK ? commit_restore(&renumber->care.commit, image.path, &image)
					: result;
	}
	struct draft_path key = { .depth = 1 };
	key.steps[0] = draft->prefix;
	draft->prefix.key = asked->new_id;
	return care_rename_key(draft, &key, asked->new_id);
}

/* The record again, as it is under the lock; a duplicate by its line. */
static enum pmo_result find_again(struct renumber *renumber, size_t line)
{
	const struct pmo_record *old = renumber->asked->record;
	struct pmo_records records;
	size_t own, column;
	enum pmo_result result = pmo_workspace_records(renumber->workspace, old->project,
						       renumber->schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++) {
		const struct pmo_record *record = &records.items[i];
		struct pmo_place place = pmo_record_place(record);
		if (strcmp(record->id, old->id) != 0 || !place.source)
			continue;
		pmo_source_locate(place.source, place.offset, &own, &column);
		if (!old->duplicate || own == line)
			renumber->record = record;
	}
	if (result == PMO_OK && !renumber->record)
		return refuse(
			renumber, PMO_CONFLICT, "id-missing",
			pmo_arena_format(renumber->arena, "%s is not there any more", old->id),
			NULL);
	return result;
}

static enum pmo_result renumber_it(struct renumber *renumber, size_t line)
{
	struct pmo_renumbering *asked = renumber->asked;
	enum pmo_result result = find_again(renumber, line);
	if (result == PMO_OK)
		result = shelf_open(renumber->workspace, asked->record->project, renumber->schema,
				    &renumber->shelf);
	if (result == PMO_OK)
		result = settle_id(renumber);
	if (result == PMO_OK)
		result = pmo_update_edit(renumber->care.update, renumber->record, &renumber->draft);
	if (result != PMO_OK)
		return result;
	asked->undecided = renumber->record->duplicate;
	result = visit_all(renumber, asked->undecided ? list_in : rewrite_in);
	if (result == PMO_OK && !asked->undecided)
		result = visit_all(renumber, list_left);
	return result == PMO_OK ? change_own(renumber) : result;
}

enum pmo_result pmo_renumber(struct pmo_workspace *workspace,
			     const struct pmo_update_options *options,
			     struct pmo_renumbering *asked)
{
	const struct pmo_record *record = asked->record;
	struct renumber renumber = { .workspace = workspace,
				     .arena = &workspace->arena,
				     .asked = asked,
				     .schema = record->schema };
	struct pmo_update_options own = *options;
	struct pmo_place place = pmo_record_place(record);
	size_t line = 0, column;
	own.dry = asked->dry;
	asked->old_id = record->id;
	asked->changed = asked->left = (struct pmo_mentions){ 0 };
	if (record->schema->table->handles || record->schema->table->layout == PMO_LAYOUT_SINGLE)
		return refuse(&renumber, PMO_USAGE, "renumber-handle",
			      pmo_arena_format(renumber.arena, "%s is a handle, and handles stay",
					       record->id),
			      "add the new one, and the old one to its aka: [OLD]");
	if (place.source)
		pmo_source_locate(place.source, place.offset, &line, &column);
	enum pmo_result result = care_begin(&renumber.care, workspace, &own);
	if (result == PMO_OK)
		result = renumber_it(&renumber, line);
	return care_end(&renumber.care, result);
}
