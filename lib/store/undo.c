/*
 * Entries are made complete in .pmo/tmp and appear by one rename; they go the same way.
 * The number of an entry is its folder's name.
 */
#include "undo.h"

#include "base/file.h"
#include "dotpmo.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UNDO TREE_PRIVATE "/undo"

enum { NUMBER = 32, LONGEST_ENTRY = 256 << 20 };

struct numbers {
	size_t *items; /* largest first */
	size_t count;
};

static void name_of(size_t number, char name[NUMBER])
{
	snprintf(name, NUMBER, "%06zu", number);
}

static bool parse_number(const char *name, size_t *number)
{
	size_t length = strspn(name, "0123456789");
	if (length < 6 || length > 15 || name[length] != '\0')
		return false;
	*number = strtoull(name, NULL, 10);
	return true;
}

static int compare_numbers(const void *left, const void *right)
{
	size_t a = *(const size_t *)left, b = *(const size_t *)right;
	return (a < b) - (a > b);
}

static enum pmo_result find_numbers(struct tree *tree, struct numbers *numbers)
{
	struct tree_names names;
	memset(numbers, 0, sizeof(*numbers));
	enum pmo_result result = tree_list(tree, UNDO, &names);
	if (result != PMO_OK)
		return result == PMO_NOT_FOUND ? PMO_OK : result;
	numbers->items = pmo_arena_array(tree->arena, names.count + 1, sizeof(*numbers->items));
	if (!numbers->items)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < names.count; i++)
		if (names.items[i].type == TREE_FOLDER &&
		    parse_number(names.items[i].name, &numbers->items[numbers->count]))
			numbers->count++;
	qsort(numbers->items, numbers->count, sizeof(*numbers->items), compare_numbers);
	return PMO_OK;
}

static enum pmo_result report_damage(struct tree *tree, enum pmo_severity severity,
				     const char *path, enum pmo_result result)
{
	if (result == PMO_UNSUPPORTED) {
		pmo_diag_add(tree->diags, severity, "undo-newer", tree_place(tree, path),
			     "was written by a newer pmo");
	} else {
		pmo_diag_add(tree->diags, severity, "undo-damaged", tree_place(tree, path),
			     "cannot be read; this command cannot be taken back");
		pmo_diag_hint(tree->diags, "remove its folder to reach the commands before it");
		result = PMO_INVALID;
	}
	return result;
}

static enum pmo_result load_entry(struct tree *tree, size_t number, enum pmo_severity severity,
				  struct undo_entry *entry)
{
	char path[64];
	struct tree_file file;
	snprintf(path, sizeof(path), UNDO "/%06zu/entry", number);
	entry->number = number;
	enum pmo_result result = tree_read_plain(tree, path, LONGEST_ENTRY, &file);
	if (result == PMO_OK)
		result = journal_parse(&entry->journal, "undo", file.bytes, file.length,
				       tree->arena);
	if (result == PMO_INVALID || result == PMO_UNSUPPORTED || result == PMO_NOT_FOUND)
		result = report_damage(tree, severity, path, result);
	return result;
}

/* Are all files still, or again, what they were before the command? */
static enum pmo_result is_unreached(struct tree *tree, const struct undo_entry *entry, bool *answer)
{
	*answer = true;
	for (size_t i = 0; i < entry->journal.count && *answer; i++) {
		char hash[SHA256_TEXT];
		const struct journal_change *change = &entry->journal.changes[i];
		enum pmo_result result = tree_hash(tree, change->path, hash);
		if (result != PMO_OK)
			return result;
		*answer = strcmp(hash, change->old_hash) == 0;
	}
	return PMO_OK;
}

enum pmo_result undo_list(struct tree *tree, struct undo_list *list)
{
	struct numbers numbers;
	memset(list, 0, sizeof(*list));
	enum pmo_result result = find_numbers(tree, &numbers);
	if (result != PMO_OK || !numbers.count)
		return result;
	list->items = pmo_arena_array(tree->arena, numbers.count, sizeof(*list->items));
	if (!list->items)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < numbers.count; i++) {
		struct undo_entry *entry = &list->items[list->count];
		bool is_old = false;
		result = load_entry(tree, numbers.items[i], PMO_WARNING, entry);
		if (result == PMO_OK && list->count == 0)
			result = is_unreached(tree, entry, &is_old);
		if (result == PMO_IO || result == PMO_NO_MEMORY)
			return result;
		list->count += result == PMO_OK && !is_old;
	}
	return PMO_OK;
}

