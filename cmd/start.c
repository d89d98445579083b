/*
 * `pmo` alone: outside a workspace how to start, inside one where things stand. Only
 * lines whose command exists are shown.
 */
#include "commands.h"
#include "register.h"

#include <pmo/text.h>

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
		{ "init", NULL, "From MS Project:", "pmo init --from plan.xml" },
		{ "init", NULL, "From nothing:", "pmo init \"CAD upgrade\"" },
		{ "init", NULL, "A running project:",
		  "any of these, then\n"
		  "                     pmo set project phase=execute --as-imported" },
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

/* "31 tasks, 11 risks, …" over as many lines as it takes. */
static void add_open(struct pmo_buffer *lines, size_t *column, const char *item)
{
	enum { INDENT = 10, WIDTH = 78 };
	if (*column && *column + strlen(item) + 2 > WIDTH) {
		pmo_buffer_add_text(lines, ",\n");
		pmo_buffer_add_repeat(lines, ' ', INDENT);
		*column = INDENT;
	} else {
		pmo_buffer_add_text(lines, *column ? ", " : "Open:     ");
		*column += *column ? 2 : INDENT;
	}
	pmo_buffer_add_text(lines, item);
	*column += strlen(item);
}

/* What is overdue stands first, a line a register; the rest is counted. */
static enum pmo_result summarize(struct cli *cli, const struct pmo_project *project)
{
	struct pmo_buffer *out = &cli->out, open, item;
	size_t column = 0;
	char date[PMO_DATE_LONG_SIZE];
	const struct pmo_register *table;
	enum pmo_result result = PMO_OK;
	pmo_date_format_long(pmo_workspace_world(cli->workspace)->today, PMO_DATE_NONE, date);
	pmo_buffer_add_format(out, "%s  %s\n", project ? project->title : "Workspace", date);
	pmo_buffer_init(&open, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&item, PMO_BUFFER_LIMIT);
	for (size_t i = 0; result == PMO_OK && (table = pmo_workspace_table(cli->workspace, i));
	     i++) {
		size_t counts[2] = { 0, 0 };
		result = count(cli, project, table->name, counts);
		if (counts[1])
			pmo_buffer_add_format(out, "Overdue:  %3zu of %3zu %-16s  pmo %s overdue\n",
					      counts[1], counts[0], table->plural, table->name);
		pmo_buffer_clear(&item);
		pmo_buffer_add_format(&item, "%zu %s", counts[0],
				      counts[0] == 1 ? table->name : table->plural);
		if (counts[0])
			add_open(&open, &column, item.data);
	}
	if (open.length)
		pmo_buffer_add_format(out, "%s\n", open.data);
	out->failed |= open.failed || item.failed;
	pmo_buffer_release(&open);
	pmo_buffer_release(&item);
	return result;
}

static enum pmo_result list_projects(struct cli *cli)
{
	size_t count;
	const struct pmo_project *const *projects = pmo_workspace_projects(cli->workspace, &count);
	enum { LEAST = 14, MOST = 30 };
	size_t widest = LEAST;
	for (size_t i = 0; i < count; i++) {
		size_t width = pmo_text_width(projects[i]->handle);
		widest = width > widest ? width : widest;
	}
	widest = widest < MOST ? widest : MOST;
	for (size_t i = 0; i < count; i++) {
		pmo_buffer_add_text(&cli->out, "  ");
		size_t start = cli->out.length;
		pmo_text_truncate(&cli->out, projects[i]->handle, widest);
		size_t used = pmo_text_width(cli->out.data + start);
		pmo_buffer_add_repeat(&cli->out, ' ', widest - used + 1);
		pmo_text_truncate(&cli->out, projects[i]->title,
				  (size_t)cli->terminal.width - widest - 3);
		pmo_buffer_add_char(&cli->out, '\n');
	}
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
