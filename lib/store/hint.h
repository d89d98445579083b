/*
 * How high the ids of a large folder go, remembered, so that one more record in ten thousand
 * does not ask for all their names.
 *
 * A line of .pmo/highest says for a folder and a prefix what the number was, and what the
 * folder looked like then: which one it is, and the instants of its last changes. A folder that
 * looks otherwise now was changed by git, by hand or by another program; then nothing is known
 * and its names are listed. It is read and written under the lock only, never synced, and
 * nobody misses it: what cannot be read, or written, is as if it were not there.
 */
#ifndef STORE_HINT_H
#define STORE_HINT_H

#include "store/tree.h"

enum { HINT_LEAST = 1000 }; /* names in a folder that is worth it */

/* False: not known. */
bool hint_recall(struct tree *tree, const char *folder, const char *prefix, unsigned long *number);

/* Forgets all of it: a commit found that something else stands where it was to write. */
void hint_drop(struct tree *tree);

void hint_keep(struct tree *tree, const char *folder, const char *prefix, unsigned long number);

#endif
