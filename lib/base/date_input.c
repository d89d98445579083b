/*
 * Dates as people type them.
 *
 * One scanner serves the whole text and the start of a line. It tries what can begin
 * with the first byte; every form moves the cursor behind what it took or leaves it
 * where it was, and a date counts only where a word could end.
 */
#include <pmo/date.h>

#include <pmo/calendar.h>
#include <string.h>

struct cursor {
	const struct pmo_date_context *context;
	const char *text;
	size_t length, at;
};

enum { FIRST_TYPED_YEAR = 1900, LAST_TYPED_YEAR = 2199 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char peek(const struct cursor *cursor, size_t ahead)
{
	size_t at = cursor->at + ahead;
	return at < cursor->length ? cursor->text[at] : '\0';
}

/* Could a word end here? `12/1.5`, `2026-12-01T14:00` and `Dec 12:30` are no dates. */
static bool is_boundary(const struct cursor *cursor)
{
	char c = peek(cursor, 0);
	if (cursor->at >= cursor->length)
		return true;
	if (is_digit(c) || is_letter(c) || c == '\0' || (unsigned char)c >= 0x80)
		return false;
	if (strchr("_/+-", c))
		return false;
	bool after_digit = cursor->at > 0 && is_digit(cursor->text[cursor->at - 1]);
	return !((c == '.' || c == ':') && after_digit && is_digit(peek(cursor, 1)));
}

/* A number of at most `most` digits; its count of digits, 0 for none or too many. */
static size_t take_number(struct cursor *cursor, size_t most, int *value)
{
	size_t digits = 0;
	*value = 0;
	for (; is_digit(peek(cursor, digits)); digits++) {
		if (digits == most)
			return 0;
		*value = *value * 10 + (peek(cursor, digits) - '0');
	}
	cursor->at += digits;
	return digits;
}

static size_t skip_blanks(struct cursor *cursor)
{
	size_t start = cursor->at;
	while (peek(cursor, 0) == ' ' || peek(cursor, 0) == '\t')
		cursor->at++;
	return cursor->at - start;
}

enum { WORD_SIZE = 12 };

/* The letters here in lower case; their number, 0 for none or for a very long word. */
static size_t take_word(struct cursor *cursor, char word[WORD_SIZE])
{
	size_t length = 0;
	for (; is_letter(peek(cursor, length)); length++) {
		if (length == WORD_SIZE - 1)
			return 0;
		word[length] = (char)(peek(cursor, length) | 0x20);
	}
	word[length] = '\0';
	cursor->at += length;
	return length;
}

/* The place in a list of the name that begins with the word, which has three letters or more. */
static int find_name(const char *const names[], int count, const char *word, size_t length)
{
	if (length < 3)
		return -1;
	for (int i = 0; i < count; i++)
		if (strncmp(names[i], word, length) == 0)
			return i;
	return -1;
}

/* 1 for `jan` or `January`, 0 when the word is no month. */
static int month_of(const char *word, size_t length)
{
	static const char *const months[] = {
		"january", "february", "march",     "april",   "may",      "june",
		"july",    "august",   "september", "october", "november", "december",
	};
	return find_name(months, 12, word, length) + 1;
}

/* 0 for `mon`, -1 when the word is no day of the week. */
static int weekday_of(const char *word, size_t length)
{
	static const char *const days[] = { "monday", "tuesday",  "wednesday", "thursday",
					    "friday", "saturday", "sunday" };
	return find_name(days, 7, word, length);
}

/* Day and month as typed; year 0 where none was. */
struct typed {
	int year, month, day;
};

/*
 * The date that was meant. Without a year it is the next such date, today included,
 * however far a Feb 29 is; a weekday said in front (-1: none) must agree, and makes
 * this year's date acceptable where the next one disagrees.
 */
static int32_t resolve(const struct cursor *cursor, struct typed typed, int weekday)
{
	int32_t today = cursor->context->today, date = PMO_DATE_NONE;
	int year, month, day;
	if (typed.year) {
		if (pmo_date_from_civil(typed.year, typed.month, typed.day, &date) != PMO_OK)
			return PMO_DATE_NONE;
		return weekday < 0 || pmo_date_weekday(date) == weekday ? date : PMO_DATE_NONE;
	}
	if (!pmo_date_is_valid(today))
		return PMO_DATE_NONE;
	pmo_date_to_civil(today, &year, &month, &day);
	for (int i = 0; i <= 8; i++) {
		if (pmo_date_from_civil(year + i, typed.month, typed.day, &date) != PMO_OK ||
		    date < today)
			continue;
		if (weekday < 0 || pmo_date_weekday(date) == weekday)
			return date;
		break;
	}
	if (weekday >= 0 && pmo_date_from_civil(year, typed.month, typed.day, &date) == PMO_OK &&
	    pmo_date_weekday(date) == weekday)
		return date;
	return PMO_DATE_NONE;
}

static bool is_typed_year(int year)
{
	return year >= FIRST_TYPED_YEAR && year <= LAST_TYPED_YEAR;
}

/* A year of four digits behind blanks or a comma, if one is there; else nothing is taken. */
static void take_year_behind(struct cursor *cursor, int *year)
{
	struct cursor ahead = *cursor;
	int value;
	*year = 0;
	if (peek(&ahead, 0) == ',')
		ahead.at++;
	if (skip_blanks(&ahead) == 0 || take_number(&ahead, 4, &value) != 4)
		return;
	if (!is_typed_year(value) || !is_boundary(&ahead))
		return;
	*year = value;
	*cursor = ahead;
}

/* `2026-12-01`, `2026/12/1`: the first number was taken. */
static bool take_iso(struct cursor *cursor, int year, struct typed *typed)
{
	char separator = peek(cursor, 0);
	if (year == 0 || (separator != '-' && separator != '/'))
		return false;
	cursor->at++;
	typed->year = year;
	if (!take_number(cursor, 2, &typed->month) || peek(cursor, 0) != separator)
		return false;
	cursor->at++;
	return take_number(cursor, 2, &typed->day) > 0;
}

/* `12/1`, `12/1/26`, `12/01/2026`: the first number was taken. */
static bool take_us(struct cursor *cursor, int month, struct typed *typed)
{
	cursor->at++;
	typed->month = month;
	typed->year = 0;
	if (!take_number(cursor, 2, &typed->day))
		return false;
	if (peek(cursor, 0) != '/')
		return true;
	cursor->at++;
	size_t digits = take_number(cursor, 4, &typed->year);
	if (digits == 2)
		typed->year += 2000;
	return (digits == 2 || digits == 4) && is_typed_year(typed->year);
}

/* `st` behind 1 and 21, `th` behind most: what belongs behind the number, if it is there. */
static void take_ordinal(struct cursor *cursor, int number)
{
	static const char *const ends[] = { "th", "st", "nd", "rd" };
	struct cursor ahead = *cursor;
	char word[WORD_SIZE];
	int last = number / 10 % 10 == 1 ? 0 : number % 10;
	if (take_word(&ahead, word) == 2 && strcmp(word, ends[last < 4 ? last : 0]) == 0)
		*cursor = ahead;
}

/* `1 Dec`, `1st of Dec`, `1 Dec 2026`: the first number was taken. */
static bool take_day_first(struct cursor *cursor, int day, struct typed *typed)
{
	char word[WORD_SIZE];
	take_ordinal(cursor, day);
	if (skip_blanks(cursor) == 0)
		return false;
	size_t length = take_word(cursor, word);
	if (strcmp(word, "of") == 0 && skip_blanks(cursor))
		length = take_word(cursor, word);
	typed->day = day;
	typed->month = month_of(word, length);
	if (typed->month == 0)
		return false;
	take_year_behind(cursor, &typed->year);
	return true;
}

/* `Dec 1`, `Dec 1st`, `Dec 1 2026`, `Dec 1, 2026`. */
static bool take_month_first(struct cursor *cursor, struct typed *typed)
{
	char word[WORD_SIZE];
	size_t length = take_word(cursor, word);
	typed->month = month_of(word, length);
	if (typed->month == 0 || skip_blanks(cursor) == 0)
		return false;
	if (!take_number(cursor, 2, &typed->day))
		return false;
	take_ordinal(cursor, typed->day);
	take_year_behind(cursor, &typed->year);
	return true;
}

/* A date with a day and a month in it. */
static bool take_typed(struct cursor *cursor, struct typed *typed)
{
	if (!is_digit(peek(cursor, 0)))
		return take_month_first(cursor, typed);
	int number;
	size_t digits = take_number(cursor, 4, &number);
	if (digits == 4)
		return take_iso(cursor, number, typed);
	if (digits != 1 && digits != 2)
		return false;
	return peek(cursor, 0) == '/' ? take_us(cursor, number, typed)
				      : take_day_first(cursor, number, typed);
}

enum span { SPAN_NONE, SPAN_WORKING, SPAN_CALENDAR, SPAN_WEEKS, SPAN_MONTHS, SPAN_YEARS };

/* So many of them from today on; PMO_DATE_NONE: out of the years. */
static int32_t span_from_today(const struct cursor *cursor, int amount, enum span span)
{
	int32_t today = cursor->context->today;
	switch (span) {
	case SPAN_WORKING:
		return pmo_calendar_add_days(cursor->context->calendar, today, amount);
	case SPAN_CALENDAR:
		return pmo_date_add_days(today, amount);
	case SPAN_WEEKS:
		return pmo_date_add_days(today, (int64_t)amount * 7);
	case SPAN_MONTHS:
		return pmo_date_add_months(today, amount);
	case SPAN_YEARS:
		return pmo_date_add_months(today, (int64_t)amount * 12);
	case SPAN_NONE:
		break;
	}
	return PMO_DATE_NONE;
}

struct named_span {
	const char *word;
	enum span span;
};

static enum span find_span(const struct named_span *names, const char *word)
{
	for (; names->word; names++)
		if (strcmp(names->word, word) == 0)
			return names->span;
	return SPAN_NONE;
}

/* `+5d`, `-3cd`, `+2w`, `+3m`, `+1y`, from today. */
static int32_t take_offset(struct cursor *cursor)
{
	static const struct named_span names[] = { { "d", SPAN_WORKING }, { "cd", SPAN_CALENDAR },
						   { "w", SPAN_WEEKS },   { "m", SPAN_MONTHS },
						   { "y", SPAN_YEARS },   { NULL, SPAN_NONE } };
	char unit[WORD_SIZE];
	int amount, sign = peek(cursor, 0) == '-' ? -1 : 1;
	cursor->at++;
	if (!take_number(cursor, 6, &amount) || !take_word(cursor, unit))
		return PMO_DATE_NONE;
	return span_from_today(cursor, amount * sign, find_span(names, unit));
}

/* A word behind blanks; false, and nothing taken, when there is none. */
static bool take_next_word(struct cursor *cursor, char word[WORD_SIZE])
{
	struct cursor ahead = *cursor;
	if (skip_blanks(&ahead) == 0 || !take_word(&ahead, word))
		return false;
	*cursor = ahead;
	return true;
}

/* ` days`, ` working days`, ` weeks` behind a number. */
static enum span take_span(struct cursor *cursor)
{
	static const struct named_span names[] = {
		{ "day", SPAN_WORKING }, { "days", SPAN_WORKING }, { "week", SPAN_WEEKS },
		{ "weeks", SPAN_WEEKS }, { "month", SPAN_MONTHS }, { "months", SPAN_MONTHS },
		{ "year", SPAN_YEARS },  { "years", SPAN_YEARS },  { NULL, SPAN_NONE },
	};
	char word[WORD_SIZE];
	if (!take_next_word(cursor, word))
		return SPAN_NONE;
	bool calendar = strcmp(word, "calendar") == 0;
	if (!calendar && strcmp(word, "working") != 0 && strcmp(word, "business") != 0)
		return find_span(names, word);
	if (!take_next_word(cursor, word) || find_span(names, word) != SPAN_WORKING)
		return SPAN_NONE;
	return calendar ? SPAN_CALENDAR : SPAN_WORKING;
}

/* `2`, `two`, `a`; -1: it is none. */
static int take_amount(struct cursor *cursor)
{
	static const char *const words[] = {
		"one",   "two",   "three", "four", "five",   "six",
		"seven", "eight", "nine",  "ten",  "eleven", "twelve"
	};
	char word[WORD_SIZE];
	int amount;
	if (take_number(cursor, 6, &amount))
		return amount;
	if (!take_word(cursor, word))
		return -1;
	for (int i = 0; i < 12; i++)
		if (strcmp(words[i], word) == 0)
			return i + 1;
	return strcmp(word, "a") == 0 || strcmp(word, "an") == 0 ? 1 : -1;
}

/* `in 2 weeks`, `in two weeks`, `in a month`; behind `in`. */
static int32_t take_in(struct cursor *cursor)
{
	int amount = skip_blanks(cursor) ? take_amount(cursor) : -1;
	return amount >= 0 ? span_from_today(cursor, amount, take_span(cursor)) : PMO_DATE_NONE;
}

/* `2 weeks ago`, `3 days from now`; PMO_DATE_NONE, and nothing taken, where it is none. */
static int32_t take_ago(struct cursor *cursor)
{
	struct cursor ahead = *cursor;
	char word[WORD_SIZE];
	int amount = take_amount(&ahead);
	if (amount < 0)
		return PMO_DATE_NONE;
	enum span span = take_span(&ahead);
	if (span == SPAN_NONE || !take_next_word(&ahead, word))
		return PMO_DATE_NONE;
	bool ago = strcmp(word, "ago") == 0;
	if (!ago && (strcmp(word, "from") != 0 || !take_next_word(&ahead, word) ||
		     (strcmp(word, "now") != 0 && strcmp(word, "today") != 0)))
		return PMO_DATE_NONE;
	*cursor = ahead;
	return span_from_today(cursor, ago ? -amount : amount, span);
}

/* The next such day of the week on or after a date. */
static int32_t weekday_from(int32_t date, int weekday)
{
	return pmo_date_add_days(date, (weekday - pmo_date_weekday(date) + 7) % 7);
}

/* A word that is a date by itself. */
static int32_t named_day(const struct cursor *cursor, const char *word)
{
	int32_t today = cursor->context->today;
	if (strcmp(word, "today") == 0)
		return pmo_date_is_valid(today) ? today : PMO_DATE_NONE;
	if (strcmp(word, "tomorrow") == 0)
		return pmo_date_add_days(today, 1);
	if (strcmp(word, "yesterday") == 0)
		return pmo_date_add_days(today, -1);
	if (strcmp(word, "eow") == 0)
		return weekday_from(today, 4);
	if (strcmp(word, "eom") == 0)
		return pmo_date_month_end(today);
	if (strcmp(word, "eoq") == 0)
		return pmo_date_quarter_end(today);
	if (strcmp(word, "eoy") == 0)
		return pmo_date_year_end(today);
	return PMO_DATE_NONE;
}

/* `fri` alone, or in front of a date that it has to agree with. */
static int32_t take_weekday(struct cursor *cursor, int weekday)
{
	struct cursor ahead = *cursor;
	struct typed typed;
	if (peek(&ahead, 0) == ',')
		ahead.at++;
	if (skip_blanks(&ahead) > 0 && take_typed(&ahead, &typed) && is_boundary(&ahead)) {
		*cursor = ahead;
		return resolve(cursor, typed, weekday);
	}
	return weekday_from(pmo_date_add_days(cursor->context->today, 1), weekday);
}

/* `end of month`, `end of the week`; behind `end`. */
static int32_t take_end(struct cursor *cursor)
{
	static const char *const names[][2] = {
		{ "week", "eow" }, { "month", "eom" }, { "quarter", "eoq" }, { "year", "eoy" }
	};
	char word[WORD_SIZE];
	if (!take_next_word(cursor, word) || strcmp(word, "of") != 0 ||
	    !take_next_word(cursor, word))
		return PMO_DATE_NONE;
	if ((strcmp(word, "the") == 0 || strcmp(word, "this") == 0) &&
	    !take_next_word(cursor, word))
		return PMO_DATE_NONE;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(names[i][0], word) == 0)
			return named_day(cursor, names[i][1]);
	return PMO_DATE_NONE;
}

