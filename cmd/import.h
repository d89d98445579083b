/* What imports of lists and of whole workspaces share. */
#ifndef IMPORT_H
#define IMPORT_H

#include "cli/cli.h"

#include <pmo/import.h>

/* The file and where its columns go. */
PMO_CHECKED enum pmo_result import_show_mapping(struct cli *cli, const struct pmo_import *import,
						const char *path);

/* Field by field what becomes of records that are there, and what both sides changed. */
PMO_CHECKED enum pmo_result import_show_changes(struct cli *cli, const struct pmo_import *import);
PMO_CHECKED enum pmo_result import_show_conflicts(struct cli *cli, const struct pmo_import *import);

/* What was done, or would be. */
void import_show_counts(struct cli *cli, const struct pmo_import *import, bool done);

/* Shows what was found out so far, then asks on the terminal. */
PMO_CHECKED enum pmo_result import_ask(struct cli *cli, bool *agreed);

/* The words for `pmo import FILE.json`. */
struct import_json_wanted {
	const char *path;
	bool update, yes, as_imported;
	bool is_for_tables; /* there are words that only tables know */
};

PMO_CHECKED enum pmo_result import_json(struct cli *cli, const struct import_json_wanted *wanted);

#endif
