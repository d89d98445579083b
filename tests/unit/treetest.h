/* A workspace in a temporary folder, for the tests of the file layer. */
#ifndef TESTS_TREETEST_H
#define TESTS_TREETEST_H

#include "unit.h"

#include "store/commit.h"
#include "store/lock.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct treetest {
	char root[64];
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct tree tree;
	struct lock lock;
};

static inline void treetest_open(struct treetest *test)
{
	pmo_arena_init(&test->arena);
	pmo_diags_init(&test->diags, &test->arena);
	assert_int_equal(tree_open(&test->tree, test->root, &test->arena, &test->diags), PMO_OK);
}

static inline void treetest_close(struct treetest *test)
{
	tree_release(&test->tree);
	pmo_arena_release(&test->arena);
}

static inline int treetest_setup(void **state)
{
	struct treetest *test = calloc(1, sizeof(*test));
	assert_non_null(test);
	snprintf(test->root, sizeof(test->root), "/tmp/pmo-test-XXXXXX");
	assert_non_null(mkdtemp(test->root));
	assert_int_equal(chmod(test->root, 0755), 0);
	treetest_open(test);
	*state = test;
	return 0;
}

static inline int treetest_remove_one(const char *path, const struct stat *status, int kind,
				      struct FTW *place)
{
	(void)status, (void)kind, (void)place;
	return remove(path);
}

static inline int treetest_teardown(void **state)
{
	struct treetest *test = *state;
	treetest_close(test);
	nftw(test->root, treetest_remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(test);
	return 0;
}

static inline void treetest_path(const struct treetest *test, const char *path, char full[256])
{
	snprintf(full, 256, "%s/%s", test->root, path);
}

static inline void treetest_put(const struct treetest *test, const char *path, const char *text)
{
	char full[256];
	treetest_path(test, path, full);
	FILE *file = fopen(full, "w");
	assert_non_null(file);
	assert_int_not_equal(fputs(text, file), EOF);
	assert_int_equal(fclose(file), 0);
}

static inline void treetest_folder(const struct treetest *test, const char *path)
{
	char full[256];
	treetest_path(test, path, full);
	assert_int_equal(mkdir(full, 0755), 0);
}

/* The text of a file, or "-" when it is not there. */
static inline const char *treetest_get(const struct treetest *test, const char *path,
				       char text[512])
{
	char full[256];
	treetest_path(test, path, full);
	FILE *file = fopen(full, "r");
	snprintf(text, 512, "-");
	if (!file)
		return text;
	size_t length = fread(text, 1, 511, file);
	text[length] = '\0';
	fclose(file);
	return text;
}

static inline void treetest_expect(const struct treetest *test, const char *path,
				   const char *expected)
{
	char text[512];
	assert_string_equal(treetest_get(test, path, text), expected);
}

static inline size_t treetest_count(const struct treetest *test, const char *path)
{
	char full[256];
	size_t count = 0;
	treetest_path(test, path, full);
	DIR *directory = opendir(full);
	if (!directory)
		return 0;
	while (readdir(directory))
		count++;
	closedir(directory);
	return count - 2;
}

/* The first diagnostic with that code, or a failed test. */
static inline const struct pmo_diag *treetest_diag(const struct treetest *test, const char *code)
{
	for (const struct pmo_diag *diag = test->diags.first; diag; diag = diag->next)
		if (strcmp(diag->code, code) == 0)
			return diag;
	fail_msg("no diagnostic [%s]", code);
	return NULL;
}

static inline void treetest_lock(struct treetest *test)
{
	assert_int_equal(lock_take(&test->tree, 1000, "pid 1 on test: pmo", &test->lock), PMO_OK);
	assert_int_equal(commit_recover(&test->tree), PMO_OK);
}

/* A commit that gives one file a new text; NULL removes it. */
static inline void treetest_change(struct treetest *test, struct commit *commit, const char *path,
				   const char *text)
{
	struct tree_file old;
	enum pmo_result result = tree_read(&test->tree, path, 1 << 20, &old);
	assert_true(result == PMO_OK || result == PMO_NOT_FOUND);
	if (text)
		result = commit_write(commit, path, result == PMO_OK ? &old : NULL, text,
				      strlen(text));
	else
		result = commit_remove(commit, &old);
	assert_int_equal(result, PMO_OK);
}

static const struct journal_note treetest_note = { "risk close RSK-007", "2026-11-20", "PC" };

#endif
