/*
 * Lines over time. Each has its color, its marks and its name at its end, so that it is told
 * from the others without color, and nobody has to look for it in a legend.
 */
#include "figure.h"

#include <string.h>

enum {
	LEFT = 900,
	RIGHT = 2000, /* room for the names */
	TOP = 360,
	PLOT = 2800,
	BOTTOM = 420,
	NAME_CELLS = 30,
	NAME_GAP = 150, /* between two names */
	STEPS = 6,
	DATE_LABEL = 620, /* what a date needs below the axis */
};

#define TEXT_MUTED "font-size=\"11\" fill=\"" FIGURE_MUTED "\""

struct plot {
	const struct pmo_chart *chart;
	struct pmo_buffer *svg;
	size_t count;
	int32_t from, to;
	int64_t low, high, step;
	bool any;
};

static void take_in(struct plot *plot, const struct pmo_point *point)
{
	if (!pmo_date_is_valid(point->date) ||
	    (plot->chart->value_is_date && !pmo_date_is_valid((int32_t)point->value)))
		return;
	if (!plot->any) {
		plot->from = plot->to = point->date;
		plot->low = plot->high = point->value;
		plot->any = true;
	}
	plot->from = point->date < plot->from ? point->date : plot->from;
	plot->to = point->date > plot->to ? point->date : plot->to;
	plot->low = point->value < plot->low ? point->value : plot->low;
	plot->high = point->value > plot->high ? point->value : plot->high;
}

static int64_t down_to(int64_t value, int64_t step)
{
	int64_t rest = value % step;
	return value - (rest < 0 ? rest + step : rest);
}

static void find_ranges(struct plot *plot)
{
	const struct pmo_chart *chart = plot->chart;
	for (size_t i = 0; i < plot->count; i++)
		for (size_t p = 0; p < chart->series[i].count; p++)
			take_in(plot, &chart->series[i].points[p]);
	if (!plot->any)
		return;
	if (chart->from_zero && plot->low > 0)
		plot->low = 0;
	if (plot->low < -INT64_MAX / 4)
		plot->low = -INT64_MAX / 4;
	if (plot->high > INT64_MAX / 4)
		plot->high = INT64_MAX / 4;
	if (plot->to == plot->from)
		plot->to = plot->from + 1;
	plot->step = figure_step(plot->high - plot->low, STEPS);
	if (chart->value_is_date && plot->step < 7)
		plot->step = 7;
	plot->low = down_to(plot->low, plot->step);
	plot->high = down_to(plot->high + plot->step - 1, plot->step);
	if (plot->high == plot->low)
		plot->high = plot->low + plot->step;
}

static long x_of(const struct plot *plot, int32_t date)
{
	if (date < plot->from)
		date = plot->from;
	if (date > plot->to)
		date = plot->to;
	int64_t width = FIGURE_WIDTH - LEFT - RIGHT;
	return (long)(LEFT + width * (date - plot->from) / (plot->to - plot->from));
}

static long y_of(const struct plot *plot, int64_t value)
{
	if (value < plot->low)
		value = plot->low;
	if (value > plot->high)
		value = plot->high;
	int64_t range = plot->high - plot->low, above = plot->high - value;
	while (range > INT64_MAX / PLOT) {
		range /= 2;
		above /= 2;
	}
	return (long)(TOP + PLOT * above / range);
}

static void format_value(const struct plot *plot, int64_t value, char out[32])
{
	if (plot->chart->value_is_date)
		pmo_date_format_short((int32_t)value, PMO_DATE_NONE, out);
	else
		figure_format_number(value, out);
}

static void add_values(struct plot *plot)
{
	char label[32];
	long right = FIGURE_WIDTH - RIGHT;
	for (int64_t value = plot->low; value <= plot->high; value += plot->step) {
		long y = y_of(plot, value);
		struct figure_text text = { LEFT - 80, y + 40, "end", TEXT_MUTED, 0 };
		figure_add_line(plot->svg, (struct figure_point){ LEFT, y },
				(struct figure_point){ right, y },
				value == plot->low ? "stroke=\"#8a97a5\""
						   : "stroke=\"" FIGURE_GRID "\"");
		format_value(plot, value, label);
		figure_add_text(plot->svg, &text, label);
	}
	struct figure_text unit = { 0, 180, "start", TEXT_MUTED, 60 };
	if (plot->chart->unit)
		figure_add_text(plot->svg, &unit, plot->chart->unit);
}

