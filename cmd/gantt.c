/*
 * `pmo gantt`: the plan as a chart. For the terminal it is drawn with characters
 * (gantt_draw.c), as SVG by the library; programs get the rows.
 */
#include "gantt.h"

#include "cli/document.h"
#include "commands.h"

#include <pmo/figure.h>
#include <pmo/report.h>

static const struct option options[] = {
	{ .name = "open", CLI_FLAG(struct gantt_options, open), .help = "leave out what is done" },
	{ .name = "depth",
	  CLI_COUNT(struct gantt_options, depth),
	  .arg = "LEVELS",
	  .help = "of the outline; all" },
	{ .name = "months",
	  CLI_COUNT(struct gantt_options, months),
	  .arg = "N",
	  .help = "so many, from this month on" },
	{ .name = "from",
	  CLI_DATE(struct gantt_options, from),
	  .arg = "DATE",
	  .help = "first day; the start of the plan" },
	{ .name = "to",
	  CLI_DATE(struct gantt_options, to),
	  .arg = "DATE",
	  .help = "last day; the end of the plan" },
	{ .name = "links",
	  CLI_FLAG(struct gantt_options, links),
	  .help = "all links in the SVG, not only those that set a date" },
	{ .name = "ascii",
	  CLI_FLAG(struct gantt_options, ascii),
	  .help = "drawn with plain characters, for mail and old terminals" },
	{ 0 },
};

static bool is_shown(const struct gantt *gantt, const struct pmo_plan_item *item)
{
	long depth = gantt->options->depth;
	if (item->state == PMO_ITEM_LEFT_OUT ||
	    (gantt->options->open && item->state == PMO_ITEM_DONE))
		return false;
	return !depth || (long)(item->depth - gantt->depth) < depth;
}

static enum pmo_result find_rows(struct gantt *gantt, const char *word)
{
	const struct pmo_plan *plan = gantt->view.plan;
	size_t first = 0, end = plan->own_count;
	int found = 0;
	if (word) {
		enum pmo_result result = plan_view_find(&gantt->view, word, &found);
		if (result != PMO_OK)
			return result;
		first = (size_t)found;
		gantt->depth = plan->items[found].depth;
		for (end = first + 1;
		     end < plan->own_count && plan->items[end].depth > gantt->depth; end++)
			;
	}
	gantt->rows = pmo_arena_array(gantt->arena, end - first + 1, sizeof(*gantt->rows));
	if (!gantt->rows)
		return PMO_NO_MEMORY;
	for (size_t i = first; i < end; i++)
		if (is_shown(gantt, &plan->items[i]))
			gantt->rows[gantt->row_count++] = (int)i;
	return PMO_OK;
}

static void widen(struct gantt *gantt, int32_t date)
{
	if (date == PMO_DATE_NONE)
		return;
	if (gantt->from == PMO_DATE_NONE || date < gantt->from)
		gantt->from = date;
	if (gantt->to == PMO_DATE_NONE || date > gantt->to)
		gantt->to = date;
}

/* The days that the rows and today need, then what was asked for. */
static enum pmo_result find_range(struct gantt *gantt)
{
	const struct gantt_options *wanted = gantt->options;
	const struct pmo_plan *plan = gantt->view.plan;
	gantt->from = gantt->to = PMO_DATE_NONE;
	for (size_t i = 0; i < gantt->row_count; i++) {
		const struct pmo_plan_item *item = &plan->items[gantt->rows[i]];
		bool milestone = item->kind == PMO_ITEM_MILESTONE;
		if (!milestone)
			widen(gantt, item->start);
		widen(gantt, item->finish);
		widen(gantt, milestone ? item->baseline_finish : item->baseline_start);
		widen(gantt, item->baseline_finish);
	}
	widen(gantt, plan->as_of);
	if (wanted->months) {
		int year, month, day;
		pmo_date_to_civil(plan->as_of, &year, &month, &day);
		gantt->from = plan->as_of - (day - 1);
		gantt->to = pmo_date_add_months(gantt->from, wanted->months) - 1;
	}
	if (wanted->from)
		gantt->from = wanted->from;
	if (wanted->to)
		gantt->to = wanted->to;
	if (!pmo_date_is_valid(gantt->from) || !pmo_date_is_valid(gantt->to))
		return cli_usage("--months %ld leaves the years of the calendar", wanted->months);
	if (gantt->to < gantt->from)
		return cli_usage("the chart would end %s, before it begins %s",
				 plan_view_iso(&gantt->view, gantt->to),
				 plan_view_iso(&gantt->view, gantt->from));
	return PMO_OK;
}

