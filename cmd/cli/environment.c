/*
 * Reading what comes from outside into struct pmo_env. A variable that is set to nothing
 * counts as not set. A user's configuration that cannot be read is told and passed over:
 * it must not keep anybody from their data.
 */
#include "cli/environment.h"

#include "cli/spawn.h"

#include <pmo/text.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* POSIX leaves its declaration to us. */
extern char **environ;

enum { CONFIGURATION_MAX = 1 << 20, LOCK_WAIT = 5000, DIRECTORY_MAX = 1 << 16 };

const char *environment_get(const char *name)
{
	const char *value = getenv(name);
	return value && *value ? value : NULL;
}

/* The current directory, however long its name is. */
static char *current_directory(struct pmo_arena *arena)
{
	for (size_t size = 4096; size <= DIRECTORY_MAX; size *= 4) {
		char *name = pmo_arena_alloc(arena, size);
		if (!name || getcwd(name, size))
			return name;
		if (errno != ERANGE)
			break;
	}
	cli_say("the current directory cannot be named: %s", strerror(errno));
	return NULL;
}

static bool read_directory(struct cli *cli)
{
	const char *wanted = cli->directory ? cli->directory : environment_get("PMO_DIR");
	struct stat status;
	if (wanted && (stat(wanted, &status) < 0 || !S_ISDIR(status.st_mode))) {
		cli_say("%s is no directory", wanted);
		return false;
	}
	if (wanted && wanted[0] == '/') {
		cli->env.directory = wanted;
		return true;
	}
	char *here = current_directory(&cli->process);
	cli->env.directory = here;
	if (here && wanted)
		cli->env.directory = pmo_arena_format(&cli->process, "%s/%s", here, wanted);
	return cli->env.directory != NULL;
}

bool environment_read_clock(struct cli *cli)
{
	const char *text = environment_get("PMO_TODAY");
	cli->env.now = (int64_t)time(NULL) / 60;
	cli->env.today = PMO_DATE_NONE;
	if (!text)
		return true;
	if (pmo_date_parse(text, strlen(text), &cli->env.today) == PMO_OK)
		return true;
	cli_say("PMO_TODAY: '%s' is no date such as 2026-11-20", text);
	return false;
}

/* The file's text, or NULL when there is none that can be read. */
static char *read_text(struct pmo_arena *arena, const char *path)
{
	char *text = pmo_arena_alloc(arena, CONFIGURATION_MAX + 1);
	int file = text ? open(path, O_RDONLY | O_CLOEXEC) : -1;
	size_t length = 0;
	ssize_t got = -1;
	if (file < 0)
		return NULL;
	while (length < CONFIGURATION_MAX &&
	       (got = read(file, text + length, CONFIGURATION_MAX - length)) != 0) {
		if (got < 0 && errno != EINTR)
			break;
		length += got > 0 ? (size_t)got : 0;
	}
	close(file);
	if (got < 0 || length == CONFIGURATION_MAX) {
		cli_say("%s cannot be read and is passed over", path);
		return NULL;
	}
	return text;
}

static void read_configuration(struct cli *cli)
{
	const char *folder = environment_get("XDG_CONFIG_HOME");
	const char *home = environment_get("HOME");
	char *path = NULL;
	if (folder && folder[0] == '/')
		path = pmo_arena_format(&cli->process, "%s/pmo/config.yaml", folder);
	else if (home)
		path = pmo_arena_format(&cli->process, "%s/.config/pmo/config.yaml", home);
	if (!path || access(path, R_OK) < 0)
		return;
	cli->env.configuration = read_text(&cli->process, path);
	cli->env.configuration_path = path;
}

/* Parts of PATH that are relative, the current folder above all: what lies in a tree is not run. */
const char *environment_find_program(struct pmo_arena *arena, const char *name)
{
	const char *path = environment_get("PATH");
	while (path && *path) {
		struct stat status;
		size_t length = strcspn(path, ":");
		char *full = NULL;
		if (*path == '/')
			full = pmo_arena_format(arena, "%.*s/%s", (int)length, path, name);
		if (full && stat(full, &status) == 0 && S_ISREG(status.st_mode) &&
		    access(full, X_OK) == 0)
			return full;
		path += length + (path[length] == ':');
	}
	return NULL;
}

bool environment_read(struct cli *cli)
{
	struct pmo_env *env = &cli->env;
	char host[256] = "";
	if (!read_directory(cli))
		return false;
	if (cli->as_of != PMO_DATE_NONE)
		env->today = cli->as_of;
	env->today_yields = cli->as_of == PMO_DATE_NONE;
	env->at = cli->at;
	if (!env->git)
		env->git = environment_find_program(&cli->process, "git");
	env->variables = (const char *const *)environ;
	env->project = cli->project ? cli->project : environment_get("PMO_PROJECT");
	env->zoneinfo = environment_get("TZDIR");
	if (!env->zoneinfo)
		env->zoneinfo = "/usr/share/zoneinfo";
	env->user = environment_get("PMO_USER");
	if (gethostname(host, sizeof(host) - 1) < 0)
		host[0] = '\0';
	env->holder = pmo_arena_format(&cli->process, "process %ld on %s", (long)getpid(), host);
	env->lock_wait = LOCK_WAIT;
	if (!env->configuration)
		read_configuration(cli);
	return env->holder != NULL;
}

void environment_find_user(struct cli *cli)
{
	static const char *const words[] = { "git", "config", "user.email", NULL };
	const char *configuration = cli->env.configuration;
	if (cli->env.user || cli->env.email || (configuration && strstr(configuration, "user:")))
		return;
	struct pmo_buffer text;
	pmo_buffer_init(&text, 4096);
	struct spawn spawn = { .words = words, .directory = cli->env.directory, .output = &text };
	if (spawn_run(&spawn) && spawn.status == 0) {
		pmo_buffer_truncate(&text, strcspn(text.data, "\r\n"));
		if (text.length)
			cli->env.email = pmo_arena_string(&cli->process, text.data);
	}
	pmo_buffer_release(&text);
}

/* What the user's own configuration says; the tree's is never asked. */
static const struct pmo_config *own(const struct cli *cli)
{
	return cli->workspace ? pmo_workspace_user_config(cli->workspace) : NULL;
}

const char *environment_pager(const struct cli *cli)
{
	const char *program = environment_get("PAGER");
	if (!program && own(cli))
		program = own(cli)->pager;
	return program ? program : "less";
}

const char *environment_editor(const struct cli *cli)
{
	const char *program = environment_get("VISUAL");
	if (!program)
		program = environment_get("EDITOR");
	if (!program && own(cli))
		program = own(cli)->editor;
	return program ? program : "vi";
}
