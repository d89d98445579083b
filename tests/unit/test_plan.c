/*
 * The schedule engine on small networks whose dates were worked out by hand. The project
 * starts on Monday, March 1, 2027; office hours, Monday to Friday; the as-of date is long
 * before, unless a test says otherwise.
 */
#include "plan_box.h"

enum { DAY = 480 };

static int setup(void **state)
{
	struct pmo_calendar calendar;
	if (box_setup(state) != 0)
		return -1;
	struct box *box = *state;
	pmo_calendar_init(&calendar);
	const struct clock *clock = clock_of_calendar(&box->plan.memory, &calendar, DAY);
	assert_non_null(clock);
	box_clear(box, clock, box_date(2027, 3, 1), box_date(2027, 1, 1));
	return 0;
}

/* `03-01..03-05`, in 2027. */
static void span_is(const struct box *box, int at, const char *expected)
{
	char start[PMO_DATE_SIZE], finish[PMO_DATE_SIZE], text[32];
	pmo_date_format(box->items[at].start, start);
	pmo_date_format(box->items[at].finish, finish);
	snprintf(text, sizeof(text), "%s..%s", start + 5, finish + 5);
	if (strcmp(text, expected) != 0)
		fail_msg("item %d: %s, not %s", at, text, expected);
}

static void late_is(const struct box *box, int at, const char *expected)
{
	char start[PMO_DATE_SIZE], finish[PMO_DATE_SIZE], text[32];
	pmo_date_format(box->items[at].late_start, start);
	pmo_date_format(box->items[at].late_finish, finish);
	snprintf(text, sizeof(text), "%s..%s", start + 5, finish + 5);
	if (strcmp(text, expected) != 0)
		fail_msg("item %d late: %s, not %s", at, text, expected);
}

static void each_kind_of_link_with_lag_and_lead(void **state)
{
	/* A takes three days, Mar 1 to 3; B two, and something else begins it on Mar 1. */
	static const struct {
		enum pmo_link_kind kind;
		int lag;
		const char *expected;
	} cases[] = {
		{ PMO_LINK_FS, 0, "03-04..03-05" },  { PMO_LINK_FS, 2, "03-08..03-09" },
		{ PMO_LINK_FS, -1, "03-03..03-04" }, { PMO_LINK_SS, 0, "03-01..03-02" },
		{ PMO_LINK_SS, 4, "03-05..03-08" },  { PMO_LINK_FF, 0, "03-02..03-03" },
		{ PMO_LINK_FF, 3, "03-05..03-08" },  { PMO_LINK_SF, 0, "03-01..03-02" },
		{ PMO_LINK_SF, 5, "03-04..03-05" },
	};
	struct box *box = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		box_clear(box, box->clock, box->project.start, box->plan.open.as_of);
		int a = box_task(box, -1, 3 * DAY), b = box_task(box, -1, 2 * DAY);
		box_link(box, a, b, cases[i].kind, cases[i].lag * DAY);
		box_compute(box);
		span_is(box, a, "03-01..03-03");
		span_is(box, b, cases[i].expected);
	}
}

static void lags_in_clock_time_and_in_shares(void **state)
{
	struct box *box = *state;
	int a = box_task(box, -1, 4 * DAY), b = box_task(box, -1, DAY), c = box_task(box, -1, DAY);
	/* Friday and three calendar days: Monday; so it begins on Tuesday. */
	int elapsed = box_link(box, a, b, PMO_LINK_FS, 4 * CLOCK_DAY);
	box->links[elapsed].elapsed = true;
	box->lags[elapsed].clock = NULL;
	int share = box_link(box, a, c, PMO_LINK_FS, 0);
	box->links[share].is_share = true;
	box->links[share].lag_share = 5000;
	box_compute(box);
	span_is(box, a, "03-01..03-04");
	span_is(box, b, "03-09..03-09");
	span_is(box, c, "03-09..03-09"); /* half of four days: Mar 5 and 8 */
}

