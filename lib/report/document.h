/* The tree behind <pmo/report.h>, and the formats, one function each. */
#ifndef REPORT_DOCUMENT_H
#define REPORT_DOCUMENT_H

#include <pmo/date.h>
#include <pmo/report.h>

enum block_kind {
	BLOCK_ROOT, /* warnings, body, footer */
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_LIST,
	BLOCK_ITEM,
	BLOCK_FACTS,
	BLOCK_FACT,
	BLOCK_TABLE,
	BLOCK_FIGURE,
	BLOCK_LINES,
	BLOCK_CALLOUT,
	BLOCK_NOTES,
	BLOCK_PAGE_BREAK,
};

enum run_style { RUN_TEXT, RUN_STRONG, RUN_EMPHASIS, RUN_CODE, RUN_BADGE, RUN_LINK };

struct document_run {
	enum run_style style;
	const char *text;
	const char *url;  /* of a link: one that may be followed */
	const char *word; /* of a badge: "yellow"; NULL: it has none */
	struct document_run *next;
};

struct pmo_document_block {
	enum block_kind kind;
	int level;        /* of a heading; of a list or callout its kind */
	const char *text; /* title, label, lines, caption */
	const struct pmo_table *table;
	struct pmo_figure figure;
	struct document_run *runs, *last_run;
	struct pmo_document_block *parent, *first, *last, *next;
};

/* What all formats need from head and tree. */

/* "CADUP  Dispatch upgrade"; nothing for a document of no project. */
void document_add_project(const struct pmo_document *document, struct pmo_buffer *out);

/* "Nov 16 to Nov 20, 2026 · as of Fri Nov 20, 2026 · prepared by ... · data 1a2b3c4" */
void document_add_origin(const struct pmo_document *document, struct pmo_buffer *out);

/* A run without its looks: its text, of a badge with its word. */
void document_add_run(struct pmo_buffer *out, const struct document_run *run);

/* Whether the table has a record or footer to show. */
bool document_table_is_empty(const struct pmo_table *table);

/* "note", "warning", "decision". */
const char *document_callout_name(const struct pmo_document_block *block);

/* Whether a link may lead there: http, https, mailto. */
bool document_url_is_safe(const char *url);

enum pmo_result document_text(const struct pmo_document *document,
			      const struct pmo_terminal *terminal, struct pmo_buffer *out);
enum pmo_result document_markdown(const struct pmo_document *document, struct pmo_buffer *out);
enum pmo_result document_html(const struct pmo_document *document, bool convert,
			      struct pmo_buffer *out);
enum pmo_result document_json(const struct pmo_document *document, struct pmo_buffer *out);

#endif
