/*
 * What the commands about meetings share: which meeting is meant, its page of notes, and
 * mail to its people.
 */
#ifndef MEETING_H
#define MEETING_H

#include "cli/cli.h"

#include <pmo/mail.h>

/* Which meeting a word without an id means. */
enum meeting_which {
	MEETING_NEXT,      /* the next one that is not held: agendas */
	MEETING_UNWRITTEN, /* today's, else the last one without minutes */
};

/* The meeting of an id, of a kind or a series, or (NULL) of any kind. What is wrong is told. */
PMO_CHECKED enum pmo_result meeting_find(struct cli *cli, const char *word,
					 enum meeting_which which,
					 const struct pmo_record **meeting);

/* The same meeting after an update has begun. */
PMO_CHECKED enum pmo_result meeting_find_again(struct cli *cli, const struct pmo_record **meeting);

/* The page beside the record, "cadup/meetings/MTG-005.md"; memory of the run, or NULL. */
const char *meeting_page_path(struct cli *cli, const struct pmo_record *meeting);

/* The page's text; *text is NULL when there is none. */
PMO_CHECKED enum pmo_result meeting_read_page(struct cli *cli, const struct pmo_record *meeting,
					      char **text, size_t *length);

/* Sender and receivers of what a meeting sends: invitees, and who came. */
struct meeting_people {
	struct pmo_mail_address from;
	struct pmo_mail_address *to, *cc; /* optional ones */
	size_t to_count, cc_count;
	const char *left_out;              /* "V1 (no e-mail address)"; NULL: nobody */
	const struct pmo_record *outsider; /* the one who may see least; NULL: all are inside */
};

PMO_CHECKED enum pmo_result meeting_find_people(struct cli *cli, const struct pmo_record *meeting,
						struct meeting_people *people);

/* Text of a field, or NULL. */
const char *meeting_text(const struct pmo_record *meeting, const char *field);

/* "Tue Nov 17, 10:00 to 10:45"; memory of the run. */
const char *meeting_when(struct cli *cli, const struct pmo_record *meeting);

#endif
