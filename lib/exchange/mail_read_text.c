/* Bodies: transfer encodings (RFC 2045), and character sets as UTF-8. */
#include "exchange/mail_read.h"

#include "base/cp1252.h"

#include <pmo/text.h>

#include <string.h>

static int hex(char c)
{
	if (pmo_ascii_is_digit(c))
		return c - '0';
	c = pmo_ascii_to_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* How many bytes `=` and a line end take, blanks between them included; 0: it is none. */
static size_t soft_break(struct mail_span body, size_t at)
{
	size_t end = at + 1;
	while (end < body.length &&
	       (body.bytes[end] == ' ' || body.bytes[end] == '\t' || body.bytes[end] == '\r'))
		end++;
	if (end == body.length)
		return end - at;
	return body.bytes[end] == '\n' ? end + 1 - at : 0;
}

static void decode_printable(struct mail_span body, struct pmo_buffer *out)
{
	for (size_t i = 0; i < body.length;) {
		size_t step = body.bytes[i] == '=' ? soft_break(body, i) : 0;
		if (step) {
			i += step;
			continue;
		}
		bool pair = body.bytes[i] == '=' && i + 2 < body.length &&
			    hex(body.bytes[i + 1]) >= 0 && hex(body.bytes[i + 2]) >= 0;
		pmo_buffer_add_char(
			out, pair ? (char)(hex(body.bytes[i + 1]) * 16 + hex(body.bytes[i + 2]))
				  : body.bytes[i]);
		i += pair ? 3 : 1;
	}
}

static int digit64(char c)
{
	if (pmo_ascii_is_upper(c))
		return c - 'A';
	if (pmo_ascii_is_lower(c))
		return c - 'a' + 26;
	if (pmo_ascii_is_digit(c))
		return c - '0' + 52;
	if (c == '+' || c == '-')
		return 62;
	return c == '/' || c == '_' ? 63 : -1;
}

/* What is no digit is passed over; each `=` ends a group. */
static void decode_base64(struct mail_span body, struct pmo_buffer *out)
{
	unsigned bits = 0, count = 0;
	for (size_t i = 0; i < body.length; i++) {
		int digit = digit64(body.bytes[i]);
		if (body.bytes[i] == '=')
			count = 0;
		if (digit < 0)
			continue;
		bits = (bits << 6 | (unsigned)digit) & 0xFFFFFF;
		count += 6;
		if (count >= 8) {
			count -= 8;
			pmo_buffer_add_char(out, (char)(bits >> count & 0xFF));
		}
	}
}

void mail_decode(struct mail_span body, const char *encoding, struct pmo_buffer *out)
{
	if (pmo_ascii_equal(encoding, "quoted-printable"))
		decode_printable(body, out);
	else if (pmo_ascii_equal(encoding, "base64"))
		decode_base64(body, out);
	else
		pmo_buffer_add(out, body.bytes, body.length);
}

/* Hidden characters are dropped; a blank that keeps words together is a blank. */
static void add_character(struct pmo_buffer *out, uint32_t character, uint32_t before)
{
	if (character == '\n' && before == '\r')
		return;
	if (character == '\r')
		character = '\n';
	if (character == 0x00A0 || character == '\t' || character == 0x2007 || character == 0x202F)
		character = ' ';
	if (character != '\n' && (pmo_text_is_hidden(character) || character == 0xFFFD))
		return;
	pmo_text_add_character(out, character);
}

static void add_utf16(struct mail_span text, bool big, struct pmo_buffer *out)
{
	uint32_t before = 0, lead = 0;
	for (size_t i = 0; i + 1 < text.length; i += 2) {
		uint32_t one = (unsigned char)text.bytes[i + !big];
		uint32_t two = (unsigned char)text.bytes[i + big];
		uint32_t unit = one << 8 | two;
		if (unit >= 0xD800 && unit < 0xDC00) {
			lead = unit;
			continue;
		}
		if (unit >= 0xDC00 && unit < 0xE000)
			unit = lead ? 0x10000 + ((lead - 0xD800) << 10) + (unit - 0xDC00) : 0xFFFD;
		lead = 0;
		add_character(out, unit, before);
		before = unit;
	}
}

void mail_add_utf8(struct mail_span text, const char *charset, struct pmo_buffer *out)
{
	bool latin = pmo_ascii_equal(charset, "iso-8859-1") ||
		     pmo_ascii_equal(charset, "iso-8859-15") ||
		     pmo_ascii_equal(charset, "windows-1252") ||
		     pmo_ascii_equal(charset, "cp1252") || pmo_ascii_equal(charset, "latin1");
	bool euro = pmo_ascii_equal(charset, "iso-8859-15");
	uint32_t before = 0, character = 0;
	if (pmo_ascii_equal(charset, "utf-16le") || pmo_ascii_equal(charset, "utf-16be")) {
		add_utf16(text, pmo_ascii_equal(charset, "utf-16be"), out);
		return;
	}
	latin = latin || !pmo_text_is_utf8(text.bytes, text.length, NULL);
	for (size_t i = 0; i < text.length && !out->failed; before = character) {
		size_t step = 1;
		if (latin)
			character = cp1252_character((unsigned char)text.bytes[i]);
		else
			step = pmo_text_next(text.bytes + i, text.length - i, &character);
		if (euro && character == 0xA4)
			character = 0x20AC;
		add_character(out, character, before);
		i += step ? step : 1;
	}
}
