/*
 * The record last shown or added in this terminal: what `.` means. Kept in the user's
 * cache, outside the tree, by terminal and workspace.
 */
#ifndef CLI_LAST_H
#define CLI_LAST_H

#include "cli/cli.h"

/* The id that was kept, with its project where it has one: "cadup/RSK-003"; or NULL. */
char *last_read(struct cli *cli);

void last_write(const struct cli *cli, const char *id);

#endif
