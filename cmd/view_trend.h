/* Between view_trend.c and view_trend_rows.c. */
#ifndef VIEW_TREND_H
#define VIEW_TREND_H

#include "plan_view.h"

#include <pmo/trend.h>

struct trend_options {
	const char *kind;
	bool all, history;
};

struct trend_view {
	struct plan_view view;
	const struct trend_options *options;
	struct pmo_trend trend;
	struct pmo_table table, sums;
};

static inline const struct pmo_plan_item *trend_item(const struct trend_view *work, size_t line)
{
	return &work->view.plan->items[work->trend.lines[line].item];
}

static inline bool trend_is_shown(const struct trend_view *work, size_t line)
{
	return work->trend.lines[line].run.seen &&
	       (work->options->all || plan_view_is_open(trend_item(work, line)));
}

/* For people: a row a report, and a row a milestone. */
PMO_CHECKED enum pmo_result trend_fill_reports(struct trend_view *work);
PMO_CHECKED enum pmo_result trend_fill_sums(struct trend_view *work);

/* For programs: a row a report and milestone, printed. */
PMO_CHECKED enum pmo_result trend_print_rows(struct trend_view *work);

#endif
