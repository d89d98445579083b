/*
 * A document is what every report is made of: a tree of headings, paragraphs, tables,
 * lists, callouts and figures, filled once and printed in any format.
 *
 *     pmo_document_init(&document, arena, &head);
 *     pmo_document_add_heading(&document, 2, "Health");
 *     pmo_document_add_paragraph(&document, "Overall ");
 *     pmo_document_add_badge(&document, 'Y');
 *     pmo_document_add_table(&document, &table, "Health by area");
 *     result = pmo_document_print(&document, PMO_DOCUMENT_TEXT, terminal, out);
 *
 * Builders never fail at the call: lack of memory sticks and is what printing returns. What
 * is added goes to the end of what is open: a paragraph, list item or fact takes the
 * runs (text, strong, badge ...) that follow it, and is over as soon as another block is
 * added; a callout and speaker notes take the blocks until pmo_document_end.
 *
 * Texts are copied, so that a caller may build them in a buffer of its own; NULL is the
 * empty text. Whatever is in them is text: no format takes it for markup, a script or a
 * command of the terminal, and a link goes nowhere but to http, https and mailto. Tables
 * and their cells are kept by reference until the document is printed.
 *
 * Printed bytes depend on the document alone, not on clock, locale or machine.
 */
#ifndef PMO_REPORT_H
#define PMO_REPORT_H

#include <pmo/table.h>
#include <stdint.h>

/* Who, what, when: stands above every report. NULL is left out. */
struct pmo_document_head {
	const char *kind;                   /* for programs, and for files' names: "status" */
	const char *title;                  /* the report's name: "Weekly status report" */
	const char *language;               /* NULL: "en" */
	const char *project_code, *project; /* "CADUP", "Dispatch upgrade"; not of a portfolio */
	const char *period;                 /* for people: "Nov 16 to Nov 20, 2026" */
	int32_t as_of;                      /* always there */
	const char *prepared_by;            /* a name, and what they are: "Pat Cole, coordinator" */
	const char *commit;                 /* of the data; with "changed since" where that is so */
	const char *middle;                 /* the word of a badge Y; NULL: "yellow" */
	bool deck;                          /* slides: each heading of level 2 is one */
	bool compact;                       /* printed closer, to fit one page */
};

enum pmo_list_style { PMO_LIST_BULLETS, PMO_LIST_NUMBERS };

/* What a callout is about, in its heading's color and in JSON. */
enum pmo_callout {
	PMO_CALLOUT_NOTE,
	PMO_CALLOUT_WARNING,  /* look at this: overdue, missing, overridden */
	PMO_CALLOUT_DECISION, /* somebody is asked for something */
};

struct pmo_figure {
	const char *name;        /* for programs: "gantt" */
	const char *title;       /* what it shows; stands above it */
	const char *description; /* what it says, for who cannot see it; never NULL */
	const char *text; /* drawn with characters, for text and Markdown; NULL: the description */
	const char *svg;  /* as <pmo/figure.h> makes it; NULL: text alone */
};

struct pmo_document_block;

struct pmo_document {
	struct pmo_arena *arena;
	struct pmo_document_head head;
	struct pmo_document_block *warnings, *body, *footer; /* roots; their blocks are below */
	struct pmo_document_block *open;                     /* takes the next block */
	struct pmo_document_block *line;                     /* takes the next run, or NULL */
	int level;                                           /* of the last heading */
	enum pmo_result result;                              /* what went wrong first */
};

/* The head's texts are copied, too. */
PMO_API void pmo_document_init(struct pmo_document *document, struct pmo_arena *arena,
			       const struct pmo_document_head *head);

/* At the top of the report, in the order they come: data that are bad or missing. */
PMO_API void pmo_document_warn(struct pmo_document *document, const char *format, ...)
	PMO_PRINTF(2, 3);

/* Level 2 to 4; 1 is the title. A level that skips one is lifted. In a deck, 2 is a slide. */
PMO_API void pmo_document_add_heading(struct pmo_document *document, int level, const char *text);

