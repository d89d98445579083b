/* Changing lists, and maps inside lists, in place: receipts, agenda items, history. */
#include "gen_edit.h"

static void a_list_item_is_set_in_its_own_place(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "l:\n  - a # one\n  - b\n", "set l.0 c", "l:\n  - c # one\n  - b\n" },
		{ "l:\n- a\n- b # two", "set l.1 c", "l:\n- a\n- c # two" },
		{ "l:\n  -   a\n", "set l.0 c", "l:\n  -   c\n" },
		{ "l:\n  - - a\n    - b\n", "set l.0.1 c", "l:\n  - - a\n    - c\n" },
		{ "l:\n  -\n    a: 1 # x\n", "set l.0.a 2", "l:\n  -\n    a: 2 # x\n" },
		{ "l:\n  - a: 1\n    b: 2 # x\n  - a: 3\n", "set l.0.b 4",
		  "l:\n  - a: 1\n    b: 4 # x\n  - a: 3\n" },
		{ "l:\n  - a\n", "set l.0 yaml: {x: p, z: q}", "l:\n  - {x: p, z: q}\n" },
		{ "l:\n  - a # c\n", "set l.0 yaml: x: p\nz: q", "l:\n  - x: p # c\n    z: q\n" },
		{ "l:\n  - x: p\n    z: q\n  - b\n", "set l.0 a", "l:\n  - a\n  - b\n" },
		{ "l:\n  - |\n    text\n\n  - b\n", "set l.0 a", "l:\n  - a\n\n  - b\n" },
		{ "l:\n  - a\n", "set l.0 yaml: \"two\\nlines\\n\"",
		  "l:\n  - |\n    two\n    lines\n" },
		{ "l:\n  - a: |+\n      x\n\n  - b\n", "set l.0 z", "l:\n  - z\n  - b\n" },
		{ "l:\r\n  - a: |+\r\n      x\r\n\r\n", "unset l.0.a", "l:\r\n  - {}\r\n" },
		{ "- a\n- b\n", "set 1 c", "- a\n- c\n" },
		{ "- a\n- b\n", "insert 1 c", "- a\n- c\n- b\n" },
		{ "[]\n", "insert 0 c", "[c]\n" },
		{ "- a\n", "unset 0", "" },
		{ "l: [a, b]\n", "set l yaml: - p\n- q", "l:\n  - p\n  - q\n" },
		{ "l:\n  - a\n  - b\n", "set l yaml: [p, q]", "l: [p, q]\n" },
		{ "l:\n  - a\n  - b\nm: 1\n", "set l x", "l: x\nm: 1\n" },
	};
	GEN_CHECK(rows);
}

static void an_item_is_inserted_first_in_the_middle_and_last(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "l:\n  - a\n  - b\n", "insert l.0 x", "l:\n  - x\n  - a\n  - b\n" },
		{ "l:\n  - a\n  - b\n", "insert l.1 x", "l:\n  - a\n  - x\n  - b\n" },
		{ "l:\n  - a\n  - b\n", "insert l.2 x", "l:\n  - a\n  - b\n  - x\n" },
		{ "l:\n- a\n- b\nm: 1\n", "insert l.2 x", "l:\n- a\n- b\n- x\nm: 1\n" },
		{ "l:\n  - a", "insert l.1 x", "l:\n  - a\n  - x" },
		{ "l:\r\n  - a\r\nm: 1\r\n", "insert l.1 x", "l:\r\n  - a\r\n  - x\r\nm: 1\r\n" },
		{ "l: # the list\n  # about a\n  - a # c\n    # more a\n  # about b\n  - b\n",
		  "insert l.1 x",
		  "l: # the list\n  # about a\n  - a # c\n    # more a\n  - x\n"
		  "  # about b\n  - b\n" },
		{ "l:\n  # about a\n  - a\n", "insert l.0 x", "l:\n  - x\n  # about a\n  - a\n" },
		{ "l:\n  - a\n\n# about m\nm: 1\n", "insert l.1 x",
		  "l:\n  - a\n  - x\n\n# about m\nm: 1\n" },
		{ "l:\n- a\n# about m\nm: 1\n", "insert l.1 x", "l:\n- a\n- x\n# about m\nm: 1\n" },
		{ "l:\n  -\n  - b\n", "insert l.1 x", "l:\n  -\n  - x\n  - b\n" },
		{ "l:\n  -", "insert l.1 x", "l:\n  -\n  - x" },
		{ "l:\n  -\n    a: 1\n", "insert l.1 yaml: a: p", "l:\n  -\n    a: 1\n  - a: p\n" },
		{ "l:\n  - - a\n    - b\n", "insert l.0.0 x", "l:\n  - - x\n    - a\n    - b\n" },
		{ "l:\n  - - a\n    - b\n", "insert l.0.2 x", "l:\n  - - a\n    - b\n    - x\n" },
		{ "l: []\n", "insert l.0 x", "l: [x]\n" },
		{ "l: [] # c\nm: 1\n", "insert l.0 yaml: a: p\nb: q",
		  "l: # c\n  - a: p\n    b: q\nm: 1\n" },
		{ "a:\n- x\nl: []\n", "insert l.0 yaml: a: p\nb: q",
		  "a:\n- x\nl:\n- a: p\n  b: q\n" },
		{ "l: # c\nm: 1\n", "insert l.0 x", "l: # c\n  - x\nm: 1\n" },
		{ "l:", "insert l.0 x", "l:\n  - x" },
		{ "r:\n    l:\n        - a\n", "insert r.l.1 yaml: a: p\nb: q",
		  "r:\n    l:\n        - a\n        - a: p\n          b: q\n" },
		{ "l:\n  - a: 1\n\n  - a: 2\n", "insert l.2 yaml: a: p",
		  "l:\n  - a: 1\n\n  - a: 2\n\n  - a: p\n" },
		{ "l:\n  - |\n    x\n\n  - b\n", "insert l.1 y2",
		  "l:\n  - |\n    x\n  - y2\n\n  - b\n" },
	};
	GEN_CHECK(rows);
}

