/* Opening a workspace: where it begins, which project is meant, what its files hold. */
#include "permits.h"

#include <unistd.h>

static struct sandbox *start(void)
{
	return sandbox_new();
}

static enum pmo_result open_at(struct sandbox *box, const char *folder)
{
	static char directory[512];
	sandbox_close(box);
	pmo_diags_init(&box->diags, &box->arena);
	sandbox_path(box, folder, directory);
	box->env.directory = *folder ? directory : box->path;
	return pmo_workspace_open(&box->env, &box->diags, &box->workspace);
}

static const char *chosen(struct sandbox *box)
{
	const struct pmo_project *project = pmo_workspace_project(box->workspace);
	return project ? project->handle : "none";
}

static void there_may_be_none(void **state)
{
	struct sandbox *box = start();
	(void)state;
	sandbox_write(box, "a/b/x", "");
	assert_int_equal(open_at(box, "a/b"), PMO_NOT_FOUND);
	assert_null(box->diags.first);
	box->env.directory = "/";
	sandbox_close(box);
	assert_int_equal(pmo_workspace_open(&box->env, &box->diags, &box->workspace),
			 PMO_NOT_FOUND);
	sandbox_free(box);
}

static void the_nearest_configuration_above_counts_before_any_project(void **state)
{
	struct sandbox *box = start();
	(void)state;
	sandbox_write(box, "ws/pmo.yaml", "format: 1\n");
	sandbox_write(box, "ws/cadup/project.yaml", "title: CAD\n");
	sandbox_write(box, "ws/cadup/deep/er/x", "");
	assert_int_equal(open_at(box, "ws/cadup/deep/er"), PMO_OK);
	assert_int_equal(strcmp(pmo_workspace_root(box->workspace) + strlen(box->path), "/ws"), 0);
	assert_string_equal(chosen(box), "cadup");
	assert_string_equal(pmo_workspace_project(box->workspace)->title, "CAD");
	assert_int_equal(open_at(box, "ws/cadup/"), PMO_OK);
	assert_string_equal(chosen(box), "cadup");
	sandbox_free(box);
}

static void one_file_is_a_workspace_of_one_project(void **state)
{
	struct sandbox *box = start();
	const struct pmo_record *record;
	(void)state;
	sandbox_write(box, "cadup/project.yaml", "name: CAD\n");
	sandbox_write(box, "cadup/actions.yaml", "ACT-001:\n  title: Call\n");
	sandbox_write(box, "cadup/sub/x", "");
	assert_int_equal(open_at(box, "cadup/sub"), PMO_OK);
	assert_string_equal(chosen(box), "cadup");
	assert_string_equal(pmo_workspace_project(box->workspace)->path, "");
	assert_int_equal(pmo_workspace_find(box->workspace, NULL, "act1", &record), PMO_OK);
	assert_string_equal(record->path, "actions.yaml");
	assert_int_equal(pmo_workspace_find(box->workspace, NULL, "cadup", &record), PMO_OK);
	assert_string_equal(record->schema->table->name, "project");
	sandbox_free(box);
}

static void among_several_projects_one_must_be_chosen(void **state)
{
	static const struct {
		const char *folder, *asked, *chosen;
		enum pmo_result result;
		const char *message;
	} cases[] = {
		{ "", NULL, "none", PMO_USAGE, "which project is meant?" },
		{ "one", NULL, "one", PMO_OK, "" },
		{ "one/risks", NULL, "one", PMO_OK, "" },
		{ "onemore", NULL, "none", PMO_USAGE, "which project is meant?" },
		{ "one", "TWO", "two", PMO_OK, "" },
		{ "one", "three", "none", PMO_NOT_FOUND, "there is no project 'three'" },
	};
	struct sandbox *box = start();
	(void)state;
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "one/project.yaml", "title: 1\n");
	sandbox_write(box, "one/risks/x", "");
	sandbox_write(box, "two/project.yaml", "title: [\n");
	sandbox_write(box, "onemore/x", "");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct pmo_project *project;
		box->env.project = cases[i].asked;
		assert_int_equal(open_at(box, cases[i].folder), PMO_OK);
		assert_string_equal(chosen(box), cases[i].chosen);
		assert_int_equal(pmo_workspace_need_project(box->workspace, &project),
				 cases[i].result);
		assert_non_null(strstr(sandbox_messages(box), cases[i].message));
		if (!project)
			assert_string_equal(box->diags.last->hint, "choose with -p: one, two");
	}
	size_t count;
	const struct pmo_project *const *all = pmo_workspace_projects(box->workspace, &count);
	assert_int_equal(count, 2);
	assert_string_equal(all[1]->title, "two");
	sandbox_free(box);
}

