/*
 * System calls on files, made whole.
 *
 * Each retries when a signal interrupted it, and otherwise keeps the system's
 * convention: -1 and errno. Names are relative to an open folder; a name that is a
 * link is never followed. Nothing here is buffered: what write said is what is known.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <pmo/arena.h>
#include <pmo/result.h>
#include <dirent.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <sys/types.h>

int file_open(int folder, const char *name, int flags, mode_t mode);

/* The one folder that may be reached through a link. */
int file_open_root(const char *path);

/* As os_open_beneath: a path of several components. */
int file_open_beneath(int folder, const char *path, int flags);

/* After a successful sync nothing of the data depends on what close says. */
int file_close(int fd);

/* Up to size bytes; fewer only at the end of the file. */
ssize_t file_read(int fd, char *bytes, size_t size);

int file_write(int fd, const char *bytes, size_t length);
int file_sync(int fd);

/* Everything on that file system; for many files at once. */
int file_sync_filesystem(int fd);

/* A folder's names survive a power cut; file systems that cannot say so are believed. */
int file_sync_folder(int fd);

int file_stat(int folder, const char *name, struct stat *status);
int file_stat_open(int fd, struct stat *status);
int file_set_mode(int fd, mode_t mode);
int file_set_owner(int fd, uid_t owner, gid_t group);
int file_rename(int from_folder, const char *from, int to_folder, const char *to);
int file_exchange(int from_folder, const char *from, int to_folder, const char *to);
int file_rename_noreplace(int from_folder, const char *from, int to_folder, const char *to);
int file_link(int from_folder, const char *from, int to_folder, const char *to);
int file_remove(int folder, const char *name);
int file_remove_folder(int folder, const char *name);
int file_make_folder(int folder, const char *name, mode_t mode);

/*
 * The names in a folder. The descriptor belongs to the listing and is closed also when
 * there is none. The next entry, without '.' and '..'; NULL with errno 0 at the end.
 */
DIR *file_open_listing(int fd);
const struct dirent *file_next_entry(DIR *listing);

/*
 * Goes on reading behind *done, until the end of the file or until there is no room left;
 * status is what file_stat_open said of it.
 */
bool file_read_to_end(int fd, const struct stat *status, char *bytes, size_t room, size_t *done);

struct file_content {
	struct stat status; /* in: what file_stat_open said before reading */
	char *bytes;        /* in the arena, with a NUL after them */
	size_t length;
};

/*
 * All of a file that was just opened. PMO_IO leaves the cause in errno; EFBIG: longer than
 * limit. A file that has just the size that was said is read by one call.
 */
PMO_CHECKED enum pmo_result file_read_all(int fd, size_t limit, struct pmo_arena *arena,
					  struct file_content *content);

#endif
