/* Assignments as people type them: what each does to the lines of a record. */
#include "permits.h"

struct done {
	const char *before, *assignment, *after; /* the fields behind the title */
};

static void check_done(struct sandbox *box, const struct done *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		enum pmo_result result = assign_to(box, cases[i].before, cases[i].assignment);
		char expected[4096];
		snprintf(expected, sizeof(expected), "PMT-001:\n  title: Fiber\n%s",
			 cases[i].after);
		if (result != PMO_OK)
			fail_msg("%s: %s: %s", cases[i].assignment, pmo_result_name(result),
				 sandbox_messages(box));
		if (strcmp(sandbox_read(box, PERMITS), expected) != 0)
			fail_msg("%s:\n%s", cases[i].assignment, box->text);
	}
}

#define CHECK_DONE(state, cases) check_done(state, cases, sizeof(cases) / sizeof(cases[0]))

static void every_kind_is_understood_and_written_in_one_form(void **state)
{
	static const struct done cases[] = {
		{ "", "fee=$12,500", "  fee: 12500.00\n" },
		{ "", "share=45%", "  share: 45\n" },
		{ "", "count=3", "  count: 3\n" },
		{ "", "rate=1.10", "  rate: 1.10\n" },
		{ "  rate: 1.1\n", "rate=1.10", "  rate: 1.10\n" },
		{ "", "urgent=y", "  urgent: yes\n" },
		{ "", "phase=in-r", "  phase: in_review\n" },
		{ "", "phase=DONE", "  phase: done\n" },
		{ "", "effort=3 days", "  effort: 3d\n" },
		{ "", "starts=fri 14:00", "  starts: 2026-11-27 14:00\n" },
		{ "", "issued=fri", "  issued: 2026-11-27\n" },
		{ "", "lead=dsp", "  lead: DSP\n" },
		{ "", "owner=dee", "  owner: DSP\n" },
		{ "", "lead=me", "  lead: PC\n" },
		{ "", "authority=no", "  authority: \"no\"\n" },
		{ "", "authority=a: b #c", "  authority: \"a: b #c\"\n" },
		{ "", "authority=x=y=z", "  authority: x=y=z\n" },
		{ "", "authority='quoted'", "  authority: \"'quoted'\"\n" },
	};
	CHECK_DONE(*state, cases);
}

static void an_empty_value_takes_the_field_away(void **state)
{
	static const struct done cases[] = {
		{ "  fee: 1.00  # paid\n  rate: 2\n", "fee=", "  rate: 2\n" },
		{ "  rate: 2\n", "fee=", "  rate: 2\n" },
		{ "  tags: [a, b]\n", "tags=", "" },
		{ "  tags:\n    - a\n    - b\n", "tags=", "" },
		{ "  assignee: DSP\n", "lead=", "" },
		{ "  inspections: [2026-11-18 pass]\n",
		  "inspections.1.result=", "  inspections: [2026-11-18]\n" },
		{ "  inspections: [2026-11-18 pass]\n", "inspections.1=", "" },
		{ "  inspections: [2026-11-18 pass, 2026-11-19]\n",
		  "inspections.2=", "  inspections: [2026-11-18 pass]\n" },
		{ "  receipts:\n    - vendor: X\n      qty: 3\n",
		  "receipts.1.qty=", "  receipts:\n    - vendor: X\n" },
	};
	CHECK_DONE(*state, cases);
}

static void a_field_under_a_former_name_stays_there(void **state)
{
	static const struct done cases[] = {
		{ "  assignee: PC  # since May\n", "lead=DSP", "  assignee: DSP  # since May\n" },
		{ "  inspections:\n    - on: 2026-11-18\n      comment: wet\n",
		  "inspections.1.remark=dry",
		  "  inspections:\n    - on: 2026-11-18\n      comment: dry\n" },
	};
	CHECK_DONE(*state, cases);
}

