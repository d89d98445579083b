/*
 * The worked project: 63 tasks and 8 milestones, whose every date, variance and float was
 * computed by somebody else (tests/fixtures/plan/demo.tsv).
 */
#include "unit.h"

#include <pmo/plan.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct demo {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_workspace *workspace;
	struct pmo_plan *plan;
};

static int setup(void **state)
{
	struct demo *demo = calloc(1, sizeof(*demo));
	const struct pmo_project *project = NULL;
	int32_t today = PMO_DATE_NONE;
	assert_non_null(demo);
	assert_int_equal(pmo_date_from_civil(2026, 11, 20, &today), PMO_OK);
	const struct pmo_env env = { .directory = TESTS_DIR "/../share/demo",
				     .project = "cadup",
				     .today = today };
	pmo_arena_init(&demo->arena);
	pmo_diags_init(&demo->diags, &demo->arena);
	assert_int_equal(pmo_workspace_open(&env, &demo->diags, &demo->workspace), PMO_OK);
	assert_int_equal(pmo_workspace_need_project(demo->workspace, &project), PMO_OK);
	assert_int_equal(pmo_plan_read(demo->workspace, project, NULL, &demo->plan), PMO_OK);
	*state = demo;
	return 0;
}

static int teardown(void **state)
{
	struct demo *demo = *state;
	pmo_plan_free(demo->plan);
	pmo_workspace_close(demo->workspace);
	pmo_arena_release(&demo->arena);
	free(demo);
	return 0;
}

static const struct pmo_plan_item *item_of(const struct demo *demo, const char *wbs)
{
	int at = pmo_plan_find(demo->plan, wbs);
	if (at < 0)
		fail_msg("%s is not in the plan", wbs);
	return &demo->plan->items[at];
}

static void date_is(const char *wbs, const char *what, int32_t date, const char *expected)
{
	char text[PMO_DATE_SIZE];
	pmo_date_format(date, text);
	if (strcmp(text, expected) != 0)
		fail_msg("%s: %s is %s, not %s", wbs, what, text, expected);
}

static void check_line(const struct demo *demo, const char *line)
{
	char wbs[16], start[16], finish[16], baseline_start[16], baseline_finish[16], room[16];
	int variance = 0;
	assert_int_equal(sscanf(line, "%15s %15s %15s %15s %15s %d %15s", wbs, start, finish,
				baseline_start, baseline_finish, &variance, room),
			 7);
	const struct pmo_plan_item *item = item_of(demo, wbs);
	date_is(wbs, "start", item->start, start);
	date_is(wbs, "finish", item->finish, finish);
	date_is(wbs, "baseline start", item->baseline_start, baseline_start);
	date_is(wbs, "baseline finish", item->baseline_finish, baseline_finish);
	assert_true(item->has_variance);
	if (item->variance != variance)
		fail_msg("%s: variance %d, not %d", wbs, (int)item->variance, variance);
	assert_int_equal(item->has_float, room[0] != '-');
	if (item->has_float && item->total_float != strtol(room, NULL, 10))
		fail_msg("%s: float %d, not %s", wbs, (int)item->total_float, room);
	assert_true(item->sure);
	assert_null(item->fault);
}

static void every_date_variance_and_float_is_that_of_the_table(void **state)
{
	struct demo *demo = *state;
	char line[256];
	size_t lines = 0;
	FILE *file = fopen(TESTS_DIR "/fixtures/plan/demo.tsv", "r");
	assert_non_null(file);
	assert_int_equal(pmo_plan_compute(demo->plan), PMO_OK);
	while (fgets(line, sizeof(line), file)) {
		if (line[0] == '#')
			continue;
		check_line(demo, line);
		lines++;
	}
	fclose(file);
	assert_int_equal(lines, 71);
	assert_int_equal(demo->plan->own_count, 71);
	assert_int_equal(demo->plan->link_count, 101);
}

