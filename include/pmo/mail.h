/*
 * Mail: messages written as drafts, and replies read.
 *
 * A draft is an .eml file that opens for sending in any mail program (X-Unsent: 1) and that
 * `sendmail -t` takes as it is. It is a function of what is put in: no clock, no random
 * number; Message-ID and boundaries come from the key. Header values can hold no line
 * breaks: whatever stands in a name or a subject stays in its header.
 *
 *     struct pmo_mail mail = { .from = "pc@example.gov", .subject = "...", .text = "..." };
 *     pmo_mail_write(&mail, &out)
 *
 * Reading is lenient: a reply may be quoted-printable or base64, UTF-8 or Latin-1, have
 * several parts or HTML alone. What comes out is the text that a person would read.
 */
#ifndef PMO_MAIL_H
#define PMO_MAIL_H

#include <pmo/arena.h>
#include <pmo/buffer.h>
#include <pmo/moment.h>
#include <pmo/result.h>
#include <stdbool.h>
#include <stddef.h>

struct pmo_mail_address {
	const char *name; /* for people; may be NULL */
	const char *address;
};

/* A part beside the text. */
struct pmo_mail_part {
	const char *name; /* of the file */
	const char *type; /* "text/calendar; method=REQUEST; charset=utf-8" */
	const char *bytes;
	size_t length;
	bool alternative; /* another form of the text (calendar requests), not a file */
};

struct pmo_mail {
	struct pmo_mail_address from;
	const struct pmo_mail_address *to, *cc;
	size_t to_count, cc_count;
	const char *subject;
	const char *text;        /* plain, UTF-8 */
	const char *html;        /* the same for programs that prefer it; NULL: none */
	const char *key;         /* what makes it this message: "ask CHK-014 V2 2026-11-20" */
	const char *domain;      /* of the Message-ID; NULL: that of the sender */
	const char *in_reply_to; /* a Message-ID with its brackets, or NULL */
	int64_t date;            /* minutes since 1970 UTC for Date; 0: none, the sender adds it */
	const struct pmo_mail_part *parts;
	size_t part_count;
	bool unsent; /* a draft to open and send; false: for sendmail -t */
};

/* The whole message, lines ended by CRLF. PMO_INVALID: an address that is none. */
PMO_API PMO_CHECKED enum pmo_result pmo_mail_write(const struct pmo_mail *mail,
						   struct pmo_buffer *out);

/* Whether a text can stand as an address: one @, no blanks, controls or brackets. */
PMO_API bool pmo_mail_is_address(const char *text);

/* A message as it was received; texts are UTF-8, controls but line ends left out. */
struct pmo_mail_message {
	const char *message_id, *in_reply_to, *references; /* "" when absent */
	const char *from_name, *from_address;              /* the address in lower case */
	const char *subject;
	const char *date; /* as written */
	const char *text; /* the plain part, else the HTML as text */
	bool automatic;   /* an out-of-office or a bounce: Auto-Submitted and the like */
};

/*
 * Reads a message of at most 16 MiB. Memory of the arena. PMO_INVALID: no message at all;
 * whatever else is odd is read as far as it goes.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_mail_read(const char *bytes, size_t length,
						  struct pmo_arena *arena,
						  struct pmo_mail_message *message);

/*
 * A mailbox (mbox) holds several messages, a single file one: the length of the one at *at,
 * which goes on to the next; 0 at the end.
 */
PMO_API size_t pmo_mail_next(const char *bytes, size_t length, size_t *at);

/*
 * The reply without what it answers: quoted lines (`> `), the line that introduces them, a
 * signature after `-- `, a block that begins like "From: ... Sent: ...". Top posting leaves
 * what stands above; answers between quoted lines stay, in order.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_mail_strip_quotes(const char *text,
							  struct pmo_arena *arena,
							  const char **reply);

#endif
