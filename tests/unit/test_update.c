/* Updates as a whole: what people ask for, and what then stands in the files. */
#include "sandbox.h"

#include "store/draft.h"

static const char config[] =
	"format: 1\n"
	"registers:\n"
	"  permit:\n"
	"    plural: permits\n"
	"    prefix: PMT\n"
	"    layout: file\n"
	"    fields:\n"
	"      authority: text\n"
	"      fee: money\n"
	"      due: {type: date, tracked: true}\n"
	"      issued: date\n"
	"      inspections: {type: struct, list: true,\n"
	"        members: {on: date, result: {type: choice, choices: [pass, fail]}},\n"
	"        brief: on result?}\n"
	"    states: {wanted: open, applied: open, granted: closed, refused: closed}\n"
	"    moves:\n"
	"      apply: {from: wanted, to: applied, needs: [authority]}\n"
	"      grant: {from: applied, to: granted, sets: {issued: today}}\n"
	"      refuse: {from: applied, to: refused, needs: [note]}\n";

static const struct pmo_update_options plain = { .on = PMO_DATE_NONE };

static int set_up(void **state)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", config);
	sandbox_write(box, "cadup/project.yaml", "title: CAD upgrade\n");
	*state = box;
	return 0;
}

static int tear_down(void **state)
{
	sandbox_free(*state);
	return 0;
}

static enum pmo_result add(struct sandbox *box, const char *const *assignments)
{
	struct pmo_update *update;
	struct pmo_draft *draft;
	const struct pmo_project *project;
	struct pmo_workspace *workspace = sandbox_open(box);
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "permit");
	enum pmo_result result = pmo_workspace_need_project(workspace, &project);
	if (result == PMO_OK)
		result = pmo_update_begin(workspace, &plain, &update);
	if (result == PMO_OK)
		result = pmo_update_add(update, project, schema, NULL, &draft);
	for (; result == PMO_OK && *assignments; assignments++)
		result = pmo_draft_assign(draft, *assignments);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	pmo_update_end(update);
	return result;
}

struct change {
	const char *id, *verb, *assignment, *note;
};

static enum pmo_result change(struct sandbox *box, const struct change *what)
{
	struct pmo_update *update = NULL;
	struct pmo_draft *draft;
	const struct pmo_record *record;
	struct pmo_update_options options = { .on = PMO_DATE_NONE, .note = what->note };
	struct pmo_workspace *workspace = sandbox_open(box);
	enum pmo_result result = pmo_update_begin(workspace, &options, &update);
	if (result == PMO_OK)
		result = pmo_workspace_find(workspace, NULL, what->id, &record);
	if (result == PMO_OK)
		result = pmo_update_edit(update, record, &draft);
	if (result == PMO_OK && what->assignment)
		result = pmo_draft_assign(draft, what->assignment);
	if (result == PMO_OK && what->verb)
		result = pmo_draft_move(draft, what->verb);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	pmo_update_end(update);
	return result;
}

static void a_new_record_gets_the_next_id_and_its_fields_in_order(void **state)
{
	struct sandbox *box = *state;
	const char *const first[] = { "fee=$1,250", "title=Fiber permit", "due=fri", NULL };
	const char *const second[] = { "title=Street closure", NULL };
	assert_int_equal(add(box, first), PMO_OK);
	assert_int_equal(add(box, second), PMO_OK);
	assert_string_equal(sandbox_read(box, "cadup/permits.yaml"), "PMT-001:\n"
								     "  title: Fiber permit\n"
								     "  fee: 1250.00\n"
								     "  due: 2026-11-27\n"
								     "  created: 2026-11-20\n"
								     "  created_by: PC\n"
								     "\n"
								     "PMT-002:\n"
								     "  title: Street closure\n"
								     "  created: 2026-11-20\n"
								     "  created_by: PC\n");
}

static void a_changed_field_changes_one_line(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, "cadup/permits.yaml",
		      "# permits we wait for\n\nPMT-001:\n  title: Fiber   # PC asked twice\n"
		      "  fee: 10.00\nPMT-002:  # the other\n  title: Street\n");
	struct change what = { .id = "pmt2", .assignment = "title=Street closure" };
	assert_int_equal(change(box, &what), PMO_OK);
	assert_string_equal(sandbox_read(box, "cadup/permits.yaml"),
			    "# permits we wait for\n\nPMT-001:\n  title: Fiber   # PC asked twice\n"
			    "  fee: 10.00\nPMT-002:  # the other\n  title: Street closure\n");
}

