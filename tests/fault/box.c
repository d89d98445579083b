/* See box.h. Trees are small, so shots are kept in memory and laid out from there. */
#include "box.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

void quit(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	exit(2);
}

void *must_have(void *memory)
{
	if (!memory)
		quit("out of memory");
	return memory;
}

char *text_of(const char *format, ...)
{
	va_list arguments;
	char text[4096];
	va_start(arguments, format);
	int length = vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	if (length < 0 || (size_t)length >= sizeof(text))
		quit("a text is too long");
	return must_have(strdup(text));
}

char *make_scratch(void)
{
	const char *base = getenv("TMPDIR");
	if (!base || !*base)
		base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
	char *path = text_of("%s/pmo-fault-XXXXXX", base);
	if (!mkdtemp(path))
		quit("%s: %s", path, strerror(errno));
	return path;
}

void make_folder(const char *path)
{
	if (mkdir(path, 0755) < 0 && errno != EEXIST)
		quit("%s: %s", path, strerror(errno));
}

/* Calls back for each name in a folder. */
static void each_name(const char *folder, void (*call)(void *, const char *), void *context)
{
	DIR *listing = opendir(folder);
	const struct dirent *entry;
	if (!listing)
		quit("%s: %s", folder, strerror(errno));
	while ((entry = readdir(listing)))
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
			char *path = text_of("%s/%s", folder, entry->d_name);
			call(context, path);
			free(path);
		}
	closedir(listing);
}

static void remove_one(void *context, const char *path)
{
	struct stat status;
	if (lstat(path, &status) < 0)
		return;
	if (S_ISDIR(status.st_mode))
		each_name(path, remove_one, context);
	if (remove(path) < 0)
		quit("%s: %s", path, strerror(errno));
}

void remove_all(const char *path)
{
	remove_one(NULL, path);
}

/* A shot under way. */
struct taking {
	struct shot *shot;
	size_t prefix;
};

static void read_bytes(const char *path, struct entry *entry, size_t size)
{
	int file = open(path, O_RDONLY | O_NOFOLLOW);
	entry->bytes = must_have(malloc(size + 1));
	if (file < 0)
		quit("%s: %s", path, strerror(errno));
	while (entry->length < size) {
		ssize_t got = read(file, entry->bytes + entry->length, size - entry->length);
		if (got <= 0)
			break;
		entry->length += (size_t)got;
	}
	entry->bytes[entry->length] = '\0';
	close(file);
}

static void take_one(void *context, const char *path)
{
	struct taking *taking = context;
	struct shot *shot = taking->shot;
	struct stat status;
	if (lstat(path, &status) < 0)
		quit("%s: %s", path, strerror(errno));
	if (shot->count == shot->capacity) {
		shot->capacity = shot->capacity * 2 + 64;
		shot->items =
			must_have(realloc(shot->items, shot->capacity * sizeof(*shot->items)));
	}
	struct entry *entry = &shot->items[shot->count++];
	*entry = (struct entry){ .path = text_of("%s", path + taking->prefix),
				 .is_folder = S_ISDIR(status.st_mode),
				 .mode = status.st_mode & 0777 };
	if (entry->is_folder)
		each_name(path, take_one, context);
	else
		read_bytes(path, entry, (size_t)status.st_size);
}

static int compare_paths(const void *left, const void *right)
{
	return strcmp(((const struct entry *)left)->path, ((const struct entry *)right)->path);
}

void shot_take(struct shot *shot, const char *folder)
{
	struct taking taking = { shot, strlen(folder) + 1 };
	*shot = (struct shot){ 0 };
	each_name(folder, take_one, &taking);
	if (shot->count)
		qsort(shot->items, shot->count, sizeof(*shot->items), compare_paths);
}

void shot_lay(const struct shot *shot, const char *folder)
{
	if (access(folder, F_OK) == 0)
		each_name(folder, remove_one, NULL);
	else
		make_folder(folder);
	for (size_t i = 0; i < shot->count; i++) {
		const struct entry *entry = &shot->items[i];
		char *path = text_of("%s/%s", folder, entry->path);
		if (entry->is_folder) {
			make_folder(path);
			free(path);
			continue;
		}
		int file = open(path, O_WRONLY | O_CREAT | O_EXCL, entry->mode);
		if (file < 0 || write(file, entry->bytes, entry->length) != (ssize_t)entry->length)
			quit("%s: %s", path, strerror(errno));
		close(file);
		free(path);
	}
}

