/*
 * Files that commands write themselves, outside the records: each call is tried again when
 * a signal interrupted it, and otherwise keeps the system's convention, errno included.
 *
 * A text that replaces another is written into `PATH.part`, synced and renamed. The name is
 * always the same, so that what a killed command leaves is used again; a lock keeps two
 * commands from using it at once.
 */
#ifndef CLI_SAVE_H
#define CLI_SAVE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* As open; the descriptor is not inherited. */
int save_open(const char *path, int flags, mode_t mode);

bool save_write(int file, const char *bytes, size_t length);
bool save_sync(int file);
bool save_set_mode(int file, mode_t mode);

/* The names in a folder. */
bool save_sync_folder(const char *path);

/* 0, or -1 and errno; that it is there already is EEXIST. */
int save_make_folder(const char *path);

bool save_rename(const char *from, const char *to);

/* Opens `path` for writing, locked and empty, whoever made it; -1 and errno. */
int save_open_part(const char *path);

#endif