/* The codes of the tasks that a predicate chooses, in order. */
static void list_is(const struct demo *demo, bool (*chosen)(const struct pmo_plan_item *item),
		    const char *expected)
{
	char text[512] = "";
	for (size_t i = 0; i < demo->plan->own_count; i++) {
		const struct pmo_plan_item *item = &demo->plan->items[i];
		size_t length = strlen(text);
		if (item->kind == PMO_ITEM_TASK && chosen(item))
			snprintf(text + length, sizeof(text) - length, "%s%s", length ? " " : "",
				 item->wbs);
	}
	assert_string_equal(text, expected);
}

static bool is_critical(const struct pmo_plan_item *item)
{
	return item->critical;
}

static bool is_longest(const struct pmo_plan_item *item)
{
	return item->longest;
}

static bool is_near(const struct pmo_plan_item *item)
{
	return item->near_critical;
}

static bool is_late(const struct pmo_plan_item *item)
{
	return item->late;
}

static bool starts_late(const struct pmo_plan_item *item)
{
	return item->starts_late;
}

static bool is_out_of_sequence(const struct pmo_plan_item *item)
{
	return item->out_of_sequence;
}

static void the_lists_are_those_of_the_table(void **state)
{
	struct demo *demo = *state;
	assert_int_equal(pmo_plan_compute(demo->plan), PMO_OK);
	list_is(demo, is_critical, "5.4 6.3 6.4 6.6 7.5 8.3 8.4 8.5 8.6 9.3 9.4 9.5 9.6");
	list_is(demo, is_longest, "5.4 6.3 6.4 6.6 7.5 8.3 8.4 8.5 8.6 9.3 9.4 9.5 9.6");
	list_is(demo, is_near, "4.7 4.9 4.10 6.7 6.8");
	list_is(demo, is_late, "3.5 3.6 4.7 4.9 4.10 5.4 6.2 8.1 8.2");
	list_is(demo, starts_late, "4.10 6.3 7.3 8.1 8.2");
	list_is(demo, is_out_of_sequence, "");
}

static void the_project_is_as_complete_as_the_table_says(void **state)
{
	struct demo *demo = *state;
	assert_int_equal(pmo_plan_compute(demo->plan), PMO_OK);
	assert_in_range(demo->plan->percent_by_duration, 6430, 6434);
	assert_in_range(demo->plan->percent_by_cost, 7165, 7174);
	date_is("plan", "time now", demo->plan->time_now, "2026-11-23");
	date_is("plan", "finish", demo->plan->finish, "2027-04-23");
	assert_string_equal(demo->plan->items[pmo_plan_go_live(demo->plan)].id, "MS-007");
}

static void without_the_state_switch_go_live_is_three_days_earlier(void **state)
{
	struct demo *demo = *state;
	assert_int_equal(pmo_plan_change(demo->plan, "drop link M5 5.4"), PMO_OK);
	assert_int_equal(pmo_plan_compute(demo->plan), PMO_OK);
	date_is("M7", "finish", item_of(demo, "M7")->finish, "2027-03-11");
	assert_int_equal(item_of(demo, "M7")->variance, 12);
	list_is(demo, is_critical, "4.7 4.10 6.3 6.4 6.6 7.5 8.3 8.4 8.5 8.6 9.3 9.4 9.5 9.6");
}

static void the_chain_leads_from_go_live_to_the_state_switch(void **state)
{
	static const char *const expected[] = { "M7",  "8.6", "8.5", "8.4", "8.3", "7.5",
						"6.6", "6.4", "6.3", "M5",  "5.4" };
	struct demo *demo = *state;
	const int *chain = NULL;
	size_t count = 0;
	assert_int_equal(pmo_plan_compute(demo->plan), PMO_OK);
	assert_int_equal(
		pmo_plan_chain(demo->plan, pmo_plan_find(demo->plan, "ms-7"), &chain, &count),
		PMO_OK);
	assert_int_equal(count, sizeof(expected) / sizeof(*expected));
	for (size_t i = 0; i < count; i++)
		assert_string_equal(demo->plan->items[chain[i]].wbs, expected[i]);
	assert_int_equal(item_of(demo, "5.4")->cause.kind, PMO_CAUSE_ACTUAL);
}

