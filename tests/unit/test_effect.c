/* Effects, notices, memos and traces on the worked project, each against what is known of it. */
#include "unit.h"

#include "store/draft.h"

#include <pmo/depart.h>
#include <pmo/effect.h>
#include <pmo/memo.h>
#include <pmo/notice.h>
#include <pmo/trace.h>

#include <stdlib.h>
#include <string.h>

struct office {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_workspace *workspace;
	const struct pmo_project *project;
	struct pmo_plan *plan;
};

static int setup(void **state)
{
	struct office *office = calloc(1, sizeof(*office));
	int32_t today = PMO_DATE_NONE;
	assert_non_null(office);
	assert_int_equal(pmo_date_from_civil(2026, 11, 20, &today), PMO_OK);
	const struct pmo_env env = { .directory = TESTS_DIR "/../share/demo",
				     .project = "cadup",
				     .user = "PC",
				     .today = today };
	pmo_arena_init(&office->arena);
	pmo_diags_init(&office->diags, &office->arena);
	assert_int_equal(pmo_workspace_open(&env, &office->diags, &office->workspace), PMO_OK);
	assert_int_equal(pmo_workspace_need_project(office->workspace, &office->project), PMO_OK);
	assert_int_equal(pmo_plan_schedule(office->workspace, office->project, NULL, &office->plan),
			 PMO_OK);
	*state = office;
	return 0;
}

static int teardown(void **state)
{
	struct office *office = *state;
	pmo_plan_free(office->plan);
	pmo_workspace_close(office->workspace);
	pmo_arena_release(&office->arena);
	free(office);
	return 0;
}

static const struct pmo_record *find(struct office *office, const char *id)
{
	const struct pmo_record *record = NULL;
	assert_int_equal(pmo_workspace_find(office->workspace, NULL, id, &record), PMO_OK);
	return record;
}

/* A dry update: all is judged, nothing is written. */
static struct pmo_update *begin(struct office *office)
{
	const struct pmo_update_options options = { .on = PMO_DATE_NONE, .dry = true };
	struct pmo_update *update = NULL;
	assert_int_equal(pmo_update_begin(office->workspace, &options, &update), PMO_OK);
	return update;
}

static enum pmo_result move(struct office *office, struct pmo_update *update, const char *id,
			    struct pmo_effect *effect, const char *verb)
{
	struct pmo_draft *draft;
	assert_int_equal(pmo_update_edit(update, find(office, id), &draft), PMO_OK);
	assert_int_equal(pmo_draft_move(draft, verb), PMO_OK);
	*effect = (struct pmo_effect){ .workspace = office->workspace,
				       .update = update,
				       .draft = draft };
	return pmo_effect_run(verb, effect);
}

static const char *text(const struct pmo_record *record, const char *field)
{
	struct pmo_value value = pmo_record_get_name(record, field);
	return value.presence == PMO_PRESENT ? value.as.text : NULL;
}

static void a_risk_that_occurs_becomes_an_issue_with_its_owner(void **state)
{
	struct office *office = *state;
	struct pmo_update *update = begin(office);
	struct pmo_effect effect;
	assert_int_equal(move(office, update, "RSK-2", &effect, "occur"), PMO_OK);
	/* The issue, and the task that the risk was in the way of. */
	assert_int_equal(effect.touched_count, 2);
	assert_string_equal(pmo_draft_record(effect.touched[1])->id, "TSK-015");
	const struct pmo_record *issue = pmo_draft_record(effect.touched[0]);
	assert_string_equal(issue->id, "ISS-011");
	assert_string_equal(text(issue, "owner"), "FLT");
	assert_string_equal(text(issue, "from_risk"), "RSK-002");
	assert_string_equal(text(pmo_draft_record(effect.draft), "became"), "ISS-011");
	assert_int_equal(pmo_update_commit(update), PMO_OK);
	assert_int_equal(pmo_update_written(update), 3);
	pmo_update_end(update);
}

static void a_move_without_an_effect_touches_nothing_else(void **state)
{
	struct office *office = *state;
	struct pmo_update *update = begin(office);
	struct pmo_effect effect;
	assert_int_equal(move(office, update, "RSK-2", &effect, "watch"), PMO_OK);
	assert_int_equal(effect.touched_count, 0);
	assert_int_equal(effect.hint_count, 0);
	pmo_update_end(update);
}

