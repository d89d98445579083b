/* `pmo layout`: a folder of files, or one file. */
#include "commands.h"

#include <pmo/maintain.h>
#include <pmo/text.h>

#include <string.h>

/* The registers that stand in the same file, "tasks and milestones". */
static char *names_of(struct cli *cli, const struct pmo_schema *schema)
{
	const struct pmo_register *own = schema->table, *about;
	const char *place = own->place ? own->place : own->plural;
	char *names = NULL;
	for (size_t i = 0; (about = pmo_workspace_table(cli->workspace, i)); i++) {
		const char *other = about->place ? about->place : about->plural;
		if (strcmp(place, other) != 0 || about->scope != own->scope)
			continue;
		names = pmo_arena_format(&cli->arena, "%s%s%s", names ? names : "",
					 names ? " and " : "", about->plural);
		if (!names)
			return NULL;
	}
	return names;
}

static enum pmo_result tell(struct cli *cli, const struct pmo_relayout *done)
{
	struct pmo_buffer *out = &cli->out;
	const char *names = names_of(cli, done->schema);
	bool file = done->to == PMO_LAYOUT_FILE;
	if (!names)
		return PMO_NO_MEMORY;
	if (!done->records && strcmp(done->from_path, done->to_path) == 0) {
		pmo_buffer_add_format(out, "%s are in %s%s already\n", names, done->to_path,
				      file ? "" : "/");
		return PMO_OK;
	}
	if (!done->records) {
		pmo_buffer_add_format(out, "there are no %s yet, so there is nothing to convert\n",
				      names);
		return PMO_OK;
	}
	pmo_buffer_add_format(out, "%s: %zu record%s from %s%s to %s%s\n", names, done->records,
			      done->records == 1 ? "" : "s", done->from_path, file ? "/" : "",
			      done->to_path, file ? "" : "/");
	if (!file && strcmp(names, done->schema->table->plural) != 0)
		pmo_buffer_add_text(out,
				    "Their order in the file, which is the outline, is lost: it "
				    "is by number now.\n");
	if (cli->dry_run)
		pmo_buffer_add_text(out, "nothing was written (--dry-run)\n");
	else
		pmo_buffer_add_text(out, "take it back: pmo undo\n");
	return PMO_OK;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct pmo_relayout relayout = { .dry = cli->dry_run };
	(void)argc;
	relayout.schema = pmo_workspace_schema(cli->workspace, argv[0]);
	if (!relayout.schema)
		return cli_usage("there is no register '%s'; pmo schema lists them", argv[0]);
	if (strcmp(argv[1], "folder") == 0)
		relayout.to = PMO_LAYOUT_FOLDER;
	else if (strcmp(argv[1], "file") == 0)
		relayout.to = PMO_LAYOUT_FILE;
	else
		return cli_usage("'%s' is neither folder nor file", argv[1]);
	enum pmo_result result = PMO_OK;
	if (relayout.schema->table->scope == PMO_SCOPE_PROJECT)
		result = pmo_workspace_need_project(cli->workspace, &relayout.project);
	if (result == PMO_OK)
		result = pmo_relayout_apply(cli->workspace, &relayout);
	return result == PMO_OK ? tell(cli, &relayout) : result;
}

const struct command layout_command = {
	.name = "layout",
	.summary = "keep a register in a folder or in one file",
	.group = GROUP_CARE,
	.needs = CLI_WRITE,
	.min = 2,
	.max = 2,
	.takes = TAKES_DRY_RUN,
	.usage = "REGISTER folder|file [--dry-run]",
	.run = run,
	.about = "Every record keeps its lines and comments; only their indentation changes. What\n"
		 "is written is read again first and must say what was there before. Registers\n"
		 "that share a file (tasks and milestones) go together.",
};
