/*
 * One operation: find the place, collect splices, put the new bytes together, read
 * them, compare. Nothing here knows about registers or files.
 */
#include "edit.h"

#include "layout.h"
#include "model.h"
#include "splice.h"

#include <string.h>

enum pmo_result ydoc_editor_begin(struct ydoc_editor *editor, struct pmo_arena *arena,
				  const struct pmo_source *source, struct pmo_diags *diags)
{
	memset(editor, 0, sizeof(*editor));
	editor->arena = arena;
	editor->diags = diags;
	return ydoc_read(&editor->doc, arena, source, diags);
}

void edit_splice(struct edit *edit, size_t start, size_t end, const char *text, size_t length)
{
	struct splice *splice = &edit->splices[edit->count];
	char *copy = pmo_arena_copy(edit->editor->arena, text, length);
	if (!copy || edit->count == SPLICE_LIMIT) {
		edit->failed = true;
		return;
	}
	*splice = (struct splice){ start, end, copy, length };
	edit->count++;
}

void edit_splice_buffer(struct edit *edit, size_t start, size_t end, const struct pmo_buffer *text)
{
	edit->failed |= text->failed;
	edit_splice(edit, start, end, text->data, text->length);
}

enum pmo_result edit_refuse(struct edit *edit, size_t offset, const char *message, const char *hint)
{
	struct pmo_place place = { .source = &edit->doc->source, .offset = offset, .length = 1 };
	pmo_diag_add(edit->editor->diags, PMO_ERROR, "edit-refused", &place, "%s", message);
	pmo_diag_hint(edit->editor->diags, "%s", hint);
	return PMO_UNSUPPORTED;
}

static const struct ydoc_node *follow(const struct ydoc_node *node, const struct ydoc_step *step)
{
	if (step->key)
		return ydoc_get(node, step->key);
	return node && node->kind == YDOC_LIST ? ydoc_at(node, step->index) : NULL;
}

static bool node_has_key(const void *node, const char *key)
{
	return ydoc_get(node, key) != NULL;
}

static const struct ydoc_node *find_after(const struct ydoc_node *map, const char *const *after)
{
	if (!after)
		return ydoc_last(map);
	const char *key = model_pick(after, node_has_key, map);
	return key ? ydoc_get(map, key) : NULL;
}

static enum pmo_result insert_into(struct edit *edit, const struct ydoc_node *parent,
				   const struct ydoc_node *after, const struct ydoc_value *value,
				   const char *key)
{
	return parent->style == YDOC_FLOW ? flow_insert(edit, parent, after, value, key)
					  : block_insert(edit, parent, after, value, key);
}

/* An empty value, [] or {} that gets its first entry is replaced as a whole. */
static enum pmo_result fill_empty(struct edit *edit, const struct ydoc_node *parent,
				  const struct ydoc_value *value, const char *key)
{
	struct pmo_arena *arena = edit->editor->arena;
	struct ydoc_span inside = { parent->start, parent->end };
	if (parent->style == YDOC_FLOW &&
	    layout_find_comment(edit->doc, parent, inside) < parent->end)
		return flow_insert(edit, parent, NULL, value, key);
	struct ydoc_value *entry = pmo_arena_alloc(arena, sizeof(*entry));
	struct ydoc_value *whole = key ? ydoc_value_map(arena) : ydoc_value_list(arena);
	if (!entry)
		return PMO_NO_MEMORY;
	*entry = *value;
	if (ydoc_value_add(whole, key, entry) != PMO_OK)
		return PMO_NO_MEMORY;
	bool words = value->kind == YDOC_SCALAR && value->form != YDOC_LINE &&
		     !strchr(value->text, '\n');
	whole->flow = parent->style == YDOC_FLOW && words;
	return replace_value(edit, parent, whole);
}

