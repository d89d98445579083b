/*
 * Durations: one table of units serves reading and writing. Lengths are compared in
 * thousandths of a seventh of a minute, the smallest part that every unit is a whole
 * number of (seven calendar days are five working days).
 */
#include <pmo/duration.h>

#include <stdio.h>
#include <string.h>

static const char *const suffixes[] = {
	[PMO_DURATION_DAYS] = "d",  [PMO_DURATION_CALENDAR_DAYS] = "cd", [PMO_DURATION_WEEKS] = "w",
	[PMO_DURATION_HOURS] = "h", [PMO_DURATION_MINUTES] = "min",
};

static const struct {
	const char *word;
	enum pmo_duration_unit unit;
} words[] = {
	{ "d", PMO_DURATION_DAYS },
	{ "day", PMO_DURATION_DAYS },
	{ "days", PMO_DURATION_DAYS },
	{ "wd", PMO_DURATION_DAYS },
	{ "working day", PMO_DURATION_DAYS },
	{ "working days", PMO_DURATION_DAYS },
	{ "cd", PMO_DURATION_CALENDAR_DAYS },
	{ "calendar day", PMO_DURATION_CALENDAR_DAYS },
	{ "calendar days", PMO_DURATION_CALENDAR_DAYS },
	{ "w", PMO_DURATION_WEEKS },
	{ "week", PMO_DURATION_WEEKS },
	{ "weeks", PMO_DURATION_WEEKS },
	{ "h", PMO_DURATION_HOURS },
	{ "hour", PMO_DURATION_HOURS },
	{ "hours", PMO_DURATION_HOURS },
	{ "min", PMO_DURATION_MINUTES },
	{ "minute", PMO_DURATION_MINUTES },
	{ "minutes", PMO_DURATION_MINUTES },
};

static bool same_word(const char *text, size_t length, const char *word)
{
	if (strlen(word) != length)
		return false;
	for (size_t i = 0; i < length; i++) {
		char c = text[i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != word[i])
			return false;
	}
	return true;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The number at *at in thousandths; *at moves behind it. */
static enum pmo_result read_amount(const char *text, size_t length, size_t *at, int64_t *amount)
{
	size_t i = *at, first = i;
	int64_t units = 0;
	for (; i < length && is_digit(text[i]); i++) {
		units = units * 10 + (text[i] - '0');
		if (units > PMO_DURATION_MAX_UNITS)
			return PMO_INVALID;
	}
	if (i == first)
		return PMO_INVALID;
	int64_t thousandths = 0;
	if (i < length && text[i] == '.') {
		int64_t place = 100;
		size_t point = i++;
		for (; i < length && is_digit(text[i]); i++) {
			if (place == 0)
				return PMO_INVALID;
			thousandths += (text[i] - '0') * place;
			place /= 10;
		}
		if (i == point + 1)
			return PMO_INVALID;
	}
	*at = i;
	*amount = units * PMO_DURATION_THOUSANDTHS + thousandths;
	return PMO_OK;
}

/* A sign if it is allowed, and the number; *at moves behind both. */
static enum pmo_result read_signed_amount(const char *text, size_t length, bool allow_sign,
					  size_t *at, int64_t *amount)
{
	bool negative = false;
	if (allow_sign && length > 0 && (text[0] == '-' || text[0] == '+')) {
		negative = text[0] == '-';
		*at = 1;
	}
	enum pmo_result result = read_amount(text, length, at, amount);
	if (result == PMO_OK && negative)
		*amount = -*amount;
	return result;
}

enum pmo_result pmo_duration_parse(const char *text, size_t length, bool allow_sign,
				   struct pmo_duration *duration)
{
	size_t at = 0;
	int64_t amount = 0;
	enum pmo_result result = read_signed_amount(text, length, allow_sign, &at, &amount);
	if (result != PMO_OK)
		return result;
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++) {
		if (!same_word(text + at, length - at, suffixes[i]))
			continue;
		duration->amount = amount;
		duration->unit = (enum pmo_duration_unit)i;
		return PMO_OK;
	}
	return PMO_INVALID;
}

enum pmo_result pmo_duration_input(const char *text, size_t length, bool allow_sign,
				   struct pmo_duration *duration)
{
	size_t at = 0;
	int64_t amount = 0;
	while (length > 0 && text[0] == ' ') {
		text++;
		length--;
	}
	while (length > 0 && text[length - 1] == ' ')
		length--;
	enum pmo_result result = read_signed_amount(text, length, allow_sign, &at, &amount);
	if (result != PMO_OK)
		return result;
	while (at < length && text[at] == ' ')
		at++;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (!same_word(text + at, length - at, words[i].word))
			continue;
		duration->amount = amount;
		duration->unit = words[i].unit;
		return PMO_OK;
	}
	return PMO_INVALID;
}

