/* What is owed: which dates count, how many days they are late, and for whom. */
#include "sandbox.h"

#include "practice/practice.h"

static const char calendar[] = "title: County\n"
			       "holidays:\n"
			       "  - 2026-11-26 Thanksgiving\n"
			       "  - 2026-11-27 Day after Thanksgiving\n";

static struct sandbox *start(void)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", "format: 1\ncalendar: county\n");
	sandbox_write(box, "calendars/county.yaml", calendar);
	sandbox_write(box, "cad/project.yaml", "title: CAD\npm: PM\nsponsor: SPO\n");
	return box;
}

static void set_today(struct sandbox *box, int month, int day)
{
	assert_int_equal(pmo_date_from_civil(2026, month, day, &box->env.today), PMO_OK);
}

static struct pmo_duties gather(struct sandbox *box)
{
	struct pmo_duties duties = { 0 };
	struct pmo_workspace *workspace = sandbox_open(box);
	const struct pmo_project *project = pmo_workspace_project(workspace);
	assert_non_null(project);
	assert_int_equal(pmo_duties_add(workspace, project, &duties), PMO_OK);
	assert_int_equal(pmo_duties_add(workspace, NULL, &duties), PMO_OK);
	pmo_duties_sort(&duties);
	return duties;
}

/* "late ACT-001 due 5 PC; ..." */
static const char *told(struct sandbox *box)
{
	struct pmo_duties duties = gather(box);
	struct pmo_buffer out;
	pmo_buffer_init(&out, sizeof(box->text) - 1);
	for (size_t i = 0; i < duties.count; i++) {
		const struct pmo_duty *duty = &duties.items[i];
		pmo_buffer_add_format(&out, "%s%s %s %s %d%s %s", i ? "; " : "",
				      pmo_duty_state_name(duty->state), duty->record->id,
				      duty->what, duty->days, duty->calendar_days ? "cd" : "",
				      duty->owner ? duty->owner : "-");
	}
	snprintf(box->text, sizeof(box->text), "%s", out.data);
	pmo_buffer_release(&out);
	return box->text;
}

static bool compiles(struct pmo_workspace *workspace, const struct pmo_schema *schema,
		     const char *text)
{
	const struct expr *expr;
	return !text || pmo_expr_compile(text, "row", schema, pmo_workspace_diags(workspace),
					 &expr) == PMO_OK;
}

static bool has_member(const struct pmo_field *field, const char *name)
{
	for (const struct pmo_field *member = field->members; member->name; member++)
		if (!name || strcmp(member->name, name) == 0)
			return true;
	return false;
}

static void every_row_of_the_table_fits_its_register(void **state)
{
	struct sandbox *box = start();
	struct pmo_workspace *workspace = sandbox_open(box);
	(void)state;
	for (const struct duty_row *row = duty_rows; row->register_name; row++) {
		const struct pmo_schema *schema =
			pmo_workspace_schema(workspace, row->register_name);
		assert_non_null(schema);
		assert_true(compiles(workspace, schema, row->when));
		assert_true(compiles(workspace, schema, row->note_when));
		assert_true(compiles(workspace, schema, row->graver));
		if (row->each) {
			int field = pmo_schema_field(schema, row->each);
			assert_true(field >= 0);
			assert_true(has_member(schema->fields[field], row->due));
			assert_true(has_member(schema->fields[field], row->owner));
			assert_true(has_member(schema->fields[field], row->until));
		} else {
			assert_true(compiles(workspace, schema, row->due));
			assert_true(compiles(workspace, schema, row->owner));
		}
		assert_in_range(row->seriousness, PMO_DUTY_MINOR, PMO_DUTY_GRAVE);
	}
	assert_string_equal(sandbox_messages(box), "");
	sandbox_free(box);
}

