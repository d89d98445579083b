/*
 * `pmo report verify RPT-024`: works every figure of a sent report out again, from the commit
 * that it names.
 */
#include "report_verify.h"

#include <pmo/status.h>

#include <string.h>

struct verify_options {
	const char *commit;
	bool all;
};

static const struct option options[] = {
	{ .name = "commit",
	  CLI_TEXT(struct verify_options, commit),
	  .arg = "REV",
	  .help = "the revision, where the report names none" },
	{ .name = "all",
	  .key = 'a',
	  CLI_FLAG(struct verify_options, all),
	  .help = "what is the same, too" },
	{ 0 },
};

static const char *verdict_word(enum pmo_verdict verdict)
{
	static const char *const words[] = { "same", "data differ", "rules differ", "cannot tell" };
	return words[verdict];
}

static enum pmo_result add_columns(struct pmo_table *table)
{
	static const struct pmo_column columns[] = {
		{ .name = "what", .heading = "What" },
		{ .name = "sent", .heading = "Sent" },
		{ .name = "now", .heading = "Worked out again" },
		{ .name = "verdict", .heading = "Verdict" },
	};
	enum pmo_result result = pmo_table_add_columns(table, columns, 4);
	return result;
}

static enum pmo_result print(struct cli *cli, const struct pmo_verification *found, bool all)
{
	struct pmo_table table;
	enum pmo_format format;
	enum pmo_result result = cli_format(cli, &format);
	pmo_table_init(&table, &cli->arena);
	table.title = "Verification";
	if (result == PMO_OK)
		result = add_columns(&table);
	for (size_t i = 0; result == PMO_OK && i < found->count; i++) {
		const struct pmo_verified *item = &found->items[i];
		if (item->verdict == PMO_VERDICT_SAME && !all)
			continue;
		struct pmo_row *row = pmo_table_add_row(&table);
		if (!row)
			return PMO_NO_MEMORY;
		row->style = item->verdict == PMO_VERDICT_SAME ? PMO_STYLE_PLAIN : PMO_STYLE_BAD;
		row->cells[0].text = item->what;
		row->cells[1].text = item->sent;
		row->cells[2].text = item->now ? item->now : "";
		row->cells[2].absent = !item->now;
		row->cells[3].text = verdict_word(item->verdict);
	}
	if (result != PMO_OK)
		return result;
	if (format == PMO_FORMAT_TABLE && !table.row_count)
		return PMO_OK;
	return cli_print_table(cli, &table);
}

static void add_head(struct cli *cli, const struct pmo_record *report, const char *commit,
		     const struct pmo_verification *found)
{
	enum pmo_format format;
	if (cli_format(cli, &format) != PMO_OK || format != PMO_FORMAT_TABLE)
		return;
	pmo_buffer_add_format(&cli->out, "%s, from commit %s: ", report->id, commit);
	if (found->differing)
		pmo_buffer_add_format(&cli->out, "%zu of %zu values differ.\n", found->differing,
				      found->count);
	else
		pmo_buffer_add_format(&cli->out, "all %zu values are the same.\n", found->count);
	if (!found->rules)
		pmo_buffer_add_text(&cli->out, "It does not say by which rules it was made.\n");
	else
		pmo_buffer_add_format(&cli->out, "Rules %s: %s.\n", found->rules,
				      found->same_rules ? "the same as today's"
							: "not the same as today's");
}

/* The world as it was: the commit's files, the report's day. */
static enum pmo_result verify_at(struct cli *cli, const struct pmo_record *report,
				 const char *commit, bool all)
{
	struct pmo_value day = pmo_record_get_name(report, "as_of");
	struct pmo_value kind = pmo_record_get_name(report, "kind");
	struct pmo_env env = cli->env;
	struct pmo_workspace *past = NULL;
	struct pmo_plan *plan = NULL;
	struct pmo_plan_options how = { .alone = true };
	struct pmo_verification found = { 0 };
	struct pmo_status status;
	struct pmo_status_options wanted = {
		.arena = &cli->arena,
		.month = kind.presence == PMO_PRESENT && strcmp(kind.as.text, "monthly") == 0,
	};
	env.at = commit;
	env.project = report->project->handle;
	env.today = day.presence == PMO_PRESENT ? (int32_t)day.as.integer : PMO_DATE_NONE;
	env.today_yields = false;
	enum pmo_result result = pmo_workspace_open(&env, &cli->diags, &past);
	const struct pmo_project *project = NULL;
	if (result == PMO_OK)
		result = pmo_workspace_need_project(past, &project);
	if (result == PMO_OK)
		result = pmo_plan_schedule(past, project, &how, &plan);
	if (result == PMO_OK)
		result = pmo_status_open(past, project, plan, &wanted, &status);
	if (result == PMO_OK)
		result = pmo_snapshot_verify(&status, report, &found);
	if (result == PMO_OK)
		add_head(cli, report, commit, &found);
	if (result == PMO_OK)
		result = print(cli, &found, all);
	cli->answer_is_no = result == PMO_OK && found.differing;
	pmo_plan_free(plan);
	pmo_workspace_close(past);
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct verify_options *wanted = cli->options;
	const struct pmo_record *report;
	(void)argc;
	enum pmo_result result = cli_find(cli, cli->schema, argv[0], &report);
	if (result != PMO_OK)
		return result;
	if (strcmp(pmo_record_state(report)->name, "sent") != 0)
		return cli_usage("%s is not sent yet; there is nothing to verify", report->id);
	const char *commit = wanted->commit;
	if (!commit)
		commit = pmo_record_text(report, pmo_schema_field(report->schema, "commit"));
	if (commit)
		return verify_at(cli, report, commit, wanted->all);
	cli_say("%s names no commit; --commit REV says which data it was made of", report->id);
	return PMO_REFUSED;
}

const struct command report_verify_command = {
	.name = "verify",
	.summary = "works a sent report out again",
	.needs = CLI_READ,
	.min = 1,
	.max = 1,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct verify_options),
	.usage = "RPT-NNN [--commit REV]",
	.about =
		"Opens the data at the commit that the report names, computes every figure again "
		"and tells\ndata that differ from rules that differ. Exit 1 when anything differs.",
	.run = run,
};