static void fill_row(const struct gantt *gantt, int index, struct pmo_gantt_row *row)
{
	const struct pmo_plan_item *item = &gantt->view.plan->items[index];
	bool milestone = item->kind == PMO_ITEM_MILESTONE;
	bool none = !gantt_is_drawn(item);
	*row = (struct pmo_gantt_row){
		.label = pmo_arena_format(gantt->arena, "%s%s %s%s", item->sure ? "" : "? ",
					  item->wbs, item->title ? item->title : item->id,
					  none ? " (no date)" : ""),
		.depth = item->depth - gantt->depth,
		.summary = item->kind == PMO_ITEM_SUMMARY,
		.milestone = milestone,
		.critical = item->critical && plan_view_is_open(item),
		.start = none ? PMO_DATE_NONE : item->start,
		.finish = none ? PMO_DATE_NONE : item->finish,
		.baseline_start = milestone ? item->baseline_finish : item->baseline_start,
		.baseline_finish = item->baseline_finish,
		.percent = item->state == PMO_ITEM_DONE ? 100 : (int)(item->percent / 100),
	};
}

/* Links between rows that are shown, drawn from finish to start. */
static enum pmo_result fill_links(const struct gantt *gantt, struct pmo_gantt *chart)
{
	const struct pmo_plan *plan = gantt->view.plan;
	size_t *row_of = pmo_arena_array(gantt->arena, plan->item_count + 1, sizeof(*row_of));
	struct pmo_gantt_link *links =
		pmo_arena_array(gantt->arena, plan->link_count + 1, sizeof(*links));
	if (!row_of || !links)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < gantt->row_count; i++)
		row_of[gantt->rows[i]] = i + 1;
	for (size_t i = 0; i < plan->link_count; i++) {
		const struct pmo_plan_link *link = &plan->links[i];
		if (link->kind == PMO_LINK_FS && row_of[link->from] && row_of[link->to] &&
		    (link->driving || gantt->options->links))
			links[chart->link_count++] =
				(struct pmo_gantt_link){ row_of[link->from] - 1,
							 row_of[link->to] - 1 };
	}
	chart->links = links;
	return PMO_OK;
}

/* Holidays and freezes of the project's calendar. */
static enum pmo_result fill_shaded(const struct gantt *gantt, struct pmo_gantt *chart)
{
	const struct pmo_calendar *calendar = gantt->view.plan->calendar;
	if (!calendar)
		return PMO_OK;
	size_t count = calendar->holiday_count + calendar->freeze_count;
	struct pmo_gantt_span *spans = pmo_arena_array(gantt->arena, count + 1, sizeof(*spans));
	if (!spans)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < calendar->holiday_count; i++)
		spans[chart->shaded_count++] =
			(struct pmo_gantt_span){ calendar->holidays[i].date,
						 calendar->holidays[i].date };
	for (size_t i = 0; i < calendar->freeze_count; i++)
		spans[chart->shaded_count++] = (struct pmo_gantt_span){ calendar->freezes[i].from,
									calendar->freezes[i].to };
	chart->shaded = spans;
	return PMO_OK;
}

static const char *describe(const struct gantt *gantt)
{
	const struct pmo_plan *plan = gantt->view.plan;
	int at = pmo_plan_go_live(plan);
	if (at < 0 || plan->items[at].finish == PMO_DATE_NONE)
		return pmo_arena_format(gantt->arena, "Gantt chart of %zu tasks and milestones.",
					gantt->row_count);
	const struct pmo_plan_item *item = &plan->items[at];
	const char *variance =
		item->has_variance ? pmo_arena_format(gantt->arena, " (%+d d)", (int)item->variance)
				   : "";
	return pmo_arena_format(gantt->arena,
				"Gantt chart of %zu tasks and milestones as of %s; %s is expected "
				"%s%s.",
				gantt->row_count, plan_view_day(&gantt->view, plan->as_of),
				item->title ? item->title : item->id,
				plan_view_item_day(&gantt->view, item, item->finish),
				variance ? variance : "");
}

