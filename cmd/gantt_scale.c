/* The scale of the chart: how much time a cell is, and what stands above. */
#include "gantt_chart.h"

#include <stdio.h>
#include <string.h>

enum step { STEP_DAYS, STEP_MONTHS };

/* How much time a cell is, the finest first. */
static const struct gantt_scale {
	enum step step;
	int size;  /* days or months a cell */
	int cells; /* a day, when that is more than one */
} scales[] = {
	{ STEP_DAYS, 1, 3 },     { STEP_DAYS, 1, 1 },      { STEP_DAYS, 7, 1 },
	{ STEP_DAYS, 14, 1 },    { STEP_MONTHS, 1, 1 },    { STEP_MONTHS, 3, 1 },
	{ STEP_MONTHS, 6, 1 },   { STEP_MONTHS, 12, 1 },   { STEP_MONTHS, 36, 1 },
	{ STEP_MONTHS, 120, 1 }, { STEP_MONTHS, 1200, 1 },
};

enum { SCALES = sizeof(scales) / sizeof(*scales), NAME_SIZE = 24 };

bool gantt_has_days(const struct gantt_chart *chart)
{
	return chart->scale->step == STEP_DAYS && chart->scale->size == 1;
}

static int32_t first_day(const struct gantt_scale *scale, int32_t from)
{
	int year, month, day;
	if (scale->step == STEP_DAYS)
		return scale->size > 1 ? from - pmo_date_weekday(from) : from;
	pmo_date_to_civil(from, &year, &month, &day);
	return scale->size < 12
		       ? pmo_date_add_months(from - (day - 1), -((month - 1) % scale->size))
		       : pmo_date_add_months(from - (day - 1), -(month - 1));
}

static int32_t next_day(const struct gantt_scale *scale, int32_t day)
{
	return scale->step == STEP_DAYS ? pmo_date_add_days(day, scale->size)
					: pmo_date_add_months(day, scale->size);
}

/* How many cells the span takes; more than most when it does not fit. */
static size_t count_cells(const struct gantt *gantt, const struct gantt_scale *scale, size_t most)
{
	size_t count = 0;
	int32_t day = first_day(scale, gantt->from);
	for (; day != PMO_DATE_NONE && day <= gantt->to && count <= most;
	     day = next_day(scale, day))
		count += (size_t)scale->cells;
	return count;
}

enum pmo_result gantt_choose_scale(struct gantt_chart *chart, size_t most)
{
	const struct gantt *gantt = chart->gantt;
	size_t at = 0;
	while (at + 1 < SCALES && count_cells(gantt, &scales[at], most) > most)
		at++;
	chart->scale = &scales[at];
	chart->cells = count_cells(gantt, chart->scale, most);
	if (chart->cells > most)
		chart->cells = most;
	chart->starts = pmo_arena_array(gantt->arena, chart->cells + 1, sizeof(*chart->starts));
	chart->line = pmo_arena_array(gantt->arena, chart->cells + 1, sizeof(*chart->line));
	chart->ground = pmo_arena_array(gantt->arena, chart->cells + 1, sizeof(*chart->ground));
	if (!chart->starts || !chart->line || !chart->ground)
		return PMO_NO_MEMORY;
	int32_t day = first_day(chart->scale, gantt->from);
	for (size_t i = 0; i < chart->cells; i++) {
		chart->starts[i] = day == PMO_DATE_NONE ? PMO_DATE_MAX : day;
		if ((i + 1) % (size_t)chart->scale->cells == 0 && day != PMO_DATE_NONE)
			day = next_day(chart->scale, day);
	}
	chart->starts[chart->cells] = day == PMO_DATE_NONE ? PMO_DATE_MAX : day;
	return PMO_OK;
}

size_t gantt_first_cell(const struct gantt_chart *chart, int32_t day)
{
	size_t low = 0, high = chart->cells;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (chart->starts[middle + 1] <= day)
			low = middle + 1;
		else
			high = middle;
	}
	while (low < chart->cells && low && chart->starts[low - 1] == chart->starts[low] &&
	       chart->starts[low] == day)
		low--;
	return low;
}

size_t gantt_end_cell(const struct gantt_chart *chart, int32_t day)
{
	size_t cell = gantt_first_cell(chart, day);
	if (day < chart->starts[0])
		return 0;
	if (cell >= chart->cells)
		return chart->cells;
	while (cell + 1 < chart->cells && chart->starts[cell + 1] <= day)
		cell++;
	return cell + 1;
}

void gantt_end_line(struct pmo_buffer *out)
{
	while (out->length && out->data[out->length - 1] == ' ')
		pmo_buffer_truncate(out, out->length - 1);
	pmo_buffer_add_char(out, '\n');
}

static bool begins_year(const struct gantt_chart *chart, size_t i, int *number, bool *month_too)
{
	int year, month, day, before_year = 0, before_month = 0;
	/* The last day of a cell decides, so that a week that ends in January is its. */
	int32_t last = chart->starts[i + 1] > chart->starts[i] ? chart->starts[i + 1] - 1
							       : chart->starts[i];
	if (chart->scale->step == STEP_MONTHS)
		last = chart->starts[i];
	pmo_date_to_civil(last, &year, &month, &day);
	if (i) {
		last = chart->scale->step == STEP_MONTHS ? chart->starts[i - 1]
							 : chart->starts[i] - 1;
		pmo_date_to_civil(last, &before_year, &before_month, &day);
	}
	*month_too = month != before_month || year != before_year;
	*number = month;
	return year != before_year;
}

/* What stands above a cell in one of the two lines; "": nothing begins there. */
static void name_cell(const struct gantt_chart *chart, size_t i, int line, char text[NAME_SIZE])
{
	const struct gantt_scale *scale = chart->scale;
	int month, year, day, ignored;
	bool month_begins, days = scale->step == STEP_DAYS && scale->size == 1;
	bool year_begins = begins_year(chart, i, &month, &month_begins);
	*text = '\0';
	pmo_date_to_civil(chart->starts[i], &year, &ignored, &day);
	if (days && i && chart->starts[i] == chart->starts[i - 1])
		return;
	if (!days && scale->step == STEP_DAYS)
		pmo_date_to_civil(chart->starts[i + 1] - 1, &year, &ignored, &ignored);
	if (line == 0 && days && month_begins)
		(void)snprintf(text, NAME_SIZE, "%s %d", pmo_date_month_name(month), year);
	else if (line == 0 && !days && year_begins)
		(void)snprintf(text, NAME_SIZE, "%d", year);
	else if (line == 1 && days && (scale->cells > 1 || pmo_date_weekday(chart->starts[i]) == 0))
		(void)snprintf(text, NAME_SIZE, "%d", day);
	else if (line == 1 && !days && month_begins &&
		 (scale->step == STEP_DAYS || scale->size == 1))
		(void)snprintf(text, NAME_SIZE, "%s", pmo_date_month_name(month));
}

/* Names above the cells where something begins, each where it fits behind the one before. */
void gantt_add_scale(struct gantt_chart *chart, int line)
{
	size_t at = 0;
	pmo_buffer_add_repeat(chart->out, ' ', chart->label + GANTT_MARKS);
	for (size_t i = 0; i < chart->cells; i++) {
		char text[NAME_SIZE];
		name_cell(chart, i, line, text);
		size_t length = strlen(text);
		if (!length || i < at || (at && i == at) || i + length > chart->cells)
			continue;
		pmo_buffer_add_repeat(chart->out, ' ', i - at);
		pmo_buffer_add_text(chart->out, text);
		at = i + length;
	}
	gantt_end_line(chart->out);
}
