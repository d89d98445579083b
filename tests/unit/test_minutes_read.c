/* A page of notes: which lines are marks, what they say, and what is left alone. */
#include "unit.h"

#include <pmo/minutes.h>

#include <stdio.h>
#include <string.h>

static const char *const topics[] = { "Late tasks", "Actions", NULL };

struct page {
	struct pmo_arena arena;
	struct pmo_minutes_sheet sheet;
	char text[4096];
};

static struct page read_page(const char *text)
{
	struct page page;
	memset(&page, 0, sizeof(page));
	assert_int_equal(pmo_minutes_read(&page.arena, text, strlen(text), topics, &page.sheet),
			 PMO_OK);
	return page;
}

/* "action DSP by fri|roster|ACT-015" of the first line. */
static void expect(const char *line, const char *wanted)
{
	struct page page = read_page(line);
	const struct pmo_minutes_line *first = &page.sheet.lines[0];
	snprintf(page.text, sizeof(page.text), "%s %s|%s%s%s", pmo_mark_name(first->mark),
		 first->head, first->text, first->id ? "|" : "", first->id ? first->id : "");
	assert_string_equal(page.text, wanted);
	pmo_arena_release(&page.arena);
}

static void marks_are_known_in_any_case_behind_bullets_and_numbers(void **state)
{
	(void)state;
	expect("ACTION DSP by fri: roster to PC", "action DSP by fri|roster to PC");
	expect("action DSP by fri: roster to PC", "action DSP by fri|roster to PC");
	expect(" - **Action** DSP by fri: roster to PC  ", "action DSP by fri|roster to PC");
	expect("3. todo DSP: roster", "action DSP|roster");
	expect("> * [ ] ACTION: roster", "action |roster");
	expect("ACTION DSP by fri roster to PC", "action |DSP by fri roster to PC");
	expect("Decided: go on", "decision |go on");
	expect("Take-away: dates hold", "takeaway |dates hold");
}

static void the_id_at_the_end_belongs_to_the_mark(void **state)
{
	(void)state;
	expect("ACTION DSP: roster [ACT-015]", "action DSP|roster|ACT-015");
	expect("ACTION DSP: roster [ACT-015]  ", "action DSP|roster|ACT-015");
	expect("ACTION DSP: see [1]", "action DSP|see [1]");
	expect("ACTION DSP: see [act-15] soon", "action DSP|see [act-15] soon");
}

static void sentences_are_notes(void **state)
{
	(void)state;
	expect("Actions were read", "note |Actions were read");
	expect("The decision stands", "note |The decision stands");
	expect("present were most of us", "note |present were most of us");
	expect("Actionable: nothing", "note |Actionable: nothing");
	expect("act now: please", "note |act now: please");
}

static void a_colon_in_a_time_or_a_link_parts_nothing(void **state)
{
	(void)state;
	expect("ACTION DSP 10:30 call", "action |DSP 10:30 call");
	expect("ISSUE https://example.org/x is down", "issue |https://example.org/x is down");
}

static void an_empty_mark_asks_for_nothing(void **state)
{
	(void)state;
	expect("Absent:", "blank |");
	expect("ACTION:", "blank |");
}

static void items_are_found_by_number_and_by_topic(void **state)
{
	struct page page = read_page("Intro\n## 1 Late tasks (30 min, PM)\na\n2. Actions\nb\n"
				     "# Other\nc\nlate tasks:\nd\n9. Nowhere\n");
	static const int items[] = { 0, 1, 1, 2, 2, 0, 0, 1, 1, 1 };
	(void)state;
	assert_int_equal(page.sheet.count, 10);
	for (size_t i = 0; i < 10; i++)
		assert_int_equal(page.sheet.lines[i].item, items[i]);
	assert_int_equal(page.sheet.lines[9].mark, PMO_MARK_NOTE);
	pmo_arena_release(&page.arena);
}

static void what_stands_in_a_comment_is_no_mark(void **state)
{
	struct page page = read_page("<!--\nACTION DSP: x\n-->\nACTION DSP: y\n");
	(void)state;
	assert_int_equal(page.sheet.lines[1].mark, PMO_MARK_BLANK);
	assert_int_equal(page.sheet.lines[3].mark, PMO_MARK_ACTION);
	pmo_arena_release(&page.arena);
}

static void bytes_that_are_no_text_become_text(void **state)
{
	struct page page = read_page("\xef\xbb\xbf"
				     "ISSUE: caf\xe9 \x1b[31mred\x1b[0m \xe2\x80\xae"
				     "evil\r\nnext\r");
	(void)state;
	assert_string_equal(page.sheet.lines[0].text, "caf\xc3\xa9 [31mred[0m evil");
	assert_int_equal(page.sheet.count, 2);
	pmo_arena_release(&page.arena);
}

static void a_page_that_is_too_long_is_refused(void **state)
{
	static char text[PMO_SHEET_LIMIT + 1];
	struct pmo_arena arena = { 0 };
	struct pmo_minutes_sheet sheet;
	(void)state;
	memset(text, 'x', sizeof(text));
	assert_int_equal(pmo_minutes_read(&arena, text, sizeof(text), NULL, &sheet), PMO_INVALID);
	assert_int_equal(pmo_minutes_read(&arena, text, sizeof(text) - 1, NULL, &sheet), PMO_OK);
	pmo_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_are_known_in_any_case_behind_bullets_and_numbers),
		cmocka_unit_test(the_id_at_the_end_belongs_to_the_mark),
		cmocka_unit_test(sentences_are_notes),
		cmocka_unit_test(a_colon_in_a_time_or_a_link_parts_nothing),
		cmocka_unit_test(an_empty_mark_asks_for_nothing),
		cmocka_unit_test(items_are_found_by_number_and_by_topic),
		cmocka_unit_test(what_stands_in_a_comment_is_no_mark),
		cmocka_unit_test(bytes_that_are_no_text_become_text),
		cmocka_unit_test(a_page_that_is_too_long_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
