/*
 * `pmo estimate table`: three points, mean and spread of what was estimated, beside the plan;
 * and what they say about the chain to go-live.
 */
#include "view_estimate.h"

#include "view.h"

#include <string.h>

enum pmo_result estimate_begin(struct estimate_print *print, bool triangular)
{
	struct cli *cli = print->cli;
	const struct pmo_project *project = NULL;
	enum pmo_format format = PMO_FORMAT_TABLE;
	enum pmo_result result = cli_format(cli, &format);
	if (result == PMO_OK)
		result = pmo_workspace_need_project(cli->workspace, &project);
	if (result == PMO_OK)
		result = pmo_plan_schedule(cli->workspace, project, NULL, &print->plan);
	if (result == PMO_OK)
		result = pmo_estimates_find(print->plan, triangular, &print->estimates);
	print->is_text = format == PMO_FORMAT_TABLE;
	print->for_people = print->is_text || format == PMO_FORMAT_MD || format == PMO_FORMAT_HTML;
	pmo_table_init(&print->table, &cli->arena);
	return result;
}

const char *estimate_days(const struct estimate_print *print, int64_t thousandths, int places)
{
	char text[PMO_RATIO_SIZE];
	pmo_ratio_format((struct pmo_ratio){ thousandths, 1000 }, print->for_people ? places : 3,
			 text);
	return pmo_arena_string(&print->cli->arena, text);
}

/* Without a point where there is nothing after it. */
static const char *plain(const struct estimate_print *print, int64_t thousandths)
{
	char text[PMO_RATIO_SIZE];
	int places = thousandths % 1000 == 0 ? 0 : thousandths % 100 == 0 ? 1 : 3;
	pmo_ratio_format((struct pmo_ratio){ thousandths, 1000 }, places, text);
	return pmo_arena_string(&print->cli->arena, text);
}

const char *estimate_points(const struct estimate_print *print, const struct pmo_estimate *estimate)
{
	const char *o = plain(print, estimate->optimistic);
	const char *m = plain(print, estimate->most_likely);
	const char *p = plain(print, estimate->pessimistic);
	return o && m && p ? pmo_arena_format(&print->cli->arena, "%s/%s/%s", o, m, p) : NULL;
}

void estimate_set_subject(const struct estimate_print *print, struct pmo_cell *code,
			  struct pmo_cell *title, const struct pmo_estimate *estimate)
{
	const struct pmo_record *record = estimate->record;
	if (estimate->item >= 0) {
		code->text = print->plan->items[estimate->item].wbs;
		title->text = print->plan->items[estimate->item].title;
		return;
	}
	code->text = pmo_record_text(record, pmo_schema_field(record->schema, "for"));
	title->text = pmo_record_text(record, record->schema->title);
}

enum column { WBS, TITLE, OWNER, POINTS, MEAN, SIGMA, PLANNED, STATUS, FOR_PEOPLE };

static const struct pmo_column columns[] = {
	[WBS] = { .name = "wbs", .heading = "WBS" },
	[TITLE] = { .name = "title", .heading = "Task", .shrink = PMO_SHRINK_TRUNCATE },
	[OWNER] = { .name = "owner", .heading = "By" },
	[POINTS] = { .name = "points", .heading = "Estimate" },
	[MEAN] = { .name = "mean",
		   .heading = "Expected",
		   .align = PMO_RIGHT,
		   .kind = PMO_CELL_NUMBER },
	[SIGMA] = { .name = "sigma",
		    .heading = "Sigma",
		    .align = PMO_RIGHT,
		    .kind = PMO_CELL_NUMBER },
	[PLANNED] = { .name = "planned",
		      .heading = "Planned",
		      .align = PMO_RIGHT,
		      .kind = PMO_CELL_NUMBER },
	[STATUS] = { .name = "status", .heading = "Status" },
	[FOR_PEOPLE] = { .name = "id" },
	{ .name = "days", .kind = PMO_CELL_NUMBER },
};

static enum pmo_result add_estimate(struct estimate_print *print,
				    const struct pmo_estimate *estimate)
{
	struct pmo_row *row = pmo_table_add_row(&print->table);
	if (!row)
		return PMO_NO_MEMORY;
	struct pmo_cell *cells = row->cells;
	estimate_set_subject(print, &cells[WBS], &cells[TITLE], estimate);
	cells[OWNER].text = estimate->owner;
	cells[POINTS].text = estimate_points(print, estimate);
	cells[MEAN].text = estimate_days(print, estimate->mean, 1);
	cells[SIGMA].text = estimate_days(print, estimate->sigma, 2);
	if (estimate->item >= 0)
		cells[PLANNED].text = plain(print, estimate->planned);
	cells[STATUS].text = pmo_record_state(estimate->record)->name;
	if (print->for_people)
		return PMO_OK;
	cells[FOR_PEOPLE].text = estimate->record->id;
	cells[FOR_PEOPLE + 1].text =
		pmo_arena_format(&print->cli->arena, "%d", (int)estimate->whole_days);
	return PMO_OK;
}

static bool has_figures(const struct estimate_print *print, const struct pmo_record *record)
{
	for (size_t i = 0; i < print->estimates.count; i++)
		if (print->estimates.items[i].record == record)
			return true;
	return false;
}

