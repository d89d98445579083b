/*
 * The Gantt chart. Labels to the left; above the bars months, and weeks or days where there
 * is room for them. Under a bar stands its baseline. What is critical has a dark frame
 * besides its color.
 */
#include "figure.h"

#include <stdio.h>

enum {
	LABELS = 3300, /* where the bars begin */
	RIGHT = 500,   /* kept free for dates behind the last bars */
	TOP = 590,
	ROW = 200,
	BAR = 100,
	LEGEND = 420,
	LABEL_CELLS = 50,
	DAY_WIDTH_WEEKS = 30, /* tenths of a pixel a day, from which weeks have lines */
	DAY_WIDTH_DAYS = 130,
	MONTH_LEAST = 260, /* a month narrower than this has no room for its name */
};

#define TEXT_MUTED "font-size=\"11\" fill=\"" FIGURE_MUTED "\""

struct chart {
	const struct pmo_gantt *gantt;
	struct pmo_buffer *svg;
	int32_t from, to; /* both days are drawn */
	long bottom;      /* of the rows */
};

static void widen(struct chart *chart, int32_t date)
{
	if (!pmo_date_is_valid(date))
		return;
	if (chart->from == PMO_DATE_NONE || date < chart->from)
		chart->from = date;
	if (chart->to == PMO_DATE_NONE || date > chart->to)
		chart->to = date;
}

/* From the first of a month to the last of one, so that every month drawn is a whole one. */
static void find_range(struct chart *chart)
{
	const struct pmo_gantt *gantt = chart->gantt;
	chart->from = chart->to = PMO_DATE_NONE;
	for (size_t i = 0; i < gantt->row_count; i++) {
		const struct pmo_gantt_row *row = &gantt->rows[i];
		if (!row->milestone)
			widen(chart, row->start);
		widen(chart, row->finish);
		widen(chart, row->baseline_start);
		widen(chart, row->baseline_finish);
	}
	if (chart->from == PMO_DATE_NONE)
		return;
	widen(chart, gantt->today);
	if (pmo_date_is_valid(gantt->from))
		chart->from = gantt->from;
	if (pmo_date_is_valid(gantt->to))
		chart->to = gantt->to;
	if (chart->to < chart->from)
		chart->to = chart->from;
	int year, month, day;
	pmo_date_to_civil(chart->from, &year, &month, &day);
	chart->from -= day - 1;
	chart->to = pmo_date_month_end(chart->to);
}

/* The left edge of a day; of the day after the last one, the right edge of the chart. */
static long x_of(const struct chart *chart, int32_t date)
{
	if (date < chart->from)
		date = chart->from;
	if (date > chart->to + 1)
		date = chart->to + 1;
	int64_t days = chart->to - chart->from + 1;
	int64_t width = FIGURE_WIDTH - LABELS - RIGHT;
	return (long)(LABELS + width * (date - chart->from) / days);
}

static long day_width(const struct chart *chart)
{
	return (FIGURE_WIDTH - LABELS - RIGHT) / (long)(chart->to - chart->from + 1);
}

static long row_top(size_t row)
{
	return TOP + (long)row * ROW;
}

static void add_bands(struct chart *chart)
{
	struct figure_box box = { 0, 0, FIGURE_WIDTH, ROW };
	for (size_t i = 1; i < chart->gantt->row_count; i += 2) {
		box.y = row_top(i);
		figure_add_box(chart->svg, &box, "fill=\"#f4f7f9\"");
	}
	for (size_t i = 0; i < chart->gantt->shaded_count; i++) {
		const struct pmo_gantt_span *span = &chart->gantt->shaded[i];
		if (span->to < chart->from || span->from > chart->to || span->to < span->from)
			continue;
		box.x = x_of(chart, span->from);
		box.y = TOP;
		box.width = x_of(chart, span->to == INT32_MAX ? span->to : span->to + 1) - box.x;
		box.height = chart->bottom - TOP;
		figure_add_box(chart->svg, &box, "fill=\"#e3e7ec\"");
	}
}

static void add_upright(struct chart *chart, int32_t date, long top, const char *style)
{
	long x = x_of(chart, date);
	figure_add_line(chart->svg, (struct figure_point){ x, top },
			(struct figure_point){ x, chart->bottom }, style);
}

