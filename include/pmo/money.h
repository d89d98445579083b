/*
 * Money: a whole number of cents in the workspace's one currency, never binary floating
 * point.
 *
 * Files hold it without separators and with cents, `12500.00`; people type `$12,500`,
 * `12.5k` or, as accountants write what is taken away, `(1,260.00)`. An amount that does
 * not fit is refused, never wrapped.
 */
#ifndef PMO_MONEY_H
#define PMO_MONEY_H

#include <pmo/api.h>
#include <pmo/result.h>
#include <stddef.h>
#include <stdint.h>

enum { PMO_MONEY_SIZE = 48 }; /* as PMO_DECIMAL_SIZE */

/* An optional minus, digits, and either a point with two digits or nothing. */
PMO_API PMO_CHECKED enum pmo_result pmo_money_parse(const char *text, size_t length,
						    int64_t *cents);

/*
 * What people type: a dollar sign, commas at every third digit, one or two digits after
 * the point, a minus or parentheses, `k` for thousands and `m` for millions (with as many
 * digits after the point as still make whole cents). `12.500` and `1,25` are PMO_INVALID.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_money_input(const char *text, size_t length,
						    int64_t *cents);

/* `-12500.00`, as files hold it. */
PMO_API void pmo_money_format(int64_t cents, char out[PMO_MONEY_SIZE]);

/* `-12,500.00`, for people. */
PMO_API void pmo_money_format_grouped(int64_t cents, char out[PMO_MONEY_SIZE]);

/* The sum, or PMO_INVALID when it does not fit. */
PMO_API PMO_CHECKED enum pmo_result pmo_money_add(int64_t a, int64_t b, int64_t *sum);

/*
 * cents * part / whole to the nearest cent, a half away from zero: 45 percent of a cost is
 * its share 45, 100. PMO_INVALID when whole is 0 or the result does not fit.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_money_share(int64_t cents, int64_t part, int64_t whole,
						    int64_t *share);

#endif
