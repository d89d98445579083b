/* See order.h. The text between two records that stay is kept, whatever leaves it. */
#include "store/order.h"

#include <stdlib.h>
#include <string.h>

enum pmo_result pmo_draft_place(struct pmo_draft *draft, const struct pmo_record *anchor,
				bool before)
{
	struct pmo_update *update = draft->update;
	if (draft->shelf->layout != PMO_LAYOUT_FILE)
		return PMO_UNSUPPORTED;
	if (anchor && strcmp(anchor->id, draft->now.id) == 0)
		return PMO_OK;
	draft->beside = anchor ? anchor->id : NULL;
	draft->is_before = before || !anchor;
	draft->placed = ++update->placed;
	return PMO_OK;
}

bool order_is_needed(const struct order_drafts *drafts)
{
	for (size_t i = 0; i < drafts->edited_count; i++)
		if (drafts->edited[i]->placed)
			return true;
	for (size_t i = 0; i < drafts->made_count; i++)
		if (drafts->made[i]->placed)
			return true;
	return false;
}

static void unlink_entry(struct order *order, struct order_entry *entry)
{
	if (entry->previous)
		entry->previous->next = entry->next;
	else
		order->first = entry->next;
	if (entry->next)
		entry->next->previous = entry->previous;
	else
		order->last = entry->previous;
}

/* before NULL: at the end. */
static void link_before(struct order *order, struct order_entry *entry, struct order_entry *before)
{
	entry->next = before;
	entry->previous = before ? before->previous : order->last;
	if (entry->previous)
		entry->previous->next = entry;
	else
		order->first = entry;
	if (before)
		before->previous = entry;
	else
		order->last = entry;
}

static enum pmo_result add_entry(struct order *order, const struct ydoc_node *node,
				 const struct pmo_draft *draft)
{
	struct order_entry *entry = pmo_arena_alloc(order->arena, sizeof(*entry));
	const char *id = draft ? draft->now.id : node ? node->key : NULL;
	if (!entry || !id)
		return PMO_NO_MEMORY;
	entry->node = node;
	entry->draft = draft;
	entry->floats = !node;
	link_before(order, entry, NULL);
	return map_get(&order->by_id, id) ? PMO_OK : map_put(&order->by_id, id, entry);
}

static int compare_calls(const void *a, const void *b)
{
	const struct pmo_draft *first = *(const struct pmo_draft *const *)a;
	const struct pmo_draft *second = *(const struct pmo_draft *const *)b;
	return (first->placed > second->placed) - (first->placed < second->placed);
}

static enum pmo_result place_one(struct order *order, const struct pmo_draft *draft)
{
	struct order_entry *entry = map_get(&order->by_id, draft->now.id);
	struct order_entry *anchor =
		draft->beside ? map_get(&order->by_id, draft->beside) : order->first;
	if (!entry || !anchor)
		return PMO_UNSUPPORTED;
	if (anchor == entry)
		return PMO_OK;
	unlink_entry(order, entry);
	entry->floats = true;
	entry->leads = anchor->floats ? anchor->leads : draft->is_before;
	link_before(order, entry, draft->is_before ? anchor : anchor->next);
	return PMO_OK;
}

/* As they were asked for, one after the other. */
static enum pmo_result place_all(struct order *order, const struct order_drafts *drafts)
{
	size_t count = 0;
	const struct pmo_draft **placed = pmo_arena_array(
		order->arena, drafts->edited_count + drafts->made_count + 1, sizeof(*placed));
	if (!placed)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < drafts->edited_count; i++)
		if (drafts->edited[i]->placed)
			placed[count++] = drafts->edited[i];
	for (size_t i = 0; i < drafts->made_count; i++)
		if (drafts->made[i]->placed)
			placed[count++] = drafts->made[i];
	if (count)
		qsort(placed, count, sizeof(*placed), compare_calls);
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < count; i++)
		result = place_one(order, placed[i]);
	return result;
}

enum pmo_result order_make(struct order *order, const struct order_drafts *drafts)
{
	const struct ydoc_node *root = order->doc ? order->doc->root : NULL;
	size_t next = 0;
	enum pmo_result result = PMO_OK;
	map_init(&order->by_id, order->arena);
	order->apart = true;
	if (root && root->count > 1)
		ydoc_entry_gap(order->doc, NULL, &order->apart);
	for (const struct ydoc_node *i = root ? root->first : NULL; i && result == PMO_OK;
	     i = i->next) {
		const struct pmo_draft *draft =
			next < drafts->edited_count ? drafts->edited[next] : NULL;
		bool edited = draft && draft->old->node == i;
		next += edited;
		result = add_entry(order, i, edited ? draft : NULL);
	}
	for (size_t i = 0; i < drafts->made_count && result == PMO_OK; i++)
		result = add_entry(order, NULL, drafts->made[i]);
	if (result == PMO_OK && next < drafts->edited_count)
		result = PMO_UNSUPPORTED;
	return result == PMO_OK ? place_all(order, drafts) : result;
}

