/*
 * A workspace: the tree of files, opened.
 *
 * It is the nearest folder upwards with a pmo.yaml, else the nearest with a
 * project.yaml. Projects are the folders below with a project.yaml. Nothing is loaded
 * before somebody asks: a command reads only the registers that it needs, and one about
 * a single record reads a single file where records are files.
 *
 * What is wrong with a file is a diagnostic; everything that can be read is there. The
 * memory of all that a workspace hands out is its own and lives until it is closed.
 *
 * Reading takes no lock. Between open and close a command that only reads asks
 * pmo_workspace_settled before it prints: when that says PMO_CONFLICT, several files
 * were changed together meanwhile, and the command starts again.
 */
#ifndef PMO_WORKSPACE_H
#define PMO_WORKSPACE_H

#include <pmo/config.h>
#include <pmo/env.h>
#include <pmo/record.h>

struct pmo_workspace;

struct pmo_project {
	const char *handle; /* the folder's name */
	const char *path;   /* "cadup"; "" for a workspace that is one project */
	const char *title;  /* from project.yaml; the handle when it has none */
};

struct pmo_records {
	const struct pmo_record *items; /* in the order of the file; files by name */
	size_t count;
};

/*
 * Opens the workspace around env->directory. PMO_NOT_FOUND, silently, when there is
 * none. Other failures leave diagnostics. diags must outlive the workspace; whatever
 * happens, *workspace must be closed when it is not NULL.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_workspace_open(const struct pmo_env *env,
						       struct pmo_diags *diags,
						       struct pmo_workspace **workspace);
PMO_API void pmo_workspace_close(struct pmo_workspace *workspace);

/* PMO_OK when all that was read belongs together; PMO_CONFLICT: read again. */
PMO_API PMO_CHECKED enum pmo_result pmo_workspace_settled(struct pmo_workspace *workspace);

PMO_API const char *pmo_workspace_root(const struct pmo_workspace *workspace);
PMO_API const struct pmo_config *pmo_workspace_config(const struct pmo_workspace *workspace);
PMO_API const struct pmo_config *pmo_workspace_user_config(const struct pmo_workspace *workspace);
PMO_API const struct pmo_world *pmo_workspace_world(const struct pmo_workspace *workspace);
PMO_API struct pmo_arena *pmo_workspace_arena(struct pmo_workspace *workspace);
PMO_API struct pmo_diags *pmo_workspace_diags(struct pmo_workspace *workspace);

/* Projects by handle; the one that is meant, or NULL when that is not clear. */
PMO_API const struct pmo_project *const *
pmo_workspace_projects(const struct pmo_workspace *workspace, size_t *count);
PMO_API const struct pmo_project *pmo_workspace_project(const struct pmo_workspace *workspace);

/*
 * The project that is meant. PMO_USAGE with a diagnostic that says how to choose when it
 * is not clear, PMO_NOT_FOUND when the one asked for is not there.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_workspace_need_project(struct pmo_workspace *workspace,
							       const struct pmo_project **project);

/* How many registers there are; the table of each, built-in ones first. */
PMO_API const struct pmo_register *pmo_workspace_table(const struct pmo_workspace *workspace,
						       size_t index);

/*
 * The schema of a register by its name, plural or prefix, in any case; compiled at the
 * first call. NULL: no such register, or no memory.
 */
PMO_API const struct pmo_schema *pmo_workspace_schema(struct pmo_workspace *workspace,
						      const char *name);

/*
 * All records of a register. A register of the workspace's takes project NULL. Bad
 * values are not reported here (pmo_record_check does), unreadable files are.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_workspace_records(struct pmo_workspace *workspace,
							  const struct pmo_project *project,
							  const struct pmo_schema *schema,
							  struct pmo_records *records);

/*
 * The same for who wants few of many: each record is shown once, and what is not wanted is
 * forgotten, so that it costs no memory. Nothing but the pointer may be kept of a record that
 * is wanted, and nothing of others.
 */
struct pmo_chooser {
	bool (*wants)(void *data, const struct pmo_record *record);
	void *data;
};

PMO_API PMO_CHECKED enum pmo_result pmo_workspace_choose(struct pmo_workspace *workspace,
							 const struct pmo_project *project,
							 const struct pmo_schema *schema,
							 const struct pmo_chooser *chooser);

/*
 * The record that a person means: `RSK-3`, `rsk3`, `3` where schema says of what,
 * `netref/TSK-012`, `DSP`, `5.4` (a WBS code), `actions.yaml:12`. PMO_NOT_FOUND and
 * PMO_USAGE (two records may be meant) with a diagnostic.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_workspace_find(struct pmo_workspace *workspace,
						       const struct pmo_schema *schema,
						       const char *id,
						       const struct pmo_record **record);

/* One record that refers to another. */
struct pmo_reference {
	const struct pmo_record *from;
	const struct pmo_field *field;
};

/* All records that refer to one, over the registers of its project and the workspace. */
PMO_API PMO_CHECKED enum pmo_result pmo_workspace_references(struct pmo_workspace *workspace,
							     const struct pmo_record *record,
							     struct pmo_reference **references,
							     size_t *count);

/* Files in places of registers that look like records and are none: warnings of `check`. */
PMO_API PMO_CHECKED enum pmo_result pmo_workspace_check_names(struct pmo_workspace *workspace,
							      const struct pmo_project *project);

#endif
