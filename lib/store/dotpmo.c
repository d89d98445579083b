/*
 * Names in .pmo are pmo's own, so leftovers are replaced without asking; only what
 * came out of a user's place is handled as the user's.
 */
#include "dotpmo.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

mode_t dotpmo_file_mode(const struct tree *tree)
{
	struct stat root;
	if (file_stat_open(tree->root_fd, &root) < 0)
		return 0600;
	return (root.st_mode & 0666) | 0600;
}

/* Others of the team must be able to use what we made. */
static void follow_root(const struct tree *tree, int fd)
{
	struct stat root, own;
	if (file_stat_open(tree->root_fd, &root) < 0 || file_stat_open(fd, &own) < 0)
		return;
	mode_t mode =
		S_ISDIR(own.st_mode) ? (root.st_mode & 02777) | 0700 : (root.st_mode & 0666) | 0600;
	bool has_group = own.st_gid == root.st_gid;
	if (!has_group)
		has_group = file_set_owner(fd, (uid_t)-1, root.st_gid) == 0;
	if (!has_group)
		mode &= ~(mode_t)02070; /* what the team may do is not for another group */
	if ((own.st_mode & 07777) != mode)
		(void)file_set_mode(fd, mode);
}

int dotpmo_make_folder(const struct tree *tree, int parent, const char *name)
{
	bool is_new = file_make_folder(parent, name, 0777) == 0;
	if (!is_new && errno != EEXIST)
		return -1;
	int fd = file_open(parent, name, O_RDONLY | O_DIRECTORY, 0);
	if (fd < 0 || !is_new)
		return fd;
	follow_root(tree, fd);
	/* What is in tmp is worth nothing until it is renamed. */
	if (parent == tree->tmp_fd || file_sync_folder(parent) == 0)
		return fd;
	int error = errno;
	file_close(fd);
	errno = error;
	return -1;
}

enum pmo_result dotpmo_write(struct tree *tree, int folder, const char *name, const char *bytes,
			     size_t length)
{
	tree_step(tree, name);
	int fd = file_open(folder, name, O_WRONLY | O_CREAT | O_EXCL, 0600);
	if (fd < 0 && errno == EEXIST) {
		dotpmo_discard(folder, name);
		fd = file_open(folder, name, O_WRONLY | O_CREAT | O_EXCL, 0600);
	}
	if (fd < 0)
		return tree_fail(tree, TREE_PRIVATE, "write a file in");
	follow_root(tree, fd);
	bool is_written =
		file_write(fd, bytes, length) == 0 && (tree->defers_sync || file_sync(fd) == 0);
	int error = errno;
	if (file_close(fd) < 0 && is_written) {
		error = errno;
		is_written = false;
	}
	if (is_written)
		return PMO_OK;
	dotpmo_discard(folder, name);
	errno = error;
	return tree_fail(tree, TREE_PRIVATE, "write a file in");
}

enum pmo_result dotpmo_complete(struct tree *tree)
{
	struct stat status;
	if (file_stat(tree->private_fd, ".gitignore", &status) == 0)
		return PMO_OK;
	enum pmo_result result = dotpmo_write(tree, tree->tmp_fd, "part.gitignore", "*\n", 2);
	if (result != PMO_OK)
		return result;
	if (file_rename(tree->tmp_fd, "part.gitignore", tree->private_fd, ".gitignore") < 0)
		return tree_fail(tree, TREE_PRIVATE "/.gitignore", "make");
	return PMO_OK;
}

enum pmo_result dotpmo_open(struct tree *tree)
{
	tree_step(tree, "make .pmo");
	tree->private_fd = dotpmo_make_folder(tree, tree->root_fd, TREE_PRIVATE);
	if (tree->private_fd < 0)
		return tree_fail(tree, TREE_PRIVATE, "make the folder");
	tree->tmp_fd = dotpmo_make_folder(tree, tree->private_fd, "tmp");
	if (tree->tmp_fd < 0)
		return tree_fail(tree, TREE_PRIVATE "/tmp", "make the folder");
	return PMO_OK;
}

void dotpmo_close(struct tree *tree)
{
	if (tree->tmp_fd >= 0)
		file_close(tree->tmp_fd);
	if (tree->private_fd >= 0)
		file_close(tree->private_fd);
	tree->tmp_fd = tree->private_fd = -1;
}

