/*
 * Standard output is written once, at the end, with every write checked.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "cli/cli.h"

/*
 * Writes cli->out where it belongs: -o's file, the pager, standard output. is_saved: what the
 * command had to change is changed and durable; then memory that does not do for the answer is
 * told, and is no failure.
 */
PMO_CHECKED enum pmo_result output_flush(struct cli *cli, bool is_saved);

#endif
