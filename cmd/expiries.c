/* `pmo expiries 90d`: what ends: insurance, contracts, warranties, waivers, clearances. */
#include "commands.h"
#include "duties.h"

#include <string.h>

/* `90d`, `90cd`, `90`: calendar days; 0: none. */
static int read_days(const char *word)
{
	int days = 0;
	size_t i = 0;
	for (; word[i] >= '0' && word[i] <= '9' && days < 100000; i++)
		days = days * 10 + (word[i] - '0');
	bool fine = i && (!word[i] || strcmp(word + i, "d") == 0 || strcmp(word + i, "cd") == 0);
	return fine ? days : 0;
}

static const char *within(int32_t left)
{
	if (left < 0)
		return "Over";
	if (left <= 30)
		return "Within 30 days";
	return left <= 60 ? "Within 60 days" : left <= 90 ? "Within 90 days" : "Later";
}

static enum pmo_result print(struct duty_work *work, int days)
{
	struct cli *cli = work->cli;
	const struct pmo_world *world = pmo_workspace_world(cli->workspace);
	struct pmo_table table;
	enum pmo_format format;
	const char *last = NULL;
	pmo_table_init(&table, &cli->arena);
	table.title = "What ends";
	enum pmo_result result = cli_format(cli, &format);
	if (result == PMO_OK)
		result = duties_add_columns(work, &table);
	for (size_t i = 0; result == PMO_OK && i < work->duties.count; i++) {
		const struct pmo_duty *duty = &work->duties.items[i];
		int32_t left = duty->due - world->today;
		if (duty->kind != PMO_DUTY_EXPIRY || (left > days && !duty->note))
			continue;
		const char *heading = left > days ? "Too soon after go-live" : within(left);
		if (heading != last)
			result = pmo_table_add_group(&table, heading);
		last = heading;
		if (result == PMO_OK)
			result = duties_add_row(work, duty, &table);
	}
	if (result == PMO_OK && !last && format == PMO_FORMAT_TABLE) {
		pmo_buffer_add_text(&cli->out, "None.\n");
		return PMO_OK;
	}
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	int days = argc ? read_days(argv[0]) : 90;
	struct duty_work work;
	if (!days)
		return cli_usage("'%s' is no number of calendar days, such as 90d", argv[0]);
	enum pmo_result result = duties_gather(cli, false, &work);
	if (result == PMO_OK)
		result = print(&work, days);
	duties_release(&work);
	return result;
}

const struct command expiries_command = {
	.name = "expiries",
	.summary = "what ends: insurance, contracts, warranties, waivers",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_FORMAT,
	.usage = "[DAYS]",
	.about = "DAYS are calendar days, 90d when nothing is said.",
	.run = run,
};
