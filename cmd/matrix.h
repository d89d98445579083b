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
};

struct matrix {
	struct cli *cli;
	bool residual;
	struct matrix_risk *risks;
	size_t count;
};

enum matrix_band matrix_band(int score);
const char *matrix_band_name(enum matrix_band band);

/* The risks as a table, by score; which: 0 threats, 1 opportunities, -1 both. */
PMO_CHECKED enum pmo_result matrix_fill(struct matrix *matrix, struct pmo_table *table, int which);

/* The grids and lists, for people. */
PMO_CHECKED enum pmo_result matrix_print(struct matrix *matrix);

#endif
