/*
 * `pmo critical`: what sets the finish. By float, as the practice has it, by the longest path,
 * or by what drives one milestone.
 */
#include "commands.h"
#include "plan_view.h"

#include "cli/wrap.h"

#include <stdlib.h>
#include <string.h>

struct critical_options {
	const char *to;
	long near, slack;
	bool longest;
};

static const struct option options[] = {
	{ .name = "to",
	  CLI_TEXT(struct critical_options, to),
	  .arg = "ID",
	  .help = "what sets the date of that one" },
	{ .name = "longest",
	  CLI_FLAG(struct critical_options, longest),
	  .help = "the longest path to the last finish, whatever its float" },
	{ .name = "near",
	  CLI_COUNT(struct critical_options, near),
	  .arg = "DAYS",
	  .help = "float of what is nearly critical; 5" },
	{ .name = "float",
	  CLI_COUNT(struct critical_options, slack),
	  .arg = "DAYS",
	  .help = "float up to which something is critical; 0" },
	{ 0 },
};

enum { NEAR_USUAL = 5, FAR = INT32_MAX };

/* The items by what they can slip, each a number of days; FAR: not asked about. */
struct critical {
	struct plan_view view;
	const struct critical_options *options;
	int32_t near, most;
	int to;        /* item; -1: the end of the project */
	int32_t *room; /* beside the plan's items */
	int *queue;    /* items whose room became smaller */
	bool *queued;
	size_t queued_count;
	const int *order; /* by early start */
};

static void push(struct critical *critical, int item, int32_t room)
{
	if (room > critical->near || room >= critical->room[item])
		return;
	critical->room[item] = room;
	if (critical->queued[item])
		return;
	critical->queued[item] = true;
	critical->queue[critical->queued_count++] = item;
}

static void follow_links(struct critical *critical, int item, int32_t room)
{
	const struct pmo_plan *plan = critical->view.plan;
	const struct pmo_plan_item *to = &plan->items[item];
	for (int i = to->first_in; i < to->first_in + to->in_count; i++) {
		const struct pmo_plan_link *link = &plan->links[plan->incoming[i]];
		if (plan_view_is_open(&plan->items[link->from]))
			push(critical, link->from, room + (link->slack > 0 ? link->slack : 0));
	}
}

/*
 * Backward from one item: what drives it, and how many days each other one can slip before
 * it does. A summary finishes with the last below it, and what a summary waits for, all that
 * is below it does. Days are whole and at most `near`, so each item is seen that often.
 */
static void walk(struct critical *critical)
{
	const struct pmo_plan *plan = critical->view.plan;
	while (critical->queued_count) {
		int item = critical->queue[--critical->queued_count];
		int32_t room = critical->room[item];
		critical->queued[item] = false;
		for (int at = item; at >= 0; at = plan->items[at].parent)
			if (plan->items[at].start == plan->items[item].start)
				follow_links(critical, at, room);
		if (plan->items[item].kind != PMO_ITEM_SUMMARY)
			continue;
		for (size_t i = 0; i < plan->item_count; i++)
			if (plan->items[i].parent == item && plan_view_is_open(&plan->items[i]) &&
			    plan->items[i].finish == plan->items[item].finish)
				push(critical, (int)i, room);
	}
}

static enum pmo_result measure(struct critical *critical)
{
	struct pmo_plan *plan = critical->view.plan;
	size_t count = plan->item_count + 1;
	critical->room = pmo_arena_array(plan->arena, count, sizeof(*critical->room));
	critical->queue = pmo_arena_array(plan->arena, count, sizeof(*critical->queue));
	critical->queued = pmo_arena_array(plan->arena, count, sizeof(*critical->queued));
	if (!critical->room || !critical->queue || !critical->queued)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < plan->item_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		critical->room[i] = FAR;
		if (critical->to >= 0 || !plan_view_is_open(item))
			continue;
		if (critical->options->longest)
			critical->room[i] = item->longest ? 0 : FAR;
		else if (item->has_float)
			critical->room[i] = item->total_float;
	}
	if (critical->to >= 0) {
		push(critical, critical->to, 0);
		walk(critical);
	}
	return PMO_OK;
}

static bool is_shown(const struct critical *critical, size_t i, bool near)
{
	const struct pmo_plan *plan = critical->view.plan;
	bool is_critical = critical->room[i] <= critical->most;
	return i < plan->own_count && plan->items[i].kind != PMO_ITEM_SUMMARY &&
	       (near ? !is_critical && critical->room[i] <= critical->near : is_critical);
}

struct ordered {
	int32_t start, finish;
	int milestone, item;
};

static int by_start(const void *left, const void *right)
{
	const struct ordered *a = left, *b = right;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->milestone != b->milestone)
		return a->milestone - b->milestone;
	if (a->finish != b->finish)
		return a->finish < b->finish ? -1 : 1;
	return a->item < b->item ? -1 : a->item > b->item;
}

/* By early start; a milestone after what it stands for. */
static enum pmo_result put_in_order(struct critical *critical)
{
	struct pmo_plan *plan = critical->view.plan;
	struct ordered *all = pmo_arena_array(plan->arena, plan->own_count + 1, sizeof(*all));
	int *order = pmo_arena_array(plan->arena, plan->own_count + 1, sizeof(*order));
	if (!all || !order)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		bool milestone = item->kind == PMO_ITEM_MILESTONE;
		all[i] = (struct ordered){ milestone ? item->finish : item->start, item->finish,
					   milestone, (int)i };
	}
	if (plan->own_count)
		qsort(all, plan->own_count, sizeof(*all), by_start);
	for (size_t i = 0; i < plan->own_count; i++)
		order[i] = all[i].item;
	critical->order = order;
	return PMO_OK;
}

