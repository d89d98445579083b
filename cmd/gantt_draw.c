/*
 * The chart in characters. A row is a label, two marks and a bar; a cell of the chart is a
 * third of a day to three years, whatever fits. What the cells say without color:
 *
 *     done, to do, to do and critical, not sure     four characters
 *     the baseline                                  dots where the bar is not, and its finish
 *     milestones                                    diamonds, full when reached
 *     today, days off                               in the cells that are free
 */
#include "gantt_chart.h"

#include <pmo/text.h>

#include <string.h>

enum { LEAST_CELLS = 10, LEAST_LABEL = 24, DEEPEST = 8 };

static const struct {
	const char *utf8, *ascii, *legend;
} inks[INK_COUNT] = {
	[INK_NONE] = { " ", " ", NULL },
	[INK_OFF] = { "\u2591", ":", "day off" },
	[INK_TODAY] = { "\u2502", "|", "today" },
	[INK_BASELINE] = { "\u00b7", ".", "baseline" },
	[INK_SUMMARY] = { "\u2501", "_", "summary" },
	[INK_TODO] = { "\u2500", "-", "to do" },
	[INK_CRITICAL] = { "\u2550", "=", "critical" },
	[INK_DONE] = { "\u2588", "#", "done" },
	[INK_UNSURE] = { "?", "?", "not sure" },
	[INK_BASELINE_END] = { "\u253c", "+", "baseline finish" },
	[INK_OPEN_MILESTONE] = { "\u25c7", "o", "milestone" },
	[INK_MILESTONE] = { "\u25c6", "x", "reached" },
	[INK_BEFORE] = { "\u25c2", "<", "goes on" },
	[INK_AFTER] = { "\u25b8", ">", "goes on" },
};

static void put(struct gantt_chart *chart, size_t from, size_t to, enum ink ink)
{
	for (size_t i = from; i < to && i < chart->cells; i++)
		if (ink > chart->line[i])
			chart->line[i] = ink;
}

/* Where today is, and days off where a cell is a day. */
static void lay_ground(struct gantt_chart *chart)
{
	const struct pmo_plan *plan = chart->gantt->view.plan;
	bool days = gantt_has_days(chart);
	for (size_t i = 0; days && i < chart->cells; i++)
		if (!pmo_calendar_is_working(plan->calendar, chart->starts[i]))
			chart->ground[i] = INK_OFF;
	size_t today = gantt_end_cell(chart, plan->as_of);
	if (today && plan->as_of < chart->starts[chart->cells])
		chart->ground[today - 1] = INK_TODAY;
}

static void lay_bar(struct gantt_chart *chart, const struct pmo_plan_item *item)
{
	size_t from = gantt_first_cell(chart, item->start),
	       to = gantt_end_cell(chart, item->finish);
	size_t length = to > from ? to - from : 0;
	bool summary = item->kind == PMO_ITEM_SUMMARY;
	enum ink ink = summary ? INK_SUMMARY : item->critical ? INK_CRITICAL : INK_TODO;
	if (!item->sure) {
		put(chart, from, to, INK_UNSURE);
	} else if (item->state == PMO_ITEM_DONE) {
		put(chart, from, to, INK_DONE);
	} else {
		int64_t days = (int64_t)item->finish - item->start + 1;
		int32_t until = item->start + (int32_t)(days * item->percent / 10000) - 1;
		put(chart, from, to, ink);
		if (item->percent > 0 && until >= item->start)
			put(chart, from, gantt_end_cell(chart, until), INK_DONE);
	}
	if (length && item->start < chart->starts[0])
		chart->line[0] = INK_BEFORE;
	if (length && item->finish >= chart->starts[chart->cells])
		chart->line[chart->cells - 1] = INK_AFTER;
}

static void lay_baseline(struct gantt_chart *chart, const struct pmo_plan_item *item)
{
	if (item->baseline_finish == PMO_DATE_NONE)
		return;
	bool milestone = item->kind == PMO_ITEM_MILESTONE;
	size_t end = gantt_end_cell(chart, item->baseline_finish);
	if (milestone) {
		if (end && item->baseline_finish < chart->starts[chart->cells])
			put(chart, end - 1, end, INK_BASELINE);
		return;
	}
	put(chart, gantt_first_cell(chart, item->baseline_start), end, INK_BASELINE);
	if (end && chart->line[end - 1] > INK_BASELINE && chart->line[end - 1] < INK_BEFORE &&
	    item->baseline_finish < chart->starts[chart->cells] &&
	    gantt_end_cell(chart, item->finish) > end)
		chart->line[end - 1] = INK_BASELINE_END;
}

