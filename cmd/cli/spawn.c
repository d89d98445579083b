/*
 * fork and exec. A program either has its output taken or its input given, never both, so
 * that no pipe can fill up while we wait at the other one.
 */
#include "cli/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { EXIT_NOT_RUN = 127 };

/* In the child: nothing here may come back. */
static void become(const struct spawn *spawn, const int pipe_ends[2])
{
	bool taken = spawn->output != NULL, given = spawn->input != NULL;
	if (taken) {
		int nothing = open("/dev/null", O_RDWR);
		dup2(nothing, STDIN_FILENO);
		dup2(nothing, STDERR_FILENO);
		dup2(pipe_ends[1], STDOUT_FILENO);
	} else if (given) {
		dup2(pipe_ends[0], STDIN_FILENO);
	}
	if (taken || given) {
		close(pipe_ends[0]);
		close(pipe_ends[1]);
	}
	signal(SIGPIPE, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	if (spawn->variable)
		setenv(spawn->variable, spawn->value, 0);
	if (!spawn->directory || chdir(spawn->directory) == 0)
		execvp(spawn->words[0], (char *const *)spawn->words);
	_exit(EXIT_NOT_RUN);
}

static void take(struct pmo_buffer *output, int file)
{
	char bytes[4096];
	ssize_t got;
	while ((got = read(file, bytes, sizeof(bytes))) != 0) {
		if (got < 0 && errno != EINTR)
			break;
		if (got > 0)
			pmo_buffer_add(output, bytes, (size_t)got);
	}
}

/* False: it would not read all. Who leaves the pager early has read enough: that is no fault. */
static bool give(const char *bytes, size_t length, int file)
{
	while (length) {
		ssize_t put = write(file, bytes, length);
		if (put < 0 && errno != EINTR)
			return false;
		if (put > 0) {
			bytes += put;
			length -= (size_t)put;
		}
	}
	return true;
}

static bool await(pid_t child, int *status)
{
	int raw;
	while (waitpid(child, &raw, 0) < 0)
		if (errno != EINTR)
			return false;
	*status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
	return true;
}

static void set_handler(int number, void (*handler)(int), struct sigaction *before)
{
	struct sigaction action = { .sa_handler = handler };
	sigemptyset(&action.sa_mask);
	sigaction(number, &action, before);
}

bool spawn_run(struct spawn *spawn)
{
	int ends[2] = { -1, -1 };
	struct sigaction pipe_before, interrupt_before, quit_before;
	bool piped = spawn->output || spawn->input;
	if (piped && pipe(ends) < 0)
		return false;
	/* An interrupt is for the editor or the pager, not for us. */
	set_handler(SIGPIPE, SIG_IGN, &pipe_before);
	set_handler(SIGINT, SIG_IGN, &interrupt_before);
	set_handler(SIGQUIT, SIG_IGN, &quit_before);
	pid_t child = fork();
	if (child == 0)
		become(spawn, ends);
	if (spawn->output) {
		close(ends[1]);
		if (child > 0)
			take(spawn->output, ends[0]);
		close(ends[0]);
	} else if (spawn->input) {
		close(ends[0]);
		if (child > 0)
			spawn->unread = !give(spawn->input, spawn->input_length, ends[1]);
		close(ends[1]);
	}
	bool fine = child > 0 && await(child, &spawn->status);
	sigaction(SIGPIPE, &pipe_before, NULL);
	sigaction(SIGINT, &interrupt_before, NULL);
	sigaction(SIGQUIT, &quit_before, NULL);
	return fine;
}
