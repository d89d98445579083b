/* Between the files of `pmo gantt`. */
#ifndef GANTT_H
#define GANTT_H

#include "plan_view.h"

struct gantt_options {
	int32_t from, to;
	long months, depth;
	bool open, links, ascii;
};

struct gantt {
	struct plan_view view;
	const struct gantt_options *options;
	int *rows; /* items, in outline order */
	size_t row_count;
	unsigned depth;   /* of the topmost row */
	int32_t from, to; /* both days inside; what is not shown of longer bars is cut */
	struct pmo_arena *arena;
};

/* Whether a row has a bar or a diamond at all. */
static inline bool gantt_is_drawn(const struct pmo_plan_item *item)
{
	return item->finish != PMO_DATE_NONE &&
	       (item->kind == PMO_ITEM_MILESTONE || item->start != PMO_DATE_NONE);
}

/* Draws the chart in characters, in lines of at most width cells; with colors. */
struct gantt_paper {
	size_t width;
	bool utf8, color;
};
PMO_CHECKED enum pmo_result gantt_draw(const struct gantt *gantt, const struct gantt_paper *paper,
				       struct pmo_buffer *out);

#endif
