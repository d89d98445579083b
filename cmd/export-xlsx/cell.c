/* Texts as the values of cells. */
#include "book.h"

#include <stdlib.h>
#include <string.h>

enum { DIGITS_EXACT = 15, DATE_LENGTH = 10 };

enum cell_type cell_type_of(const char *name)
{
	static const char *const names[] = {
		"text", "number", "money", "percent", "date", "moment", "yes_no",
	};
	for (size_t i = 0; name && i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return (enum cell_type)i;
	return CELL_TEXT;
}

/* Plain decimals of no more digits than a number of Excel's keeps. */
static bool read_decimal(const char *text, double *number)
{
	const char *at = text + (*text == '-');
	size_t digits = 0, points = 0;
	for (; *at; at++) {
		if (*at == '.')
			points++;
		else if (*at >= '0' && *at <= '9')
			digits++;
		else
			return false;
	}
	if (!digits || digits > DIGITS_EXACT || points > 1)
		return false;
	*number = strtod(text, NULL);
	return true;
}

static bool read_digits(const char *text, size_t count, int *number)
{
	*number = 0;
	for (size_t i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		*number = *number * 10 + (text[i] - '0');
	}
	return true;
}

/* `2026-11-20`, and behind a T or a blank `14:30`. */
static bool read_date(const char *text, bool with_time, double *number)
{
	lxw_datetime date = { 0 };
	if (strlen(text) < DATE_LENGTH || !read_digits(text, 4, &date.year) || text[4] != '-' ||
	    !read_digits(text + 5, 2, &date.month) || text[7] != '-' ||
	    !read_digits(text + 8, 2, &date.day))
		return false;
	const char *rest = text + DATE_LENGTH;
	if (*rest && with_time) {
		if ((*rest != 'T' && *rest != ' ') || strlen(rest) != 6 ||
		    !read_digits(rest + 1, 2, &date.hour) || rest[3] != ':' ||
		    !read_digits(rest + 4, 2, &date.min))
			return false;
		rest += 6;
	}
	/* Excel takes 1900 for a leap year: what is before that February is left a text. */
	if (*rest || date.year < 1901 || date.month < 1 || date.month > 12 || date.day < 1 ||
	    date.day > 31 || date.hour > 23 || date.min > 59)
		return false;
	*number = lxw_datetime_to_excel_datetime(&date);
	return true;
}

bool cell_number(enum cell_type type, const char *text, double *number)
{
	switch (type) {
	case CELL_NUMBER:
	case CELL_MONEY:
		return read_decimal(text, number);
	case CELL_PERCENT:
		if (!read_decimal(text, number))
			return false;
		*number /= 100;
		return true;
	case CELL_DATE:
	case CELL_MOMENT:
		return read_date(text, type == CELL_MOMENT, number);
	default:
		return false;
	}
}
