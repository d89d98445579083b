/* `pmo init`: a first project, or one more. */
#include "cli/environment.h"
#include "commands.h"

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
	  .help = "from another program's plan" },
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

static bool ends_in(const char *name, const char *ending)
{
	size_t length = strlen(name), tail = strlen(ending);
	return length > tail && pmo_ascii_equal(name + length - tail, ending);
}

static enum pmo_result answer_from(const char *file)
{
	if (ends_in(file, ".mpp") || ends_in(file, ".mpt"))
		return cli_usage(
			"%s: pmo cannot read .mpp files; in Project: File > Save As > XML, "
			"then pmo init --from plan.xml",
			file);
	return cli_usage("%s: plans of other programs cannot be read yet; "
			 "begin with: pmo init \"TITLE\"",
			 file);
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

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct init_options *wanted = cli->options;
	if (wanted->from)
		return answer_from(wanted->from);
	if (!argc)
		return cli_usage("a project needs a title: pmo init \"CAD upgrade\" [cadup]");
	enum pmo_result result = pmo_workspace_open(&cli->env, &cli->diags, &cli->workspace);
	if (result == PMO_NOT_FOUND) {
		pmo_workspace_close(cli->workspace);
		cli->workspace = NULL;
	} else if (result != PMO_OK) {
		return result;
	}
	struct pmo_creation creation = {
		.env = &cli->env,
		.workspace = cli->workspace,
		.arena = &cli->arena,
		.diags = &cli->diags,
		.title = argv[0],
		.handle = argv[1],
		.timezone = local_zone(cli),
		.in_repository = is_in_repository(cli),
	};
	result = pmo_workspace_create(&creation);
	cli->has_written = result == PMO_OK;
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
	.usage = "TITLE [HANDLE]",
	.run = run,
	.about = "Makes pmo.yaml, where there is none around, and HANDLE/project.yaml. The handle\n"
		 "is the project's folder and its name on the command line; it is made of the\n"
		 "title when you do not say one. What is there already is never written over.",
};
