/* `pmo limits`: the figures that rules apply here, and where each comes from. */
#include "commands.h"

#include <pmo/limit.h>

#include <string.h>

static const struct pmo_column columns[] = {
	{ .name = "name", .heading = "Limit" },
	{ .name = "value", .heading = "Value", .align = PMO_RIGHT },
	{ .name = "source", .heading = "Source", .shrink = PMO_SHRINK_WRAP },
	{ .name = "date", .heading = "Read", .priority = 1 },
	{ .name = "help", .heading = "What it is", .shrink = PMO_SHRINK_WRAP, .priority = 2 },
};

enum { COLUMNS = sizeof(columns) / sizeof(*columns) };

static bool is_asked(int argc, char **argv, const char *name)
{
	return !argc || strncmp(name, argv[0], strlen(argv[0])) == 0;
}

static enum pmo_result add_row(struct pmo_table *table, const struct pmo_limit *limit)
{
	const char *const cells[COLUMNS] = { limit->name, limit->value, limit->source, limit->date,
					     limit->help };
	struct pmo_row *row = pmo_table_add_row(table);
	for (size_t i = 0; row && i < COLUMNS; i++) {
		row->cells[i].text = cells[i];
		row->cells[i].absent = !cells[i];
	}
	return row ? PMO_OK : PMO_NO_MEMORY;
}

/* The built-in ones, then those of the workspace's own. */
static enum pmo_result add_rows(struct cli *cli, int argc, char **argv, struct pmo_table *table)
{
	const struct pmo_config *config = pmo_workspace_config(cli->workspace);
	enum pmo_result result = PMO_OK;
	struct pmo_limit limit;
	for (const struct pmo_limit *row = pmo_limits; row->name && result == PMO_OK; row++)
		if (!row->jurisdiction && is_asked(argc, argv, row->name) &&
		    pmo_config_limit(config, row->name, &limit))
			result = add_row(table, &limit);
	const struct pmo_setting *own = config->thresholds;
	for (; own && own->name && result == PMO_OK; own++)
		if (!pmo_limit_find(own->name, NULL) && is_asked(argc, argv, own->name) &&
		    pmo_config_limit(config, own->name, &limit))
			result = add_row(table, &limit);
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct pmo_table table;
	enum pmo_result result = PMO_OK;
	pmo_table_init(&table, &cli->arena);
	table.title = "Limits";
	for (size_t i = 0; i < COLUMNS && result == PMO_OK; i++)
		result = pmo_table_add_column(&table, &columns[i]);
	if (result == PMO_OK)
		result = add_rows(cli, argc, argv, &table);
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

const struct command limits_command = {
	.name = "limits",
	.summary = "the figures that rules apply, and their sources",
	.group = GROUP_CARE,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_FORMAT,
	.usage = "[NAME]",
	.about = "NAME is the beginning of a name: purchase, risk, escalate. pmo.yaml says "
		 "another\n"
		 "value under thresholds, or chooses a jurisdiction.",
	.run = run,
};
