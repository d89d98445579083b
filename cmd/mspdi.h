/* What `pmo import`, `pmo export` and `pmo init --from` do with plans of MS Project. */
#ifndef MSPDI_H
#define MSPDI_H

#include "cli/cli.h"

#include <pmo/mspdi.h>

struct mspdi_wanted {
	const char *path, *bytes;
	size_t length;
	bool yes, create_people;
};

/* Whether it is a plan of MS Project: by its content, or by its ending. */
bool mspdi_is_plan(const char *path, const char *bytes, size_t length);

/* Whether it is a file of MS Project's own format, which is not read; that is told. */
bool mspdi_is_binary(const char *path, const char *bytes, size_t length);

/* Into the project at hand, after a preview. */
PMO_CHECKED enum pmo_result mspdi_import(struct cli *cli, const struct mspdi_wanted *wanted);

/* Into a project that was just made; handle NULL: the one at hand. */
PMO_CHECKED enum pmo_result mspdi_fill(struct cli *cli, struct pmo_mspdi *plan,
				       const struct mspdi_wanted *wanted, const char *handle);

PMO_CHECKED enum pmo_result mspdi_read(struct cli *cli, const struct mspdi_wanted *wanted,
				       struct pmo_mspdi **plan);

/* for_2007: without what Project 2007 does not know. */
PMO_CHECKED enum pmo_result mspdi_export(struct cli *cli, bool for_2007);

#endif
