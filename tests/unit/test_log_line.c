/* A line of a history or of notes: when, who, what. */
#include "unit.h"

#include <pmo/date.h>
#include <pmo/log.h>

#include <string.h>

static void a_line_is_taken_apart(void **state)
{
	static const struct {
		const char *text, *who, *what;
		bool has_date, is_change;
	} cases[] = {
		{ "2026-11-20 active>closed DSP: permit granted", "DSP",
		  "active>closed: permit granted", true, true },
		{ "2026-11-20 percent 45>50 PC", "PC", "percent 45>50", true, true },
		{ "2026-11-20 percent 50>45 V2: from CHK-012, taken in by PC", "V2",
		  "percent 50>45: from CHK-012, taken in by PC", true, true },
		{ "2026-11-20 percent 50>45 from CHK-012", NULL, "percent 50>45 from CHK-012", true,
		  true },
		{ "2026-11-20 new>answered via acknowledged, in_progress PC", "PC",
		  "new>answered via acknowledged, in_progress", true, true },
		{ "2026-11-20 decision Paid: half>Paid in full PC", "PC",
		  "decision Paid: half>Paid in full", true, true },
		{ "2026-11-20 a>b", NULL, "a>b", true, true },
		{ "2026-11-02 PC: HR confirmed, 3 > 2", "PC", "HR confirmed, 3 > 2", true, false },
		{ "2026-11-02 no name: said so", NULL, "no name: said so", true, false },
		{ "2026-11-02 words", NULL, "words", true, false },
		{ "2026-13-02 words", NULL, "2026-13-02 words", false, false },
		{ "2026-11-02", NULL, "2026-11-02", false, false },
		{ "PC: said so", NULL, "PC: said so", false, false },
		{ "", NULL, "", false, false },
	};
	struct pmo_arena arena;
	(void)state;
	pmo_arena_init(&arena);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct pmo_log_line line;
		assert_int_equal(pmo_log_line_read(&arena, cases[i].text, &line), PMO_OK);
		bool same_who =
			cases[i].who ? line.who && strcmp(line.who, cases[i].who) == 0 : !line.who;
		if (!same_who || strcmp(line.what, cases[i].what) != 0 ||
		    line.is_change != cases[i].is_change ||
		    (line.date != PMO_DATE_NONE) != cases[i].has_date)
			fail_msg("%s: %s, %s", cases[i].text, line.who ? line.who : "nobody",
				 line.what);
	}
	pmo_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(a_line_is_taken_apart) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
