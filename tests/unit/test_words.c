/* Lines taken apart, and bytes of Windows-1252. */
#include "unit.h"

#include "base/cp1252.h"
#include "base/words.h"

#include <stdio.h>
#include <string.h>

static void blanks_part_words_and_quotes_hold_them_together(void **state)
{
	static const struct {
		const char *line, *expected; /* the words, each in brackets */
	} cases[] = {
		{ "drop link M5 5.4", "[drop][link][M5][5.4]" },
		{ "  M5\tconstraint='snet 2026-12-20' ", "[M5][constraint=snet 2026-12-20]" },
		{ "a=\"it's\" b", "[a=it's][b]" },
		{ "'' x", "[][x]" },
		{ "open='to the end", "[open=to the end]" },
		{ "", "" },
		{ " \t ", "" },
	};
	struct pmo_arena arena;
	(void)state;
	pmo_arena_init(&arena);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct words words;
		char text[128] = "";
		assert_true(words_split(&arena, cases[i].line, &words));
		for (size_t k = 0; k < words.count; k++)
			snprintf(text + strlen(text), sizeof(text) - strlen(text), "[%s]",
				 words.items[k]);
		assert_string_equal(text, cases[i].expected);
	}
	pmo_arena_release(&arena);
}

static void more_words_than_there_is_room_for_are_refused(void **state)
{
	char line[4 * WORDS_MAX + 4] = "";
	struct pmo_arena arena;
	struct words words;
	(void)state;
	pmo_arena_init(&arena);
	for (int i = 0; i < WORDS_MAX; i++)
		snprintf(line + strlen(line), sizeof(line) - strlen(line), "w ");
	assert_true(words_split(&arena, line, &words));
	assert_int_equal(words.count, WORDS_MAX);
	snprintf(line + strlen(line), sizeof(line) - strlen(line), "w");
	assert_false(words_split(&arena, line, &words));
	pmo_arena_release(&arena);
}

static void windows_letters_are_found_and_open_places_stay(void **state)
{
	static const struct {
		unsigned char byte;
		uint32_t character;
	} cases[] = {
		{ 'A', 'A' },     { 0x7F, 0x7F },   { 0x80, 0x20AC }, { 0x81, 0x81 },
		{ 0x93, 0x201C }, { 0x96, 0x2013 }, { 0x9F, 0x0178 }, { 0xA0, 0xA0 },
		{ 0xE9, 0x00E9 }, { 0xFF, 0x00FF },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(cp1252_character(cases[i].byte), cases[i].character);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blanks_part_words_and_quotes_hold_them_together),
		cmocka_unit_test(more_words_than_there_is_room_for_are_refused),
		cmocka_unit_test(windows_letters_are_found_and_open_places_stay),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
