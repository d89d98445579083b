/*
 * A value to be written: text, a list or a map, with how it should look.
 *
 * It is a plain tree in an arena, made by the record layer from typed values, or
 * copied from a document. It is also the model an edit is checked against: what a
 * document means after an edit must equal the old meaning with the edit done to it.
 */
#ifndef YDOC_VALUE_H
#define YDOC_VALUE_H

#include "ydoc.h"

enum ydoc_form {
	YDOC_WORD, /* typed by the schema (a date, a number): plain whenever it reads back */
	YDOC_TEXT, /* words: quoted when another program could take them for something else */
	YDOC_LINE, /* a history line: left bare even where YAML sees `key: value` in it */
};

struct ydoc_value {
	enum ydoc_kind kind;
	enum ydoc_form form; /* of a scalar */
	bool flow;           /* of a list or map: on one line, in brackets */
	const char *key;     /* in a map */
	const char *text;    /* of a scalar; "" writes an empty value */
	size_t count;
	struct ydoc_value *first, *last, *next;
};

/* New values; NULL when there is no memory. Text is kept by reference. */
struct ydoc_value *ydoc_value_scalar(struct pmo_arena *arena, enum ydoc_form form,
				     const char *text);
struct ydoc_value *ydoc_value_list(struct pmo_arena *arena);
struct ydoc_value *ydoc_value_map(struct pmo_arena *arena);

/* Appends item to a list, or to a map under a key. item NULL: no memory came before. */
PMO_CHECKED enum pmo_result ydoc_value_add(struct ydoc_value *parent, const char *key,
					   struct ydoc_value *item);

/* A copy of what a node means; NULL when there is no memory. */
struct ydoc_value *ydoc_value_copy(const struct ydoc_node *node, struct pmo_arena *arena);

/*
 * Whether a node means the value. An absent node equals NULL, an empty text, and an
 * empty map; a map with one key equals the line it was written as.
 */
bool ydoc_value_equals(const struct ydoc_value *value, const struct ydoc_node *node);

#endif
