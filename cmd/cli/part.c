/* See part.h. This file asks for more than POSIX: files without a name are Linux's. */
#define _GNU_SOURCE 1
#include "cli/part.h"

#include "cli/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAMES_TRIED = 100 };

static bool fill(int file, const struct part *part)
{
	return save_write(file, part->bytes, part->length) && save_set_mode(file, part->mode) &&
	       save_sync(file);
}

/* Closes, and tells the first thing that went wrong. */
static bool close_after(int file, bool fine)
{
	int error = errno;
	bool closed = close(file) == 0 || errno == EINTR;
	if (!fine)
		errno = error;
	return fine && closed;
}

static bool give_up(const char *temporary)
{
	int error = errno;
	unlink(temporary);
	errno = error;
	return false;
}

#ifdef O_TMPFILE
static int open_nameless(const struct part *part, struct pmo_arena *arena)
{
	const char *slash = strrchr(part->path, '/');
	size_t length = slash ? (size_t)(slash - part->path) + 1 : 0;
	char *folder = pmo_arena_copy(arena, slash ? part->path : ".", slash ? length : 1);
	if (!folder) {
		errno = ENOMEM;
		return -1;
	}
	return save_open(folder, O_TMPFILE | O_WRONLY, 0600);
}

/* A name can only be given that is free; one that is taken gets it by a rename. */
static bool give_name(int file, const struct part *part, struct pmo_arena *arena)
{
	char own[40];
	snprintf(own, sizeof(own), "/proc/self/fd/%d", file);
	if (linkat(AT_FDCWD, own, AT_FDCWD, part->path, AT_SYMLINK_FOLLOW) == 0)
		return true;
	for (int i = 0; i < NAMES_TRIED && errno == EEXIST; i++) {
		char *temporary =
			pmo_arena_format(arena, "%s.%06ld", part->path, (long)getpid() + i);
		if (!temporary) {
			errno = ENOMEM;
			return false;
		}
		if (linkat(AT_FDCWD, own, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0)
			return save_rename(temporary, part->path) || give_up(temporary);
	}
	return false;
}

/* False: the system cannot do it, or there is no room; the other way says which. */
static bool write_nameless(const struct part *part, struct pmo_arena *arena)
{
	int file = open_nameless(part, arena);
	if (file < 0)
		return false;
	return close_after(file, fill(file, part) && give_name(file, part, arena));
}
#else
static bool write_nameless(const struct part *part, struct pmo_arena *arena)
{
	(void)part, (void)arena;
	return false;
}
#endif

bool part_write(const struct part *part, struct pmo_arena *arena)
{
	if (write_nameless(part, arena))
		return true;
	char *temporary = pmo_arena_format(arena, "%s.XXXXXX", part->path);
	if (!temporary) {
		errno = ENOMEM;
		return false;
	}
	int file = mkstemp(temporary);
	if (file < 0)
		return false;
	if (close_after(file, fill(file, part)) && save_rename(temporary, part->path))
		return true;
	return give_up(temporary);
}
