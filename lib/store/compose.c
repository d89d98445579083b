/*
 * New bytes for each file of an update. A record that is a file is written as its draft
 * has it. In a file of many records the drafts' lines are put between the bytes of the
 * others, which are copied as they are; the result is read again and compared.
 */
#include "store/draft.h"

#include <string.h>

enum { READ_AGAIN_LIMIT = 1 << 20 }; /* bytes; a larger file's other lines are only compared */

static bool has_changed(const struct pmo_draft *draft)
{
	return !draft->old || draft->editor.changed;
}

static bool shares_file(const struct pmo_draft *a, const struct pmo_draft *b)
{
	return a->shelf == b->shelf && a->shelf->layout != PMO_LAYOUT_FOLDER;
}

static bool is_first_of_file(const struct pmo_update *update, const struct pmo_draft *draft)
{
	for (const struct pmo_draft *i = update->first; i != draft; i = i->next)
		if (has_changed(i) && shares_file(i, draft))
			return false;
	return true;
}

/* The changed draft of the file whose old lines begin next at or after an offset. */
static const struct pmo_draft *next_by_place(const struct pmo_update *update,
					     const struct pmo_draft *of, size_t from)
{
	const struct pmo_draft *next = NULL;
	for (const struct pmo_draft *i = update->first; i; i = i->next)
		if (i->old && has_changed(i) && shares_file(i, of) && i->span.start >= from &&
		    (!next || i->span.start < next->span.start))
			next = i;
	return next;
}

static void add_with_line_end(struct pmo_buffer *out, const char *bytes, size_t length,
			      const char *line_end)
{
	pmo_buffer_add(out, bytes, length);
	if (length && bytes[length - 1] != '\n')
		pmo_buffer_add_text(out, line_end);
}

/* New records go behind the last one, apart from it as the others are. */
static void add_new(const struct pmo_update *update, const struct pmo_draft *of, bool blank,
		    struct pmo_buffer *out)
{
	const char *line_end = of->file ? ydoc_line_end(&of->file->doc.source) : "\n";
	for (const struct pmo_draft *i = update->first; i; i = i->next) {
		if (i->old || !shares_file(i, of))
			continue;
		if (out->length && out->data[out->length - 1] != '\n')
			pmo_buffer_add_text(out, line_end);
		if (blank)
			pmo_buffer_add_text(out, line_end);
		const struct pmo_source *source = &i->editor.doc.source;
		add_with_line_end(out, source->bytes, source->length, line_end);
		blank = true;
	}
}

static bool has_new(const struct pmo_update *update, const struct pmo_draft *of)
{
	for (const struct pmo_draft *i = update->first; i; i = i->next)
		if (!i->old && shares_file(i, of))
			return true;
	return false;
}

/* Copies old bytes [*at, end), with the drafts that lie there in place of their lines. */
static void copy_until(const struct pmo_update *update, const struct pmo_draft *of, size_t *at,
		       size_t end, struct pmo_buffer *out)
{
	const struct pmo_source *source = &of->file->doc.source;
	const struct pmo_draft *draft = next_by_place(update, of, *at);
	while (draft && draft->span.start < end) {
		pmo_buffer_add(out, source->bytes + *at, draft->span.start - *at);
		pmo_buffer_add(out, draft->editor.doc.source.bytes, draft->editor.doc.source.length);
		*at = draft->span.end;
		draft = next_by_place(update, of, *at);
	}
	if (end > *at) {
		pmo_buffer_add(out, source->bytes + *at, end - *at);
		*at = end;
	}
}

static void put_together(const struct pmo_update *update, const struct pmo_draft *of,
			 struct pmo_buffer *out)
{
	bool blank = false;
	size_t at = 0;
	if (!of->file) {
		add_new(update, of, false, out);
		return;
	}
	const struct ydoc *doc = &of->file->doc;
	size_t gap = ydoc_entry_gap(doc, NULL, &blank);
	if (!has_new(update, of))
		gap = doc->source.length;
	else if (doc->root && doc->root->count < 2)
		blank = doc->root->count == 1;
	copy_until(update, of, &at, gap, out);
	if (has_new(update, of))
		add_new(update, of, blank, out);
	copy_until(update, of, &at, doc->source.length, out);
	/* A file without a line end at its end gets one only with new lines behind it. */
}

