/*
 * Exact decimals in 64 bits. No floating point and no wider type: what could overflow
 * is asked before it happens, and division goes digit by digit on the remainder.
 */
#include <pmo/decimal.h>

#include <stdbool.h>
#include <stdio.h>

static int64_t power_of_ten(int exponent)
{
	int64_t power = 1;
	while (exponent-- > 0)
		power *= 10;
	return power;
}

static uint64_t magnitude(int64_t value)
{
	return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

/* Both scale and units as the header promises them? */
static bool is_sound(struct pmo_decimal a)
{
	return a.scale <= PMO_DECIMAL_MAX_SCALE && a.units != INT64_MIN;
}

static enum pmo_result multiply_units(int64_t a, int64_t b, int64_t *product)
{
	uint64_t x = magnitude(a), y = magnitude(b);
	if (x != 0 && y > INT64_MAX / x)
		return PMO_INVALID;
	*product = (a < 0) != (b < 0) ? -(int64_t)(x * y) : (int64_t)(x * y);
	return PMO_OK;
}

enum pmo_result pmo_decimal_parse(const char *text, size_t length, struct pmo_decimal *decimal)
{
	bool negative = length > 0 && text[0] == '-';
	bool point = false;
	int64_t units = 0;
	uint8_t scale = 0;
	size_t first = negative ? 1 : 0;
	if (first == length || text[first] == '.' || text[length - 1] == '.')
		return PMO_INVALID;
	for (size_t i = first; i < length; i++) {
		if (text[i] == '.' && !point) {
			point = true;
			continue;
		}
		int digit = text[i] - '0';
		if (digit < 0 || digit > 9 || units > (INT64_MAX - digit) / 10)
			return PMO_INVALID;
		if (point && ++scale > PMO_DECIMAL_MAX_SCALE)
			return PMO_INVALID;
		units = units * 10 + digit;
	}
	decimal->units = negative ? -units : units;
	decimal->scale = scale;
	return PMO_OK;
}

void pmo_decimal_format(struct pmo_decimal decimal, char out[PMO_DECIMAL_SIZE])
{
	const char *sign = decimal.units < 0 ? "-" : "";
	int scale = decimal.scale <= PMO_DECIMAL_MAX_SCALE ? decimal.scale : PMO_DECIMAL_MAX_SCALE;
	uint64_t units = magnitude(decimal.units), one = (uint64_t)power_of_ten(scale);
	if (scale == 0)
		snprintf(out, PMO_DECIMAL_SIZE, "%s%llu", sign, (unsigned long long)units);
	else
		snprintf(out, PMO_DECIMAL_SIZE, "%s%llu.%0*llu", sign,
			 (unsigned long long)(units / one), scale,
			 (unsigned long long)(units % one));
}

/* Whole parts first, then the rest in parts of 10^18, which always fits. */
int pmo_decimal_compare(struct pmo_decimal a, struct pmo_decimal b)
{
	if (!is_sound(a) || !is_sound(b))
		return (int)is_sound(a) - (int)is_sound(b);
	int64_t one_a = power_of_ten(a.scale), one_b = power_of_ten(b.scale);
	int64_t left = a.units / one_a, right = b.units / one_b;
	if (left == right) {
		left = a.units % one_a * power_of_ten(PMO_DECIMAL_MAX_SCALE - a.scale);
		right = b.units % one_b * power_of_ten(PMO_DECIMAL_MAX_SCALE - b.scale);
	}
	return (left > right) - (left < right);
}

enum pmo_result pmo_decimal_add(struct pmo_decimal a, struct pmo_decimal b, struct pmo_decimal *sum)
{
	int64_t left, right;
	if (!is_sound(a) || !is_sound(b))
		return PMO_INVALID;
	uint8_t scale = a.scale > b.scale ? a.scale : b.scale;
	if (multiply_units(a.units, power_of_ten(scale - a.scale), &left) != PMO_OK ||
	    multiply_units(b.units, power_of_ten(scale - b.scale), &right) != PMO_OK)
		return PMO_INVALID;
	if (right > 0 ? left > INT64_MAX - right : left < -INT64_MAX - right)
		return PMO_INVALID;
	sum->units = left + right;
	sum->scale = scale;
	return PMO_OK;
}

enum pmo_result pmo_decimal_subtract(struct pmo_decimal a, struct pmo_decimal b,
				     struct pmo_decimal *difference)
{
	if (!is_sound(b))
		return PMO_INVALID;
	b.units = -b.units;
	return pmo_decimal_add(a, b, difference);
}

enum pmo_result pmo_decimal_multiply(struct pmo_decimal a, struct pmo_decimal b,
				     struct pmo_decimal *product)
{
	int64_t units;
	if (!is_sound(a) || !is_sound(b) || a.scale + b.scale > PMO_DECIMAL_MAX_SCALE)
		return PMO_INVALID;
	enum pmo_result result = multiply_units(a.units, b.units, &units);
	if (result != PMO_OK)
		return result;
	product->units = units;
	product->scale = (uint8_t)(a.scale + b.scale);
	return PMO_OK;
}

/* The next digit of a division; ten times the remainder could be too large to hold. */
static int next_digit(uint64_t *remainder, uint64_t divisor)
{
	uint64_t rest = 0;
	int digit = 0;
	for (int i = 0; i < 10; i++) {
		if (rest >= divisor - *remainder) {
			rest -= divisor - *remainder;
			digit++;
		} else {
			rest += *remainder;
		}
	}
	*remainder = rest;
	return digit;
}

/* dividend * 10^places / divisor, a half rounded up; both at most INT64_MAX, divisor > 0. */
static enum pmo_result divide_units(uint64_t dividend, uint64_t divisor, int places,
				    uint64_t *quotient)
{
	for (; places < 0; places++) {
		if (divisor > UINT64_MAX / 10) {
			*quotient = 0; /* the divisor is more than twice the dividend */
			return PMO_OK;
		}
		divisor *= 10;
	}
	uint64_t value = dividend / divisor, remainder = dividend % divisor;
	for (; places > 0; places--) {
		uint64_t digit = (uint64_t)next_digit(&remainder, divisor);
		if (value > (INT64_MAX - digit) / 10)
			return PMO_INVALID;
		value = value * 10 + digit;
	}
	if (remainder >= divisor - remainder && ++value > INT64_MAX)
		return PMO_INVALID;
	*quotient = value;
	return PMO_OK;
}

enum pmo_result pmo_decimal_divide(struct pmo_decimal a, struct pmo_decimal b, uint8_t scale,
				   struct pmo_decimal *quotient)
{
	uint64_t units;
	if (!is_sound(a) || !is_sound(b) || b.units == 0 || scale > PMO_DECIMAL_MAX_SCALE)
		return PMO_INVALID;
	enum pmo_result result = divide_units(magnitude(a.units), magnitude(b.units),
					      scale + b.scale - a.scale, &units);
	if (result != PMO_OK)
		return result;
	quotient->units = (a.units < 0) != (b.units < 0) ? -(int64_t)units : (int64_t)units;
	quotient->scale = scale;
	return PMO_OK;
}

enum pmo_result pmo_decimal_round(struct pmo_decimal a, uint8_t scale, struct pmo_decimal *rounded)
{
	return pmo_decimal_divide(a, (struct pmo_decimal){ .units = 1, .scale = 0 }, scale,
				  rounded);
}