static void lists_change_item_by_item_in_every_style(void **state)
{
	static const struct done cases[] = {
		{ "  tags: [a, b]\n", "tags+=c", "  tags: [a, b, c]\n" },
		{ "  tags: [a, b]\n", "tags+=B", "  tags: [a, b]\n" },
		{ "  tags: a\n", "tags+=b", "  tags: [a, b]\n" },
		{ "  tags: a\n", "tags-=a", "" },
		{ "  tags: []\n", "tags+=b", "  tags: [b]\n" },
		{ "  tags: [a, b]\n", "tags-=2", "  tags: [a]\n" },
		{ "  tags: [2024, 2025]\n", "tags-=2025", "  tags: [2024]\n" },
		{ "  tags: [a, b]\n", "tags=c, a", "  tags: [c, a]\n" },
		{ "  tags: [cjis]\n", "tags=CJIS", "  tags: [CJIS]\n" },
		{ "", "tags=\"a, b\", c ,, 'd'", "  tags: [\"a, b\", c, d]\n" },
		{ "  tags:\n    - a  # first\n    # about b\n    - b\n    - c\n", "tags-=b",
		  "  tags:\n    - a  # first\n    - c\n" },
		{ "  tags:\n    - a  # first\n    - b\n", "tags=a, d",
		  "  tags:\n    - a  # first\n    - d\n" },
		{ "  tags: [\n    a,  # first\n    b ]\n", "tags+=c",
		  "  tags: [\n    a,  # first\n    b, c ]\n" },
		{ "  needs: [PMT-001]\n", "needs-=pmt1", "" },
	};
	CHECK_DONE(*state, cases);
}

static void structures_change_member_by_member_in_every_form(void **state)
{
	static const struct done cases[] = {
		{ "", "inspections+=2026-11-18 pass", "  inspections: [2026-11-18 pass]\n" },
		{ "", "inspections+=on=fri result=fail", "  inspections: [2026-11-27 fail]\n" },
		{ "", "inspections+=on=fri remark=\"wet result=no, and cold\"",
		  "  inspections:\n    - on: 2026-11-27\n      remark: wet result=no, and cold\n" },
		{ "  inspections: 2026-11-18 pass\n", "inspections.1.result=fail",
		  "  inspections: 2026-11-18 fail\n" },
		{ "  inspections: 2026-11-18 pass\n", "inspections.2026-11-18.on=2026-11-19",
		  "  inspections: 2026-11-19 pass\n" },
		{ "  inspections:\n    - 2026-11-18 pass  # rain\n    - 2026-11-19\n",
		  "inspections.2.result=fail",
		  "  inspections:\n    - 2026-11-18 pass  # rain\n    - 2026-11-19 fail\n" },
		{ "  inspections:\n    - {on: 2026-11-18, result: pass}\n",
		  "inspections.1.result=fail",
		  "  inspections:\n    - {on: 2026-11-18, result: fail}\n" },
		{ "  inspections:\n    - on: 2026-11-18  # rain\n", "inspections.1.result=fail",
		  "  inspections:\n    - on: 2026-11-18  # rain\n      result: fail\n" },
		{ "  receipts:\n    - vendor: X\n      qty: 3\n", "receipts.1.qty=4",
		  "  receipts:\n    - vendor: X\n      qty: 4\n" },
		{ "  receipts:\n    - vendor: X\n      qty: 3\n", "receipts.x.serials+=A1",
		  "  receipts:\n    - vendor: X\n      qty: 3\n      serials: [A1]\n" },
		{ "  receipts:\n    - vendor: X\n      serials: A0\n", "receipts.1.serials+=A1",
		  "  receipts:\n    - vendor: X\n      serials: [A0, A1]\n" },
		{ "  receipts:\n    - vendor: X\n      serials: [A0, A1]\n",
		  "receipts.1.serials+=A2",
		  "  receipts:\n    - vendor: X\n      serials: [A0, A1, A2]\n" },
		{ "  receipts:\n    - vendor: X\n      serials: [A0, A1]\n",
		  "receipts.1.serials-=A0", "  receipts:\n    - vendor: X\n      serials: [A1]\n" },
		{ "  receipts:\n    - vendor: X\n      serials: [A0]\n", "receipts.1.serials-=A0",
		  "  receipts:\n    - vendor: X\n" },
		{ "  receipts:\n    - vendor: X\n", "receipts.1.serials=A0, A1",
		  "  receipts:\n    - vendor: X\n      serials: [A0, A1]\n" },
		{ "  receipts:\n    - vendor: X\n", "receipts+=vendor=X",
		  "  receipts:\n    - vendor: X\n    - vendor: X\n" },
		{ "  receipts:\n    - vendor: X\n    - vendor: Y\n", "receipts-=x",
		  "  receipts:\n    - vendor: Y\n" },
	};
	CHECK_DONE(*state, cases);
}

