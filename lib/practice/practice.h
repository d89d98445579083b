/*
 * Inside the layer: the table of duties and what the files share.
 */
#ifndef PRACTICE_H
#define PRACTICE_H

#include <pmo/expr.h>
#include <pmo/practice.h>

/*
 * One date of one register. Texts are expressions, but for note and next, which are texts with
 * {expressions} in them; {id} and {owner} in next are the short id and the owner of the duty.
 */
struct duty_row {
	const char *register_name;
	const char *what;
	const char *due;   /* NULL: it stands until somebody acts */
	const char *when;  /* NULL: open */
	const char *owner; /* NULL: the record's */
	const char *each;  /* a list of structures: due and owner are members of its items, */
	const char *until; /* and an item with this member is done */
	const char *note, *note_when;
	const char *graver; /* one step more serious where it holds */
	const char *next;
	enum pmo_duty_kind kind;
	int seriousness;
	const char *soon; /* name of the limit within which it is due soon; NULL: never */
	bool calendar_days;
};

extern const struct duty_row duty_rows[];

/* A limit in days, working or calendar days as it says; absent: there is none. */
int practice_days(const struct pmo_workspace *workspace, const char *limit, int absent);

/* Sets state and days from the due date, and adds the duty. */
PMO_CHECKED enum pmo_result duties_add_one(struct pmo_duties *duties, struct pmo_duty *duty,
					   int soon);

/* Says of issues that go up a level where to. */
PMO_CHECKED enum pmo_result ladder_note(struct pmo_workspace *workspace,
					const struct pmo_project *project,
					struct pmo_duties *duties);

#endif
