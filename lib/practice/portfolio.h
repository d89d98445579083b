/* Inside the layer: what the files of the portfolio share. */
#ifndef PRACTICE_PORTFOLIO_H
#define PRACTICE_PORTFOLIO_H

#include <pmo/portfolio.h>
#include <pmo/workload.h>

enum { PORTFOLIO_WEEKS = 13 }; /* ahead, in which people may have too much to do */

/* A release: the go-live milestone of a project, or another one that says release. */
struct portfolio_release {
	size_t row; /* before sorting: the place of the project */
	const char *code, *title;
	int32_t date;
};

struct portfolio_use {
	const struct pmo_record *vendor;
	const char *code;
	size_t row;
};

struct portfolio_freeze {
	const struct pmo_freeze *freeze;
	const char *code;
	size_t row;
};

/* What is kept of each project until all of them are known. */
struct portfolio_work {
	struct pmo_portfolio *portfolio;
	enum pmo_audience audience;
	struct portfolio_release *releases;
	size_t release_count, release_capacity;
	struct portfolio_use *uses; /* a vendor and project, each pair once */
	size_t use_count, use_capacity;
	struct portfolio_freeze *freezes;
	size_t freeze_count, freeze_capacity;
	struct pmo_workload load;
};

/* What a project shares with others; plan: its schedule, or NULL. */
PMO_CHECKED enum pmo_result portfolio_share(struct portfolio_work *work,
					    const struct pmo_portfolio_row *row,
					    struct pmo_plan *plan);

/* Who has more to do than time, by parts of several projects. */
PMO_CHECKED enum pmo_result portfolio_find_overload(struct portfolio_work *work);

/* Adds a finding; text NULL: no memory. */
PMO_CHECKED enum pmo_result portfolio_add(struct portfolio_work *work, enum pmo_portfolio_kind kind,
					  const char *text);

/* The findings, by kind. */
PMO_CHECKED enum pmo_result portfolio_compare(struct portfolio_work *work);

#endif
