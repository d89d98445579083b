/* UTF-8, visible text, widths, folding, nearest matches. */
#include "unit.h"

#include <pmo/text.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void well_formed_text_is_told_from_bad_bytes(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t bad; /* SIZE_MAX: none */
	} cases[] = {
		{ "", SIZE_MAX },
		{ "plain", SIZE_MAX },
		{ "B\xc3\xbcro \xe2\x82\xac \xf0\x9f\x98\x80", SIZE_MAX },
		{ "\xf4\x8f\xbf\xbf", SIZE_MAX },
		{ "a\xff", 1 },
		{ "ab\xc3", 2 },           /* cut short */
		{ "\xc0\xaf", 0 },         /* overlong */
		{ "\xe0\x80\xaf", 0 },     /* overlong */
		{ "\xf0\x80\x80\xaf", 0 }, /* overlong */
		{ "x\xed\xa0\x80", 1 },    /* surrogate */
		{ "\xf4\x90\x80\x80", 0 }, /* beyond U+10FFFF */
		{ "\xf5\x80\x80\x80", 0 },
		{ "ok\x80", 2 }, /* a trailing byte alone */
		{ "\xe2\x82 ", 0 },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t bad = SIZE_MAX;
		bool good = pmo_text_is_utf8(cases[i].bytes, strlen(cases[i].bytes), &bad);
		assert_int_equal(good, cases[i].bad == SIZE_MAX);
		assert_int_equal(bad, cases[i].bad);
	}
}

static void every_character_survives_writing_and_reading(void **state)
{
	(void)state;
	struct pmo_buffer buffer;
	pmo_buffer_init(&buffer, PMO_BUFFER_LIMIT);
	for (uint32_t c = 1; c <= 0x10ffff; c++) {
		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		pmo_buffer_clear(&buffer);
		pmo_text_add_character(&buffer, c);
		uint32_t back;
		size_t size = pmo_text_next(buffer.data, buffer.length, &back);
		if (size != buffer.length || back != c)
			fail_msg("U+%04X", (unsigned)c);
	}
	pmo_buffer_clear(&buffer);
	pmo_text_add_character(&buffer, 0xd800);
	assert_string_equal(buffer.data, "\xef\xbf\xbd");
	pmo_buffer_release(&buffer);
}

static void text_that_drives_terminals_becomes_visible(void **state)
{
	(void)state;
	static const struct {
		const char *text, *line, *lines;
	} cases[] = {
		{ "plain", "plain", "plain" },
		{ "a\tb", "a b", "a b" },
		{ "a\nb\r\nc\rd", "a b c d", "a\nb\nc\nd" },
		{ "\x1b[31mred", "\\x1b[31mred", "\\x1b[31mred" },
		{ "bell\x07 del\x7f", "bell\\x07 del\\x7f", "bell\\x07 del\\x7f" },
		{ "csi\xc2\x9b", "csi\\x9b", "csi\\x9b" },
		{ "nel\xc2\x85", "nel\\x85", "nel\\x85" },
		{ "rlo\xe2\x80\xae x", "rlo<U+202E> x", "rlo<U+202E> x" },
		{ "iso\xe2\x81\xa6\xe2\x81\xa9", "iso<U+2066><U+2069>", "iso<U+2066><U+2069>" },
		{ "alm\xd8\x9c", "alm<U+061C>", "alm<U+061C>" },
		{ "zw\xe2\x80\x8bsp", "zw<U+200B>sp", "zw<U+200B>sp" },
		{ "\xef\xbb\xbf"
		  "bom",
		  "<U+FEFF>bom", "<U+FEFF>bom" },
		{ "ls\xe2\x80\xa8ps\xe2\x80\xa9", "ls<U+2028>ps<U+2029>", "ls<U+2028>ps<U+2029>" },
		{ "zwj\xe2\x80\x8d zwnj\xe2\x80\x8c", "zwj\xe2\x80\x8d zwnj\xe2\x80\x8c",
		  "zwj\xe2\x80\x8d zwnj\xe2\x80\x8c" },
		{ "tag\xf3\xa0\x81\x81", "tag<U+E0041>", "tag<U+E0041>" },
		{ "bad\xff\xfe!", "bad\xef\xbf\xbd\xef\xbf\xbd!", "bad\xef\xbf\xbd\xef\xbf\xbd!" },
		{ "real\xef\xbf\xbd", "real\xef\xbf\xbd", "real\xef\xbf\xbd" },
		{ "\xc3\x84pfel \xe7\x8c\xab", "\xc3\x84pfel \xe7\x8c\xab",
		  "\xc3\x84pfel \xe7\x8c\xab" },
	};
	struct pmo_buffer buffer;
	pmo_buffer_init(&buffer, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < COUNT(cases); i++) {
		pmo_buffer_clear(&buffer);
		pmo_text_add_visible(&buffer, cases[i].text, strlen(cases[i].text));
		assert_string_equal(buffer.data, cases[i].line);
		pmo_buffer_clear(&buffer);
		pmo_text_add_visible_lines(&buffer, cases[i].text, strlen(cases[i].text));
		assert_string_equal(buffer.data, cases[i].lines);
	}
	pmo_buffer_clear(&buffer);
	pmo_text_add_visible(&buffer, "a\0b", 3);
	assert_string_equal(buffer.data, "a\\x00b");
	pmo_buffer_release(&buffer);
}

