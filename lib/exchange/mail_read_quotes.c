/*
 * What is new in a reply. Mail programs mark what they answer in few ways: `> ` before the
 * lines, a line that says who wrote them, or a block of headers after which nothing is new.
 */
#include "exchange/mail_read.h"

#include <pmo/text.h>

#include <string.h>

enum { LOOK_AHEAD = 5 }; /* lines in which the headers of what is answered follow each other */

static struct mail_span trim_both(struct mail_span line)
{
	line = mail_trim(line);
	while (line.length && (*line.bytes == ' ' || *line.bytes == '*')) {
		line.bytes++;
		line.length--;
	}
	return line;
}

static bool begins(struct mail_span line, const char *with)
{
	size_t length = strlen(with);
	if (line.length < length)
		return false;
	for (size_t i = 0; i < length; i++)
		if (pmo_ascii_to_lower(line.bytes[i]) != with[i])
			return false;
	return true;
}

static bool contains(struct mail_span line, char c)
{
	return line.length && memchr(line.bytes, c, line.length);
}

/* `On Fri, Nov 20, 2026 at 9:12 AM Pat <pc@x.gov> wrote:` or its last line. */
static bool is_introduction(struct mail_span line)
{
	if (!line.length || line.bytes[line.length - 1] != ':')
		return false;
	struct mail_span end = { line.bytes + line.length, 0 };
	end.bytes -= line.length < 6 ? line.length : 6;
	end.length = (size_t)(line.bytes + line.length - end.bytes);
	return begins(end, "wrote:") || contains(line, '@') || contains(line, '<') ||
	       (begins(line, "on ") && contains(line, ','));
}

/* `From: Pat` with `Sent:` or `To:` in the lines below it: what is answered begins. */
static bool is_header_block(struct mail_span line, struct mail_span rest)
{
	static const char *const others[] = { "sent:", "date:", "to:", "subject:" };
	unsigned found = 0;
	if (!begins(line, "from:"))
		return false;
	for (int i = 0; i < LOOK_AHEAD && rest.length; i++) {
		struct mail_span next = trim_both(mail_next_line(&rest));
		for (size_t j = 0; j < sizeof(others) / sizeof(*others); j++)
			found += begins(next, others[j]);
	}
	return found >= 2;
}

static bool ends_reply(struct mail_span line, struct mail_span raw, struct mail_span rest)
{
	while (raw.length &&
	       (raw.bytes[raw.length - 1] == '\n' || raw.bytes[raw.length - 1] == '\r'))
		raw.length--;
	if ((raw.length == 2 || raw.length == 3) && memcmp(raw.bytes, "-- ", raw.length) == 0)
		return true;
	return begins(line, "-----original message") || begins(line, "----- original message") ||
	       begins(line, "begin forwarded message") || begins(line, "---------- forwarded") ||
	       is_header_block(line, rest);
}

/* The last line that says something, without what follows it; false: there is none. */
static bool last_line(const struct pmo_buffer *out, size_t end, struct mail_span *line)
{
	while (end && pmo_ascii_is_space(out->data[end - 1]))
		end--;
	size_t start = end;
	while (start && out->data[start - 1] != '\n')
		start--;
	*line = (struct mail_span){ out->data + start, end - start };
	return end > 0;
}

/* Takes off the line, or the two, that introduce what is quoted next. */
static void drop_introduction(struct pmo_buffer *out)
{
	struct mail_span line, before;
	if (!last_line(out, out->length, &line) || !is_introduction(trim_both(line)))
		return;
	size_t start = (size_t)(line.bytes - out->data);
	/* Broken over two lines, the first one has the day. */
	if (!begins(trim_both(line), "on ") && start && last_line(out, start, &before) &&
	    begins(before, "on ") && contains(before, ','))
		start = (size_t)(before.bytes - out->data);
	pmo_buffer_truncate(out, start);
}

enum pmo_result pmo_mail_strip_quotes(const char *text, struct pmo_arena *arena, const char **reply)
{
	struct mail_span rest = { text, strlen(text) };
	struct pmo_buffer out;
	bool was_quoted = false;
	pmo_buffer_init(&out, (size_t)MAIL_BYTES * 4);
	while (rest.length) {
		struct mail_span raw = mail_next_line(&rest), line = trim_both(raw);
		bool quoted = line.length && *line.bytes == '>';
		if (!quoted && ends_reply(line, raw, rest))
			break;
		if (quoted && !was_quoted)
			drop_introduction(&out);
		if (!quoted)
			pmo_buffer_add(&out, raw.bytes, raw.length);
		was_quoted = quoted || (was_quoted && !line.length);
	}
	while (out.length && pmo_ascii_is_space(out.data[out.length - 1]))
		pmo_buffer_truncate(&out, out.length - 1);
	if (out.length)
		pmo_buffer_add_char(&out, '\n');
	*reply = out.failed ? NULL : pmo_arena_copy(arena, out.data, out.length);
	pmo_buffer_release(&out);
	return *reply ? PMO_OK : PMO_NO_MEMORY;
}
