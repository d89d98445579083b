/*
 * `pmo schedule`: the plan as a tree with its dates, float and variance. Everything that
 * needs no record comes from lib/plan; here are the words, and two sets of columns: few
 * for people, all for programs.
 */
#include "schedule.h"

#include "cli/wrap.h"
#include "plan_view.h"

#include <pmo/why.h>

#include <string.h>

static const struct option options[] = {
	{ .name = "open",
	  CLI_FLAG(struct schedule_options, open),
	  .help = "leave out what is done" },
	{ .name = "baseline",
	  CLI_COUNT(struct schedule_options, baseline),
	  .arg = "VERSION",
	  .help = "variance against that one; the last approved one" },
	{ .name = "override",
	  CLI_FLAG(struct schedule_options, override),
	  .help = "what is under way goes on whatever its predecessors do" },
	{ .name = "near",
	  CLI_COUNT(struct schedule_options, near),
	  .arg = "DAYS",
	  .help = "float of what is nearly critical; 5" },
	{ .name = "compare",
	  CLI_TEXT(struct schedule_options, compare),
	  .arg = "imported",
	  .help = "what differs from the dates of the MS Project file, and why" },
	{ 0 },
};

/* The faults, with their places: for those who see no header. */
static void tell_faults(struct cli *cli, const struct pmo_plan *plan)
{
	if (plan->fault)
		pmo_diag_add(&cli->diags, PMO_WARNING, "plan-fault", NULL, "the plan: %s",
			     plan->fault);
	for (size_t i = 0; i < plan->item_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (!item->fault)
			continue;
		struct pmo_place place = pmo_record_place(item->record);
		pmo_diag_add(&cli->diags, PMO_WARNING, "plan-fault", &place, "%s %s", item->wbs,
			     item->fault);
	}
}

/* Dates that hold against links, for those who see no header. */
static void tell_overruled(struct cli *cli, struct pmo_plan *plan)
{
	for (size_t i = 0; i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		const char *text = pmo_why_overruled(plan, (int)i);
		if (!text)
			continue;
		struct pmo_place place = pmo_record_place(item->record);
		pmo_diag_add(&cli->diags, PMO_WARNING, "plan-hard-date", &place, "%s %s", item->wbs,
			     text);
	}
}

/* The same for people. */
static void name_overruled(struct cli *cli, struct pmo_plan *plan)
{
	enum { NAMED = 5, INDENT = 11 };
	size_t count = 0;
	for (size_t i = 0; i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		const char *text = pmo_why_overruled(plan, (int)i);
		if (!text || count++ >= NAMED)
			continue;
		const char *line = pmo_arena_format(&cli->arena, "%s %s (%s) %s.", item->wbs,
						    item->title, item->id, text);
		pmo_buffer_add_text(&cli->out, "Hard date: ");
		wrap_add(&cli->out, line ? line : text, INDENT, (size_t)cli->terminal.width);
	}
	if (count > NAMED)
		pmo_buffer_add_format(&cli->out,
				      "Hard date: %zu more; their predecessors have float below "
				      "zero\n",
				      count - NAMED);
}

static const char *short_date(struct schedule *schedule, int32_t date)
{
	char text[PMO_DATE_LONG_SIZE];
	pmo_date_format_short(date, schedule->plan->as_of, text);
	return pmo_arena_string(&schedule->cli->arena, text);
}

static void add_dated(struct schedule *schedule, const char *what, const struct pmo_plan_item *item)
{
	struct pmo_buffer *out = &schedule->cli->out;
	pmo_buffer_add_format(out, "%s %s", what,
			      item->finish == PMO_DATE_NONE ? "unknown"
							    : short_date(schedule, item->finish));
	if (!item->sure)
		pmo_buffer_add_text(out, ", not sure");
	if (item->has_variance)
		pmo_buffer_add_format(out, " (%+d d)", (int)item->variance);
}

/* The last item to finish, whose variance is the project's. */
static int last_item(const struct pmo_plan *plan)
{
	int last = -1;
	for (size_t i = 0; i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (item->finish != plan->finish || item->finish == PMO_DATE_NONE ||
		    item->kind == PMO_ITEM_EFFORT)
			continue;
		if (last < 0 || (item->has_variance && !plan->items[last].has_variance))
			last = (int)i;
	}
	return last;
}

