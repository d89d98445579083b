/*
 * Inside the exchange with MS Project, see <pmo/mspdi.h>.
 *
 * Three steps each way. The document becomes a tree (mspdi_xml.h); the tree becomes facts,
 * typed, with what real files get wrong put right; the facts become what each record shall
 * say, field by field (mspdi_want.c). An import compares that with the records, an export
 * compares it with the tree that was kept and changes the tree only where it differs.
 */
#ifndef EXCHANGE_MSPDI_H
#define EXCHANGE_MSPDI_H

#include "base/map.h"
#include "exchange/mspdi_xml.h"

#include <pmo/mspdi.h>

#define MSPDI_NO_TIME INT64_MIN /* of moments (minutes since 1970) and spans (seconds) */

enum {
	MSPDI_BASELINES = 11,
	MSPDI_NOBODY = -65535,   /* the resource of an assignment to none */
	MSPDI_DAYS_MAX = 20000,  /* that one recurring exception falls on */
	MSPDI_STEPS_MAX = 500000 /* days and months looked at for all of them */
};

enum mspdi_constraint {
	MSPDI_ASAP,
	MSPDI_ALAP,
	MSPDI_MSO,
	MSPDI_MFO,
	MSPDI_SNET,
	MSPDI_SNLT,
	MSPDI_FNET,
	MSPDI_FNLT
};

struct mspdi_link {
	int64_t from; /* UID */
	int to;       /* task that waits: its index */
	int from_at;  /* index, or -1: there is none of that UID */
	int type;     /* 0 FF, 1 FS, 2 SF, 3 SS */
	int64_t lag;  /* tenths of a minute; percent where the format is 19 or 20 */
	int format;
	const struct mspdi_element *element;
};

struct mspdi_task {
	const struct mspdi_element *element;
	int64_t uid, id;
	const char *name, *wbs, *notes; /* name is never NULL; the others may be */
	char outline[48];               /* its number by the rows that count, "1.2.1" */
	int level, parent;              /* parent: its index; -1: at the top */
	bool is_summary, is_milestone, is_flagged, by_hand, is_inactive;
	bool is_pinned; /* its constraint stands for "set by hand", see mspdi_echo.c */
	int64_t start, finish, deadline, constraint_date, actual_start, actual_finish;
	int64_t typed_start, typed_finish; /* what somebody scheduled by hand; else start, finish */
	bool start_is_text, finish_is_text, duration_is_text; /* "when the vendor is back" */
	int64_t duration, work, remaining;                    /* seconds */
	int duration_format, percent, type, priority, constraint;
	int64_t calendar_uid; /* -1: none */
	int64_t cost;         /* cents */
	size_t first_link, link_count;
	size_t first_assignment, assignment_count; /* into by_task */
};

struct mspdi_resource {
	const struct mspdi_element *element;
	int64_t uid, calendar_uid;
	const char *name, *email, *initials; /* name may be NULL */
	int type;                            /* 0 material, 1 work, 2 cost */
	const char *handle;                  /* of the person here; NULL: nobody */
	bool is_used;                        /* has an assignment */
};

struct mspdi_assignment {
	const struct mspdi_element *element;
	int64_t uid;
	int task, resource; /* indexes, -1: none */
	const char *units;  /* "1", "0.5"; NULL: all */
};

struct mspdi_span {
	int from, to; /* minutes of the day; to 1440: midnight */
};

struct mspdi_day {
	bool is_told, is_worked;
	struct mspdi_span spans[5];
	size_t count;
};

/* Days that are not like others: from..to each. */
struct mspdi_exception {
	int32_t from, to;
	const char *name;
	struct mspdi_day day;
};

struct mspdi_calendar {
	const struct mspdi_element *element;
	int64_t uid, base_uid; /* -1: none */
	const char *name;
	bool is_base;
	struct mspdi_day week[7]; /* from Monday */
	struct mspdi_exception *exceptions;
	size_t exception_count, exception_capacity;
	const char *handle; /* here; NULL: it is not taken in */
};

