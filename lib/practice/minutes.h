/*
 * Inside the layer: marks whose people and days are known, and the parts of reading and
 * applying them.
 */
#ifndef PRACTICE_MINUTES_H
#define PRACTICE_MINUTES_H

#include <pmo/minutes.h>

/* What is known of a mark. Texts are of the minutes' arena. */
struct minutes_mark {
	const struct pmo_minutes_line *line;
	const char *owner; /* handle, or NULL */
	int32_t due;       /* PMO_DATE_NONE: none */
	const char *text;
	const char *id;     /* of the line, or of the old mark that it is; NULL: new */
	const char *result; /* of a motion, or NULL */
	int votes[3];       /* for, against, abstain; -1: not said */
	int old;            /* the mark of the kept page that it is; -1: none */
	bool is_used;       /* of an old one: a new one is it */
	bool is_skipped;    /* not understood: it stays a note */
};

/* People by handle, name, first name, e-mail or role. */
struct minutes_people {
	struct pmo_records records;
	int name, email, role; /* fields; -1: none */
	struct pmo_arena *arena;
	const char *me;
};

PMO_CHECKED enum pmo_result minutes_people_open(struct pmo_minutes *minutes,
						struct minutes_people *people);

/* Those whom a text can mean, at most as many as there is room for. */
PMO_CHECKED enum pmo_result minutes_people_find(const struct minutes_people *people,
						const char *text,
						struct pmo_minutes_question *question);

/* The handle of the first words of a text, and how many bytes they are; 0: no handle. */
size_t minutes_people_begin(const struct minutes_people *people, const char *text,
			    const char **handle);

/*
 * The one person that a text means; NULL, and told unless quiet, when there is none or not
 * one.
 */
const char *minutes_who(struct pmo_minutes *minutes, const struct minutes_people *people,
			const struct pmo_minutes_line *line, const char *name, bool quiet);

/* Makes marks of the lines of a sheet. quiet: of the kept page, whose faults were told. */
PMO_CHECKED enum pmo_result minutes_resolve(struct pmo_minutes *minutes,
					    const struct minutes_people *people,
					    const struct pmo_minutes_sheet *sheet, bool quiet);

/* Which old mark a new one is, and which are gone. */
PMO_CHECKED enum pmo_result minutes_match(struct pmo_minutes *minutes);

PMO_CHECKED enum pmo_result minutes_tell(struct pmo_minutes *minutes,
					 const struct pmo_minutes_event *event);

const char *minutes_format(const struct pmo_minutes *minutes, const char *format, ...)
	PMO_PRINTF(2, 3);

/* A draft of the meeting and what it is done with. */
struct minutes_work {
	struct pmo_minutes *minutes;
	struct minutes_people people;
	struct pmo_update *update;
	struct pmo_draft *draft; /* of the meeting */
};

/* Records, lists, attendance and single facts, outcomes. */
PMO_CHECKED enum pmo_result minutes_apply_record(struct minutes_work *work,
						 struct minutes_mark *mark);
PMO_CHECKED enum pmo_result minutes_apply_item(struct minutes_work *work,
					       const struct minutes_mark *mark);
PMO_CHECKED enum pmo_result minutes_apply_attendance(struct minutes_work *work);
PMO_CHECKED enum pmo_result minutes_apply_facts(struct minutes_work *work);
PMO_CHECKED enum pmo_result minutes_apply_outcomes(struct minutes_work *work);

/* The day of the meeting; PMO_DATE_NONE: it has none. */
int32_t minutes_day(const struct pmo_record *meeting);

/* "MTG-005.md" has these: topics of the agenda, NULL-ended. NULL: no memory. */
const char *const *minutes_topics(const struct pmo_record *meeting, struct pmo_arena *arena);

/* The text of a member of a list's item, or NULL. */
const char *minutes_member(const struct pmo_record *record, int field, uint32_t index,
			   const char *member);

#endif