static void a_workspace_may_have_no_project(void **state)
{
	struct sandbox *box = start();
	const struct pmo_project *project;
	(void)state;
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	assert_int_equal(open_at(box, ""), PMO_OK);
	assert_int_equal(pmo_workspace_need_project(box->workspace, &project), PMO_USAGE);
	assert_non_null(strstr(sandbox_messages(box), "there is no project in this workspace"));
	sandbox_free(box);
}

static void the_root_alone_may_be_reached_through_a_link(void **state)
{
	struct sandbox *box = start();
	char link[512], target[512];
	(void)state;
	sandbox_write(box, "real/pmo.yaml", "format: 1\n");
	sandbox_write(box, "real/cadup/project.yaml", "title: A\n");
	sandbox_write(box, "other/project.yaml", "title: B\n");
	sandbox_path(box, "link", link);
	assert_int_equal(symlink("real", link), 0);
	sandbox_path(box, "real/linked", link);
	sandbox_path(box, "other", target);
	assert_int_equal(symlink(target, link), 0);
	assert_int_equal(open_at(box, "link/cadup"), PMO_OK);
	assert_string_equal(chosen(box), "cadup");
	size_t count;
	pmo_workspace_projects(box->workspace, &count);
	assert_int_equal(count, 1);
	sandbox_free(box);
}

static void a_folder_that_cannot_be_a_handle_is_told(void **state)
{
	struct sandbox *box = start();
	(void)state;
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "CAD upgrade/project.yaml", "title: A\n");
	assert_int_equal(open_at(box, ""), PMO_OK);
	assert_non_null(strstr(sandbox_messages(box),
			       "CAD upgrade/project.yaml: warning: the project is not read: "
			       "'CAD upgrade' cannot be a handle"));
	sandbox_free(box);
}

static void registers_are_known_by_name_plural_and_prefix(void **state)
{
	struct pmo_workspace *workspace = sandbox_open(*state);
	const struct pmo_schema *permit = pmo_workspace_schema(workspace, "permit");
	assert_non_null(permit);
	assert_true(permit->own);
	assert_ptr_equal(pmo_workspace_schema(workspace, "Permits"), permit);
	assert_ptr_equal(pmo_workspace_schema(workspace, "pmt"), permit);
	assert_false(pmo_workspace_schema(workspace, "risk")->own);
	assert_null(pmo_workspace_schema(workspace, "nothing"));
	assert_non_null(pmo_workspace_table(workspace, 0));
	assert_null(pmo_workspace_table(workspace, 100000));
	assert_ptr_equal(pmo_workspace_diags(workspace), &((struct sandbox *)*state)->diags);
	assert_non_null(pmo_workspace_arena(workspace));
	assert_int_equal(pmo_workspace_config(workspace)->format, 1);
	assert_non_null(pmo_workspace_user_config(workspace));
	assert_int_equal(pmo_workspace_settled(workspace), PMO_OK);
	assert_int_equal(pmo_workspace_settled(workspace), PMO_OK);
}

static size_t count_of(struct pmo_workspace *workspace, const char *name)
{
	struct pmo_records records;
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, name);
	const struct pmo_project *project = schema->table->scope == PMO_SCOPE_WORKSPACE
						    ? NULL
						    : pmo_workspace_project(workspace);
	assert_int_equal(pmo_workspace_records(workspace, project, schema, &records), PMO_OK);
	return records.count;
}

