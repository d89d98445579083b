/*
 * posix_spawn, so that a large parent costs nothing. All of pmo's own descriptors are
 * closed on exec; the pipes are moved above the three standard ones before, so that one
 * end cannot take the place of another.
 */
#include "process.h"

#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STREAMS = 3, PIECE = 1 << 16 };

/* For each standard stream the program's end and ours. */
struct ends {
	int theirs[STREAMS], ours[STREAMS];
};

static void close_one(int *fd)
{
	if (*fd >= 0)
		(void)file_close(*fd);
	*fd = -1;
}

static void close_ends(struct ends *ends)
{
	for (int i = 0; i < STREAMS; i++) {
		close_one(&ends->theirs[i]);
		close_one(&ends->ours[i]);
	}
}

/* Above the standard streams, and gone when a program takes our place. */
static int move_up(int *fd)
{
	int moved = fcntl(*fd, F_DUPFD_CLOEXEC, STREAMS);
	int error = errno;
	close_one(fd);
	errno = error;
	*fd = moved;
	return moved < 0 ? -1 : 0;
}

static int open_pipe(struct ends *ends, int stream)
{
	int fds[2];
	if (pipe(fds) < 0)
		return -1;
	bool reads = stream == STDIN_FILENO;
	ends->theirs[stream] = fds[reads ? 0 : 1];
	ends->ours[stream] = fds[reads ? 1 : 0];
	return move_up(&ends->theirs[stream]) < 0 || move_up(&ends->ours[stream]) < 0 ? -1 : 0;
}

static int open_nothing(struct ends *ends, int stream)
{
	ends->theirs[stream] = open("/dev/null", O_RDWR | O_CLOEXEC | O_NOCTTY);
	return ends->theirs[stream] < 0 ? -1 : move_up(&ends->theirs[stream]);
}

