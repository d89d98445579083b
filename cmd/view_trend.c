/*
 * `pmo milestone trend`: what each report expected of each milestone. A row a report, a column
 * a milestone; as a drawing, a line each. With --history the rows are not reports but the plan
 * as it stood at the ends of months, read from git.
 */
#include "cli/document.h"
#include "commands.h"
#include "view.h"
#include "view_trend.h"

#include <pmo/figure.h>
#include <pmo/report.h>

#include <string.h>

static const struct option options[] = {
	{ .name = "kind",
	  CLI_TEXT(struct trend_options, kind),
	  .arg = "KIND",
	  .help = "weekly, monthly ... or all; monthly where there are two" },
	{ .name = "all",
	  .key = 'a',
	  CLI_FLAG(struct trend_options, all),
	  .help = "milestones that are reached, too" },
	{ .name = "history",
	  CLI_FLAG(struct trend_options, history),
	  .help = "the plan at the end of each month, from git, not the reports" },
	{ 0 },
};

/* The plan as it was at a day; skipped where there was none yet, or it cannot be computed. */
static enum pmo_result add_past(struct trend_view *work, int32_t day)
{
	struct cli *cli = work->view.cli;
	struct pmo_env env = cli->env;
	struct pmo_diags diags;
	struct pmo_workspace *workspace = NULL;
	struct pmo_plan *plan = NULL;
	const struct pmo_project *project = NULL;
	static const struct pmo_plan_options how = { 0 };
	const char *at = plan_view_iso(&work->view, day);
	if (!at)
		return PMO_NO_MEMORY;
	env.at = at;
	env.project = work->view.plan->project->handle;
	env.today = day;
	pmo_diags_init(&diags, &cli->arena);
	enum pmo_result result = pmo_workspace_open(&env, &diags, &workspace);
	if (result == PMO_OK)
		result = pmo_workspace_need_project(workspace, &project);
	if (result == PMO_OK)
		result = pmo_plan_schedule(workspace, project, &how, &plan);
	bool known = result == PMO_OK;
	if (known)
		result = pmo_trend_add(&work->trend, at, plan);
	pmo_plan_free(plan);
	pmo_workspace_close(workspace);
	return known || result == PMO_NO_MEMORY ? result : PMO_OK;
}

static enum pmo_result add_history(struct trend_view *work)
{
	enum { MONTHS = 36 };
	const struct pmo_plan *plan = work->view.plan;
	int32_t day = pmo_date_month_end(pmo_date_add_months(plan->as_of, -MONTHS));
	enum pmo_result result = PMO_OK;
	if (!work->view.cli->env.git)
		return cli_usage("--history needs git, and there is none");
	if (day < plan->project_start)
		day = pmo_date_month_end(plan->project_start);
	for (; result == PMO_OK && day != PMO_DATE_NONE && day < plan->as_of;
	     day = pmo_date_month_end(day + 1))
		result = add_past(work, day);
	return result;
}

static enum pmo_result read_trend(struct trend_view *work)
{
	const struct trend_options *wanted = work->options;
	struct pmo_trend *trend = &work->trend;
	enum pmo_result result =
		pmo_trend_begin(work->view.plan, wanted->history ? "none" : wanted->kind, trend);
	if (result == PMO_OK && wanted->history)
		result = add_history(work);
	/* What was sent today is what was said today. */
	if (result == PMO_OK &&
	    (!trend->report_count ||
	     trend->reports[trend->report_count - 1].as_of != work->view.plan->as_of))
		result = pmo_trend_add(trend, "now", work->view.plan);
	if (result == PMO_OK)
		pmo_trend_measure(trend);
	return result;
}

static enum pmo_result draw(struct trend_view *work, struct pmo_buffer *svg,
			    const char **description)
{
	const struct pmo_trend *trend = &work->trend;
	struct pmo_arena *arena = &work->view.cli->arena;
	struct pmo_series *series = pmo_arena_array(arena, trend->line_count + 1, sizeof(*series));
	size_t count = 0, sliding = 0;
	for (size_t line = 0; series && line < trend->line_count && count < PMO_SERIES_MAX;
	     line++) {
		if (!trend_is_shown(work, line))
			continue;
		struct pmo_point *points =
			pmo_arena_array(arena, trend->report_count + 1, sizeof(*points));
		if (!points)
			return PMO_NO_MEMORY;
		struct pmo_series *one = &series[count++];
		*one = (struct pmo_series){ .name = trend_item(work, line)->title,
					    .points = points };
		sliding += trend->lines[line].sliding;
		for (size_t i = 0; i < trend->report_count; i++)
			if (trend->reports[i].forecasts[line] != PMO_DATE_NONE)
				points[one->count++] =
					(struct pmo_point){ trend->reports[i].as_of,
							    trend->reports[i].forecasts[line] };
	}
	*description = pmo_arena_format(arena,
					"Expected dates of %zu milestones over %zu reports; %zu "
					"slide.",
					count, trend->report_count, sliding);
	if (!series || !*description)
		return PMO_NO_MEMORY;
	struct pmo_chart chart = {
		.head = { .title = "Milestone trend", .description = *description },
		.series = series,
		.count = count,
		.value_is_date = true,
		.today = PMO_DATE_NONE,
	};
	return pmo_figure_lines(&chart, svg);
}

