/*
 * Wrapping. All runs of a line are put together first, so that a word may consist of
 * several; their colors are written around whatever part of them a line shows.
 */
#include "text.h"

#include <pmo/text.h>

#include <string.h>

enum { LINE_LEAST = 20 }; /* cells; however deep the indent */

static const char *color_of(const struct document_run *run)
{
	switch (run->style) {
	case RUN_STRONG:
		return "\x1b[1m";
	case RUN_BADGE:
		return *run->text == 'G'   ? "\x1b[32m"
		       : *run->text == 'Y' ? "\x1b[33m"
		       : *run->text == 'R' ? "\x1b[31m"
					   : "";
	default:
		return "";
	}
}

void text_begin_color(struct text *text, const char *sequence)
{
	if (text->terminal.colour)
		pmo_buffer_add_text(text->out, sequence);
}

void text_end_color(struct text *text, const char *sequence)
{
	if (text->terminal.colour && *sequence)
		pmo_buffer_add_text(text->out, "\x1b[0m");
}

/* A line put together, and where in it the run ends that is being written. */
struct words {
	struct pmo_buffer all;
	const struct document_run *run;
	size_t run_end;
};

static void add_visible(struct pmo_buffer *out, const char *text)
{
	pmo_text_add_visible(out, text, strlen(text));
}

static void add_run(struct pmo_buffer *out, const struct document_run *run)
{
	add_visible(out, run->text);
	if (run->style == RUN_BADGE && run->word) {
		pmo_buffer_add_char(out, ' ');
		add_visible(out, run->word);
	} else if (run->style == RUN_LINK && strcmp(run->url, run->text) != 0) {
		pmo_buffer_add_text(out, " (");
		add_visible(out, run->url);
		pmo_buffer_add_char(out, ')');
	}
}

/* How many bytes the run took; counted in the same way as it was written. */
static size_t run_length(const struct document_run *run)
{
	struct pmo_buffer one;
	pmo_buffer_init(&one, PMO_BUFFER_LIMIT);
	add_run(&one, run);
	size_t length = one.length;
	pmo_buffer_release(&one);
	return length;
}

static void emit(struct text *text, struct words *words, size_t from, size_t to)
{
	while (from < to) {
		while (words->run && words->run_end <= from) {
			words->run = words->run->next;
			if (words->run)
				words->run_end += run_length(words->run);
		}
		size_t end = words->run && words->run_end < to ? words->run_end : to;
		const char *color = words->run ? color_of(words->run) : "";
		text_begin_color(text, color);
		pmo_buffer_add(text->out, words->all.data + from, end - from);
		text_end_color(text, color);
		from = end;
	}
}

/* How many bytes of a text go on a line of so many cells. */
static size_t take(const char *rest, size_t left, size_t room)
{
	size_t fit = pmo_text_fit(rest, left, room);
	if (!fit && left) {
		uint32_t character;
		fit = pmo_text_next(rest, left, &character);
	}
	size_t cut = fit;
	while (cut > 0 && cut < left && rest[cut] != ' ')
		cut--;
	return cut ? cut : fit; /* one word, longer than the line */
}

static void wrap(struct text *text, const char *lead, struct words *words)
{
	size_t hang = pmo_text_width(lead);
	size_t used = text->indent + hang;
	size_t width = (size_t)text->terminal.width;
	size_t room = width > used + LINE_LEAST ? width - used : LINE_LEAST;
	pmo_buffer_add_repeat(text->out, ' ', text->indent);
	pmo_buffer_add_text(text->out, lead);
	size_t at = strspn(words->all.data, " ");
	while (at < words->all.length) {
		const char *rest = words->all.data + at;
		size_t cut = take(rest, words->all.length - at, room);
		size_t next = at + cut + strspn(rest + cut, " ");
		while (cut > 0 && rest[cut - 1] == ' ')
			cut--;
		emit(text, words, at, at + cut);
		at = next;
		if (at < words->all.length) {
			pmo_buffer_add_char(text->out, '\n');
			pmo_buffer_add_repeat(text->out, ' ', used);
		}
	}
	pmo_buffer_add_char(text->out, '\n');
}

void text_add_runs(struct text *text, const char *lead, const struct document_run *runs)
{
	struct words words = { .run = runs };
	pmo_buffer_init(&words.all, PMO_BUFFER_LIMIT);
	for (const struct document_run *run = runs; run; run = run->next) {
		add_run(&words.all, run);
		if (run == runs)
			words.run_end = words.all.length;
	}
	wrap(text, lead, &words);
	text->out->failed = text->out->failed || words.all.failed;
	pmo_buffer_release(&words.all);
}

void text_add_words(struct text *text, const char *lead, const char *words)
{
	struct document_run run = { .style = RUN_TEXT, .text = words };
	text_add_runs(text, lead, &run);
}

void text_add_lines(struct text *text, const char *lines)
{
	struct pmo_buffer visible;
	pmo_buffer_init(&visible, PMO_BUFFER_LIMIT);
	pmo_text_add_visible_lines(&visible, lines, strlen(lines));
	const char *line = visible.data;
	while (*line) {
		size_t length = strcspn(line, "\n");
		if (length)
			pmo_buffer_add_repeat(text->out, ' ', text->indent);
		pmo_buffer_add(text->out, line, length);
		pmo_buffer_add_char(text->out, '\n');
		line += length + (line[length] == '\n');
	}
	text->out->failed = text->out->failed || visible.failed;
	pmo_buffer_release(&visible);
}
