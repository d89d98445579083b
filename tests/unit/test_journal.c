#include "treetest.h"

#define OLD "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define NEW "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/* The text with the hash of itself after it. */
static void seal(struct pmo_buffer *text, const char *body)
{
	char hash[SHA256_TEXT];
	pmo_buffer_clear(text);
	pmo_buffer_add_text(text, body);
	sha256_bytes(text->data, text->length, hash);
	pmo_buffer_add_format(text, "end %s\n", hash);
}

static void what_is_written_is_read_back(void **state)
{
	struct treetest *test = *state;
	struct journal_change changes[] = { { "a b.yaml", OLD, NEW, NULL },
					    { "b/c.yaml", "-", NEW, NULL },
					    { "d.yaml", OLD, "-", NULL } };
	const char *folders[] = { "gone", "gone/too" };
	struct journal journal = { 17, { "note \"x\"\ny", "2026-11-20", NULL }, changes, 3, folders,
				   2 };
	struct journal read;
	struct pmo_buffer text;
	pmo_buffer_init(&text, 1 << 20);
	journal_format(&journal, "undo", &text);
	assert_false(text.failed);
	assert_int_equal(journal_parse(&read, "undo", text.data, text.length, &test->arena),
			 PMO_OK);
	assert_int_equal(read.sequence, 17);
	assert_string_equal(read.note.command, "note \"x\" y");
	assert_string_equal(read.note.date, "2026-11-20");
	assert_null(read.note.by);
	assert_int_equal(read.count, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_string_equal(read.changes[i].path, changes[i].path);
		assert_string_equal(read.changes[i].old_hash, changes[i].old_hash);
		assert_string_equal(read.changes[i].new_hash, changes[i].new_hash);
	}
	assert_int_equal(read.folder_count, 2);
	assert_string_equal(read.folders[1], "gone/too");
	assert_ptr_equal(journal_find(&read, "d.yaml"), &read.changes[2]);
	assert_null(journal_find(&read, "c.yaml"));
	assert_int_equal(journal_parse(&read, "journal", text.data, text.length, &test->arena),
			 PMO_INVALID);
	pmo_buffer_release(&text);
}

static void every_cut_and_every_changed_byte_is_noticed(void **state)
{
	struct treetest *test = *state;
	struct journal read;
	struct pmo_buffer text;
	pmo_buffer_init(&text, 1 << 20);
	seal(&text, "pmo journal 1\nsequence 3\ncommand x\nchange " OLD " " NEW " a.yaml\n");
	assert_int_equal(journal_parse(&read, "journal", text.data, text.length, &test->arena),
			 PMO_OK);
	for (size_t i = 0; i < text.length; i++) {
		assert_int_not_equal(journal_parse(&read, "journal", text.data, i, &test->arena),
				     PMO_OK);
		text.data[i] ^= 1;
		assert_int_not_equal(
			journal_parse(&read, "journal", text.data, text.length, &test->arena),
			PMO_OK);
		text.data[i] ^= 1;
	}
	pmo_buffer_release(&text);
}

