/*
 * Replays inputs through a fuzz target where there is no libFuzzer: each argument
 * is a file or a folder of files. Having nothing to replay is a failure, since a
 * corpus that moved away must not pass for one that was checked.
 */
#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PATH_LIMIT = 4096 };

static int fail(const char *path)
{
	fprintf(stderr, "%s: %s\n", path, strerror(errno));
	return -1;
}

/* Gives the number of inputs replayed, or -1. */
static int replay_file(const char *path, size_t size)
{
	FILE *file = fopen(path, "rb");
	/* Exactly as long as the input, so that a sanitizer sees a byte read too far. */
	uint8_t *data = malloc(size ? size : 1);
	int result = -1;
	if (file && data && fread(data, 1, size, file) == size) {
		fprintf(stderr, "%s\n", path);
		LLVMFuzzerTestOneInput(data, size);
		result = 1;
	} else {
		fail(path);
	}
	free(data);
	if (file)
		fclose(file);
	return result;
}

static int replay(const char *path);

static int replay_folder(const char *path)
{
	DIR *folder = opendir(path);
	int count = 0, one = 0;
	if (!folder)
		return fail(path);
	for (struct dirent *entry; one >= 0 && (entry = readdir(folder));) {
		char inner[PATH_LIMIT];
		if (entry->d_name[0] == '.')
			continue;
		snprintf(inner, sizeof(inner), "%s/%s", path, entry->d_name);
		one = replay(inner);
		count += one;
	}
	closedir(folder);
	return one < 0 ? one : count;
}

static int replay(const char *path)
{
	struct stat info;
	if (stat(path, &info) != 0)
		return fail(path);
	if (S_ISDIR(info.st_mode))
		return replay_folder(path);
	return replay_file(path, (size_t)info.st_size);
}

int main(int argc, char **argv)
{
	int count = 0;
	for (int i = 1; i < argc; i++) {
		int one = replay(argv[i]);
		if (one < 0)
			return 1;
		count += one;
	}
	fprintf(stderr, "%d inputs\n", count);
	return count ? 0 : 1;
}
