/* Finding records by what people call them. */
#include "permits.h"

static int set_up(void **state)
{
	permits_set_up(state);
	struct sandbox *box = *state;
	sandbox_write(box, "cadup/plan.yaml",
		      "TSK-001:\n  title: A\n  wbs: 5.4\nMS-002:\n  title: B\n"
		      "  wbs: 5.4\nTSK-014:\n  title: C\n  wbs: 6.1.2\n");
	sandbox_write(box, "cadup/risks/RSK-003.yaml", "title: R\n\nowner: DSP\n");
	sandbox_write(box, "cadup/permits.yaml",
		      "PMT-001:\n  title: A\nPMT-002:\n  title: B\n"
		      "PMT-002:\n  title: C\n");
	sandbox_write(box, "netref/project.yaml", "title: Network\n");
	sandbox_write(box, "netref/plan.yaml", "TSK-012:\n  title: N\n");
	sandbox_write(box, "netref/permits.yaml", "PMT-009:\n  title: N\n\n\n\n\n\n\n\nPMT-010:\n");
	box->env.project = "cadup";
	return 0;
}

static void every_way_to_say_which_record_is_understood(void **state)
{
	static const struct {
		const char *schema, *text, *id; /* NULL: any register */
	} cases[] = {
		{ NULL, "RSK-003", "RSK-003" },
		{ NULL, "rsk3", "RSK-003" },
		{ NULL, "RSK-3", "RSK-003" },
		{ "risk", "3", "RSK-003" },
		{ "risk", "003", "RSK-003" },
		{ NULL, "5.4", "TSK-001" },
		{ "milestone", "5.4", "MS-002" },
		{ "task", "6.1.2", "TSK-014" },
		{ NULL, "netref/TSK-012", "TSK-012" },
		{ NULL, "NetRef/tsk12", "TSK-012" },
		{ NULL, "DSP", "DSP" },
		{ NULL, "dsp", "DSP" },
		{ NULL, "dee", "DSP" },
		{ "person", "Dsp", "DSP" },
		{ NULL, "netref/DSP", "DSP" },
		{ NULL, "netref", "netref" },
		{ "project", "CADUP", "cadup" },
		{ NULL, "plan.yaml:5", "MS-002" },
		{ NULL, "cadup/plan.yaml:4:3", "MS-002" },
		{ NULL, "netref/plan.yaml:1", "TSK-012" },
		{ NULL, "permits.yaml:6", "PMT-002" },
		{ NULL, "risks/RSK-003.yaml:2", "RSK-003" },
		{ NULL, "RSK-003.yaml:1", "RSK-003" },
		{ NULL, "people.yaml:2", "PC" },
		{ NULL, "cadup/project.yaml:1", "cadup" },
	};
	struct sandbox *box = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct pmo_record *record;
		struct pmo_workspace *workspace = sandbox_open(box);
		const struct pmo_schema *schema =
			cases[i].schema ? pmo_workspace_schema(workspace, cases[i].schema) : NULL;
		enum pmo_result result =
			pmo_workspace_find(workspace, schema, cases[i].text, &record);
		if (result != PMO_OK)
			fail_msg("%s: %s", cases[i].text, sandbox_messages(box));
		if (strcmp(record->id, cases[i].id) != 0)
			fail_msg("%s: %s", cases[i].text, record->id);
	}
}

static void what_is_not_there_is_told_with_the_nearest(void **state)
{
	static const struct {
		const char *schema, *text;
		enum pmo_result result;
		const char *message, *hint;
	} cases[] = {
		{ NULL, "RSK-4", PMO_NOT_FOUND, "there is no record 'RSK-4'", NULL },
		{ NULL, "RSK-004", PMO_NOT_FOUND, "there is no record 'RSK-004'",
		  "nearest is RSK-003" },
		{ "person", "DPS", PMO_NOT_FOUND, "there is no person 'DPS'", "nearest is DSP" },
		{ "risk", "DSP", PMO_NOT_FOUND, "there is no risk 'DSP'", "pmo risk list --all" },
		{ "risk", "9999999999", PMO_NOT_FOUND, "there is no risk", NULL },
		{ NULL, "RSK-99999999999999999999", PMO_NOT_FOUND, "there is no record", NULL },
		{ NULL, "nothing/RSK-3", PMO_NOT_FOUND, "there is no record", NULL },
		{ NULL, "", PMO_NOT_FOUND, "there is no record ''", NULL },
		{ NULL, "1.1", PMO_NOT_FOUND, "there is no record '1.1'", NULL },
		{ "risk", "5.4", PMO_NOT_FOUND, "there is no risk '5.4'", NULL },
		{ NULL, "permits.yaml:99", PMO_NOT_FOUND, "there is no record", NULL },
		{ NULL, "permits.yaml:10", PMO_NOT_FOUND, "there is no record", NULL },
		{ NULL, "mits.yaml:1", PMO_NOT_FOUND, "there is no record", NULL },
		{ "risk", "permits.yaml:1", PMO_NOT_FOUND, "there is no risk", NULL },
		{ NULL, ":3", PMO_NOT_FOUND, "there is no record", NULL },
		{ NULL, "PMT-2", PMO_USAGE, "there are two records PMT-002",
		  "name it by file and line" },
	};
	struct sandbox *box = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct pmo_record *record;
		struct pmo_workspace *workspace = sandbox_open(box);
		const struct pmo_schema *schema =
			cases[i].schema ? pmo_workspace_schema(workspace, cases[i].schema) : NULL;
		enum pmo_result result =
			pmo_workspace_find(workspace, schema, cases[i].text, &record);
		if (result != cases[i].result || !strstr(sandbox_messages(box), cases[i].message))
			fail_msg("%s: %s %s", cases[i].text, pmo_result_name(result), box->text);
		if (cases[i].hint && !strstr(box->diags.last->hint, cases[i].hint))
			fail_msg("%s: %s", cases[i].text, box->diags.last->hint);
	}
}