/* The day of the month at the beginning of each week, or of each day. */
static void add_days(struct chart *chart, int step)
{
	char label[4];
	int32_t date = chart->from;
	while (step == 7 && pmo_date_weekday(date) != 0)
		date++;
	for (; date <= chart->to; date += step) {
		int year, month, day;
		pmo_date_to_civil(date, &year, &month, &day);
		label[0] = (char)('0' + (day < 10 ? day : day / 10));
		label[1] = (char)(day < 10 ? 0 : '0' + day % 10);
		label[2] = '\0';
		struct figure_text text = { x_of(chart, date) + 15, TOP - 50, "start",
					    "font-size=\"10\" fill=\"" FIGURE_MUTED "\"", 0 };
		add_upright(chart, date, TOP - 150, "stroke=\"#e9edf1\"");
		figure_add_text(chart->svg, &text, label);
	}
}

/* Every month has its line, and its name where all have room; else every third one, or years. */
static void add_months(struct chart *chart)
{
	long width = day_width(chart) * 30;
	int every = width >= MONTH_LEAST ? 1 : width * 3 >= MONTH_LEAST ? 3 : 12;
	int last = 0;
	for (int32_t date = chart->from; date <= chart->to; date = pmo_date_month_end(date) + 1) {
		int year, month, day;
		char label[8];
		pmo_date_to_civil(date, &year, &month, &day);
		bool named = (month - 1) % every == 0;
		if (named || width >= 60)
			add_upright(chart, date, named ? TOP - 310 : TOP,
				    "stroke=\"" FIGURE_GRID "\"");
		struct figure_text text = { x_of(chart, date) + 30, TOP - 190, "start",
					    "font-weight=\"600\"", 0 };
		if (named && every < 12)
			figure_add_text(chart->svg, &text, pmo_date_month_name(month));
		text.y = TOP - 340;
		bool decade = width * 12 >= MONTH_LEAST || year % 10 == 0;
		if (year != last && decade && (named || !last)) {
			snprintf(label, sizeof(label), "%d", year);
			figure_add_text(chart->svg, &text, label);
			last = year;
		}
	}
}

static void add_grid(struct chart *chart)
{
	long width = day_width(chart);
	if (width >= DAY_WIDTH_DAYS)
		add_days(chart, 1);
	else if (width >= DAY_WIDTH_WEEKS)
		add_days(chart, 7);
	add_months(chart);
	figure_add_line(chart->svg, (struct figure_point){ 0, TOP },
			(struct figure_point){ FIGURE_WIDTH, TOP }, "stroke=\"#8a97a5\"");
}

static void add_label(struct chart *chart, const struct pmo_gantt_row *row, long top)
{
	unsigned depth = row->depth < 8 ? row->depth : 8;
	struct figure_text text = {
		.x = 20 + (long)depth * 120,
		.y = top + 140,
		.anchor = "start",
		.style = row->summary ? "font-weight=\"600\"" : "",
		.cells = LABEL_CELLS - depth * 2,
	};
	figure_add_text(chart->svg, &text, row->label);
}

/* A day beside a milestone; to its left where there is no room to the right. */
static void add_date(struct chart *chart, int32_t date, struct figure_point at)
{
	char name[PMO_DATE_LONG_SIZE];
	pmo_date_format_short(date, date, name);
	bool left = at.x > FIGURE_WIDTH - 600;
	struct figure_text text = { at.x + (left ? -80 : 80), at.y + 40, left ? "end" : "start",
				    TEXT_MUTED, 0 };
	figure_add_text(chart->svg, &text, name);
}

static void add_diamond(struct chart *chart, struct figure_point at, const char *style)
{
	static const struct figure_point corners[] = {
		{ 0, -65 }, { 65, 0 }, { 0, 65 }, { -65, 0 }
	};
	figure_begin_path(chart->svg, style);
	for (size_t i = 0; i < 4; i++)
		figure_add_step(chart->svg,
				(struct figure_point){ at.x + corners[i].x, at.y + corners[i].y });
	figure_end_path(chart->svg, true);
}

