/* Invitations: what calendar programs need, and texts that stay where they are. */
#include "unit.h"

#include <pmo/ics.h>

#include <string.h>

static const struct pmo_ics_person people[] = { { "Dana \"D\" Spencer", "dana@x.example", false },
						{ NULL, "qa@x.example", true } };

static struct pmo_ics_event event(const char *summary)
{
	return (struct pmo_ics_event){
		.uid = "mtg-007.cadup@fairmont.pmo.invalid",
		.sequence = 3,
		.start = 20782 * 1440 + 16 * 60,
		.end = 20782 * 1440 + 17 * 60,
		.summary = summary,
		.organizer = { "Pat", "pc@x.example", false },
		.people = people,
		.person_count = 2,
	};
}

static struct pmo_buffer written(const struct pmo_ics_event *what)
{
	struct pmo_buffer out;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	assert_int_equal(pmo_ics_write(what, &out), PMO_OK);
	return out;
}

static void a_request_has_one_uid_a_sequence_and_times_in_utc(void **state)
{
	struct pmo_ics_event what = event("Steering");
	struct pmo_buffer out = written(&what);
	(void)state;
	assert_non_null(strstr(out.data, "METHOD:REQUEST\r\n"));
	assert_non_null(strstr(out.data, "UID:mtg-007.cadup@fairmont.pmo.invalid\r\n"));
	assert_non_null(strstr(out.data, "SEQUENCE:3\r\n"));
	assert_non_null(strstr(out.data, "DTSTART:20261125T160000Z\r\n"));
	assert_non_null(strstr(out.data, "DTEND:20261125T170000Z\r\n"));
	assert_non_null(strstr(out.data, "ROLE=OPT-PARTICIPANT"));
	assert_non_null(strstr(out.data, "CN=\"Dana D Spencer\""));
	pmo_buffer_release(&out);
}

static void a_cancelled_meeting_is_called_off(void **state)
{
	struct pmo_ics_event what = event("Steering");
	what.is_cancelled = true;
	struct pmo_buffer out = written(&what);
	(void)state;
	assert_non_null(strstr(out.data, "METHOD:CANCEL\r\n"));
	assert_non_null(strstr(out.data, "STATUS:CANCELLED\r\n"));
	assert_string_equal(pmo_ics_method(&what), "CANCEL");
	pmo_buffer_release(&out);
}

static void without_a_zone_the_time_floats(void **state)
{
	struct pmo_ics_event what = event("Steering");
	what.is_floating = true;
	struct pmo_buffer out = written(&what);
	(void)state;
	assert_non_null(strstr(out.data, "DTSTART:20261125T160000\r\n"));
	pmo_buffer_release(&out);
}

static void long_lines_are_folded_between_characters(void **state)
{
	struct pmo_ics_event what =
		event("\xc3\xa4\xc3\xa4\xc3\xa4 long \xc3\xb6\xc3\xb6\xc3\xb6"
		      "\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6"
		      "\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6"
		      "\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6"
		      "\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6");
	struct pmo_buffer out = written(&what);
	size_t width = 0;
	(void)state;
	for (const char *c = out.data; *c; c++) {
		width = *c == '\n' ? 0 : width + 1;
		assert_true(width <= 76); /* with the CR */
		if (c > out.data && c[-1] == '\n' && *c == ' ')
			assert_int_not_equal((unsigned char)c[1] & 0xc0, 0x80);
	}
	pmo_buffer_release(&out);
}

static void a_text_cannot_leave_its_line(void **state)
{
	struct pmo_ics_event what = event("a;b,c\\d\r\nATTENDEE:mailto:evil@x.example\x01");
	what.url = "javascript:alert(1)";
	struct pmo_buffer out = written(&what);
	(void)state;
	assert_non_null(
		strstr(out.data, "SUMMARY:a\\;b\\,c\\\\d\\nATTENDEE:mailto:evil@x.example\r\n"));
	assert_null(strstr(out.data, "\nATTENDEE:mailto:evil"));
	assert_null(strstr(out.data, "javascript"));
	pmo_buffer_release(&out);
}

static void an_address_that_is_none_is_refused(void **state)
{
	struct pmo_ics_event what = event("x");
	struct pmo_buffer out;
	(void)state;
	what.organizer.address = "no address\r\nX:1";
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	assert_int_equal(pmo_ics_write(&what, &out), PMO_INVALID);
	pmo_buffer_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_request_has_one_uid_a_sequence_and_times_in_utc),
		cmocka_unit_test(a_cancelled_meeting_is_called_off),
		cmocka_unit_test(without_a_zone_the_time_floats),
		cmocka_unit_test(long_lines_are_folded_between_characters),
		cmocka_unit_test(a_text_cannot_leave_its_line),
		cmocka_unit_test(an_address_that_is_none_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
