/* Notes become records once, and corrected notes correct them. */
#include "sandbox.h"

#include <pmo/minutes.h>

static struct sandbox *start(void)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "people.yaml",
		      "PC:\n  name: Pat Coordinator\nDSP:\n  name: Dana Spencer\n  role: dispatch\n"
		      "BR:\n  name: Bob Ray\nBK:\n  name: Bob Kim\n");
	sandbox_write(box, "cad/project.yaml", "title: CAD\n");
	sandbox_write(box, "cad/decisions/DEC-001.yaml",
		      "title: Test first\nstatus: pending\nowner: PC\ndue: 2026-11-25\n"
		      "question: First?\n");
	sandbox_write(box, "cad/meetings/MTG-001.yaml",
		      "title: Weekly\nstatus: held\nkind: status\nstart: 2026-11-17 10:00\n"
		      "end: 2026-11-17 11:00\nchair: PC\nrecorder: PC\npurpose: x\n"
		      "invitees: [PC, DSP]\nagenda:\n  - 30 inform PC Late\n"
		      "  - {topic: Test, minutes: 30, kind: decide, lead: PC, ref: DEC-001}\n");
	return box;
}

struct taking {
	const char *notes, *kept;
	const struct pmo_record *(*choose)(void *who, const struct pmo_minutes_question *question);
	bool is_other;
};

/* The summary of what was made; the page goes into box->text. */
static const char *take(struct sandbox *box, const struct taking *taking, char page[2048],
			struct pmo_minutes *minutes)
{
	struct pmo_update_options options = { .on = PMO_DATE_NONE };
	struct pmo_workspace *workspace = sandbox_open(box);
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "meeting");
	const struct pmo_record *meeting;
	struct pmo_update *update;
	struct pmo_minutes_asked asked = {
		.notes = taking->notes,
		.notes_length = strlen(taking->notes),
		.kept = taking->kept,
		.kept_length = taking->kept ? strlen(taking->kept) : 0,
		.is_other = taking->is_other,
		.choose = taking->choose,
	};
	assert_int_equal(pmo_workspace_find(workspace, schema, "MTG-1", &meeting), PMO_OK);
	assert_int_equal(pmo_minutes_open(workspace, meeting, &asked, minutes), PMO_OK);
	assert_int_equal(pmo_update_begin(workspace, &options, &update), PMO_OK);
	assert_int_equal(pmo_minutes_apply(minutes, update), PMO_OK);
	assert_int_equal(pmo_update_commit(update), PMO_OK);
	pmo_update_end(update);
	snprintf(page, 2048, "%s", minutes->sheet);
	return pmo_minutes_summary(minutes);
}

static void a_mark_becomes_a_record_once(void **state)
{
	struct sandbox *box = start();
	struct pmo_minutes minutes;
	char page[2048], again[2048];
	struct taking taking = { .notes = "ACTION dana by fri: roster to PC\n" };
	(void)state;
	assert_string_equal(take(box, &taking, page, &minutes), "1 action (ACT-001)");
	assert_string_equal(page, "ACTION dana by fri: roster to PC [ACT-001]\n");
	const char *actions = sandbox_read(box, "cad/actions.yaml");
	assert_non_null(strstr(actions, "owner: DSP"));
	assert_non_null(strstr(actions, "due: 2026-11-20"));
	assert_non_null(strstr(actions, "source: MTG-001"));
	assert_non_null(
		strstr(sandbox_read(box, "cad/meetings/MTG-001.yaml"), "actions: [ACT-001]"));
	/* The notes without the id, and the page with it. */
	taking.kept = page;
	taking.is_other = true;
	assert_string_equal(take(box, &taking, again, &minutes), "");
	assert_false(minutes.has_changes);
	assert_string_equal(again, page);
	taking.notes = page;
	assert_string_equal(take(box, &taking, again, &minutes), "");
	assert_false(minutes.has_changes);
	sandbox_free(box);
}