/* `5.4 > 6.3 > 9.5, 9.6`: the tasks alone; those that start together stand together. */
static void add_chain(struct critical *critical)
{
	const struct pmo_plan *plan = critical->view.plan;
	struct pmo_buffer chain;
	int32_t start = PMO_DATE_NONE;
	pmo_buffer_init(&chain, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[critical->order[i]];
		if (!is_shown(critical, (size_t)critical->order[i], false) ||
		    item->kind == PMO_ITEM_MILESTONE)
			continue;
		if (chain.length)
			pmo_buffer_add_text(&chain, item->start == start ? ", " : " > ");
		pmo_buffer_add_text(&chain, item->wbs);
		start = item->start;
	}
	if (chain.length)
		wrap_add(&critical->view.cli->out, chain.data, 0,
			 (size_t)critical->view.cli->terminal.width);
	critical->view.cli->out.failed |= chain.failed;
	pmo_buffer_release(&chain);
}

static enum pmo_result add_rows(struct critical *critical, bool near)
{
	struct plan_view *view = &critical->view;
	const struct pmo_plan *plan = view->plan;
	struct pmo_arena *arena = &view->cli->arena;
	size_t count = 0;
	view->what = near ? "near" : "critical";
	for (size_t i = 0; i < plan->own_count; i++)
		count += is_shown(critical, i, near);
	const char *title =
		near ? pmo_arena_format(arena, "Nearly critical, %d d or less", (int)critical->near)
		     : "Critical";
	if (near && critical->options->longest)
		return PMO_OK;
	enum pmo_result result = plan_view_add_group(view, title, !count);
	for (size_t i = 0; result == PMO_OK && i < plan->own_count; i++)
		if (is_shown(critical, (size_t)critical->order[i], near))
			result = plan_view_add(view, &plan->items[critical->order[i]]);
	return result;
}

/* Which definition of critical it is. */
static const char *define(const struct critical *critical)
{
	struct pmo_arena *arena = &critical->view.cli->arena;
	const struct pmo_plan_item *items = critical->view.plan->items;
	if (critical->to >= 0)
		return pmo_arena_format(
			arena,
			"Critical: a day more moves %s %s, %s. Float is to the end of "
			"the project.",
			items[critical->to].wbs, items[critical->to].title,
			plan_view_item_day(&critical->view, &items[critical->to],
					   items[critical->to].finish));
	if (critical->options->longest)
		return "Critical: on the longest path to the last finish, whatever the float.";
	return pmo_arena_format(arena, "Critical: total float of %d d or less, in order of start.",
				(int)critical->most);
}

static enum pmo_result print(struct critical *critical)
{
	static const struct plan_view_columns columns = {
		.people = "wbs title owner start finish variance total_float",
		.programs = "what id wbs title kind state owner start finish baseline_start "
			    "baseline_finish variance total_float free_float critical longest "
			    "percent sure",
	};
	struct plan_view *view = &critical->view;
	const char *definition = define(critical);
	if (!definition)
		return PMO_NO_MEMORY;
	enum pmo_result result = measure(critical);
	if (result == PMO_OK)
		result = put_in_order(critical);
	if (result == PMO_OK)
		result = plan_view_begin(view, "critical path", &columns);
	if (result == PMO_OK && view->is_text) {
		wrap_add(&view->cli->out, definition, 0, (size_t)view->cli->terminal.width);
		add_chain(critical);
	}
	for (int near = 0; result == PMO_OK && near < 2; near++)
		result = add_rows(critical, near);
	return result == PMO_OK ? plan_view_end(view) : result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct critical_options *wanted = cli->options;
	struct critical critical = { .options = wanted, .to = -1, .most = (int32_t)wanted->slack };
	const long most = 10000;
	if (argc > 1 || (argc && wanted->to))
		return cli_usage("one ID at a time");
	if (wanted->longest && (argc || wanted->to))
		return cli_usage("--longest is about the end of the project; leave out --to");
	if (wanted->near > most || wanted->slack > most)
		return cli_usage("--near and --float take at most %ld", most);
	critical.near = wanted->near ? (int32_t)wanted->near : critical.most + NEAR_USUAL;
	struct pmo_plan_options how = { .critical_float = (int)wanted->slack,
					.near_float = (int)critical.near };
	enum pmo_result result = plan_view_open(cli, &how, &critical.view);
	if (result == PMO_OK && (argc || wanted->to))
		result = plan_view_find(&critical.view, argc ? argv[0] : wanted->to, &critical.to);
	if (result == PMO_OK)
		result = print(&critical);
	plan_view_close(&critical.view);
	return result;
}

const struct command critical_command = {
	.name = "critical",
	.summary = "the chain that sets the finish, and what nearly does",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct critical_options),
	.run = run,
	.usage = "[--to ID]",
	.about = "Critical is what has no float: a day more moves the finish of the project, a "
		 "deadline\nor a constraint. --to asks about one task or milestone instead, "
		 "--longest about the path.",
};
