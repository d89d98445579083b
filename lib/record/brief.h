/*
 * Short forms of structures: `TSK-012 SS+10d`, `DSP 50%`, `3d/5d/9d`.
 *
 * A structure's `brief` is a pattern of its members' names: "task type?lag?". A blank
 * stands for blanks, a name with ? may be missing, anything else (/ or ..) stands for
 * itself. Each member takes as much text as its kind can use.
 */
#ifndef RECORD_BRIEF_H
#define RECORD_BRIEF_H

#include <pmo/value.h>

typedef bool brief_reader(const struct pmo_field *field, const char *text,
			  const struct pmo_value_context *context, struct pmo_value *value);

/* The members of a short form into values, beside field->members; false: it is none. */
bool brief_read(const struct pmo_field *field, const char *text, brief_reader *read,
		const struct pmo_value_context *context, struct pmo_value *values);

/*
 * The short form of a structure's value; false when it has none that reads back the same.
 * When memory ends it is true, and out has failed.
 */
bool brief_write(const struct pmo_field *field, const struct pmo_value *value,
		 struct pmo_buffer *out);

#endif
