/* The oracle's way back: late dates and free float, one hour earlier at a time. */
#ifndef TESTS_PLAN_ORACLE_LATE_H
#define TESTS_PLAN_ORACLE_LATE_H

#include "plan_oracle.h"

/* Whether a finish is early enough for a successor that stands at some counts. */
static inline bool oracle_suits(const struct oracle *oracle, const struct box *box, int link,
				const struct oracle_item *moved, const struct oracle_item *to)
{
	enum pmo_link_kind kind = box->links[link].kind;
	bool from_start = kind == PMO_LINK_SS || kind == PMO_LINK_SF;
	bool to_finish = kind == PMO_LINK_FF || kind == PMO_LINK_SF;
	int asked = oracle_lag(oracle, box, link, from_start ? moved->start : moved->finish);
	return asked <= oracle_start(oracle, to->clock, to_finish ? to->end : to->begin);
}

static inline bool oracle_day_suits(const struct oracle *oracle, const struct box *box, int at,
				    const struct oracle_item *moved)
{
	const struct oracle_item *item = &oracle->items[at];
	const struct plan_work *work = &box->work[at];
	int32_t last[2] = { PMO_DATE_NONE, box->items[at].deadline };
	bool is_point = item->end == item->begin;
	int own = item->begins ? item->resume / 24 : (item->finish - 1) / 24;
	if (work->constraint == PLAN_FNLT || work->constraint == PLAN_MFO)
		last[0] = work->constraint_date;
	for (int i = 0; i < 2; i++) {
		if (last[i] == PMO_DATE_NONE)
			continue;
		bool is_own = is_point && own == last[i] - oracle->first;
		int limit = oracle_hour_of_day(oracle, last[i]) + 24;
		if (is_own ? moved->end > item->end : moved->finish > limit)
			return false;
	}
	if ((work->constraint != PLAN_SNLT && work->constraint != PLAN_MSO) || item->started)
		return true;
	int day = work->constraint_date - oracle->first;
	if ((is_point ? own : item->resume / 24) == day)
		return moved->end <= item->end;
	if (is_point)
		return moved->finish <= day * 24 + 24;
	while (day > 0 && oracle_is_idle(oracle, item->clock, day * 24, day * 24 + 24))
		day--;
	return moved->begin <= oracle->count[item->clock][day * 24];
}

/* The latest finish with which all that comes after can live; late: where it must, else is. */
static inline int oracle_latest(const struct oracle *oracle, const struct box *box, int at,
				bool late)
{
	const struct oracle_item *item = &oracle->items[at];
	int span = item->end - item->begin;
	struct oracle_item moved = *item;
	for (int end = oracle->count[item->clock][oracle->project_finish];; end--) {
		bool suits = true;
		moved.end = end;
		moved.begin = end - span;
		moved.finish = oracle_end(oracle, item->clock, end);
		if (!item->started)
			moved.start =
				span ? oracle_start(oracle, item->clock, end - span) : moved.finish;
		suits = moved.finish <= oracle->project_finish &&
			(!late || oracle_day_suits(oracle, box, at, &moved));
		for (size_t i = 0; suits && i < box->plan.open.link_count; i++)
			for (int to = 0; suits && to < oracle->item_count; to++) {
				const struct oracle_item *of = &oracle->items[to];
				enum pmo_link_kind kind = box->links[i].kind;
				bool from_start = kind == PMO_LINK_SS || kind == PMO_LINK_SF;
				if (of->is_summary || of->done || (item->started && from_start) ||
				    (of->started && box->plan.options.progress_override) ||
				    !oracle_ends(box, (int)i, at, to))
					continue;
				struct oracle_item there = *of;
				there.end = late ? of->late : of->end;
				there.begin = there.end - (of->end - of->begin);
				suits = oracle_suits(oracle, box, (int)i, &moved, &there);
			}
		if (suits || end <= 0)
			return end;
	}
}

/* From the last item to the first. */
static inline void oracle_backward(struct oracle *oracle, const struct box *box, bool forwards)
{
	for (int n = 0; n < oracle->item_count; n++) {
		int at = forwards ? oracle->item_count - 1 - n : n;
		struct oracle_item *item = &oracle->items[at];
		if (item->is_summary || item->done)
			continue;
		item->late = oracle_latest(oracle, box, at, true);
		item->free = oracle_latest(oracle, box, at, false);
		int end = item->free < item->late ? item->free : item->late;
		if (item->length % 8 == 0 && end > item->end) /* whole days stay whole days */
			end -= (end - item->end) % 8;
		if (box->work[at].constraint != PLAN_ALAP || item->fixed || item->started ||
		    end <= item->end)
			continue;
		int hour = item->length ? oracle_start(oracle, item->clock, end - item->length)
					: oracle_end(oracle, item->clock, end);
		oracle_stand(oracle, item, hour);
		item->begins = false;
	}
}

#endif
