/* Escapes of the formats. Each works on runs, so that plain text costs one pass and one copy. */
#include "escape.h"

#include "base/text_run.h"

#include <pmo/text.h>
#include <string.h>

bool escape_is_plain(const char *text, size_t length)
{
	return text_plain_run(text, length) == length;
}

static void add_json_escape(struct pmo_buffer *out, uint32_t c)
{
	static const char from[] = "\b\f\n\r\t\"\\", to[] = "bfnrt\"\\";
	const char *found = c && c < 0x80 ? strchr(from, (int)c) : NULL;
	if (found) {
		pmo_buffer_add_format(out, "\\%c", to[found - from]);
	} else if (c < 0x10000) {
		pmo_buffer_add_format(out, "\\u%04x", (unsigned)c);
	} else {
		unsigned pair = (unsigned)c - 0x10000;
		pmo_buffer_add_format(out, "\\u%04x\\u%04x", 0xd800 + (pair >> 10),
				      0xdc00 + (pair & 0x3ff));
	}
}

/* How many bytes stand for themselves in a string of JSON. */
static size_t json_run(const char *bytes, size_t length)
{
	size_t i = 0;
	for (; i + 8 <= length; i += 8) {
		uint64_t eight = text_eight(bytes + i);
		if (!text_eight_is_plain(eight) || text_eight_has(eight, '"') ||
		    text_eight_has(eight, '\\'))
			break;
	}
	while (i < length && text_is_plain(bytes[i]) && bytes[i] != '"' && bytes[i] != '\\')
		i++;
	return i;
}

void escape_add_json(struct pmo_buffer *out, const char *bytes, size_t length)
{
	pmo_buffer_add_char(out, '"');
	size_t i = 0, start = 0;
	while ((i += json_run(bytes + i, length - i)) < length) {
		uint32_t c;
		size_t size = pmo_text_next(bytes + i, length - i, &c);
		bool bad_byte = c == 0xfffd && size == 1;
		if (bad_byte || c == '"' || c == '\\' || pmo_text_is_hidden(c)) {
			pmo_buffer_add(out, bytes + start, i - start);
			start = i + size;
			if (bad_byte)
				pmo_text_add_character(out, c);
			else
				add_json_escape(out, c);
		}
		i += size;
	}
	pmo_buffer_add(out, bytes + start, length - start);
	pmo_buffer_add_char(out, '"');
}

static const char *skip_digits(const char *text)
{
	while (pmo_ascii_is_digit(*text))
		text++;
	return text;
}

bool escape_is_json_number(const char *text)
{
	text += *text == '-';
	if (!pmo_ascii_is_digit(*text) || (text[0] == '0' && pmo_ascii_is_digit(text[1])))
		return false;
	text = skip_digits(text);
	if (*text == '.') {
		if (!pmo_ascii_is_digit(text[1]))
			return false;
		text = skip_digits(text + 1);
	}
	if (*text == 'e' || *text == 'E') {
		text++;
		text += *text == '+' || *text == '-';
		if (!pmo_ascii_is_digit(*text))
			return false;
		text = skip_digits(text);
	}
	return !*text;
}

void escape_add_line(struct pmo_buffer *out, const char *text)
{
	size_t length = strlen(text);
	if (escape_is_plain(text, length))
		pmo_buffer_add(out, text, length);
	else
		pmo_text_add_visible(out, text, length);
}

void escape_add_exact(struct pmo_buffer *out, const char *text)
{
	size_t length = strlen(text), i = 0, start = 0;
	if (escape_is_plain(text, length)) {
		pmo_buffer_add(out, text, length);
		return;
	}
	while (i < length) {
		uint32_t c;
		size_t size = pmo_text_next(text + i, length - i, &c);
		bool layout = c == '\t' || c == '\n' || c == '\r';
		bool bad_byte = c == 0xfffd && size == 1;
		if (bad_byte || (c < 0xa0 && !layout && pmo_text_is_hidden(c))) {
			pmo_buffer_add(out, text + start, i - start);
			pmo_text_add_visible(out, text + i, size);
			start = i + size;
		}
		i += size;
	}
	pmo_buffer_add(out, text + start, length - start);
}

/* Appends visible text; replace says what stands for a character at an offset, NULL: itself. */
static void add_replaced(struct pmo_buffer *out, const char *text,
			 const char *(*replace)(const char *text, size_t at))
{
	struct pmo_buffer visible;
	pmo_buffer_init(&visible, out->limit);
	if (!escape_is_plain(text, strlen(text))) {
		pmo_text_add_visible(&visible, text, strlen(text));
		text = visible.data;
	}
	size_t i = 0, start = 0;
	for (; text[i]; i++) {
		const char *with = replace(text, i);
		if (!with)
			continue;
		pmo_buffer_add(out, text + start, i - start);
		pmo_buffer_add_text(out, with);
		start = i + 1;
	}
	pmo_buffer_add(out, text + start, i - start);
	out->failed = out->failed || visible.failed;
	pmo_buffer_release(&visible);
}

static const char *html_entity(const char *text, size_t at)
{
	switch (text[at]) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void escape_add_html(struct pmo_buffer *out, const char *text)
{
	add_replaced(out, text, html_entity);
}

/* GitHub's and pandoc's dialects together. An underscore inside a word is no markup in either. */
static const char *markdown_escape(const char *text, size_t at)
{
	static const char active[] = "\\`*[]<>|~^$&";
	static const char *const escaped[] = { "\\\\", "\\`", "\\*", "\\[", "\\]", "\\<",
					       "\\>",  "\\|", "\\~", "\\^", "\\$", "\\&" };
	if (text[at] == '_') {
		bool in_word =
			at && pmo_ascii_is_alnum(text[at - 1]) && pmo_ascii_is_alnum(text[at + 1]);
		return in_word ? NULL : "\\_";
	}
	const char *found = strchr(active, text[at]);
	return found ? escaped[found - active] : NULL;
}

void escape_add_markdown(struct pmo_buffer *out, const char *text)
{
	add_replaced(out, text, markdown_escape);
}
