/*
 * The portfolio: all projects side by side, and what they have in common.
 *
 * One row a project that is open: its colors, how far it is, when it goes live, what it
 * costs, what hangs over it, and how old its last report is. A report is stale when more than
 * one and a half of its periods have passed. Red projects come first, then yellow ones, then
 * by criticality.
 *
 * What several projects share is a list of findings: vendors, dates of release close to each
 * other, freezes that fall into the time ahead.
 */
#ifndef PMO_PORTFOLIO_H
#define PMO_PORTFOLIO_H

#include <pmo/audience.h>
#include <pmo/measure.h>
#include <pmo/rag.h>
#include <pmo/report.h>

struct pmo_portfolio_row {
	const struct pmo_project *project;
	const struct pmo_record *charter; /* NULL: it cannot be read */
	const char *code, *title, *sponsor, *manager, *phase, *cadence;
	int criticality; /* 3 high to 1 low; 0 nobody says */
	struct pmo_rag rag;
	bool scheduled; /* there is a schedule: the next ones are known as far as it goes */
	size_t tasks, tasks_done, faults;
	struct pmo_ratio complete, planned;
	const char *next_id, *next_title; /* the milestone that comes; NULL: none */
	int32_t next_date, next_variance; /* working days, late is positive */
	bool has_next_variance;
	int32_t go_live_baseline, go_live; /* PMO_DATE_NONE: nothing can be told */
	int32_t go_live_variance;
	bool has_go_live_variance;
	int64_t authorized, budget, eac; /* cents; budget and forecast without contingency */
	int64_t contingency;
	bool has_authorized, has_budget, has_contingency;
	size_t critical_issues, decisions;
	int top_score; /* of an open threat; 0: none */
	const char *top_risk;
	int32_t reported;   /* as-of date of the last report; PMO_DATE_NONE: none was sent */
	int32_t report_age; /* working days since */
	bool stale;         /* also where there never was one */
};

enum pmo_portfolio_kind {
	PMO_PORTFOLIO_OVERLOAD, /* one person, more than all of their time in a week */
	PMO_PORTFOLIO_VENDOR,   /* one vendor on several projects */
	PMO_PORTFOLIO_DATES,    /* releases within a week of each other */
	PMO_PORTFOLIO_FREEZE,   /* days in which nothing may change */
	PMO_PORTFOLIO_KINDS
};

struct pmo_portfolio_finding {
	enum pmo_portfolio_kind kind;
	const char *text;
};

struct pmo_portfolio {
	struct pmo_arena *arena;
	struct pmo_workspace *workspace;
	struct pmo_portfolio_row *rows;
	size_t count;
	size_t red, yellow, green, other; /* by the overall color; other: not rated, on hold */
	size_t stale;
	int64_t budget, eac, contingency, authorized; /* sums of what is known */
	struct pmo_portfolio_finding *findings;       /* by kind */
	size_t finding_count, finding_capacity;
};

/*
 * All open projects that the audience may see. What a schedule lacks is a diagnostic; the row
 * stays. Memory of the arena and the workspace.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_portfolio_find(struct pmo_workspace *workspace,
						       enum pmo_audience audience,
						       struct pmo_arena *arena,
						       struct pmo_portfolio *portfolio);

/* The same with one project in it; only NULL: all of them. */
PMO_API PMO_CHECKED enum pmo_result pmo_portfolio_find_one(struct pmo_workspace *workspace,
							   enum pmo_audience audience,
							   const struct pmo_project *only,
							   struct pmo_arena *arena,
							   struct pmo_portfolio *portfolio);

/* One row a project, every column: for spreadsheets and the upload to an oversight office. */
PMO_API PMO_CHECKED enum pmo_result pmo_portfolio_table(const struct pmo_portfolio *portfolio,
							struct pmo_table *table);

/* The dashboard; the document is begun here. Money and people are for inside alone. */
PMO_API PMO_CHECKED enum pmo_result pmo_portfolio_document(const struct pmo_portfolio *portfolio,
							   enum pmo_audience audience,
							   struct pmo_document *document);

#endif