static const struct pmo_draft *draft_of(const struct pmo_update *update,
					const struct pmo_draft *of, const struct ydoc_node *entry)
{
	for (const struct pmo_draft *i = update->first; i; i = i->next)
		if (shares_file(i, of) && has_changed(i) &&
		    (i->old ? i->old->node == entry : entry == NULL))
			return i;
	return NULL;
}

static bool means(const struct ydoc_node *expected, const struct ydoc_node *found,
		  struct pmo_arena *arena)
{
	const struct ydoc_value *value = expected ? ydoc_value_copy(expected, arena) : NULL;
	return ydoc_value_equals(value, found);
}

/* Every record as it was, but those that were edited as their drafts have them. */
static bool is_as_meant(const struct pmo_update *update, const struct pmo_draft *of,
			const struct ydoc *now, struct pmo_arena *arena)
{
	const struct ydoc_node *old = of->file && of->file->doc.root ? of->file->doc.root->first : NULL;
	const struct ydoc_node *new = now->root ? now->root->first : NULL;
	for (; old; old = old->next, new = new ? new->next : NULL) {
		const struct pmo_draft *draft = draft_of(update, of, old);
		const char *key = draft ? draft->now.id : old->key;
		if (!new || strcmp(new->key, key) != 0 ||
		    !means(draft ? draft->now.node : old, new, arena))
			return false;
	}
	for (const struct pmo_draft *i = update->first; i; i = i->next) {
		if (i->old || !shares_file(i, of))
			continue;
		if (!new || strcmp(new->key, i->now.id) != 0 || !means(i->now.node, new, arena))
			return false;
		new = new->next;
	}
	return !new;
}

static enum pmo_result read_again(const struct pmo_update *update, const struct pmo_draft *of,
				  const struct pmo_source *source)
{
	struct pmo_workspace *workspace = update->workspace;
	struct pmo_diags unheard;
	struct ydoc doc;
	bool shared = of->shelf->layout == PMO_LAYOUT_FILE;
	if (source->length > READ_AGAIN_LIMIT || !shared || (of->file && of->file->doc.damaged))
		return PMO_OK;
	pmo_diags_init(&unheard, &workspace->arena);
	enum pmo_result result = ydoc_read_entries(&doc, &workspace->arena, source, &unheard);
	if (result == PMO_NO_MEMORY)
		return result;
	if (result == PMO_OK && is_as_meant(update, of, &doc, &workspace->arena))
		return PMO_OK;
	struct pmo_place place = { .source = of->file ? &of->file->doc.source : NULL };
	pmo_diag_add(workspace->diags, PMO_ERROR, "edit-refused", &place,
		     "%s cannot be changed safely; nothing was written", source->path);
	pmo_diag_hint(workspace->diags, "make the change by hand, then pmo check");
	return PMO_UNSUPPORTED;
}

static enum pmo_result compose_shared(struct pmo_update *update, const struct pmo_draft *of,
				      struct commit *commit)
{
	struct pmo_arena *arena = &update->workspace->arena;
	struct pmo_buffer text;
	pmo_buffer_init(&text, YDOC_BYTES);
	put_together(update, of, &text);
	struct pmo_source source = { of->now.path, NULL, text.length, 0 };
	if (!text.failed)
		source.bytes = pmo_arena_copy(arena, text.data, text.length);
	pmo_buffer_release(&text);
	if (!source.bytes)
		return PMO_NO_MEMORY;
	enum pmo_result result = read_again(update, of, &source);
	const struct tree_file *old = of->file && of->file->file.bytes ? &of->file->file : NULL;
	return result == PMO_OK ? commit_write(commit, of->now.path, old, source.bytes, source.length)
				: result;
}

enum pmo_result update_compose(struct pmo_update *update, struct commit *commit)
{
	for (struct pmo_draft *draft = update->first; draft; draft = draft->next) {
		enum pmo_result result = PMO_OK;
		const struct pmo_source *source = &draft->editor.doc.source;
		if (!has_changed(draft))
			continue;
		if (draft->shelf->layout == PMO_LAYOUT_FOLDER)
			result = commit_write(commit, draft->now.path,
					      draft->old ? &draft->file->file : NULL, source->bytes,
					      source->length);
		else if (is_first_of_file(update, draft))
			result = compose_shared(update, draft, commit);
		if (result != PMO_OK)
			return result;
	}
	return PMO_OK;
}