static void a_sealed_journal_may_still_say_nonsense(void **state)
{
	struct treetest *test = *state;
	static const struct {
		const char *body;
		enum pmo_result result;
	} cases[] = {
		{ "pmo journal 1\nsequence 3\n", PMO_OK },
		{ "pmo journal 2\nwhatever\n", PMO_UNSUPPORTED },
		{ "pmo journal 0\n", PMO_INVALID },
		{ "pmo journal x\n", PMO_INVALID },
		{ "pmo journal 1\nsequence -3\n", PMO_INVALID },
		{ "pmo journal 1\nsequence 99999999999999999999999\n", PMO_INVALID },
		{ "pmo journal 1\nword\n", PMO_INVALID },
		{ "pmo journal 1\nother x\n", PMO_INVALID },
		{ "pmo journal 1\nchange " OLD " " NEW " ../x\n", PMO_INVALID },
		{ "pmo journal 1\nchange " OLD " " NEW " /etc/passwd\n", PMO_INVALID },
		{ "pmo journal 1\nchange " OLD " " NEW " .git/config\n", PMO_INVALID },
		{ "pmo journal 1\nchange " OLD " " NEW " .pmo/lock\n", PMO_INVALID },
		{ "pmo journal 1\nchange " OLD " " NEW "\n", PMO_INVALID },
		{ "pmo journal 1\nchange abc " NEW " a\n", PMO_INVALID },
		{ "pmo journal 1\nchange " OLD " - b\nchange " OLD " - a\n", PMO_INVALID },
		{ "pmo journal 1\nchange " OLD " - a\nchange " OLD " - a\n", PMO_INVALID },
		{ "pmo journal 1\nfolder ..\n", PMO_INVALID },
	};
	struct pmo_buffer text;
	pmo_buffer_init(&text, 1 << 20);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct journal read;
		seal(&text, cases[i].body);
		assert_int_equal(
			journal_parse(&read, "journal", text.data, text.length, &test->arena),
			cases[i].result);
	}
	pmo_buffer_release(&text);
}

static void put_journal(struct treetest *test, const char *body)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, 1 << 20);
	seal(&text, body);
	treetest_folder(test, ".pmo");
	treetest_folder(test, ".pmo/tmp");
	treetest_put(test, ".pmo/journal", text.data);
	pmo_buffer_release(&text);
}

static void a_damaged_journal_stops_writers_but_not_readers(void **state)
{
	struct treetest *test = *state;
	static const struct {
		const char *text, *code;
		enum pmo_result result;
	} cases[] = {
		{ "pmo journal 1\nsequence 3\nend x\n", "journal-damaged", PMO_INVALID },
		{ "", "journal-damaged", PMO_INVALID },
		{ "pmo journal 9\n", "journal-newer", PMO_UNSUPPORTED },
	};
	struct tree_file file;
	treetest_put(test, "a.yaml", "x");
	treetest_folder(test, ".pmo");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		treetest_put(test, ".pmo/journal", cases[i].text);
		assert_int_equal(tree_begin_read(&test->tree), PMO_OK);
		assert_string_equal(test->diags.last->code, cases[i].code);
		assert_non_null(test->diags.last->hint);
		assert_int_equal(tree_read(&test->tree, "a.yaml", 10, &file), PMO_OK);
		assert_int_equal(tree_end_read(&test->tree), PMO_OK);
		assert_int_equal(lock_take(&test->tree, 0, "x", &test->lock), PMO_OK);
		assert_int_equal(commit_recover(&test->tree), cases[i].result);
		lock_release(&test->lock);
		treetest_expect(test, ".pmo/journal", cases[i].text);
	}
}

static void a_journal_whose_staged_bytes_are_lost_changes_nothing_and_is_reported(void **state)
{
	struct treetest *test = *state;
	struct tree_file file;
	treetest_put(test, "a.yaml", "abc"); /* whose hash is OLD */
	put_journal(test, "pmo journal 1\nsequence 3\nchange " OLD " " NEW " a.yaml\n");
	assert_int_equal(tree_begin_read(&test->tree), PMO_OK);
	assert_int_equal(tree_read(&test->tree, "a.yaml", 10, &file), PMO_OK);
	assert_string_equal(file.bytes, "abc");
	assert_string_equal(treetest_diag(test, "journal-damaged")->source->path, "a.yaml");
	assert_int_equal(tree_end_read(&test->tree), PMO_OK);
	treetest_lock(test);
	lock_release(&test->lock);
	treetest_expect(test, "a.yaml", "abc");
	treetest_expect(test, ".pmo/journal", "-");
}

