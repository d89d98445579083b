/* The tables of `pmo milestone trend`. */
#include "view_trend.h"

/* Without the year where it can only be the next such day. */
static const char *forecast_text(const struct trend_view *work, const struct pmo_trend_report *at,
				 size_t line)
{
	char text[PMO_DATE_LONG_SIZE];
	int32_t date = at->forecasts[line], slip = at->slips[line];
	bool near = date >= at->as_of && date < pmo_date_add_months(at->as_of, 12);
	if (date == PMO_DATE_NONE)
		return "";
	pmo_date_format_short(date, near ? date : at->as_of, text);
	if (slip == PMO_TREND_NO_SLIP)
		return pmo_arena_string(&work->view.cli->arena, text);
	return pmo_arena_format(&work->view.cli->arena, slip ? "%s %+d" : "%s =", text, (int)slip);
}

/* The code that people say; the outline's number of a milestone says nothing. */
static const char *name_of(const struct pmo_plan_item *item)
{
	struct pmo_value code = pmo_record_get_name(item->record, "wbs");
	return pmo_value_is_present(&code) ? item->wbs : item->id;
}

static enum pmo_result add_report_columns(struct trend_view *work)
{
	struct pmo_table *table = &work->table;
	enum pmo_result result = pmo_table_add_column(
		table, &(struct pmo_column){ .name = "as_of", .heading = "As of" });
	if (result == PMO_OK && !work->options->history)
		result = pmo_table_add_column(
			table, &(struct pmo_column){ .name = "report", .heading = "Report" });
	for (size_t i = 0; result == PMO_OK && i < work->trend.line_count; i++)
		if (trend_is_shown(work, i))
			result = pmo_table_add_column(
				table,
				&(struct pmo_column){ .name = name_of(trend_item(work, i)) });
	return result;
}

enum pmo_result trend_fill_reports(struct trend_view *work)
{
	enum pmo_result result = add_report_columns(work);
	for (size_t i = 0; result == PMO_OK && i < work->trend.report_count; i++) {
		const struct pmo_trend_report *report = &work->trend.reports[i];
		struct pmo_row *row = pmo_table_add_row(&work->table);
		size_t cell = 0;
		if (!row)
			return PMO_NO_MEMORY;
		row->cells[cell++].text = plan_view_day(&work->view, report->as_of);
		if (!work->options->history)
			row->cells[cell++].text = report->name;
		for (size_t line = 0; line < work->trend.line_count; line++)
			if (trend_is_shown(work, line))
				row->cells[cell++].text = forecast_text(work, report, line);
	}
	return result;
}

static const char *rate_text(struct trend_view *work, const struct pmo_trend_line *line)
{
	if (!line->has_total)
		return "";
	int64_t rate = (int64_t)line->total * 100 / line->elapsed;
	int64_t size = rate < 0 ? -rate : rate;
	return pmo_arena_format(&work->view.cli->arena, "%s%d.%02d",
				rate < 0   ? "-"
				: rate > 0 ? "+"
					   : "",
				(int)(size / 100), (int)(size % 100));
}

static const char *verdict_text(struct trend_view *work, size_t line)
{
	const struct pmo_trend_line *at = &work->trend.lines[line];
	struct pmo_arena *arena = &work->view.cli->arena;
	if (trend_item(work, line)->state == PMO_ITEM_DONE)
		return "reached";
	if (at->sliding)
		return pmo_arena_format(arena, "sliding, %zu slips", at->run.in_row);
	if (at->run.seen < 2)
		return "";
	if (at->run.in_row)
		return pmo_arena_format(arena, "slipped%s", at->run.in_row > 1 ? " twice" : "");
	return "holds";
}

