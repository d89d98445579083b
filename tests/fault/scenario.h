/*
 * The commands that are disturbed, one scenario each; a table, to which a new writing
 * command is added with one row.
 *
 * Words are separated by spaces; the first word of every line is pmo itself and is left
 * out; a line that begins with `!` is another program's. Each runs in the workspace, which
 * begins as a copy of tests/fixtures/FIXTURE, or empty.
 *
 * A new row needs three lines: the command, a look that shows whether it happened, and a
 * command that can follow. `command_faults --pmo PMO --fixtures DIR NAME` tries it alone.
 */
#ifndef FAULT_SCENARIO_H
#define FAULT_SCENARIO_H

#include <stdbool.h>

enum { SETUP_MAX = 6, WORDS_MAX = 24 };

struct scenario {
	const char *name, *fixture;
	const char *setup[SETUP_MAX]; /* commands before */
	const char *command;
	const char *look; /* what a reader sees of it: other bytes before than after */
	const char *next; /* a command that can follow the new state */
	const char *variable; /* one more in the environment, or NULL */
	const char *sound;    /* another program that must be content at the end, or NULL */
	bool has_no_undo;
	bool is_undo;	  /* takes back what the setup did */
	bool has_child;	  /* runs a program, which is struck, too */
	bool keeps_typed; /* what a person typed stays in $TMPDIR when it cannot be saved */
};

extern const struct scenario scenarios[];
extern const int scenario_count;

#endif
