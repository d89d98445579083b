/* `pmo baseline take`: the plan as it is computed now, kept to compare with. */
#include "register.h"
#include "view.h"

#include <pmo/baseline.h>

#include <string.h>

struct take_options {
	const char *reason, *change;
};

static const struct option options[] = {
	{ .name = "reason",
	  CLI_TEXT(struct take_options, reason),
	  .arg = "TEXT",
	  .help = "why it is taken" },
	{ .name = "change",
	  CLI_TEXT(struct take_options, change),
	  .arg = "CHG",
	  .help = "the change request that allows it; from the second one on" },
	{ 0 },
};

static void tell(struct cli *cli, const struct pmo_baseline_wanted *wanted,
		 const struct pmo_draft *draft)
{
	const struct pmo_record *record = pmo_draft_record(draft);
	struct pmo_buffer *out = &cli->out;
	char money[PMO_MONEY_SIZE];
	pmo_money_format_grouped(wanted->budget, money);
	pmo_buffer_add_format(out, "%s  Baseline %d, proposed: %zu %s, %zu %s, budget %s\n",
			      record->id, wanted->version, wanted->tasks,
			      wanted->tasks == 1 ? "task" : "tasks", wanted->milestones,
			      wanted->milestones == 1 ? "milestone" : "milestones", money);
	if (wanted->version > 1 && !wanted->change)
		pmo_buffer_add_format(out,
				      "         it needs an approved change request: "
				      "pmo set %s change=CHG-...\n",
				      record->id);
	pmo_buffer_add_format(out, "         pmo baseline approve %s approved_by=WHO\n",
			      record->id);
}

/* As the files have it: CHG-002 for what was typed as chg2. */
static enum pmo_result find_change(struct cli *cli, struct pmo_baseline_wanted *wanted)
{
	const struct take_options *words = cli->options;
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, "change");
	const struct pmo_record *change;
	if (!words->change)
		return PMO_OK;
	enum pmo_result result = cli_find(cli, schema, words->change, &change);
	if (result == PMO_OK)
		wanted->change = pmo_arena_string(&cli->arena, change->id);
	return result;
}

static enum pmo_result take(struct cli *cli, const struct pmo_plan *plan)
{
	const struct take_options *words = cli->options;
	struct pmo_baseline_wanted wanted = { .reason = words->reason ? words->reason
								      : cli->change.note };
	struct pmo_update *update = NULL;
	struct pmo_draft *draft;
	cli->quiet = "incomplete"; /* who approves it comes later */
	enum pmo_result result = cli_begin(cli, &update);
	if (result == PMO_OK)
		result = find_change(cli, &wanted);
	if (result == PMO_OK)
		result = pmo_baseline_take(update, plan, &wanted, &draft);
	if (result == PMO_OK && wanted.version > 1 && !wanted.reason && !wanted.change)
		result = cli_usage("baseline %d: why? --reason TEXT, and --change CHG-... that "
				   "allows it",
				   wanted.version);
	if (result == PMO_OK)
		result = cli_attach(cli, draft);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	if (result == PMO_OK && cli->dry_run)
		register_add_diff(cli, draft);
	else if (result == PMO_OK)
		tell(cli, &wanted, draft);
	if (result == PMO_OK)
		cli_remember(cli, pmo_draft_record(draft));
	pmo_update_end(update);
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	static const struct pmo_plan_options how = { .baseline = PMO_BASELINE_NONE };
	const struct pmo_project *project;
	struct pmo_plan *plan = NULL;
	(void)argc;
	(void)argv;
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &project);
	if (result == PMO_OK)
		result = pmo_plan_schedule(cli->workspace, project, &how, &plan);
	if (result == PMO_OK)
		result = take(cli, plan);
	pmo_plan_free(plan);
	return result;
}

const struct command view_baseline_take_command = {
	.name = "take",
	.summary = "keep the plan as it is now, to compare with",
	.group = GROUP_CHANGE,
	.needs = CLI_WRITE,
	.max = 0,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct take_options),
	.usage = "[--reason TEXT] [--change CHG-2]",
	.about = "Dates, durations and costs of all tasks, dates of milestones, and the budget.\n"
		 "It is proposed; once approved it never changes.",
	.run = run,
};

/* A title alone makes an empty baseline, which is seldom what was meant. */
static enum pmo_result run_add(struct cli *cli, int argc, char **argv)
{
	bool has_fields = false;
	for (int i = 0; i < argc; i++)
		has_fields |= strchr(argv[i], '=') != NULL;
	enum pmo_result result = register_add_command.run(cli, argc, argv);
	if (result == PMO_OK && !has_fields)
		cli_say("it is empty; a baseline of the plan: pmo baseline take --reason TEXT");
	return result;
}

const struct command view_baseline_add_command = {
	.name = "add",
	.summary = "a baseline typed field by field; `take` keeps the plan as it is",
	.group = GROUP_CAPTURE,
	.needs = CLI_WRITE,
	.min = 1,
	.max = -1,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN | TAKES_IMPORTED,
	.usage = "TITLE... FIELD=VALUE...",
	.about = "To keep the dates, durations and costs of the plan: pmo baseline take.",
	.run = run_add,
};