static void a_tracked_field_leaves_a_line_in_history(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, "cadup/permits.yaml", "PMT-001:\n  title: Fiber\n  due: 2026-11-13\n");
	struct change what = { .id = "PMT-1",
			       .assignment = "due=2026-12-01",
			       .note = "they moved it" };
	assert_int_equal(change(box, &what), PMO_OK);
	assert_string_equal(sandbox_read(box, "cadup/permits.yaml"),
			    "PMT-001:\n  title: Fiber\n  due: 2026-12-01\n  history:\n"
			    "    - 2026-11-20 due 2026-11-13>2026-12-01 PC: they moved it\n");
}

static void a_verb_walks_over_the_states_between(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, "cadup/permits.yaml", "PMT-001:\n  title: Fiber\n");
	struct change what = { .id = "PMT-1", .verb = "grant" };
	assert_int_equal(change(box, &what), PMO_REFUSED);
	assert_non_null(strstr(sandbox_messages(box),
			       "PMT-001 cannot grant: first 'apply', and it needs authority"));
	what.assignment = "authority=City";
	assert_int_equal(change(box, &what), PMO_OK);
	assert_string_equal(sandbox_read(box, "cadup/permits.yaml"),
			    "PMT-001:\n  title: Fiber\n  status: granted\n  authority: City\n"
			    "  issued: 2026-11-20\n  history:\n"
			    "    - 2026-11-20 wanted>granted via applied PC\n");
}

static void voiding_needs_a_reason(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, "cadup/permits.yaml", "PMT-001:\n  title: Fiber\n");
	struct change what = { .id = "PMT-1", .verb = "void" };
	assert_int_equal(change(box, &what), PMO_REFUSED);
	what.note = "entered twice";
	assert_int_equal(change(box, &what), PMO_OK);
	assert_non_null(strstr(sandbox_read(box, "cadup/permits.yaml"),
			       "- 2026-11-20 wanted>void PC: entered twice\n"));
}

static void items_of_lists_are_named_by_key_and_by_number(void **state)
{
	static const struct {
		const char *assignment, *expected;
	} cases[] = {
		{ "inspections+=2026-11-18 pass", "  inspections: [2026-11-18 pass]\n" },
		{ "inspections+=on=fri result=fail",
		  "  inspections: [2026-11-18 pass, 2026-11-27 fail]\n" },
		{ "inspections.2026-11-27.result=pass",
		  "  inspections: [2026-11-18 pass, 2026-11-27 pass]\n" },
		{ "inspections.1.on=2026-11-17",
		  "  inspections: [2026-11-17 pass, 2026-11-27 pass]\n" },
		{ "inspections-=1", "  inspections: [2026-11-27 pass]\n" },
		{ "inspections-=2026-11-27", "PMT-001:\n  title: Fiber\n" },
		{ "tags+=a", "  tags: [a]\n" },
		{ "tags=b, c", "  tags: [b, c]\n" },
		{ "tags-=b", "  tags: [c]\n" },
		{ "notes+=called", "    - 2026-11-20 PC: called\n" },
	};
	struct sandbox *box = *state;
	sandbox_write(box, "cadup/permits.yaml", "PMT-001:\n  title: Fiber\n");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct change what = { .id = "PMT-1", .assignment = cases[i].assignment };
		enum pmo_result result = change(box, &what);
		if (result != PMO_OK ||
		    !strstr(sandbox_read(box, "cadup/permits.yaml"), cases[i].expected))
			fail_msg("%s: %s %s\n%s", cases[i].assignment, pmo_result_name(result),
				 sandbox_messages(box), sandbox_read(box, "cadup/permits.yaml"));
	}
}

static void a_wrong_value_is_refused_with_what_was_expected(void **state)
{
	static const struct {
		const char *assignment, *message;
	} cases[] = {
		{ "fee=plenty", "fee: 'plenty' is not an amount such as 12500.00" },
		{ "due=sometime", "due: 'sometime' is not a date such as 2026-11-20, fri or +5d" },
		{ "fe=3", "permit has no field 'fe'" },
		{ "links+=RSK-99", "links 'RSK-99' is no record here" },
		{ "inspections.7.result=pass", "inspections has no item '7'" },
		{ "just words", "expected field=value" },
		{ "history+=x", "history is written by pmo" },
		{ "status=lost",
		  "status: 'lost' is not one of wanted, applied, granted, refused or void" },
	};
	struct sandbox *box = *state;
	sandbox_write(box, "cadup/permits.yaml", "PMT-001:\n  title: Fiber\n");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct change what = { .id = "PMT-1", .assignment = cases[i].assignment };
		assert_true(change(box, &what) != PMO_OK);
		if (!strstr(sandbox_messages(box), cases[i].message))
			fail_msg("%s: %s", cases[i].assignment, box->text);
		assert_string_equal(sandbox_read(box, "cadup/permits.yaml"),
				    "PMT-001:\n  title: Fiber\n");
	}
}

