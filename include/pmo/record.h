/*
 * A record: one risk, one purchase, one task.
 *
 * A record is a view of a map in a document through its register's schema. Nothing is
 * copied: a value is typed when it is asked for, and derived values are worked out by
 * their expression. So a record is as small as a few pointers, an unknown key stays
 * where it is, and what is shown is what is in the file.
 */
#ifndef PMO_RECORD_H
#define PMO_RECORD_H

#include <pmo/value.h>

struct pmo_record;
struct pmo_project;
struct pmo_limit;
struct expr_memo;

/* Records of a register that a question is about. */
struct pmo_those {
	const char *register_name;
	const char *field; /* only those may count whose field names id; NULL: all */
	const char *id;
};

/*
 * What a record can ask of the world around it. The store fills it in; a record in a
 * test may live without.
 */
struct pmo_world {
	struct pmo_arena *arena; /* for values that need room */
	int32_t today;           /* the as-of date */
	const struct pmo_calendar *calendar;
	const char *me;           /* the user's handle, or NULL */
	const char *mail_domains; /* of our own addresses, blanks between; NULL: not said */
	int minutes_per_day;
	/* The record of an id or handle as seen from another one; NULL: no such record. */
	const struct pmo_record *(*find)(void *store, const struct pmo_record *from, const char *id,
					 const char *registers);
	/* The id nearest to one that is not there, or NULL. */
	const char *(*nearest)(void *store, const struct pmo_record *from, const char *id,
			       const char *registers);
	/* Whether the workspace keeps any of these registers, so that a missing id is a fault. */
	bool (*keeps)(void *store, const struct pmo_record *from, const char *registers);
	/*
	 * The records of a register as seen from another one: of its project, else of the
	 * project that is meant, else of all; of the workspace where the register is. In an
	 * update, as they would be. Their number; *records lives as long as the world.
	 */
	size_t (*those)(void *store, const struct pmo_record *from, const struct pmo_those *what,
			const struct pmo_record *const **records);
	/* The charter of a record's project, else of the one that is meant; or NULL. */
	const struct pmo_record *(*charter)(void *store, const struct pmo_record *from);
	/* The limit of a name as it holds here; false: there is none. NULL: the usual ones. */
	bool (*limit)(void *store, const char *name, struct pmo_limit *limit);
	void *store;
	struct expr_memo *memo; /* derived values of the answer in hand; made when needed */
	unsigned depth;  /* of nested derived values, bounded: a world is never a constant */
	unsigned steps;  /* taken for the answer in hand, bounded */
	bool *exhausted; /* set when a value could not be had for want of memory; or NULL */
};

struct pmo_record {
	const struct pmo_schema *schema;
	const struct pmo_world *world;
	const struct ydoc *doc;
	const struct ydoc_node *node;      /* its map; NULL: an empty record */
	const char *id;                    /* "RSK-003", "DSP", "cadup" */
	const struct pmo_project *project; /* NULL: of the workspace */
	const char *path;                  /* its file */
	bool duplicate;                    /* another record has this id: address it as FILE:LINE */
	bool unreadable;                   /* its file or entry cannot be read; node is NULL */
};

/* The value of a field, read or derived. Index from pmo_schema_field. */
PMO_API struct pmo_value pmo_record_get(const struct pmo_record *record, int field);

/* The same by name; absent when there is no such field. */
PMO_API struct pmo_value pmo_record_get_name(const struct pmo_record *record, const char *name);

/* Text of a text-like field, or NULL. */
PMO_API const char *pmo_record_text(const struct pmo_record *record, int field);

/* The state; the first one when nothing valid is stored. Never NULL. */
PMO_API const struct pmo_state *pmo_record_state(const struct pmo_record *record);

PMO_API bool pmo_record_is_open(const struct pmo_record *record);
PMO_API bool pmo_record_is_void(const struct pmo_record *record);

/* Open, with a due date before today. */
PMO_API bool pmo_record_is_overdue(const struct pmo_record *record);

/* Names of the fields that a complete record has and this one lacks, "owner, due"; "" none. */
PMO_API void pmo_record_missing(const struct pmo_record *record, struct pmo_buffer *out);

/*
 * Whether a move is open to it: PMO_OK, PMO_REFUSED with a reason in out. has_note: a
 * reason was given.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_record_may_move(const struct pmo_record *record,
							const struct pmo_move *move, bool has_note,
							struct pmo_buffer *out);

/* The moves that lead out of its state, in the table's order; the next after `last`, or NULL. */
PMO_API const struct pmo_move *pmo_record_next_move(const struct pmo_record *record,
						    const struct pmo_move *last);

/* Where it is: file, line. */
PMO_API struct pmo_place pmo_record_place(const struct pmo_record *record);

/*
 * Judges a record: bad values, unknown fields, broken references, rules. With `old`, a
 * record as it was before an update, only what the update brought is an error.
 */
PMO_API void pmo_record_check(const struct pmo_record *record, const struct pmo_record *old,
			      struct pmo_diags *diags);

/* The whole record into a sink: fields as in the file, derived, own, unknown and bad apart. */
PMO_API void pmo_record_sink(const struct pmo_record *record, struct pmo_sink *sink);

#endif
