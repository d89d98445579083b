/* Changes that a person edits before they are applied. */
#include "sandbox.h"

#include <pmo/checkin.h>

static const char plan[] = "TSK-001:\n  title: Switch\n  wbs: '5.4'\n  owner: V2\n"
			   "  duration: 30d\n  actual_start: 2026-11-02\n  percent: 50\n"
			   "  remaining: 7d\n\n"
			   "TSK-002: {title: Cases, wbs: '6.2', owner: PC, duration: 5d}\n\n"
			   "MS-001: {title: Go-live, owner: PC, preds: [TSK-001]}\n";

static const char everything[] =
	"5.4 percent done: 45\n5.4 days left: 10\n5.4 note: a = b\n"
	"ACT-001 done: Nov 18\n"
	"RSK-001 probability: 4\nRSK-001 next review: Dec 1\n"
	"EST-001 best/likely/worst: 10/15/25 d\nEST-001 based on: a guess\n"
	"EST-002 best/likely/worst: $4,000/$5,500/$9,000\n"
	"DOC-001 verdict: approve with comments\nDOC-001 comment: page 3\n"
	"MTG-001 coming: no\nMTG-002 coming: PC\nMTG-003 coming: yes\n"
	"new issue: server down\naway from - to: Dec 24 - Dec 28\n";

struct editing {
	struct sandbox *box;
	struct pmo_plan *plan;
	struct pmo_take take;
	struct pmo_buffer text;
};

static void write_meeting(struct sandbox *box, int number)
{
	char name[64], text[128];
	snprintf(name, sizeof(name), "cad/meetings/MTG-00%d.yaml", number);
	snprintf(text, sizeof(text),
		 "title: M%d\nstart: 2026-12-0%d 10:00\ninvitees: [{person: V2}]\n", number,
		 number);
	sandbox_write(box, name, text);
}

static int begin(void **state)
{
	static struct editing editing;
	struct sandbox *box = sandbox_new();
	editing = (struct editing){ .box = box };
	pmo_buffer_init(&editing.text, PMO_BUFFER_LIMIT);
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "people.yaml",
		      "PC: {name: Pat, type: team, email: pc@x.gov}\n"
		      "V2: {name: Victor, type: vendor, email: v2@h.example}\n");
	sandbox_write(box, "cad/project.yaml", "title: CAD\nstart: 2026-11-02\ngo_live: MS-001\n");
	sandbox_write(box, "cad/plan.yaml", plan);
	sandbox_write(box, "cad/actions.yaml",
		      "ACT-001: {title: Roster, owner: V2, due: 2026-11-18}\n");
	sandbox_write(box, "cad/risks/RSK-001.yaml", "title: R\nowner: V2\nprobability: 2\n");
	sandbox_write(box, "cad/estimates.yaml",
		      "EST-001: {title: E, for: TSK-002}\nEST-002: {title: F, for: TSK-002}\n");
	sandbox_write(box, "cad/documents/DOC-001.yaml",
		      "title: D\nstatus: in_review\nreviewers: [{person: V2}]\n");
	for (int i = 1; i <= 3; i++)
		write_meeting(box, i);
	sandbox_write(box, "cad/checkins/CHK-001.yaml",
		      "title: V2\nowner: V2\nperiod_end: 2026-11-20\n"
		      "asked: [TSK-001, ACT-001, RSK-001, EST-001, EST-002, DOC-001, MTG-001, "
		      "MTG-002, MTG-003]\n");
	*state = &editing;
	return 0;
}

static int end(void **state)
{
	struct editing *editing = *state;
	pmo_buffer_release(&editing->text);
	if (editing->plan)
		pmo_plan_free(editing->plan);
	sandbox_free(editing->box);
	return 0;
}

