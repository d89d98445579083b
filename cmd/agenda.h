/* The parts of `pmo agenda`. */
#ifndef AGENDA_H
#define AGENDA_H

#include "meeting.h"

#include <pmo/agenda.h>
#include <pmo/ics.h>

struct agenda_run {
	struct cli *cli;
	const struct pmo_record *meeting;
	struct pmo_plan *plan; /* NULL: none could be made */
	struct pmo_agenda agenda;
};

/* Without a schedule the rest is still told. */
PMO_CHECKED enum pmo_result agenda_make_plan(struct agenda_run *run);

/* The invitation of a meeting; memory of the run. PMO_USAGE, told: it has no time. */
PMO_CHECKED enum pmo_result agenda_find_event(struct cli *cli, const struct pmo_record *meeting,
					      const struct meeting_people *people,
					      struct pmo_ics_event *event);

/* Drafts the mail with agenda and invitation and marks the agenda as sent. */
PMO_CHECKED enum pmo_result agenda_send(struct agenda_run *run);

#endif