/* The first key of a document that has none. */
static enum pmo_result fill_document(struct edit *edit, const struct ydoc_value *value,
				     const char *key)
{
	const struct pmo_source *source = &edit->doc->source;
	struct ydoc_value map = { .kind = YDOC_MAP }, entry = *value;
	struct pmo_buffer text;
	pmo_buffer_init(&text, YDOC_BYTES);
	if (source->length && source->bytes[source->length - 1] != '\n')
		pmo_buffer_add_text(&text, edit->style.line_end);
	enum pmo_result result = ydoc_value_add(&map, key, &entry);
	if (result == PMO_OK)
		result = ydoc_write_map(&map, edit->style.line_end, &text);
	if (result == PMO_OK)
		edit_splice_buffer(edit, source->length, source->length, &text);
	pmo_buffer_release(&text);
	return result;
}

static enum pmo_result add_key(struct edit *edit, const struct ydoc_node *parent,
			       const struct ydoc_op *op, const struct ydoc_value *value,
			       const char *key)
{
	if (!parent)
		return fill_document(edit, value, key);
	bool empty = ydoc_is_empty(parent) || (parent->kind == YDOC_MAP && !parent->count);
	if (empty && parent->parent)
		return fill_empty(edit, parent, value, key);
	if (parent->kind != YDOC_MAP)
		return edit_refuse(edit, parent->start,
				   "expected fields here, found something else",
				   "write it as 'field: value' lines");
	return insert_into(edit, parent, find_after(parent, op->after), value, key);
}

/* Keys that are missing on the way are wrapped around the value. */
static const struct ydoc_value *wrap(struct edit *edit, const struct ydoc_op *op, size_t from)
{
	struct pmo_arena *arena = edit->editor->arena;
	const struct ydoc_value *value = op->value;
	for (size_t i = op->depth; i-- > from;) {
		struct ydoc_value *map = ydoc_value_map(arena);
		struct ydoc_value *entry = pmo_arena_alloc(arena, sizeof(*entry));
		if (!entry)
			return NULL;
		*entry = *value;
		if (ydoc_value_add(map, op->path[i].key, entry) != PMO_OK)
			return NULL;
		value = map;
	}
	return value;
}

static enum pmo_result do_set(struct edit *edit, const struct ydoc_op *op)
{
	const struct ydoc_node *node = edit->doc->root, *parent = NULL;
	size_t depth = 0;
	while (depth < op->depth) {
		const struct ydoc_node *next = follow(node, &op->path[depth]);
		if (!next)
			break;
		parent = node;
		node = next;
		depth++;
	}
	if (depth == op->depth)
		return parent ? replace_value(edit, node, op->value) : PMO_NOT_FOUND;
	for (size_t i = depth; i < op->depth; i++)
		if (!op->path[i].key)
			return PMO_NOT_FOUND;
	const struct ydoc_value *value = wrap(edit, op, depth + 1);
	return value ? add_key(edit, node, op, value, op->path[depth].key) : PMO_NO_MEMORY;
}

static const struct ydoc_node *find(const struct edit *edit, const struct ydoc_op *op)
{
	const struct ydoc_node *node = edit->doc->root;
	for (size_t i = 0; node && i < op->depth; i++)
		node = follow(node, &op->path[i]);
	return node;
}

static enum pmo_result do_insert(struct edit *edit, const struct ydoc_op *op)
{
	const struct ydoc_node *list = find(edit, op);
	if (!list)
		return PMO_NOT_FOUND;
	bool empty = ydoc_is_empty(list) || (list->kind == YDOC_LIST && !list->count);
	if (empty && list->parent && op->index == 0)
		return fill_empty(edit, list, op->value, NULL);
	if (list->kind != YDOC_LIST)
		return edit_refuse(edit, list->start, "expected a list here, found something else",
				   "write each item on a line of its own behind a dash");
	if (op->index > list->count)
		return PMO_NOT_FOUND;
	const struct ydoc_node *after = op->index ? ydoc_at(list, op->index - 1) : NULL;
	return insert_into(edit, list, after, op->value, NULL);
}

