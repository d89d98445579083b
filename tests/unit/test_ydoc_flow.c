/* Changing what stands in brackets, on one line and over several, with comments. */
#include "gen_edit.h"

static void brackets_on_one_line_stay_on_one_line(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "l: [a, b, c] # c\n", "set l.1 x", "l: [a, x, c] # c\n" },
		{ "l: [a, b, c]\n", "insert l.0 x", "l: [x, a, b, c]\n" },
		{ "l: [a, b, c]\n", "insert l.1 x", "l: [a, x, b, c]\n" },
		{ "l: [a, b, c]\n", "insert l.3 x", "l: [a, b, c, x]\n" },
		{ "l: [a, b, ]\n", "insert l.2 x", "l: [a, b, x, ]\n" },
		{ "l: [ a, b ]\n", "insert l.2 x", "l: [ a, b, x ]\n" },
		{ "l: [ a, b ]\n", "insert l.0 x", "l: [ x, a, b ]\n" },
		{ "l: [a, b, c]\n", "unset l.0", "l: [b, c]\n" },
		{ "l: [a, b, c]\n", "unset l.1", "l: [a, c]\n" },
		{ "l: [a, b, c]\n", "unset l.2", "l: [a, b]\n" },
		{ "l: [ a, b ]\n", "unset l.1", "l: [ a ]\n" },
		{ "l: [a, b,]\n", "unset l.1", "l: [a,]\n" },
		{ "l: [a]\n", "unset l.0", "l: []\n" },
		{ "l: [ a ] # c\n", "unset l.0", "l: [] # c\n" },
		{ "l: [a, \xc3\xa9, b]\n", "unset l.1", "l: [a, b]\n" },
		{ "l: [a]\n", "set l.0 text: x, z", "l: [\"x, z\"]\n" },
		{ "l: [a]\n", "insert l.1 text: yes", "l: [a, \"yes\"]\n" },
		{ "l: [a]\n", "insert l.1 yaml: {x: p}", "l: [a, {x: p}]\n" },
		{ "l: [a]\n", "insert l.1 yaml: x: p\nq:\n- r", "l: [a, {x: p, q: [r]}]\n" },
		{ "l: [a]\n", "insert l.1 yaml: \"two\\nlines\"", "l: [a, \"two\\nlines\"]\n" },
		{ "preds: [TSK-028, TSK-009]\n", "insert preds.2 TSK-012 SS+10d",
		  "preds: [TSK-028, TSK-009, TSK-012 SS+10d]\n" },
		{ "m: {a: 1, b: 2}\n", "set m.b 3", "m: {a: 1, b: 3}\n" },
		{ "m: {a: 1, b: 2}\n", "set m.c 3", "m: {a: 1, b: 2, c: 3}\n" },
		{ "m: {a: 1, b: 2}\n", "set m.c 3 > a", "m: {a: 1, c: 3, b: 2}\n" },
		{ "m: {a: 1, b: 2}\n", "set m.c 3 > x", "m: {c: 3, a: 1, b: 2}\n" },
		{ "m: {a: 1, b: 2}\n", "unset m.a", "m: {b: 2}\n" },
		{ "m: {a: 1, b: 2}\n", "unset m.b", "m: {a: 1}\n" },
		{ "m: {a: 1}\n", "unset m.a", "m: {}\n" },
		{ "m: {\"a\":1,\"b\":2}\n", "set m.a 3", "m: {\"a\": 3,\"b\":2}\n" },
		{ "m: {a: , b: 2}\n", "set m.a 3", "m: {a: 3, b: 2}\n" },
		{ "m: {a: 1}\n", "set m.a ", "m: {a: \"\"}\n" },
		{ "m: {a: [1, {b: 2}]}\n", "set m.a.1.b 3", "m: {a: [1, {b: 3}]}\n" },
		{ "m: {a: [1]}\n", "set m.x.z 3", "m: {a: [1], x: {z: 3}}\n" },
		{ "{a: 1}\n", "set b 2", "{a: 1, b: 2}\n" },
		{ "{a: 1, b: 2}\n", "unset a", "{b: 2}\n" },
		{ "l: [a: 1, b]\n", "set l.0.a 2", "l: [a: 2, b]\n" },
		{ "m: {a: 1, b: 2}\n", "move m.b >", NULL },
		{ "m: {a, b: 2}\n", "set m.a 3", "m: {a: 3, b: 2}\n" },
	};
	GEN_CHECK(rows);
}

#define OPEN  "l: [ # all\n"
#define A     "  # about a\n  a, # one\n"
#define B     "  # about b\n  b, # two\n"
#define C     "  c # three\n"
#define CLOSE "]  # end\nm: 1\n"

