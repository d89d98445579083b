/*
 * From words to the row of a register's verb.
 *
 *     pmo risk                    the open ones
 *     pmo risk close RSK-7        a verb: a common one, a move, a view
 *     pmo risk 3, pmo RSK-3       that record
 *     pmo risk owner=DSP fiber    a filtered list
 */
#include "register.h"

#include "commands.h"
#include "filter.h"
#include "register_verb.h"
#include "view.h"

#include <pmo/text.h>

#include <string.h>

const struct command *const register_verbs[] = {
	&register_list_command, &register_show_command, &register_add_command,
	&register_set_command,  &register_edit_command, NULL,
};

const struct pmo_move *register_move(const struct pmo_schema *schema, const char *verb)
{
	static const struct pmo_move voiding = {
		.verb = "void",
		.from = "*",
		.to = "void",
		.needs = "note",
		.help = "a wrong entry",
	};
	const struct pmo_move *move = schema->table->moves;
	for (; move && move->verb; move++)
		if (strcmp(move->verb, verb) == 0)
			return move;
	return strcmp(verb, "void") == 0 ? &voiding : NULL;
}

enum pmo_result register_need_project(struct cli *cli, const struct pmo_schema *schema,
				      const struct pmo_project **project)
{
	*project = NULL;
	if (schema->table->scope == PMO_SCOPE_WORKSPACE)
		return PMO_OK;
	return pmo_workspace_need_project(cli->workspace, project);
}

enum pmo_result register_records(struct cli *cli, struct pmo_records *records)
{
	const struct pmo_project *project;
	enum pmo_result result = register_need_project(cli, cli->schema, &project);
	if (result != PMO_OK)
		return result;
	return pmo_workspace_records(cli->workspace, project, cli->schema, records);
}

bool register_is_assignment(const char *word)
{
	size_t i = 0;
	if (!pmo_ascii_is_alpha(word[0]) && word[0] != '_')
		return false;
	while (pmo_ascii_is_alnum(word[i]) || strchr("_.-", word[i])) {
		if (!word[i] || (word[i] == '-' && word[i + 1] == '='))
			break;
		i++;
	}
	if (word[i] == '+' || word[i] == '-')
		i++;
	return word[i] == '=';
}

bool register_is_id(const char *word)
{
	size_t letters = 0, i = 0;
	const char *slash = strchr(word, '/');
	if (strcmp(word, ".") == 0)
		return true;
	if (slash)
		word = slash + 1;
	while (pmo_ascii_is_alpha(word[letters]))
		letters++;
	i = letters + (letters && word[letters] == '-');
	size_t digits = strspn(word + i, "0123456789");
	i += digits;
	if (!digits || letters > 6)
		return false;
	/* a WBS code, 5.4 */
	while (!letters && word[i] == '.' && pmo_ascii_is_digit(word[i + 1]))
		i += 1 + strspn(word + i + 1, "0123456789");
	return !word[i];
}

/* Without a workspace, a built-in register's name is still no unknown command. */
static bool is_built_in(const char *word)
{
	for (size_t i = 0; pmo_registers[i]; i++)
		if (pmo_ascii_equal(word, pmo_registers[i]->name) ||
		    pmo_ascii_equal(word, pmo_registers[i]->plural))
			return true;
	return false;
}

/* The row of all moves, with what this one does and needs. */
static const struct command *move_row(struct cli *cli, const struct pmo_move *move)
{
	struct command *row = pmo_arena_alloc(&cli->arena, sizeof(*row));
	if (!row)
		return &register_move_command;
	*row = register_move_command;
	if (move->help)
		row->summary = move->help;
	if (move->needs)
		row->about = pmo_arena_format(&cli->arena, "It needs: %s", move->needs);
	return row;
}

static const struct command *find_verb(struct cli *cli, const char *word)
{
	/* A register's own verb comes before the one that all have: `meeting add`. */
	const struct command *own = view_find(cli->schema, word);
	if (own)
		return own;
	for (size_t i = 0; register_verbs[i]; i++)
		if (strcmp(register_verbs[i]->name, word) == 0)
			return register_verbs[i];
	const struct pmo_move *move = register_move(cli->schema, word);
	return move ? move_row(cli, move) : NULL;
}

/* `3` and `RSK-3` behind risk, but not `q3`. */
static bool is_id_of(const struct pmo_schema *schema, const char *word)
{
	size_t letters = schema->table->prefix ? strlen(schema->table->prefix) : 0;
	if (!register_is_id(word))
		return false;
	if (!pmo_ascii_is_alpha(*word) || strchr(word, '-'))
		return true;
	for (size_t i = 0; i < letters; i++)
		if (pmo_ascii_to_upper(word[i]) != schema->table->prefix[i])
			return false;
	return pmo_ascii_is_digit(word[letters]);
}

/* A word behind a register that is a record's handle, such as `pmo person DSP`. */
static bool is_handle(struct cli *cli, const char *word)
{
	struct pmo_records records;
	if (!cli->schema->table->handles || register_records(cli, &records) != PMO_OK)
		return false;
	for (size_t i = 0; i < records.count; i++)
		if (pmo_text_compare(records.items[i].id, word) == 0)
			return true;
	return false;
}

static const struct command *row_of_words(struct cli *cli, int argc, char **argv, int *words)
{
	*words = 1;
	if (argc < 2)
		return &register_list_command;
	const char *word = argv[1];
	const struct command *verb = find_verb(cli, word);
	if (verb) {
		*words = 2;
		cli->verb = word;
		return verb;
	}
	bool is_record = is_id_of(cli->schema, word) || is_handle(cli, word);
	bool wrong = is_record ? verb_is_missing(cli, argc - 1, argv + 1)
			       : !filter_is_word(word) && verb_is_wrong(cli, argc, argv);
	if (wrong) {
		*words = -1;
		return NULL;
	}
	return is_record ? &register_show_command : &register_list_command;
}

/* The register of `ACT-4` by its letters, or NULL. */
static const struct pmo_schema *schema_of_id(struct cli *cli, const char *id)
{
	size_t letters = 0;
	while (pmo_ascii_is_alpha(id[letters]))
		letters++;
	char *prefix = pmo_arena_copy(&cli->arena, id, letters);
	return prefix && letters ? pmo_workspace_schema(cli->workspace, prefix) : NULL;
}

const struct command *register_row(struct cli *cli, int argc, char **argv, int *words)
{
	if (pmo_word_is_in("today|status|agenda|dashboard|overview|summary", argv[0]) &&
	    !(cli->workspace && pmo_workspace_schema(cli->workspace, argv[0]))) {
		cli_say("there is no command '%s'; `pmo` alone says where things stand", argv[0]);
		*words = -1;
		return NULL;
	}
	if (!cli->workspace)
		return is_built_in(argv[0]) ? &register_list_command : NULL;
	cli->schema = pmo_workspace_schema(cli->workspace, argv[0]);
	if (cli->schema) {
		cli->verb = "list";
		return row_of_words(cli, argc, argv, words);
	}
	if (!register_is_id(argv[0]))
		return NULL;
	if (argc > 1 && (cli->schema = schema_of_id(cli, argv[0])) &&
	    verb_is_missing(cli, argc, argv)) {
		*words = -1;
		return NULL;
	}
	cli->schema = NULL;
	*words = 0;
	return &show_command;
}
