/*
 * Retrying is bounded: a system that answers EINTR for ever is an error like another.
 */
#include "file.h"

#include "os.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { MOST_RETRIES = 100 };

static bool is_interrupted(int outcome, int *retries)
{
	return outcome < 0 && errno == EINTR && (*retries)++ < MOST_RETRIES;
}

int file_open(int folder, const char *name, int flags, mode_t mode)
{
	int fd, retries = 0;
	do
		fd = openat(folder, name, flags | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, mode);
	while (is_interrupted(fd, &retries));
	return fd;
}

int file_open_root(const char *path)
{
	int fd, retries = 0;
	do
		fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	while (is_interrupted(fd, &retries));
	return fd;
}

int file_open_beneath(int folder, const char *path, int flags)
{
	int fd, retries = 0;
	do
		fd = os_open_beneath(folder, path, flags | O_NOCTTY);
	while (is_interrupted(fd, &retries));
	return fd;
}

int file_close(int fd)
{
	/* Never again after EINTR: the descriptor is gone, its number may be another's. */
	return close(fd) < 0 && errno != EINTR ? -1 : 0;
}

ssize_t file_read(int fd, char *bytes, size_t size)
{
	size_t done = 0;
	int retries = 0;
	while (done < size) {
		ssize_t got = read(fd, bytes + done, size - done);
		if (got == 0)
			break;
		if (got > 0)
			done += (size_t)got;
		else if (!is_interrupted(-1, &retries))
			return -1;
	}
	return (ssize_t)done;
}

int file_write(int fd, const char *bytes, size_t length)
{
	int retries = 0;
	while (length > 0) {
		ssize_t put = write(fd, bytes, length);
		if (put > 0) {
			bytes += put;
			length -= (size_t)put;
		} else if (put == 0) {
			errno = ENOSPC;
			return -1;
		} else if (!is_interrupted(-1, &retries)) {
			return -1;
		}
	}
	return 0;
}

int file_sync(int fd)
{
	int outcome, retries = 0;
	do
		outcome = os_sync(fd);
	while (is_interrupted(outcome, &retries));
	return outcome;
}

int file_sync_filesystem(int fd)
{
	int outcome, retries = 0;
	do
		outcome = os_sync_filesystem(fd);
	while (is_interrupted(outcome, &retries));
	return outcome;
}

int file_sync_folder(int fd)
{
	int outcome = file_sync(fd);
	return outcome < 0 && os_is_unsupported(errno) ? 0 : outcome;
}

int file_stat(int folder, const char *name, struct stat *status)
{
	int outcome, retries = 0;
	do
		outcome = fstatat(folder, name, status, AT_SYMLINK_NOFOLLOW);
	while (is_interrupted(outcome, &retries));
	return outcome;
}

int file_stat_open(int fd, struct stat *status)
{
	int outcome, retries = 0;
	do
		outcome = fstat(fd, status);
	while (is_interrupted(outcome, &retries));
	return outcome;
}

int file_rename(int from_folder, const char *from, int to_folder, const char *to)
{
	int outcome, retries = 0;
	do
		outcome = renameat(from_folder, from, to_folder, to);
	while (is_interrupted(outcome, &retries));
	return outcome;
}

int file_exchange(int from_folder, const char *from, int to_folder, const char *to)
{
	int outcome, retries = 0;
	do
		outcome = os_rename_exchange(from_folder, from, to_folder, to);
	while (is_interrupted(outcome, &retries));
	return outcome;
}

int file_rename_noreplace(int from_folder, const char *from, int to_folder, const char *to)
{
	int outcome, retries = 0;
	do
		outcome = os_rename_noreplace(from_folder, from, to_folder, to);
	while (is_interrupted(outcome, &retries));
	return outcome;
}

