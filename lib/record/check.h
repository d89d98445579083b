/* Inside the library: what check.c offers beyond <pmo/record.h>. */
#ifndef RECORD_CHECK_H
#define RECORD_CHECK_H

#include <pmo/record.h>

/* Adds the text of a rule: {field} or {expression} stands for its value. */
void check_message(const struct pmo_record *record, const char *message, struct pmo_buffer *out);

#endif
