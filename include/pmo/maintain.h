/*
 * Looking after a workspace: beginning one, checking all of it, mending what is certain,
 * its folder .pmo, where records stand, which number they have.
 *
 * What writes goes through one commit, so that `pmo undo` takes it back. What is told to
 * the caller lives in the workspace's arena.
 */
#ifndef PMO_MAINTAIN_H
#define PMO_MAINTAIN_H

#include <pmo/update.h>
#include <pmo/workspace.h>

/* A new project: in a new workspace, or added to the one around. */
struct pmo_creation {
	const struct pmo_env *env;
	struct pmo_workspace *workspace; /* the one around; NULL: env->directory becomes one */
	struct pmo_arena *arena;         /* of what comes out */
	struct pmo_diags *diags;
	const char *title;
	const char *handle;   /* in: as asked for, or NULL: made of the title; out: as it is */
	const char *timezone; /* of a new workspace; NULL: not known */
	bool in_repository;   /* the folder is kept with git */
	const char *root;     /* out */
	const char *files[2]; /* out: what was written */
	size_t file_count;
};

/* PMO_EXISTS, PMO_REFUSED, PMO_USAGE (no handle can be made) with a diagnostic. */
PMO_API PMO_CHECKED enum pmo_result pmo_workspace_create(struct pmo_creation *creation);

/*
 * Reads and judges every register of a project, or with NULL those of the workspace; all
 * that is to be said goes to the workspace's diagnostics.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_workspace_check(struct pmo_workspace *workspace,
							const struct pmo_project *project);

/* Something that was, or when dry would be, mended. */
struct pmo_mending {
	const char *path;
	size_t line; /* 0: the file itself */
	const char *before, *after;
};

struct pmo_mendings {
	struct pmo_mending *items;
	size_t count, capacity;
};

/*
 * Mends what has one answer only, in all projects and the workspace: names of record
 * files (rsk-3.yml) and former names of fields. project NULL: everywhere.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_workspace_mend(struct pmo_workspace *workspace,
						       const struct pmo_project *project, bool dry,
						       struct pmo_mendings *mendings);

/* What is in .pmo. */
struct pmo_private {
	bool is_there, has_journal;
	const char *holder;    /* who writes at this moment, or NULL */
	const char **leftover; /* names in .pmo/tmp, */
	size_t leftover_count;
	const char **kept; /* and in .pmo/kept */
	size_t kept_count;
	size_t undo_count, undo_bytes;
};

PMO_API PMO_CHECKED enum pmo_result pmo_private_look(struct pmo_workspace *workspace,
						     struct pmo_private *found);

/* Completes what a killed command left, under the lock. Kept bytes stay. */
PMO_API PMO_CHECKED enum pmo_result pmo_private_clean(struct pmo_workspace *workspace);

/* A library that pmo stands on. */
struct pmo_library {
	const char *name, *version;
};

/* The libraries as they run, ended by a row without a name. */
PMO_API PMO_CHECKED enum pmo_result pmo_libraries(struct pmo_arena *arena,
						  const struct pmo_library **libraries);

/* Another place for the records of a register, and of those that share its file. */
struct pmo_relayout {
	const struct pmo_project *project; /* NULL for a register of the workspace */
	const struct pmo_schema *schema;
	enum pmo_layout to; /* FOLDER or FILE */
	bool dry;
	const char *from_path, *to_path; /* out */
	size_t records;                  /* out; 0: nothing to do */
};

/*
 * Every record keeps its bytes but for their indentation, its comments, and its meaning:
 * that is proved by reading again before anything is written. PMO_REFUSED, PMO_UNSUPPORTED
 * with a diagnostic.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_relayout_apply(struct pmo_workspace *workspace,
						       struct pmo_relayout *relayout);

/* A place that names the record. */
struct pmo_mention {
	const char *path;
	size_t line;
	const char *text; /* the line, without the blanks around it */
	const char *id;   /* the record that names it; NULL where that is not asked */
	const char *field;
};

struct pmo_mentions {
	struct pmo_mention *items;
	size_t count, capacity;
};

struct pmo_renumbering {
	const struct pmo_record *record;
	const char *wanted; /* the new id, or NULL: the next that is free */
	bool dry;
	const char *old_id, *new_id, *path; /* out */
	bool undecided; /* out: two records had the id, so that nobody's references changed */
	struct pmo_mentions changed; /* out: references that were rewritten */
	struct pmo_mentions left;    /* out: what still says the old id */
};

PMO_API PMO_CHECKED enum pmo_result pmo_renumber(struct pmo_workspace *workspace,
						 const struct pmo_update_options *options,
						 struct pmo_renumbering *renumbering);

/* Where words were found in a record. */
struct pmo_hit {
	const char *field; /* as in the file; "id" */
	const char *text;  /* the value in which most of them stand */
};

/* Whether each word occurs, folded, in the record's id or in one of its values. */
PMO_API bool pmo_record_search(const struct pmo_record *record, const char *const *words,
			       size_t count, struct pmo_hit *hit);

/*
 * The text of a configuration with one setting changed, "filters.hot.where"; value NULL
 * takes it away. personal: the user's own file, else pmo.yaml. What comes out has been
 * read again; PMO_USAGE for a key that there is not, PMO_INVALID for a value.
 */
struct pmo_config_edit {
	const char *path; /* for messages */
	const char *bytes;
	size_t length;
	bool personal;
	const char *key, *value;
	const char *result; /* out, in the arena */
	size_t result_length;
};

PMO_API PMO_CHECKED enum pmo_result
pmo_config_change(struct pmo_arena *arena, struct pmo_diags *diags, struct pmo_config_edit *edit);

/* Does so to pmo.yaml, as one commit. PMO_NOT_FOUND: there is no pmo.yaml. */
PMO_API PMO_CHECKED enum pmo_result pmo_workspace_configure(struct pmo_workspace *workspace,
							    const char *key, const char *value,
							    bool dry);

#endif