int file_link(int from_folder, const char *from, int to_folder, const char *to)
{
	int outcome, retries = 0;
	do
		outcome = linkat(from_folder, from, to_folder, to, 0);
	while (is_interrupted(outcome, &retries));
	return outcome;
}

int file_set_mode(int fd, mode_t mode)
{
	int outcome, retries = 0;
	do
		outcome = fchmod(fd, mode);
	while (is_interrupted(outcome, &retries));
	return outcome;
}

int file_set_owner(int fd, uid_t owner, gid_t group)
{
	int outcome, retries = 0;
	do
		outcome = fchown(fd, owner, group);
	while (is_interrupted(outcome, &retries));
	return outcome;
}

static int unlink_at(int folder, const char *name, int flags)
{
	int outcome, retries = 0;
	do
		outcome = unlinkat(folder, name, flags);
	while (is_interrupted(outcome, &retries));
	return outcome;
}

int file_remove(int folder, const char *name)
{
	return unlink_at(folder, name, 0);
}

int file_remove_folder(int folder, const char *name)
{
	return unlink_at(folder, name, AT_REMOVEDIR);
}

int file_make_folder(int folder, const char *name, mode_t mode)
{
	int outcome, retries = 0;
	do
		outcome = mkdirat(folder, name, mode);
	while (is_interrupted(outcome, &retries));
	return outcome;
}

DIR *file_open_listing(int fd)
{
	DIR *listing;
	int retries = 0;
	if (fd < 0)
		return NULL;
	do
		listing = fdopendir(fd);
	while (is_interrupted(listing ? 0 : -1, &retries));
	int error = errno;
	if (!listing)
		file_close(fd);
	errno = error;
	return listing;
}

const struct dirent *file_next_entry(DIR *listing)
{
	const struct dirent *entry;
	int retries = 0;
	do {
		errno = 0;
		entry = readdir(listing);
		if (!entry && is_interrupted(-1, &retries))
			continue;
		if (!entry)
			return NULL;
	} while (!entry || strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0);
	return entry;
}

/* One call, which a signal may end early; 0 at the end of the file. */
static ssize_t read_some(int fd, char *bytes, size_t size)
{
	ssize_t got;
	int retries = 0;
	do
		got = read(fd, bytes, size);
	while (is_interrupted(got < 0 ? -1 : 0, &retries));
	return got;
}

/*
 * A regular file that gives its whole size, with room for more, has no more: that saves the
 * call that would say so.
 */
bool file_read_to_end(int fd, const struct stat *status, char *bytes, size_t room, size_t *done)
{
	for (;;) {
		ssize_t got = read_some(fd, bytes + *done, room - *done);
		if (got < 0)
			return false;
		*done += (size_t)got;
		if (!got || *done == room)
			return true;
		if (S_ISREG(status->st_mode) && status->st_size > 0 &&
		    *done == (size_t)status->st_size)
			return true;
	}
}

enum pmo_result file_read_all(int fd, size_t limit, struct pmo_arena *arena,
			      struct file_content *content)
{
	off_t size = content->status.st_size;
	if (size > 0 && (uintmax_t)size > limit) {
		errno = EFBIG;
		return PMO_IO;
	}
	/* Room for what the system says the file has, and for one more, which must not come. */
	size_t room = size > 0 ? (size_t)size + 1 : 512, done = 0;
	content->bytes = pmo_arena_alloc(arena, room + 1);
	while (content->bytes) {
		if (!file_read_to_end(fd, &content->status, content->bytes, room, &done))
			return PMO_IO;
		if (done > limit) {
			errno = EFBIG;
			return PMO_IO;
		}
		if (done < room) {
			content->bytes[done] = '\0';
			content->length = done;
			return PMO_OK;
		}
		/* It grew while we read. */
		room *= 2;
		char *larger = pmo_arena_alloc(arena, room + 1);
		if (larger)
			memcpy(larger, content->bytes, done);
		content->bytes = larger;
	}
	return PMO_NO_MEMORY;
}