static void every_name_of_an_effect_has_its_function(void **state)
{
	struct office *office = *state;
	/* What moves name is a name that there is; each that there is, is named by a move. */
	for (size_t e = 0; pmo_effect_names[e]; e++) {
		bool used = false;
		for (size_t i = 0; pmo_registers[i]; i++) {
			const struct pmo_move *m = pmo_registers[i]->moves;
			for (; m && m->verb; m++)
				used |= m->effect && strcmp(m->effect, pmo_effect_names[e]) == 0;
		}
		assert_true(used);
	}
	for (size_t i = 0; pmo_registers[i]; i++) {
		const struct pmo_move *m = pmo_registers[i]->moves;
		for (; m && m->verb; m++) {
			bool known = !m->effect;
			for (size_t e = 0; m->effect && pmo_effect_names[e]; e++)
				known |= strcmp(m->effect, pmo_effect_names[e]) == 0;
			assert_true(known);
		}
	}
	(void)office;
}

/* A change that is approved, of no cost: its what_if is done to the plan. */
static struct pmo_draft *approve(struct office *office, struct pmo_update *update)
{
	static const char *const assignments[] = { "approvals.SPO.decision=approved",
						   "approvals.SPO.date=2026-11-20" };
	struct pmo_draft *draft;
	assert_int_equal(pmo_update_edit(update, find(office, "CHG-3"), &draft), PMO_OK);
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(pmo_draft_assign(draft, assignments[i]), PMO_OK);
	assert_int_equal(pmo_draft_move(draft, "approve"), PMO_OK);
	return draft;
}

static const struct pmo_record *touched(const struct pmo_effect *effect, const char *id)
{
	for (size_t i = 0; i < effect->touched_count; i++)
		if (strcmp(pmo_draft_record(effect->touched[i])->id, id) == 0)
			return pmo_draft_record(effect->touched[i]);
	fail_msg("%s is not touched", id);
	return NULL;
}

static void a_change_moves_the_baseline_by_itself_alone(void **state)
{
	struct office *office = *state;
	struct pmo_update *update = begin(office);
	struct pmo_effect effect;
	approve(office, update);
	assert_int_equal(move(office, update, "CHG-3", &effect, "implement"), PMO_OK);
	const struct pmo_record *baseline = touched(&effect, "BSL-003");
	struct pmo_value list = pmo_record_get_name(baseline, "milestones");
	char date[PMO_DATE_SIZE];
	assert_int_equal(list.count, 8);
	assert_string_equal(list.as.items[6].as.items[0].as.text, "MS-007");
	pmo_date_format((int32_t)list.as.items[6].as.items[1].as.integer, date);
	/* Baseline 2 said Feb 23; the change gains three days; fifteen stay late. */
	assert_string_equal(date, "2027-02-18");
	assert_string_equal(pmo_record_state(baseline)->name, "approved");
	assert_string_equal(pmo_record_state(touched(&effect, "BSL-002"))->name, "superseded");
	struct pmo_value tasks = pmo_record_get_name(baseline, "tasks");
	assert_int_equal(tasks.count, 63);
	assert_int_equal(pmo_update_commit(update), PMO_OK);
	pmo_update_end(update);
}

static void a_change_that_asks_for_it_takes_the_forecast(void **state)
{
	struct office *office = *state;
	struct pmo_update *update = begin(office);
	struct pmo_effect effect;
	char date[PMO_DATE_SIZE];
	assert_int_equal(pmo_draft_assign(approve(office, update), "rebaseline=yes"), PMO_OK);
	assert_int_equal(move(office, update, "CHG-3", &effect, "implement"), PMO_OK);
	struct pmo_value list = pmo_record_get_name(touched(&effect, "BSL-003"), "milestones");
	pmo_date_format((int32_t)list.as.items[6].as.items[1].as.integer, date);
	assert_string_equal(date, "2027-03-11");
	pmo_update_end(update);
}

static void money_without_a_line_is_refused(void **state)
{
	struct office *office = *state;
	struct pmo_update *update = begin(office);
	struct pmo_effect effect;
	struct pmo_draft *draft = approve(office, update);
	assert_int_equal(pmo_draft_assign(draft, "impact_cost=100"), PMO_OK);
	assert_int_equal(pmo_draft_assign(draft, "funding=contingency"), PMO_OK);
	assert_int_equal(move(office, update, "CHG-3", &effect, "implement"), PMO_REFUSED);
	pmo_update_end(update);
}

