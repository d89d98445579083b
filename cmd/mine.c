/* `pmo mine`: what I owe; `pmo waiting`: what I wait for. */
#include "commands.h"
#include "duties.h"

struct mine_options {
	bool all, all_projects;
};

static const struct option options[] = {
	{ .name = "all",
	  .key = 'a',
	  CLI_FLAG(struct mine_options, all),
	  .help = "what is due later, too" },
	{ .name = "all-projects",
	  .key = 'A',
	  CLI_FLAG(struct mine_options, all_projects),
	  .help = "in all projects, not only this one" },
	{ 0 },
};

/* Decisions, reviews and answers of others, and what vendors and others are late with. */
static bool is_awaited(const struct pmo_duty *duty, const char *me)
{
	if (duties_is_of(duty, me) || duty->kind == PMO_DUTY_EXPIRY)
		return false;
	return duty->kind == PMO_DUTY_ANSWER || duty->state == PMO_DUTY_LATE;
}

static enum pmo_result print(struct duty_work *work, const char *me, bool waiting)
{
	static const char *const headings[] = { "Late", "Today", "Soon", "Later", "Open" };
	struct cli *cli = work->cli;
	const struct mine_options *wanted = cli->options;
	struct pmo_table table;
	enum pmo_format format;
	int last = -1;
	pmo_table_init(&table, &cli->arena);
	table.title = waiting ? "What others owe" : "What I owe";
	enum pmo_result result = cli_format(cli, &format);
	if (result == PMO_OK)
		result = duties_add_columns(work, &table);
	for (size_t i = 0; result == PMO_OK && i < work->duties.count; i++) {
		const struct pmo_duty *duty = &work->duties.items[i];
		if (duty->state == PMO_DUTY_LATER && !wanted->all)
			continue;
		if (waiting ? !is_awaited(duty, me) : !duties_is_of(duty, me))
			continue;
		if (last != (int)duty->state)
			result = pmo_table_add_group(&table, headings[duty->state]);
		last = (int)duty->state;
		if (result == PMO_OK)
			result = duties_add_row(work, duty, &table);
	}
	if (result != PMO_OK)
		return result;
	if (last < 0 && format == PMO_FORMAT_TABLE) {
		pmo_buffer_add_text(&cli->out, "None.\n");
		return PMO_OK;
	}
	return cli_print_table(cli, &table);
}

static enum pmo_result tell(struct cli *cli, bool waiting)
{
	const struct mine_options *wanted = cli->options;
	const char *me = pmo_workspace_world(cli->workspace)->me;
	struct duty_work work;
	if (!me)
		return cli_usage("who are you? Set PMO_USER to your handle in people.yaml");
	enum pmo_result result = duties_gather(cli, wanted->all_projects, &work);
	if (result == PMO_OK)
		result = print(&work, me, waiting);
	duties_release(&work);
	return result;
}

static enum pmo_result run_mine(struct cli *cli, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return tell(cli, false);
}

static enum pmo_result run_waiting(struct cli *cli, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return tell(cli, true);
}

const struct command mine_command = {
	.name = "mine",
	.summary = "what I owe, over all registers",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 0,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct mine_options),
	.usage = "[--all]",
	.run = run_mine,
};

const struct command waiting_command = {
	.name = "waiting",
	.summary = "what others owe: decisions, reviews, what is late",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 0,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct mine_options),
	.usage = "[--all]",
	.run = run_waiting,
};
