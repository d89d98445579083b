/*
 * Running the steps: one shell for a whole transcript.
 *
 * The shell reads a script that evaluates each command with an empty standard
 * input and then prints a line no command prints, with the exit status. So folders
 * and variables carry over from step to step, and standard output and standard
 * error arrive in the order in which they were written.
 */
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { SILENCE_LIMIT = 60 * 1000, OUTPUT_LIMIT = 64 << 20 }; /* milliseconds; bytes */

/* What is printed after step index; the exit status and a newline follow. */
static char *end_mark(size_t index)
{
	struct text mark = { 0 };
	text_add_format(&mark, "\n@@transcript@@ %zu ", index);
	return mark.data;
}

static void add_quoted(struct text *text, const char *command)
{
	text_add(text, "'", 1);
	for (const char *c = command; *c; c++) {
		if (*c == '\'')
			text_add(text, "'\\''", 4);
		else
			text_add(text, c, 1);
	}
	text_add(text, "'", 1);
}

static void write_shell_script(const struct sandbox *sandbox, const struct script *script)
{
	struct text text = { 0 };
	for (size_t i = 0; i < script->count; i++) {
		char *mark = end_mark(i);
		text_add_format(&text, "eval ");
		add_quoted(&text, script->steps[i].command);
		text_add_format(&text, " </dev/null\nprintf '%s%%d\\n' $?\n", mark);
		free(mark);
	}
	FILE *file = fopen(sandbox->script, "w");
	if (!file || fwrite(text.data, 1, text.length, file) != text.length || fclose(file) != 0)
		quit("%s: %s", sandbox->script, strerror(errno));
	text_release(&text);
}

/* Opens the near end of a new terminal, and names the far end; -1: there are none. */
static int open_master(const char **name)
{
	int fd = posix_openpt(O_RDWR | O_NOCTTY);
	if (fd < 0)
		return -1;
	if (grantpt(fd) == 0 && unlockpt(fd) == 0 && (*name = ptsname(fd)) &&
	    access(*name, R_OK | W_OK) == 0)
		return fd;
	close(fd);
	return -1;
}

bool has_terminals(void)
{
	const char *name;
	int fd = open_master(&name);
	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

/* Opens the far end of a terminal whose lines arrive as they were written. */
static int open_terminal(const char *name, int width)
{
	struct termios settings;
	struct winsize size = { .ws_row = 50, .ws_col = (unsigned short)width };
	int fd = open(name, O_RDWR);
	if (fd < 0 || tcgetattr(fd, &settings) != 0)
		return -1;
	settings.c_oflag &= ~(tcflag_t)OPOST;
	settings.c_lflag &= ~(tcflag_t)ECHO;
	if (tcsetattr(fd, TCSANOW, &settings) != 0 || ioctl(fd, TIOCSWINSZ, &size) != 0)
		return -1;
	return fd;
}

_Noreturn static void become_shell(const struct sandbox *sandbox, const struct script *script,
				   const struct place *place, int out, const char *terminal)
{
	setsid();
	umask(022);
	if (terminal)
		out = open_terminal(terminal, script->width);
	int in = open("/dev/null", O_RDONLY);
	if (in < 0 || out < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(out, 2) < 0)
		_exit(126);
	if (in > 2)
		close(in);
	if (out > 2)
		close(out);
	sandbox_set_environment(sandbox, script, place);
	if (chdir(sandbox->work) != 0)
		_exit(126);
	execl("/bin/sh", "sh", sandbox->script, (char *)NULL);
	_exit(127);
}

/* Starts the shell; *from is where its output comes from. */
static pid_t start_shell(const struct sandbox *sandbox, const struct script *script,
			 const struct place *place, int *from)
{
	int ends[2] = { -1, -1 };
	const char *terminal = NULL;
	if (script->terminal) {
		ends[0] = open_master(&terminal);
		if (ends[0] < 0)
			quit("no terminal to be had: %s", strerror(errno));
	} else if (pipe(ends) != 0) {
		quit("no pipe to be had: %s", strerror(errno));
	}
	fflush(NULL);
	pid_t pid = fork();
	if (pid < 0)
		quit("cannot fork: %s", strerror(errno));
	if (pid == 0) {
		close(ends[0]);
		become_shell(sandbox, script, place, ends[1], terminal);
	}
	if (ends[1] >= 0)
		close(ends[1]);
	*from = ends[0];
	return pid;
}

static const char *find_bytes(const char *bytes, size_t length, const char *wanted)
{
	size_t size = strlen(wanted);
	for (size_t i = 0; i + size <= length; i++) {
		if (bytes[i] == *wanted && memcmp(bytes + i, wanted, size) == 0)
			return bytes + i;
	}
	return NULL;
}

/* Reads until the output ends, the last step is done or nothing comes for too long. */
static void collect(int from, const char *last, struct text *output)
{
	char chunk[8192];
	struct pollfd waiting = { .fd = from, .events = POLLIN };
	text_add(output, "", 0);
	while (output->length < OUTPUT_LIMIT && poll(&waiting, 1, SILENCE_LIMIT) > 0) {
		ssize_t length = read(from, chunk, sizeof(chunk));
		if (length <= 0)
			break;
		size_t again = output->length < 256 ? output->length : 256;
		text_add(output, chunk, (size_t)length);
		again += (size_t)length;
		if (find_bytes(output->data + output->length - again, again, last) &&
		    output->data[output->length - 1] == '\n')
			break;
	}
}

/* Control characters become ^X, so that a transcript stays text. */
static void add_visible(struct text *out, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)bytes[i];
		if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
			text_add_format(out, "^%c", c ^ 0x40);
		else
			text_add(out, bytes + i, 1);
	}
}

