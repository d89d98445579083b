/*
 * The file stays for ever; a lock on a file that was replaced meanwhile would guard
 * nothing, so the name is looked up again once the lock is held.
 */
#include "lock.h"

#include "base/file.h"
#include "base/os.h"
#include "dotpmo.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define LOCK_PATH TREE_PRIVATE "/lock"

enum { PAUSE = 1, LONGEST_PAUSE = 10, HINT = 256 }; /* milliseconds, milliseconds, bytes */

static enum pmo_result open_lock_file(struct tree *tree, int *fd)
{
	*fd = file_open(tree->private_fd, "lock", O_RDWR | O_CREAT | O_NONBLOCK,
			dotpmo_file_mode(tree));
	if (*fd < 0)
		return tree_fail(tree, LOCK_PATH, "open");
	struct stat status;
	mode_t wanted = dotpmo_file_mode(tree);
	/* The umask took bits that a shared folder needs; only the owner can give them. */
	if (file_stat_open(*fd, &status) == 0 && (status.st_mode & 0777) != wanted)
		(void)file_set_mode(*fd, wanted);
	return PMO_OK;
}

/* PMO_OK: held. PMO_LOCKED: somebody else has it. */
static enum pmo_result try_lock(struct tree *tree, int fd)
{
	if (os_lock_try(fd) == 0)
		return PMO_OK;
	if (errno == EWOULDBLOCK || errno == EINTR)
		return PMO_LOCKED;
	enum pmo_result result = tree_fail(tree, LOCK_PATH, "lock");
	pmo_diag_hint(tree->diags,
		      "without a lock nothing is safe: keep the workspace on a disk that can lock");
	return result;
}

static bool is_current(const struct tree *tree, int fd)
{
	struct stat held, named;
	return file_stat_open(fd, &held) == 0 && file_stat(tree->private_fd, "lock", &named) == 0 &&
	       held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

static void report_holder(struct tree *tree, int fd, unsigned timeout)
{
	char holder[HINT] = "";
	ssize_t got = lseek(fd, 0, SEEK_SET) == 0 ? file_read(fd, holder, sizeof(holder) - 1) : 0;
	holder[got > 0 ? got : 0] = '\0';
	for (char *c = holder; *c; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7f)
			*c = ' ';
	size_t length = strlen(holder);
	while (length > 0 && holder[length - 1] == ' ')
		holder[--length] = '\0';
	pmo_diag_add(tree->diags, PMO_ERROR, "locked", tree_place(tree, LOCK_PATH),
		     "another command is writing here (%s); waited %u.%u s",
		     length ? holder : "it left no name", timeout / 1000, timeout % 1000 / 100);
	pmo_diag_hint(tree->diags, "try again when it is done; the lock ends with its process");
}

/* Only a hint for others; a full disk does not matter here. */
static void write_holder(int fd, const char *holder)
{
	if (ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0 && holder)
		(void)file_write(fd, holder, strlen(holder));
}

static enum pmo_result wait_for_lock(struct tree *tree, unsigned timeout, int *fd)
{
	uint64_t start = os_milliseconds();
	unsigned pause = PAUSE;
	for (;;) {
		enum pmo_result result = try_lock(tree, *fd);
		if (result == PMO_OK && is_current(tree, *fd))
			return PMO_OK;
		if (result == PMO_OK) {
			file_close(*fd);
			*fd = -1;
			result = open_lock_file(tree, fd);
			if (result == PMO_OK)
				result = PMO_LOCKED;
		}
		if (result != PMO_LOCKED)
			return result;
		if (os_milliseconds() - start >= timeout) {
			report_holder(tree, *fd, timeout);
			return PMO_LOCKED;
		}
		os_sleep(pause);
		pause = pause < LONGEST_PAUSE ? pause + PAUSE : LONGEST_PAUSE;
	}
}

enum pmo_result lock_take(struct tree *tree, unsigned timeout, const char *holder,
			  struct lock *lock)
{
	int fd = -1;
	assert(!tree->is_locked);
	lock->tree = tree;
	lock->fd = -1;
	if (tree->at)
		return PMO_UNSUPPORTED; /* pmo_update_begin has refused before */
	enum pmo_result result = dotpmo_open(tree);
	if (result == PMO_OK)
		result = open_lock_file(tree, &fd);
	if (result == PMO_OK)
		result = wait_for_lock(tree, timeout, &fd);
	if (result == PMO_OK)
		result = dotpmo_complete(tree);
	if (result != PMO_OK) {
		if (fd >= 0)
			file_close(fd);
		dotpmo_close(tree);
		return result;
	}
	write_holder(fd, holder);
	tree->is_locked = true;
	lock->fd = fd;
	return PMO_OK;
}

void lock_release(struct lock *lock)
{
	if (lock->fd < 0)
		return;
	(void)!ftruncate(lock->fd, 0);
	file_close(lock->fd);
	lock->fd = -1;
	lock->tree->is_locked = false;
	dotpmo_close(lock->tree);
}
