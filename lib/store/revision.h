/*
 * A revision: the tree as a git commit has it, in the place of the files on the disk.
 *
 * Folders are read when somebody looks into them, files when somebody reads them; what
 * was read once stays. When a folder is read file by file, the next ones are asked for
 * ahead, so that ten thousand small files do not take ten thousand waits.
 *
 * The functions answer as those of "store/tree.h" do, which call them.
 */
#ifndef STORE_REVISION_H
#define STORE_REVISION_H

#include "base/map.h"
#include "store/git.h"
#include "store/tree.h"

struct revision_file {
	const char *name;
	enum tree_type type;
	char id[GIT_ID];
	const char *bytes;
	size_t length;
	bool is_asked, is_taken, is_missing;
};

struct revision_folder {
	struct revision_file *files; /* sorted by their bytes */
	size_t count, capacity;
	size_t last;    /* the file read last */
	bool is_listed; /* somebody wanted to see all of it */
};

struct revision {
	struct git git;
	struct tree *tree;
	struct git_commit commit;
	char id[GIT_ID];    /* the commit's */
	int32_t day;        /* that was asked for; PMO_DATE_NONE: a revision was */
	const char *prefix; /* the root's folder in the repository: "" or "a/b/" */
	bool is_shallow;
	struct map folders;                     /* path to struct revision_folder */
	struct revision_file *asked[GIT_AHEAD]; /* a ring: asked for, not taken */
	size_t asked_first, asked_count;
};

/*
 * Which repository the folder is in: prefix and is_shallow. PMO_INVALID with a
 * diagnostic: none, or one that git refuses.
 */
PMO_CHECKED enum pmo_result revision_locate(struct revision *revision, const char *wanted_for);

/*
 * The last first-parent commit up to a time in seconds; the first of that line; the commit
 * of a name that git knows. PMO_NOT_FOUND, silently; PMO_IO with a diagnostic.
 */
PMO_CHECKED enum pmo_result revision_find_time(struct revision *revision, int64_t until);
PMO_CHECKED enum pmo_result revision_find_first(struct revision *revision);
PMO_CHECKED enum pmo_result revision_find_name(struct revision *revision, const char *name);

/* Opens the root's folder in the commit that was found. PMO_INVALID: it was not there. */
PMO_CHECKED enum pmo_result revision_open_root(struct revision *revision);

void revision_close(struct revision *revision);

PMO_CHECKED enum pmo_result revision_read(struct revision *revision, const char *path, size_t limit,
					  struct tree_file *file);
PMO_CHECKED enum pmo_result revision_list(struct revision *revision, const char *path,
					  struct tree_names *names);
/* Any object, into that arena; PMO_NOT_FOUND, silently: there is none. */
PMO_CHECKED enum pmo_result revision_object(struct revision *revision, const char *id, size_t limit,
					    struct pmo_arena *arena, struct git_object *object);

/* The file's name in git, and no more of it; NULL in *file: there is none. */
PMO_CHECKED enum pmo_result revision_find(struct revision *revision, const char *path,
					  const struct revision_file **file);

bool revision_exists(struct revision *revision, const char *path);

#endif
