/*
 * What the practice counts: answers over all registers.
 *
 * A duty is something that somebody owes by a day: an action, the review of a risk, the
 * answer to an inquiry, the minutes of a meeting, the payment of an invoice. Which dates of
 * which registers make one is a table (lib/practice/duties.c); a register of the
 * workspace's own brings its due date; tasks and milestones come from the schedule.
 *
 * Days are working days of the calendar: the first one after the due date counts 1.
 * Invoices and what expires are counted in calendar days.
 */
#ifndef PMO_PRACTICE_H
#define PMO_PRACTICE_H

#include <pmo/workspace.h>

struct pmo_plan;

enum pmo_duty_kind {
	PMO_DUTY_WORK,   /* somebody must do something */
	PMO_DUTY_ANSWER, /* others wait for a decision, a review, an approval */
	PMO_DUTY_MONEY,  /* something is to be paid, or cannot be */
	PMO_DUTY_EXPIRY, /* something ends */
	PMO_DUTY_PLAN,   /* a task or milestone */
	PMO_DUTY_KIND_COUNT
};

enum pmo_duty_state {
	PMO_DUTY_LATE,
	PMO_DUTY_TODAY,
	PMO_DUTY_SOON,     /* within the days that are usual for its kind */
	PMO_DUTY_LATER,    /* after that */
	PMO_DUTY_STANDING, /* without a date: it stands until somebody acts */
};

enum { PMO_DUTY_MINOR = 1, PMO_DUTY_NORMAL = 2, PMO_DUTY_SERIOUS = 3, PMO_DUTY_GRAVE = 4 };

struct pmo_duty {
	const struct pmo_record *record;
	enum pmo_duty_kind kind;
	enum pmo_duty_state state;
	const char *what;  /* "minutes not sent" */
	const char *note;  /* more for people: "promised Sep 28, now Dec 11"; or NULL */
	const char *owner; /* handle, or NULL */
	const char *next;  /* the command that goes on: "pmo ask V2" */
	int32_t due;       /* PMO_DATE_NONE where it stands */
	int32_t days;      /* past the due date; to come: with a minus */
	bool calendar_days;
	int seriousness; /* PMO_DUTY_MINOR and up */
};

struct pmo_duties {
	struct pmo_duty *items; /* late ones first, the most serious and oldest first */
	size_t count, capacity;
};

/*
 * Adds the duties of a project's records, or with project NULL of the workspace's own (people,
 * vendors). Memory is the workspace's.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_duties_add(struct pmo_workspace *workspace,
						   const struct pmo_project *project,
						   struct pmo_duties *duties);

/*
 * Adds the tasks and milestones that are late or come, from a schedule that was computed,
 * and lets contracts that end too soon after its go-live count as expiring.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_duties_add_plan(const struct pmo_plan *plan,
							struct pmo_duties *duties);

/* Puts them in order. */
PMO_API void pmo_duties_sort(struct pmo_duties *duties);

/* "late", "today" ... */
PMO_API const char *pmo_duty_state_name(enum pmo_duty_state state);

/*
 * A text with {expression} in it, for people: dates as `Sep 28`, money grouped. NULL when a
 * value is absent, an expression makes no sense, or memory is out.
 */
PMO_API const char *pmo_practice_text(const struct pmo_record *record, const char *text);

/* "ISS-6" of ISS-006, as people type it; a handle stays. Memory of the record's world. */
PMO_API const char *pmo_short_id(const struct pmo_record *record);

/* A step of an issue up the ladder that is due. */
struct pmo_escalation_step {
	const struct pmo_record *issue;
	int from, to;       /* levels: 0 owner, 1 manager, 2 sponsor, 3 board, 4 executive */
	const char *person; /* whom to ask at that level; NULL: the charter names nobody */
	const char *reason; /* "5 d past due; 43 d old, and P3 goes to level 2 after 10 d" */
	int32_t age, late;  /* working days since it was raised, and past its due date */
	bool dated;         /* it has a due date */
	int clock;          /* the days that were allowed; 0: at once */
};

struct pmo_escalation_steps {
	struct pmo_escalation_step *items; /* the highest priority first, then the oldest */
	size_t count, capacity;
};

/*
 * The steps that are due in a project. Clocks run by priority from the day an issue was
 * raised, for issues that are past due or have no date; a date to come stops them. No level is
 * skipped, but that tags = safety, security or legal goes straight to the last one. Clocks are
 * the limits escalate.p1_manager to escalate.p4_executive (PRACTICE C8).
 */
PMO_API PMO_CHECKED enum pmo_result pmo_ladder_due(struct pmo_workspace *workspace,
						   const struct pmo_project *project,
						   struct pmo_escalation_steps *steps);

/*
 * Who stands at a level of a project: the charter's authority, else its roles; who acts for
 * them on the as-of date. NULL: nobody is named.
 */
PMO_API const char *pmo_ladder_person(const struct pmo_record *charter, int level);

/* "the sponsor" of level 2. */
PMO_API const char *pmo_ladder_level_name(int level);

/* What stands above the morning screen. What is not known is not there. */
struct pmo_facts {
	const char *code;    /* of the charter, else the handle */
	const char *overall; /* the color in a letter, "Y"; NULL: not rated */
	size_t tasks, tasks_done;
	int32_t go_live; /* expected, or past; PMO_DATE_NONE: nothing can be told */
	bool go_live_is_sure;
	int32_t variance; /* working days from the baseline; late is positive */
	bool has_variance;
	int64_t budget, eac; /* cents, without contingency */
	bool has_budget;
	int64_t contingency; /* what is left of it */
	bool has_contingency;
};

/* plan: its schedule, or NULL. */
PMO_API PMO_CHECKED enum pmo_result pmo_facts_find(struct pmo_workspace *workspace,
						   const struct pmo_project *project,
						   struct pmo_plan *plan, struct pmo_facts *facts);

/* Somebody is away, or will be within some working days. */
struct pmo_absence {
	const struct pmo_record *person;
	int32_t from, to;
	const char *delegate; /* or NULL */
};

struct pmo_absences {
	struct pmo_absence *items; /* by the first day */
	size_t count, capacity;
};

PMO_API PMO_CHECKED enum pmo_result pmo_absences_find(struct pmo_workspace *workspace, int32_t from,
						      int32_t to, struct pmo_absences *absences);

#endif
