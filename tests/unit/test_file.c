#include "treetest.h"

#include "base/file.h"
#include "base/os.h"

#include <errno.h>

static void hashes_are_those_of_the_standard(void **state)
{
	(void)state;
	char hash[SHA256_TEXT];
	sha256_bytes("abc", 3, hash);
	assert_string_equal(hash,
			    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	sha256_bytes("", 0, hash);
	assert_string_equal(hash,
			    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void a_file_is_read_whole_with_its_mode(void **state)
{
	struct treetest *test = *state;
	struct tree_file file;
	char full[256];
	treetest_put(test, "a.yaml", "title: x\n");
	treetest_path(test, "a.yaml", full);
	assert_int_equal(chmod(full, 0640), 0);
	assert_int_equal(tree_read(&test->tree, "a.yaml", 100, &file), PMO_OK);
	assert_string_equal(file.bytes, "title: x\n");
	assert_int_equal(file.length, 9);
	assert_int_equal(file.mode, 0640);
}

static void a_file_of_exactly_the_limit_is_read_and_one_more_byte_refused(void **state)
{
	struct treetest *test = *state;
	struct tree_file file;
	treetest_put(test, "a.yaml", "12345");
	assert_int_equal(tree_read(&test->tree, "a.yaml", 5, &file), PMO_OK);
	assert_int_equal(tree_read(&test->tree, "a.yaml", 4, &file), PMO_INVALID);
	assert_string_equal(treetest_diag(test, "file-too-large")->source->path, "a.yaml");
}

static void an_empty_file_is_read_as_an_empty_text(void **state)
{
	struct treetest *test = *state;
	struct tree_file file;
	treetest_put(test, "a.yaml", "");
	assert_int_equal(tree_read(&test->tree, "a.yaml", 5, &file), PMO_OK);
	assert_string_equal(file.bytes, "");
}

static void a_stream_of_unknown_length_is_read_to_its_end(void **state)
{
	struct treetest *test = *state;
	struct file_content content;
	int fd = open("/proc/self/maps", O_RDONLY);
	if (fd < 0)
		skip();
	assert_int_equal(file_stat_open(fd, &content.status), 0);
	assert_int_equal(file_read_all(fd, 1 << 20, &test->arena, &content), PMO_OK);
	assert_int_equal(strlen(content.bytes), content.length);
	assert_true(content.length > 512);
	close(fd);
	fd = open("/dev/zero", O_RDONLY);
	assert_int_equal(file_stat_open(fd, &content.status), 0);
	assert_int_equal(file_read_all(fd, 1 << 16, &test->arena, &content), PMO_IO);
	assert_int_equal(errno, EFBIG);
	close(fd);
}

/* What fstat said is old by the time of the read: the file is read as it is then. */
static void a_file_that_grew_or_shrank_since_it_was_looked_at_is_read_whole(void **state)
{
	struct treetest *test = *state;
	struct file_content content;
	char path[256];
	for (int i = 0; i < 3; i++) {
		static const off_t said[] = { 2, 5, 900 };
		treetest_put(test, "a.yaml", "12345");
		treetest_path(test, "a.yaml", path);
		int fd = open(path, O_RDONLY);
		assert_int_equal(file_stat_open(fd, &content.status), 0);
		content.status.st_size = said[i];
		assert_int_equal(file_read_all(fd, 1 << 10, &test->arena, &content), PMO_OK);
		assert_string_equal(content.bytes, "12345");
		assert_int_equal(content.length, 5);
		close(fd);
	}
}

static void bytes_at_hand_are_told_from_all_others(void **state)
{
	enum { LONG = 70000 };
	struct treetest *test = *state;
	static char text[LONG + 1];
	memset(text, 'x', LONG);
	static const struct {
		const char *name;
		size_t length; /* of x's; 0: none are expected, nothing must be there */
		bool holds;
	} cases[] = {
		{ "long", LONG, true },   { "long", LONG - 1, false }, { "short", 10, true },
		{ "short", LONG, false }, { "other", 10, false },      { "none", 10, false },
		{ "none", 0, true },      { "short", 0, false },       { "folder", 10, false },
		{ "link", 10, false },    { "link", 0, false },        { "folder", 0, false },
	};
	treetest_put(test, "long", text);
	treetest_put(test, "short", "xxxxxxxxxx");
	treetest_put(test, "other", "xxxxxxxxxy");
	treetest_folder(test, "folder");
	assert_int_equal(symlinkat("short", test->tree.root_fd, "link"), 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct tree_bytes bytes = { cases[i].length ? text : NULL, cases[i].length };
		bool holds = !cases[i].holds;
		assert_int_equal(tree_holds_at(&test->tree, test->tree.root_fd, cases[i].name,
					       &bytes, &holds),
				 PMO_OK);
		assert_int_equal(holds, cases[i].holds);
	}
	struct tree_bytes empty = { "", 0 };
	bool holds;
	treetest_put(test, "empty", "");
	assert_int_equal(tree_holds_at(&test->tree, test->tree.root_fd, "empty", &empty, &holds),
			 PMO_OK);
	assert_true(holds);
}

static enum pmo_result gather(void *data, const char *name, enum tree_type type)
{
	char *seen = data;
	size_t length = strlen(seen);
	snprintf(seen + length, 100 - length, "%s%s ", name, type == TREE_FOLDER ? "/" : "");
	return strcmp(name, "stop") == 0 ? PMO_INVALID : PMO_OK;
}

static void every_name_of_a_folder_is_visited_once(void **state)
{
	struct treetest *test = *state;
	char seen[100] = "";
	treetest_put(test, "b", "");
	treetest_folder(test, "a");
	treetest_folder(test, ".pmo");
	assert_int_equal(tree_visit(&test->tree, "", gather, seen), PMO_OK);
	assert_true(strcmp(seen, "a/ b ") == 0 || strcmp(seen, "b a/ ") == 0);
	treetest_put(test, "a/stop", "");
	*seen = '\0';
	assert_int_equal(tree_visit(&test->tree, "a", gather, seen), PMO_INVALID);
	assert_string_equal(seen, "stop ");
	assert_int_equal(tree_visit(&test->tree, "none", gather, seen), PMO_NOT_FOUND);
}

static void a_missing_file_is_not_found_without_a_diagnostic(void **state)
{
	struct treetest *test = *state;
	struct tree_file file;
	treetest_put(test, "a.yaml", "");
	assert_int_equal(tree_read(&test->tree, "b.yaml", 5, &file), PMO_NOT_FOUND);
	assert_int_equal(tree_read(&test->tree, "a.yaml/b.yaml", 5, &file), PMO_NOT_FOUND);
	assert_int_equal(tree_read(&test->tree, "c/b.yaml", 5, &file), PMO_NOT_FOUND);
	assert_null(test->diags.first);
}

static void what_is_no_regular_file_is_refused_and_named(void **state)
{
	struct treetest *test = *state;
	static const struct {
		const char *path, *code;
	} cases[] = {
		{ "link", "link" },     { "folder", "file-type" }, { "pipe", "file-type" },
		{ "behind/a", "link" }, { "dangling", "link" },    { "up/passwd", "link" },
	};
	char full[256];
	treetest_put(test, "a", "x");
	treetest_folder(test, "folder");
	treetest_put(test, "folder/a", "x");
	treetest_path(test, "link", full);
	assert_int_equal(symlink("a", full), 0);
	treetest_path(test, "behind", full);
	assert_int_equal(symlink("folder", full), 0);
	treetest_path(test, "dangling", full);
	assert_int_equal(symlink("nowhere", full), 0);
	treetest_path(test, "up", full);
	assert_int_equal(symlink("/etc", full), 0);
	treetest_path(test, "pipe", full);
	assert_int_equal(mkfifo(full, 0600), 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct tree_file file;
		assert_int_equal(tree_read(&test->tree, cases[i].path, 10, &file), PMO_UNSUPPORTED);
		assert_string_equal(test->diags.last->code, cases[i].code);
		assert_string_equal(test->diags.last->source->path, cases[i].path);
	}
}

static void the_root_may_be_reached_through_a_link(void **state)
{
	struct treetest *test = *state;
	char full[256];
	struct tree tree;
	struct tree_file file;
	treetest_folder(test, "root");
	treetest_put(test, "root/a", "x");
	treetest_path(test, "alias", full);
	assert_int_equal(symlink("root", full), 0);
	assert_int_equal(tree_open(&tree, full, &test->arena, &test->diags), PMO_OK);
	assert_int_equal(tree_read(&tree, "a", 10, &file), PMO_OK);
	tree_release(&tree);
}

static void only_paths_below_the_workspace_are_valid(void **state)
{
	(void)state;
	static const char *const good[] = { "a",   "a/b.yaml",   "a b",
					    "..a", "\xc3\xa9/x", ".gitignore" };
	static const char *const bad[] = { "",     "/a",        "a/",   "a//b",          ".",
					   "..",   "a/..",      "./a",  "a/./b",         "a\nb",
					   ".pmo", ".PMO/lock", ".git", "x/.Git/config", "a\x7f" };
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(tree_path_is_valid(good[i]));
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(tree_path_is_valid(bad[i]));
	char longest[TREE_PATH_LIMIT + 1];
	memset(longest, 'a', sizeof(longest));
	for (size_t i = 100; i < sizeof(longest); i += 100)
		longest[i] = '/';
	longest[TREE_PATH_LIMIT] = '\0';
	assert_false(tree_path_is_valid(longest));
	longest[TREE_PATH_LIMIT - 1] = '\0';
	assert_true(tree_path_is_valid(longest));
}

static void a_folder_is_listed_in_the_order_of_bytes_with_types(void **state)
{
	struct treetest *test = *state;
	struct tree_names names;
	char full[256];
	treetest_put(test, "b", "");
	treetest_put(test, "B", "");
	treetest_folder(test, "a");
	treetest_folder(test, ".pmo");
	treetest_path(test, "l", full);
	assert_int_equal(symlink("b", full), 0);
	assert_int_equal(tree_list(&test->tree, "", &names), PMO_OK);
	static const struct tree_name expected[] = {
		{ "B", TREE_FILE }, { "a", TREE_FOLDER }, { "b", TREE_FILE }, { "l", TREE_LINK }
	};
	assert_int_equal(names.count, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_string_equal(names.items[i].name, expected[i].name);
		assert_int_equal(names.items[i].type, expected[i].type);
	}
	assert_int_equal(tree_list(&test->tree, "none", &names), PMO_NOT_FOUND);
	assert_int_equal(tree_list(&test->tree, "b", &names), PMO_UNSUPPORTED);
}

static void the_walk_without_openat2_answers_the_same(void **state)
{
	struct treetest *test = *state;
	static const struct {
		const char *path;
		int error;
	} cases[] = {
		{ "folder/a", 0 },
		{ "folder", 0 },
		{ ".", 0 },
		{ "behind/a", ELOOP },
		{ "link", ELOOP },
		{ "../x", EXDEV },
		{ "folder/../../x", EXDEV },
		{ "folder/a/b", ENOTDIR },
		{ "none/a", ENOENT },
		{ "folder/none", ENOENT },
		{ "", ENOENT },
	};
	char full[256];
	treetest_folder(test, "folder");
	treetest_put(test, "folder/a", "x");
	treetest_path(test, "behind", full);
	assert_int_equal(symlink("folder", full), 0);
	treetest_path(test, "link", full);
	assert_int_equal(symlink("folder/a", full), 0);
	static int (*const ways[])(int, const char *, int) = { os_open_beneath, os_open_by_steps };
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		for (size_t way = 0; way < 2; way++) {
			int fd = ways[way](test->tree.root_fd, cases[i].path, O_RDONLY);
			assert_int_equal(fd < 0 ? errno : 0, cases[i].error);
			if (fd >= 0)
				close(fd);
		}
	}
}

static void a_full_disk_is_an_error_of_write(void **state)
{
	(void)state;
	int fd = open("/dev/full", O_WRONLY);
	if (fd < 0)
		skip();
	assert_int_equal(file_write(fd, "x", 1), -1);
	assert_int_equal(errno, ENOSPC);
	close(fd);
}

static void renaming_to_a_taken_name_is_refused_and_exchange_swaps(void **state)
{
	struct treetest *test = *state;
	int root = test->tree.root_fd;
	treetest_put(test, "a", "A");
	treetest_put(test, "b", "B");
	if (file_rename_noreplace(root, "a", root, "b") == 0 || os_is_unsupported(errno))
		skip();
	assert_int_equal(errno, EEXIST);
	assert_int_equal(file_exchange(root, "a", root, "b"), 0);
	treetest_expect(test, "a", "B");
	treetest_expect(test, "b", "A");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, treetest_setup, treetest_teardown)
		cmocka_unit_test(hashes_are_those_of_the_standard),
		CASE(a_file_is_read_whole_with_its_mode),
		CASE(a_file_of_exactly_the_limit_is_read_and_one_more_byte_refused),
		CASE(an_empty_file_is_read_as_an_empty_text),
		CASE(a_stream_of_unknown_length_is_read_to_its_end),
		CASE(a_file_that_grew_or_shrank_since_it_was_looked_at_is_read_whole),
		CASE(bytes_at_hand_are_told_from_all_others),
		CASE(every_name_of_a_folder_is_visited_once),
		CASE(a_missing_file_is_not_found_without_a_diagnostic),
		CASE(what_is_no_regular_file_is_refused_and_named),
		CASE(the_root_may_be_reached_through_a_link),
		cmocka_unit_test(only_paths_below_the_workspace_are_valid),
		CASE(a_folder_is_listed_in_the_order_of_bytes_with_types),
		CASE(the_walk_without_openat2_answers_the_same),
		cmocka_unit_test(a_full_disk_is_an_error_of_write),
		CASE(renaming_to_a_taken_name_is_refused_and_exchange_swaps),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