static void add_milestone(struct chart *chart, const struct pmo_gantt_row *row, long top)
{
	if (!pmo_date_is_valid(row->finish))
		return;
	struct figure_point at = { (x_of(chart, row->finish) + x_of(chart, row->finish + 1)) / 2,
				   top + ROW / 2 };
	struct figure_point then = { 0, at.y };
	if (pmo_date_is_valid(row->baseline_finish) && row->baseline_finish != row->finish) {
		then.x = (x_of(chart, row->baseline_finish) +
			  x_of(chart, row->baseline_finish + 1)) /
			 2;
		add_diamond(chart, then, "fill=\"#fff\" stroke=\"#6b7580\" stroke-width=\"1.2\"");
	}
	add_diamond(chart, at,
		    row->percent >= 100 ? "fill=\"#1b6e35\" stroke=\"#0c3b1b\""
		    : row->critical     ? "fill=\"#b3470c\" stroke=\"#4d1c02\" "
					  "stroke-width=\"1.6\""
					: "fill=\"" FIGURE_INK "\"");
	add_date(chart, row->finish, at);
}

/* The bar of a summary is thin and has feet at both ends. */
static void add_summary(struct chart *chart, const struct figure_box *bar)
{
	long right = bar->x + bar->width, middle = bar->y + 45;
	figure_begin_path(chart->svg, "fill=\"#3d4a57\"");
	const struct figure_point corners[] = {
		{ bar->x, bar->y },     { right, bar->y },       { right, bar->y + 90 },
		{ right - 40, middle }, { bar->x + 40, middle }, { bar->x, bar->y + 90 },
	};
	for (size_t i = 0; i < sizeof(corners) / sizeof(corners[0]); i++)
		figure_add_step(chart->svg, corners[i]);
	figure_end_path(chart->svg, true);
}

static void add_bar(struct chart *chart, const struct pmo_gantt_row *row, long top)
{
	if (pmo_date_is_valid(row->baseline_start) && pmo_date_is_valid(row->baseline_finish) &&
	    !row->summary) {
		struct figure_box then = { x_of(chart, row->baseline_start), top + 145, 0, 28 };
		then.width = x_of(chart, row->baseline_finish + 1) - then.x;
		figure_add_box(chart->svg, &then, "fill=\"#8a97a5\"");
	}
	if (!pmo_date_is_valid(row->start) || !pmo_date_is_valid(row->finish))
		return;
	struct figure_box bar = { x_of(chart, row->start), top + 35, 0, BAR };
	bar.width = x_of(chart, row->finish + 1) - bar.x;
	bar.width = bar.width < 20 ? 20 : bar.width;
	if (row->summary) {
		add_summary(chart, &bar);
		return;
	}
	figure_add_box(chart->svg, &bar,
		       row->critical ? "fill=\"#f0a873\" stroke=\"#4d1c02\" stroke-width=\"1.4\""
				     : "fill=\"#9cc3e6\"");
	int percent = row->percent < 0 ? 0 : row->percent > 100 ? 100 : row->percent;
	struct figure_box done = { bar.x, bar.y + 25, bar.width * percent / 100, BAR - 50 };
	if (done.width)
		figure_add_box(chart->svg, &done,
			       row->critical ? "fill=\"#8f3406\"" : "fill=\"#0b4f8a\"");
}

/* From the end of one bar down or up to the beginning of the other. */
static void add_link(struct chart *chart, const struct pmo_gantt_link *link)
{
	const struct pmo_gantt *gantt = chart->gantt;
	if (link->from >= gantt->row_count || link->to >= gantt->row_count ||
	    link->from == link->to)
		return;
	const struct pmo_gantt_row *from = &gantt->rows[link->from], *to = &gantt->rows[link->to];
	int32_t start = to->milestone ? to->finish : to->start;
	if (!pmo_date_is_valid(from->finish) || !pmo_date_is_valid(start))
		return;
	bool down = link->to > link->from;
	long x = x_of(chart, from->finish + 1), y = row_top(link->from) + 85;
	long target = x_of(chart, start) + 30, stop = row_top(link->to) + (down ? 32 : 138);
	long turn = row_top(link->to) + (down ? -5 : ROW + 5);
	figure_begin_path(chart->svg, "fill=\"none\" stroke=\"#6b7580\" stroke-width=\".8\"");
	figure_add_step(chart->svg, (struct figure_point){ x, y });
	if (target < x + 30) {
		figure_add_step(chart->svg, (struct figure_point){ x + 30, y });
		figure_add_step(chart->svg, (struct figure_point){ x + 30, turn });
		figure_add_step(chart->svg, (struct figure_point){ target, turn });
	} else {
		figure_add_step(chart->svg, (struct figure_point){ target, y });
	}
	figure_add_step(chart->svg, (struct figure_point){ target, stop });
	figure_end_path(chart->svg, false);
	long tail = down ? -35 : 35;
	figure_begin_path(chart->svg, "fill=\"#6b7580\"");
	figure_add_step(chart->svg, (struct figure_point){ target, stop });
	figure_add_step(chart->svg, (struct figure_point){ target - 20, stop + tail });
	figure_add_step(chart->svg, (struct figure_point){ target + 20, stop + tail });
	figure_end_path(chart->svg, true);
}

