/*
 * Listing a folder, and what a pending journal adds to it and takes from it.
 */
#include "tree.h"

#include "base/file.h"
#include "base/os.h"
#include "journal.h"
#include "revision.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

struct listing {
	struct tree *tree;
	const char *path; /* "" for the root */
	struct tree_names *names;
	size_t capacity;
};

static enum tree_type type_of(int folder, const struct dirent *entry)
{
	struct stat status;
	mode_t format = os_entry_format(entry);
	if (!format && file_stat(folder, entry->d_name, &status) == 0)
		format = status.st_mode;
	if (S_ISREG(format))
		return TREE_FILE;
	if (S_ISDIR(format))
		return TREE_FOLDER;
	return S_ISLNK(format) ? TREE_LINK : TREE_OTHER;
}

static enum pmo_result add_name(struct listing *listing, const char *name, size_t length,
				enum tree_type type)
{
	struct tree_names *names = listing->names;
	struct tree_name *items = pmo_arena_grow(listing->tree->arena, names->items, names->count,
						 &listing->capacity, sizeof(*items));
	char *copy = pmo_arena_copy(listing->tree->arena, name, length);
	if (!items || !copy)
		return PMO_NO_MEMORY;
	items[names->count] = (struct tree_name){ copy, type };
	names->items = items;
	names->count++;
	return PMO_OK;
}

/* What is done with each name. */
struct visitor {
	enum pmo_result (*visit)(void *data, const char *name, enum tree_type type);
	void *data;
};

static enum pmo_result visit_names(struct tree *tree, const char *folder, DIR *directory,
				   const struct visitor *visitor)
{
	const struct dirent *entry;
	while ((entry = file_next_entry(directory))) {
		if (!folder[0] && strcmp(entry->d_name, TREE_PRIVATE) == 0)
			continue;
		enum pmo_result result = visitor->visit(visitor->data, entry->d_name,
							type_of(dirfd(directory), entry));
		if (result != PMO_OK)
			return result;
	}
	return errno ? tree_fail(tree, folder, "list the folder") : PMO_OK;
}

static enum pmo_result visit_disk(struct tree *tree, const char *folder,
				  const struct visitor *visitor)
{
	const char *path = folder[0] ? folder : ".";
	int fd = file_open_beneath(tree->root_fd, path, O_RDONLY | O_DIRECTORY);
	if (fd < 0 && errno == ENOENT)
		return PMO_NOT_FOUND;
	if (fd < 0 && (errno == ENOTDIR || errno == ELOOP)) {
		pmo_diag_add(tree->diags, PMO_ERROR, errno == ELOOP ? "link" : "file-type",
			     tree_place(tree, path),
			     errno == ELOOP ? "is a link or lies behind one" : "is no folder");
		return PMO_UNSUPPORTED;
	}
	if (fd < 0)
		return tree_fail(tree, path, "open the folder");
	DIR *directory = file_open_listing(fd);
	if (!directory)
		return tree_fail(tree, path, "list the folder");
	enum pmo_result result = visit_names(tree, folder, directory, visitor);
	closedir(directory);
	return result;
}

static enum pmo_result add_entry(void *listing, const char *name, enum tree_type type)
{
	return add_name(listing, name, strlen(name), type);
}

static int compare_names(const void *left, const void *right)
{
	return strcmp(((const struct tree_name *)left)->name,
		      ((const struct tree_name *)right)->name);
}

static void sort_names(struct tree_names *names)
{
	if (names->count)
		qsort(names->items, names->count, sizeof(*names->items), compare_names);
}

static struct tree_name *find_name(const struct tree_names *names, size_t count, const char *name)
{
	struct tree_name wanted = { name, TREE_FILE };
	return count ? bsearch(&wanted, names->items, count, sizeof(wanted), compare_names) : NULL;
}

/* The part of path behind the listed folder, or NULL when it is elsewhere. */
static const char *below(const char *folder, const char *path)
{
	size_t length = strlen(folder);
	if (!length)
		return path;
	return strncmp(path, folder, length) == 0 && path[length] == '/' ? path + length + 1 : NULL;
}

static enum pmo_result show_change(struct listing *listing, size_t sorted,
				   const struct journal_change *change)
{
	const char *name = below(listing->path, change->path);
	if (!name || strchr(name, '/'))
		return PMO_OK;
	struct tree_name *there = find_name(listing->names, sorted, name);
	bool is_new = strcmp(change->old_hash, "-") == 0 && !there;
	if (is_new && strcmp(change->new_hash, "-") != 0)
		return add_name(listing, name, strlen(name), TREE_FILE);
	if (there && strcmp(change->new_hash, "-") == 0) {
		char hash[SHA256_TEXT];
		enum pmo_result result = tree_hash(listing->tree, change->path, hash);
		if (result == PMO_OK && strcmp(hash, change->old_hash) == 0)
			there->type = TREE_GONE;
		return result;
	}
	return PMO_OK;
}

