/*
 * A commit: some files change together, or none does.
 *
 * The caller holds the lock, has called commit_recover, has read what it changes and
 * says for each file what it read and what shall stand there. commit_apply then
 *
 *   1. stages the new bytes in .pmo/tmp, complete and synced;
 *   2. keeps the old bytes for `pmo undo`;
 *   3. compares each file once more with what was read: a file that somebody changed
 *      meanwhile is PMO_CONFLICT, and nothing happens;
 *   4. one file: puts it in place in one step;
 *      several: publishes a journal (the commit point), then puts each in place;
 *   5. syncs the folders, and only then says PMO_OK.
 *
 * A file is put in place by exchanging the two names, so that what comes out can be
 * looked at: an edit made in the last moment is put back and the commit refused. When
 * anything fails, everything is put back.
 *
 * Killed before the commit point, the tree is the old one; after it, the new one:
 * readers look through the journal, and the next writer completes it.
 */
#ifndef STORE_COMMIT_H
#define STORE_COMMIT_H

#include "store/journal.h"
#include "store/tree.h"

struct commit_bytes {
	const char *old_bytes, *new_bytes; /* NULL: no such file before, or after */
	size_t old_length, new_length;
	bool has_mode; /* else the umask decides */
	mode_t mode;   /* of the file that is replaced */
	uid_t owner;
	gid_t group;
};

struct commit {
	struct tree *tree;
	struct journal journal; /* the note, the changes, the folders to go when empty */
	size_t change_capacity, folder_capacity;
	const char **made; /* folders that the new files need, parents first */
	size_t made_count, made_capacity;
	bool has_undo;      /* default true; undo itself clears it */
	size_t undo_number; /* out: the undo entry made, 0 for none */
};

void commit_init(struct commit *commit, struct tree *tree, const struct journal_note *note);

/*
 * The file shall hold these bytes. old is what tree_read gave, or NULL for a file that
 * must not be there yet. Everything passed in must live until commit_apply returns.
 * Nothing is noted when old and new are the same. PMO_INVALID: no path that may be
 * written, or one named twice; with a diagnostic.
 */
PMO_CHECKED enum pmo_result commit_write(struct commit *commit, const char *path,
					 const struct tree_file *old, const char *bytes,
					 size_t length);

/* The file, which is not there, shall be what this one is, its mode too. */
PMO_CHECKED enum pmo_result commit_restore(struct commit *commit, const char *path,
					   const struct tree_file *image);

/* The file shall be gone. */
PMO_CHECKED enum pmo_result commit_remove(struct commit *commit, const struct tree_file *old);

/* The folder goes too, when the removals leave it empty. */
PMO_CHECKED enum pmo_result commit_prune(struct commit *commit, const char *folder);

/*
 * Does it. PMO_OK: done and durable (a warning tells when the journal is still needed for
 * that). PMO_CONFLICT: a file, named in the diagnostics, changed since it was read; nothing
 * was done. PMO_IO, PMO_NO_MEMORY: nothing was done; [unfinished] tells the exception.
 */
PMO_CHECKED enum pmo_result commit_apply(struct commit *commit);

/*
 * What every writer does first, under the lock: completes a journal that a killed
 * command left, only where a file is still the old one; an edit made since is kept,
 * reported, and the bytes meant for that file are left in .pmo/kept. Sweeps .pmo/tmp.
 */
PMO_CHECKED enum pmo_result commit_recover(struct tree *tree);

#endif