static void add_today(struct chart *chart)
{
	int32_t today = chart->gantt->today;
	if (!pmo_date_is_valid(today) || today < chart->from || today > chart->to)
		return;
	char name[PMO_DATE_LONG_SIZE];
	struct pmo_buffer label;
	pmo_buffer_init(&label, 64);
	pmo_date_format_short(today, today, name);
	pmo_buffer_add_format(&label, "today %s", name);
	struct figure_text text = { x_of(chart, today), 110, "middle",
				    "font-size=\"11\" font-weight=\"600\" fill=\"#a31545\"", 0 };
	add_upright(chart, today, 140,
		    "stroke=\"#a31545\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\"");
	figure_add_text(chart->svg, &text, label.data);
	pmo_buffer_release(&label);
}

static void add_legend_text(struct chart *chart, long x, const char *words)
{
	struct figure_text text = { x, chart->bottom + 300, "start", TEXT_MUTED, 0 };
	figure_add_text(chart->svg, &text, words);
}

static void add_legend(struct chart *chart)
{
	long y = chart->bottom + 210;
	struct figure_box box = { 20, y, 260, BAR };
	figure_add_box(chart->svg, &box, "fill=\"#9cc3e6\"");
	figure_add_box(chart->svg, &(struct figure_box){ 20, y + 25, 130, BAR - 50 },
		       "fill=\"#0b4f8a\"");
	add_legend_text(chart, 320, "planned, and done");
	box.x = 1720;
	figure_add_box(chart->svg, &box,
		       "fill=\"#f0a873\" stroke=\"#4d1c02\" stroke-width=\"1.4\"");
	add_legend_text(chart, 2020, "critical");
	box = (struct figure_box){ 2920, y + 40, 260, 28 };
	figure_add_box(chart->svg, &box, "fill=\"#8a97a5\"");
	add_legend_text(chart, 3220, "baseline");
	add_diamond(chart, (struct figure_point){ 4250, y + 55 }, "fill=\"" FIGURE_INK "\"");
	add_legend_text(chart, 4370, "milestone");
	add_diamond(chart, (struct figure_point){ 5450, y + 55 },
		    "fill=\"#fff\" stroke=\"#6b7580\" stroke-width=\"1.2\"");
	add_legend_text(chart, 5570, "its baseline");
	add_diamond(chart, (struct figure_point){ 6750, y + 55 },
		    "fill=\"#1b6e35\" stroke=\"#0c3b1b\"");
	add_legend_text(chart, 6870, "met");
}

enum pmo_result pmo_figure_gantt(const struct pmo_gantt *gantt, struct pmo_buffer *svg)
{
	struct chart chart = { .gantt = gantt, .svg = svg };
	find_range(&chart);
	if (chart.from == PMO_DATE_NONE)
		return figure_none(svg, &gantt->head);
	chart.bottom = row_top(gantt->row_count);
	figure_begin(svg, &gantt->head, chart.bottom + LEGEND);
	add_bands(&chart);
	add_grid(&chart);
	for (size_t i = 0; i < gantt->link_count; i++)
		add_link(&chart, &gantt->links[i]);
	for (size_t i = 0; i < gantt->row_count; i++) {
		const struct pmo_gantt_row *row = &gantt->rows[i];
		add_label(&chart, row, row_top(i));
		if (row->milestone)
			add_milestone(&chart, row, row_top(i));
		else
			add_bar(&chart, row, row_top(i));
	}
	add_today(&chart);
	add_legend(&chart);
	return figure_end(svg);
}
