/*
 * Libraries that few commands need are loaded by the first one that does, so that the others
 * start without them: expat, jansson and zlib, which read what others made.
 *
 * Who uses such a library has a struct of pointers to its functions and a table of rows made
 * by LATE; late_load fills the struct. Where the build does not know the library's name for
 * the loader (no ELF, or PMO_LATE is off), it is linked as usual, and the rows hold its
 * addresses: the rest is the same.
 */
#ifndef BASE_LATE_H
#define BASE_LATE_H

#include <pmo/result.h>

#include <stddef.h>

/* What to tell people then. */
#define LATE_MISSING(library) library " is needed for it and cannot be loaded"

struct late_function {
	const char *name;
	size_t place; /* in the struct of pointers */
	void (*linked)(void);
};

#ifdef PMO_LATE
#define LATE(type, member, function)                                                               \
	{                                                                                          \
#function, offsetof(type, member), NULL                                            \
	}
#else
#define LATE(type, member, function)                                                               \
	{                                                                                          \
#function, offsetof(type, member), (void (*)(void))(function)                      \
	}
#endif

/*
 * Finds the functions of a library, up to the row without a name, and sets the pointers in
 * table. PMO_UNSUPPORTED: it cannot be loaded.
 */
PMO_CHECKED enum pmo_result late_load(const char *library, const struct late_function *functions,
				      void *table);

#endif
