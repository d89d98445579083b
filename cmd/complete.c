/*
 * Candidates for the last word of a line, one a line: the shells' scripts (completion.c)
 * call `pmo __complete -- WORDS...`. What can be completed is read from the tables and the
 * workspace: commands, registers, verbs, options and their values, ids, handles, projects,
 * fields and what they may hold. Options in the words before count: `pmo -C d -p cadup ...`.
 */
#include "commands.h"
#include "cli/environment.h"
#include "cli/options_shared.h"
#include "register.h"
#include "view.h"

#include <pmo/text.h>

#include <string.h>

/* Words that stand behind a command and come from no table. */
struct operand {
	const char *command, *words; /* "a b"; "REGISTER": the names of all registers */
};

static const struct operand operands[] = {
	{ "completion", "bash zsh fish" },
	{ "help", "REGISTER registers" },
	{ "layout", "REGISTER folder file" },
	{ "schema", "REGISTER" },
	{ "+", "REGISTER" },
	{ 0 },
};

/* Values of options; those of the others are files, or come from the workspace. */
static const struct operand option_words[] = {
	{ "format", "table tsv csv json jsonl yaml md html ids" },
	{ "color", "auto always never" },
	{ "register", "REGISTER" },
	{ 0 },
};

static bool begins_with(const char *text, const char *start)
{
	for (; *start; text++, start++)
		if (pmo_ascii_to_lower(*text) != pmo_ascii_to_lower(*start))
			return false;
	return true;
}

/* Prints a candidate if it begins with the word: before, candidate and after together. */
static void offer_part(struct cli *cli, const char *word, const char *before, const char *candidate,
		       const char *after)
{
	char *whole = pmo_arena_format(&cli->arena, "%s%s%s", before, candidate, after);
	if (whole && begins_with(whole, word))
		pmo_buffer_add_format(&cli->out, "%s\n", whole);
}

static void offer(struct cli *cli, const char *word, const char *candidate)
{
	offer_part(cli, word, "", candidate, "");
}

static void offer_registers(struct cli *cli, const char *word, const char *before)
{
	for (size_t i = 0; !cli->workspace && pmo_registers[i]; i++)
		offer_part(cli, word, before, pmo_registers[i]->name, "");
	for (size_t i = 0; cli->workspace; i++) {
		const struct pmo_register *table = pmo_workspace_table(cli->workspace, i);
		if (!table)
			break;
		offer_part(cli, word, before, table->name, "");
	}
}

static bool offer_words(struct cli *cli, const struct operand *row, const char *name,
			const char *word, const char *before)
{
	while (row->command && strcmp(row->command, name) != 0)
		row++;
	if (!row->command)
		return false;
	for (const char *at = row->words; *at;) {
		size_t length = strcspn(at, " ");
		char *candidate = pmo_arena_copy(&cli->arena, at, length);
		if (candidate && strcmp(candidate, "REGISTER") == 0)
			offer_registers(cli, word, before);
		else if (candidate)
			offer_part(cli, word, before, candidate, "");
		at += length + strspn(at + length, " ");
	}
	return true;
}

static void offer_commands(struct cli *cli, const char *word)
{
	for (size_t i = 0; commands[i]; i++)
		if (commands[i]->group != GROUP_HIDDEN)
			offer(cli, word, commands[i]->name);
}

static void offer_verbs(struct cli *cli, const char *word)
{
	for (size_t i = 0; register_verbs[i]; i++)
		offer(cli, word, register_verbs[i]->name);
	const struct pmo_move *first = cli->schema->table->moves, *move = first;
	for (; move && move->verb; move++)
		if (register_move(cli->schema, move->verb) == move)
			offer(cli, word, move->verb);
	offer(cli, word, "void");
	for (const struct view *view = views; view->command; view++)
		if (strcmp(view->register_name, cli->schema->table->name) == 0 &&
		    strcmp(view->command->name, "add") != 0 &&
		    !register_move(cli->schema, view->command->name))
			offer(cli, word, view->command->name);
}

static void offer_fields(struct cli *cli, const char *word)
{
	for (size_t i = 0; i < cli->schema->field_count; i++)
		if (!cli->schema->fields[i]->derive)
			offer_part(cli, word, "", cli->schema->fields[i]->name, "=");
}

static enum pmo_result offer_records(struct cli *cli, const struct pmo_project *project,
				     const struct pmo_schema *schema, const char *word,
				     const char *before)
{
	struct pmo_records records;
	enum pmo_result result = pmo_workspace_records(cli->workspace, project, schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++)
		offer_part(cli, word, before, records.items[i].id, "");
	return result;
}

