/* What the one-page and the slides say in few words. */
#ifndef REPORT_STATUS_BRIEF_H
#define REPORT_STATUS_BRIEF_H

#include "report/status.h"

/* The colors as boxes. */
PMO_CHECKED enum pmo_result brief_add_health(const struct pmo_status *status,
					     struct pmo_document *document);

/* Up to eight milestones as boxes: what comes, and the last ones that were reached. */
PMO_CHECKED enum pmo_result brief_add_milestones(const struct pmo_status *status,
						 struct pmo_document *document);

/* "Go-live Mar 16, 2027, 15 working days late." NULL: nothing can be told. */
const char *brief_date(const struct pmo_status *status);

/* "Forecast 1,128,860.00, +1.4 % against the budget of 1,113,600.00." NULL: no budget. */
const char *brief_money(const struct pmo_status *status);

/* "Not enough dispatch backfill, score 16 (Dana Spencer)". */
const char *brief_risk(const struct pmo_status *status, const struct pmo_record *risk);

/* What moved since the last report of this kind, as a list. */
PMO_CHECKED enum pmo_result brief_add_changes(const struct pmo_status *status,
					      struct pmo_document *document);

/* Milestones and critical tasks of the next 30 days, as a list. */
PMO_CHECKED enum pmo_result brief_add_next(const struct pmo_status *status, size_t most,
					   struct pmo_document *document);

#endif
