/*
 * Where the running program stands: what is shipped with it is found from there, so that an
 * installation may be moved.
 */
#ifndef CLI_PROGRAM_H
#define CLI_PROGRAM_H

#include <limits.h>
#include <stdbool.h>

/* The program's folder, its links followed; false and "": the system does not tell. */
bool program_find_folder(char folder[PATH_MAX]);

#endif
