/*
 * The terminal. A pipe has a width, too (that of COLUMNS, else 80): what is text for
 * people reads the same when it is mailed.
 */
#include "cli/terminal.h"

#include "cli/environment.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH_USUAL = 80, WIDTH_LEAST = 20, WIDTH_MOST = 1000 };

void terminal_guard_streams(void)
{
	/* Closed standard output becomes one that cannot be written, so that it is noticed. */
	static const int modes[] = { O_RDONLY, O_RDONLY, O_WRONLY };
	for (int i = 0; i < 3; i++)
		if (fcntl(i, F_GETFD) < 0 && errno == EBADF && open("/dev/null", modes[i]) != i)
			_exit(4);
}

static int number_of(const char *name)
{
	const char *text = environment_get(name);
	long value = text ? strtol(text, NULL, 10) : 0;
	return value >= WIDTH_LEAST && value <= WIDTH_MOST ? (int)value : 0;
}

/* 0: not known. */
static int width_of(int file)
{
	struct winsize size = { 0 };
	if (ioctl(file, TIOCGWINSZ, &size) < 0 || size.ws_col < WIDTH_LEAST)
		return 0;
	return size.ws_col;
}

int terminal_error_width(void)
{
	if (!isatty(STDERR_FILENO))
		return 0;
	int width = width_of(STDERR_FILENO);
	if (!width)
		width = number_of("COLUMNS");
	return width ? width : WIDTH_USUAL;
}

static bool wants_colour(const struct cli *cli)
{
	const char *kind = environment_get("TERM");
	if (environment_get("NO_COLOR"))
		return false;
	return cli->is_terminal && kind && strcmp(kind, "dumb") != 0;
}

bool terminal_look(struct cli *cli)
{
	struct winsize size = { 0 };
	cli->is_terminal = isatty(STDOUT_FILENO) && !cli->output;
	cli->error_is_terminal = isatty(STDERR_FILENO);
	if (cli->is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0)
		size = (struct winsize){ 0 };
	int width = number_of("COLUMNS");
	if (size.ws_col >= WIDTH_LEAST)
		width = size.ws_col;
	cli->terminal = (struct pmo_terminal){ .width = width ? width : WIDTH_USUAL, .utf8 = true };
	cli->rows = size.ws_row;
	const char *word = cli->color_word ? cli->color_word : "auto";
	if (strcmp(word, "always") == 0)
		cli->terminal.colour = true;
	else if (strcmp(word, "auto") == 0)
		cli->terminal.colour = wants_colour(cli);
	else if (strcmp(word, "never") != 0) {
		cli_say("--color: '%s' is none of auto, always, never", word);
		return false;
	}
	return true;
}
