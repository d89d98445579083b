/*
 * `pmo risk matrix`: probability by impact, threats and opportunities apart, with the
 * list beneath. A cell says its band in a letter, L M H C; the bands are those of
 * PRACTICE: score 1-4, 5-9, 10-15, 16-25.
 */
#include "matrix.h"

#include "register.h"

#include <pmo/text.h>

#include <string.h>

static const struct option options[] = {
	{ .name = "residual",
	  .key = 'r',
	  CLI_FLAG(struct matrix_options, residual),
	  .help = "as it will be after the responses" },
	{ 0 },
};

/* A whole number from 1 to 5, or 0. */
static int rating(const struct pmo_record *record, const char *name)
{
	struct pmo_value value = pmo_record_get_name(record, name);
	bool fine = value.presence == PMO_PRESENT && value.kind == PMO_INTEGER && !value.is_list &&
		    value.as.integer >= 1 && value.as.integer <= MATRIX_SIDE;
	return fine ? (int)value.as.integer : 0;
}

static enum pmo_result collect(struct matrix *matrix)
{
	struct pmo_records records;
	enum pmo_result result = register_records(matrix->cli, &records);
	if (result != PMO_OK)
		return result;
	matrix->risks =
		pmo_arena_array(&matrix->cli->arena, records.count + 1, sizeof(*matrix->risks));
	if (!matrix->risks)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < records.count; i++) {
		const struct pmo_record *record = &records.items[i];
		const char *kind = NULL;
		if (!pmo_record_is_open(record) || record->unreadable)
			continue;
		struct pmo_value value = pmo_record_get_name(record, "kind");
		if (value.presence == PMO_PRESENT && value.kind == PMO_CHOICE)
			kind = value.as.text;
		matrix->risks[matrix->count++] = (struct matrix_risk){
			.record = record,
			.is_opportunity = kind && strcmp(kind, "opportunity") == 0,
			.probability = rating(record, matrix->residual ? "residual_probability"
								       : "probability"),
			.impact = rating(record, matrix->residual ? "residual_impact" : "impact"),
		};
	}
	return matrix_compare(matrix);
}

enum matrix_band matrix_band(int score)
{
	if (score <= 4)
		return BAND_LOW;
	if (score <= 9)
		return BAND_MEDIUM;
	return score <= 15 ? BAND_HIGH : BAND_CRITICAL;
}

const char *matrix_band_name(enum matrix_band band)
{
	static const char *const names[] = { "low", "medium", "high", "critical" };
	return names[band];
}

static enum pmo_result add_columns(const struct matrix *matrix, struct pmo_table *table)
{
	static const struct pmo_column columns[] = {
		{ .name = "id", .heading = "ID" },
		{ .name = "kind", .heading = "Kind", .priority = 4 },
		{ .name = "probability",
		  .heading = "P",
		  .align = PMO_RIGHT,
		  .kind = PMO_CELL_NUMBER,
		  .priority = 2 },
		{ .name = "impact",
		  .heading = "I",
		  .align = PMO_RIGHT,
		  .kind = PMO_CELL_NUMBER,
		  .priority = 2 },
		{ .name = "score",
		  .heading = "Score",
		  .align = PMO_RIGHT,
		  .kind = PMO_CELL_NUMBER },
		{ .name = "band", .heading = "Band" },
		{ .name = "title", .heading = "Title", .shrink = PMO_SHRINK_WRAP },
		{ .name = "owner", .heading = "Owner", .priority = 1 },
		{ .name = "change", .heading = "Change", .priority = 3 },
	};
	enum pmo_result result = PMO_OK;
	size_t count = sizeof(columns) / sizeof(*columns) - !matrix->has_changes;
	if (result == PMO_OK)
		result = pmo_table_add_columns(table, columns, count);
	return result;
}

static enum pmo_result add_risk(struct matrix *matrix, struct pmo_table *table,
				const struct matrix_risk *risk)
{
	struct pmo_arena *arena = &matrix->cli->arena;
	struct pmo_row *row = pmo_table_add_row(table);
	int score = risk->probability * risk->impact;
	if (!row)
		return PMO_NO_MEMORY;
	row->cells[0].text = risk->record->id;
	row->cells[1].text = risk->is_opportunity ? "opportunity" : "threat";
	row->cells[2].text = pmo_arena_format(arena, "%d", risk->probability);
	row->cells[3].text = pmo_arena_format(arena, "%d", risk->impact);
	row->cells[4].text = pmo_arena_format(arena, "%d", score);
	row->cells[5].text = matrix_band_name(matrix_band(score));
	for (size_t i = 2; i < 5; i++)
		if (!row->cells[i].text)
			return PMO_NO_MEMORY;
	for (size_t i = 2; i < 6 && !score; i++) {
		row->cells[i].text = "";
		row->cells[i].absent = true;
	}
	row->cells[6].text = pmo_record_text(risk->record, risk->record->schema->title);
	row->cells[7].text = pmo_record_text(risk->record, risk->record->schema->owner);
	if (matrix->has_changes)
		row->cells[8].text = matrix_change(matrix, risk);
	for (size_t i = 6; i < 8u + matrix->has_changes; i++)
		row->cells[i].absent = !row->cells[i].text;
	return PMO_OK;
}

enum pmo_result matrix_fill(struct matrix *matrix, struct pmo_table *table, int which)
{
	pmo_table_init(table, &matrix->cli->arena);
	enum pmo_result result = add_columns(matrix, table);
	for (int score = MATRIX_SIDE * MATRIX_SIDE; result == PMO_OK && score >= 0; score--)
		for (size_t i = 0; result == PMO_OK && i < matrix->count; i++) {
			const struct matrix_risk *risk = &matrix->risks[i];
			if (risk->probability * risk->impact == score &&
			    (which < 0 || risk->is_opportunity == which))
				result = add_risk(matrix, table, risk);
		}
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct matrix_options *wanted = cli->options;
	struct matrix matrix = { .cli = cli, .residual = wanted->residual };
	struct pmo_table table;
	enum pmo_format format;
	(void)argc;
	(void)argv;
	enum pmo_result result = cli_format(cli, &format);
	if (result == PMO_OK)
		result = collect(&matrix);
	if (result != PMO_OK)
		return result;
	if (format == PMO_FORMAT_TABLE)
		return matrix_print(&matrix);
	result = matrix_fill(&matrix, &table, -1);
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

const struct command view_matrix_command = {
	.name = "matrix",
	.summary = "probability by impact, with the list beneath",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct matrix_options),
	.usage = "[--residual]",
	.run = run,
};
