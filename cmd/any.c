/*
 * `pmo show ISS-6`, `pmo set TSK-14 owner=INF`: commands by any id, whatever its register.
 */
#include "commands.h"
#include "register_edit.h"
#include "register_set.h"
#include "register_show.h"

const struct command show_command = {
	.name = "show",
	.summary = "any record by its id, `.` the last one",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.min = 1,
	.max = -1,
	.takes = TAKES_FORMAT,
	.options = show_options,
	.size = sizeof(struct show_options),
	.usage = "ID... [--refs]",
	.run = show_run,
};

static enum pmo_result set(struct cli *cli, int argc, char **argv)
{
	struct set_work work = { .cli = cli };
	enum pmo_result result = set_parse(&work, argc, argv);
	return result == PMO_OK ? set_run(&work) : result;
}

const struct command set_command = {
	.name = "set",
	.summary = "change fields of any record",
	.group = GROUP_CHANGE,
	.needs = CLI_WRITE,
	.max = -1,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN | TAKES_IMPORTED,
	.usage = "ID... FIELD=VALUE...",
	.about = "FIELD= takes a value away. Lists: tags+=x tags-=x; items: quotes.2.amount=5.\n"
		 "Several records are one change: all of them, or none. By a condition:\n"
		 "pmo REGISTER set --where EXPR FIELD=VALUE",
	.run = set,
};

const struct command edit_command = {
	.name = "edit",
	.summary = "records in your editor",
	.group = GROUP_CHANGE,
	.needs = CLI_WRITE,
	.max = -1,
	.takes = TAKES_CHANGE,
	.options = edit_options,
	.size = sizeof(struct edit_options),
	.usage = "ID... | --retry FILE",
	.run = edit_run,
};

/* links+=B of A, by its id as the workspace writes it; or links-=B. */
static enum pmo_result relink(struct cli *cli, char **argv, const char *sign)
{
	const struct pmo_record *to;
	enum pmo_result result = cli_find(cli, NULL, argv[1], &to);
	if (result != PMO_OK)
		return result;
	const char *project = "", *slash = "";
	const struct pmo_project *own = pmo_workspace_project(cli->workspace);
	if (to->project && own && to->project != own) {
		project = to->project->handle;
		slash = "/";
	}
	char *assignment =
		pmo_arena_format(&cli->arena, "links%s%s%s%s", sign, project, slash, to->id);
	struct set_work work = { .cli = cli, .ids = argv, .id_count = 1 };
	work.assignments = &assignment;
	work.assignment_count = 1;
	return assignment ? set_run(&work) : PMO_NO_MEMORY;
}

static enum pmo_result link_records(struct cli *cli, int argc, char **argv)
{
	(void)argc;
	return relink(cli, argv, "+=");
}

static enum pmo_result unlink_records(struct cli *cli, int argc, char **argv)
{
	(void)argc;
	return relink(cli, argv, "-=");
}

const struct command link_command = {
	.name = "link",
	.summary = "note that a record belongs to another",
	.group = GROUP_CHANGE,
	.needs = CLI_WRITE,
	.min = 2,
	.max = 2,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN,
	.usage = "ID ID",
	.run = link_records,
};

const struct command unlink_command = {
	.name = "unlink",
	.summary = "take such a link away",
	.group = GROUP_CHANGE,
	.needs = CLI_WRITE,
	.min = 2,
	.max = 2,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN,
	.usage = "ID ID",
	.run = unlink_records,
};
