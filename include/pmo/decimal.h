/*
 * Exact decimal numbers, for measured values: units / 10^scale.
 *
 * The scale is part of the value as people wrote it (`1.10` stays `1.10`) and says
 * nothing about its size: 1.1 and 1.10 compare equal. Results that do not fit in 64 bits
 * or would need more than eighteen digits after the point are PMO_INVALID, never rounded
 * silently.
 */
#ifndef PMO_DECIMAL_H
#define PMO_DECIMAL_H

#include <pmo/api.h>
#include <pmo/result.h>
#include <stddef.h>
#include <stdint.h>

enum { PMO_DECIMAL_MAX_SCALE = 18, PMO_DECIMAL_SIZE = 48 };

struct pmo_decimal {
	int64_t units; /* never INT64_MIN */
	uint8_t scale; /* digits after the point, at most PMO_DECIMAL_MAX_SCALE */
};

/* An optional minus, digits, and optionally a point with digits after it. */
PMO_API PMO_CHECKED enum pmo_result pmo_decimal_parse(const char *text, size_t length,
						      struct pmo_decimal *decimal);

PMO_API void pmo_decimal_format(struct pmo_decimal decimal, char out[PMO_DECIMAL_SIZE]);

/* Less than, equal to or greater than 0, by value. */
PMO_API int pmo_decimal_compare(struct pmo_decimal a, struct pmo_decimal b);

/* The larger scale of the two for sums, both scales added for a product. */
PMO_API PMO_CHECKED enum pmo_result pmo_decimal_add(struct pmo_decimal a, struct pmo_decimal b,
						    struct pmo_decimal *sum);
PMO_API PMO_CHECKED enum pmo_result pmo_decimal_subtract(struct pmo_decimal a, struct pmo_decimal b,
							 struct pmo_decimal *difference);
PMO_API PMO_CHECKED enum pmo_result pmo_decimal_multiply(struct pmo_decimal a, struct pmo_decimal b,
							 struct pmo_decimal *product);

/* To so many digits after the point, a half away from zero; PMO_INVALID also for b = 0. */
PMO_API PMO_CHECKED enum pmo_result pmo_decimal_divide(struct pmo_decimal a, struct pmo_decimal b,
						       uint8_t scale, struct pmo_decimal *quotient);

/* Another scale; digits cut off are rounded, a half away from zero. */
PMO_API PMO_CHECKED enum pmo_result pmo_decimal_round(struct pmo_decimal a, uint8_t scale,
						      struct pmo_decimal *rounded);

#endif
