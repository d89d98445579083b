/*
 * Numbers of a workbook. They are stored with all the digits of the machine; what people saw
 * has fifteen. Whether one is a date only its format tells.
 */
#include "exchange/xlsx.h"

#include <pmo/date.h>
#include <pmo/text.h>

#include <string.h>

enum {
	DIGITS = 15,
	POINT_MAX = 40, /* places that are written out; what is beyond stays as it is */
	MINUTES = 1440,
	LEAP_BUG = 60, /* the day 1900-02-29, which there was not */
	DAYS_MAX = 2958465,
};

/* 0.d1 d2 d3 ... times ten to the power of exponent. */
struct digits {
	char digits[DIGITS + 1];
	int count, exponent;
	bool negative;
};

static void round_up(struct digits *number)
{
	int i = number->count;
	while (i > 0 && number->digits[i - 1] == '9')
		i--;
	number->count = i;
	if (i > 0) {
		number->digits[i - 1]++;
		return;
	}
	number->digits[0] = '1';
	number->count = 1;
	number->exponent++;
}

static bool read_exponent(const char *text, struct digits *number)
{
	bool negative = *text == '-';
	int exponent = 0;
	text += *text == '-' || *text == '+';
	if (!*text)
		return false;
	for (; *text; text++) {
		if (!pmo_ascii_is_digit(*text) || exponent > 1000)
			return false;
		exponent = exponent * 10 + (*text - '0');
	}
	number->exponent += negative ? -exponent : exponent;
	return true;
}

static bool read_digits(const char *text, struct digits *number)
{
	bool point = false, any = false, up = false;
	int seen = 0; /* digits that count */
	memset(number, 0, sizeof(*number));
	number->negative = *text == '-';
	for (text += *text == '-' || *text == '+'; *text; text++) {
		if (*text == '.' && !point) {
			point = true;
			continue;
		}
		if (!pmo_ascii_is_digit(*text))
			break;
		any = true;
		if (seen || *text != '0')
			seen++;
		if (number->exponent > 1000 || number->exponent < -1000)
			return false;
		number->exponent += point ? (seen ? 0 : -1) : (seen ? 1 : 0);
		if (seen == DIGITS + 1)
			up = *text >= '5';
		if (seen && seen <= DIGITS)
			number->digits[number->count++] = *text;
	}
	if (!any || (*text && *text != 'e' && *text != 'E'))
		return false;
	if (*text && !read_exponent(text + 1, number))
		return false;
	if (up)
		round_up(number);
	while (number->count && number->digits[number->count - 1] == '0')
		number->count--;
	return true;
}

static void add_digits(struct pmo_buffer *out, const struct digits *number)
{
	if (!number->count) {
		pmo_buffer_add_char(out, '0');
		return;
	}
	if (number->negative)
		pmo_buffer_add_char(out, '-');
	if (number->exponent <= 0)
		pmo_buffer_add_text(out, "0");
	for (int i = 0; i < number->exponent; i++)
		pmo_buffer_add_char(out, i < number->count ? number->digits[i] : '0');
	if (number->exponent >= number->count)
		return;
	pmo_buffer_add_char(out, '.');
	for (int i = number->exponent; i < number->count; i++)
		pmo_buffer_add_char(out, i < 0 ? '0' : number->digits[i]);
}

/* Days and the minutes of the day, rounded; false for what no calendar has. */
static bool split_days(const struct digits *number, int32_t *days, int *minutes)
{
	double fraction = 0, place = 0.1;
	int64_t whole = 0;
	if (number->negative || number->exponent > 7)
		return false;
	for (int i = 0; i < number->exponent; i++)
		whole = whole * 10 + (i < number->count ? number->digits[i] - '0' : 0);
	for (int i = number->exponent; i < number->count && place > 1e-12; i++, place /= 10)
		fraction += i < 0 ? 0 : (number->digits[i] - '0') * place;
	*minutes = (int)(fraction * MINUTES + 0.5);
	if (*minutes == MINUTES) {
		*minutes = 0;
		whole++;
	}
	*days = (int32_t)whole;
	return whole <= DAYS_MAX;
}

