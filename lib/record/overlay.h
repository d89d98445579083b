/*
 * The language in which pmo.yaml says what C tables say: own fields and registers.
 *
 * The language itself is a table. A shape names the keys of one kind of row (a field, a
 * state, a move, a rule, a register), and each key says how its value is written and where in
 * the struct it is kept. Reading, writing and comparing are one walk each over these
 * keys, so that a key which can be read can be written, and the other way round.
 *
 *     fields:                        rows of a shape, keyed by name
 *       issued: date                 short form: the value of the first key alone
 *       fee: {type: money, help: …}
 *     moves:                         where a name occurs twice: a list
 *       - {verb: reopen, from: done, to: open}
 *
 * Rows are arrays ended by an all-zero row; the first member of each struct is its
 * name. Reading is lenient: what cannot be read is a diagnostic and is left out.
 */
#ifndef RECORD_OVERLAY_H
#define RECORD_OVERLAY_H

#include "ydoc/ydoc.h"

#include <pmo/schema.h>

enum overlay_form {
	OVERLAY_TEXT,     /* const char * */
	OVERLAY_WORDS,    /* const char *, words with blanks between */
	OVERLAY_BARS,     /* const char *, words with | between */
	OVERLAY_SETS,     /* const char *, "resolved=today owner=me"; written as a map */
	OVERLAY_CHOICES,  /* const char *const *, NULL-ended */
	OVERLAY_WORD,     /* an enum, by its words */
	OVERLAY_KIND,     /* enum pmo_kind */
	OVERLAY_FLAG,     /* a bit of unsigned flags */
	OVERLAY_YES,      /* bool */
	OVERLAY_ROWS,     /* const struct x *, rows of another shape */
	OVERLAY_ELSEWHERE /* a known key that somebody else reads */
};

struct overlay_shape;

struct overlay_key {
	const char *name; /* NULL ends the keys */
	enum overlay_form form;
	bool required;
	unsigned flag;                     /* FLAG: the bit */
	size_t offset;                     /* of its member in the row */
	const char *const *words;          /* WORD: NULL-ended, in the order of the enum */
	const struct overlay_shape *shape; /* ROWS */
};

struct overlay_reader;

struct overlay_shape {
	const char *what, *what_many; /* "field", "fields", for messages */
	const char *name_key;         /* "name", "verb": in the list form; NULL: there is none */
	const struct overlay_key *keys;
	size_t size;            /* of a row */
	size_t limit;           /* of rows */
	bool short_form;        /* the first key's value may stand for the row */
	bool repeats;           /* a name may occur twice */
	const char *name_extra; /* what a name may have beside a-z 0-9; NULL: is anything */
	/* Judges a row that was read; false: it is left out. */
	bool (*check)(struct overlay_reader *reader, const struct ydoc_node *node, void *row);
};

extern const struct overlay_shape overlay_field_shape, overlay_state_shape, overlay_move_shape,
	overlay_rule_shape, overlay_control_shape, overlay_register_shape;

enum { OVERLAY_FIELDS = 200, OVERLAY_REGISTERS = 64, OVERLAY_DEPTH = 4, OVERLAY_NAME = 32 };

struct overlay_reader {
	struct pmo_arena *arena;
	const struct ydoc *doc;
	struct pmo_diags *diags;
	bool own;   /* read for a workspace: names that pmo itself needs are refused */
	bool newer; /* of a newer format: unknown keys are no fault */
	const struct pmo_register *base; /* the built-in register that is added to, or NULL */
	/* What a reference may name; NULL: not judged. */
	const struct pmo_register *const *registers;
	const struct ydoc_node *own_registers; /* the map of those still to be read, or NULL */
	unsigned depth; /* 1: in the fields of a register, 2: in the members of a field */
	bool failed;    /* there was no memory */
};

/* Starts reading from a document: nothing judged but the words themselves. */
void overlay_reader_init(struct overlay_reader *reader, const struct ydoc *doc,
			 struct pmo_diags *diags);

/*
 * Reads the rows below a node: an array with an all-zero row at its end. NULL: there are
 * none, or no memory (failed is set).
 */
