/*
 * Everything is opened from the root's descriptor, in one call that follows no link,
 * and looked at after it was opened: what was checked is what is read.
 */
#include "tree.h"

#include "ahead.h"
#include "base/file.h"
#include "base/os.h"
#include "journal.h"
#include "revision.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum {
	SECOND_LOOKS = 20, /* at a file that is being put in place just now */
	CHUNK = 32 << 10,
};

enum pmo_result tree_open(struct tree *tree, const char *path, struct pmo_arena *arena,
			  struct pmo_diags *diags)
{
	memset(tree, 0, sizeof(*tree));
	tree->root_path = path;
	tree->arena = arena;
	tree->diags = diags;
	tree->private_fd = tree->tmp_fd = -1;
	tree->root_fd = file_open_root(path);
	if (tree->root_fd >= 0)
		return PMO_OK;
	bool is_absent = errno == ENOENT || errno == ENOTDIR;
	enum pmo_result result = tree_fail(tree, path, "open the folder");
	if (is_absent)
		tree->has_failed = false;
	return is_absent ? PMO_NOT_FOUND : result;
}

void tree_release(struct tree *tree)
{
	int *const fds[] = { &tree->root_fd, &tree->private_fd, &tree->tmp_fd };
	for (size_t i = 0; i < sizeof(fds) / sizeof(fds[0]); i++) {
		if (*fds[i] >= 0)
			file_close(*fds[i]);
		*fds[i] = -1;
	}
	if (tree->at)
		revision_close(tree->at);
	tree->at = NULL;
}

void tree_step(const struct tree *tree, const char *step)
{
	if (tree->step_hook)
		tree->step_hook(step, tree->step_data);
}

const struct pmo_place *tree_place(struct tree *tree, const char *path)
{
	struct pmo_source *source = pmo_arena_alloc(tree->arena, sizeof(*source));
	struct pmo_place *place = pmo_arena_alloc(tree->arena, sizeof(*place));
	char *copy = pmo_arena_string(tree->arena, path);
	if (!source || !place || !copy)
		return NULL;
	source->path = copy;
	place->source = source;
	return place;
}

static const char *advice_for(int error)
{
	switch (error) {
	case ENOSPC:
	case EDQUOT:
		return "make room on the disk, then try again";
	case EACCES:
	case EPERM:
		return "ask the owner of the folder for the permission";
	case EXDEV:
		return "all of a workspace must be on one file system";
	case EROFS:
		return "the disk can only be read";
	case EMFILE:
	case ENFILE:
		return "too many files are open; close other programs or raise 'ulimit -n'";
	case EIO:
		return "the disk or the network failed; look at the system's log";
	default:
		return NULL;
	}
}

enum pmo_result tree_fail(struct tree *tree, const char *path, const char *action)
{
	int error = errno;
	if (error == ENOMEM)
		return PMO_NO_MEMORY;
	/* A file that may not be read is like a bad one: others are not blocked by it. */
	if (error != EACCES && error != EPERM)
		tree->has_failed = true;
	pmo_diag_add(tree->diags, PMO_ERROR, "io", tree_place(tree, path), "cannot %s: %s", action,
		     strerror(error));
	if (advice_for(error))
		pmo_diag_hint(tree->diags, "%s", advice_for(error));
	return PMO_IO;
}

static bool is_component(const char *name, size_t length)
{
	if (length == 0 || length > 255 || (length <= 2 && strncmp(name, "..", length) == 0))
		return false;
	if (length == 4 && strncasecmp(name, TREE_PRIVATE, 4) == 0)
		return false;
	if (length == 4 && strncasecmp(name, ".git", 4) == 0)
		return false;
	for (size_t i = 0; i < length; i++)
		if ((unsigned char)name[i] < 0x20 || name[i] == 0x7f)
			return false;
	return true;
}

bool tree_path_is_valid(const char *path)
{
	if (strlen(path) >= TREE_PATH_LIMIT)
		return false;
	for (;;) {
		size_t length = strcspn(path, "/");
		if (!is_component(path, length))
			return false;
		if (path[length] == '\0')
			return true;
		path += length + 1;
	}
}

static enum pmo_result refuse_kind(struct tree *tree, const char *path, const char *code,
				   const char *what)
{
	pmo_diag_add(tree->diags, PMO_ERROR, code, tree_place(tree, path), "%s", what);
	return PMO_UNSUPPORTED;
}

static enum pmo_result refuse_link(struct tree *tree, const char *path)
{
	enum pmo_result result = refuse_kind(tree, path, "link", "is a link or lies behind one");
	pmo_diag_hint(tree->diags,
		      "below the workspace pmo follows no links; put the file itself there");
	return result;
}

