/*
 * Ids in filters, in any form that commands take.
 */
#ifndef FILTER_ID_H
#define FILTER_ID_H

#include "cli/cli.h"

/*
 * The expression with the whole ids of the records that its operands beside references mean; what
 * is no record is told and stays. Memory of the run; NULL: there is none.
 */
const char *filter_settle_ids(struct cli *cli, const struct pmo_schema *schema, const char *text);

#endif
