/*
 * Messages of commands that cron runs: drafted together, in one update, each of them once.
 *
 *     struct post post = { .cli = cli, .send = wanted->send };
 *     post_add(&post, &letter)        nothing where that letter was drafted or sent before
 *     post_end(&post)                 writes the drafts, sends them with --send, tells
 *
 * A letter's name says what it is, to whom, and for which period: a second run finds it.
 */
#ifndef POST_H
#define POST_H

#include "outbox.h"

struct post_letter {
	const struct pmo_record *to;
	const struct pmo_project *project; /* whose coordinator signs; NULL: any */
	const char *name, *subject, *text;
};

struct post {
	struct cli *cli;
	bool send;
	struct pmo_update *update;
	const char **names;
	size_t count, capacity, drafted, old, silent;
};

/* Who is meant: a handle, or coordinator, pm, sponsor of a project; NULL: nobody, not told. */
const struct pmo_record *post_person(struct cli *cli, const struct pmo_project *project,
				     const char *word);

/* Whether somebody can be written to. */
bool post_has_address(const struct pmo_record *person);

/* Somebody without an address is counted, and told at the end. */
PMO_CHECKED enum pmo_result post_add(struct post *post, const struct post_letter *letter);

/* Releases the post, whatever happens; result is what came before, and what comes back. */
PMO_CHECKED enum pmo_result post_end(struct post *post, enum pmo_result result);

#endif