static void what_stands_there_in_another_form_is_never_lost(void **state)
{
	static const struct done cases[] = {
		{ "  receipts:\n    - vendor: X\n      serials: {a: b}\n", "receipts.1.serials+=A1",
		  "  receipts:\n    - vendor: X\n      serials: [{a: b}, A1]\n" },
		{ "  receipts:\n    vendor: X\n", "receipts+=vendor=Z",
		  "  receipts:\n    - vendor: X\n    - vendor: Z\n" },
		{ "  needs: PMT-001 PMT-001\n", "needs+=PMT-1",
		  "  needs: [PMT-001 PMT-001, PMT-001]\n" },
		{ "  notes: called\n", "notes+=again",
		  "  notes:\n    - called\n    - 2026-11-20 PC: again\n" },
	};
	CHECK_DONE(*state, cases);
}

static void tracked_fields_leave_one_line_each_whatever_they_hold(void **state)
{
	static const struct done cases[] = {
		{ "  words: [a]\n", "words+=b",
		  "  words: [a, b]\n  history:\n    - 2026-11-20 words a>a, b PC\n" },
		{ "  words: [a]\n", "words=A",
		  "  words: [A]\n  history:\n    - 2026-11-20 words a>A PC\n" },
		{ "  about: |\n    two\n    lines\n", "about=one",
		  "  about: one\n  history:\n    - 2026-11-20 about two lines >one PC\n" },
		{ "  due: 2026-11-20\n",
		  "due=", "  history:\n    - 2026-11-20 due 2026-11-20>none PC\n" },
	};
	CHECK_DONE(*state, cases);
}

static void a_refused_assignment_says_why_and_changes_nothing(void **state)
{
	static const struct {
		const char *before, *assignment;
		enum pmo_result result;
		const char *message;
	} cases[] = {
		{ "", "=x", PMO_USAGE, "expected field=value" },
		{ "", "a..b=x", PMO_USAGE, "expected field.item.member=value" },
		{ "", "a.b.c.d.e.f.g.h=x", PMO_USAGE, "expected field.item.member=value" },
		{ "", "lea=x", PMO_USAGE, "permit has no field 'lea'" },
		{ "", "paid=3", PMO_REFUSED, "paid is computed: fee * 2" },
		{ "", "fee+=3", PMO_REFUSED, "fee is no list" },
		{ "", "fee-=3", PMO_REFUSED, "fee is no list" },
		{ "", "fee.1=3", PMO_USAGE, "fee has no field '1'" },
		{ "", "count=6", PMO_INVALID, "count: '6' is not a whole number (1..5)" },
		{ "", "count=0", PMO_INVALID, "count: '0' is not" },
		{ "", "phase=in", PMO_INVALID, "in_review, in_print or done" },
		{ "", "authority=two\nlines", PMO_INVALID, "text on one line" },
		{ "", "authority=\xff", PMO_INVALID, "text on one line" },
		{ "", "tags-=x", PMO_NOT_FOUND, "tags has no item 'x'" },
		{ "", "notes=x", PMO_REFUSED, "notes keeps its lines" },
		{ "", "notes+=", PMO_REFUSED, "notes needs a text" },
		{ "", "history=x", PMO_REFUSED, "history is written by pmo" },
		{ "", "lead=NOBODY", PMO_INVALID, "lead 'NOBODY' is no person" },
		{ "", "lead=DSX", PMO_INVALID, "is no person" },
		{ "", "needs=PMT-1, PMT-9", PMO_INVALID, "needs 'PMT-9' is no permit" },
		{ "", "inspections+= ", PMO_INVALID, "inspections: ' ' is not 'on result?'" },
		{ "", "inspections+=on=fri color=red", PMO_INVALID, "inspections:" },
		{ "  inspections: [garbage]\n", "inspections.1.remark=x", PMO_INVALID,
		  "inspections: 'garbage' cannot be taken apart" },
		{ "  inspections: [2026-11-18]\n", "inspections.1.color=x", PMO_USAGE,
		  "inspections has no field 'color'" },
		{ "", "status=granted", PMO_REFUSED,
		  "PMT-001 cannot grant: first 'apply', and it needs authority" },
		{ "", "status=Granted", PMO_REFUSED,
		  "PMT-001 cannot grant: first 'apply', and it needs authority" },
		{ "", "status=gran", PMO_REFUSED,
		  "PMT-001 cannot grant: first 'apply', and it needs authority" },
		{ "  status: granted\n", "status=", PMO_REFUSED,
		  "PMT-001 cannot reopen: it needs a reason" },
		{ "", "status=void", PMO_REFUSED, "it needs a reason" },
		{ "", "status+=applied", PMO_REFUSED, "status is no list" },
	};
	struct sandbox *box = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char expected[4096];
		enum pmo_result result = assign_to(box, cases[i].before, cases[i].assignment);
		snprintf(expected, sizeof(expected), "PMT-001:\n  title: Fiber\n%s",
			 cases[i].before);
		if (result != cases[i].result || !strstr(sandbox_messages(box), cases[i].message))
			fail_msg("%s: %s: %s", cases[i].assignment, pmo_result_name(result),
				 box->text);
		assert_string_equal(sandbox_read(box, PERMITS), expected);
	}
}