void shot_release(struct shot *shot)
{
	for (size_t i = 0; i < shot->count; i++) {
		free(shot->items[i].path);
		free(shot->items[i].bytes);
	}
	free(shot->items);
	*shot = (struct shot){ 0 };
}

static bool is_alike(const struct entry *one, const struct entry *other)
{
	return one->is_folder == other->is_folder && one->length == other->length &&
	       one->mode == other->mode &&
	       (!one->length || memcmp(one->bytes, other->bytes, one->length) == 0);
}

const char *shot_difference(const struct shot *one, const struct shot *other,
			    bool (*is_asked)(const char *path, bool is_extra))
{
	size_t i = 0, k = 0;
	while (i < one->count || k < other->count) {
		const struct entry *left = i < one->count ? &one->items[i] : NULL;
		const struct entry *right = k < other->count ? &other->items[k] : NULL;
		int order = !left ? 1 : !right ? -1 : strcmp(left->path, right->path);
		if (order < 0 && is_asked(left->path, true))
			return left->path;
		if (order > 0 && is_asked(right->path, false))
			return right->path;
		if (order == 0 && is_asked(left->path, false) && !is_alike(left, right))
			return left->path;
		i += order <= 0;
		k += order >= 0;
	}
	return NULL;
}

static void set_environment(const struct run *run)
{
	static char *nothing[] = { NULL };
	const char *path = getenv("PATH");
	environ = nothing;
	if (path)
		setenv("PATH", path, 1);
	setenv("HOME", text_of("%s/home", run->box), 1);
	setenv("TMPDIR", text_of("%s/tmp", run->box), 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TZ", "UTC", 1);
	setenv("PAGER", "cat", 1);
	setenv("PMO_TODAY", "2026-11-20", 1);
	setenv("PMO_USER", "PC", 1);
	setenv("PMO_TTY", "fault", 1);
	setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
	setenv("UBSAN_OPTIONS", "halt_on_error=1:exitcode=99", 1);
	/* Under strace there can be no leak check, and it is not what is asked here. */
	setenv("ASAN_OPTIONS", "detect_leaks=0:allocator_may_return_null=1:exitcode=99", 1);
	for (size_t i = 0; run->set && run->set[i]; i++)
		putenv(text_of("%s", run->set[i]));
}

static void become(const struct run *run, int outgoing)
{
	int nothing = open("/dev/null", O_RDONLY), ends[2];
	setpgid(0, 0);
	signal(SIGPIPE, SIG_DFL);
	set_environment(run);
	dup2(nothing, STDIN_FILENO);
	dup2(outgoing, STDERR_FILENO);
	switch (run->outlet) {
	case OUTLET_KEPT:
		dup2(outgoing, STDOUT_FILENO);
		break;
	case OUTLET_FULL:
		dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO);
		break;
	case OUTLET_CLOSED:
		close(STDOUT_FILENO);
		break;
	case OUTLET_BROKEN_PIPE:
		if (pipe(ends) < 0)
			_exit(126);
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		close(ends[1]);
		break;
	}
	close(outgoing);
	close(nothing);
	if (chdir(run->folder) == 0)
		execv(run->argv[0], (char *const *)run->argv);
	_exit(126);
}

static long long milliseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads until the last writer is gone; false when the time is over. */
static bool collect(struct run *run, int incoming)
{
	long long end = milliseconds() + (run->milliseconds ? run->milliseconds : 30000);
	size_t length = 0, capacity = 4096;
	run->output = must_have(malloc(capacity));
	for (;;) {
		struct pollfd wait = { .fd = incoming, .events = POLLIN };
		long long left = end - milliseconds();
		if (left <= 0 || poll(&wait, 1, (int)left) == 0)
			break;
		if (length + 1 == capacity) {
			capacity *= 2;
			run->output = must_have(realloc(run->output, capacity));
		}
		ssize_t got = read(incoming, run->output + length, capacity - length - 1);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0 || length > OUTPUT_MAX) {
			run->output[length] = '\0';
			return true;
		}
		length += (size_t)got;
	}
	run->output[length] = '\0';
	return false;
}

void run_program(struct run *run)
{
	int ends[2], status;
	if (pipe(ends) < 0)
		quit("pipe: %s", strerror(errno));
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	pid_t pid = fork();
	if (pid < 0)
		quit("fork: %s", strerror(errno));
	if (pid == 0)
		become(run, ends[1]);
	close(ends[1]);
	run->hung = !collect(run, ends[0]);
	close(ends[0]);
	if (run->hung)
		kill(-pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	run->status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
