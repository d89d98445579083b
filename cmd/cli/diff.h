/*
 * What would change, as a unified diff, for --dry-run.
 */
#ifndef CLI_DIFF_H
#define CLI_DIFF_H

#include <pmo/buffer.h>
#include <pmo/result.h>

struct diff_side {
	const char *text;
	size_t first_line; /* lines of the file before the text */
};

/* Appends the difference of two pieces of a file; nothing when they are equal. */
PMO_CHECKED enum pmo_result diff_add(const char *path, const struct diff_side *old,
				     const struct diff_side *now, struct pmo_buffer *out);

#endif
