/*
 * Three ways, by what the change does: exchange, create, remove. Each has a longer way
 * for file systems that lack the call; there, a moment remains in which an edit by
 * another program is not seen.
 */
#include "place.h"

#include "base/file.h"
#include "base/os.h"
#include "commit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

struct spot {
	struct tree *tree;
	const struct journal_change *change;
	const char *name; /* in the folder */
	int folder;
	bool is_stuck; /* half done, and it could not be put back */
	char staged[JOURNAL_STAGED_NAME];
	char out[JOURNAL_STAGED_NAME + 8]; /* the old file, where names cannot be exchanged */
};

static bool is_absent(const char *hash)
{
	return strcmp(hash, "-") == 0;
}

static enum pmo_result fail(struct spot *spot, const char *action)
{
	return tree_fail(spot->tree, spot->change->path, action);
}

/* Makes the folders that lead to a path. */
static enum pmo_result make_parents(struct tree *tree, const char *path)
{
	char prefix[TREE_PATH_LIMIT];
	for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
		snprintf(prefix, sizeof(prefix), "%.*s", (int)(slash - path), path);
		const char *name;
		int parent = tree_open_parent(tree, prefix, &name);
		if (parent < 0)
			return tree_fail(tree, prefix, "make the folder");
		tree_step(tree, "make a folder");
		bool is_new = file_make_folder(parent, name, 0777) == 0;
		bool is_made = is_new ? file_sync_folder(parent) == 0 : errno == EEXIST;
		enum pmo_result result =
			is_made ? PMO_OK : tree_fail(tree, prefix, "make the folder");
		file_close(parent);
		if (result != PMO_OK)
			return result;
	}
	return PMO_OK;
}

static enum pmo_result open_spot(struct spot *spot, struct tree *tree,
				 const struct journal *journal, const struct journal_change *change)
{
	spot->tree = tree;
	spot->is_stuck = false;
	spot->change = change;
	journal_staged_name(journal, change, spot->staged);
	snprintf(spot->out, sizeof(spot->out), "%s.out", spot->staged);
	spot->folder = tree_open_parent(tree, change->path, &spot->name);
	return spot->folder >= 0 ? PMO_OK : fail(spot, "open the folder of");
}

enum pmo_result place_holds(struct tree *tree, int folder, const char *name,
			    const struct place_expected *expected, bool *answer)
{
	const struct journal_change *change = expected->change;
	const struct commit_bytes *both = change->bytes;
	if (both) {
		struct tree_bytes bytes = { both->old_bytes, both->old_length };
		if (expected->is_new)
			bytes = (struct tree_bytes){ both->new_bytes, both->new_length };
		return tree_holds_at(tree, folder, name, &bytes, answer);
	}
	char hash[SHA256_TEXT];
	enum pmo_result result = tree_hash_at(tree, folder, name, hash);
	*answer = result == PMO_OK &&
		  strcmp(hash, expected->is_new ? change->new_hash : change->old_hash) == 0;
	return result;
}

/* The old file or the new one must stand there. */
static enum pmo_result expect(struct spot *spot, int folder, const char *name, bool is_new)
{
	bool holds;
	enum pmo_result result = place_holds(
		spot->tree, folder, name, &(struct place_expected){ spot->change, is_new }, &holds);
	return result == PMO_OK && !holds ? PMO_CONFLICT : result;
}

static int exchange(struct spot *spot)
{
	if (spot->tree->has_no_exchange) {
		errno = ENOSYS;
		return -1;
	}
	return file_exchange(spot->tree->tmp_fd, spot->staged, spot->folder, spot->name);
}

static int rename_noreplace(struct spot *spot)
{
	if (spot->tree->has_no_exchange) {
		errno = ENOSYS;
		return -1;
	}
	return file_rename_noreplace(spot->tree->tmp_fd, spot->staged, spot->folder, spot->name);
}

/* A file of this file system cannot have two names. */
static bool has_one_name(int error)
{
	return os_is_unsupported(error) || error == EPERM || error == EMLINK;
}

