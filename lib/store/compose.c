/*
 * New bytes for each file of an update. A record that is a file is written as its draft
 * has it. In a file of many records the drafts' lines are put between the bytes of the
 * others, which are copied as they are; the result is read again and compared.
 */
#include "store/order.h"

#include <stdlib.h>
#include <string.h>

enum { READ_AGAIN_LIMIT = 1 << 20 }; /* bytes; a larger file's other lines are only compared */

static bool has_changed(const struct pmo_draft *draft)
{
	return !draft->old || draft->editor.changed || draft->placed;
}

/* The drafts of one file: edited ones as they stand in it, then new ones as they were made. */
struct joint {
	const struct pmo_draft *of; /* any of them */
	const struct pmo_draft **edited, **made;
	size_t edited_count, made_count;
	bool tight; /* no blank line before new records: it would belong to a text above */
	const struct order *order; /* another one than they stand in; NULL: the same */
};

static int compare_places(const void *a, const void *b)
{
	const struct pmo_draft *first = *(const struct pmo_draft *const *)a;
	const struct pmo_draft *second = *(const struct pmo_draft *const *)b;
	return (first->span.start > second->span.start) - (first->span.start < second->span.start);
}

/* All changed drafts that share a file with one, from that one on. */
static enum pmo_result collect(struct pmo_draft *of, struct joint *joint)
{
	struct pmo_arena *arena = &of->update->workspace->arena;
	size_t edited = 0, made = 0;
	*joint = (struct joint){ .of = of };
	for (struct pmo_draft *i = of; i; i = i->next) {
		void *grown;
		if (i->shelf != of->shelf || !has_changed(i))
			continue;
		i->is_composed = true;
		if (i->old) {
			grown = pmo_arena_grow(arena, joint->edited, joint->edited_count, &edited,
					       sizeof(*joint->edited));
			joint->edited = grown;
		} else {
			grown = pmo_arena_grow(arena, joint->made, joint->made_count, &made,
					       sizeof(*joint->made));
			joint->made = grown;
		}
		if (!grown)
			return PMO_NO_MEMORY;
		if (i->old)
			joint->edited[joint->edited_count++] = i;
		else
			joint->made[joint->made_count++] = i;
	}
	if (joint->edited_count)
		qsort(joint->edited, joint->edited_count, sizeof(*joint->edited), compare_places);
	return PMO_OK;
}

static void add_with_line_end(struct pmo_buffer *out, const char *bytes, size_t length,
			      const char *line_end)
{
	pmo_buffer_add(out, bytes, length);
	if (length && bytes[length - 1] != '\n')
		pmo_buffer_add_text(out, line_end);
}

/* A new record's text, with the line ends of the file that it joins. */
static void add_record(const struct pmo_source *source, const char *line_end,
		       struct pmo_buffer *out)
{
	const char *at = source->bytes, *end = source->bytes + source->length;
	while (at < end) {
		const char *line = memchr(at, '\n', (size_t)(end - at));
		const char *stop = line ? line : end;
		if (stop > at && stop[-1] == '\r')
			stop--;
		pmo_buffer_add(out, at, (size_t)(stop - at));
		pmo_buffer_add_text(out, line_end);
		at = line ? line + 1 : end;
	}
}

/* New records go behind the last one, apart from it as the others are. */
static void add_new(const struct joint *joint, bool blank, struct pmo_buffer *out)
{
	const struct shelf_file *file = joint->of->file;
	const char *line_end = file ? ydoc_line_end(&file->doc.source) : "\n";
	bool is_marked = out->length == 3 && memcmp(out->data, "\xef\xbb\xbf", 3) == 0;
	if (out->length && !is_marked && out->data[out->length - 1] != '\n')
		pmo_buffer_add_text(out, line_end);
	for (size_t i = 0; i < joint->made_count; i++) {
		if (blank && !joint->tight)
			pmo_buffer_add_text(out, line_end);
		add_record(&joint->made[i]->editor.doc.source, line_end, out);
		blank = true;
	}
}

/* Copies old bytes [*at, end), with the drafts that begin there in place of their lines. */
static void copy_until(const struct joint *joint, size_t *next, size_t *at, size_t end,
		       struct pmo_buffer *out)
{
	const struct pmo_source *source = &joint->of->file->doc.source;
	for (; *next < joint->edited_count && joint->edited[*next]->span.start < end; ++*next) {
		const struct pmo_draft *draft = joint->edited[*next];
		const struct pmo_source *lines = &draft->editor.doc.source;
		pmo_buffer_add(out, source->bytes + *at, draft->span.start - *at);
		if (draft->span.end < source->length)
			add_with_line_end(out, lines->bytes, lines->length, ydoc_line_end(source));
		else
			pmo_buffer_add(out, lines->bytes, lines->length);
		*at = draft->span.end;
	}
	if (end > *at) {
		pmo_buffer_add(out, source->bytes + *at, end - *at);
		*at = end;
	}
}

