/*
 * Tables of records, said as data: which register, which of its records, in which order,
 * which columns. Conditions and columns are expressions. $from and $to in them are the
 * period's days, $next_from and $next_to those of the next one, $since the as-of date of the
 * last report.
 */
#ifndef REPORT_LISTING_H
#define REPORT_LISTING_H

#include <pmo/audience.h>
#include <pmo/expr.h>
#include <pmo/practice.h>
#include <pmo/report.h>

enum listing_form {
	LISTING_PLAIN,
	LISTING_WIDE,   /* text that may wrap */
	LISTING_DAY,    /* "Nov 24" */
	LISTING_PERSON, /* a reference, by the person's name */
	LISTING_NUMBER,
	LISTING_MONEY,
	LISTING_SUM,    /* money, with its sum below the table */
	LISTING_CHANGE, /* how its score moved since the last report */
	LISTING_BADGE,
};

struct listing_column {
	const char *name, *heading, *ask; /* ask NULL: the name */
	enum listing_form form;
};

struct listing {
	const char *register_name, *where;
	const char *order[2]; /* expressions; "-" before one: the highest first */
	size_t most;          /* rows; 0: all */
	const struct listing_column *columns;
	const char *line; /* a sentence each below the table, {expressions} in it; or NULL */
	const char *more; /* the command that lists the rest */
};

struct listing_scope {
	struct pmo_workspace *workspace;
	const struct pmo_project *project;
	struct pmo_arena *arena;           /* of the document */
	const struct pmo_record *previous; /* the last report, or NULL */
	int32_t from, to, next_from, next_to, since;
	enum pmo_audience audience; /* what they may not see is left out */
};

struct listing_rows {
	const struct pmo_record **items;
	size_t count, capacity;
};

/* The records that are meant, in order. PMO_INVALID: an expression makes no sense. */
PMO_CHECKED enum pmo_result listing_find(const struct listing_scope *scope,
					 const struct listing *listing, struct listing_rows *rows);

/* Its table, or "None.", into the document. */
PMO_CHECKED enum pmo_result listing_add(const struct listing_scope *scope,
					const struct listing *listing, const char *caption,
					struct pmo_document *document);

/* An expression about one record. */
PMO_CHECKED enum pmo_result listing_ask(const struct listing_scope *scope,
					const struct pmo_record *record, const char *text,
					struct pmo_value *value);

/* "Nov 24, 2026" of the year; memory of the document, or NULL. */
const char *listing_day(const struct listing_scope *scope, int32_t date);

/* "Marian Holt" of a handle; the handle where nobody is known by it. */
const char *listing_person(const struct pmo_record *from, const char *handle);

/* The score of a record in a report; false: it is not in there. */
bool listing_old_score(const struct pmo_record *report, const char *id, int64_t *score);

#endif
