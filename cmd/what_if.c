/*
 * `pmo what-if`: changes to the plan in memory alone, and what would move. Milestones first;
 * nothing is written.
 */
#include "plan_view.h"

#include <pmo/why.h>

#include <string.h>

struct what_if_options {
	bool all, override;
};

struct what_if {
	struct plan_view view; /* of the plan after it */
	const struct what_if_options *wanted;
	struct pmo_plan *before;
	struct pmo_plan_moves moves;
};

/* A date that stands on bad data says so. */
static const char *finish(const struct what_if *work, const struct pmo_plan *plan, int item,
			  int32_t date)
{
	const char *text = plan_view_when(&work->view, date);
	if (!text || item < 0 || plan->items[item].sure || !work->view.for_people)
		return text;
	return pmo_arena_format(&work->view.cli->arena, "%s?", text);
}

static const char *state_of(const struct pmo_plan_move *move)
{
	if (move->before < 0)
		return "added";
	if (move->after < 0)
		return "dropped";
	return move->finish_moves ? "moves" : "starts";
}

static const char *days_text(const struct what_if *work, const struct pmo_plan_move *move)
{
	if (!move->has_days)
		return NULL;
	return pmo_arena_format(&work->view.cli->arena, work->view.for_people ? "%+d" : "%d",
				(int)move->days);
}

static const struct pmo_plan_item *item_of(const struct what_if *work,
					   const struct pmo_plan_move *move)
{
	return move->after >= 0 ? &work->view.plan->items[move->after]
				: &work->before->items[move->before];
}

static const struct pmo_column for_people[] = {
	{ .name = "wbs", .heading = "WBS" },
	{ .name = "title", .heading = "What", .shrink = PMO_SHRINK_TRUNCATE },
	{ .name = "before", .heading = "Now" },
	{ .name = "after", .heading = "Then" },
	{ .name = "days", .heading = "Days", .align = PMO_RIGHT },
};

static const struct pmo_column for_programs[] = {
	{ .name = "wbs" },
	{ .name = "title" },
	{ .name = "before" },
	{ .name = "after" },
	{ .name = "days", .kind = PMO_CELL_NUMBER },
	{ .name = "id" },
	{ .name = "kind" },
	{ .name = "change" },
	{ .name = "start_before" },
	{ .name = "start_after" },
	{ .name = "variance", .kind = PMO_CELL_NUMBER },
	{ .name = "critical", .kind = PMO_CELL_BOOL },
};

static enum pmo_result add_columns(struct what_if *work)
{
	const struct pmo_column *columns = work->view.for_people ? for_people : for_programs;
	size_t count = work->view.for_people ? sizeof(for_people) / sizeof(*for_people)
					     : sizeof(for_programs) / sizeof(*for_programs);
	return pmo_table_add_columns(&work->view.table, columns, count);
}

static enum pmo_result add_move(struct what_if *work, const struct pmo_plan_move *move)
{
	static const char *const kinds[] = { "task", "milestone", "summary", "level_of_effort" };
	const struct pmo_plan_item *item = item_of(work, move);
	struct pmo_row *row = pmo_table_add_row(&work->view.table);
	if (!row)
		return PMO_NO_MEMORY;
	row->cells[0].text = item->wbs;
	row->cells[1].text = item->title;
	row->cells[2].text = finish(work, work->before, move->before, move->from);
	row->cells[3].text = move->after < 0 && work->view.for_people
				     ? "dropped"
				     : finish(work, work->view.plan, move->after, move->to);
	row->cells[4].text = days_text(work, move);
	if (work->view.for_people)
		return PMO_OK;
	row->cells[5].text = item->id;
	row->cells[6].text = kinds[item->kind];
	row->cells[7].text = state_of(move);
	row->cells[8].text = plan_view_when(&work->view, move->start_from);
	row->cells[9].text = plan_view_when(&work->view, move->start_to);
	if (item->has_variance && move->after >= 0)
		row->cells[10].text =
			pmo_arena_format(&work->view.cli->arena, "%d", (int)item->variance);
	row->cells[11].text = item->critical ? "true" : "false";
	return PMO_OK;
}

