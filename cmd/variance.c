/*
 * `pmo variance`: what is off the baseline, and where the days came from: each item's own
 * part, beyond that of what it waited for.
 */
#include "plan_view.h"

#include <pmo/why.h>

#include <stdlib.h>

struct variance_options {
	bool all, open;
	long baseline;
};

struct line {
	int item, from;
	int32_t own;
};

struct variance {
	struct plan_view view;
	const struct variance_options *wanted;
	struct line *lines;
	size_t count;
};

static int by_own(const void *left, const void *right)
{
	const struct line *a = left, *b = right;
	if (a->own != b->own)
		return a->own > b->own ? -1 : 1;
	return a->item < b->item ? -1 : a->item > b->item;
}

static enum pmo_result collect(struct variance *work)
{
	const struct pmo_plan *plan = work->view.plan;
	work->lines =
		pmo_arena_array(&work->view.cli->arena, plan->own_count + 1, sizeof(*work->lines));
	if (!work->lines)
		return PMO_NO_MEMORY;
	for (int i = 0; i < (int)plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		struct line line = { .item = i };
		if (!item->has_variance || item->kind == PMO_ITEM_SUMMARY ||
		    (work->wanted->open && item->state == PMO_ITEM_DONE))
			continue;
		line.own = pmo_why_own(plan, i, &line.from);
		if (work->wanted->all ? item->variance != 0 : line.own > 0)
			work->lines[work->count++] = line;
	}
	qsort(work->lines, work->count, sizeof(*work->lines), by_own);
	return PMO_OK;
}

enum column { WBS, TITLE, BASELINE, FINISH, OWN, VARIANCE, AFTER, FOR_PEOPLE };

static const struct pmo_column columns[] = {
	[WBS] = { .name = "wbs", .heading = "WBS" },
	[TITLE] = { .name = "title", .heading = "What", .shrink = PMO_SHRINK_TRUNCATE },
	[BASELINE] = { .name = "baseline_finish", .heading = "Baseline", .priority = 2 },
	[FINISH] = { .name = "finish", .heading = "Now" },
	[OWN] = { .name = "own", .heading = "Own", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
	[VARIANCE] = { .name = "variance",
		       .heading = "Var",
		       .align = PMO_RIGHT,
		       .kind = PMO_CELL_NUMBER },
	[AFTER] = { .name = "after", .heading = "After", .priority = 1 },
	[FOR_PEOPLE] = { .name = "id" },
	{ .name = "owner" },
	{ .name = "state" },
	{ .name = "total_float", .kind = PMO_CELL_NUMBER },
};

static const char *days(const struct variance *work, int32_t number)
{
	return pmo_arena_format(&work->view.cli->arena, work->view.for_people ? "%+d" : "%d",
				(int)number);
}

static enum pmo_result add_line(struct variance *work, const struct line *line)
{
	static const char *const states[] = { "not_started", "under_way", "done", "left_out" };
	const struct pmo_plan_item *item = &work->view.plan->items[line->item];
	struct pmo_row *row = pmo_table_add_row(&work->view.table);
	if (!row)
		return PMO_NO_MEMORY;
	row->cells[WBS].text = item->wbs;
	row->cells[TITLE].text = item->title;
	row->cells[BASELINE].text = plan_view_when(&work->view, item->baseline_finish);
	row->cells[FINISH].text = plan_view_item_day(&work->view, item, item->finish);
	row->cells[FINISH].raw =
		work->view.for_people ? NULL : plan_view_iso(&work->view, item->finish);
	row->cells[OWN].text = days(work, line->own);
	row->cells[VARIANCE].text = days(work, item->variance);
	if (line->from >= 0)
		row->cells[AFTER].text = work->view.for_people
						 ? work->view.plan->items[line->from].wbs
						 : work->view.plan->items[line->from].id;
	if (work->view.for_people)
		return PMO_OK;
	row->cells[FOR_PEOPLE].text = item->id;
	row->cells[FOR_PEOPLE + 1].text = item->owner;
	row->cells[FOR_PEOPLE + 2].text = states[item->state];
	if (item->has_float)
		row->cells[FOR_PEOPLE + 3].text =
			pmo_arena_format(&work->view.cli->arena, "%d", (int)item->total_float);
	return PMO_OK;
}

static void add_head(const struct variance *work)
{
	const struct pmo_plan *plan = work->view.plan;
	struct pmo_buffer *out = &work->view.cli->out;
	int go_live = pmo_plan_go_live(plan);
	pmo_buffer_add_format(out, "%s, as of %s\n", plan->project->title,
			      plan_view_when(&work->view, plan->as_of));
	if (go_live >= 0 && plan->items[go_live].has_variance)
		pmo_buffer_add_format(out, "%s %s, %+d working days against the baseline.\n",
				      plan->items[go_live].title,
				      plan_view_when(&work->view, plan->items[go_live].finish),
				      (int)plan->items[go_live].variance);
	pmo_buffer_add_char(out, '\n');
}

static enum pmo_result print(struct variance *work)
{
	struct cli *cli = work->view.cli;
	enum pmo_result result = plan_view_choose(&work->view, "Variance against the baseline");
	bool is_text = work->view.is_text;
	if (result != PMO_OK)
		return result;
	if (is_text)
		add_head(work);
	if (is_text && !work->view.plan->baseline)
		pmo_buffer_add_text(&cli->out, work->wanted->baseline
						       ? "There is no such baseline.\n"
						       : "There is no approved baseline.\n");
	else if (is_text && !work->count)
		pmo_buffer_add_text(&cli->out, "None.\n");
	if (is_text && !work->count)
		return PMO_OK;
	size_t count = work->view.for_people ? FOR_PEOPLE : sizeof(columns) / sizeof(*columns);
	result = pmo_table_add_columns(&work->view.table, columns, count);
	for (size_t i = 0; result == PMO_OK && i < work->count; i++)
		result = add_line(work, &work->lines[i]);
	if (result == PMO_OK)
		result = cli_print_table(cli, &work->view.table);
	if (result == PMO_OK && is_text)
		pmo_buffer_add_text(
			&cli->out,
			"\nOwn: working days added to those of what it waited for (After). "
			"Var: all.\n");
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct variance_options *wanted = cli->options;
	const struct pmo_plan_options how = { .baseline = (int)wanted->baseline };
	struct variance work = { .wanted = wanted };
	(void)argc, (void)argv;
	enum pmo_result result = plan_view_open(cli, &how, &work.view);
	if (result == PMO_OK)
		result = collect(&work);
	if (result == PMO_OK)
		result = print(&work);
	plan_view_close(&work.view);
	return result;
}

static const struct option options[] = {
	{ .name = "all",
	  CLI_FLAG(struct variance_options, all),
	  .help = "everything that is off the baseline, won days too" },
	{ .name = "open",
	  CLI_FLAG(struct variance_options, open),
	  .help = "leave out what is done" },
	{ .name = "baseline",
	  CLI_COUNT(struct variance_options, baseline),
	  .arg = "VERSION",
	  .help = "against that one; the last approved one" },
	{ 0 },
};

const struct command variance_command = {
	.name = "variance",
	.summary = "what is late against the baseline, and where the days came from",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 0,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct variance_options),
	.run = run,
	.usage = "[--all] [--open] [--baseline VERSION]",
	.about = "Items that added days of their own, the most first. What only inherits the\n"
		 "delay of what it waits for is left out.",
};
