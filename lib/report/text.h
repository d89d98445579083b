/* Lines of text for people: wrapped, indented, with colors where there are colors. */
#ifndef REPORT_TEXT_H
#define REPORT_TEXT_H

#include "document.h"

struct text {
	const struct pmo_document *document;
	struct pmo_buffer *out;
	struct pmo_terminal terminal; /* its width is never 0 */
	size_t indent;                /* of all lines */
	bool tight;                   /* the next block needs no blank line above it */
};

/* The runs, wrapped; the first line begins after lead, the others as far in as it. */
void text_add_runs(struct text *text, const char *lead, const struct document_run *runs);

/* One text, wrapped in the same way. */
void text_add_words(struct text *text, const char *lead, const char *words);

/* Lines as they are, made visible, indented. */
void text_add_lines(struct text *text, const char *lines);

/* Escapes only where the terminal has colors. */
void text_begin_color(struct text *text, const char *sequence);
void text_end_color(struct text *text, const char *sequence);

#endif
