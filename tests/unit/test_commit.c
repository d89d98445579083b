#include "treetest.h"

#include "base/file.h"
#include "store/undo.h"

/* What a test makes happen at a step: the N-th, or the first of a name. */
struct event {
	const char *step; /* NULL: any */
	int countdown;    /* fires when it reaches 0 */
	const struct treetest *test;
	const char *path, *text; /* a hand edit; NULL: the process ends */
};

static void on_step(const char *step, void *data)
{
	struct event *event = data;
	if ((event->step && strcmp(event->step, step) != 0) || event->countdown-- != 0)
		return;
	if (!event->path)
		_exit(99);
	treetest_put(event->test, event->path, event->text);
}

static void set_event(struct treetest *test, struct event *event)
{
	event->test = test;
	test->tree.step_hook = on_step;
	test->tree.step_data = event;
}

static enum pmo_result apply_one(struct treetest *test, const char *path, const char *text)
{
	struct commit commit;
	commit_init(&commit, &test->tree, &treetest_note);
	treetest_change(test, &commit, path, text);
	return commit_apply(&commit);
}

static void a_changed_file_keeps_its_mode_and_a_new_one_follows_the_umask(void **state)
{
	struct treetest *test = *state;
	struct stat status;
	char full[256];
	treetest_put(test, "a.yaml", "old");
	treetest_path(test, "a.yaml", full);
	assert_int_equal(chmod(full, 0604), 0);
	mode_t mask = umask(027);
	treetest_lock(test);
	assert_int_equal(apply_one(test, "a.yaml", "new"), PMO_OK);
	assert_int_equal(apply_one(test, "b.yaml", "made"), PMO_OK);
	lock_release(&test->lock);
	umask(mask);
	treetest_expect(test, "a.yaml", "new");
	assert_int_equal(stat(full, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0604);
	treetest_path(test, "b.yaml", full);
	assert_int_equal(stat(full, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0640);
	assert_int_equal(treetest_count(test, ".pmo/tmp"), 0);
}

static void a_change_that_changes_nothing_writes_nothing(void **state)
{
	struct treetest *test = *state;
	struct commit commit;
	struct stat before, after;
	char full[256];
	treetest_put(test, "a.yaml", "same");
	treetest_path(test, "a.yaml", full);
	assert_int_equal(stat(full, &before), 0);
	treetest_lock(test);
	commit_init(&commit, &test->tree, &treetest_note);
	treetest_change(test, &commit, "a.yaml", "same");
	assert_int_equal(commit_apply(&commit), PMO_OK);
	lock_release(&test->lock);
	assert_int_equal(stat(full, &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_int_equal(treetest_count(test, ".pmo/undo"), 0);
}

static void an_edit_before_the_commit_is_a_conflict_and_stays(void **state)
{
	struct treetest *test = *state;
	struct commit commit;
	treetest_put(test, "a.yaml", "old");
	treetest_put(test, "b.yaml", "old");
	treetest_lock(test);
	commit_init(&commit, &test->tree, &treetest_note);
	treetest_change(test, &commit, "a.yaml", "new");
	treetest_change(test, &commit, "b.yaml", "new");
	treetest_put(test, "b.yaml", "by hand");
	assert_int_equal(commit_apply(&commit), PMO_CONFLICT);
	lock_release(&test->lock);
	assert_string_equal(treetest_diag(test, "conflict")->source->path, "b.yaml");
	treetest_expect(test, "a.yaml", "old");
	treetest_expect(test, "b.yaml", "by hand");
	assert_int_equal(treetest_count(test, ".pmo/tmp"), 0);
	assert_int_equal(treetest_count(test, ".pmo/undo"), 0);
}

static void an_edit_in_the_last_moment_is_put_back(void **state)
{
	struct treetest *test = *state;
	static const struct {
		const char *step, *path, *text;
	} cases[] = {
		{ "exchange", "a.yaml", "new" },
		{ "move aside", "a.yaml", NULL },
		{ "create", "fresh.yaml", "new" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct event event = { cases[i].step, 0, NULL, cases[i].path, "by hand" };
		treetest_put(test, "a.yaml", "old");
		treetest_lock(test);
		set_event(test, &event);
		assert_int_equal(apply_one(test, cases[i].path, cases[i].text), PMO_CONFLICT);
		test->tree.step_hook = NULL;
		lock_release(&test->lock);
		assert_int_equal(event.countdown, -1);
		treetest_expect(test, cases[i].path, "by hand");
		assert_int_equal(treetest_count(test, ".pmo/tmp"), 0);
		assert_int_equal(treetest_count(test, ".pmo/undo"), 0);
	}
}

static void an_edit_in_the_last_moment_refuses_all_of_several_files(void **state)
{
	struct treetest *test = *state;
	struct commit commit;
	struct event event = { "exchange", 1, NULL, "b.yaml", "by hand" };
	treetest_put(test, "a.yaml", "old");
	treetest_put(test, "b.yaml", "old");
	treetest_lock(test);
	commit_init(&commit, &test->tree, &treetest_note);
	treetest_change(test, &commit, "a.yaml", "new");
	treetest_change(test, &commit, "b.yaml", "new");
	treetest_change(test, &commit, "made/c.yaml", "new");
	set_event(test, &event);
	assert_int_equal(commit_apply(&commit), PMO_CONFLICT);
	test->tree.step_hook = NULL;
	lock_release(&test->lock);
	treetest_expect(test, "a.yaml", "old");
	treetest_expect(test, "b.yaml", "by hand");
	treetest_expect(test, ".pmo/journal", "-");
	assert_int_equal(tree_exists(&test->tree, "made"), false);
	assert_int_equal(treetest_count(test, ".pmo/tmp"), 0);
	assert_int_equal(treetest_count(test, ".pmo/undo"), 0);
}

static void a_link_put_in_a_files_place_is_a_conflict(void **state)
{
	struct treetest *test = *state;
	struct commit commit;
	char full[256];
	treetest_put(test, "a.yaml", "old");
	treetest_put(test, "target", "old");
	treetest_lock(test);
	commit_init(&commit, &test->tree, &treetest_note);
	treetest_change(test, &commit, "a.yaml", "new");
	treetest_path(test, "a.yaml", full);
	assert_int_equal(unlink(full), 0);
	assert_int_equal(symlink("target", full), 0);
	assert_int_equal(commit_apply(&commit), PMO_CONFLICT);
	lock_release(&test->lock);
	treetest_expect(test, "target", "old");
}

static void without_exchange_the_longer_way_does_the_same(void **state)
{
	struct treetest *test = *state;
	test->tree.has_no_exchange = true;
	treetest_put(test, "a.yaml", "old");
	treetest_lock(test);
	assert_int_equal(apply_one(test, "a.yaml", "new"), PMO_OK);
	assert_int_equal(apply_one(test, "b.yaml", "made"), PMO_OK);
	treetest_expect(test, "a.yaml", "new");
	treetest_expect(test, "b.yaml", "made");
	assert_int_equal(apply_one(test, "a.yaml", NULL), PMO_OK);
	treetest_expect(test, "a.yaml", "-");
	struct event event = { "keep a second name", 0, NULL, "b.yaml", "by hand" };
	set_event(test, &event);
	assert_int_equal(apply_one(test, "b.yaml", "new"), PMO_CONFLICT);
	struct event taken = { "link", 0, NULL, "c.yaml", "by hand" };
	set_event(test, &taken);
	assert_int_equal(apply_one(test, "c.yaml", "new"), PMO_CONFLICT);
	test->tree.step_hook = NULL;
	lock_release(&test->lock);
	treetest_expect(test, "b.yaml", "by hand");
	treetest_expect(test, "c.yaml", "by hand");
	assert_int_equal(treetest_count(test, ".pmo/tmp"), 0);
}

static void paths_that_cannot_be_together_are_refused(void **state)
{
	struct treetest *test = *state;
	struct commit commit;
	treetest_lock(test);
	commit_init(&commit, &test->tree, &treetest_note);
	assert_int_equal(commit_write(&commit, "../x", NULL, "x", 1), PMO_INVALID);
	assert_int_equal(commit_write(&commit, ".git/hooks/post-commit", NULL, "x", 1),
			 PMO_INVALID);
	assert_int_equal(commit_write(&commit, "a", NULL, "x", 1), PMO_OK);
	assert_int_equal(commit_write(&commit, "a/b", NULL, "x", 1), PMO_OK);
	assert_int_equal(commit_apply(&commit), PMO_INVALID);
	commit_init(&commit, &test->tree, &treetest_note);
	assert_int_equal(commit_write(&commit, "a", NULL, "x", 1), PMO_OK);
	assert_int_equal(commit_write(&commit, "a", NULL, "y", 1), PMO_OK);
	assert_int_equal(commit_apply(&commit), PMO_INVALID);
	lock_release(&test->lock);
	treetest_expect(test, "a", "-");
}

static void hundreds_of_files_in_many_folders_change_at_once(void **state)
{
	struct treetest *test = *state;
	struct commit commit;
	char path[64];
	treetest_lock(test);
	commit_init(&commit, &test->tree, &treetest_note);
	for (int i = 0; i < 300; i++) {
		snprintf(path, sizeof(path), "p%d/q%d/%d.yaml", i % 5, i % 3, i);
		char *copy = pmo_arena_string(&test->arena, path);
		assert_int_equal(commit_write(&commit, copy, NULL, "x: 1\n", 5), PMO_OK);
	}
	assert_int_equal(commit_apply(&commit), PMO_OK);
	treetest_expect(test, "p4/q2/299.yaml", "x: 1\n");
	struct undo_entry undone;
	assert_int_equal(undo_apply(&test->tree, &undone), PMO_OK);
	lock_release(&test->lock);
	assert_int_equal(treetest_count(test, ""), 1);
}

/* The change that is killed: two files change, one is made in a new folder, one goes. */
struct shape {
	const char *name;
	bool is_many, has_no_exchange;
	const char *path, *text; /* when it is one file */
};

static void put_old(struct treetest *test)
{
	treetest_put(test, "a.yaml", "a old");
	treetest_put(test, "b.yaml", "b old");
	treetest_put(test, "d.yaml", "d old");
}

static void collect(struct treetest *test, const struct shape *shape, struct commit *commit)
{
	commit_init(commit, &test->tree, &treetest_note);
	if (!shape->is_many) {
		treetest_change(test, commit, shape->path, shape->text);
		return;
	}
	treetest_change(test, commit, "a.yaml", "a new");
	treetest_change(test, commit, "made/c.yaml", "c new");
	treetest_change(test, commit, "d.yaml", NULL);
	treetest_change(test, commit, "b.yaml", "b new");
}

static const char *const files[] = { "a.yaml", "b.yaml", "d.yaml", "made/c.yaml" };

/* What a reader sees, as one text. */
static void see(struct treetest *test, char seen[256])
{
	seen[0] = '\0';
	assert_int_equal(tree_begin_read(&test->tree), PMO_OK);
	for (size_t i = 0; i < 4; i++) {
		struct tree_file file;
		enum pmo_result result = tree_read(&test->tree, files[i], 100, &file);
		assert_true(result == PMO_OK || result == PMO_NOT_FOUND);
		assert_int_equal(tree_exists(&test->tree, files[i]), result == PMO_OK);
		size_t used = strlen(seen);
		snprintf(seen + used, 256 - used, "%s;", result == PMO_OK ? file.bytes : "-");
	}
	struct tree_names names;
	assert_int_equal(tree_list(&test->tree, "", &names), PMO_OK);
	for (size_t i = 0; i < names.count; i++) {
		size_t used = strlen(seen);
		snprintf(seen + used, 256 - used, "%s ", names.items[i].name);
	}
	assert_int_equal(tree_end_read(&test->tree), PMO_OK);
	test->tree.pending = NULL;
}

/* Runs the change in a process that ends at step N; false: it came to its end. */
static bool killed_at(struct treetest *test, const struct shape *shape, int n)
{
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct commit commit;
		struct event event = { .countdown = n };
		test->tree.has_no_exchange = shape->has_no_exchange;
		set_event(test, &event);
		if (lock_take(&test->tree, 0, "x", &test->lock) != PMO_OK ||
		    commit_recover(&test->tree) != PMO_OK)
			_exit(1);
		collect(test, shape, &commit);
		_exit(commit_apply(&commit) == PMO_OK ? 0 : 1);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_true(WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 99);
	return WEXITSTATUS(status) == 99;
}

static const struct shape shapes[] = {
	{ "replace", false, false, "a.yaml", "a new" },
	{ "create", false, false, "fresh.yaml", "new" },
	{ "create in a new folder", false, false, "made/c.yaml", "c new" },
	{ "remove", false, false, "d.yaml", NULL },
	{ "several", true, false, NULL, NULL },
	{ "replace by rename", false, true, "a.yaml", "a new" },
	{ "several by rename", true, true, NULL, NULL },
};

enum { SHAPES = sizeof(shapes) / sizeof(shapes[0]) };

static void in_a_fresh_tree(const struct shape *shape,
			    void (*run)(struct treetest *, const struct shape *, int), int n)
{
	void *state;
	treetest_setup(&state);
	put_old(state);
	run(state, shape, n);
	treetest_teardown(&state);
}

static bool was_killed; /* whether the last run reached its step */

static void check_killed(struct treetest *test, const struct shape *shape, int n)
{
	char old[256], after_kill[256], recovered[256], new[256];
	see(test, old);
	was_killed = killed_at(test, shape, n);
	see(test, after_kill);
	treetest_lock(test);
	assert_int_equal(treetest_count(test, ".pmo/tmp"), 0);
	assert_int_equal(treetest_count(test, ".pmo/kept"), 0);
	assert_int_equal(test->diags.count[PMO_ERROR] + test->diags.count[PMO_WARNING], 0);
	see(test, recovered);
	struct undo_list list;
	assert_int_equal(undo_list(&test->tree, &list), PMO_OK);
	bool is_old = strcmp(recovered, old) == 0;
	assert_int_equal(list.count, is_old ? 0 : 1);
	if (is_old) {
		struct commit commit;
		collect(test, shape, &commit);
		assert_int_equal(commit_apply(&commit), PMO_OK);
	} else {
		/* Readers saw it before anybody completed it. */
		assert_string_equal(after_kill, recovered);
	}
	see(test, new);
	assert_string_not_equal(new, old);
	if (!is_old)
		assert_string_equal(new, recovered);
	struct undo_entry undone;
	assert_int_equal(undo_apply(&test->tree, &undone), PMO_OK);
	lock_release(&test->lock);
	char undid[256];
	see(test, undid);
	assert_string_equal(undid, old);
}

static void killed_at_any_step_the_tree_is_old_or_new(void **state)
{
	(void)state;
	for (size_t i = 0; i < SHAPES; i++) {
		int n = 0;
		do
			in_a_fresh_tree(&shapes[i], check_killed, n++);
		while (was_killed);
		assert_true(n > 10);
	}
}

/* Is killed while it recovers from being killed. */
static void check_killed_twice(struct treetest *test, const struct shape *shape, int n)
{
	static const struct shape next = { "next", false, false, "b.yaml", "b next" };
	char old[256], new[256];
	see(test, old);
	/* The first process ends between the first and the second file. */
	int at = 0;
	pid_t child = fork();
	if (child == 0) {
		struct commit commit;
		struct event event = { "exchange", 1, NULL, NULL, NULL };
		set_event(test, &event);
		treetest_lock(test);
		collect(test, shape, &commit);
		_exit(commit_apply(&commit) == PMO_OK ? 0 : 1);
	}
	waitpid(child, &at, 0);
	assert_int_equal(WEXITSTATUS(at), 99);
	see(test, new);
	assert_string_not_equal(old, new);
	was_killed = killed_at(test, &next, n);
	treetest_lock(test);
	lock_release(&test->lock);
	treetest_expect(test, "a.yaml", "a new");
	treetest_expect(test, "made/c.yaml", "c new");
	treetest_expect(test, "d.yaml", "-");
	char b[512];
	treetest_get(test, "b.yaml", b);
	assert_true(strcmp(b, "b new") == 0 || strcmp(b, "b next") == 0);
	assert_int_equal(treetest_count(test, ".pmo/tmp"), 0);
	assert_int_equal(treetest_count(test, ".pmo/kept"), 0);
}

static void killed_during_recovery_it_is_completed_by_the_next(void **state)
{
	(void)state;
	int n = 0;
	do
		in_a_fresh_tree(&shapes[4], check_killed_twice, n++);
	while (was_killed);
	assert_true(n > 20);
}

static void an_edit_after_a_kill_stays_and_the_staged_bytes_are_kept(void **state)
{
	struct treetest *test = *state;
	char kept[512];
	put_old(test);
	pid_t child = fork();
	if (child == 0) {
		struct commit commit;
		struct event event = { "exchange", 1, NULL, NULL, NULL };
		set_event(test, &event);
		treetest_lock(test);
		collect(test, &shapes[4], &commit);
		_exit(commit_apply(&commit) == PMO_OK ? 0 : 1);
	}
	int status;
	waitpid(child, &status, 0);
	assert_int_equal(WEXITSTATUS(status), 99);
	treetest_put(test, "b.yaml", "by hand");
	treetest_lock(test);
	lock_release(&test->lock);
	treetest_expect(test, "a.yaml", "a new");
	treetest_expect(test, "b.yaml", "by hand");
	treetest_expect(test, "d.yaml", "-");
	const struct pmo_diag *diag = treetest_diag(test, "kept");
	assert_string_equal(diag->source->path, "b.yaml");
	const char *path = strstr(diag->hint, ".pmo/kept/");
	assert_non_null(path);
	assert_string_equal(treetest_get(test, path, kept), "b new");
	assert_int_equal(treetest_count(test, ".pmo/tmp"), 0);
}

/* Edits when the names are about to be exchanged, ends when they are to be put back. */
static void edit_then_end(const char *step, void *data)
{
	if (strcmp(step, "exchange") == 0)
		treetest_put(data, "a.yaml", "by hand");
	if (strcmp(step, "exchange back") == 0)
		_exit(99);
}

static void an_edit_exchanged_out_by_a_killed_process_is_kept(void **state)
{
	struct treetest *test = *state;
	char kept[512];
	put_old(test);
	pid_t child = fork();
	if (child == 0) {
		struct commit commit;
		treetest_lock(test);
		collect(test, &shapes[0], &commit);
		test->tree.step_hook = edit_then_end;
		test->tree.step_data = test;
		_exit(commit_apply(&commit) == PMO_CONFLICT ? 1 : 0);
	}
	int status;
	waitpid(child, &status, 0);
	assert_int_equal(WEXITSTATUS(status), 99);
	treetest_lock(test);
	lock_release(&test->lock);
	const char *path = treetest_diag(test, "kept")->source->path;
	assert_string_equal(treetest_get(test, path, kept), "by hand");
	assert_int_equal(treetest_count(test, ".pmo/tmp"), 0);
}

static void a_reader_notices_a_change_of_several_files_in_between(void **state)
{
	struct treetest *test = *state;
	struct tree reader;
	struct commit commit;
	put_old(test);
	assert_int_equal(tree_open(&reader, test->root, &test->arena, &test->diags), PMO_OK);
	for (int round = 0; round < 3; round++) {
		assert_int_equal(tree_begin_read(&reader), PMO_OK);
		treetest_lock(test);
		commit_init(&commit, &test->tree, &treetest_note);
		treetest_change(test, &commit, "a.yaml", round % 2 ? "one" : "two");
		treetest_change(test, &commit, "b.yaml", round % 2 ? "one" : "two");
		assert_int_equal(commit_apply(&commit), PMO_OK);
		lock_release(&test->lock);
		assert_int_equal(tree_end_read(&reader), PMO_CONFLICT);
		assert_int_equal(tree_begin_read(&reader), PMO_OK);
		assert_int_equal(tree_end_read(&reader), PMO_OK);
	}
	tree_release(&reader);
}

enum { ROUNDS = 60 };

/* Both files say the same number, each time another one. */
static void write_rounds(const char *root)
{
	struct treetest test = { .root = "" };
	snprintf(test.root, sizeof(test.root), "%s", root);
	for (int round = 0; round < ROUNDS; round++) {
		struct commit commit;
		char text[16];
		treetest_open(&test);
		treetest_lock(&test);
		snprintf(text, sizeof(text), "%d", round);
		commit_init(&commit, &test.tree, &treetest_note);
		treetest_change(&test, &commit, "a.yaml", text);
		treetest_change(&test, &commit, "b.yaml", text);
		if (commit_apply(&commit) != PMO_OK)
			_exit(1);
		lock_release(&test.lock);
		treetest_close(&test);
	}
	_exit(0);
}

static void a_reader_beside_a_writer_never_sees_half(void **state)
{
	struct treetest *test = *state;
	int status = 0, rereads = 0, rounds = 0;
	treetest_put(test, "a.yaml", "start");
	treetest_put(test, "b.yaml", "start");
	pid_t child = fork();
	if (child == 0)
		write_rounds(test->root);
	while (waitpid(child, &status, WNOHANG) == 0) {
		struct tree_file a, b;
		struct pmo_arena_mark mark = pmo_arena_mark(&test->arena);
		enum pmo_result result = tree_begin_read(&test->tree);
		if (result == PMO_OK)
			result = tree_read(&test->tree, "a.yaml", 100, &a);
		if (result == PMO_OK)
			result = tree_read(&test->tree, "b.yaml", 100, &b);
		if (result == PMO_OK)
			result = tree_end_read(&test->tree);
		assert_true(result == PMO_OK || result == PMO_CONFLICT);
		if (result == PMO_OK)
			assert_string_equal(a.bytes, b.bytes);
		rereads += result == PMO_CONFLICT;
		rounds++;
		pmo_arena_rewind(&test->arena, mark);
	}
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	assert_null(test->diags.first);
	assert_true(rounds > rereads);
}

static void a_reader_writes_nothing(void **state)
{
	struct treetest *test = *state;
	char seen[256];
	put_old(test);
	see(test, seen);
	assert_int_equal(treetest_count(test, ".pmo"), 0);
	assert_int_equal(treetest_count(test, ""), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, treetest_setup, treetest_teardown)
		CASE(a_changed_file_keeps_its_mode_and_a_new_one_follows_the_umask),
		CASE(a_change_that_changes_nothing_writes_nothing),
		CASE(an_edit_before_the_commit_is_a_conflict_and_stays),
		CASE(an_edit_in_the_last_moment_is_put_back),
		CASE(an_edit_in_the_last_moment_refuses_all_of_several_files),
		CASE(a_link_put_in_a_files_place_is_a_conflict),
		CASE(without_exchange_the_longer_way_does_the_same),
		CASE(paths_that_cannot_be_together_are_refused),
		CASE(hundreds_of_files_in_many_folders_change_at_once),
		CASE(killed_at_any_step_the_tree_is_old_or_new),
		CASE(killed_during_recovery_it_is_completed_by_the_next),
		CASE(an_edit_after_a_kill_stays_and_the_staged_bytes_are_kept),
		CASE(an_edit_exchanged_out_by_a_killed_process_is_kept),
		CASE(a_reader_notices_a_change_of_several_files_in_between),
		CASE(a_reader_beside_a_writer_never_sees_half),
		CASE(a_reader_writes_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
