/*
 * Pieces of SVG. Lengths are tenths of a pixel in whole numbers, so that no library prints a
 * fraction in the way of its locale. `style` is attributes of our own making.
 */
#ifndef REPORT_FIGURE_H
#define REPORT_FIGURE_H

#include <pmo/figure.h>

enum { FIGURE_WIDTH = 11000 }; /* of every drawing, tenths of a pixel */

#define FIGURE_INK   "#1b1f24"
#define FIGURE_MUTED "#4a5158"
#define FIGURE_GRID  "#d5dbe1"

/* Lines and parts in this order: told apart by those who do not see red and green, too. */
extern const char *const figure_colors[PMO_SERIES_MAX];

struct figure_box {
	long x, y, width, height;
};

struct figure_point {
	long x, y;
};

struct figure_text {
	long x, y;          /* where it begins, ends or has its middle, on the base line */
	const char *anchor; /* "start", "middle", "end" */
	const char *style;  /* "" or attributes: font-weight, fill */
	size_t cells;       /* cut to so many letters; 0: never */
};

void figure_begin(struct pmo_buffer *svg, const struct pmo_figure_head *head, long height);
enum pmo_result figure_end(struct pmo_buffer *svg);

/* A drawing that has nothing to show. */
enum pmo_result figure_none(struct pmo_buffer *svg, const struct pmo_figure_head *head);

void figure_add_box(struct pmo_buffer *svg, const struct figure_box *box, const char *style);
void figure_add_line(struct pmo_buffer *svg, struct figure_point from, struct figure_point to,
		     const char *style);
void figure_add_text(struct pmo_buffer *svg, const struct figure_text *text, const char *words);

/* A shape of straight lines from point to point; open where style says fill="none". */
void figure_begin_path(struct pmo_buffer *svg, const char *style);
void figure_add_step(struct pmo_buffer *svg, struct figure_point point);
void figure_end_path(struct pmo_buffer *svg, bool close);

/* " name=\"12.5\"": an attribute that is a length. */
void figure_add_length(struct pmo_buffer *svg, const char *name, long tenths);

/* A mark that tells series and parts apart where colors do not: one of several shapes. */
void figure_add_mark(struct pmo_buffer *svg, struct figure_point at, size_t number);

/* The least of 1, 2, 5, 10, 20 ... with which a range has at most so many steps. */
int64_t figure_step(int64_t range, int64_t steps);

/* "86,400" */
void figure_format_number(int64_t value, char out[32]);

/* The fill of a status, and of the letters on it: G Y R N H. */
const char *figure_status_style(char status);

#endif
