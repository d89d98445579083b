/*
 * What stands before the colon of `pmo +`: a person and a date, in any order.
 *
 *     NET fri    Dana Spencer 11/26    dana@example.org by friday    me next tue
 */
#ifndef CAPTURE_H
#define CAPTURE_H

#include "people.h"

enum { CAPTURE_MISTAKES = 2 }; /* more words than that are text */

struct capture_head {
	struct cli *cli;
	const struct pmo_schema *schema;
	const char *owner;                                                  /* or NULL */
	int32_t date;                                                       /* or PMO_DATE_NONE */
	const char *mistakes[CAPTURE_MISTAKES], *nearest[CAPTURE_MISTAKES]; /* handles, or NULL */
	size_t mistake_count; /* words that are neither; may be more than are kept */
};

/* Reads it; whether there is an owner or a date in it. */
bool capture_read_head(struct capture_head *head, const char *text, size_t length);

/* Warns of the words that were left out. */
void capture_tell_mistakes(const struct capture_head *head);

#endif
