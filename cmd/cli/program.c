/* See program.h. There is no standard way to ask: Linux has a link, macOS a function. */
#include "cli/program.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

static bool find_file(char file[PATH_MAX])
{
#ifdef __APPLE__
	char started_as[PATH_MAX];
	uint32_t size = sizeof(started_as);
	return _NSGetExecutablePath(started_as, &size) == 0 && realpath(started_as, file);
#else
	ssize_t length = readlink("/proc/self/exe", file, PATH_MAX - 1);
	if (length > 0)
		file[length] = '\0';
	return length > 0;
#endif
}

bool program_find_folder(char folder[PATH_MAX])
{
	char *slash = find_file(folder) ? strrchr(folder, '/') : NULL;
	if (!slash)
		slash = folder;
	*slash = '\0';
	return slash > folder;
}
