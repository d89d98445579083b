/* The usage of a command, made of its row: one screen, the same for -h and `pmo help`. */
#include "cli/cli.h"
#include "cli/options_shared.h"
#include "cli/wrap.h"

#include <pmo/text.h>

#include <stdbool.h>
#include <string.h>

enum { COLUMN = 26 };

static void add_option(struct pmo_buffer *out, const struct option *option, size_t width)
{
	size_t start = out->length;
	if (option->key)
		pmo_buffer_add_format(out, "  -%c, ", option->key);
	else
		pmo_buffer_add_text(out, "      ");
	pmo_buffer_add_format(out, "--%s", option->name);
	if (option->arg)
		pmo_buffer_add_format(out, " %s", option->arg);
	size_t used = out->length - start;
	pmo_buffer_add_repeat(out, ' ', used < COLUMN ? COLUMN - used : 1);
	pmo_buffer_add_char(out, ' ');
	wrap_add(out, option->help, COLUMN + 1, width);
}

/* As it is written; where a line is too long, the whole paragraph anew. */
static void add_about(struct pmo_buffer *out, const char *about, size_t width)
{
	bool fits = true;
	for (const char *line = about; *line; line += strcspn(line, "\n"), line += *line == '\n')
		fits = fits && pmo_text_width_of(line, strcspn(line, "\n")) <= width;
	if (fits)
		pmo_buffer_add_format(out, "%s\n", about);
	else
		wrap_add_prose(out, about, 0, width);
}

void cli_add_usage(struct cli *cli, const struct command *command, const char *name)
{
	struct pmo_buffer *out = &cli->out;
	struct option_group groups[OPTION_GROUPS_MAX];
	size_t width = (size_t)cli->terminal.width;
	options_collect(cli, command, NULL, groups);
	pmo_buffer_add_format(out, "pmo %s", name);
	if (command->usage && *command->usage)
		pmo_buffer_add_format(out, " %s", command->usage);
	pmo_buffer_add_format(out, "\n  %s\n", command->summary);
	if (command->about) {
		pmo_buffer_add_char(out, '\n');
		add_about(out, command->about, width);
	}
	pmo_buffer_add_char(out, '\n');
	for (size_t i = 0; groups[i].options; i++)
		for (const struct option *option = groups[i].options; option->name; option++)
			add_option(out, option, width);
}
