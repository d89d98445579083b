/*
 * Undo: the last commands can be taken back exactly.
 *
 * Each commit leaves .pmo/undo/NNNNNN with the bytes of the files as they were before
 * (0, 1, … by the order of the changes) and `entry`, a text as in "store/journal.h".
 * Taking back goes through a commit of its own, is refused when a file is no longer what
 * the command made of it, and cannot be undone. The last 100 are kept.
 */
#ifndef STORE_UNDO_H
#define STORE_UNDO_H

#include "store/commit.h"

enum { UNDO_KEPT = 100 };

struct undo_entry {
	size_t number;
	struct journal journal; /* note, changes; folders that the command made */
};

struct undo_list {
	struct undo_entry *items; /* newest first */
	size_t count;
};

/* A damaged entry is left out, with a warning. */
PMO_CHECKED enum pmo_result undo_list(struct tree *tree, struct undo_list *list);

/*
 * Takes back the newest entry; the caller holds the lock and has called commit_recover.
 * *undone says what was taken back. PMO_NOT_FOUND: nothing to undo. PMO_CONFLICT: files
 * changed since, named in the diagnostics, nothing was done.
 */
PMO_CHECKED enum pmo_result undo_apply(struct tree *tree, struct undo_entry *undone);

/*
 * For commit. Prepare makes the entry of a commit about to happen in .pmo/tmp and sets
 * its number, publish lets it appear; both durable. Drop removes it again. Trim removes
 * the oldest beyond the limit. Drop-unreached removes the newest when the files show
 * that its command never happened.
 */
PMO_CHECKED enum pmo_result undo_prepare(struct commit *commit);
PMO_CHECKED enum pmo_result undo_publish(struct commit *commit);
void undo_drop(struct tree *tree, size_t number);
void undo_trim(struct tree *tree);
PMO_CHECKED enum pmo_result undo_drop_unreached(struct tree *tree);

#endif
