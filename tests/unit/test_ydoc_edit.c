/* Changing a document in place: what a careful person would have typed. */
#include "gen_edit.h"

static void setting_a_scalar_changes_only_its_bytes(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "a: 1\n", "set a 2", "a: 2\n" },
		{ "a: 1", "set a 2", "a: 2" },
		{ "a:   1   # why\nb: 2\n", "set a 22", "a:   22   # why\nb: 2\n" },
		{ "a : 1\n", "set a 2", "a : 2\n" },
		{ "'a': 1\n", "set a 2", "'a': 2\n" },
		{ "a: 'x'  # c\n", "set a text: y", "a: 'y'  # c\n" },
		{ "a: \"x\"\n", "set a text: y", "a: \"y\"\n" },
		{ "a: \"x\"\n", "set a 2026-11-20", "a: \"2026-11-20\"\n" },
		{ "a: 'x'\n", "set a text: it's", "a: 'it''s'\n" },
		{ "a: x\n", "set a text: yes", "a: \"yes\"\n" },
		{ "a: no\n", "set a text: yes", "a: yes\n" },
		{ "a: x\n", "set a text: y: z", "a: \"y: z\"\n" },
		{ "a: x\n", "set a text: # no comment", "a: \"# no comment\"\n" },
		{ "a: x\n", "set a text: 12", "a: \"12\"\n" },
		{ "a: x\n", "set a 12", "a: 12\n" },
		{ "a: one\n  two\nb: 1\n", "set a text: three", "a: three\nb: 1\n" },
		{ "a: \"one\n  two\"  # c\nb: 1\n", "set a text: 3rd", "a: \"3rd\"  # c\nb: 1\n" },
		{ "a:\n  one\nb: 1\n", "set a two", "a:\n  two\nb: 1\n" },
		{ "a: 1\r\nb: 2\r\n", "set a 3", "a: 3\r\nb: 2\r\n" },
		{ "\xef\xbb\xbf"
		  "a: 1\n",
		  "set a 3",
		  "\xef\xbb\xbf"
		  "a: 3\n" },
		{ "a: h\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80 x # \xc3\xa9\nb: 1 # c\n", "set b 2",
		  "a: h\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80 x # \xc3\xa9\nb: 2 # c\n" },
		{ "a: x\ty\t# c\nb:\t1\n", "set b 2", "a: x\ty\t# c\nb:\t2\n" },
		{ "a: x\ty\t# c\n", "set a 2", "a: 2\t# c\n" },
		{ "a: x\n", "set a text: \xc3\xa9t\xc3\xa9", "a: \xc3\xa9t\xc3\xa9\n" },
		{ "---\na: 1\n...\n", "set a 2", "---\na: 2\n...\n" },
		{ "a: x\n", "set a yaml: \"two\\nlines\"", "a: |-\n  two\n  lines\n" },
		{ "a: x # c\nb: 1\n", "set a yaml: \"two\\nlines\\n\"",
		  "a: | # c\n  two\n  lines\nb: 1\n" },
	};
	GEN_CHECK(rows);
}

static void setting_an_empty_value_keeps_its_comment(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "a:\nb: 1\n", "set a 2", "a: 2\nb: 1\n" },
		{ "a:", "set a 2", "a: 2" },
		{ "a: # c\nb: 1\n", "set a 2", "a: 2 # c\nb: 1\n" },
		{ "a:   # c\nb: 1\n", "set a 2", "a: 2   # c\nb: 1\n" },
		{ "a: 1 # c\nb: 1\n", "set a ", "a: # c\nb: 1\n" },
		{ "a: 1\n", "set a ", "a:\n" },
		{ "a: \"\"\n", "set a text: x", "a: \"x\"\n" },
		{ "a: x\n", "set a text: ", "a: \"\"\n" },
		{ "l:\n  -\n  - b\n", "set l.0 a", "l:\n  - a\n  - b\n" },
		{ "l:\n  - # c\n  - b\n", "set l.0 a", "l:\n  - a # c\n  - b\n" },
		{ "l:\n-\n", "set l.0.x 1", "l:\n- x: 1\n" },
		{ "a: # c\n", "set a yaml: [x, z]", "a: [x, z] # c\n" },
		{ "a: # c\nb: 1\n", "set a yaml: - x\n- z", "a: # c\n  - x\n  - z\nb: 1\n" },
		{ "a: # c\nb: 1\n", "set a.x 1", "a: # c\n  x: 1\nb: 1\n" },
	};
	GEN_CHECK(rows);
}

