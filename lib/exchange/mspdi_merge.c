/* One record of the import: written new, or changed where the file did. */
#include "exchange/mspdi_import.h"

#include "store/draft.h"

#include <string.h>

enum { WHAT_MAX = 400 };

enum pmo_result mspdi_add_change(struct mspdi_import *import, const struct pmo_mspdi_change *change)
{
	struct pmo_mspdi_intake *intake = import->intake;
	struct pmo_mspdi_change *changes =
		pmo_arena_grow(import->context.arena, intake->changes, intake->change_count,
			       &intake->change_capacity, sizeof(*changes));
	if (!changes)
		return PMO_NO_MEMORY;
	intake->changes = changes;
	changes[intake->change_count++] = *change;
	return PMO_OK;
}

static enum pmo_result make_map(struct mspdi_import *import, const struct mspdi_merge *merge,
				struct ydoc_value *map)
{
	for (size_t i = 0; i < merge->schema->field_count; i++) {
		const struct mspdi_slot *slot = &merge->want->slots[i];
		struct pmo_value value;
		struct ydoc_value *written;
		if (!slot->is_said)
			continue;
		enum pmo_result result = mspdi_slot_value(
			&import->context, merge->schema->fields[i], slot, &value, &written);
		if (result == PMO_OK && written)
			result = ydoc_value_add(map, merge->schema->fields[i]->name, written);
		if (result != PMO_OK)
			return result;
	}
	return PMO_OK;
}

static enum pmo_result write_new(struct mspdi_import *import, const struct mspdi_merge *merge)
{
	struct pmo_arena *arena = import->context.arena;
	struct ydoc_value *map = ydoc_value_map(arena), *whole = map;
	struct pmo_buffer text;
	enum pmo_result result = map ? make_map(import, merge, map) : PMO_NO_MEMORY;
	if (result == PMO_OK && merge->draft->prefix_depth) {
		whole = ydoc_value_map(arena);
		result = whole ? ydoc_value_add(whole, merge->draft->now.id, map) : PMO_NO_MEMORY;
	}
	if (result != PMO_OK)
		return result;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	result = ydoc_write_map(whole, "\n", &text);
	if (result == PMO_OK)
		result = pmo_draft_replace(merge->draft, text.data, text.length);
	pmo_buffer_release(&text);
	if (result == PMO_OK && !ydoc_value_equals(map, merge->draft->now.node))
		result = PMO_UNSUPPORTED;
	if (result == PMO_OK && merge->note)
		result = draft_append_line(merge->draft, merge->schema->notes, merge->note);
	return result;
}

/* "duration 5d > 7d" */
static void describe(struct pmo_buffer *out, const char *name, const struct mspdi_slot *old,
		     const struct mspdi_slot *new)
{
	if (out->length > WHAT_MAX)
		return;
	pmo_buffer_add_format(out, "%s%s ", out->length ? ", " : "", name);
	if (!old->count)
		pmo_buffer_add_char(out, '-');
	for (size_t i = 0; i < old->count && i < 4; i++)
		pmo_buffer_add_format(out, "%s%.60s", i ? "; " : "", old->items[i]);
	pmo_buffer_add_text(out, " > ");
	if (!new->count)
		pmo_buffer_add_char(out, '-');
	for (size_t i = 0; i < new->count &&i < 4; i++)
		pmo_buffer_add_format(out, "%s%.60s", i ? "; " : "", new->items[i]);
}

static enum pmo_result set_field(struct mspdi_import *import, struct mspdi_merge *merge, int index,
				 const struct mspdi_slot *slot)
{
	const struct pmo_field *field = merge->schema->fields[index];
	struct pmo_value value;
	struct ydoc_value *written;
	enum pmo_result result = PMO_OK;
	if (!merge->draft)
		result = pmo_update_edit(import->update, merge->record, &merge->draft);
	if (result != PMO_OK)
		return result;
	if (index == merge->schema->status) {
		const char *old = pmo_record_state(pmo_draft_record(merge->draft))->name;
		const char *state =
			slot->count ? slot->items[0] : pmo_schema_first_state(merge->schema)->name;
		char *what = pmo_arena_format(import->context.arena, "%s>%s", old, state);
		result = what ? draft_set_state(merge->draft, state) : PMO_NO_MEMORY;
		return result == PMO_OK ? draft_add_history(merge->draft, what) : result;
	}
	result = mspdi_slot_value(&import->context, field, slot, &value, &written);
	if (result != PMO_OK)
		return result;
	if (!written)
		return pmo_draft_set(merge->draft, index, NULL);
	if (field->flags & PMO_LIST && !slot->count) {
		struct draft_path path = draft_field_path(merge->draft, field->name);
		return draft_apply(merge->draft, YDOC_SET, &path, 0, written);
	}
	return draft_set_value(merge->draft, index, &value);
}

