/*
 * Fuzz target: every reader of dates, moments, durations, money and decimals, and of zone
 * files. What is accepted must come back: parse, format, parse gives the same.
 */
#include "base/zone.h"
#include <pmo/arena.h>
#include <pmo/calendar.h>
#include <pmo/date.h>
#include <pmo/decimal.h>
#include <pmo/duration.h>
#include <pmo/moment.h>
#include <pmo/money.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void try_dates(const char *text, size_t length)
{
	static const int32_t todays[] = { 20777, PMO_DATE_MIN, PMO_DATE_MAX, PMO_DATE_NONE, 11016 };
	char out[PMO_DATE_LONG_SIZE];
	int32_t date = 0, back = 0;
	if (pmo_date_parse(text, length, &date) == PMO_OK) {
		pmo_date_format(date, out);
		require(length == strlen(out) && memcmp(out, text, length) == 0);
	}
	for (size_t i = 0; i < sizeof(todays) / sizeof(*todays); i++) {
		struct pmo_date_context context = { .today = todays[i], .calendar = NULL };
		require(pmo_date_scan(&context, text, length, &date) <= length);
		if (pmo_date_input(&context, text, length, &date) != PMO_OK)
			continue;
		require(pmo_date_is_valid(date));
		pmo_date_format(date, out);
		require(pmo_date_parse(out, strlen(out), &back) == PMO_OK && back == date);
		int32_t later = pmo_calendar_add_days(NULL, date, 5);
		require(later == PMO_DATE_NONE ||
			pmo_calendar_days_between(NULL, date, later) == 5);
	}
}

static void try_moments(const char *text, size_t length)
{
	static const struct pmo_date_context context = { .today = 20777, .calendar = NULL };
	char out[PMO_MOMENT_SIZE];
	struct pmo_moment moment, back;
	if (pmo_moment_parse(text, length, &moment) == PMO_OK) {
		pmo_moment_format(&moment, out);
		require(length == strlen(out) && memcmp(out, text, length) == 0);
	}
	if (pmo_moment_input(&context, text, length, &moment) != PMO_OK)
		return;
	pmo_moment_format(&moment, out);
	require(pmo_moment_parse(out, strlen(out), &back) == PMO_OK);
	require(back.minutes == moment.minutes && back.zone_length == moment.zone_length);
}

static void try_durations(const char *text, size_t length)
{
	char out[PMO_DURATION_SIZE];
	struct pmo_duration duration, back;
	if (pmo_duration_parse(text, length, true, &duration) == PMO_OK)
		require(pmo_duration_input(text, length, true, &back) == PMO_OK &&
			back.amount == duration.amount && back.unit == duration.unit);
	if (pmo_duration_input(text, length, true, &duration) != PMO_OK)
		return;
	pmo_duration_format(duration, out);
	require(pmo_duration_parse(out, strlen(out), true, &back) == PMO_OK);
	require(back.amount == duration.amount && back.unit == duration.unit);
	require(pmo_duration_compare(duration, back, PMO_MINUTES_PER_DAY) == 0);
}

static void try_numbers(const char *text, size_t length)
{
	char out[PMO_MONEY_SIZE], decimal_out[PMO_DECIMAL_SIZE];
	struct pmo_decimal decimal, again, sum;
	int64_t cents = 0, back = 0;
	if (pmo_money_parse(text, length, &cents) == PMO_OK)
		require(pmo_money_input(text, length, &back) == PMO_OK && back == cents);
	if (pmo_money_input(text, length, &cents) == PMO_OK) {
		pmo_money_format(cents, out);
		require(pmo_money_parse(out, strlen(out), &back) == PMO_OK && back == cents);
		pmo_money_format_grouped(cents, out);
		require(pmo_money_input(out, strlen(out), &back) == PMO_OK && back == cents);
	}
	if (pmo_decimal_parse(text, length, &decimal) != PMO_OK)
		return;
	pmo_decimal_format(decimal, decimal_out);
	require(pmo_decimal_parse(decimal_out, strlen(decimal_out), &again) == PMO_OK);
	require(again.units == decimal.units && again.scale == decimal.scale);
	require(pmo_decimal_compare(decimal, again) == 0);
	require(pmo_decimal_subtract(decimal, again, &sum) == PMO_OK && sum.units == 0);
	if (decimal.units != 0 && pmo_decimal_divide(decimal, again, 3, &sum) == PMO_OK)
		require(sum.units == 1000);
}

static void try_zone(const uint8_t *data, size_t size)
{
	struct pmo_arena arena;
	struct zone zone = { 0 };
	pmo_arena_init(&arena);
	enum pmo_result result = zone_rule_parse((const char *)data, size, &zone.rule);
	if (result != PMO_OK)
		result = zone_parse(data, size, &arena, &zone);
	for (int64_t local = -100000000000; result == PMO_OK && local < 200000000000;
	     local += 9999999999) {
		int64_t apart = zone_to_utc(&zone, local) - local;
		require(apart <= 26 * 3600 && apart >= -26 * 3600);
	}
	pmo_arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	if (size == 0)
		return 0;
	try_dates(text, size);
	try_moments(text, size);
	try_durations(text, size);
	try_numbers(text, size);
	try_zone(data, size);
	return 0;
}
