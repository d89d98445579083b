/*
 * The escalation memo (PRACTICE B8): half a page to the next level, with the facts, what was
 * tried, what happens when nothing happens, and exactly what is asked by when.
 *
 *     pmo_memo_open(workspace, plan, record, &memo)
 *     memo.ask = ...                              where a person says it better
 *     pmo_memo_document(&memo, &document)
 *     pmo_memo_record(&memo, update, &draft)      it goes out: an escalation, the item's level
 *
 * Whom to ask and when comes from the ladder (<pmo/practice.h>); what is asked is the open
 * action of that person, else the last line of the plan that is not done. Memory is the
 * workspace's.
 */
#ifndef PMO_MEMO_H
#define PMO_MEMO_H

#include <pmo/plan.h>
#include <pmo/practice.h>
#include <pmo/report.h>
#include <pmo/update.h>

struct pmo_memo_option {
	const char *text, *pros, *cons; /* NULL: nothing is said */
};

struct pmo_memo {
	struct pmo_workspace *workspace;
	struct pmo_plan *plan; /* or NULL */
	const struct pmo_record *item, *charter;
	int from, to;        /* levels */
	const char *person;  /* who is asked; NULL: the charter names nobody */
	const char *reason;  /* why now; NULL: the ladder does not ask for it yet */
	const char *problem; /* one sentence */
	const char *const *facts, *const *tried, *const *impacts; /* texts */
	size_t fact_count, tried_count, impact_count;
	struct pmo_memo_option *options;
	size_t option_count;
	const char *ask; /* NULL: nothing says what; a person must */
	int32_t respond_by;
	const char *next; /* who is asked then, or NULL */
};

PMO_API PMO_CHECKED enum pmo_result pmo_memo_open(struct pmo_workspace *workspace,
						  struct pmo_plan *plan,
						  const struct pmo_record *item,
						  struct pmo_memo *memo);

PMO_API PMO_CHECKED enum pmo_result pmo_memo_document(const struct pmo_memo *memo,
						      struct pmo_document *document);

/* The record of the step; the issue goes to its level. */
PMO_API PMO_CHECKED enum pmo_result pmo_memo_record(const struct pmo_memo *memo,
						    struct pmo_update *update, const char *text,
						    struct pmo_draft **escalation);

#endif