static void a_state_is_reached_by_its_move_alone(void **state)
{
	struct sandbox *box = *state;
	assert_int_equal(assign_to(box, "  authority: City\n", "status=Applied"), PMO_OK);
	assert_string_equal(sandbox_read(box, PERMITS),
			    "PMT-001:\n  title: Fiber\n  status: applied\n  authority: City\n"
			    "  history:\n    - 2026-11-20 wanted>applied PC\n");
	assert_int_equal(assign_to(box, "  status: lost\n", "status=wanted"), PMO_OK);
	assert_string_equal(sandbox_read(box, PERMITS),
			    "PMT-001:\n  title: Fiber\n  status: wanted\n");
}

static void a_failed_assignment_leaves_the_draft_as_it_was(void **state)
{
	struct sandbox *box = *state;
	struct pmo_update *update;
	struct pmo_draft *draft;
	const struct pmo_record *record;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: Fiber\n");
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(pmo_update_begin(workspace, &plain_options, &update), PMO_OK);
	assert_int_equal(pmo_workspace_find(workspace, NULL, "pmt1", &record), PMO_OK);
	assert_int_equal(pmo_update_edit(update, record, &draft), PMO_OK);
	assert_int_equal(pmo_draft_set(draft, pmo_schema_field(record->schema, "fee"), "6"),
			 PMO_OK);
	assert_int_equal(pmo_draft_assign(draft, "count=9"), PMO_INVALID);
	assert_int_equal(pmo_draft_move(draft, "grant"), PMO_REFUSED);
	assert_int_equal(pmo_draft_append(draft, pmo_schema_field(record->schema, "tags"), "x"),
			 PMO_OK);
	assert_string_equal(pmo_draft_text(draft),
			    "PMT-001:\n  title: Fiber\n  fee: 6.00\n  tags: [x]\n");
	assert_string_equal(pmo_draft_old_text(draft), "PMT-001:\n  title: Fiber\n");
	assert_int_equal(pmo_update_commit(update), PMO_OK);
	pmo_update_end(update);
}

static void values_from_elsewhere_are_taken_as_they_stand(void **state)
{
	struct sandbox *box = *state;
	struct pmo_update_options imported = { .on = PMO_DATE_NONE, .as_imported = true };
	struct attempt what = { .assignments = { "title=X", "lead=NOBODY", "status=granted" },
				.options = &imported };
	assert_int_equal(try_out(box, &what), PMO_OK);
	assert_string_equal(sandbox_read(box, PERMITS),
			    "PMT-001:\n  title: X\n  status: granted\n  lead: NOBODY\n");
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, permits_set_up, permits_tear_down)
	const struct CMUnitTest tests[] = {
		CASE(every_kind_is_understood_and_written_in_one_form),
		CASE(an_empty_value_takes_the_field_away),
		CASE(a_field_under_a_former_name_stays_there),
		CASE(lists_change_item_by_item_in_every_style),
		CASE(structures_change_member_by_member_in_every_form),
		CASE(what_stands_there_in_another_form_is_never_lost),
		CASE(tracked_fields_leave_one_line_each_whatever_they_hold),
		CASE(a_refused_assignment_says_why_and_changes_nothing),
		CASE(a_state_is_reached_by_its_move_alone),
		CASE(a_failed_assignment_leaves_the_draft_as_it_was),
		CASE(values_from_elsewhere_are_taken_as_they_stand),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
