/* Inside the import of a plan: what its steps share. */
#ifndef EXCHANGE_MSPDI_IMPORT_H
#define EXCHANGE_MSPDI_IMPORT_H

#include "exchange/mspdi_want.h"

/* Where the file is kept in a project. */
#define MSPDI_KEPT "files/plan.mspdi.xml"

struct mspdi_import {
	struct mspdi_context context;
	struct pmo_mspdi *plan;
	const struct pmo_mspdi *base; /* the file as it was kept; NULL: none */
	struct pmo_mspdi *echo;       /* what an export would say now; NULL: without a base */
	struct pmo_update *update;
	struct pmo_mspdi_intake *intake;
	const struct pmo_record **records; /* by task: that was there; NULL: new */
	struct pmo_draft **drafts;         /* by task: of the new ones */
	struct map by_uid, by_title; /* of records: decimal uid; folded title of those without */
	struct map people, handles;  /* folded name, e-mail, handle; folded handles */
};

/* The plan that the project keeps; *plan is NULL where it keeps none. */
PMO_CHECKED enum pmo_result mspdi_read_kept(struct pmo_workspace *workspace,
					    const struct pmo_project *project,
					    struct pmo_mspdi **plan);

/* Makes the echo: an export for 2007, where the file is such a one. Before any draft. */
PMO_CHECKED enum pmo_result mspdi_listen(struct mspdi_import *import);

/* Reads such a file, and what was kept, as Project 2007 means it: see mspdi_echo.c. */
void mspdi_read_2007(struct mspdi_import *import);

/* The record that has this UID; NULL: none. */
const struct pmo_record *mspdi_record_of(const struct mspdi_import *import, int64_t uid);

/* Keeps the file in the project, and says so in its charter. */
PMO_CHECKED enum pmo_result mspdi_keep(struct mspdi_import *import);

/* Gives resources their people, and creates those who are asked for. */
PMO_CHECKED enum pmo_result mspdi_match_people(struct mspdi_import *import, struct pmo_mspdi *plan,
					       bool is_base);
PMO_CHECKED enum pmo_result mspdi_create_people(struct mspdi_import *import);

/* Calendars that the plan uses become records, or are brought up to date. */
PMO_CHECKED enum pmo_result mspdi_import_calendars(struct mspdi_import *import);

/* Gives a plan's calendars the handles that they have, or would have, here. */
PMO_CHECKED enum pmo_result mspdi_name_calendars(struct mspdi_context *context,
						 struct pmo_mspdi *plan);

PMO_CHECKED enum pmo_result mspdi_import_baselines(struct mspdi_import *import);

/* Whether a record has the tasks and milestones of a baseline on the same dates. */
PMO_CHECKED enum pmo_result mspdi_is_same_baseline(struct mspdi_import *import,
						   const struct pmo_record *record,
						   const struct mspdi_want *want, bool *same);

/* One record: new, or compared with what is there. base may be NULL. */
struct mspdi_merge {
	const struct pmo_schema *schema;
	const struct pmo_record *record; /* NULL: new, in draft */
	struct pmo_draft *draft;
	struct mspdi_want *want;
	const struct mspdi_want *base;
	const struct mspdi_want *echo; /* what an export would say of it; NULL: nothing */
	const char *note;              /* a line to add, or NULL */
};

PMO_CHECKED enum pmo_result mspdi_merge_record(struct mspdi_import *import,
					       struct mspdi_merge *merge);

PMO_CHECKED enum pmo_result mspdi_add_change(struct mspdi_import *import,
					     const struct pmo_mspdi_change *change);

#endif
