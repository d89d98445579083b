/*
 * What is owed, for the commands that tell it: over one project or all of them.
 */
#ifndef DUTIES_H
#define DUTIES_H

#include "cli/cli.h"

#include <pmo/practice.h>

struct duty_project {
	const struct pmo_project *project;
	struct pmo_plan *plan; /* NULL: none could be made; it lives until the command ends */
};

struct duty_work {
	struct cli *cli;
	struct pmo_duties duties; /* sorted */
	struct duty_project *projects;
	size_t project_count;
	bool several; /* ids carry their project */
};

/*
 * Collects the duties of the project at hand, or of all where none is meant; the
 * workspace's own (insurance, clearances) come with them. Release it whatever happens.
 */
PMO_CHECKED enum pmo_result duties_gather(struct cli *cli, bool all_projects,
					  struct duty_work *work);
void duties_release(struct duty_work *work);

/* Whose handle a person typed; NULL, and told, when it is nobody. */
const char *duties_person(struct cli *cli, const char *word);

/* Whether a duty is somebody's. */
bool duties_is_of(const struct pmo_duty *duty, const char *person);

/* "ISS-006", of several projects "cadup/ISS-006". */
const char *duties_id(const struct duty_work *work, const struct pmo_record *record);

/* "5 d", of calendar days "5 cd"; "" where it stands. Memory of the run. */
const char *duties_days(const struct duty_work *work, const struct pmo_duty *duty);

/* "pmo ask V2" where there is such a command, else what shows the record. */
const char *duties_next(const struct duty_work *work, const struct pmo_duty *duty);

/* The columns, and a row a duty: id, what, title, owner, due, days, and more for programs. */
PMO_CHECKED enum pmo_result duties_add_columns(struct duty_work *work, struct pmo_table *table);
PMO_CHECKED enum pmo_result duties_add_row(struct duty_work *work, const struct pmo_duty *duty,
					   struct pmo_table *table);

#endif
