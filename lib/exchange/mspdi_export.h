/* Inside the export of a plan: what its steps share. */
#ifndef EXCHANGE_MSPDI_EXPORT_H
#define EXCHANGE_MSPDI_EXPORT_H

#include "exchange/mspdi_import.h"

/* One task or milestone of the project, in the order of the outline. */
struct mspdi_row {
	const struct pmo_record *record;
	struct mspdi_element *element;
	struct mspdi_task *kept; /* its facts in the kept file; NULL: it is new there */
	int64_t uid;
	int parent;            /* row; -1: at the top */
	int first_child, next; /* rows; -1: none; of the tree as it is read */
	int level;
	bool has_children, is_milestone, is_changed;
};

struct mspdi_export {
	struct mspdi_import import; /* its context, plan, people */
	struct pmo_arena *arena;
	struct mspdi_element *root, *tasks, *resources, *assignments, *calendars;
	struct mspdi_row *rows;
	size_t row_count, row_capacity;
	int *order; /* rows in the order of the outline */
	size_t order_count;
	struct map by_id;         /* record id to row */
	struct map resource_uids; /* handle to the text of its UID */
	int64_t next_task, next_resource, next_assignment, next_calendar;
	bool for_2007;
	bool has_changed;
	bool failed;
	struct pmo_mspdi_export *told;
};

/* Puts a child; what fails is told at the end. */
void mspdi_out(struct mspdi_export *run, struct mspdi_element *parent, const char *name,
	       const char *text);
void mspdi_out_number(struct mspdi_export *run, struct mspdi_element *parent, const char *name,
		      int64_t number);

/* The day of a text, at that minute; MSPDI_NO_TIME: none. */
int64_t mspdi_moment_of(const char *date, int minute);
void mspdi_out_time(struct mspdi_export *run, struct mspdi_element *parent, const char *name,
		    int64_t minutes);
/* Start or Finish; what somebody typed for a task set by hand is kept beside it. */
void mspdi_out_date(struct mspdi_export *run, struct mspdi_element *element, const char *name,
		    int64_t time);
void mspdi_out_span(struct mspdi_export *run, struct mspdi_element *parent, const char *name,
		    int64_t seconds);

/* Seconds of a duration as pmo writes it, and Project's format of its unit. */
bool mspdi_seconds(const struct mspdi_export *run, const char *text, int64_t *seconds, int *format);

/* When work begins and ends in the project's file, minutes of the day. */
int mspdi_day_start(const struct mspdi_export *run);
int mspdi_day_end(const struct mspdi_export *run);

/* For Project 2007: see the file. */
PMO_CHECKED enum pmo_result mspdi_make_2007(struct mspdi_export *run);

/* A document without tasks: the project, its calendar, the lists to fill. */
PMO_CHECKED enum pmo_result mspdi_make_document(struct mspdi_export *run);

/* Fills a Calendar with what the record has. */
PMO_CHECKED enum pmo_result mspdi_out_calendar(struct mspdi_export *run,
					       struct mspdi_element *element,
					       const struct pmo_record *record);
/* The UID of a calendar by its handle; it is added when the document has none. -1: none. */
int64_t mspdi_calendar_uid(struct mspdi_export *run, const char *handle);
PMO_CHECKED enum pmo_result mspdi_patch_calendars(struct mspdi_export *run);

/* Compares a row with its kept facts and changes its element where they differ. */
PMO_CHECKED enum pmo_result mspdi_patch_row(struct mspdi_export *run, struct mspdi_row *row);

/* Who is assigned to a row: `DSP 50%`. */
void mspdi_patch_people(struct mspdi_export *run, struct mspdi_row *row,
			const struct mspdi_slot *slot);

/* Baselines that were made here. */
PMO_CHECKED enum pmo_result mspdi_patch_baselines(struct mspdi_export *run);

/* Computed dates into what has changed, and those that Project will show otherwise. */
PMO_CHECKED enum pmo_result mspdi_patch_dates(struct mspdi_export *run);

#endif
