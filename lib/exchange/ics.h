/* Inside the layer: the zone of an invitation. */
#ifndef EXCHANGE_ICS_H
#define EXCHANGE_ICS_H

#include <pmo/ics.h>

/* The rules of a zone as a VTIMEZONE that holds from the year before `start` on. */
void ics_add_zone(const struct zone *zone, int64_t start, struct pmo_buffer *out);

#endif
