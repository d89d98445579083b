/* `pmo schema`: which registers there are, and what each holds. */
#include "commands.h"

#include <pmo/text.h>

#include <string.h>

enum { HELP_SHORT = 60 };

static const char *where(struct cli *cli, const struct pmo_register *table)
{
	const char *place = table->place ? table->place : table->plural;
	const char *top = table->scope == PMO_SCOPE_WORKSPACE ? "" : "PROJECT/";
	if (table->layout == PMO_LAYOUT_FOLDER)
		return pmo_arena_format(&cli->arena, "%s%s/", top, place);
	return pmo_arena_format(&cli->arena, "%s%s.yaml", top, place);
}

static enum pmo_result add_row(struct cli *cli, struct pmo_table *table,
			       const struct pmo_register *about)
{
	static const char *const layouts[] = { "folder", "file", "single" };
	struct pmo_row *row = pmo_table_add_row(table);
	if (!row)
		return PMO_NO_MEMORY;
	row->cells[0].text = about->name;
	row->cells[1].text = about->plural;
	row->cells[2].text = about->handles ? "" : about->prefix;
	row->cells[2].absent = about->handles;
	row->cells[3].text = about->scope == PMO_SCOPE_WORKSPACE ? "workspace" : "project";
	row->cells[4].text = layouts[about->layout];
	row->cells[5].text = where(cli, about);
	row->cells[6].text = about->help ? about->help : "";
	return row->cells[5].text ? PMO_OK : PMO_NO_MEMORY;
}

/* The table at an index: of the workspace, else the built-in ones. */
static const struct pmo_register *table_at(const struct cli *cli, size_t index)
{
	return cli->workspace ? pmo_workspace_table(cli->workspace, index) : pmo_registers[index];
}

/* Short enough that columns about files go before its words are cut. */
static bool is_short(const struct cli *cli)
{
	const struct pmo_register *about;
	for (size_t i = 0; (about = table_at(cli, i)); i++)
		if (about->help && pmo_text_width(about->help) > HELP_SHORT)
			return false;
	return true;
}

static enum pmo_result list(struct cli *cli)
{
	struct pmo_column columns[] = {
		{ .name = "name", .heading = "Register" },
		{ .name = "plural", .heading = "Plural", .priority = 6 },
		{ .name = "prefix", .heading = "Prefix" },
		{ .name = "scope", .heading = "Scope", .priority = 5 },
		{ .name = "layout", .heading = "Layout", .priority = 4 },
		{ .name = "where", .heading = "Where", .priority = 3 },
		{ .name = "help", .heading = "What it is", .shrink = PMO_SHRINK_WRAP },
	};
	struct pmo_table table;
	const struct pmo_register *about;
	pmo_table_init(&table, &cli->arena);
	if (is_short(cli))
		columns[sizeof(columns) / sizeof(columns[0]) - 1].shrink = PMO_SHRINK_NEVER;
	enum pmo_result result =
		pmo_table_add_columns(&table, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; result == PMO_OK && (about = table_at(cli, i)); i++)
		result = add_row(cli, &table, about);
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

/* The language that people ask for: text, yaml, json, json-schema. */
static enum pmo_result print(struct cli *cli, const struct pmo_schema *schema)
{
	const char *word = cli->format_word ? cli->format_word : "text";
	struct pmo_sink sink;
	if (strcmp(word, "text") == 0 || strcmp(word, "table") == 0) {
		pmo_schema_describe(schema, &cli->out);
		return PMO_OK;
	}
	bool yaml = strcmp(word, "yaml") == 0, json = strcmp(word, "json") == 0;
	if (!yaml && !json && strcmp(word, "json-schema") != 0)
		return cli_usage("--format: '%s' is none of text, yaml, json, json-schema", word);
	pmo_sink_init(&sink, &cli->out, yaml ? PMO_SINK_YAML : PMO_SINK_JSON);
	if (yaml || json)
		pmo_schema_write(schema, &sink);
	else
		pmo_schema_write_json_schema(schema, &sink);
	return pmo_sink_finish(&sink);
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	if (!argc)
		return list(cli);
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, argv[0]);
	if (schema)
		return print(cli, schema);
	const char *nearest = commands_nearest(cli, argv[0]);
	if (nearest && pmo_workspace_schema(cli->workspace, nearest))
		return cli_usage("there is no register '%s'; the nearest is '%s'", argv[0],
				 nearest);
	return cli_usage("there is no register '%s'; pmo schema lists them", argv[0]);
}

const struct command schema_command = {
	.name = "schema",
	.summary = "the registers, and what each holds",
	.group = GROUP_HELP,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_FORMAT,
	.usage = "[REGISTER] [--format text|yaml|json|json-schema]",
	.run = run,
	.about = "Without a register, all of them, in any format of lists. With one, its fields,\n"
		 "states, moves and rules: as text, in the language of pmo.yaml (yaml, json), or\n"
		 "as JSON Schema of its files for editors.",
};
