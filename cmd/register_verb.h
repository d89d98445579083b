/*
 * Verbs that a register does not have, and what was meant by them.
 */
#ifndef REGISTER_VERB_H
#define REGISTER_VERB_H

#include "cli/cli.h"

/*
 * Whether the second word, of `pmo action done ACT-4`, is a verb that action does not have;
 * then what is near to it is told. argv begins with the register.
 */
bool verb_is_wrong(struct cli *cli, int argc, char **argv);

/*
 * Whether something is to be done to the record of the first word, of `ISS-5 due=fri` or
 * `ISS-5 close`; then the line that does it is told.
 */
bool verb_is_missing(struct cli *cli, int count, char **words);

/* What this register can do, from the tables that help shows: for a word that is no verb. */
void verb_tell_all(const struct pmo_schema *schema, const char *word);

#endif
