/* Inside the layer: lines of the digest, a section at a time. */
#ifndef REPORT_DIGEST_H
#define REPORT_DIGEST_H

#include <pmo/digest.h>
#include <pmo/rag.h>

struct digest_line {
	const char *text;
	int32_t date; /* what orders it, where it is ordered by date */
	size_t place;
};

struct digest_work {
	struct pmo_workspace *workspace;
	const struct pmo_digest_options *options;
	struct pmo_arena *arena;
	const struct pmo_record *charter; /* NULL: it cannot be read */
	struct pmo_rag rag;
	bool inside; /* its reader is of the organization */
	int32_t today;
	struct digest_line *lines; /* of the section in hand */
	size_t count, capacity;
	bool exhausted;
};

/* Adds a line to the section in hand. */
void digest_add(struct digest_work *work, int32_t date, const char *format, ...) PMO_PRINTF(3, 4);

/* Whether its reader may see a record that somebody owns. */
bool digest_may(const struct digest_work *work, const struct pmo_record *record, const char *owner);

/* "Mar 16, 2027"; the year where it is not today's. */
const char *digest_day(struct digest_work *work, int32_t date);

/* What has changed: colors, milestones, risks and issues. */
PMO_CHECKED enum pmo_result digest_find_changes(struct digest_work *work);

#endif
