/* Inside the reading of mail: heads, bodies, HTML. */
#ifndef EXCHANGE_MAIL_READ_H
#define EXCHANGE_MAIL_READ_H

#include <pmo/mail.h>

enum {
	MAIL_BYTES = 16 << 20, /* of a message */
	MAIL_HEAD = 1 << 20,   /* of the head of a part; what is beyond is not looked at */
	MAIL_VALUE = 16 << 10, /* of one header */
	MAIL_DEPTH = 12,       /* parts inside parts */
	MAIL_PARTS = 200,
};

struct mail_span {
	const char *bytes;
	size_t length;
};

/* Takes the next line off a span, its end included; an empty one at the end. */
struct mail_span mail_next_line(struct mail_span *rest);

/* Cuts line end and blanks off the end of a line. */
struct mail_span mail_trim(struct mail_span line);

/* Splits a part into its head, whose length it returns, and its body. */
struct mail_span mail_split_head(struct mail_span part, struct mail_span *body);

/* A header on one line, "" when it is not there; NULL: no memory. */
const char *mail_value(struct pmo_arena *arena, struct mail_span head, const char *name);

/* A parameter of a header: charset, boundary. "" when it is not there; NULL: no memory. */
const char *mail_parameter(struct pmo_arena *arena, const char *value, const char *name);

/* A header's encoded words (RFC 2047) as UTF-8; NULL: no memory. */
const char *mail_words(struct pmo_arena *arena, const char *value);

/* Undoes a transfer encoding; one that is not known changes nothing. */
void mail_decode(struct mail_span body, const char *encoding, struct pmo_buffer *out);

/*
 * Text of a character set as UTF-8 with plain line ends, without what cannot be seen. What
 * claims to be UTF-8 and is not is read as Windows-1252, as is every set that is not known.
 */
void mail_add_utf8(struct mail_span text, const char *charset, struct pmo_buffer *out);

/* What a person would read of HTML; quoted blocks get `> ` before their lines. */
void mail_add_html(struct mail_span html, struct pmo_buffer *out);

#endif