/*
 *        B 2d
 *   A 1d      D 1d       The textbook diamond: C is the long way.
 *        C 5d
 */
static void late_dates_and_the_four_floats(void **state)
{
	struct box *box = *state;
	int a = box_task(box, -1, DAY), b = box_task(box, -1, 2 * DAY);
	int c = box_task(box, -1, 5 * DAY), d = box_task(box, -1, DAY);
	int e = box_task(box, -1, DAY);
	box_link(box, a, b, PMO_LINK_FS, 0);
	box_link(box, a, c, PMO_LINK_FS, 0);
	int last = box_link(box, e, d, PMO_LINK_FS, 0);
	box_link(box, b, e, PMO_LINK_FS, 0);
	box_link(box, c, d, PMO_LINK_FS, 0);
	box_compute(box);
	span_is(box, d, "03-09..03-09");
	assert_int_equal(box->items[b].total_float, 2);
	assert_int_equal(box->items[b].free_float, 0);
	assert_int_equal(box->items[b].interfering_float, 2);
	assert_int_equal(box->items[b].independent_float, 0);
	assert_int_equal(box->items[e].total_float, 2);
	assert_int_equal(box->items[e].free_float, 2);
	assert_int_equal(box->items[e].interfering_float, 0);
	/* B may end two days late, and then E has nothing left. */
	assert_int_equal(box->items[e].independent_float, 0);
	late_is(box, b, "03-04..03-05");
	late_is(box, e, "03-08..03-08");
	assert_true(box->items[a].critical && box->items[c].critical && box->items[d].critical);
	assert_true(box->items[b].near_critical && !box->items[b].critical);
	assert_true(box->items[c].longest && !box->items[e].longest);
	assert_int_equal(box->links[last].slack, 2);
	assert_false(box->links[last].driving);
}

static void constraints_move_early_or_late_dates(void **state)
{
	static const struct {
		enum plan_constraint kind;
		int day;
		const char *early, *late;
		int room;
	} cases[] = {
		{ PLAN_ASAP, 0, "03-01..03-02", "03-11..03-12", 8 },
		{ PLAN_ALAP, 0, "03-11..03-12", "03-11..03-12", 0 },
		{ PLAN_SNET, 3, "03-03..03-04", "03-11..03-12", 6 },
		{ PLAN_FNET, 5, "03-04..03-05", "03-11..03-12", 5 },
		{ PLAN_SNLT, 4, "03-01..03-02", "03-04..03-05", 3 },
		{ PLAN_SNLT, 7, "03-01..03-02", "03-05..03-08", 4 }, /* a Sunday: by Friday */
		{ PLAN_FNLT, 4, "03-01..03-02", "03-03..03-04", 2 },
		{ PLAN_MSO, 4, "03-04..03-05", "03-04..03-05", 0 },
		{ PLAN_MFO, 4, "03-03..03-04", "03-03..03-04", 0 },
		{ PLAN_SNET, 6, "03-08..03-09", "03-11..03-12", 3 }, /* a Saturday: from Monday */
	};
	struct box *box = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		box_clear(box, box->clock, box->project.start, box->plan.open.as_of);
		int a = box_task(box, -1, 2 * DAY), whole = box_task(box, -1, 10 * DAY);
		box->work[a].constraint = cases[i].kind;
		box->work[a].constraint_date = box_date(2027, 3, cases[i].day ? cases[i].day : 1);
		box_compute(box);
		span_is(box, whole, "03-01..03-12");
		span_is(box, a, cases[i].early);
		late_is(box, a, cases[i].late);
		assert_int_equal(box->items[a].total_float, cases[i].room);
	}
}

/*
 * Ten days before B, of two days, which has a date of its own; C of a day follows it. Where the
 * plan says so, that date holds against the link, and the ten days show by how much they miss it.
 */