/* "Go-live would be Mar 11, 2027 instead of Mar 16, 2027: 3 days earlier (+12 d ...)." */
static void add_headline(const struct what_if *work)
{
	struct pmo_buffer *out = &work->view.cli->out;
	int old = pmo_plan_go_live(work->before), now = pmo_plan_go_live(work->view.plan);
	if (old < 0 || now < 0)
		return;
	const struct pmo_plan_item *was = &work->before->items[old];
	const struct pmo_plan_item *item = &work->view.plan->items[now];
	int32_t days =
		pmo_calendar_days_between(work->view.plan->calendar, was->finish, item->finish);
	if (was->finish == PMO_DATE_NONE || item->finish == PMO_DATE_NONE)
		return;
	if (days)
		pmo_buffer_add_format(
			out, "%s would be %s instead of %s: %d working day%s %s.\n", item->title,
			plan_view_when(&work->view, item->finish),
			plan_view_when(&work->view, was->finish), (int)(days < 0 ? -days : days),
			days == 1 || days == -1 ? "" : "s", days < 0 ? "earlier" : "later");
	else
		pmo_buffer_add_format(out, "%s stays %s.\n", item->title,
				      plan_view_when(&work->view, item->finish));
	if (item->has_variance && item->variance)
		pmo_buffer_add_format(out, "That is %+d d against the baseline (%s).\n",
				      (int)item->variance,
				      plan_view_when(&work->view, item->baseline_finish));
	if (!item->sure)
		pmo_buffer_add_text(out, "That is not sure: data it rests on are bad; see pmo "
					 "schedule.\n");
}

/* What sets go-live then: the first step of its new chain that was not in the old one. */
static enum pmo_result add_reason(const struct what_if *work)
{
	int go_live = pmo_plan_go_live(work->view.plan);
	const int *chain = NULL, *old = NULL;
	size_t count = 0, old_count = 0;
	if (go_live < 0)
		return PMO_OK;
	enum pmo_result result = pmo_plan_chain(work->view.plan, go_live, &chain, &count);
	if (result == PMO_OK)
		result = pmo_plan_chain(work->before, pmo_plan_go_live(work->before), &old,
					&old_count);
	for (size_t i = 0; result == PMO_OK && i < count; i++) {
		bool known = false;
		for (size_t j = 0; j < old_count && !known; j++)
			known = old[j] == chain[i];
		if (known)
			continue;
		const char *name = pmo_why_name(work->view.plan, chain[i], true);
		if (name)
			pmo_buffer_add_format(&work->view.cli->out, "Then %s sets it.\n", name);
		return name ? PMO_OK : PMO_NO_MEMORY;
	}
	return result;
}

static void add_counts(const struct what_if *work)
{
	const struct pmo_plan_moves *moves = &work->moves;
	struct pmo_buffer *out = &work->view.cli->out;
	if (moves->tasks)
		pmo_buffer_add_format(out, "%s%zu task%s move%s%s\n", moves->milestones ? "\n" : "",
				      moves->tasks, moves->tasks == 1 ? "" : "s",
				      moves->tasks == 1 ? "s" : "",
				      work->wanted->all ? "." : ": --all lists them.");
	pmo_buffer_add_text(out, "Nothing was written.\n");
}

static enum pmo_result print(struct what_if *work)
{
	struct cli *cli = work->view.cli;
	const char *title = pmo_arena_format(&cli->arena, "%s: what would move",
					     work->view.plan->project->title);
	enum pmo_result result = title ? plan_view_choose(&work->view, title) : PMO_NO_MEMORY;
	bool is_text = work->view.is_text;
	if (result != PMO_OK)
		return result;
	size_t shown = work->view.for_people && !work->wanted->all ? work->moves.milestones
								   : work->moves.count;
	if (is_text)
		add_headline(work);
	if (is_text)
		result = add_reason(work);
	if (result == PMO_OK)
		result = add_columns(work);
	for (size_t i = 0; result == PMO_OK && i < shown; i++)
		result = add_move(work, &work->moves.items[i]);
	if (is_text)
		pmo_buffer_add_char(&cli->out, '\n');
	if (result == PMO_OK && is_text && !work->moves.count)
		pmo_buffer_add_text(&cli->out, "Nothing else would move.\n");
	if (result == PMO_OK && (shown || !is_text))
		result = cli_print_table(cli, &work->view.table);
	if (is_text)
		add_counts(work);
	return result;
}

