/*
 * A value: what a field holds, typed by the schema.
 *
 * The schema decides types, never YAML's guessing: `owner: no` is a person called no.
 * A text that is not of its field's type is PMO_BAD: it is kept as written, shown,
 * reported with its position, and takes no part in any computation. Values made by
 * expressions are the same structs without a node.
 */
#ifndef PMO_VALUE_H
#define PMO_VALUE_H

#include <pmo/calendar.h>
#include <pmo/decimal.h>
#include <pmo/duration.h>
#include <pmo/moment.h>
#include <pmo/money.h>
#include <pmo/schema.h>

struct ydoc;
struct ydoc_node;
struct ydoc_value;

enum pmo_presence { PMO_ABSENT, PMO_BAD, PMO_PRESENT };

struct pmo_value {
	uint8_t presence; /* enum pmo_presence */
	uint8_t kind;     /* enum pmo_kind */
	uint8_t detail;   /* DURATION: unit; NUMBER, PERCENT: scale; CHOICE: its index */
	bool is_list;
	uint32_t count;               /* of items */
	const struct ydoc_node *node; /* where it was read; NULL: computed */
	union {
		int64_t integer;  /* INTEGER, DATE (day number), MONEY (cents), YES_NO, DURATION
				    (thousandths), NUMBER and PERCENT (units) */
		const char *text; /* TEXT, PROSE, CHOICE, REF, LINE; BAD: as written */
		const struct pmo_moment *moment;
		const struct pmo_value *items; /* list: its items; STRUCT: its members in order */
	} as;
};

/* What reading words needs to know. */
struct pmo_value_context {
	struct pmo_arena *arena;
	const struct ydoc *doc; /* the node's document; for log lines */
	struct pmo_date_context dates;
	const char *me; /* who `me` is; or NULL */
	int minutes_per_day;
	bool *exhausted; /* set when memory ended; or NULL */
};

/* The value of a node as a field's; presence says how it went. Never fails otherwise. */
struct pmo_value value_read(const struct pmo_field *field, const struct ydoc_node *node,
			    const struct pmo_value_context *context);

/*
 * What a person typed for the field: `fri`, `$12,500`, `TSK-012 SS+10d`,
 * `vendor=VEN-011 amount=47000`; a list takes its items between commas, and quotes keep
 * what they hold together. PMO_INVALID when it is none; value_add_expected says what was.
 */
PMO_CHECKED enum pmo_result value_input(const struct pmo_field *field, const char *text,
					const struct pmo_value_context *context,
					struct pmo_value *value);

/*
 * What is expected of the field, for messages: "a date such as 2026-11-20"; typed: with
 * what people may type beside it.
 */
void value_add_expected(const struct pmo_field *field, bool typed, struct pmo_buffer *out);

/* What is wrong with a value that is BAD, at any depth: adds a diagnostic each. */
void value_report(const struct pmo_field *field, const struct pmo_value *value,
		  const struct ydoc *doc, const char *subject, struct pmo_diags *diags);

/* The canonical text, as files have it; a list is joined by ", ". */
PMO_API void pmo_value_format(const struct pmo_field *field, const struct pmo_value *value,
			      struct pmo_buffer *out);

/* The text for people: money grouped, yes and no; dates stay ISO. */
PMO_API void pmo_value_show(const struct pmo_field *field, const struct pmo_value *value,
			    struct pmo_buffer *out);

/* Into JSON or YAML: money and dates as strings, numbers as numbers, lists, maps. */
PMO_API void pmo_value_sink(const struct pmo_field *field, const struct pmo_value *value,
			    struct pmo_sink *sink);

/* What is written into a file for it; structures that have a short form keep it. */
struct ydoc_value *value_write(const struct pmo_field *field, const struct pmo_value *value,
			       struct pmo_arena *arena);

/* Order of two values of the same kind: absent first, then by meaning. */
PMO_API int pmo_value_compare(const struct pmo_value *a, const struct pmo_value *b);

/* Whether both are the same in every letter: 1.1 and 1.10 are equal, and not the same. */
bool value_is_same(const struct pmo_field *field, const struct pmo_value *a,
		   const struct pmo_value *b);

/* Whether there is a value that can be used. */
static inline bool pmo_value_is_present(const struct pmo_value *value)
{
	return value->presence == PMO_PRESENT && (!value->is_list || value->count);
}

/* The member of a structure's value by name, or NULL. */
PMO_API const struct pmo_value *pmo_value_member(const struct pmo_field *field,
						 const struct pmo_value *value, const char *name);

#endif