static void an_item_is_removed_first_in_the_middle_and_last(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "l:\n  - a\n  - b\n  - c\n", "unset l.0", "l:\n  - b\n  - c\n" },
		{ "l:\n  - a\n  - b\n  - c\n", "unset l.1", "l:\n  - a\n  - c\n" },
		{ "l:\n  - a\n  - b\n  - c\n", "unset l.2", "l:\n  - a\n  - b\n" },
		{ "l:\n  - a\n  - b", "unset l.1", "l:\n  - a" },
		{ "l:\n- a\nm: 1\n", "unset l.0", "l: []\nm: 1\n" },
		{ "l: # c\n  - a\nm: 1\n", "unset l.0", "l: [] # c\nm: 1\n" },
		{ "l:\n  - a # x\n    # more a\n  # about b\n  - b\n", "unset l.0",
		  "l:\n  # about b\n  - b\n" },
		{ "l:\n  - a\n  # about b\n  - b # y\n    # more b\n  # about c\n  - c\n",
		  "unset l.1", "l:\n  - a\n  # about c\n  - c\n" },
		{ "l:\n  - a: 1\n    b: 2\n  - a: 3\n    b: 4\n", "unset l.0",
		  "l:\n  - a: 3\n    b: 4\n" },
		{ "l:\n  -\n  - b\n", "unset l.0", "l:\n  - b\n" },
		{ "l:\n  - - a\n    - b\n", "unset l.0.0", "l:\n  - - b\n" },
		{ "l:\n  - - a\n    - b\n", "unset l.0.1", "l:\n  - - a\n" },
		{ "l:\n  - - a\n", "unset l.0.0", "l:\n  - []\n" },
		{ "l:\n  - a: 1\n\n  - a: 2\n\n  - a: 3\n", "unset l.1",
		  "l:\n  - a: 1\n\n  - a: 3\n" },
		{ "l:\r\n  - a\r\n  - b\r\n", "unset l.0", "l:\r\n  - b\r\n" },
	};
	GEN_CHECK(rows);
}