static void days_begin_on_the_first_working_day_after_the_due_date(void **state)
{
	static const struct {
		int month, day; /* today; the action is due on Wed Nov 25 */
		const char *told;
	} cases[] = {
		{ 11, 20, "later ACT-001 due -3 DSP" }, { 11, 23, "soon ACT-001 due -2 DSP" },
		{ 11, 25, "today ACT-001 due 0 DSP" },  { 11, 26, "today ACT-001 due 0 DSP" },
		{ 11, 29, "today ACT-001 due 0 DSP" },  { 11, 30, "late ACT-001 due 1 DSP" },
		{ 12, 4, "late ACT-001 due 5 DSP" },
	};
	struct sandbox *box = start();
	(void)state;
	sandbox_write(box, "cad/actions.yaml",
		      "ACT-001:\n  title: Roster\n  owner: DSP\n  due: 2026-11-25\n");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		set_today(box, cases[i].month, cases[i].day);
		assert_string_equal(told(box), cases[i].told);
	}
	sandbox_free(box);
}

static void invoices_and_expiries_count_calendar_days(void **state)
{
	struct sandbox *box = start();
	(void)state;
	set_today(box, 11, 29);
	sandbox_write(box, "cad/expenses.yaml",
		      "EXP-001:\n  title: Design\n  status: received\n  amount: 10.00\n"
		      "  due: 2026-11-25\n"
		      "EXP-002:\n  title: Paid\n  status: paid\n  due: 2026-11-25\n");
	sandbox_write(
		box, "vendors.yaml",
		"VEN-001:\n  name: Acme\n  status: active\n  insurance_expires: 2026-12-31\n");
	assert_string_equal(told(box),
			    "late EXP-001 payment 4cd -; soon VEN-001 insurance -32cd -");
	sandbox_free(box);
}

static void what_is_done_or_void_owes_nothing(void **state)
{
	struct sandbox *box = start();
	(void)state;
	sandbox_write(box, "cad/actions.yaml",
		      "ACT-001:\n  title: A\n  status: done\n  due: 2026-11-02\n"
		      "ACT-002:\n  title: B\n  status: void\n  due: 2026-11-02\n"
		      "ACT-003:\n  title: C\n  due: soon\n"
		      "ACT-004:\n  title: D\n");
	assert_string_equal(told(box), "");
	sandbox_free(box);
}

static void an_order_counts_from_its_promise_and_not_from_the_need_too(void **state)
{
	struct sandbox *box = start();
	(void)state;
	sandbox_write(box, "cad/purchases/PUR-001.yaml",
		      "title: Terminals\nstatus: ordered\nowner: FLT\nneeded_by: 2026-09-01\n"
		      "promised: 2026-11-13\nexpected: 2026-12-11\n");
	assert_string_equal(told(box), "late PUR-001 promised 5 FLT");
	struct pmo_duties duties = gather(box);
	assert_string_equal(duties.items[0].note, "promised Nov 13, now Dec 11");
	assert_string_equal(duties.items[0].next, "pmo show PUR-1");
	sandbox_free(box);
}

static void each_reviewer_owes_their_own_answer(void **state)
{
	struct sandbox *box = start();
	(void)state;
	sandbox_write(box, "cad/documents/DOC-001.yaml",
		      "title: Card\nstatus: in_review\nowner: WRT\nreviewers:\n"
		      "  - DSP 2026-11-18 2026-11-17 approve\n"
		      "  - FIR 2026-11-18\n"
		      "  - TRN 2026-11-25\n");
	assert_string_equal(told(box), "late DOC-001 review 2 FIR; soon DOC-001 review -3 TRN");
	sandbox_free(box);
}

static void a_deliverable_in_review_waits_for_us(void **state)
{
	struct sandbox *box = start();
	(void)state;
	sandbox_write(box, "cad/deliverables/DLV-001.yaml",
		      "title: Data\nstatus: in_review\nowner: V1\nacceptor: DSP\n"
		      "due: 2026-11-04\nsubmitted: 2026-11-16\n");
	/* Ten working days, with Thanksgiving between. */
	assert_string_equal(told(box), "soon DLV-001 our review -6 DSP");
	sandbox_free(box);
}

static void the_most_serious_come_first_and_the_oldest_among_them(void **state)
{
	struct sandbox *box = start();
	(void)state;
	sandbox_write(box, "cad/actions.yaml",
		      "ACT-001:\n  title: A\n  owner: A\n  due: 2026-11-18\n"
		      "ACT-002:\n  title: B\n  owner: B\n  due: 2026-10-01\n");
	sandbox_write(box, "cad/decisions/DEC-001.yaml",
		      "title: Q\nstatus: pending\nowner: SPO\ndue: 2026-11-19\n");
	assert_string_equal(told(box), "late DEC-001 decision 1 SPO; late ACT-002 due 36 B; "
				       "late ACT-001 due 2 A");
	sandbox_free(box);
}