static void a_register_is_a_folder_or_a_file_as_it_is_found(void **state)
{
	struct sandbox *box = *state;
	assert_int_equal(count_of(sandbox_open(box), "permit"), 0);
	sandbox_write(box, "cadup/permits/PMT-001.yaml", "title: A\n");
	assert_int_equal(count_of(sandbox_open(box), "permit"), 1);
	sandbox_write(box, "cadup/papers.yaml", "PAP-001:\nPAP-002:\n");
	assert_int_equal(count_of(sandbox_open(box), "paper"), 2);
	assert_null(box->diags.first);
	sandbox_write(box, "cadup/papers/PAP-009.yaml", "title: A\n");
	assert_int_equal(count_of(sandbox_open(box), "paper"), 1);
	assert_non_null(strstr(sandbox_messages(box), "cadup/papers.yaml: error: there is a folder "
						      "cadup/papers too; only the folder is read"));
}

static void what_cannot_be_read_hides_nothing_else(void **state)
{
	struct sandbox *box = *state;
	char path[512];
	sandbox_write(box, "cadup/papers/PAP-001.yaml", "title: A\n");
	sandbox_write(box, "cadup/papers/PAP-002.yaml", "title: [\n");
	sandbox_write(box, "cadup/papers/PAP-003.yaml/x", "");
	sandbox_write(box, "cadup/papers/other.yaml", "x: 1\n");
	sandbox_write(box, "cadup/papers/RSK-004.yaml", "x: 1\n");
	sandbox_path(box, "cadup/papers/PAP-005.yaml", path);
	assert_int_equal(symlink("PAP-001.yaml", path), 0);
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(count_of(workspace, "paper"), 4);
	sandbox_messages(box);
	assert_non_null(strstr(box->text, "PAP-002.yaml:"));
	assert_non_null(
		strstr(box->text, "PAP-003.yaml: error: is a folder where a file should be"));
	assert_non_null(strstr(box->text, "PAP-005.yaml: error: is a link"));
	const struct pmo_record *record;
	assert_int_equal(pmo_workspace_find(workspace, NULL, "PAP-5", &record), PMO_OK);
	assert_true(record->unreadable);
	struct pmo_place place = pmo_record_place(record);
	assert_string_equal(place.source->path, "cadup/papers/PAP-005.yaml");
	pmo_record_check(record, NULL, &box->diags);
	/* Found alone, before the folder is read, it is the same. */
	workspace = sandbox_open(box);
	assert_int_equal(pmo_workspace_find(workspace, NULL, "PAP-2", &record), PMO_OK);
	assert_true(record->unreadable);
	const struct pmo_record *again;
	assert_int_equal(pmo_workspace_find(workspace, NULL, "pap2", &again), PMO_OK);
	assert_ptr_equal(record, again);
}

static void odd_keys_and_shapes_of_a_file_are_told(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\nPMT-1:\nrsk:\nPMT-002: text\n");
	assert_int_equal(count_of(sandbox_open(box), "permit"), 2);
	sandbox_messages(box);
	assert_non_null(
		strstr(box->text, "cadup/permits.yaml:2:1: warning: 'PMT-1' is no id of permits"));
	assert_non_null(
		strstr(box->text, "cadup/permits.yaml:3:1: warning: 'rsk' is no id of permits"));
	sandbox_write(box, PERMITS, "");
	assert_int_equal(count_of(sandbox_open(box), "permit"), 0);
	sandbox_write(box, PERMITS, "- a\n");
	assert_int_equal(count_of(sandbox_open(box), "permit"), 0);
	assert_true(box->diags.count[PMO_ERROR] > 0);
}

static void both_records_of_one_id_are_told(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: A\nPMT-001:\n  title: B\nPMT-001:\n");
	assert_int_equal(count_of(sandbox_open(box), "permit"), 3);
	assert_int_equal(box->diags.count[PMO_ERROR], 3);
	sandbox_messages(box);
	assert_non_null(
		strstr(box->text, "cadup/permits.yaml:1:1: error: there are two records PMT-001"));
	assert_non_null(
		strstr(box->text, "cadup/permits.yaml:5:1: error: there are two records PMT-001"));
	sandbox_write(box, PERMITS, "");
	sandbox_write(box, "people.yaml", "DSP:\n  name: A\ndsp:\n  name: B\n");
	assert_int_equal(count_of(sandbox_open(box), "person"), 2);
	assert_int_equal(box->diags.count[PMO_ERROR], 2);
}