/* The folders that new files will be in, when even those are not there yet. */
static enum pmo_result show_folder_of(struct listing *listing, size_t sorted,
				      const struct journal_change *change)
{
	const char *name = below(listing->path, change->path);
	const char *slash = name ? strchr(name, '/') : NULL;
	if (!slash || strcmp(change->old_hash, "-") != 0 || strcmp(change->new_hash, "-") == 0)
		return PMO_OK;
	size_t length = (size_t)(slash - name);
	char *copy = pmo_arena_copy(listing->tree->arena, name, length);
	if (!copy)
		return PMO_NO_MEMORY;
	struct tree_names *names = listing->names;
	bool is_last_added =
		names->count > sorted && strcmp(names->items[names->count - 1].name, copy) == 0;
	if (find_name(names, sorted, copy) || is_last_added)
		return PMO_OK;
	return add_name(listing, name, length, TREE_FOLDER);
}

/* A folder that the journal empties and removes. */
static enum pmo_result hide_folder(struct listing *listing, size_t sorted, const char *folder)
{
	const char *name = below(listing->path, folder);
	struct tree_name *there = name ? find_name(listing->names, sorted, name) : NULL;
	if (!there)
		return PMO_OK;
	struct tree_names inside;
	enum pmo_result result = tree_list(listing->tree, folder, &inside);
	if (result == PMO_OK && inside.count == 0)
		there->type = TREE_GONE;
	return result == PMO_NOT_FOUND ? PMO_OK : result;
}

static void drop_gone(struct tree_names *names)
{
	size_t kept = 0;
	for (size_t i = 0; i < names->count; i++)
		if (names->items[i].type != TREE_GONE)
			names->items[kept++] = names->items[i];
	names->count = kept;
}

static enum pmo_result look_through(struct listing *listing)
{
	const struct journal *journal = listing->tree->pending;
	size_t sorted = listing->names->count;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < journal->count && result == PMO_OK; i++) {
		result = show_folder_of(listing, sorted, &journal->changes[i]);
		if (result == PMO_OK)
			result = show_change(listing, sorted, &journal->changes[i]);
	}
	for (size_t i = 0; i < journal->folder_count && result == PMO_OK; i++)
		result = hide_folder(listing, sorted, journal->folders[i]);
	drop_gone(listing->names);
	sort_names(listing->names);
	return result;
}

enum pmo_result tree_list(struct tree *tree, const char *path, struct tree_names *names)
{
	struct listing listing = { tree, path, names, 0 };
	if (tree->at)
		return revision_list(tree->at, path, names);
	memset(names, 0, sizeof(*names));
	enum pmo_result result = visit_disk(tree, path, &(struct visitor){ add_entry, &listing });
	if (result != PMO_OK && result != PMO_NOT_FOUND)
		return result;
	sort_names(names);
	if (!tree->pending)
		return result;
	bool is_absent = result == PMO_NOT_FOUND;
	result = look_through(&listing);
	return result == PMO_OK && is_absent && names->count == 0 ? PMO_NOT_FOUND : result;
}

enum pmo_result tree_visit(struct tree *tree, const char *path,
			   enum pmo_result (*visit)(void *, const char *, enum tree_type),
			   void *data)
{
	struct tree_names names;
	if (!tree->at && !tree->pending)
		return visit_disk(tree, path, &(struct visitor){ visit, data });
	enum pmo_result result = tree_list(tree, path, &names);
	for (size_t i = 0; result == PMO_OK && i < names.count; i++)
		result = visit(data, names.items[i].name, names.items[i].type);
	return result;
}

static bool is_absence(int error)
{
	return error == ENOENT || error == ENOTDIR || error == ELOOP || error == EACCES ||
	       error == EPERM || error == ENAMETOOLONG;
}

bool tree_exists(struct tree *tree, const char *path)
{
	const struct journal_change *change =
		tree->pending ? journal_find(tree->pending, path) : NULL;
	const char *name;
	struct stat status;
	if (tree->at)
		return revision_exists(tree->at, path);
	int folder = tree_open_parent(tree, path, &name);
	bool is_there = folder >= 0 && file_stat(folder, name, &status) == 0;
	if (!is_there && !is_absence(errno))
		(void)!tree_fail(tree, path, "look for");
	is_there = is_there && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
	if (folder >= 0)
		file_close(folder);
	char hash[SHA256_TEXT];
	if (change && tree_hash(tree, path, hash) == PMO_OK && strcmp(hash, change->old_hash) == 0)
		is_there = strcmp(change->new_hash, "-") != 0;
	return is_there;
}
