/*
 * The public YAML test suite (github.com/yaml/yaml-test-suite), held against what is accepted.
 *
 * YAML_TEST_SUITE names a folder of the suite's data, as in its releases: a folder a case, or
 * a folder of numbered cases, with in.yaml, test.event and, for what is no YAML, error. Without
 * it there is nothing to hold against, and the test is skipped.
 *
 * An accepted case must mean what the suite says. Every case that we take otherwise stands in
 * the table with the reason, and docs/formats.md counts them.
 */
#include "unit.h"

#include <ctype.h>
#include <dirent.h>
#include <pmo/buffer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ydoc/ydoc.h"

/* Reads a file of a case; NULL when it is not there. */
static char *read_file(const char *folder, const char *name, size_t *length)
{
	char path[4096];
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	FILE *file = fopen(path, "rb");
	if (!file)
		return NULL;
	char *bytes = malloc(1 << 16);
	assert_non_null(bytes);
	*length = fread(bytes, 1, (1 << 16) - 1, file);
	bytes[*length] = '\0';
	fclose(file);
	return bytes;
}

/* Adds a scalar's text as the suite's events have it. */
static void add_escaped(struct pmo_buffer *events, const char *text)
{
	static const char letters[] = "\\\\\nn\tt\rr\bb";
	for (; *text; text++) {
		const char *letter = letters;
		while (*letter && *letter != *text)
			letter += 2;
		if (*letter)
			pmo_buffer_add_char(events, '\\');
		pmo_buffer_add_char(events, *letter ? letter[1] : *text);
	}
}

static void add_scalar(struct pmo_buffer *events, const char *text)
{
	pmo_buffer_add_text(events, "=VAL ");
	add_escaped(events, text);
	pmo_buffer_add_char(events, '\n');
}

static void add_node(struct pmo_buffer *events, const struct ydoc_node *node)
{
	if (node->kind == YDOC_SCALAR) {
		add_scalar(events, node->text);
		return;
	}
	bool map = node->kind == YDOC_MAP;
	pmo_buffer_add_text(events, map ? "+MAP\n" : "+SEQ\n");
	for (const struct ydoc_node *child = node->first; child; child = child->next) {
		if (map)
			add_scalar(events, child->key);
		add_node(events, child);
	}
	pmo_buffer_add_text(events, map ? "-MAP\n" : "-SEQ\n");
}

/* The suite's events without what is not a document's meaning: its marks, and styles. */
static void add_expected(struct pmo_buffer *events, const char *text)
{
	while (*text) {
		while (*text == ' ')
			text++;
		size_t length = strcspn(text, "\n");
		if (strncmp(text, "=VAL ", 5) == 0) {
			pmo_buffer_add_text(events, "=VAL ");
			pmo_buffer_add(events, text + 6, length - 6);
			pmo_buffer_add_char(events, '\n');
		} else if (strncmp(text + 1, "STR", 3) != 0 && strncmp(text + 1, "DOC", 3) != 0) {
			pmo_buffer_add(events, text, 4);
			pmo_buffer_add_char(events, '\n');
		}
		text += length + (text[length] == '\n');
	}
}

/*
 * What became of a case: "same", "other" (accepted, but means another thing), "accepted" (though
 * it is no YAML), or the code of our refusal.
 */
struct outcome {
	char word[32];
	size_t line, column;
	bool is_yaml;
};

static void judge_accepted(struct outcome *outcome, const struct ydoc *doc, const char *tree)
{
	struct pmo_buffer got, expected;
	pmo_buffer_init(&got, 1 << 20);
	pmo_buffer_init(&expected, 1 << 20);
	add_expected(&expected, tree ? tree : "");
	if (doc->root)
		add_node(&got, doc->root);
	/* A document of nothing: the suite has an empty text in it, we have no root. */
	bool empty = !doc->root && expected.length == 6;
	bool same = empty || (got.length == expected.length &&
			      (!got.length || memcmp(got.data, expected.data, got.length) == 0));
	snprintf(outcome->word, sizeof(outcome->word), "%s", same ? "same" : "other");
	pmo_buffer_release(&got);
	pmo_buffer_release(&expected);
}

