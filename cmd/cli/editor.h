/*
 * Editing text in the user's editor.
 *
 * The text stands in a folder of its own below TMPDIR, outside the tree, for the user's
 * eyes alone: NAME.yaml is what is edited, base what it was, ids whose it is. When
 * something goes wrong later the folder stays, and `pmo edit --retry FILE` takes it up
 * again.
 */
#ifndef CLI_EDITOR_H
#define CLI_EDITOR_H

#include "cli/cli.h"

struct editor {
	struct cli *cli;
	char *folder, *path; /* path: the file that is edited */
};

/* Makes the folder with the three files. */
PMO_CHECKED enum pmo_result editor_begin(struct editor *editor, const char *name, const char *text,
					 const char *ids);

/* Takes up a folder that was kept, by the path of its file. */
PMO_CHECKED enum pmo_result editor_resume(struct editor *editor, const char *path, char **base,
					  char **ids);

/* Runs the editor. PMO_IO, told, when it cannot be run or ends badly. */
PMO_CHECKED enum pmo_result editor_run(struct editor *editor);

/* What was typed. */
PMO_CHECKED enum pmo_result editor_read(struct editor *editor, char **text);

/* Removes the folder. */
void editor_end(struct editor *editor);

/* Says where the text is kept and how to go on. */
void editor_keep(const struct editor *editor);

struct editor_merge {
	const char *typed, *base, *now;
	char *merged; /* out */
};

/*
 * Both changes to a text, line by line. PMO_CONFLICT when they meet, PMO_UNSUPPORTED
 * when there is no git to do it.
 */
PMO_CHECKED enum pmo_result editor_merge(struct editor *editor, struct editor_merge *merge);

#endif
