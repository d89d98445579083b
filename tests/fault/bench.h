/*
 * A bench: one scenario made ready, with all that can rightly be seen of it, and the
 * judge of what is left after a fault.
 *
 * After each fault a reader must see the old or the new state; the exit status must have
 * told which; then the next command must work, and leave the very bytes that an
 * undisturbed run leaves, and nothing beside them; and `pmo undo` must take it back.
 */
#ifndef FAULT_BENCH_H
#define FAULT_BENCH_H

#include "box.h"
#include "scenario.h"

struct bench {
	const struct scenario *scenario;
	const char *pmo, *fixtures;
	char *box, *workspace;
	struct shot old, new, after; /* after: the next command on the new state */
	char *old_look, *new_look;
	int old_status, new_status;
	/* Points of this scenario. */
	long index, every, tried, survived;
	bool prepared; /* the box is as the command shall find it */
};

/* What a fault may lead to. */
struct verdict {
	const char *what;    /* for the report */
	int signal;	     /* that may end it, or 0 */
	bool must_succeed;   /* the fault is one to live with */
	bool is_after;	     /* it strikes what is told, when all is done */
	bool may_be_after;   /* it may strike what is told: another program shifts the count */
	bool may_differ;     /* a new state that knows less is sound, if it can be undone */
	const char *excuse; /* what it says when it could not tell of its success, or NULL */
	void (*let_go)(void *); /* called when a reader has looked: ends the fault */
	void *context;
};

void bench_begin(struct bench *bench, const struct scenario *scenario);
void bench_end(struct bench *bench);

/* Whether this point is one of the sample. */
bool bench_takes(struct bench *bench);

/* The command in a fresh box; `before` are words to put in front, NULL-ended, or NULL. */
struct run bench_run(struct bench *bench, const char *const *before, const char *const *set,
		     enum outlet outlet);

/* Counts the point, prints what is wrong; frees the output of the run. */
void bench_judge(struct bench *bench, struct run *run, const struct verdict *verdict);

#endif