/* Without exchange: a second name for the old file, one more look, then over it. */
static enum pmo_result replace_by_rename(struct spot *spot)
{
	struct tree *tree = spot->tree;
	tree_step(tree, "keep a second name");
	(void)file_remove(tree->tmp_fd, spot->out);
	/* Where files have one name only, the undo entry alone has the old bytes. */
	if (file_link(spot->folder, spot->name, tree->tmp_fd, spot->out) < 0 &&
	    !has_one_name(errno))
		return errno == ENOENT ? PMO_CONFLICT : fail(spot, "replace");
	enum pmo_result result = expect(spot, spot->folder, spot->name, false);
	if (result == PMO_OK) {
		tree_step(tree, "rename over");
		if (file_rename(tree->tmp_fd, spot->staged, spot->folder, spot->name) < 0)
			result = fail(spot, "replace");
	}
	if (result != PMO_OK)
		(void)file_remove(tree->tmp_fd, spot->out);
	return result;
}

static enum pmo_result replace(struct spot *spot)
{
	tree_step(spot->tree, "exchange");
	if (exchange(spot) < 0) {
		if (os_is_unsupported(errno))
			return replace_by_rename(spot);
		/* The staged file is there for certain, so it is the other one. */
		return errno == ENOENT ? PMO_CONFLICT : fail(spot, "replace");
	}
	tree_step(spot->tree, "look at what came out");
	enum pmo_result result = expect(spot, spot->tree->tmp_fd, spot->staged, false);
	if (result == PMO_OK)
		return PMO_OK;
	tree_step(spot->tree, "exchange back");
	spot->is_stuck = exchange(spot) < 0;
	return spot->is_stuck ? fail(spot, "put back") : result;
}

/* Without the call that refuses to replace: a link does so too, and where files have one
 * name only, a look must do. */
static enum pmo_result create_by_link(struct spot *spot)
{
	struct tree *tree = spot->tree;
	tree_step(tree, "link");
	if (file_link(tree->tmp_fd, spot->staged, spot->folder, spot->name) == 0) {
		(void)file_remove(tree->tmp_fd, spot->staged);
		return PMO_OK;
	}
	if (errno == EEXIST)
		return PMO_CONFLICT;
	if (!has_one_name(errno))
		return fail(spot, "make");
	struct stat status;
	if (file_stat(spot->folder, spot->name, &status) == 0)
		return PMO_CONFLICT;
	if (errno != ENOENT)
		return fail(spot, "look for");
	tree_step(tree, "rename to a free name");
	if (file_rename(tree->tmp_fd, spot->staged, spot->folder, spot->name) < 0)
		return fail(spot, "make");
	return PMO_OK;
}

static enum pmo_result create(struct spot *spot)
{
	tree_step(spot->tree, "create");
	if (rename_noreplace(spot) == 0)
		return PMO_OK;
	if (errno == EEXIST)
		return PMO_CONFLICT;
	return os_is_unsupported(errno) ? create_by_link(spot) : fail(spot, "make");
}

static enum pmo_result move_aside(struct spot *spot, bool is_new)
{
	struct tree *tree = spot->tree;
	tree_step(tree, "move aside");
	if (file_rename(spot->folder, spot->name, tree->tmp_fd, spot->staged) < 0)
		return errno == ENOENT ? PMO_CONFLICT : fail(spot, "remove");
	enum pmo_result result = expect(spot, tree->tmp_fd, spot->staged, is_new);
	if (result == PMO_OK)
		return PMO_OK;
	tree_step(tree, "move back");
	enum pmo_result back = create(spot);
	spot->is_stuck = back != PMO_OK;
	return spot->is_stuck ? back : result;
}

enum pmo_result place_forward(struct tree *tree, const struct journal *journal,
			      const struct journal_change *change, bool *is_stuck)
{
	*is_stuck = false;
	struct spot spot;
	bool is_new = is_absent(change->old_hash);
	enum pmo_result result = is_new ? make_parents(tree, change->path) : PMO_OK;
	if (result == PMO_OK)
		result = open_spot(&spot, tree, journal, change);
	if (result != PMO_OK)
		return result;
	if (is_new)
		result = create(&spot);
	else if (is_absent(change->new_hash))
		result = move_aside(&spot, false);
	else
		result = replace(&spot);
	*is_stuck = spot.is_stuck;
	file_close(spot.folder);
	return result;
}

