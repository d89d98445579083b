/* Between the files of `pmo evm`. */
#ifndef EVM_H
#define EVM_H

#include "plan_view.h"

#include <pmo/measure.h>

struct evm_options {
	long baseline;
};

struct evm_print {
	struct plan_view view;
	const struct pmo_evm *evm;
};

/* The title, and which baseline it is against. */
void evm_add_head(struct evm_print *print);

/* Indexes, forecasts and earned schedule below the table, in words. */
void evm_add_figures(struct evm_print *print);

#endif