static void a_notice_has_one_cause_and_the_options_worked_out(void **state)
{
	struct office *office = *state;
	const struct pmo_notice_since since = { 0 };
	struct pmo_notice notice;
	const int *items;
	size_t count;
	char date[PMO_DATE_SIZE];
	assert_int_equal(pmo_notice_causes(office->plan, &items, &count), PMO_OK);
	assert_int_equal(count, 1);
	assert_int_equal(items[0], pmo_plan_go_live(office->plan));
	assert_int_equal(pmo_notice_open(office->plan, items[0], &since, &notice), PMO_OK);
	assert_int_equal(notice.days, 15);
	assert_int_equal(notice.share / 10, 83); /* 8.3 % */
	assert_string_equal(office->plan->items[notice.root].id, "TSK-031");
	assert_int_equal(notice.also_count, 3);
	assert_int_equal(notice.option_count, 1);
	pmo_date_format(notice.options[0].date, date);
	assert_string_equal(date, "2027-03-11");
	assert_int_equal(notice.options[0].days, 12);
	assert_int_equal(notice.options[0].gained, 3);
	assert_int_equal(notice.ask_count, 1);
	assert_string_equal(notice.asks[0].who, "the sponsor");
	assert_string_equal(
		pmo_notice_headline(&notice),
		"Go-live moves from Feb 23 to Mar 16, 2027 (3 weeks, 15 working days).");
}

static void a_notice_since_a_report_compares_with_its_forecast(void **state)
{
	struct office *office = *state;
	const struct pmo_notice_since since = { .record = find(office, "RPT-23") };
	struct pmo_notice notice;
	int item = pmo_plan_go_live(office->plan);
	assert_int_equal(pmo_notice_open(office->plan, item, &since, &notice), PMO_OK);
	assert_int_equal(notice.days, 9);
	assert_string_equal(notice.since, "report RPT-023 (Nov 13)");
}

static void a_memo_asks_whom_the_ladder_names(void **state)
{
	struct office *office = *state;
	struct pmo_memo memo;
	char date[PMO_DATE_SIZE];
	assert_int_equal(
		pmo_memo_open(office->workspace, office->plan, find(office, "ISS-6"), &memo),
		PMO_OK);
	assert_int_equal(memo.to, 2);
	assert_string_equal(memo.person, "SPO");
	assert_non_null(memo.reason);
	assert_non_null(strstr(memo.ask, "Call Public Works about the permit"));
	pmo_date_format(memo.respond_by, date);
	assert_string_equal(date, "2026-11-25");
	/* Its date is to come: the ladder does not ask for it. */
	assert_int_equal(pmo_memo_open(office->workspace, NULL, find(office, "ISS-8"), &memo),
			 PMO_OK);
	assert_null(memo.reason);
}

static void a_trace_reads_the_evidence_again(void **state)
{
	struct office *office = *state;
	struct pmo_trace trace;
	assert_int_equal(pmo_trace_open(office->workspace, find(office, "CHG-2"), &trace), PMO_OK);
	assert_int_equal(trace.file_count, 4);
	for (size_t i = 0; i < trace.file_count; i++)
		assert_int_equal(trace.files[i].state, PMO_FILE_SAME);
	assert_int_equal(trace.missing_count, 0);
	assert_non_null(strstr(trace.sentence, "MTG-003 Oct 21 carried 5-0"));
	for (size_t i = 1; i < trace.event_count; i++)
		assert_true(trace.events[i - 1].date <= trace.events[i].date);
}

static void who_left_still_holds_one_risk_and_one_action(void **state)
{
	struct office *office = *state;
	struct pmo_holdings holdings;
	assert_int_equal(pmo_holdings_find(office->workspace, find(office, "GIS"), &holdings),
			 PMO_OK);
	assert_int_equal(holdings.count, 2);
	assert_int_equal(holdings.moving, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		CASE(a_risk_that_occurs_becomes_an_issue_with_its_owner),
		CASE(a_move_without_an_effect_touches_nothing_else),
		CASE(every_name_of_an_effect_has_its_function),
		CASE(a_change_moves_the_baseline_by_itself_alone),
		CASE(a_change_that_asks_for_it_takes_the_forecast),
		CASE(money_without_a_line_is_refused),
		CASE(a_notice_has_one_cause_and_the_options_worked_out),
		CASE(a_notice_since_a_report_compares_with_its_forecast),
		CASE(a_memo_asks_whom_the_ladder_names),
		CASE(a_trace_reads_the_evidence_again),
		CASE(who_left_still_holds_one_risk_and_one_action),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
