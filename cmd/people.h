/*
 * Who is meant: people by their handles, names and addresses, and the handle nearest to a
 * misspelt one.
 */
#ifndef PEOPLE_H
#define PEOPLE_H

#include "cli/cli.h"

struct people {
	struct cli *cli;
	struct pmo_records records;
	int name, email; /* fields; -1: none */
};

/* False: the workspace keeps nobody, or they cannot be read. */
bool people_open(struct people *people, struct cli *cli);

/* The handle of such a handle, `me`, an address or a name that exactly one person has; or NULL. */
const char *people_find(const struct people *people, const char *text, size_t length);

/* The handle nearest to one that is not there, or NULL. */
const char *people_nearest(const struct people *people, const char *text, size_t length);

/* Warns of a value that a filter compares a field with and that is nobody. */
void people_check(struct cli *cli, const struct pmo_field *field, const char *text, size_t length);

#endif
