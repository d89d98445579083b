/* `pmo overdue`: everything whose day has passed, over all registers, with owner and days. */
#include "commands.h"
#include "duties.h"

struct overdue_options {
	const char *by;
	bool soon, all_projects;
};

static const struct option options[] = {
	{ .name = "by",
	  CLI_TEXT(struct overdue_options, by),
	  .arg = "PERSON",
	  .help = "only what that person owes" },
	{ .name = "soon",
	  CLI_FLAG(struct overdue_options, soon),
	  .help = "what is due today or soon, too" },
	{ .name = "all-projects",
	  .key = 'A',
	  CLI_FLAG(struct overdue_options, all_projects),
	  .help = "in all projects, not only this one" },
	{ 0 },
};

static bool is_wanted(const struct pmo_duty *duty, const struct overdue_options *wanted,
		      const char *person)
{
	enum pmo_duty_state last = wanted->soon ? PMO_DUTY_SOON : PMO_DUTY_LATE;
	return duty->state <= last && (!person || duties_is_of(duty, person));
}

static enum pmo_result print(struct duty_work *work, const char *person)
{
	struct cli *cli = work->cli;
	struct pmo_table table;
	enum pmo_format format;
	pmo_table_init(&table, &cli->arena);
	table.title = "Overdue";
	enum pmo_result result = cli_format(cli, &format);
	if (result == PMO_OK)
		result = duties_add_columns(work, &table);
	for (size_t i = 0; result == PMO_OK && i < work->duties.count; i++)
		if (is_wanted(&work->duties.items[i], cli->options, person))
			result = duties_add_row(work, &work->duties.items[i], &table);
	if (result != PMO_OK)
		return result;
	if (!table.row_count && format == PMO_FORMAT_TABLE) {
		pmo_buffer_add_text(&cli->out, "None.\n");
		return PMO_OK;
	}
	result = cli_print_table(cli, &table);
	/* Days alone look like no order at all. */
	if (result == PMO_OK && format == PMO_FORMAT_TABLE && cli->is_terminal)
		pmo_buffer_add_text(&cli->out, "In order of weight, what holds up go-live or a "
					       "promise first; then by days.\n");
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct overdue_options *wanted = cli->options;
	const char *person = wanted->by ? duties_person(cli, wanted->by) : NULL;
	struct duty_work work;
	(void)argc;
	(void)argv;
	if (wanted->by && !person)
		return PMO_NOT_FOUND;
	enum pmo_result result = duties_gather(cli, wanted->all_projects, &work);
	if (result == PMO_OK)
		result = print(&work, person);
	duties_release(&work);
	return result;
}

const struct command overdue_command = {
	.name = "overdue",
	.summary = "all that is late, with owner and days",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 0,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct overdue_options),
	.usage = "[--soon] [--by PERSON]",
	.about = "Days are working days; of invoices and of what expires they are calendar\n"
		 "days (cd). The most serious and oldest come first.",
	.run = run,
};
