/*
 * Looking into .pmo without touching anything, and cleaning it as every writer does
 * before its work.
 */
#include <pmo/maintain.h>

#include "store/care.h"
#include "store/undo.h"
#include "ydoc/version.h"

#include <pmo/text.h>

#include <string.h>
#include <utf8proc.h>

static enum pmo_result list(struct pmo_workspace *workspace, const char *path, const char ***names,
			    size_t *count)
{
	struct tree_names found;
	enum pmo_result result = tree_list(&workspace->tree, path, &found);
	*count = 0;
	*names = NULL;
	if (result != PMO_OK)
		return result == PMO_NOT_FOUND ? PMO_OK : result;
	*names = pmo_arena_array(&workspace->arena, found.count + 1, sizeof(**names));
	if (!*names)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < found.count; i++)
		(*names)[(*count)++] = found.items[i].name;
	return PMO_OK;
}

/* All before-images of one command, by their sizes. */
static enum pmo_result add_sizes(struct pmo_workspace *workspace, size_t number, size_t *bytes)
{
	struct tree_names names;
	char *path = pmo_arena_format(&workspace->arena, TREE_PRIVATE "/undo/%06zu", number);
	if (!path)
		return PMO_NO_MEMORY;
	enum pmo_result result = tree_list(&workspace->tree, path, &names);
	for (size_t i = 0; result == PMO_OK && i < names.count; i++) {
		struct tree_file file;
		char *name =
			pmo_arena_format(&workspace->arena, "%s/%s", path, names.items[i].name);
		struct pmo_arena_mark mark = pmo_arena_mark(&workspace->arena);
		if (!name)
			return PMO_NO_MEMORY;
		result = tree_read_plain(&workspace->tree, name, YDOC_BYTES, &file);
		if (result == PMO_OK)
			*bytes += file.length;
		pmo_arena_rewind(&workspace->arena, mark);
	}
	return result == PMO_NOT_FOUND ? PMO_OK : result;
}

static enum pmo_result look_at_undo(struct pmo_workspace *workspace, struct pmo_private *found)
{
	struct undo_list entries;
	enum pmo_result result = undo_list(&workspace->tree, &entries);
	found->undo_count = result == PMO_OK ? entries.count : 0;
	for (size_t i = 0; result == PMO_OK && i < entries.count; i++)
		result = add_sizes(workspace, entries.items[i].number, &found->undo_bytes);
	return result;
}

/* The text in the lock: who holds it writes there, who gives it back empties it. */
static enum pmo_result look_at_lock(struct pmo_workspace *workspace, struct pmo_private *found)
{
	struct tree_file file;
	enum pmo_result result =
		tree_read_plain(&workspace->tree, TREE_PRIVATE "/lock", 4096, &file);
	if (result == PMO_OK && file.length) {
		size_t length = strcspn(file.bytes, "\r\n");
		found->holder = pmo_arena_copy(&workspace->arena, file.bytes, length);
		if (!found->holder)
			return PMO_NO_MEMORY;
	}
	return result == PMO_NOT_FOUND ? PMO_OK : result;
}

enum pmo_result pmo_private_look(struct pmo_workspace *workspace, struct pmo_private *found)
{
	*found = (struct pmo_private){ 0 };
	found->is_there = tree_exists(&workspace->tree, TREE_PRIVATE);
	if (!found->is_there)
		return PMO_OK;
	found->has_journal = tree_exists(&workspace->tree, TREE_PRIVATE "/journal");
	enum pmo_result result = look_at_lock(workspace, found);
	if (result == PMO_OK)
		result = list(workspace, TREE_PRIVATE "/tmp", &found->leftover,
			      &found->leftover_count);
	if (result == PMO_OK)
		result = list(workspace, TREE_PRIVATE "/kept", &found->kept, &found->kept_count);
	return result == PMO_OK ? look_at_undo(workspace, found) : result;
}

enum pmo_result pmo_private_clean(struct pmo_workspace *workspace)
{
	struct pmo_update_options options = { .on = PMO_DATE_NONE };
	struct care care;
	enum pmo_result result = care_begin(&care, workspace, &options);
	if (result == PMO_OK)
		undo_trim(&workspace->tree);
	return care_end(&care, result);
}

enum pmo_result pmo_libraries(struct pmo_arena *arena, const struct pmo_library **libraries)
{
	struct pmo_library *rows = pmo_arena_array(arena, 3, sizeof(*rows));
	if (!rows)
		return PMO_NO_MEMORY;
	rows[0] = (struct pmo_library){ "libyaml", ydoc_library_version() };
	rows[1] = (struct pmo_library){ "utf8proc", utf8proc_version() };
	*libraries = rows;
	return PMO_OK;
}
