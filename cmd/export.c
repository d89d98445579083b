/*
 * `pmo export [FILE]`: the whole workspace as one JSON document, or the list of all records
 * of a register. The file's ending says which format it is.
 */
#include "commands.h"

#include "register.h"
#include "register_list.h"

#include <pmo/exchange.h>

struct export_options {
	const char *register_name;
};

static const struct option options[] = {
	{ .name = "register",
	  CLI_TEXT(struct export_options, register_name),
	  .arg = "REGISTER",
	  .help = "only this one, as a list" },
	{ 0 },
};

/* What is written where, on standard error: the file itself is for programs. */
static void tell(const struct cli *cli, const char *what, const char *format)
{
	if (cli->output)
		cli_say("%s: %s, as %s", cli->output, what, format);
}

static enum pmo_result export_register(struct cli *cli, const char *name, enum pmo_format format)
{
	struct list_options *all = pmo_arena_alloc(&cli->arena, sizeof(*all));
	char *none[] = { NULL };
	cli->schema = pmo_workspace_schema(cli->workspace, name);
	if (!cli->schema)
		return cli_usage("there is no register '%s'; `pmo help registers` shows them",
				 name);
	if (!all)
		return PMO_NO_MEMORY;
	all->all = true;
	cli->options = all;
	enum pmo_result result = register_list_command.run(cli, 0, none);
	if (result == PMO_OK)
		tell(cli, cli->schema->table->plural, pmo_format_name(format));
	return result;
}

static enum pmo_result export_workspace(struct cli *cli, enum pmo_format format)
{
	size_t records;
	if (format != PMO_FORMAT_JSON)
		return cli_usage("the whole workspace is exported as json; as %s, one register: "
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

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct export_options *wanted = cli->options;
	enum pmo_format format = PMO_FORMAT_JSON;
	if (argc && cli->output)
		return cli_usage("two files to write: %s and %s", argv[0], cli->output);
	if (argc)
		cli->output = argv[0];
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
	.usage = "[FILE] [--register REGISTER]",
	.about = "Without --register everything that the files say, as one JSON document: the\n"
		 "same data give the same bytes. pmo import FILE.json takes it in again.",
	.run = run,
};