/*
 * `next fri` is the Friday of the next week, `this fri` of this one, which must be to come;
 * `last fri` the latest one before today. Weeks begin on Monday. `next Dec 4` is Dec 4, and
 * `next month` the day that is a month from today.
 */
static int32_t take_which(struct cursor *cursor, char which)
{
	struct cursor ahead = *cursor;
	struct typed typed;
	char word[WORD_SIZE];
	int32_t today = cursor->context->today;
	int weekday = take_next_word(&ahead, word) ? weekday_of(word, strlen(word)) : -1;
	if (!pmo_date_is_valid(today))
		return PMO_DATE_NONE;
	if (weekday < 0) {
		struct cursor behind = *cursor;
		enum span span = which == 'n' ? take_span(&behind) : SPAN_NONE;
		if (span == SPAN_WEEKS || span == SPAN_MONTHS || span == SPAN_YEARS) {
			*cursor = behind;
			return span_from_today(cursor, 1, span);
		}
		skip_blanks(cursor);
		return which == 'n' && take_typed(cursor, &typed) ? resolve(cursor, typed, -1)
								  : PMO_DATE_NONE;
	}
	*cursor = ahead;
	int32_t monday = pmo_date_add_days(today, -pmo_date_weekday(today));
	int32_t date = pmo_date_add_days(monday, weekday);
	if (which == 'n')
		return pmo_date_add_days(date, 7);
	if (which == 'l')
		return date < today ? date : pmo_date_add_days(date, -7);
	return date >= today ? date : PMO_DATE_NONE;
}

