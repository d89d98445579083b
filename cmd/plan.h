/* `pmo plan` and its verbs. */
#ifndef PLAN_COMMAND_H
#define PLAN_COMMAND_H

#include "cli/cli.h"

#include <pmo/sheet.h>

struct plan_options {
	const char *retry;
	bool yes, cancel, renumber;
};

/* `plan edit [ID]`: the sheet in the user's editor. */
PMO_CHECKED enum pmo_result plan_edit(struct cli *cli, int argc, char **argv);

/* `plan move ID after|before|under ID`, `plan indent ID`, `plan outdent ID`. */
PMO_CHECKED enum pmo_result plan_move(struct cli *cli, int argc, char **argv);

/* A text that was typed, of a branch or of everything: what differs is written and told. */
struct plan_sheet {
	const char *path; /* for messages */
	const char *bytes;
	size_t length;
	const char *word; /* of the branch, or NULL */
	bool cancels;
	size_t gone; /* out: lines that it does not have */
};

PMO_CHECKED enum pmo_result plan_apply(struct cli *cli, struct plan_sheet *sheet, bool dry);

/* A line a change, and how many there were. */
void plan_tell(struct cli *cli, const struct pmo_sheet_change *changes, size_t count);

/* On a terminal, as wide as it is. The text is taken apart. */
PMO_CHECKED enum pmo_result plan_print(struct cli *cli, char *sheet);

/* The sheet of a branch, or of everything, as text. Memory of the run. */
PMO_CHECKED enum pmo_result plan_text(struct cli *cli, const char *word, unsigned form,
				      char **text);

#endif
