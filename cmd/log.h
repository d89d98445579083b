/*
 * What `pmo log` gathers before it prints: from the records themselves, from git.
 */
#ifndef CMD_LOG_H
#define CMD_LOG_H

#include "cli/cli.h"

struct log_options {
	int32_t since;
	long limit;
};

struct event {
	int32_t date; /* PMO_DATE_NONE: the line begins with none */
	const char *id, *who, *what;
	const char *commit; /* its first digits, "not committed"; NULL: the record says so */
	size_t order;       /* in which it was found */
	bool is_matched;    /* a commit brought it: no other one did */
};

struct story {
	struct cli *cli;
	struct event *items;
	size_t count, capacity;
	bool is_cut; /* git has more than was looked at */
	bool failed;
};

void story_add(struct story *story, const struct event *event);

/*
 * What git knows of a project, or of a record when that is not NULL, and the records do
 * not tell themselves.
 */
PMO_CHECKED enum pmo_result story_add_commits(struct story *story,
					      const struct pmo_project *project,
					      const struct pmo_record *record, size_t limit);

/* By date; cli->options says from when on and how many. */
PMO_CHECKED enum pmo_result story_print(struct story *story, bool newest_first);

#endif
