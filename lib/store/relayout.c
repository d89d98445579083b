/*
 * A folder of records becomes one file, or the other way round.
 *
 * Lines move as they are; only the blanks before them change, by what the key above them
 * adds or takes. Each new text is read again, and what it says must be what the old one
 * said; so a layout that cannot move is refused and never damaged.
 */
#include <pmo/maintain.h>

#include "store/care.h"
#include "store/ids.h"
#include "ydoc/layout.h"

#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

enum { INDENT = 2 };

struct relayout {
	struct care care;
	struct pmo_workspace *workspace;
	struct pmo_arena *arena;
	struct pmo_relayout *asked;
	struct shelf *shelf;
};

static enum pmo_result refuse(struct relayout *relayout, const struct pmo_place *place,
			      const char *message, const char *hint)
{
	pmo_diag_add(relayout->workspace->diags, PMO_ERROR, "layout-refused", place, "%s", message);
	pmo_diag_hint(relayout->workspace->diags, "%s", hint);
	return PMO_REFUSED;
}

static enum pmo_result refuse_record(struct relayout *relayout, const struct pmo_record *record,
				     const char *message, const char *hint)
{
	struct pmo_place place = pmo_record_place(record);
	return refuse(relayout, &place, message, hint);
}

/* By prefix and number, so that RSK-1000 comes behind RSK-999; handles by their letters. */
static int compare_ids(const void *left, const void *right)
{
	const struct pmo_record *a = *(const struct pmo_record *const *)left;
	const struct pmo_record *b = *(const struct pmo_record *const *)right;
	char own[ID_SIZE], other[ID_SIZE];
	unsigned long number, second;
	if (id_parse(a->id, own, &number) && id_parse(b->id, other, &second) &&
	    strcmp(own, other) == 0)
		return (number > second) - (number < second);
	return strcmp(a->id, b->id);
}

/* All records of the shelf, register by register, each by its ids. */
struct members {
	const struct pmo_record **items;
	size_t count;
};

static enum pmo_result collect(struct relayout *relayout, struct members *members)
{
	size_t count = 0;
	for (struct shelf_set *set = relayout->shelf->sets; set; set = set->next)
		count += set->count;
	members->count = 0;
	members->items = pmo_arena_array(relayout->arena, count + 1, sizeof(*members->items));
	if (!members->items)
		return PMO_NO_MEMORY;
	for (size_t t = 0; t < relayout->workspace->table_count; t++) {
		const struct pmo_schema *schema = relayout->workspace->schemas[t];
		const struct shelf_set *set = schema ? shelf_set_of(relayout->shelf, schema) : NULL;
		const struct pmo_record **first = members->items + members->count;
		for (size_t i = 0; set && i < set->count; i++)
			first[i] = &set->records[i];
		if (set && set->count)
			qsort(first, set->count, sizeof(*first), compare_ids);
		members->count += set ? set->count : 0;
	}
	for (size_t i = 0; i < count; i++) {
		const struct pmo_record *record = members->items[i];
		if (record->unreadable || (record->node && record->node->kind != YDOC_MAP &&
					   !ydoc_is_empty(record->node)))
			return refuse_record(relayout, record,
					     "this record cannot be read as it is",
					     "mend it first; pmo check says what is wrong");
		if (record->duplicate)
			return refuse_record(relayout, record, "two records have this id",
					     "give one another: pmo renumber FILE:LINE");
	}
	return PMO_OK;
}

static bool means_same(const struct ydoc_node *old, const struct ydoc_node *now,
		       struct pmo_arena *arena)
{
	if (ydoc_is_empty(old) || ydoc_is_empty(now))
		return ydoc_is_empty(old) && ydoc_is_empty(now);
	const struct ydoc_value *value = ydoc_value_copy(old, arena);
	return value && ydoc_value_equals(value, now);
}

/* The lines of [start, end) with that many blanks before each; empty ones stay empty. */
static void add_indented(const struct pmo_source *source, struct ydoc_span span,
			 struct pmo_buffer *out)
{
	for (size_t at = span.start; at < span.end;) {
		size_t next = layout_next_line(source, at);
		char first = source->bytes[at];
		if (first != '\n' && first != '\r')
			pmo_buffer_add_repeat(out, ' ', INDENT);
		pmo_buffer_add(out, source->bytes + at, next - at);
		at = next;
	}
}

