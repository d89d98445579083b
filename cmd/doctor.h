/* What `pmo doctor` tells, in lines with a label. */
#ifndef DOCTOR_H
#define DOCTOR_H

#include "cli/cli.h"

#include <pmo/maintain.h>

/* "git         2.43.0": a label once, then its lines under each other. */
void doctor_say(struct cli *cli, const char *label, const char *format, ...) PMO_PRINTF(3, 4);

/* A line that needs somebody; makes the exit status 1. */
void doctor_warn(struct cli *cli, const char *format, ...) PMO_PRINTF(2, 3);

/* The machine: programs, libraries, terminal, time zones. */
PMO_CHECKED enum pmo_result doctor_tell_system(struct cli *cli);

/* The folder: whose it is, how it is shared, git. */
void doctor_tell_folder(struct cli *cli);

#endif