static struct pmo_take *take_text(void **state, const char *text)
{
	struct editing *editing = *state;
	struct pmo_workspace *workspace = sandbox_open(editing->box);
	const struct pmo_plan_options how = { .alone = true };
	const struct pmo_project *project = pmo_workspace_project(workspace);
	const struct pmo_reply reply = { .source = "reply.eml",
					 .address = "v2@h.example",
					 .message_id = "<1@x>",
					 .subject = "Re: CHK-001",
					 .text = text,
					 .fresh = text };
	assert_int_equal(pmo_plan_schedule(workspace, project, &how, &editing->plan), PMO_OK);
	pmo_take_begin(workspace, project, editing->plan, &editing->take);
	assert_int_equal(pmo_take_read(&editing->take, &reply), PMO_OK);
	return &editing->take;
}

static const char *written(void **state)
{
	struct editing *editing = *state;
	pmo_buffer_clear(&editing->text);
	pmo_take_write(&editing->take, &editing->text);
	assert_false(editing->text.failed);
	return strstr(editing->text.data, "[CHK-001]");
}

static size_t count_changes(const struct pmo_take *take)
{
	size_t count = 0;
	for (size_t i = 0; i < take->answer_count; i++)
		count += pmo_answer_is_change(&take->answers[i]);
	return count;
}

static void every_change_is_a_line_that_means_the_same_when_it_is_read_again(void **state)
{
	struct pmo_take_fault fault;
	struct pmo_take *take = take_text(state, everything);
	assert_int_equal(count_changes(take), 16);
	const char *text = written(state);
	static const char *const lines[] = { "TSK-001 percent=45\n",
					     "TSK-001 remaining=10d\n",
					     "TSK-001 note=a = b\n",
					     "ACT-001 done_on=2026-11-18\n",
					     "EST-001 estimate=10d/15d/25d\n",
					     "EST-002 estimate=$4000/5500/9000\n",
					     "DOC-001 verdict=approve_with_comments\n",
					     "MTG-001 coming=no\n",
					     "MTG-002 coming=PC\n",
					     "MTG-003 coming=yes\n",
					     "new_issue=server down\n",
					     "away=2026-12-24..2026-12-28\n" };
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		if (!strstr(text, lines[i]))
			fail_msg("no line %s in %s", lines[i], text);
	char *kept = strdup(text);
	assert_non_null(kept);
	assert_int_equal(pmo_take_reread(take, kept, &fault), PMO_OK);
	assert_int_equal(count_changes(take), 16);
	assert_string_equal(written(state), kept);
	free(kept);
}

static void a_line_taken_out_changes_nothing_and_a_changed_one_counts(void **state)
{
	struct pmo_take_fault fault;
	struct pmo_take *take = take_text(state, everything);
	assert_int_equal(
		pmo_take_reread(take, "# mine\n\n[CHK-001] V2\n  TSK-001 percent=60 %\r\n", &fault),
		PMO_OK);
	assert_int_equal(count_changes(take), 1);
	assert_string_equal(written(state), "[CHK-001] V2, reply.eml\nTSK-001 percent=60\n");
}

static void blanks_around_the_equals_sign_mean_nothing(void **state)
{
	struct pmo_take_fault fault;
	struct pmo_take *take = take_text(state, everything);
	assert_int_equal(pmo_take_reread(take,
					 "[CHK-001]\nTSK-001  percent = 60\n"
					 "new_issue = server down\n",
					 &fault),
			 PMO_OK);
	assert_string_equal(written(state),
			    "[CHK-001] V2, reply.eml\nTSK-001 percent=60\nnew_issue=server down\n");
}

static void a_line_is_taken_whole_or_not_at_all(void **state)
{
	static char text[9000];
	struct pmo_take_fault fault;
	struct pmo_take *take = take_text(state, "5.4 percent done: 45\n");
	int start = snprintf(text, sizeof(text), "[CHK-001]\nTSK-001 note=");
	memset(text + start, 'x', 8100);
	assert_int_equal(pmo_take_reread(take, text, &fault), PMO_INVALID);
	assert_int_equal(fault.line, 2);
	assert_string_equal(written(state), "[CHK-001] V2, reply.eml\nTSK-001 percent=45\n");
}

