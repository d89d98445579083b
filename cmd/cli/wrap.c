/* Breaking lines at blanks; a word longer than the line is broken where it must be. */
#include "cli/wrap.h"

#include <pmo/text.h>

#include <stdbool.h>
#include <string.h>

enum { LEAST = 20 };

/* How many bytes of a line of this length go on the next line of so many cells. */
static size_t fitting(const char *text, size_t length, size_t cells)
{
	if (pmo_text_width_of(text, length) <= cells)
		return length;
	size_t fit = pmo_text_fit(text, length, cells), at = fit;
	if (!fit)
		return pmo_text_next(text, length, &(uint32_t){ 0 });
	if (text[fit] == ' ')
		return fit;
	while (at > 0 && text[at - 1] != ' ')
		at--;
	return at > 0 ? at : fit;
}

static void add_line(struct pmo_buffer *out, const char *text, size_t length, size_t indent,
		     size_t cells)
{
	while (length) {
		size_t take = fitting(text, length, cells), shown = take;
		while (shown > 0 && text[shown - 1] == ' ')
			shown--;
		pmo_buffer_add(out, text, shown);
		text += take;
		length -= take;
		while (length && *text == ' ') {
			text++;
			length--;
		}
		if (length) {
			pmo_buffer_add_char(out, '\n');
			pmo_buffer_add_repeat(out, ' ', indent);
		}
	}
}

void wrap_add(struct pmo_buffer *out, const char *text, size_t indent, size_t width)
{
	struct pmo_buffer shown;
	size_t cells = width > indent + LEAST ? width - indent : LEAST;
	pmo_buffer_init(&shown, out->limit);
	pmo_text_add_visible_lines(&shown, text, strlen(text));
	while (shown.length && shown.data[shown.length - 1] == '\n')
		pmo_buffer_truncate(&shown, shown.length - 1);
	for (const char *line = shown.data; line;) {
		const char *end = strchr(line, '\n');
		size_t length = end ? (size_t)(end - line) : strlen(line);
		add_line(out, line, length, indent, cells);
		pmo_buffer_add_char(out, '\n');
		line = end ? end + 1 : NULL;
		if (line && *line != '\n')
			pmo_buffer_add_repeat(out, ' ', indent);
	}
	pmo_buffer_release(&shown);
}

static size_t skip_blanks(const char *text, size_t length)
{
	size_t count = 0;
	while (count < length && text[count] == ' ')
		count++;
	return count;
}

/* `pmo: ` and `hint: ` stand out, and what follows is below what they say. */
static size_t hanging(const char *line, size_t length)
{
	const char *colon = memchr(line, ':', length);
	size_t label = colon ? (size_t)(colon - line) : length;
	bool is_word = label < 6 && label + 1 < length && colon[1] == ' ';
	return is_word ? label + 2 : 4;
}

void wrap_add_messages(struct pmo_buffer *out, const char *text, size_t width)
{
	for (const char *end; *text; text = *end ? end + 1 : end) {
		end = strchr(text, '\n');
		end = end ? end : text + strlen(text);
		size_t length = (size_t)(end - text), first = length, next, indent;
		indent = hanging(text, length);
		if (length && *text != ' ' && width > indent + LEAST)
			first = fitting(text, length, width);
		next = first + skip_blanks(text + first, length - first);
		while (first > 0 && first < length && text[first - 1] == ' ')
			first--;
		pmo_buffer_add(out, text, first);
		pmo_buffer_add_char(out, '\n');
		if (next >= length)
			continue;
		pmo_buffer_add_repeat(out, ' ', indent);
		add_line(out, text + next, length - next, indent, width - indent);
		pmo_buffer_add_char(out, '\n');
	}
}

/* A line that stands for itself: an item, a heading, something indented. */
static bool begins_anew(const char *line)
{
	return !*line || strchr(" \t\n\r-*#>|", *line) || pmo_ascii_is_digit(*line);
}

void wrap_add_prose(struct pmo_buffer *out, const char *text, size_t indent, size_t width)
{
	struct pmo_buffer joined;
	pmo_buffer_init(&joined, out->limit);
	for (; *text; text++) {
		bool joins = *text == '\n' && !begins_anew(text + 1) && joined.length &&
			     joined.data[joined.length - 1] != '\n';
		pmo_buffer_add_char(&joined, joins ? ' ' : *text);
	}
	wrap_add(out, joined.data, indent, width);
	pmo_buffer_release(&joined);
}
