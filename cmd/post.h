/*
 * Letters: the one place where messages are drafted, sent and told of. They go out in one
 * update, together with the records that say so, and each of them once.
 *
 *     struct post post = { .cli = cli, .send = wanted->send };
 *     post_add(&post, &letter)          a letter to one person, from a routine
 *     post_begin(&post)                 or: the update, to change records in,
 *     post_put(&post, &mail, name, ...) and a message that is put together already
 *     post_end(&post, result)           writes the drafts, sends them with --send, tells
 *
 * A letter's name says what it is, to whom, and for which period: a second run finds it, and
 * sends what is still a draft. --send means the same everywhere: the letter is written into
 * outbox/ and handed to sendmail; where there is none it stays a draft, and that is told. When
 * sendmail fails the records stand, the draft stays, and the command ends with an error.
 */
#ifndef POST_H
#define POST_H

#include "outbox.h"

struct post_letter {
	const struct pmo_record *to;
	const struct pmo_project *project; /* whose coordinator signs; NULL: any */
	const char *name, *subject, *text;
};

struct post_entry {
	const char *name; /* in the outbox */
	const char *what; /* "MTG-007  minutes for 9 people"; NULL: it is only counted */
	const char *note; /* lines to tell after it, or NULL */
	enum outbox_done done;
	bool is_sent; /* now */
};

struct post {
	struct cli *cli;
	bool send;
	struct pmo_update *update;
	struct post_entry *entries;
	size_t count, capacity, silent;
	size_t drafted, sent; /* now */
	bool has_records;     /* records are changed beside the letters */
	bool is_committed, has_no_sendmail;
};

/* Who is meant: a handle, or coordinator, pm, sponsor of a project; NULL: nobody, not told. */
const struct pmo_record *post_person(struct cli *cli, const struct pmo_project *project,
				     const char *word);

/* Name and address of a person; NULL, or none in people.yaml: no address. */
struct pmo_mail_address post_address(const struct pmo_record *person);

/* Whether somebody can be written to. */
bool post_has_address(const struct pmo_record *person);

/* The user, else the coordinator of the project. PMO_USAGE, told: neither has an address. */
PMO_CHECKED enum pmo_result post_find_sender(struct cli *cli, const struct pmo_project *project,
					     struct pmo_mail_address *from);

/* Whether a letter about a record may go to a person. PMO_REFUSED, told: it may not. */
PMO_CHECKED enum pmo_result post_check_reader(const struct pmo_record *person,
					      const struct pmo_record *about);

/* Somebody without an address is counted, and told at the end. */
PMO_CHECKED enum pmo_result post_add(struct post *post, const struct post_letter *letter);

/* The update, for records that change with the letters. */
PMO_CHECKED enum pmo_result post_begin(struct post *post);

/*
 * Drafts a message; its key and mark are set here. What became of it stands in the last entry:
 * OUTBOX_THERE and OUTBOX_GONE are no faults. `what` is kept; NULL: it is only counted.
 */
PMO_CHECKED enum pmo_result post_put(struct post *post, const struct pmo_mail *mail,
				     const char *name, const char *what);

/* A letter of an earlier run: with --send it goes out where it is still a draft. */
PMO_CHECKED enum pmo_result post_again(struct post *post, const char *name);

/* Commits and sends, and tells nothing but faults; for commands that tell it their way. */
PMO_CHECKED enum pmo_result post_deliver(struct post *post, enum pmo_result result);

/* "No sendmail here: …" where that is so, and who has no address. */
void post_tell_left(struct post *post, struct pmo_buffer *out);

/* Releases the post, whatever happens; result is what came before, and what comes back. */
PMO_CHECKED enum pmo_result post_end(struct post *post, enum pmo_result result);

#endif