static void setting_what_is_there_changes_no_byte(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "a:   1\n", "set a 1", "a:   1\n" },
		{ "a: '1'\n", "set a 1", "a: '1'\n" },
		{ "a: >\n  x\n  y\n", "set a yaml: \"x y\\n\"", "a: >\n  x\n  y\n" },
		{ "a:\n- 1 # x\n-   2\n", "set a yaml: [1, 2]", "a:\n- 1 # x\n-   2\n" },
		{ "a: {x: 1,\n  y: 2}\n", "set a yaml: {x: 1, y: 2}", "a: {x: 1,\n  y: 2}\n" },
		{ "a:\n", "set a ", "a:\n" },
		{ "a: \"\"\n", "set a ", "a: \"\"\n" },
		{ "A:\n  x: 1\nB:\n  x: 2\n", "move B > A", "A:\n  x: 1\nB:\n  x: 2\n" },
		{ "A: 1\nB: 2\n", "move A >", "A: 1\nB: 2\n" },
		{ "a: 1\n", "rename a a", "a: 1\n" },
		{ "'a': 1\n", "rename a a", "'a': 1\n" },
		{ "a: 1\rb: 2\n", "set a 1", "a: 1\rb: 2\n" },
		{ "h:\n  - 2026-11-20 PC: granted\n", "set h.0 line: 2026-11-20 PC: granted",
		  "h:\n  - 2026-11-20 PC: granted\n" },
	};
	GEN_CHECK(rows);
}