static void hard_dates_hold_against_links_and_the_conflict_is_negative_float(void **state)
{
	static const struct {
		enum plan_constraint kind;
		int day;
		const char *soft, *hard;
		int room; /* of the ten days, when the date holds */
	} cases[] = {
		{ PLAN_MSO, 8, "03-15..03-16", "03-08..03-09", -5 },
		{ PLAN_MFO, 9, "03-15..03-16", "03-08..03-09", -5 },
		{ PLAN_SNLT, 10, "03-15..03-16", "03-10..03-11", -3 },
		{ PLAN_SNLT, 13, "03-15..03-16", "03-12..03-15", -1 }, /* a Saturday: by Friday */
		{ PLAN_FNLT, 12, "03-15..03-16", "03-11..03-12", -2 },
		{ PLAN_SNLT, 15, "03-15..03-16", "03-15..03-16", 0 },
		{ PLAN_FNLT, 19, "03-15..03-16", "03-15..03-16", 0 },
		{ PLAN_MSO, 17, "03-17..03-18", "03-17..03-18", 2 },
		{ PLAN_SNET, 3, "03-15..03-16", "03-15..03-16", 0 },
	};
	struct box *box = *state;
	for (size_t i = 0; i < 2 * sizeof(cases) / sizeof(*cases); i++) {
		bool hard = i % 2;
		box_clear(box, box->clock, box->project.start, box->plan.open.as_of);
		int a = box_task(box, -1, 10 * DAY), b = box_task(box, -1, 2 * DAY);
		int c = box_task(box, -1, DAY);
		box_link(box, a, b, PMO_LINK_FS, 0);
		box_link(box, b, c, PMO_LINK_FS, 0);
		box->project.hard = hard;
		box->work[b].constraint = cases[i / 2].kind;
		box->work[b].constraint_date = box_date(2027, 3, cases[i / 2].day);
		box_compute(box);
		span_is(box, a, "03-01..03-12");
		span_is(box, b, hard ? cases[i / 2].hard : cases[i / 2].soft);
		assert_true(box->items[c].start > box->items[b].finish);
		assert_int_equal(box->items[b].overruled,
				 hard && cases[i / 2].room < 0 ? 0 : -1);
		if (!hard)
			continue;
		assert_int_equal(box->items[a].total_float, cases[i / 2].room);
		assert_int_equal(box->items[b].independent_float, 0);
	}
}

/* A date before the first day of the project; the as-of date alone is stronger. */
static void hard_dates_may_stand_before_the_project_and_not_before_the_as_of_date(void **state)
{
	struct box *box = *state;
	int early = box_task(box, -1, DAY), must = box_task(box, -1, DAY);
	int by = box_task(box, -1, 0), past = box_task(box, -1, DAY);
	int started = box_task(box, -1, 3 * DAY), free = box_task(box, -1, DAY);
	static const enum plan_constraint kinds[] = { PLAN_SNET, PLAN_MFO, PLAN_FNLT, PLAN_MSO,
						      PLAN_MSO };
	const int32_t days[] = { box_date(2027, 2, 22), box_date(2027, 2, 24),
				 box_date(2027, 2, 25), box_date(2027, 2, 8),
				 box_date(2027, 2, 10) };
	for (int i = early; i <= started; i++) {
		box->work[i].constraint = kinds[i];
		box->work[i].constraint_date = days[i];
	}
	box->items[started].state = PMO_ITEM_UNDER_WAY;
	box->items[started].actual_start = box_date(2027, 2, 16);
	box->items[by].kind = PMO_ITEM_MILESTONE;
	box->plan.open.as_of = box_date(2027, 2, 16);
	box->project.hard = true;
	box_compute(box);
	span_is(box, early, "02-22..02-22");
	span_is(box, must, "02-24..02-24");
	span_is(box, by, "02-25..02-25");
	span_is(box, past, "02-17..02-17");
	span_is(box, started, "02-16..02-19"); /* it has begun: its date says nothing more */
	span_is(box, free, "03-01..03-01");
	box->project.hard = false;
	box_compute(box);
	span_is(box, early, "03-01..03-01");
	span_is(box, must, "03-01..03-01");
	span_is(box, past, "03-01..03-01");
}

