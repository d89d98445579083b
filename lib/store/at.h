/*
 * --at: the workspace as a revision, or the end of a day, has it.
 *
 * The root is the folder of today's; what it was then (with its own pmo.yaml, without one)
 * follows from the revision. A date means the last commit of the first-parent line by the
 * end of that day in the zone that pmo.yaml names today; what git knows by that name comes
 * before words such as `yesterday`, a full date before what git knows.
 */
#ifndef STORE_AT_H
#define STORE_AT_H

#include "store/workspace.h"

/*
 * Puts the revision that env.at names in the place of the disk. PMO_INVALID with a
 * diagnostic: not kept with git, no such revision, no commit by then.
 */
PMO_CHECKED enum pmo_result at_open(struct pmo_workspace *workspace);

/* What counts as today: what was typed, the day of --at, or the commit's. */
int32_t at_today(struct pmo_workspace *workspace);

/* The date of an instant (minutes since 1970, UTC) in a zone; NULL: UTC. */
int32_t at_date_in_zone(struct pmo_workspace *workspace, const char *zone, int64_t minutes);

/* Somebody wants to write: PMO_USAGE with a diagnostic. */
enum pmo_result at_refuse(struct pmo_diags *diags);

#endif