/* The ids of a register; with the project before them where it is not clear which is meant. */
static enum pmo_result offer_ids(struct cli *cli, const struct pmo_schema *schema, const char *word,
				 const char *before)
{
	enum pmo_result result = PMO_OK;
	size_t count;
	const struct pmo_project *const *projects = pmo_workspace_projects(cli->workspace, &count);
	const struct pmo_project *project = pmo_workspace_project(cli->workspace);
	bool is_shared = schema->table->scope != PMO_SCOPE_PROJECT;
	const char *rest = word + strlen(before);
	if (is_shared || (project && !strchr(rest, '/')))
		return offer_records(cli, is_shared ? NULL : project, schema, word, before);
	for (size_t i = 0; result == PMO_OK && i < count; i++) {
		char *start = pmo_arena_format(&cli->arena, "%s%s/", before, projects[i]->handle);
		if (!start)
			return PMO_NO_MEMORY;
		result = offer_records(cli, projects[i], schema, word, start);
	}
	return result;
}

static void offer_projects(struct cli *cli, const char *word, const char *before, const char *after)
{
	size_t count;
	const struct pmo_project *const *projects = pmo_workspace_projects(cli->workspace, &count);
	for (size_t i = 0; i < count; i++)
		offer_part(cli, word, before, projects[i]->handle, after);
}

/* Ids of several registers, "person|vendor"; NULL: any. */
static enum pmo_result offer_references(struct cli *cli, const char *registers, const char *word,
					const char *before)
{
	enum pmo_result result = PMO_OK;
	while (registers && *registers && result == PMO_OK) {
		size_t length = strcspn(registers, "|");
		char *name = pmo_arena_copy(&cli->arena, registers, length);
		const struct pmo_schema *schema =
			name ? pmo_workspace_schema(cli->workspace, name) : NULL;
		if (schema)
			result = offer_ids(cli, schema, word, before);
		registers += length + (registers[length] == '|');
	}
	return result;
}

/* `owner=D`, `tags+=x`: the words that the field may hold, with what stands before them. */
static enum pmo_result offer_values(struct cli *cli, const char *word)
{
	const struct pmo_schema *schema = cli->schema;
	size_t length = strcspn(word, "+-=");
	char *name = pmo_arena_copy(&cli->arena, word, length);
	char *before = pmo_arena_copy(&cli->arena, word, strcspn(word, "=") + 1);
	int index = name ? pmo_schema_field(schema, name) : -1;
	if (!before || index < 0)
		return PMO_OK;
	const struct pmo_field *field = schema->fields[index];
	for (size_t i = 0; field->choices && field->choices[i]; i++)
		offer_part(cli, word, before, field->choices[i], "");
	if (field->kind == PMO_STRUCT && field->members)
		field = field->members; /* its key: `preds+=TSK-003` */
	return field->kind == PMO_REF ? offer_references(cli, field->to, word, before) : PMO_OK;
}

/* The register of an id as far as it is typed: `RSK-`, `rsk3`, `cadup/RSK-003`. */
static const struct pmo_schema *schema_of_id(struct cli *cli, const char *word)
{
	const char *slash = strrchr(word, '/');
	const char *start = slash ? slash + 1 : word;
	size_t letters = 0;
	while (pmo_ascii_is_alpha(start[letters]))
		letters++;
	char *prefix = pmo_arena_copy(&cli->arena, start, letters);
	if (!start[letters] || !letters || !prefix)
		return NULL;
	return pmo_workspace_schema(cli->workspace, prefix);
}

/* An id of any register: handles, and prefixes until one is typed. */
static enum pmo_result offer_any_id(struct cli *cli, const char *word)
{
	const struct pmo_schema *schema = schema_of_id(cli, word);
	enum pmo_result result = PMO_OK;
	if (schema && !schema->table->handles)
		return offer_ids(cli, schema, word, "");
	for (size_t i = 0; result == PMO_OK; i++) {
		const struct pmo_register *table = pmo_workspace_table(cli->workspace, i);
		if (!table)
			break;
		if (!table->handles) {
			offer_part(cli, word, "", table->prefix, "-");
			continue;
		}
		schema = pmo_workspace_schema(cli->workspace, table->name);
		if (schema)
			result = offer_ids(cli, schema, word, "");
	}
	return result;
}

/* The record that a person typed before says which fields there are. */
static void find_schema(struct cli *cli, const char *word)
{
	struct pmo_diags silent;
	const struct pmo_record *record;
	cli->schema = schema_of_id(cli, word);
	if (cli->schema && !cli->schema->table->handles)
		return;
	silent = cli->diags;
	if (pmo_workspace_find(cli->workspace, NULL, word, &record) == PMO_OK)
		cli->schema = record->schema;
	cli->diags = silent;
}

/* A word behind a command, or a register and its verb. */
static enum pmo_result complete_operand(struct cli *cli, const struct command *command, int argc,
					char **argv)
{
	const char *word = argv[argc - 1];
	bool is_own = !cli->schema;
	bool takes_fields =
		!is_own || (command && command->usage && strstr(command->usage, "FIELD"));
	if (is_own && (!command || command->needs == CLI_NOTHING || !cli->workspace))
		return PMO_OK;
	if (takes_fields && is_own && argc > 2)
		find_schema(cli, argv[1]);
	if (cli->schema && strchr(word, '='))
		return offer_values(cli, word);
	if (!is_own && argc == 2)
		offer_verbs(cli, word);
	else if (cli->schema)
		offer_fields(cli, word);
	if (!is_own)
		return offer_ids(cli, cli->schema, word, "");
	return cli->out.length ? PMO_OK : offer_any_id(cli, word);
}

