/* `pmo lookahead`: what finishes, starts and is reached in the next days. */
#include "commands.h"
#include "plan_view.h"

#include <pmo/lookahead.h>

#include <string.h>

struct lookahead_options {
	const char *by;
};

static const struct option options[] = {
	{ .name = "by",
	  CLI_TEXT(struct lookahead_options, by),
	  .arg = "PERSON",
	  .help = "only what that person owns or is assigned to" },
	{ 0 },
};

static const char *const whats[] = { "finish", "start", "milestone" };

/* `2w`, `10d`, `+3w`, `fri`, a date. */
static enum pmo_result read_end(struct plan_view *view, const char *word, int32_t *to)
{
	const struct pmo_plan *plan = view->plan;
	struct pmo_date_context context = { plan->as_of, plan->calendar };
	const char *typed = *word >= '0' && *word <= '9'
				    ? pmo_arena_format(&view->cli->arena, "+%s", word)
				    : word;
	if (!typed)
		return PMO_NO_MEMORY;
	if (pmo_date_input(&context, typed, strlen(typed), to) != PMO_OK &&
	    pmo_date_input(&context, word, strlen(word), to) != PMO_OK)
		return cli_usage("'%s' is no span and no date; 2w, 10d, 1m, 2026-12-04", word);
	if (*to < plan->as_of)
		return cli_usage("'%s' is before %s; what was planned till then: pmo task late",
				 word, plan_view_day(view, plan->as_of));
	return PMO_OK;
}

static enum pmo_result find_person(struct cli *cli, const char *word, const char **person)
{
	const struct pmo_record *record = NULL;
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, "person");
	if (!word)
		return PMO_OK;
	enum pmo_result result = cli_find(cli, schema, word, &record);
	if (result == PMO_OK)
		*person = record->id;
	return result;
}

static enum pmo_result add_rows(struct plan_view *view, const struct pmo_lookahead *ahead)
{
	static const char *const titles[] = { "Finishing", "Starting", "Milestones" };
	enum pmo_result result = PMO_OK;
	size_t at = 0;
	for (int kind = 0; result == PMO_OK && kind < 3; kind++) {
		bool none = at >= ahead->count || (int)ahead->items[at].kind != kind;
		view->what = whats[kind];
		result = plan_view_add_group(view, titles[kind], none);
		for (; result == PMO_OK && at < ahead->count && (int)ahead->items[at].kind == kind;
		     at++)
			result = plan_view_add(view, &view->plan->items[ahead->items[at].item]);
	}
	return result;
}

static enum pmo_result print(struct plan_view *view, const char *word, const char *person)
{
	static const struct plan_view_columns columns = {
		.people = "wbs title owner start finish variance total_float",
		.programs = "what id wbs title kind state owner start finish baseline_start "
			    "baseline_finish variance total_float free_float critical percent late "
			    "sure",
	};
	struct pmo_lookahead ahead = { .from = view->plan->as_of + 1 };
	enum pmo_result result = read_end(view, word ? word : "2w", &ahead.to);
	if (result == PMO_OK)
		result = find_person(view->cli, person, &ahead.person);
	if (result == PMO_OK)
		result = pmo_plan_lookahead(view->plan, &ahead);
	if (result != PMO_OK)
		return result;
	const char *title = pmo_arena_format(
		&view->cli->arena, "%s%slook-ahead to %s", ahead.person ? ahead.person : "",
		ahead.person ? ", " : "", plan_view_day(view, ahead.to));
	result = title ? plan_view_begin(view, title, &columns) : PMO_NO_MEMORY;
	if (result == PMO_OK)
		result = add_rows(view, &ahead);
	return result == PMO_OK ? plan_view_end(view) : result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct lookahead_options *wanted = cli->options;
	static const struct pmo_plan_options how = { 0 };
	struct plan_view view;
	enum pmo_result result = plan_view_open(cli, &how, &view);
	if (result == PMO_OK)
		result = print(&view, argc ? argv[0] : NULL, wanted->by);
	plan_view_close(&view);
	return result;
}

const struct command lookahead_command = {
	.name = "lookahead",
	.summary = "what finishes and starts in the next two weeks",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct lookahead_options),
	.run = run,
	.usage = "[SPAN|DATE]",
	.about = "SPAN is 2w when absent; 10d counts working days. What was to start or finish "
		 "before\ntoday is in `pmo task late`.",
};
