/* Between the files that explain dates. */
#ifndef PLAN_WHY_H
#define PLAN_WHY_H

#include "plan/plan.h"

#include <pmo/why.h>

/* `Dec 8`, `Mar 16, 2027`. Memory of the plan; "?" for no date. */
const char *why_day(struct plan *plan, int32_t date);

/* `1 day`, `10 days`. */
const char *why_days(struct plan *plan, int64_t days);

/* The title, in quotes where it would break a sentence. */
const char *why_title(struct plan *plan, int item);

/* What sets the dates of one step of a chain. NULL: no memory. */
const char *why_step(struct plan *plan, int item);

/* Holidays that an item's work skips, its people's leave, what blocks it; sentences. */
void why_add_skipped(struct plan *plan, int item, struct pmo_buffer *out);

/* The predecessor that was done last by a day, the latest against its baseline; -1: none. */
int why_done_last(const struct plan *plan, const struct pmo_plan_item *item, int32_t until);

/* What one day earlier would need, and what would set the date then; NULL: it is done. */
PMO_CHECKED enum pmo_result why_earlier(struct plan *plan, const int *chain, size_t count,
					const char **text);

const char *why_room(struct plan *plan, int item);

/* A buffer's text in the plan's memory; NULL when it failed. Releases it. */
const char *why_take(struct plan *plan, struct pmo_buffer *buffer);

#endif