static void a_new_key_goes_behind_its_neighbour(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "a: 1\nb: 2\n", "set c 3", "a: 1\nb: 2\nc: 3\n" },
		{ "a: 1\nb: 2\n", "set c 3 > a", "a: 1\nc: 3\nb: 2\n" },
		{ "a: 1\nb: 2\n", "set c 3 > x b a", "a: 1\nb: 2\nc: 3\n" },
		{ "a: 1\nb: 2\n", "set c 3 > x", "c: 3\na: 1\nb: 2\n" },
		{ "# head\na: 1\n", "set c 3 > x", "# head\nc: 3\na: 1\n" },
		{ "a: 1", "set b 2", "a: 1\nb: 2" },
		{ "a: 1 # c", "set b 2", "a: 1 # c\nb: 2" },
		{ "a: 1\r\n", "set b 2", "a: 1\r\nb: 2\r\n" },
		{ "a: 1\r\nb: 2", "set c 2", "a: 1\r\nb: 2\r\nc: 2" },
		{ "\xef\xbb\xbf"
		  "a: 1\n",
		  "set b 2 > x",
		  "\xef\xbb\xbf"
		  "b: 2\na: 1\n" },
		{ "a: 1 # c\n# about b\nb: 2\n", "set c 3 > a",
		  "a: 1 # c\nc: 3\n# about b\nb: 2\n" },
		{ "a: 1\n  # more\nb: 2\n", "set c 3 > a", "a: 1\n  # more\nc: 3\nb: 2\n" },
		{ "a: 1\n\n# tail\n", "set c 3", "a: 1\nc: 3\n\n# tail\n" },
		{ "a: |\n  x\n\n  y\n\nb: 2\n", "set c 3 > a", "a: |\n  x\n\n  y\nc: 3\n\nb: 2\n" },
		{ "a: |+\n  x\n\nb: 2\n", "set c 3 > a", "a: |+\n  x\n\nc: 3\nb: 2\n" },
		{ "a: |\n  x", "set c 3", "a: |-\n  x\nc: 3" },
		{ "a: >-\n  x\n  y", "set c 3", "a: >-\n  x\n  y\nc: 3" },
		{ "a: {x: 1}\nb: 2\n", "set c 3 > a", "a: {x: 1}\nc: 3\nb: 2\n" },
		{ "a: [x,\n  y\n]  # c\nb: 2\n", "set c 3 > a",
		  "a: [x,\n  y\n]  # c\nc: 3\nb: 2\n" },
		{ "a:\nb: 2\n", "set c 3 > a", "a:\nc: 3\nb: 2\n" },
		{ "a:\n- x\n- y\nb: 2\n", "set c 3 > a", "a:\n- x\n- y\nc: 3\nb: 2\n" },
		{ "a:\n  - x\n", "set a2 yaml: - p\n- q", "a:\n  - x\na2:\n  - p\n  - q\n" },
		{ "a:\n- x\n", "set a2 yaml: - p\n- q", "a:\n- x\na2:\n- p\n- q\n" },
		{ "r:\n   a: 1\n", "set r.m.x 1", "r:\n   a: 1\n   m:\n      x: 1\n" },
		{ "---\na: 1\n...\n", "set b 2", "---\na: 1\nb: 2\n...\n" },
		{ "", "set a 1", "a: 1\n" },
		{ "# only\n", "set a 1", "# only\na: 1\n" },
		{ "# only", "set a 1", "# only\na: 1" },
		{ "---\n", "set a 1", "---\na: 1\n" },
		{ "{}\n", "set a 1", "{a: 1}\n" },
		{ "", "set a.b.c 1", "a:\n  b:\n    c: 1\n" },
		{ "a: 1\n", "set n text: yes", "a: 1\nn: \"yes\"\n" },
		{ "a: 1\n", "set n yaml: \"two\\nlines\"", "a: 1\nn: |-\n  two\n  lines\n" },
		{ "a: 1", "set n yaml: \"two\\nlines\\n\"", "a: 1\nn: |\n  two\n  lines\n" },
		{ "A:\n  a: 1\n\nB:\n  a: 2\n", "set C yaml: a: z",
		  "A:\n  a: 1\n\nB:\n  a: 2\n\nC:\n  a: z\n" },
		{ "A:\n  a: 1\n\nB:\n  a: 2\n", "set C yaml: a: z > A",
		  "A:\n  a: 1\n\nC:\n  a: z\n\nB:\n  a: 2\n" },
		{ "A:\n  a: 1\nB:\n  a: 2\n", "set A.b 1", "A:\n  a: 1\n  b: 1\nB:\n  a: 2\n" },
	};
	GEN_CHECK(rows);
}

static void removing_a_key_takes_its_comments_along(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "a: 1\nb: 2\nc: 3\n", "unset a", "b: 2\nc: 3\n" },
		{ "a: 1\nb: 2\nc: 3\n", "unset b", "a: 1\nc: 3\n" },
		{ "a: 1\nb: 2\nc: 3\n", "unset c", "a: 1\nb: 2\n" },
		{ "a: 1\nb: 2", "unset b", "a: 1" },
		{ "a: 1\r\nb: 2", "unset b", "a: 1" },
		{ "a: 1\nb: 2 # c\n", "unset b", "a: 1\n" },
		{ "a: 1\n# about b\nb: 2\n  # more b\n# about c\nc: 3\n", "unset b",
		  "a: 1\n# about c\nc: 3\n" },
		{ "# head\na: 1\nb: 2\n", "unset a", "# head\nb: 2\n" },
		{ "# head\n\n# about a\na: 1\nb: 2\n", "unset a", "# head\n\nb: 2\n" },
		{ "a: 1\n\n# group\n\nb: 2\nc: 3\n", "unset b", "a: 1\n\n# group\n\nc: 3\n" },
		{ "a: 1\n\nb: 2\n\nc: 3\n", "unset b", "a: 1\n\nc: 3\n" },
		{ "a: 1\n\nb: 2\n\nc: 3\n", "unset a", "b: 2\n\nc: 3\n" },
		{ "a: 1\n\nb: 2\n\nc: 3\n", "unset c", "a: 1\n\nb: 2\n" },
		{ "a: 1\n\nb: 2\nc: 3\n", "unset b", "a: 1\n\nc: 3\n" },
		{ "a: 1\nb: 2\n\nc: 3\n", "unset b", "a: 1\n\nc: 3\n" },
		{ "a: |\n  x\n\n  y\nb: 2\n", "unset a", "b: 2\n" },
		{ "a: |+\n  x\n\nb: 2\n", "unset a", "b: 2\n" },
		{ "a: [x,\n  # in\n  y]\nb: 2\n", "unset a", "b: 2\n" },
		{ "a:\n- x\n# about y\n- y\nb: 2\n", "unset a", "b: 2\n" },
		{ "a: 1\n? b\n: 2\n", "unset b", "a: 1\n" },
		{ "m:\n  a: 1\n", "unset m.a", "m: {}\n" },
		{ "m:  # c\n  a: 1\nb: 2\n", "unset m.a", "m: {}  # c\nb: 2\n" },
		{ "a: 1\n", "unset a", "" },
		{ "# head\na: 1\n", "unset a", "# head\n" },
		{ "r:\n  a: 1\n  # about b\n  b: 2\ns: 1\n", "unset r.b", "r:\n  a: 1\ns: 1\n" },
	};
	GEN_CHECK(rows);
}

