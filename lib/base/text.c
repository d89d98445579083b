/* UTF-8, widths, and text made safe to show. The tables of Unicode are utf8proc's. */
#include <pmo/text.h>

#include "base/text_run.h"

#include <string.h>
#include <utf8proc.h>

enum { REPLACEMENT = 0xfffd };

/* How many bytes a leading byte announces, 0: it is none; and its bits of the character. */
static size_t announced(unsigned char lead, uint32_t *bits)
{
	if (lead >= 0xc2 && lead <= 0xdf) {
		*bits = lead & 0x1fu;
		return 2;
	}
	if ((lead & 0xf0) == 0xe0) {
		*bits = lead & 0x0fu;
		return 3;
	}
	if (lead >= 0xf0 && lead <= 0xf4) {
		*bits = lead & 0x07u;
		return 4;
	}
	return 0;
}

size_t pmo_text_next(const char *bytes, size_t length, uint32_t *character)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	*character = REPLACEMENT;
	if (!length)
		return 0;
	unsigned char lead = (unsigned char)bytes[0];
	if (lead < 0x80) {
		*character = lead;
		return 1;
	}
	uint32_t value = 0;
	size_t size = announced(lead, &value);
	if (!size || size > length)
		return 1;
	for (size_t i = 1; i < size; i++) {
		unsigned char c = (unsigned char)bytes[i];
		if ((c & 0xc0) != 0x80)
			return 1;
		value = value << 6 | (c & 0x3fu);
	}
	if (value < least[size] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
		return 1;
	*character = value;
	return size;
}

bool pmo_text_is_utf8(const char *bytes, size_t length, size_t *bad_offset)
{
	size_t i = text_plain_run(bytes, length);
	while (i < length) {
		uint32_t character;
		size_t size = pmo_text_next(bytes + i, length - i, &character);
		if (size == 1 && character == REPLACEMENT) {
			if (bad_offset)
				*bad_offset = i;
			return false;
		}
		i += size;
		i += text_plain_run(bytes + i, length - i);
	}
	return true;
}

void pmo_text_add_character(struct pmo_buffer *out, uint32_t character)
{
	utf8proc_uint8_t bytes[4];
	bool valid = character <= 0x10ffff && !(character >= 0xd800 && character <= 0xdfff);
	utf8proc_ssize_t size =
		utf8proc_encode_char(valid ? (utf8proc_int32_t)character : REPLACEMENT, bytes);
	if (size > 0)
		pmo_buffer_add(out, (const char *)bytes, (size_t)size);
}

static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c <= 0x9f);
}

bool pmo_text_is_hidden(uint32_t c)
{
	if (c < 0x61c)
		return is_control(c);
	return c == 0x61c || c == 0x180e || c == 0x200b || c == 0x200e || c == 0x200f ||
	       (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
	       (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe007f);
}

/* Appends one character that may not be shown as it is. Returns how many bytes it used up. */
static size_t add_hidden(struct pmo_buffer *out, const char *bytes, size_t length, bool keep_lines)
{
	uint32_t c;
	size_t size = pmo_text_next(bytes, length, &c);
	if (c == '\r' || c == '\n') {
		pmo_buffer_add_char(out, keep_lines ? '\n' : ' ');
		return c == '\r' && length > 1 && bytes[1] == '\n' ? 2 : 1;
	}
	if (c == '\t')
		pmo_buffer_add_char(out, ' ');
	else if (is_control(c))
		pmo_buffer_add_format(out, "\\x%02x", (unsigned)c);
	else if (c == REPLACEMENT)
		pmo_text_add_character(out, c);
	else
		pmo_buffer_add_format(out, "<U+%04X>", (unsigned)c);
	return size;
}

static void add_visible(struct pmo_buffer *out, const char *bytes, size_t length, bool keep_lines)
{
	size_t start = 0, i = 0;
	while (i < length) {
		uint32_t c;
		i += text_plain_run(bytes + i, length - i);
		size_t size = pmo_text_next(bytes + i, length - i, &c);
		if (!pmo_text_is_hidden(c) && !(c == REPLACEMENT && size == 1)) {
			i += size;
			continue;
		}
		pmo_buffer_add(out, bytes + start, i - start);
		i += add_hidden(out, bytes + i, length - i, keep_lines);
		start = i;
	}
	pmo_buffer_add(out, bytes + start, length - start);
}

void pmo_text_add_visible(struct pmo_buffer *out, const char *bytes, size_t length)
{
	add_visible(out, bytes, length, false);
}

void pmo_text_add_visible_lines(struct pmo_buffer *out, const char *bytes, size_t length)
{
	add_visible(out, bytes, length, true);
}

static size_t cells_of(uint32_t character)
{
	if (character >= 0x20 && character < 0x7f)
		return 1;
	int width = utf8proc_charwidth((utf8proc_int32_t)character);
	return width > 0 ? (size_t)width : 0;
}

size_t pmo_text_width_of(const char *bytes, size_t length)
{
	size_t i = text_plain_run(bytes, length), width = i;
	while (i < length) {
		uint32_t character;
		i += pmo_text_next(bytes + i, length - i, &character);
		width += cells_of(character);
		size_t run = text_plain_run(bytes + i, length - i);
		i += run;
		width += run;
	}
	return width;
}

size_t pmo_text_width(const char *text)
{
	return pmo_text_width_of(text, strlen(text));
}

size_t pmo_text_fit(const char *bytes, size_t length, size_t cells)
{
	size_t i = text_plain_run(bytes, length < cells ? length : cells);
	cells -= i;
	while (i < length) {
		uint32_t character;
		size_t size = pmo_text_next(bytes + i, length - i, &character);
		size_t width = cells_of(character);
		if (width > cells)
			break;
		cells -= width;
		i += size;
	}
	return i;
}

void pmo_text_truncate(struct pmo_buffer *out, const char *text, size_t cells)
{
	size_t length = strlen(text);
	if (pmo_text_fit(text, length, cells) == length) {
		pmo_buffer_add(out, text, length);
		return;
	}
	if (!cells)
		return;
	size_t kept = pmo_text_fit(text, length, cells - 1);
	while (kept > 0 && text[kept - 1] == ' ')
		kept--; /* "word …" would waste a cell and read as two things */
	pmo_buffer_add(out, text, kept);
	pmo_text_add_character(out, 0x2026);
}

bool pmo_ascii_equal(const char *a, const char *b)
{
	while (*a && pmo_ascii_to_lower(*a) == pmo_ascii_to_lower(*b)) {
		a++;
		b++;
	}
	return *a == *b;
}