static size_t put_digits(char *text, size_t at, uint64_t number)
{
	do
		text[--at] = (char)('0' + number % 10);
	while (number /= 10);
	return at;
}

/* Written from the right, by hand: durations are many. */
void pmo_duration_format(struct pmo_duration duration, char out[PMO_DURATION_SIZE])
{
	bool negative = duration.amount < 0;
	uint64_t amount = negative ? 0 - (uint64_t)duration.amount : (uint64_t)duration.amount;
	uint64_t fraction = amount % PMO_DURATION_THOUSANDTHS;
	char text[PMO_DURATION_SIZE];
	size_t unit = strlen(suffixes[duration.unit]) + 1, at = sizeof(text) - unit;
	memcpy(text + at, suffixes[duration.unit], unit);
	if (fraction) {
		/* 1000 in front keeps the zeros; it becomes the point. */
		fraction += PMO_DURATION_THOUSANDTHS;
		while (fraction % 10 == 0)
			fraction /= 10;
		at = put_digits(text, at, fraction);
		text[at] = '.';
	}
	at = put_digits(text, at, amount / PMO_DURATION_THOUSANDTHS);
	if (negative)
		text[--at] = '-';
	memcpy(out, text + at, sizeof(text) - at);
}

void pmo_duration_format_long(int64_t working_days, char out[PMO_DURATION_LONG_SIZE])
{
	const char *sign = working_days < 0 ? "-" : "";
	unsigned long long days = working_days < 0 ? 0 - (unsigned long long)working_days
						   : (unsigned long long)working_days;
	unsigned long long weeks = days / 5;
	const char *day_word = days == 1 ? "day" : "days";
	if (weeks == 0 || days % 5 != 0)
		snprintf(out, PMO_DURATION_LONG_SIZE, "%s%llu working %s", sign, days, day_word);
	else
		snprintf(out, PMO_DURATION_LONG_SIZE, "%s%llu %s (%llu working days)", sign, weeks,
			 weeks == 1 ? "week" : "weeks", days);
}

/* Sevenths of a minute in one unit. */
static int64_t sevenths(enum pmo_duration_unit unit, int minutes_per_day)
{
	int64_t day = minutes_per_day > 0 && minutes_per_day <= 1440 ? minutes_per_day
								     : PMO_MINUTES_PER_DAY;
	switch (unit) {
	case PMO_DURATION_CALENDAR_DAYS:
		return day * 5;
	case PMO_DURATION_WEEKS:
		return day * 35;
	case PMO_DURATION_HOURS:
		return 420;
	case PMO_DURATION_MINUTES:
		return 7;
	case PMO_DURATION_DAYS:
	default:
		return day * 7;
	}
}

/* In thousandths of a seventh of a minute, cut to what fits. */
static int64_t fine_length(struct pmo_duration duration, int minutes_per_day)
{
	int64_t factor = sevenths(duration.unit, minutes_per_day);
	if (duration.amount > INT64_MAX / factor)
		return INT64_MAX;
	if (duration.amount < -(INT64_MAX / factor))
		return -INT64_MAX;
	return duration.amount * factor;
}

int64_t pmo_duration_minutes(struct pmo_duration duration, int minutes_per_day)
{
	const int64_t minute = 7 * (int64_t)PMO_DURATION_THOUSANDTHS;
	int64_t length = fine_length(duration, minutes_per_day);
	int64_t whole = length / minute, rest = length % minute;
	if (rest >= minute / 2)
		return whole + 1;
	return rest <= -minute / 2 ? whole - 1 : whole;
}

int64_t pmo_duration_days(struct pmo_duration duration, int minutes_per_day)
{
	int64_t day = sevenths(PMO_DURATION_DAYS, minutes_per_day) * PMO_DURATION_THOUSANDTHS;
	int64_t length = fine_length(duration, minutes_per_day);
	int64_t whole = length / day, rest = length % day;
	return whole + (rest > 0) - (rest < 0);
}

int pmo_duration_compare(struct pmo_duration a, struct pmo_duration b, int minutes_per_day)
{
	int64_t left = fine_length(a, minutes_per_day), right = fine_length(b, minutes_per_day);
	return (left > right) - (left < right);
}
