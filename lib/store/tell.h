/*
 * What happened to a record, in its own terms: "escalate: level 1>2", "set: owner DSP>PC",
 * "add: Fiber permit held". For commit messages and for `pmo log`.
 */
#ifndef STORE_TELL_H
#define STORE_TELL_H

#include <pmo/record.h>

struct tell {
	const char *verb; /* "close", "set", "add", "note", "edit", "remove" */
	const char *what; /* "active>closed"; "": nothing to add */
};

/*
 * The change from one state of a record to another; either may be NULL. command, or NULL,
 * is what was typed, to choose between moves that lead to one state.
 */
PMO_CHECKED enum pmo_result tell_change(const struct pmo_record *old, const struct pmo_record *now,
					const char *command, struct pmo_arena *arena,
					struct tell *tell);

/* Cuts a text to so many bytes between characters, "..." at its end; one line. */
void tell_add_line(struct pmo_buffer *out, const char *text, size_t limit);

#endif
