/* Results as words, and as what a shell is told. */
#include <pmo/result.h>

const char *pmo_result_name(enum pmo_result result)
{
	switch (result) {
	case PMO_OK: return "ok";
	case PMO_NOT_FOUND: return "not found";
	case PMO_EXISTS: return "exists";
	case PMO_INVALID: return "invalid";
	case PMO_REFUSED: return "refused";
	case PMO_CONFLICT: return "conflict";
	case PMO_LOCKED: return "locked";
	case PMO_IO: return "system failure";
	case PMO_NO_MEMORY: return "out of memory";
	case PMO_UNSUPPORTED: return "unsupported";
	case PMO_USAGE: return "usage";
	}
	return "unknown result";
}

int pmo_result_exit_status(enum pmo_result result)
{
	switch (result) {
	case PMO_OK: return 0;
	case PMO_USAGE: return 2;
	case PMO_LOCKED:
	case PMO_IO:
	case PMO_NO_MEMORY: return 4;
	default: return 3;
	}
}
