/* Bars made of parts. Each part has its number in it, and a white line parts it from the next. */
#include "figure.h"

enum {
	LABELS = 2600,
	RIGHT = 900, /* room for the sums */
	TOP = 520,
	ROW = 300,
	BAR = 200,
	LABEL_CELLS = 38,
	NUMBER_LEAST = 70, /* tenths of a pixel that a digit needs */
};

static int64_t value_of(const struct pmo_bar *bar, size_t part)
{
	int64_t value = bar->values[part];
	if (value < 0)
		return 0;
	return value < INT64_MAX / (PMO_SERIES_MAX * 10000) ? value
							    : INT64_MAX / (PMO_SERIES_MAX * 10000);
}

static int64_t sum_of(const struct pmo_bars *bars, const struct pmo_bar *bar, size_t parts)
{
	int64_t sum = 0;
	for (size_t i = 0; i < parts && i < bars->part_count; i++)
		sum += value_of(bar, i);
	return sum;
}

static void add_legend(const struct pmo_bars *bars, size_t parts, struct pmo_buffer *svg)
{
	long x = LABELS;
	for (size_t i = 0; i < parts; i++) {
		struct pmo_buffer style;
		pmo_buffer_init(&style, 64);
		pmo_buffer_add_format(&style, "fill=\"%s\"", figure_colors[i]);
		figure_add_box(svg, &(struct figure_box){ x, 150, 120, 120 }, style.data);
		pmo_buffer_release(&style);
		struct figure_text text = { x + 180, 255, "start", "", 16 };
		figure_add_text(svg, &text, bars->parts[i]);
		x += (FIGURE_WIDTH - LABELS) / (long)(parts < 5 ? 5 : parts);
	}
	struct figure_text unit = { 0, 255, "start", "fill=\"" FIGURE_MUTED "\"", LABEL_CELLS };
	if (bars->unit)
		figure_add_text(svg, &unit, bars->unit);
}

static void add_part(struct pmo_buffer *svg, const struct figure_box *box, size_t number,
		     int64_t value)
{
	char digits[32];
	struct pmo_buffer style;
	pmo_buffer_init(&style, 96);
	pmo_buffer_add_format(&style, "fill=\"%s\" stroke=\"#fff\" stroke-width=\"1.5\"",
			      figure_colors[number]);
	figure_add_box(svg, box, style.data);
	pmo_buffer_release(&style);
	figure_format_number(value, digits);
	long needed = 40;
	for (const char *c = digits; *c; c++)
		needed += NUMBER_LEAST;
	struct figure_text text = { box->x + box->width / 2, box->y + 140, "middle",
				    "font-size=\"11\" font-weight=\"600\" fill=\"#fff\"", 0 };
	if (box->width >= needed)
		figure_add_text(svg, &text, digits);
}

static void add_bar(const struct pmo_bars *bars, size_t row, int64_t largest,
		    struct pmo_buffer *svg)
{
	const struct pmo_bar *bar = &bars->bars[row];
	size_t parts = bars->part_count < PMO_SERIES_MAX ? bars->part_count : PMO_SERIES_MAX;
	long top = TOP + (long)row * ROW, end = LABELS;
	struct figure_text label = { 0, top + 140, "start", "", LABEL_CELLS };
	figure_add_text(svg, &label, bar->label);
	for (size_t i = 0; i < parts; i++) {
		int64_t before = sum_of(bars, bar, i), after = before + value_of(bar, i);
		int64_t width = FIGURE_WIDTH - LABELS - RIGHT;
		long from = (long)(LABELS + width * before / largest);
		end = (long)(LABELS + width * after / largest);
		struct figure_box box = { from, top, end - from, BAR };
		if (after > before)
			add_part(svg, &box, i, value_of(bar, i));
	}
	char digits[32];
	figure_format_number(sum_of(bars, bar, parts), digits);
	struct figure_text sum = { end + 80, top + 140, "start", "font-weight=\"600\"", 0 };
	figure_add_text(svg, &sum, digits);
}

enum pmo_result pmo_figure_bars(const struct pmo_bars *bars, struct pmo_buffer *svg)
{
	size_t parts = bars->part_count < PMO_SERIES_MAX ? bars->part_count : PMO_SERIES_MAX;
	int64_t largest = 1;
	if (!bars->count || !parts)
		return figure_none(svg, &bars->head);
	for (size_t i = 0; i < bars->count; i++) {
		int64_t sum = sum_of(bars, &bars->bars[i], parts);
		largest = sum > largest ? sum : largest;
	}
	figure_begin(svg, &bars->head, TOP + (long)bars->count * ROW);
	add_legend(bars, parts, svg);
	for (size_t i = 0; i < bars->count; i++)
		add_bar(bars, i, largest, svg);
	return figure_end(svg);
}
