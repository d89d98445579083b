/*
 * `pmo` alone: outside a workspace how to start, inside one where things stand. Only
 * lines whose command exists are shown.
 */
#include "commands.h"
#include "register.h"

#include <string.h>

struct beginning {
	const char *command, *argument; /* the line is shown where the table has the command */
	const char *label, *example;
};

static void add_beginnings(struct cli *cli)
{
	static const struct beginning lines[] = {
		{ "demo", NULL, "Look around:", "pmo demo ~/demo" },
		{ "import", NULL, "From a list:", "pmo import raid.csv" },
		{ "init", NULL, "From nothing:", "pmo init \"CAD upgrade\"" },
		{ "init", NULL, "A running project:",
		  "any of these, then  pmo set project phase=execute --as-imported" },
		{ NULL, NULL, "Commands:", "pmo help" },
	};
	pmo_buffer_add_text(&cli->out, "No project here.\n");
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		if (!lines[i].command || commands_find(lines[i].command))
			pmo_buffer_add_format(&cli->out, "  %-18s %s\n", lines[i].label,
					      lines[i].example);
}

static enum pmo_result count(struct cli *cli, const struct pmo_project *project, const char *name,
			     size_t counts[2])
{
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, name);
	struct pmo_records records;
	if (!schema || schema->table->handles || schema->table->layout == PMO_LAYOUT_SINGLE)
		return PMO_OK;
	if ((schema->table->scope == PMO_SCOPE_PROJECT) != (project != NULL))
		return PMO_OK;
	enum pmo_result result = pmo_workspace_records(cli->workspace, project, schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++) {
		counts[0] += pmo_record_is_open(&records.items[i]);
		counts[1] += pmo_record_is_overdue(&records.items[i]);
	}
	return result;
}

static enum pmo_result summarize(struct cli *cli, const struct pmo_project *project)
{
	struct pmo_buffer *out = &cli->out;
	char date[PMO_DATE_LONG_SIZE];
	int32_t today = pmo_workspace_world(cli->workspace)->today;
	pmo_date_format_long(today, PMO_DATE_NONE, date);
	pmo_buffer_add_format(out, "%s  %s\n", project ? project->title : "Workspace", date);
	for (size_t i = 0;; i++) {
		const struct pmo_register *table = pmo_workspace_table(cli->workspace, i);
		size_t counts[2] = { 0, 0 };
		if (!table)
			return PMO_OK;
		enum pmo_result result = count(cli, project, table->name, counts);
		if (result != PMO_OK)
			return result;
		if (!counts[0])
			continue;
		pmo_buffer_add_format(out, "  %-14s %4zu open", table->plural, counts[0]);
		if (counts[1])
			pmo_buffer_add_format(out, "  %3zu overdue !   pmo %s overdue", counts[1],
					      table->name);
		pmo_buffer_add_char(out, '\n');
	}
}

static enum pmo_result list_projects(struct cli *cli)
{
	size_t count;
	const struct pmo_project *const *projects = pmo_workspace_projects(cli->workspace, &count);
	for (size_t i = 0; i < count; i++)
		pmo_buffer_add_format(&cli->out, "  %-14s %s\n", projects[i]->handle,
				      projects[i]->title);
	pmo_buffer_add_text(&cli->out, count ? "Which one: pmo -p PROJECT, or go into its folder\n"
					     : "No project in this workspace yet\n");
	return PMO_OK;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	enum pmo_result result = pmo_workspace_open(&cli->env, &cli->diags, &cli->workspace);
	if (result == PMO_NOT_FOUND) {
		add_beginnings(cli);
		return PMO_OK;
	}
	if (result != PMO_OK)
		return result;
	const struct pmo_project *project = pmo_workspace_project(cli->workspace);
	if (!project)
		return list_projects(cli);
	result = summarize(cli, project);
	pmo_buffer_add_text(&cli->out,
			    "Next: pmo + TEXT notes something, pmo help shows the rest\n");
	return result;
}

const struct command start_command = {
	.name = "",
	.summary = "where things stand",
	.group = GROUP_HIDDEN,
	.needs = CLI_NOTHING,
	.usage = "",
	.run = run,
};