static void a_map_behind_a_dash_keeps_its_compact_form(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "l:\n  - a: 1\n    b: 2\n", "unset l.0.a", "l:\n  - b: 2\n" },
		{ "l:\n  - a: 1 # x\n    b: 2 # y\n", "unset l.0.a", "l:\n  - b: 2 # y\n" },
		{ "l:\n  - a: 1\n    # about b\n    b: 2\n", "unset l.0.a",
		  "l:\n  -\n    # about b\n    b: 2\n" },
		{ "l:\n  - a: 1\n\n    b: 2\n", "unset l.0.a", "l:\n  - b: 2\n" },
		{ "l:\n  - a: 1\n    b: 2\n", "unset l.0.b", "l:\n  - a: 1\n" },
		{ "l:\n  - a: 1 # x\n  - b: 2\n", "unset l.0.a", "l:\n  - {} # x\n  - b: 2\n" },
		{ "l:\n  - a:\n      - p\n    b: 2\n", "unset l.0.a", "l:\n  - b: 2\n" },
		{ "l:\n  - a: |\n      p\n    b: 2\n", "unset l.0.a", "l:\n  - b: 2\n" },
		{ "l:\n  - a: 1\n", "set l.0.b 2", "l:\n  - a: 1\n    b: 2\n" },
		{ "l:\n  - b: 2\n", "set l.0.a 1 > x", "l:\n  - a: 1\n    b: 2\n" },
		{ "l:\n  -   b: 2\n", "set l.0.a 1 > x", "l:\n  -   a: 1\n      b: 2\n" },
		{ "l:\n  - a: 1", "set l.0.b 2", "l:\n  - a: 1\n    b: 2" },
		{ "l:\n  - a: 1\n  - a: 2\n", "set l.0.c yaml: - p\n- q",
		  "l:\n  - a: 1\n    c:\n      - p\n      - q\n  - a: 2\n" },
		{ "l:\n  - {}\n", "set l.0.a 1", "l:\n  - {a: 1}\n" },
		{ "l:\n  -\n  - b\n", "set l.0.a 1", "l:\n  - a: 1\n  - b\n" },
		{ "l:\n  - a: 1 # x\n    b: 2\n    c: 3\n", "move l.0.c >",
		  "l:\n  - c: 3\n    a: 1 # x\n    b: 2\n" },
		{ "l:\n  - a: 1 # x\n    b: 2\n", "move l.0.a > b",
		  "l:\n  - b: 2\n    a: 1 # x\n" },
		{ "l:\n  - a: 1\n    # about b\n    b: 2\n", "move l.0.b >", NULL },
	};
	GEN_CHECK(rows);
}

static void a_receipt_of_a_purchase_in_a_register_is_one_line_to_change(void **state)
{
	(void)state;
#define HEAD   "# purchases\n\nPUR-001:\n  title: Radios   # phase 1\n  receipts:\n"
#define TAIL   "\n# second\nPUR-002:\n  title: Desks\n"
#define FIRST  "    - date: 2026-10-01\n      qty: 4 # of 10\n      # by truck\n"
#define SECOND "    # partial\n    - date: 2026-10-09\n      qty: 2\n"
	static const struct gen_case rows[] = {
		{ HEAD FIRST SECOND TAIL, "set PUR-001.receipts.0.qty 5",
		  HEAD
		  "    - date: 2026-10-01\n      qty: 5 # of 10\n      # by truck\n" SECOND TAIL },
		{ HEAD FIRST SECOND TAIL, "unset PUR-001.receipts.0", HEAD SECOND TAIL },
		{ HEAD FIRST SECOND TAIL, "unset PUR-001.receipts.1", HEAD FIRST TAIL },
		{ HEAD FIRST SECOND TAIL, "insert PUR-001.receipts.2 yaml: by: DSP\nnote: late",
		  HEAD FIRST SECOND "    - by: DSP\n      note: late\n" TAIL },
		{ HEAD FIRST SECOND TAIL, "insert PUR-001.receipts.1 yaml: by: DSP",
		  HEAD FIRST "    - by: DSP\n" SECOND TAIL },
		{ HEAD FIRST SECOND TAIL, "insert PUR-001.receipts.0 yaml: by: DSP",
		  HEAD "    - by: DSP\n" FIRST SECOND TAIL },
		{ HEAD FIRST SECOND TAIL, "set PUR-001.receipts.1.by DSP > date",
		  HEAD FIRST
		  "    # partial\n    - date: 2026-10-09\n      by: DSP\n      qty: 2\n" TAIL },
		{ HEAD FIRST SECOND TAIL, "set PUR-001.receipts.1.by DSP",
		  HEAD FIRST SECOND "      by: DSP\n" TAIL },
		{ HEAD FIRST SECOND TAIL, "unset PUR-001.receipts",
		  "# purchases\n\nPUR-001:\n  title: Radios   # phase 1\n" TAIL },
		{ HEAD FIRST SECOND TAIL, "set PUR-001.status ordered > title",
		  "# purchases\n\nPUR-001:\n  title: Radios   # phase 1\n"
		  "  status: ordered\n  receipts:\n" FIRST SECOND TAIL },
		{ HEAD FIRST SECOND TAIL, "set PUR-002.receipts.x 1",
		  HEAD FIRST SECOND TAIL "  receipts:\n    x: 1\n" },
		{ HEAD FIRST SECOND TAIL, "move PUR-002 >",
		  "# purchases\n\n# second\nPUR-002:\n  title: Desks\n\n"
		  "PUR-001:\n  title: Radios   # phase 1\n  receipts:\n" FIRST SECOND },
		{ HEAD FIRST SECOND TAIL, "move PUR-001 > PUR-002",
		  "# purchases\n\n# second\nPUR-002:\n  title: Desks\n\n"
		  "PUR-001:\n  title: Radios   # phase 1\n  receipts:\n" FIRST SECOND },
		{ HEAD FIRST SECOND TAIL, "unset PUR-001", "# purchases\n" TAIL },
		{ HEAD FIRST SECOND TAIL, "unset PUR-002", HEAD FIRST SECOND },
		{ HEAD FIRST SECOND TAIL, "set PUR-003 yaml: title: Chairs",
		  HEAD FIRST SECOND TAIL "\nPUR-003:\n  title: Chairs\n" },
		{ HEAD FIRST SECOND TAIL, "rename PUR-002 PUR-007",
		  HEAD FIRST SECOND "\n# second\nPUR-007:\n  title: Desks\n" },
	};
	GEN_CHECK(rows);
}

