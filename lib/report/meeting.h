/* Inside the layer: what the agenda and the minutes of a meeting share. */
#ifndef REPORT_MEETING_H
#define REPORT_MEETING_H

#include <pmo/report.h>
#include <pmo/workspace.h>

struct meeting_report {
	struct pmo_workspace *workspace;
	const struct pmo_record *meeting;
	struct pmo_arena *arena;           /* of the document */
	const struct pmo_record *outsider; /* somebody outside who reads it, or NULL */
};

/* The document's head. */
void meeting_begin(const struct meeting_report *report, const char *kind, const char *title,
		   struct pmo_document *document);

/* When, where, chair, recorder, purpose. */
void meeting_add_head(const struct meeting_report *report, struct pmo_document *document);

const char *meeting_format(const struct meeting_report *report, const char *format, ...)
	PMO_PRINTF(2, 3);

/* A text field, or NULL. */
const char *meeting_field(const struct meeting_report *report, const char *field);

/* How many items a list has; an item's member (member NULL: the item), or NULL; -1: no number. */
uint32_t meeting_count(const struct meeting_report *report, const char *list);
const char *meeting_member(const struct meeting_report *report, const char *list, uint32_t index,
			   const char *member);
int64_t meeting_number(const struct meeting_report *report, const char *list, uint32_t index,
		       const char *member);

/* "Dana Pruitt" of a handle; the handle where nobody is known by it. */
const char *meeting_person(const struct meeting_report *report, const char *handle);

/* The people of a list of structures with that invitation (NULL: all), or NULL. */
const char *meeting_names(const struct meeting_report *report, const char *list,
			  const char *invitation);

/* "Nov 13, 2026" of a date field; "Wed Nov 25, 10:00" of a moment, or NULL. */
const char *meeting_day(const struct meeting_report *report, const char *field);
const char *meeting_moment(const struct meeting_report *report, const char *field);

/* The records that a list of references names, as a table; "None.". */
PMO_CHECKED enum pmo_result meeting_add_list(const struct meeting_report *report, const char *list,
					     const struct pmo_column *columns,
					     struct pmo_document *document);

/* A row of such a table. */
PMO_CHECKED enum pmo_result meeting_add_row(const struct meeting_report *report,
					    const struct pmo_record *record,
					    struct pmo_table *table);

#endif
