/*
 * The colors of a project: scope, schedule, cost, risk, and the worst of them.
 *
 * Each color follows from a table of rules (lib/practice/rag_rules.c): a figure, a limit,
 * and a sentence that names both, so that a color says which rule fired: "8.3 % late,
 * limit 5 %". Limits are those of <pmo/limit.h>, which pmo.yaml can set.
 *
 * A person may report another color than the computed one: the project manager or the
 * sponsor, one step away, with a reason, for one report: it stands in that report's record
 * and ends with it. Both are always shown.
 *
 * G green, Y yellow, R red; N not rated: there is no approved baseline yet, or data that the
 * color rests on are bad; H the project is on hold.
 */
#ifndef PMO_RAG_H
#define PMO_RAG_H

#include <pmo/plan.h>

enum pmo_rag_what {
	PMO_RAG_SCOPE,
	PMO_RAG_SCHEDULE,
	PMO_RAG_COST,
	PMO_RAG_RISK,
	PMO_RAG_OVERALL,
	PMO_RAG_COUNT
};

enum { PMO_RAG_ALSO = 4 };

struct pmo_rag_area {
	char computed, reported;        /* the same where nobody says otherwise */
	char previous;                  /* reported last time; 0: there was no report */
	const char *rule;               /* "schedule-slip"; of N and H what is missing */
	const char *reason;             /* "8.3 % late (+15 d), limit 5 %" */
	const char *also[PMO_RAG_ALSO]; /* reasons of other rules of that color; NULL-ended */
	size_t also_count;
	const char *override_by; /* a handle; NULL: reported is what was computed */
	int32_t override_on;
	const char *override_reason;
	const char *refused; /* why an override does not count: "only PM or SPO may"; or NULL */
	const char *path_to_green;
	bool sudden; /* from green to red without yellow between: look at the green ones */
};

struct pmo_rag {
	struct pmo_rag_area areas[PMO_RAG_COUNT];
	const struct pmo_record *current;  /* the report of the period of today, or NULL */
	const struct pmo_record *previous; /* the last one sent before it, or NULL */
};

/*
 * The colors as of today. plan: its schedule, or NULL where none could be made: then the
 * schedule is not rated. Memory is the workspace's.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_rag_compute(struct pmo_workspace *workspace,
						    const struct pmo_project *project,
						    const struct pmo_plan *plan,
						    struct pmo_rag *rag);

/* "schedule". */
PMO_API const char *pmo_rag_area_name(enum pmo_rag_what area);

/* The area of a name; PMO_RAG_COUNT: none. */
PMO_API enum pmo_rag_what pmo_rag_area_find(const char *name);

/* "up" is better; "same", "down"; NULL: nothing to compare. */
PMO_API const char *pmo_rag_trend(char previous, char now);

/* Why somebody may not report that color; NULL: they may. */
PMO_API const char *pmo_rag_refuse(const struct pmo_record *charter, char computed, char reported,
				   const char *by);

/*
 * Which rules and limits give the colors, in twelve digits: reports of other digits were made
 * by other rules. NULL: no memory.
 */
PMO_API const char *pmo_rag_version(struct pmo_workspace *workspace);

#endif