void *overlay_read_rows(struct overlay_reader *reader, const struct overlay_shape *shape,
			const struct ydoc_node *node);

/* Reads the keys of a map into a zeroed row. False: it is not to be used. */
bool overlay_read_row(struct overlay_reader *reader, const struct overlay_shape *shape,
		      const struct ydoc_node *node, void *row);

/* Whether a name is made of a-z, 0-9 and the extra characters, beginning with a letter. */
bool overlay_name_is_valid(const char *name, const char *extra);

/* What the shapes judge beyond their keys; see overlay_check.c. */
bool overlay_check_field(struct overlay_reader *reader, const struct ydoc_node *node, void *row);
bool overlay_check_state(struct overlay_reader *reader, const struct ydoc_node *node, void *row);
bool overlay_check_move(struct overlay_reader *reader, const struct ydoc_node *node, void *row);

/*
 * Judges a register whose rows are read: moves whose states do not exist are left out. False:
 * it cannot be used.
 */
bool overlay_check_register(struct overlay_reader *reader, const struct ydoc_node *node,
			    struct pmo_register *table);

/* Whether there will be a register of this name; true when that is not judged. */
bool overlay_has_register(const struct overlay_reader *reader, const char *name, size_t length);

/* Adds the hint "nearest is …" when some name is near. */
void overlay_hint_nearest(struct overlay_reader *reader, const char *word,
			  const char *(*name_at)(const void *, size_t), const void *names);

/* The name at an index of a NULL-ended list of registers, or of words; for the above. */
const char *overlay_register_at(const void *registers, size_t index);
const char *overlay_word_at(const void *words, size_t index);

/*
 * A register, or what is to be added to reader->base. The node's key is its name.
 * PMO_INVALID: nothing of it can be used; the diagnostics say why.
 */
PMO_CHECKED enum pmo_result overlay_read_register(struct overlay_reader *reader,
						  const struct ydoc_node *node,
						  struct pmo_register **out);

/* The nearest of some names to a misspelt one, or NULL. name_at gives NULL past the end. */
const char *overlay_nearest(const char *word, const char *(*name_at)(const void *, size_t),
			    const void *names);

/*
 * A built-in table with an addition: a new table. Own fields stand after the built-in
 * ones, or in their place where the name is the same; so do rules. Columns and sort of
 * the addition win.
 */
PMO_CHECKED enum pmo_result overlay_merge(struct pmo_arena *arena, const struct pmo_register *base,
					  const struct pmo_register *addition,
					  const struct pmo_register **merged);

/* Whether two tables say the same; where a field came from does not count. */
bool overlay_equal(const struct pmo_register *a, const struct pmo_register *b);

/* Writes a table as a map, without its name. */
void overlay_write(const struct pmo_register *table, struct pmo_sink *sink);

/* One part of "resolved=today owner=me". */
struct overlay_set {
	const char *name, *expression;
	size_t name_length, expression_length;
};

/*
 * The next part, and past it: an expression ends at the end, or at a blank before the
 * next `name=` that is in no parentheses and no quotes. False: there are no more.
 */
bool overlay_next_set(const char **sets, struct overlay_set *set);

/* The next word of a text, and past it: words end at blanks or at the separator. */
size_t overlay_next_word(const char **text, char separator, const char **word);

/* Members of a row, by their key. */
const char *overlay_get_text(const struct overlay_key *key, const void *row);
void overlay_set_text(const struct overlay_key *key, void *row, const char *text);
unsigned overlay_get_number(const struct overlay_key *key, const void *row);
void overlay_set_number(const struct overlay_key *key, void *row, unsigned number);
const void *overlay_get_pointer(const struct overlay_key *key, const void *row);
void overlay_set_pointer(const struct overlay_key *key, void *row, const void *pointer);

/* The name of a row; and how many rows there are before the all-zero one. */
const char *overlay_row_name(const void *row);
size_t overlay_row_count(const struct overlay_shape *shape, const void *rows);
const void *overlay_row(const struct overlay_shape *shape, const void *rows, size_t index);

#endif
