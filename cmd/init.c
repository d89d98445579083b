/* `pmo init`: a first project, or one more. */
#include "cli/environment.h"
#include "commands.h"
#include "mspdi.h"

#include <pmo/maintain.h>
#include <pmo/text.h>

#include <limits.h>
#include <string.h>
#include <unistd.h>

struct init_options {
	const char *from;
};

static const struct option options[] = {
	{ .name = "from",
	  CLI_TEXT(struct init_options, from),
	  .arg = "FILE",
	  .help = "a plan that MS Project saved as XML" },
	{ 0 },
};

/* America/Chicago, as this machine has it; NULL where it does not say. */
static const char *local_zone(struct cli *cli)
{
	char target[PATH_MAX];
	const char *zone = environment_get("TZ");
	if (!zone) {
		ssize_t length = readlink("/etc/localtime", target, sizeof(target) - 1);
		target[length > 0 ? length : 0] = '\0';
		char *name = strstr(target, "/zoneinfo/");
		zone = name ? pmo_arena_string(&cli->arena, name + 10) : NULL;
	}
	if (!zone || !strchr(zone, '/') || strncmp(zone, "Etc/", 4) == 0 ||
	    !pmo_zone_name_is_valid(zone, strlen(zone)))
		return NULL;
	return zone;
}

/* Whether git keeps the folder: .git is a folder, or a file in other work trees. */
static bool is_in_repository(struct cli *cli)
{
	char *path = pmo_arena_string(&cli->arena, cli->env.directory);
	while (path && *path) {
		char *git = pmo_arena_format(&cli->arena, "%s/.git", path);
		char *slash = strrchr(path, '/');
		if (git && access(git, F_OK) == 0)
			return true;
		if (!slash)
			return false;
		*slash = '\0';
	}
	return false;
}

/* "Next  pmo -p netref + TEXT     what you hear, in one line" */
static void add_next(struct cli *cli, const char *label, const char *words, const char *why)
{
	size_t start = cli->out.length;
	pmo_buffer_add_format(&cli->out, "%-4s  pmo %s", label, words);
	size_t used = cli->out.length - start;
	pmo_buffer_add_repeat(&cli->out, ' ', used < 40 ? 40 - used : 2);
	pmo_buffer_add_format(&cli->out, "%s\n", why);
}

static enum pmo_result tell_plan(struct cli *cli, const struct pmo_creation *made)
{
	struct pmo_arena *arena = &cli->arena;
	const char *list = pmo_arena_format(arena, "-p %s task list", made->handle);
	const char *check = pmo_arena_format(arena, "-p %s check", made->handle);
	const char *edit = pmo_arena_format(arena, "-p %s edit project", made->handle);
	if (!list || !check || !edit)
		return PMO_NO_MEMORY;
	pmo_buffer_add_char(&cli->out, '\n');
	add_next(cli, "Next", list, "the plan");
	add_next(cli, "", check, "what the records lack");
	add_next(cli, "", edit, "the charter, in your editor");
	return PMO_OK;
}

/* The project is made first and filled then; both steps are taken back by pmo undo. */
static enum pmo_result fill(struct cli *cli, const struct pmo_creation *made,
			    const struct mspdi_wanted *wanted, struct pmo_mspdi *plan)
{
	pmo_workspace_close(cli->workspace);
	cli->workspace = NULL;
	enum pmo_result result = pmo_workspace_open(&cli->env, &cli->diags, &cli->workspace);
	if (result == PMO_OK)
		result = mspdi_fill(cli, plan, wanted, made->handle);
	return result == PMO_OK ? tell_plan(cli, made) : result;
}

static enum pmo_result tell(struct cli *cli, const struct pmo_creation *made)
{
	struct pmo_arena *arena = &cli->arena;
	bool several = cli->workspace != NULL;
	const char *user = cli->env.user ? cli->env.user : "PC";
	const char *project = several ? pmo_arena_format(arena, "-p %s ", made->handle) : "";
	for (size_t i = 0; i < made->file_count; i++)
		pmo_buffer_add_format(&cli->out, "made  %s\n", made->files[i]);
	if (several)
		pmo_buffer_add_format(&cli->out, "      in %s\n", made->root);
	const char *person = pmo_arena_format(arena, "person add %s \"YOUR NAME\"", user);
	const char *edit = project ? pmo_arena_format(arena, "%sedit project", project) : NULL;
	const char *capture = project ? pmo_arena_format(arena, "%s+ TEXT", project) : NULL;
	if (!person || !edit || !capture)
		return PMO_NO_MEMORY;
	pmo_buffer_add_char(&cli->out, '\n');
	add_next(cli, "Next", several ? edit : person,
		 several ? "the charter, in your editor" : "you; then all who belong to it");
	add_next(cli, "", several ? "person list" : edit,
		 several ? "who is known here already" : "the charter, in your editor");
	add_next(cli, "", capture, "what you hear, in one line");
	pmo_buffer_add_text(&cli->out, "\nTake it back: pmo undo\n");
	return PMO_OK;
}

