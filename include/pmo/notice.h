/*
 * The notice to management (PRACTICE B7): a date has moved, why, and what is asked for.
 *
 *     pmo_notice_causes(plan, items, &count)            milestones to tell of, one a cause
 *     pmo_notice_open(plan, item, &since, &notice)
 *     pmo_notice_text(&notice, &out)                    two paragraphs that can be forwarded
 *     pmo_notice_document(&notice, &document)           the whole of it
 *     pmo_notice_record(&notice, update, ...)           it went out: a document, a communication
 *
 * Two moments are compared: the plan as it is now, and the baseline, a report that was sent, or
 * another schedule. What could be done is worked out from the change requests that say what
 * they do to the plan (what_if): each is applied to a copy of it, in memory. Sentences name
 * people and dates; ids stand in the footer. Memory is the plan's.
 */
#ifndef PMO_NOTICE_H
#define PMO_NOTICE_H

#include <pmo/plan.h>
#include <pmo/report.h>
#include <pmo/update.h>

/* Since when. At most one is set; none: the baseline. */
struct pmo_notice_since {
	const struct pmo_record *record; /* a report that was sent, or a baseline */
	const struct pmo_plan *plan;     /* the schedule of another day, computed */
	const char *name;                /* of that day, for people: "Nov 6", "revision a1b2c3d" */
};

/* What could be done. */
struct pmo_notice_option {
	const struct pmo_record *change;
	const char *what;  /* "test first without the state switch" */
	bool has_date;     /* it says what it does to the plan */
	int32_t date;      /* expected then */
	int32_t days;      /* against the planned date; late is positive */
	int32_t gained;    /* working days earlier than now */
	int64_t cost;      /* cents */
	const char *fault; /* why it could not be worked out, or NULL */
};

/* What somebody is asked to decide. */
struct pmo_notice_ask {
	const struct pmo_record *decision;
	const char *who; /* "the sponsor" */
	const char *what;
	int32_t due; /* PMO_DATE_NONE: it has none */
	int option;  /* into options; -1: it is about none of them */
};

struct pmo_notice {
	struct pmo_plan *plan;
	int item;
	const char *name;     /* "Go-live" */
	int32_t from, to;     /* before, now */
	int32_t days;         /* working days, later is positive */
	int32_t planned;      /* by the baseline; PMO_DATE_NONE: not in it */
	int32_t planned_days; /* working days after it */
	int32_t share;        /* of the way from the start to it, hundredths of a percent */
	const char *since;    /* "baseline 2 (Oct 21)" */
	int root;             /* where it comes from; -1: nowhere */
	const char *because;  /* a sentence, or NULL */
	const int *also;      /* other milestones that the same moves */
	size_t also_count;
	const char *const *effects; /* sentences: contracts that end too soon */
	size_t effect_count;
	const char *meanwhile; /* what is done about it, or NULL */
	struct pmo_notice_option *options;
	size_t option_count;
	struct pmo_notice_ask *asks;
	size_t ask_count;
	const char *earlier;            /* what an earlier date would need, or NULL */
	const char *reported;           /* "report RPT-023 said Mar 3", or NULL */
	const struct pmo_record *first; /* the first notice of this cause, or NULL */
	const char *chain;              /* "TSK-031 > MS-005 > ... > MS-007" */
};

/* One milestone for each cause of a deviation that is to be told; memory of the plan. */
PMO_API PMO_CHECKED enum pmo_result pmo_notice_causes(struct pmo_plan *plan, const int **items,
						      size_t *count);

PMO_API PMO_CHECKED enum pmo_result pmo_notice_open(struct pmo_plan *plan, int item,
						    const struct pmo_notice_since *since,
						    struct pmo_notice *notice);

/* "Go-live moves from Feb 23 to Mar 16, 2027 (3 weeks, 15 working days)." NULL: no memory. */
PMO_API const char *pmo_notice_headline(const struct pmo_notice *notice);

/* The paragraphs, a line each, then `--` and the footer. */
PMO_API PMO_CHECKED enum pmo_result pmo_notice_text(const struct pmo_notice *notice,
						    struct pmo_buffer *out);

PMO_API PMO_CHECKED enum pmo_result pmo_notice_document(const struct pmo_notice *notice,
							struct pmo_document *document);

/* How it went out. */
struct pmo_notice_sent {
	const char *text; /* as it was sent */
	size_t to_count;
	struct pmo_draft *document, *communication; /* made here */
};

/* Keeps the text as a document, and notes that it was sent. */
PMO_API PMO_CHECKED enum pmo_result pmo_notice_record(const struct pmo_notice *notice,
						      struct pmo_update *update,
						      struct pmo_notice_sent *sent);

#endif
