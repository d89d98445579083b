/* The slip trend of milestones. */
#include <pmo/trend.h>

#include <stdlib.h>
#include <string.h>

static int32_t date_of(const struct pmo_value *value)
{
	bool known = value && value->presence == PMO_PRESENT && value->kind == PMO_DATE;
	return known ? (int32_t)value->as.integer : PMO_DATE_NONE;
}

static int line_of(const struct pmo_trend *trend, const char *id)
{
	for (size_t i = 0; i < trend->line_count; i++)
		if (strcmp(trend->plan->items[trend->lines[i].item].id, id) == 0)
			return (int)i;
	return -1;
}

static enum pmo_result add_lines(struct pmo_trend *trend)
{
	const struct pmo_plan *plan = trend->plan;
	trend->lines = pmo_arena_array(plan->arena, plan->own_count + 1, sizeof(*trend->lines));
	if (!trend->lines)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < plan->own_count; i++)
		if (plan->items[i].kind == PMO_ITEM_MILESTONE &&
		    plan->items[i].state != PMO_ITEM_LEFT_OUT)
			trend->lines[trend->line_count++] =
				(struct pmo_trend_line){ .item = (int)i };
	return PMO_OK;
}

static struct pmo_trend_report *add_report(struct pmo_trend *trend, const char *name, int32_t as_of)
{
	struct pmo_arena *arena = trend->plan->arena;
	struct pmo_trend_report *grown = pmo_arena_grow(arena, trend->reports, trend->report_count,
							&trend->report_capacity, sizeof(*grown));
	if (!grown)
		return NULL;
	trend->reports = grown;
	struct pmo_trend_report *report = &grown[trend->report_count];
	*report = (struct pmo_trend_report){ .name = name, .as_of = as_of };
	report->forecasts =
		pmo_arena_array(arena, trend->line_count + 1, sizeof(*report->forecasts));
	report->slips = pmo_arena_array(arena, trend->line_count + 1, sizeof(*report->slips));
	if (!report->forecasts || !report->slips)
		return NULL;
	for (size_t i = 0; i < trend->line_count; i++) {
		report->forecasts[i] = PMO_DATE_NONE;
		report->slips[i] = PMO_TREND_NO_SLIP;
	}
	trend->report_count++;
	return report;
}

static enum pmo_result take_report(struct pmo_trend *trend, const struct pmo_record *record)
{
	struct pmo_value as_of = pmo_record_get_name(record, "as_of");
	int index = pmo_schema_field(record->schema, "milestones");
	if (index < 0 || date_of(&as_of) == PMO_DATE_NONE || date_of(&as_of) > trend->plan->as_of)
		return PMO_OK;
	struct pmo_trend_report *report = add_report(trend, record->id, date_of(&as_of));
	if (!report)
		return PMO_NO_MEMORY;
	struct pmo_value list = pmo_record_get(record, index);
	const struct pmo_field *field = record->schema->fields[index];
	for (uint32_t i = 0; pmo_value_is_present(&list) && list.is_list && i < list.count; i++) {
		const struct pmo_value *which =
			pmo_value_member(field, &list.as.items[i], "milestone");
		int line = which && which->presence == PMO_PRESENT ? line_of(trend, which->as.text)
								   : -1;
		if (line >= 0)
			report->forecasts[line] =
				date_of(pmo_value_member(field, &list.as.items[i], "forecast"));
	}
	return PMO_OK;
}

static bool is_of_kind(const struct pmo_record *record, const char *kind)
{
	struct pmo_value value = pmo_record_get_name(record, "kind");
	const char *name = pmo_value_is_present(&value) ? value.as.text : "weekly";
	return !record->unreadable && strcmp(pmo_record_state(record)->name, "sent") == 0 &&
	       (!kind || strcmp(name, kind) == 0);
}

static int by_date(const void *left, const void *right)
{
	const struct pmo_trend_report *a = left, *b = right;
	if (a->as_of != b->as_of)
		return a->as_of < b->as_of ? -1 : 1;
	return strcmp(a->name, b->name);
}

