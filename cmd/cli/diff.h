/*
 * What would change, as a unified diff, for --dry-run.
 */
#ifndef CLI_DIFF_H
#define CLI_DIFF_H

#include <pmo/buffer.h>
#include <pmo/result.h>

/* Appends the difference of two texts of a file; nothing when they are equal. NULL: empty. */
PMO_CHECKED enum pmo_result diff_add(const char *path, const char *old, const char *now,
				     struct pmo_buffer *out);

#endif