/* Both ask for the same day: the date is why, and a link that it goes against is told. */
static void a_hard_date_on_the_first_day_that_is_left_is_what_sets_it(void **state)
{
	struct box *box = *state;
	int a = box_task(box, -1, 10 * DAY), b = box_task(box, -1, DAY);
	int link = box_link(box, a, b, PMO_LINK_FS, 0);
	box->work[b].constraint = PLAN_MSO;
	box->work[b].constraint_date = box_date(2027, 3, 3);
	box->plan.open.as_of = box_date(2027, 3, 2);
	box->project.hard = true;
	box_compute(box);
	span_is(box, b, "03-03..03-03");
	assert_int_equal(box->items[b].cause.kind, PMO_CAUSE_CONSTRAINT);
	assert_int_equal(box->items[b].overruled, link);
	assert_int_equal(box->items[a].overruled, -1);
	box->plan.open.as_of = box_date(2027, 3, 3);
	box_compute(box);
	span_is(box, b, "03-04..03-04");
	assert_int_equal(box->items[b].cause.kind, PMO_CAUSE_AS_OF);
	assert_int_equal(box->items[b].overruled, link);
}

static void a_deadline_that_is_missed_makes_float_negative(void **state)
{
	struct box *box = *state;
	int a = box_task(box, -1, 5 * DAY), b = box_task(box, -1, 5 * DAY);
	box_link(box, a, b, PMO_LINK_FS, 0);
	box->items[b].deadline = box_date(2027, 3, 9);
	box_compute(box);
	span_is(box, b, "03-08..03-12");
	assert_int_equal(box->items[b].total_float, -3);
	assert_int_equal(box->items[a].total_float, -3);
	assert_int_equal(box->items[a].free_float, 0);
	assert_true(box->items[a].critical);
}

static void a_milestone_stands_on_its_last_predecessors_day(void **state)
{
	struct box *box = *state;
	int a = box_task(box, -1, 5 * DAY), m = box_task(box, -1, 0), b = box_task(box, -1, DAY);
	int alone = box_task(box, -1, 0), n = box_task(box, -1, 0);
	box->items[m].kind = box->items[alone].kind = box->items[n].kind = PMO_ITEM_MILESTONE;
	box_link(box, a, m, PMO_LINK_FS, 0);
	box_link(box, m, b, PMO_LINK_FS, 0);
	box_link(box, m, n, PMO_LINK_FS, 3 * DAY);
	box->work[alone].constraint = PLAN_SNET;
	box->work[alone].constraint_date = box_date(2027, 3, 6);
	box_compute(box);
	span_is(box, m, "03-05..03-05"); /* Friday */
	span_is(box, b, "03-08..03-08");
	span_is(box, n, "03-10..03-10");
	span_is(box, alone, "03-08..03-08"); /* not before Saturday: Monday */
	assert_int_equal(box->items[m].total_float, 0);
}

static void what_is_under_way_waits_for_its_predecessors_or_not(void **state)
{
	for (int override = 0; override < 2; override++) {
		struct box *box = *state;
		box_clear(box, box->clock, box->project.start, box_date(2027, 3, 5));
		box->plan.options.progress_override = override;
		int a = box_task(box, -1, 10 * DAY), b = box_task(box, -1, 5 * DAY);
		int c = box_task(box, -1, DAY);
		box_link(box, a, b, PMO_LINK_FS, 0);
		box->items[a].actual_start = box->items[b].actual_start = box_date(2027, 3, 1);
		box->items[a].state = box->items[b].state = PMO_ITEM_UNDER_WAY;
		box->items[a].remaining = 3 * DAY;
		box->items[b].remaining = 2 * DAY;
		box_compute(box);
		span_is(box, a, "03-01..03-10");
		span_is(box, b, override ? "03-01..03-09" : "03-01..03-12");
		span_is(box, c, "03-08..03-08"); /* not before the day after the as-of date */
		assert_true(box->items[b].out_of_sequence);
		assert_false(box->items[a].out_of_sequence);
		assert_int_equal(box->items[b].cause.kind,
				 override ? PMO_CAUSE_ACTUAL : PMO_CAUSE_LINK);
		assert_int_equal(box->items[c].cause.kind, PMO_CAUSE_AS_OF);
	}
}

