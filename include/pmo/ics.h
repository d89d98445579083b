/*
 * Invitations: iCalendar as calendar programs take it from a mail (RFC 5545, RFC 5546).
 *
 * A meeting has one UID for ever. What is sent again carries a higher SEQUENCE, and a
 * cancellation is a message of its own. Times are those of the wall where the meeting is, and
 * the zone's rules come with them (VTIMEZONE), so that a meeting that somebody moves to another
 * month keeps its hour; instants in UTC where the zone has no rule that iCalendar can say. Each
 * meeting of a series is an event of its own, at the same hour of the wall.
 */
#ifndef PMO_ICS_H
#define PMO_ICS_H

#include <pmo/api.h>
#include <pmo/buffer.h>
#include <pmo/result.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pmo_zones;
struct zone;

struct pmo_ics_person {
	const char *name; /* or NULL */
	const char *address;
	bool optional;
};

struct pmo_ics_event {
	const char *uid;
	uint32_t sequence;
	int64_t stamp;      /* minutes since 1970 UTC; when this was written */
	int64_t start, end; /* the same; wall clock where is_floating */
	const struct zone *zone; /* where the meeting is, of pmo_ics_find_zone; NULL: UTC */
	bool is_floating;        /* the zone is not known: it is that of who reads it */
	bool is_cancelled;
	const char *summary, *location, *description, *url; /* NULL: none */
	struct pmo_ics_person organizer;
	const struct pmo_ics_person *people;
	size_t person_count;
};

/*
 * The zone of a name, for an event; NULL where there is none, or its rule cannot be said. It
 * lives as long as the zones' arena. The result is about memory alone.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_ics_find_zone(struct pmo_zones *zones, const char *name,
						      struct pmo_ics_event *event);

/*
 * Appends a calendar with the one event; lines end in CRLF and are at most 75 bytes. Whatever
 * stands in a text stays in it. PMO_INVALID: an address that is none.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_ics_write(const struct pmo_ics_event *event,
						  struct pmo_buffer *out);

/* "REQUEST" or "CANCEL": of the part's type, too. */
PMO_API const char *pmo_ics_method(const struct pmo_ics_event *event);

#endif
