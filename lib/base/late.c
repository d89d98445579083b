/* Loading a library when it is needed. See late.h. */
#include "late.h"

#include <string.h>

#ifdef PMO_LATE
#include <dlfcn.h>
#endif

/* ISO C knows no way from an object's address to a function's; POSIX says they are alike. */
static void put(void *table, const struct late_function *function, const void *address)
{
	memcpy((char *)table + function->place, address, sizeof(function->linked));
}

#ifdef PMO_LATE
enum pmo_result late_load(const char *library, const struct late_function *functions, void *table)
{
	/* It stays, as one that is linked would. */
	void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
	if (!handle)
		return PMO_UNSUPPORTED;
	for (const struct late_function *i = functions; i->name; i++) {
		void *found = dlsym(handle, i->name);
		if (!found)
			return PMO_UNSUPPORTED;
		put(table, i, &found);
	}
	return PMO_OK;
}
#else
enum pmo_result late_load(const char *library, const struct late_function *functions, void *table)
{
	(void)library;
	for (const struct late_function *i = functions; i->name; i++)
		put(table, i, &i->linked);
	return PMO_OK;
}
#endif
