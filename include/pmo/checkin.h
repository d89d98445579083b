/*
 * Check-ins: what people owe is asked of them, and what they answer becomes records.
 *
 *     pmo_forms_make(workspace, plan, &options, &forms)     one form a person
 *     pmo_form_write(&forms.items[i], &letter, &text)       to be sent
 *
 *     pmo_take_begin(workspace, plan, &take)
 *     pmo_take_read(&take, &reply)                          what came back
 *     pmo_take_effects(&take)                               what it does to the plan
 *     pmo_take_write(&take, &text), pmo_take_reread(...)    changed by hand before
 *     pmo_take_apply(&take, update)
 *
 * A form is plain text. Each line to be answered begins with what it is about and ends with
 * a colon (`5.4 percent done:`), so an answer can be told whatever mail programs do with the
 * lines around it: quoted, broken, sent as HTML, or copied out of context. People may as well
 * write lines of their own, `5.4 45% 10 days left`, `ACT-011 done`, `issue: ...`.
 *
 * A form goes with a record of the register checkin, which lists what was asked. A reply can
 * change only that, and only what the form has a line for; all else is shown and refused.
 * What can be answered of which register is a table (lib/practice/ask_rows.c).
 */
#ifndef PMO_CHECKIN_H
#define PMO_CHECKIN_H

#include <pmo/plan.h>
#include <pmo/update.h>

enum pmo_answer_kind {
	PMO_ANSWER_PERCENT,  /* 45 %, done */
	PMO_ANSWER_SPAN,     /* 10 d, 2 weeks */
	PMO_ANSWER_WHEN,     /* a day that has come: yes, Nov 18 */
	PMO_ANSWER_DONE,     /* the same, with a move of the record */
	PMO_ANSWER_DATE,     /* a new date */
	PMO_ANSWER_NUMBER,   /* 1 to 5 */
	PMO_ANSWER_ESTIMATE, /* 10/15/25 d, or money */
	PMO_ANSWER_VERDICT,  /* of a document's reviewer */
	PMO_ANSWER_COMMENT,
	PMO_ANSWER_COMING, /* yes, no, remote, or who comes instead */
	PMO_ANSWER_TEXT,   /* into a field */
	PMO_ANSWER_NOTE,   /* into the notes */
	PMO_ANSWER_ISSUE,  /* a new record */
	PMO_ANSWER_RISK,
	PMO_ANSWER_AWAY, /* days away, kept in the check-in */
};

/* A line of a form. */
struct pmo_question {
	const char *word;  /* as the form has it, "percent done" */
	const char *words; /* how people write it, too: "percent|%|pct" */
	const char *field; /* that the answer sets; NULL: the kind knows */
	enum pmo_answer_kind kind;
	const char *when; /* expression: asked only where it holds; NULL: always */
	bool unasked;     /* understood, but the form has no line for it */
};

struct pmo_form_item {
	const struct pmo_record *record;
	const char *key;   /* what its lines begin with: "5.4", "ACT-011" */
	const char *title; /* "" when it has none */
	const char *now;   /* "now 45 %, 10 d left" */
	const struct pmo_question *questions;
};

struct pmo_form {
	const struct pmo_record *person; /* who owes it */
	const struct pmo_record *to;     /* who is asked: the same, or who stands in */
	int32_t away_to;                 /* PMO_DATE_NONE: they are here */
	const struct pmo_record *open;   /* the check-in that it is asked with again, or NULL */
	bool is_out;                     /* its form for that day was made before */
	struct pmo_form_item *items;
	size_t count, capacity;
	size_t withheld; /* so many are not for people outside */
};

struct pmo_forms {
	struct pmo_form *items; /* by the people's handles */
	size_t count, capacity;
	int32_t until; /* the day by which answers are wanted */
};

struct pmo_form_options {
	int32_t until;
	const char *const *people; /* handles; NULL: everybody who owes something, but me */
	size_t people_count;
};

/* The day by which answers are wanted where nobody says one. */
PMO_API int32_t pmo_form_usual_until(const struct pmo_world *world);

/*
 * The forms for what is owed by a day: tasks under way, starting or finishing, and what
 * lib/practice/duties.c counts. Memory is the workspace's; the plan must be computed and live
 * as long.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_forms_make(struct pmo_workspace *workspace,
						   struct pmo_plan *plan,
						   const struct pmo_form_options *options,
						   struct pmo_forms *forms);

/* What stands in a form beside the questions. */
struct pmo_form_letter {
	const char *checkin; /* its id */
	const char *sender;  /* the name below */
	int32_t until;
};

