/* Replies to check-ins: which lines are answers, whose they may be, and what they write. */
#include "sandbox.h"

#include <pmo/checkin.h>

static const char people[] = "PC: {name: Pat, email: pc@x.gov}\n"
			     "V2: {name: Victor Lang, type: vendor, email: v2@h.example}\n"
			     "QA:\n  name: Quinn\n  email: qa@x.gov\n"
			     "  leave: [2026-11-16..2026-11-27 vacation DSP]\n"
			     "DSP: {name: Dana, email: DSP@x.gov}\n";

static const char plan[] = "TSK-001:\n  title: Switch\n  wbs: '5.4'\n  owner: V2\n"
			   "  duration: 30d\n  actual_start: 2026-11-02\n  percent: 50\n"
			   "  remaining: 7d\n\n"
			   "TSK-002: {title: Cases, wbs: '6.2', owner: QA, duration: 5d}\n\n"
			   "MS-001: {title: Go-live, owner: PC, preds: [TSK-001]}\n";

static const char actions[] = "ACT-001: {title: Roster, owner: V2, due: 2026-11-18}\n"
			      "ACT-002: {title: Other, owner: V2, due: 2026-11-18}\n";

struct taking {
	struct sandbox *box;
	struct pmo_plan *plan;
	struct pmo_take take;
};

static int begin(void **state)
{
	static struct taking taking;
	struct sandbox *box = sandbox_new();
	taking = (struct taking){ .box = box };
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "people.yaml", people);
	sandbox_write(box, "cad/project.yaml", "title: CAD\nstart: 2026-11-02\ngo_live: MS-001\n");
	sandbox_write(box, "cad/plan.yaml", plan);
	sandbox_write(box, "cad/actions.yaml", actions);
	sandbox_write(box, "cad/checkins/CHK-001.yaml",
		      "title: V2\nowner: V2\nperiod_end: 2026-11-20\nasked: [TSK-001, ACT-001]\n");
	sandbox_write(box, "cad/checkins/CHK-002.yaml",
		      "title: QA\nowner: QA\nperiod_end: 2026-11-20\nasked: [TSK-002]\n");
	*state = &taking;
	return 0;
}

static int end(void **state)
{
	struct taking *taking = *state;
	if (taking->plan)
		pmo_plan_free(taking->plan);
	sandbox_free(taking->box);
	return 0;
}

static struct pmo_take *take_text(void **state, const char *address, const char *text)
{
	struct taking *taking = *state;
	struct pmo_workspace *workspace = sandbox_open(taking->box);
	const struct pmo_plan_options how = { .alone = true };
	const struct pmo_project *project = pmo_workspace_project(workspace);
	const struct pmo_reply reply = { .source = "x",
					 .address = address,
					 .message_id = "<1@x>",
					 .subject = "Re: CHK-001",
					 .text = text,
					 .fresh = text };
	if (taking->plan)
		pmo_plan_free(taking->plan);
	assert_int_equal(pmo_plan_schedule(workspace, project, &how, &taking->plan), PMO_OK);
	pmo_take_begin(workspace, project, taking->plan, &taking->take);
	assert_int_equal(pmo_take_read(&taking->take, &reply), PMO_OK);
	return &taking->take;
}

static void apply(void **state)
{
	struct taking *taking = *state;
	struct pmo_update *update;
	const struct pmo_update_options how = { .on = PMO_DATE_NONE };
	assert_int_equal(pmo_update_begin(taking->box->workspace, &how, &update), PMO_OK);
	assert_int_equal(pmo_take_apply(&taking->take, update), PMO_OK);
	assert_int_equal(pmo_update_commit(update), PMO_OK);
	pmo_update_end(update);
}

/* What an answer would change, "-" for nothing, "! why" when it is refused. */
static const char *shown(const struct pmo_take *take, const char *key, const char *word)
{
	for (size_t i = 0; i < take->answer_count; i++) {
		const struct pmo_answer *answer = &take->answers[i];
		if (strcmp(answer->key, key) != 0 || strcmp(answer->question->word, word) != 0)
			continue;
		return answer->refused ? answer->refused : answer->shown ? answer->shown : "-";
	}
	return "none";
}

static void a_line_of_the_form_is_known_however_it_is_quoted(void **state)
{
	static const char *const texts[] = {
		"5.4 percent done: 45\n",      "> 5.4 percent done: 45 %\n",
		">> > 5.4 Percent Done :45\n", "  - 5.4 percent: 45\n",
		"TSK-001 percent done: 45\n",  "tsk-1 percent done: __45__\n",
		"> 5.4 percent done:\n45\n",   "| 5.4 percent done:\n\n 45 percent\n",
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		const struct pmo_take *take = take_text(state, "v2@h.example", texts[i]);
		assert_null(take->replies[0].refused);
		assert_int_equal(take->answer_count, 1);
		assert_string_equal(take->answers[0].shown, "50 \xe2\x86\x92 45 %");
	}
}

