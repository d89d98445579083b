/*
 * Read ahead or one by one: the same bytes, the same errors, in the same order. Most tests
 * therefore read a folder twice and compare.
 */
#define _GNU_SOURCE 1 /* a thread that cannot be had: pthread_setattr_default_np */
#include "treetest.h"

#include "store/ahead.h"
#include "store/journal.h"

#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>

enum { FILES = 700, LARGEST = 70000 };

/* Mostly a few hundred bytes; also nothing, and more than there is room for: 64 KiB for 16. */
static size_t length_of(size_t number)
{
	static const size_t odd[] = { 0, 1, 4096, 40000, 65535, 65536, LARGEST };
	return number % 10 ? 100 + number : odd[number / 10 % (sizeof(odd) / sizeof(*odd))];
}

static char byte_of(size_t number, size_t at)
{
	return (char)('a' + (number + at) % 26);
}

static void name_of(size_t number, char path[64])
{
	snprintf(path, 64, "risks/RSK-%03zu.yaml", number);
}

static void put_files(const struct treetest *test, size_t count)
{
	static char text[LARGEST + 1];
	char path[64];
	treetest_folder(test, "risks");
	for (size_t i = 1; i <= count; i++) {
		for (size_t k = 0; k < length_of(i); k++)
			text[k] = byte_of(i, k);
		text[length_of(i)] = '\0';
		name_of(i, path);
		treetest_put(test, path, text);
	}
}

static bool is_whole(const struct tree_file *file, size_t number)
{
	bool is_same = file->length == length_of(number) && file->bytes[file->length] == '\0';
	for (size_t i = 0; is_same && i < file->length; i++)
		is_same = file->bytes[i] == byte_of(number, i);
	return is_same;
}

static struct ahead *begin(struct treetest *test, struct tree_names *names)
{
	assert_int_equal(tree_list(&test->tree, "risks", names), PMO_OK);
	return ahead_begin(&test->tree, "risks", names);
}

/* Reads all names and writes down what came of each. */
static char *read_all(struct treetest *test, bool reads_ahead)
{
	struct tree_names names;
	struct ahead *ahead = begin(test, &names);
	assert_non_null(ahead);
	struct pmo_buffer text;
	pmo_buffer_init(&text, 16 << 20);
	const struct pmo_diag *told = test->diags.last;
	test->tree.ahead = reads_ahead ? ahead : NULL;
	for (size_t i = 0; i < names.count; i++) {
		char path[64];
		struct tree_file file;
		snprintf(path, sizeof(path), "risks/%s", names.items[i].name);
		enum pmo_result result = tree_read(&test->tree, path, 10000, &file);
		pmo_buffer_add_format(&text, "%s %d", path, (int)result);
		if (result == PMO_OK)
			pmo_buffer_add_format(&text, " %zu %o %ld %ld %s", file.length,
					      (unsigned)file.mode, (long)file.owner,
					      (long)file.group, file.bytes);
		pmo_buffer_add_format(&text, "\n");
	}
	ahead_end(ahead);
	test->tree.ahead = NULL;
	for (told = told ? told->next : test->diags.first; told; told = told->next)
		pmo_buffer_add_format(&text, "%s: %s: %s\n", told->code, told->source->path,
				      told->message);
	char *copy = pmo_arena_string(&test->arena, text.data);
	assert_false(text.failed);
	pmo_buffer_release(&text);
	assert_non_null(copy);
	return copy;
}

static void what_is_read_ahead_is_what_is_read_one_by_one(void **state)
{
	struct treetest *test = *state;
	char full[256];
	put_files(test, FILES);
	treetest_path(test, "risks/RSK-123.yaml", full);
	assert_int_equal(chmod(full, 0640), 0);
	const char *expected = read_all(test, false);
	for (int i = 0; i < 5; i++)
		assert_string_equal(read_all(test, true), expected);
	assert_non_null(strstr(expected, "risks/RSK-123.yaml 0 223 640 "));
}

