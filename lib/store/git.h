/*
 * git, run as a program, for reading and for committing.
 *
 * For reading nothing that a repository says may run anything or change an answer: no
 * hooks, file system monitors, pagers, replaced objects, no fetching of what is missing,
 * and no variable of the caller's that points at another repository. What users and
 * administrators say in their own configuration (safe.directory above all) holds: git
 * refuses a repository that somebody else owns, and says so.
 *
 * For committing it is the user's own git in the user's own repository: identity, signing
 * and hooks apply.
 *
 * Commands are one run each; objects are read through one `git cat-file --batch` that
 * stays. All that is handed out lives in the arena.
 */
#ifndef STORE_GIT_H
#define STORE_GIT_H

#include "base/process.h"

#include <pmo/diag.h>
#include <pmo/env.h>
#include <stdint.h>

enum {
	GIT_ID = 65,           /* room for an object's name in hexadecimal, and a NUL */
	GIT_BYTES = 256 << 20, /* of one answer */
	GIT_AHEAD = 60,        /* objects asked for and not yet taken: see git_ask */
};

struct git {
	const char *program, *directory;
	struct pmo_arena *arena;
	struct pmo_diags *diags;
	const char **reading, **committing; /* environments */
	struct process batch;
	bool has_batch;
	char *block; /* what came from the batch and was not taken yet */
	size_t block_start, block_end;
	char asked[4096]; /* names not sent yet */
	size_t asked_length;
	const char *words; /* what git said on its error stream at the last run, or "" */
};

struct git_object {
	char id[GIT_ID];
	char type[16];     /* "blob", "tree", "commit", "tag" */
	const char *bytes; /* with a NUL after them; NULL: longer than the limit, passed over */
	size_t length;
};

/*
 * Nothing is run yet. PMO_NOT_FOUND, silently, when the environment has no git: see
 * git_report_missing.
 */
PMO_CHECKED enum pmo_result git_open(struct git *git, const struct pmo_env *env,
				     const char *directory, struct pmo_arena *arena);
void git_close(struct git *git);

/* No git on this machine: PMO_IO, with a diagnostic. */
enum pmo_result git_report_missing(struct pmo_diags *diags, const char *wanted_for);

struct git_run {
	const char *const *words; /* behind "git" and its own options, NULL-ended */
	const char *input;
	size_t input_length;
	bool commits;              /* with the user's configuration and hooks */
	struct pmo_buffer *output; /* or NULL */
	int status;                /* out */
};

/* PMO_OK whatever git's status; git->words has what it said. PMO_IO with a diagnostic. */
PMO_CHECKED enum pmo_result git_run(struct git *git, struct git_run *run);

/* The first line of what git said, without "fatal: ". */
const char *git_complaint(const struct git *git);

/* Starts the batch, if it does not run yet. */
PMO_CHECKED enum pmo_result git_begin(struct git *git);

/*
 * Asks for an object by any name git knows; git_take takes the answers in the order they
 * were asked for. At most GIT_AHEAD by full id may be open at a time: their names then
 * fit into the smallest pipe, so that neither side ever waits for the other. PMO_INVALID:
 * a name longer than 4000 bytes. A name has no line ends.
 */
PMO_CHECKED enum pmo_result git_ask(struct git *git, const char *name);

/* PMO_NOT_FOUND, silently: there is none; PMO_IO with a diagnostic: git has gone. */
PMO_CHECKED enum pmo_result git_take(struct git *git, size_t limit, struct git_object *object);

/* Both at once. */
PMO_CHECKED enum pmo_result git_object(struct git *git, const char *name, size_t limit,
				       struct git_object *object);

/* A commit's header. */
struct git_commit {
	char tree[GIT_ID], parent[GIT_ID]; /* the first parent; "": it has none */
	int64_t time;                      /* the committer's; seconds since 1970 */
	const char *message;               /* within the object's bytes */
};

/* False: it is no commit. */
bool git_parse_commit(const struct git_object *object, struct git_commit *commit);

/* The next entry of a tree object from *at on; false at its end or where it is damaged. */
struct git_entry {
	const char *name;
	unsigned mode;
	char id[GIT_ID];
};

bool git_next_entry(const struct git_object *tree, size_t *at, struct git_entry *entry);

#endif
