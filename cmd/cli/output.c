/*
 * Writing what a command printed. A file of -o is written beside its name and renamed, so
 * that a full disk leaves the old one; what is no plain file (a pipe, a device) is written
 * as it is.
 */
#include "cli/output.h"

#include "cli/environment.h"
#include "cli/part.h"
#include "cli/save.h"
#include "cli/spawn.h"
#include "cli/workbook.h"

#include <pmo/text.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum pmo_result failed(const char *path)
{
	cli_say("%s cannot be written: %s", path, strerror(errno));
	return PMO_IO;
}

static enum pmo_result write_as_it_is(const struct cli *cli)
{
	int file = open(cli->output, O_WRONLY | O_CLOEXEC);
	if (file < 0)
		return failed(cli->output);
	bool fine = save_write(file, cli->out.data, cli->out.length);
	return close(file) == 0 && fine ? PMO_OK : failed(cli->output);
}

static enum pmo_result write_file(struct cli *cli)
{
	struct stat status;
	mode_t mask = umask(0);
	umask(mask);
	mode_t mode = 0666 & ~mask;
	if (stat(cli->output, &status) == 0) {
		if (!S_ISREG(status.st_mode))
			return write_as_it_is(cli);
		mode = status.st_mode & 07777;
	}
	struct part part = { cli->output, mode, cli->out.data, cli->out.length };
	if (!part_write(&part, &cli->arena))
		return errno == ENOMEM ? PMO_NO_MEMORY : failed(cli->output);
	if (cli->has_printed)
		cli_say("wrote %s: %zu %s", cli->output, cli->printed,
			cli->printed == 1 ? "row" : "rows");
	else if (!cli->told.length)
		cli_say("wrote %s", cli->output);
	return PMO_OK;
}

static bool is_longer_than_screen(const struct cli *cli)
{
	int lines = 0;
	for (const char *c = cli->out.data; *c; c++)
		lines += *c == '\n';
	return cli->rows > 0 && lines >= cli->rows;
}

/* False: there is no pager; the text has to be written plainly. */
static bool page(struct cli *cli)
{
	const char *program = environment_pager(cli);
	if (cli->no_pager || !cli->is_terminal || !isatty(STDIN_FILENO) ||
	    strcmp(program, "cat") == 0 || !is_longer_than_screen(cli))
		return false;
	const char *words[] = { "sh", "-c", program, NULL };
	struct spawn spawn = {
		.words = words,
		.input = cli->out.data,
		.input_length = cli->out.length,
		.variable = "LESS",
		.value = "FRX",
	};
	return spawn_run(&spawn) && spawn.status != 127;
}

/* The length of a colour that begins here: \x1b[1;31m. */
static size_t colour_length(const char *text)
{
	if (text[0] != '\x1b' || text[1] != '[')
		return 0;
	size_t length = 2 + strspn(text + 2, "0123456789;");
	return text[length] == 'm' ? length + 1 : 0;
}

/*
 * What a terminal is shown drives it by nothing but colours, whoever wrote it: CSV, too, whose
 * cells are otherwise as exact as they can be.
 */
static void make_visible(struct pmo_buffer *out)
{
	struct pmo_buffer shown;
	pmo_buffer_init(&shown, out->limit);
	size_t step;
	for (size_t at = 0; at < out->length; at += step) {
		uint32_t character;
		const char *text = out->data + at;
		size_t colour = colour_length(text);
		step = colour ? colour : pmo_text_next(text, out->length - at, &character);
		if (colour || *text == '\n' || *text == '\t')
			pmo_buffer_add(&shown, text, step);
		else if (*text == '\r')
			pmo_buffer_add_text(&shown, text[1] == '\n' ? "" : "\\r");
		else
			pmo_text_add_visible(&shown, text, step);
	}
	pmo_buffer_truncate(out, 0);
	pmo_buffer_add(out, shown.data, shown.length);
	out->failed |= shown.failed;
	pmo_buffer_release(&shown);
}

/*
 * The answer did not fit into memory. Of a change that is saved that is no failure: who
 * believes it to be one gives the command again.
 */
static enum pmo_result lose_answer(bool is_saved)
{
	if (is_saved)
		cli_say("done and saved, but the answer does not fit into memory");
	else
		cli_say("the answer does not fit into memory");
	return is_saved ? PMO_OK : PMO_NO_MEMORY;
}

enum pmo_result output_flush(struct cli *cli, bool is_saved)
{
	if (!cli->out.failed) {
		enum pmo_result result = workbook_make(cli);
		if (result != PMO_OK)
			return result;
	}
	if (cli->is_terminal && !cli->output && !cli->out.failed)
		make_visible(&cli->out);
	if (cli->out.failed)
		return lose_answer(is_saved);
	if (cli->output)
		return write_file(cli);
	if (!cli->out.length || page(cli))
		return PMO_OK;
	if (save_write(STDOUT_FILENO, cli->out.data, cli->out.length))
		return PMO_OK;
	cli->reader_left = errno == EPIPE && cli->may_end_early;
	if (cli->reader_left)
		return PMO_OK;
	cli_say("standard output cannot be written: %s", strerror(errno));
	return PMO_IO;
}