typedef enum pmo_result reader(struct ydoc *doc, struct pmo_arena *arena,
			       const struct pmo_source *source, struct pmo_diags *diags);

static void judge(struct outcome *outcome, reader *read, const char *folder)
{
	size_t length = 0, tree_length = 0, error_length = 0;
	char *bytes = read_file(folder, "in.yaml", &length);
	char *tree = read_file(folder, "test.event", &tree_length);
	char *error = read_file(folder, "error", &error_length);
	assert_non_null(bytes);
	assert_true(tree || error);
	memset(outcome, 0, sizeof(*outcome));
	outcome->is_yaml = !error;
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_source source = { .path = folder, .bytes = bytes, .length = length };
	struct ydoc doc;
	pmo_arena_init(&arena);
	pmo_diags_init(&diags, &arena);
	enum pmo_result result = read(&doc, &arena, &source, &diags);
	if (result == PMO_OK && !diags.first && error) {
		snprintf(outcome->word, sizeof(outcome->word), "accepted");
	} else if (result == PMO_OK && !diags.first) {
		judge_accepted(outcome, &doc, tree);
	} else {
		assert_non_null(diags.first);
		snprintf(outcome->word, sizeof(outcome->word), "%s", diags.first->code);
		pmo_source_locate(&source, diags.first->offset, &outcome->line, &outcome->column);
	}
	pmo_arena_release(&arena);
	free(bytes);
	free(tree);
	free(error);
}

/* What is refused on purpose, whatever the suite says of it. */
static const char *const subset[] = { "yaml-anchor", "yaml-tag", "yaml-documents", "yaml-key",
				      "yaml-merge" };

/* Cases in which libyaml, which has YAML 1.1, and the suite, which has 1.2, are at odds. */
struct deviation {
	const char *name, *outcome;
};
static const struct deviation deviations[] = {
	{ "9C9N", "accepted" },
	{ "9JBA", "accepted" },
	{ "CVW2", "accepted" },
	{ "DK95/01", "accepted" },
	{ "G5U8", "accepted" },
	{ "MUS6/00", "accepted" },
	{ "QB6E", "accepted" },
	{ "S98Z", "accepted" },
	{ "SU5Z", "accepted" },
	{ "X4QW", "accepted" },
	{ "Y79Y/03", "accepted" },
	{ "YJV2", "accepted" },
	{ "652Z", "other" },
	{ "JEF9/02", "other" },
	{ "L24T/01", "other" },
	{ "4MUZ/00", "yaml-bracket" },
	{ "4MUZ/01", "yaml-bracket" },
	{ "4MUZ/02", "yaml-bracket" },
	{ "5MUD", "yaml-bracket" },
	{ "K3WX", "yaml-bracket" },
	{ "UT92", "yaml-bracket" },
	{ "VJP3/01", "yaml-bracket" },
	{ "58MP", "yaml-character" },
	{ "5T43", "yaml-character" },
	{ "CFD4", "yaml-character" },
	{ "DBG4", "yaml-character" },
	{ "HM87/00", "yaml-character" },
	{ "HWV9", "yaml-character" },
	{ "QT73", "yaml-character" },
	{ "2LFX", "yaml-directive" },
	{ "6LVF", "yaml-directive" },
	{ "MUS6/05", "yaml-directive" },
	{ "MUS6/06", "yaml-directive" },
	{ "W4TN", "yaml-directive" },
	{ "DK3J", "yaml-indent" },
	{ "FP8R", "yaml-indent" },
	{ "4ABK", "yaml-stray-key" },
	{ "8KB6", "yaml-stray-key" },
	{ "9BXH", "yaml-stray-key" },
	{ "9SA2", "yaml-stray-key" },
	{ "DFF7", "yaml-stray-key" },
	{ "HM87/01", "yaml-stray-key" },
	{ "NJ66", "yaml-stray-key" },
	{ "FRK4", "yaml-syntax" },
	{ "6BCT", "yaml-tab" },
	{ "6CA3", "yaml-tab" },
	{ "96NN/00", "yaml-tab" },
	{ "96NN/01", "yaml-tab" },
	{ "A2M4", "yaml-tab" },
	{ "DK95/00", "yaml-tab" },
	{ "DK95/03", "yaml-tab" },
	{ "DK95/04", "yaml-tab" },
	{ "Q5MG", "yaml-tab" },
	{ "R4YG", "yaml-tab" },
	{ "Y79Y/01", "yaml-tab" },
	{ "Y79Y/10", "yaml-tab" },
	{ "BEC7", "yaml-version" },
};