enum pmo_result trend_fill_sums(struct trend_view *work)
{
	static const struct pmo_column columns[] = {
		{ .name = "wbs", .heading = "WBS" },
		{ .name = "title", .heading = "Milestone", .shrink = PMO_SHRINK_TRUNCATE },
		{ .name = "baseline", .heading = "Baseline" },
		{ .name = "forecast", .heading = "Expected" },
		{ .name = "slip", .heading = "Slip", .align = PMO_RIGHT },
		{ .name = "rate", .heading = "A day", .align = PMO_RIGHT, .priority = 1 },
		{ .name = "trend", .heading = "Trend" },
	};
	enum { COLUMNS = sizeof(columns) / sizeof(*columns) };
	enum pmo_result result = pmo_table_add_columns(&work->sums, columns, COLUMNS);
	for (size_t i = 0; result == PMO_OK && i < work->trend.line_count; i++) {
		const struct pmo_trend_line *line = &work->trend.lines[i];
		const struct pmo_plan_item *item = trend_item(work, i);
		if (!trend_is_shown(work, i))
			continue;
		struct pmo_row *row = pmo_table_add_row(&work->sums);
		if (!row)
			return PMO_NO_MEMORY;
		row->style = line->sliding ? PMO_STYLE_BAD : PMO_STYLE_PLAIN;
		row->cells[0].text = name_of(item);
		row->cells[1].text = item->title;
		row->cells[2].text = plan_view_day(&work->view, item->original_finish);
		row->cells[3].text = plan_view_item_day(&work->view, item, line->run.last);
		row->cells[4].text = line->has_total ? pmo_arena_format(&work->view.cli->arena,
									"%+d", (int)line->total)
						     : "";
		row->cells[5].text = rate_text(work, line);
		row->cells[6].text = verdict_text(work, i);
	}
	return result;
}

/* Programs get a row a report and milestone. */
enum pmo_result trend_print_rows(struct trend_view *work)
{
	static const struct pmo_column columns[] = {
		{ .name = "report" },
		{ .name = "as_of" },
		{ .name = "milestone" },
		{ .name = "wbs" },
		{ .name = "title" },
		{ .name = "forecast" },
		{ .name = "slip", .kind = PMO_CELL_NUMBER },
		{ .name = "total", .kind = PMO_CELL_NUMBER },
		{ .name = "in_row", .kind = PMO_CELL_NUMBER },
		{ .name = "sliding", .kind = PMO_CELL_BOOL },
	};
	enum { COLUMNS = sizeof(columns) / sizeof(*columns) };
	const struct pmo_trend *trend = &work->trend;
	struct pmo_arena *arena = &work->view.cli->arena;
	enum pmo_result result = pmo_table_add_columns(&work->table, columns, COLUMNS);
	for (size_t i = 0; result == PMO_OK && i < trend->report_count * trend->line_count; i++) {
		const struct pmo_trend_report *report = &trend->reports[i / trend->line_count];
		size_t number = i % trend->line_count;
		const struct pmo_trend_line *line = &trend->lines[number];
		const struct pmo_plan_item *item = trend_item(work, number);
		bool slipped = report->slips[number] != PMO_TREND_NO_SLIP;
		if (report->forecasts[number] == PMO_DATE_NONE)
			continue;
		const char *const texts[COLUMNS] = {
			report->name,
			plan_view_iso(&work->view, report->as_of),
			item->id,
			item->wbs,
			item->title,
			plan_view_iso(&work->view, report->forecasts[number]),
			slipped ? pmo_arena_format(arena, "%d", (int)report->slips[number]) : NULL,
			line->has_total ? pmo_arena_format(arena, "%d", (int)line->total) : NULL,
			pmo_arena_format(arena, "%zu", line->run.in_row),
			line->sliding ? "true" : "false",
		};
		struct pmo_row *row = pmo_table_add_row(&work->table);
		for (size_t cell = 0; row && cell < COLUMNS; cell++) {
			row->cells[cell].text = texts[cell];
			row->cells[cell].absent = !texts[cell];
		}
		result = row ? PMO_OK : PMO_NO_MEMORY;
	}
	plan_view_add_faults(&work->view);
	return result == PMO_OK ? cli_print_table(work->view.cli, &work->table) : result;
}
