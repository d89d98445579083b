/* Plans of MS Project: what is read of a file, and what is refused. */
#include "unit.h"

#include <pmo/arena.h>
#include <pmo/diag.h>
#include <string.h>

#include "exchange/mspdi.h"

struct reading {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_source source;
	struct pmo_mspdi *plan;
};

static enum pmo_result read_text(struct reading *reading, const char *text, size_t length)
{
	pmo_arena_init(&reading->arena);
	pmo_diags_init(&reading->diags, &reading->arena);
	reading->source = (struct pmo_source){ "plan.xml", text, length, 0 };
	return pmo_mspdi_open(&reading->arena, &reading->source, &reading->diags, &reading->plan);
}

static void open_text(struct reading *reading, const char *text)
{
	assert_int_equal(read_text(reading, text, strlen(text)), PMO_OK);
}

#define HEAD        "<?xml version='1.0'?><Project xmlns='http://schemas.microsoft.com/project'>"
#define TAIL        "</Project>"
#define TASKS(text) HEAD "<Tasks>" text "</Tasks>" TAIL

static void a_row_of_the_project_and_a_blank_row_are_no_tasks(void **state)
{
	struct reading reading;
	(void)state;
	open_text(&reading, TASKS("<Task><UID>0</UID><Name>All</Name></Task>"
				  "<Task><UID>3</UID><Name>A</Name></Task>"
				  "<Task><UID>9</UID><IsNull>1</IsNull></Task>"
				  "<Task><UID>2</UID><Name>B</Name></Task>"));
	assert_int_equal(reading.plan->task_count, 2);
	assert_int_equal(reading.plan->blank_rows, 1);
	assert_string_equal(reading.plan->tasks[1].name, "B");
	pmo_arena_release(&reading.arena);
}

static void the_outline_follows_from_levels(void **state)
{
	struct reading reading;
	(void)state;
	open_text(&reading, TASKS("<Task><UID>1</UID><OutlineLevel>1</OutlineLevel></Task>"
				  "<Task><UID>2</UID><OutlineLevel>2</OutlineLevel></Task>"
				  "<Task><UID>3</UID><OutlineLevel>4</OutlineLevel></Task>"
				  "<Task><UID>4</UID><OutlineLevel>2</OutlineLevel></Task>"
				  "<Task><UID>5</UID><OutlineLevel>1</OutlineLevel></Task>"));
	const struct mspdi_task *tasks = reading.plan->tasks;
	static const int parents[] = { -1, 0, 1, 0, -1 };
	static const char *const outlines[] = { "1", "1.1", "1.1.1", "1.2", "2" };
	for (size_t i = 0; i < 5; i++) {
		assert_int_equal(tasks[i].parent, parents[i]);
		assert_string_equal(tasks[i].outline, outlines[i]);
	}
	assert_true(tasks[0].is_summary && tasks[1].is_summary && !tasks[4].is_summary);
	pmo_arena_release(&reading.arena);
}

static void a_link_to_a_task_that_is_not_there_is_told(void **state)
{
	struct reading reading;
	(void)state;
	open_text(&reading, TASKS("<Task><UID>1</UID><Name>A</Name><PredecessorLink>"
				  "<PredecessorUID>7</PredecessorUID></PredecessorLink></Task>"));
	assert_int_equal(reading.diags.count[PMO_WARNING], 1);
	assert_string_equal(reading.diags.first->code, "import-link");
	assert_int_equal(reading.plan->links[0].type, 1);
	pmo_arena_release(&reading.arena);
}

static void names_count_with_and_without_a_namespace_and_a_byte_order_mark(void **state)
{
	struct reading reading;
	static const char plain[] = "\xef\xbb\xbf<Project><xmlns>x</xmlns><Tasks><Task><UID>1</UID>"
				    "</Task></Tasks></Project>";
	static const char spelt[] = "<p:Project xmlns:p='urn:x'><p:Tasks><p:Task><p:UID>1</p:UID>"
				    "</p:Task></p:Tasks></p:Project>";
	(void)state;
	open_text(&reading, plain);
	assert_int_equal(reading.plan->task_count, 1);
	pmo_arena_release(&reading.arena);
	open_text(&reading, spelt);
	assert_int_equal(reading.plan->task_count, 1);
	pmo_arena_release(&reading.arena);
}

