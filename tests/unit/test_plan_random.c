/*
 * Random networks, computed twice: by the engine and by moving items hour by hour. All kinds
 * of links, lags, calendars, constraints, progress and summaries; years that turn, leap days.
 *
 * PMO_PLAN_NETWORKS=200000 computes more of them, PMO_PLAN_FIRST=84194 none before that one.
 */
#include "plan_oracle_late.h"

#include <stdlib.h>

enum { NETWORKS = 15000, CALENDARS = 5 };

struct dice {
	uint64_t state;
};

static unsigned roll(struct dice *dice, unsigned sides)
{
	dice->state = dice->state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(dice->state >> 33) % sides;
}

static bool chance(struct dice *dice, unsigned percent)
{
	return roll(dice, 100) < percent;
}

static void add_week_hours(struct pmo_calendar *calendar, struct pmo_arena *arena, int day,
			   struct pmo_interval interval)
{
	struct pmo_work_hours hours = { day, interval };
	assert_int_equal(pmo_calendar_add_hours(calendar, arena, &hours), PMO_OK);
}

/* Office hours, all day, an early shift from Tuesday to Saturday, nights, office with a twist. */
static void make_calendar(struct pmo_calendar *calendar, struct pmo_arena *arena, int kind,
			  struct dice *dice, int32_t first)
{
	static const struct pmo_interval half[] = { { 480, 720 } };
	pmo_calendar_init(calendar);
	if (kind == 1 || kind == 3)
		assert_int_equal(pmo_calendar_set_weekend(calendar, arena, 0), PMO_OK);
	if (kind == 2)
		assert_int_equal(pmo_calendar_set_weekend(calendar, arena, 0x41), PMO_OK);
	for (int day = 0; day < 7; day++) {
		if (kind == 1)
			add_week_hours(calendar, arena, day, (struct pmo_interval){ 0, 1440 });
		if (kind == 2)
			add_week_hours(calendar, arena, day, (struct pmo_interval){ 360, 840 });
		if (kind == 3) {
			add_week_hours(calendar, arena, day, (struct pmo_interval){ 1320, 1440 });
			add_week_hours(calendar, arena, day, (struct pmo_interval){ 0, 360 });
		}
	}
	for (unsigned i = 0; i < 6; i++) {
		enum pmo_result result = pmo_calendar_add_holiday(
			calendar, arena, first + 60 + (int32_t)roll(dice, 60), NULL);
		assert_true(result == PMO_OK || result == PMO_EXISTS);
	}
	for (unsigned i = 0; kind == 4 && i < 4; i++) {
		int32_t from = first + 60 + (int32_t)roll(dice, 60);
		struct pmo_exception exception = { from, from + (int32_t)roll(dice, 4), half, i % 2,
						   NULL };
		assert_int_equal(pmo_calendar_add_exception(calendar, arena, &exception), PMO_OK);
	}
}

static void add_progress(struct box *box, int at, struct dice *dice)
{
	struct pmo_plan_item *item = &box->items[at];
	int32_t as_of = box->plan.open.as_of;
	if (chance(dice, 75))
		return;
	item->actual_start = as_of - (int32_t)roll(dice, 12);
	item->state = PMO_ITEM_UNDER_WAY;
	if (item->remaining && chance(dice, 50)) {
		item->remaining = 60 * (1 + (int64_t)roll(dice, 20));
		return;
	}
	item->state = PMO_ITEM_DONE;
	item->remaining = 0;
	item->actual_finish = item->actual_start +
			      (int32_t)roll(dice, (unsigned)(as_of - item->actual_start) + 1);
}

static void add_wishes(struct box *box, int at, struct dice *dice)
{
	struct pmo_plan_item *item = &box->items[at];
	struct plan_work *work = &box->work[at];
	int32_t day = box->project.start + (int32_t)roll(dice, 30);
	if (chance(dice, 30)) {
		work->constraint = (enum plan_constraint)roll(dice, 8);
		work->constraint_date = day;
	}
	if (chance(dice, 10))
		item->deadline = box->project.start + (int32_t)roll(dice, 30);
	if (item->state == PMO_ITEM_NOT_STARTED && chance(dice, 5)) {
		item->by_hand = true;
		work->planned_start = day;
		work->planned_finish = day + (int32_t)roll(dice, 5);
		work->constraint = PLAN_ASAP;
	}
}

