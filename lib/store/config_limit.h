/*
 * Inside the store: the limits that pmo.yaml says, and the files of limits that it names. Those
 * are read when a limit is asked for, so that commands which apply none do not pay for them.
 */
#ifndef STORE_CONFIG_LIMIT_H
#define STORE_CONFIG_LIMIT_H

#include "record/overlay.h"

#include <pmo/config.h>

struct tree;

/* Where the files of limits are; without it there are the shipped ones alone. */
void config_limits_attach(struct pmo_config *config, struct tree *tree);

/* Reads the files that are named, unless that was done, for what is wrong in them to be told. */
void config_limits_load(const struct pmo_config *config);

/*
 * What is said of a limit and cannot be one is a diagnostic: the usual figure holds. Makes room
 * for what files say when pmo.yaml names some.
 */
void config_check_limits(struct overlay_reader *reader, const struct ydoc_node *root,
			 struct pmo_config *config);

/* The text of a limit in the files of limits, or NULL. */
const char *config_limit_in_files(const struct pmo_config *config, const char *name);

/* "one of charlotte, idaho": for messages. */
const char *config_jurisdictions(struct pmo_arena *arena);

#endif