static void what_is_no_file_is_told_as_ever_and_in_its_order(void **state)
{
	struct treetest *test = *state;
	char full[256], target[256];
	put_files(test, 200);
	treetest_path(test, "risks/RSK-017.yaml", full);
	treetest_path(test, "risks/RSK-001.yaml", target);
	assert_int_equal(unlink(full), 0);
	assert_int_equal(symlink(target, full), 0);
	treetest_path(test, "risks/RSK-040.yaml", full);
	assert_int_equal(unlink(full), 0);
	assert_int_equal(mkfifo(full, 0644), 0);
	treetest_path(test, "risks/RSK-099.yaml", full);
	assert_int_equal(unlink(full), 0);
	treetest_folder(test, "risks/RSK-099.yaml");
	treetest_put(test, "risks/notes.txt", "no record");
	const char *expected = read_all(test, false);
	assert_non_null(strstr(expected, "link: risks/RSK-017.yaml: "));
	assert_non_null(strstr(expected, "file-type: risks/RSK-040.yaml: "));
	assert_non_null(strstr(expected, "file-type: risks/RSK-099.yaml: "));
	assert_non_null(strstr(expected, "file-too-large: risks/RSK-060.yaml: "));
	assert_string_equal(read_all(test, true), expected);
}

/* Each file becomes a link after it was listed, so that every thread fails at all of them. */
static void where_a_thread_cannot_read_the_caller_says_what_is_wrong(void **state)
{
	struct treetest *test = *state;
	struct tree_names names;
	struct tree_file file;
	put_files(test, 300);
	assert_int_equal(tree_list(&test->tree, "risks", &names), PMO_OK);
	for (size_t i = 1; i <= 300; i++) {
		char path[64], full[256];
		name_of(i, path);
		treetest_path(test, path, full);
		assert_int_equal(unlink(full), 0);
		assert_int_equal(symlink("/dev/null", full), 0);
	}
	struct ahead *ahead = ahead_begin(&test->tree, "risks", &names);
	assert_non_null(ahead);
	test->tree.ahead = ahead;
	for (size_t i = 1; i <= 300; i++) {
		char path[64];
		name_of(i, path);
		assert_int_equal(tree_read(&test->tree, path, 10000, &file), PMO_UNSUPPORTED);
		assert_string_equal(test->diags.last->code, "link");
		assert_string_equal(test->diags.last->source->path, path);
	}
	ahead_end(ahead);
	test->tree.ahead = NULL;
	assert_int_equal(test->diags.count[PMO_ERROR], 300);
}

static void a_file_that_goes_meanwhile_is_whole_or_gone(void **state)
{
	struct treetest *test = *state;
	struct tree_names names;
	struct tree_file file;
	put_files(test, FILES);
	struct ahead *ahead = begin(test, &names);
	assert_non_null(ahead);
	test->tree.ahead = ahead;
	for (size_t i = 1; i <= FILES; i++) {
		char path[64], full[256];
		name_of(FILES + 1 - i, path);
		treetest_path(test, path, full);
		unlink(full);
		name_of(i, path);
		enum pmo_result result = tree_read(&test->tree, path, LARGEST, &file);
		assert_true(result == PMO_NOT_FOUND || (result == PMO_OK && is_whole(&file, i)));
	}
	ahead_end(ahead);
	test->tree.ahead = NULL;
	assert_null(test->diags.first);
}

static void names_may_be_left_out_and_others_are_not_found(void **state)
{
	struct treetest *test = *state;
	struct tree_names names;
	struct tree_file file;
	put_files(test, FILES);
	struct ahead *ahead = begin(test, &names);
	assert_non_null(ahead);
	enum pmo_result result = ahead_take(ahead, "risks/RSK-002.yaml", LARGEST, &file);
	assert_int_equal(result, PMO_OK);
	assert_true(is_whole(&file, 2));
	result = ahead_take(ahead, "risks/RSK-551.yaml", LARGEST, &file);
	assert_int_equal(result, PMO_OK);
	assert_true(is_whole(&file, 551));
	static const char *const others[] = { "risks/RSK-003.yaml",   "risks/RSK-551.yam",
					      "issues/RSK-552.yaml",  "risks",
					      "risks/a/RSK-552.yaml", "risk/RSK-552.yaml" };
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		assert_int_equal(ahead_take(ahead, others[i], LARGEST, &file), PMO_NOT_FOUND);
	assert_int_equal(ahead_take(ahead, "risks/RSK-552.yaml", 651, &file), PMO_NOT_FOUND);
	assert_int_equal(ahead_take(ahead, "risks/RSK-553.yaml", 653, &file), PMO_OK);
	assert_int_equal(ahead_take(ahead, "risks/RSK-999.yaml", LARGEST, &file), PMO_NOT_FOUND);
	ahead_end(ahead);
}