static void what_is_done_keeps_its_dates(void **state)
{
	struct box *box = *state;
	box_clear(box, box->clock, box->project.start, box_date(2027, 3, 5));
	int a = box_task(box, -1, 2 * DAY), b = box_task(box, -1, DAY);
	box_link(box, a, b, PMO_LINK_FS, 0);
	box->items[a].state = PMO_ITEM_DONE;
	box->items[a].actual_start = box_date(2027, 2, 27); /* a Saturday, worked */
	box->items[a].actual_finish = box_date(2027, 3, 5);
	box_compute(box);
	span_is(box, a, "02-27..03-05");
	span_is(box, b, "03-08..03-08");
	assert_false(box->items[a].has_float);
}

static void links_of_a_summary_are_those_of_all_below_it(void **state)
{
	struct box *box = *state;
	int before = box_task(box, -1, 2 * DAY), summary = box_task(box, -1, 0);
	int a = box_task(box, summary, 3 * DAY), inner = box_task(box, summary, 0);
	int b = box_task(box, inner, DAY), after = box_task(box, -1, DAY);
	box_link(box, before, summary, PMO_LINK_FS, 0);
	box_link(box, summary, after, PMO_LINK_FS, 0);
	box->items[a].percent = 5000;
	box_compute(box);
	span_is(box, a, "03-03..03-05");
	span_is(box, b, "03-03..03-03");
	span_is(box, summary, "03-03..03-05");
	span_is(box, after, "03-08..03-08");
	assert_int_equal(box->items[b].total_float, 2);
	assert_int_equal(box->items[b].free_float, 2);
	assert_int_equal(box->items[summary].total_float, 0);
	assert_int_equal(box->items[inner].total_float, 2);
	assert_int_equal(box->items[summary].percent, 3750); /* three days half, one not at all */
	assert_true(box->items[a].longest && box->items[before].longest && !box->items[b].longest);
}

static const struct clock *around_the_clock(struct box *box)
{
	struct pmo_calendar calendar;
	pmo_calendar_init(&calendar);
	assert_int_equal(pmo_calendar_set_weekend(&calendar, &box->plan.memory, 0), PMO_OK);
	for (int day = 0; day < 7; day++) {
		struct pmo_work_hours hours = { day, { 0, CLOCK_DAY } };
		assert_int_equal(pmo_calendar_add_hours(&calendar, &box->plan.memory, &hours),
				 PMO_OK);
	}
	const struct clock *clock = clock_of_calendar(&box->plan.memory, &calendar, CLOCK_DAY);
	assert_non_null(clock);
	return clock;
}

/*
 * Below the summary, both by day and by night: a milestone not before Saturday, Mar 6, which
 * begins that day, and work until noon of Sunday. What follows the milestone in office hours
 * begins on Monday; what follows the summary follows the milestone, too.
 */
static void a_milestone_behind_a_summary_follows_the_milestones_below_it(void **state)
{
	struct box *box = *state;
	const struct clock *clock = around_the_clock(box);
	int outer = box_task(box, -1, 0), summary = box_task(box, outer, 0);
	int ready = box_task(box, summary, 0), work = box_task(box, outer, 13 * CLOCK_DAY / 2);
	int directly = box_task(box, -1, 0), after = box_task(box, -1, 0);
	int phase = box_task(box, -1, 0), below = box_task(box, phase, 0);
	int lagged = box_task(box, -1, 0);
	box->work[ready].clock = box->work[work].clock = clock;
	box->work[ready].constraint = PLAN_SNET;
	box->work[ready].constraint_date = box_date(2027, 3, 6);
	box_link(box, ready, directly, PMO_LINK_FS, 0);
	box_link(box, work, directly, PMO_LINK_FS, 0);
	box_link(box, outer, after, PMO_LINK_FS, 0);
	box_link(box, outer, phase, PMO_LINK_FS, 0);
	box_link(box, outer, lagged, PMO_LINK_FS, DAY);
	box_compute(box);
	span_is(box, ready, "03-06..03-06");
	span_is(box, work, "03-01..03-07");
	span_is(box, directly, "03-08..03-08");
	span_is(box, after, "03-08..03-08");
	span_is(box, below, "03-08..03-08");
	span_is(box, lagged, "03-08..03-08"); /* a day of work from Sunday on: Monday night */
}

