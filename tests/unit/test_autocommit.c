/* What git is given after an update, and how it is told. */
#include "gitbox.h"

#include "store/autocommit.h"
#include "store/tell.h"

static void begin(struct gitbox *test)
{
	if (!*test->git)
		skip();
	sandbox_write(test->box, "pmo.yaml", "format: 1\ncommit: auto\n");
	sandbox_write(test->box, "cadup/project.yaml", "title: CAD\n");
	sandbox_write(test->box, "cadup/risks/RSK-001.yaml",
		      "title: Fog\nstatus: active\nowner: NET\nimpact: 3\n");
	sandbox_write(test->box, "cadup/risks/RSK-002.yaml",
		      "title: Rain\nstatus: active\nowner: NET\nimpact: 3\n");
	sandbox_write(test->box, "cadup/actions.yaml", "ACT-001:\n  title: Umbrella\n");
	gitbox_run(test, "git init --quiet . && git add . && git commit --quiet -m start");
	sandbox_open(test->box);
}

struct change {
	const char *ids[3];
	const char *assignments[3];
	const char *move, *note;
};

/* One update; the message of the commit that followed, or "" when there was none. */
static const char *change(struct gitbox *test, const struct change *change)
{
	struct pmo_update_options options = { .on = PMO_DATE_NONE, .note = change->note };
	struct pmo_update *update;
	struct pmo_workspace *workspace = sandbox_open(test->box);
	const char *before = gitbox_run(test, "git rev-parse HEAD");
	assert_int_equal(pmo_update_begin(workspace, &options, &update), PMO_OK);
	for (size_t i = 0; i < 3 && change->ids[i]; i++) {
		const struct pmo_record *record;
		struct pmo_draft *draft;
		assert_int_equal(pmo_workspace_find(workspace, NULL, change->ids[i], &record),
				 PMO_OK);
		assert_int_equal(pmo_update_edit(update, record, &draft), PMO_OK);
		for (size_t a = 0; a < 3 && change->assignments[a]; a++)
			assert_int_equal(pmo_draft_assign(draft, change->assignments[a]), PMO_OK);
		if (change->move)
			assert_int_equal(pmo_draft_move(draft, change->move), PMO_OK);
	}
	assert_int_equal(pmo_update_commit(update), PMO_OK);
	pmo_update_end(update);
	if (strcmp(before, gitbox_run(test, "git rev-parse HEAD")) == 0)
		return "";
	return gitbox_run(test, "git log -1 --format=%B | sed -e :a -e '/^\\n*$/{$d;N;ba' -e '}'");
}

static void the_message_says_what_happened(void **state)
{
	static const struct {
		struct change change;
		const char *message;
	} cases[] = {
		{ { { "RSK-1" }, { "owner=DSP" }, NULL, NULL }, "RSK-001 set: owner NET>DSP" },
		{ { { "RSK-1" }, { "owner=DSP" }, NULL, NULL }, "" },
		{ { { "RSK-1" }, { "owner=" }, NULL, NULL }, "RSK-001 set: owner DSP>none" },
		{ { { "RSK-1" }, { "tags+=a", "impact=4" }, NULL, NULL },
		  "RSK-001 set: impact 3>4, tags +a" },
		{ { { "RSK-1" }, { "tags=b,c" }, NULL, NULL }, "RSK-001 set: tags +b +c -a" },
		{ { { "RSK-1" }, { "notes+=seen" }, NULL, NULL }, "RSK-001 note: seen" },
		{ { { "RSK-1", "RSK-2" }, { "probability=2" }, NULL, NULL },
		  "2 risks set: probability none>2\n\nRSK-001 set: probability none>2\n"
		  "RSK-002 set: probability none>2" },
		{ { { "RSK-1", "RSK-2" }, { "impact=5" }, NULL, NULL },
		  "2 risks set\n\nRSK-001 set: impact 4>5\nRSK-002 set: impact 3>5" },
		{ { { "RSK-1", "ACT-1" }, { "owner=SPO" }, NULL, NULL },
		  "RSK-001 set: owner none>SPO (and 1 more)\n\nRSK-001 set: owner none>SPO\n"
		  "ACT-001 set: owner none>SPO" },
		{ { { "RSK-2" }, { NULL }, "close", "it rained\nand rained" },
		  "RSK-002 close: active>closed\n\nit rained\nand rained" },
	};
	struct gitbox *test = *state;
	begin(test);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(change(test, &cases[i].change), cases[i].message);
	assert_string_equal(gitbox_run(test, "git status --short"), "");
}