static void an_empty_line_changes_nothing(void **state)
{
	const struct pmo_take *take =
		take_text(state, "v2@h.example",
			  "5.4  Switch\n5.4 percent done:\n5.4 days left: ___\nThanks\n");
	assert_int_equal(take->answer_count, 0);
}

static void lines_of_ones_own_are_read(void **state)
{
	const struct pmo_take *take =
		take_text(state, "v2@h.example",
			  "Pat,\n5.4 45% 10 days left, waiting for the state\n"
			  "ACT-001 done Nov 18\nissue: form is missing\n");
	assert_string_equal(shown(take, "5.4", "percent done"), "50 \xe2\x86\x92 45 %");
	assert_string_equal(shown(take, "5.4", "days left"), "7 \xe2\x86\x92 10 days left");
	assert_string_equal(shown(take, "5.4", "note"), "waiting for the state");
	assert_string_equal(shown(take, "ACT-001", "done"), "done Nov 18");
	assert_string_equal(shown(take, "", "new issue"), "form is missing");
}

static void what_joins_two_answers_is_no_remark(void **state)
{
	static const char *const texts[] = {
		"5.4: 45 % and 13 days left\n",
		"5.4 is at 45% now, 13 days left\n",
		"5.4 45 % with 13 d to go and so\n",
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		const struct pmo_take *take = take_text(state, "v2@h.example", texts[i]);
		assert_string_equal(shown(take, "5.4", "percent done"), "50 \xe2\x86\x92 45 %");
		assert_string_equal(shown(take, "5.4", "days left"), "7 \xe2\x86\x92 13 days left");
		assert_string_equal(shown(take, "5.4", "note"), "none");
	}
	assert_string_equal(
		shown(take_text(state, "v2@h.example", "5.4 45 % and ill\n"), "5.4", "note"),
		"and ill");
}

static void what_is_not_done_is_not_done(void **state)
{
	const struct pmo_take *take =
		take_text(state, "v2@h.example", "ACT-001 not done yet, by Dec 1\n");
	assert_string_equal(shown(take, "ACT-001", "done"), "none");
	assert_string_equal(shown(take, "ACT-001", "new date"), "due Nov 18 \xe2\x86\x92 Dec 1");
}

static void only_what_was_asked_can_be_changed(void **state)
{
	const struct pmo_take *take = take_text(state, "v2@h.example",
						"ACT-002 done: yes\n6.2 percent done: 90\n"
						"MS-001 reached on: Nov 19\n5.4 owner: V2\n");
	assert_string_equal(shown(take, "ACT-002", "done"), "not asked of V2");
	assert_string_equal(shown(take, "6.2", "percent done"), "not asked of V2");
	assert_string_equal(shown(take, "MS-001", "reached on"), "not asked of V2");
	apply(state);
	assert_null(strstr(sandbox_read(((struct taking *)*state)->box, "cad/actions.yaml"),
			   "done_on"));
}

static void values_that_cannot_be_are_refused(void **state)
{
	const struct pmo_take *take =
		take_text(state, "v2@h.example",
			  "5.4 percent done: 145\n5.4 days left: =1+1\n"
			  "5.4 finished: 2026-12-24\nACT-001 new date: soon\n");
	assert_string_equal(shown(take, "5.4", "percent done"),
			    "a percentage is between 0 and 100");
	assert_string_equal(shown(take, "5.4", "days left"), "no time such as 10 d");
	assert_string_equal(shown(take, "5.4", "finished"), "a day to come cannot have been");
	assert_string_equal(shown(take, "ACT-001", "new date"), "no date such as Dec 1");
}

static void what_is_new_goes_before_what_is_quoted(void **state)
{
	const struct pmo_take *take = take_text(state, "v2@h.example",
						"> 5.4 percent done: 60\n5.4 percent done: 45\n"
						"5.4 percent done: 70\n");
	assert_string_equal(shown(take, "5.4", "percent done"), "50 \xe2\x86\x92 45 %");
}

static void nobody_else_can_answer(void **state)
{
	assert_string_equal(
		take_text(state, "dsp@x.gov", "5.4 percent done: 1\n")->replies[0].refused,
		"CHK-001 was not asked of DSP");
	assert_non_null(strstr(take_text(state, "who@x.gov", "5.4 45%\n")->replies[0].refused,
			       "nobody here is who@x.gov"));
}