static void put_together(const struct joint *joint, struct pmo_buffer *out)
{
	bool blank = false;
	size_t at = 0, next = 0;
	if (joint->order) {
		order_put_together(joint->order, out);
		return;
	}
	if (!joint->of->file) {
		add_new(joint, false, out);
		return;
	}
	const struct ydoc *doc = &joint->of->file->doc;
	size_t gap = ydoc_entry_gap(doc, NULL, &blank);
	if (doc->root && doc->root->count < 2)
		blank = doc->root->count == 1;
	if (!joint->made_count) {
		copy_until(joint, &next, &at, doc->source.length, out);
		return;
	}
	if (doc->root && !doc->root->count) {
		/* `{}` says that there is none, and there is one now. */
		copy_until(joint, &next, &at, doc->root->start, out);
		at = doc->root->end;
		at += at < doc->source.length && doc->source.bytes[at] == '\r';
		at += at < doc->source.length && doc->source.bytes[at] == '\n';
		add_new(joint, false, out);
	} else {
		copy_until(joint, &next, &at, gap, out);
		add_new(joint, blank, out);
	}
	copy_until(joint, &next, &at, doc->source.length, out);
}

/* Drafts that overlap, or new lines beside a map in brackets, cannot be put together. */
static bool can_be_joined(const struct joint *joint)
{
	const struct ydoc_node *root = joint->of->file ? joint->of->file->doc.root : NULL;
	for (size_t i = 1; i < joint->edited_count; i++)
		if (joint->edited[i]->span.start < joint->edited[i - 1]->span.end)
			return false;
	if (!root || (!joint->made_count && !joint->order))
		return true;
	return root->kind == YDOC_MAP && (root->style == YDOC_BLOCK || !root->count);
}

/* Whether two nodes mean the same, at most YDOC_DEPTH calls deep. */
static bool means(const struct ydoc_node *expected, const struct ydoc_node *found)
{
	if (!expected || !found)
		return ydoc_is_empty(expected) && ydoc_is_empty(found);
	if (expected->kind != found->kind || expected->count != found->count)
		return false;
	if (expected->kind == YDOC_SCALAR)
		return strcmp(expected->text, found->text) == 0;
	found = found->first;
	for (const struct ydoc_node *i = expected->first; i; i = i->next, found = found->next)
		if ((i->key && strcmp(i->key, found->key) != 0) || !means(i, found))
			return false;
	return true;
}

/* Every record of another order as it was, or as its draft has it. */
static bool is_in_order(const struct order *order, const struct ydoc *now)
{
	const struct ydoc_node *new = now->root ? now->root->first : NULL;
	const struct order_entry *entry = order->first;
	for (; entry && new; entry = entry->next, new = new->next) {
		const struct pmo_draft *draft = entry->draft;
		if (strcmp(new->key, draft ? draft->now.id : entry->node->key) != 0 ||
		    !means(draft ? draft->now.node : entry->node, new))
			return false;
	}
	return !entry && !new;
}

/* Every record as it was, but those that were edited as their drafts have them. */
static bool is_as_meant(const struct joint *joint, const struct ydoc *now)
{
	const struct shelf_file *file = joint->of->file;
	const struct ydoc_node *old = file && file->doc.root ? file->doc.root->first : NULL;
	const struct ydoc_node *new = now->root ? now->root->first : NULL;
	size_t next = 0;
	if (joint->order)
		return is_in_order(joint->order, now);
	for (; old; old = old->next, new = new->next) {
		const struct pmo_draft *draft =
			next < joint->edited_count ? joint->edited[next] : NULL;
		bool edited = draft && draft->old->node == old;
		next += edited;
		/* A renumbered record has another key. */
		if (!new || strcmp(new->key, edited ? draft->now.id : old->key) != 0 ||
		    !means(edited ? draft->now.node : old, new))
			return false;
	}
	for (size_t i = 0; i < joint->made_count; i++, new = new->next) {
		const struct pmo_draft *made = joint->made[i];
		if (!new || strcmp(new->key, made->now.id) != 0 || !means(made->now.node, new))
			return false;
	}
	return !new &&next == joint->edited_count;
}