struct assembly {
	const struct order *order;
	const struct pmo_source *source;
	const char *line_end;
	size_t at; /* old bytes up to here are dealt with */
	struct pmo_buffer *out;
};

static bool is_text(const struct assembly *assembly)
{
	const struct pmo_buffer *out = assembly->out;
	return out->length && !(out->length == 3 && memcmp(out->data, "\xef\xbb\xbf", 3) == 0);
}

static void end_line(const struct assembly *assembly)
{
	struct pmo_buffer *out = assembly->out;
	if (is_text(assembly) && out->data[out->length - 1] != '\n')
		pmo_buffer_add_text(out, assembly->line_end);
}

/* A draft's lines, with the line ends of the file. */
static void add_lines(const struct assembly *assembly, const struct pmo_draft *draft)
{
	const struct pmo_source *lines = &draft->editor.doc.source;
	const char *at = lines->bytes, *end = lines->bytes + lines->length;
	while (at < end) {
		const char *line = memchr(at, '\n', (size_t)(end - at));
		const char *stop = line ? line : end;
		if (stop > at && stop[-1] == '\r')
			stop--;
		pmo_buffer_add(assembly->out, at, (size_t)(stop - at));
		pmo_buffer_add_text(assembly->out, assembly->line_end);
		at = line ? line + 1 : end;
	}
}

static void add_blank(const struct assembly *assembly)
{
	if (assembly->order->apart)
		pmo_buffer_add_text(assembly->out, assembly->line_end);
}

static void add_following(const struct assembly *assembly, const struct order_entry *entry)
{
	end_line(assembly);
	if (is_text(assembly))
		add_blank(assembly);
	add_lines(assembly, entry->draft);
}

/* A piece of text before a record that left: its comments stay, the blank lines go with it. */
static void add_left(const struct assembly *assembly, size_t from, size_t to)
{
	const char *bytes = assembly->source->bytes;
	while (to > from && strchr(" \t\r\n", bytes[to - 1]))
		to--;
	if (to == from)
		return;
	pmo_buffer_add(assembly->out, bytes + from, to - from);
	pmo_buffer_add_text(assembly->out, assembly->line_end);
}

/* The text up to the record that stays, or to the end of the file. */
static void add_gap(struct assembly *assembly, const struct ydoc_node *until)
{
	const struct order *order = assembly->order;
	const struct ydoc *doc = order->doc;
	size_t end = until ? ydoc_entry_span(doc, until).start : assembly->source->length;
	const struct ydoc_node *node = doc->root ? doc->root->first : NULL;
	while (node && node->key_start < assembly->at)
		node = node->next;
	for (; node && node != until; node = node->next) {
		struct ydoc_span span = ydoc_entry_span(doc, node);
		add_left(assembly, assembly->at, span.start);
		assembly->at = span.end;
	}
	const char *bytes = assembly->source->bytes;
	while (!is_text(assembly) && assembly->at < end && strchr("\r\n", bytes[assembly->at]))
		assembly->at++;
	if (assembly->at < end)
		end_line(assembly);
	pmo_buffer_add(assembly->out, bytes + assembly->at, end - assembly->at);
	assembly->at = end;
}

static void add_staying(struct assembly *assembly, const struct order_entry *entry,
			const struct order_entry *leading)
{
	struct ydoc_span span = ydoc_entry_span(assembly->order->doc, entry->node);
	add_gap(assembly, entry->node);
	end_line(assembly);
	for (; leading && leading != entry; leading = leading->next) {
		add_lines(assembly, leading->draft);
		add_blank(assembly);
	}
	if (entry->draft)
		pmo_buffer_add(assembly->out, entry->draft->editor.doc.source.bytes,
			       entry->draft->editor.doc.source.length);
	else
		pmo_buffer_add(assembly->out, assembly->source->bytes + span.start,
			       span.end - span.start);
	assembly->at = span.end;
}

void order_put_together(const struct order *order, struct pmo_buffer *out)
{
	static const struct pmo_source none = { .bytes = "" };
	struct assembly assembly = {
		.order = order, .source = &none, .line_end = "\n", .out = out
	};
	const struct order_entry *leading = NULL;
	if (order->doc) {
		assembly.source = &order->doc->source;
		assembly.line_end = ydoc_line_end(assembly.source);
	}
	for (const struct order_entry *i = order->first; i; i = i->next) {
		if (i->floats && i->leads) {
			leading = leading ? leading : i;
			continue;
		}
		if (!i->floats) {
			add_staying(&assembly, i, leading);
			leading = NULL;
			continue;
		}
		for (; leading && leading != i; leading = leading->next)
			add_following(&assembly, leading);
		leading = NULL;
		add_following(&assembly, i);
	}
	for (; leading; leading = leading->next)
		add_following(&assembly, leading);
	if (order->doc)
		add_gap(&assembly, NULL);
}
