/* Inside ydoc: an operation done to the meaning of a document, to hold the bytes against. */
#ifndef YDOC_MODEL_H
#define YDOC_MODEL_H

#include "edit.h"

/*
 * Does op to root (a value tree made by ydoc_value_copy, changed in place).
 * PMO_NOT_FOUND when the path leads nowhere.
 */
PMO_CHECKED enum pmo_result model_apply(struct ydoc_value *root, const struct ydoc_op *op,
					struct pmo_arena *arena);

/* Which child a new or moved key goes behind: the first of after's keys that is there. */
const char *model_pick(const char *const *after, bool (*is_there)(const void *, const char *),
		       const void *where);

#endif
