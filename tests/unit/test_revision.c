/* The tree as a commit has it, and which commit --at means. */
#include "gitbox.h"

#include "store/revision.h"
#include "store/workspace.h"

static const char *text_at(struct gitbox *test, const char *path)
{
	struct tree_file file;
	enum pmo_result result = tree_read(&test->box->workspace->tree, path, 1 << 20, &file);
	return result == PMO_OK ? file.bytes : pmo_result_name(result);
}

static void commit_at(struct gitbox *test, const char *date)
{
	char script[512];
	snprintf(script, sizeof(script),
		 "git add . && GIT_COMMITTER_DATE='%s' git commit --quiet -m x", date);
	gitbox_run(test, script);
}

static void begin(struct gitbox *test)
{
	if (!*test->git)
		skip();
	gitbox_run(test, "git init --quiet . && printf .pmo > .gitignore");
	sandbox_write(test->box, "ws/pmo.yaml", "timezone: America/Chicago\n");
	sandbox_write(test->box, "ws/cadup/project.yaml", "title: CAD\n");
	sandbox_write(test->box, "ws/cadup/risks/RSK-001.yaml", "title: first\n");
	test->box->env.directory = pmo_arena_format(&test->box->arena, "%s/ws", test->box->path);
}

static enum pmo_result open_at(struct gitbox *test, const char *at)
{
	struct sandbox *box = test->box;
	sandbox_close(box);
	pmo_diags_init(&box->diags, &box->arena);
	box->env.at = at;
	box->env.today_yields = true;
	return pmo_workspace_open(&box->env, &box->diags, &box->workspace);
}

static void files_and_folders_are_those_of_the_commit(void **state)
{
	struct gitbox *test = *state;
	begin(test);
	commit_at(test, "2026-10-01 12:00 +0000");
	sandbox_write(test->box, "ws/cadup/risks/RSK-001.yaml", "title: second\n");
	sandbox_write(test->box, "ws/cadup/risks/RSK-002.yaml", "title: more\n");
	assert_int_equal(open_at(test, "HEAD"), PMO_OK);
	struct tree *tree = &test->box->workspace->tree;
	assert_string_equal(text_at(test, "cadup/risks/RSK-001.yaml"), "title: first\n");
	assert_string_equal(text_at(test, "cadup/risks/RSK-001.yaml"), "title: first\n");
	assert_string_equal(text_at(test, "cadup/risks/RSK-002.yaml"), "not found");
	assert_string_equal(text_at(test, "cadup/nothing/RSK-002.yaml"), "not found");
	assert_string_equal(text_at(test, "cadup/project.yaml/x"), "not found");
	assert_string_equal(text_at(test, "../README"), pmo_result_name(PMO_INVALID));
	assert_true(tree_exists(tree, "cadup"));
	assert_true(tree_exists(tree, "cadup/risks/RSK-001.yaml"));
	assert_false(tree_exists(tree, "cadup/risks/RSK-002.yaml"));
	assert_false(tree_exists(tree, ".pmo"));
	struct tree_names names;
	assert_int_equal(tree_list(tree, "", &names), PMO_OK);
	assert_int_equal(names.count, 2);
	assert_string_equal(names.items[0].name, "cadup");
	assert_int_equal(names.items[0].type, TREE_FOLDER);
	assert_string_equal(names.items[1].name, "pmo.yaml");
	assert_int_equal(tree_list(tree, "cadup/none", &names), PMO_NOT_FOUND);
	assert_int_equal(tree_list(tree, "cadup/risks", &names), PMO_OK);
	assert_int_equal(names.count, 1);
}

