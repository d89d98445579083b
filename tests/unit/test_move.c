/* Moves: verbs, the ways over other states, what is asked for and what is written. */
#include "permits.h"

static void check_refused(struct sandbox *box, const struct attempt *what, const char *message)
{
	char *before = pmo_arena_string(&box->arena, sandbox_read(box, PERMITS));
	assert_int_equal(try_out(box, what), PMO_REFUSED);
	if (!strstr(sandbox_messages(box), message))
		fail_msg("expected '%s': %s", message, box->text);
	assert_string_equal(sandbox_read(box, PERMITS), before);
}

static void a_move_fills_in_what_it_sets_and_keeps_what_is_there(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS,
		      "PMT-001:\n  title: Fiber\n  status: applied\n  fee: 9.00\n"
		      "  issued: 2026-10-01\n");
	struct attempt what = { .id = "PMT-1", .verb = "grant" };
	assert_int_equal(try_out(box, &what), PMO_OK);
	assert_string_equal(
		sandbox_read(box, PERMITS),
		"PMT-001:\n  title: Fiber\n  status: granted\n  fee: 9.00\n  lead: PC\n"
		"  issued: 2026-10-01\n  history:\n    - 2026-11-20 applied>granted PC\n");
}

static void a_guard_refuses_with_its_own_words(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: Fiber\n  status: applied\n  fee: 4.00\n");
	struct attempt what = { .id = "PMT-1", .verb = "grant" };
	check_refused(box, &what, "PMT-001 cannot grant: a permit is paid for");
}

static void a_move_that_is_not_there_names_those_that_are(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: Fiber\n  status: granted\n");
	struct attempt unknown = { .id = "PMT-1", .verb = "sell" };
	check_refused(box, &unknown, "PMT-001 cannot sell: there is no such move");
	assert_string_equal(box->diags.last->hint, "from here: reopen");
	struct attempt closed = { .id = "PMT-1", .verb = "apply" };
	check_refused(box, &closed, "PMT-001 cannot apply: it is granted");
}

static void a_reason_of_blanks_is_none(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: Fiber\n");
	struct pmo_update_options blank = { .on = PMO_DATE_NONE, .note = "  \n" };
	struct attempt what = { .id = "PMT-1", .verb = "refuse", .options = &blank };
	check_refused(box, &what, "it needs a reason (--note)");
	what.verb = "void";
	check_refused(box, &what, "it needs a reason (--note)");
}

static void a_reason_stands_in_one_line_of_history_and_nowhere_else(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: Fiber\n  due: 2026-11-20\n");
	struct pmo_update_options why = { .on = PMO_DATE_NONE,
					  .by = "dsp",
					  .note = "no: money\nat all" };
	assert_int_equal(pmo_date_from_civil(2026, 11, 2, &why.on), PMO_OK);
	struct attempt what = {
		.id = "PMT-1", .verb = "refuse", .assignments = { "due=fri" }, .options = &why
	};
	assert_int_equal(try_out(box, &what), PMO_OK);
	assert_string_equal(
		sandbox_read(box, PERMITS),
		"PMT-001:\n  title: Fiber\n  status: refused\n  due: 2026-11-06\n"
		"  history:\n    - \"2026-11-02 wanted>refused DSP: no: money at all\"\n"
		"    - 2026-11-02 due 2026-11-20>2026-11-06 DSP\n");
}

static void a_reason_without_a_move_is_a_note(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: Fiber\n");
	struct pmo_update_options why = { .on = PMO_DATE_NONE, .note = "asked twice" };
	struct attempt what = { .id = "PMT-1", .assignments = { "fee=7" }, .options = &why };
	assert_int_equal(try_out(box, &what), PMO_OK);
	assert_string_equal(sandbox_read(box, PERMITS),
			    "PMT-001:\n  title: Fiber\n  fee: 7.00\n  notes:\n"
			    "    - 2026-11-20 PC: asked twice\n");
}

static void void_is_the_end(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: Fiber\n  status: void\n");
	struct pmo_update_options why = { .on = PMO_DATE_NONE, .note = "again" };
	struct attempt what = { .id = "PMT-1", .verb = "void", .options = &why };
	check_refused(box, &what, "PMT-001 cannot void: it is void");
	what.verb = "grant";
	check_refused(box, &what, "PMT-001 cannot grant: it is void");
}

