/*
 * What would change, as a unified diff, for --dry-run.
 */
#ifndef CLI_DIFF_H
#define CLI_DIFF_H

#include <pmo/buffer.h>
#include <pmo/result.h>

#include <stddef.h>

enum { DIFF_CONTEXT = 3 }; /* lines around a change */

/*
 * Appends the difference of two texts, the old one and the new one, of a file that has so many
 * lines before them; nothing when they are equal. NULL: empty.
 */
PMO_CHECKED enum pmo_result diff_add(const char *path, size_t before, const char *const texts[2],
				     struct pmo_buffer *out);

#endif