static void level_of_effort_spans_what_it_is_tied_to_and_is_never_critical(void **state)
{
	struct box *box = *state;
	int a = box_task(box, -1, 3 * DAY), b = box_task(box, -1, 4 * DAY);
	int effort = box_task(box, -1, 0), after = box_task(box, -1, DAY);
	box->items[effort].kind = PMO_ITEM_EFFORT;
	box_link(box, a, b, PMO_LINK_FS, 0);
	box_link(box, a, effort, PMO_LINK_SS, 0);
	box_link(box, b, effort, PMO_LINK_FF, 0);
	box_link(box, effort, after, PMO_LINK_FS, 0); /* moves nothing */
	box_compute(box);
	span_is(box, effort, "03-01..03-09");
	span_is(box, after, "03-01..03-01");
	assert_false(box->items[effort].critical || box->items[effort].has_float);
}

static void dates_of_a_person_stand(void **state)
{
	struct box *box = *state;
	int a = box_task(box, -1, 5 * DAY), b = box_task(box, -1, 5 * DAY);
	int c = box_task(box, -1, DAY), m = box_task(box, -1, 0);
	box_link(box, a, b, PMO_LINK_FS, 0);
	box_link(box, b, c, PMO_LINK_FS, 0);
	box->items[b].by_hand = true;
	box->work[b].planned_start = box_date(2027, 3, 3);
	box->items[m].kind = PMO_ITEM_MILESTONE;
	box->work[m].forecast = box_date(2027, 3, 20);
	box_compute(box);
	span_is(box, b, "03-03..03-09"); /* five days from there, whatever A says */
	span_is(box, c, "03-10..03-10");
	span_is(box, m, "03-20..03-20");
	assert_int_equal(box->items[b].cause.kind, PMO_CAUSE_TYPED);
	assert_int_equal(box->items[m].cause.kind, PMO_CAUSE_TYPED);
}

static void a_fault_makes_unsure_what_waits_for_it_and_nothing_else(void **state)
{
	struct box *box = *state;
	int a = box_task(box, -1, DAY), b = box_task(box, -1, DAY), c = box_task(box, -1, DAY);
	int summary = box_task(box, -1, 0), d = box_task(box, summary, DAY);
	int other = box_task(box, summary, DAY), done = box_task(box, -1, DAY);
	box_link(box, a, b, PMO_LINK_FS, 0);
	box_link(box, b, d, PMO_LINK_FS, 0);
	box_link(box, a, done, PMO_LINK_FS, 0);
	box->items[done].state = PMO_ITEM_DONE;
	box->items[done].actual_finish = box_date(2026, 12, 1);
	box->work[a].fault = "has no duration";
	box_compute(box);
	assert_false(box->items[a].sure || box->items[b].sure || box->items[d].sure);
	assert_false(box->items[summary].sure);
	assert_true(box->items[c].sure && box->items[other].sure && box->items[done].sure);
	assert_int_equal(box->plan.open.fault_count, 1);
	assert_string_equal(box->items[a].fault, "has no duration");
	assert_null(box->items[b].fault);
}

