/* Days as people say them in notes and replies: `next friday` beside all that pmo reads. */
#ifndef PRACTICE_NEXT_DAY_H
#define PRACTICE_NEXT_DAY_H

#include <pmo/calendar.h>
#include <pmo/date.h>

/*
 * As pmo_date_scan, and `next` before a day of the week, which is that day of the next week,
 * from Monday.
 */
size_t next_day_scan(const struct pmo_date_context *context, const char *text, size_t length,
		     int32_t *date);

/* What `next` makes of a day of the week that was read without it. */
int32_t next_day_of(const struct pmo_date_context *context, int32_t date);

#endif
