/* Ids and handles as text. */
#include "unit.h"

#include "store/ids.h"

#include <string.h>

static void ids_are_read_in_any_form_that_people_say(void **state)
{
	static const struct {
		const char *text, *id; /* NULL: no id */
	} cases[] = {
		{ "RSK-003", "RSK-003" },
		{ "rsk3", "RSK-003" },
		{ "rsk-3", "RSK-003" },
		{ "Rsk-0003", "RSK-003" },
		{ "TC-1000", "TC-1000" },
		{ "tc999999999", "TC-999999999" },
		{ "RSK-000", "RSK-000" },
		{ "RSK", NULL },
		{ "RSK-", NULL },
		{ "-3", NULL },
		{ "3", NULL },
		{ "", NULL },
		{ "RSK--3", NULL },
		{ "RSK-3a", NULL },
		{ "RSK 3", NULL },
		{ "RSK-1000000000", NULL },
		{ "ABCDEFGH-1", "ABCDEFGH-001" },
		{ "ABCDEFGHI-1", NULL },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char prefix[ID_SIZE], id[ID_SIZE] = "";
		unsigned long number = 0;
		bool found = id_parse(cases[i].text, prefix, &number);
		if (found != (cases[i].id != NULL))
			fail_msg("%s", cases[i].text);
		if (!found)
			continue;
		id_format(prefix, number, id);
		assert_string_equal(id, cases[i].id);
	}
}

static void one_form_alone_names_files_and_keys(void **state)
{
	(void)state;
	assert_true(id_is_canonical("RSK-003"));
	assert_true(id_is_canonical("RSK-1003"));
	assert_false(id_is_canonical("RSK-0003"));
	assert_false(id_is_canonical("rsk-003"));
	assert_false(id_is_canonical("RSK003"));
	assert_false(id_is_canonical("RSK-3"));
	assert_false(id_is_canonical("RSK"));
	assert_true(id_is_canonical("RSK-000"));
	assert_false(id_is_canonical("RSK-0000"));
	assert_true(id_is_canonical("ABCDEFGH-999999999"));
	assert_false(id_is_canonical("TC-0999999"));
	assert_false(id_is_canonical("RSk-003"));
	assert_false(id_is_canonical("RSK3"));
	assert_false(id_is_canonical("RSK-03"));
}

static void handles_are_one_word_that_is_no_id(void **state)
{
	static const char *const good[] = { "DSP", "V2",  "j.miller", "a",
					    "9a",  "a-b", "a_b",      "cad-up" };
	static const char *const bad[] = { "",      "-a",  ".a",      "_a",        "a b", "a/b",
					   "RSK-3", "a:b", "rsk-003", "m\xc3\xbc", "a\n", "a=b" };
	char longest[HANDLE_MAX + 2], folded[HANDLE_MAX + 1];
	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		if (!handle_is_valid(good[i]))
			fail_msg("%s", good[i]);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (handle_is_valid(bad[i]))
			fail_msg("%s", bad[i]);
	memset(longest, 'A', sizeof(longest));
	longest[HANDLE_MAX + 1] = '\0';
	assert_false(handle_is_valid(longest));
	assert_false(handle_fold(longest, folded));
	longest[HANDLE_MAX] = '\0';
	assert_true(handle_is_valid(longest));
	assert_true(handle_fold(longest, folded));
	assert_int_equal(folded[HANDLE_MAX - 1], 'a');
	assert_true(handle_fold("DSP", folded));
	assert_string_equal(folded, "dsp");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_are_read_in_any_form_that_people_say),
		cmocka_unit_test(one_form_alone_names_files_and_keys),
		cmocka_unit_test(handles_are_one_word_that_is_no_id),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
