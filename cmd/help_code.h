/* Help that is about no command: codes of messages, topics. */
#ifndef CMD_HELP_CODE_H
#define CMD_HELP_CODE_H

#include "cli/cli.h"

/* Whether the word is a code; then what there is to say of it is in cli->out. */
bool help_add_code(struct cli *cli, const char *code);

/* Whether the word is a topic, `dates`; then it is explained in cli->out. */
bool help_add_topic(struct cli *cli, const char *word);

#endif