static void add_links(struct box *box, struct dice *dice, const struct oracle *oracle,
		      bool forwards)
{
	int count = (int)box->plan.open.item_count;
	for (int i = 0; i < count * 3 / 2; i++) {
		int a = (int)roll(dice, (unsigned)count), b = (int)roll(dice, (unsigned)count);
		int from = forwards == (a < b) ? a : b, to = from == a ? b : a;
		enum pmo_link_kind kind = (enum pmo_link_kind)roll(dice, 4);
		bool from_start = kind == PMO_LINK_SS || kind == PMO_LINK_SF;
		bool inside =
			from < to ? to < box->work[from].subtree : from < box->work[to].subtree;
		/* A start of a summary is the earliest below it: no sum of links. */
		if (a == b || inside || (from_start && plan_is_summary(&box->items[from])))
			continue;
		int at = box_link(box, from, to, kind, 0);
		if (chance(dice, 40))
			box->links[at].lag = 60 * ((int64_t)roll(dice, 50) - 15);
		if (chance(dice, 10) && !plan_is_summary(&box->items[from])) {
			box->links[at].is_share = true;
			box->links[at].lag_share = 10000 * ((int)roll(dice, 3) - 1);
		}
		box->lags[at].clock =
			chance(dice, 15)
				? NULL
				: oracle->clocks[roll(dice, (unsigned)oracle->clock_count)];
	}
}

static void make_network(struct box *box, struct dice *dice, const struct oracle *oracle,
			 bool forwards)
{
	int count = 3 + (int)roll(dice, 7), summary = (int)roll(dice, 12);
	int parent = -1;
	for (int i = 0; i < count; i++) {
		if (i == summary)
			parent = box_task(box, -1, 0);
		else if (i > summary + 3)
			parent = -1;
		int at = box_task(box, parent, chance(dice, 15) ? 0 : 60 * (int64_t)roll(dice, 40));
		box->work[at].clock = box->work[at].usual =
			oracle->clocks[roll(dice, (unsigned)oracle->clock_count)];
		add_progress(box, at, dice);
		add_wishes(box, at, dice);
	}
	add_links(box, dice, oracle, forwards);
	box->plan.options.progress_override = chance(dice, 10);
	box->project.hard = chance(dice, 30);
}

/* What is fixed stands where its record says. */
static void take_items(struct oracle *oracle, const struct box *box)
{
	oracle->item_count = (int)box->plan.open.item_count;
	for (int i = 0; i < oracle->item_count; i++) {
		const struct pmo_plan_item *from = &box->items[i];
		struct oracle_item *item = &oracle->items[i];
		memset(item, 0, sizeof(*item));
		item->clock = oracle_clock(oracle, box->work[i].clock);
		item->is_summary = plan_is_summary(from);
		item->done = from->state == PMO_ITEM_DONE;
		item->started = from->state == PMO_ITEM_UNDER_WAY;
		item->fixed = item->done || from->by_hand;
		item->length = (int)(from->remaining / 60);
		if (item->started || item->done)
			item->start = oracle_hour_of_day(oracle, from->actual_start);
		if (item->done)
			item->finish = oracle_hour_of_day(oracle, from->actual_finish) + 24;
		if (from->by_hand) {
			item->start = oracle_hour_of_day(oracle, box->work[i].planned_start);
			item->finish = oracle_hour_of_day(oracle, box->work[i].planned_finish) + 24;
			item->length = 0;
		}
		if (!item->fixed) {
			oracle_stand(oracle, item, ORACLE_FROM);
			continue;
		}
		item->resume = item->start;
		item->begin = oracle->count[item->clock][item->start];
		item->end = oracle->count[item->clock][item->finish];
	}
}

/* The network that failed, to look at. */
static void describe(const struct oracle *oracle, const struct box *box)
{
	for (int i = 0; i < oracle->item_count; i++) {
		const struct pmo_plan_item *item = &box->items[i];
		const struct plan_work *work = &box->work[i];
		print_message("%d: parent %d, clock %d, kind %d, state %d, %lld h; %d..%d, end %d; "
			      "constraint %d on %d, deadline %d, by hand %d\n",
			      i, item->parent, oracle->items[i].clock, (int)item->kind,
			      (int)item->state, (long long)item->remaining / 60,
			      oracle->items[i].start, oracle->items[i].finish, oracle->items[i].end,
			      (int)work->constraint, (int)(work->constraint_date - oracle->first),
			      (int)(item->deadline - oracle->first), item->by_hand);
	}
	for (size_t i = 0; i < box->plan.open.link_count; i++)
		print_message("%d -> %d kind %d lag %lld share %d clock %d\n", box->links[i].from,
			      box->links[i].to, (int)box->links[i].kind,
			      (long long)box->links[i].lag / 60, (int)box->links[i].lag_share,
			      box->lags[i].clock ? oracle_clock(oracle, box->lags[i].clock) : -1);
}

static void compare_dates(const struct oracle *oracle, const struct box *box, int network)
{
	int64_t base = (int64_t)oracle->first * CLOCK_DAY;
	for (int i = 0; i < oracle->item_count; i++) {
		const struct oracle_item *item = &oracle->items[i];
		const struct plan_work *work = &box->work[i];
		if (item->is_summary || (work->start == base + item->start * 60 &&
					 work->finish == base + item->finish * 60))
			continue;
		describe(oracle, box);
		fail_msg("network %d item %d: %d..%d by the hour, %lld..%lld computed", network, i,
			 item->start, item->finish, (long long)((work->start - base) / 60),
			 (long long)((work->finish - base) / 60));
	}
}