static void it_can_end_at_any_file_and_leaves_nothing_open(void **state)
{
	struct treetest *test = *state;
	struct tree_names names;
	struct tree_file file;
	sigset_t before, after;
	put_files(test, FILES);
	assert_int_equal(pthread_sigmask(SIG_SETMASK, NULL, &before), 0);
	int lowest = dup(0);
	close(lowest);
	for (size_t stop = 0; stop < FILES; stop += 13) {
		struct ahead *ahead = begin(test, &names);
		assert_non_null(ahead);
		for (size_t i = 1; i <= stop; i++) {
			char path[64];
			name_of(i, path);
			enum pmo_result result = ahead_take(ahead, path, LARGEST, &file);
			bool must_fit = length_of(i)<20000, cannot = length_of(i)> 65535;
			assert_true(result == PMO_OK ? !cannot : !must_fit);
			assert_true(result == PMO_NOT_FOUND || is_whole(&file, i));
		}
		ahead_end(ahead);
	}
	int now = dup(0);
	close(now);
	assert_int_equal(now, lowest);
	assert_int_equal(pthread_sigmask(SIG_SETMASK, NULL, &after), 0);
	for (int signal = 1; signal < 32; signal++)
		assert_int_equal(sigismember(&before, signal), sigismember(&after, signal));
	ahead_end(NULL);
}

static void few_files_a_journal_and_a_missing_folder_are_read_as_ever(void **state)
{
	struct treetest *test = *state;
	struct tree_names names;
	struct journal journal = { 0 };
	put_files(test, 130);
	struct ahead *ahead = begin(test, &names);
	assert_non_null(ahead);
	ahead_end(ahead);
	test->tree.pending = &journal;
	assert_null(ahead_begin(&test->tree, "risks", &names));
	test->tree.pending = NULL;
	assert_null(ahead_begin(&test->tree, "issues", &names));
	names.count = 100;
	assert_null(ahead_begin(&test->tree, "risks", &names));
}

static void without_a_thread_the_caller_reads_all(void **state)
{
#if defined(__GLIBC__) && !defined(__SANITIZE_THREAD__)
	struct treetest *test = *state;
	pthread_attr_t before, huge;
	put_files(test, 300);
	const char *expected = read_all(test, false);
	assert_int_equal(pthread_getattr_default_np(&before), 0);
	assert_int_equal(pthread_getattr_default_np(&huge), 0);
	/* No machine has so much room for a stack. */
	assert_int_equal(pthread_attr_setstacksize(&huge, SIZE_MAX / 4), 0);
	assert_int_equal(pthread_setattr_default_np(&huge), 0);
	const char *actual = read_all(test, true);
	assert_int_equal(pthread_setattr_default_np(&before), 0);
	assert_string_equal(actual, expected);
#else
	(void)state;
	skip();
#endif
}

static void where_few_files_may_be_open_threads_take_none_of_the_callers(void **state)
{
	struct treetest *test = *state;
	struct tree_names names;
	struct rlimit before, few;
	put_files(test, 300);
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
	int lowest = dup(0);
	close(lowest);
	few = before;
	few.rlim_cur = (rlim_t)lowest + 6; /* enough to list a folder and to read a file */
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
	struct ahead *ahead = begin(test, &names);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
	assert_null(ahead);
	ahead = begin(test, &names);
	assert_non_null(ahead);
	ahead_end(ahead);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, treetest_setup, treetest_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(what_is_read_ahead_is_what_is_read_one_by_one),
		CASE(what_is_no_file_is_told_as_ever_and_in_its_order),
		CASE(where_a_thread_cannot_read_the_caller_says_what_is_wrong),
		CASE(a_file_that_goes_meanwhile_is_whole_or_gone),
		CASE(names_may_be_left_out_and_others_are_not_found),
		CASE(it_can_end_at_any_file_and_leaves_nothing_open),
		CASE(few_files_a_journal_and_a_missing_folder_are_read_as_ever),
		CASE(without_a_thread_the_caller_reads_all),
		CASE(where_few_files_may_be_open_threads_take_none_of_the_callers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