static enum pmo_result draw_svg(struct gantt *gantt, const char *title, struct pmo_buffer *svg)
{
	struct pmo_gantt_row *rows =
		pmo_arena_array(gantt->arena, gantt->row_count + 1, sizeof(*rows));
	struct pmo_gantt chart = {
		.head = { .title = title, .description = describe(gantt) },
		.rows = rows,
		.row_count = gantt->row_count,
		.today = gantt->view.plan->as_of,
		.from = gantt->from,
		.to = gantt->to,
	};
	if (!rows || !chart.head.description)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < gantt->row_count; i++) {
		fill_row(gantt, gantt->rows[i], &rows[i]);
		if (!rows[i].label)
			return PMO_NO_MEMORY;
	}
	enum pmo_result result = fill_links(gantt, &chart);
	if (result == PMO_OK)
		result = fill_shaded(gantt, &chart);
	return result == PMO_OK ? pmo_figure_gantt(&chart, svg) : result;
}

/* As SVG alone, or in a document; its text is the drawing in characters. */
static enum pmo_result print_figure(struct gantt *gantt, const char *title)
{
	struct gantt_paper paper = { .width = 100, .utf8 = !gantt->options->ascii };
	struct cli *cli = gantt->view.cli;
	struct pmo_document document;
	struct pmo_buffer svg, text;
	pmo_buffer_init(&svg, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	enum pmo_result result = draw_svg(gantt, title, &svg);
	if (result == PMO_OK && plan_view_is_svg(cli)) {
		pmo_buffer_add(&cli->out, svg.data, svg.length);
	} else if (result == PMO_OK) {
		result = gantt_draw(gantt, &paper, &text);
		plan_view_begin_document(&gantt->view, "gantt", "Plan", &document);
		pmo_document_add_figure(&document,
					&(struct pmo_figure){ .name = "gantt",
							      .title = "Plan",
							      .description = describe(gantt),
							      .text = text.data,
							      .svg = svg.data });
		if (result == PMO_OK)
			result = cli_print_document(cli, &document);
	}
	pmo_buffer_release(&svg);
	pmo_buffer_release(&text);
	return result;
}

static enum pmo_result print_rows(struct gantt *gantt)
{
	static const struct plan_view_columns columns = {
		.people = "",
		.programs = "id wbs title kind state owner start finish baseline_start "
			    "baseline_finish variance total_float free_float critical percent late "
			    "sure",
	};
	enum pmo_result result = plan_view_begin(&gantt->view, "plan", &columns);
	for (size_t i = 0; result == PMO_OK && i < gantt->row_count; i++)
		result = plan_view_add(&gantt->view, &gantt->view.plan->items[gantt->rows[i]]);
	return result == PMO_OK ? plan_view_end(&gantt->view) : result;
}

static enum pmo_result print_text(struct gantt *gantt, const char *title)
{
	struct cli *cli = gantt->view.cli;
	struct gantt_paper paper = { (size_t)cli->terminal.width,
				     cli->terminal.utf8 && !gantt->options->ascii,
				     cli->terminal.colour };
	gantt->view.is_text = true;
	pmo_buffer_add_format(&cli->out, "%s, as of %s\n", title,
			      plan_view_day(&gantt->view, gantt->view.plan->as_of));
	plan_view_add_faults(&gantt->view);
	pmo_buffer_add_char(&cli->out, '\n');
	return gantt_draw(gantt, &paper, &cli->out);
}

static enum pmo_result print(struct gantt *gantt)
{
	struct cli *cli = gantt->view.cli;
	const char *project = gantt->view.plan->project->title;
	const char *title = pmo_arena_format(gantt->arena, "%s: plan", project);
	if (!title)
		return PMO_NO_MEMORY;
	if (plan_view_is_plain(cli))
		return print_text(gantt, project);
	if (plan_view_is_svg(cli) || plan_view_is_document(cli))
		return print_figure(gantt, title);
	return print_rows(gantt);
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	static const struct pmo_plan_options how = { 0 };
	struct gantt gantt = { .options = cli->options, .arena = &cli->arena };
	enum pmo_result result = plan_view_open(cli, &how, &gantt.view);
	if (result == PMO_OK)
		result = find_rows(&gantt, argc ? argv[0] : NULL);
	if (result == PMO_OK)
		result = find_range(&gantt);
	if (result == PMO_OK)
		result = print(&gantt);
	plan_view_close(&gantt.view);
	return result;
}

const struct command gantt_command = {
	.name = "gantt",
	.summary = "the plan as a chart; -o plan.svg",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct gantt_options),
	.run = run,
	.usage = "[ID]",
	.about = "With ID, of that branch alone. -o FILE: .svg a drawing, .html a page with it, "
		 ".csv or\n.json the rows.",
};