static enum pmo_result replace_back(struct spot *spot)
{
	struct tree *tree = spot->tree;
	struct stat status;
	bool is_exchanged = file_stat(tree->tmp_fd, spot->staged, &status) == 0;
	if (is_exchanged && exchange(spot) == 0)
		return PMO_OK;
	/* Nothing is lost by renaming over our own new file. */
	if (file_rename(tree->tmp_fd, is_exchanged ? spot->staged : spot->out, spot->folder,
			spot->name) < 0)
		return fail(spot, "put back");
	return PMO_OK;
}

enum pmo_result place_back(struct tree *tree, const struct journal *journal,
			   const struct journal_change *change)
{
	struct spot spot;
	bool was_removed = is_absent(change->new_hash);
	enum pmo_result result = was_removed ? make_parents(tree, change->path) : PMO_OK;
	if (result == PMO_OK)
		result = open_spot(&spot, tree, journal, change);
	if (result != PMO_OK)
		return result;
	tree_step(tree, "take back");
	if (was_removed)
		result = create(&spot);
	else if (is_absent(change->old_hash))
		result = move_aside(&spot, true);
	else
		result = expect(&spot, spot.folder, spot.name, true);
	if (result == PMO_OK && !was_removed && !is_absent(change->old_hash))
		result = replace_back(&spot);
	file_close(spot.folder);
	return result;
}

static void clean_name(struct tree *tree, const struct journal_change *change, const char *name)
{
	struct stat status;
	bool is_own = false;
	if (file_stat(tree->tmp_fd, name, &status) < 0)
		return;
	for (int is_new = 0; is_new < 2 && !is_own; is_new++) {
		struct place_expected expected = { change, is_new };
		if (place_holds(tree, tree->tmp_fd, name, &expected, &is_own) != PMO_OK)
			return;
	}
	if (is_own)
		(void)file_remove(tree->tmp_fd, name);
}

void place_clean(struct tree *tree, const struct journal *journal,
		 const struct journal_change *change)
{
	char name[JOURNAL_STAGED_NAME], out[JOURNAL_STAGED_NAME + 8];
	journal_staged_name(journal, change, name);
	snprintf(out, sizeof(out), "%s.out", name);
	tree_step(tree, "clean");
	clean_name(tree, change, name);
	clean_name(tree, change, out);
}

static bool is_beside(const char *path, const char *other)
{
	const char *slash = strrchr(path, '/');
	const char *other_slash = strrchr(other, '/');
	size_t length = slash ? (size_t)(slash - path) : 0;
	size_t other_length = other_slash ? (size_t)(other_slash - other) : 0;
	return length == other_length && memcmp(path, other, length) == 0;
}

static enum pmo_result sync_folder_of(struct tree *tree, const char *path)
{
	const char *name;
	enum pmo_result result = PMO_OK;
	int fd = tree_open_parent(tree, path, &name);
	if (fd < 0 && errno == ENOENT)
		return PMO_OK; /* removed with what was in it */
	if (fd < 0)
		return tree_fail(tree, path, "sync the folder of");
	tree_step(tree, "sync a folder");
	if (file_sync_folder(fd) < 0)
		result = tree_fail(tree, path, "sync the folder of");
	file_close(fd);
	return result;
}

/* Needs no memory: it must also work on the way back from having none. */
enum pmo_result place_sync(struct tree *tree, const struct journal *journal)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < journal->count && result == PMO_OK; i++) {
		const char *path = journal->changes[i].path;
		if (!i || !is_beside(path, journal->changes[i - 1].path))
			result = sync_folder_of(tree, path);
	}
	for (size_t i = 0; i < journal->folder_count && result == PMO_OK; i++)
		result = sync_folder_of(tree, journal->folders[i]);
	return result;
}

static bool may_stay(int error)
{
	return error == ENOENT || error == ENOTEMPTY || error == EEXIST || error == ENOTDIR ||
	       error == EBUSY || error == EACCES || error == EPERM;
}

enum pmo_result place_prune(struct tree *tree, const struct journal *journal)
{
	enum pmo_result result = PMO_OK;
	/* Parents are listed before what they hold. */
	for (size_t i = journal->folder_count; i > 0; i--) {
		const char *folder = journal->folders[i - 1], *name;
		int parent = tree_open_parent(tree, folder, &name);
		tree_step(tree, "remove an empty folder");
		if ((parent < 0 || file_remove_folder(parent, name) < 0) && !may_stay(errno))
			result = tree_fail(tree, folder, "remove the folder");
		if (parent >= 0)
			file_close(parent);
	}
	return result;
}