static enum pmo_result do_rename(struct edit *edit, const struct ydoc_node *node, const char *name)
{
	if (!node->key)
		return PMO_NOT_FOUND;
	if (strcmp(node->key, name) == 0)
		return PMO_OK;
	const struct ydoc_node *other = ydoc_get(node->parent, name);
	if (other)
		return edit_refuse(edit, other->key_start, "this key stands here already",
				   "choose another name, or take this one away first");
	struct pmo_buffer text;
	pmo_buffer_init(&text, YDOC_BYTES);
	emit_key(&text, name, node->parent->style == YDOC_FLOW);
	edit_splice_buffer(edit, node->key_start, node->key_end, &text);
	pmo_buffer_release(&text);
	return PMO_OK;
}

static enum pmo_result do_move(struct edit *edit, const struct ydoc_node *node,
			       const struct ydoc_op *op)
{
	const struct ydoc_node *after = NULL;
	const char *key = model_pick(op->after, node_has_key, node->parent);
	if (key)
		after = ydoc_get(node->parent, key);
	if (after == node || ydoc_previous(node) == after)
		return PMO_OK;
	if (node->parent->style == YDOC_FLOW)
		return edit_refuse(edit, node->key_start, "an entry in brackets cannot be moved",
				   "move it by hand");
	return block_move(edit, node, after);
}

static enum pmo_result collect(struct edit *edit, const struct ydoc_op *op)
{
	if (op->verb == YDOC_SET)
		return do_set(edit, op);
	if (op->verb == YDOC_INSERT)
		return do_insert(edit, op);
	const struct ydoc_node *node = find(edit, op);
	if (!node || !node->parent)
		return PMO_NOT_FOUND;
	if (op->verb == YDOC_RENAME)
		return do_rename(edit, node, op->name);
	if (op->verb == YDOC_MOVE)
		return do_move(edit, node, op);
	return node->parent->style == YDOC_FLOW ? flow_remove(edit, node)
						: block_remove(edit, node);
}

/* A file without a line end at its end stays so, unless its last text needs it. */
static void keep_open_end(const struct pmo_source *old, struct pmo_buffer *text)
{
	if (!old->length || old->bytes[old->length - 1] == '\n' || !text->length)
		return;
	if (text->data[text->length - 1] != '\n')
		return;
	size_t length = text->length - 1;
	if (length && text->data[length - 1] == '\r')
		length--;
	pmo_buffer_truncate(text, length);
}

static enum pmo_result put_together(struct edit *edit, struct pmo_buffer *text)
{
	const struct pmo_source *source = &edit->doc->source;
	size_t at = 0;
	for (size_t i = 0; i < edit->count; i++) {
		const struct splice *splice = &edit->splices[i];
		if (splice->start < at || splice->end < splice->start ||
		    splice->end > source->length)
			return PMO_INVALID;
		pmo_buffer_add(text, source->bytes + at, splice->start - at);
		pmo_buffer_add(text, splice->text, splice->length);
		at = splice->end;
	}
	pmo_buffer_add(text, source->bytes + at, source->length - at);
	return text->failed ? PMO_NO_MEMORY : PMO_OK;
}

/* What the document means after the operation, worked out without its bytes. */
static enum pmo_result intend(struct edit *edit, const struct ydoc_op *op,
			      struct ydoc_value **meaning)
{
	struct pmo_arena *arena = edit->editor->arena;
	*meaning =
		edit->doc->root ? ydoc_value_copy(edit->doc->root, arena) : ydoc_value_map(arena);
	if (!*meaning)
		return PMO_NO_MEMORY;
	return model_apply(*meaning, op, arena);
}

