/* Invitations: what calendar programs need, and texts that stay where they are. */
#include "unit.h"

#include "base/zone.h"

#include <pmo/arena.h>
#include <pmo/ics.h>
#include <pmo/moment.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

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

/* The offset rule of Chicago, as the footer of its file has it. */
static struct zone chicago(const char *footer)
{
	struct zone zone = { .name = "America/Chicago" };
	assert_int_equal(zone_rule_parse(footer, strlen(footer), &zone.rule), PMO_OK);
	return zone;
}

static void with_a_zone_the_hour_of_the_wall_and_its_rules_are_told(void **state)
{
	const struct zone zone = chicago("CST6CDT,M3.2.0,M11.1.0");
	struct pmo_ics_event what = event("Steering");
	what.zone = &zone;
	struct pmo_buffer out = written(&what);
	(void)state;
	assert_non_null(strstr(out.data, "DTSTART;TZID=America/Chicago:20261125T100000\r\n"));
	assert_non_null(strstr(out.data, "DTEND;TZID=America/Chicago:20261125T110000\r\n"));
	assert_non_null(strstr(out.data, "BEGIN:DAYLIGHT\r\nDTSTART:20250309T020000\r\n"
					 "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n"
					 "TZOFFSETFROM:-0600\r\nTZOFFSETTO:-0500\r\n"));
	assert_non_null(strstr(out.data, "BEGIN:STANDARD\r\nDTSTART:20251102T020000\r\n"
					 "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n"));
	pmo_buffer_release(&out);
	what.start += 1440 * 180; /* in summer */
	out = written(&what);
	assert_non_null(strstr(out.data, "DTSTART;TZID=America/Chicago:20270524T110000\r\n"));
	pmo_buffer_release(&out);
}

static void a_last_sunday_and_a_zone_without_summer_are_told(void **state)
{
	struct zone zone = chicago("CET-1CEST,M3.5.0,M10.5.0/3");
	struct pmo_ics_event what = event("Steering");
	(void)state;
	what.zone = &zone;
	struct pmo_buffer out = written(&what);
	assert_non_null(strstr(out.data, "DTSTART:20250330T020000\r\n"
					 "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
					 "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"));
	assert_non_null(strstr(out.data, "DTSTART:20251026T030000\r\n"));
	pmo_buffer_release(&out);
	zone = chicago("MST7");
	out = written(&what);
	assert_non_null(strstr(out.data, "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
					 "TZOFFSETFROM:-0700\r\nTZOFFSETTO:-0700\r\n"));
	assert_null(strstr(out.data, "DAYLIGHT"));
	pmo_buffer_release(&out);
}

/* The zone of a name for the event; the database is the system's. */
static const char *found(const char *name)
{
	static char text[PMO_ZONE_NAME_MAX + 1];
	struct pmo_arena arena;
	struct pmo_zones zones;
	struct pmo_ics_event what = event("Steering");
	pmo_arena_init(&arena);
	pmo_zones_init(&zones, &arena, "/usr/share/zoneinfo");
	assert_int_equal(pmo_ics_find_zone(&zones, name, &what), PMO_OK);
	snprintf(text, sizeof(text), "%s", what.zone ? what.zone->name : "");
	pmo_arena_release(&arena);
	return text;
}

static void a_zone_whose_rule_cannot_be_said_is_left_to_utc(void **state)
{
	(void)state;
	if (access("/usr/share/zoneinfo/America/Chicago", R_OK) != 0)
		skip();
	assert_string_equal(found("America/Chicago"), "America/Chicago");
	assert_string_equal(found("America/Phoenix"), "America/Phoenix");
	assert_string_equal(found("Africa/Casablanca"), ""); /* its table moves with the moon */
	assert_string_equal(found("No/Where"), "");
	assert_string_equal(found("UTC"), "");
	assert_string_equal(found(NULL), "");
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
		cmocka_unit_test(with_a_zone_the_hour_of_the_wall_and_its_rules_are_told),
		cmocka_unit_test(a_last_sunday_and_a_zone_without_summer_are_told),
		cmocka_unit_test(a_zone_whose_rule_cannot_be_said_is_left_to_utc),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