/* The form as plain text. */
PMO_API void pmo_form_write(const struct pmo_form *form, const struct pmo_form_letter *letter,
			    struct pmo_buffer *out);

/* Whether a question of an item has a line in its form. */
PMO_API bool pmo_form_asks(const struct pmo_form_item *item, const struct pmo_question *question);

/* Writes the check-in of a form into an update: a new one, or the open one. */
PMO_API PMO_CHECKED enum pmo_result pmo_form_keep(const struct pmo_form *form, int32_t until,
						  struct pmo_update *update,
						  struct pmo_draft **draft);

/* A message as it came. */
struct pmo_reply {
	const char *source;     /* the file, for messages */
	const char *address;    /* of the sender; "" when there is none */
	const char *person;     /* the handle, when somebody says who it is; else NULL */
	const char *message_id; /* "" when it has none: then its text stands for it */
	const char *subject;
	const char *text;  /* all of it */
	const char *fresh; /* without what it quotes */
	bool automatic;    /* written by a program: an absence note */
};

/* What became of a reply. */
struct pmo_taken {
	const char *source;
	const struct pmo_record *person;  /* who wrote it, or NULL */
	const struct pmo_record *checkin; /* what it answers, or NULL */
	const char *owner;                /* whose check-in that is */
	const char *message_id;           /* or what stands for it */
	const char *refused;              /* why nothing of it is taken, or NULL */
	bool is_needless;                 /* nor has to be: an automatic reply, taken before */
	size_t lines;                     /* that were understood */
};

struct pmo_answer {
	size_t reply;                    /* into replies */
	const struct pmo_record *record; /* NULL: a new one */
	const char *key;
	const struct pmo_question *question;
	const char *value;   /* as it is written: "45%", "10d" */
	const char *shown;   /* "50 → 45 %"; NULL: nothing changes */
	const char *refused; /* why it is not taken, or NULL */
	const char *line;    /* as it was typed */
	unsigned depth;      /* of quoting */
};

/* What the answers about a task do to the plan. */
struct pmo_take_effect {
	size_t reply;
	const struct pmo_record *record; /* NULL: all of them together */
	const char *text;                /* "Build complete Dec 3 → Dec 8,  go-live +3 d" */
};

struct pmo_take {
	struct pmo_workspace *workspace;
	const struct pmo_project *project;
	struct pmo_plan *plan; /* computed; NULL: there is none */
	struct pmo_taken *replies;
	size_t reply_count, reply_capacity;
	struct pmo_answer *answers;
	size_t answer_count, answer_capacity;
	struct pmo_take_effect *effects;
	size_t effect_count, effect_capacity;
	int32_t go_live_days; /* by which go-live moves; see has_go_live */
	bool has_go_live;
};

PMO_API void pmo_take_begin(struct pmo_workspace *workspace, const struct pmo_project *project,
			    struct pmo_plan *plan, struct pmo_take *take);

/* Reads a reply. What is wrong with it stands in the take; the result is about memory alone. */
PMO_API PMO_CHECKED enum pmo_result pmo_take_read(struct pmo_take *take,
						  const struct pmo_reply *reply);

/* Whether an answer changes something. */
PMO_API bool pmo_answer_is_change(const struct pmo_answer *answer);

/* Schedules with and without the answers. */
PMO_API PMO_CHECKED enum pmo_result pmo_take_effects(struct pmo_take *take);

/*
 * What would change, to be edited: a heading `[CHK-018]` for each reply, and lines such as
 * `TSK-031 percent=45`.
 */
PMO_API void pmo_take_write(const struct pmo_take *take, struct pmo_buffer *out);

/* The line of such a text that cannot be read, and why. */
struct pmo_take_fault {
	size_t line;
	const char *why;
};

/*
 * Takes what is left of that text in place of the changes; the effects are to be found anew.
 * What was not asked stands among the answers, refused. PMO_INVALID: a line cannot be read, and
 * nothing is changed.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_take_reread(struct pmo_take *take, const char *text,
						    struct pmo_take_fault *fault);

/* Writes it all into an update: values with `from CHK-012` in their history, new records. */
PMO_API PMO_CHECKED enum pmo_result pmo_take_apply(struct pmo_take *take,
						   struct pmo_update *update);

/* Check-ins of the project that were asked for and that nothing answers, in this take either. */
PMO_API PMO_CHECKED enum pmo_result pmo_take_unanswered(const struct pmo_take *take,
							const struct pmo_record ***checkins,
							size_t *count);

#endif