static void widths_are_terminal_cells(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t width;
	} cases[] = {
		{ "", 0 },
		{ "abc", 3 },
		{ "B\xc3\xbcro", 4 },
		{ "e\xcc\x81", 1 },
		{ "\xe7\x8c\xab\xe7\x8a\xac", 4 },
		{ "\xf0\x9f\x98\x80", 2 },
		{ "\xff\xff", 2 },
		{ "zwj\xe2\x80\x8d", 3 },
	};
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(pmo_text_width(cases[i].text), cases[i].width);
}

static void text_that_is_too_wide_ends_in_an_ellipsis(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t cells;
		const char *expected;
	} cases[] = {
		{ "abc", 3, "abc" },
		{ "abcd", 3, "ab\xe2\x80\xa6" },
		{ "ab cd", 4, "ab\xe2\x80\xa6" },
		{ "abcd", 1, "\xe2\x80\xa6" },
		{ "abcd", 0, "" },
		{ "", 0, "" },
		{ "\xe7\x8c\xab\xe7\x8a\xac", 3, "\xe7\x8c\xab\xe2\x80\xa6" },
		{ "\xe7\x8c\xab\xe7\x8a\xac", 2, "\xe2\x80\xa6" },
		{ "ne\xcc\x81"
		  "e",
		  3,
		  "ne\xcc\x81"
		  "e" },
		{ "ne\xcc\x81"
		  "ex",
		  3, "ne\xcc\x81\xe2\x80\xa6" },
	};
	struct pmo_buffer buffer;
	pmo_buffer_init(&buffer, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < COUNT(cases); i++) {
		pmo_buffer_clear(&buffer);
		pmo_text_truncate(&buffer, cases[i].text, cases[i].cells);
		assert_string_equal(buffer.data, cases[i].expected);
	}
	pmo_buffer_release(&buffer);
}

static void folded_text_has_one_form(void **state)
{
	(void)state;
	static const struct {
		const char *text, *folded, *stripped;
	} cases[] = {
		{ "", "", "" },
		{ "Fiber PERMIT", "fiber permit", "fiber permit" },
		{ "Stra\xc3\x9f"
		  "e \xc3\x80\xc3\x89",
		  "strasse \xc3\xa0\xc3\xa9", "strasse ae" },
		{ "E\xcc\x81", "\xc3\xa9", "e" },
		{ "a\xcc\x81\xcc\xa3", "\xe1\xba\xa1\xcc\x81",
		  "a" }, /* marks into canonical order */
		{ "\xce\xa3\xcf\x82", "\xcf\x83\xcf\x83", "\xcf\x83\xcf\x83" },
		{ "bad\xff", "bad\xef\xbf\xbd", "bad\xef\xbf\xbd" },
	};
	struct pmo_arena arena;
	pmo_arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_string_equal(pmo_text_fold(&arena, cases[i].text, false), cases[i].folded);
		assert_string_equal(pmo_text_fold(&arena, cases[i].text, true), cases[i].stripped);
	}
	pmo_arena_release(&arena);
}

static int sign(int value)
{
	return (value > 0) - (value < 0);
}

static void comparing_ignores_case_and_how_letters_are_written(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		int order;
	} cases[] = {
		{ "", "", 0 },
		{ "DSP", "dsp", 0 },
		{ "a", "b", -1 },
		{ "ab", "a", 1 },
		{ "Z", "a", 1 },
		{ "STRASSE",
		  "stra\xc3\x9f"
		  "e",
		  0 },
		{ "\xc3\xa9", "e\xcc\x81", 0 },
		{ "a\xcc\x81\xcc\xa3", "a\xcc\xa3\xcc\x81", 0 },
		{ "e", "\xc3\xa9", -1 },
		{ "caf\xc3\xa9", "cafe", 1 },
		{ "\xff", "\xfe", 0 },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(sign(pmo_text_compare(cases[i].a, cases[i].b)), cases[i].order);
		assert_int_equal(sign(pmo_text_compare(cases[i].b, cases[i].a)), -cases[i].order);
	}
}

