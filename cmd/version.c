/* `pmo version`: which pmo this is. */
#include "commands.h"

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	pmo_buffer_add_format(&cli->out, "pmo %s (workspace format %d, JSON format 1)\n",
			      PMO_VERSION, PMO_CONFIG_FORMAT);
	return PMO_OK;
}

const struct command version_command = {
	.name = "version",
	.summary = "which pmo this is",
	.group = GROUP_HELP,
	.max = -1,
	.usage = "",
	.run = run,
};
