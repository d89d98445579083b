/* What git knows of the records, in their own terms. */
#include "gitbox.h"

#include <pmo/log.h>

static void begin(struct gitbox *test)
{
	if (!*test->git)
		skip();
	sandbox_write(test->box, "pmo.yaml", "format: 1\n");
	sandbox_write(test->box, "people.yaml", "PC:\n  name: Pat\n  email: pc@example.org\n");
	sandbox_write(test->box, "cadup/project.yaml", "title: CAD\n");
	sandbox_write(test->box, "cadup/risks/RSK-001.yaml", "title: Fog\nowner: NET\n");
	sandbox_write(test->box, "cadup/actions.yaml",
		      "# all\nACT-001:\n  title: One\n'ACT-002':\n  title: Two\n");
	gitbox_run(test, "git init --quiet . && printf .pmo > .gitignore");
	gitbox_run(test, "git add . && git commit --quiet -m start");
}

/* The log as text, one entry a line: "ID verb: what (subject)", "*" when not committed. */
static const char *told(struct gitbox *test, const char *id, size_t limit)
{
	struct pmo_workspace *workspace = sandbox_open(test->box);
	const struct pmo_record *record = NULL;
	struct pmo_buffer out;
	struct pmo_log log;
	if (id)
		assert_int_equal(pmo_workspace_find(workspace, NULL, id, &record), PMO_OK);
	assert_int_equal(
		pmo_log_read(workspace, pmo_workspace_project(workspace), record, limit, &log),
		PMO_OK);
	pmo_buffer_init(&out, 1 << 16);
	for (size_t i = 0; i < log.count; i++) {
		const struct pmo_log_entry *entry = &log.items[i];
		pmo_buffer_add_format(&out, "%s%s %s%s%s%s%s%s\n", entry->commit ? "" : "*",
				      entry->id, entry->verb, *entry->what ? ": " : "", entry->what,
				      entry->subject ? " (" : "",
				      entry->subject ? entry->subject : "",
				      entry->subject ? ")" : "");
	}
	char *copy = pmo_arena_copy(&test->box->arena, out.data, out.length);
	assert_non_null(copy);
	pmo_buffer_release(&out);
	return copy;
}

static void each_change_of_a_record_is_told_by_its_fields(void **state)
{
	static const struct {
		const char *path, *text, *expected;
	} cases[] = {
		{ "cadup/risks/RSK-001.yaml", "title: Fog\nowner: DSP\n",
		  "RSK-001 set: owner NET>DSP (x)\n" },
		{ "cadup/risks/RSK-001.yaml", "title: Fog\nowner: DSP\nstatus: active\n",
		  "RSK-001 activate: identified>active (x)\n" },
		{ "cadup/risks/RSK-001.yaml",
		  "# only this\ntitle: Fog\nowner: DSP\nstatus: active\n", "RSK-001 edit (x)\n" },
		{ "cadup/risks/RSK-001.yaml", "title: [Fog\n", "RSK-001 edit (x)\n" },
		{ "cadup/risks/RSK-002.yaml", "title: Rain\n", "RSK-002 add: Rain (x)\n" },
		{ "cadup/risks/rsk-3.yaml", "title: Odd\n", "cadup/risks/rsk-3.yaml add (x)\n" },
		{ "cadup/actions.yaml", "# all\nACT-001:\n  title: One\nACT-002:\n  title: Zwei\n",
		  "ACT-002 set: title Two>Zwei (x)\n" },
		{ "cadup/actions.yaml",
		  "# none\nACT-001:\r\n  title: One\r\n\nACT-002:\n  title: Zwei\n",
		  "ACT-001 edit (x)\n" },
		{ "cadup/actions.yaml", "ACT-003:\n  title: Three\nACT-001:\n  title: One\n",
		  "ACT-003 add: Three (x)\nACT-001 edit (x)\nACT-002 remove: Zwei (x)\n" },
		{ "cadup/actions.yaml", "- no\n- map\n",
		  "ACT-003 remove: Three (x)\nACT-001 remove: One (x)\n" },
		{ "cadup/project.yaml", "title: CAD upgrade\n",
		  "cadup set: title CAD>CAD upgrade (x)\n" },
		{ "cadup/plan.txt", "words\n", "cadup/plan.txt add (x)\n" },
	};
	struct gitbox *test = *state;
	begin(test);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		sandbox_write(test->box, cases[i].path, cases[i].text);
		gitbox_run(test, "git add . && git commit --quiet -m x");
		assert_string_equal(told(test, NULL, 1), cases[i].expected);
	}
}