static void a_corrected_line_corrects_what_it_says_and_no_more(void **state)
{
	struct sandbox *box = start();
	struct pmo_minutes minutes;
	char page[2048], again[2048];
	struct taking taking = { .notes = "ACTION DSP by fri: roster to PC\n" };
	(void)state;
	take(box, &taking, page, &minutes);
	/* Somebody moved the date since: the page still says Friday. */
	sandbox_close(box);
	sandbox_write(box, "cad/actions.yaml",
		      "ACT-001:\n  title: roster to PC\n  owner: DSP\n  due: 2026-12-04\n"
		      "  source: MTG-001\n");
	taking = (struct taking){ .kept = page };
	taking.notes = "ACTION PC by fri: the roster to PC [ACT-001]\n";
	take(box, &taking, again, &minutes);
	assert_true(minutes.has_changes);
	const char *actions = sandbox_read(box, "cad/actions.yaml");
	assert_non_null(strstr(actions, "title: the roster to PC"));
	assert_non_null(strstr(actions, "owner: PC"));
	assert_non_null(strstr(actions, "due: 2026-12-04"));
	sandbox_free(box);
}

static void a_decision_below_an_item_decides_what_it_is_about(void **state)
{
	struct sandbox *box = start();
	struct pmo_minutes minutes;
	char page[2048];
	struct taking taking = { .notes = "## 2 Test\nDECISION: yes, first\n" };
	(void)state;
	assert_string_equal(take(box, &taking, page, &minutes), "");
	const char *decision = sandbox_read(box, "cad/decisions/DEC-001.yaml");
	assert_non_null(strstr(decision, "status: made"));
	assert_non_null(strstr(decision, "decision: yes, first"));
	assert_non_null(strstr(decision, "made_in: MTG-001"));
	assert_non_null(strstr(decision, "date: 2026-11-17"));
	assert_string_equal(page, "## 2 Test\nDECISION: yes, first [DEC-001]\n");
	sandbox_free(box);
}

static void new_notes_do_not_rename_what_is_only_alike(void **state)
{
	struct sandbox *box = start();
	struct pmo_minutes minutes;
	char page[2048], again[2048];
	struct taking taking = { .notes = "ACTION DSP: walk-through roster\n", .is_other = true };
	(void)state;
	take(box, &taking, page, &minutes);
	taking.notes = "ACTION DSP: walk-through roster soon\n";
	assert_string_equal(take(box, &taking, again, &minutes), "1 action (ACT-002)");
	assert_non_null(strstr(again, "[ACT-001]"));
	sandbox_free(box);
}

static const char *skipped(const struct pmo_minutes *minutes)
{
	for (size_t i = 0; i < minutes->event_count; i++)
		if (minutes->events[i].did == PMO_MINUTES_SKIPPED)
			return minutes->events[i].message;
	return "none";
}

static void a_name_that_fits_two_holds_up_nothing_else(void **state)
{
	struct sandbox *box = start();
	struct pmo_minutes minutes;
	char page[2048];
	struct taking taking = {
		.notes = "Late\nACTION Bob: call them\nACTION Nobody: x\nACTION DSP: roster\n"
	};
	(void)state;
	assert_string_equal(take(box, &taking, page, &minutes), "1 action (ACT-001)");
	assert_string_equal(skipped(&minutes), "'Bob': Bob Ray (BR) or Bob Kim (BK)?");
	assert_string_equal(page, "Late\nACTION Bob: call them\nACTION Nobody: x\n"
				  "ACTION DSP: roster [ACT-001]\n");
	assert_non_null(strstr(sandbox_read(box, "cad/meetings/MTG-001.yaml"),
			       "ACTION Bob: call them ACTION Nobody: x"));
	sandbox_free(box);
}

static const struct pmo_record *second(void *who, const struct pmo_minutes_question *question)
{
	(void)who;
	assert_string_equal(question->name, "Bob");
	assert_int_equal(question->count, 2);
	return question->fits[1];
}