struct pmo_mspdi {
	struct pmo_arena *arena;
	struct pmo_diags *diags;
	const struct pmo_source *source;
	struct mspdi_element *root;
	const char *title;
	int64_t start, finish, status_date, calendar_uid;
	int minutes_per_day, minutes_per_week, days_per_month, duration_format;
	struct mspdi_task *tasks;
	struct mspdi_link *links;
	struct mspdi_resource *resources;
	struct mspdi_assignment *assignments;
	struct mspdi_calendar *calendars;
	size_t task_count, link_count, resource_count, assignment_count, calendar_count;
	size_t task_capacity, link_capacity, resource_capacity, assignment_capacity,
		calendar_capacity;
	size_t blank_rows, baselines; /* baselines: how many numbers have one */
	size_t *by_task;              /* indexes of assignments, those of a task together */
	size_t steps;                 /* taken for recurring exceptions */
	bool knows_hand;              /* false: as Project 2007, it cannot say "set by hand" */
	struct map by_uid;            /* decimal UID to struct mspdi_task */
	bool failed;                  /* no memory */
};

/* Values of children. A missing or unreadable one is the fallback. */
int64_t mspdi_number(const struct mspdi_element *parent, const char *name, int64_t fallback);
int64_t mspdi_time(const struct mspdi_element *parent, const char *name);
int64_t mspdi_span(const struct mspdi_element *parent, const char *name);
bool mspdi_flag(const struct mspdi_element *parent, const char *name);

/* `2026-11-20T08:00:00`, `PT8H0M0S`; false: it is none. */
bool mspdi_read_time(const char *text, int64_t *minutes);
bool mspdi_read_span(const char *text, int64_t *seconds);

enum { MSPDI_TEXT_SIZE = 48 };
void mspdi_format_time(int64_t minutes, char out[MSPDI_TEXT_SIZE]);
void mspdi_format_span(int64_t seconds, char out[MSPDI_TEXT_SIZE]);

/* The day of a moment; PMO_DATE_NONE for none, and for what means "always". */
int32_t mspdi_date(int64_t minutes);

/* A format without "estimated", and with what "as the project" means. */
int mspdi_format(const struct pmo_mspdi *plan, int format);
bool mspdi_format_is_elapsed(int format);
bool mspdi_is_elapsed(const struct pmo_mspdi *plan, const struct mspdi_task *task);

/* Reads the tree into facts. */
PMO_CHECKED enum pmo_result mspdi_read_facts(struct pmo_mspdi *plan);
PMO_CHECKED enum pmo_result mspdi_read_tasks(struct pmo_mspdi *plan);
PMO_CHECKED enum pmo_result mspdi_read_calendars(struct pmo_mspdi *plan);

/* The days of an exception that recurs, from..to each; PMO_NO_MEMORY is all that fails. */
PMO_CHECKED enum pmo_result mspdi_read_exception(struct pmo_mspdi *plan,
						 struct mspdi_calendar *calendar,
						 const struct mspdi_element *element);
void mspdi_read_times(const struct mspdi_element *element, struct mspdi_day *day);
PMO_CHECKED enum pmo_result mspdi_add_exception(struct pmo_mspdi *plan,
						struct mspdi_calendar *calendar,
						const struct mspdi_exception *exception);

struct mspdi_task *mspdi_task_of(const struct pmo_mspdi *plan, int64_t uid);
struct mspdi_calendar *mspdi_calendar_of(const struct pmo_mspdi *plan, int64_t uid);

/*
 * The calendar that says when a resource works: its own where that says anything, else the
 * one it is based on. NULL: it is the project's.
 */
const struct mspdi_calendar *mspdi_shift_of(const struct pmo_mspdi *plan,
					    const struct mspdi_resource *resource);

/* Of a task set by hand that has dates alone, what they come to; else MSPDI_NO_TIME. */
int64_t mspdi_hand_seconds(const struct pmo_mspdi *plan, const struct mspdi_task *task);

/* Dates, and a duration that was said beside them: seconds, MSPDI_NO_TIME where it was not. */
struct mspdi_typed {
	int64_t calendar_uid, start, finish, seconds;
	bool is_elapsed;
};

/* The duration that leads from the one date to the other; MSPDI_NO_TIME: the one it has. */
int64_t mspdi_fitting_seconds(const struct pmo_mspdi *plan, const struct mspdi_typed *typed);

/* Whether somebody works on it whose week is not the project's: its days are no one's days. */
bool mspdi_is_on_shift(const struct pmo_mspdi *plan, const struct mspdi_task *task);

#endif
