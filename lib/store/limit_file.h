/* Inside the store: a file of limits; <pmo/limit.h> shows one. */
#ifndef STORE_LIMIT_FILE_H
#define STORE_LIMIT_FILE_H

#include <pmo/arena.h>
#include <pmo/diag.h>
#include <pmo/limit.h>

enum { LIMIT_FILE_BYTES = 1 << 20, LIMIT_FILE_ROWS = 1000 };

/*
 * Reads a file, which lives as long as the arena: rows, the last one all zero, with their lines.
 * What cannot be read is a diagnostic, and costs only what it stands in. PMO_NO_MEMORY alone is
 * a failure.
 */
PMO_CHECKED enum pmo_result limit_file_read(struct pmo_arena *arena, struct pmo_diags *diags,
					    const struct pmo_source *source,
					    const struct pmo_limit **rows);

/* The shipped limit that a name was meant to be; NULL: it is one, or a name of one's own. */
const char *limit_meant_by(const char *name);

#endif