static void utf_16_and_latin_1_are_read(void **state)
{
	struct reading reading;
	static const char latin[] =
		"<?xml version='1.0' encoding='ISO-8859-1'?><Project><Tasks>"
		"<Task><UID>1</UID><Name>B\xfcro</Name></Task></Tasks></Project>";
	char wide[2 * sizeof(latin)] = "\xff\xfe";
	static const char text[] = "<Project><Title>W</Title></Project>";
	(void)state;
	open_text(&reading, latin);
	assert_string_equal(reading.plan->tasks[0].name, "B\xc3\xbcro");
	pmo_arena_release(&reading.arena);
	for (size_t i = 0; i < sizeof(text) - 1; i++) {
		wide[2 + 2 * i] = text[i];
		wide[3 + 2 * i] = '\0';
	}
	assert_int_equal(read_text(&reading, wide, 2 * sizeof(text)), PMO_OK);
	assert_string_equal(reading.plan->title, "W");
	pmo_arena_release(&reading.arena);
}

static void refuse(const char *text, size_t length, const char *words)
{
	struct reading reading;
	assert_int_equal(read_text(&reading, text, length), PMO_INVALID);
	assert_int_equal(reading.diags.count[PMO_ERROR], 1);
	assert_non_null(strstr(reading.diags.first->message, words));
	pmo_arena_release(&reading.arena);
}

static void a_document_type_is_refused(void **state)
{
	static const char text[] = "<!DOCTYPE Project [<!ENTITY a 'b'>]><Project>&a;</Project>";
	(void)state;
	refuse(text, sizeof(text) - 1, "DOCTYPE");
}

static void nesting_is_limited(void **state)
{
	char text[16 + 3 * 70] = "<Project>";
	(void)state;
	for (size_t i = 0; i < 69; i++)
		memcpy(text + 9 + 3 * i, "<a>", 4);
	refuse(text, strlen(text), "64 deep");
}

static void a_file_over_16_mib_is_refused(void **state)
{
	static char text[(16 << 20) + 1];
	(void)state;
	refuse(text, sizeof(text), "16 MiB");
}

static void what_is_no_plan_is_told(void **state)
{
	(void)state;
	refuse("hello", 5, "no XML");
	refuse("", 0, "no XML");
	refuse("<html/>", 7, "<html>");
	refuse("<Project><Tasks>", 16, "no XML");
}

static void check_span(const char *text, int64_t seconds)
{
	int64_t read;
	assert_true(mspdi_read_span(text, &read));
	assert_int_equal(read, seconds);
}

static void spans_are_clock_time(void **state)
{
	int64_t read;
	(void)state;
	check_span("PT8H0M0S", 28800);
	check_span("-PT4H0M0S", -14400);
	check_span("P1DT2H", 93600);
	check_span("PT0.5H", 1800);
	check_span("PT1H30M15.4S", 5415);
	assert_false(mspdi_read_span("8h", &read));
	assert_false(mspdi_read_span("PT", &read));
	assert_false(mspdi_read_span("P3M", &read));
	assert_false(mspdi_read_span("PT99999999999999999999H", &read));
}

static void moments_are_read_without_zone_and_parts_of_seconds(void **state)
{
	int64_t minutes;
	(void)state;
	assert_true(mspdi_read_time("1970-01-02T08:30:59.99", &minutes));
	assert_int_equal(minutes, 1440 + 510);
	assert_true(mspdi_read_time("1970-01-02", &minutes));
	assert_false(mspdi_read_time("1970-02-30T08:00:00", &minutes));
	assert_false(mspdi_read_time("soon", &minutes));
}

#define CALENDAR(text)                                                                             \
	HEAD "<Calendars><Calendar><UID>1</UID><Name>S</Name><IsBaseCalendar>1</IsBaseCalendar>"   \
	     "<Exceptions>" text "</Exceptions></Calendar></Calendars>" TAIL
#define PERIOD(from, to)                                                                           \
	"<TimePeriod><FromDate>" from "T00:00:00</FromDate><ToDate>" to                            \
	"T23:59:00</ToDate></TimePeriod>"

