/* When YAML text needs quotes, and putting it in quotes. */
#include "base/yaml_quote.h"

#include "base/text_run.h"

#include <pmo/text.h>
#include <stdint.h>
#include <string.h>

/* Characters that are written as escapes: no editor or diff shows them for what they are. */
static bool needs_escape(uint32_t c, size_t size)
{
	bool bad_byte = c == 0xfffd && size == 1;
	return bad_byte || c == 0xfffe || c == 0xffff || pmo_text_is_hidden(c);
}

/* Whether every character could stand as it is, in plain or in single quotes. */
static bool is_all_visible(const char *text, size_t length)
{
	size_t i = text_plain_run(text, length);
	while (i < length) {
		uint32_t c;
		size_t size = pmo_text_next(text + i, length - i, &c);
		if (needs_escape(c, size))
			return false;
		i += size;
		i += text_plain_run(text + i, length - i);
	}
	return true;
}

static bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

/* Whether the first characters would be read as something other than text. */
static bool begins_specially(const char *text, size_t length)
{
	if (is_one_of(text[0], "?:,[]{}#&*!|>'\"%@` "))
		return true;
	if (length >= 3 && memcmp(text, "...", 3) == 0)
		return true;
	/* a dash is fine before a number or a word: -5, -5d, -x */
	return text[0] == '-' && (length == 1 || !(pmo_ascii_is_alnum(text[1]) || text[1] == '.'));
}

bool yaml_plain_is_safe(const char *text, size_t length, bool in_flow)
{
	if (!length || begins_specially(text, length) || text[length - 1] == ' ' ||
	    text[length - 1] == ':')
		return false;
	for (size_t i = 0; i < length; i++) {
		char before = i ? text[i - 1] : '\0';
		if ((text[i] == ' ' && before == ':') || (text[i] == '#' && before == ' '))
			return false;
		if (in_flow && is_one_of(text[i], ",[]{}?"))
			return false;
	}
	return is_all_visible(text, length);
}

static bool is_word(const char *text, size_t length)
{
	static const char *const words[] = {
		"~", "null", "true", "false", "yes",  "no",    "on",    "off",
		"y", "n",    "=",    "<<",    ".inf", "-.inf", "+.inf", ".nan",
	};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t j = 0;
		while (j < length && words[i][j] && pmo_ascii_to_lower(text[j]) == words[i][j])
			j++;
		if (j == length && !words[i][j])
			return true;
	}
	return false;
}

/* Skips digits and the underscores between them. Returns how many digits there were. */
static size_t skip_digits(const char **at, const char *end)
{
	size_t digits = 0;
	while (*at < end && (pmo_ascii_is_digit(**at) || (digits && **at == '_'))) {
		digits += **at != '_';
		++*at;
	}
	return digits;
}

static bool is_based_number(const char *at, const char *end)
{
	if (end - at < 3 || at[0] != '0' || !is_one_of(pmo_ascii_to_lower(at[1]), "xob"))
		return false;
	const char *digits = pmo_ascii_to_lower(at[1]) == 'x' ? "0123456789abcdef_" : "01234567_";
	for (at += 2; at < end; at++) {
		if (!is_one_of(pmo_ascii_to_lower(*at), digits))
			return false;
	}
	return true;
}

/* 12, 1_000, 0.5, .5, 1e3, 0x1f, 1:30 (which is 90 in YAML 1.1). */
static bool is_number(const char *at, const char *end)
{
	if (at < end && is_one_of(*at, "+-"))
		at++;
	if (is_based_number(at, end))
		return true;
	size_t digits = skip_digits(&at, end);
	while (digits && end - at >= 2 && *at == ':' && pmo_ascii_is_digit(at[1])) {
		at++;
		skip_digits(&at, end);
	}
	if (at < end && *at == '.') {
		at++;
		digits += skip_digits(&at, end);
	}
	if (!digits)
		return false;
	if (at < end && is_one_of(*at, "eE")) {
		at++;
		if (at < end && is_one_of(*at, "+-"))
			at++;
		if (!skip_digits(&at, end))
			return false;
	}
	return at == end;
}

/* 2026-11-20, also with 1 digit for month and day, alone or before a time. */
static bool is_date(const char *at, const char *end)
{
	const char *start = at;
	if (skip_digits(&at, end) != 4 || at - start != 4)
		return false;
	for (int part = 0; part < 2; part++) {
		if (at == end || *at++ != '-')
			return false;
		size_t digits = skip_digits(&at, end);
		if (digits < 1 || digits > 2)
			return false;
	}
	if (at == end)
		return true;
	if (*at == 'T' || *at == 't')
		at++;
	else
		while (at < end && (*at == ' ' || *at == '\t'))
			at++;
	return skip_digits(&at, end) && at < end && *at == ':';
}

bool yaml_plain_is_ambiguous(const char *text, size_t length)
{
	return !length || is_word(text, length) || is_number(text, text + length) ||
	       is_date(text, text + length);
}

static void add_escape(struct pmo_buffer *out, uint32_t c)
{
	static const char short_from[] = "\a\b\t\n\v\f\r\x1b", short_to[] = "abtnvfre";
	const char *found = c && c < 0x80 ? strchr(short_from, (int)c) : NULL;
	if (found)
		pmo_buffer_add_format(out, "\\%c", short_to[found - short_from]);
	else if (c == 0)
		pmo_buffer_add_text(out, "\\0");
	else if (c < 0x100)
		pmo_buffer_add_format(out, "\\x%02X", (unsigned)c);
	else
		pmo_buffer_add_format(out, c < 0x10000 ? "\\u%04X" : "\\U%08X", (unsigned)c);
}

static void add_double_quoted(struct pmo_buffer *out, const char *text, size_t length)
{
	pmo_buffer_add_char(out, '"');
	size_t i = 0, start = 0;
	while (i < length) {
		uint32_t c;
		size_t size = pmo_text_next(text + i, length - i, &c);
		bool backslash = c == '"' || c == '\\';
		if (backslash || needs_escape(c, size)) {
			pmo_buffer_add(out, text + start, i - start);
			start = i + size;
			if (backslash)
				pmo_buffer_add_format(out, "\\%c", (char)c);
			else if (c == 0xfffd)
				pmo_text_add_character(out, c);
			else
				add_escape(out, c);
		}
		i += size;
	}
	pmo_buffer_add(out, text + start, length - start);
	pmo_buffer_add_char(out, '"');
}

static void add_single_quoted(struct pmo_buffer *out, const char *text, size_t length)
{
	pmo_buffer_add_char(out, '\'');
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '\'')
			pmo_buffer_add_char(out, '\'');
		pmo_buffer_add_char(out, text[i]);
	}
	pmo_buffer_add_char(out, '\'');
}

void yaml_add_quoted(struct pmo_buffer *out, const char *text, size_t length, char preferred_quote)
{
	bool has_single = length && memchr(text, '\'', length);
	bool has_double = length && (memchr(text, '"', length) || memchr(text, '\\', length));
	bool single = preferred_quote == '\'';
	if (!preferred_quote)
		single = !has_single || has_double;
	if (single && is_all_visible(text, length))
		add_single_quoted(out, text, length);
	else
		add_double_quoted(out, text, length);
}

void yaml_add_text(struct pmo_buffer *out, const char *text, size_t length, bool in_flow)
{
	if (yaml_plain_is_safe(text, length, in_flow) && !yaml_plain_is_ambiguous(text, length))
		pmo_buffer_add(out, text, length);
	else
		yaml_add_quoted(out, text, length, 0);
}