static void borders_of_months_years_and_leap_days(void **state)
{
	static const struct {
		int year, month, day, days;
		const char *expected;
	} cases[] = {
		{ 2028, 2, 28, 2, "02-28..02-29" },   { 2027, 2, 26, 2, "02-26..03-01" },
		{ 2100, 2, 26, 2, "02-26..03-01" },   { 2026, 12, 31, 3, "12-31..01-04" },
		{ 1, 1, 1, 5, "01-01..01-05" },       { 9999, 12, 30, 2, "12-30..12-31" },
		{ 2000, 2, 28, 261, "02-28..02-26" },
	};
	struct box *box = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int32_t start = box_date(cases[i].year, cases[i].month, cases[i].day);
		box_clear(box, box->clock, start, PMO_DATE_NONE);
		int a = box_task(box, -1, cases[i].days * DAY);
		box_compute(box);
		span_is(box, a, cases[i].expected);
	}
}

static void what_leaves_the_years_is_a_fault(void **state)
{
	struct box *box = *state;
	box_clear(box, box->clock, box_date(9999, 12, 30), PMO_DATE_NONE);
	int a = box_task(box, -1, 3 * DAY), b = box_task(box, -1, INT64_MAX / 20000);
	box_compute(box);
	assert_int_equal(box->items[a].finish, PMO_DATE_NONE);
	assert_non_null(box->items[a].fault);
	assert_non_null(box->items[b].fault);
}

static void leave_moves_a_start_and_is_named(void **state)
{
	struct box *box = *state;
	struct clock_leave leave[] = { { box_date(2027, 3, 4), box_date(2027, 3, 10) } };
	struct plan_person person = { .handle = "QA", .leave = leave, .leave_count = 1 };
	int a = box_task(box, -1, 3 * DAY), b = box_task(box, -1, 2 * DAY);
	int c = box_task(box, -1, 5 * DAY);
	const struct clock *away = clock_without(&box->plan.memory, box->clock, leave, 1);
	assert_non_null(away);
	box_link(box, a, b, PMO_LINK_FS, 0);
	box->work[b].clock = box->work[c].clock = away;
	box->work[b].person = box->work[c].person = &person;
	box_compute(box);
	span_is(box, b, "03-11..03-12");
	assert_int_equal(box->items[b].cause.kind, PMO_CAUSE_LEAVE);
	assert_int_equal(box->items[b].cause.item, a);
	assert_int_equal(box->items[b].cause.away_to, leave[0].to);
	span_is(box, c, "03-01..03-12"); /* five days around five of leave */
	assert_int_equal(box->items[c].cause.kind, PMO_CAUSE_PROJECT_START);
	assert_int_equal(box->items[c].cause.away_from, leave[0].from);
}

#define BOX(test) cmocka_unit_test_setup_teardown(test, setup, box_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		BOX(each_kind_of_link_with_lag_and_lead),
		BOX(lags_in_clock_time_and_in_shares),
		BOX(late_dates_and_the_four_floats),
		BOX(constraints_move_early_or_late_dates),
		BOX(hard_dates_hold_against_links_and_the_conflict_is_negative_float),
		BOX(hard_dates_may_stand_before_the_project_and_not_before_the_as_of_date),
		BOX(a_hard_date_on_the_first_day_that_is_left_is_what_sets_it),
		BOX(a_deadline_that_is_missed_makes_float_negative),
		BOX(a_milestone_stands_on_its_last_predecessors_day),
		BOX(what_is_under_way_waits_for_its_predecessors_or_not),
		BOX(what_is_done_keeps_its_dates),
		BOX(links_of_a_summary_are_those_of_all_below_it),
		BOX(a_milestone_behind_a_summary_follows_the_milestones_below_it),
		BOX(level_of_effort_spans_what_it_is_tied_to_and_is_never_critical),
		BOX(dates_of_a_person_stand),
		BOX(a_fault_makes_unsure_what_waits_for_it_and_nothing_else),
		BOX(borders_of_months_years_and_leap_days),
		BOX(what_leaves_the_years_is_a_fault),
		BOX(leave_moves_a_start_and_is_named),
	};
	return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
