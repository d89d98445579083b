/* Heads of messages and parts: RFC 5322 fields, RFC 2045 parameters, RFC 2047 words. */
#include "exchange/mail_read.h"

#include <pmo/text.h>

#include <string.h>

struct mail_span mail_next_line(struct mail_span *rest)
{
	struct mail_span line = *rest;
	const char *end = rest->length ? memchr(rest->bytes, '\n', rest->length) : NULL;
	if (end)
		line.length = (size_t)(end + 1 - rest->bytes);
	rest->bytes += line.length;
	rest->length -= line.length;
	return line;
}

struct mail_span mail_trim(struct mail_span line)
{
	while (line.length && pmo_ascii_is_space(line.bytes[line.length - 1]))
		line.length--;
	return line;
}

struct mail_span mail_split_head(struct mail_span part, struct mail_span *body)
{
	struct mail_span head = { part.bytes, 0 }, rest = part;
	while (rest.length) {
		struct mail_span line = mail_next_line(&rest);
		if (!mail_trim(line).length)
			break;
		head.length += line.length;
	}
	*body = rest;
	if (head.length > MAIL_HEAD)
		head.length = MAIL_HEAD;
	return head;
}

static bool has_name(struct mail_span line, const char *name)
{
	size_t length = strlen(name);
	if (line.length <= length)
		return false;
	for (size_t i = 0; i < length; i++)
		if (pmo_ascii_to_lower(line.bytes[i]) != pmo_ascii_to_lower(name[i]))
			return false;
	while (length < line.length && (line.bytes[length] == ' ' || line.bytes[length] == '\t'))
		length++;
	return length < line.length && line.bytes[length] == ':';
}

static void add_unfolded(struct pmo_buffer *out, struct mail_span line)
{
	line = mail_trim(line);
	for (size_t i = 0; i < line.length; i++) {
		char c = line.bytes[i];
		pmo_buffer_add_char(out, c == '\t' || c == '\r' || !c ? ' ' : c);
	}
}

static char *take(struct pmo_arena *arena, struct pmo_buffer *text)
{
	/* A value beyond its limit is cut, not lost. */
	const char *start = text->data + strspn(text->data, " ");
	char *copy = pmo_arena_string(arena, start);
	pmo_buffer_release(text);
	return copy;
}

const char *mail_value(struct pmo_arena *arena, struct mail_span head, const char *name)
{
	struct pmo_buffer value;
	pmo_buffer_init(&value, MAIL_VALUE);
	while (head.length) {
		struct mail_span line = mail_next_line(&head);
		if (!has_name(line, name))
			continue;
		const char *colon = memchr(line.bytes, ':', line.length);
		line.length -= (size_t)(colon + 1 - line.bytes);
		line.bytes = colon + 1;
		add_unfolded(&value, line);
		while (head.length && (*head.bytes == ' ' || *head.bytes == '\t') && !value.failed)
			add_unfolded(&value, mail_next_line(&head));
		break;
	}
	return take(arena, &value);
}

/* From a parameter's `=` on: a word, or what stands in quotes. */
static const char *parameter_value(struct pmo_arena *arena, const char *at)
{
	struct pmo_buffer value;
	pmo_buffer_init(&value, MAIL_VALUE);
	at += strspn(at, " ");
	bool quoted = *at == '"';
	for (at += quoted; *at && (quoted ? *at != '"' : !strchr("; \t", *at)); at++) {
		if (quoted && *at == '\\' && at[1])
			at++;
		pmo_buffer_add_char(&value, *at);
	}
	return take(arena, &value);
}

const char *mail_parameter(struct pmo_arena *arena, const char *value, const char *name)
{
	size_t length = strlen(name);
	bool quoted = false;
	for (const char *at = value; *at; at++) {
		quoted = quoted != (*at == '"');
		if (quoted || *at != ';')
			continue;
		const char *word = at + 1 + strspn(at + 1, " ");
		struct mail_span rest = { word, strnlen(word, length) };
		bool same = rest.length == length;
		for (size_t i = 0; same && i < length; i++)
			same = pmo_ascii_to_lower(word[i]) == name[i];
		const char *equals = same ? word + length : "";
		equals += *equals == '*'; /* RFC 2231; names of sets and boundaries are ASCII */
		equals += strspn(equals, " ");
		if (*equals == '=')
			return parameter_value(arena, equals + 1);
	}
	return "";
}

/* `=?utf-8?Q?caf=C3=A9?=` at the start of a text; its length, or 0. */
static size_t add_word(struct pmo_arena *arena, const char *at, struct pmo_buffer *out)
{
	const char *set = at + 2, *kind = strchr(set, '?');
	const char *text = kind && kind[1] && kind[2] == '?' ? kind + 3 : NULL;
	const char *end = text ? strstr(text, "?=") : NULL;
	char way = kind ? pmo_ascii_to_lower(kind[1]) : '\0';
	if (!end || memchr(at + 2, ' ', (size_t)(end - at - 2)) || (way != 'q' && way != 'b'))
		return 0;
	struct pmo_buffer bytes;
	char *charset = pmo_arena_copy(arena, set, strcspn(set, "?*"));
	char *copy = pmo_arena_copy(arena, text, (size_t)(end - text));
	if (!charset || !copy)
		return 0;
	for (char *c = copy; way == 'q' && *c; c++)
		if (*c == '_')
			*c = ' ';
	pmo_buffer_init(&bytes, MAIL_VALUE);
	mail_decode((struct mail_span){ copy, strlen(copy) },
		    way == 'q' ? "quoted-printable" : "base64", &bytes);
	mail_add_utf8((struct mail_span){ bytes.data, bytes.length }, charset, out);
	pmo_buffer_release(&bytes);
	return (size_t)(end + 2 - at);
}

const char *mail_words(struct pmo_arena *arena, const char *value)
{
	struct pmo_buffer joined, text;
	bool after_word = false;
	pmo_buffer_init(&joined, (size_t)MAIL_VALUE * 4);
	for (const char *at = value; *at;) {
		/* Blanks between two encoded words are no text. */
		size_t blanks = strspn(at, " ");
		if (after_word && blanks && strncmp(at + blanks, "=?", 2) == 0)
			at += blanks;
		size_t word = strncmp(at, "=?", 2) == 0 ? add_word(arena, at, &joined) : 0;
		after_word = word > 0;
		if (!word)
			pmo_buffer_add_char(&joined, *at++);
		at += word;
	}
	for (size_t i = 0; i < joined.length; i++)
		if (joined.data[i] == '\n')
			joined.data[i] = ' ';
	pmo_buffer_init(&text, (size_t)MAIL_VALUE * 4);
	mail_add_utf8((struct mail_span){ joined.data, joined.length }, "utf-8", &text);
	pmo_buffer_release(&joined);
	return take(arena, &text);
}
