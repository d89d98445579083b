/* The parts of `pmo minutes`. */
#ifndef MINUTES_H
#define MINUTES_H

#include "cli/editor.h"

#include <pmo/minutes.h>

struct minutes_run {
	struct cli *cli;
	const struct pmo_record *meeting;
	struct pmo_minutes_asked asked;
	struct editor editor; /* folder NULL: the notes came from elsewhere */
};

/* Applies the notes and tells what came of them. */
PMO_CHECKED enum pmo_result minutes_take(struct minutes_run *run);

/* Drafts the mail with the minutes and marks them as sent. */
PMO_CHECKED enum pmo_result minutes_send(struct minutes_run *run);

#endif
