/* See config.h. The file is written beside its name and renamed. */
#include "config.h"

#include "cli/environment.h"

#include <errno.h>
#include <fcntl.h>
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

/* Every folder on the way to the file. */
static bool make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		bool made = mkdir(path, 0777) == 0 || errno == EEXIST;
		*slash = '/';
		if (!made)
			return false;
	}
	return true;
}

static bool write_all(int file, const char *bytes, size_t length)
{
	while (length) {
		ssize_t put = write(file, bytes, length);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		bytes += put;
		length -= (size_t)put;
	}
	return fsync(file) == 0;
}

enum pmo_result config_write(struct cli *cli, const char *path, const char *bytes, size_t length)
{
	char real[PATH_MAX];
	struct stat status;
	mode_t mask = umask(0);
	umask(mask);
	char *target = pmo_arena_string(&cli->arena, realpath(path, real) ? real : path);
	char *temporary = target ? pmo_arena_format(&cli->arena, "%s.XXXXXX", target) : NULL;
	if (!temporary)
		return PMO_NO_MEMORY;
	if (!make_folders(target))
		return failed(path);
	mode_t mode = stat(target, &status) == 0 ? status.st_mode & 0777 : 0666 & ~mask;
	int file = mkstemp(temporary);
	if (file < 0)
		return failed(path);
	bool fine = write_all(file, bytes, length) && fchmod(file, mode) == 0;
	int error = errno;
	if (close(file) == 0 && fine && rename(temporary, target) == 0)
		return PMO_OK;
	if (!fine)
		errno = error;
	enum pmo_result result = failed(path);
	unlink(temporary);
	return result;
}
