/* Inside the store: the limits that pmo.yaml chooses and says. */
#ifndef STORE_CONFIG_LIMIT_H
#define STORE_CONFIG_LIMIT_H

#include "record/overlay.h"

#include <pmo/config.h>

/* What is said of a limit and cannot be one is a diagnostic: the usual figure holds. */
void config_check_limits(struct overlay_reader *reader, const struct ydoc_node *root,
			 struct pmo_config *config);

/* "one of charlotte, idaho": for messages. */
const char *config_jurisdictions(struct pmo_arena *arena);

#endif
