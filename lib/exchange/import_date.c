/*
 * Dates as other programs write them: 2026-03-04T09:00Z, 03/04/2026 9:26 AM, 25.10.2013,
 * 22/Sep/25, Nov 20, 2026. Numbers alone have an order that the whole file decides.
 */
#include "exchange/import.h"

#include <pmo/text.h>

#include <string.h>

enum { PARTS = 3, CENTURY_TURNS = 70 };

/* A day, a month, a year in the order they stand there. */
struct parts {
	int numbers[PARTS]; /* a month's name is its number */
	size_t digits[PARTS];
	bool is_name[PARTS];
	char separator; /* between the first two */
};

static bool is_letter(char c)
{
	return pmo_ascii_is_alpha(c);
}

/* "Sep", "sept", "September" */
static int month_of(const char *text, size_t length)
{
	static const char *const months[] = { "january",   "february", "march",    "april",
					      "may",       "june",     "july",     "august",
					      "september", "october",  "november", "december" };
	for (int i = 0; i < 12 && length >= 3; i++) {
		size_t same = 0;
		while (same < length && months[i][same] == pmo_ascii_to_lower(text[same]))
			same++;
		if (same == length)
			return i + 1;
	}
	return 0;
}

static bool is_weekday(const char *text, size_t length)
{
	static const char *const days[] = { "monday", "tuesday",  "wednesday", "thursday",
					    "friday", "saturday", "sunday" };
	for (size_t i = 0; i < 7 && length >= 2; i++) {
		size_t same = 0;
		while (same < length && days[i][same] == pmo_ascii_to_lower(text[same]))
			same++;
		if (same == length)
			return true;
	}
	return false;
}

static const char *skip_weekday(const char *text)
{
	size_t length = 0;
	while (is_letter(text[length]))
		length++;
	if (!is_weekday(text, length))
		return text;
	text += length;
	return text + strspn(text, "., ");
}

static const char *read_part(const char *text, struct parts *parts, size_t index)
{
	size_t length = 0;
	if (pmo_ascii_is_digit(*text)) {
		int number = 0;
		for (; pmo_ascii_is_digit(text[length]) && length < 5; length++)
			number = number * 10 + (text[length] - '0');
		parts->numbers[index] = number;
		parts->digits[index] = length;
		return length <= 4 ? text + length : NULL;
	}
	while (is_letter(text[length]))
		length++;
	parts->numbers[index] = month_of(text, length);
	parts->is_name[index] = true;
	return parts->numbers[index] ? text + length : NULL;
}

/* What may stand behind a date: nothing, or a time with its zone. */
static bool is_time(const char *text)
{
	if (!*text)
		return true;
	return strchr("T ,", *text) && strspn(text, " ,T0123456789:.+-ZAaPpMmUCG") == strlen(text);
}

static bool read_parts(const char *text, struct parts *parts)
{
	memset(parts, 0, sizeof(*parts));
	text = skip_weekday(text);
	for (size_t i = 0; i < PARTS; i++) {
		text = read_part(text, parts, i);
		if (!text)
			return false;
		size_t gap = i + 1 < PARTS ? strspn(text, "-/., ") : 0;
		if (i + 1 < PARTS && (!gap || gap > 2))
			return false;
		if (!i)
			parts->separator = *text;
		text += gap;
	}
	return is_time(text);
}

static int full_year(int year, size_t digits)
{
	if (digits != 2)
		return year;
	return year + (year < CENTURY_TURNS ? 2000 : 1900);
}

static bool is_year(const struct parts *parts, size_t index)
{
	return !parts->is_name[index] && (parts->digits[index] == 4 || parts->digits[index] == 2);
}

static bool is_numbers(const struct parts *parts)
{
	return !parts->is_name[0] && !parts->is_name[1] && !parts->is_name[2];
}

enum import_order import_date_order(const char *text)
{
	struct parts parts;
	int32_t date;
	if (!read_parts(text, &parts))
		return IMPORT_NO_DATE;
	if (parts.digits[0] == 4 || !is_numbers(&parts) || parts.separator == '.')
		return import_date(text, PMO_IMPORT_ISO, &date) ? IMPORT_CLEAR : IMPORT_NO_DATE;
	bool us = import_date(text, PMO_IMPORT_US, &date),
	     eu = import_date(text, PMO_IMPORT_EU, &date);
	if (us && eu)
		return parts.numbers[0] == parts.numbers[1] ? IMPORT_CLEAR : IMPORT_ANY_ORDER;
	if (us)
		return IMPORT_IS_US;
	return eu ? IMPORT_IS_EU : IMPORT_NO_DATE;
}

bool import_date(const char *text, enum pmo_import_dates dates, int32_t *date)
{
	struct parts parts;
	size_t year = 2, month = 1, day = 0;
	if (!read_parts(text, &parts))
		return false;
	if (parts.digits[0] == 4) {
		year = 0;
		day = 2;
	} else if (parts.is_name[0]) {
		month = 0;
		day = 1;
	} else if (!parts.is_name[1] && parts.separator != '.') {
		bool same = parts.numbers[0] == parts.numbers[1];
		if (dates == PMO_IMPORT_ISO && !same)
			return false;
		month = dates == PMO_IMPORT_EU ? 1 : 0;
		day = 1 - month;
	}
	if (parts.is_name[day] || !is_year(&parts, year) || (parts.is_name[year]))
		return false;
	return pmo_date_from_civil(full_year(parts.numbers[year], parts.digits[year]),
				   parts.numbers[month], parts.numbers[day], date) == PMO_OK;
}
