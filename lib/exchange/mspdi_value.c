/* Single values of an MSPDI file: numbers, moments, spans of time. */
#include "exchange/mspdi.h"

#include <pmo/date.h>
#include <pmo/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MINUTES_A_DAY = 24 * 60 };

static const int64_t span_max = INT64_C(1) << 40; /* seconds; 34 thousand years */

int64_t mspdi_number(const struct mspdi_element *parent, const char *name, int64_t fallback)
{
	const char *text = mspdi_text(parent, name);
	int64_t value = 0;
	if (!text)
		return fallback;
	while (pmo_ascii_is_space(*text))
		text++;
	bool minus = *text == '-';
	text += minus || *text == '+';
	if (!pmo_ascii_is_digit(*text))
		return fallback;
	for (; pmo_ascii_is_digit(*text); text++) {
		if (value > span_max)
			return fallback;
		value = value * 10 + (*text - '0');
	}
	return minus ? -value : value;
}

bool mspdi_flag(const struct mspdi_element *parent, const char *name)
{
	const char *text = mspdi_text(parent, name);
	return text && (strcmp(text, "1") == 0 || strcmp(text, "true") == 0);
}

static bool read_two(const char **text, char before, int most, int *value)
{
	const char *c = *text;
	if (*c != before || !pmo_ascii_is_digit(c[1]) || !pmo_ascii_is_digit(c[2]))
		return false;
	*value = (c[1] - '0') * 10 + (c[2] - '0');
	*text = c + 3;
	return *value <= most;
}

bool mspdi_read_time(const char *text, int64_t *minutes)
{
	int32_t date;
	int hour = 0, minute = 0;
	while (pmo_ascii_is_space(*text))
		text++;
	if (strnlen(text, 10) < 10 || pmo_date_parse(text, 10, &date) != PMO_OK)
		return false;
	text += 10;
	/* Seconds, their parts and a zone are passed over: plans are counted in minutes. */
	if (*text == 'T' &&
	    (!read_two(&text, 'T', 24, &hour) || !read_two(&text, ':', 59, &minute)))
		return false;
	*minutes = (int64_t)date * MINUTES_A_DAY + hour * 60 + minute;
	return true;
}

int64_t mspdi_time(const struct mspdi_element *parent, const char *name)
{
	const char *text = mspdi_text(parent, name);
	int64_t minutes;
	return text && mspdi_read_time(text, &minutes) ? minutes : MSPDI_NO_TIME;
}

static int64_t seconds_of(char unit, bool is_time)
{
	switch (unit) {
	case 'D':
		return 86400;
	case 'H':
		return 3600;
	case 'M':
		return is_time ? 60 : 0;
	case 'S':
		return 1;
	default:
		return 0;
	}
}

/* PT8H0M0S, P1DT2H, -PT4H, PT0.5H. */
bool mspdi_read_span(const char *text, int64_t *seconds)
{
	int64_t sum = 0;
	bool is_time = false, any = false;
	while (pmo_ascii_is_space(*text))
		text++;
	bool minus = *text == '-';
	text += minus;
	if (*text++ != 'P')
		return false;
	while (*text && !pmo_ascii_is_space(*text)) {
		int64_t whole = 0, part = 0, scale = 1;
		if (*text == 'T' && !is_time) {
			is_time = true;
			text++;
			continue;
		}
		if (!pmo_ascii_is_digit(*text))
			return false;
		for (; pmo_ascii_is_digit(*text) && whole < span_max; text++)
			whole = whole * 10 + (*text - '0');
		if (*text == '.')
			for (text++; pmo_ascii_is_digit(*text); text++)
				if (scale < 1000000) {
					part = part * 10 + (*text - '0');
					scale *= 10;
				}
		int64_t unit = seconds_of(*text, is_time);
		if (!unit || whole > span_max / unit)
			return false;
		sum += whole * unit + (part * unit + scale / 2) / scale;
		if (sum > span_max)
			return false;
		any = true;
		text++;
	}
	*seconds = minus ? -sum : sum;
	return any;
}

int64_t mspdi_span(const struct mspdi_element *parent, const char *name)
{
	const char *text = mspdi_text(parent, name);
	int64_t seconds;
	return text && mspdi_read_span(text, &seconds) ? seconds : MSPDI_NO_TIME;
}

void mspdi_format_time(int64_t minutes, char out[MSPDI_TEXT_SIZE])
{
	char date[PMO_DATE_SIZE];
	int64_t day = minutes / MINUTES_A_DAY, rest = minutes % MINUTES_A_DAY;
	if (rest < 0) {
		rest += MINUTES_A_DAY;
		day--;
	}
	pmo_date_format((int32_t)day, date);
	snprintf(out, MSPDI_TEXT_SIZE, "%sT%02d:%02d:00", date, (int)(rest / 60), (int)(rest % 60));
}

void mspdi_format_span(int64_t seconds, char out[MSPDI_TEXT_SIZE])
{
	const char *sign = seconds < 0 ? "-" : "";
	int64_t length = seconds < 0 ? -seconds : seconds;
	snprintf(out, MSPDI_TEXT_SIZE, "%sPT%lldH%dM%dS", sign, (long long)(length / 3600),
		 (int)(length / 60 % 60), (int)(length % 60));
}

int32_t mspdi_date(int64_t minutes)
{
	if (minutes == MSPDI_NO_TIME)
		return PMO_DATE_NONE;
	int64_t day = minutes / MINUTES_A_DAY - (minutes % MINUTES_A_DAY < 0);
	return pmo_date_is_valid((int32_t)day) ? (int32_t)day : PMO_DATE_NONE;
}

int mspdi_format(const struct pmo_mspdi *plan, int format)
{
	if (format >= 35 && format <= 53)
		format -= 32;
	if (format == 21)
		format = plan->duration_format;
	return format >= 3 && format <= 20 ? format : 7;
}

bool mspdi_format_is_elapsed(int format)
{
	return format == 4 || format == 6 || format == 8 || format == 10 || format == 12 ||
	       format == 20;
}

bool mspdi_is_elapsed(const struct pmo_mspdi *plan, const struct mspdi_task *task)
{
	return mspdi_format_is_elapsed(mspdi_format(plan, task->duration_format));
}