static void a_history_line_is_appended_at_the_end_of_a_record(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "TSK-1:\n  title: x\n  history:\n    - 2026-08-20 new>open PC\n"
		  "TSK-2:\n  title: y\n",
		  "insert TSK-1.history.1 line: 2026-11-20 open>closed DSP: permit granted",
		  "TSK-1:\n  title: x\n  history:\n    - 2026-08-20 new>open PC\n"
		  "    - 2026-11-20 open>closed DSP: permit granted\nTSK-2:\n  title: y\n" },
		{ "T:\n  h:\n    - 2026-08-20 PC: a # seen\n      # by DSP\n\nU:\n  h: []\n",
		  "insert T.h.1 line: 2026-11-20 PC: b",
		  "T:\n  h:\n    - 2026-08-20 PC: a # seen\n      # by DSP\n"
		  "    - 2026-11-20 PC: b\n\nU:\n  h: []\n" },
		{ "U:\n  h: []\n", "insert U.h.0 line: 2026-11-20 PC: b",
		  "U:\n  h:\n    - 2026-11-20 PC: b\n" },
		{ "U:\n  h:\n", "insert U.h.0 line: 2026-11-20 PC: b",
		  "U:\n  h:\n    - 2026-11-20 PC: b\n" },
		{ "U:\n  title: x", "set U.h yaml: - a\n- b",
		  "U:\n  title: x\n  h:\n    - a\n    - b" },
		{ "h:\n  - a\n", "insert h.1 line: PC: it is: so",
		  "h:\n  - a\n  - \"PC: it is: so\"\n" },
		{ "h:\n  - a\n", "insert h.1 line: PC: x #1", "h:\n  - a\n  - \"PC: x #1\"\n" },
		{ "h:\n  - a\n", "insert h.1 line: PC: [x]", "h:\n  - a\n  - \"PC: [x]\"\n" },
		{ "h:\n  - a\n", "insert h.1 line: PC:", "h:\n  - a\n  - PC:\n" },
		{ "h:\n  - a\n", "insert h.1 line: - x", "h:\n  - a\n  - \"- x\"\n" },
		{ "h:\n  - a\n", "insert h.1 line: \"q\" x", "h:\n  - a\n  - \"\\\"q\\\" x\"\n" },
		{ "h: [a]\n", "insert h.1 line: PC: b", "h: [a, \"PC: b\"]\n" },
		{ "note: x\n", "set note line: PC: b", "note: \"PC: b\"\n" },
		{ "h:\n  - PC: a\n", "set h.0 line: PC: b", "h:\n  - PC: b\n" },
		{ "h:\n  - PC: a # c\n  - b\n", "set h.0 line: PC: b",
		  "h:\n  - PC: b # c\n  - b\n" },
		{ "h:\n  - PC: a\n  - b\n", "unset h.0", "h:\n  - b\n" },
	};
	GEN_CHECK(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_item_is_set_in_its_own_place),
		cmocka_unit_test(an_item_is_inserted_first_in_the_middle_and_last),
		cmocka_unit_test(an_item_is_removed_first_in_the_middle_and_last),
		cmocka_unit_test(a_map_behind_a_dash_keeps_its_compact_form),
		cmocka_unit_test(a_receipt_of_a_purchase_in_a_register_is_one_line_to_change),
		cmocka_unit_test(a_history_line_is_appended_at_the_end_of_a_record),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