/* The same state in other words: what a person decided here stays when the file says nothing. */
static bool is_status_kept(const struct mspdi_merge *merge, int index, const struct mspdi_slot *now,
			   const struct mspdi_slot *wanted)
{
	return index == merge->schema->status && !wanted->count && now->count &&
	       (!merge->base || !merge->base->slots[index].count);
}

struct outcome {
	struct pmo_buffer what;
	size_t conflicts;
};

static enum pmo_result merge_field(struct mspdi_import *import, struct mspdi_merge *merge,
				   int index, struct outcome *outcome)
{
	struct mspdi_slot now;
	const struct mspdi_slot *wanted = &merge->want->slots[index];
	const struct mspdi_slot *base = merge->base ? &merge->base->slots[index] : NULL;
	const struct mspdi_slot *echo = merge->echo ? &merge->echo->slots[index] : NULL;
	if (!wanted->is_said)
		return PMO_OK;
	enum pmo_result result = mspdi_record_slot(&import->context, merge->record, index, &now);
	bool is_first = !base && !wanted->count; /* nothing is known of how it came to be here */
	if (result != PMO_OK || mspdi_slot_equals(&now, wanted) || is_first ||
	    is_status_kept(merge, index, &now, wanted))
		return result;
	if (base && base->is_said && mspdi_slot_equals(base, wanted))
		return PMO_OK;
	if (echo && echo->is_said && mspdi_slot_equals(echo, wanted))
		return PMO_OK;
	if (base && base->is_said && !mspdi_slot_equals(base, &now))
		outcome->conflicts++;
	describe(&outcome->what, merge->schema->fields[index]->name, &now, wanted);
	return set_field(import, merge, index, wanted);
}

static enum pmo_result merge_old(struct mspdi_import *import, struct mspdi_merge *merge)
{
	struct outcome outcome = { .conflicts = 0 };
	enum pmo_result result = PMO_OK;
	pmo_buffer_init(&outcome.what, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < merge->schema->field_count && result == PMO_OK; i++)
		result = merge_field(import, merge, (int)i, &outcome);
	if (result == PMO_OK && merge->note) {
		if (!merge->draft)
			result = pmo_update_edit(import->update, merge->record, &merge->draft);
		if (result == PMO_OK)
			result = draft_append_line(merge->draft, merge->schema->notes, merge->note);
		describe(&outcome.what, "notes", &(struct mspdi_slot){ 0 },
			 &(struct mspdi_slot){ .items = &merge->note, .count = 1 });
	}
	struct pmo_mspdi_change change = {
		.act = outcome.conflicts ? PMO_MSPDI_CONFLICT : PMO_MSPDI_CHANGED,
		.register_name = merge->schema->table->name,
		.id = merge->record->id,
		.title = pmo_record_text(merge->record, merge->schema->title),
		.what = pmo_arena_copy(import->context.arena, outcome.what.data,
				       outcome.what.length),
	};
	bool has_changed = outcome.what.length > 0;
	pmo_buffer_release(&outcome.what);
	if (result == PMO_OK && !change.what)
		result = PMO_NO_MEMORY;
	if (result != PMO_OK || !has_changed) {
		import->intake->unchanged += !has_changed;
		return result;
	}
	import->intake->changed++;
	import->intake->conflicts += outcome.conflicts;
	return mspdi_add_change(import, &change);
}

enum pmo_result mspdi_merge_record(struct mspdi_import *import, struct mspdi_merge *merge)
{
	enum pmo_result result = mspdi_settle(&import->context, merge->want);
	if (result != PMO_OK)
		return result;
	return merge->record ? merge_old(import, merge) : write_new(import, merge);
}
