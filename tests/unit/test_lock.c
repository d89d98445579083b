#include "treetest.h"

#include "base/os.h"

static void the_lock_makes_the_private_folder_after_the_root(void **state)
{
	struct treetest *test = *state;
	struct stat status;
	char full[256];
	assert_int_equal(chmod(test->root, 02775), 0);
	treetest_lock(test);
	treetest_expect(test, ".pmo/.gitignore", "*\n");
	treetest_path(test, ".pmo", full);
	assert_int_equal(stat(full, &status), 0);
	assert_int_equal(status.st_mode & 07777, 02775);
	treetest_path(test, ".pmo/lock", full);
	assert_int_equal(stat(full, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0664);
	lock_release(&test->lock);
}

/* A process that holds the lock until it is told to end; -1 when it got none. */
static pid_t hold_elsewhere(struct treetest *test, int *release)
{
	int ready[2], stop[2];
	char c;
	assert_int_equal(pipe(ready), 0);
	assert_int_equal(pipe(stop), 0);
	pid_t child = fork();
	if (child == 0) {
		struct lock lock;
		close(stop[1]);
		bool has = lock_take(&test->tree, 1000, "pid 4711 on desk7: pmo import big.csv",
				     &lock) == PMO_OK;
		if (!has || write(ready[1], "x", 1) != 1)
			_exit(1);
		(void)!read(stop[0], &c, 1);
		_exit(0); /* without releasing: the system must do it */
	}
	close(ready[1]);
	close(stop[0]);
	assert_int_equal(read(ready[0], &c, 1), 1);
	close(ready[0]);
	*release = stop[1];
	return child;
}

static void waiting_in_vain_names_the_holder(void **state)
{
	struct treetest *test = *state;
	int release;
	pid_t child = hold_elsewhere(test, &release);
	uint64_t start = os_milliseconds();
	assert_int_equal(lock_take(&test->tree, 120, "me", &test->lock), PMO_LOCKED);
	assert_true(os_milliseconds() - start >= 120);
	const struct pmo_diag *diag = treetest_diag(test, "locked");
	assert_non_null(strstr(diag->message, "pid 4711 on desk7: pmo import big.csv"));
	assert_non_null(strstr(diag->message, "0.1 s"));
	assert_false(test->tree.is_locked);
	close(release);
	waitpid(child, NULL, 0);
}

static void the_lock_ends_with_its_process(void **state)
{
	struct treetest *test = *state;
	int release;
	pid_t child = hold_elsewhere(test, &release);
	close(release);
	waitpid(child, NULL, 0);
	assert_int_equal(lock_take(&test->tree, 0, "me", &test->lock), PMO_OK);
	lock_release(&test->lock);
}

static void a_lock_on_a_file_that_was_replaced_does_not_count(void **state)
{
	struct treetest *test = *state;
	int release;
	char full[256];
	pid_t child = hold_elsewhere(test, &release);
	treetest_path(test, ".pmo/lock", full);
	/* Somebody "cleans up" the file; the next two must still exclude each other. */
	assert_int_equal(unlink(full), 0);
	assert_int_equal(lock_take(&test->tree, 0, "me", &test->lock), PMO_OK);
	struct tree other;
	struct lock second;
	assert_int_equal(tree_open(&other, test->root, &test->arena, &test->diags), PMO_OK);
	assert_int_equal(lock_take(&other, 0, "other", &second), PMO_LOCKED);
	tree_release(&other);
	lock_release(&test->lock);
	close(release);
	waitpid(child, NULL, 0);
}

static void who_waited_on_a_file_that_was_replaced_takes_the_new_one(void **state)
{
	struct treetest *test = *state;
	int release, status;
	char full[256];
	pid_t holder = hold_elsewhere(test, &release);
	pid_t waiter = fork();
	if (waiter == 0) {
		close(release);
		enum pmo_result result = lock_take(&test->tree, 5000, "waiter", &test->lock);
		_exit(result == PMO_OK && tree_exists(&test->tree, ".pmo/lock") ? 0 : 1);
	}
	os_sleep(100);
	treetest_path(test, ".pmo/lock", full);
	assert_int_equal(unlink(full), 0);
	close(release);
	assert_int_equal(waitpid(holder, NULL, 0), holder);
	assert_int_equal(waitpid(waiter, &status, 0), waiter);
	assert_int_equal(WEXITSTATUS(status), 0);
	treetest_expect(test, ".pmo/lock", "waiter");
}

static void control_characters_of_a_holder_are_not_shown(void **state)
{
	struct treetest *test = *state;
	struct tree other;
	struct lock second;
	treetest_lock(test);
	treetest_put(test, ".pmo/lock", "pid 1\033[2J\n");
	assert_int_equal(tree_open(&other, test->root, &test->arena, &test->diags), PMO_OK);
	assert_int_equal(lock_take(&other, 0, "other", &second), PMO_LOCKED);
	assert_non_null(strstr(treetest_diag(test, "locked")->message, "(pid 1 [2J)"));
	tree_release(&other);
	lock_release(&test->lock);
}

static void a_file_in_the_place_of_the_private_folder_is_an_error(void **state)
{
	struct treetest *test = *state;
	treetest_put(test, ".pmo", "x");
	assert_int_equal(lock_take(&test->tree, 0, "me", &test->lock), PMO_IO);
	treetest_diag(test, "io");
	treetest_expect(test, ".pmo", "x");
}

static void a_link_in_the_place_of_the_private_folder_is_not_followed(void **state)
{
	struct treetest *test = *state;
	char full[256];
	treetest_folder(test, "elsewhere");
	treetest_path(test, ".pmo", full);
	assert_int_equal(symlink("elsewhere", full), 0);
	assert_int_equal(lock_take(&test->tree, 0, "me", &test->lock), PMO_IO);
	assert_int_equal(treetest_count(test, "elsewhere"), 0);
}

enum { WRITERS = 16, LINES = 4 };

/* The step at which the process ends; below 0: never. */
static void end_at(const char *step, void *data)
{
	int *countdown = data;
	(void)step;
	if ((*countdown)-- == 0)
		_exit(99);
}

/* Appends one line under the lock; 0 when it was acknowledged. */
static int append_line(const char *root, int writer, int line, int steps)
{
	struct treetest test = { .root = "" };
	snprintf(test.root, sizeof(test.root), "%s", root);
	treetest_open(&test);
	test.tree.step_hook = end_at;
	test.tree.step_data = &steps;
	struct tree_file old;
	struct commit commit;
	struct pmo_buffer text;
	enum pmo_result result = lock_take(&test.tree, LOCK_WAIT, "writer", &test.lock);
	if (result == PMO_OK)
		result = commit_recover(&test.tree);
	if (result == PMO_OK)
		result = tree_read(&test.tree, "log.yaml", 1 << 20, &old);
	pmo_buffer_init(&text, 1 << 20);
	if (result == PMO_OK) {
		pmo_buffer_add(&text, old.bytes, old.length);
		pmo_buffer_add_format(&text, "- %02d.%d\n", writer, line);
		commit_init(&commit, &test.tree, &treetest_note);
		result = commit_write(&commit, "log.yaml", &old, text.data, text.length);
	}
	if (result == PMO_OK)
		result = commit_apply(&commit);
	lock_release(&test.lock);
	pmo_buffer_release(&text);
	treetest_close(&test);
	return result == PMO_OK ? 0 : 1;
}

static void sixteen_writers_lose_no_line(void **state)
{
	struct treetest *test = *state;
	treetest_put(test, "log.yaml", "");
	for (int writer = 0; writer < WRITERS; writer++) {
		if (fork() != 0)
			continue;
		int failed = 0;
		for (int line = 0; line < LINES; line++)
			failed += append_line(test->root, writer, line, -1);
		_exit(failed);
	}
	for (int writer = 0; writer < WRITERS; writer++) {
		int status;
		assert_true(wait(&status) > 0);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
	struct tree_file file;
	assert_int_equal(tree_read(&test->tree, "log.yaml", 1 << 20, &file), PMO_OK);
	for (int writer = 0; writer < WRITERS; writer++)
		for (int line = 0; line < LINES; line++) {
			char expected[32];
			snprintf(expected, sizeof(expected), "- %02d.%d\n", writer, line);
			assert_non_null(strstr(file.bytes, expected));
		}
	assert_int_equal(file.length, WRITERS * LINES * 7);
	assert_int_equal(treetest_count(test, ".pmo/tmp"), 0);
}

/* Many writers, each line in a process of its own, every fifth of which is ended. */
static void write_and_die(const char *root, int writer, int acknowledged)
{
	for (int line = 0; line < LINES; line++) {
		pid_t child = fork();
		if (child == 0) {
			bool dies = (writer + line) % 5 == 0;
			_exit(append_line(root, writer, line,
					  dies ? (writer * 7 + line * 3) % 35 : -1));
		}
		int status;
		char text[16];
		waitpid(child, &status, 0);
		int length = snprintf(text, sizeof(text), "- %02d.%d\n", writer % 100, line % 10);
		if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
			(void)!write(acknowledged, text, (size_t)length);
		else if (WEXITSTATUS(status) != 99)
			_exit(1);
	}
	_exit(0);
}

static void killed_writers_cost_no_acknowledged_line_and_block_nobody(void **state)
{
	struct treetest *test = *state;
	int pipes[2], status;
	char acknowledged[WRITERS * LINES * 7 + 1];
	treetest_put(test, "log.yaml", "");
	assert_int_equal(pipe(pipes), 0);
	for (int writer = 0; writer < WRITERS; writer++)
		if (fork() == 0)
			write_and_die(test->root, writer, pipes[1]);
	for (int writer = 0; writer < WRITERS; writer++) {
		assert_true(wait(&status) > 0);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
	close(pipes[1]);
	size_t used = 0;
	ssize_t got;
	while ((got = read(pipes[0], acknowledged + used, sizeof(acknowledged) - 1 - used)) > 0)
		used += (size_t)got;
	acknowledged[used] = '\0';
	close(pipes[0]);
	treetest_lock(test);
	lock_release(&test->lock);
	struct tree_file file;
	assert_int_equal(tree_read(&test->tree, "log.yaml", 1 << 20, &file), PMO_OK);
	assert_true(used >= WRITERS * LINES * 7 * 4 / 5 - 7 && used <= file.length);
	for (char *line = acknowledged; *line; line += 7) {
		char one[8];
		snprintf(one, sizeof(one), "%.7s", line);
		const char *found = strstr(file.bytes, one);
		assert_non_null(found);
		assert_null(strstr(found + 1, one));
	}
	assert_int_equal(treetest_count(test, ".pmo/tmp"), 0);
	assert_int_equal(treetest_count(test, ".pmo/kept"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, treetest_setup, treetest_teardown)
		CASE(the_lock_makes_the_private_folder_after_the_root),
		CASE(waiting_in_vain_names_the_holder),
		CASE(the_lock_ends_with_its_process),
		CASE(a_lock_on_a_file_that_was_replaced_does_not_count),
		CASE(who_waited_on_a_file_that_was_replaced_takes_the_new_one),
		CASE(control_characters_of_a_holder_are_not_shown),
		CASE(a_file_in_the_place_of_the_private_folder_is_an_error),
		CASE(a_link_in_the_place_of_the_private_folder_is_not_followed),
		CASE(sixteen_writers_lose_no_line),
		CASE(killed_writers_cost_no_acknowledged_line_and_block_nobody),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
