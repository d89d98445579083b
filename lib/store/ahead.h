/*
 * Reading ahead: the many small files of one folder, read by other threads while the caller
 * works on those that came before.
 *
 * The caller reads the files one after the other, in the order of their names, as ever; what
 * is read ahead saves it waiting and changes nothing else. The threads only open, look, read
 * and close, into room that was there before they began. They allocate nothing, report
 * nothing and touch no record. Whatever is out of the ordinary (no plain file, a large one,
 * one that cannot be read) they leave alone: the caller then reads it itself, and says what
 * it always says.
 *
 * A batch of files that nobody has begun when it is wanted is read by the caller. So nothing
 * depends on a thread: with one processor and all in memory it is as if there were none, and
 * where none can be had, none is missed.
 */
#ifndef STORE_AHEAD_H
#define STORE_AHEAD_H

#include "store/tree.h"

struct ahead;

/*
 * Begins with the names of a folder, which stay as they are until the end. NULL when it is
 * not worth it or not possible; reading is then as always.
 */
struct ahead *ahead_begin(const struct tree *tree, const char *folder,
			  const struct tree_names *names);

/* The threads are gone when it returns. NULL is fine. */
void ahead_end(struct ahead *ahead);

/* A file that was read ahead. PMO_NOT_FOUND: it was not, read it yourself. */
PMO_CHECKED enum pmo_result ahead_take(struct ahead *ahead, const char *path, size_t limit,
				       struct tree_file *file);

#endif
