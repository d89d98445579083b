/*
 * `pmo help`: commands by the moment in which one wants them; registers; one register;
 * one command. Everything is read from the tables.
 */
#include "commands.h"
#include "help_code.h"
#include "register.h"
#include "register_verb.h"
#include "view.h"

#include "cli/wrap.h"

#include <pmo/text.h>

#include <string.h>

static const char *const group_names[GROUP_COUNT] = {
	[GROUP_START] = "Start",   [GROUP_CAPTURE] = "Capture", [GROUP_LOOK] = "Look",
	[GROUP_CHANGE] = "Change", [GROUP_CARE] = "Take care",  [GROUP_HELP] = "Help",
};

static void add_line(struct cli *cli, const char *name, const char *usage, const char *summary)
{
	enum { COLUMN = 24 };
	struct pmo_buffer *out = &cli->out;
	size_t start = out->length;
	pmo_buffer_add_format(out, "  pmo %s %s", name, usage);
	size_t used = out->length - start;
	pmo_buffer_add_repeat(out, ' ', used < COLUMN ? COLUMN - used : 1);
	if (used >= COLUMN) {
		pmo_buffer_add_char(out, '\n');
		pmo_buffer_add_repeat(out, ' ', COLUMN);
	}
	wrap_add(out, summary, COLUMN, (size_t)cli->terminal.width);
}

static void add_group(struct cli *cli, enum command_group group)
{
	size_t start = cli->out.length;
	for (size_t i = 0; commands[i]; i++) {
		if (commands[i]->group != group)
			continue;
		if (cli->out.length == start)
			pmo_buffer_add_format(&cli->out, "%s\n", group_names[group]);
		add_line(cli, commands[i]->name, "", commands[i]->summary);
	}
	if (group == GROUP_CAPTURE)
		add_line(cli, "risk", "add TITLE", "a new record of any register");
	if (group == GROUP_LOOK)
		add_line(cli, "risk", "[FILTER]", "what is open in a register; risk matrix");
	if (group == GROUP_CHANGE)
		add_line(cli, "risk", "close ID", "a move: every register has its own verbs");
	if (group == GROUP_HELP)
		add_line(cli, "help", "registers", "what there is beside risks");
	if (group == GROUP_HELP)
		add_line(cli, "help", "filters", "also fields, dates, moves, money");
}

static enum pmo_result overview(struct cli *cli)
{
	for (int group = GROUP_START; group < GROUP_COUNT; group++)
		add_group(cli, (enum command_group)group);
	pmo_buffer_add_text(
		&cli->out,
		"\nEverywhere: -C DIR  -p PROJECT  --as-of DATE  -o FILE  --format F  -h\n");
	return PMO_OK;
}

static void add_register(struct pmo_buffer *out, const struct pmo_register *table)
{
	pmo_buffer_add_format(out, "  %-14s %-4s  %s\n", table->name,
			      table->prefix ? table->prefix : "", table->help ? table->help : "");
}

static enum pmo_result list_registers(struct cli *cli)
{
	pmo_buffer_add_text(&cli->out, "  register       ids   what it holds\n");
	for (size_t i = 0; cli->workspace; i++) {
		const struct pmo_register *table = pmo_workspace_table(cli->workspace, i);
		if (!table)
			return PMO_OK;
		add_register(&cli->out, table);
	}
	for (size_t i = 0; pmo_registers[i]; i++)
		add_register(&cli->out, pmo_registers[i]);
	return PMO_OK;
}

static void add_verbs(struct cli *cli, const struct pmo_schema *schema)
{
	const char *name = schema->table->name;
	for (size_t i = 0; register_verbs[i]; i++)
		pmo_buffer_add_format(&cli->out, "  pmo %s %s %s\n", name, register_verbs[i]->name,
				      register_verbs[i]->usage);
	for (const struct view *view = views; view->command; view++)
		if (strcmp(view->register_name, name) == 0 &&
		    strcmp(view->command->name, "add") != 0)
			pmo_buffer_add_format(&cli->out, "  pmo %s %s %s\n", name,
					      view->command->name, view->command->usage);
}

static enum pmo_result describe(struct cli *cli, const char *word)
{
	const struct pmo_schema *schema =
		cli->workspace ? pmo_workspace_schema(cli->workspace, word) : NULL;
	if (schema) {
		add_verbs(cli, schema);
		pmo_buffer_add_char(&cli->out, '\n');
		pmo_schema_describe(schema, &cli->out);
		return PMO_OK;
	}
	for (size_t i = 0; pmo_registers[i]; i++)
		if (pmo_ascii_equal(word, pmo_registers[i]->name) ||
		    pmo_ascii_equal(word, pmo_registers[i]->plural)) {
			add_register(&cli->out, pmo_registers[i]);
			pmo_buffer_add_text(&cli->out,
					    "Inside a workspace this shows its fields.\n");
			return PMO_OK;
		}
	if (help_add_code(cli, word))
		return PMO_OK;
	const char *nearest = commands_nearest(cli, word);
	return cli_usage("there is no command or register '%s'%s%s", word,
			 nearest ? "; the nearest is " : "", nearest ? nearest : "");
}

/* `pmo help risk close` */
static enum pmo_result describe_verb(struct cli *cli, char **argv)
{
	int words = 0;
	char *name = pmo_arena_format(&cli->arena, "%s %s", argv[0], argv[1]);
	const struct command *row = register_row(cli, 2, argv, &words);
	if (!name)
		return PMO_NO_MEMORY;
	if (row && words == 2) {
		cli_add_usage(cli, row, name);
		return PMO_OK;
	}
	if (words >= 0 || row) {
		if (!cli->schema)
			return cli_usage("there is no verb '%s'", name);
		verb_tell_all(cli->schema, argv[1]);
	}
	return PMO_USAGE;
}

/* A register of the workspace goes before a topic of that name. */
static bool is_own(struct cli *cli, const char *word)
{
	return cli->workspace && pmo_workspace_schema(cli->workspace, word);
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	enum pmo_result result = PMO_OK;
	if (!argc)
		return overview(cli);
	const struct command *command = commands_find(argv[0]);
	if (command && argc == 1) {
		cli_add_usage(cli, command, command->name);
		return PMO_OK;
	}
	if (!cli->workspace)
		result = pmo_workspace_open(&cli->env, &cli->diags, &cli->workspace);
	if (result == PMO_NOT_FOUND) {
		pmo_workspace_close(cli->workspace);
		cli->workspace = NULL;
	} else if (result != PMO_OK) {
		return result;
	}
	if (strcmp(argv[0], "registers") == 0)
		return list_registers(cli);
	if (argc == 1 && !is_own(cli, argv[0]) && help_add_topic(cli, argv[0]))
		return PMO_OK;
	if (argc == 2)
		return describe_verb(cli, argv);
	return describe(cli, argv[0]);
}

const struct command help_command = {
	.name = "help",
	.summary = "this; help COMMAND, help REGISTER",
	.group = GROUP_HELP,
	.max = 2,
	.usage = "[COMMAND | REGISTER [VERB] | registers | TOPIC]",
	.about = "Topics: fields, filters, dates, moves, money.",
	.run = run,
};
