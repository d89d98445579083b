/*
 * The lock: one writer at a time in a workspace.
 *
 * It is the system's lock on .pmo/lock, so it dies with the process that holds it and
 * is never left behind. What is written in the file is only a hint for the message.
 * Where the system refuses to lock at all (some network folders), the command stops:
 * pmo never goes on unlocked. Readers need no lock.
 */
#ifndef STORE_LOCK_H
#define STORE_LOCK_H

#include "store/tree.h"

enum { LOCK_WAIT = 10000 }; /* milliseconds that a command waits for another one */

struct lock {
	struct tree *tree;
	int fd;
};

/*
 * Waits up to timeout milliseconds. Makes .pmo when there is none. holder says who we
 * are, for the one who waits for us: "pid 4711 on desk7: pmo risk close RSK-007".
 * PMO_LOCKED: still held, the diagnostic names the holder. PMO_IO: no lock to be had.
 */
PMO_CHECKED enum pmo_result lock_take(struct tree *tree, unsigned timeout, const char *holder,
				      struct lock *lock);
void lock_release(struct lock *lock);

#endif
