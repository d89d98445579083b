/*
 * The agenda of a meeting: what its record says, what its kind always has, and what is open.
 *
 *     pmo_agenda_find(workspace, meeting, plan, &agenda)
 *     pmo_agenda_document(&agenda, &document)      as a report, begun here
 *     pmo_agenda_write(&agenda, draft)             what it lacks goes into the record
 *
 * Carried over are the open actions of the series, decisions that are due, what is overdue,
 * and milestones of the next 20 working days. A meeting without an agenda of its own gets
 * that of its kind, scaled to the time there is.
 */
#ifndef PMO_AGENDA_H
#define PMO_AGENDA_H

#include <pmo/practice.h>
#include <pmo/update.h>

struct pmo_document;
struct pmo_plan;
struct pmo_plan_item;

struct pmo_agenda_item {
	const char *topic;
	int64_t minutes;  /* -1: not said */
	const char *kind; /* "inform", "discuss", "decide"; or NULL */
	const char *lead; /* handle, or NULL */
	const char *ref;  /* the record it is about, or NULL */
	const char *why;  /* of what is lacking: "due Nov 25"; or NULL */
};

struct pmo_agenda_records {
	const struct pmo_record **items;
	size_t count, capacity;
};

struct pmo_agenda_milestones {
	const struct pmo_plan_item **items;
	size_t count, capacity;
};

struct pmo_agenda {
	struct pmo_workspace *workspace;
	const struct pmo_record *meeting;
	struct pmo_arena *arena;
	struct pmo_agenda_item *items; /* of the record; else those of its kind */
	size_t item_count;
	bool is_usual;                   /* they are those of its kind */
	bool is_limited;                 /* somebody outside reads it */
	struct pmo_agenda_item *lacking; /* what is open and has no item */
	size_t lacking_count, lacking_capacity;
	int64_t total, slot; /* minutes; slot -1: not known */
	struct pmo_agenda_records actions, decisions;
	struct pmo_duties overdue; /* without those actions and decisions */
	struct pmo_agenda_milestones milestones;
};

/* plan: computed, or NULL. Memory of the workspace. */
PMO_API PMO_CHECKED enum pmo_result pmo_agenda_find(struct pmo_workspace *workspace,
						    const struct pmo_record *meeting,
						    const struct pmo_plan *plan,
						    struct pmo_agenda *agenda);

/*
 * Leaves out what somebody outside who reads it may not see, and what is not on it yet.
 * outsider NULL: all are inside.
 */
PMO_API void pmo_agenda_limit(struct pmo_agenda *agenda, const struct pmo_record *outsider);

/* Appends what the record lacks; *count is how many items. */
PMO_API PMO_CHECKED enum pmo_result pmo_agenda_write(const struct pmo_agenda *agenda,
						     struct pmo_draft *draft, size_t *count);

/* The items that a kind of meeting always has, ended by one without a topic. */
PMO_API const struct pmo_agenda_item *pmo_agenda_usual(const char *kind);

/* The share of an item in the time there is (slot -1: not known), in steps of five minutes. */
PMO_API int64_t pmo_agenda_share(int64_t minutes, int64_t all, int64_t slot);

/* Gives a draft without an agenda that of its kind. */
PMO_API PMO_CHECKED enum pmo_result pmo_agenda_start(struct pmo_draft *draft);

/* The agenda as a report; the document is begun here. Of lib/report. */
PMO_API PMO_CHECKED enum pmo_result pmo_agenda_document(const struct pmo_agenda *agenda,
							struct pmo_arena *arena,
							struct pmo_document *document);

#endif
