/*
 * The highest number of a large folder, remembered: known while the folder is as it was left,
 * and not when anything else touched it.
 */
#include "permits.h"
#include "treetest.h"

#include "store/dotpmo.h"
#include "store/hint.h"

#include <time.h>

static int set_up(void **state)
{
	treetest_setup(state);
	struct treetest *test = *state;
	treetest_folder(test, "a");
	treetest_folder(test, "a/risks");
	assert_int_equal(dotpmo_open(&test->tree), PMO_OK);
	return 0;
}

static void what_was_kept_is_known_of_that_folder_and_prefix_only(void **state)
{
	struct treetest *test = *state;
	unsigned long number = 0;
	assert_false(hint_recall(&test->tree, "a/risks", "RSK", &number));
	hint_keep(&test->tree, "a/risks", "RSK", 10001);
	hint_keep(&test->tree, "a", "RSK", 7);
	hint_keep(&test->tree, "a/risks", "XRSK", 5);
	assert_true(hint_recall(&test->tree, "a/risks", "RSK", &number));
	assert_int_equal(number, 10001);
	assert_true(hint_recall(&test->tree, "a", "RSK", &number));
	assert_int_equal(number, 7);
	assert_false(hint_recall(&test->tree, "a/risks", "ISS", &number));
	assert_false(hint_recall(&test->tree, "risks", "RSK", &number));
	hint_keep(&test->tree, "a/risks", "RSK", 10002);
	assert_true(hint_recall(&test->tree, "a/risks", "RSK", &number));
	assert_int_equal(number, 10002);
	hint_drop(&test->tree);
	assert_false(hint_recall(&test->tree, "a/risks", "RSK", &number));
}

static void a_folder_that_something_else_changed_is_not_known(void **state)
{
	struct treetest *test = *state;
	unsigned long number;
	char from[256], to[256];
	/* The clock of file systems stands still for some milliseconds. */
	const struct timespec tick = { .tv_nsec = 20000000 };
	hint_keep(&test->tree, "a/risks", "RSK", 3);
	nanosleep(&tick, NULL);
	treetest_put(test, "a/risks/RSK-009.yaml", "");
	assert_false(hint_recall(&test->tree, "a/risks", "RSK", &number));
	hint_keep(&test->tree, "a/risks", "RSK", 9);
	assert_true(hint_recall(&test->tree, "a/risks", "RSK", &number));
	nanosleep(&tick, NULL);
	/* Another folder of the name, with the same things in it. */
	treetest_path(test, "a/risks", from);
	treetest_path(test, "a/old", to);
	assert_int_equal(rename(from, to), 0);
	assert_int_equal(mkdir(from, 0755), 0);
	assert_false(hint_recall(&test->tree, "a/risks", "RSK", &number));
}

static void garbage_is_no_hint(void **state)
{
	static const char *const texts[] = {
		"",
		"\n",
		"12\n",
		"x a/risks/RSK\n",
		"12 1:2:3.4:5.6 a/risks/RSK",
		"12 1:2:3.4:5.6 a/risks/RSK\n",
		"12  a/risks/RSK\n",
		"-1 - a/risks/RSK\n",
		"99999999999999999999999 1:1:1.1:1.1 a/risks/RSK\n",
		"\x01\xff a/risks/RSK\n12 a/risks/RSK\n",
	};
	struct treetest *test = *state;
	unsigned long number;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		treetest_put(test, ".pmo/highest", texts[i]);
		if (hint_recall(&test->tree, "a/risks", "RSK", &number))
			fail_msg("%s", texts[i]);
		hint_keep(&test->tree, "a/risks", "RSK", 12);
		assert_true(hint_recall(&test->tree, "a/risks", "RSK", &number));
		assert_int_equal(number, 12);
	}
}

static void many_folders_have_room_and_the_oldest_go(void **state)
{
	struct treetest *test = *state;
	unsigned long number;
	char path[256], folder[64];
	struct stat status;
	for (int i = 0; i < 400; i++) {
		snprintf(folder, sizeof(folder), "a/folder-%03d", i);
		treetest_folder(test, folder);
		hint_keep(&test->tree, folder, "RSK", (unsigned long)i + 1);
	}
	assert_true(hint_recall(&test->tree, "a/folder-399", "RSK", &number));
	assert_int_equal(number, 400);
	assert_false(hint_recall(&test->tree, "a/folder-000", "RSK", &number));
	treetest_path(test, ".pmo/highest", path);
	assert_int_equal(stat(path, &status), 0);
	assert_in_range(status.st_size, 1, 16 << 10);
}

static void a_pipe_in_its_place_does_not_hang(void **state)
{
	struct treetest *test = *state;
	unsigned long number;
	char path[256];
	treetest_path(test, ".pmo/highest", path);
	assert_int_equal(mkfifo(path, 0644), 0);
	assert_false(hint_recall(&test->tree, "a/risks", "RSK", &number));
	hint_keep(&test->tree, "a/risks", "RSK", 4);
	assert_true(hint_recall(&test->tree, "a/risks", "RSK", &number));
}

/* Papers are files of a folder. */
static void add_paper(struct sandbox *box, const char *expected)
{
	struct attempt what = { .register_name = "paper", .assignments = { "title=x" } };
	char path[64];
	assert_int_equal(try_out(box, &what), PMO_OK);
	snprintf(path, sizeof(path), "cadup/papers/%s.yaml", expected);
	assert_non_null(sandbox_read(box, path));
}

static void numbers_go_on_whoever_else_adds_records(void **state)
{
	struct sandbox *box = *state;
	char path[64];
	for (int i = 1; i <= HINT_LEAST; i++) {
		snprintf(path, sizeof(path), "cadup/papers/PAP-%03d.yaml", i);
		sandbox_write(box, path, "title: Letter\n");
	}
	add_paper(box, "PAP-1001");
	assert_non_null(sandbox_read(box, ".pmo/highest"));
	add_paper(box, "PAP-1002");
	/* In the same instant perhaps, so that only the name that is taken shows it. */
	sandbox_write(box, "cadup/papers/PAP-1003.yaml", "title: by hand\n");
	add_paper(box, "PAP-1004");
	assert_string_equal(sandbox_read(box, "cadup/papers/PAP-1003.yaml"), "title: by hand\n");
	sandbox_write(box, ".pmo/highest", "garbage");
	add_paper(box, "PAP-1005");
}

int main(void)
{
#define TREE_CASE(name)   cmocka_unit_test_setup_teardown(name, set_up, treetest_teardown)
#define PERMIT_CASE(name) cmocka_unit_test_setup_teardown(name, permits_set_up, permits_tear_down)
	const struct CMUnitTest tests[] = {
		TREE_CASE(what_was_kept_is_known_of_that_folder_and_prefix_only),
		TREE_CASE(a_folder_that_something_else_changed_is_not_known),
		TREE_CASE(garbage_is_no_hint),
		TREE_CASE(many_folders_have_room_and_the_oldest_go),
		TREE_CASE(a_pipe_in_its_place_does_not_hang),
		PERMIT_CASE(numbers_go_on_whoever_else_adds_records),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
