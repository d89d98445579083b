/*
 * Text for people, in lines that fit.
 */
#ifndef CLI_WRAP_H
#define CLI_WRAP_H

#include <pmo/buffer.h>

/*
 * Appends the text in lines of at most width cells; all but the first begin with indent
 * blanks (the first stands where the caller is, at that indent, too). Line ends of the
 * text stay. Ends with a line end.
 */
void wrap_add(struct pmo_buffer *out, const char *text, size_t indent, size_t width);

/*
 * Messages, which begin at the first cell (`pmo: ...`, `hint: ...`). What does not fit goes on
 * below them, indented; what is indented already is an excerpt and stays as it is.
 */
void wrap_add_messages(struct pmo_buffer *out, const char *text, size_t width);

/* The same for prose: lines of a paragraph are joined first; lists and blank lines stay. */
void wrap_add_prose(struct pmo_buffer *out, const char *text, size_t indent, size_t width);

#endif
