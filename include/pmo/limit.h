/*
 * Limits: the figures that rules apply, and where each comes from.
 *
 * Agencies differ in what they may buy without a quote, who approves how much, when a
 * risk is high. So no figure stands in a rule: a rule says limit(purchase.written), and the
 * value is, in this order, what pmo.yaml says under thresholds, what the files say that
 * it names under limits, what the jurisdiction named there says, what is usual. A message that
 * refuses names the figure and its source.
 *
 * Limits are data in files, a limit a name:
 *
 *     source: N.C. General Statutes 143-129     where it is written
 *     as_of: 2026-11                            when that was read
 *     limits:
 *       purchase.formal:
 *         value: 90000.00
 *         unit: money          or percent, count, points, number, working days, calendar days,
 *                              working weeks, hours, minutes
 *         about: sealed bids from
 *         source: ...          where it differs from that of the file; and as_of
 *
 * Those of share/limits are compiled in (cmake/limits.cmake); those of a workspace are read from
 * its folder limits when a limit is asked for. Copies age: whoever relies on one confirms it with
 * the agency, and writes what holds into a file of their own.
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
	const char *unit; /* as its file has it; NULL: not said, see pmo_limit_unit */
	const char *source;
	const char *date; /* when the source was read, "2026-11"; NULL: it has none */
	const char *help;
	const char *file; /* "risk-bands.yaml" of what is shipped, or of the workspace */
	size_t line;      /* of the file; 0: pmo_config_limit_rows knows */
};

/* All built-in rows; those that hold everywhere come first. Ends with an all-zero row. */
PMO_API extern const struct pmo_limit pmo_limits[];

/* The row of a name for a jurisdiction (NULL: none), else the usual one; NULL: no such limit. */
PMO_API const struct pmo_limit *pmo_limit_find(const char *name, const char *jurisdiction);

/* The unit of the value as it stands, "calendar days", for people; NULL: nothing tells it. */
PMO_API const char *pmo_limit_unit(const struct pmo_limit *limit);

/*
 * Whether a unit says what a text is, which is of a kind (PMO_KIND_COUNT: of whatever it is):
 * `calendar days` and 30cd.
 */
PMO_API bool pmo_limit_unit_fits(const char *unit, const char *text, enum pmo_kind kind);

/* Whether any row is about this jurisdiction. */
PMO_API bool pmo_limit_is_jurisdiction(const char *name);

/* Reads the text of a limit of a kind, PMO_KIND_COUNT: of whatever it is; false: it is none. */
PMO_API bool pmo_limit_read(const char *text, enum pmo_kind kind, struct pmo_value *value);

#endif
