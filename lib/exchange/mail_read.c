/*
 * Reading a message: which of its parts a person would read, and what stands there. A message
 * is read as far as it goes; parts inside parts end at a depth, and there is a most of them.
 */
#include "exchange/mail_read.h"

#include <pmo/text.h>

#include <string.h>

struct reading {
	struct pmo_arena *arena;
	unsigned parts;
	bool failed; /* memory is out */
};

/* Where the text of parts goes. */
struct gathered {
	struct pmo_buffer plain, html;
	unsigned depth;
	bool chooses; /* the parts are forms of one text: one of them is taken in the end */
};

static void read_part(struct reading *reading, struct mail_span part, struct gathered *into);

static void gathered_init(struct gathered *gathered, const struct gathered *outer, bool chooses)
{
	pmo_buffer_init(&gathered->plain, (size_t)MAIL_BYTES * 4);
	pmo_buffer_init(&gathered->html, (size_t)MAIL_BYTES * 4);
	gathered->depth = outer ? outer->depth + 1 : 0;
	gathered->chooses = chooses;
}

static bool is_blank(const struct pmo_buffer *text)
{
	for (size_t i = 0; i < text->length; i++)
		if (!pmo_ascii_is_space(text->data[i]))
			return false;
	return true;
}

/* What was gathered as one text, plain where there is such a form. */
static void take(struct reading *reading, struct gathered *gathered, struct pmo_buffer *out)
{
	if (!is_blank(&gathered->plain))
		pmo_buffer_add(out, gathered->plain.data, gathered->plain.length);
	else if (gathered->html.length)
		mail_add_html((struct mail_span){ gathered->html.data, gathered->html.length },
			      out);
	reading->failed = reading->failed || gathered->plain.failed || gathered->html.failed;
	pmo_buffer_release(&gathered->plain);
	pmo_buffer_release(&gathered->html);
}

static bool begins(const char *text, const char *with)
{
	while (*with && pmo_ascii_to_lower(*text) == *with) {
		text++;
		with++;
	}
	return !*with;
}

/* The depth of `> > ` before a line, which is taken off. */
static unsigned take_quotes(struct mail_span *line)
{
	unsigned depth = 0;
	while (line->length && *line->bytes == '>') {
		line->bytes++;
		line->length--;
		depth++;
	}
	if (line->length && *line->bytes == ' ') {
		line->bytes++;
		line->length--;
	}
	return depth;
}

/* Lines that a mail program has broken are joined again (RFC 3676, format=flowed). */
static void add_flowed(const struct pmo_buffer *text, struct pmo_buffer *out)
{
	struct mail_span rest = { text->data, text->length };
	unsigned before = 0;
	bool open = false;
	while (rest.length) {
		struct mail_span line = mail_next_line(&rest);
		while (line.length && line.bytes[line.length - 1] == '\n')
			line.length--;
		unsigned depth = take_quotes(&line);
		bool signature = line.length == 3 && memcmp(line.bytes, "-- ", 3) == 0;
		if (open && (depth != before || signature)) {
			pmo_buffer_add_char(out, '\n');
			open = false;
		}
		if (!open && depth) {
			pmo_buffer_add_repeat(out, '>', depth);
			pmo_buffer_add_char(out, ' ');
		}
		pmo_buffer_add(out, line.bytes, line.length);
		open = line.length && line.bytes[line.length - 1] == ' ' && !signature;
		if (!open)
			pmo_buffer_add_char(out, '\n');
		before = depth;
	}
}

static void add_plain(struct reading *reading, const struct pmo_buffer *text, const char *type,
		      struct pmo_buffer *out)
{
	const char *format = mail_parameter(reading->arena, type, "format");
	if (out->length && out->data[out->length - 1] != '\n')
		pmo_buffer_add_char(out, '\n');
	if (format && pmo_ascii_equal(format, "flowed"))
		add_flowed(text, out);
	else
		pmo_buffer_add(out, text->data, text->length);
}

static void read_text(struct reading *reading, struct mail_span head, struct mail_span body,
		      struct gathered *into)
{
	struct pmo_arena *arena = reading->arena;
	const char *type = mail_value(arena, head, "content-type");
	const char *encoding = mail_value(arena, head, "content-transfer-encoding");
	const char *charset = type ? mail_parameter(arena, type, "charset") : NULL;
	struct pmo_buffer bytes, text;
	if (!charset || !encoding) {
		reading->failed = true;
		return;
	}
	pmo_buffer_init(&bytes, MAIL_BYTES);
	pmo_buffer_init(&text, (size_t)MAIL_BYTES * 4);
	mail_decode(body, encoding, &bytes);
	mail_add_utf8((struct mail_span){ bytes.data, bytes.length }, charset, &text);
	if (begins(type, "text/html"))
		pmo_buffer_add(&into->html, text.data, text.length);
	else
		add_plain(reading, &text, type, &into->plain);
	reading->failed = reading->failed || text.failed || bytes.failed;
	pmo_buffer_release(&bytes);
	pmo_buffer_release(&text);
}

