#include "unit.h"

#include "base/zone.h"
#include <pmo/arena.h>
#include <pmo/buffer.h>
#include <pmo/moment.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Friday 2026-11-20, Monday to Friday. */
static const struct pmo_date_context friday = { .today = 20777, .calendar = NULL };

static struct pmo_moment of(const char *text)
{
	struct pmo_moment moment = { 0 };
	if (pmo_moment_parse(text, strlen(text), &moment) != PMO_OK)
		fail_msg("refused '%s'", text);
	return moment;
}

static void a_stored_moment_reads_and_comes_back(void **state)
{
	static const char *const texts[] = {
		"2026-10-21 14:00 America/Chicago",
		"2026-10-21 14:00",
		"0001-01-01 00:00 UTC",
		"9999-12-31 23:59 America/Argentina/ComodRivadavia",
		"1969-12-31 23:59 Etc/GMT+5",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		char text[PMO_MOMENT_SIZE];
		struct pmo_moment moment = of(texts[i]);
		pmo_moment_format(&moment, text);
		assert_string_equal(text, texts[i]);
	}
	struct pmo_moment moment = of("1969-12-31 23:59");
	assert_int_equal(moment.minutes, -1);
	assert_int_equal(pmo_moment_date(&moment), -1);
	assert_int_equal(pmo_moment_minute_of_day(&moment), 1439);
	assert_null(moment.zone);
}

static void what_is_no_stored_moment_is_refused(void **state)
{
	static const char *const bad[] = {
		"",
		"2026-10-21",
		"2026-10-21 14",
		"2026-10-21 24:00",
		"2026-10-21 14:60",
		"2026-10-21T14:00",
		"2026-10-21  14:00",
		"2026-10-21 9:30",
		"2026-10-21 14:00 ",
		"2026-10-21 14:00:00",
		"2026-10-21 14:00  UTC",
		"2026-10-21 14:00 /etc/passwd",
		"2026-10-21 14:00 ../x",
		"2026-10-21 14:00 A//B",
		"2026-10-21 14:00 A/",
		"2026-10-21 14:00 A.B",
		"2026-10-21 14:00 -05:00",
		"2026-02-29 14:00",
		"2026-10-21 14:00 Am\xc3\xa9rica",
		"2026-10-21 14:00UTC",
		"2026-10-21 -1:00",
		"2026-10-21 14:0x",
		("2026-10-21 14:00 "
		 "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
	};
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct pmo_moment moment = { .minutes = 77 };
		if (pmo_moment_parse(bad[i], strlen(bad[i]), &moment) != PMO_INVALID)
			fail_msg("accepted '%s'", bad[i]);
		assert_int_equal(moment.minutes, 77);
	}
	assert_false(pmo_zone_name_is_valid("A\0B", 3));
}

static void people_type_moments_in_many_ways(void **state)
{
	static const struct {
		const char *text, *stored;
	} cases[] = {
		{ "fri 14:00", "2026-11-27 14:00" },
		{ "2026-12-01 9:30", "2026-12-01 09:30" },
		{ "2026-12-01T14:00", "2026-12-01 14:00" },
		{ "14:00", "2026-11-20 14:00" },
		{ "9:30am", "2026-11-20 09:30" },
		{ "2pm", "2026-11-20 14:00" },
		{ "12am", "2026-11-20 00:00" },
		{ "12:15 PM", "2026-11-20 12:15" },
		{ "2 pm fri", "2026-11-27 14:00" },
		{ " 2pm  tomorrow ", "2026-11-21 14:00" },
		{ "Dec 1 2pm", "2026-12-01 14:00" },
		{ "Dec 1 2027 2pm", "2027-12-01 14:00" },
		{ "2 May 9:30", "2027-05-02 09:30" },
		{ "Wed Nov 25 00:00", "2026-11-25 00:00" },
		{ "+5d 23:59", "2026-11-27 23:59" },
		{ "fri 14:00 America/New_York", "2026-11-27 14:00 America/New_York" },
		{ "2pm UTC", "2026-11-20 14:00 UTC" },
		{ "9:30 12/1 Europe/Berlin", "2026-12-01 09:30 Europe/Berlin" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char text[PMO_MOMENT_SIZE];
		struct pmo_moment moment;
		if (pmo_moment_input(&friday, cases[i].text, strlen(cases[i].text), &moment) !=
		    PMO_OK)
			fail_msg("refused '%s'", cases[i].text);
		pmo_moment_format(&moment, text);
		assert_string_equal(text, cases[i].stored);
	}
}

static void a_moment_needs_a_time_that_clocks_show(void **state)
{
	static const char *const bad[] = {
		"",
		"fri",
		"14",
		"2",
		"24:00",
		"14:60",
		"14:5",
		"14:000",
		"0am",
		"13pm",
		"14:00pm",
		"2pmx",
		"fri14:00",
		"fri 14:00 sharp",
		"fri 14",
		"14:00 xyz",
		"2 xm",
		"fri 14:00 fri",
		"Dec 1400",
		"Dec 12:30",
		"14:00 A/",
		"100:00",
		"2026-12-01T",
		"2026-12-01T14:00Z",
		"2026-02-30 14:00",
		":30",
		"am",
		"14:00/UTC",
		"14.00",
	};
	static const struct pmo_date_context nowhen = { .today = PMO_DATE_NONE, .calendar = NULL };
	struct pmo_moment moment = { .minutes = 77 };
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		if (pmo_moment_input(&friday, bad[i], strlen(bad[i]), &moment) != PMO_INVALID)
			fail_msg("accepted '%s'", bad[i]);
	}
	assert_int_equal(pmo_moment_input(&nowhen, "14:00", 5, &moment), PMO_INVALID);
	assert_int_equal(moment.minutes, 77);
}

