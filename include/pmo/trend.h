/*
 * The slip trend of milestones: what each report expected, how far that moved from one to the
 * next, and whether a milestone slides.
 *
 *     pmo_trend_begin(plan, "monthly", &trend)      forecasts of the sent reports
 *     pmo_trend_add(&trend, "now", plan)            and of a plan, of today or of an old revision
 *     pmo_trend_measure(&trend)                     slips and rates
 *
 * Sent reports are facts: what they said is not computed again. Days are working days of the
 * project's calendar. The rate is linear: the days slipped since the first baseline, by the
 * days that passed since it.
 */
#ifndef PMO_TREND_H
#define PMO_TREND_H

#include <pmo/plan.h>

enum {
	PMO_TREND_NO_SLIP = INT32_MIN, /* there is nothing to compare with */
	PMO_TREND_SLIDING = 3,         /* so many slips in a row */
};

/* Forecasts of one milestone, the oldest first; begins as all zero. */
struct pmo_trend_run {
	size_t seen, in_row; /* forecasts; of them slips without a stop, up to the last */
	int32_t first, last; /* forecasts */
	int32_t from;        /* what was expected before the slips in a row */
};

struct pmo_trend_report {
	const char *name; /* "RPT-012", "now" */
	int32_t as_of;
	int32_t *forecasts; /* beside lines; PMO_DATE_NONE: it says nothing */
	int32_t *slips;     /* since the one before that says something; PMO_TREND_NO_SLIP */
};

struct pmo_trend_line {
	int item;                 /* a milestone of the plan */
	struct pmo_trend_run run; /* dates are PMO_DATE_NONE where no report says something */
	bool sliding;
	int32_t total, elapsed; /* days slipped since the first baseline, days since then */
	bool has_total;         /* it is in that baseline, and some days have passed */
};

struct pmo_trend {
	struct pmo_plan *plan;
	const char *kind;                 /* of the reports; NULL: of all kinds */
	struct pmo_trend_report *reports; /* by date */
	size_t report_count, report_capacity;
	struct pmo_trend_line *lines; /* all milestones, in the order of the plan */
	size_t line_count;
};

/*
 * Takes the reports of a kind, "monthly", that were sent up to the plan's as-of date; "all":
 * of every kind; NULL: monthly ones when there are two or more, else all. "none": no reports.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_trend_begin(struct pmo_plan *plan, const char *kind,
						    struct pmo_trend *trend);

/* What a computed plan of the same project expects on its as-of date; milestones by their id. */
PMO_API PMO_CHECKED enum pmo_result pmo_trend_add(struct pmo_trend *trend, const char *name,
						  const struct pmo_plan *other);

PMO_API void pmo_trend_measure(struct pmo_trend *trend);

/*
 * One more forecast: working days that it moved, PMO_TREND_NO_SLIP where there is nothing to
 * compare. PMO_DATE_NONE changes nothing.
 */
PMO_API int32_t pmo_trend_run_add(struct pmo_trend_run *run, const struct pmo_calendar *calendar,
				  int32_t forecast);

/* Whether what is not reached yet is sliding: so many slips in a row. */
PMO_API bool pmo_trend_run_is_sliding(const struct pmo_trend_run *run);

#endif
