/*
 * The order of the steps is what keeps the promise; commit.h tells it. Everything that
 * can fail is done before the commit point as far as it can be, and what is done after
 * it can be taken back: the old files stay in .pmo/tmp until the end.
 */
#include "commit.h"

#include "base/file.h"
#include "base/map.h"
#include "base/os.h"
#include "dotpmo.h"
#include "place.h"
#include "undo.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MANY = 16 }; /* files; above that one sync of the file system is cheaper */

void commit_init(struct commit *commit, struct tree *tree, const struct journal_note *note)
{
	memset(commit, 0, sizeof(*commit));
	commit->tree = tree;
	commit->has_undo = true;
	if (note)
		commit->journal.note = *note;
}

static void hash_or_absent(const char *bytes, size_t length, char hash[SHA256_TEXT])
{
	if (bytes)
		sha256_bytes(bytes, length, hash);
	else
		snprintf(hash, SHA256_TEXT, "-");
}

static enum pmo_result add_change(struct commit *commit, const char *path,
				  const struct commit_bytes *bytes)
{
	struct tree *tree = commit->tree;
	struct journal *journal = &commit->journal;
	if (!tree_path_is_valid(path)) {
		pmo_diag_add(tree->diags, PMO_ERROR, "path-invalid", tree_place(tree, path),
			     "is no path below the workspace that pmo may write");
		return PMO_INVALID;
	}
	struct journal_change *changes =
		pmo_arena_grow(tree->arena, journal->changes, journal->count,
			       &commit->change_capacity, sizeof(*changes));
	struct commit_bytes *copy = pmo_arena_alloc(tree->arena, sizeof(*copy));
	char *own_path = pmo_arena_string(tree->arena, path);
	if (!changes || !copy || !own_path)
		return PMO_NO_MEMORY;
	*copy = *bytes;
	struct journal_change *change = &changes[journal->count++];
	journal->changes = changes;
	change->path = own_path;
	change->bytes = copy;
	hash_or_absent(bytes->old_bytes, bytes->old_length, change->old_hash);
	hash_or_absent(bytes->new_bytes, bytes->new_length, change->new_hash);
	return PMO_OK;
}

static void keep_from(struct commit_bytes *bytes, const struct tree_file *file)
{
	bytes->has_mode = true;
	bytes->mode = file->mode;
	bytes->owner = file->owner;
	bytes->group = file->group;
}

enum pmo_result commit_write(struct commit *commit, const char *path, const struct tree_file *old,
			     const char *bytes, size_t length)
{
	struct commit_bytes both = { .new_bytes = bytes ? bytes : "", .new_length = length };
	if (old) {
		if (old->length == length && (!length || memcmp(old->bytes, bytes, length) == 0))
			return PMO_OK;
		both.old_bytes = old->bytes;
		both.old_length = old->length;
		keep_from(&both, old);
	}
	return add_change(commit, path, &both);
}

enum pmo_result commit_restore(struct commit *commit, const char *path,
			       const struct tree_file *image)
{
	struct commit_bytes both = { .new_bytes = image->bytes, .new_length = image->length };
	keep_from(&both, image);
	return add_change(commit, path, &both);
}

enum pmo_result commit_remove(struct commit *commit, const struct tree_file *old)
{
	struct commit_bytes both = { .old_bytes = old->bytes, .old_length = old->length };
	keep_from(&both, old);
	return add_change(commit, old->path, &both);
}

static enum pmo_result add_folder(struct commit *commit, const char ***folders, size_t *count,
				  size_t *capacity, const char *folder)
{
	struct pmo_arena *arena = commit->tree->arena;
	const char **grown = pmo_arena_grow(arena, *folders, *count, capacity, sizeof(*grown));
	char *copy = pmo_arena_string(arena, folder);
	if (!grown || !copy)
		return PMO_NO_MEMORY;
	*folders = grown;
	grown[(*count)++] = copy;
	return PMO_OK;
}

enum pmo_result commit_prune(struct commit *commit, const char *folder)
{
	if (!tree_path_is_valid(folder))
		return PMO_INVALID;
	return add_folder(commit, &commit->journal.folders, &commit->journal.folder_count,
			  &commit->folder_capacity, folder);
}

static int compare_changes(const void *left, const void *right)
{
	return strcmp(((const struct journal_change *)left)->path,
		      ((const struct journal_change *)right)->path);
}

