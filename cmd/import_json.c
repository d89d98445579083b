/*
 * `pmo import FILE.json`: in an empty folder it makes the workspace; in one that is there, with
 * --update, it brings in what is missing there and what differs.
 */
#include "import.h"

#include "cli/output.h"

#include <pmo/exchange.h>
#include <pmo/import.h>

#include <stdio.h>
#include <unistd.h>

/* What was found out goes to the screen before the question does. */
enum pmo_result import_ask(struct cli *cli, bool *agreed)
{
	char line[16];
	enum pmo_result result = output_flush(cli, false);
	pmo_buffer_clear(&cli->out);
	cli_print_diags(cli);
	if (result != PMO_OK)
		return result;
	fputs("Import? [y/n] ", stderr);
	*agreed = fgets(line, sizeof(line), stdin) && (*line == 'y' || *line == 'Y');
	return PMO_OK;
}

struct json_import {
	struct cli *cli;
	const struct import_json_wanted *wanted;
	struct pmo_intake intake;
};

static enum pmo_result show_counts(struct json_import *import, bool done)
{
	struct cli *cli = import->cli;
	struct pmo_buffer *out = &cli->out;
	size_t added = 0, updated = 0, unchanged = 0;
	for (size_t i = 0; i < import->intake.count; i++) {
		const struct pmo_intake_count *count = &import->intake.counts[i];
		added += count->added;
		updated += count->updated;
		unchanged += count->unchanged;
		if (!count->added && !count->updated)
			continue;
		pmo_buffer_add_format(out, "  %s%s%s: ", count->project ? count->project : "",
				      count->project ? " " : "", count->name);
		if (count->added)
			pmo_buffer_add_format(out, "%zu new%s", count->added,
					      count->updated ? ", " : "");
		if (count->updated)
			pmo_buffer_add_format(out, "%zu changed", count->updated);
		pmo_buffer_add_char(out, '\n');
	}
	pmo_buffer_add_format(out, "%s %zu, %s %zu, unchanged %zu.\n", done ? "Added" : "Adds",
			      added, done ? "updated" : "updates", updated, unchanged);
	return PMO_OK;
}

static enum pmo_result create(struct json_import *import)
{
	struct cli *cli = import->cli;
	if (import->wanted->update)
		return cli_usage("--update: there is no workspace here to update");
	pmo_buffer_add_format(&cli->out, "%s: a whole workspace, into this folder\n",
			      import->wanted->path);
	enum pmo_result result = pmo_intake_create(&import->intake, &cli->env, cli->dry_run);
	return result == PMO_OK ? show_counts(import, !cli->dry_run) : result;
}

/* Everything but the question: dry, nothing is written. */
static enum pmo_result attempt(struct json_import *import, bool dry)
{
	struct cli *cli = import->cli;
	struct pmo_update *update = NULL;
	struct pmo_update_options how = { .on = cli->change.on,
					  .by = cli->change.by,
					  .note = cli->change.note,
					  .as_imported = import->wanted->as_imported,
					  .dry = dry };
	struct pmo_import remarks = { .workspace = cli->workspace };
	enum pmo_result result = pmo_update_begin(cli->workspace, &how, &update);
	if (result == PMO_OK)
		result = pmo_intake_merge(&import->intake, update);
	if (result == PMO_OK)
		result = pmo_import_commit(&remarks, update);
	pmo_update_end(update);
	return result == PMO_OK ? show_counts(import, !dry) : result;
}

static enum pmo_result merge(struct json_import *import)
{
	struct cli *cli = import->cli;
	bool agreed = import->wanted->yes, asks = cli->is_terminal && isatty(STDIN_FILENO);
	if (!import->wanted->update) {
		cli_say("%s is a whole workspace, and there is one here: %s", import->wanted->path,
			pmo_workspace_root(cli->workspace));
		cli_say("with --update it is merged into it; or import it in an empty folder");
		return PMO_REFUSED;
	}
	pmo_buffer_add_format(&cli->out, "%s: a whole workspace, to update this one\n",
			      import->wanted->path);
	if (!agreed || cli->dry_run) {
		enum pmo_result result = attempt(import, true);
		if (result != PMO_OK || cli->dry_run)
			return result;
		if (!asks)
			return cli_usage("nothing is imported yet; add --yes to do it");
		result = import_ask(cli, &agreed);
		if (result != PMO_OK)
			return result;
	}
	if (agreed)
		return attempt(import, false);
	pmo_buffer_add_text(&cli->out, "Nothing is imported.\n");
	cli->answer_is_no = true;
	return PMO_OK;
}

enum pmo_result import_json(struct cli *cli, const struct import_json_wanted *wanted)
{
	struct json_import import = { .cli = cli,
				      .wanted = wanted,
				      .intake = { .arena = &cli->arena, .diags = &cli->diags } };
	struct pmo_source *source = pmo_arena_alloc(&cli->arena, sizeof(*source));
	char *bytes;
	if (wanted->is_for_tables)
		return cli_usage("%s: columns and their options go with a table, such as .csv",
				 wanted->path);
	if (!source)
		return PMO_NO_MEMORY;
	enum pmo_result result = cli_read_file(cli, wanted->path, &bytes, &source->length);
	if (result != PMO_OK)
		return result;
	source->path = wanted->path;
	source->bytes = bytes;
	import.intake.source = source;
	result = pmo_intake_open(&import.intake);
	if (result != PMO_OK)
		return result;
	return cli->workspace ? merge(&import) : create(&import);
}