static void add_header(struct schedule *schedule)
{
	const struct pmo_plan *plan = schedule->plan;
	struct pmo_buffer *out = &schedule->cli->out;
	int last = last_item(plan), go_live = pmo_plan_go_live(plan);
	pmo_buffer_add_format(out, "%s, as of %s\n", plan->project->title,
			      short_date(schedule, plan->as_of));
	if (last >= 0)
		add_dated(schedule, "Finish", &plan->items[last]);
	if (go_live >= 0) {
		const struct pmo_plan_item *item = &plan->items[go_live];
		add_dated(schedule,
			  pmo_arena_format(&schedule->cli->arena, "%s%s", last >= 0 ? ".  " : "",
					   item->title),
			  item);
	}
	if (last >= 0 || go_live >= 0)
		pmo_buffer_add_text(out, ".\n");
	plan_view_name_faults(plan, out);
	name_overruled(schedule->cli, schedule->plan);
	pmo_buffer_add_char(out, '\n');
}

/* The items of a branch: from *first to before *end. */
static enum pmo_result find_branch(struct schedule *schedule, const char *word)
{
	const struct pmo_plan *plan = schedule->plan;
	const struct pmo_record *record = NULL;
	schedule->end = plan->own_count;
	if (!word)
		return PMO_OK;
	int found = pmo_plan_find(plan, word);
	if (found < 0) {
		enum pmo_result result = cli_find(schedule->cli, NULL, word, &record);
		if (result != PMO_OK)
			return result;
		found = pmo_plan_index(plan, record);
	}
	if (found < 0 || (size_t)found >= plan->own_count)
		return cli_usage("%s is no task or milestone of this project", word);
	schedule->first = schedule->end = (size_t)found;
	do
		schedule->end++;
	while (schedule->end < plan->own_count &&
	       plan->items[schedule->end].depth > plan->items[found].depth);
	return PMO_OK;
}

static enum pmo_result add_rows(struct schedule *schedule)
{
	const struct pmo_plan *plan = schedule->plan;
	size_t first = schedule->first;
	enum pmo_result result = pmo_table_reserve(&schedule->table, schedule->end - first);
	for (size_t i = first; result == PMO_OK && i < schedule->end; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		bool done = item->state == PMO_ITEM_DONE;
		if (item->state == PMO_ITEM_LEFT_OUT || (schedule->options->open && done))
			continue;
		result = schedule_add_item(schedule, item, item->depth - plan->items[first].depth);
	}
	return result;
}

static enum pmo_result print(struct schedule *schedule)
{
	struct cli *cli = schedule->cli;
	enum pmo_format format;
	enum pmo_result result = cli_format(cli, &format);
	if (result != PMO_OK)
		return result;
	bool is_text = format == PMO_FORMAT_TABLE;
	schedule->for_people = is_text || format == PMO_FORMAT_MD || format == PMO_FORMAT_HTML;
	pmo_table_init(&schedule->table, &cli->arena);
	schedule->table.title = pmo_arena_format(&cli->arena, "%s: schedule as of %s",
						 schedule->plan->project->title,
						 short_date(schedule, schedule->plan->as_of));
	if (is_text)
		add_header(schedule);
	else {
		tell_faults(cli, schedule->plan);
		tell_overruled(cli, schedule->plan);
	}
	result = schedule_add_columns(schedule);
	if (result == PMO_OK)
		result = add_rows(schedule);
	if (result == PMO_OK && is_text && !schedule->table.row_count) {
		pmo_buffer_add_text(&cli->out, "None.\n");
		return PMO_OK;
	}
	if (result == PMO_OK)
		result = cli_print_table(cli, &schedule->table);
	if (result == PMO_OK && is_text)
		plan_view_add_legend(schedule->marks ? schedule->marks | PLAN_MARK_DAYS : 0,
				     &cli->out);
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct schedule_options *wanted = cli->options;
	const struct pmo_project *project = NULL;
	struct schedule schedule = { .cli = cli, .options = wanted };
	struct pmo_plan_options how = { .progress_override = wanted->override,
					.baseline = (int)wanted->baseline,
					.near_float = (int)wanted->near };
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &project);
	if (result == PMO_OK)
		result = pmo_plan_schedule(cli->workspace, project, &how, &schedule.plan);
	if (result == PMO_OK && wanted->baseline && !schedule.plan->baseline)
		result = cli_usage("no baseline %ld was approved: pmo baseline list --all",
				   wanted->baseline);
	if (result == PMO_OK)
		result = find_branch(&schedule, argc ? argv[0] : NULL);
	if (result == PMO_OK)
		result = wanted->compare ? schedule_compare(&schedule) : print(&schedule);
	pmo_plan_free(schedule.plan);
	return result;
}

const struct command schedule_command = {
	.name = "schedule",
	.summary = "the plan with dates, float and variance",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct schedule_options),
	.run = run,
	.usage = "[ID]",
	.about = "Dates follow from durations, links, calendars and progress; with ID, of that "
		 "branch\nalone. What has a bad value is named first, and what depends on it is "
		 "marked.",
};
