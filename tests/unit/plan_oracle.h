/*
 * The second opinion on a plan: slow and obvious. Time is an array of hours that are worked
 * or not; early dates are found by moving an item one hour later while something forbids
 * where it stands, late dates by moving it one hour earlier from the end of the project.
 * Links are followed in their own direction only: there is no inverse to get wrong.
 */
#ifndef TESTS_PLAN_ORACLE_H
#define TESTS_PLAN_ORACLE_H

#include "plan_box.h"

enum { ORACLE_DAYS = 260, ORACLE_HOURS = ORACLE_DAYS * 24, ORACLE_CLOCKS = 6 };

struct oracle {
	int32_t first; /* the day of hour 0 */
	int clock_count;
	const struct clock *clocks[ORACLE_CLOCKS];
	bool works[ORACLE_CLOCKS][ORACLE_HOURS + 1];
	int count[ORACLE_CLOCKS][ORACLE_HOURS + 1]; /* hours worked before */
	struct oracle_item {
		int clock, start, finish, resume; /* instants in hours */
		int begin, end;                   /* the same in hours worked */
		int length;
		bool fixed, done, started, begins, is_summary;
		int late, free; /* hours worked before the latest finish */
	} items[BOX_ITEMS];
	int item_count;
	int project_finish;
};

static inline int oracle_clock(const struct oracle *oracle, const struct clock *clock)
{
	for (int i = 0; i < oracle->clock_count; i++)
		if (oracle->clocks[i] == clock)
			return i;
	assert_true(false);
	return 0;
}

static inline bool oracle_day_has(const struct pmo_calendar *calendar, int32_t day, int hour)
{
	static const struct pmo_interval usual[] = { { 480, 720 }, { 780, 1020 } };
	int minute = hour * 60;
	for (size_t i = calendar->exception_count; i-- > 0;) {
		const struct pmo_exception *exception = &calendar->exceptions[i];
		if (day < exception->from || day > exception->to)
			continue;
		for (size_t j = 0; j < exception->interval_count; j++)
			if (minute >= exception->intervals[j].from &&
			    minute < exception->intervals[j].to)
				return true;
		return false;
	}
	if (pmo_calendar_is_holiday(calendar, day) ||
	    (calendar->weekend >> pmo_date_weekday(day) & 1))
		return false;
	bool has_hours = false;
	for (size_t i = 0; i < calendar->hour_count; i++) {
		const struct pmo_work_hours *hours = &calendar->hours[i];
		if (hours->weekday != pmo_date_weekday(day))
			continue;
		has_hours = true;
		if (minute >= hours->interval.from && minute < hours->interval.to)
			return true;
	}
	for (size_t i = 0; !has_hours && i < 2; i++)
		if (minute >= usual[i].from && minute < usual[i].to)
			return true;
	return false;
}

static inline void oracle_add_clock(struct oracle *oracle, const struct clock *clock,
				    const struct pmo_calendar *calendar)
{
	int at = oracle->clock_count++;
	oracle->clocks[at] = clock;
	for (int hour = 0; hour < ORACLE_HOURS; hour++) {
		oracle->works[at][hour] =
			oracle_day_has(calendar, oracle->first + hour / 24, hour % 24);
		oracle->count[at][hour + 1] = oracle->count[at][hour] + oracle->works[at][hour];
	}
}

static inline int oracle_hour_of_day(const struct oracle *oracle, int32_t day)
{
	return day == PMO_DATE_NONE ? 0 : (day - oracle->first) * 24;
}

/* The first instant by which so many hours were worked. */
static inline int oracle_end(const struct oracle *oracle, int clock, int count)
{
	int low = 0, high = ORACLE_HOURS;
	while (low < high) {
		int middle = (low + high) / 2;
		if (oracle->count[clock][middle] >= count)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* The next hour that is worked. */
static inline int oracle_start(const struct oracle *oracle, int clock, int count)
{
	int at = oracle_end(oracle, clock, count);
	while (at < ORACLE_HOURS && !oracle->works[clock][at])
		at++;
	return at;
}

static inline int oracle_lag(const struct oracle *oracle, const struct box *box, int link, int at)
{
	const struct pmo_plan_link *of = &box->links[link];
	int64_t minutes =
		of->is_share ? box->items[of->from].duration * of->lag_share / 10000 : of->lag;
	int lag = (int)(minutes / 60);
	if (lag == 0)
		return at;
	if (!box->lags[link].clock)
		return at + lag;
	int clock = oracle_clock(oracle, box->lags[link].clock);
	return oracle_end(oracle, clock, oracle->count[clock][at] + lag);
}

/* Whether nothing is worked between two instants. */
static inline bool oracle_is_idle(const struct oracle *oracle, int clock, int from, int to)
{
	for (int hour = from; hour < to; hour++)
		if (oracle->works[clock][hour])
			return false;
	return true;
}

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

static inline bool oracle_may_stand(const struct oracle *oracle, const struct box *box, int at)
{
	const struct oracle_item *item = &oracle->items[at];
	if (item->resume < oracle_hour_of_day(oracle, box->plan.open.as_of + 1) ||
	    (!item->started && item->resume < oracle_hour_of_day(oracle, box->project.start)))
		return false;
	if (item->length && !oracle->works[item->clock][item->resume])
		return false;
	if (!oracle_day_holds(oracle, box, at))
		return false;
	if (item->started && box->plan.options.progress_override)
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
			if (of->is_summary || lag || !oracle_ends(box, (int)i, from, at))
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

static inline bool oracle_move(struct oracle *oracle, const struct box *box, int at)
{
	struct oracle_item *item = &oracle->items[at];
	int before = item->resume;
	while (item->resume < ORACLE_HOURS - 1 && !oracle_may_stand(oracle, box, at))
		oracle_stand(oracle, item, item->resume + 1);
	if (item->length == 0) {
		item->begins = oracle_begins(oracle, box, at);
		if (item->begins)
			oracle_stand(oracle, item,
				     oracle_start(oracle, item->clock,
						  oracle->count[item->clock][item->resume]));
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
