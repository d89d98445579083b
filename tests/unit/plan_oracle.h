/*
 * The second opinion on a plan: slow and obvious. Time is an array of hours that are worked
 * or not; early dates are found by moving an item one hour later while something forbids
 * where it stands, late dates by moving it one hour earlier from the end of the project.
 * Links are followed in their own direction only: there is no inverse to get wrong.
 */
#ifndef TESTS_PLAN_ORACLE_H
#define TESTS_PLAN_ORACLE_H

#include "plan_oracle_clock.h"

/* Links between tasks that a link stands for: those of a summary go to all below it. */
static inline bool oracle_ends(const struct box *box, int link, int from, int to)
{
	const struct pmo_plan_link *of = &box->links[link];
	return from >= of->from && from < box->work[of->from].subtree && to >= of->to &&
	       to < box->work[of->to].subtree;
}

/* Whether an item may stand where it does, by one link. */
static inline bool oracle_link_holds(const struct oracle *oracle, const struct box *box, int link,
				     int from_at, int to_at)
{
	const struct oracle_item *from = &oracle->items[from_at], *to = &oracle->items[to_at];
	enum pmo_link_kind kind = box->links[link].kind;
	bool from_start = kind == PMO_LINK_SS || kind == PMO_LINK_SF;
	int asked = oracle_lag(oracle, box, link, from_start ? from->start : from->finish);
	if (kind == PMO_LINK_FS || kind == PMO_LINK_SS)
		return to->resume >= asked;
	if (to->length == 0)
		return to->finish >= asked;
	return oracle_is_idle(oracle, to->clock, to->finish, asked);
}

static inline void oracle_stand(const struct oracle *oracle, struct oracle_item *item, int hour)
{
	item->resume = hour;
	item->begin = oracle->count[item->clock][hour];
	item->end = item->begin + item->length;
	item->finish = item->length ? oracle_end(oracle, item->clock, item->end) : hour;
	if (!item->started)
		item->start = hour;
}

static inline bool oracle_day_holds(const struct oracle *oracle, const struct box *box, int at)
{
	const struct oracle_item *item = &oracle->items[at];
	const struct plan_work *work = &box->work[at];
	int hour = oracle_hour_of_day(oracle, work->constraint_date);
	bool of_start = work->constraint == PLAN_SNET || work->constraint == PLAN_MSO;
	bool of_finish = work->constraint == PLAN_FNET || work->constraint == PLAN_MFO;
	if (of_start && !item->started && item->resume < hour)
		return false;
	if (of_finish)
		return item->length ? oracle_is_idle(oracle, item->clock, item->finish, hour + 24)
				    : item->finish >= hour + 24;
	return true;
}

/* Whether the plan says that a date of this kind holds against links. */
static inline bool oracle_is_hard(const struct oracle *oracle, const struct box *box, int at,
				  enum plan_constraint kind)
{
	return box->project.hard && !oracle->items[at].started && box->work[at].constraint == kind;
}

/* The last day up to a date on which its clock works at all. */
static inline int oracle_day_at_work(const struct oracle *oracle, int clock, int32_t date)
{
	int day = date - oracle->first;
	while (day > 0 && oracle_is_idle(oracle, clock, day * 24, day * 24 + 24))
		day--;
	return day;
}

/* Nothing but its date and the as-of date has a say in where it stands. */
static inline bool oracle_is_alone(const struct oracle *oracle, const struct box *box, int at)
{
	return oracle->items[at].capped || oracle_is_hard(oracle, box, at, PLAN_MSO) ||
	       oracle_is_hard(oracle, box, at, PLAN_MFO);
}

static inline bool oracle_ignores_start(const struct oracle *oracle, const struct box *box, int at)
{
	return oracle_is_alone(oracle, box, at) || oracle_is_hard(oracle, box, at, PLAN_SNET) ||
	       oracle_is_hard(oracle, box, at, PLAN_FNET);
}

/* What was taken beyond its date stands on it: as late in the day as it may end. */
static inline bool oracle_cap_holds(const struct oracle *oracle, const struct box *box, int at)
{
	const struct oracle_item *item = &oracle->items[at];
	const struct plan_work *work = &box->work[at];
	int end = oracle_hour_of_day(oracle, work->constraint_date) + 24;
	if (!item->capped)
		return true;
	if (!item->length)
		return item->finish >= end;
	if (work->constraint == PLAN_FNLT)
		return oracle_is_idle(oracle, item->clock, item->finish, end);
	return item->resume >= 24 * oracle_day_at_work(oracle, item->clock, work->constraint_date);
}