static void the_clock_and_the_user_come_from_outside(void **state)
{
	struct sandbox *box = *state;
	int32_t today;
	box->env.today = PMO_DATE_NONE;
	box->env.now = 0;
	box->env.user = NULL;
	box->env.email = "dee@county.gov";
	sandbox_write(box, "people.yaml",
		      "PC:\n  name: P\nDSP:\n  name: D\n  email: Dee@county.gov\n");
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(pmo_date_from_civil(1970, 1, 1, &today), PMO_OK);
	assert_int_equal(pmo_workspace_world(workspace)->today, today);
	assert_string_equal(pmo_workspace_world(workspace)->me, "DSP");
	box->env.email = "nobody@county.gov";
	box->env.configuration = "user: PC\n";
	box->env.configuration_path = "config";
	assert_string_equal(pmo_workspace_world(sandbox_open(box))->me, "PC");
	box->env.configuration = NULL;
	assert_null(pmo_workspace_world(sandbox_open(box))->me);
	sandbox_write(box, "pmo.yaml", "format: 1\ntimezone: America/Chicago\n");
	box->env.zoneinfo = "/usr/share/zoneinfo";
	workspace = sandbox_open(box);
	if (access("/usr/share/zoneinfo/America/Chicago", R_OK) == 0)
		assert_int_equal(pmo_workspace_world(workspace)->today, today - 1);
}

static void the_calendar_is_the_projects_or_the_workspaces(void **state)
{
	struct sandbox *box = *state;
	int32_t friday, holiday;
	assert_int_equal(pmo_date_from_civil(2026, 11, 27, &friday), PMO_OK);
	assert_int_equal(pmo_date_from_civil(2026, 11, 26, &holiday), PMO_OK);
	sandbox_write(box, "pmo.yaml", "format: 1\ncalendar: county\n");
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_non_null(
		strstr(sandbox_messages(box), "names the calendar 'county', which is not there"));
	sandbox_write(
		box, "calendars/county.yaml",
		"name: County\nweekend: [fri, saturday, sun, x]\nholidays:\n"
		"  - {date: 2026-11-26, name: Thanksgiving}\n  - {date: never}\n"
		"freezes:\n  - {from: 2026-12-20, to: 2026-12-31, kind: change, reason: year end}\n"
		"  - {from: 2026-12-01, to: 2026-12-02, kind: training}\n"
		"  - {from: 2026-12-03, to: 2026-12-03, kind: leave}\n  - {from: 2026-12-01}\n");
	workspace = sandbox_open(box);
	assert_int_equal(box->diags.count[PMO_ERROR], 0);
	const struct pmo_calendar *calendar = pmo_workspace_world(workspace)->calendar;
	assert_false(pmo_calendar_is_working(calendar, holiday));
	assert_true(pmo_calendar_is_working(calendar, holiday - 1));
	sandbox_write(box, "cadup/project.yaml", "title: A\ncalendar: other\n");
	calendar = pmo_workspace_world(sandbox_open(box))->calendar;
	assert_true(pmo_calendar_is_working(calendar, holiday));
}

static void a_faulty_configuration_is_told_and_the_rest_counts(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, "pmo.yaml", "format: 1\nregisters: [\n");
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_true(box->diags.count[PMO_ERROR] > 0);
	assert_non_null(pmo_workspace_schema(workspace, "risk"));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, permits_set_up, permits_tear_down)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(there_may_be_none),
		cmocka_unit_test(the_nearest_configuration_above_counts_before_any_project),
		cmocka_unit_test(one_file_is_a_workspace_of_one_project),
		cmocka_unit_test(among_several_projects_one_must_be_chosen),
		cmocka_unit_test(a_workspace_may_have_no_project),
		cmocka_unit_test(the_root_alone_may_be_reached_through_a_link),
		cmocka_unit_test(a_folder_that_cannot_be_a_handle_is_told),
		CASE(registers_are_known_by_name_plural_and_prefix),
		CASE(a_register_is_a_folder_or_a_file_as_it_is_found),
		CASE(what_cannot_be_read_hides_nothing_else),
		CASE(odd_keys_and_shapes_of_a_file_are_told),
		CASE(both_records_of_one_id_are_told),
		CASE(the_clock_and_the_user_come_from_outside),
		CASE(the_calendar_is_the_projects_or_the_workspaces),
		CASE(a_faulty_configuration_is_told_and_the_rest_counts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