static void a_register_of_the_workspaces_own_owes_its_due_date(void **state)
{
	struct sandbox *box = start();
	(void)state;
	sandbox_write(box, "pmo.yaml",
		      "format: 1\nregisters:\n  permit:\n    prefix: PMT\n    plural: permits\n"
		      "    layout: file\n    fields:\n      owner: {to: person}\n"
		      "      due: {type: date}\n    states: {applied: open, granted: closed}\n");
	sandbox_write(box, "cad/permits.yaml",
		      "PMT-001:\n  title: Fiber\n  owner: NET\n  due: 2026-11-13\n"
		      "PMT-002:\n  title: Road\n  status: granted\n  due: 2026-11-13\n");
	assert_string_equal(told(box), "late PMT-001 due 5 NET");
	sandbox_free(box);
}

static void texts_show_dates_and_money_as_people_write_them(void **state)
{
	struct sandbox *box = start();
	const struct pmo_record *record;
	(void)state;
	sandbox_write(box, "cad/expenses.yaml",
		      "EXP-001:\n  title: Design\n  amount: 52000.00\n  due: 2027-01-05\n");
	sandbox_open(box);
	assert_int_equal(pmo_workspace_find(box->workspace, NULL, "exp1", &record), PMO_OK);
	assert_string_equal(pmo_practice_text(record, "{amount} by {due}"),
			    "52,000.00 by Jan 5, 2027");
	assert_string_equal(pmo_practice_text(record, "plain"), "plain");
	assert_null(pmo_practice_text(record, "for {vendor.name}"));
	assert_null(pmo_practice_text(record, "{no such thing (}"));
	assert_null(pmo_practice_text(record, NULL));
	assert_string_equal(pmo_short_id(record), "EXP-1");
	sandbox_free(box);
}

static void who_is_away_is_found_by_the_day(void **state)
{
	struct sandbox *box = start();
	struct pmo_absences absences = { 0 };
	(void)state;
	sandbox_write(box, "people.yaml",
		      "QA:\n  name: Quinn\n  leave:\n    - {from: 2026-11-16, to: 2026-11-27, "
		      "delegate: DSP}\n    - {from: 2027-03-01, to: 2027-03-05}\n"
		      "FAC:\n  name: Fran\n  leave:\n    - {from: 2026-11-23, to: 2026-11-24}\n"
		      "OLD:\n  name: Ola\n  status: departed\n  leave:\n"
		      "    - {from: 2026-11-16, to: 2026-11-27}\n");
	sandbox_open(box);
	assert_int_equal(
		pmo_absences_find(box->workspace, box->env.today, box->env.today + 5, &absences),
		PMO_OK);
	assert_int_equal(absences.count, 2);
	assert_string_equal(absences.items[0].person->id, "QA");
	assert_string_equal(absences.items[0].delegate, "DSP");
	assert_string_equal(absences.items[1].person->id, "FAC");
	assert_null(absences.items[1].delegate);
	sandbox_free(box);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_of_the_table_fits_its_register),
		cmocka_unit_test(days_begin_on_the_first_working_day_after_the_due_date),
		cmocka_unit_test(invoices_and_expiries_count_calendar_days),
		cmocka_unit_test(what_is_done_or_void_owes_nothing),
		cmocka_unit_test(an_order_counts_from_its_promise_and_not_from_the_need_too),
		cmocka_unit_test(each_reviewer_owes_their_own_answer),
		cmocka_unit_test(a_deliverable_in_review_waits_for_us),
		cmocka_unit_test(the_most_serious_come_first_and_the_oldest_among_them),
		cmocka_unit_test(a_register_of_the_workspaces_own_owes_its_due_date),
		cmocka_unit_test(texts_show_dates_and_money_as_people_write_them),
		cmocka_unit_test(who_is_away_is_found_by_the_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
