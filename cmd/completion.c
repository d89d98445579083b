/*
 * Completion: the shells call `pmo __complete WORDS...` and get candidates for the last
 * word, a line each. What can be completed is read from the tables and the workspace.
 */
#include "commands.h"
#include "cli/options_shared.h"
#include "register.h"
#include "view.h"

#include <pmo/text.h>

#include <string.h>

struct script {
	const char *shell, *text;
};

static const struct script scripts[] = {
	{ "bash", "_pmo() {\n"
		  "\tlocal IFS=$' \\t\\n' line=${COMP_LINE:0:COMP_POINT} words found last\n"
		  "\tread -ra words <<<\"$line\"\n"
		  "\tcase $line in *[[:space:]]) words+=('') ;; esac\n"
		  "\tlast=${words[${#words[@]}-1]}\n"
		  "\tIFS=$'\\n'\n"
		  "\tfound=($(pmo __complete -- \"${words[@]:1}\" 2>/dev/null))\n"
		  "\tcase $last in *=*) found=(\"${found[@]#*=}\") ;; esac\n"
		  "\tCOMPREPLY=(\"${found[@]}\")\n"
		  "\tcase ${found[0]} in *=) compopt -o nospace 2>/dev/null ;; esac\n"
		  "}\n"
		  "complete -o default -F _pmo pmo\n" },
	{ "zsh", "#compdef pmo\n"
		 "_pmo() {\n"
		 "\tlocal -a found\n"
		 "\tfound=(${(f)\"$(pmo __complete -- \"${(@)words[2,CURRENT]}\" 2>/dev/null)\"})\n"
		 "\tcompadd -a found || _files\n"
		 "}\n"
		 "compdef _pmo pmo\n" },
	{ "fish", "complete -c pmo -f -a '(set -l words (commandline -opc) (commandline -ct); "
		  "pmo __complete -- $words[2..-1] 2>/dev/null)'\n" },
	{ 0 },
};

static enum pmo_result run_script(struct cli *cli, int argc, char **argv)
{
	(void)argc;
	for (const struct script *script = scripts; script->shell; script++)
		if (strcmp(script->shell, argv[0]) == 0) {
			pmo_buffer_add_text(&cli->out, script->text);
			return PMO_OK;
		}
	return cli_usage("completion is there for bash, zsh and fish");
}

const struct command completion_command = {
	.name = "completion",
	.summary = "for your shell: eval \"$(pmo completion bash)\"",
	.group = GROUP_HELP,
	.min = 1,
	.max = 1,
	.usage = "bash | zsh | fish",
	.run = run_script,
};

/* Prints a candidate if it begins with the word. */
static void offer(struct cli *cli, const char *word, const char *candidate, const char *after)
{
	size_t length = strlen(word);
	for (size_t i = 0; i < length; i++)
		if (pmo_ascii_to_lower(word[i]) != pmo_ascii_to_lower(candidate[i]))
			return;
	pmo_buffer_add_format(&cli->out, "%s%s\n", candidate, after);
}

static void offer_first(struct cli *cli, const char *word)
{
	for (size_t i = 0; commands[i]; i++)
		if (commands[i]->group != GROUP_HIDDEN)
			offer(cli, word, commands[i]->name, "");
	for (size_t i = 0; cli->workspace; i++) {
		const struct pmo_register *table = pmo_workspace_table(cli->workspace, i);
		if (!table)
			break;
		offer(cli, word, table->name, "");
	}
}

static void offer_options(struct cli *cli, const struct command *command, const char *word)
{
	struct option_group groups[OPTION_GROUPS_MAX];
	options_collect(cli, command, NULL, groups);
	for (size_t i = 0; groups[i].options; i++)
		for (const struct option *option = groups[i].options; option->name; option++) {
			char *name = pmo_arena_format(&cli->arena, "--%s", option->name);
			if (name)
				offer(cli, word, name, option->arg ? "=" : "");
		}
}

static void offer_verbs(struct cli *cli, const struct pmo_schema *schema, const char *word)
{
	for (size_t i = 0; register_verbs[i]; i++)
		offer(cli, word, register_verbs[i]->name, "");
	const struct pmo_move *move = schema->table->moves;
	for (; move && move->verb; move++)
		offer(cli, word, move->verb, "");
	offer(cli, word, "void", "");
	for (const struct view *view = views; view->command; view++)
		if (strcmp(view->register_name, schema->table->name) == 0)
			offer(cli, word, view->command->name, "");
}

