/* `pmo trace CHG-2`: the whole chain that a record belongs to, with its evidence. */
#include "commands.h"

#include "cli/document.h"

#include <pmo/trace.h>

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct pmo_record *record;
	struct pmo_trace trace = { 0 };
	struct pmo_document document;
	(void)argc;
	enum pmo_result result = cli_find(cli, NULL, argv[0], &record);
	if (result == PMO_OK)
		result = pmo_trace_open(cli->workspace, record, &trace);
	if (result == PMO_OK)
		result = pmo_trace_document(&trace, &document);
	if (result == PMO_OK)
		result = cli_print_document(cli, &document);
	/* For scripts: whether an auditor would miss something. */
	cli->answer_is_no = result == PMO_OK && trace.missing_count > 0;
	return result;
}

const struct command trace_command = {
	.name = "trace",
	.summary = "the whole chain of a record, both ways, with its evidence",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.min = 1,
	.max = 1,
	.takes = TAKES_DOCUMENT,
	.usage = "ID",
	.about = "Risk, issue, escalation, change and decision, and what hangs on them:\n"
		 "meetings, transfers, baselines, amendments, deliverables; people, dates, votes,\n"
		 "commits. Files kept as evidence are read, and their hashes compared.\n"
		 "Exit 1: something is missing.",
	.run = run,
};