static void undo_takes_back_the_last_command_exactly(void **state)
{
	struct sandbox *box = *state;
	struct pmo_undo_item item;
	const char *const first[] = { "title=Fiber permit", NULL };
	assert_int_equal(add(box, first), PMO_OK);
	assert_int_equal(pmo_undo_last(sandbox_open(box), &item), PMO_OK);
	assert_string_equal(sandbox_read(box, "cadup/permits.yaml"), "");
	assert_int_equal(item.files, 1);
}

static void setting_what_is_there_writes_nothing(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, "cadup/permits.yaml", "PMT-001:\n  title:   Fiber\n");
	struct change what = { .id = "PMT-1", .assignment = "title=Fiber" };
	assert_int_equal(change(box, &what), PMO_OK);
	assert_string_equal(sandbox_read(box, "cadup/permits.yaml"),
			    "PMT-001:\n  title:   Fiber\n");
	struct pmo_undo_item *items;
	size_t count;
	assert_int_equal(pmo_undo_list(sandbox_open(box), &items, &count), PMO_OK);
	assert_int_equal(count, 0);
}

static void a_bad_record_hides_no_other_and_can_be_mended(void **state)
{
	struct sandbox *box = *state;
	struct pmo_records records;
	sandbox_write(box, "cadup/permits.yaml",
		      "PMT-001:\n  title: Fiber\n  fee: much\nPMT-002:\n\ttitle: x\n"
		      "PMT-003:\n  title: Street\n");
	struct pmo_workspace *workspace = sandbox_open(box);
	const struct pmo_project *project;
	assert_int_equal(pmo_workspace_need_project(workspace, &project), PMO_OK);
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "permits");
	assert_int_equal(pmo_workspace_records(workspace, project, schema, &records), PMO_OK);
	assert_int_equal(records.count, 2);
	assert_non_null(strstr(sandbox_messages(box), "cadup/permits.yaml:5:1: error: a tab"));
	struct change what = { .id = "PMT-3", .assignment = "fee=5" };
	assert_int_equal(change(box, &what), PMO_OK);
	what = (struct change){ .id = "PMT-1", .assignment = "fee=7" };
	assert_int_equal(change(box, &what), PMO_OK);
	assert_string_equal(sandbox_read(box, "cadup/permits.yaml"),
			    "PMT-001:\n  title: Fiber\n  fee: 7.00\nPMT-002:\n\ttitle: x\n"
			    "PMT-003:\n  title: Street\n  fee: 5.00\n");
}

static void evidence_is_kept_with_its_hash(void **state)
{
	struct sandbox *box = *state;
	struct pmo_update *update;
	struct pmo_draft *draft;
	const struct pmo_record *record;
	struct pmo_attachment mail = { "../mail from city.eml", "hello\n", 6, "the answer" };
	sandbox_write(box, "cadup/permits.yaml", "PMT-001:\n  title: Fiber\n");
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(pmo_update_begin(workspace, &plain, &update), PMO_OK);
	assert_int_equal(pmo_workspace_find(workspace, NULL, "PMT-1", &record), PMO_OK);
	assert_int_equal(pmo_update_edit(update, record, &draft), PMO_OK);
	assert_int_equal(pmo_draft_attach(draft, &mail), PMO_OK);
	assert_int_equal(pmo_update_commit(update), PMO_OK);
	pmo_update_end(update);
	assert_string_equal(sandbox_read(box, "cadup/files/PMT-001-mail_from_city.eml"), "hello\n");
	assert_non_null(
		strstr(sandbox_read(box, "cadup/permits.yaml"),
		       "sha256: 5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_new_record_gets_the_next_id_and_its_fields_in_order, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_changed_field_changes_one_line, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(a_tracked_field_leaves_a_line_in_history, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(a_verb_walks_over_the_states_between, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(voiding_needs_a_reason, set_up, tear_down),
		cmocka_unit_test_setup_teardown(items_of_lists_are_named_by_key_and_by_number,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_wrong_value_is_refused_with_what_was_expected,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(undo_takes_back_the_last_command_exactly, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(setting_what_is_there_writes_nothing, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(a_bad_record_hides_no_other_and_can_be_mended,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(evidence_is_kept_with_its_hash, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
