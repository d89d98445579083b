/*
 * A file that is written beside its name and appears complete.
 *
 * Where the system can, it has no name at all until then: a command that is killed leaves
 * nothing. Elsewhere it is FILE.XXXXXX while it is written.
 */
#ifndef CLI_PART_H
#define CLI_PART_H

#include <pmo/arena.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct part {
	const char *path; /* what it shall be called; a file that is there is replaced */
	mode_t mode;
	const char *bytes;
	size_t length;
};

/* Durable afterwards. False with errno; then the old file is there and nothing else. */
bool part_write(const struct part *part, struct pmo_arena *arena);

#endif