static void offer_options(struct cli *cli, const struct command *command, const char *word)
{
	struct option_group groups[OPTION_GROUPS_MAX];
	options_collect(cli, command, NULL, groups);
	for (size_t i = 0; groups[i].options; i++)
		for (const struct option *option = groups[i].options; option->name; option++)
			offer_part(cli, word, "--", option->name, option->arg ? "=" : "");
	offer(cli, word, "--help");
}

static enum pmo_result offer_argument(struct cli *cli, const char *option, const char *word,
				      const char *before)
{
	if (offer_words(cli, option_words, option, word, before) || !cli->workspace)
		return PMO_OK;
	if (strcmp(option, "project") == 0)
		offer_projects(cli, word, before, "");
	if (strcmp(option, "by") == 0)
		return offer_references(cli, "person", word, before);
	return PMO_OK;
}

/* The option whose argument the word behind it is: `-p`, `--project`; NULL: none. */
static const char *awaits_argument(struct cli *cli, const struct command *command, const char *word)
{
	struct option_group groups[OPTION_GROUPS_MAX];
	bool is_long = word[0] == '-' && word[1] == '-';
	char key = word[0] == '-' && !is_long && word[1] ? word[strlen(word) - 1] : '\0';
	options_collect(cli, command, NULL, groups);
	for (size_t i = 0; groups[i].options; i++)
		for (const struct option *option = groups[i].options; option->name; option++) {
			bool is_meant = is_long ? strcmp(option->name, word + 2) == 0
						: key && option->key == key;
			if (is_meant && option->arg)
				return option->name;
		}
	return NULL;
}

/* What the line says before the last word. */
struct before {
	int argc; /* operands, the last word with them */
	char **argv;
	const char *last; /* the word before the last one, an option perhaps; or "" */
};

/* Takes the options out of the words before the last one; those of all commands count. */
static bool read_before(struct cli *cli, int argc, char **argv, struct before *before)
{
	struct option_group groups[] = { { options_global, cli }, { 0 } };
	struct option_line line = { .groups = groups, .argc = argc - 1 };
	before->last = argc > 1 ? argv[argc - 2] : "";
	if (awaits_argument(cli, NULL, before->last))
		line.argc--;
	line.argv = pmo_arena_array(&cli->arena, (size_t)argc + 1, sizeof(char *));
	if (!line.argv)
		return false;
	memcpy(line.argv, argv, (size_t)line.argc * sizeof(char *));
	if (!option_parse(cli, &line, true))
		return false;
	line.argv[line.argc] = argv[argc - 1];
	*before = (struct before){ line.argc + 1, line.argv, before->last };
	return environment_read(cli);
}

static enum pmo_result complete_word(struct cli *cli, const struct before *line, char *word)
{
	int words;
	const struct command *command = line->argc > 1 ? commands_find(line->argv[0]) : NULL;
	if (line->argc > 1 && !command && cli->workspace)
		command = register_row(cli, line->argc, line->argv, &words);
	const char *option = awaits_argument(cli, command, line->last);
	if (option)
		return offer_argument(cli, option, word, "");
	if (word[0] == '-' && word[1] == '-' && strchr(word, '=')) {
		char *before = pmo_arena_copy(&cli->arena, word, strcspn(word, "=") + 1);
		char *name = pmo_arena_copy(&cli->arena, word + 2, strcspn(word, "=") - 2);
		return before && name ? offer_argument(cli, name, word, before) : PMO_NO_MEMORY;
	}
	if (word[0] == '-') {
		offer_options(cli, command, word);
		return PMO_OK;
	}
	if (line->argc == 1) {
		const struct pmo_schema *schema = cli->workspace ? schema_of_id(cli, word) : NULL;
		offer_commands(cli, word);
		offer_registers(cli, word, "");
		return schema ? offer_ids(cli, schema, word, "") : PMO_OK;
	}
	if (command == &help_command)
		offer_commands(cli, word);
	if (command && offer_words(cli, operands, command->name, word, ""))
		return PMO_OK;
	return complete_operand(cli, command, line->argc, line->argv);
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct before line;
	if (!read_before(cli, argc, argv, &line))
		return PMO_OK;
	enum pmo_result result = pmo_workspace_open(&cli->env, &cli->diags, &cli->workspace);
	if (result != PMO_OK && result != PMO_NOT_FOUND)
		return result;
	if (result == PMO_NOT_FOUND) {
		pmo_workspace_close(cli->workspace);
		cli->workspace = NULL;
	}
	return complete_word(cli, &line, argv[argc - 1]);
}

const struct command complete_command = {
	.name = "__complete",
	.summary = "candidates for the last word",
	.group = GROUP_HIDDEN,
	.min = 1,
	.max = -1,
	.usage = "-- WORD...",
	.run = run,
};