/*
 * A zone file made by hand: America/Chicago as it was after 2007, one recorded change
 * (2007-03-11 08:00 UTC to daylight time) and the rule for all later ones.
 */
static void write_u32(struct pmo_buffer *file, uint32_t value)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		pmo_buffer_add_char(file, (char)(unsigned char)(value >> shift & 0xff));
}

static void write_header(struct pmo_buffer *file, uint32_t leaps, uint32_t times, uint32_t types)
{
	pmo_buffer_add(file, "TZif2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 20);
	write_u32(file, 0);
	write_u32(file, 0);
	write_u32(file, leaps);
	write_u32(file, times);
	write_u32(file, types);
	write_u32(file, 4);
}

static void write_chicago(struct pmo_buffer *file, const char *footer)
{
	pmo_buffer_init(file, PMO_BUFFER_LIMIT);
	write_header(file, 0, 0, 1);
	pmo_buffer_add(file, "\0\0\0\0\0\0CST", 10);
	write_header(file, 0, 1, 2);
	write_u32(file, 0);
	write_u32(file, 1173600000);
	pmo_buffer_add_char(file, 1);
	write_u32(file, (uint32_t)-21600);
	pmo_buffer_add(file, "\0\0", 2);
	write_u32(file, (uint32_t)-18000);
	pmo_buffer_add(file, "\1\0", 2);
	pmo_buffer_add(file, "CST", 4);
	pmo_buffer_add_format(file, "\n%s\n", footer);
}

static int64_t utc_of(const char *text)
{
	return of(text).minutes * 60;
}

static void a_zone_follows_its_changes_and_then_its_rule(void **state)
{
	static const struct {
		const char *local, *utc;
	} cases[] = {
		{ "2006-07-01 12:00", "2006-07-01 18:00" }, /* before what the file knows */
		{ "2007-07-01 12:00", "2007-07-01 17:00" },
		{ "2026-10-21 14:00", "2026-10-21 19:00" },
		{ "2026-11-20 14:00", "2026-11-20 20:00" },
		{ "2026-03-08 01:59", "2026-03-08 07:59" },
		{ "2026-03-08 02:30", "2026-03-08 08:30" }, /* skipped */
		{ "2026-03-08 03:00", "2026-03-08 08:00" },
		{ "2026-11-01 00:59", "2026-11-01 05:59" },
		{ "2026-11-01 01:30", "2026-11-01 06:30" }, /* the first of two */
		{ "2026-11-01 02:00", "2026-11-01 08:00" },
		{ "2500-07-01 12:00", "2500-07-01 17:00" },
		{ "9999-12-31 12:00", "9999-12-31 18:00" },
	};
	struct pmo_arena arena;
	struct pmo_buffer file;
	struct zone zone = { 0 };
	(void)state;
	pmo_arena_init(&arena);
	write_chicago(&file, "CST6CDT,M3.2.0,M11.1.0");
	assert_int_equal(zone_parse((const unsigned char *)file.data, file.length, &arena, &zone),
			 PMO_OK);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (zone_to_utc(&zone, utc_of(cases[i].local)) != utc_of(cases[i].utc))
			fail_msg("%s is not %s UTC", cases[i].local, cases[i].utc);
	pmo_buffer_release(&file);
	pmo_arena_release(&arena);
}

static void rules_of_every_form_are_read(void **state)
{
	static const struct {
		const char *rule, *local, *utc;
	} cases[] = {
		{ "UTC0", "2026-07-01 12:00", "2026-07-01 12:00" },
		{ "<-03>3", "2026-07-01 12:00", "2026-07-01 15:00" },
		{ "<+0545>-5:45", "2026-07-01 12:00", "2026-07-01 06:15" },
		{ "CET-1CEST,M3.5.0,M10.5.0/3", "2026-07-01 12:00", "2026-07-01 10:00" },
		{ "CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25 03:00", "2026-10-25 02:00" },
		{ "AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-01-01 12:00", "2026-01-01 01:00" },
		{ "AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-07-01 12:00", "2026-07-01 02:00" },
		{ "IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01 12:00", "2026-07-01 11:00" },
		{ "EST5EDT,J60/0,J300/0", "2028-03-01 12:00", "2028-03-01 16:00" },
		{ "EST5EDT,59/0,300/0", "2028-02-29 12:00", "2028-02-29 16:00" },
		{ "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-07-01 12:00", "2026-07-01 13:00" },
	};
	static const char *const bad[] = {
		"",
		"C6",
		"CST",
		"CST25",
		"CST6CDT",
		"CST6CDT,M3.2.0",
		"CST6CDT,M13.2.0,M11.1.0",
		"CST6CDT,M3.6.0,M11.1.0",
		"CST6CDT,M3.2.7,M11.1.0",
		"CST6CDT,J0,J5",
		"CST6CDT,M3.2.0,M11.1.0x",
		"<CST6",
		"CST6CDT,J366,J5",
		"CST6CDT,M3.2.0/168,M11.1.0",
		"CST99999999999999999999",
		"CST6CDT,,",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct zone zone = { 0 };
		const char *rule = cases[i].rule;
		assert_int_equal(zone_rule_parse(rule, strlen(rule), &zone.rule), PMO_OK);
		if (zone_to_utc(&zone, utc_of(cases[i].local)) != utc_of(cases[i].utc))
			fail_msg("%s: %s is not %s UTC", rule, cases[i].local, cases[i].utc);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct zone_rule rule;
		if (zone_rule_parse(bad[i], strlen(bad[i]), &rule) != PMO_INVALID)
			fail_msg("accepted '%s'", bad[i]);
	}
}

static void a_zone_file_cut_or_changed_anywhere_does_no_harm(void **state)
{
	struct pmo_arena arena;
	struct pmo_buffer file;
	(void)state;
	pmo_arena_init(&arena);
	write_chicago(&file, "CST6CDT,M3.2.0,M11.1.0");
	for (size_t length = 0; length < file.length; length++) {
		/* A copy of just that length, so that a sanitizer sees a byte too many. */
		unsigned char *cut = malloc(length + 1);
		struct zone zone = { 0 };
		assert_non_null(cut);
		memcpy(cut, file.data, length);
		unsigned char *exact = realloc(cut, length ? length : 1);
		assert_non_null(exact);
		assert_int_equal(zone_parse(exact, length, &arena, &zone), PMO_INVALID);
		free(exact);
	}
	for (size_t i = 0; i < file.length * 4; i++) {
		static const unsigned char values[] = { 0, 1, 0x7f, 0xff };
		char kept = file.data[i / 4];
		struct zone zone = { 0 };
		file.data[i / 4] = (char)values[i % 4];
		if (zone_parse((const unsigned char *)file.data, file.length, &arena, &zone) ==
		    PMO_OK) {
			int64_t utc = zone_to_utc(&zone, utc_of("2026-10-21 14:00"));
			int64_t apart = utc - utc_of("2026-10-21 14:00");
			assert_true(apart <= 26 * 3600 && apart >= -26 * 3600);
		}
		file.data[i / 4] = kept;
	}
	pmo_buffer_release(&file);
	pmo_arena_release(&arena);
}

static void leap_seconds_are_refused(void **state)
{
	struct pmo_arena arena;
	struct pmo_buffer file;
	struct zone zone = { 0 };
	(void)state;
	pmo_arena_init(&arena);
	pmo_buffer_init(&file, PMO_BUFFER_LIMIT);
	write_header(&file, 0, 0, 1);
	pmo_buffer_add(&file, "\0\0\0\0\0\0UTC", 10);
	write_header(&file, 1, 0, 1);
	pmo_buffer_add(&file, "\0\0\0\0\0\0UTC\0\0\0\0\0\4\xb2\x58\0\0\0\0\1\nUTC0\n", 28);
	assert_int_equal(zone_parse((const unsigned char *)file.data, file.length, &arena, &zone),
			 PMO_INVALID);
	pmo_buffer_release(&file);
	pmo_arena_release(&arena);
}

/* A folder with the zone Test/Chicago and a damaged Test/Broken. */
static void make_zone_folder(char *folder)
{
	static const struct {
		const char *name;
		size_t cut;
	} files[] = { { "Chicago", 0 }, { "Broken", 5 } };
	struct pmo_buffer file;
	char path[128];
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/Test", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	write_chicago(&file, "CST6CDT,M3.2.0,M11.1.0");
	for (size_t i = 0; i < 2; i++) {
		snprintf(path, sizeof(path), "%s/Test/%s", folder, files[i].name);
		FILE *out = fopen(path, "wb");
		assert_non_null(out);
		assert_int_equal(fwrite(file.data, 1, file.length - files[i].cut, out),
				 file.length - files[i].cut);
		assert_int_equal(fclose(out), 0);
	}
	pmo_buffer_release(&file);
}

static void remove_zone_folder(const char *folder)
{
	static const char *const names[] = { "/Test/Chicago", "/Test/Broken", "/Test", "" };
	char path[128];
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		snprintf(path, sizeof(path), "%s%s", folder, names[i]);
		assert_int_equal(remove(path), 0);
	}
}

