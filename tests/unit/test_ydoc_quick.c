/* The quick reader: what it takes, what it leaves to libyaml; tests/fuzz proves they agree. */
#include "unit.h"

#include "same_tree.h"

#include "ydoc/quick.h"

#include <stdio.h>

struct trial {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct ydoc quick, slow;
	bool taken;
};

static void begin(struct trial *trial, const char *text)
{
	struct ydoc_room room = { 0 }, other = { 0 };
	struct pmo_source source = { .path = "t.yaml", .bytes = text, .length = strlen(text) };
	pmo_arena_init(&trial->arena);
	pmo_diags_init(&trial->diags, &trial->arena);
	trial->quick = (struct ydoc){ .source = source, .arena = &trial->arena };
	trial->slow = trial->quick;
	trial->taken = quick_read(&trial->quick, &room, false);
	(void)!parse_by_events(&trial->slow, &other, false, &trial->diags);
}

static void what_people_write_every_day_is_taken(void **state)
{
	static const char *const cases[] = {
		"a: 1\n",
		"a: 1",
		"# c\na: b c   # d\n\nb:\n",
		"a:\n  b:\n    c: d\n  e: f\ng: h\n",
		"a:\n  - b\n  - c d: e\n    f: g\nh: i\n",
		"a:\n- b\n# c\n- d\n",
		"a:\n-   b: 1\n    c: 2\n- d\n",
		"a: [b, c d , \"e, f\"]\nb: []\nc: [ 'x' ] # y\n",
		"a: \"b # c: d\"\nb: 'c\\d'\nc: ''\n",
		"a: b#c\nb: http://c/d\nc: 10:30\n",
		"a: caf\xc3\xa9 \xe2\x80\x93 \xc2\xa7 5\nTSK-001:\n  title: x\n",
		"a:   # c\n  b: c\nd: # e\n",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct trial trial;
		begin(&trial, cases[i]);
		if (!trial.taken || trial.diags.first || !trial.slow.root ||
		    !same_tree(trial.quick.root, trial.slow.root))
			fail_msg("%s", cases[i]);
		pmo_arena_release(&trial.arena);
	}
}

static void blanks_and_comments_are_no_document(void **state)
{
	static const char *const cases[] = { "", "\n", "  \n", "# c\n", "# c", "  # c\n\n", "   " };
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct trial trial;
		begin(&trial, cases[i]);
		if (!trial.taken || trial.diags.first || trial.quick.root || trial.slow.root)
			fail_msg("'%s'", cases[i]);
		pmo_arena_release(&trial.arena);
	}
}

static void everything_else_is_left_to_libyaml(void **state)
{
	static const char *const cases[] = {
		"a\n",
		"- a\n",
		"a: b: c\n",
		"a: b\n  c\n",
		"a:\n  b\n",
		"a: |\n  b\n",
		"a: \"b\n  c\"\n",
		"a: 'it''s'\n",
		"a: \"\\n\"\n",
		"a: {b: c}\n",
		"a: [b\n",
		"a: [b]c\n",
		"a: [b, ]\n",
		"a: [[b]]\n",
		"a: [b: c]\n",
		"a: &b c\n",
		"a: *b\n",
		"a: !b c\n",
		"<<: a\n",
		"? a\n",
		"a : b\n",
		"\"a\": b\n",
		"a: 1\na: 2\n",
		"a: b\n---\n",
		"---\na: b\n",
		"...\n",
		"%a\n",
		"a:\tb\n",
		"a: b\r\n",
		"a: \x01\n",
		"a: \xc2\x85\n",
		"a: \xe2\x80\xa8\n",
		("\xef\xbb\xbf"
		 "a: b\n"),
		"a: \xff\n",
		"a:\n   b: c\n  d: e\n",
		" a: b\nc: d\n",
		"a:\n  - b\n c: d\n",
		"a:\n  - - b\n",
		"a:\n  -\n    b: c\n",
		"a: - b\n",
		"a: \"b\" c\n",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct trial trial;
		begin(&trial, cases[i]);
		if (trial.taken || trial.quick.root)
			fail_msg("%s", cases[i]);
		pmo_arena_release(&trial.arena);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_people_write_every_day_is_taken),
		cmocka_unit_test(blanks_and_comments_are_no_document),
		cmocka_unit_test(everything_else_is_left_to_libyaml),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
