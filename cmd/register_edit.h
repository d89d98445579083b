/*
 * `edit`: records in the user's editor. No lock is held meanwhile.
 */
#ifndef REGISTER_EDIT_H
#define REGISTER_EDIT_H

#include "cli/cli.h"

struct edit_options {
	const char *where, *retry;
};

extern const struct option edit_options[];

PMO_CHECKED enum pmo_result edit_run(struct cli *cli, int argc, char **argv);

/* A record that is being edited. */
struct edit_piece {
	const char *id;     /* as it is found again: "cadup/RSK-003" */
	const char *key;    /* in a text of several: "RSK-003" */
	bool is_whole_file; /* its text is a file, else an entry under its id */
	const char *base, *typed;
};

struct edit_pieces {
	struct edit_piece *items;
	size_t count, capacity;
};

/*
 * All pieces as one text: one record as it stands in its file; several under their ids
 * with a word at the top.
 */
char *edit_join(struct pmo_arena *arena, const struct edit_pieces *pieces);

/*
 * Takes such a text apart into `typed` (or, for the text as it was, `base`) of the
 * pieces. PMO_INVALID, told, when something stands in it that is no piece.
 */
PMO_CHECKED enum pmo_result edit_split(struct pmo_arena *arena, struct edit_pieces *pieces,
				       const char *text, bool base);

#endif