static bool is_expected(const char *name, const struct outcome *outcome)
{
	for (size_t i = 0; i < sizeof(deviations) / sizeof(deviations[0]); i++)
		if (strcmp(deviations[i].name, name) == 0)
			return strcmp(deviations[i].outcome, outcome->word) == 0;
	if (!outcome->is_yaml)
		return strncmp(outcome->word, "yaml-", 5) == 0;
	for (size_t i = 0; i < sizeof(subset) / sizeof(subset[0]); i++)
		if (strcmp(subset[i], outcome->word) == 0)
			return true;
	return strcmp(outcome->word, "same") == 0;
}

struct tally {
	size_t cases, wrong;
};

static void try_case(struct tally *tally, const char *folder, const char *name)
{
	struct outcome outcome, strict;
	judge(&outcome, ydoc_read, folder);
	judge(&strict, ydoc_read_strictly, folder);
	tally->cases++;
	bool good = is_expected(name, &outcome) && strcmp(outcome.word, strict.word) == 0 &&
		    outcome.line == strict.line && outcome.column == strict.column;
	tally->wrong += !good;
	if (!good || getenv("YAML_TEST_SUITE_SHOW"))
		printf("%s\t%s\t%s\t%zu:%zu\tstrictly %s\n", name,
		       outcome.is_yaml ? "yaml" : "error", outcome.word, outcome.line,
		       outcome.column, strict.word);
}

/* Tries a folder: a case, or a folder of them. */
static void try_folder(struct tally *tally, const char *folder, const char *name)
{
	size_t length;
	char *bytes = read_file(folder, "in.yaml", &length);
	if (bytes) {
		try_case(tally, folder, name);
		free(bytes);
		return;
	}
	DIR *directory = opendir(folder);
	for (struct dirent *entry; directory && (entry = readdir(directory));) {
		if (!isdigit((unsigned char)entry->d_name[0]))
			continue;
		char path[4400], below[300];
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		snprintf(below, sizeof(below), "%s/%s", name, entry->d_name);
		try_case(tally, path, below);
	}
	if (directory)
		closedir(directory);
}

static void every_case_means_what_the_suite_says_or_is_a_known_deviation(void **state)
{
	(void)state;
	const char *suite = getenv("YAML_TEST_SUITE");
	assert_non_null(suite);
	DIR *directory = opendir(suite);
	assert_non_null(directory);
	struct tally tally = { 0 };
	for (struct dirent *entry; (entry = readdir(directory));) {
		if (strlen(entry->d_name) != 4 || entry->d_name[0] == '.')
			continue;
		char path[4096];
		snprintf(path, sizeof(path), "%s/%s", suite, entry->d_name);
		try_folder(&tally, path, entry->d_name);
	}
	closedir(directory);
	printf("%zu cases, %zu otherwise than known\n", tally.cases, tally.wrong);
	assert_true(tally.cases >= 400);
	assert_int_equal(tally.wrong, 0);
}

int main(void)
{
	if (!getenv("YAML_TEST_SUITE")) {
		printf("skipped, YAML_TEST_SUITE names no folder of the YAML test suite\n");
		return 77;
	}
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_case_means_what_the_suite_says_or_is_a_known_deviation),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