/* A start that must not fall into free time ends a minute before it: less than an hour. */
static long long whole_hours(int64_t minutes)
{
	return minutes % 60 ? (minutes - 59) / 60 : minutes / 60;
}

static void compare_floats(const struct oracle *oracle, const struct box *box, int network)
{
	for (int i = 0; i < oracle->item_count; i++) {
		const struct oracle_item *item = &oracle->items[i];
		long long total = whole_hours(box->items[i].total_float_minutes);
		long long free_float = whole_hours(box->items[i].free_float_minutes);
		if (item->is_summary || item->done ||
		    (total == item->late - item->end && free_float == item->free - item->end))
			continue;
		describe(oracle, box);
		fail_msg("network %d item %d: float %d, free %d by the hour, %lld, %lld computed",
			 network, i, item->late - item->end, item->free - item->end, total,
			 free_float);
	}
}

static void clocks_agree_with_hours_one_by_one(void **state)
{
	struct box *box = *state;
	struct oracle *oracle = calloc(1, sizeof(*oracle));
	struct dice dice = { 7 };
	assert_non_null(oracle);
	oracle->first = box_date(2027, 12, 1);
	for (int kind = 0; kind < CALENDARS; kind++) {
		struct pmo_calendar calendar;
		make_calendar(&calendar, &box->plan.memory, kind, &dice, oracle->first);
		const struct clock *clock = clock_of_calendar(&box->plan.memory, &calendar, 480);
		assert_non_null(clock);
		oracle_add_clock(oracle, clock, &calendar);
		int64_t base = (int64_t)oracle->first * CLOCK_DAY;
		int64_t before = clock_count(clock, base);
		for (int hour = 0; hour < ORACLE_HOURS; hour++)
			assert_int_equal(clock_count(clock, base + hour * 60),
					 before + oracle->count[kind][hour] * 60);
		for (int count = 1; count < oracle->count[kind][ORACLE_HOURS - 100]; count++) {
			assert_int_equal(clock_end(clock, before + count * 60),
					 base + oracle_end(oracle, kind, count) * 60);
			assert_int_equal(clock_start(clock, before + count * 60),
					 base + oracle_start(oracle, kind, count) * 60);
		}
	}
	free(oracle);
}

/* Years that turn, a leap day, a century without one. */
static int32_t first_day(struct dice *dice)
{
	static const int years[] = { 2026, 2027, 2099, 1999 };
	return box_date(years[roll(dice, 4)], 10 + (int)roll(dice, 3), 1 + (int)roll(dice, 28));
}

static int number_of(const char *variable, int usual)
{
	const char *text = getenv(variable);
	return text && *text ? (int)strtol(text, NULL, 10) : usual;
}

static void compare_network(struct oracle *oracle, struct box *box, bool forwards, int network)
{
	box_compute(box);
	take_items(oracle, box);
	oracle_forward(oracle, box, forwards);
	oracle_backward(oracle, box, forwards);
	compare_dates(oracle, box, network);
	compare_floats(oracle, box, network);
}

static void random_networks_come_out_the_same_by_the_hour(void **state)
{
	struct box *box = *state;
	struct oracle *oracle = calloc(1, sizeof(*oracle));
	struct dice dice = { 20261120 };
	int first = number_of("PMO_PLAN_FIRST", 0);
	int count = number_of("PMO_PLAN_NETWORKS", NETWORKS);
	assert_non_null(oracle);
	assert_true(count > 0);
	for (int network = 0; network < first + count; network++) {
		struct pmo_arena *arena = &box->plan.memory;
		bool forwards = chance(&dice, 50);
		if (network % 100 == 0) {
			pmo_arena_release(arena);
			oracle->clock_count = 0;
			oracle->first = first_day(&dice);
			for (int kind = 0; kind < CALENDARS; kind++) {
				struct pmo_calendar calendar;
				make_calendar(&calendar, arena, kind, &dice, oracle->first);
				oracle_add_clock(oracle, clock_of_calendar(arena, &calendar, 480),
						 &calendar);
			}
		}
		struct pmo_arena_mark mark = pmo_arena_mark(arena);
		int32_t start = oracle->first + 60;
		box_clear(box, oracle->clocks[0], start, start + (int32_t)roll(&dice, 12) - 2);
		make_network(box, &dice, oracle, forwards);
		if (network >= first)
			compare_network(oracle, box, forwards, network);
		pmo_arena_rewind(&box->plan.memory, mark);
	}
	free(oracle);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(clocks_agree_with_hours_one_by_one, box_setup,
						box_teardown),
		cmocka_unit_test_setup_teardown(random_networks_come_out_the_same_by_the_hour,
						box_setup, box_teardown),
	};
	return cmocka_run_group_tests_name("plan_random", tests, NULL, NULL);
}