static void renaming_a_key_changes_only_the_key(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "a: 1 # c\nb: 2\n", "rename a aa", "aa: 1 # c\nb: 2\n" },
		{ "'a' : 1\n", "rename a c", "c : 1\n" },
		{ "x:\n  - a: 1\n    b: 2\n", "rename x.0.a c", "x:\n  - c: 1\n    b: 2\n" },
		{ "x: {a: 1, b: 2}\n", "rename x.b c", "x: {a: 1, c: 2}\n" },
		{ "TSK-001:\n  a: 1\n", "rename TSK-001 TSK-002", "TSK-002:\n  a: 1\n" },
		{ "a: 1\nb: 2\n", "rename a b", NULL },
	};
	GEN_CHECK(rows);
}

static void moving_a_record_takes_comments_and_blank_lines_along(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "A:\n  x: 1\nB:\n  x: 2\nC:\n  x: 3\n", "move C > A",
		  "A:\n  x: 1\nC:\n  x: 3\nB:\n  x: 2\n" },
		{ "A:\n  x: 1\nB:\n  x: 2\nC:\n  x: 3\n", "move A > C",
		  "B:\n  x: 2\nC:\n  x: 3\nA:\n  x: 1\n" },
		{ "A:\n  x: 1\nB:\n  x: 2\n", "move B >", "B:\n  x: 2\nA:\n  x: 1\n" },
		{ "A: 1\n\nB: 2\n\nC: 3\n", "move C > A", "A: 1\n\nC: 3\n\nB: 2\n" },
		{ "A: 1\n\nB: 2\n\nC: 3\n", "move A > B", "B: 2\n\nA: 1\n\nC: 3\n" },
		{ "A: 1\n\nB: 2\n\nC: 3\n", "move A > C", "B: 2\n\nC: 3\n\nA: 1\n" },
		{ "A: 1\n\nB: 2\n\nC: 3\n", "move C >", "C: 3\n\nA: 1\n\nB: 2\n" },
		{ "A: 1\n\nB: 2\n\nC: 3", "move C >", "C: 3\n\nA: 1\n\nB: 2" },
		{ "A: 1\n\nB: 2\n\nC: 3", "move A > C", "B: 2\n\nC: 3\n\nA: 1" },
		{ "# head\n\n# about A\nA: 1\n\n# about B\nB: 2\n  # more B\n", "move B >",
		  "# head\n\n# about B\nB: 2\n  # more B\n\n# about A\nA: 1\n" },
		{ "# about A\nA: 1 # a\n# about B\nB: 2 # b\n", "move B >",
		  "# about A\n# about B\nB: 2 # b\nA: 1 # a\n" },
		{ "A: 1\r\n\r\nB: 2\r\n", "move B >", "B: 2\r\n\r\nA: 1\r\n" },
		{ "A: 1\nB: 2\n\n# tail\n", "move A > B", "B: 2\nA: 1\n\n# tail\n" },
		{ "A: 1\nB: 2\n\nC: 3\nD: 4\n", "move D > A", "A: 1\nD: 4\nB: 2\n\nC: 3\n" },
		{ "A: 1\nB: 2\n\nC: 3\nD: 4\n", "move A > C", "B: 2\n\nC: 3\nA: 1\nD: 4\n" },
		{ "A: 1\nB: 2\n\nC: 3\nD: 4\n", "move B > C", "A: 1\n\nC: 3\nB: 2\nD: 4\n" },
		{ "l:\n  - a: 1\n    b: 2\n    c: 3\n", "move l.0.c > a",
		  "l:\n  - a: 1\n    c: 3\n    b: 2\n" },
	};
	GEN_CHECK(rows);
}