/* `--boundary` at the start of a line: 1; with `--` behind it, the last one: 2; else 0. */
static int boundary_kind(struct mail_span line, const char *boundary, size_t length)
{
	if (line.length < length + 2 || memcmp(line.bytes, "--", 2) != 0 ||
	    memcmp(line.bytes + 2, boundary, length) != 0)
		return 0;
	line = mail_trim(line);
	if (line.length == length + 2)
		return 1;
	bool ends = line.length == length + 4 && memcmp(line.bytes + length + 2, "--", 2) == 0;
	return ends ? 2 : 0;
}

static void read_child(struct reading *reading, struct mail_span part, struct gathered *into)
{
	struct gathered own;
	if (into->chooses) {
		into->depth++;
		read_part(reading, part, into);
		into->depth--;
		return;
	}
	gathered_init(&own, into, false);
	read_part(reading, part, &own);
	take(reading, &own, &into->plain);
}

static void read_parts(struct reading *reading, struct mail_span body, const char *boundary,
		       struct gathered *into)
{
	size_t length = strlen(boundary);
	struct mail_span part = { NULL, 0 };
	bool ended = false;
	while (body.length && !ended) {
		struct mail_span line = mail_next_line(&body);
		int kind = boundary_kind(line, boundary, length);
		if (!kind) {
			part.length += part.bytes ? line.length : 0;
			continue;
		}
		if (part.bytes)
			read_child(reading, part, into);
		part = (struct mail_span){ body.bytes, 0 };
		ended = kind == 2;
	}
	if (part.bytes && !ended)
		read_child(reading, part, into); /* the end was cut off */
}

static void read_alternative(struct reading *reading, struct mail_span body, const char *boundary,
			     struct gathered *into)
{
	struct gathered own;
	gathered_init(&own, into, true);
	read_parts(reading, body, boundary, &own);
	take(reading, &own, &into->plain);
}

static bool is_file(struct reading *reading, struct mail_span head)
{
	const char *placed = mail_value(reading->arena, head, "content-disposition");
	return !placed || begins(placed, "attachment");
}

static void read_part(struct reading *reading, struct mail_span part, struct gathered *into)
{
	struct mail_span body, head = mail_split_head(part, &body);
	if (reading->failed || ++reading->parts > MAIL_PARTS || into->depth > MAIL_DEPTH)
		return;
	const char *type = mail_value(reading->arena, head, "content-type");
	const char *boundary = type ? mail_parameter(reading->arena, type, "boundary") : NULL;
	if (!boundary) {
		reading->failed = true;
		return;
	}
	if (begins(type, "multipart/alternative") && *boundary)
		read_alternative(reading, body, boundary, into);
	else if (begins(type, "multipart/") && *boundary)
		read_parts(reading, body, boundary, into);
	else if ((!*type || begins(type, "text/plain") || begins(type, "text/html")) &&
		 !is_file(reading, head))
		read_text(reading, head, body, into);
}

/* `"Spencer, Dana" <dana@x.gov> (desk)` taken apart; no memory: false. */
static bool read_address(struct pmo_arena *arena, const char *value,
			 struct pmo_mail_message *message)
{
	const char *open = strrchr(value, '<');
	const char *close = open ? strchr(open, '>') : NULL;
	const char *start = open && close ? open + 1 : value + strspn(value, " ");
	size_t length = open && close ? (size_t)(close - start) : strcspn(start, " (,");
	char *address = pmo_arena_copy(arena, start, length);
	char *name = open && close ? pmo_arena_copy(arena, value, (size_t)(open - value)) : NULL;
	for (char *c = address; c && *c; c++)
		*c = pmo_ascii_to_lower(*c);
	if (!address || (open && close && !name))
		return false;
	message->from_address = pmo_mail_is_address(address) ? address : "";
	message->from_name = "";
	if (!name)
		return true;
	char *to = name;
	for (const char *c = name; *c; c++)
		if (*c != '"' && *c != '\\')
			*to++ = *c;
	while (to > name && to[-1] == ' ')
		to--;
	*to = '\0';
	message->from_name = mail_words(arena, name);
	return message->from_name != NULL;
}

