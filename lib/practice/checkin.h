/*
 * Inside the layer: asking and taking, see <pmo/checkin.h>.
 */
#ifndef PRACTICE_CHECKIN_H
#define PRACTICE_CHECKIN_H

#include <pmo/checkin.h>
#include <pmo/practice.h>

/* What can be asked of the records of a register. */
struct ask_row {
	const char *register_name; /* NULL: any other */
	const struct pmo_question *questions;
};

extern const struct ask_row ask_rows[];

/* What every form can be answered with: issues, risks, days away. */
extern const struct pmo_question ask_extras[];

/* The questions for a record's register. Never NULL. */
const struct pmo_question *ask_questions(const struct pmo_record *record);

/* "5.4" of a task that has a code, else "ACT-011". */
const char *ask_key(const struct pmo_record *record);

/* The person of a handle, or NULL. */
const struct pmo_record *ask_person(struct pmo_workspace *workspace, const char *handle);

/* The day until which somebody is away, and who stands in; PMO_DATE_NONE: they are here. */
PMO_CHECKED enum pmo_result ask_absence(struct pmo_workspace *workspace,
					const struct pmo_record *person, int32_t *until,
					const char **delegate);

/* Whether a form asks for it by that day: of a task or milestone, of what else is owed. */
bool ask_has_item(const struct pmo_plan_item *item, int32_t until);
bool ask_has_duty(const struct pmo_duty *duty, int32_t until);

/*
 * Whether a person may be told of a record, through who is written to. Who stands in for somebody
 * outside does their work; for somebody inside, they are told.
 */
bool ask_may_tell(const struct pmo_record *person, const struct pmo_record *to,
		  const struct pmo_record *record);

/* Whether the owner of a record can be asked for it: somebody else, who is here and may know. */
bool ask_reaches(const struct pmo_record *record, const char *handle);

/* Whether `pmo ask OWNER` asks for it today, or again, of a check-in. */
bool ask_is_next(const struct pmo_duty *duty);

/* The date of a field, or PMO_DATE_NONE. */
int32_t ask_date(const struct pmo_record *record, const char *field);

/* A line of a reply about a record, taken apart. */
struct take_line {
	struct pmo_take *take;
	size_t reply;
	const struct pmo_record *record;
	const char *key;
	const char *line;
	unsigned depth;
};

/* Reads the answer to a question; keeps it, or why it is refused. */
PMO_CHECKED enum pmo_result take_answer(const struct take_line *line,
					const struct pmo_question *question, const char *text);

/* Reads a line of somebody's own: `45% 10 days left`, `done`. */
PMO_CHECKED enum pmo_result take_free(const struct take_line *line, const char *text);

/* Reads all lines of a reply. */
PMO_CHECKED enum pmo_result take_lines(struct pmo_take *take, size_t reply, const char *text,
				       const char *fresh);

/* What a text says; false, and why in value, when it cannot be taken. value NULL: no change. */
struct take_value {
	struct pmo_arena *arena;
	const struct pmo_record *record;
	const struct pmo_question *question;
	const char *person; /* who answers */
	const char *value;  /* NULL: it says that nothing changes */
	const char *shown;
	const char *why;
};

bool take_value_read(struct take_value *read, const char *text);

/* One line of text, without what stands around it, at most so many bytes. */
const char *take_words(struct pmo_arena *arena, const char *text, size_t limit);

#endif