/* Reads the new bytes; they become the document when they mean what was intended. */
static enum pmo_result verify(struct edit *edit, const struct ydoc_value *meaning,
			      const struct pmo_buffer *text)
{
	struct ydoc_editor *editor = edit->editor;
	struct pmo_source source = edit->doc->source;
	source.bytes = pmo_arena_copy(editor->arena, text->data, text->length);
	source.length = text->length;
	if (!source.bytes)
		return PMO_NO_MEMORY;
	struct pmo_diags unheard;
	struct ydoc again;
	pmo_diags_init(&unheard, editor->arena);
	enum pmo_result result = ydoc_read_strictly(&again, editor->arena, &source, &unheard);
	if (result == PMO_OK && !ydoc_value_equals(meaning, again.root))
		result = PMO_INVALID;
	if (result == PMO_OK) {
		editor->doc = again;
		editor->changed = true;
	}
	return result;
}

static enum pmo_result try_splices(struct edit *edit, const struct ydoc_op *op)
{
	struct ydoc_value *meaning;
	struct pmo_buffer text;
	pmo_buffer_init(&text, YDOC_BYTES);
	enum pmo_result result = intend(edit, op, &meaning);
	if (result == PMO_OK)
		result = put_together(edit, &text);
	if (result == PMO_OK) {
		size_t length = text.length;
		keep_open_end(&edit->doc->source, &text);
		bool cut = text.length < length;
		result = verify(edit, meaning, &text);
		if (result == PMO_INVALID && cut) {
			pmo_buffer_add_text(&text, edit->style.line_end);
			result = text.failed ? PMO_NO_MEMORY : verify(edit, meaning, &text);
		}
	}
	pmo_buffer_release(&text);
	return result;
}

/* Where lines end is not certain there: only what is so already can be had. */
static enum pmo_result refuse_odd_breaks(struct edit *edit, const struct ydoc_op *op)
{
	const struct ydoc_node *node = find(edit, op);
	if (!node && op->verb != YDOC_SET)
		return PMO_NOT_FOUND;
	if (node && op->verb == YDOC_SET && ydoc_value_equals(op->value, node))
		return PMO_OK;
	return edit_refuse(edit, node ? node->key_start : 0,
			   "this file has line ends that editors disagree about",
			   "save it with ordinary line ends (LF or CRLF)");
}

enum pmo_result ydoc_editor_apply(struct ydoc_editor *editor, const struct ydoc_op *op)
{
	struct edit edit = { .editor = editor, .doc = &editor->doc };
	if (editor->doc.odd_breaks)
		return refuse_odd_breaks(&edit, op);
	edit.style = emit_style_of(&editor->doc, editor->like);
	enum pmo_result result = collect(&edit, op);
	if (result != PMO_OK || edit.failed)
		return result != PMO_OK ? result : PMO_NO_MEMORY;
	if (!edit.count)
		return PMO_OK;
	result = try_splices(&edit, op);
	if (result != PMO_INVALID)
		return result;
	return edit_refuse(&edit, edit.splices[0].start,
			   "this place cannot be changed without changing something else",
			   "simplify the layout here, or make the change by hand");
}

struct ydoc_span ydoc_entry_span(const struct ydoc *doc, const struct ydoc_node *entry)
{
	struct ydoc_span span = { 0, doc->source.length };
	if (!entry->parent || entry->parent->style != YDOC_BLOCK)
		return span;
	span.start = layout_owned_start(doc, entry);
	span.end = layout_owned_end(doc, entry);
	return span;
}

size_t ydoc_entry_gap(const struct ydoc *doc, const struct ydoc_node *after, bool *blank)
{
	const struct pmo_source *source = &doc->source;
	const struct ydoc_node *last = doc->root ? ydoc_last(doc->root) : NULL;
	const struct ydoc_node *look = after ? after : last;
	*blank = false;
	if (!look)
		return source->length;
	const struct ydoc_node *before = look->next ? look : ydoc_previous(look);
	*blank = before && layout_is_apart(doc, before);
	return after ? layout_owned_end(doc, after) : layout_owned_end(doc, last);
}
