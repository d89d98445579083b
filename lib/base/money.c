/* Money in cents: reading strictly (files) and as people type it, writing, and sums. */
#include <pmo/money.h>

#include <pmo/decimal.h>
#include <stdbool.h>
#include <stdio.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static enum pmo_result add_digit(int64_t *value, char digit)
{
	int d = digit - '0';
	if (*value > (INT64_MAX - d) / 10)
		return PMO_INVALID;
	*value = *value * 10 + d;
	return PMO_OK;
}

enum pmo_result pmo_money_parse(const char *text, size_t length, int64_t *cents)
{
	bool negative = length > 0 && text[0] == '-';
	size_t i = negative ? 1 : 0, first = i;
	int64_t value = 0;
	for (; i < length && is_digit(text[i]); i++)
		if (add_digit(&value, text[i]) != PMO_OK)
			return PMO_INVALID;
	if (i == first)
		return PMO_INVALID;
	char tens = '0', ones = '0';
	if (i < length) {
		if (length - i != 3 || text[i] != '.' || !is_digit(text[i + 1]) ||
		    !is_digit(text[i + 2]))
			return PMO_INVALID;
		tens = text[i + 1];
		ones = text[i + 2];
	}
	if (add_digit(&value, tens) != PMO_OK || add_digit(&value, ones) != PMO_OK)
		return PMO_INVALID;
	*cents = negative ? -value : value;
	return PMO_OK;
}

/* What is left to read of an amount that a person typed. */
struct rest {
	const char *text;
	size_t length;
};

static void trim(struct rest *rest)
{
	while (rest->length > 0 && (rest->text[0] == ' ' || rest->text[0] == '\t')) {
		rest->text++;
		rest->length--;
	}
	while (rest->length > 0 &&
	       (rest->text[rest->length - 1] == ' ' || rest->text[rest->length - 1] == '\t'))
		rest->length--;
}

static bool take(struct rest *rest, char c)
{
	if (rest->length == 0 || rest->text[0] != c)
		return false;
	rest->text++;
	rest->length--;
	return true;
}

/* Takes the sign off both ends: `-`, or the accountant's parentheses, not both. */
static enum pmo_result take_sign(struct rest *rest, bool *negative)
{
	trim(rest);
	*negative = false;
	if (take(rest, '(')) {
		if (rest->length == 0 || rest->text[rest->length - 1] != ')')
			return PMO_INVALID;
		rest->length--;
		*negative = true;
		trim(rest);
		(void)take(rest, '$');
	} else if (take(rest, '-')) {
		*negative = true;
		(void)take(rest, '$');
	} else if (take(rest, '$')) {
		*negative = take(rest, '-');
	}
	return PMO_OK;
}

/* Takes a last `k` or `m` off and says how many places it moves the point. */
static int take_magnitude(struct rest *rest)
{
	char last = rest->length > 0 ? rest->text[rest->length - 1] : '\0';
	int places = last == 'k' || last == 'K' ? 3 : last == 'm' || last == 'M' ? 6 : 0;
	if (places)
		rest->length--;
	return places;
}

/* The digits before the point; commas are at every third digit or nowhere. */
static enum pmo_result take_whole(struct rest *rest, int64_t *value)
{
	size_t group = 0;
	bool grouped = false;
	for (; rest->length > 0; rest->text++, rest->length--) {
		char c = rest->text[0];
		if (c == ',') {
			if (group == 0 || group > 3 || (grouped && group != 3))
				return PMO_INVALID;
			grouped = true;
			group = 0;
			continue;
		}
		if (!is_digit(c))
			break;
		if (add_digit(value, c) != PMO_OK)
			return PMO_INVALID;
		group++;
	}
	return group == 0 || (grouped && group != 3) ? PMO_INVALID : PMO_OK;
}

enum pmo_result pmo_money_input(const char *text, size_t length, int64_t *cents)
{
	struct rest rest = { text, length };
	bool negative;
	int64_t value = 0;
	if (take_sign(&rest, &negative) != PMO_OK)
		return PMO_INVALID;
	int places = take_magnitude(&rest) + 2;
	if (take_whole(&rest, &value) != PMO_OK)
		return PMO_INVALID;
	if (rest.length > 0 && (!take(&rest, '.') || rest.length == 0))
		return PMO_INVALID;
	for (; rest.length > 0; rest.text++, rest.length--, places--)
		if (places == 0 || !is_digit(rest.text[0]) ||
		    add_digit(&value, rest.text[0]) != PMO_OK)
			return PMO_INVALID;
	for (; places > 0; places--)
		if (add_digit(&value, '0') != PMO_OK)
			return PMO_INVALID;
	*cents = negative ? -value : value;
	return PMO_OK;
}

void pmo_money_format(int64_t cents, char out[PMO_MONEY_SIZE])
{
	pmo_decimal_format((struct pmo_decimal){ .units = cents, .scale = 2 }, out);
}

void pmo_money_format_grouped(int64_t cents, char out[PMO_MONEY_SIZE])
{
	char plain[PMO_MONEY_SIZE];
	size_t length = 0, at = 0;
	pmo_money_format(cents, plain);
	while (plain[length] != '.')
		length++;
	for (size_t i = 0; plain[i]; i++) {
		bool inside = i > 0 && i < length && plain[i - 1] != '-';
		if (inside && (length - i) % 3 == 0)
			out[at++] = ',';
		out[at++] = plain[i];
	}
	out[at] = '\0';
}

enum pmo_result pmo_money_add(int64_t a, int64_t b, int64_t *sum)
{
	struct pmo_decimal total;
	enum pmo_result result = pmo_decimal_add((struct pmo_decimal){ .units = a },
						 (struct pmo_decimal){ .units = b }, &total);
	if (result == PMO_OK)
		*sum = total.units;
	return result;
}

enum pmo_result pmo_money_share(int64_t cents, int64_t part, int64_t whole, int64_t *share)
{
	struct pmo_decimal value = { .units = cents };
	enum pmo_result result =
		pmo_decimal_multiply(value, (struct pmo_decimal){ .units = part }, &value);
	if (result == PMO_OK)
		result = pmo_decimal_divide(value, (struct pmo_decimal){ .units = whole }, 0,
					    &value);
	if (result == PMO_OK)
		*share = value.units;
	return result;
}
