/* Inside the layer: the parts of the status report. */
#ifndef REPORT_STATUS_H
#define REPORT_STATUS_H

#include "report/listing.h"

#include <pmo/status.h>

struct listing_scope status_scope(const struct pmo_status *status);

/* The head of all three documents; warnings about the data come with it. */
PMO_CHECKED enum pmo_result status_begin(const struct pmo_status *status, const char *kind,
					 const char *title, struct pmo_document *document);

/* A text field of the report's record, or NULL. */
const char *status_text(const struct pmo_status *status, const char *field);

/* What somebody wrote for a section of that name in `sections`, or NULL. */
const char *status_section_text(const struct pmo_status *status, const char *name);

/* An expression about the charter, shown; "" where it has no value. */
const char *status_ask(const struct pmo_status *status, const char *text);
bool status_ask_money(const struct pmo_status *status, const char *text, int64_t *cents);

/* "Marian Holt" of a handle; the handle where nobody is known by it. */
const char *status_person(const struct pmo_status *status, const char *handle);

const char *status_day(const struct pmo_status *status, int32_t date);
const char *status_money(const struct pmo_status *status, int64_t cents);
const char *status_format(const struct pmo_status *status, const char *format, ...)
	PMO_PRINTF(2, 3);

/* The forecast of a milestone in the last report; PMO_DATE_NONE: not in it. */
int32_t status_old_forecast(const struct pmo_record *report, const char *id);

/* A figure of a report, "spi", as it was printed; or NULL. */
const char *status_old_figure(const struct pmo_record *report, const char *name);

/* The go-live milestone, or NULL. */
const struct pmo_plan_item *status_go_live(const struct pmo_status *status);

/* A table of texts that its caller fills; freed with the report. */
struct pmo_table *status_table(const struct pmo_status *status, const struct pmo_column *columns,
			       size_t count);

/* Sets a cell; text NULL or "": nothing is known. raw NULL: the text. */
void status_cell(struct pmo_row *row, size_t column, const char *text, const char *raw);
void status_date_cell(const struct pmo_status *status, struct pmo_row *row, size_t column,
		      int32_t date);

/* Items planned for this period by the last report, not done and not planned again. */
struct status_undone {
	const struct pmo_plan_item *item;
	const char *what; /* "finish" or "start" */
	int32_t date;
};

PMO_CHECKED enum pmo_result status_find_undone(const struct pmo_status *status,
					       struct status_undone **undone, size_t *count);

/* Whether an item starts or finishes within some days, and which it is. */
const char *status_in_window(const struct pmo_plan_item *item, int32_t from, int32_t to,
			     int32_t *date);

/* Why an area has its color, an override first. */
const char *status_why(const struct pmo_status *status, const struct pmo_rag_area *area);

/* Sections. */
PMO_CHECKED enum pmo_result status_add_head(const struct pmo_status *status,
					    struct pmo_document *document);
PMO_CHECKED enum pmo_result status_add_questions(const struct pmo_status *status,
						 struct pmo_document *document);
PMO_CHECKED enum pmo_result status_add_work(const struct pmo_status *status,
					    struct pmo_document *document);
PMO_CHECKED enum pmo_result status_add_milestones(const struct pmo_status *status,
						  struct pmo_document *document);
PMO_CHECKED enum pmo_result status_add_schedule(const struct pmo_status *status,
						struct pmo_document *document);
PMO_CHECKED enum pmo_result status_add_money(const struct pmo_status *status,
					     struct pmo_document *document);
PMO_CHECKED enum pmo_result status_add_lists(const struct pmo_status *status,
					     struct pmo_document *document);
PMO_CHECKED enum pmo_result status_add_deviations(const struct pmo_status *status,
						  struct pmo_document *document);
PMO_CHECKED enum pmo_result status_add_trend(const struct pmo_status *status,
					     struct pmo_document *document);

/* What is asked of management now, as a list; true: there is something. */
PMO_CHECKED enum pmo_result status_add_attention(const struct pmo_status *status,
						 struct pmo_document *document, bool *any);

/* The figures that are kept, in their order: status_figures.c. */
struct status_figure {
	const char *name, *label;
	const char *value; /* as it is kept; NULL: not known */
};

PMO_CHECKED enum pmo_result status_compute_figures(const struct pmo_status *status,
						   struct status_figure **figures, size_t *count);

#endif
