/* Inside the store: what a workspace is made of. */
#ifndef STORE_WORKSPACE_H
#define STORE_WORKSPACE_H

#include "record/schema.h"
#include "store/shelf.h"
#include "store/tree.h"

#include <pmo/workspace.h>

enum { WORKSPACE_SHELVES = 1024 };

struct pmo_workspace {
	struct pmo_arena arena;
	struct pmo_env env; /* texts are the caller's */
	struct pmo_diags *diags;
	struct tree tree;
	bool is_reading; /* between tree_begin_read and tree_end_read */
	const char *root;
	struct pmo_config config, user_config;
	const struct pmo_register **tables; /* merged with pmo.yaml; NULL-ended */
	struct pmo_schema **schemas;        /* beside tables; NULL until asked for */
	size_t table_count;
	struct schema_family family; /* how expressions reach the other registers */
	const struct pmo_project **projects;
	size_t project_count;
	const struct pmo_project *project; /* that is meant, or NULL */
	bool project_is_missing;           /* one was asked for and is not there */
	struct shelf *shelves[WORKSPACE_SHELVES]; /* by project and first letter; see shelf.c */
	struct pmo_world world;
	struct pmo_calendar calendar;
	bool exhausted; /* a value could not be had for want of memory */
	struct pmo_arena bodies; /* of records that are read when they are asked for */
};

/* The schema at an index of the tables, compiled at the first call; NULL: no memory. */
struct pmo_schema *workspace_schema_at(struct pmo_workspace *workspace, size_t index);

/* Forgets all that was read of records, so that it is read again. */
void workspace_forget(struct pmo_workspace *workspace);

/* The project's file below its folder: "cadup/risks". */
const char *workspace_path(struct pmo_workspace *workspace, const struct pmo_project *project,
			   const char *name, const char *ending);

/*
 * The record of an id as seen from a project: there, then in the workspace;
 * `netref/TSK-012` in that project. registers "issue|risk" narrows; NULL: any. NULL in
 * *record when there is none; silent.
 */
PMO_CHECKED enum pmo_result lookup_record(struct pmo_workspace *workspace,
					  const struct pmo_project *project, const char *id,
					  const char *registers, const struct pmo_record **record);

/* The project of a handle, in any case, or NULL. */
const struct pmo_project *lookup_project(const struct pmo_workspace *workspace, const char *handle,
					 size_t length);

/*
 * The one record, among registers of handles, that is called so: by its whole name or one
 * word of it. NULL: nobody, or more than one.
 */
const struct pmo_record *lookup_name(struct pmo_workspace *workspace, const char *text,
				     const char *registers);

/* Fills the world's calls with the workspace's. */
void lookup_init_world(struct pmo_workspace *workspace);

/* Reads the calendar that the project, or else pmo.yaml, names. */
PMO_CHECKED enum pmo_result workspace_load_calendar(struct pmo_workspace *workspace);

#endif