/* A paragraph that begins with a text, or NULL for runs alone. Line ends are blanks. */
PMO_API void pmo_document_add_paragraph(struct pmo_document *document, const char *text);

/* What a person wrote: blank lines part paragraphs, lines of "- " or "1. " are lists. */
PMO_API void pmo_document_add_prose(struct pmo_document *document, const char *text);

/* "None.": what an empty section says. */
PMO_API void pmo_document_add_none(struct pmo_document *document);

/* A list; its items begin with a text, or NULL for runs alone. */
PMO_API void pmo_document_add_list(struct pmo_document *document, enum pmo_list_style style);
PMO_API void pmo_document_add_item(struct pmo_document *document, const char *text);

/* A label and its value, or NULL for runs; those that follow one another are one block. */
PMO_API void pmo_document_add_fact(struct pmo_document *document, const char *label,
				   const char *value);

/*
 * A table with its caption, which may be NULL where a heading says as much. Without
 * records it is "None.". The table's own title is not printed. Columns that say `badge`
 * hold status letters.
 */
PMO_API void pmo_document_add_table(struct pmo_document *document, const struct pmo_table *table,
				    const char *caption);

/* A figure; its texts are copied. */
PMO_API void pmo_document_add_figure(struct pmo_document *document,
				     const struct pmo_figure *figure);

/* Lines as they are, in letters of one width. */
PMO_API void pmo_document_add_lines(struct pmo_document *document, const char *text);

/* Opens a block that takes others; pmo_document_end closes what was opened last. */
PMO_API void pmo_document_begin_callout(struct pmo_document *document, enum pmo_callout kind,
					const char *title);
PMO_API void pmo_document_begin_notes(struct pmo_document *document); /* for the speaker */
PMO_API void pmo_document_end(struct pmo_document *document);

/* What follows begins on a new page where there are pages. */
PMO_API void pmo_document_add_page_break(struct pmo_document *document);

/* Small print at the very end: record ids, sources. One paragraph a call. */
PMO_API void pmo_document_add_footer(struct pmo_document *document, const char *text);

/* Runs: pieces of the paragraph, item or fact that is open; else they begin a paragraph. */
PMO_API void pmo_document_add_text(struct pmo_document *document, const char *text);
PMO_API void pmo_document_add_format(struct pmo_document *document, const char *format, ...)
	PMO_PRINTF(2, 3);
PMO_API void pmo_document_add_strong(struct pmo_document *document, const char *text);
PMO_API void pmo_document_add_emphasis(struct pmo_document *document, const char *text);
PMO_API void pmo_document_add_code(struct pmo_document *document, const char *text);

/* A status letter, with its word beside it: `Y yellow`. G Y R N H; others stand alone. */
PMO_API void pmo_document_add_badge(struct pmo_document *document, char letter);

/* A link; where it leads nowhere safe (see above) the text alone. */
PMO_API void pmo_document_add_link(struct pmo_document *document, const char *text,
				   const char *url);

/* The word of a status letter: "green", "yellow", "red", "not rated", "on hold"; or NULL. */
PMO_API const char *pmo_document_badge_word(const struct pmo_document *document, char letter);

enum pmo_document_format {
	PMO_DOCUMENT_TEXT,
	PMO_DOCUMENT_MD,
	PMO_DOCUMENT_HTML,    /* one file, no script, asks no other machine for anything */
	PMO_DOCUMENT_JSON,    /* the tree; docs/formats.md describes it */
	PMO_DOCUMENT_CONVERT, /* HTML as pandoc reads it best: no style sheet, notes as notes */
};

/* Appends the document. terminal is for text alone: its width, else 80, and its colors; or NULL. */
PMO_API PMO_CHECKED enum pmo_result pmo_document_print(const struct pmo_document *document,
						       enum pmo_document_format format,
						       const struct pmo_terminal *terminal,
						       struct pmo_buffer *out);

#endif
