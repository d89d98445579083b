/* What moved on the risk matrix: scores against those of the last report that names a risk. */
#include "matrix.h"

#include <pmo/text.h>

static int64_t number_of(const struct pmo_value *value, int64_t absent)
{
	bool is_number = value && value->presence == PMO_PRESENT && !value->is_list &&
			 (value->kind == PMO_INTEGER || value->kind == PMO_DATE);
	return is_number ? value->as.integer : absent;
}

static struct matrix_risk *find(struct matrix *matrix, const char *id)
{
	for (size_t i = 0; i < matrix->count; i++)
		if (pmo_text_compare(matrix->risks[i].record->id, id) == 0)
			return &matrix->risks[i];
	return NULL;
}

/* A report counts for the risks that no later one names. */
static void learn(struct matrix *matrix, const struct pmo_record *report)
{
	struct pmo_value date = pmo_record_get_name(report, "as_of");
	int index = pmo_schema_field(report->schema, "records");
	struct pmo_value list = pmo_record_get(report, index);
	int32_t as_of = (int32_t)number_of(&date, PMO_DATE_MAX);
	if (as_of > report->world->today || list.presence != PMO_PRESENT || !list.is_list)
		return;
	for (uint32_t i = 0; i < list.count; i++) {
		const struct pmo_field *field = report->schema->fields[index];
		const struct pmo_value *ref = pmo_value_member(field, &list.as.items[i], "ref");
		int64_t score = number_of(pmo_value_member(field, &list.as.items[i], "score"), 0);
		struct matrix_risk *risk =
			ref && ref->presence == PMO_PRESENT ? find(matrix, ref->as.text) : NULL;
		if (!risk || score < 1 || score > 25 || (risk->then && risk->then_on >= as_of))
			continue;
		risk->then = (int)score;
		risk->then_on = as_of;
		matrix->has_changes = true;
	}
}

enum pmo_result matrix_compare(struct matrix *matrix)
{
	struct cli *cli = matrix->cli;
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, "report");
	const struct pmo_project *project;
	struct pmo_records reports;
	if (!schema || schema->own || matrix->residual)
		return PMO_OK;
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &project);
	if (result == PMO_OK)
		result = pmo_workspace_records(cli->workspace, project, schema, &reports);
	for (size_t i = 0; result == PMO_OK && i < reports.count; i++)
		if (!reports.items[i].unreadable && !pmo_record_is_open(&reports.items[i]) &&
		    !pmo_record_is_void(&reports.items[i]))
			learn(matrix, &reports.items[i]);
	return result;
}

const char *matrix_change(const struct matrix *matrix, const struct matrix_risk *risk)
{
	int score = risk->probability * risk->impact;
	if (!risk->then || !score)
		return NULL;
	if (score == risk->then)
		return "same";
	return pmo_arena_format(&matrix->cli->arena, "%s %d",
				score > risk->then ? "up from" : "down from", risk->then);
}

bool matrix_expected(const struct matrix *matrix, bool opportunities, int64_t *cents)
{
	bool any = false;
	*cents = 0;
	for (size_t i = 0; i < matrix->count; i++) {
		struct pmo_value emv = pmo_record_get_name(matrix->risks[i].record, "emv");
		if (matrix->risks[i].is_opportunity != opportunities ||
		    emv.presence != PMO_PRESENT || emv.kind != PMO_MONEY)
			continue;
		if (pmo_money_add(*cents, emv.as.integer, cents) != PMO_OK)
			return false;
		any = true;
	}
	return any;
}