enum pmo_result pmo_trend_begin(struct pmo_plan *plan, const char *kind, struct pmo_trend *trend)
{
	struct pmo_records records = { NULL, 0 };
	size_t monthly = 0;
	*trend = (struct pmo_trend){ .plan = plan };
	enum pmo_result result = add_lines(trend);
	const struct pmo_schema *schema = pmo_workspace_schema(plan->workspace, "report");
	if (result != PMO_OK || !schema || schema->own || (kind && strcmp(kind, "none") == 0))
		return result;
	result = pmo_workspace_records(plan->workspace, plan->project, schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++)
		monthly += is_of_kind(&records.items[i], "monthly");
	if (kind && strcmp(kind, "all") != 0)
		trend->kind = kind;
	else if (!kind && monthly >= 2)
		trend->kind = "monthly";
	for (size_t i = 0; result == PMO_OK && i < records.count; i++)
		if (is_of_kind(&records.items[i], trend->kind))
			result = take_report(trend, &records.items[i]);
	if (trend->report_count)
		qsort(trend->reports, trend->report_count, sizeof(*trend->reports), by_date);
	return result;
}

enum pmo_result pmo_trend_add(struct pmo_trend *trend, const char *name,
			      const struct pmo_plan *other)
{
	struct pmo_trend_report *report =
		add_report(trend, pmo_arena_string(trend->plan->arena, name), other->as_of);
	if (!report || !report->name)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < other->own_count; i++) {
		const struct pmo_plan_item *item = &other->items[i];
		int line = item->kind == PMO_ITEM_MILESTONE ? line_of(trend, item->id) : -1;
		if (line >= 0 && item->sure && item->state != PMO_ITEM_LEFT_OUT)
			report->forecasts[line] = item->finish;
	}
	qsort(trend->reports, trend->report_count, sizeof(*trend->reports), by_date);
	return PMO_OK;
}

int32_t pmo_trend_run_add(struct pmo_trend_run *run, const struct pmo_calendar *calendar,
			  int32_t forecast)
{
	int32_t slip = PMO_TREND_NO_SLIP;
	if (forecast == PMO_DATE_NONE)
		return slip;
	if (!run->seen++) {
		run->first = run->last = run->from = forecast;
		return slip;
	}
	slip = pmo_calendar_days_between(calendar, run->last, forecast);
	if (slip > 0 && !run->in_row)
		run->from = run->last;
	run->in_row = slip > 0 ? run->in_row + 1 : 0;
	run->last = forecast;
	return slip;
}

bool pmo_trend_run_is_sliding(const struct pmo_trend_run *run)
{
	return run->in_row >= PMO_TREND_SLIDING;
}

static void measure_line(struct pmo_trend *trend, size_t number)
{
	struct pmo_trend_line *line = &trend->lines[number];
	line->run = (struct pmo_trend_run){ 0 };
	for (size_t i = 0; i < trend->report_count; i++) {
		struct pmo_trend_report *report = &trend->reports[i];
		report->slips[number] = pmo_trend_run_add(&line->run, trend->plan->calendar,
							  report->forecasts[number]);
	}
	if (!line->run.seen)
		line->run.first = line->run.last = line->run.from = PMO_DATE_NONE;
	line->sliding = pmo_trend_run_is_sliding(&line->run) &&
			trend->plan->items[line->item].state != PMO_ITEM_DONE;
}

void pmo_trend_measure(struct pmo_trend *trend)
{
	const struct pmo_plan *plan = trend->plan;
	int32_t since = PMO_DATE_NONE;
	if (plan->original) {
		struct pmo_value date = pmo_record_get_name(plan->original, "date");
		since = date_of(&date);
	}
	for (size_t i = 0; i < trend->line_count; i++) {
		struct pmo_trend_line *line = &trend->lines[i];
		int32_t planned = plan->items[line->item].original_finish;
		measure_line(trend, i);
		line->elapsed = pmo_calendar_days_between(plan->calendar, since, plan->as_of);
		line->has_total = planned != PMO_DATE_NONE && line->run.last != PMO_DATE_NONE &&
				  line->elapsed > 0;
		if (line->has_total)
			line->total =
				pmo_calendar_days_between(plan->calendar, planned, line->run.last);
	}
}
