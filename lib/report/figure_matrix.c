/* The risk matrix. A cell names its band by a letter, since colors alone do not. */
#include "figure.h"

#include <string.h>

enum { LEFT = 1300, TOP = 100, CELL_WIDTH = 1880, CELL_HEIGHT = 760, LINE = 150, IDS_A_LINE = 3 };

static const struct {
	const char *letter, *style;
} bands[] = {
	{ "L", "fill=\"#dcefe2\" stroke=\"#fff\" stroke-width=\"2\"" },
	{ "M", "fill=\"#fdf0c4\" stroke=\"#fff\" stroke-width=\"2\"" },
	{ "H", "fill=\"#f9cfa8\" stroke=\"#fff\" stroke-width=\"2\"" },
	{ "C", "fill=\"#eba39c\" stroke=\"#fff\" stroke-width=\"2\"" },
};

static const char *const words[] = { "very low", "low", "medium", "high", "very high" };

/* The ids, three on a line; what does not fit is counted. */
static void add_ids(struct pmo_buffer *svg, const char *ids, struct figure_point at)
{
	struct pmo_buffer line;
	size_t lines = 0;
	pmo_buffer_init(&line, svg->limit);
	while (*ids && lines < 4) {
		size_t on_line = 0;
		pmo_buffer_clear(&line);
		while (*ids && on_line < IDS_A_LINE) {
			size_t gap = strspn(ids, " ,"), length = strcspn(ids + gap, " ,");
			if (length && on_line++)
				pmo_buffer_add_char(&line, ' ');
			pmo_buffer_add(&line, ids + gap, length);
			ids += gap + length;
		}
		bool more = lines == 3 && ids[strspn(ids, " ,")];
		struct figure_text text = { at.x, at.y + (long)lines * LINE, "start",
					    "font-size=\"11\"", 26 };
		figure_add_text(svg, &text, more ? "and more" : line.data);
		lines++;
	}
	svg->failed = svg->failed || line.failed;
	pmo_buffer_release(&line);
}

static void add_cell(const struct pmo_matrix *matrix, size_t p, size_t i, struct pmo_buffer *svg)
{
	struct figure_box box = { LEFT + (long)i * CELL_WIDTH, TOP + (long)(4 - p) * CELL_HEIGHT,
				  CELL_WIDTH, CELL_HEIGHT };
	int band = matrix->bands[p][i];
	band = band < 0 ? 0 : band > 3 ? 3 : band;
	figure_add_box(svg, &box, bands[band].style);
	struct figure_text letter = { box.x + CELL_WIDTH - 60, box.y + 160, "end",
				      "font-size=\"11\" font-weight=\"600\" fill=\"" FIGURE_MUTED
				      "\"",
				      0 };
	figure_add_text(svg, &letter, bands[band].letter);
	if (matrix->cells[p][i])
		add_ids(svg, matrix->cells[p][i], (struct figure_point){ box.x + 70, box.y + 160 });
}

enum pmo_result pmo_figure_matrix(const struct pmo_matrix *matrix, struct pmo_buffer *svg)
{
	long bottom = TOP + 5 * CELL_HEIGHT;
	figure_begin(svg, &matrix->head, bottom + 620);
	for (size_t p = 0; p < 5; p++) {
		long y = TOP + (long)(4 - p) * CELL_HEIGHT + CELL_HEIGHT / 2;
		char number[2] = { (char)('1' + p), '\0' };
		struct figure_text text = { LEFT - 80, y, "end", "font-weight=\"600\"", 0 };
		figure_add_text(svg, &text, number);
		text.y += 150;
		text.style = "font-size=\"11\" fill=\"" FIGURE_MUTED "\"";
		figure_add_text(svg, &text, words[p]);
		for (size_t i = 0; i < 5; i++)
			add_cell(matrix, p, i, svg);
		text = (struct figure_text){ LEFT + (long)p * CELL_WIDTH + CELL_WIDTH / 2,
					     bottom + 170, "middle", "font-weight=\"600\"", 0 };
		figure_add_text(svg, &text, number);
		text.y += 150;
		text.style = "font-size=\"11\" fill=\"" FIGURE_MUTED "\"";
		figure_add_text(svg, &text, words[p]);
	}
	struct figure_text axis = { 0, TOP + 120, "start", "font-weight=\"600\"", 0 };
	figure_add_text(svg, &axis, "Probability");
	axis = (struct figure_text){ LEFT + 5 * CELL_WIDTH / 2, bottom + 520, "middle",
				     "font-weight=\"600\"", 0 };
	figure_add_text(svg, &axis, "Impact   (bands: L low, M medium, H high, C critical)");
	return figure_end(svg);
}