static void who_stands_in_answers_for_who_is_away(void **state)
{
	struct taking *taking = *state;
	take_text(state, "v2@h.example", "5.4 45%\n");
	const struct pmo_reply reply = { .source = "y",
					 .address = "dsp@x.gov",
					 .message_id = "<2@x>",
					 .subject = "CHK-002",
					 .text = "6.2 percent done: 20\n",
					 .fresh = "" };
	assert_int_equal(pmo_take_read(&taking->take, &reply), PMO_OK);
	assert_null(taking->take.replies[1].refused);
	assert_string_equal(taking->take.replies[1].owner, "QA");
	apply(state);
	assert_non_null(strstr(sandbox_read(taking->box, "cad/plan.yaml"), "percent: 20"));
}

static void an_answer_says_where_it_comes_from_and_counts_once(void **state)
{
	struct taking *taking = *state;
	const char *text = "5.4 percent done: 45\n5.4 days left: 10\n5.4 note: again\n";
	struct pmo_take *take = take_text(state, "v2@h.example", text);
	assert_int_equal(pmo_take_effects(take), PMO_OK);
	assert_true(take->has_go_live);
	assert_int_equal(take->go_live_days, 3);
	apply(state);
	const char *file = sandbox_read(taking->box, "cad/plan.yaml");
	assert_non_null(strstr(file, "percent 50>45 V2: from CHK-001, taken in by PC\n"));
	assert_non_null(strstr(file, "remaining 7d>10d V2: from CHK-001, taken in by PC\n"));
	assert_non_null(strstr(file, "- 2026-11-20 V2: again\n"));
	file = sandbox_read(taking->box, "cad/checkins/CHK-001.yaml");
	assert_non_null(strstr(file, "status: applied"));
	assert_non_null(strstr(file, "<1@x>"));
	assert_string_equal(take_text(state, "v2@h.example", text)->replies[0].refused,
			    "taken before");
}

static void a_finished_task_has_all_that_goes_with_it(void **state)
{
	struct taking *taking = *state;
	take_text(state, "v2@h.example", "5.4 percent done: done\n");
	apply(state);
	const char *file = sandbox_read(taking->box, "cad/plan.yaml");
	assert_non_null(strstr(file, "percent: 100"));
	assert_non_null(strstr(file, "actual_finish: 2026-11-20"));
	assert_null(strstr(file, "\n  remaining:"));
}

static void words_are_one_line_and_hide_nothing(void **state)
{
	struct taking *taking = *state;
	take_text(state, "v2@h.example",
		  "new issue: =cmd|' /C calc'!A0 \x1b[31m\xE2\x80\xAE <script>\n"
		  "5.4 note: a: b # c\n");
	apply(state);
	assert_non_null(strstr(sandbox_read(taking->box, "cad/issues/ISS-001.yaml"),
			       "=cmd|' /C calc'!A0 [31m <script>"));
	assert_non_null(strstr(sandbox_read(taking->box, "cad/plan.yaml"), "V2: a: b # c"));
}

static void a_reply_of_one_long_line_is_read_to_its_bound(void **state)
{
	size_t length = 10 << 20;
	char *text = malloc(length + 1);
	assert_non_null(text);
	memset(text, 'x', length);
	memcpy(text, "5.4 note: ", 10);
	text[length] = '\0';
	const struct pmo_take *take = take_text(state, "v2@h.example", text);
	assert_int_equal(take->answer_count, 1);
	assert_true(strlen(take->answers[0].shown) <= 2000);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_line_of_the_form_is_known_however_it_is_quoted,
						begin, end),
		cmocka_unit_test_setup_teardown(an_empty_line_changes_nothing, begin, end),
		cmocka_unit_test_setup_teardown(lines_of_ones_own_are_read, begin, end),
		cmocka_unit_test_setup_teardown(what_joins_two_answers_is_no_remark, begin, end),
		cmocka_unit_test_setup_teardown(what_is_not_done_is_not_done, begin, end),
		cmocka_unit_test_setup_teardown(only_what_was_asked_can_be_changed, begin, end),
		cmocka_unit_test_setup_teardown(values_that_cannot_be_are_refused, begin, end),
		cmocka_unit_test_setup_teardown(what_is_new_goes_before_what_is_quoted, begin, end),
		cmocka_unit_test_setup_teardown(nobody_else_can_answer, begin, end),
		cmocka_unit_test_setup_teardown(who_stands_in_answers_for_who_is_away, begin, end),
		cmocka_unit_test_setup_teardown(an_answer_says_where_it_comes_from_and_counts_once,
						begin, end),
		cmocka_unit_test_setup_teardown(a_finished_task_has_all_that_goes_with_it, begin,
						end),
		cmocka_unit_test_setup_teardown(words_are_one_line_and_hide_nothing, begin, end),
		cmocka_unit_test_setup_teardown(a_reply_of_one_long_line_is_read_to_its_bound,
						begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