/* NULL and errno when the folder cannot be listed. */
static DIR *open_listing(int folder, const char *name)
{
	return file_open_listing(file_open(folder, name, O_RDONLY | O_DIRECTORY, 0));
}

void dotpmo_discard(int folder, const char *name)
{
	if (file_remove(folder, name) == 0 || errno == ENOENT)
		return;
	DIR *directory = open_listing(folder, name);
	if (!directory)
		return;
	const struct dirent *inside;
	while ((inside = file_next_entry(directory)))
		(void)file_remove(dirfd(directory), inside->d_name);
	closedir(directory);
	(void)file_remove_folder(folder, name);
}

enum pmo_result dotpmo_keep(struct tree *tree, const char *name, const char *about,
			    const char **kept)
{
	char hash[SHA256_TEXT], flat[128];
	enum pmo_result result = tree_hash_at(tree, tree->tmp_fd, name, hash);
	if (result != PMO_OK)
		return result;
	snprintf(flat, sizeof(flat), "%s", about);
	for (char *c = flat; *c; c++)
		if (*c == '/')
			*c = '+';
	char *path = pmo_arena_format(tree->arena, TREE_PRIVATE "/kept/%s.%.12s", flat, hash);
	if (!path)
		return PMO_NO_MEMORY;
	tree_step(tree, "keep");
	int folder = dotpmo_make_folder(tree, tree->private_fd, "kept");
	if (folder < 0)
		return tree_fail(tree, TREE_PRIVATE "/kept", "make the folder");
	if (file_rename(tree->tmp_fd, name, folder, strrchr(path, '/') + 1) < 0 ||
	    file_sync_folder(folder) < 0)
		result = tree_fail(tree, path, "keep");
	file_close(folder);
	*kept = path;
	return result;
}

enum pmo_result dotpmo_is_unclean(struct tree *tree, bool *is_unclean)
{
	DIR *directory = open_listing(tree->private_fd, "tmp");
	if (!directory)
		return tree_fail(tree, TREE_PRIVATE "/tmp", "list the folder");
	*is_unclean = file_next_entry(directory) != NULL;
	int error = errno;
	closedir(directory);
	errno = error;
	if (!*is_unclean && errno)
		return tree_fail(tree, TREE_PRIVATE "/tmp", "list the folder");
	return PMO_OK;
}

/* Is it one of the two texts that its name speaks of? Then it stands elsewhere. */
static bool is_own(const char *name, const char *hash)
{
	const char *old_hash = strchr(name, '.');
	const char *new_hash = old_hash ? strchr(old_hash + 1, '.') : NULL;
	if (!new_hash)
		return false;
	size_t length = strlen(hash);
	return strncmp(old_hash + 1, hash, length) == 0 || strncmp(new_hash + 1, hash, length) == 0;
}

static enum pmo_result sweep_one(struct tree *tree, const char *name)
{
	if (strncmp(name, "part", 4) == 0) {
		dotpmo_discard(tree->tmp_fd, name);
		return PMO_OK;
	}
	char hash[SHA256_TEXT];
	enum pmo_result result = tree_hash_at(tree, tree->tmp_fd, name, hash);
	if (result != PMO_OK)
		return result;
	if (is_own(name, hash)) {
		dotpmo_discard(tree->tmp_fd, name);
		return PMO_OK;
	}
	const char *kept;
	result = dotpmo_keep(tree, name, "edit", &kept);
	if (result != PMO_OK)
		return result;
	pmo_diag_add(tree->diags, PMO_WARNING, "kept", tree_place(tree, kept),
		     "an edit made while pmo was saving was put aside here");
	pmo_diag_hint(tree->diags,
		      "compare it with the files of 'pmo undo --list', then remove it");
	return PMO_OK;
}

enum pmo_result dotpmo_sweep(struct tree *tree)
{
	DIR *directory = open_listing(tree->private_fd, "tmp");
	if (!directory)
		return tree_fail(tree, TREE_PRIVATE "/tmp", "list the folder");
	enum pmo_result result = PMO_OK;
	const struct dirent *entry;
	while (result == PMO_OK && (entry = file_next_entry(directory)))
		result = sweep_one(tree, entry->d_name);
	if (result == PMO_OK && errno)
		result = tree_fail(tree, TREE_PRIVATE "/tmp", "list the folder");
	closedir(directory);
	return result;
}
