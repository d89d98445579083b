/*
 * Inside `pmo take`: reading files into replies, and showing what they change.
 */
#ifndef TAKE_H
#define TAKE_H

#include "cli/cli.h"

#include <pmo/checkin.h>

struct take_work {
	struct cli *cli;
	const char *person; /* who answers, where --from says so; else NULL */
	struct pmo_take take;
	size_t messages;   /* that were in the files */
	const char *typed; /* by hand, and not understood; else NULL */
};

/* Reads a file, or `-`: messages, a mailbox, plain text, a table of answers. */
PMO_CHECKED enum pmo_result take_read_file(struct take_work *work, const char *path);

/* Whether bytes are a table of answers as `pmo ask --format csv` gives it; reads it then. */
PMO_CHECKED enum pmo_result take_read_table(struct take_work *work, const struct pmo_source *source,
					    bool *is_table);

/* What would change, what is refused, who has not answered. */
PMO_CHECKED enum pmo_result take_show(struct take_work *work);

/* The changes in the user's editor. *changed: there are others now, to be judged and shown. */
PMO_CHECKED enum pmo_result take_edit(struct take_work *work, bool *changed);

/* How many answers change something. */
size_t take_changes(const struct take_work *work);

#endif