/* The program is not hurt by what we ignore or hold back. */
static int set_signals(posix_spawnattr_t *attributes)
{
	static const int usual[] = { SIGPIPE, SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGCHLD };
	sigset_t usual_set, none;
	sigemptyset(&usual_set);
	sigemptyset(&none);
	for (size_t i = 0; i < sizeof(usual) / sizeof(*usual); i++)
		sigaddset(&usual_set, usual[i]);
	int error = posix_spawnattr_setsigdefault(attributes, &usual_set);
	if (!error)
		error = posix_spawnattr_setsigmask(attributes, &none);
	if (!error)
		error = posix_spawnattr_setflags(attributes,
						 POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
	return error;
}

/* Returns an error's number, as the functions of posix_spawn do. */
static int spawn_with(const struct process_call *call, const struct ends *ends,
		      posix_spawn_file_actions_t *actions, pid_t *id)
{
	posix_spawnattr_t attributes;
	int error = posix_spawnattr_init(&attributes);
	if (error)
		return error;
	error = set_signals(&attributes);
	for (int i = 0; i < STREAMS && !error; i++)
		error = posix_spawn_file_actions_adddup2(actions, ends->theirs[i], i);
	if (!error)
		error = posix_spawn(id, call->program, actions, &attributes,
				    (char *const *)call->words, (char *const *)call->variables);
	posix_spawnattr_destroy(&attributes);
	return error;
}

static int spawn(const struct process_call *call, struct ends *ends, struct process *process)
{
	posix_spawn_file_actions_t actions;
	int error = posix_spawn_file_actions_init(&actions);
	if (!error) {
		error = spawn_with(call, ends, &actions, &process->id);
		posix_spawn_file_actions_destroy(&actions);
	}
	for (int i = 0; i < STREAMS; i++)
		close_one(&ends->theirs[i]);
	if (error) {
		close_ends(ends);
		errno = error;
		return -1;
	}
	process->input = ends->ours[STDIN_FILENO];
	process->output = ends->ours[STDOUT_FILENO];
	process->error = ends->ours[STDERR_FILENO];
	return 0;
}

static int start(struct process *process, const struct process_call *call,
		 const bool piped[STREAMS])
{
	struct ends ends = { { -1, -1, -1 }, { -1, -1, -1 } };
	*process = (struct process){ .id = -1, .input = -1, .output = -1, .error = -1 };
	for (int i = 0; i < STREAMS; i++) {
		if ((piped[i] ? open_pipe(&ends, i) : open_nothing(&ends, i)) == 0)
			continue;
		int error = errno;
		close_ends(&ends);
		errno = error;
		return -1;
	}
	return spawn(call, &ends, process);
}

int process_start(struct process *process, const struct process_call *call)
{
	static const bool piped[STREAMS] = { true, true, false };
	return start(process, call, piped);
}

/* Holds SIGPIPE back while we write; false: it was held back, and waiting, already. */
struct guard {
	sigset_t pipe, before;
	bool was_pending;
};

static void guard_begin(struct guard *guard)
{
	sigset_t pending;
	sigemptyset(&guard->pipe);
	sigaddset(&guard->pipe, SIGPIPE);
	sigemptyset(&pending);
	sigpending(&pending);
	guard->was_pending = sigismember(&pending, SIGPIPE) == 1;
	sigprocmask(SIG_BLOCK, &guard->pipe, &guard->before);
}

static void guard_end(struct guard *guard)
{
	sigset_t pending;
	int signal_number, error = errno;
	sigemptyset(&pending);
	sigpending(&pending);
	if (!guard->was_pending && sigismember(&pending, SIGPIPE) == 1)
		sigwait(&guard->pipe, &signal_number);
	sigprocmask(SIG_SETMASK, &guard->before, NULL);
	errno = error;
}

static ssize_t write_some(int fd, const char *bytes, size_t length)
{
	struct guard guard;
	guard_begin(&guard);
	ssize_t put = write(fd, bytes, length);
	guard_end(&guard);
	return put;
}

int process_write(struct process *process, const char *bytes, size_t length)
{
	while (length) {
		ssize_t put = write_some(process->input, bytes, length);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return -1;
		bytes += put;
		length -= (size_t)put;
	}
	return 0;
}

ssize_t process_read(struct process *process, char *bytes, size_t size)
{
	ssize_t got;
	do
		got = read(process->output, bytes, size);
	while (got < 0 && errno == EINTR);
	return got;
}

int process_end(struct process *process, int *status)
{
	int raw;
	pid_t id = process->id;
	close_one(&process->input);
	close_one(&process->output);
	close_one(&process->error);
	process->id = -1;
	while (waitpid(id, &raw, 0) < 0)
		if (errno != EINTR)
			return -1;
	*status = WIFEXITED(raw) ? WEXITSTATUS(raw) : PROCESS_KILLED + WTERMSIG(raw);
	return 0;
}

/* What there is by now. A buffer that takes no more ends the stream: the program notices. */
static int take(int *fd, struct pmo_buffer *buffer)
{
	char bytes[PIECE];
	ssize_t got = read(*fd, bytes, sizeof(bytes));
	if (got < 0)
		return errno == EINTR || errno == EAGAIN ? 0 : -1;
	pmo_buffer_add(buffer, bytes, (size_t)got);
	if (got == 0 || buffer->failed)
		close_one(fd);
	return 0;
}

/* A program that does not want to hear the rest is no fault. */
static int give(int *fd, struct process_exchange *exchange, size_t *done)
{
	size_t left = exchange->input_length - *done;
	ssize_t put = left ? write_some(*fd, exchange->input + *done, left) : 0;
	if (put < 0 && errno != EINTR && errno != EAGAIN && errno != EPIPE)
		return -1;
	if (put > 0)
		*done += (size_t)put;
	if (*done == exchange->input_length || (put < 0 && errno == EPIPE))
		close_one(fd);
	return 0;
}

static int converse(struct process *process, struct process_exchange *exchange)
{
	size_t done = 0;
	while (process->input >= 0 || process->output >= 0 || process->error >= 0) {
		/* poll passes over those that are -1 */
		struct pollfd polled[STREAMS] = { { process->input, POLLOUT, 0 },
						  { process->output, POLLIN, 0 },
						  { process->error, POLLIN, 0 } };
		if (poll(polled, STREAMS, -1) < 0) {
			if (errno == EINTR || errno == EAGAIN)
				continue;
			return -1;
		}
		if (polled[0].revents && give(&process->input, exchange, &done) < 0)
			return -1;
		if (polled[1].revents && take(&process->output, exchange->output) < 0)
			return -1;
		if (polled[2].revents && take(&process->error, exchange->error) < 0)
			return -1;
	}
	return 0;
}

enum pmo_result process_run(const struct process_call *call, struct process_exchange *exchange)
{
	struct process process;
	bool piped[STREAMS] = { exchange->input != NULL, exchange->output != NULL,
				exchange->error != NULL };
	if (start(&process, call, piped) < 0)
		return errno == ENOENT ? PMO_NOT_FOUND : errno == ENOMEM ? PMO_NO_MEMORY : PMO_IO;
	/* A pipe that takes no more must not keep us from reading. */
	if (process.input >= 0)
		(void)fcntl(process.input, F_SETFL, O_NONBLOCK);
	int failed = converse(&process, exchange);
	int error = errno;
	int ended = process_end(&process, &exchange->status);
	if (failed < 0 || ended < 0) {
		if (failed < 0)
			errno = error;
		return PMO_IO;
	}
	if ((exchange->output && exchange->output->failed) ||
	    (exchange->error && exchange->error->failed))
		return PMO_NO_MEMORY;
	return exchange->status == PROCESS_NOT_FOUND ? PMO_NOT_FOUND : PMO_OK;
}