static void check_days(const char *text, const char *expected)
{
	struct reading reading;
	struct pmo_buffer days;
	open_text(&reading, text);
	pmo_buffer_init(&days, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < reading.plan->calendars[0].exception_count; i++) {
		char date[PMO_DATE_SIZE];
		pmo_date_format(reading.plan->calendars[0].exceptions[i].from, date);
		pmo_buffer_add_format(&days, "%s%s", i ? " " : "", date);
	}
	assert_string_equal(days.data, expected);
	pmo_buffer_release(&days);
	pmo_arena_release(&reading.arena);
}

static void the_second_friday_of_each_month_recurs(void **state)
{
	(void)state;
	check_days(
		CALENDAR("<Exception><EnteredByOccurrences>1</EnteredByOccurrences>" PERIOD(
			"2026-01-15", "2026-12-31") "<Occurrences>3</Occurrences><Type>5</Type>"
						    "<Period>1</Period><MonthItem>8</MonthItem>"
						    "<MonthPosition>1</MonthPosition></Exception>"),
		"2026-02-13 2026-03-13 2026-04-10");
}

static const char every_february_29[] =
	CALENDAR("<Exception>" PERIOD("2024-02-29", "2027-12-31") "<Type>2</Type>"
								  "<Month>1</Month>"
								  "<MonthDay>29</MonthDay>"
								  "</Exception>");

static void february_29_recurs_on_the_last_day_of_shorter_years(void **state)
{
	(void)state;
	check_days(every_february_29, "2024-02-29 2025-02-28 2026-02-28 2027-02-28");
}

static void weeks_are_counted_from_sunday(void **state)
{
	(void)state;
	check_days(CALENDAR("<Exception>" PERIOD("2026-11-18",
						 "2026-12-20") "<Type>6</Type>"
							       "<Period>2</Period>"
							       "<DaysOfWeek>9</DaysOfWeek>"
							       "</Exception>"),
		   "2026-11-18 2026-11-29 2026-12-02 2026-12-13 2026-12-16");
}

static void weekdays_skip_the_weekend(void **state)
{
	(void)state;
	check_days(CALENDAR("<Exception>" PERIOD("2026-11-19", "2026-11-26") "<Type>8</Type>"
									     "<Period>2</Period>"
									     "</Exception>"),
		   "2026-11-19 2026-11-23 2026-11-25");
}

static void the_old_way_to_say_exceptions_counts_only_alone(void **state)
{
	struct reading reading;
	static const char text[] = HEAD
		"<Calendars><Calendar><UID>1</UID><WeekDays>"
		"<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod>"
		"<FromDate>2026-12-24T00:00:00</FromDate><ToDate>2026-12-26</ToDate>"
		"</TimePeriod></WeekDay>"
		"<WeekDay><DayType>6</DayType><DayWorking>1</DayWorking><WorkingTimes>"
		"<WorkingTime/><WorkingTime><FromTime>23:00:00</FromTime>"
		"<ToTime>00:00:00</ToTime></WorkingTime>"
		"</WorkingTimes></WeekDay></WeekDays></Calendar></Calendars>" TAIL;
	(void)state;
	open_text(&reading, text);
	const struct mspdi_calendar *calendar = &reading.plan->calendars[0];
	assert_int_equal(calendar->exception_count, 1);
	assert_int_equal(calendar->exceptions[0].to - calendar->exceptions[0].from, 2);
	assert_int_equal(calendar->week[4].count, 1);
	assert_int_equal(calendar->week[4].spans[0].to, 1440);
	pmo_arena_release(&reading.arena);
}

static void what_is_not_in_the_schema_is_left_out_and_the_rest_put_in_order(void **state)
{
	struct reading reading;
	struct pmo_buffer out;
	(void)state;
	open_text(&reading, HEAD "<Tasks><Task><Manual>1</Manual><Name>A &amp; B</Name><UID>1</UID>"
				 "<Odd>x</Odd><Active>1</Active><Name>again</Name></Task></Tasks>"
				 "<Title>T</Title><SaveVersion>14</SaveVersion>" TAIL);
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	mspdi_xml_write(reading.plan->root, &out);
	assert_string_equal(
		out.data,
		"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
		"<Project xmlns=\"http://schemas.microsoft.com/project\">\n"
		"\t<SaveVersion>14</SaveVersion>\n\t<Title>T</Title>\n\t<Tasks>\n\t\t<Task>\n"
		"\t\t\t<UID>1</UID>\n\t\t\t<Name>A &amp; B</Name>\n\t\t\t<Manual>1</Manual>\n"
		"\t\t</Task>\n\t</Tasks>\n</Project>\n");
	pmo_buffer_release(&out);
	pmo_arena_release(&reading.arena);
}

