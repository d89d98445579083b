/* Writing SVG. */
#include "figure.h"

#include "out/escape.h"

#include <pmo/text.h>

#include <stdio.h>
#include <string.h>

const char *const figure_colors[PMO_SERIES_MAX] = { "#0b57a4", "#b3470c", "#0a6b4f", "#7a3b8f",
						    "#8a6a00", "#a31545", "#3d4a57", "#2f7f9e" };

static void add_tenths(struct pmo_buffer *svg, long tenths)
{
	if (tenths < 0)
		pmo_buffer_add_char(svg, '-');
	unsigned long size = tenths < 0 ? 0UL - (unsigned long)tenths : (unsigned long)tenths;
	pmo_buffer_add_format(svg, size % 10 ? "%lu.%lu" : "%lu", size / 10, size % 10);
}

void figure_add_length(struct pmo_buffer *svg, const char *name, long tenths)
{
	pmo_buffer_add_format(svg, " %s=\"", name);
	add_tenths(svg, tenths);
	pmo_buffer_add_char(svg, '"');
}

void figure_begin(struct pmo_buffer *svg, const struct pmo_figure_head *head, long height)
{
	pmo_buffer_add_text(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
	add_tenths(svg, FIGURE_WIDTH);
	pmo_buffer_add_char(svg, ' ');
	add_tenths(svg, height);
	pmo_buffer_add_char(svg, '"');
	figure_add_length(svg, "width", FIGURE_WIDTH);
	figure_add_length(svg, "height", height);
	pmo_buffer_add_text(svg,
			    " role=\"img\" font-size=\"12\" "
			    "font-family=\"'Liberation Sans',Arial,sans-serif\" fill=\"" FIGURE_INK
			    "\">\n<title>");
	escape_add_html(svg, head->title ? head->title : "");
	pmo_buffer_add_text(svg, "</title>\n<desc>");
	escape_add_html(svg, head->description ? head->description : "");
	pmo_buffer_add_text(svg, "</desc>\n");
}

enum pmo_result figure_end(struct pmo_buffer *svg)
{
	pmo_buffer_add_text(svg, "</svg>\n");
	return svg->failed ? PMO_NO_MEMORY : PMO_OK;
}

enum pmo_result figure_none(struct pmo_buffer *svg, const struct pmo_figure_head *head)
{
	struct figure_text text = { .x = 0, .y = 200, .anchor = "start", .style = "" };
	figure_begin(svg, head, 300);
	figure_add_text(svg, &text, "None.");
	return figure_end(svg);
}

void figure_add_box(struct pmo_buffer *svg, const struct figure_box *box, const char *style)
{
	pmo_buffer_add_text(svg, "<rect");
	figure_add_length(svg, "x", box->x);
	figure_add_length(svg, "y", box->y);
	figure_add_length(svg, "width", box->width > 0 ? box->width : 0);
	figure_add_length(svg, "height", box->height > 0 ? box->height : 0);
	pmo_buffer_add_format(svg, " %s/>\n", style);
}

void figure_add_line(struct pmo_buffer *svg, struct figure_point from, struct figure_point to,
		     const char *style)
{
	pmo_buffer_add_text(svg, "<line");
	figure_add_length(svg, "x1", from.x);
	figure_add_length(svg, "y1", from.y);
	figure_add_length(svg, "x2", to.x);
	figure_add_length(svg, "y2", to.y);
	pmo_buffer_add_format(svg, " %s/>\n", style);
}

void figure_add_text(struct pmo_buffer *svg, const struct figure_text *text, const char *words)
{
	struct pmo_buffer cut;
	pmo_buffer_init(&cut, svg->limit);
	if (text->cells)
		pmo_text_truncate(&cut, words ? words : "", text->cells);
	else
		pmo_buffer_add_text(&cut, words ? words : "");
	pmo_buffer_add_text(svg, "<text");
	figure_add_length(svg, "x", text->x);
	figure_add_length(svg, "y", text->y);
	if (strcmp(text->anchor, "start") != 0)
		pmo_buffer_add_format(svg, " text-anchor=\"%s\"", text->anchor);
	pmo_buffer_add_format(svg, "%s%s>", *text->style ? " " : "", text->style);
	escape_add_html(svg, cut.data);
	pmo_buffer_add_text(svg, "</text>\n");
	svg->failed = svg->failed || cut.failed;
	pmo_buffer_release(&cut);
}

void figure_begin_path(struct pmo_buffer *svg, const char *style)
{
	pmo_buffer_add_format(svg, "<path %s d=\"M", style);
}

void figure_add_step(struct pmo_buffer *svg, struct figure_point point)
{
	add_tenths(svg, point.x);
	pmo_buffer_add_char(svg, ' ');
	add_tenths(svg, point.y);
	pmo_buffer_add_char(svg, ' ');
}

void figure_end_path(struct pmo_buffer *svg, bool close)
{
	if (svg->length && svg->data[svg->length - 1] == ' ')
		pmo_buffer_truncate(svg, svg->length - 1);
	pmo_buffer_add_text(svg, close ? "z\"/>\n" : "\"/>\n");
}

/* Corners of a circle's stand-in, square, diamond and triangle, tenths from the middle. */
void figure_add_mark(struct pmo_buffer *svg, struct figure_point at, size_t number)
{
	static const struct figure_point shapes[4][4] = {
		{ { -35, -35 }, { 35, -35 }, { 35, 35 }, { -35, 35 } },
		{ { 0, -48 }, { 48, 0 }, { 0, 48 }, { -48, 0 } },
		{ { 0, -45 }, { 42, 35 }, { -42, 35 }, { -42, 35 } },
		{ { 0, 45 }, { 42, -35 }, { -42, -35 }, { -42, -35 } },
	};
	const char *color = figure_colors[number % PMO_SERIES_MAX];
	char style[64];
	bool hollow = number >= 4;
	snprintf(style, sizeof(style), "fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"",
		 hollow ? "#fff" : color, color);
	figure_begin_path(svg, style);
	for (size_t i = 0; i < 4; i++) {
		struct figure_point corner = shapes[number % 4][i];
		figure_add_step(svg, (struct figure_point){ at.x + corner.x, at.y + corner.y });
	}
	figure_end_path(svg, true);
}

int64_t figure_step(int64_t range, int64_t steps)
{
	static const int64_t factors[] = { 2, 5, 10 };
	int64_t power = 1, step = 1;
	size_t i = 0;
	while (step < INT64_MAX / 20 && range / step > steps) {
		step = power * factors[i];
		i = (i + 1) % 3;
		if (i == 0)
			power *= 10;
	}
	return step;
}

void figure_format_number(int64_t value, char out[32])
{
	char digits[24];
	uint64_t size = value < 0 ? 0U - (uint64_t)value : (uint64_t)value;
	int length = snprintf(digits, sizeof(digits), "%llu", (unsigned long long)size);
	size_t at = 0;
	if (value < 0)
		out[at++] = '-';
	for (int i = 0; i < length; i++) {
		if (i && (length - i) % 3 == 0)
			out[at++] = ',';
		out[at++] = digits[i];
	}
	out[at] = '\0';
}

const char *figure_status_style(char status)
{
	switch (status) {
	case 'G':
		return "fill=\"#1b6e35\"";
	case 'Y':
		return "fill=\"#ffd24a\" stroke=\"#8a6a00\"";
	case 'R':
		return "fill=\"#b3170f\"";
	default:
		return "fill=\"#fff\" stroke=\"#6b7580\"";
	}
}
