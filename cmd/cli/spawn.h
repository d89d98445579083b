/*
 * Running other programs: git, the pager, the editor. Always an argument vector; only
 * what users put into PAGER and EDITOR, which are lines for a shell by custom, goes
 * through `sh -c '... "$@"'`, as git does it.
 */
#ifndef CLI_SPAWN_H
#define CLI_SPAWN_H

#include <pmo/buffer.h>

#include <stdbool.h>

struct spawn {
	const char *const *words;  /* the program, looked up in PATH, and its arguments */
	const char *directory;     /* where it runs; NULL: here */
	struct pmo_buffer *output; /* takes its standard output; NULL: it has ours */
	const char *input;         /* what it reads; NULL: ours, or nothing when output is taken */
	size_t input_length;
	const char *variable, *value; /* one variable of its environment, set where it is not */
	bool unread;                  /* out: it ended before it had read its input */
	int status;                   /* out: how it ended; 127: it could not be run */
};

/* Runs it to its end. False: the system failed. */
bool spawn_run(struct spawn *spawn);

#endif
