/*
 * Measures of a project: how much is done, how much should be, what it cost, and whether the
 * schedule can be trusted.
 *
 * Earned value (PRACTICE C6, names of EIA-748) stands on the approved baseline's costs, the
 * tasks' percent and the expenses; contingency and reserve are outside. Amounts are whole
 * cents: each task's share is rounded to the cent, a half away from zero, and sums are exact.
 * Ratios stay the two amounts that they are made of, so a comparison is never of rounded
 * figures, and a divisor of zero is n/a: no ratio is known that has none.
 *
 *     struct pmo_measures measures;
 *     pmo_measures_find(plan, &measures)      after pmo_plan_compute
 *     if (measures.evm.known) ... measures.evm.spi ...   else ... measures.evm.reason
 */
#ifndef PMO_MEASURE_H
#define PMO_MEASURE_H

#include <pmo/plan.h>

struct pmo_ratio {
	int64_t over, under; /* under is 0: n/a; else it is positive */
};

enum { PMO_RATIO_SIZE = 32 };

static inline bool pmo_ratio_is_known(struct pmo_ratio ratio)
{
	return ratio.under != 0;
}

/* `0.90` with 2 places, a half away from zero; `n/a`. At most 6 places. */
PMO_API void pmo_ratio_format(struct pmo_ratio ratio, int places, char out[PMO_RATIO_SIZE]);

/* `71.7 %` with 1 place; `n/a`. At most 4 places. */
PMO_API void pmo_ratio_format_percent(struct pmo_ratio ratio, int places, char out[PMO_RATIO_SIZE]);

/* Unrounded: below, at or above hundredths / 100 (0.95 is 95); n/a is none of them: 0. */
PMO_API int pmo_ratio_compare(struct pmo_ratio ratio, int64_t hundredths);

/* Cents that may be unknown: printed as n/a. */
struct pmo_amount {
	bool known;
	int64_t cents;
};

struct pmo_evm_line {
	const struct pmo_record *record; /* the budget line; NULL: costs that name none, or gone */
	const char *id;                  /* "BL-001"; "" */
	const char *title;
	int64_t bac, pv, ev;
	int64_t ac;       /* what counts as actual cost */
	int64_t recorded; /* expenses; the same as ac unless earned */
	bool earned;      /* ac_basis: at least what was earned, for work not billed yet */
};

/* Earned schedule: when, by the baseline, what is earned should have been earned. */
struct pmo_earned_schedule {
	bool known;
	int32_t date;           /* the working day of the baseline that it falls on */
	int64_t earned, actual; /* ES, AT: thousandths of working days since the start */
	int64_t planned;        /* PD: the baseline's length, thousandths of working days */
	struct pmo_ratio spi;   /* SPI(t) = ES / AT */
	int32_t finish;         /* IEAC(t) = PD / SPI(t), as a day; PMO_DATE_NONE: n/a */
};

struct pmo_evm {
	bool known;
	const char *reason;         /* why it is not known: a sentence; else NULL */
	size_t tasks, costed;       /* of the baseline; with costs */
	struct pmo_evm_line *lines; /* by id, without contingency and reserve */
	size_t line_count;
	int64_t bac, pv, ev, ac, recorded;
	bool any_earned; /* ac differs from recorded by the rule of a line: show both */
	int64_t sv, cv;  /* EV - PV, EV - AC */
	struct pmo_ratio spi, cpi, tcpi;           /* EV/PV, EV/AC, (BAC - EV)/(BAC - AC) */
	struct pmo_ratio cpi_recorded;             /* EV / recorded */
	struct pmo_ratio complete, planned, spent; /* EV, PV, AC / BAC */
	struct pmo_amount eac[3];   /* BAC/CPI; AC + (BAC - EV); AC + (BAC - EV)/(CPI x SPI) */
	struct pmo_amount etc, vac; /* EAC - AC, BAC - EAC; of the first one */
	struct pmo_earned_schedule schedule;
};

struct pmo_measures {
	/* Tasks of the project; summaries, milestones and level of effort left out. */
	size_t tasks, done, under_way, not_started, late, start_late;
	size_t milestones, milestones_done;