static void searching_ignores_case_and_accents(void **state)
{
	(void)state;
	static const struct {
		const char *text, *needle;
		bool found;
	} cases[] = {
		{ "anything", "", true },
		{ "", "", true },
		{ "", "x", false },
		{ "Fiber permit", "PERMIT", true },
		{ "Fiber permit", "permits", false },
		{ "B\xc3\xbcro", "buro", true },
		{ "Buro", "b\xc3\xbcr", true },
		{ "Stra\xc3\x9f"
		  "e 5",
		  "SSE 5", true },
		{ "aaaaab", "aab", true },
		{ "abababac", "ababac", true },
		{ "r\xc3\xa9sum\xc3\xa9", "resume", true },
		{ "\xe7\x8c\xab\xe7\x8a\xac", "\xe7\x8a\xac", true },
	};
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(pmo_text_contains(cases[i].text, cases[i].needle), cases[i].found);
}

static void searching_takes_linear_time(void **state)
{
	(void)state;
	enum { SIZE = 1 << 20 };
	char *text = malloc(SIZE + 1), *needle = malloc(SIZE / 2 + 1);
	assert_non_null(text);
	assert_non_null(needle);
	memset(text, 'a', SIZE);
	text[SIZE] = '\0';
	memset(needle, 'a', SIZE / 2);
	needle[SIZE / 2 - 1] = 'b';
	needle[SIZE / 2] = '\0';
	assert_false(pmo_text_contains(text, needle)); /* quadratic would be minutes */
	free(text);
	free(needle);
}

static void a_letter_with_a_thousand_marks_is_folded_too(void **state)
{
	(void)state;
	char text[2 * 1000 + 2] = "a";
	for (size_t i = 0; i < 1000; i++)
		memcpy(text + 1 + 2 * i, i % 2 ? "\xcc\x81" : "\xcc\xa3", 2);
	assert_true(pmo_text_contains(text, "A"));
	assert_int_equal(pmo_text_compare(text, text), 0);
	assert_int_equal(pmo_text_width(text), 1);
}

static void the_distance_counts_typing_mistakes(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		size_t limit, distance;
	} cases[] = {
		{ "owner", "owner", 3, 0 },
		{ "OWNER", "owner", 3, 0 },
		{ "onwer", "owner", 3, 1 },
		{ "owmer", "owner", 3, 1 },
		{ "ownr", "owner", 3, 1 },
		{ "ownerr", "owner", 3, 1 },
		{ "kitten", "sitting", 3, 3 },
		{ "kitten", "sitting", 2, 3 },
		{ "", "abc", 5, 3 },
		{ "abc", "", 5, 3 },
		{ "b\xc3\xbcro", "buro", 3, 1 }, /* the mark */
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t got = pmo_text_distance(cases[i].a, cases[i].b, cases[i].limit);
		assert_int_equal(got, cases[i].distance);
	}
	char longer[200];
	memset(longer, 'x', sizeof(longer) - 1);
	longer[sizeof(longer) - 1] = '\0';
	assert_int_equal(pmo_text_distance(longer, "x", 4), 5);
	assert_int_equal(pmo_text_distance(longer, longer, 4), 0);
}

static void ascii_words_compare_without_case(void **state)
{
	(void)state;
	assert_true(pmo_ascii_equal("Fri", "fRI"));
	assert_true(pmo_ascii_equal("", ""));
	assert_false(pmo_ascii_equal("fri", "frid"));
	assert_false(pmo_ascii_equal("frid", "fri"));
	assert_false(pmo_ascii_equal("\xc3\x84", "\xc3\xa4"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(well_formed_text_is_told_from_bad_bytes),
		cmocka_unit_test(every_character_survives_writing_and_reading),
		cmocka_unit_test(text_that_drives_terminals_becomes_visible),
		cmocka_unit_test(widths_are_terminal_cells),
		cmocka_unit_test(text_that_is_too_wide_ends_in_an_ellipsis),
		cmocka_unit_test(folded_text_has_one_form),
		cmocka_unit_test(comparing_ignores_case_and_how_letters_are_written),
		cmocka_unit_test(searching_ignores_case_and_accents),
		cmocka_unit_test(searching_takes_linear_time),
		cmocka_unit_test(a_letter_with_a_thousand_marks_is_folded_too),
		cmocka_unit_test(the_distance_counts_typing_mistakes),
		cmocka_unit_test(ascii_words_compare_without_case),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