/* Those that were asked for and not given. */
static enum pmo_result add_requests(struct estimate_print *print)
{
	struct pmo_records records = { NULL, 0 };
	const struct pmo_schema *schema = print->cli->schema;
	enum pmo_result result = pmo_workspace_records(print->cli->workspace, print->plan->project,
						       schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++) {
		const struct pmo_record *record = &records.items[i];
		if (record->unreadable || pmo_record_is_void(record) ||
		    strcmp(pmo_record_state(record)->name, "requested") != 0 ||
		    has_figures(print, record))
			continue;
		struct pmo_estimate estimate = { .record = record, .item = -1 };
		struct pmo_value what = pmo_record_get_name(record, "for");
		if (pmo_value_is_present(&what))
			estimate.item = pmo_plan_find(print->plan, what.as.text);
		struct pmo_row *row = pmo_table_add_row(&print->table);
		if (!row)
			return PMO_NO_MEMORY;
		estimate_set_subject(print, &row->cells[WBS], &row->cells[TITLE], &estimate);
		row->cells[OWNER].text = pmo_record_text(record, pmo_schema_field(schema, "owner"));
		row->cells[STATUS].text = "requested";
		if (!print->for_people)
			row->cells[FOR_PEOPLE].text = record->id;
	}
	return result;
}

/* The rounded mean as the duration to plan with, where the plan has another. */
static void add_offers(struct estimate_print *print)
{
	struct pmo_buffer *out = &print->cli->out;
	bool first = true;
	for (size_t i = 0; i < print->estimates.count; i++) {
		const struct pmo_estimate *estimate = &print->estimates.items[i];
		if (estimate->item < 0 || estimate->planned == estimate->whole_days * 1000LL ||
		    print->plan->items[estimate->item].state != PMO_ITEM_NOT_STARTED ||
		    strcmp(pmo_record_state(estimate->record)->name, "accepted") != 0)
			continue;
		if (first)
			pmo_buffer_add_text(out, "\nTo plan with what was accepted (what would "
						 "move: pmo what-if \"...\"):\n");
		first = false;
		pmo_buffer_add_format(out, "  pmo set %s duration=%dd\n",
				      print->plan->items[estimate->item].id,
				      (int)estimate->whole_days);
	}
}

static enum pmo_result add_path(struct estimate_print *print)
{
	struct pmo_estimate_path path;
	struct pmo_buffer *out = &print->cli->out;
	int item = pmo_plan_go_live(print->plan);
	if (item < 0)
		return PMO_OK;
	enum pmo_result result = pmo_estimates_path(print->plan, item, &print->estimates, &path);
	if (result != PMO_OK || !path.estimated)
		return result;
	pmo_buffer_add_format(out,
			      "\nThe chain to %s: %zu open tasks, %zu with an accepted estimate.\n",
			      print->plan->items[item].title, path.tasks, path.estimated);
	pmo_buffer_add_format(
		out,
		"Planned %s days; expected %s, sigma %s; with 80 %% certainty within "
		"%s.\nOther paths can only make it later.\n",
		estimate_days(print, path.planned, 1), estimate_days(print, path.mean, 1),
		estimate_days(print, path.sigma, 2), estimate_days(print, path.p80, 1));
	return PMO_OK;
}

static enum pmo_result print_estimates(struct estimate_print *print)
{
	size_t count = sizeof(columns) / sizeof(*columns);
	enum pmo_result result = pmo_table_add_columns(&print->table, columns,
						       print->for_people ? FOR_PEOPLE : count);
	print->table.title = "Estimates, working days";
	for (size_t i = 0; result == PMO_OK && i < print->estimates.count; i++)
		result = add_estimate(print, &print->estimates.items[i]);
	if (result == PMO_OK)
		result = add_requests(print);
	if (result == PMO_OK && print->is_text && !print->table.row_count) {
		pmo_buffer_add_text(&print->cli->out, "None.\n");
		return PMO_OK;
	}
	if (result == PMO_OK)
		result = cli_print_table(print->cli, &print->table);
	if (result == PMO_OK && print->is_text)
		result = add_path(print);
	if (result == PMO_OK && print->is_text)
		add_offers(print);
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct estimate_options *wanted = cli->options;
	struct estimate_print print = { .cli = cli };
	(void)argc, (void)argv;
	enum pmo_result result = estimate_begin(&print, wanted->triangular);
	if (result == PMO_OK)
		result = print_estimates(&print);
	pmo_plan_free(print.plan);
	return result;
}

static const struct option options[] = {
	{ .name = "triangular",
	  CLI_FLAG(struct estimate_options, triangular),
	  .help = "mean and spread of a triangle instead of PERT" },
	{ 0 },
};

const struct command view_estimate_table_command = {
	.name = "table",
	.summary = "estimates with their mean and spread, beside the plan",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 0,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct estimate_options),
	.run = run,
	.usage = "[--triangular]",
	.about = "Expected is (O + 4 M + P) / 6, sigma (P - O) / 6. On a chain, means add up and\n"
		 "so do the squares of the sigmas.",
};
