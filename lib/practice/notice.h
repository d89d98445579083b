/* Inside the layer: the parts of a notice. */
#ifndef PRACTICE_NOTICE_H
#define PRACTICE_NOTICE_H

#include "practice/query.h"

#include <pmo/notice.h>

/* `Mar 16, 2027`; the year is left out where it is that of `near`. */
const char *notice_day(const struct pmo_notice *notice, int32_t date, int32_t near);

/* The records of a register of the plan's project; an empty list where there are none. */
PMO_CHECKED enum pmo_result notice_records(const struct pmo_notice *notice, const char *name,
					   struct pmo_records *records);

/* Changes that would help, worked out, and decisions that are awaited. */
PMO_CHECKED enum pmo_result notice_add_options(struct pmo_notice *notice);
PMO_CHECKED enum pmo_result notice_add_asks(struct pmo_notice *notice);

#endif
