/* See save.h. */
#include "cli/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int save_open(const char *path, int flags, mode_t mode)
{
	int file;
	do
		file = open(path, flags | O_CLOEXEC, mode);
	while (file < 0 && errno == EINTR);
	return file;
}

bool save_write(int file, const char *bytes, size_t length)
{
	while (length) {
		ssize_t put = write(file, bytes, length);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		bytes += put;
		length -= (size_t)put;
	}
	return true;
}

bool save_sync(int file)
{
	int result;
#ifdef F_FULLFSYNC
	/* On macOS fsync leaves the data in the drive's cache. */
	if (fcntl(file, F_FULLFSYNC) == 0)
		return true;
#endif
	do
		result = fsync(file);
	while (result < 0 && errno == EINTR);
	return result == 0;
}

bool save_set_mode(int file, mode_t mode)
{
	int result;
	do
		result = fchmod(file, mode);
	while (result < 0 && errno == EINTR);
	return result == 0;
}

bool save_sync_folder(const char *path)
{
	int folder = save_open(path, O_RDONLY | O_DIRECTORY, 0);
	if (folder < 0)
		return false;
	/* A file system that has no such thing is believed. */
	bool synced = save_sync(folder) || errno == EINVAL;
	int error = errno;
	close(folder);
	errno = error;
	return synced;
}

int save_make_folder(const char *path)
{
	int result;
	do
		result = mkdir(path, 0777);
	while (result < 0 && errno == EINTR);
	return result;
}

bool save_rename(const char *from, const char *to)
{
	int result;
	do
		result = rename(from, to);
	while (result < 0 && errno == EINTR);
	return result == 0;
}

static bool lock(int file)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int result;
	do
		result = fcntl(file, F_SETLKW, &whole);
	while (result < 0 && errno == EINTR);
	return result == 0;
}

static bool empty(int file)
{
	int result;
	do
		result = ftruncate(file, 0);
	while (result < 0 && errno == EINTR);
	return result == 0;
}

/* False when somebody has renamed it while we waited. */
static bool is_still(int file, const char *path)
{
	struct stat held, named;
	return fstat(file, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino;
}

int save_open_part(const char *path)
{
	int file = -1, error = ENOLCK;
	for (int i = 0; i < 100 && file < 0; i++) {
		file = save_open(path, O_WRONLY | O_CREAT | O_NOFOLLOW, 0600);
		if (file < 0)
			return -1;
		if (!lock(file) || (is_still(file, path) && !empty(file))) {
			error = errno;
			close(file);
			break;
		}
		if (is_still(file, path))
			return file;
		close(file);
		file = -1;
	}
	errno = error;
	return -1;
}
