/*
 * Figures: drawings for reports, as text of SVG that stands alone or within a page.
 *
 * Each takes plain rows of dates, numbers and labels and knows no register. A drawing
 * has a title and a description in words, says nothing by color alone, prints in black and
 * white, asks for no font or file, and is the same bytes on every machine. Width follows the
 * page; heights grow with the rows. Texts are escaped; what is too long is cut.
 *
 * What cannot be drawn (no rows, no dates) gives a drawing that says "None.".
 */
#ifndef PMO_FIGURE_H
#define PMO_FIGURE_H

#include <pmo/buffer.h>
#include <pmo/date.h>
#include <pmo/result.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pmo_figure_head {
	const char *title;
	const char *description; /* what it says, for who cannot see it */
};

struct pmo_gantt_row {
	const char *label;
	unsigned depth;
	bool summary, milestone, critical;
	int32_t start, finish;                   /* of a milestone finish alone */
	int32_t baseline_start, baseline_finish; /* PMO_DATE_NONE: there is none */
	int percent;                             /* 0 to 100 */
};

struct pmo_gantt_link {
	size_t from, to; /* numbers of rows; drawn from the finish to the start */
};

struct pmo_gantt_span {
	int32_t from, to; /* both days inside; holidays, freezes */
};

struct pmo_gantt {
	struct pmo_figure_head head;
	const struct pmo_gantt_row *rows;
	size_t row_count;
	const struct pmo_gantt_link *links;
	size_t link_count;
	const struct pmo_gantt_span *shaded;
	size_t shaded_count;
	int32_t today;    /* PMO_DATE_NONE: no line */
	int32_t from, to; /* PMO_DATE_NONE: as the rows need it */
};

PMO_API PMO_CHECKED enum pmo_result pmo_figure_gantt(const struct pmo_gantt *gantt,
						     struct pmo_buffer *svg);

struct pmo_point {
	int32_t date;
	int64_t value; /* a whole number in the chart's unit, or a day where values are dates */
};

struct pmo_series {
	const char *name;
	const struct pmo_point *points; /* in the order of their dates */
	size_t count;
	bool dashed; /* planned, computed ahead */
};

enum { PMO_SERIES_MAX = 8 }; /* more are not told apart; they are left out */

/* Lines over time: a trend of milestones (values are dates), an S-curve, open and closed. */
struct pmo_chart {
	struct pmo_figure_head head;
	const struct pmo_series *series;
	size_t count;
	const char *unit; /* stands above the axis: "tasks", "$", "%"; may be NULL */
	bool value_is_date;
	bool from_zero; /* the axis begins at 0 */
	int32_t today;  /* PMO_DATE_NONE: no line */
};

PMO_API PMO_CHECKED enum pmo_result pmo_figure_lines(const struct pmo_chart *chart,
						     struct pmo_buffer *svg);

struct pmo_bar {
	const char *label;
	const int64_t *values; /* one a part; below 0 counts as 0 */
};

/* Bars beside their labels, each made of parts: defects by severity, budget spent and left. */
struct pmo_bars {
	struct pmo_figure_head head;
	const char *const *parts; /* names of the parts, at most PMO_SERIES_MAX */
	size_t part_count;
	const struct pmo_bar *bars;
	size_t count;
	const char *unit;
};

PMO_API PMO_CHECKED enum pmo_result pmo_figure_bars(const struct pmo_bars *bars,
						    struct pmo_buffer *svg);

/* Five by five: probability upward, impact to the right. */
struct pmo_matrix {
	struct pmo_figure_head head;
	const char *cells[5][5]; /* [probability - 1][impact - 1]: "RSK-003 RSK-007"; NULL: empty */
	int bands[5][5];         /* 0 low, 1 medium, 2 high, 3 critical */
};

PMO_API PMO_CHECKED enum pmo_result pmo_figure_matrix(const struct pmo_matrix *matrix,
						      struct pmo_buffer *svg);

struct pmo_strip_item {
	const char *label; /* "Schedule", "M7 Go-live" */
	char status;       /* G Y R N H; 0: none */
	const char *text;  /* "Mar 16, 2027", "+15 d"; may be NULL */
};

/* Boxes side by side: the areas' health, the milestones of the one-page. */
struct pmo_strip {
	struct pmo_figure_head head;
	const struct pmo_strip_item *items;
	size_t count;
};

PMO_API PMO_CHECKED enum pmo_result pmo_figure_strip(const struct pmo_strip *strip,
						     struct pmo_buffer *svg);

#endif