/* Below the axis stand the first of months, as many as there is room for. */
static void add_dates(struct plot *plot)
{
	char label[PMO_DATE_LONG_SIZE];
	long last = -FIGURE_WIDTH;
	int32_t date = plot->to - plot->from > 62 ? pmo_date_month_end(plot->from) + 1 : plot->from;
	bool monthly = date != plot->from;
	for (; date <= plot->to; date = monthly ? pmo_date_month_end(date) + 1 : date + 7) {
		long x = x_of(plot, date);
		if (x - last < DATE_LABEL)
			continue;
		struct figure_text text = { x, TOP + PLOT + 190, "middle", TEXT_MUTED, 0 };
		figure_add_line(plot->svg, (struct figure_point){ x, TOP + PLOT },
				(struct figure_point){ x, TOP + PLOT + 50 }, "stroke=\"#8a97a5\"");
		int year, month, day;
		pmo_date_to_civil(date, &year, &month, &day);
		bool with_year = last < 0 || month == 1;
		pmo_date_format_short(date, with_year ? PMO_DATE_NONE : date, label);
		figure_add_text(plot->svg, &text, label);
		last = x;
	}
}

static void add_series(struct plot *plot, size_t number)
{
	const struct pmo_series *series = &plot->chart->series[number];
	struct pmo_buffer style;
	bool begun = false;
	pmo_buffer_init(&style, 256);
	pmo_buffer_add_format(&style, "fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s",
			      figure_colors[number],
			      series->dashed ? " stroke-dasharray=\"6 4\"" : "");
	for (size_t i = 0; i < series->count; i++) {
		const struct pmo_point *point = &series->points[i];
		if (!pmo_date_is_valid(point->date))
			continue;
		if (!begun)
			figure_begin_path(plot->svg, style.data);
		begun = true;
		figure_add_step(plot->svg, (struct figure_point){ x_of(plot, point->date),
								  y_of(plot, point->value) });
	}
	if (begun)
		figure_end_path(plot->svg, false);
	pmo_buffer_release(&style);
	bool marked = series->count <= 40;
	for (size_t i = 0; marked && i < series->count; i++) {
		const struct pmo_point *point = &series->points[i];
		struct figure_point at = { x_of(plot, point->date), y_of(plot, point->value) };
		if (pmo_date_is_valid(point->date))
			figure_add_mark(plot->svg, at, number);
	}
}

/* Names stand beside the ends of their lines, moved apart where these are close. */
static void add_names(struct plot *plot)
{
	long places[PMO_SERIES_MAX];
	size_t order[PMO_SERIES_MAX];
	for (size_t i = 0; i < plot->count; i++) {
		const struct pmo_series *series = &plot->chart->series[i];
		size_t at = i;
		places[i] = series->count ? y_of(plot, series->points[series->count - 1].value)
					  : TOP + PLOT;
		for (; at > 0 && places[order[at - 1]] > places[i]; at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	long next = 0;
	for (size_t i = 0; i < plot->count; i++) {
		size_t number = order[i];
		long y = places[number] < next ? next : places[number];
		long x = FIGURE_WIDTH - RIGHT + 250;
		struct figure_text text = { x + 100, y + 40, "start", "", NAME_CELLS };
		figure_add_mark(plot->svg, (struct figure_point){ x, y }, number);
		figure_add_text(plot->svg, &text, plot->chart->series[number].name);
		next = y + NAME_GAP;
	}
}

static void add_today(struct plot *plot)
{
	int32_t today = plot->chart->today;
	if (!pmo_date_is_valid(today) || today < plot->from || today > plot->to)
		return;
	long x = x_of(plot, today);
	struct figure_text text = { x, TOP - 80, "middle",
				    "font-size=\"11\" font-weight=\"600\" fill=\"#a31545\"", 0 };
	figure_add_line(plot->svg, (struct figure_point){ x, TOP - 50 },
			(struct figure_point){ x, TOP + PLOT },
			"stroke=\"#a31545\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\"");
	figure_add_text(plot->svg, &text, "today");
}

enum pmo_result pmo_figure_lines(const struct pmo_chart *chart, struct pmo_buffer *svg)
{
	struct plot plot = { .chart = chart, .svg = svg };
	plot.count = chart->count < PMO_SERIES_MAX ? chart->count : PMO_SERIES_MAX;
	find_ranges(&plot);
	if (!plot.any)
		return figure_none(svg, &chart->head);
	figure_begin(svg, &chart->head, TOP + PLOT + BOTTOM);
	add_values(&plot);
	add_dates(&plot);
	add_today(&plot);
	for (size_t i = 0; i < plot.count; i++)
		add_series(&plot, i);
	add_names(&plot);
	return figure_end(svg);
}