void undo_drop(struct tree *tree, size_t number)
{
	char name[NUMBER];
	int folder = file_open(tree->private_fd, "undo", O_RDONLY | O_DIRECTORY, 0);
	if (folder < 0)
		return;
	name_of(number, name);
	tree_step(tree, "drop an undo entry");
	dotpmo_discard(tree->tmp_fd, "part.drop");
	if (file_rename(folder, name, tree->tmp_fd, "part.drop") == 0) {
		(void)file_sync_folder(folder);
		dotpmo_discard(tree->tmp_fd, "part.drop");
	}
	file_close(folder);
}

void undo_trim(struct tree *tree)
{
	struct numbers numbers;
	if (find_numbers(tree, &numbers) == PMO_OK)
		for (size_t i = UNDO_KEPT; i < numbers.count; i++)
			undo_drop(tree, numbers.items[i]);
}

/* The newest entry whose command happened; those that did not are removed. */
static enum pmo_result find_newest(struct tree *tree, struct undo_entry *entry)
{
	struct numbers numbers;
	enum pmo_result result = find_numbers(tree, &numbers);
	if (result != PMO_OK)
		return result;
	for (size_t i = 0; i < numbers.count; i++) {
		bool is_old = false;
		result = load_entry(tree, numbers.items[i], PMO_ERROR, entry);
		if (result == PMO_OK)
			result = is_unreached(tree, entry, &is_old);
		if (result != PMO_OK || !is_old)
			return result;
		undo_drop(tree, entry->number);
	}
	return PMO_NOT_FOUND;
}

enum pmo_result undo_drop_unreached(struct tree *tree)
{
	struct undo_entry entry;
	enum pmo_result result = find_newest(tree, &entry);
	/* A damaged entry is reported when somebody wants it. */
	return result == PMO_NOT_FOUND || result == PMO_INVALID || result == PMO_UNSUPPORTED
		       ? PMO_OK
		       : result;
}

/* A file that comes back has the mode that it had. */
static void keep_mode(struct tree *tree, int folder, const char *name, mode_t mode)
{
	if ((mode & 0777) == dotpmo_file_mode(tree))
		return;
	int fd = file_open(folder, name, O_RDONLY, 0);
	if (fd < 0)
		return;
	(void)file_set_mode(fd, mode & 0777);
	file_close(fd);
}

static enum pmo_result write_images(struct commit *commit, int folder)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < commit->journal.count && result == PMO_OK; i++) {
		const struct commit_bytes *bytes = commit->journal.changes[i].bytes;
		char name[NUMBER];
		snprintf(name, sizeof(name), "%zu", i);
		if (bytes->old_bytes)
			result = dotpmo_write(commit->tree, folder, name, bytes->old_bytes,
					      bytes->old_length);
		if (bytes->old_bytes && result == PMO_OK)
			keep_mode(commit->tree, folder, name, bytes->mode);
	}
	return result;
}

static enum pmo_result write_entry(struct commit *commit, int folder)
{
	struct journal entry = commit->journal;
	entry.folders = commit->made;
	entry.folder_count = commit->made_count;
	entry.sequence = commit->undo_number;
	struct pmo_buffer text;
	pmo_buffer_init(&text, LONGEST_ENTRY);
	journal_format(&entry, "undo", &text);
	enum pmo_result result =
		text.failed ? PMO_NO_MEMORY
			    : dotpmo_write(commit->tree, folder, "entry", text.data, text.length);
	pmo_buffer_release(&text);
	if (result == PMO_OK)
		result = write_images(commit, folder);
	if (result == PMO_OK && file_sync_folder(folder) < 0)
		result = tree_fail(commit->tree, UNDO, "sync");
	return result;
}

/* Who may not read a file may not read its before-image. */
static void hide_from_others(const struct commit *commit, int folder)
{
	struct stat status;
	mode_t mode = 0777;
	for (size_t i = 0; i < commit->journal.count; i++)
		if (commit->journal.changes[i].bytes->old_bytes)
			mode &= commit->journal.changes[i].bytes->mode;
	mode_t hidden = (mode & 0040 ? 0 : 0070) | (mode & 0004 ? 0 : 0007);
	if (hidden && file_stat_open(folder, &status) == 0)
		(void)file_set_mode(folder, status.st_mode & 07777 & ~hidden);
}