static enum pmo_result open_around(struct cli *cli)
{
	enum pmo_result result = pmo_workspace_open(&cli->env, &cli->diags, &cli->workspace);
	if (result != PMO_NOT_FOUND)
		return result;
	pmo_workspace_close(cli->workspace);
	cli->workspace = NULL;
	return PMO_OK;
}

static enum pmo_result create(struct cli *cli, struct pmo_creation *creation)
{
	enum pmo_result result = open_around(cli);
	if (result != PMO_OK)
		return result;
	creation->env = &cli->env;
	creation->workspace = cli->workspace;
	creation->arena = &cli->arena;
	creation->diags = &cli->diags;
	creation->timezone = local_zone(cli);
	creation->in_repository = is_in_repository(cli);
	result = pmo_workspace_create(creation);
	cli->has_written = result == PMO_OK;
	return result;
}

/* "My plan.xml" is called My plan, where the plan itself has no title. */
static const char *title_of_file(struct cli *cli, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *name = pmo_arena_string(&cli->arena, slash ? slash + 1 : path);
	char *dot = name ? strrchr(name, '.') : NULL;
	if (dot && dot > name)
		*dot = '\0';
	return name;
}

static enum pmo_result run_from(struct cli *cli, char **argv, const char *path)
{
	struct mspdi_wanted wanted = { .path = path, .yes = true, .create_people = true };
	struct pmo_creation creation = { .title = argv[0], .handle = argv[0] ? argv[1] : NULL };
	struct pmo_mspdi *plan;
	struct pmo_mspdi_facts facts;
	char *bytes;
	if (mspdi_is_binary(path, NULL, 0))
		return PMO_USAGE;
	enum pmo_result result = cli_read_file(cli, path, &bytes, &wanted.length);
	if (result != PMO_OK)
		return result;
	wanted.bytes = bytes;
	if (mspdi_is_binary(path, bytes, wanted.length))
		return PMO_USAGE;
	if (!mspdi_is_plan(path, bytes, wanted.length))
		return cli_usage("%s: this is no plan that MS Project saved as XML; a list goes in "
				 "with: pmo import %s",
				 path, path);
	result = mspdi_read(cli, &wanted, &plan);
	if (result != PMO_OK)
		return result;
	pmo_mspdi_tell(plan, &facts);
	if (!creation.title)
		creation.title = facts.title && !strpbrk(facts.title, "\r\n")
					 ? facts.title
					 : title_of_file(cli, path);
	result = create(cli, &creation);
	return result == PMO_OK ? fill(cli, &creation, &wanted, plan) : result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct init_options *wanted = cli->options;
	if (wanted->from)
		return run_from(cli, argv, wanted->from);
	if (!argc)
		return cli_usage("a project needs a title: pmo init \"CAD upgrade\" [cadup]");
	struct pmo_creation creation = { .title = argv[0], .handle = argv[1] };
	enum pmo_result result = create(cli, &creation);
	return result == PMO_OK ? tell(cli, &creation) : result;
}

const struct command init_command = {
	.name = "init",
	.summary = "begin a project",
	.group = GROUP_START,
	.needs = CLI_NOTHING,
	.max = 2,
	.options = options,
	.size = sizeof(struct init_options),
	.usage = "[--from PLAN.xml] [TITLE [HANDLE]]",
	.run = run,
	.about = "Makes pmo.yaml, where there is none around, and HANDLE/project.yaml. The handle\n"
		 "is the project's folder and its name on the command line; it is made of the\n"
		 "title when you do not say one. What is there already is never written over.\n"
		 "--from makes the project of a plan, with its people, calendars and baselines.",
};
