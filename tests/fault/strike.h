/* The ways to disturb a command; each strikes at every point, or at the sampled ones. */
#ifndef FAULT_STRIKE_H
#define FAULT_STRIKE_H

#include "bench.h"

/* Signals and errors at system calls. Needs strace. */
void strike_calls(struct bench *bench);

/* What it prints cannot be written. */
void strike_output(struct bench *bench);

/* The N-th allocation fails; `library` is tests/fault/no_memory.c, built. */
void strike_memory(struct bench *bench, const char *library);

/* Small disks: step by step larger until it fits, and the same with inodes. */
void strike_disk(struct bench *bench);

/* Whether there can be small disks: root, in a mount name space of our own. */
bool strike_has_disks(void);

#endif
