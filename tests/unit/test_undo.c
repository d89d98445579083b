#include "treetest.h"

#include "store/undo.h"

static void apply(struct treetest *test, const char *command, const char *path, const char *text)
{
	struct commit commit;
	struct journal_note note = { command, "2026-11-20", "PC" };
	commit_init(&commit, &test->tree, &note);
	treetest_change(test, &commit, path, text);
	assert_int_equal(commit_apply(&commit), PMO_OK);
}

static void commands_are_listed_and_taken_back_newest_first(void **state)
{
	struct treetest *test = *state;
	struct undo_list list;
	struct undo_entry undone;
	treetest_put(test, "a.yaml", "zero");
	treetest_lock(test);
	assert_int_equal(undo_list(&test->tree, &list), PMO_OK);
	assert_int_equal(list.count, 0);
	apply(test, "risk set RSK-1", "a.yaml", "one");
	apply(test, "risk set RSK-2", "a.yaml", "two");
	apply(test, "risk void RSK-3", "a.yaml", NULL);
	assert_int_equal(undo_list(&test->tree, &list), PMO_OK);
	assert_int_equal(list.count, 3);
	assert_string_equal(list.items[0].journal.note.command, "risk void RSK-3");
	assert_string_equal(list.items[2].journal.note.command, "risk set RSK-1");
	assert_string_equal(list.items[2].journal.note.by, "PC");
	assert_string_equal(list.items[2].journal.changes[0].path, "a.yaml");
	static const char *const before[] = { "two", "one", "zero" };
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(undo_apply(&test->tree, &undone), PMO_OK);
		assert_string_equal(undone.journal.note.command,
				    list.items[i].journal.note.command);
		treetest_expect(test, "a.yaml", before[i]);
	}
	assert_int_equal(undo_apply(&test->tree, &undone), PMO_NOT_FOUND);
	lock_release(&test->lock);
	assert_int_equal(treetest_count(test, ".pmo/tmp"), 0);
}

static void undo_is_refused_when_a_file_changed_and_names_it(void **state)
{
	struct treetest *test = *state;
	struct undo_entry undone;
	treetest_put(test, "a.yaml", "zero");
	treetest_lock(test);
	apply(test, "risk set RSK-1", "a.yaml", "one");
	treetest_put(test, "a.yaml", "by hand");
	assert_int_equal(undo_apply(&test->tree, &undone), PMO_CONFLICT);
	assert_string_equal(treetest_diag(test, "undo-conflict")->source->path, "a.yaml");
	treetest_expect(test, "a.yaml", "by hand");
	treetest_put(test, "a.yaml", "one");
	assert_int_equal(undo_apply(&test->tree, &undone), PMO_OK);
	lock_release(&test->lock);
	treetest_expect(test, "a.yaml", "zero");
}

static void what_a_command_made_goes_with_its_folders_but_not_a_persons_file(void **state)
{
	struct treetest *test = *state;
	struct undo_entry undone;
	treetest_folder(test, "p");
	treetest_lock(test);
	apply(test, "add", "p/risks/deep/RSK-1.yaml", "one");
	assert_int_equal(undo_apply(&test->tree, &undone), PMO_OK);
	assert_true(tree_exists(&test->tree, "p"));
	assert_false(tree_exists(&test->tree, "p/risks"));
	apply(test, "add", "p/risks/deep/RSK-1.yaml", "one");
	treetest_put(test, "p/risks/mine.txt", "mine");
	assert_int_equal(undo_apply(&test->tree, &undone), PMO_OK);
	lock_release(&test->lock);
	assert_false(tree_exists(&test->tree, "p/risks/deep"));
	treetest_expect(test, "p/risks/mine.txt", "mine");
}

static void a_folder_emptied_by_a_command_comes_back(void **state)
{
	struct treetest *test = *state;
	struct undo_entry undone;
	struct commit commit;
	treetest_folder(test, "risks");
	treetest_put(test, "risks/RSK-1.yaml", "one");
	treetest_lock(test);
	commit_init(&commit, &test->tree, &treetest_note);
	treetest_change(test, &commit, "risks/RSK-1.yaml", NULL);
	treetest_change(test, &commit, "risks.yaml", "RSK-1: one");
	assert_int_equal(commit_prune(&commit, "risks"), PMO_OK);
	assert_int_equal(commit_apply(&commit), PMO_OK);
	assert_false(tree_exists(&test->tree, "risks"));
	assert_int_equal(undo_apply(&test->tree, &undone), PMO_OK);
	lock_release(&test->lock);
	treetest_expect(test, "risks/RSK-1.yaml", "one");
	assert_false(tree_exists(&test->tree, "risks.yaml"));
}