/* Written by a program: an absence note, a bounce. */
static bool is_automatic(struct pmo_arena *arena, struct mail_span head,
			 const struct pmo_mail_message *message)
{
	static const char *const headers[] = { "x-autoreply", "x-autorespond",
					       "x-failed-recipients" };
	const char *kind = mail_value(arena, head, "auto-submitted");
	const char *precedence = mail_value(arena, head, "precedence");
	const char *type = mail_value(arena, head, "content-type");
	if (kind && *kind && !begins(kind, "no"))
		return true;
	for (size_t i = 0; i < sizeof(headers) / sizeof(*headers); i++) {
		const char *value = mail_value(arena, head, headers[i]);
		if (value && *value)
			return true;
	}
	return (precedence && begins(precedence, "auto")) ||
	       (type && begins(type, "multipart/report")) ||
	       begins(message->from_address, "mailer-daemon@") ||
	       begins(message->from_address, "postmaster@");
}

/* A mailbox begins each message with a line that is no header. */
static struct mail_span without_envelope(struct mail_span message)
{
	struct mail_span rest = message;
	while (rest.length && (*rest.bytes == '\n' || *rest.bytes == '\r')) {
		rest.bytes++;
		rest.length--;
	}
	if (rest.length >= 3 && memcmp(rest.bytes, "\xEF\xBB\xBF", 3) == 0) {
		rest.bytes += 3;
		rest.length -= 3;
	}
	if (rest.length > 5 && memcmp(rest.bytes, "From ", 5) == 0)
		mail_next_line(&rest);
	return rest;
}

/* Text that begins with a line like `note: x` is not a message yet. */
static bool is_message(struct pmo_arena *arena, struct mail_span head)
{
	static const char *const names[] = { "from",         "message-id", "received",
					     "mime-version", "date",       "return-path" };
	unsigned found = 0;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *value = mail_value(arena, head, names[i]);
		found += value && *value;
	}
	return found > 0;
}

static enum pmo_result read_head(struct pmo_arena *arena, struct mail_span head,
				 struct pmo_mail_message *message)
{
	const char *from = mail_value(arena, head, "from");
	const char *subject = mail_value(arena, head, "subject");
	message->message_id = mail_value(arena, head, "message-id");
	message->in_reply_to = mail_value(arena, head, "in-reply-to");
	message->references = mail_value(arena, head, "references");
	message->date = mail_value(arena, head, "date");
	message->subject = subject ? mail_words(arena, subject) : NULL;
	bool fine = from && message->subject && message->message_id && message->in_reply_to &&
		    message->references && message->date && read_address(arena, from, message);
	if (!fine)
		return PMO_NO_MEMORY;
	message->automatic = is_automatic(arena, head, message);
	return PMO_OK;
}

enum pmo_result pmo_mail_read(const char *bytes, size_t length, struct pmo_arena *arena,
			      struct pmo_mail_message *message)
{
	struct reading reading = { .arena = arena };
	struct mail_span whole = { bytes, length }, body;
	struct gathered all;
	struct pmo_buffer text;
	*message = (struct pmo_mail_message){ .text = "" };
	if (length > MAIL_BYTES)
		return PMO_INVALID;
	whole = without_envelope(whole);
	struct mail_span head = mail_split_head(whole, &body);
	if (!is_message(arena, head))
		return PMO_INVALID;
	enum pmo_result result = read_head(arena, head, message);
	if (result != PMO_OK)
		return result;
	gathered_init(&all, NULL, false);
	pmo_buffer_init(&text, (size_t)MAIL_BYTES * 4);
	read_part(&reading, whole, &all);
	take(&reading, &all, &text);
	message->text = reading.failed || text.failed
				? NULL
				: pmo_arena_copy(arena, text.data, text.length);
	pmo_buffer_release(&text);
	return message->text ? PMO_OK : PMO_NO_MEMORY;
}

size_t pmo_mail_next(const char *bytes, size_t length, size_t *at)
{
	struct mail_span rest = { bytes + *at, length - *at };
	bool blank = true, first = true;
	size_t start = *at;
	while (rest.length) {
		const char *line_start = rest.bytes;
		struct mail_span line = mail_next_line(&rest);
		bool begins_one = blank && line.length > 5 && memcmp(line.bytes, "From ", 5) == 0;
		if (begins_one && !first) {
			*at = (size_t)(line_start - bytes);
			return *at - start;
		}
		first = false;
		blank = !mail_trim(line).length;
	}
	*at = length;
	return length - start;
}
