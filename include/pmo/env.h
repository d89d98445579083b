/*
 * Everything that comes from outside.
 *
 * The library reads no environment, no clock and no current directory: the command
 * puts what it knows in here, and a test puts in what it likes.
 */
#ifndef PMO_ENV_H
#define PMO_ENV_H

#include <pmo/date.h>
#include <stdbool.h>
#include <stdint.h>

struct pmo_env {
	const char *directory;     /* absolute; where the search for the workspace begins */
	const char *project;       /* the project that was asked for (-p), or NULL */
	int32_t today;             /* the as-of date that was asked for, or PMO_DATE_NONE */
	bool today_yields;         /* nobody typed it: the day of --at comes before it */
	int64_t now;               /* the clock: minutes since 1970-01-01 00:00 UTC */
	const char *zoneinfo;      /* the zone database's folder, or NULL */
	const char *user;          /* the user's handle as they gave it, or NULL */
	const char *email;         /* git's e-mail, to find the user in people.yaml; or NULL */
	const char *configuration; /* the text of the user's own configuration; NULL: none */
	const char *configuration_path;
	const char *at;  /* a revision or a date to read instead of the files; or NULL */
	const char *git; /* absolute path of git; NULL: it cannot or may not be run */
	const char *const *variables; /* of programs that are run, NULL-ended */
	const char *command;          /* as typed, for the undo list: "risk close RSK-007" */
	const char *holder;           /* who we are, for the lock's message */
	unsigned lock_wait;           /* milliseconds to wait for another writer */
};

#endif
