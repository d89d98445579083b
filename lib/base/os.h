/*
 * The calls beyond POSIX, each with its fallback.
 *
 * All follow the system's convention: 0 or a descriptor, or -1 with errno. A call
 * that this system or this file system does not have fails with an errno for which
 * os_is_unsupported() is true; the caller then takes the longer way.
 */
#ifndef BASE_OS_H
#define BASE_OS_H

#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>

/* "This system cannot do that", as against "it went wrong". */
bool os_is_unsupported(int error);

/*
 * Opens what exists below a folder, following no link in any component and never
 * leaving the folder. ELOOP: a component is a link.
 */
int os_open_beneath(int folder, const char *path, int flags);

/* Its fallback, by itself for its test: one component after the other. */
int os_open_by_steps(int folder, const char *path, int flags);

/* Asks for an exclusive lock that dies with the process; EWOULDBLOCK: somebody has it. */
int os_lock_try(int fd);

/* Swaps two names in one step. */
int os_rename_exchange(int from_folder, const char *from, int to_folder, const char *to);

/* Renames; EEXIST when the new name is taken. */
int os_rename_noreplace(int from_folder, const char *from, int to_folder, const char *to);

/* What was written to the descriptor survives a power cut. */
int os_sync(int fd);

/* The same for everything on the file system that the descriptor is on. */
int os_sync_filesystem(int fd);

/* S_IFREG, S_IFDIR, S_IFLNK …, or 0 when only fstatat can tell. */
mode_t os_entry_format(const struct dirent *entry);

/* When the content was changed last, and when anything was: the members have two names. */
struct timespec os_modified(const struct stat *status);
struct timespec os_changed(const struct stat *status);

/* Milliseconds of a clock that never goes back, for time limits only. */
uint64_t os_milliseconds(void);
void os_sleep(unsigned milliseconds);

#endif
