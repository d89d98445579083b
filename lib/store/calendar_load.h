/* Reads calendars from their records: weekend, hours, holidays, exceptions, freezes. */
#ifndef STORE_CALENDAR_LOAD_H
#define STORE_CALENDAR_LOAD_H

#include <pmo/workspace.h>

/*
 * The calendar of a handle, what it is based on included. PMO_NOT_FOUND, silently. What
 * is wrong with it (hours that are none) is named in *fault, which is NULL else.
 */
PMO_CHECKED enum pmo_result calendar_load(struct pmo_workspace *workspace, const char *name,
					  struct pmo_calendar *calendar, const char **fault);

#endif