static void a_plan_is_known_by_its_content(void **state)
{
	(void)state;
	assert_true(pmo_mspdi_is(TASKS(""), strlen(TASKS(""))));
	assert_false(pmo_mspdi_is("id,title\n1,<b>\n", 15));
	assert_false(pmo_mspdi_is("", 0));
}

/* Monday to Friday, from an hour to an hour. */
#define WEEK(from, to)                                                                             \
	"<WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes>"          \
	"<WorkingTime><FromTime>" from ":00:00</FromTime><ToTime>" to ":00:00</ToTime>"            \
	"</WorkingTime></WorkingTimes></WeekDay></WeekDays>"

static void a_resource_works_by_the_calendar_that_its_own_is_based_on(void **state)
{
	struct reading reading;
	(void)state;
	open_text(&reading,
		  HEAD "<CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID>"
		       "<IsBaseCalendar>1</IsBaseCalendar>" WEEK("08", "16") "</Calendar>"
		       "<Calendar><UID>2</UID><IsBaseCalendar>1</IsBaseCalendar>" WEEK("16", "23")
		       "</Calendar><Calendar><UID>3</UID><BaseCalendarUID>1</BaseCalendarUID>"
		       "</Calendar><Calendar><UID>4</UID><BaseCalendarUID>2</BaseCalendarUID>"
		       "</Calendar></Calendars><Tasks><Task><UID>1</UID></Task><Task><UID>2</UID>"
		       "</Task></Tasks><Resources><Resource><UID>1</UID><Name>Day</Name>"
		       "<CalendarUID>3</CalendarUID></Resource><Resource><UID>2</UID>"
		       "<Name>Night</Name><CalendarUID>4</CalendarUID></Resource></Resources>"
		       "<Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID>"
		       "<ResourceUID>1</ResourceUID></Assignment><Assignment><UID>2</UID>"
		       "<TaskUID>2</TaskUID><ResourceUID>2</ResourceUID></Assignment>"
		       "</Assignments>" TAIL);
	const struct pmo_mspdi *plan = reading.plan;
	assert_null(mspdi_shift_of(plan, &plan->resources[0]));
	assert_ptr_equal(mspdi_shift_of(plan, &plan->resources[1]), mspdi_calendar_of(plan, 2));
	assert_false(mspdi_is_on_shift(plan, &plan->tasks[0]));
	assert_true(mspdi_is_on_shift(plan, &plan->tasks[1]));
	pmo_arena_release(&reading.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_row_of_the_project_and_a_blank_row_are_no_tasks),
		cmocka_unit_test(the_outline_follows_from_levels),
		cmocka_unit_test(a_resource_works_by_the_calendar_that_its_own_is_based_on),
		cmocka_unit_test(a_link_to_a_task_that_is_not_there_is_told),
		cmocka_unit_test(names_count_with_and_without_a_namespace_and_a_byte_order_mark),
		cmocka_unit_test(utf_16_and_latin_1_are_read),
		cmocka_unit_test(a_document_type_is_refused),
		cmocka_unit_test(nesting_is_limited),
		cmocka_unit_test(a_file_over_16_mib_is_refused),
		cmocka_unit_test(what_is_no_plan_is_told),
		cmocka_unit_test(spans_are_clock_time),
		cmocka_unit_test(moments_are_read_without_zone_and_parts_of_seconds),
		cmocka_unit_test(the_second_friday_of_each_month_recurs),
		cmocka_unit_test(february_29_recurs_on_the_last_day_of_shorter_years),
		cmocka_unit_test(weeks_are_counted_from_sunday),
		cmocka_unit_test(weekdays_skip_the_weekend),
		cmocka_unit_test(the_old_way_to_say_exceptions_counts_only_alone),
		cmocka_unit_test(what_is_not_in_the_schema_is_left_out_and_the_rest_put_in_order),
		cmocka_unit_test(a_plan_is_known_by_its_content),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
