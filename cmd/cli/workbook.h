/* From tables to an Excel workbook. */
#ifndef CLI_WORKBOOK_H
#define CLI_WORKBOOK_H

#include "cli/cli.h"

/*
 * Where a workbook is wanted, puts it into cli->out in place of the tables there. PMO_USAGE: it
 * would go to a terminal, or there are no tables; PMO_IO: there is no pmo-export-xlsx, or it
 * failed. What is wrong is told.
 */
PMO_CHECKED enum pmo_result workbook_make(struct cli *cli);

#endif