static void an_entry_on_a_line_of_its_own_is_one_line_to_change(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ OPEN A B C CLOSE, "set l.1 x", OPEN A "  # about b\n  x, # two\n" C CLOSE },
		{ OPEN A B C CLOSE, "insert l.0 x", OPEN "  x,\n" A B C CLOSE },
		{ OPEN A B C CLOSE, "insert l.1 x", OPEN A "  x,\n" B C CLOSE },
		{ OPEN A B C CLOSE, "insert l.3 x", OPEN A B "  c, # three\n  x\n" CLOSE },
		{ OPEN A B CLOSE, "insert l.2 x", OPEN A B "  x,\n" CLOSE },
		{ OPEN A B C CLOSE, "unset l.0", OPEN B C CLOSE },
		{ OPEN A B C CLOSE, "unset l.1", OPEN A C CLOSE },
		{ OPEN A B C CLOSE, "unset l.2", OPEN A B CLOSE },
		{ OPEN C CLOSE, "unset l.0", OPEN CLOSE },
		{ OPEN "  a\n" CLOSE, "insert l.1 x", OPEN "  a,\n  x\n" CLOSE },
		{ "l: [\n  a,\n  b\n  ]\n", "insert l.2 x", "l: [\n  a,\n  b,\n  x\n  ]\n" },
		{ "l: [\r\n  a,\r\n  b\r\n]\r\n", "insert l.1 x",
		  "l: [\r\n  a,\r\n  x,\r\n  b\r\n]\r\n" },
		{ "m: {\n  a: 1, # one\n  b: 2\n}\n", "set m.c 3",
		  "m: {\n  a: 1, # one\n  b: 2,\n  c: 3\n}\n" },
		{ "m: {\n  a: 1, # one\n  b: 2\n}\n", "unset m.a", "m: {\n  b: 2\n}\n" },
		{ "m: {\n  a: [1, 2], # one\n  b: 2\n}\n", "set m.a.1 3",
		  "m: {\n  a: [1, 3], # one\n  b: 2\n}\n" },
	};
	GEN_CHECK(rows);
}

static void brackets_that_go_on_over_lines_keep_their_lines(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "l: [a, b, # two\n    c, d]\n", "set l.2 x", "l: [a, b, # two\n    x, d]\n" },
		{ "l: [a, b, # two\n    c, d]\n", "insert l.4 x",
		  "l: [a, b, # two\n    c, d, x]\n" },
		{ "l: [a, b, # two\n    c, d]\n", "insert l.2 x",
		  "l: [a, b, x, # two\n    c, d]\n" },
		{ "l: [a, b, # two\n    c, d]\n", "unset l.0", "l: [b, # two\n    c, d]\n" },
		{ "l: [a, b, # two\n    c, d]\n", "unset l.3", "l: [a, b, # two\n    c]\n" },
		{ "l: [a, b, # two\n    c, d]\n", "unset l.2", "l: [a, b, # two\n    d]\n" },
		{ "l: [a,\n    b]\n", "unset l.1", "l: [a]\n" },
		{ "l: [a,\n    b]\n", "insert l.2 x", "l: [a,\n    b, x]\n" },
		{ "l: [a,\n    b]\n", "unset l.0", "l: [b]\n" },
		{ "l: [a\n  , b]\n", "unset l.1", "l: [a]\n" },
		{ "l: [a\n  , b]\n", "set l.0 x", "l: [x\n  , b]\n" },
		{ "l: [a # one\n  , b]\n", "set l.1 x", "l: [a # one\n  , x]\n" },
		{ "l: [a # one\n  , b]\n", "insert l.1 x", "l: [a, x # one\n  , b]\n" },
		{ "l: [a, b # two\n  , c]\n", "unset l.1", "l: [a\n  , c]\n" },
		{ "l: [a, b # two\n    ,\n    c]\n", "unset l.1", "l: [a\n    ,\n    c]\n" },
		{ "l: [\n]\n", "insert l.0 x", "l: [x]\n" },
		{ "l: [ # c\n]\n", "insert l.0 x", "l: [x # c\n]\n" },
		{ "l: [a, b,\n    c]\n", "unset l.1", "l: [a,\n    c]\n" },
		{ "l: [a, # one\n    b]\n", "unset l.0", "l: [\n    b]\n" },
		{ "l: [a, # one\n    b]\n", "unset l.1", "l: [a, # one\n    ]\n" },
		{ "l: [a # one\n]\n", "unset l.0", "l: [\n]\n" },
		{ "l: [\n  a,\n  b]\n", "unset l.1", "l: [\n  a]\n" },
	};
	GEN_CHECK(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(brackets_on_one_line_stay_on_one_line),
		cmocka_unit_test(an_entry_on_a_line_of_its_own_is_one_line_to_change),
		cmocka_unit_test(brackets_that_go_on_over_lines_keep_their_lines),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
