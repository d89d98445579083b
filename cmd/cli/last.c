/*
 * One small file a terminal and workspace. It is a convenience: whatever goes wrong here
 * is silent, and `.` then means nothing.
 */
#include "cli/last.h"

#include "cli/environment.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ID_MAX = 512 };

/* FNV-1a: a name for the file, nothing that must be kept secret. */
static uint64_t hash(uint64_t value, const char *text)
{
	for (; *text; text++)
		value = (value ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
	return value;
}

/* Who is asking: the terminal, else the shell that started us. */
static const char *terminal_name(struct pmo_arena *arena)
{
	const char *name = environment_get("PMO_TTY");
	for (int i = 0; i < 3 && !name; i++)
		name = ttyname(i);
	return name ? name : pmo_arena_format(arena, "process %ld", (long)getppid());
}

static char *folder_name(struct pmo_arena *arena)
{
	const char *cache = environment_get("XDG_CACHE_HOME");
	const char *home = environment_get("HOME");
	if (cache && cache[0] == '/')
		return pmo_arena_format(arena, "%s/pmo", cache);
	return home ? pmo_arena_format(arena, "%s/.cache/pmo", home) : NULL;
}

static char *file_name(const struct cli *cli, struct pmo_arena *arena)
{
	const char *folder = folder_name(arena), *terminal = terminal_name(arena);
	if (!folder || !terminal || !cli->workspace)
		return NULL;
	uint64_t value = hash(UINT64_C(0xcbf29ce484222325), terminal);
	value = hash(hash(value, "\n"), pmo_workspace_root(cli->workspace));
	return pmo_arena_format(arena, "%s/last-%016" PRIx64, folder, value);
}

char *last_read(struct cli *cli)
{
	char text[ID_MAX];
	const char *path = file_name(cli, &cli->arena);
	int file = path ? open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) : -1;
	if (file < 0)
		return NULL;
	ssize_t length = read(file, text, sizeof(text) - 1);
	close(file);
	if (length <= 0)
		return NULL;
	text[length] = '\0';
	text[strcspn(text, "\n")] = '\0';
	return *text ? pmo_arena_string(&cli->arena, text) : NULL;
}

/* Makes the folder and the one above it, for the user alone. */
static bool make_folder(char *path)
{
	char *slash = strrchr(path, '/');
	if (mkdir(path, 0700) == 0 || errno == EEXIST)
		return true;
	if (errno != ENOENT || !slash || slash == path)
		return false;
	*slash = '\0';
	bool above = mkdir(path, 0700) == 0 || errno == EEXIST;
	*slash = '/';
	return above && mkdir(path, 0700) == 0;
}

/* In place and in one go: a reader takes the first line, so nothing can be half. */
static void replace(const char *path, const char *id)
{
	char line[ID_MAX + 1];
	int length = snprintf(line, sizeof(line), "%s\n", id);
	int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (file < 0)
		return;
	if (length > 0 && (size_t)length < sizeof(line) &&
	    pwrite(file, line, (size_t)length, 0) == length)
		(void)!ftruncate(file, length);
	close(file);
}

void last_write(const struct cli *cli, const char *id)
{
	struct pmo_arena arena;
	pmo_arena_init(&arena);
	char *folder = folder_name(&arena);
	const char *path = file_name(cli, &arena);
	if (path && folder && make_folder(folder))
		replace(path, id);
	pmo_arena_release(&arena);
}
