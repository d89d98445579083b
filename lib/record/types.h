/*
 * The type table: one row says everything about a kind of value.
 *
 * Whoever needs to treat kinds differently asks the row; there is no switch over kinds
 * anywhere else. Lists and structures are made of these and are handled once, in
 * value.c.
 */
#ifndef RECORD_TYPES_H
#define RECORD_TYPES_H

#include <pmo/value.h>

enum type_json { TYPE_STRING, TYPE_NUMBER, TYPE_BOOLEAN };

struct type {
	const char *name;
	/* The text of a file. value arrives with kind set; false: not of this kind. */
	bool (*read)(const struct pmo_field *field, const char *text,
		     const struct pmo_value_context *context, struct pmo_value *value);
	/* What people type; NULL: the same as read. */
	bool (*input)(const struct pmo_field *field, const char *text,
		      const struct pmo_value_context *context, struct pmo_value *value);
	/* The canonical text. */
	void (*format)(const struct pmo_value *value, struct pmo_buffer *out);
	/* For people; NULL: the same as format. */
	void (*show)(const struct pmo_value *value, struct pmo_buffer *out);
	int (*compare)(const struct pmo_value *a, const struct pmo_value *b);
	/* How many bytes at the start of a text could be one, in a short form; 0: none. */
	size_t (*scan)(const struct pmo_field *field, const char *text);
	enum type_json json;
	bool words;           /* written text needs quotes where another reader would guess */
	const char *expected; /* "a date such as 2026-11-20" */
	const char *typed;    /* what people may type beside it: ", fri or +5d"; or NULL */
	const char *pattern;  /* of JSON Schema; NULL: any text */
};

const struct type *type_of(enum pmo_kind kind);

#endif
