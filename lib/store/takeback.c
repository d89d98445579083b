/* Undo as commands see it. */
#include "store/draft.h"
#include "store/undo.h"

#include <string.h>

static void describe(const struct undo_entry *entry, struct pmo_undo_item *item)
{
	item->number = entry->number;
	item->command = entry->journal.note.command;
	item->date = entry->journal.note.date;
	item->by = entry->journal.note.by;
	item->files = entry->journal.count;
}

enum pmo_result pmo_undo_list(struct pmo_workspace *workspace, struct pmo_undo_item **items,
			      size_t *count)
{
	struct undo_list list;
	*count = 0;
	enum pmo_result result = undo_list(&workspace->tree, &list);
	if (result != PMO_OK)
		return result;
	*items = pmo_arena_array(&workspace->arena, list.count + 1, sizeof(**items));
	if (!*items)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < list.count; i++)
		describe(&list.items[i], &(*items)[i]);
	*count = list.count;
	return PMO_OK;
}

enum pmo_result pmo_undo_last(struct pmo_workspace *workspace, struct pmo_undo_item *what)
{
	struct pmo_update_options options = { .on = PMO_DATE_NONE };
	struct pmo_update *update;
	struct undo_entry entry;
	enum pmo_result result = pmo_update_begin(workspace, &options, &update);
	if (result == PMO_OK)
		result = undo_apply(&workspace->tree, &entry);
	if (result == PMO_OK) {
		describe(&entry, what);
		update->message = entry.journal.note.command;
		update->takes_back = true;
	}
	workspace_forget(workspace);
	pmo_update_end(update);
	return result;
}