static void many_files_are_read_in_any_order(void **state)
{
	enum { MANY = 300 };
	struct gitbox *test = *state;
	char path[64], text[64];
	begin(test);
	for (int i = 0; i < MANY; i++) {
		snprintf(path, sizeof(path), "ws/cadup/risks/RSK-%03d.yaml", i);
		snprintf(text, sizeof(text), "title: number %d\n", i);
		sandbox_write(test->box, path, text);
	}
	commit_at(test, "2026-10-01 12:00 +0000");
	assert_int_equal(open_at(test, "HEAD"), PMO_OK);
	/* in order, backwards, then by jumps with a folder read in between */
	for (int i = 0; i < MANY; i++) {
		int number = i < 100 ? i : i < 200 ? 399 - i : (i * 7) % MANY;
		snprintf(path, sizeof(path), "cadup/risks/RSK-%03d.yaml", number);
		snprintf(text, sizeof(text), "title: number %d\n", number);
		assert_string_equal(text_at(test, path), text);
		if (i == 150)
			assert_string_equal(text_at(test, "cadup/none/x.yaml"), "not found");
	}
	const struct pmo_schema *schema = pmo_workspace_schema(test->box->workspace, "risk");
	struct pmo_records records;
	assert_int_equal(pmo_workspace_records(test->box->workspace,
					       pmo_workspace_project(test->box->workspace), schema,
					       &records),
			 PMO_OK);
	assert_int_equal(records.count, MANY);
}

static void odd_types_and_long_files_are_told(void **state)
{
	struct gitbox *test = *state;
	struct tree_file file;
	struct tree_names names;
	begin(test);
	gitbox_run(test,
		   "ln -s ../project.yaml ws/cadup/risks/RSK-002.yaml && ln -s risks ws/cadup/old");
	gitbox_run(test, "git update-index --add --cacheinfo "
			 "160000,0123456789012345678901234567890123456789,ws/cadup/module");
	commit_at(test, "2026-10-01 12:00 +0000");
	assert_int_equal(open_at(test, "HEAD"), PMO_OK);
	struct tree *tree = &test->box->workspace->tree;
	assert_int_equal(tree_read(tree, "cadup/risks/RSK-002.yaml", 100, &file), PMO_UNSUPPORTED);
	assert_int_equal(tree_read(tree, "cadup/old/RSK-001.yaml", 100, &file), PMO_UNSUPPORTED);
	assert_int_equal(tree_read(tree, "cadup/risks", 100, &file), PMO_UNSUPPORTED);
	assert_int_equal(tree_list(tree, "cadup/old", &names), PMO_UNSUPPORTED);
	assert_int_equal(tree_read(tree, "cadup/project.yaml", 100, &file), PMO_OK);
	assert_int_equal(tree_read(tree, "pmo.yaml", 5, &file), PMO_INVALID);
	assert_false(tree_exists(tree, "cadup/module"));
}

static void a_date_is_the_last_commit_of_that_day_in_the_zone(void **state)
{
	static const struct {
		const char *at, *title, *today;
	} cases[] = {
		{ "2026-10-30", "late", "2026-10-30" }, /* 23:30 in Chicago, the 31st in UTC */
		{ "2026-10-29", "first", "2026-10-29" },
		{ "2026-10-31", "late", "2026-10-31" },
		{ "2026-11-10", "newest", "2026-11-10" }, /* behind the change of the clocks */
		{ "2026-11-09", "late", "2026-11-09" },
		{ "2030-01-01", "newest", "2030-01-01" },
		{ "HEAD", "newest", "2026-11-10" },
		{ "HEAD~1", "late", "2026-10-30" }, /* the commit's day in the zone */
		{ "first", "first", "2026-10-01" }, /* a tag */
		{ "-10d", "late", "" },             /* working days before the 20th: the 6th */
	};
	struct gitbox *test = *state;
	begin(test);
	commit_at(test, "2026-10-01 12:00 +0000");
	gitbox_run(test, "git tag -m note first");
	sandbox_write(test->box, "ws/cadup/risks/RSK-001.yaml", "title: late\n");
	commit_at(test, "2026-10-30 23:30 -0500");
	sandbox_write(test->box, "ws/cadup/risks/RSK-001.yaml", "title: newest\n");
	commit_at(test, "2026-11-10 23:59:59 -0600");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char expected[64], today[PMO_DATE_SIZE];
		assert_int_equal(open_at(test, cases[i].at), PMO_OK);
		snprintf(expected, sizeof(expected), "title: %s\n", cases[i].title);
		assert_string_equal(text_at(test, "cadup/risks/RSK-001.yaml"), expected);
		pmo_date_format(pmo_workspace_world(test->box->workspace)->today, today);
		if (*cases[i].today)
			assert_string_equal(today, cases[i].today);
	}
}