static void without_a_project_one_has_to_say_which(void **state)
{
	struct sandbox *box = *state;
	const struct pmo_record *record;
	box->env.project = NULL;
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(pmo_workspace_find(workspace, NULL, "RSK-3", &record), PMO_USAGE);
	assert_int_equal(pmo_workspace_find(workspace, NULL, "cadup/RSK-3", &record), PMO_OK);
	assert_int_equal(pmo_workspace_find(workspace, NULL, "DSP", &record), PMO_OK);
	assert_int_equal(pmo_workspace_find(workspace, NULL, "netref/permits.yaml:10", &record),
			 PMO_OK);
	assert_int_equal(pmo_workspace_find(workspace, NULL, "plan.yaml:1", &record), PMO_OK);
}

static void references_see_their_own_project_and_the_workspace(void **state)
{
	struct sandbox *box = *state;
	struct pmo_workspace *workspace = sandbox_open(box);
	const struct pmo_world *world = pmo_workspace_world(workspace);
	const struct pmo_record *risk, *other;
	assert_int_equal(pmo_workspace_find(workspace, NULL, "rsk3", &risk), PMO_OK);
	assert_int_equal(pmo_workspace_find(workspace, NULL, "netref/tsk12", &other), PMO_OK);
	assert_non_null(world->find(world->store, risk, "TSK-001", "task|milestone"));
	assert_null(world->find(world->store, risk, "TSK-001", "milestone"));
	assert_null(world->find(world->store, other, "TSK-001", NULL));
	assert_ptr_equal(world->find(world->store, risk, "netref/TSK-012", NULL), other);
	assert_non_null(world->find(world->store, other, "DSP", "person"));
	assert_non_null(world->find(world->store, other, "cadup", "project"));
	assert_true(world->keeps(world->store, risk, "person"));
	assert_true(world->keeps(world->store, risk, "risk"));
	assert_false(world->keeps(world->store, risk, "calendar"));
	assert_false(world->keeps(world->store, risk, "no_such_register"));
	assert_string_equal(world->nearest(world->store, risk, "TSK-002", "task"), "TSK-001");
	assert_null(world->nearest(world->store, risk, "completely-else", "task"));
}

/* What a chooser met; it wants those of one authority. */
struct met {
	const struct pmo_record *wanted[8];
	size_t count, shown;
	const char *authority;
};

static bool wants(void *data, const struct pmo_record *record)
{
	struct met *met = data;
	const char *authority =
		pmo_record_text(record, pmo_schema_field(record->schema, "authority"));
	met->shown++;
	if (!authority || strcmp(authority, met->authority) != 0)
		return false;
	met->wanted[met->count++] = record;
	return true;
}

static void what_is_not_wanted_is_forgotten_and_comes_back_when_it_is_asked_for(void **state)
{
	struct sandbox *box = *state;
	struct met met = { .authority = "County" };
	struct pmo_chooser chooser = { wants, &met };
	struct pmo_records all;
	sandbox_write(box, "cadup/permits.yaml",
		      "PMT-001:\n  title: A\n  authority: City\n"
		      "PMT-002:\n  title: B\n  authority: County\n  needs: [PMT-001]\n"
		      "PMT-003: text\n"
		      "PMT-004:\n  title: D\n  authority: County\n");
	sandbox_open(box);
	const struct pmo_schema *schema = pmo_workspace_schema(box->workspace, "permit");
	const struct pmo_project *project = pmo_workspace_project(box->workspace);
	assert_int_equal(pmo_workspace_choose(box->workspace, project, schema, &chooser), PMO_OK);
	assert_int_equal(met.shown, 4);
	assert_int_equal(met.count, 2);
	assert_string_equal(met.wanted[0]->id, "PMT-002");
	assert_string_equal(pmo_record_text(met.wanted[1], schema->title), "D");
	/* Who asks for all of them gets all, the wanted ones where they were. */
	assert_int_equal(pmo_workspace_records(box->workspace, project, schema, &all), PMO_OK);
	assert_int_equal(all.count, 4);
	assert_string_equal(pmo_record_text(&all.items[0], schema->title), "A");
	assert_ptr_equal(&all.items[1], met.wanted[0]);
	assert_string_equal(pmo_record_text(&all.items[1], schema->title), "B");
	/* And a second time nothing is closed. */
	met = (struct met){ .authority = "City" };
	assert_int_equal(pmo_workspace_choose(box->workspace, project, schema, &chooser), PMO_OK);
	assert_int_equal(met.count, 1);
	assert_string_equal(pmo_record_text(&all.items[3], schema->title), "D");
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, permits_tear_down)
	const struct CMUnitTest tests[] = {
		CASE(every_way_to_say_which_record_is_understood),
		CASE(what_is_not_there_is_told_with_the_nearest),
		CASE(without_a_project_one_has_to_say_which),
		CASE(what_is_not_wanted_is_forgotten_and_comes_back_when_it_is_asked_for),
		CASE(references_see_their_own_project_and_the_workspace),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
