/*
 * `pmo export [FILE]`: the whole workspace as one JSON document or as a workbook, or the list
 * of all records of a register. The file's ending says which format it is.
 */
#include "commands.h"

#include "mspdi.h"
#include "register.h"
#include "register_list.h"

#include <pmo/exchange.h>
#include <pmo/import.h>
#include <pmo/text.h>

#include <string.h>

struct export_options {
	const char *register_name;
	bool for_2007;
};

static const struct option options[] = {
	{ .name = "register",
	  CLI_TEXT(struct export_options, register_name),
	  .arg = "REGISTER",
	  .help = "only this one, with all its fields" },
	{ .name = "project-2007",
	  CLI_FLAG(struct export_options, for_2007),
	  .help = "of plan.xml, no more than Project 2007 knows" },
	{ 0 },
};

/* What is written where, on standard error: the file itself is for programs. */
static void tell(struct cli *cli, const char *what, const char *format)
{
	if (cli->output)
		cli_tell(cli, "%s: %s, as %s", cli->output, what, format);
}

/* more: columns beside those of the list, "+cause+event", or NULL. */
static enum pmo_result list_register(struct cli *cli, const struct pmo_schema *schema,
				     const char *more)
{
	struct list_options *all = pmo_arena_alloc(&cli->arena, sizeof(*all));
	char *none[] = { NULL };
	if (!all)
		return PMO_NO_MEMORY;
	all->all = true;
	all->columns = more;
	all->comes_back = true;
	cli->schema = schema;
	cli->options = all;
	return register_list_command.run(cli, 0, none);
}

static bool is_listed(const char *columns, const char *name)
{
	size_t length = strlen(name);
	for (const char *at = columns; at && *at; at += strspn(at, " ")) {
		size_t word = strcspn(at, " ");
		if (word == length && memcmp(at, name, length) == 0)
			return true;
		at += word;
	}
	return false;
}

/* "+cause+event…": what the list does not have of its own; NULL: no memory. */
static const char *more_columns(struct cli *cli, const struct pmo_schema *schema)
{
	struct pmo_buffer names;
	const int usual[] = { schema->title, schema->owner, schema->due, schema->status };
	const char *columns = schema->table->columns;
	pmo_buffer_init(&names, 1 << 16);
	for (int i = 0; (size_t)i < schema->field_count; i++) {
		bool listed =
			columns ? is_listed(columns, schema->fields[i]->name)
				: i == usual[0] || i == usual[1] || i == usual[2] || i == usual[3];
		if (!listed && pmo_import_takes(schema, i))
			pmo_buffer_add_format(&names, "+%s", schema->fields[i]->name);
	}
	char *text = names.failed ? NULL : pmo_arena_copy(&cli->arena, names.data, names.length);
	pmo_buffer_release(&names);
	return text;
}

static enum pmo_result export_register(struct cli *cli, const char *name, enum pmo_format format)
{
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, name);
	if (!schema)
		return cli_usage("there is no register '%s'; `pmo help registers` shows them",
				 name);
	const char *columns = more_columns(cli, schema);
	if (!columns)
		return PMO_NO_MEMORY;
	enum pmo_result result = list_register(cli, schema, *columns ? columns : NULL);
	if (result == PMO_OK)
		tell(cli, schema->table->plural, pmo_format_name(format));
	return result;
}

static enum pmo_result add_sheet(struct cli *cli, const struct pmo_project *project, size_t index,
				 size_t *sheets)
{
	struct pmo_records records = { 0 };
	const char *name = pmo_workspace_table(cli->workspace, index)->name;
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, name);
	if (!schema)
		return PMO_NO_MEMORY;
	bool of_project = schema->table->scope == PMO_SCOPE_PROJECT;
	if (schema->table->layout == PMO_LAYOUT_SINGLE || (of_project && !project))
		return PMO_OK;
	enum pmo_result result = pmo_workspace_records(cli->workspace, of_project ? project : NULL,
						       schema, &records);
	if (result != PMO_OK || !records.count)
		return result;
	++*sheets;
	return list_register(cli, schema, NULL);
}

/* A sheet a register that has records: of the project at hand, and the workspace's. */
static enum pmo_result export_workbook(struct cli *cli)
{
	const struct pmo_project *project = NULL;
	enum pmo_result result = PMO_OK;
	size_t projects, sheets = 0;
	pmo_workspace_projects(cli->workspace, &projects);
	if (projects)
		result = pmo_workspace_need_project(cli->workspace, &project);
	for (size_t i = 0; result == PMO_OK && pmo_workspace_table(cli->workspace, i); i++)
		result = add_sheet(cli, project, i, &sheets);
	if (result != PMO_OK)
		return result;
	if (!sheets)
		return cli_usage("there are no records yet, and a workbook needs a sheet");
	char *what = pmo_arena_format(&cli->arena, "%zu %s, a sheet each", sheets,
				      sheets == 1 ? "register" : "registers");
	if (!what)
		return PMO_NO_MEMORY;
	tell(cli, what, "xlsx");
	return PMO_OK;
}

static enum pmo_result export_workspace(struct cli *cli, enum pmo_format format)
{
	size_t records;
	if (format == PMO_FORMAT_XLSX)
		return export_workbook(cli);
	if (format != PMO_FORMAT_JSON)
		return cli_usage(
			"the whole workspace is exported as json or xlsx; as %s, one register: "
			"--register risk",
			pmo_format_name(format));
	enum pmo_result result = pmo_export_json(cli->workspace, &cli->out, &records);
	if (result != PMO_OK)
		pmo_buffer_clear(&cli->out); /* half a document is none */
	if (result != PMO_OK)
		return result;
	char *what = pmo_arena_format(&cli->arena, "the whole workspace, %zu %s", records,
				      records == 1 ? "record" : "records");
	if (!what)
		return PMO_NO_MEMORY;
	tell(cli, what, "json");
	return PMO_OK;
}

/* plan.xml is for MS Project; no register has that format. */
static bool is_for_project(const struct cli *cli)
{
	size_t length = cli->output ? strlen(cli->output) : 0;
	return !cli->format_word && length > 4 && pmo_ascii_equal(cli->output + length - 4, ".xml");
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct export_options *wanted = cli->options;
	enum pmo_format format = PMO_FORMAT_JSON;
	if (argc && cli->output)
		return cli_usage("two files to write: %s and %s", argv[0], cli->output);
	if (argc)
		cli->output = argv[0];
	if (!wanted->register_name && is_for_project(cli))
		return mspdi_export(cli, wanted->for_2007);
	if (wanted->for_2007)
		return cli_usage(
			"--project-2007 is for a plan: pmo export plan.xml --project-2007");
	if (cli->output && !cli->format_word && !pmo_format_from_file(cli->output, &format))
		return cli_usage("%s: no format has that ending; say one: --format json",
				 cli->output);
	if (cli->format_word || cli->output || wanted->register_name) {
		enum pmo_result result = cli_format(cli, &format);
		if (result != PMO_OK)
			return result;
	}
	return wanted->register_name ? export_register(cli, wanted->register_name, format)
				     : export_workspace(cli, format);
}

const struct command export_command = {
	.name = "export",
	.summary = "the whole workspace, or a list, for other programs",
	.group = GROUP_CARE,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct export_options),
	.usage = "[FILE] [--register REGISTER] [--project-2007]",
	.about = "Without --register everything that the files say, as one JSON document: the\n"
		 "same data give the same bytes. pmo import FILE.json takes it in again.\n"
		 "FILE.xml is the plan for MS Project; pmo import FILE.xml takes it in again.",
	.run = run,
};