static void who_may_not_read_a_file_may_not_read_its_before_image(void **state)
{
	struct treetest *test = *state;
	struct stat status;
	char full[256];
	treetest_put(test, "a.yaml", "secret");
	treetest_path(test, "a.yaml", full);
	assert_int_equal(chmod(full, 0600), 0);
	treetest_lock(test);
	apply(test, "void", "a.yaml", NULL);
	lock_release(&test->lock);
	treetest_path(test, ".pmo/undo/000001", full);
	assert_int_equal(stat(full, &status), 0);
	assert_int_equal(status.st_mode & 0077, 0);
	struct undo_entry undone;
	treetest_lock(test);
	assert_int_equal(undo_apply(&test->tree, &undone), PMO_OK);
	lock_release(&test->lock);
	treetest_path(test, "a.yaml", full);
	assert_int_equal(stat(full, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
}

static void only_the_last_hundred_are_kept(void **state)
{
	struct treetest *test = *state;
	struct undo_list list;
	char text[16];
	treetest_put(test, "a.yaml", "start");
	treetest_lock(test);
	for (int i = 0; i < UNDO_KEPT + 5; i++) {
		snprintf(text, sizeof(text), "%d", i);
		apply(test, text, "a.yaml", text);
	}
	assert_int_equal(undo_list(&test->tree, &list), PMO_OK);
	lock_release(&test->lock);
	assert_int_equal(list.count, UNDO_KEPT);
	assert_int_equal(list.items[0].number, UNDO_KEPT + 5);
	assert_int_equal(treetest_count(test, ".pmo/undo"), UNDO_KEPT);
}

static void a_damaged_before_image_is_refused(void **state)
{
	struct treetest *test = *state;
	struct undo_entry undone;
	struct undo_list list;
	treetest_put(test, "a.yaml", "zero");
	treetest_lock(test);
	apply(test, "one", "a.yaml", "one");
	apply(test, "two", "a.yaml", "two");
	treetest_put(test, ".pmo/undo/000002/0", "else");
	assert_int_equal(undo_apply(&test->tree, &undone), PMO_INVALID);
	treetest_diag(test, "undo-damaged");
	treetest_expect(test, "a.yaml", "two");
	treetest_put(test, ".pmo/undo/000002/entry", "else");
	assert_int_equal(undo_apply(&test->tree, &undone), PMO_INVALID);
	assert_int_equal(undo_list(&test->tree, &list), PMO_OK);
	lock_release(&test->lock);
	assert_int_equal(list.count, 1);
	assert_int_equal(test->diags.count[PMO_WARNING], 1);
}

/* The step at which the process ends. */
static void end_at(const char *step, void *data)
{
	int *countdown = data;
	(void)step;
	if ((*countdown)-- == 0)
		_exit(99);
}

static void killed_at_any_step_of_undo_the_tree_is_old_or_new(void **state)
{
	struct treetest *test = *state;
	struct commit commit;
	int n = 0, ended = 99;
	treetest_put(test, "a.yaml", "a old");
	for (; ended == 99; n++) {
		treetest_lock(test);
		commit_init(&commit, &test->tree, &treetest_note);
		treetest_change(test, &commit, "a.yaml", "a new");
		treetest_change(test, &commit, "made/b.yaml", "b new");
		assert_int_equal(commit_apply(&commit), PMO_OK);
		lock_release(&test->lock);
		pid_t child = fork();
		if (child == 0) {
			struct undo_entry undone;
			int countdown = n;
			test->tree.step_hook = end_at;
			test->tree.step_data = &countdown;
			treetest_lock(test);
			_exit(undo_apply(&test->tree, &undone) == PMO_OK ? 0 : 1);
		}
		int status;
		waitpid(child, &status, 0);
		ended = WEXITSTATUS(status);
		assert_true(ended == 0 || ended == 99);
		treetest_lock(test);
		struct undo_list list;
		assert_int_equal(undo_list(&test->tree, &list), PMO_OK);
		char text[512];
		bool is_undone = strcmp(treetest_get(test, "a.yaml", text), "a old") == 0;
		treetest_expect(test, "made/b.yaml", is_undone ? "-" : "b new");
		assert_int_equal(list.count, is_undone ? 0 : 1);
		struct undo_entry undone;
		if (!is_undone)
			assert_int_equal(undo_apply(&test->tree, &undone), PMO_OK);
		else
			assert_int_equal(undo_apply(&test->tree, &undone), PMO_NOT_FOUND);
		lock_release(&test->lock);
		treetest_expect(test, "a.yaml", "a old");
		assert_false(tree_exists(&test->tree, "made"));
		assert_int_equal(treetest_count(test, ".pmo/tmp"), 0);
	}
	assert_true(n > 15);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, treetest_setup, treetest_teardown)
		CASE(commands_are_listed_and_taken_back_newest_first),
		CASE(undo_is_refused_when_a_file_changed_and_names_it),
		CASE(what_a_command_made_goes_with_its_folders_but_not_a_persons_file),
		CASE(a_folder_emptied_by_a_command_comes_back),
		CASE(who_may_not_read_a_file_may_not_read_its_before_image),
		CASE(only_the_last_hundred_are_kept),
		CASE(a_damaged_before_image_is_refused),
		CASE(killed_at_any_step_of_undo_the_tree_is_old_or_new),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