static void lay_item(struct gantt_chart *chart, const struct pmo_plan_item *item)
{
	memcpy(chart->line, chart->ground, chart->cells * sizeof(*chart->line));
	if (gantt_is_drawn(item) && item->kind != PMO_ITEM_MILESTONE)
		lay_bar(chart, item);
	lay_baseline(chart, item);
	if (item->kind != PMO_ITEM_MILESTONE || !gantt_is_drawn(item))
		return;
	size_t end = gantt_end_cell(chart, item->finish);
	if (end && item->finish < chart->starts[chart->cells])
		chart->line[end - 1] = !item->sure                    ? INK_UNSURE
				       : item->state == PMO_ITEM_DONE ? INK_MILESTONE
								      : INK_OPEN_MILESTONE;
}

/* The text in so many cells, cut or filled. */
static void add_cell_text(struct gantt_chart *chart, const char *text, size_t cells)
{
	struct pmo_buffer shown;
	pmo_buffer_init(&shown, PMO_BUFFER_LIMIT);
	pmo_text_add_visible(&shown, text, strlen(text));
	size_t width = pmo_text_width(shown.data);
	if (width > cells) {
		size_t dots = chart->paper->utf8 ? 1 : 2;
		size_t fit =
			pmo_text_fit(shown.data, shown.length, cells > dots ? cells - dots : 0);
		width = pmo_text_width_of(shown.data, fit) + dots;
		pmo_buffer_add(chart->out, shown.data, fit);
		pmo_buffer_add_text(chart->out, chart->paper->utf8 ? "\u2026" : "..");
	} else {
		pmo_buffer_add(chart->out, shown.data, shown.length);
	}
	pmo_buffer_add_repeat(chart->out, ' ', cells > width ? cells - width : 0);
	chart->out->failed |= shown.failed;
	pmo_buffer_release(&shown);
}

/* Links that set its date, where there is room behind the bar: `< 5.4`. */
static void add_links(struct gantt_chart *chart, const struct pmo_plan_item *item, size_t room)
{
	const struct pmo_plan *plan = chart->gantt->view.plan;
	struct pmo_buffer names;
	pmo_buffer_init(&names, PMO_BUFFER_LIMIT);
	for (int i = item->first_in; i < item->first_in + item->in_count; i++) {
		const struct pmo_plan_link *link = &plan->links[plan->incoming[i]];
		if (link->driving && plan->items[link->from].state != PMO_ITEM_DONE)
			pmo_buffer_add_format(&names, " %s", plan->items[link->from].wbs);
	}
	if (names.length && item->state != PMO_ITEM_DONE &&
	    pmo_text_width(names.data) + 2 <= room) {
		pmo_buffer_add_text(chart->out, chart->paper->utf8 ? " \u2190" : " <");
		pmo_buffer_add(chart->out, names.data, names.length);
	}
	chart->out->failed |= names.failed;
	pmo_buffer_release(&names);
}

static void add_line(struct gantt_chart *chart, const struct pmo_plan_item *item)
{
	size_t end = chart->cells, last = 0;
	for (size_t i = 0; i < chart->cells; i++)
		if (chart->line[i] > INK_TODAY)
			last = i + 1;
	while (end && chart->line[end - 1] == INK_NONE)
		end--;
	for (size_t i = 0; i < end; i++) {
		chart->used |= 1u << chart->line[i];
		pmo_buffer_add_text(chart->out, chart->paper->utf8 ? inks[chart->line[i]].utf8
								   : inks[chart->line[i]].ascii);
	}
	if (end == last)
		add_links(chart, item, chart->cells - end);
}

static const char *color_of(const struct pmo_plan_item *item)
{
	if (item->state == PMO_ITEM_DONE)
		return "\x1b[2m";
	if (item->late || !item->sure)
		return "\x1b[31m";
	return item->critical ? "\x1b[33m" : NULL;
}

