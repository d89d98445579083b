/*
 * One record, for a person.
 */
#ifndef REGISTER_SHOW_H
#define REGISTER_SHOW_H

#include "cli/cli.h"

/* Fields, what is missing, what it may become, its file; into cli->out. */
void show_record(struct cli *cli, const struct pmo_record *record);

/*
 * Of a task or milestone the expected dates, the baseline and the float, their labels padded to
 * width; of other records nothing.
 */
void show_dates(struct cli *cli, const struct pmo_record *record, size_t width);

/* What refers to it, a line each. */
PMO_CHECKED enum pmo_result show_references(struct cli *cli, const struct pmo_record *record);

/* `show` with its options, for ids of one register or (schema NULL) of any. */
PMO_CHECKED enum pmo_result show_run(struct cli *cli, int argc, char **argv);

struct show_options {
	bool refs;
};

extern const struct option show_options[];

#endif