/* The words of one change that were typed without quotes: `5.4 remaining=5d`. */
static enum pmo_result change(struct what_if *work, int argc, char **argv)
{
	struct cli *cli = work->view.cli;
	bool is_split = true;
	for (int i = 0; i < argc; i++)
		is_split &= !strchr(argv[i], ' ');
	if (!is_split || argc == 1) {
		enum pmo_result result = PMO_OK;
		for (int i = 0; result == PMO_OK && i < argc; i++)
			result = pmo_plan_change(work->view.plan, argv[i]);
		return result;
	}
	const char *text = argv[0];
	for (int i = 1; text && i < argc; i++)
		text = pmo_arena_format(&cli->arena, "%s %s", text, argv[i]);
	return text ? pmo_plan_change(work->view.plan, text) : PMO_NO_MEMORY;
}

/*
 * The plan went well before: a loop is closed by what was typed, not by a link of the file, and
 * its message may not send anybody there.
 */
static void explain_loop(struct what_if *work)
{
	struct pmo_diags *diags = pmo_workspace_diags(work->view.cli->workspace);
	for (struct pmo_diag *diag = diags->first; diag; diag = diag->next) {
		if (strcmp(diag->code, "plan-loop") != 0)
			continue;
		const char *message = pmo_arena_format(&work->view.cli->arena,
						       "with this change %s", diag->message);
		diag->message = message ? message : diag->message;
		diag->source = NULL;
		diag->hint = "the plan itself is fine; try the link the other way round, or "
			     "drop one of the circle with it: \"drop link TO FROM\"";
	}
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct what_if_options *wanted = cli->options;
	const struct pmo_plan_options how = { .progress_override = wanted->override };
	const struct pmo_project *project = NULL;
	struct what_if work = { .view.cli = cli, .wanted = wanted };
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &project);
	if (result == PMO_OK)
		result = pmo_plan_schedule(cli->workspace, project, &how, &work.before);
	if (result == PMO_OK)
		result = pmo_plan_read(cli->workspace, project, &how, &work.view.plan);
	if (result == PMO_OK)
		result = change(&work, argc, argv);
	if (result == PMO_OK)
		result = pmo_plan_compute(work.view.plan);
	if (work.view.plan && result != PMO_OK)
		explain_loop(&work);
	if (result == PMO_OK)
		result = pmo_plan_compare(work.before, work.view.plan, &work.moves);
	if (result == PMO_OK)
		result = print(&work);
	pmo_plan_free(work.before);
	plan_view_close(&work.view);
	return result;
}

static const struct option options[] = {
	{ .name = "all",
	  CLI_FLAG(struct what_if_options, all),
	  .help = "list the tasks that would move, too" },
	{ .name = "override",
	  CLI_FLAG(struct what_if_options, override),
	  .help = "what is under way goes on whatever its predecessors do" },
	{ 0 },
};

const struct command what_if_command = {
	.name = "what-if",
	.summary = "what would move if something changed; nothing is written",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.min = 1,
	.max = -1,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct what_if_options),
	.run = run,
	.usage = "\"CHANGE\"... [--all]",
	.about = "Changes, each in quotes:\n"
		 "  \"5.4 remaining=5d\"         it needs more or less: duration, percent, owner,\n"
		 "                             deadline, forecast, actual_start, actual_finish\n"
		 "  \"5.4 duration=+3d\"         three days more\n"
		 "  \"drop link M5 5.4\"         M5 does not wait for 5.4 any more\n"
		 "  \"add link 6.3 5.4 SS+2d\"   it waits, starting two days after\n"
		 "  \"drop 5.9\"                 without that task",
};
