/* How text is written inside the formats: JSON strings, HTML, Markdown table cells. */
#ifndef OUT_ESCAPE_H
#define OUT_ESCAPE_H

#include <pmo/buffer.h>
#include <stdbool.h>
#include <stddef.h>

/* The text as a JSON string with its quotes. Invisible characters become escapes. */
void escape_add_json(struct pmo_buffer *out, const char *bytes, size_t length);

/* Whether the text is a number in JSON's grammar: -12, 0.5, 1e3, not 007 or +1. */
bool escape_is_json_number(const char *text);

/* Text or attribute value of HTML, made visible. */
void escape_add_html(struct pmo_buffer *out, const char *text);

/* A cell of a Markdown table: nothing in it is markup, made visible. */
void escape_add_markdown(struct pmo_buffer *out, const char *text);

/*
 * The text on one line, made visible. What is plain already (nearly everything)
 * is appended in one go.
 */
void escape_add_line(struct pmo_buffer *out, const char *text);

/* As it is, but controls other than tab and line ends made visible: for exports that keep bytes. */
void escape_add_exact(struct pmo_buffer *out, const char *text);

/* Whether all of it is printable ASCII. */
bool escape_is_plain(const char *text, size_t length);

#endif
