/*
 * The matrix as a grid of characters. Cells are as wide as five of them may be; what does
 * not fit in three lines is counted.
 */
#include "matrix.h"

#include <pmo/text.h>

#include <string.h>

enum { MARGIN = 3, CELL_LEAST = 9, CELL_MOST = 24, LINES_MOST = 3 };

struct grid {
	struct matrix *matrix;
	int which;    /* 0 threats, 1 opportunities */
	size_t inner; /* cells between two bars */
};

static bool is_in(const struct grid *grid, const struct matrix_risk *risk, int probability,
		  int impact)
{
	return risk->is_opportunity == grid->which && risk->probability == probability &&
	       risk->impact == impact;
}

static size_t count_in(const struct grid *grid, int probability, int impact)
{
	size_t count = 0;
	for (size_t i = 0; i < grid->matrix->count; i++)
		count += is_in(grid, &grid->matrix->risks[i], probability, impact);
	return count;
}

/* How many ids stand on one line of a cell, behind the letter. */
static size_t ids_a_line(const struct grid *grid)
{
	size_t widest = 7;
	for (size_t i = 0; i < grid->matrix->count; i++) {
		size_t width = pmo_text_width(grid->matrix->risks[i].record->id);
		if (width > widest)
			widest = width;
	}
	size_t count = (grid->inner - 2 + 1) / (widest + 1);
	return count ? count : 1;
}

static size_t lines_of(const struct grid *grid, int probability)
{
	size_t most = 1;
	for (int impact = 1; impact <= MATRIX_SIDE; impact++) {
		size_t each = ids_a_line(grid);
		size_t lines = (count_in(grid, probability, impact) + each - 1) / each;
		if (lines > most)
			most = lines;
	}
	return most < LINES_MOST ? most : LINES_MOST;
}

static void add_rule(const struct grid *grid, struct pmo_buffer *out)
{
	pmo_buffer_add_repeat(out, ' ', MARGIN);
	for (int i = 0; i < MATRIX_SIDE; i++) {
		pmo_buffer_add_char(out, '+');
		pmo_buffer_add_repeat(out, '-', grid->inner);
	}
	pmo_buffer_add_text(out, "+\n");
}

/* The ids of one line of a cell; on the last line what is left over is counted. */
static void add_ids(const struct grid *grid, const int at[2], size_t line, struct pmo_buffer *out)
{
	size_t each = ids_a_line(grid), total = count_in(grid, at[0], at[1]), index = 0;
	size_t room = each * LINES_MOST, shown = total > room ? room - 1 : total;
	for (size_t i = 0; i < grid->matrix->count; i++) {
		const struct matrix_risk *risk = &grid->matrix->risks[i];
		if (!is_in(grid, risk, at[0], at[1]))
			continue;
		if (index >= line * each && index < (line + 1) * each && index < shown)
			pmo_buffer_add_format(out, " %s", risk->record->id);
		index++;
	}
	if (total > room && line == LINES_MOST - 1)
		pmo_buffer_add_format(out, " +%zu", total - shown);
}

static void add_cell(const struct grid *grid, const int at[2], size_t line, struct pmo_buffer *out)
{
	static const char letters[] = "LMHC";
	struct pmo_buffer text;
	pmo_buffer_init(&text, 4096);
	pmo_buffer_add_char(&text, line ? ' ' : letters[matrix_band(at[0] * at[1])]);
	add_ids(grid, at, line, &text);
	size_t width = pmo_text_width(text.data);
	pmo_buffer_add_char(out, '|');
	pmo_buffer_add(out, text.data, pmo_text_fit(text.data, text.length, grid->inner));
	pmo_buffer_add_repeat(out, ' ', width < grid->inner ? grid->inner - width : 0);
	pmo_buffer_release(&text);
}

