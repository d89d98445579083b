/* What differs between two schedules: what a what-if would move, what moved since a report. */
#include "plan/plan.h"

#include <pmo/why.h>

#include <string.h>

static int find(const struct plan *plan, const char *id)
{
	void *found = plan->project_count ? map_get(&plan->projects[0].ids, id) : NULL;
	return found ? (int)(intptr_t)found - 1 : -1;
}

static const struct pmo_plan_item *item_of(const struct pmo_plan *plan, int at)
{
	if (at < 0 || plan->items[at].state == PMO_ITEM_LEFT_OUT)
		return NULL;
	return &plan->items[at];
}

static struct pmo_plan_move move_of(const struct pmo_plan *before, const struct pmo_plan *after,
				    int from, int to)
{
	const struct pmo_plan_item *old = item_of(before, from), *now = item_of(after, to);
	struct pmo_plan_move move = { .before = old ? from : -1, .after = now ? to : -1 };
	move.from = old ? old->finish : PMO_DATE_NONE;
	move.to = now ? now->finish : PMO_DATE_NONE;
	move.start_from = old ? old->start : PMO_DATE_NONE;
	move.start_to = now ? now->start : PMO_DATE_NONE;
	move.has_days = move.from != PMO_DATE_NONE && move.to != PMO_DATE_NONE;
	if (move.has_days)
		move.days = pmo_calendar_days_between(after->calendar, move.from, move.to);
	move.finish_moves = move.from != move.to;
	return move;
}

static bool is_move(const struct pmo_plan_move *move)
{
	bool both = move->before >= 0 && move->after >= 0;
	if (move->before < 0 && move->after < 0)
		return false;
	return !both || move->finish_moves || move->start_from != move->start_to;
}

static int rank(enum pmo_item_kind kind)
{
	return kind == PMO_ITEM_MILESTONE ? 0 : kind == PMO_ITEM_SUMMARY ? 2 : 1;
}

/* The moves of one rank: what is in the new plan first, then what is in the old one alone. */
static void add_rank(const struct pmo_plan *before, const struct pmo_plan *after, int wanted,
		     struct pmo_plan_moves *moves)
{
	for (size_t i = 0; i < after->own_count; i++) {
		if (rank(after->items[i].kind) != wanted)
			continue;
		int from = find((const struct plan *)before, after->items[i].id);
		struct pmo_plan_move move = move_of(before, after, from, (int)i);
		if (is_move(&move))
			moves->items[moves->count++] = move;
	}
	for (size_t i = 0; i < before->own_count; i++) {
		if (rank(before->items[i].kind) != wanted ||
		    find((const struct plan *)after, before->items[i].id) >= 0)
			continue;
		struct pmo_plan_move move = move_of(before, after, (int)i, -1);
		if (is_move(&move))
			moves->items[moves->count++] = move;
	}
}

enum pmo_result pmo_plan_compare(const struct pmo_plan *before, struct pmo_plan *after,
				 struct pmo_plan_moves *moves)
{
	memset(moves, 0, sizeof(*moves));
	moves->items = pmo_arena_array(after->arena, before->own_count + after->own_count + 1,
				       sizeof(*moves->items));
	if (!moves->items)
		return PMO_NO_MEMORY;
	add_rank(before, after, 0, moves);
	moves->milestones = moves->count;
	add_rank(before, after, 1, moves);
	moves->tasks = moves->count - moves->milestones;
	add_rank(before, after, 2, moves);
	moves->summaries = moves->count - moves->milestones - moves->tasks;
	moves->finish_from = before->finish;
	moves->finish_to = after->finish;
	if (before->finish != PMO_DATE_NONE && after->finish != PMO_DATE_NONE)
		moves->finish_days =
			pmo_calendar_days_between(after->calendar, before->finish, after->finish);
	return PMO_OK;
}