static void a_moment_is_resolved_in_its_zone_or_in_the_workspaces(void **state)
{
	char folder[] = "/tmp/pmo-zones-XXXXXX";
	struct pmo_arena arena;
	struct pmo_zones zones;
	int64_t utc = 0;
	(void)state;
	pmo_arena_init(&arena);
	make_zone_folder(folder);
	pmo_zones_init(&zones, &arena, folder);
	struct pmo_moment plain = of("2026-10-21 14:00");
	struct pmo_moment zoned = of("2026-10-21 14:00 UTC");
	struct pmo_moment unknown = of("2026-10-21 14:00 Test/Nowhere");
	struct pmo_moment place = of("2026-10-21 14:00 Test");
	struct pmo_moment broken = of("2026-10-21 14:00 Test/Broken");
	assert_int_equal(pmo_moment_to_utc(&zones, &plain, "Test/Chicago", &utc), PMO_OK);
	assert_int_equal(utc, plain.minutes + 300);
	assert_int_equal(pmo_moment_to_utc(&zones, &zoned, "Test/Chicago", &utc), PMO_OK);
	assert_int_equal(utc, plain.minutes);
	assert_int_equal(pmo_moment_to_utc(&zones, &unknown, "UTC", &utc), PMO_NOT_FOUND);
	assert_int_equal(pmo_moment_to_utc(&zones, &place, "UTC", &utc), PMO_NOT_FOUND);
	assert_int_equal(pmo_moment_to_utc(&zones, &plain, NULL, &utc), PMO_NOT_FOUND);
	assert_int_equal(pmo_moment_to_utc(&zones, &plain, "../Chicago", &utc), PMO_NOT_FOUND);
	assert_int_equal(pmo_moment_to_utc(&zones, &broken, "UTC", &utc), PMO_INVALID);
	struct pmo_moment back;
	char text[PMO_MOMENT_SIZE];
	assert_int_equal(pmo_moment_from_utc(&zones, plain.minutes + 300, "Test/Chicago", &back),
			 PMO_OK);
	pmo_moment_format(&back, text);
	assert_string_equal(text, "2026-10-21 14:00 Test/Chicago");
	assert_int_equal(pmo_moment_from_utc(&zones, INT64_MAX, "UTC", &back), PMO_INVALID);
	remove_zone_folder(folder);
	/* Read once: a second question needs no file. */
	assert_int_equal(pmo_moment_to_utc(&zones, &plain, "Test/Chicago", &utc), PMO_OK);
	pmo_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_stored_moment_reads_and_comes_back),
		cmocka_unit_test(what_is_no_stored_moment_is_refused),
		cmocka_unit_test(people_type_moments_in_many_ways),
		cmocka_unit_test(a_moment_needs_a_time_that_clocks_show),
		cmocka_unit_test(a_zone_follows_its_changes_and_then_its_rule),
		cmocka_unit_test(rules_of_every_form_are_read),
		cmocka_unit_test(a_zone_file_cut_or_changed_anywhere_does_no_harm),
		cmocka_unit_test(leap_seconds_are_refused),
		cmocka_unit_test(a_moment_is_resolved_in_its_zone_or_in_the_workspaces),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
