/*
 * What comes from outside: environment variables, the clock, the current directory, the
 * user's own configuration, git's e-mail. Read here and nowhere else.
 */
#ifndef CLI_ENVIRONMENT_H
#define CLI_ENVIRONMENT_H

#include "cli/cli.h"

/* A variable's value; NULL also for an empty one. */
const char *environment_get(const char *name);

/* The clock and PMO_TODAY, before the options are read. False: it was told. */
bool environment_read_clock(struct cli *cli);

/* The rest but for the e-mail, when -C -p --as-of are known. False: it was told. */
bool environment_read(struct cli *cli);

/* Asks git for the user's e-mail when nothing else says who they are. */
void environment_find_user(struct cli *cli);

/*
 * The program that shows or edits text: from the environment, the user's configuration,
 * else the usual one. A line for `sh -c`.
 */
const char *environment_pager(const struct cli *cli);
const char *environment_editor(const struct cli *cli);

/*
 * The absolute path of a program in PATH, or NULL. Relative parts of PATH are passed over: what
 * lies in a tree is never run.
 */
const char *environment_find_program(struct pmo_arena *arena, const char *name);

#endif
