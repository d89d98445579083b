/* The fresh folder and the fixed environment that a transcript runs in. */
#include "runner.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void run_program(char *const *argv)
{
	pid_t pid = fork();
	if (pid < 0)
		quit("cannot fork: %s", strerror(errno));
	if (pid == 0) {
		execvp(argv[0], argv);
		_exit(127);
	}
	int status;
	if (waitpid(pid, &status, 0) != pid || status != 0)
		quit("%s failed", argv[0]);
}

static char *join_path(const char *folder, const char *name)
{
	struct text path = { 0 };
	text_add_format(&path, "%s/%s", folder, name);
	return path.data;
}

static void copy_fixture(const struct sandbox *sandbox, const struct script *script,
			 const struct place *place)
{
	char *folder = join_path(place->fixtures, script->fixture);
	struct stat info;
	if (stat(folder, &info) != 0 || !S_ISDIR(info.st_mode))
		quit("%s: there is no fixture %s", script->path, folder);
	char *content = join_path(folder, ".");
	run_program((char *[]){ "cp", "-RP", content, sandbox->work, NULL });
	free(content);
	free(folder);
}

void sandbox_make(struct sandbox *sandbox, const struct script *script, const struct place *place)
{
	const char *base = getenv("TMPDIR");
	char *path = join_path(base && *base ? base : "/tmp", "transcript-XXXXXX");
	if (!mkdtemp(path) || !(sandbox->root = realpath(path, NULL)))
		quit("%s: %s", path, strerror(errno));
	free(path);
	sandbox->work = join_path(sandbox->root, "work");
	sandbox->tmp = join_path(sandbox->root, "tmp");
	sandbox->script = join_path(sandbox->root, "script");
	if (mkdir(sandbox->work, 0755) != 0 || mkdir(sandbox->tmp, 0755) != 0)
		quit("%s: %s", sandbox->root, strerror(errno));
	if (script->fixture)
		copy_fixture(sandbox, script, place);
}

void sandbox_remove(struct sandbox *sandbox, bool keep_folder)
{
	if (keep_folder)
		fprintf(stderr, "transcript: %s is left there\n", sandbox->root);
	else
		run_program((char *[]){ "rm", "-rf", sandbox->root, NULL });
	free(sandbox->root);
	free(sandbox->work);
	free(sandbox->tmp);
	free(sandbox->script);
}

static void put(const char *name, const char *value)
{
	if (setenv(name, value, 1) != 0)
		quit("out of memory");
}

/* What is kept of the environment outside: where programs are and how sanitizers report. */
static void clear_environment(void)
{
	static const char *const kept[] = { "PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS",
					    "LLVM_PROFILE_FILE" };
	enum { KEPT = sizeof(kept) / sizeof(*kept) };
	extern char **environ;
	static char *nothing[] = { NULL };
	char *values[KEPT];
	for (size_t i = 0; i < KEPT; i++) {
		const char *value = getenv(kept[i]);
		values[i] = value ? copy_text(value, strlen(value)) : NULL;
	}
	environ = nothing;
	for (size_t i = 0; i < KEPT; i++) {
		if (values[i])
			put(kept[i], values[i]);
		free(values[i]);
	}
}

void sandbox_set_environment(const struct sandbox *sandbox, const struct script *script,
			     const struct place *place)
{
	static const char *const fixed[][2] = {
		{ "LC_ALL", "C.UTF-8" },
		{ "TZ", "UTC" },
		{ "EDITOR", "false" },
		{ "PAGER", "cat" },
		{ "PMO_SENDMAIL", "none" },
		{ "PMO_TODAY", "2026-11-20" },
		{ "PMO_USER", "PC" },
		{ "GIT_AUTHOR_NAME", "Pat Coordinator" },
		{ "GIT_AUTHOR_EMAIL", "pc@example.org" },
		{ "GIT_AUTHOR_DATE", "2026-11-20T14:00:00Z" },
		{ "GIT_COMMITTER_NAME", "Pat Coordinator" },
		{ "GIT_COMMITTER_EMAIL", "pc@example.org" },
		{ "GIT_COMMITTER_DATE", "2026-11-20T14:00:00Z" },
		{ "GIT_CONFIG_NOSYSTEM", "1" },
		{ "GIT_CONFIG_COUNT", "1" },
		{ "GIT_CONFIG_KEY_0", "init.defaultBranch" },
		{ "GIT_CONFIG_VALUE_0", "main" },
	};
	struct text path = { 0 };
	char width[16];
	clear_environment();
	text_add_format(&path, "%s:%s", place->tools, getenv("PATH") ? getenv("PATH") : "/bin");
	put("PATH", path.data);
	text_release(&path);
	for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++)
		put(fixed[i][0], fixed[i][1]);
	snprintf(width, sizeof(width), "%d", script->width);
	put("COLUMNS", width);
	put("TERM", script->terminal ? "xterm" : "dumb");
	put("HOME", sandbox->work);
	put("TMPDIR", sandbox->tmp);
	put("FIXTURES", place->fixtures);
	put("GIT_CEILING_DIRECTORIES", sandbox->root);
}
