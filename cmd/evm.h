/* Between the files of `pmo evm`. */
#ifndef EVM_H
#define EVM_H

#include "cli/cli.h"

#include <pmo/measure.h>

struct evm_options {
	long baseline;
};

struct evm_print {
	struct cli *cli;
	const struct pmo_plan *plan;
	const struct pmo_evm *evm;
	bool for_people;
};

/* The title, and which baseline it is against. */
void evm_add_head(struct evm_print *print, const char *title);

/* Indexes, forecasts and earned schedule below the table, in words. */
void evm_add_figures(struct evm_print *print);

#endif
