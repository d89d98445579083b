/*
 * Putting one file in place, and taking it back.
 *
 * The staged file and the one in place change names in one step, and what came out is
 * looked at: when it is not what the change expects, somebody edited it this very
 * moment, and it is put back. What came out stays in .pmo/tmp until the commit is done,
 * so that it can be taken back as a whole.
 */
#ifndef STORE_PLACE_H
#define STORE_PLACE_H

#include "store/journal.h"
#include "store/tree.h"

/* What a change expects to stand under a name: what was there before it, or comes by it. */
struct place_expected {
	const struct journal_change *change;
	bool is_new;
};

/* Whether it does: by the bytes where the change still has them, else by their hash. */
PMO_CHECKED enum pmo_result place_holds(struct tree *tree, int folder, const char *name,
					const struct place_expected *expected, bool *answer);

/*
 * The file must be the old one. PMO_CONFLICT: it was not (any more), silently; any other
 * failure with a diagnostic. Failed: the file is as it was found, unless *is_stuck: it
 * could not even be put back. Not synced.
 */
PMO_CHECKED enum pmo_result place_forward(struct tree *tree, const struct journal *journal,
					  const struct journal_change *change, bool *is_stuck);

/* Puts the old file back. PMO_CONFLICT: something else stands there now. */
PMO_CHECKED enum pmo_result place_back(struct tree *tree, const struct journal *journal,
				       const struct journal_change *change);

/* Removes what the change left in .pmo/tmp and which is known to be pmo's own. */
void place_clean(struct tree *tree, const struct journal *journal,
		 const struct journal_change *change);

/* Removes the folders to go, where they are empty and it is permitted. */
PMO_CHECKED enum pmo_result place_prune(struct tree *tree, const struct journal *journal);

/* Syncs the folders in which names changed. */
PMO_CHECKED enum pmo_result place_sync(struct tree *tree, const struct journal *journal);

#endif