static void nothing_left_is_nothing_changed(void **state)
{
	struct pmo_take_fault fault;
	struct pmo_take *take = take_text(state, everything);
	assert_int_equal(pmo_take_reread(take, "", &fault), PMO_OK);
	assert_int_equal(count_changes(take), 0);
	assert_int_equal(pmo_take_reread(take, "[CHK-001]\nTSK-001 percent=\n", &fault), PMO_OK);
	assert_int_equal(count_changes(take), 0);
}

static void what_was_said_and_changes_nothing_can_be_changed_by_hand(void **state)
{
	struct pmo_take_fault fault;
	struct pmo_take *take = take_text(state, "5.4 percent done: 50\n");
	assert_int_equal(count_changes(take), 0);
	assert_int_equal(pmo_take_reread(take, "[CHK-001]\nTSK-001 percent=55\n", &fault), PMO_OK);
	assert_int_equal(take->answer_count, 1);
	assert_string_equal(take->answers[0].shown, "50 \xe2\x86\x92 55 %");
}

static void what_was_not_asked_stays_refused(void **state)
{
	struct pmo_take_fault fault;
	struct pmo_take *take = take_text(state, "5.4 percent done: 45\n");
	assert_int_equal(pmo_take_reread(take,
					 "[CHK-001]\nTSK-002 percent=99\nTSK-001 percent=140\n",
					 &fault),
			 PMO_OK);
	assert_int_equal(count_changes(take), 0);
	assert_int_equal(take->answer_count, 2);
	assert_string_equal(take->answers[0].refused, "not asked of V2");
	assert_string_equal(take->answers[1].refused, "a percentage is between 0 and 100");
}

static void a_line_that_cannot_be_read_leaves_all_as_it_was(void **state)
{
	static const struct {
		const char *text;
		size_t line;
	} bad[] = {
		{ "[CHK-001]\nTSK-001 percent=60\nTSK-001 title=Mine\n", 3 },
		{ "[CHK-001]\nTSK-001\n", 2 },
		{ "TSK-001 percent=60\n", 1 },
		{ "[CHK-009]\n", 1 },
		{ "[CHK-001\nTSK-099 percent=60\n", 2 },
		{ "[CHK-001]\nV2 email=x@y.gov\n", 2 },
		{ "[CHK-001]\ncad title=Mine\n", 2 },
		{ "[CHK-001]\npercent=3\n", 2 },
		{ "[CHK-001]\n=\n", 2 },
		{ "[CHK-001]\n =3\n", 2 },
		{ "[CHK-001]\npercent =3\n", 2 },
		{ "[CHK-001]\n\n[CHK-001 TSK-001 percent=60\n", 3 },
	};
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct pmo_take_fault fault;
		struct pmo_take *take = take_text(state, "5.4 percent done: 45\n");
		assert_int_equal(pmo_take_reread(take, bad[i].text, &fault), PMO_INVALID);
		assert_int_equal(fault.line, bad[i].line);
		assert_non_null(fault.why);
		assert_string_equal(written(state),
				    "[CHK-001] V2, reply.eml\nTSK-001 percent=45\n");
		pmo_plan_free(((struct editing *)*state)->plan);
		((struct editing *)*state)->plan = NULL;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			every_change_is_a_line_that_means_the_same_when_it_is_read_again, begin,
			end),
		cmocka_unit_test_setup_teardown(
			a_line_taken_out_changes_nothing_and_a_changed_one_counts, begin, end),
		cmocka_unit_test_setup_teardown(blanks_around_the_equals_sign_mean_nothing, begin,
						end),
		cmocka_unit_test_setup_teardown(a_line_is_taken_whole_or_not_at_all, begin, end),
		cmocka_unit_test_setup_teardown(nothing_left_is_nothing_changed, begin, end),
		cmocka_unit_test_setup_teardown(
			what_was_said_and_changes_nothing_can_be_changed_by_hand, begin, end),
		cmocka_unit_test_setup_teardown(what_was_not_asked_stays_refused, begin, end),
		cmocka_unit_test_setup_teardown(a_line_that_cannot_be_read_leaves_all_as_it_was,
						begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