static void add_row(struct gantt_chart *chart, const struct pmo_plan_item *item)
{
	struct pmo_buffer *out = chart->out;
	const char *color = chart->paper->color ? color_of(item) : NULL;
	unsigned depth = item->depth - chart->gantt->depth;
	bool open = plan_view_is_open(item);
	struct pmo_buffer label;
	pmo_buffer_init(&label, PMO_BUFFER_LIMIT);
	pmo_buffer_add_repeat(&label, ' ', 2 * (size_t)(depth < DEEPEST ? depth : DEEPEST));
	pmo_buffer_add_format(&label, "%s %s", item->wbs, item->title ? item->title : item->id);
	if (color)
		pmo_buffer_add_text(out, color);
	add_cell_text(chart, label.data, chart->label);
	pmo_buffer_add_char(out, ' ');
	pmo_buffer_add_char(out, open && item->critical        ? '*'
				 : open && item->near_critical ? '~'
							       : ' ');
	pmo_buffer_add_text(out, open && item->late ? "! " : "  ");
	chart->marks |= open && item->critical ? 1u : open && item->near_critical ? 2u : 0;
	chart->marks |= open && item->late ? 4u : 0;
	lay_item(chart, item);
	size_t before = out->length;
	add_line(chart, item);
	if (!gantt_is_drawn(item))
		pmo_buffer_add_text(out, " no date");
	while (out->length + GANTT_MARKS > before && out->data[out->length - 1] == ' ')
		pmo_buffer_truncate(out, out->length - 1);
	if (color)
		pmo_buffer_add_text(out, "\x1b[0m");
	pmo_buffer_add_char(out, '\n');
	out->failed |= label.failed;
	pmo_buffer_release(&label);
}

static void add_legend(struct gantt_chart *chart)
{
	struct pmo_buffer *out = chart->out;
	size_t width = 0, most = chart->paper->width;
	pmo_buffer_add_char(out, '\n');
	for (int ink = INK_OFF; ink < INK_AFTER; ink++) {
		if (!(chart->used & 1u << ink))
			continue;
		size_t length = strlen(inks[ink].legend) + 4;
		if (width && width + length > most) {
			gantt_end_line(out);
			width = 0;
		}
		width += length;
		pmo_buffer_add_format(out, "%s %s  ",
				      chart->paper->utf8 ? inks[ink].utf8 : inks[ink].ascii,
				      inks[ink].legend);
	}
	gantt_end_line(out);
	if (chart->marks & 1u)
		pmo_buffer_add_text(out, "* critical  ");
	if (chart->marks & 2u)
		pmo_buffer_add_text(out, "~ nearly  ");
	if (chart->marks & 4u)
		pmo_buffer_add_text(out, "! late  ");
	if (chart->marks)
		gantt_end_line(out);
}

static size_t widest_label(const struct gantt *gantt)
{
	size_t widest = 8;
	for (size_t i = 0; i < gantt->row_count; i++) {
		const struct pmo_plan_item *item = &gantt->view.plan->items[gantt->rows[i]];
		unsigned depth = item->depth - gantt->depth;
		size_t length = pmo_text_width(item->wbs) + 1 +
				pmo_text_width(item->title ? item->title : item->id) +
				2 * (size_t)(depth < DEEPEST ? depth : DEEPEST);
		if (length > widest)
			widest = length;
	}
	return widest;
}

/* Labels give way until the scale is as fine as it can be, then take what is left. */
static enum pmo_result share_width(struct gantt_chart *chart)
{
	size_t width = chart->paper->width, widest = widest_label(chart->gantt);
	size_t least = widest < LEAST_LABEL ? widest : LEAST_LABEL;
	size_t most = width > least + GANTT_MARKS + LEAST_CELLS ? width - least - GANTT_MARKS
								: LEAST_CELLS;
	enum pmo_result result = gantt_choose_scale(chart, most);
	chart->label = least;
	if (width > chart->cells + GANTT_MARKS + least)
		chart->label = width - chart->cells - GANTT_MARKS;
	if (chart->label > widest)
		chart->label = widest;
	return result;
}

enum pmo_result gantt_draw(const struct gantt *gantt, const struct gantt_paper *paper,
			   struct pmo_buffer *out)
{
	struct gantt_chart chart = { .gantt = gantt, .paper = paper, .out = out };
	if (!gantt->row_count) {
		pmo_buffer_add_text(out, "None.\n");
		return PMO_OK;
	}
	enum pmo_result result = share_width(&chart);
	if (result != PMO_OK)
		return result;
	lay_ground(&chart);
	gantt_add_scale(&chart, 0);
	gantt_add_scale(&chart, 1);
	for (size_t i = 0; i < gantt->row_count; i++)
		add_row(&chart, &gantt->view.plan->items[gantt->rows[i]]);
	add_legend(&chart);
	return PMO_OK;
}
