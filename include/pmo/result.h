/*
 * Results: can the caller go on?
 *
 * A fallible function returns one of these. It says nothing to a person: whoever
 * detects a fault reports it once, with its position, as a diagnostic
 * (<pmo/diag.h>), and callers pass the result up unchanged. Running out of memory
 * is an ordinary result; no input ends the process.
 */
#ifndef PMO_RESULT_H
#define PMO_RESULT_H

#include <pmo/api.h>

enum pmo_result {
	PMO_OK = 0,
	PMO_NOT_FOUND = -1,  /* no such record, field, file */
	PMO_EXISTS = -2,     /* it is there already */
	PMO_INVALID = -3,    /* the data or the text cannot be read as what it should be */
	PMO_REFUSED = -4,    /* a rule or a control says no */
	PMO_CONFLICT = -5,   /* the file changed since it was read */
	PMO_LOCKED = -6,     /* somebody else holds the lock */
	PMO_IO = -7,         /* the system failed: disk, permission, device */
	PMO_NO_MEMORY = -8,  /* the system failed: memory */
	PMO_UNSUPPORTED = -9, /* readable, but not something this version can change */
	PMO_USAGE = -10,     /* the caller's words are wrong */
};

/* A word for the result, for logs and tests: "not found". Never NULL. */
PMO_API const char *pmo_result_name(enum pmo_result result);

/*
 * The exit status that tells a result to a shell: 0 done, 2 usage, 3 the data do
 * not allow it, 4 the system failed (disk, lock, memory, missing program).
 */
PMO_API int pmo_result_exit_status(enum pmo_result result);

#endif
