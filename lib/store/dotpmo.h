/*
 * The folder .pmo: where pmo keeps what is its own.
 *
 *     lock          the lock ("store/lock.h")
 *     journal       a change of several files being made ("store/journal.h")
 *     journal.done  the last one that was
 *     highest       how high the ids of large folders go ("store/hint.h")
 *     tmp/          staged files; empty when no command runs
 *     undo/         the last commands' before-images ("store/undo.h")
 *     kept/         bytes that pmo would not throw away, for a person to look at
 *     .gitignore    `*`
 *
 * It has the root's mode and group, so that a folder shared by a team stays shared.
 * In tmp a name that begins with "part" is unfinished and worth nothing; any other is
 * "store/journal.h"'s staged name.
 */
#ifndef STORE_DOTPMO_H
#define STORE_DOTPMO_H

#include "store/journal.h"
#include "store/tree.h"

#include <sys/stat.h>

/*
 * Makes the folders; opens tree->private_fd and tree->tmp_fd. What several commands
 * must not do at once is left to dotpmo_complete, under the lock.
 */
PMO_CHECKED enum pmo_result dotpmo_open(struct tree *tree);
PMO_CHECKED enum pmo_result dotpmo_complete(struct tree *tree);
void dotpmo_close(struct tree *tree);

/* Permission bits for a file in .pmo, by the root's. */
mode_t dotpmo_file_mode(const struct tree *tree);

/* Makes a folder in .pmo, durably (no fault when it is there), and opens it: -1 and errno. */
int dotpmo_make_folder(const struct tree *tree, int parent, const char *name);

/* A new file, complete and (but for defers_sync) synced; a leftover of that name is replaced. */
PMO_CHECKED enum pmo_result dotpmo_write(struct tree *tree, int folder, const char *name,
					 const char *bytes, size_t length);

/* Removes a file, or a folder and the files in it. Silent; what stays is swept later. */
void dotpmo_discard(int folder, const char *name);

/* Moves .pmo/tmp/NAME to .pmo/kept, as ABOUT with a few digits of its hash. */
PMO_CHECKED enum pmo_result dotpmo_keep(struct tree *tree, const char *name, const char *about,
					const char **kept);

/* Did a command end before it was done? */
PMO_CHECKED enum pmo_result dotpmo_is_unclean(struct tree *tree, bool *is_unclean);

/* Empties tmp, but keeps an edit that was exchanged out and stands nowhere else. */
PMO_CHECKED enum pmo_result dotpmo_sweep(struct tree *tree);

#endif
