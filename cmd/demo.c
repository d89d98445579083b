/*
 * `pmo demo`: a project to look at, copied from what is shipped. The folder must not be
 * there, or be empty; when the copying fails, what was copied goes again.
 *
 * pmo.yaml makes a workspace of it, so it comes last, under another name until all is on
 * the disk. That name tells the next `pmo demo` that what it finds was left by a killed
 * one, and it goes on from there.
 */
#include "commands.h"

#include "cli/program.h"
#include "cli/save.h"

#include <pmo/text.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MAX = 8, MADE_MAX = 4096 };

#define MARK ".pmo.yaml.part"

/* A copy under way; what was made is remembered, to be taken away again. */
struct copy {
	struct cli *cli;
	const char *mark; /* the path of MARK in the copy */
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
	bool is_known = program_find_folder(program);
	for (size_t i = 0; is_known && i < sizeof(near) / sizeof(near[0]); i++) {
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

static enum pmo_result copy_folder(struct copy *copy, const char *from, const char *to, int depth);

static enum pmo_result remember(struct copy *copy, const char *path)
{
	if (copy->count == MADE_MAX)
		return PMO_REFUSED;
	copy->made[copy->count++] = path;
	return PMO_OK;
}

/* The whole file, synced. What stands under the name was left by a killed demo. */
static enum pmo_result copy_file(struct copy *copy, const char *from, const char *to)
{
	char *bytes;
	size_t length;
	enum pmo_result result = cli_read_file(copy->cli, from, &bytes, &length);
	if (result != PMO_OK)
		return result;
	int file = save_open(to, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0666);
	if (file < 0)
		return failed(to, "made");
	result = remember(copy, to);
	if (result == PMO_OK && (!save_write(file, bytes, length) || !save_sync(file)))
		result = failed(to, "written");
	close(file);
	return result;
}

static enum pmo_result copy_entry(struct copy *copy, const char *from, const char *to, int depth)
{
	if (is_folder(from))
		return copy_folder(copy, from, to, depth);
	const char *name = strrchr(from, '/');
	bool is_last = depth == 1 && name && strcmp(name, "/pmo.yaml") == 0;
	return is_last ? PMO_OK : copy_file(copy, from, to);
}

static enum pmo_result copy_entries(struct copy *copy, DIR *folder, const char *from,
				    const char *to, int depth)
{
	struct pmo_arena *arena = &copy->cli->arena;
	enum pmo_result result = PMO_OK;
	const struct dirent *entry;
	while (result == PMO_OK && (errno = 0, entry = readdir(folder))) {
		if (entry->d_name[0] == '.')
			continue;
		char *source = pmo_arena_format(arena, "%s/%s", from, entry->d_name);
		char *target = pmo_arena_format(arena, "%s/%s", to, entry->d_name);
		result = source && target ? copy_entry(copy, source, target, depth + 1)
					  : PMO_NO_MEMORY;
	}
	return result == PMO_OK && errno ? failed(from, "read") : result;
}

static enum pmo_result copy_folder(struct copy *copy, const char *from, const char *to, int depth)
{
	enum pmo_result result = PMO_OK;
	bool made = save_make_folder(to) == 0;
	/* What is below was left by a killed demo; the folder itself may be the user's. */
	if (made || (errno == EEXIST && depth))
		result = remember(copy, to);
	else if (errno != EEXIST)
		result = failed(to, "made");
	int mark = depth || result != PMO_OK ? -1 : save_open(copy->mark, O_WRONLY | O_CREAT, 0666);
	if (!depth && result == PMO_OK)
		result = mark < 0 ? failed(copy->mark, "made") : remember(copy, copy->mark);
	if (mark >= 0)
		close(mark);
	if (result != PMO_OK)
		return result;
	DIR *folder = depth < DEPTH_MAX ? opendir(from) : NULL;
	if (!folder)
		return failed(from, "read");
	result = copy_entries(copy, folder, from, to, depth);
	closedir(folder);
	if (result == PMO_OK && !save_sync_folder(to))
		result = failed(to, "synced");
	return result;
}

/* Where the demo stands in its parent, too. */
static bool sync_above(struct cli *cli, const char *path)
{
	char *above = pmo_arena_format(&cli->arena, "%s/..", path);
	return above && save_sync_folder(above);
}

/* All, and then what makes a workspace of it. */
static enum pmo_result copy_all(struct copy *copy, const char *from, const char *to)
{
	struct pmo_arena *arena = &copy->cli->arena;
	const char *source = pmo_arena_format(arena, "%s/pmo.yaml", from);
	const char *target = pmo_arena_format(arena, "%s/pmo.yaml", to);
	copy->mark = pmo_arena_format(arena, "%s/" MARK, to);
	if (!source || !target || !copy->mark)
		return PMO_NO_MEMORY;
	enum pmo_result result = copy_folder(copy, from, to, 0);
	if (result == PMO_OK && !sync_above(copy->cli, to))
		result = failed(to, "synced");
	if (result == PMO_OK)
		result = copy_file(copy, source, copy->mark);
	if (result == PMO_OK && !save_rename(copy->mark, target))
		result = failed(target, "made");
	if (result != PMO_OK)
		return result;
	result = remember(copy, target);
	if (result == PMO_OK && !save_sync_folder(to))
		result = failed(to, "synced");
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
	bool empty = true, left = false;
	if (lstat(path, &status) != 0)
		return errno == ENOENT ? PMO_OK : failed(path, "looked at");
	DIR *folder = opendir(path);
	if (!folder)
		return failed(path, "used");
	while ((errno = 0, entry = readdir(folder))) {
		left = left || strcmp(entry->d_name, MARK) == 0;
		empty = empty &&
			(strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0);
	}
	int error = errno;
	closedir(folder);
	errno = error;
	if (error)
		return failed(path, "looked at");
	if (empty || left)
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
		"  export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup\n\n"
		"  pmo today                    the morning screen: what is late, what waits\n"
		"  pmo why go-live              why it moved, in sentences\n"
		"  pmo gantt                    the plan as a chart\n"
		"  pmo status                   the weekly report; -o week.docx, -o week.html\n"
		"  pmo risk                     what may happen, the worst first\n"
		"  pmo log ISS-6                how it came to that\n"
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
	result = copy_all(copy, source, path);
	cli->has_written = result == PMO_OK;
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
