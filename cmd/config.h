/* The user's own configuration file. */
#ifndef CONFIG_H
#define CONFIG_H

#include "cli/cli.h"

#include <pmo/maintain.h>

/* Where it is, or would be; NULL: neither XDG_CONFIG_HOME nor HOME is set. */
char *config_path(struct cli *cli);

/* Replaces it, or makes it and the folders on its way; a linked one where it really is. */
PMO_CHECKED enum pmo_result config_write(struct cli *cli, const char *path, const char *bytes,
					 size_t length);

/* Adds all that holds, and where each is from, to the output; key NULL: all of it. */
PMO_CHECKED enum pmo_result config_show(struct cli *cli, const char *key);

#endif
