/*
 * How a text is written as a YAML scalar so that it reads back exactly.
 *
 * Two questions, kept apart: would the parser cut the text or stumble over it when
 * it stands there bare (not safe), and would some reader take it for a number, a
 * date, a truth value or nothing (ambiguous)? pmo types values by schema, so the
 * second matters only where text is meant; the first always does.
 */
#ifndef BASE_YAML_QUOTE_H
#define BASE_YAML_QUOTE_H

#include <pmo/buffer.h>
#include <stdbool.h>
#include <stddef.h>

/*
 * Whether the text can stand without quotes, as a value or a key on one line;
 * in_flow: inside [] or {}. Text that holds controls, line breaks, invisible
 * characters or bytes that are no UTF-8 is never safe.
 */
bool yaml_plain_is_safe(const char *text, size_t length, bool in_flow);

/*
 * Whether a reader of YAML 1.1 or 1.2 would take the bare text for a null, a truth
 * value, a number, a date or time, or a merge key.
 */
bool yaml_plain_is_ambiguous(const char *text, size_t length);

/*
 * Appends the text in quotes. preferred_quote is ' or ", or 0 for whichever needs
 * fewer escapes; double quotes are taken anyway when single ones cannot hold the
 * text. Bytes that are no UTF-8 become U+FFFD: YAML has no way to write them.
 */
void yaml_add_quoted(struct pmo_buffer *out, const char *text, size_t length, char preferred_quote);

/* Appends the text bare when it is safe and not ambiguous, else in quotes. */
void yaml_add_text(struct pmo_buffer *out, const char *text, size_t length, bool in_flow);

#endif
