/* Between gantt_draw.c and gantt_scale.c: a chart while it is drawn. */
#ifndef GANTT_CHART_H
#define GANTT_CHART_H

#include "gantt.h"

/* What a cell shows; the later ones lie above the earlier ones. */
enum ink {
	INK_NONE,
	INK_OFF, /* a day that is not worked */
	INK_TODAY,
	INK_BASELINE,
	INK_SUMMARY,
	INK_TODO,
	INK_CRITICAL,
	INK_DONE,
	INK_UNSURE,
	INK_BASELINE_END, /* within the bar */
	INK_OPEN_MILESTONE,
	INK_MILESTONE,
	INK_BEFORE, /* it begins before the chart does */
	INK_AFTER,
	INK_COUNT
};

enum { GANTT_MARKS = 4 }; /* cells between a label and its bar */

struct gantt_scale;

struct gantt_chart {
	const struct gantt *gantt;
	const struct gantt_paper *paper;
	struct pmo_buffer *out;
	const struct gantt_scale *scale;
	int32_t *starts; /* the first day of each cell, and of the one behind the last */
	size_t cells, label;
	enum ink *ground; /* what shows where there is no bar */
	enum ink *line;
	unsigned used; /* inks, as bits */
	unsigned marks;
};

/* The finest scale that fits into so many cells. */
PMO_CHECKED enum pmo_result gantt_choose_scale(struct gantt_chart *chart, size_t most);

/* Whether a cell is a day, or a part of one. */
bool gantt_has_days(const struct gantt_chart *chart);

/* The first cell of a day, and behind its last one; both within 0 and cells. */
size_t gantt_first_cell(const struct gantt_chart *chart, int32_t day);
size_t gantt_end_cell(const struct gantt_chart *chart, int32_t day);

/* One of the two lines above the bars. */
void gantt_add_scale(struct gantt_chart *chart, int line);

/* Ends a line, without blanks at its end. */
void gantt_end_line(struct pmo_buffer *out);

#endif
