/*
 * fork and exec with both ends in hand: what the program reads and what it writes go on at
 * the same time, so that neither waits for the other.
 */
#include "cli/exec.h"

#include "cli/environment.h"
#include "cli/program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOT_RUN = 127 };

const char *exec_find(struct cli *cli, const char *name)
{
	static const char *const near[] = { "../libexec/pmo/", "" };
	char program[PATH_MAX];
	bool is_known = program_find_folder(program);
	for (size_t i = 0; is_known && i < sizeof(near) / sizeof(near[0]); i++) {
		char *path = pmo_arena_format(&cli->process, "%s/%s%s", program, near[i], name);
		if (path && access(path, X_OK) == 0)
			return path;
	}
	char *path = pmo_arena_format(&cli->process, "%s/%s", PMO_EXECDIR, name);
	if (path && access(path, X_OK) == 0)
		return path;
	return environment_find_program(&cli->process, name);
}

/* In the child: nothing here may come back. */
static void become(const struct exec *exec, int input, int output)
{
	if (dup2(input, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0)
		_exit(NOT_RUN);
	signal(SIGPIPE, SIG_DFL);
	execv(exec->words[0], (char *const *)exec->words);
	_exit(NOT_RUN);
}

/* A program that reads no more has its reasons; its status says which. */
static void give(struct exec *exec, size_t *given, struct pollfd *to)
{
	if (!(to->revents & (POLLOUT | POLLERR | POLLHUP)))
		return;
	ssize_t put = write(to->fd, exec->input + *given, exec->input_length - *given);
	if (put > 0)
		*given += (size_t)put;
	bool ended = put < 0 && errno != EINTR && errno != EAGAIN;
	if (ended || *given == exec->input_length) {
		close(to->fd);
		to->fd = -1;
	}
}

static void take(const struct exec *exec, struct pollfd *from)
{
	char piece[65536];
	if (!(from->revents & (POLLIN | POLLERR | POLLHUP)))
		return;
	ssize_t got = read(from->fd, piece, sizeof(piece));
	if (got > 0)
		pmo_buffer_add(exec->output, piece, (size_t)got);
	if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN)) {
		close(from->fd);
		from->fd = -1;
	}
}

static void exchange(struct exec *exec, int to, int from)
{
	size_t given = 0;
	struct pollfd ends[2] = { { .fd = from, .events = POLLIN },
				  { .fd = to, .events = POLLOUT } };
	fcntl(to, F_SETFL, O_NONBLOCK);
	while (ends[0].fd >= 0) {
		if (poll(ends, 2, -1) < 0) {
			if (errno == EINTR)
				continue;
			break;
		}
		if (ends[1].fd >= 0)
			give(exec, &given, &ends[1]);
		take(exec, &ends[0]);
	}
	for (size_t i = 0; i < 2; i++)
		if (ends[i].fd >= 0)
			close(ends[i].fd);
}

static enum pmo_result await(struct exec *exec, pid_t child)
{
	int raw;
	while (waitpid(child, &raw, 0) < 0)
		if (errno != EINTR)
			return PMO_IO;
	exec->status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
	return PMO_OK;
}

static bool open_pipe(int ends[2])
{
	return pipe(ends) == 0 && fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 &&
	       fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0;
}

enum pmo_result exec_run(struct exec *exec)
{
	int input[2] = { -1, -1 }, output[2] = { -1, -1 };
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before;
	enum pmo_result result = PMO_IO;
	sigemptyset(&ignore.sa_mask);
	sigaction(SIGPIPE, &ignore, &before);
	bool piped = open_pipe(input) && open_pipe(output);
	pid_t child = piped ? fork() : -1;
	if (child == 0)
		become(exec, input[0], output[1]);
	int error = errno;
	if (input[0] >= 0)
		close(input[0]);
	if (output[1] >= 0)
		close(output[1]);
	if (child > 0) {
		exchange(exec, input[1], output[0]);
		result = await(exec, child);
	} else {
		if (input[1] >= 0)
			close(input[1]);
		if (output[0] >= 0)
			close(output[0]);
		errno = error;
	}
	sigaction(SIGPIPE, &before, NULL);
	return result;
}