static enum pmo_result print_document(struct trend_view *work)
{
	struct cli *cli = work->view.cli;
	const char *description = NULL;
	struct pmo_document document;
	struct pmo_buffer svg;
	pmo_buffer_init(&svg, PMO_BUFFER_LIMIT);
	enum pmo_result result = draw(work, &svg, &description);
	if (result == PMO_OK && plan_view_is_svg(cli)) {
		pmo_buffer_add(&cli->out, svg.data, svg.length);
	} else if (result == PMO_OK) {
		plan_view_begin_document(&work->view, "trend", "Milestone trend", &document);
		pmo_document_add_figure(&document, &(struct pmo_figure){ .name = "trend",
									 .title = "Expected dates",
									 .description = description,
									 .svg = svg.data });
		pmo_document_add_table(&document, &work->table, "Expected, report by report");
		pmo_document_add_table(&document, &work->sums, "Milestones");
		pmo_document_add_paragraph(&document,
					   "Slips are working days since the report before; A day: "
					   "days slipped a working day since the first baseline.");
		result = cli_print_document(cli, &document);
	}
	pmo_buffer_release(&svg);
	return result;
}

static enum pmo_result print_text(struct trend_view *work)
{
	struct cli *cli = work->view.cli;
	const struct pmo_trend *trend = &work->trend;
	work->view.is_text = true;
	pmo_buffer_add_format(&cli->out, "%s: milestone trend, as of %s\n",
			      work->view.plan->project->title,
			      plan_view_day(&work->view, work->view.plan->as_of));
	if (work->options->history)
		pmo_buffer_add_text(&cli->out,
				    trend->report_count > 1
					    ? "The plan at the ends of months.\n"
					    : "git has no plan of the end of any month before.\n");
	else
		pmo_buffer_add_format(&cli->out, "Of %s reports, and what is expected now.\n",
				      trend->kind ? trend->kind : "all");
	plan_view_add_faults(&work->view);
	pmo_buffer_add_char(&cli->out, '\n');
	if (!work->sums.row_count) {
		pmo_buffer_add_text(&cli->out, "None.\n");
		return PMO_OK;
	}
	enum pmo_result result =
		pmo_table_print(&work->table, PMO_FORMAT_TABLE, &cli->terminal, &cli->out);
	pmo_buffer_add_char(&cli->out, '\n');
	if (result == PMO_OK)
		result = pmo_table_print(&work->sums, PMO_FORMAT_TABLE, &cli->terminal, &cli->out);
	pmo_buffer_add_text(&cli->out, "\nSlips in working days since the report before; A day: "
				       "a working day since\nthe first baseline.\n");
	return result;
}

static enum pmo_result print(struct trend_view *work)
{
	struct cli *cli = work->view.cli;
	pmo_table_init(&work->table, &cli->arena);
	pmo_table_init(&work->sums, &cli->arena);
	if (!plan_view_is_plain(cli) && !plan_view_is_svg(cli) && !plan_view_is_document(cli))
		return trend_print_rows(work);
	enum pmo_result result = trend_fill_reports(work);
	if (result == PMO_OK)
		result = trend_fill_sums(work);
	if (result != PMO_OK)
		return result;
	return plan_view_is_plain(cli) ? print_text(work) : print_document(work);
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	static const char *const kinds[] = { "weekly",   "biweekly", "monthly", "executive",
					     "closeout", "all",      NULL };
	static const struct pmo_plan_options how = { 0 };
	struct trend_view work = { .options = cli->options };
	const char *kind = work.options->kind;
	(void)argc;
	(void)argv;
	for (size_t i = 0; kind && strcmp(kind, kinds[i]) != 0;)
		if (!kinds[++i])
			return cli_usage("--kind: '%s' is none of weekly, biweekly, monthly, "
					 "executive, closeout, all",
					 kind);
	enum pmo_result result = plan_view_open(cli, &how, &work.view);
	if (result == PMO_OK)
		result = read_trend(&work);
	if (result == PMO_OK)
		result = print(&work);
	plan_view_close(&work.view);
	return result;
}

const struct command view_trend_command = {
	.name = "trend",
	.summary = "what each report expected, and what slides",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct trend_options),
	.run = run,
	.usage = "",
	.about = "A milestone slides when three reports in a row moved it out. -o FILE: .svg a "
		 "drawing,\n.html a page with it, .csv or .json a row a report and milestone.",
};