static int compare_folders(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static enum pmo_result refuse_path(struct tree *tree, const char *path, const char *why)
{
	pmo_diag_add(tree->diags, PMO_ERROR, "path-invalid", tree_place(tree, path), "%s", why);
	return PMO_INVALID;
}

/* Notes the folders of a path that are not there; a file of this commit can be none. */
static enum pmo_result check_folders(struct commit *commit, const char *path, struct map *files,
				     struct map *folders)
{
	struct tree *tree = commit->tree;
	char prefix[TREE_PATH_LIMIT];
	for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
		snprintf(prefix, sizeof(prefix), "%.*s", (int)(slash - path), path);
		if (map_get(files, prefix))
			return refuse_path(tree, prefix,
					   "cannot become a file and a folder at once");
		if (map_get(folders, prefix) || tree_exists(tree, prefix))
			continue;
		enum pmo_result result = add_folder(commit, &commit->made, &commit->made_count,
						    &commit->made_capacity, prefix);
		if (result == PMO_OK)
			result = map_put(folders, commit->made[commit->made_count - 1], commit);
		if (result != PMO_OK)
			return result;
	}
	return PMO_OK;
}

static enum pmo_result check_paths(struct commit *commit)
{
	struct journal *journal = &commit->journal;
	struct map files, folders;
	map_init(&files, commit->tree->arena);
	map_init(&folders, commit->tree->arena);
	qsort(journal->changes, journal->count, sizeof(*journal->changes), compare_changes);
	if (journal->folder_count)
		qsort(journal->folders, journal->folder_count, sizeof(*journal->folders),
		      compare_folders);
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < journal->count && result == PMO_OK; i++) {
		const char *path = journal->changes[i].path;
		if (i && strcmp(journal->changes[i - 1].path, path) == 0)
			return refuse_path(commit->tree, path, "is changed twice in one commit");
		result = map_put(&files, path, commit);
	}
	for (size_t i = 0; i < journal->count && result == PMO_OK; i++)
		if (strcmp(journal->changes[i].old_hash, "-") == 0)
			result = check_folders(commit, journal->changes[i].path, &files, &folders);
	return result;
}

/*
 * A file keeps its owner and group where that is permitted; else others get no more. That
 * it is open to those to whom it was belongs to the change: without, the team is locked out.
 */
static int keep_mode(int fd, const struct commit_bytes *bytes)
{
	struct stat status;
	if (!bytes->has_mode)
		return 0;
	if (file_stat_open(fd, &status) < 0)
		return -1;
	mode_t mode = bytes->mode & 0777;
	bool has_group =
		status.st_gid == bytes->group || file_set_owner(fd, (uid_t)-1, bytes->group) == 0;
	if (status.st_uid != bytes->owner)
		(void)file_set_owner(fd, bytes->owner, (gid_t)-1);
	if (!has_group)
		mode = (mode & ~(mode_t)0070) | (mode & 0070 & ((mode & 0007) << 3));
	if (file_set_mode(fd, mode) == 0)
		return 0;
	/* Some file systems have one mode for all files. */
	return errno == EPERM || os_is_unsupported(errno) ? 0 : -1;
}

static int open_part(const struct tree *tree, mode_t mode)
{
	int fd = file_open(tree->tmp_fd, "part", O_WRONLY | O_CREAT | O_EXCL, mode);
	if (fd < 0 && errno == EEXIST) {
		dotpmo_discard(tree->tmp_fd, "part");
		fd = file_open(tree->tmp_fd, "part", O_WRONLY | O_CREAT | O_EXCL, mode);
	}
	return fd;
}

static enum pmo_result stage(struct commit *commit, const struct journal_change *change)
{
	struct tree *tree = commit->tree;
	const struct commit_bytes *bytes = change->bytes;
	char name[JOURNAL_STAGED_NAME];
	tree_step(tree, "stage");
	/* A new file gets what the umask leaves; a replaced one must never be open to more. */
	int fd = open_part(tree, bytes->has_mode ? 0600 : 0666);
	if (fd < 0)
		return tree_fail(tree, change->path, "stage");
	bool is_staged = file_write(fd, bytes->new_bytes, bytes->new_length) == 0 &&
			 keep_mode(fd, bytes) == 0;
	if (is_staged) {
		tree_step(tree, "sync what was staged");
		is_staged = tree->defers_sync || file_sync(fd) == 0;
	}
	int error = errno;
	if (file_close(fd) < 0 && is_staged) {
		error = errno;
		is_staged = false;
	}
	errno = error;
	journal_staged_name(&commit->journal, change, name);
	tree_step(tree, "name what was staged");
	if (!is_staged || file_rename(tree->tmp_fd, "part", tree->tmp_fd, name) < 0)
		return tree_fail(tree, change->path, "write");
	return PMO_OK;
}