static void a_place_that_is_not_there_is_not_found(void **state)
{
	(void)state;
	static const char *const operations[] = {
		"unset x",       "unset a.x",    "unset l.2",      "rename x y",
		"move x > a",    "insert x.0 1", "insert l.3 1",   "set l.2 1",
		"set l.0.x.0 1", "unset l.x",    "insert a.x.0 1",
	};
	for (size_t i = 0; i < sizeof(operations) / sizeof(operations[0]); i++) {
		struct pmo_arena arena;
		struct pmo_diags diags;
		struct ydoc_editor editor;
		struct gen_op gen;
		pmo_arena_init(&arena);
		pmo_diags_init(&diags, &arena);
		struct pmo_source source = gen_source("a: 1\nl: [{}, 2]\n", 15);
		assert_int_equal(ydoc_editor_begin(&editor, &arena, &source, &diags), PMO_OK);
		gen_parse(&gen, &arena, operations[i]);
		enum pmo_result result = ydoc_editor_apply(&editor, &gen.op);
		if (result != PMO_NOT_FOUND)
			printf("%s: %s\n", operations[i], pmo_result_name(result));
		assert_int_equal(result, PMO_NOT_FOUND);
		assert_false(editor.changed);
		pmo_arena_release(&arena);
		gen_source_free(&source);
	}
}

static void what_cannot_be_changed_safely_is_refused_with_its_place(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "a: 1\rb: 2\n", "set a 2", NULL },
		{ "a: 1\xc2\x85"
		  "b: 2\n",
		  "set a 2", NULL },
		{ "a: 1 # \xe2\x80\xa8\n", "set a 2", NULL },
		{ "a: x\n", "set a.b 2", NULL },
		{ "a: x\n", "insert a.0 2", NULL },
		{ "a:\n  # inner\n  - 1\n  - 2\n", "set a 2", NULL },
		{ "a: [1, # c\n  2]\n", "set a 2", NULL },
		{ "a:\n  - 1 # c\n", "set a 2", NULL },
		{ "a:\n  - 1\n    # c\n", "set a 2", NULL },
		{ "a: 1\n\nb: |+\n  x\n\n", "move a > b", NULL },
		{ "a: 1\rb: 2\n", "unset a", NULL },
		{ "a: 1\rb: 2\n", "set c 2", NULL },
		{ "- ? a\n  : 1\n  b: 2\n", "unset 0.a", NULL },
		{ "l:\n  - a: 1 # x\n    b: 2 # y\n", "set l.0 c", NULL },
	};
	GEN_CHECK(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(setting_a_scalar_changes_only_its_bytes),
		cmocka_unit_test(setting_an_empty_value_keeps_its_comment),
		cmocka_unit_test(setting_what_is_there_changes_no_byte),
		cmocka_unit_test(a_new_key_goes_behind_its_neighbour),
		cmocka_unit_test(removing_a_key_takes_its_comments_along),
		cmocka_unit_test(renaming_a_key_changes_only_the_key),
		cmocka_unit_test(moving_a_record_takes_comments_and_blank_lines_along),
		cmocka_unit_test(a_place_that_is_not_there_is_not_found),
		cmocka_unit_test(what_cannot_be_changed_safely_is_refused_with_its_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
