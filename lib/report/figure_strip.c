/* Boxes side by side, at most six in a row, each with its status in a letter and its color. */
#include "figure.h"

enum { A_ROW = 6, GAP = 120, BOX_HEIGHT = 760, LETTER = 300, EDGE = 10 };

static void add_status(struct pmo_buffer *svg, const struct figure_box *box, char status)
{
	char letter[2] = { status, '\0' };
	bool dark = status == 'G' || status == 'R';
	struct figure_box badge = { box->x + 110, box->y + 110, LETTER, LETTER };
	struct figure_text text = { badge.x + LETTER / 2, badge.y + 205, "middle",
				    dark ? "font-weight=\"700\" font-size=\"15\" fill=\"#fff\""
					 : "font-weight=\"700\" font-size=\"15\"",
				    0 };
	figure_add_box(svg, &badge, figure_status_style(status));
	figure_add_text(svg, &text, letter);
}

enum pmo_result pmo_figure_strip(const struct pmo_strip *strip, struct pmo_buffer *svg)
{
	if (!strip->count)
		return figure_none(svg, &strip->head);
	size_t columns = strip->count < A_ROW ? strip->count : A_ROW;
	if (strip->count > A_ROW) {
		size_t rows = (strip->count + A_ROW - 1) / A_ROW;
		columns = (strip->count + rows - 1) / rows;
	}
	size_t rows = (strip->count + columns - 1) / columns;
	long width = (FIGURE_WIDTH - 2 * EDGE - GAP * (long)(columns - 1)) / (long)columns;
	figure_begin(svg, &strip->head, (long)rows * (BOX_HEIGHT + GAP) - GAP + 2 * EDGE);
	for (size_t i = 0; i < strip->count; i++) {
		const struct pmo_strip_item *item = &strip->items[i];
		struct figure_box box = { EDGE + (long)(i % columns) * (width + GAP),
					  EDGE + (long)(i / columns) * (BOX_HEIGHT + GAP), width,
					  BOX_HEIGHT };
		figure_add_box(svg, &box, "fill=\"#f6f8fa\" stroke=\"#c4cbd3\"");
		long left = box.x + 110 + (item->status ? LETTER + 100 : 0);
		size_t cells = (size_t)(width - (left - box.x) - 60) / 74;
		struct figure_text label = { left, box.y + 310, "start", "font-weight=\"600\"",
					     cells };
		struct figure_text text = { box.x + 110, box.y + 620, "start",
					    "fill=\"" FIGURE_MUTED "\"",
					    (size_t)(width - 160) / 64 };
		if (item->status)
			add_status(svg, &box, item->status);
		figure_add_text(svg, &label, item->label);
		if (item->text)
			figure_add_text(svg, &text, item->text);
	}
	return figure_end(svg);
}