	/* Percent: weighted by cost where every task has a cost, else by duration. */
	bool by_cost;
	struct pmo_ratio complete;         /* by that weight */
	struct pmo_ratio planned;          /* by that weight, from the baseline */
	struct pmo_ratio complete_by_cost; /* n/a: not every task has a cost */
	struct pmo_ratio complete_by_duration;
	struct pmo_ratio planned_by_cost, planned_by_duration; /* n/a: no baseline */

	size_t baseline_due, finished_in_time; /* by the as-of date; done on or before their date */
	struct pmo_ratio bei;                  /* tasks done / tasks due by the baseline */
	int32_t remaining_length;              /* working days, time now to the expected finish */
	int32_t finish_float;                  /* working days, expected to baseline finish */
	struct pmo_ratio cpli;                 /* (length + float) / length */

	struct pmo_evm evm;
};

/* All of them, as of the plan's date. The plan was computed; memory is the plan's. */
PMO_API PMO_CHECKED enum pmo_result pmo_measures_find(struct pmo_plan *plan,
						      struct pmo_measures *measures);

/* Earned value alone. */
PMO_API PMO_CHECKED enum pmo_result pmo_evm_find(struct pmo_plan *plan, struct pmo_evm *evm);

/* A three-point estimate of time; days in thousandths of working days. */
struct pmo_estimate {
	const struct pmo_record *record;
	int item; /* what it is for, into items; -1: no task of the plan */
	const char *owner;
	int64_t optimistic, most_likely, pessimistic;
	int64_t mean, sigma; /* (O + 4 M + P) / 6, (P - O) / 6; or those of a triangle */
	int32_t whole_days;  /* the mean, rounded up: the duration to plan with */
	int64_t planned;     /* the task's duration */
	bool has_outcome;    /* work has begun */
	bool is_done;
	int32_t outcome; /* working days from start to finish, actual or expected */
};

struct pmo_estimates {
	struct pmo_estimate *items; /* in the register's order; void and unfigured ones left out */
	size_t count;
};

PMO_API PMO_CHECKED enum pmo_result pmo_estimates_find(struct pmo_plan *plan, bool triangular,
						       struct pmo_estimates *estimates);

/*
 * The open work on the chain that sets an item's date: sums of means, root of the sum of
 * squared sigmas, 80 percent sure within mean + 0.84 sigma. A task without an accepted
 * estimate counts with its duration and no spread; one under way with the share that is
 * left. Other paths can only make it later: that is not in here.
 */
struct pmo_estimate_path {
	size_t tasks, estimated;
	int64_t planned, mean, sigma, p80; /* thousandths of working days */
};

PMO_API PMO_CHECKED enum pmo_result pmo_estimates_path(struct pmo_plan *plan, int item,
						       const struct pmo_estimates *estimates,
						       struct pmo_estimate_path *path);

enum pmo_quality_verdict { PMO_QUALITY_PASS, PMO_QUALITY_FAIL, PMO_QUALITY_UNKNOWN };

/* One of the fourteen checks of DCMA-EA PAM 200.1. */
struct pmo_quality_check {
	const char *name;      /* "lags", for programs */
	const char *title;     /* "Lags" */
	const char *threshold; /* "at most 5 %" */
	const char *value;     /* "1 of 101 (1.0 %)" */
	enum pmo_quality_verdict verdict;
	struct pmo_ratio ratio; /* what is compared, where it is one */
	const int *items;       /* the offending ones: indexes of items */
	size_t item_count;
	const int *links; /* the offending links, where links are checked */
	size_t link_count;
	const char *note; /* why nothing can be told, or what was tried; or NULL */
};

enum { PMO_QUALITY_COUNT = 14 };

struct pmo_quality {
	struct pmo_quality_check checks[PMO_QUALITY_COUNT];
	size_t incomplete; /* tasks not done */
	size_t failed, unknown;
};

/*
 * Tasks that are not done are checked; summaries, milestones and level of effort are left
 * out where the pamphlet says so. For the critical path test the plan is computed with 600
 * days more, and put back.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_quality_find(struct pmo_plan *plan,
						     const struct pmo_measures *measures,
						     struct pmo_quality *quality);

#endif
