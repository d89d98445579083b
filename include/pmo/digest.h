/*
 * The digest: one project's week as a message of plain text, sixty lines at most.
 *
 * What needs attention, what has changed within the last seven days and since the last
 * report, what comes in two weeks, who is away, what ends, and what is wrong with the data.
 * For one person it is about what is theirs. What its reader may not see is left out: see
 * <pmo/audience.h>.
 */
#ifndef PMO_DIGEST_H
#define PMO_DIGEST_H

#include <pmo/audience.h>
#include <pmo/practice.h>

enum { PMO_DIGEST_LINES = 60 };

struct pmo_digest_options {
	const struct pmo_project *project;
	struct pmo_plan *plan;           /* computed, or NULL */
	const struct pmo_duties *duties; /* sorted; those of other projects are left out */
	const struct pmo_record *person; /* whose it is; NULL: the project's */
	enum pmo_audience audience;      /* of readers where there is no person */
	const char *const *problems;     /* of the data, a line each, the worst first */
	size_t problem_count;
	struct pmo_arena *arena;
};

struct pmo_digest {
	const char *subject; /* "[CADUP] Week of Nov 16: Y | go-live Mar 16, 2027 (+15 d) | ..." */
	const char *text;
	size_t overdue;
	bool empty; /* nothing needs attention, has changed or comes */
};

PMO_API PMO_CHECKED enum pmo_result pmo_digest_make(struct pmo_workspace *workspace,
						    const struct pmo_digest_options *options,
						    struct pmo_digest *digest);

#endif
