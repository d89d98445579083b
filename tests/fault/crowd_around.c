/* See crowd_around.h. */
#include "crowd_around.h"

#include "box.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");
	if (!file || fputs(text, file) < 0 || fclose(file) != 0)
		quit("%s cannot be written", path);
}

static char *record_path(const char *workspace, long record)
{
	return text_of("%s/cadup/risks/RSK-%03ld.yaml", workspace, record);
}

void around_make(const char *workspace, long records)
{
	static const char *const files[][2] = {
		{ "pmo.yaml", "format: 1\n" },
		{ "people.yaml", "NET:\n  name: Noel Teague\nPC:\n  name: Pat Coordinator\n" },
		{ "cadup/project.yaml", "title: CAD upgrade\nphase: execute\n" },
	};
	const char *const folders[] = { "", "/cadup", "/cadup/risks" };
	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		char *path = text_of("%s%s", workspace, folders[i]);
		make_folder(path);
		free(path);
	}
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		char *path = text_of("%s/%s", workspace, files[i][0]);
		put(path, files[i][1]);
		free(path);
	}
	for (long i = 1; i <= records; i++) {
		char *path = record_path(workspace, i);
		char *text = text_of("title: first%ld\nstatus: identified\nowner: NET\n"
				     "cause: start\neffect: start\n",
				     i);
		put(path, text);
		free(path);
		free(text);
	}
}

static void pause_milliseconds(long milliseconds)
{
	struct timespec time = { .tv_nsec = milliseconds * 1000000 };
	nanosleep(&time, NULL);
}

pid_t around_start_hand(const char *workspace, long record, const char *count_path)
{
	pid_t process = fork();
	if (process != 0)
		return process;
	char *path = record_path(workspace, record);
	for (long i = 1;; i++) {
		char line[32], count[32];
		int file = open(path, O_WRONLY | O_APPEND);
		snprintf(line, sizeof(line), "# hand %ld\n", i);
		if (file < 0 || write(file, line, strlen(line)) < 0)
			_exit(1);
		close(file);
		snprintf(count, sizeof(count), "%ld\n", i);
		put(count_path, count);
		pause_milliseconds(20);
	}
}

static int run_git(const char *workspace, const char *words)
{
	const char *argv[] = { "/bin/sh", "-c", words, NULL };
	struct run run = { .argv = argv, .folder = workspace, .box = workspace };
	run_program(&run);
	free(run.output);
	return run.status;
}

#define GIT "git -c user.name=Pat -c user.email=pc@example.org "

pid_t around_start_git(const char *workspace)
{
	(void)run_git(workspace, "git init -q .");
	pid_t process = fork();
	if (process != 0)
		return process;
	for (;;) {
		(void)run_git(workspace, "git add -A && " GIT "commit -q -m all");
		pause_milliseconds(100);
	}
}

void around_stop(pid_t process)
{
	kill(process, SIGKILL);
	waitpid(process, NULL, 0);
}

bool around_hand_is_kept(const char *workspace, long record, const char *count_path)
{
	long wanted = 0, seen = 0, number;
	char line[256], *path = record_path(workspace, record);
	FILE *count = fopen(count_path, "r");
	if (!count || fscanf(count, "%ld", &wanted) != 1)
		wanted = 0;
	if (count)
		fclose(count);
	FILE *file = fopen(path, "r");
	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, "# hand %ld", &number) == 1 && number == seen + 1)
			seen++;
	if (file)
		fclose(file);
	free(path);
	return wanted > 0 && seen >= wanted;
}

bool around_git_is_sound(const char *workspace)
{
	(void)run_git(workspace, "rm -f .git/index.lock .git/HEAD.lock .git/refs/heads/*.lock");
	return run_git(workspace, "git add -A && " GIT "commit -q --allow-empty -m last && "
				  "git fsck --no-dangling && test -z \"$(git status -s)\"") == 0;
}