static bool add_date(struct pmo_buffer *out, const struct digits *number, enum xlsx_kind kind,
		     bool is_1904)
{
	char text[PMO_DATE_SIZE];
	int32_t days, epoch;
	int minutes;
	if (!split_days(number, &days, &minutes))
		return false;
	if (kind == XLSX_DATE || days) {
		if (pmo_date_from_civil(1904, 1, 1, &epoch) != PMO_OK)
			return false;
		if (!is_1904 && pmo_date_from_civil(1899, 12, 30, &epoch) != PMO_OK)
			return false;
		if (!is_1904 && days <= LEAP_BUG)
			epoch += days < LEAP_BUG;
		pmo_date_format(epoch + days, text);
		pmo_buffer_add_text(out, text);
		if (!minutes && kind == XLSX_DATE)
			return true;
		pmo_buffer_add_char(out, ' ');
	}
	pmo_buffer_add_format(out, "%02d:%02d", minutes / 60, minutes % 60);
	return true;
}

void xlsx_add_number(struct pmo_buffer *out, const char *text, enum xlsx_kind kind, bool is_1904)
{
	struct digits number;
	if (!read_digits(text, &number) || number.exponent > POINT_MAX ||
	    number.exponent < -POINT_MAX) {
		pmo_buffer_add_text(out, text);
		return;
	}
	if ((kind == XLSX_DATE || kind == XLSX_TIME) && add_date(out, &number, kind, is_1904))
		return;
	if (kind == XLSX_PERCENT)
		number.exponent += 2;
	add_digits(out, &number);
	if (kind == XLSX_PERCENT)
		pmo_buffer_add_char(out, '%');
}

long xlsx_number_of(const char *text)
{
	long number = 0;
	if (!text || !*text)
		return -1;
	for (; *text; text++) {
		if (!pmo_ascii_is_digit(*text) || number > 100000000)
			return -1;
		number = number * 10 + (*text - '0');
	}
	return number;
}

enum xlsx_kind xlsx_builtin_kind(long id)
{
	if (id == 9 || id == 10)
		return XLSX_PERCENT;
	if (id >= 18 && id <= 21)
		return XLSX_TIME;
	/* 27 to 36 and 50 to 58 are dates of East Asia. */
	bool date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) ||
		    (id >= 50 && id <= 58);
	return date ? XLSX_DATE : id == 45 || id == 47 ? XLSX_TIME : XLSX_NUMBER;
}

/* Over what is no code: "text", \x, _x, *x, and [Red] or [$-409]; NULL at the end. */
static const char *skip_literals(const char *code)
{
	while (*code) {
		char closing = *code == '"' ? '"' : *code == '[' ? ']' : 0;
		/* [h] counts hours beyond a day: no time of a clock. */
		if (*code == '[' && strchr("hHmMsS", code[1]) && code[1])
			return code;
		if (closing) {
			const char *end = strchr(code + 1, closing);
			if (!end)
				return NULL;
			code = end + 1;
		} else if (strchr("\\_*", *code)) {
			code += code[1] ? 2 : 1;
		} else {
			return code;
		}
	}
	return NULL;
}

enum xlsx_kind xlsx_format_kind(const char *code)
{
	bool day = false, month = false, clock = false;
	for (; (code = skip_literals(code)) != NULL && *code != ';'; code++) {
		if (*code == '%')
			return XLSX_PERCENT;
		if (*code == '[')
			return XLSX_NUMBER;
		/* General, Standard: a word and no code. */
		if (pmo_ascii_to_lower(*code) == 'g' || *code == '@')
			return XLSX_NUMBER;
		/* 0.0E+0 has an E; East Asian eras begin with one, too. */
		char c = pmo_ascii_to_lower(*code);
		if (strchr("0#?", *code) && !day && !clock && !month)
			return strchr(code, '%') ? XLSX_PERCENT : XLSX_NUMBER;
		day |= c == 'd' || c == 'y';
		month |= c == 'm';
		clock |= c == 'h' || c == 's';
	}
	if (day)
		return XLSX_DATE;
	if (clock)
		return XLSX_TIME;
	return month ? XLSX_DATE : XLSX_NUMBER;
}