static void nobody_moves_anything(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: Fiber\n");
	box->env.user = NULL;
	struct attempt what = { .id = "PMT-1", .verb = "apply" };
	assert_int_equal(try_out(box, &what), PMO_USAGE);
	assert_non_null(strstr(sandbox_messages(box), "who does this?"));
}

static void the_person_is_somebody(void **state)
{
	struct sandbox *box = *state;
	static const struct {
		const char *by;
		enum pmo_result result;
		const char *message;
	} cases[] = {
		{ "DPS", PMO_INVALID, "--by 'DPS' is no person" },
		{ "two words", PMO_USAGE, "'two words' cannot be a person's handle" },
		{ "DEE", PMO_OK, "" },
		{ "", PMO_OK, "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pmo_update_options options = { .on = PMO_DATE_NONE, .by = cases[i].by };
		struct attempt what = { .assignments = { "title=X" }, .options = &options };
		assert_int_equal(try_out(box, &what), cases[i].result);
		assert_non_null(strstr(sandbox_messages(box), cases[i].message));
	}
	struct pmo_update_options bad = { .on = PMO_DATE_NONE, .note = "\xff" };
	struct attempt what = { .assignments = { "title=X" }, .options = &bad };
	assert_int_equal(try_out(box, &what), PMO_USAGE);
}

static void what_is_imported_moves_without_being_asked(void **state)
{
	struct sandbox *box = *state;
	struct pmo_update_options imported = { .on = PMO_DATE_NONE, .as_imported = true };
	sandbox_write(box, PERMITS, "PMT-001:\n  title: Fiber\n");
	struct attempt what = { .id = "PMT-1", .verb = "grant", .options = &imported };
	assert_int_equal(try_out(box, &what), PMO_OK);
	assert_non_null(strstr(sandbox_read(box, PERMITS), "wanted>granted via applied PC\n"));
	what.verb = "apply";
	assert_int_equal(try_out(box, &what), PMO_OK);
	assert_non_null(strstr(sandbox_read(box, PERMITS), "granted>applied PC\n"));
}

/* More states than a way can have. */
static void a_register_of_very_many_states_refuses_and_does_not_fall(void **state)
{
	struct sandbox *box = *state;
	struct pmo_buffer config;
	pmo_buffer_init(&config, PMO_BUFFER_LIMIT);
	pmo_buffer_add_text(&config, "format: 1\nregisters:\n  long:\n    plural: longs\n"
				     "    prefix: LNG\n    layout: file\n    states: {s0: open");
	for (int i = 1; i < 100; i++)
		pmo_buffer_add_format(&config, ", s%d: open", i);
	pmo_buffer_add_text(&config, "}\n    moves:\n");
	for (int i = 0; i < 99; i++)
		pmo_buffer_add_format(&config, "      m%d: {from: s%d, to: s%d}\n", i, i, i + 1);
	sandbox_write(box, "pmo.yaml", config.data);
	pmo_buffer_release(&config);
	sandbox_write(box, "cadup/longs.yaml",
		      "LNG-001:\n  title: A\nLNG-002:\n  title: B\n"
		      "  status: s90\n");
	struct attempt near = { .id = "LNG-1", .verb = "m20" },
		       far = { .id = "LNG-1", .verb = "m98" };
	struct attempt late = { .id = "LNG-2", .verb = "m90" };
	assert_int_equal(try_out(box, &near), PMO_OK);
	enum pmo_result result = try_out(box, &far);
	assert_true(result == PMO_REFUSED || result == PMO_OK || result == PMO_USAGE ||
		    result == PMO_NOT_FOUND);
	result = try_out(box, &late);
	assert_true(result == PMO_REFUSED || result == PMO_OK || result == PMO_NOT_FOUND);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, permits_set_up, permits_tear_down)
	const struct CMUnitTest tests[] = {
		CASE(a_move_fills_in_what_it_sets_and_keeps_what_is_there),
		CASE(a_guard_refuses_with_its_own_words),
		CASE(a_move_that_is_not_there_names_those_that_are),
		CASE(a_reason_of_blanks_is_none),
		CASE(a_reason_stands_in_one_line_of_history_and_nowhere_else),
		CASE(a_reason_without_a_move_is_a_note),
		CASE(void_is_the_end),
		CASE(nobody_moves_anything),
		CASE(the_person_is_somebody),
		CASE(what_is_imported_moves_without_being_asked),
		CASE(a_register_of_very_many_states_refuses_and_does_not_fall),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
