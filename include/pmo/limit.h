/*
 * Limits: the figures that rules apply, and where each comes from.
 *
 * Agencies differ in what they may buy without a quote, who approves how much, when a
 * risk is high. So no figure stands in a rule: a rule says limit(purchase.written), and the
 * value is, in this order, what pmo.yaml says under thresholds, what the jurisdiction
 * named there says, what is usual. A message that refuses names the figure and its source.
 *
 * The built-in rows are data with their source and its date. Copies age: whoever relies on
 * one confirms it with the agency, and writes what holds into pmo.yaml.
 */
#ifndef PMO_LIMIT_H
#define PMO_LIMIT_H

#include <pmo/schema.h>
#include <pmo/value.h>

struct pmo_limit {
	const char *name;         /* "purchase.written" */
	const char *jurisdiction; /* "charlotte"; NULL: where nothing else is chosen */
	const char *value;        /* as pmo.yaml has it: 50000.00, 5d, 10% */
	enum pmo_kind kind;
	const char *source;
	const char *date; /* when the source was read, "2026-11"; NULL: it has none */
	const char *help;
};

/* All built-in rows; those that hold everywhere come first. Ends with an all-zero row. */
PMO_API extern const struct pmo_limit pmo_limits[];

/* The row of a name for a jurisdiction (NULL: none), else the usual one; NULL: no such limit. */
PMO_API const struct pmo_limit *pmo_limit_find(const char *name, const char *jurisdiction);

/* Whether any row is about this jurisdiction. */
PMO_API bool pmo_limit_is_jurisdiction(const char *name);

/* Reads the text of a limit of a kind, PMO_KIND_COUNT: of whatever it is; false: it is none. */
PMO_API bool pmo_limit_read(const char *text, enum pmo_kind kind, struct pmo_value *value);

#endif