/* The folder's name changes from run to run; a transcript says $HOME. */
static void hide_folder(struct text *text, const char *folder)
{
	struct text out = { 0 };
	const char *from = text->data, *found;
	while ((found = strstr(from, folder))) {
		text_add(&out, from, (size_t)(found - from));
		text_add(&out, "$HOME", 5);
		from = found + strlen(folder);
	}
	text_add(&out, from, strlen(from));
	text_release(text);
	*text = out;
}

static void read_output(struct outcome *outcome, const char *bytes, size_t length,
			const char *folder)
{
	struct text text = { 0 };
	add_visible(&text, bytes, length);
	if (length && bytes[length - 1] != '\n')
		text_add_format(&text, " (no newline)");
	text_add(&text, "", 0);
	hide_folder(&text, folder);
	lines_split(&outcome->output, text.data, text.length);
	text_release(&text);
	struct lines *lines = &outcome->output;
	while (lines->count && !*lines->items[lines->count - 1])
		free(lines->items[--lines->count]);
}

static void split_output(const struct sandbox *sandbox, const struct script *script,
			 const struct text *output, struct outcome *outcomes)
{
	const char *from = output->data, *end = from + output->length;
	for (size_t i = 0; i < script->count; i++) {
		char *mark = end_mark(i);
		const char *found = find_bytes(from, (size_t)(end - from), mark);
		outcomes[i].ended = found != NULL;
		read_output(&outcomes[i], from, (size_t)((found ? found : end) - from),
			    sandbox->work);
		if (found) {
			char *rest;
			outcomes[i].status = (int)strtol(found + strlen(mark), &rest, 10);
			from = rest < end ? rest + 1 : end;
		} else {
			from = end;
		}
		free(mark);
	}
}

void script_run(const struct script *script, const struct place *place, struct outcome *outcomes)
{
	struct sandbox sandbox;
	struct text output = { 0 };
	int from;
	memset(outcomes, 0, script->count * sizeof(*outcomes));
	sandbox_make(&sandbox, script, place);
	write_shell_script(&sandbox, script);
	pid_t pid = start_shell(&sandbox, script, place, &from);
	char *last = end_mark(script->count - 1);
	collect(from, last, &output);
	kill(-pid, SIGKILL); /* the shell if it hangs, and what it left running */
	waitpid(pid, NULL, 0);
	close(from);
	split_output(&sandbox, script, &output, outcomes);
	free(last);
	text_release(&output);
	sandbox_remove(&sandbox, place->keep);
}