static enum pmo_result stage_all(struct commit *commit)
{
	struct tree *tree = commit->tree;
	size_t staged = 0;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < commit->journal.count && result == PMO_OK; i++) {
		const struct journal_change *change = &commit->journal.changes[i];
		if (!change->bytes->new_bytes)
			continue;
		result = stage(commit, change);
		staged++;
	}
	/* Something must show in tmp while a commit is under way. */
	if (result == PMO_OK && !staged)
		result = dotpmo_write(tree, tree->tmp_fd, "part", "", 0);
	return result;
}

/* Steps 1 and 2: afterwards all that is needed is on the disk. */
static enum pmo_result prepare(struct commit *commit)
{
	struct tree *tree = commit->tree;
	/* One sync for all is tried first, so that nothing rests on it where it is missing. */
	tree->defers_sync = commit->journal.count > MANY && file_sync_filesystem(tree->tmp_fd) == 0;
	enum pmo_result result = stage_all(commit);
	if (result == PMO_OK && commit->has_undo)
		result = undo_prepare(commit);
	tree_step(tree, "sync everything");
	if (result == PMO_OK && tree->defers_sync && file_sync_filesystem(tree->tmp_fd) < 0)
		result = tree_fail(tree, TREE_PRIVATE "/tmp", "sync");
	tree->defers_sync = false;
	if (result == PMO_OK && commit->has_undo)
		result = undo_publish(commit);
	return result;
}

static void report_conflict(struct tree *tree, const char *path)
{
	pmo_diag_add(tree->diags, PMO_ERROR, "conflict", tree_place(tree, path),
		     "was changed by somebody else while this command ran; nothing was written");
	pmo_diag_hint(tree->diags, "look at the file, then give the command again");
}

/* Whether the old file still stands there, as it was read. */
static enum pmo_result is_old(struct tree *tree, const struct journal_change *change, bool *answer)
{
	const char *name;
	int folder = tree_open_parent(tree, change->path, &name);
	if (folder < 0) {
		bool is_absent = errno == ENOENT || errno == ENOTDIR;
		*answer = is_absent && !change->bytes->old_bytes;
		return is_absent || errno == ELOOP
			       ? PMO_OK
			       : tree_fail(tree, change->path, "open the folder of");
	}
	struct place_expected expected = { change, false };
	enum pmo_result result = place_holds(tree, folder, name, &expected, answer);
	file_close(folder);
	return result;
}

static enum pmo_result compare_all(struct commit *commit)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < commit->journal.count; i++) {
		const struct journal_change *change = &commit->journal.changes[i];
		bool is_as_read;
		enum pmo_result looked = is_old(commit->tree, change, &is_as_read);
		if (looked != PMO_OK)
			return looked;
		if (!is_as_read) {
			report_conflict(commit->tree, change->path);
			result = PMO_CONFLICT;
		}
	}
	return result;
}

/* Puts the first done files back as they were. */
static bool take_back(struct commit *commit, size_t done)
{
	struct tree *tree = commit->tree;
	const struct journal *journal = &commit->journal;
	bool is_back = true;
	while (done > 0 && is_back)
		is_back = place_back(tree, journal, &journal->changes[--done]) == PMO_OK;
	/* Names that are back count, even if the disk will not say that they are durable. */
	enum pmo_result synced = place_sync(tree, journal);
	struct journal made = { .folders = commit->made, .folder_count = commit->made_count };
	if (is_back)
		synced = place_prune(tree, &made);
	(void)synced;
	return is_back;
}

/* Every file in place and durable, or none: then *is_back. */
static enum pmo_result place_all(struct commit *commit, bool *is_back)
{
	struct tree *tree = commit->tree;
	const struct journal *journal = &commit->journal;
	enum pmo_result result = PMO_OK;
	size_t done = 0;
	bool is_stuck = false;
	while (done < journal->count && result == PMO_OK) {
		result = place_forward(tree, journal, &journal->changes[done], &is_stuck);
		if (result == PMO_CONFLICT)
			report_conflict(tree, journal->changes[done].path);
		done += result == PMO_OK;
	}
	if (result == PMO_OK)
		result = place_prune(tree, journal);
	if (result == PMO_OK)
		result = place_sync(tree, journal);
	if (result != PMO_OK)
		*is_back = take_back(commit, done) && !is_stuck;
	return result;
}

/* Neither done nor taken back: the worst that can be, and it is told as it is. */
static void report_unfinished(struct tree *tree, bool is_saved)
{
	if (is_saved) {
		pmo_diag_add(tree->diags, PMO_WARNING, "journal-pending",
			     tree_place(tree, TREE_PRIVATE "/journal"),
			     "the change is saved, but not all files could be put in place");
		pmo_diag_hint(tree->diags, "pmo shows the new state; the next command that writes "
					   "completes it");
	} else {
		pmo_diag_add(tree->diags, PMO_ERROR, "unfinished", tree_place(tree, TREE_PRIVATE),
			     "the change could neither be completed nor taken back");
		pmo_diag_hint(tree->diags, "look at the files before trying again");
	}
}

