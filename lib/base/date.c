/*
 * Day numbers and the civil calendar, by the arithmetic of 400-year eras that begin on
 * the first of March (H. Hinnant, "chrono-compatible low-level date algorithms"): no
 * loop, no table of years, exact over the whole range.
 */
#include <pmo/date.h>

#include <stdio.h>
#include <string.h>

enum { DAYS_PER_ERA = 146097, DAYS_TO_1970 = 719468 };

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_length(int year, int month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

bool pmo_date_is_valid(int32_t date)
{
	return date >= PMO_DATE_MIN && date <= PMO_DATE_MAX;
}

enum pmo_result pmo_date_from_civil(int year, int month, int day, int32_t *date)
{
	if (year < 1 || year > 9999 || month < 1 || month > 12)
		return PMO_INVALID;
	if (day < 1 || day > month_length(year, month))
		return PMO_INVALID;
	int y = month <= 2 ? year - 1 : year;
	int era = y / 400;
	int year_of_era = y - era * 400;
	int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	*date = era * DAYS_PER_ERA + day_of_era - DAYS_TO_1970;
	return PMO_OK;
}

void pmo_date_to_civil(int32_t date, int *year, int *month, int *day)
{
	*year = *month = *day = 0;
	if (!pmo_date_is_valid(date))
		return;
	int days = date + DAYS_TO_1970;
	int era = days / DAYS_PER_ERA;
	int day_of_era = days - era * DAYS_PER_ERA;
	int year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month_from_march = (5 * day_of_year + 2) / 153;
	*day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
	*month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
	*year = year_of_era + era * 400 + (*month <= 2);
}

/* The value of so many digits, or -1. */
static int read_digits(const char *text, int count)
{
	int value = 0;
	for (int i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

enum pmo_result pmo_date_parse(const char *text, size_t length, int32_t *date)
{
	if (length != PMO_DATE_SIZE - 1 || text[4] != '-' || text[7] != '-')
		return PMO_INVALID;
	return pmo_date_from_civil(read_digits(text, 4), read_digits(text + 5, 2),
				   read_digits(text + 8, 2), date);
}

static void write_digits(char *out, int value, int count)
{
	while (count-- > 0) {
		out[count] = (char)('0' + value % 10);
		value /= 10;
	}
}

void pmo_date_format(int32_t date, char out[PMO_DATE_SIZE])
{
	int year, month, day;
	if (!pmo_date_is_valid(date)) {
		out[0] = '\0';
		return;
	}
	pmo_date_to_civil(date, &year, &month, &day);
	memcpy(out, "0000-00-00", PMO_DATE_SIZE);
	write_digits(out, year, 4);
	write_digits(out + 5, month, 2);
	write_digits(out + 8, day, 2);
}

void pmo_date_format_short(int32_t date, int32_t today, char out[PMO_DATE_LONG_SIZE])
{
	int year, month, day, this_year, unused_month, unused_day;
	out[0] = '\0';
	if (!pmo_date_is_valid(date))
		return;
	pmo_date_to_civil(date, &year, &month, &day);
	pmo_date_to_civil(today, &this_year, &unused_month, &unused_day);
	const char *name = pmo_date_month_name(month);
	if (year == this_year)
		snprintf(out, PMO_DATE_LONG_SIZE, "%s %d", name, day);
	else
		snprintf(out, PMO_DATE_LONG_SIZE, "%s %d, %d", name, day, year);
}

void pmo_date_format_long(int32_t date, int32_t today, char out[PMO_DATE_LONG_SIZE])
{
	out[0] = '\0';
	if (!pmo_date_is_valid(date))
		return;
	memcpy(out, pmo_date_weekday_name(pmo_date_weekday(date)), 3);
	out[3] = ' ';
	char rest[PMO_DATE_LONG_SIZE];
	pmo_date_format_short(date, today, rest);
	memcpy(out + 4, rest, PMO_DATE_LONG_SIZE - 4);
	out[PMO_DATE_LONG_SIZE - 1] = '\0';
}

int pmo_date_weekday(int32_t date)
{
	int day = (int)(((int64_t)date + 3) % 7);
	return day < 0 ? day + 7 : day;
}

const char *pmo_date_weekday_name(int weekday)
{
	static const char names[][4] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
	return weekday >= 0 && weekday < 7 ? names[weekday] : "";
}

const char *pmo_date_month_name(int month)
{
	static const char names[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
					 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	return month >= 1 && month <= 12 ? names[month - 1] : "";
}

/*
 * A week belongs to the year of its Thursday. Of the valid dates that Thursday leaves
 * the range nowhere: 0001-01-01 is a Monday and 9999-12-31 a Friday.
 */
void pmo_date_iso_week(int32_t date, int *year, int *week)
{
	int month, day;
	int32_t new_year = 0;
	*year = *week = 0;
	if (!pmo_date_is_valid(date))
		return;
	int32_t thursday = date - pmo_date_weekday(date) + 3;
	pmo_date_to_civil(thursday, year, &month, &day);
	if (pmo_date_from_civil(*year, 1, 1, &new_year) == PMO_OK)
		*week = (thursday - new_year) / 7 + 1;
}

int32_t pmo_date_add_days(int32_t date, int64_t days)
{
	if (!pmo_date_is_valid(date) || days < PMO_DATE_MIN - (int64_t)date ||
	    days > PMO_DATE_MAX - (int64_t)date)
		return PMO_DATE_NONE;
	return (int32_t)(date + days);
}

/* The day in a month counted from January of the year 0, cut to the month's last one. */
static int32_t day_in_month(int month_number, int day)
{
	int32_t date = PMO_DATE_NONE;
	int year = month_number / 12, month = month_number % 12 + 1;
	if (year < 1 || year > 9999)
		return PMO_DATE_NONE;
	int last = month_length(year, month);
	if (pmo_date_from_civil(year, month, day < last ? day : last, &date) != PMO_OK)
		return PMO_DATE_NONE;
	return date;
}

int32_t pmo_date_add_months(int32_t date, int64_t months)
{
	int year, month, day;
	if (!pmo_date_is_valid(date) || months < -120000 || months > 120000)
		return PMO_DATE_NONE;
	pmo_date_to_civil(date, &year, &month, &day);
	int number = year * 12 + month - 1 + (int)months;
	return number < 0 ? PMO_DATE_NONE : day_in_month(number, day);
}

static int32_t period_end(int32_t date, int months_per_period)
{
	int year, month, day;
	if (!pmo_date_is_valid(date))
		return PMO_DATE_NONE;
	pmo_date_to_civil(date, &year, &month, &day);
	int last = ((month - 1) / months_per_period + 1) * months_per_period - 1;
	return day_in_month(year * 12 + last, 31);
}

int32_t pmo_date_month_end(int32_t date)
{
	return period_end(date, 1);
}

int32_t pmo_date_quarter_end(int32_t date)
{
	return period_end(date, 3);
}

int32_t pmo_date_year_end(int32_t date)
{
	return period_end(date, 12);
}