/* A byte order mark, and `---` where the document begins, belong to a file alone. */
static size_t skip_opening(const struct pmo_source *source)
{
	size_t at = source->length >= 3 && memcmp(source->bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	bool marker = source->length - at >= 4 && memcmp(source->bytes + at, "---", 3) == 0 &&
		      (source->bytes[at + 3] == '\n' || source->bytes[at + 3] == '\r');
	return marker ? layout_next_line(source, at) : at;
}

/* Comments that open the file, up to its first field. */
static size_t skip_head(const struct pmo_record *record, size_t start)
{
	const struct pmo_source *source = &record->doc->source;
	size_t at = start;
	while (record->node && at < source->length &&
	       (source->bytes[at] == '#' || layout_is_blank_line(source, at)))
		at = layout_next_line(source, at);
	return at;
}

/* `RSK-003:` with what opened its file above it, and the record's lines below it, deeper. */
static void add_entry(const struct pmo_record *record, struct pmo_buffer *out)
{
	const struct pmo_source *source = &record->doc->source;
	const char *line_end = ydoc_line_end(source);
	size_t start = skip_opening(source);
	struct ydoc_span span = { skip_head(record, start), source->length };
	pmo_buffer_add(out, source->bytes + start, span.start - start);
	pmo_buffer_add_format(out, "%s:%s", record->id, line_end);
	add_indented(source, span, out);
	if (out->length && out->data[out->length - 1] != '\n')
		pmo_buffer_add_text(out, line_end);
}

/* Reads what was put together; *fault is the first record that says something else now. */
static enum pmo_result prove_file(struct relayout *relayout, const struct members *members,
				  const struct pmo_buffer *text, const struct pmo_record **fault)
{
	struct pmo_diags unheard;
	struct ydoc doc;
	struct pmo_source source = { relayout->asked->to_path, text->data, text->length, 0 };
	source.bytes = pmo_arena_copy(relayout->arena, text->data, text->length);
	if (text->failed || !source.bytes)
		return PMO_NO_MEMORY;
	pmo_diags_init(&unheard, relayout->arena);
	enum pmo_result result = ydoc_read_entries(&doc, relayout->arena, &source, &unheard);
	if (result == PMO_NO_MEMORY)
		return result;
	const struct ydoc_node *node = doc.root ? doc.root->first : NULL;
	*fault = NULL;
	for (size_t i = 0; i < members->count; i++, node = node ? node->next : NULL) {
		const struct pmo_record *record = members->items[i];
		*fault = record;
		if (!node || strcmp(node->key, record->id) != 0 ||
		    !means_same(record->node, node, relayout->arena))
			return PMO_INVALID;
	}
	return node || unheard.count[PMO_ERROR] ? PMO_INVALID : PMO_OK;
}

/* A blank line between two records; none behind a text whose blank lines belong to it. */
static bool may_be_apart(const struct pmo_record *record)
{
	const struct pmo_source *source = &record->doc->source;
	return !source->length || source->length < 2 || source->bytes[source->length - 1] != '\n' ||
	       (source->bytes[source->length - 2] != '\n' &&
		(source->bytes[source->length - 2] != '\r' || source->length < 3 ||
		 source->bytes[source->length - 3] != '\n'));
}

/* `|+` and `>+` keep every line end behind them. */
static bool ends_with_kept_text(const struct pmo_record *record)
{
	const struct ydoc_node *node = record->node;
	while (node && node->first)
		node = ydoc_last(node);
	return node && node->style >= YDOC_LITERAL && node->style <= YDOC_FOLDED &&
	       record->doc->source.bytes[node->start + 1] == '+';
}

static enum pmo_result write_file(struct relayout *relayout, const struct members *members,
				  const struct pmo_buffer *text)
{
	struct tree_file image = { .path = relayout->asked->to_path, .length = text->length };
	image.bytes = pmo_arena_copy(relayout->arena, text->data, text->length);
	if (!image.bytes)
		return PMO_NO_MEMORY;
	enum pmo_result result = PMO_OK;
	image.mode = 0777;
	for (size_t i = 0; i < members->count && result == PMO_OK; i++) {
		const struct shelf_file *file;
		result = shelf_file_of(relayout->workspace, relayout->shelf, members->items[i],
				       &file);
		if (result != PMO_OK)
			break;
		/* Nobody may read more than they could before. */
		image.mode &= file->file.mode;
		image.owner = file->file.owner;
		image.group = file->file.group;
		result = commit_remove(&relayout->care.commit, &file->file);
	}
	if (result == PMO_OK)
		result = commit_restore(&relayout->care.commit, image.path, &image);
	return result == PMO_OK ? commit_prune(&relayout->care.commit, relayout->shelf->path)
				: result;
}

/* What else is in the folder would keep it there, beside the file. */
static enum pmo_result check_folder(struct relayout *relayout, const struct members *members)
{
	struct tree_names names;
	struct pmo_workspace *workspace = relayout->workspace;
	enum pmo_result result = tree_list(&workspace->tree, relayout->shelf->path, &names);
	for (size_t i = 0; result == PMO_OK && i < names.count; i++) {
		const char *name = names.items[i].name;
		bool known = false;
		for (size_t m = 0; m < members->count && !known; m++) {
			size_t length = strlen(members->items[m]->id);
			known = strncmp(name, members->items[m]->id, length) == 0 &&
				strcmp(name + length, ".yaml") == 0;
		}
		if (known)
			continue;
		char *path =
			pmo_arena_format(relayout->arena, "%s/%s", relayout->shelf->path, name);
		const struct pmo_place *place = path ? tree_place(&workspace->tree, path) : NULL;
		return refuse(relayout, place, "this is no record, and would be left behind",
			      "move it out of the folder, or take it away, and try again");
	}
	return result;
}

static enum pmo_result make_file(struct relayout *relayout, const struct members *members)
{
	struct pmo_buffer text;
	const struct pmo_record *fault = NULL;
	enum pmo_result result = check_folder(relayout, members);
	if (result != PMO_OK)
		return result;
	pmo_buffer_init(&text, YDOC_BYTES);
	for (size_t i = 0; i < members->count; i++) {
		const struct pmo_record *before = i ? members->items[i - 1] : NULL;
		if (before && may_be_apart(before) && !ends_with_kept_text(before))
			pmo_buffer_add_text(&text, ydoc_line_end(&before->doc->source));
		add_entry(members->items[i], &text);
	}
	result = prove_file(relayout, members, &text, &fault);
	if (result == PMO_OK)
		result = write_file(relayout, members, &text);
	else if (result == PMO_INVALID)
		result = fault ? refuse_record(
					 relayout, fault,
					 "these lines cannot be indented without changing what "
					 "they say",
					 "simplify how the record is written, then try again")
			       : PMO_NO_MEMORY;
	pmo_buffer_release(&text);
	return result;
}

/* The lines of a span with at most that many blanks less before each. */
static void add_dedented(const struct pmo_source *source, struct ydoc_span span, size_t column,
			 struct pmo_buffer *out)
{
	for (size_t at = span.start; at < span.end;) {
		size_t next = layout_next_line(source, at), blanks = 0;
		while (blanks < column && source->bytes[at + blanks] == ' ')
			blanks++;
		pmo_buffer_add(out, source->bytes + at + blanks, next - at - blanks);
		at = next;
	}
}

/* What stands behind `RSK-003:` on its line: a comment, or the record in braces. */
static void add_rest_of_line(const struct ydoc *doc, const struct ydoc_node *entry,
			     struct pmo_buffer *out)
{
	const struct pmo_source *source = &doc->source;
	size_t at = layout_skip_blanks(source, layout_after_mark(doc, entry));
	size_t next = layout_next_line(source, at);
	if (at < next && source->bytes[at] != '\n' && source->bytes[at] != '\r')
		pmo_buffer_add(out, source->bytes + at, next - at);
}

/*
 * One record's text: the comments above it that nobody before it owns, and its lines. from
 * is where the entry before it ended.
 */
static void add_record(const struct ydoc *doc, const struct ydoc_node *entry, size_t from,
		       struct pmo_buffer *out)
{
	const struct pmo_source *source = &doc->source;
	size_t line = layout_line_start(source, entry->key_start);
	size_t below = layout_next_line(source, entry->key_start);
	size_t end = entry->next ? layout_owned_end(doc, entry) : source->length;
	size_t column = entry->first ? layout_column(doc, entry->first) : INDENT;
	while (from < line && layout_is_blank_line(source, from))
		from = layout_next_line(source, from);
	if (from < line)
		pmo_buffer_add(out, source->bytes + from, line - from);
	add_rest_of_line(doc, entry, out);
	if (entry->style == YDOC_FLOW)
		column = INDENT;
	if (below < end)
		add_dedented(source, (struct ydoc_span){ below, end }, column, out);
	if (out->length && out->data[out->length - 1] != '\n')
		pmo_buffer_add_text(out, ydoc_line_end(source));
}

static enum pmo_result prove_record(struct relayout *relayout, const struct pmo_record *record,
				    const struct pmo_source *source)
{
	struct pmo_diags unheard;
	struct ydoc doc;
	pmo_diags_init(&unheard, relayout->arena);
	enum pmo_result result = ydoc_read(&doc, relayout->arena, source, &unheard);
	if (result == PMO_NO_MEMORY)
		return result;
	if (result == PMO_OK && means_same(record->node, doc.root, relayout->arena))
		return PMO_OK;
	return refuse_record(relayout, record,
			     "these lines cannot stand alone without changing what they say",
			     "simplify how the record is written, then try again");
}

static enum pmo_result make_record(struct relayout *relayout, const struct pmo_record *record,
				   size_t from)
{
	struct pmo_arena *arena = relayout->arena;
	struct tree_file image = relayout->shelf->file->file;
	struct pmo_buffer text;
	pmo_buffer_init(&text, YDOC_BYTES);
	add_record(record->doc, record->node, from, &text);
	image.path = pmo_arena_format(arena, "%s/%s.yaml", relayout->asked->to_path, record->id);
	image.bytes = text.failed ? NULL : pmo_arena_copy(arena, text.data, text.length);
	image.length = text.length;
	pmo_buffer_release(&text);
	if (!image.path || !image.bytes)
		return PMO_NO_MEMORY;
	struct pmo_source source = { image.path, image.bytes, image.length, 0 };
	enum pmo_result result = prove_record(relayout, record, &source);
	return result == PMO_OK ? commit_restore(&relayout->care.commit, image.path, &image)
				: result;
}

static const struct pmo_record *record_of(const struct members *members,
					  const struct ydoc_node *node)
{
	for (size_t i = 0; i < members->count; i++)
		if (members->items[i]->node == node)
			return members->items[i];
	return NULL;
}

static enum pmo_result make_folder(struct relayout *relayout, const struct members *members)
{
	const struct ydoc *doc = &relayout->shelf->file->doc;
	struct pmo_place whole = { .source = &doc->source };
	bool bom = doc->source.length >= 3 && memcmp(doc->source.bytes, "\xef\xbb\xbf", 3) == 0;
	size_t from = bom ? 3 : 0;
	enum pmo_result result = PMO_OK;
	if (doc->damaged || doc->odd_breaks || (doc->root && doc->root->style == YDOC_FLOW))
		return refuse(relayout, &whole, "this file cannot be taken apart as it is",
			      "mend it first; pmo check says what is wrong");
	for (const struct ydoc_node *node = doc->root ? doc->root->first : NULL;
	     node && result == PMO_OK; node = node->next) {
		const struct pmo_record *record = record_of(members, node);
		struct pmo_place place = ydoc_key_place(doc, node);
		if (!record)
			return refuse(relayout, &place, "this is no record of the register",
				      "give it an id, or take it away, and try again");
		result = make_record(relayout, record, from);
		from = layout_owned_end(doc, node);
	}
	if (result == PMO_OK)
		result = commit_remove(&relayout->care.commit, &relayout->shelf->file->file);
	return result;
}

static enum pmo_result prepare(struct relayout *relayout)
{
	struct pmo_relayout *asked = relayout->asked;
	struct pmo_workspace *workspace = relayout->workspace;
	enum pmo_result result =
		shelf_open(workspace, asked->project, asked->schema, &relayout->shelf);
	if (result != PMO_OK)
		return result;
	const struct shelf *shelf = relayout->shelf;
	bool file = asked->to == PMO_LAYOUT_FILE;
	const char *name = shelf->name;
	asked->from_path = shelf->path;
	asked->to_path = workspace_path(workspace, shelf->project, name, file ? ".yaml" : "");
	if (!asked->to_path)
		return PMO_NO_MEMORY;
	if (shelf->layout == PMO_LAYOUT_SINGLE)
		return refuse(relayout, NULL,
			      "its file is the one record; there is nothing to convert",
			      "pmo schema shows where each register stands");
	if (shelf->layout == asked->to)
		return PMO_OK;
	if (file ? tree_exists(&workspace->tree, asked->to_path)
		 : shelf_has_entries(workspace, asked->to_path))
		return refuse(relayout, tree_place(&workspace->tree, asked->to_path),
			      "there is a folder and a file of this register",
			      "move the records of one into the other");
	return shelf_load(workspace, relayout->shelf);
}

static enum pmo_result convert(struct relayout *relayout)
{
	struct members members;
	struct pmo_relayout *asked = relayout->asked;
	size_t errors = relayout->workspace->diags->count[PMO_ERROR];
	enum pmo_result result = prepare(relayout);
	if (result != PMO_OK || relayout->shelf->layout == asked->to)
		return result;
	if (relayout->workspace->diags->count[PMO_ERROR] > errors)
		return refuse(relayout, NULL, "what cannot be read cannot be converted",
			      "mend it first; pmo check says what is wrong");
	result = collect(relayout, &members);
	asked->records = members.count;
	if (result != PMO_OK || !members.count)
		return result;
	return asked->to == PMO_LAYOUT_FILE ? make_file(relayout, &members)
					    : make_folder(relayout, &members);
}

enum pmo_result pmo_relayout_apply(struct pmo_workspace *workspace, struct pmo_relayout *asked)
{
	struct pmo_update_options options = { .on = PMO_DATE_NONE, .dry = asked->dry };
	struct relayout relayout = { .workspace = workspace,
				     .arena = &workspace->arena,
				     .asked = asked };
	asked->records = 0;
	enum pmo_result result = care_begin(&relayout.care, workspace, &options);
	if (result == PMO_OK)
		result = convert(&relayout);
	return care_end(&relayout.care, result);
}
