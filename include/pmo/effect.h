/*
 * Effects: what a move does to other records.
 *
 * A risk that occurs becomes an issue; a change that is implemented gives a new baseline, a
 * transfer, an amendment. A register's move names its effect (`.effect` in the table,
 * `effect:` in pmo.yaml), and the effect is a function of that name. It makes drafts in the
 * update of the move, so that all of it is one commit, judged as a whole, or nothing.
 *
 *     pmo_draft_move(draft, verb)
 *     struct pmo_effect effect = { .workspace = ..., .update = ..., .draft = draft };
 *     pmo_effect_run(verb, &effect)                 nothing, where the move has none
 *     effect.touched[i], effect.hints[i]            for telling
 */
#ifndef PMO_EFFECT_H
#define PMO_EFFECT_H

#include <pmo/update.h>

struct pmo_effect {
	struct pmo_workspace *workspace;
	struct pmo_update *update;
	struct pmo_draft *draft; /* the record that has moved */

	struct pmo_draft **touched; /* the other records, in the order they were made */
	size_t touched_count, touched_capacity;
	const char **hints; /* lines for people: what came along, what to do next */
	size_t hint_count, hint_capacity;
};

/*
 * Runs what the move of a verb names. PMO_REFUSED and PMO_INVALID with a diagnostic. Memory is
 * the workspace's.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_effect_run(const char *verb, struct pmo_effect *effect);

#endif
