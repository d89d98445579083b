/*
 * `pmo check`: what is wrong, by file and line. Errors and warnings; --all: advice, too.
 *
 * The findings are the answer, so they go to standard output, in the form that editors
 * and compilers share, or as a table in any format.
 */
#include "check.h"

#include "commands.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct check_options {
	bool all, errors, strict, fix;
};

static const struct option options[] = {
	{ .name = "all",
	  .key = 'a',
	  CLI_FLAG(struct check_options, all),
	  .help = "advice, too: what a professional would look at" },
	{ .name = "errors",
	  .key = 'e',
	  CLI_FLAG(struct check_options, errors),
	  .help = "errors alone" },
	{ .name = "strict",
	  CLI_FLAG(struct check_options, strict),
	  .help = "exit 1 for warnings, too" },
	{ .name = "fix",
	  CLI_FLAG(struct check_options, fix),
	  .help = "first mend what has one answer only" },
	{ 0 },
};

static enum pmo_result check_everything(struct cli *cli)
{
	size_t count;
	const struct pmo_project *const *projects = pmo_workspace_projects(cli->workspace, &count);
	const struct pmo_project *only = NULL;
	if (cli->env.project) {
		enum pmo_result found = pmo_workspace_need_project(cli->workspace, &only);
		if (found != PMO_OK)
			return found;
	}
	enum pmo_result result = pmo_workspace_check(cli->workspace, NULL);
	for (size_t i = 0; i < count && result == PMO_OK; i++)
		if (!only || only == projects[i])
			result = pmo_workspace_check(cli->workspace, projects[i]);
	return result;
}

/* The part of an absolute path below the workspace; NULL: it is elsewhere. */
static const char *below_root(const struct cli *cli, const char *path)
{
	char root[PATH_MAX];
	if (!realpath(pmo_workspace_root(cli->workspace), root))
		return NULL;
	size_t length = strcmp(root, "/") == 0 ? 0 : strlen(root);
	if (strncmp(path, root, length) != 0 || (path[length] && path[length] != '/'))
		return NULL;
	return path + length + (path[length] == '/');
}

/* A word that names a file or folder; false: it must be an id. */
static bool is_path(struct cli *cli, const char *word, struct check_filter *filter)
{
	char real[PATH_MAX];
	const char *from = cli->env.directory;
	const char *bases[] = { from, pmo_workspace_root(cli->workspace) };
	for (size_t i = 0; i < 2; i++) {
		char *path = *word == '/' ? pmo_arena_string(&cli->arena, word)
					  : pmo_arena_format(&cli->arena, "%s/%s", bases[i], word);
		if (!path || !realpath(path, real))
			continue;
		const char *below = below_root(cli, real);
		filter->path = below ? pmo_arena_string(&cli->arena, below) : NULL;
		return filter->path != NULL;
	}
	return false;
}

/* The words: paths narrow what is shown, ids are judged alone. */
static enum pmo_result read_words(struct cli *cli, int argc, char **argv,
				  struct check_filter *filters, bool *everything)
{
	*everything = !argc;
	for (int i = 0; i < argc; i++) {
		const struct pmo_record *record;
		if (is_path(cli, argv[i], &filters[i])) {
			*everything = true;
			continue;
		}
		enum pmo_result result = cli_find(cli, NULL, argv[i], &record);
		if (result != PMO_OK)
			return result;
		filters[i].path = record->path;
		filters[i].id = record->id;
		if (!record->unreadable)
			pmo_record_check(record, NULL, &cli->diags);
	}
	return PMO_OK;
}

static enum pmo_result fix(struct cli *cli)
{
	struct pmo_mendings mendings;
	const struct pmo_project *only = NULL;
	enum pmo_result result = PMO_OK;
	if (cli->env.project)
		result = pmo_workspace_need_project(cli->workspace, &only);
	if (result == PMO_OK)
		result = pmo_workspace_mend(cli->workspace, only, cli->dry_run, &mendings);
	for (size_t i = 0; result == PMO_OK && i < mendings.count; i++) {
		const struct pmo_mending *item = &mendings.items[i];
		if (item->line)
			pmo_buffer_add_format(&cli->out, "%s %s:%zu: %s is called %s now\n",
					      cli->dry_run ? "would mend" : "mended", item->path,
					      item->line, item->before, item->after);
		else
			pmo_buffer_add_format(&cli->out, "%s %s to %s\n",
					      cli->dry_run ? "would rename" : "renamed", item->path,
					      item->after);
	}
	if (result == PMO_OK && mendings.count && !cli->dry_run)
		pmo_buffer_add_text(&cli->out, "take that back: pmo undo\n\n");
	/* Reading for that told what is told again below. */
	if (result == PMO_OK)
		pmo_diags_init(&cli->diags, &cli->arena);
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct check_options *wanted = cli->options;
	bool everything;
	struct check_filter *filters =
		pmo_arena_array(&cli->arena, (size_t)argc + 1, sizeof(*filters));
	if (!filters)
		return PMO_NO_MEMORY;
	enum pmo_result result = wanted->fix ? fix(cli) : PMO_OK;
	if (result == PMO_OK)
		result = read_words(cli, argc, argv, filters, &everything);
	if (result == PMO_OK && everything)
		result = check_everything(cli);
	if (result != PMO_OK)
		return result;
	struct check_list list = { .filters = filters,
				   .filter_count = (size_t)argc,
				   .least = wanted->errors ? PMO_ERROR
					    : wanted->all  ? PMO_ADVICE
							   : PMO_WARNING };
	pmo_diags_locate(&cli->diags);
	result = check_collect(cli, &list);
	/* They are the answer now, not what went wrong on the way to it. */
	pmo_diags_init(&cli->diags, &cli->arena);
	cli->errors_are_answers = true;
	cli->answer_is_no = list.count_of[PMO_ERROR] > 0 ||
			    (wanted->strict && list.count_of[PMO_WARNING] > 0);
	if (result != PMO_OK)
		return result;
	return cli->format_word || cli->output ? check_print_table(cli, &list)
					       : check_print_text(cli, &list);
}

const struct command check_command = {
	.name = "check",
	.summary = "what is wrong, by file and line",
	.group = GROUP_CARE,
	.needs = CLI_READ,
	.max = -1,
	.takes = TAKES_FORMAT | TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct check_options),
	.usage = "[PATH|ID]... [--all] [--errors] [--strict] [--fix]",
	.run = run,
	.about = "Judges every register of every project (with -p of one) and of the workspace.\n"
		 "Errors come first. Exit status 1 when there are errors, with --strict also when\n"
		 "there are warnings. --fix renames record files such as rsk-3.yml and fields\n"
		 "under former names, and says each; --dry-run says only.",
};