static void offer_fields(struct cli *cli, const struct pmo_schema *schema, const char *word)
{
	for (size_t i = 0; i < schema->field_count; i++)
		if (!schema->fields[i]->derive)
			offer(cli, word, schema->fields[i]->name, "=");
}

/* The records of a register at hand; none where the project is not clear. */
static enum pmo_result records_of(struct cli *cli, const struct pmo_schema *schema,
				  struct pmo_records *records)
{
	const struct pmo_project *project = NULL;
	*records = (struct pmo_records){ 0 };
	if (schema->table->scope == PMO_SCOPE_PROJECT) {
		project = pmo_workspace_project(cli->workspace);
		if (!project)
			return PMO_OK;
	}
	return pmo_workspace_records(cli->workspace, project, schema, records);
}

static enum pmo_result offer_ids(struct cli *cli, const struct pmo_schema *schema, const char *word)
{
	struct pmo_records records;
	enum pmo_result result = records_of(cli, schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++)
		offer(cli, word, records.items[i].id, "");
	return result;
}

static void offer_value(struct cli *cli, const char *word, size_t length, const char *value)
{
	char *whole = pmo_arena_format(&cli->arena, "%.*s=%s", (int)length, word, value);
	if (whole)
		offer(cli, word, whole, "");
}

/* `owner=D`: the words that the field may hold, with what stands before them. */
static enum pmo_result offer_values(struct cli *cli, const struct pmo_schema *schema,
				    const char *word)
{
	size_t length = (size_t)(strchr(word, '=') - word);
	char *name = pmo_arena_copy(&cli->arena, word, length);
	int index = name ? pmo_schema_field(schema, name) : -1;
	const struct pmo_field *field = index < 0 ? NULL : schema->fields[index];
	struct pmo_records records = { 0 };
	if (!field)
		return PMO_OK;
	for (size_t i = 0; field->choices && field->choices[i]; i++)
		offer_value(cli, word, length, field->choices[i]);
	if (field->kind != PMO_REF || !field->to || strchr(field->to, '|'))
		return PMO_OK;
	const struct pmo_schema *other = pmo_workspace_schema(cli->workspace, field->to);
	enum pmo_result result = other ? records_of(cli, other, &records) : PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < records.count; i++)
		offer_value(cli, word, length, records.items[i].id);
	return result;
}

static enum pmo_result complete_register(struct cli *cli, bool wants_verb, char *word)
{
	if (wants_verb)
		offer_verbs(cli, cli->schema, word);
	else if (strchr(word, '='))
		return offer_values(cli, cli->schema, word);
	else
		offer_fields(cli, cli->schema, word);
	return offer_ids(cli, cli->schema, word);
}

/* The register of an id as far as it is typed: `RSK-`, `rsk3`. */
static const struct pmo_schema *schema_of_id(struct cli *cli, const char *word)
{
	size_t letters = 0;
	while (pmo_ascii_is_alpha(word[letters]))
		letters++;
	char *prefix = pmo_arena_copy(&cli->arena, word, letters);
	if (!cli->workspace || !letters || !prefix)
		return NULL;
	return pmo_workspace_schema(cli->workspace, prefix);
}

static enum pmo_result run_complete(struct cli *cli, int argc, char **argv)
{
	int words;
	char *word = argv[argc - 1];
	enum pmo_result result = pmo_workspace_open(&cli->env, &cli->diags, &cli->workspace);
	if (result != PMO_OK && result != PMO_NOT_FOUND)
		return result;
	if (result == PMO_NOT_FOUND) {
		pmo_workspace_close(cli->workspace);
		cli->workspace = NULL;
	}
	if (argc == 1) {
		offer_first(cli, word);
		return PMO_OK;
	}
	const struct command *command = commands_find(argv[0]);
	if (!command && cli->workspace)
		command = register_row(cli, argc, argv, &words);
	if (command && word[0] == '-') {
		offer_options(cli, command, word);
		return PMO_OK;
	}
	if (command == &help_command)
		offer_first(cli, word);
	if (!cli->schema && command && command->needs != CLI_NOTHING)
		cli->schema = schema_of_id(cli, argv[1]);
	if (!cli->schema)
		return PMO_OK;
	return complete_register(cli, argc == 2 && !commands_find(argv[0]), word);
}

const struct command complete_command = {
	.name = "__complete",
	.summary = "candidates for the last word",
	.group = GROUP_HIDDEN,
	.min = 1,
	.max = -1,
	.usage = "-- WORD...",
	.run = run_complete,
};
