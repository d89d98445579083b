/* The view of the register `report` that works one out again. */
#ifndef REPORT_VERIFY_H
#define REPORT_VERIFY_H

#include "cli/cli.h"

extern const struct command report_verify_command;

#endif
