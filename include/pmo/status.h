/*
 * The status report: computed facts beside what people write, and its frozen form.
 *
 *     pmo_status_open(workspace, project, plan, &options, &status)
 *     pmo_status_document(&status, &document)          the report, all of its sections
 *     pmo_snapshot_fill(&status, draft)                what is kept of it when it is sent
 *
 * Facts come from the records as of today, each time; sentences (the summary, the comments,
 * other sections) stand in the report's own record, a draft in the register `report`, and
 * nothing here overwrites them. A report that was sent keeps its colors, figures, forecasts and
 * open records: trends and "changed since" are read from those, and pmo_snapshot_verify
 * works them out again from the commit that it names.
 */
#ifndef PMO_STATUS_H
#define PMO_STATUS_H

#include <pmo/measure.h>
#include <pmo/rag.h>
#include <pmo/report.h>
#include <pmo/stamp.h>
#include <pmo/update.h>

enum { PMO_STATUS_TODO = 8 };

struct pmo_status_options {
	struct pmo_arena *arena; /* of the report; the caller's */
	bool month;              /* a month, not a week */
	bool with_stamp;         /* asks git for the commit of the data */
};

struct pmo_status {
	struct pmo_workspace *workspace;
	const struct pmo_project *project;
	struct pmo_plan *plan; /* NULL: there is no schedule */
	struct pmo_arena *arena;
	const struct pmo_record *charter;  /* NULL: project.yaml cannot be read */
	const struct pmo_record *report;   /* the record of this period, draft or sent; or NULL */
	const struct pmo_record *previous; /* the last one sent of its kind, or NULL */
	const char *kind;                  /* "weekly", "monthly" */
	int32_t as_of, from, to, next_from, next_to;
	struct pmo_rag rag;
	struct pmo_measures measures;
	bool has_measures;
	struct pmo_stamp stamp;
	const char *todo[PMO_STATUS_TODO]; /* what a person still writes: "schedule comment" */
	size_t todo_count;
	size_t undone; /* planned for this period, not done and not planned again */
};

/* plan: computed, or NULL. */
PMO_API PMO_CHECKED enum pmo_result pmo_status_open(struct pmo_workspace *workspace,
						    const struct pmo_project *project,
						    struct pmo_plan *plan,
						    const struct pmo_status_options *options,
						    struct pmo_status *status);

/* The whole report; one printed page; eight slides. The document is begun here. */
PMO_API PMO_CHECKED enum pmo_result pmo_status_document(const struct pmo_status *status,
							struct pmo_document *document);
PMO_API PMO_CHECKED enum pmo_result pmo_status_onepage(const struct pmo_status *status,
						       struct pmo_document *document);
PMO_API PMO_CHECKED enum pmo_result pmo_status_deck(const struct pmo_status *status,
						    struct pmo_document *document);

/* "Overall Y (schedule: 8.3 % late (+15 d), limit 5 %)." Memory of the report, or NULL. */
PMO_API const char *pmo_status_headline(const struct pmo_status *status);

/* "Status report, week ending Nov 20". Memory of the report, or NULL. */
PMO_API const char *pmo_status_title(const struct pmo_status *status);

/* Gives a new record of the register `report` its period, its kind and its title. */
PMO_API PMO_CHECKED enum pmo_result pmo_snapshot_begin(const struct pmo_status *status,
						       struct pmo_draft *draft);

/* Fills it with what was computed: colors, figures, milestones, records, plans, versions. */
PMO_API PMO_CHECKED enum pmo_result pmo_snapshot_fill(const struct pmo_status *status,
						      struct pmo_draft *draft);

enum pmo_verdict {
	PMO_VERDICT_SAME,
	PMO_VERDICT_DATA,    /* the rules are those of then: the data say otherwise */
	PMO_VERDICT_RULES,   /* computed by other rules or limits than those of today */
	PMO_VERDICT_UNKNOWN, /* not computed any more, or it does not name its rules */
};

struct pmo_verified {
	const char *what; /* "figure spi", "color schedule", "milestone MS-007" */
	const char *sent, *now;
	enum pmo_verdict verdict;
};

struct pmo_verification {
	struct pmo_verified *items; /* in the report's order */
	size_t count, capacity;
	size_t differing;
	const char *rules; /* of the report; NULL: it does not say */
	bool same_rules;
};

/* A sent report against a status that was opened at its commit. Memory of the status. */
PMO_API PMO_CHECKED enum pmo_result pmo_snapshot_verify(const struct pmo_status *status,
							const struct pmo_record *report,
							struct pmo_verification *verification);

#endif
