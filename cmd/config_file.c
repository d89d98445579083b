/* See config.h. */
#include "config.h"

#include "cli/environment.h"
#include "cli/save.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *config_path(struct cli *cli)
{
	const char *folder = environment_get("XDG_CONFIG_HOME");
	const char *home = environment_get("HOME");
	if (folder && folder[0] == '/')
		return pmo_arena_format(&cli->arena, "%s/pmo/config.yaml", folder);
	return home ? pmo_arena_format(&cli->arena, "%s/.config/pmo/config.yaml", home) : NULL;
}

static enum pmo_result failed(const char *path)
{
	cli_say("%s cannot be written: %s", path, strerror(errno));
	return PMO_IO;
}

/* The name of the path lasts. */
static bool sync_above(char *path)
{
	char *slash = strrchr(path, '/');
	*slash = '\0';
	bool synced = save_sync_folder(slash == path ? "/" : path);
	*slash = '/';
	return synced;
}

/* Every folder on the way to the file. */
static bool make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		bool made = save_make_folder(path) == 0 ? sync_above(path) : errno == EEXIST;
		*slash = '/';
		if (!made)
			return false;
	}
	return true;
}

/* The old text is gone by now, so this can only be told; a first one can be taken back. */
static bool settle(char *target, bool is_first)
{
	bool synced = sync_above(target);
	int error = errno;
	if (!synced && is_first)
		unlink(target);
	errno = error;
	return synced;
}

enum pmo_result config_write(struct cli *cli, const char *path, const char *bytes, size_t length)
{
	char real[PATH_MAX];
	struct stat status;
	mode_t mask = umask(0);
	umask(mask);
	char *target = pmo_arena_string(&cli->arena, realpath(path, real) ? real : path);
	char *part = target ? pmo_arena_format(&cli->arena, "%s.part", target) : NULL;
	if (!part)
		return PMO_NO_MEMORY;
	if (!make_folders(target))
		return failed(path);
	bool is_first = stat(target, &status) != 0;
	mode_t mode = is_first ? 0666 & ~mask : status.st_mode & 0777;
	int file = save_open_part(part);
	if (file < 0)
		return failed(path);
	bool fine = save_write(file, bytes, length) && save_set_mode(file, mode) &&
		    save_sync(file) && save_rename(part, target);
	enum pmo_result result = fine ? PMO_OK : failed(path);
	if (!fine)
		unlink(part);
	close(file);
	if (fine && !settle(target, is_first))
		result = failed(path);
	return result;
}
