/*
 * The risk matrix: open risks by probability and impact, 1 to 5 each.
 */
#ifndef MATRIX_H
#define MATRIX_H

#include "view.h"

enum { MATRIX_SIDE = 5 };

enum matrix_band { BAND_LOW, BAND_MEDIUM, BAND_HIGH, BAND_CRITICAL, BAND_COUNT };

struct matrix_options {
	bool residual;
};

struct matrix_risk {
	const struct pmo_record *record;
	bool is_opportunity;
	int probability, impact; /* 0: not rated */
	int then;                /* its score in the last report that names it; 0: none does */
	int32_t then_on;
};

struct matrix {
	struct cli *cli;
	bool residual;
	struct matrix_risk *risks;
	size_t count;
	bool has_changes; /* a report names one of them */
};

/* Looks up the scores of the reports so far. */
PMO_CHECKED enum pmo_result matrix_compare(struct matrix *matrix);

/* "up from 12", "same"; NULL: there is nothing to compare with, or no memory. */
const char *matrix_change(const struct matrix *matrix, const struct matrix_risk *risk);

/* The sum of what they are expected to cost; false: nothing is known of it. */
bool matrix_expected(const struct matrix *matrix, bool opportunities, int64_t *cents);

enum matrix_band matrix_band(int score);
const char *matrix_band_name(enum matrix_band band);

/* The risks as a table, by score; which: 0 threats, 1 opportunities, -1 both. */
PMO_CHECKED enum pmo_result matrix_fill(struct matrix *matrix, struct pmo_table *table, int which);

/* The grids and lists, for people. */
PMO_CHECKED enum pmo_result matrix_print(struct matrix *matrix);

#endif
