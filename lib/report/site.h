/* Inside the layer: the pages of the site. */
#ifndef REPORT_SITE_H
#define REPORT_SITE_H

#include "report/listing.h"

#include <pmo/portfolio.h>
#include <pmo/site.h>
#include <pmo/status.h>

struct site {
	struct pmo_workspace *workspace;
	enum pmo_audience audience;
	const struct pmo_site_taker *taker;
	struct pmo_arena *arena; /* of the page in hand and the project around it */
	struct pmo_portfolio portfolio;
	struct pmo_duties duties; /* of all projects */
	int32_t today;
};

/* A page in hand: which project, and which of its pages. */
struct site_page {
	const struct pmo_portfolio_row *row; /* NULL: of all projects */
	const struct pmo_record *person;     /* a page of one; NULL */
	const char *name;                    /* "plan"; also "people" */
	const char *path;
};

/* The names of a project's pages in their order, NULL-ended; and what they are called. */
extern const char *const site_names[], *const site_titles[];

/* A name as part of a path, safe as a file's name. */
void site_add_name(struct pmo_buffer *out, const char *name);

/* Prints a document with the way to the other pages, and hands it over. */
PMO_CHECKED enum pmo_result site_put(const struct site *site, const struct site_page *page,
				     const struct pmo_document *document);

/* The pages of a project; plan: its schedule, or NULL. */
PMO_CHECKED enum pmo_result site_add_project(struct site *site, const struct pmo_portfolio_row *row,
					     struct pmo_plan *plan);

/* The pages of people. */
PMO_CHECKED enum pmo_result site_add_people(struct site *site);

#endif
