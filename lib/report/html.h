/* What the parts of a page share. */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "document.h"

enum { HTML_KEPT_COLUMNS = 20 }; /* of a table may be of cells that are not broken */

struct html {
	const struct pmo_document *document;
	struct pmo_buffer *out;
	bool convert;        /* for pandoc: styles of its documents by name, no looks */
	const char *heading; /* the last one, which names a table without a caption */
	unsigned headings, figures;
};

/* The blocks below a root, callout or notes. */
void html_add_blocks(struct html *html, const struct pmo_document_block *parent);

/* The runs of a line. */
void html_add_runs(struct html *html, const struct document_run *runs);

/* A table with rows; hidden: its caption is there for those who do not see the page. */
void html_add_table(struct html *html, const struct pmo_table *table, const char *caption,
		    bool hidden);

/* A figure as an image with its description, for pandoc. */
void html_add_image(struct html *html, const struct pmo_figure *figure);

/* The style sheet; the page's running footer names the report. */
void html_add_style(struct html *html);

#endif
