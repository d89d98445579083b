/*
 * `pmo demo`: a project to look at, copied from what is shipped. The folder must not be
 * there, or be empty; when the copying fails, what was copied goes again.
 */
#include "commands.h"

#include <pmo/text.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MAX = 8, MADE_MAX = 4096 };

/* A copy under way; what was made is remembered, to be taken away again. */
struct copy {
	struct cli *cli;
	const char *made[MADE_MAX];
	size_t count;
};

static bool is_folder(const char *path)
{
	struct stat status;
	return path && stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/*
 * The shipped tree: beside the program in the build tree and in a moved installation, else
 * where it was installed.
 */
static const char *find_source(struct cli *cli)
{
	static const char *const near[] = { "../share/pmo/demo", "../share/demo", "share/demo",
					    "../../share/demo", "../../../share/demo" };
	char program[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", program, sizeof(program) - 1);
	program[length > 0 ? length : 0] = '\0';
	char *slash = strrchr(program, '/');
	if (slash)
		*slash = '\0';
	for (size_t i = 0; slash && i < sizeof(near) / sizeof(near[0]); i++) {
		char *path = pmo_arena_format(&cli->arena, "%s/%s", program, near[i]);
		char *mark = path ? pmo_arena_format(&cli->arena, "%s/pmo.yaml", path) : NULL;
		if (mark && access(mark, R_OK) == 0)
			return path;
	}
	return is_folder(PMO_DATADIR "/demo") ? PMO_DATADIR "/demo" : NULL;
}

static enum pmo_result failed(const char *path, const char *action)
{
	cli_say("%s cannot be %s: %s", path, action, strerror(errno));
	return PMO_IO;
}

static enum pmo_result remember(struct copy *copy, const char *path)
{
	if (copy->count == MADE_MAX)
		return PMO_REFUSED;
	copy->made[copy->count++] = path;
	return PMO_OK;
}

static enum pmo_result copy_file(struct copy *copy, const char *from, const char *to)
{
	char *bytes;
	size_t length, done = 0;
	enum pmo_result result = cli_read_file(copy->cli, from, &bytes, &length);
	if (result != PMO_OK)
		return result;
	int file = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (file < 0)
		return failed(to, "made");
	result = remember(copy, to);
	while (result == PMO_OK && done < length) {
		ssize_t put = write(file, bytes + done, length - done);
		if (put < 0 && errno != EINTR)
			result = failed(to, "written");
		done += put > 0 ? (size_t)put : 0;
	}
	if (close(file) != 0 && result == PMO_OK)
		result = failed(to, "written");
	return result;
}

static enum pmo_result copy_folder(struct copy *copy, const char *from, const char *to, int depth)
{
	struct pmo_arena *arena = &copy->cli->arena;
	DIR *folder = depth < DEPTH_MAX ? opendir(from) : NULL;
	enum pmo_result result = PMO_OK;
	const struct dirent *entry;
	if (!folder)
		return failed(from, "read");
	if (mkdir(to, 0777) == 0)
		result = remember(copy, to);
	else if (errno != EEXIST)
		result = failed(to, "made");
	while (result == PMO_OK && (entry = readdir(folder))) {
		if (entry->d_name[0] == '.')
			continue;
		char *source = pmo_arena_format(arena, "%s/%s", from, entry->d_name);
		char *target = pmo_arena_format(arena, "%s/%s", to, entry->d_name);
		if (!source || !target)
			result = PMO_NO_MEMORY;
		else if (is_folder(source))
			result = copy_folder(copy, source, target, depth + 1);
		else
			result = copy_file(copy, source, target);
	}
	closedir(folder);
	return result;
}

static void take_away(struct copy *copy)
{
	while (copy->count)
		(void)remove(copy->made[--copy->count]);
}

static enum pmo_result check_free(const char *path)
{
	struct stat status;
	const struct dirent *entry;
	bool empty = true;
	if (lstat(path, &status) != 0)
		return errno == ENOENT ? PMO_OK : failed(path, "looked at");
	DIR *folder = opendir(path);
	if (!folder)
		return failed(path, "used");
	while ((entry = readdir(folder)))
		empty = empty &&
			(strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0);
	closedir(folder);
	if (empty)
		return PMO_OK;
	cli_say("%s is not empty; the demo takes a folder of its own", path);
	return PMO_EXISTS;
}

static void tell(struct cli *cli, const char *path)
{
	pmo_buffer_add_format(
		&cli->out,
		"%s: the dispatch system of Fairmont County, as it stood on Nov 20, 2026\n\n"
		"  cd %s\n"
		"  export PMO_TODAY=2026-11-20 PMO_USER=PC\n\n"
		"  pmo risk                     what may happen, the worst first\n"
		"  pmo show ISS-6               one issue, with all that is known of it\n"
		"  pmo log ISS-6                how it came to that\n"
		"  pmo find permit              a word, wherever it stands\n"
		"  pmo + issue NET fri: TEXT    note something; pmo undo takes it back\n"
		"  pmo check                    what does not fit together, and why\n\n"
		"README.txt there says what to look for. Every file is plain text: open one.\n",
		path, path);
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const char *source = find_source(cli), *path = argv[0];
	(void)argc;
	if (!source) {
		cli_say("the demo is not installed: there is no %s/demo", PMO_DATADIR);
		return PMO_IO;
	}
	if (path[0] != '/' && cli->directory)
		path = pmo_arena_format(&cli->arena, "%s/%s", cli->directory, path);
	struct copy *copy = pmo_arena_alloc(&cli->arena, sizeof(*copy));
	if (!copy || !path)
		return PMO_NO_MEMORY;
	copy->cli = cli;
	enum pmo_result result = check_free(path);
	if (result != PMO_OK)
		return result;
	result = copy_folder(copy, source, path, 0);
	if (result == PMO_OK)
		tell(cli, path);
	else
		take_away(copy);
	return result;
}

const struct command demo_command = {
	.name = "demo",
	.summary = "a project to look around in",
	.group = GROUP_START,
	.needs = CLI_NOTHING,
	.min = 1,
	.max = 1,
	.usage = "DIR",
	.run = run,
	.about = "Copies a project of a county's coordinator, with a few honest records of every\n"
		 "register, into a new or empty folder.",
};
