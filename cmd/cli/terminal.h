/*
 * What standard output is: a terminal of some width, or a pipe. Colour only where it is
 * wanted, and never as the only sign of anything.
 */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include "cli/cli.h"

/* Looks at the terminal, COLUMNS, NO_COLOR, --color. False: --color says nonsense. */
bool terminal_look(struct cli *cli);

/* The width of the terminal that standard error is; 0: it is none, and messages stay one line. */
int terminal_error_width(void);

/* Opens what of the standard streams is closed, so that no file takes its number. */
void terminal_guard_streams(void);

#endif
