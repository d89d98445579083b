/*
 * Reading pmo.yaml and the user's own configuration; see <pmo/config.h>.
 *
 * Reading is lenient: a part that is wrong is a diagnostic and counts as not said. A
 * text that is no YAML at all leaves the defaults.
 */
#ifndef STORE_CONFIG_H
#define STORE_CONFIG_H

#include "ydoc/ydoc.h"

#include <pmo/config.h>

/* What holds where there is no file: the built-in registers and no settings. */
void config_init(struct pmo_config *config, const struct pmo_register *const *built_in);

/*
 * Reads pmo.yaml over a config_init. The document, which must live as long as the
 * diagnostics do, was read with ydoc_read_entries or ydoc_read, whatever that said.
 * PMO_OK, also when parts are wrong; else PMO_NO_MEMORY.
 */
PMO_CHECKED enum pmo_result config_read(struct pmo_config *config, const struct ydoc *doc,
					struct pmo_diags *diags);

/* Reads the user's own file over a config_init, in the same way. */
PMO_CHECKED enum pmo_result config_read_user(struct pmo_config *config, const struct ydoc *doc,
					     struct pmo_diags *diags);

#endif
