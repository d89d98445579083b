/*
 * Programs that come with pmo and bring the heavy libraries: pmo-export-xlsx. They are beside
 * the program in the build tree, in libexec/pmo when installed, or somewhere in PATH.
 */
#ifndef CLI_EXEC_H
#define CLI_EXEC_H

#include "cli/cli.h"

/* Where a program is, or NULL. Memory of the process. */
const char *exec_find(struct cli *cli, const char *name);

struct exec {
	const char *const *words; /* its path and its arguments, NULL-ended */
	const char *input;        /* what it reads */
	size_t input_length;
	struct pmo_buffer *output; /* takes what it writes; its messages go where ours go */
	int status;                /* out: how it ended, as a shell has it */
};

/* Runs it to its end. PMO_IO with errno when that could not be. */
PMO_CHECKED enum pmo_result exec_run(struct exec *exec);

#endif
