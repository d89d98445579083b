/* Between the files of `pmo estimate table` and `pmo estimate accuracy`. */
#ifndef VIEW_ESTIMATE_H
#define VIEW_ESTIMATE_H

#include "cli/cli.h"

#include <pmo/measure.h>

struct estimate_options {
	bool triangular;
};

struct estimate_print {
	struct cli *cli;
	struct pmo_plan *plan;
	struct pmo_estimates estimates;
	struct pmo_table table;
	bool for_people, is_text;
};

/* Schedules the plan, reads the estimates and chooses the format; free the plan after it. */
PMO_CHECKED enum pmo_result estimate_begin(struct estimate_print *print, bool triangular);

/* `32.0`, of thousandths, and the most digits for programs. */
const char *estimate_days(const struct estimate_print *print, int64_t thousandths, int places);

/* `20/30/52 d`. */
const char *estimate_points(const struct estimate_print *print,
			    const struct pmo_estimate *estimate);

/* WBS code and title of what is estimated, else those of the record. */
void estimate_set_subject(const struct estimate_print *print, struct pmo_cell *code,
			  struct pmo_cell *title, const struct pmo_estimate *estimate);

#endif