static inline bool oracle_is_beyond(const struct oracle *oracle, const struct box *box, int at)
{
	const struct oracle_item *item = &oracle->items[at];
	bool of_start = oracle_is_hard(oracle, box, at, PLAN_SNLT);
	if (!of_start && !oracle_is_hard(oracle, box, at, PLAN_FNLT))
		return false;
	bool begins = item->begins || (of_start && item->length);
	int day = begins ? item->resume / 24 : (item->finish - 1) / 24;
	return day > box->work[at].constraint_date - oracle->first;
}

static inline bool oracle_may_stand(const struct oracle *oracle, const struct box *box, int at)
{
	const struct oracle_item *item = &oracle->items[at];
	if (item->resume < oracle_hour_of_day(oracle, box->plan.open.as_of + 1) ||
	    (!item->started && !oracle_ignores_start(oracle, box, at) &&
	     item->resume < oracle_hour_of_day(oracle, box->project.start)))
		return false;
	if (item->length && !oracle->works[item->clock][item->resume])
		return false;
	if (!oracle_day_holds(oracle, box, at) || !oracle_cap_holds(oracle, box, at))
		return false;
	if ((item->started && box->plan.options.progress_override) ||
	    oracle_is_alone(oracle, box, at))
		return true;
	for (size_t i = 0; i < box->plan.open.link_count; i++)
		for (int from = 0; from < oracle->item_count; from++)
			if (!oracle->items[from].is_summary && oracle_ends(box, (int)i, from, at) &&
			    !oracle_link_holds(oracle, box, (int)i, from, at))
				return false;
	return true;
}

/* A point in time that follows a start stands where work begins. */
static inline bool oracle_begins(const struct oracle *oracle, const struct box *box, int at)
{
	const struct oracle_item *item = &oracle->items[at];
	const struct plan_work *work = &box->work[at];
	int begins = oracle_hour_of_day(oracle, box->plan.open.as_of + 1);
	int start = oracle_hour_of_day(oracle, box->project.start);
	int clock = item->clock;
	if (!oracle_ignores_start(oracle, box, at))
		begins = start > begins ? start : begins;
	if (work->constraint == PLAN_SNET || work->constraint == PLAN_MSO) {
		int day = oracle_hour_of_day(oracle, work->constraint_date);
		begins = day > begins ? day : begins;
	}
	for (size_t i = 0; i < box->plan.open.link_count; i++) {
		const struct pmo_plan_link *link = &box->links[i];
		int64_t lag = link->is_share ? box->items[link->from].duration * link->lag_share
					     : link->lag;
		for (int from = 0; from < oracle->item_count; from++) {
			const struct oracle_item *of = &oracle->items[from];
			if (of->is_summary || lag || oracle_is_alone(oracle, box, at) ||
			    !oracle_ends(box, (int)i, from, at))
				continue;
			bool is_start = link->kind == PMO_LINK_SS &&
					(of->begins || of->start != of->finish);
			bool is_begin = link->kind == PMO_LINK_FS && of->begins;
			if ((is_start || is_begin) && of->start > begins)
				begins = of->start;
		}
	}
	return oracle_start(oracle, clock, oracle->count[clock][begins]) >= item->resume ||
	       begins >= item->resume;
}

/* Later hour by hour, until nothing forbids where it stands. */
static inline void oracle_settle(struct oracle *oracle, const struct box *box, int at)
{
	struct oracle_item *item = &oracle->items[at];
	while (item->resume < ORACLE_HOURS - 1 && !oracle_may_stand(oracle, box, at))
		oracle_stand(oracle, item, item->resume + 1);
	if (item->length == 0) {
		item->begins = oracle_begins(oracle, box, at);
		if (item->begins)
			oracle_stand(oracle, item,
				     oracle_start(oracle, item->clock,
						  oracle->count[item->clock][item->resume]));
	}
}

static inline bool oracle_move(struct oracle *oracle, const struct box *box, int at)
{
	struct oracle_item *item = &oracle->items[at];
	int before = item->resume;
	oracle_settle(oracle, box, at);
	if (!item->capped && oracle_is_beyond(oracle, box, at)) {
		item->capped = true;
		oracle_stand(oracle, item, ORACLE_FROM);
		oracle_settle(oracle, box, at);
	}
	return item->resume != before;
}

/* Links go one way only, by index; until nothing moves any more. */
static inline void oracle_forward(struct oracle *oracle, const struct box *box, bool forwards)
{
	for (bool moved = true; moved;) {
		moved = false;
		for (int n = 0; n < oracle->item_count; n++) {
			int i = forwards ? n : oracle->item_count - 1 - n;
			if (!oracle->items[i].fixed && !oracle->items[i].is_summary)
				moved |= oracle_move(oracle, box, i);
		}
	}
	oracle->project_finish = 0;
	for (int i = 0; i < oracle->item_count; i++)
		if (!oracle->items[i].is_summary &&
		    oracle->items[i].finish > oracle->project_finish)
			oracle->project_finish = oracle->items[i].finish;
}

#endif