/* What begins with a word that is no day and no month: `next fri`, `in 2 weeks`. */
static int32_t take_phrase(struct cursor *cursor, const char *word)
{
	if (strcmp(word, "in") == 0)
		return take_in(cursor);
	if (strcmp(word, "end") == 0)
		return take_end(cursor);
	if (strcmp(word, "next") == 0 || strcmp(word, "last") == 0 || strcmp(word, "this") == 0)
		return take_which(cursor, *word);
	return PMO_DATE_NONE;
}

static int32_t take_date(struct cursor *cursor)
{
	struct cursor ahead = *cursor;
	struct typed typed;
	char word[WORD_SIZE], first = peek(cursor, 0);
	if (first == '+' || first == '-')
		return take_offset(cursor);
	if (is_letter(first)) {
		size_t length = take_word(&ahead, word);
		int weekday = weekday_of(word, length);
		int32_t date = weekday < 0 ? named_day(cursor, word) : PMO_DATE_NONE;
		if (weekday >= 0 || date != PMO_DATE_NONE) {
			*cursor = ahead;
			return weekday >= 0 ? take_weekday(cursor, weekday) : date;
		}
		date = take_phrase(&ahead, word);
		if (date != PMO_DATE_NONE) {
			*cursor = ahead;
			return date;
		}
	}
	int32_t relative = take_ago(cursor);
	if (relative != PMO_DATE_NONE)
		return relative;
	return take_typed(cursor, &typed) ? resolve(cursor, typed, -1) : PMO_DATE_NONE;
}