/* Opens a regular file for reading. */
static enum pmo_result open_regular(struct tree *tree, const char *path, int *fd,
				    struct stat *status)
{
	*fd = file_open_beneath(tree->root_fd, path, O_RDONLY | O_NONBLOCK);
	if (*fd < 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return PMO_NOT_FOUND;
		if (errno == ELOOP)
			return refuse_link(tree, path);
		if (errno == ENXIO)
			return refuse_kind(tree, path, "file-type", "is no regular file");
		return tree_fail(tree, path, "open");
	}
	enum pmo_result result = PMO_OK;
	if (file_stat_open(*fd, status) < 0)
		result = tree_fail(tree, path, "look at the file");
	else if (S_ISDIR(status->st_mode))
		result = refuse_kind(tree, path, "file-type", "is a folder where a file should be");
	else if (!S_ISREG(status->st_mode))
		result = refuse_kind(tree, path, "file-type", "is no regular file");
	if (result != PMO_OK)
		file_close(*fd);
	return result;
}

enum pmo_result tree_read_plain(struct tree *tree, const char *path, size_t limit,
				struct tree_file *file)
{
	int fd;
	struct file_content content;
	enum pmo_result result =
		tree->ahead ? ahead_take(tree->ahead, path, limit, file) : PMO_NOT_FOUND;
	if (result != PMO_NOT_FOUND)
		return result;
	result = open_regular(tree, path, &fd, &content.status);
	if (result != PMO_OK)
		return result;
	result = file_read_all(fd, limit, tree->arena, &content);
	if (result == PMO_IO && errno == EFBIG) {
		pmo_diag_add(tree->diags, PMO_ERROR, "file-too-large", tree_place(tree, path),
			     "is larger than %zu bytes", limit);
		result = PMO_INVALID;
	} else if (result == PMO_IO) {
		result = tree_fail(tree, path, "read");
	}
	file_close(fd);
	file->path = path;
	file->bytes = result == PMO_OK ? content.bytes : NULL;
	file->length = result == PMO_OK ? content.length : 0;
	file->mode = content.status.st_mode & 07777;
	file->owner = content.status.st_uid;
	file->group = content.status.st_gid;
	return result;
}

static enum pmo_result read_staged(struct tree *tree, const struct journal_change *change,
				   size_t limit, struct tree_file *file)
{
	char name[JOURNAL_STAGED_NAME], path[JOURNAL_STAGED_NAME + 16], hash[SHA256_TEXT];
	journal_staged_name(tree->pending, change, name);
	snprintf(path, sizeof(path), TREE_PRIVATE "/tmp/%s", name);
	enum pmo_result result = tree_read_plain(tree, path, limit, file);
	if (result != PMO_OK)
		return result;
	/* While it is exchanged the old bytes stand under this name. */
	sha256_bytes(file->bytes, file->length, hash);
	return strcmp(hash, change->new_hash) == 0 ? PMO_OK : PMO_NOT_FOUND;
}

/* Nobody is at work on it, and yet the new bytes are not there. */
static enum pmo_result report_lost_bytes(struct tree *tree, const char *path)
{
	char generation[TREE_GENERATION];
	bool is_pending;
	enum pmo_result result = journal_generation(tree, generation, &is_pending);
	if (result != PMO_OK)
		return result;
	if (!is_pending || strcmp(generation, tree->generation) != 0)
		return PMO_CONFLICT;
	pmo_diag_add(tree->diags, PMO_ERROR, "journal-damaged", tree_place(tree, path),
		     "an unfinished change has lost its new text; this is the old one");
	return PMO_OK;
}

/* A file that a pending journal changes. */
static enum pmo_result read_through(struct tree *tree, const struct journal_change *change,
				    size_t limit, struct tree_file *file)
{
	enum pmo_result result = PMO_OK;
	for (int look = 0; look < SECOND_LOOKS; look++) {
		char hash[SHA256_TEXT] = "-";
		result = tree_read_plain(tree, change->path, limit, file);
		if (result == PMO_OK)
			sha256_bytes(file->bytes, file->length, hash);
		else if (result != PMO_NOT_FOUND)
			return result;
		if (strcmp(hash, change->old_hash) != 0)
			return result;
		if (strcmp(change->new_hash, "-") == 0)
			return PMO_NOT_FOUND;
		struct tree_file staged;
		enum pmo_result found = read_staged(tree, change, limit, &staged);
		if (found == PMO_OK) {
			*file = staged;
			file->path = change->path;
		}
		if (found != PMO_NOT_FOUND)
			return found;
		os_sleep(1);
	}
	enum pmo_result lost = report_lost_bytes(tree, change->path);
	return lost == PMO_OK ? result : lost;
}

