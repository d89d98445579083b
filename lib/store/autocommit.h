/*
 * commit: auto. What a command wrote is committed to git: just the files it touched, with
 * a message in the records' own terms, by the user's git with its hooks and signing.
 *
 * The data are durable before this begins. Whatever goes wrong here is a warning.
 */
#ifndef STORE_AUTOCOMMIT_H
#define STORE_AUTOCOMMIT_H

#include "store/draft.h"

/* "RSK-007 close: active>closed", "3 risks set: owner DSP>PC"; NULL: no memory. */
const char *autocommit_message(const struct pmo_update *update);

/*
 * Commits the files that the update's commits wrote, if pmo.yaml wants that. To be called
 * without the lock: hooks may read the workspace.
 */
void autocommit_run(struct pmo_update *update);

#endif
