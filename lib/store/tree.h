/*
 * A tree is the workspace as bytes on the disk: names, files, nothing of YAML.
 *
 * Paths are relative to the root, with '/' between components. Only the root itself
 * may be reached through a link; below it no link is followed, and only regular files
 * are read. A link, a pipe, a device or a folder in a file's place is
 * PMO_UNSUPPORTED with a diagnostic; a file that is not there is PMO_NOT_FOUND
 * without one, for it is often no fault.
 *
 * Readers take no lock. Between tree_begin_read and tree_end_read every function here
 * looks through a journal that is still being carried out ("store/journal.h"): it
 * answers as if that were done. tree_end_read says PMO_CONFLICT when a change of
 * several files came in between; the reader then drops what it loaded and reads again.
 *
 * A tree may be read at a git revision ("store/revision.h"): the functions that readers
 * use then answer from the commit, and nothing can be locked or written.
 */
#ifndef STORE_TREE_H
#define STORE_TREE_H

#include "base/sha256.h"

#include <pmo/arena.h>
#include <pmo/diag.h>
#include <pmo/result.h>
#include <stdbool.h>
#include <sys/types.h>

struct ahead;
struct journal;
struct revision;

#define TREE_PRIVATE ".pmo"

enum {
	TREE_PATH_LIMIT = 1024, /* bytes of a path, with its NUL */
	TREE_GENERATION = 80,
};

struct tree {
	int root_fd;
	const char *root_path; /* as given, for messages */
	struct pmo_arena *arena;
	struct pmo_diags *diags;

	int private_fd, tmp_fd; /* .pmo and .pmo/tmp, open while locked; else -1 */
	bool is_locked;
	bool has_failed; /* the system did, so what was read may not be all; nothing is committed */
	const char **written; /* paths that commits changed, until git has them */
	size_t written_count, written_capacity;
	bool defers_sync; /* a commit of many files syncs them all at once */

	struct revision *at; /* a git commit that is read in place of the disk, or NULL */
	struct ahead *ahead; /* who reads a folder's files before they are asked for, or NULL */

	const struct journal *pending;    /* what readers look through, or NULL */
	char generation[TREE_GENERATION]; /* which journal was the last one; empty: none */

	/* For tests: called before each step that changes the disk; act as a simpler system. */
	void (*step_hook)(const char *step, void *data);
	void *step_data;
	bool has_no_exchange;
};

struct tree_file {
	const char *path;
	const char *bytes; /* in the tree's arena, with a NUL after them */
	size_t length;
	mode_t mode; /* permission bits */
	uid_t owner;
	gid_t group;
};

/* What a file is expected to hold; NULL: there is no file. */
struct tree_bytes {
	const char *bytes;
	size_t length;
};

enum tree_type {
	TREE_FILE,
	TREE_FOLDER,
	TREE_LINK,
	TREE_OTHER,
	TREE_GONE, /* never seen by callers: a pending journal takes it away */
};

struct tree_name {
	const char *name;
	enum tree_type type;
};

struct tree_names {
	struct tree_name *items; /* sorted by their bytes */
	size_t count;
};

/* Opens the root folder. PMO_NOT_FOUND, PMO_IO: with a diagnostic. */
PMO_CHECKED enum pmo_result tree_open(struct tree *tree, const char *path, struct pmo_arena *arena,
				      struct pmo_diags *diags);
void tree_release(struct tree *tree);

/*
 * Relative, no empty, '.' or '..' component, no control characters, not below .pmo or
 * .git however they are spelt.
 */
bool tree_path_is_valid(const char *path);

PMO_CHECKED enum pmo_result tree_begin_read(struct tree *tree);
PMO_CHECKED enum pmo_result tree_end_read(struct tree *tree);

/*
 * Reads a file of at most limit bytes. Larger is PMO_INVALID with a diagnostic.
 * PMO_CONFLICT, silent: it is being changed this moment; begin again.
 */
PMO_CHECKED enum pmo_result tree_read(struct tree *tree, const char *path, size_t limit,
				      struct tree_file *file);

/* The names in a folder; "" is the root. .pmo itself is left out. */
PMO_CHECKED enum pmo_result tree_list(struct tree *tree, const char *path,
				      struct tree_names *names);

/*
 * Calls back with each name in a folder, in no order, and keeps nothing: for a look at all
 * names that needs no list. Any other answer than PMO_OK ends it and is returned.
 */
PMO_CHECKED enum pmo_result
tree_visit(struct tree *tree, const char *path,
	   enum pmo_result (*visit)(void *data, const char *name, enum tree_type type), void *data);

/* Is a file or a folder of that name there? */
bool tree_exists(struct tree *tree, const char *path);

/*
 * For the rest of the store.
 */

/* As tree_read, past any journal, and also below .pmo. */
PMO_CHECKED enum pmo_result tree_read_plain(struct tree *tree, const char *path, size_t limit,
					    struct tree_file *file);

/* Opens the folder that holds path; *name is the last component. Silent: -1 and errno. */
int tree_open_parent(const struct tree *tree, const char *path, const char **name);

/*
 * The hash of what stands on the disk under a name, past any journal: "-" when nothing
 * does, "!" when it is no regular file.
 */
PMO_CHECKED enum pmo_result tree_hash(struct tree *tree, const char *path, char hash[SHA256_TEXT]);
PMO_CHECKED enum pmo_result tree_hash_at(struct tree *tree, int folder, const char *name,
					 char hash[SHA256_TEXT]);

/*
 * The same question about bytes that are at hand: comparing costs a fraction of a hash.
 * bytes NULL: whether nothing stands there.
 */
PMO_CHECKED enum pmo_result tree_holds_at(struct tree *tree, int folder, const char *name,
					  const struct tree_bytes *bytes, bool *answer);

/* A place in a diagnostic that names a file; NULL when memory is out. */
const struct pmo_place *tree_place(struct tree *tree, const char *path);

/* Reports "cannot ACTION: …" from errno: PMO_NO_MEMORY or PMO_IO. */
enum pmo_result tree_fail(struct tree *tree, const char *path, const char *action);

/* Tells a test that the next step changes the disk. */
void tree_step(const struct tree *tree, const char *step);

#endif