size_t pmo_date_scan(const struct pmo_date_context *context, const char *text, size_t length,
		     int32_t *date)
{
	struct cursor cursor = { .context = context, .text = text, .length = length };
	int32_t found = take_date(&cursor);
	if (found == PMO_DATE_NONE || !is_boundary(&cursor))
		return 0;
	*date = found;
	return cursor.at;
}

enum pmo_result pmo_date_input(const struct pmo_date_context *context, const char *text,
			       size_t length, int32_t *date)
{
	int32_t found;
	while (length > 0 && (text[0] == ' ' || text[0] == '\t')) {
		text++;
		length--;
	}
	while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
		length--;
	if (length == 0 || pmo_date_scan(context, text, length, &found) != length)
		return PMO_INVALID;
	*date = found;
	return PMO_OK;
}

/* `11-30`, `1.12.`, `1.12.2026`: which of them is the month? */
static bool has_two_meanings(const char *text)
{
	struct cursor cursor = { .text = text, .length = strlen(text) };
	int number;
	skip_blanks(&cursor);
	if (!take_number(&cursor, 2, &number))
		return false;
	char separator = peek(&cursor, 0);
	cursor.at++;
	return (separator == '-' || separator == '.') && take_number(&cursor, 2, &number) &&
	       (!peek(&cursor, 0) || peek(&cursor, 0) == separator);
}

const char *pmo_date_input_hint(const char *text)
{
	return has_two_meanings(text) ? "is the month first, or the day? Say 11/30, Nov 30 or "
					"30 Nov; `pmo help dates` shows all"
				      : "`pmo help dates` shows them all";
}