static enum pmo_result refuse(const struct joint *joint)
{
	struct pmo_diags *diags = joint->of->update->workspace->diags;
	struct pmo_place place = { .source =
					   joint->of->file ? &joint->of->file->doc.source : NULL };
	pmo_diag_add(diags, PMO_ERROR, "edit-refused", &place,
		     "%s cannot be changed safely; nothing was written", joint->of->now.path);
	pmo_diag_hint(diags, "make the change by hand, then pmo check");
	return PMO_UNSUPPORTED;
}

static enum pmo_result read_again(const struct joint *joint, const struct pmo_source *source)
{
	struct pmo_arena *arena = &joint->of->update->workspace->arena;
	struct pmo_diags unheard;
	struct ydoc doc;
	if (source->length > READ_AGAIN_LIMIT)
		return PMO_OK;
	pmo_diags_init(&unheard, arena);
	enum pmo_result result = ydoc_read_entries(&doc, arena, source, &unheard);
	if (result == PMO_NO_MEMORY || unheard.lost)
		return PMO_NO_MEMORY;
	return doc.root && is_as_meant(joint, &doc) ? PMO_OK : PMO_UNSUPPORTED;
}

/* The new bytes of the file, proved to mean what they should. */
static enum pmo_result join(const struct joint *joint, struct pmo_source *source)
{
	struct pmo_buffer text;
	enum pmo_result result = PMO_OK;
	pmo_buffer_init(&text, YDOC_BYTES);
	put_together(joint, &text);
	*source = (struct pmo_source){ joint->of->now.path, NULL, text.length, 0 };
	if (text.failed)
		result = text.length > YDOC_BYTES / 2 ? PMO_UNSUPPORTED : PMO_NO_MEMORY;
	else
		source->bytes = pmo_arena_copy(&joint->of->update->workspace->arena, text.data,
					       text.length);
	pmo_buffer_release(&text);
	if (result == PMO_OK && !source->bytes)
		result = PMO_NO_MEMORY;
	if (result == PMO_OK && joint->of->shelf->layout == PMO_LAYOUT_FILE)
		result = read_again(joint, source);
	return result;
}

/* Where records are to stand elsewhere: the whole order. */
static enum pmo_result arrange(struct joint *joint, struct order *order)
{
	const struct shelf_file *file = joint->of->file;
	const struct order_drafts drafts = { joint->edited, joint->made, joint->edited_count,
					     joint->made_count };
	if (!order_is_needed(&drafts))
		return PMO_OK;
	/* `{}` has no lines between which anything could stand: new ones go there in turn. */
	bool is_empty = !file || !file->doc.root || !file->doc.root->count;
	*order = (struct order){ .arena = &joint->of->update->workspace->arena,
				 .doc = is_empty ? NULL : &file->doc };
	enum pmo_result result = order_make(order, &drafts);
	if (result != PMO_OK || !is_empty) {
		joint->order = order;
		return result;
	}
	size_t count = 0;
	for (const struct order_entry *i = order->first; i; i = i->next)
		joint->made[count++] = i->draft;
	return PMO_OK;
}

static enum pmo_result compose_shared(struct pmo_draft *of, struct commit *commit)
{
	struct joint joint;
	struct order order;
	struct pmo_source source;
	enum pmo_result result = collect(of, &joint);
	if (result == PMO_OK)
		result = arrange(&joint, &order);
	if (result == PMO_UNSUPPORTED)
		return refuse(&joint);
	if (result != PMO_OK)
		return result;
	result = can_be_joined(&joint) ? join(&joint, &source) : PMO_UNSUPPORTED;
	bool may_be_tight = joint.made_count && !joint.order && can_be_joined(&joint);
	if (result == PMO_UNSUPPORTED && may_be_tight) {
		joint.tight = true;
		result = join(&joint, &source);
	}
	if (result == PMO_UNSUPPORTED)
		return refuse(&joint);
	const struct tree_file *old = of->file && of->file->file.bytes ? &of->file->file : NULL;
	return result == PMO_OK
		       ? commit_write(commit, of->now.path, old, source.bytes, source.length)
		       : result;
}

enum pmo_result update_compose(struct pmo_update *update, struct commit *commit)
{
	for (struct pmo_draft *draft = update->first; draft; draft = draft->next)
		draft->is_composed = !has_changed(draft);
	for (struct pmo_draft *draft = update->first; draft; draft = draft->next) {
		enum pmo_result result = PMO_OK;
		const struct pmo_source *source = &draft->editor.doc.source;
		if (draft->is_composed)
			continue;
		if (draft->shelf->layout == PMO_LAYOUT_FOLDER)
			result = commit_write(commit, draft->now.path,
					      draft->old ? &draft->file->file : NULL, source->bytes,
					      source->length);
		else
			result = compose_shared(draft, commit);
		if (result != PMO_OK)
			return result;
	}
	return PMO_OK;
}