/* All is done; the journal left behind says only what is so already. */
static void report_unretired(struct tree *tree)
{
	pmo_diag_add(tree->diags, PMO_WARNING, "journal-pending",
		     tree_place(tree, TREE_PRIVATE "/journal"),
		     "the change is done, but its journal could not be put away: %s",
		     strerror(errno));
	pmo_diag_hint(tree->diags, "the next command that writes does it");
}

/* What is true of the files afterwards, whatever went wrong. */
enum outcome {
	STILL_OLD,
	ALL_NEW,
	UNFINISHED, /* what is staged is still needed */
};

static enum pmo_result carry_out_journal(struct commit *commit, enum outcome *outcome)
{
	struct tree *tree = commit->tree;
	bool is_there, is_back = true;
	if (file_sync_folder(tree->tmp_fd) < 0)
		return tree_fail(tree, TREE_PRIVATE "/tmp", "sync");
	enum pmo_result result = journal_publish(tree, &commit->journal, &is_there);
	bool is_saved = result == PMO_OK;
	if (is_saved)
		result = place_all(commit, &is_back);
	if (result == PMO_OK) {
		*outcome = ALL_NEW;
		if (journal_retire(tree) < 0)
			report_unretired(tree);
		return PMO_OK;
	}
	if (!is_there || (is_back && journal_withdraw(tree) == 0))
		return result;
	*outcome = UNFINISHED;
	/* The journal is durable and readers look through it: that is the new state. */
	is_saved = is_saved && result != PMO_CONFLICT;
	report_unfinished(tree, is_saved);
	return is_saved ? PMO_OK : result;
}

/* From the commit point on. */
static enum pmo_result carry_out(struct commit *commit, enum outcome *outcome)
{
	const struct journal *journal = &commit->journal;
	bool is_back = true;
	*outcome = STILL_OLD;
	if (journal->count > 1 || journal->folder_count || commit->made_count)
		return carry_out_journal(commit, outcome);
	enum pmo_result result = place_all(commit, &is_back);
	if (result == PMO_OK)
		*outcome = ALL_NEW;
	if (result == PMO_OK || is_back)
		return result;
	*outcome = UNFINISHED;
	report_unfinished(commit->tree, false);
	return result;
}

static void clean_up(struct commit *commit)
{
	struct tree *tree = commit->tree;
	for (size_t i = 0; i < commit->journal.count; i++)
		place_clean(tree, &commit->journal, &commit->journal.changes[i]);
	dotpmo_discard(tree->tmp_fd, "part");
	dotpmo_discard(tree->tmp_fd, "part.journal");
	dotpmo_discard(tree->tmp_fd, "part.undo");
}

/* For git, which may be told later. No memory for that is no fault of the commit. */
static void note_written(const struct commit *commit)
{
	struct tree *tree = commit->tree;
	for (size_t i = 0; i < commit->journal.count; i++) {
		char *path = pmo_arena_string(tree->arena, commit->journal.changes[i].path);
		void *grown = pmo_arena_grow(tree->arena, tree->written, tree->written_count,
					     &tree->written_capacity, sizeof(*tree->written));
		if (!path || !grown)
			return;
		tree->written = grown;
		tree->written[tree->written_count++] = path;
	}
}

/* What it was read from was not all there: a change made of it may be a wrong one. */
static enum pmo_result refuse_blind(struct tree *tree)
{
	pmo_diag_add(tree->diags, PMO_ERROR, "io", tree_place(tree, "."),
		     "nothing was written, because not everything could be read");
	return PMO_IO;
}

enum pmo_result commit_apply(struct commit *commit)
{
	struct tree *tree = commit->tree;
	enum outcome outcome = STILL_OLD;
	assert(tree->is_locked);
	if (!commit->journal.count)
		return PMO_OK;
	if (tree->has_failed)
		return refuse_blind(tree);
	enum pmo_result result = check_paths(commit);
	if (result != PMO_OK)
		return result;
	result = prepare(commit);
	if (result == PMO_OK)
		result = compare_all(commit);
	if (result == PMO_OK)
		result = carry_out(commit, &outcome);
	if (outcome == STILL_OLD && commit->undo_number) {
		undo_drop(tree, commit->undo_number);
		commit->undo_number = 0;
	}
	if (outcome != UNFINISHED)
		clean_up(commit);
	if (outcome == ALL_NEW)
		undo_trim(tree);
	if (result == PMO_OK)
		note_written(commit);
	return result;
}
