/*
 * The morning screen: what needs a person today, in groups.
 */
#ifndef TODAY_H
#define TODAY_H

#include "duties.h"

enum today_group {
	GROUP_LATE,
	GROUP_TODAY,
	GROUP_WAITING,
	GROUP_MONEY,
	GROUP_AWAY,
	GROUP_EXPIRES,
	GROUP_NEXT,
	TODAY_GROUP_COUNT
};

/* One line: a duty, somebody who is away, or days off. */
struct today_entry {
	enum today_group group;
	const struct pmo_duty *duty;
	const struct pmo_absence *absence;
	int32_t day, last; /* of NEXT; of days off the last one, too */
};

struct today {
	struct cli *cli;
	struct duty_work work;
	struct pmo_absences absences;
	struct today_entry *entries; /* by group */
	size_t count, capacity;
	bool all; /* no limit a group */
};

/* "LATE" */
const char *today_group_name(enum today_group group);

/* What an entry says behind its id: "review", "by Wed Nov 25 (SPO)". Memory of the run. */
const char *today_say(const struct today *today, const struct today_entry *entry);

/*
 * The screen as a letter to a person or to a role of each project, once a day; quiet: nothing
 * where there is nothing to tell.
 */
PMO_CHECKED enum pmo_result today_mail(struct today *today, const char *word, bool quiet,
				       bool send);

/* The screen for people. */
PMO_CHECKED enum pmo_result today_print(struct today *today);

#endif