static void what_is_not_committed_is_told_first(void **state)
{
	struct gitbox *test = *state;
	begin(test);
	assert_string_equal(told(test, "RSK-1", 9), "RSK-001 add: Fog (start)\n");
	sandbox_write(test->box, "cadup/risks/RSK-001.yaml", "title: Fog\r\nowner: NET\r\n");
	assert_string_equal(told(test, "RSK-1", 9), "RSK-001 add: Fog (start)\n");
	sandbox_write(test->box, "cadup/risks/RSK-001.yaml", "title: Fog\nowner: DSP\n");
	sandbox_write(test->box, "cadup/risks/RSK-002.yaml", "title: Rain\n");
	sandbox_write(test->box, "cadup/scratch.yaml", "not: told\n");
	gitbox_run(test, "rm cadup/actions.yaml");
	assert_string_equal(told(test, "RSK-1", 9),
			    "*RSK-001 set: owner NET>DSP\nRSK-001 add: Fog (start)\n");
	assert_string_equal(told(test, "RSK-2", 9), "*RSK-002 add: Rain\n");
	const char *all = told(test, NULL, 1);
	assert_non_null(strstr(all, "*ACT-001 remove: One\n*ACT-002 remove: Two\n"));
	assert_non_null(strstr(all, "*RSK-001 set: owner NET>DSP\n*RSK-002 add: Rain\n"));
	assert_null(strstr(all, "scratch"));
}

/* Fourteen new risks and a file of no register. */
static void add_many(struct gitbox *test)
{
	char path[64];
	for (int i = 10; i < 24; i++) {
		snprintf(path, sizeof(path), "cadup/risks/RSK-0%d.yaml", i);
		sandbox_write(test->box, path, "title: Many\ncreated_by: DSP\n");
	}
	sandbox_write(test->box, "cadup/risks/RSK-001.yaml", "title: Fog\nowner: DSP\n");
}

static void a_flood_of_new_records_is_one_entry(void **state)
{
	struct gitbox *test = *state;
	begin(test);
	add_many(test);
	assert_string_equal(
		told(test, NULL, 1),
		"*RSK-001 set: owner NET>DSP\n* add: 14 records\n"
		"ACT-001 add: One (start)\nACT-002 add: Two (start)\n"
		"cadup add: CAD (start)\nRSK-001 add: Fog (start)\nPC add: Pat (start)\n");
	sandbox_write(test->box, "cadup/plan.txt", "words\n");
	gitbox_run(test, "git add . && git commit --quiet -m many");
	assert_string_equal(told(test, NULL, 1), "RSK-001 set: owner NET>DSP (many)\n"
						 " add: 14 records, 1 file (many)\n");
	/* Of one record, its own line. */
	assert_string_equal(told(test, "RSK-12", 9), "RSK-012 add: Many (many)\n");
}

/* Who the log names for the newest entry. */
static const char *first_who(struct gitbox *test, const char *text)
{
	const struct pmo_record *record;
	struct pmo_log log;
	sandbox_write(test->box, "cadup/risks/RSK-001.yaml", text);
	struct pmo_workspace *workspace = sandbox_open(test->box);
	assert_int_equal(pmo_workspace_find(workspace, NULL, "RSK-1", &record), PMO_OK);
	assert_int_equal(pmo_log_read(workspace, pmo_workspace_project(workspace), record, 9, &log),
			 PMO_OK);
	assert_null(log.items[0].commit);
	return log.items[0].who ? log.items[0].who : "";
}