enum pmo_result undo_prepare(struct commit *commit)
{
	struct tree *tree = commit->tree;
	struct numbers numbers;
	enum pmo_result result = find_numbers(tree, &numbers);
	if (result != PMO_OK)
		return result;
	commit->undo_number = numbers.count ? numbers.items[0] + 1 : 1;
	tree_step(tree, "prepare the undo entry");
	dotpmo_discard(tree->tmp_fd, "part.undo");
	int folder = dotpmo_make_folder(tree, tree->tmp_fd, "part.undo");
	if (folder < 0)
		return tree_fail(tree, TREE_PRIVATE "/tmp", "make a folder in");
	hide_from_others(commit, folder);
	result = write_entry(commit, folder);
	file_close(folder);
	return result;
}

enum pmo_result undo_publish(struct commit *commit)
{
	struct tree *tree = commit->tree;
	char name[NUMBER];
	enum pmo_result result = PMO_OK;
	int folder = dotpmo_make_folder(tree, tree->private_fd, "undo");
	if (folder < 0)
		return tree_fail(tree, UNDO, "make the folder");
	name_of(commit->undo_number, name);
	tree_step(tree, "publish the undo entry");
	if (file_rename(tree->tmp_fd, "part.undo", folder, name) < 0)
		result = tree_fail(tree, UNDO, "write");
	tree_step(tree, "sync the undo entry");
	if (result == PMO_OK && file_sync_folder(folder) < 0)
		result = tree_fail(tree, UNDO, "sync");
	file_close(folder);
	return result;
}

/* Adds the way back of one change to the commit. */
static enum pmo_result add_way_back(struct commit *commit, const struct undo_entry *entry, size_t i)
{
	struct tree *tree = commit->tree;
	const struct journal_change *change = &entry->journal.changes[i];
	struct tree_file now, image;
	char path[64], hash[SHA256_TEXT];
	bool was_removed = strcmp(change->new_hash, "-") == 0;
	enum pmo_result result = PMO_OK;
	if (!was_removed)
		result = tree_read(tree, change->path, LONGEST_ENTRY, &now);
	if (result != PMO_OK)
		return result;
	if (strcmp(change->old_hash, "-") == 0)
		return commit_remove(commit, &now);
	snprintf(path, sizeof(path), UNDO "/%06zu/%zu", entry->number, i);
	result = tree_read_plain(tree, path, LONGEST_ENTRY, &image);
	if (result == PMO_OK) {
		sha256_bytes(image.bytes, image.length, hash);
		if (strcmp(hash, change->old_hash) != 0)
			result = PMO_INVALID;
	}
	if (result == PMO_NOT_FOUND || result == PMO_INVALID)
		return report_damage(tree, PMO_ERROR, path, result);
	if (result != PMO_OK)
		return result;
	if (was_removed)
		return commit_restore(commit, change->path, &image);
	return commit_write(commit, change->path, &now, image.bytes, image.length);
}

/* Has nobody touched the files since? */
static enum pmo_result compare_now(struct tree *tree, const struct undo_entry *entry)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < entry->journal.count; i++) {
		char hash[SHA256_TEXT];
		const struct journal_change *change = &entry->journal.changes[i];
		enum pmo_result looked = tree_hash(tree, change->path, hash);
		if (looked != PMO_OK)
			return looked;
		if (strcmp(hash, change->new_hash) == 0)
			continue;
		result = PMO_CONFLICT;
		pmo_diag_add(tree->diags, PMO_ERROR, "undo-conflict",
			     tree_place(tree, change->path), "was changed after '%s'",
			     entry->journal.note.command ? entry->journal.note.command : "pmo");
		pmo_diag_hint(tree->diags, "what it was before is in " UNDO "/%06zu/%zu",
			      entry->number, i);
	}
	return result;
}

enum pmo_result undo_apply(struct tree *tree, struct undo_entry *undone)
{
	struct commit commit;
	enum pmo_result result = find_newest(tree, undone);
	if (result == PMO_OK)
		result = compare_now(tree, undone);
	if (result != PMO_OK)
		return result;
	commit_init(&commit, tree, &undone->journal.note);
	commit.has_undo = false;
	for (size_t i = 0; i < undone->journal.count && result == PMO_OK; i++)
		result = add_way_back(&commit, undone, i);
	for (size_t i = 0; i < undone->journal.folder_count && result == PMO_OK; i++)
		result = commit_prune(&commit, undone->journal.folders[i]);
	if (result == PMO_OK)
		result = commit_apply(&commit);
	if (result == PMO_OK)
		undo_drop(tree, undone->number);
	return result;
}