static void what_is_staged_or_changed_elsewhere_stays_as_it_is(void **state)
{
	static const struct change set = { { "ACT-1" }, { "owner=DSP" }, NULL, NULL };
	struct gitbox *test = *state;
	begin(test);
	gitbox_run(test, "echo '# a' >> pmo.yaml; git add pmo.yaml; echo '# b' >> pmo.yaml");
	gitbox_run(test, "echo x > new; echo y > 'cadup/*.yaml'; git add new");
	assert_string_equal(change(test, &set), "ACT-001 set: owner none>DSP");
	assert_string_equal(gitbox_run(test, "git show --format= --name-only"),
			    "cadup/actions.yaml");
	assert_string_equal(gitbox_run(test, "git status --short"),
			    "A  new\nMM pmo.yaml\n?? cadup/*.yaml");
}

static void a_repository_without_a_commit_gets_its_first(void **state)
{
	static const struct change set = { { "RSK-1" }, { "owner=DSP" }, NULL, NULL };
	struct gitbox *test = *state;
	begin(test);
	gitbox_run(test, "rm -rf .git && git init --quiet . && git rev-parse HEAD || true");
	struct pmo_update_options options = { .on = PMO_DATE_NONE };
	struct pmo_update *update;
	const struct pmo_record *record;
	struct pmo_draft *draft;
	struct pmo_workspace *workspace = sandbox_open(test->box);
	assert_int_equal(pmo_update_begin(workspace, &options, &update), PMO_OK);
	assert_int_equal(pmo_workspace_find(workspace, NULL, set.ids[0], &record), PMO_OK);
	assert_int_equal(pmo_update_edit(update, record, &draft), PMO_OK);
	assert_int_equal(pmo_draft_assign(draft, set.assignments[0]), PMO_OK);
	assert_int_equal(pmo_update_commit(update), PMO_OK);
	pmo_update_end(update);
	assert_string_equal(gitbox_run(test, "git log --format=%s --name-only"),
			    "RSK-001 set: owner NET>DSP\n\ncadup/risks/RSK-001.yaml");
}

static void a_failing_hook_is_a_warning_and_the_data_are_saved(void **state)
{
	static const struct change set = { { "RSK-1" }, { "owner=DSP" }, NULL, NULL };
	struct gitbox *test = *state;
	begin(test);
	gitbox_run(test, "printf '#!/bin/sh\\necho not today; exit 1\\n' > .git/hooks/pre-commit; "
			 "chmod +x .git/hooks/pre-commit");
	assert_string_equal(change(test, &set), "");
	assert_non_null(strstr(sandbox_messages(test->box),
			       "warning: saved, but not committed to git: not today"));
	assert_non_null(strstr(sandbox_read(test->box, "cadup/risks/RSK-001.yaml"), "owner: DSP"));
}

static void hooks_see_the_workspace_unlocked(void **state)
{
	static const struct change set = { { "RSK-1" }, { "owner=DSP" }, NULL, NULL };
	struct gitbox *test = *state;
	begin(test);
	gitbox_run(test, "command -v flock || true");
	gitbox_run(test, "printf '#!/bin/sh\\ncat .pmo/lock > \"$HOME/.pmo/held\"; exit 0\\n' "
			 "> .git/hooks/pre-commit; chmod +x .git/hooks/pre-commit");
	assert_string_equal(change(test, &set), "RSK-001 set: owner NET>DSP");
	assert_string_equal(gitbox_run(test, "wc -c < .pmo/held | tr -d ' '"), "0");
}

static void nothing_is_committed_unless_pmo_yaml_says_so(void **state)
{
	static const struct change set = { { "RSK-1" }, { "owner=DSP" }, NULL, NULL };
	struct gitbox *test = *state;
	begin(test);
	sandbox_write(test->box, "pmo.yaml", "format: 1\ncommit: off\n");
	assert_string_equal(change(test, &set), "");
	assert_string_equal(sandbox_messages(test->box), "");
}

static void long_lines_are_cut_between_characters(void **state)
{
	static const struct {
		const char *text, *cut;
		size_t limit;
	} cases[] = {
		{ "short", "short", 5 },
		{ "shorter", "sh...", 5 },
		{ "a\nb\tc", "a b c", 10 },
		{ "\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4", "\xc3\xa4\xc3\xa4...", 7 },
		{ "\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4", "\xc3\xa4...", 6 },
		{ "abcdef", "...", 2 },
		{ "", "", 0 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct pmo_buffer out;
		pmo_buffer_init(&out, 100);
		tell_add_line(&out, cases[i].text, cases[i].limit);
		assert_string_equal(out.data, cases[i].cut);
		pmo_buffer_release(&out);
	}
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, gitbox_setup, gitbox_teardown)
	const struct CMUnitTest tests[] = {
		CASE(the_message_says_what_happened),
		CASE(what_is_staged_or_changed_elsewhere_stays_as_it_is),
		CASE(a_repository_without_a_commit_gets_its_first),
		CASE(a_failing_hook_is_a_warning_and_the_data_are_saved),
		CASE(hooks_see_the_workspace_unlocked),
		CASE(nothing_is_committed_unless_pmo_yaml_says_so),
		cmocka_unit_test(long_lines_are_cut_between_characters),
	};
#undef CASE
	return cmocka_run_group_tests(tests, NULL, NULL);
}