enum pmo_result tree_read(struct tree *tree, const char *path, size_t limit, struct tree_file *file)
{
	memset(file, 0, sizeof(*file));
	if (!tree_path_is_valid(path)) {
		pmo_diag_add(tree->diags, PMO_ERROR, "path-invalid", tree_place(tree, path),
			     "is no path below the workspace that pmo may use");
		return PMO_INVALID;
	}
	if (tree->at)
		return revision_read(tree->at, path, limit, file);
	const struct journal_change *change =
		tree->pending ? journal_find(tree->pending, path) : NULL;
	enum pmo_result result = change ? read_through(tree, change, limit, file)
					: tree_read_plain(tree, path, limit, file);
	file->path = path;
	return result;
}

enum pmo_result tree_begin_read(struct tree *tree)
{
	bool is_pending;
	tree->pending = NULL;
	if (tree->at)
		return PMO_OK;
	enum pmo_result result = journal_generation(tree, tree->generation, &is_pending);
	if (result != PMO_OK || !is_pending)
		return result;
	result = journal_load(tree, &tree->pending);
	/* It is reported; what can be read shall be read. */
	return result == PMO_INVALID || result == PMO_UNSUPPORTED ? PMO_OK : result;
}

enum pmo_result tree_end_read(struct tree *tree)
{
	char generation[TREE_GENERATION];
	bool is_pending;
	if (tree->at)
		return PMO_OK;
	enum pmo_result result = journal_generation(tree, generation, &is_pending);
	if (result == PMO_OK && strcmp(generation, tree->generation) != 0)
		result = PMO_CONFLICT;
	return result;
}

int tree_open_parent(const struct tree *tree, const char *path, const char **name)
{
	const char *slash = strrchr(path, '/');
	*name = slash ? slash + 1 : path;
	size_t length = slash ? (size_t)(slash - path) : 1;
	char parent[TREE_PATH_LIMIT];
	if (length >= sizeof(parent)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	memcpy(parent, slash ? path : ".", length);
	parent[length] = '\0';
	return file_open_beneath(tree->root_fd, parent, O_RDONLY | O_DIRECTORY);
}

enum pmo_result tree_hash_at(struct tree *tree, int folder, const char *name,
			     char hash[SHA256_TEXT])
{
	struct stat status;
	int fd = file_open(folder, name, O_RDONLY | O_NONBLOCK, 0);
	snprintf(hash, SHA256_TEXT, "%s", fd < 0 && errno == ENOENT ? "-" : "!");
	if (fd < 0 && (errno == ENOENT || errno == ELOOP || errno == ENXIO))
		return PMO_OK;
	if (fd < 0)
		return tree_fail(tree, name, "open");
	enum pmo_result result = PMO_OK;
	if (file_stat_open(fd, &status) < 0)
		result = tree_fail(tree, name, "look at the file");
	else if (S_ISREG(status.st_mode) && sha256_file(fd, hash) < 0)
		result = tree_fail(tree, name, "read");
	file_close(fd);
	return result;
}

/* Whether the rest of an open file is these bytes; -1 and errno when reading fails. */
static int compare_file(int fd, const struct tree_bytes *bytes)
{
	char chunk[CHUNK];
	size_t at = 0;
	for (;;) {
		ssize_t got = file_read(fd, chunk, sizeof(chunk));
		if (got < 0)
			return -1;
		if ((size_t)got > bytes->length - at ||
		    (got && memcmp(chunk, bytes->bytes + at, (size_t)got) != 0))
			return 0;
		at += (size_t)got;
		if (got < (ssize_t)sizeof(chunk))
			return at == bytes->length;
	}
}

enum pmo_result tree_holds_at(struct tree *tree, int folder, const char *name,
			      const struct tree_bytes *bytes, bool *answer)
{
	struct stat status;
	int fd = file_open(folder, name, O_RDONLY | O_NONBLOCK, 0);
	*answer = fd < 0 && errno == ENOENT && !bytes->bytes;
	if (fd < 0 && (errno == ENOENT || errno == ELOOP || errno == ENXIO))
		return PMO_OK;
	if (fd < 0)
		return tree_fail(tree, name, "open");
	enum pmo_result result = PMO_OK;
	int same = 0;
	if (file_stat_open(fd, &status) < 0)
		result = tree_fail(tree, name, "look at the file");
	else if (S_ISREG(status.st_mode) && bytes->bytes)
		same = compare_file(fd, bytes);
	if (same < 0)
		result = tree_fail(tree, name, "read");
	*answer = same > 0;
	file_close(fd);
	return result;
}

enum pmo_result tree_hash(struct tree *tree, const char *path, char hash[SHA256_TEXT])
{
	const char *name;
	int folder = tree_open_parent(tree, path, &name);
	if (folder < 0) {
		bool is_absent = errno == ENOENT || errno == ENOTDIR;
		snprintf(hash, SHA256_TEXT, "%s", is_absent ? "-" : "!");
		return is_absent || errno == ELOOP ? PMO_OK
						   : tree_fail(tree, path, "open the folder of");
	}
	enum pmo_result result = tree_hash_at(tree, folder, name, hash);
	file_close(folder);
	return result;
}