static void a_date_follows_the_first_parents_and_no_side_branch(void **state)
{
	struct gitbox *test = *state;
	begin(test);
	commit_at(test, "2026-10-01 12:00 +0000");
	gitbox_run(test, "git checkout --quiet -b side");
	sandbox_write(test->box, "ws/cadup/risks/RSK-002.yaml", "title: side\n");
	commit_at(test, "2026-10-02 12:00 +0000");
	gitbox_run(
		test,
		"git checkout --quiet - && export GIT_COMMITTER_DATE='2026-10-05 12:00 +0000' && "
		"git merge --quiet --no-ff -m merge side");
	assert_int_equal(open_at(test, "2026-10-03"), PMO_OK);
	assert_string_equal(text_at(test, "cadup/risks/RSK-002.yaml"), "not found");
	assert_int_equal(open_at(test, "2026-10-05"), PMO_OK);
	assert_string_equal(text_at(test, "cadup/risks/RSK-002.yaml"), "title: side\n");
}

static void what_does_not_exist_is_told(void **state)
{
	static const struct {
		const char *at, *message;
	} cases[] = {
		{ "nonesuch", "--at 'nonesuch' is no revision that git knows here, and no date" },
		{ "", "--at '' is no revision that git knows here, and no date" },
		{ "HEAD\nHEAD", "--at 'HEAD" },
		{ "HEAD~9", "--at 'HEAD~9' is no revision" },
		{ "HEAD^{tree}", "--at 'HEAD^{tree}' is no revision" },
		{ "--help", "--at '--help' is no revision" },
		{ "2026-02-30", "--at '2026-02-30' is no revision" },
		{ "2026-09-30",
		  "there is no commit by the end of 2026-09-30; the first one is of 2026-10-01" },
		{ "1960-01-01", "there is no commit by the end of 1960-01-01" },
	};
	struct gitbox *test = *state;
	begin(test);
	commit_at(test, "2026-10-01 12:00 +0000");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(open_at(test, cases[i].at), PMO_INVALID);
		assert_non_null(test->box->diags.last);
		if (!strstr(test->box->diags.last->message, cases[i].message))
			fail_msg("%s: %s", cases[i].at, test->box->diags.last->message);
	}
	test->box->env.git = NULL;
	assert_int_equal(open_at(test, "HEAD"), PMO_IO);
	assert_string_equal(test->box->diags.last->code, "git-missing");
}

/* A program that answers in git's place; $i is the line it was asked. */
static void write_fake_git(struct gitbox *test, const char *answer)
{
	char script[1024];
	snprintf(script, sizeof(script),
		 "#!/bin/sh\ncase \"$*\" in\n*rev-parse*) printf 'false\\n\\n' ;;\n"
		 "*cat-file*) read i; %s ;;\nesac\n",
		 answer);
	sandbox_write(test->box, "git", script);
	gitbox_run(test, "chmod +x git");
	snprintf(test->git, sizeof(test->git), "%s/git", test->box->path);
}

static void a_git_that_lies_or_dies_is_an_error_and_no_hang(void **state)
{
#define ID "0123456789012345678901234567890123456789"
	static const struct {
		const char *answer;
		enum pmo_result result;
	} cases[] = {
		{ "exit 1", PMO_IO },
		{ "kill -9 $$", PMO_IO },
		{ "printf 'no line end'", PMO_IO },
		{ "printf '" ID " commit 1000\\nshort'", PMO_IO },
		{ "printf '" ID " commit 99999999999999999999999999\\n'; cat", PMO_INVALID },
		{ "printf '" ID " commit -5\\n'; read i; echo x missing; cat", PMO_INVALID },
		{ "printf '" ID " commit 5\\nhello\\n'; read i; echo x missing; cat", PMO_INVALID },
		{ "echo HEAD missing; read i; echo HEAD missing; cat", PMO_INVALID },
		{ "echo " ID " blob; read i; echo x ambiguous; cat", PMO_INVALID },
		{ "printf '" ID " commit 46\\ntree " ID "\\n\\n'; read i; echo x missing",
		  PMO_INVALID },
		{ "printf '" ID " commit 46\\ntree " ID "\\n\\n'; exit 0", PMO_IO },
	};
#undef ID
	struct gitbox *test = *state;
	begin(test);
	gitbox_run(test, "rm -rf .git");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		write_fake_git(test, cases[i].answer);
		enum pmo_result result = open_at(test, "HEAD");
		if (result != cases[i].result)
			fail_msg("%s: %s", cases[i].answer, pmo_result_name(result));
		assert_int_equal(test->box->diags.count[PMO_ERROR], 1);
	}
}