static void leave_with_a_delegate_moves_nothing(void **state)
{
	struct demo *demo = *state;
	assert_int_equal(pmo_plan_compute(demo->plan), PMO_OK);
	assert_int_equal(item_of(demo, "6.2")->cause.away_from, PMO_DATE_NONE);
}

static void leave_without_one_moves_the_task(void **state)
{
	struct demo *demo = *state;
	/* V1 is away from Dec 24 to Jan 1: three days of theirs are no holidays anyway. */
	assert_int_equal(pmo_plan_change(demo->plan, "6.3 owner=V1"), PMO_OK);
	assert_int_equal(pmo_plan_compute(demo->plan), PMO_OK);
	date_is("6.3", "finish", item_of(demo, "6.3")->finish, "2027-01-07");
	date_is("6.3", "away from", item_of(demo, "6.3")->cause.away_from, "2026-12-24");
}

static void changes_are_understood_or_refused(void **state)
{
	struct demo *demo = *state;
	assert_int_equal(pmo_plan_change(demo->plan, "5.4 remaining=5d"), PMO_OK);
	assert_int_equal(pmo_plan_compute(demo->plan), PMO_OK);
	date_is("5.4", "finish", item_of(demo, "5.4")->finish, "2026-12-01");
	assert_int_equal(pmo_plan_change(demo->plan, "6.6 duration=+3d"), PMO_OK);
	assert_int_equal(pmo_plan_change(demo->plan, "M8 constraint='snet 2027-05-03'"), PMO_OK);
	assert_int_equal(pmo_plan_change(demo->plan, "add link 9.5 9.6 SS+2d"), PMO_OK);
	assert_int_equal(pmo_plan_change(demo->plan, "drop 9.2"), PMO_OK);
	assert_int_equal(pmo_plan_compute(demo->plan), PMO_OK);
	assert_int_equal(item_of(demo, "9.2")->state, PMO_ITEM_LEFT_OUT);
	date_is("M8", "finish", item_of(demo, "M8")->finish, "2027-05-03");
	assert_int_equal(pmo_plan_days(item_of(demo, "6.6"), item_of(demo, "6.6")->duration), 13);
	static const char *const wrong[] = { "",
					     "5.4",
					     "5.99 remaining=5d",
					     "drop",
					     "5.4 remaining=5x",
					     "drop link 5.4 M5",
					     "5.4 x=1",
					     "add link 5.4",
					     "5.4 owner=NOBODY" };
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_int_equal(pmo_plan_change(demo->plan, wrong[i]), PMO_USAGE);
}

static void a_loop_is_refused_and_named(void **state)
{
	struct demo *demo = *state;
	assert_int_equal(pmo_plan_change(demo->plan, "add link 5.1 8.6"), PMO_OK);
	assert_int_equal(pmo_plan_compute(demo->plan), PMO_REFUSED);
	assert_true(demo->plan->cycle_count >= 2);
	assert_string_equal(demo->diags.last->code, "plan-loop");
	assert_non_null(strstr(demo->diags.last->message, "8.6 Cutover"));
}

#define DEMO(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		DEMO(every_date_variance_and_float_is_that_of_the_table),
		DEMO(the_lists_are_those_of_the_table),
		DEMO(the_project_is_as_complete_as_the_table_says),
		DEMO(without_the_state_switch_go_live_is_three_days_earlier),
		DEMO(the_chain_leads_from_go_live_to_the_state_switch),
		DEMO(leave_with_a_delegate_moves_nothing),
		DEMO(leave_without_one_moves_the_task),
		DEMO(changes_are_understood_or_refused),
		DEMO(a_loop_is_refused_and_named),
	};
	return cmocka_run_group_tests_name("plan_demo", tests, NULL, NULL);
}