static void add_grid(const struct grid *grid, struct pmo_buffer *out)
{
	for (int probability = MATRIX_SIDE; probability >= 1; probability--) {
		add_rule(grid, out);
		size_t lines = lines_of(grid, probability);
		for (size_t line = 0; line < lines; line++) {
			if (line)
				pmo_buffer_add_repeat(out, ' ', MARGIN);
			else
				pmo_buffer_add_format(out, "P%d ", probability);
			for (int impact = 1; impact <= MATRIX_SIDE; impact++)
				add_cell(grid, (const int[2]){ probability, impact }, line, out);
			pmo_buffer_add_text(out, "|\n");
		}
	}
	add_rule(grid, out);
	pmo_buffer_add_repeat(out, ' ', MARGIN);
	for (int impact = 1; impact <= MATRIX_SIDE; impact++) {
		pmo_buffer_add_format(out, " I%d", impact);
		if (impact < MATRIX_SIDE)
			pmo_buffer_add_repeat(out, ' ', grid->inner - 2);
	}
	pmo_buffer_add_text(out, "\n");
}

static void add_totals(const struct grid *grid, struct pmo_buffer *out)
{
	size_t totals[BAND_COUNT] = { 0 }, unrated = 0;
	for (size_t i = 0; i < grid->matrix->count; i++) {
		const struct matrix_risk *risk = &grid->matrix->risks[i];
		int score = risk->probability * risk->impact;
		if (risk->is_opportunity != grid->which)
			continue;
		if (score)
			totals[matrix_band(score)]++;
		else
			unrated++;
	}
	for (int band = BAND_COUNT - 1; band >= 0; band--)
		pmo_buffer_add_format(out, "%s%s %zu", band < BAND_COUNT - 1 ? "   " : "",
				      matrix_band_name((enum matrix_band)band), totals[band]);
	if (unrated)
		pmo_buffer_add_format(out, "   not rated %zu", unrated);
	char money[PMO_MONEY_SIZE];
	int64_t cents;
	if (matrix_expected(grid->matrix, grid->which, &cents)) {
		pmo_money_format_grouped(cents, money);
		pmo_buffer_add_format(out, "   expected cost %s", money);
	}
	pmo_buffer_add_text(out, "\n\n");
}

static size_t count_of(const struct matrix *matrix, int which)
{
	size_t count = 0;
	for (size_t i = 0; i < matrix->count; i++)
		count += matrix->risks[i].is_opportunity == which;
	return count;
}

static enum pmo_result print_one(struct matrix *matrix, int which)
{
	struct pmo_buffer *out = &matrix->cli->out;
	struct grid grid = { .matrix = matrix, .which = which };
	struct pmo_table table;
	size_t width = (size_t)matrix->cli->terminal.width;
	grid.inner = width > MARGIN + 1 ? (width - MARGIN - 1) / MATRIX_SIDE - 1 : CELL_LEAST;
	if (grid.inner < CELL_LEAST || grid.inner > CELL_MOST)
		grid.inner = grid.inner < CELL_LEAST ? CELL_LEAST : CELL_MOST;
	pmo_buffer_add_format(out, "%s%s, probability (P) by impact (I)\n",
			      which ? "Opportunities" : "Threats",
			      matrix->residual ? " after the responses" : "");
	add_grid(&grid, out);
	add_totals(&grid, out);
	enum pmo_result result = matrix_fill(matrix, &table, which);
	if (result != PMO_OK)
		return result;
	return pmo_table_print(&table, PMO_FORMAT_TABLE, &matrix->cli->terminal, out);
}

enum pmo_result matrix_print(struct matrix *matrix)
{
	enum pmo_result result = PMO_OK;
	size_t opportunities = count_of(matrix, 1);
	if (opportunities < matrix->count || !opportunities)
		result = print_one(matrix, 0);
	if (result != PMO_OK || !opportunities)
		return result;
	if (opportunities < matrix->count)
		pmo_buffer_add_char(&matrix->cli->out, '\n');
	return print_one(matrix, 1);
}