static void who_is_asked_can_choose(void **state)
{
	struct sandbox *box = start();
	struct pmo_minutes minutes;
	char page[2048];
	struct taking taking = { .notes = "ACTION Bob: call them\n", .choose = second };
	(void)state;
	assert_string_equal(take(box, &taking, page, &minutes), "1 action (ACT-001)");
	assert_non_null(strstr(sandbox_read(box, "cad/actions.yaml"), "owner: BK"));
	/* The answer holds: nobody is asked for the same line again. */
	taking = (struct taking){ .notes = taking.notes, .kept = page, .is_other = true };
	char again[2048];
	assert_string_equal(take(box, &taking, again, &minutes), "");
	assert_false(minutes.has_changes);
	assert_string_equal(skipped(&minutes), "none");
	assert_string_equal(again, page);
	sandbox_free(box);
}

static void attendance_motions_and_the_rest_go_into_the_meeting(void **state)
{
	struct sandbox *box = start();
	struct pmo_minutes minutes;
	char page[2048];
	struct taking taking = { .notes = "Present: PC, Dana (remote), BR for BK\n"
					  "Motion PC: do it \xe2\x80\x93 carried 5-0\n"
					  "FEEDBACK dispatch: too loud\nAdjourned: 10:50\n"
					  "Next meeting: Nov 24 10:00\n1.\nall is well\n" };
	(void)state;
	assert_string_equal(take(box, &taking, page, &minutes), "1 feedback item, 1 motion");
	const char *meeting = sandbox_read(box, "cad/meetings/MTG-001.yaml");
	assert_non_null(strstr(meeting, "attendance: [PC, DSP remote, BK delegate BR]"));
	assert_non_null(strstr(meeting, "result: carried\n    for: 5\n    against: 0"));
	assert_non_null(strstr(meeting, "text: do it\n"));
	assert_non_null(strstr(meeting, "from: DSP"));
	assert_non_null(strstr(meeting, "adjourned: 2026-11-17 10:50"));
	assert_non_null(strstr(meeting, "next: 2026-11-24 10:00"));
	assert_non_null(strstr(meeting, "1 all is well"));
	assert_non_null(strstr(meeting, "status: minutes_draft"));
	sandbox_free(box);
}

static void hostile_words_stay_words(void **state)
{
	struct sandbox *box = start();
	struct pmo_minutes minutes;
	char page[2048];
	struct taking taking = { .notes = "ACTION DSP: $(rm -rf ~) `id` \"}]: &x *y !!z #\n"
					  "TAKEAWAY: {a: [b\nISSUE: - 'x\n" };
	(void)state;
	take(box, &taking, page, &minutes);
	assert_int_equal(minutes.made[PMO_MARK_ACTION], 1);
	struct pmo_workspace *workspace = sandbox_open(box);
	const struct pmo_record *record;
	assert_int_equal(pmo_workspace_find(workspace, NULL, "ACT-1", &record), PMO_OK);
	assert_string_equal(pmo_record_text(record, record->schema->title),
			    "$(rm -rf ~) `id` \"}]: &x *y !!z #");
	assert_int_equal(pmo_workspace_find(workspace, NULL, "ISS-1", &record), PMO_OK);
	assert_string_equal(pmo_record_text(record, record->schema->title), "- 'x");
	sandbox_free(box);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mark_becomes_a_record_once),
		cmocka_unit_test(a_corrected_line_corrects_what_it_says_and_no_more),
		cmocka_unit_test(a_decision_below_an_item_decides_what_it_is_about),
		cmocka_unit_test(new_notes_do_not_rename_what_is_only_alike),
		cmocka_unit_test(a_name_that_fits_two_holds_up_nothing_else),
		cmocka_unit_test(who_is_asked_can_choose),
		cmocka_unit_test(attendance_motions_and_the_rest_go_into_the_meeting),
		cmocka_unit_test(hostile_words_stay_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