static void the_past_is_not_written(void **state)
{
	struct gitbox *test = *state;
	struct pmo_update_options options = { .on = PMO_DATE_NONE };
	struct pmo_update *update;
	begin(test);
	commit_at(test, "2026-10-01 12:00 +0000");
	assert_int_equal(open_at(test, "HEAD"), PMO_OK);
	assert_int_equal(pmo_update_begin(test->box->workspace, &options, &update), PMO_USAGE);
	pmo_update_end(update);
	options.dry = true;
	assert_int_equal(pmo_update_begin(test->box->workspace, &options, &update), PMO_USAGE);
	pmo_update_end(update);
	assert_string_equal(gitbox_run(test, "git status --short"), "");
}

static void damaged_tree_objects_end_where_the_damage_begins(void **state)
{
	static const char bytes[] =
		"100644 a\0ABCDEFGHIJKLMNOPQRST40000 b\0abcdefghijklmnopqrst1006";
	struct git_object tree = { .type = "tree", .bytes = bytes };
	struct git_entry entry;
	size_t at = 0;
	(void)state;
	snprintf(tree.id, sizeof(tree.id), "%040d", 0);
	tree.length = sizeof(bytes) - 1;
	assert_true(git_next_entry(&tree, &at, &entry));
	assert_string_equal(entry.name, "a");
	assert_int_equal(entry.mode, 0100644);
	assert_string_equal(entry.id, "4142434445464748494a4b4c4d4e4f5051525354");
	assert_true(git_next_entry(&tree, &at, &entry));
	assert_int_equal(entry.mode, 0040000);
	assert_false(git_next_entry(&tree, &at, &entry));
	for (size_t length = 0; length < sizeof(bytes) - 1; length++) {
		tree.length = length;
		int count = 0;
		for (at = 0; git_next_entry(&tree, &at, &entry);)
			count++;
		assert_int_equal(count, (length >= 29) + (length >= 57));
	}
}

static void a_commit_is_read_by_its_header(void **state)
{
	static const char text[] = "tree 0123456789012345678901234567890123456789\n"
				   "parent 1123456789012345678901234567890123456789\n"
				   "parent 2123456789012345678901234567890123456789\n"
				   "author A > B <a@b> 5 +0000\n"
				   "committer C <c@d> 1793404799 -0500\n"
				   "\ntree of life\n";
	struct git_object object = { .type = "commit", .bytes = text, .length = sizeof(text) - 1 };
	struct git_commit commit;
	(void)state;
	assert_true(git_parse_commit(&object, &commit));
	assert_string_equal(commit.tree, "0123456789012345678901234567890123456789");
	assert_string_equal(commit.parent, "1123456789012345678901234567890123456789");
	assert_int_equal(commit.time, 1793404799);
	assert_string_equal(commit.message, "tree of life\n");
	object.bytes = "\n";
	assert_false(git_parse_commit(&object, &commit));
	object.bytes =
		"tree of a name that is much longer than any object's name can ever be, really\n";
	assert_false(git_parse_commit(&object, &commit));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, gitbox_setup, gitbox_teardown)
	const struct CMUnitTest tests[] = {
		CASE(files_and_folders_are_those_of_the_commit),
		CASE(many_files_are_read_in_any_order),
		CASE(odd_types_and_long_files_are_told),
		CASE(a_date_is_the_last_commit_of_that_day_in_the_zone),
		CASE(a_date_follows_the_first_parents_and_no_side_branch),
		CASE(what_does_not_exist_is_told),
		CASE(a_git_that_lies_or_dies_is_an_error_and_no_hang),
		CASE(the_past_is_not_written),
		cmocka_unit_test(damaged_tree_objects_end_where_the_damage_begins),
		cmocka_unit_test(a_commit_is_read_by_its_header),
	};
#undef CASE
	return cmocka_run_group_tests(tests, NULL, NULL);
}
