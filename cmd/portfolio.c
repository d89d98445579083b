/* `pmo portfolio`: all projects side by side. */
#include "cli/document.h"
#include "commands.h"

#include <pmo/portfolio.h>

#include <string.h>

/* The formats that are read by programs have one row a project and every column. */
static bool is_for_programs(const struct cli *cli, enum pmo_format *format)
{
	bool known = cli->format_word ? pmo_format_from_name(cli->format_word, format)
				      : cli->output && pmo_format_from_file(cli->output, format);
	switch (known ? *format : PMO_FORMAT_TABLE) {
	case PMO_FORMAT_TSV:
	case PMO_FORMAT_CSV:
	case PMO_FORMAT_JSONL:
	case PMO_FORMAT_YAML:
	case PMO_FORMAT_IDS:
	case PMO_FORMAT_XLSX:
		return true;
	default:
		return false;
	}
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct pmo_portfolio portfolio;
	struct pmo_document document;
	struct pmo_table table;
	enum pmo_format format;
	(void)argc;
	(void)argv;
	enum pmo_result result =
		pmo_portfolio_find(cli->workspace, PMO_AUDIENCE_INTERNAL, &cli->arena, &portfolio);
	if (result != PMO_OK)
		return result;
	if (!is_for_programs(cli, &format)) {
		result = pmo_portfolio_document(&portfolio, PMO_AUDIENCE_INTERNAL, &document);
		return result == PMO_OK ? cli_print_document(cli, &document) : result;
	}
	pmo_table_init(&table, &cli->arena);
	table.title = "Portfolio";
	result = pmo_portfolio_table(&portfolio, &table);
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

const struct command portfolio_command = {
	.name = "portfolio",
	.summary = "all projects: colors, dates, money, what they share",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 0,
	.takes = TAKES_FORMAT,
	.run = run,
	.about = "Red projects first, then yellow ones, then by criticality. A report is stale "
		 "after one and a\nhalf of its periods. -o portfolio.csv has one row a project and "
		 "every column, for the\nupload to an oversight office; -o portfolio.html is for "
		 "people.",
};