static void a_pending_removal_hides_the_file_and_its_folder_but_not_an_edit(void **state)
{
	struct treetest *test = *state;
	struct tree_names names;
	struct tree_file file;
	treetest_folder(test, "risks");
	treetest_put(test, "risks/RSK-001.yaml", "abc");
	put_journal(test, "pmo journal 1\nsequence 3\nfolder risks\nchange " OLD
			  " - risks/RSK-001.yaml\n");
	assert_int_equal(tree_begin_read(&test->tree), PMO_OK);
	assert_int_equal(tree_list(&test->tree, "", &names), PMO_OK);
	assert_int_equal(names.count, 0);
	assert_int_equal(tree_read(&test->tree, "risks/RSK-001.yaml", 10, &file), PMO_NOT_FOUND);
	assert_false(tree_exists(&test->tree, "risks/RSK-001.yaml"));
	treetest_put(test, "risks/RSK-001.yaml", "edited");
	assert_int_equal(tree_list(&test->tree, "risks", &names), PMO_OK);
	assert_int_equal(names.count, 1);
	assert_int_equal(tree_read(&test->tree, "risks/RSK-001.yaml", 10, &file), PMO_OK);
	assert_string_equal(file.bytes, "edited");
	treetest_put(test, "risks/RSK-001.yaml", "abc");
	treetest_lock(test);
	lock_release(&test->lock);
	assert_false(tree_exists(&test->tree, "risks"));
}

static enum pmo_result count_name(void *count, const char *name, enum tree_type type)
{
	(void)name, (void)type;
	++*(size_t *)count;
	return PMO_OK;
}

static void a_pending_new_file_is_listed_and_read(void **state)
{
	struct treetest *test = *state;
	struct tree_names names;
	struct tree_file file;
	treetest_folder(test, "risks");
	treetest_put(test, "risks/RSK-001.yaml", "x");
	treetest_put(test, "risks/RSK-003.yaml", "x");
	put_journal(test, "pmo journal 1\nsequence 3\nchange - " NEW
			  " deep/er/x.yaml\nchange - " NEW " risks/RSK-002.yaml\n");
	treetest_put(test, ".pmo/tmp/0.-." NEW, ""); /* whose hash is NEW */
	treetest_put(test, ".pmo/tmp/1.-." NEW, "");
	assert_int_equal(tree_begin_read(&test->tree), PMO_OK);
	assert_int_equal(tree_list(&test->tree, "risks", &names), PMO_OK);
	assert_int_equal(names.count, 3);
	size_t visited = 0;
	assert_int_equal(tree_visit(&test->tree, "risks", count_name, &visited), PMO_OK);
	assert_int_equal(visited, 3);
	assert_string_equal(names.items[1].name, "RSK-002.yaml");
	assert_int_equal(names.items[1].type, TREE_FILE);
	assert_int_equal(tree_read(&test->tree, "risks/RSK-002.yaml", 10, &file), PMO_OK);
	assert_string_equal(file.path, "risks/RSK-002.yaml");
	assert_int_equal(tree_list(&test->tree, "", &names), PMO_OK);
	assert_int_equal(names.count, 2);
	assert_string_equal(names.items[0].name, "deep");
	assert_int_equal(names.items[0].type, TREE_FOLDER);
	assert_int_equal(tree_list(&test->tree, "deep/er", &names), PMO_OK);
	assert_int_equal(names.count, 1);
	assert_int_equal(tree_list(&test->tree, "deep/none", &names), PMO_NOT_FOUND);
	assert_int_equal(tree_end_read(&test->tree), PMO_OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, treetest_setup, treetest_teardown)
		CASE(what_is_written_is_read_back),
		CASE(every_cut_and_every_changed_byte_is_noticed),
		CASE(a_sealed_journal_may_still_say_nonsense),
		CASE(a_damaged_journal_stops_writers_but_not_readers),
		CASE(a_journal_whose_staged_bytes_are_lost_changes_nothing_and_is_reported),
		CASE(a_pending_new_file_is_listed_and_read),
		CASE(a_pending_removal_hides_the_file_and_its_folder_but_not_an_edit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
