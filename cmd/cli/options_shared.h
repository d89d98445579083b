/*
 * Options that several commands share, and those that every command knows. Their target
 * is struct cli itself.
 */
#ifndef CLI_OPTIONS_SHARED_H
#define CLI_OPTIONS_SHARED_H

#include "cli/cli.h"

enum { OPTION_GROUPS_MAX = 8 }; /* global, own, five shared ones, the end */

extern const struct option options_global[];
extern const struct option options_format[];
extern const struct option options_document[];
extern const struct option options_change[];
extern const struct option options_dry_run[];
extern const struct option options_imported[];

/* The groups of a command, ended by an empty one; own is the command's struct. */
void options_collect(struct cli *cli, const struct command *command, void *own,
		     struct option_group groups[OPTION_GROUPS_MAX]);

#endif