static void what_is_not_committed_is_told_with_whom_its_new_lines_name(void **state)
{
	static const char *const cases[][2] = {
		{ "title: Mist\nowner: NET\n", "" },
		{ "title: Mist\nhistory:\n  - 2026-11-20 owner NET>none DSP: left\n", "DSP" },
		{ "title: Mist\nnotes:\n  - '2026-11-20 PC: seen'\n", "PC" },
		{ "title: Mist\nnotes:\n  - nobody says so\n", "" },
		{ "title: M\nhistory: [2026-11-20 owner A>B V2]\nnotes: ['2026-11-20 PC: a']\n",
		  "V2" },
	};
	struct gitbox *test = *state;
	begin(test);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(first_who(test, cases[i][0]), cases[i][1]);
}

static void another_layout_is_one_entry(void **state)
{
	struct gitbox *test = *state;
	begin(test);
	gitbox_run(test,
		   "{ echo RSK-001:; sed 's/^/  /' cadup/risks/RSK-001.yaml; } > cadup/risks.yaml");
	gitbox_run(test,
		   "rm -r cadup/risks && git add . && git commit --quiet -m 'layout risk file'");
	assert_string_equal(told(test, NULL, 1),
			    "cadup/risks.yaml layout: folder>file (layout risk file)\n");
	assert_string_equal(told(test, "RSK-1", 9),
			    "RSK-001 layout: folder>file (layout risk file)\n"
			    "RSK-001 add: Fog (start)\n");
}

static void a_message_of_pmo_is_not_repeated(void **state)
{
	static const struct {
		const char *subject;
		bool is_own;
	} cases[] = {
		{ "RSK-001 set: owner NET>DSP", true },
		{ "cadup/RSK-001 close: active>closed", true },
		{ "3 risks set", true },
		{ "3 risks set: owner NET>DSP", true },
		{ "RSK-001 set: owner NET>DSP (and 2 more)", true },
		{ "undo: RSK-001 set: owner NET>DSP", false },
		{ "we reset: all of it", false },
		{ "3", false },
		{ "fix RSK-001 again", false },
		{ "x-ray", false },
		{ ":100644 odd", false },
	};
	struct gitbox *test = *state;
	char text[64], script[256];
	begin(test);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		snprintf(text, sizeof(text), "title: number %zu\n", i);
		sandbox_write(test->box, "cadup/risks/RSK-001.yaml", text);
		snprintf(script, sizeof(script), "git commit --quiet -am '%s'", cases[i].subject);
		gitbox_run(test, script);
		bool is_shown = strchr(told(test, NULL, 1), '(') != NULL;
		if (is_shown == cases[i].is_own)
			fail_msg("%s", cases[i].subject);
	}
}

static void without_git_or_a_repository_there_is_nothing_to_tell(void **state)
{
	struct gitbox *test = *state;
	begin(test);
	gitbox_run(test, "rm -rf .git");
	assert_string_equal(told(test, NULL, 9), "");
	gitbox_run(test, "git init --quiet .");
	assert_string_equal(told(test, "RSK-1", 9), "");
	test->box->env.git = NULL;
	assert_string_equal(told(test, NULL, 9), "");
	assert_int_equal(test->box->diags.count[PMO_ERROR], 0);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, gitbox_setup, gitbox_teardown)
	const struct CMUnitTest tests[] = {
		CASE(each_change_of_a_record_is_told_by_its_fields),
		CASE(what_is_not_committed_is_told_first),
		CASE(a_flood_of_new_records_is_one_entry),
		CASE(what_is_not_committed_is_told_with_whom_its_new_lines_name),
		CASE(another_layout_is_one_entry),
		CASE(a_message_of_pmo_is_not_repeated),
		CASE(without_git_or_a_repository_there_is_nothing_to_tell),
	};
#undef CASE
	return cmocka_run_group_tests(tests, NULL, NULL);
}
