/*
 * Plans of Microsoft Project, in its XML (MSPDI).
 *
 *     pmo_mspdi_open(arena, &source, diags, &plan)         the file becomes facts
 *     pmo_update_begin(ws, ..., &update)
 *     pmo_mspdi_apply(plan, update, &intake)               drafts, and what they change
 *     pmo_mspdi_commit(&intake, update)                    all of it, or nothing
 *
 * A task belongs to the record whose `uid` is the task's; a record without one to the task
 * of the same title. The file is kept in the project as it came. That makes a second import
 * a comparison of three: what Project changed since is taken over, what people changed here
 * stays, and where both did, Project's is taken and told. What a record has no field for
 * (custom fields, rates, work by day) stays in the kept file, and pmo_mspdi_export puts the
 * records' facts into that document: what pmo does not know comes back as it was.
 *
 * What an export would say of a task now, word for word, is no change: a file that comes back
 * as it was exported changes nothing, also one for Project 2007, which cannot say everything.
 *
 * A task that has gone from the file is cancelled here, never deleted.
 */
#ifndef PMO_MSPDI_H
#define PMO_MSPDI_H

#include <pmo/update.h>

struct pmo_mspdi;

/* Whether the bytes are such a plan, by their content. */
PMO_API bool pmo_mspdi_is(const char *bytes, size_t length);

/*
 * Reads a file; the source must live as long as the plan. PMO_INVALID with a diagnostic at
 * its place. What is wrong with single tasks is a warning.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_mspdi_open(struct pmo_arena *arena,
						   const struct pmo_source *source,
						   struct pmo_diags *diags,
						   struct pmo_mspdi **plan);

struct pmo_mspdi_facts {
	const char *title; /* or NULL */
	int32_t start;     /* PMO_DATE_NONE: not said */
	size_t tasks, milestones, links, resources, baselines;
};

PMO_API void pmo_mspdi_tell(const struct pmo_mspdi *plan, struct pmo_mspdi_facts *facts);

enum pmo_mspdi_act { PMO_MSPDI_ADDED, PMO_MSPDI_CHANGED, PMO_MSPDI_REMOVED, PMO_MSPDI_CONFLICT };

/* What an import does to one record. */
struct pmo_mspdi_change {
	enum pmo_mspdi_act act;
	const char *register_name, *id, *title;
	const char *what; /* "duration 5d > 7d, deadline -"; NULL of one that is new or gone */
};

struct pmo_mspdi_intake {
	const struct pmo_project *project;
	const char *file_name;            /* "plan.xml", for remarks */
	bool create_people;               /* in: resources that nobody here is become people */
	struct pmo_mspdi_change *changes; /* out: in the order of the plan */
	size_t change_count, change_capacity;
	size_t added, changed, removed, unchanged, conflicts, baselines_added, calendars_added;
	const char **unknown; /* out: resources that are nobody here */
	size_t unknown_count, unknown_capacity, people_added;
	const char *ways; /* out: fields of the project that now say what Project does; or NULL */
	size_t remarks;   /* out: of commit: what the registers' rules have to say */
};

/* Fills the update with drafts. PMO_REFUSED with a diagnostic when nothing may be written. */
PMO_API PMO_CHECKED enum pmo_result
pmo_mspdi_apply(struct pmo_mspdi *plan, struct pmo_update *update, struct pmo_mspdi_intake *intake);

/* Commits; remarks about single records are counted, not told. */
PMO_API PMO_CHECKED enum pmo_result pmo_mspdi_commit(struct pmo_mspdi_intake *intake,
						     struct pmo_update *update);

/* A date that Project will show otherwise than pmo, and why; those that follow are counted. */
struct pmo_mspdi_differing {
	const char *id, *title;
	int32_t date; /* as pmo has it */
	const char *why;
};

struct pmo_mspdi_export {
	size_t tasks, milestones, links, baselines, resources; /* out */
	struct pmo_mspdi_differing *differing;                 /* out */
	size_t differing_count, differing_capacity;
	size_t followers;  /* out: tasks that move because of those */
	bool has_schedule; /* out: the dates were computed */
	size_t fixed;      /* out, for 2007: tasks set by hand, whose dates now must be kept */
	size_t left_out;   /* out, for 2007: inactive tasks */
};

/* The project's plan as such a document, into out; for_2007: without what came after it. */
PMO_API PMO_CHECKED enum pmo_result pmo_mspdi_export(struct pmo_workspace *workspace,
						     const struct pmo_project *project,
						     bool for_2007, struct pmo_buffer *out,
						     struct pmo_mspdi_export *told);

/* The dates that a task had in the file when it was imported. */
struct pmo_mspdi_dates {
	int64_t uid;
	int32_t start, finish; /* PMO_DATE_NONE: not said */
	bool by_hand;
};

/* By uid. None, and PMO_OK, where the project has no such file. Memory of the workspace. */
PMO_API PMO_CHECKED enum pmo_result pmo_mspdi_imported(struct pmo_workspace *workspace,
						       const struct pmo_project *project,
						       struct pmo_mspdi_dates **dates,
						       size_t *count);

#endif
