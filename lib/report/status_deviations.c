/*
 * What management hears of by itself: dates that moved, money that grew, vendors that miss
 * their dates, people who left.
 */
#include "report/status.h"

#include <pmo/money.h>

#include <string.h>

enum { MOVED = 5, MISSED = 5 }; /* working days */

struct events {
	const struct pmo_status *status;
	struct pmo_table *table;
};

static enum pmo_result add(const struct events *events, const char *what, const char *said,
			   const char *ref)
{
	struct pmo_row *row = pmo_table_add_row(events->table);
	if (!row)
		return PMO_NO_MEMORY;
	status_cell(row, 0, what, NULL);
	status_cell(row, 1, said, NULL);
	status_cell(row, 2, ref, NULL);
	return PMO_OK;
}

static int32_t tolerance_of(const struct pmo_status *status)
{
	struct listing_scope scope = status_scope(status);
	struct pmo_value value;
	if (!status->charter ||
	    listing_ask(&scope, status->charter, "tolerance.schedule", &value) != PMO_OK ||
	    value.presence != PMO_PRESENT || value.kind != PMO_DURATION)
		return PMO_DATE_NONE;
	return (int32_t)(value.as.integer / 1000);
}

static enum pmo_result add_moved(const struct events *events)
{
	const struct pmo_status *status = events->status;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && status->plan && i < status->plan->own_count; i++) {
		const struct pmo_plan_item *item = &status->plan->items[i];
		int32_t before = status_old_forecast(status->previous, item->id);
		if (item->kind != PMO_ITEM_MILESTONE || before == PMO_DATE_NONE || !item->sure ||
		    item->finish == PMO_DATE_NONE)
			continue;
		int32_t moved =
			pmo_calendar_days_between(status->plan->calendar, before, item->finish);
		if (moved < MOVED && moved > -MOVED)
			continue;
		result = add(events, "Milestone moved",
			     status_format(status, "%s: %s, said %s (%+d d)", item->title,
					   status_day(status, item->finish),
					   status_day(status, before), (int)moved),
			     item->id);
	}
	return result;
}

static enum pmo_result add_tolerance(const struct events *events)
{
	const struct pmo_status *status = events->status;
	const struct pmo_plan_item *item = status_go_live(status);
	int32_t tolerance = tolerance_of(status);
	if (!item || !item->sure || !item->has_variance || tolerance == PMO_DATE_NONE ||
	    item->variance <= tolerance)
		return PMO_OK;
	return add(events, "Tolerance passed",
		   status_format(status, "%s is %d d late, the charter allows %d d", item->title,
				 (int)item->variance, (int)tolerance),
		   item->id);
}

/* Baseline dates that passed in this period without being met. */
static enum pmo_result add_unmet(const struct events *events)
{
	const struct pmo_status *status = events->status;
	enum pmo_result result = PMO_OK;
	int32_t since = status_scope(status).since;
	for (size_t i = 0; result == PMO_OK && status->plan && i < status->plan->own_count; i++) {
		const struct pmo_plan_item *item = &status->plan->items[i];
		if (item->kind != PMO_ITEM_MILESTONE || item->state == PMO_ITEM_DONE ||
		    item->state == PMO_ITEM_LEFT_OUT || item->baseline_finish == PMO_DATE_NONE ||
		    item->baseline_finish < since || item->baseline_finish >= status->as_of)
			continue;
		result = add(events, "Baseline date missed",
			     status_format(status, "%s was due %s", item->title,
					   status_day(status, item->baseline_finish)),
			     item->id);
	}
	return result;
}

static enum pmo_result add_late_deliverables(const struct events *events)
{
	const struct pmo_status *status = events->status;
	struct listing_scope scope = status_scope(status);
	struct listing listing = { .register_name = "deliverable",
				   .where = "open and not submitted and late >= 5",
				   .order = { "-late", "id" } };
	struct listing_rows rows;
	enum pmo_result result = listing_find(&scope, &listing, &rows);
	for (size_t i = 0; result == PMO_OK && i < rows.count; i++) {
		struct pmo_value late = pmo_record_get_name(rows.items[i], "late");
		const char *title = pmo_record_text(rows.items[i], rows.items[i]->schema->title);
		if (late.as.integer < MISSED)
			continue;
		result = add(events, "Deliverable late",
			     status_format(status, "%s: %lld d", title ? title : "",
					   (long long)late.as.integer),
			     rows.items[i]->id);
	}
	return result;
}

static enum pmo_result add_leavers(const struct events *events)
{
	const struct pmo_status *status = events->status;
	struct listing_scope scope = status_scope(status);
	struct listing listing = { .register_name = "person",
				   .where = "status = departed and end >= $since and end <= $to",
				   .order = { "id" } };
	struct listing_rows rows;
	enum pmo_result result = listing_find(&scope, &listing, &rows);
	for (size_t i = 0; result == PMO_OK && i < rows.count; i++) {
		struct pmo_value end = pmo_record_get_name(rows.items[i], "end");
		result = add(events, "Person left",
			     status_format(status, "%s, %s",
					   status_person(status, rows.items[i]->id),
					   status_day(status, (int32_t)end.as.integer)),
			     rows.items[i]->id);
	}
	return result;
}

static enum pmo_result add_cost(const struct events *events)
{
	const struct pmo_status *status = events->status;
	const char *before = status_old_figure(status->previous, "eac");
	int64_t then, now;
	if (!before || pmo_money_parse(before, strlen(before), &then) != PMO_OK || then <= 0 ||
	    !status_ask_money(status,
			      "sum(those(budget, not category in [contingency, reserve]), eac)",
			      &now))
		return PMO_OK;
	int64_t apart = now - then;
	if ((apart < 0 ? -apart : apart) <= then / 20)
		return PMO_OK;
	return add(events, "Forecast moved",
		   status_format(status, "%s, said %s", status_money(status, now),
				 status_money(status, then)),
		   NULL);
}

enum pmo_result status_add_deviations(const struct pmo_status *status,
				      struct pmo_document *document)
{
	static const struct pmo_column columns[] = {
		{ .name = "what", .heading = "What" },
		{ .name = "said", .heading = "How", .shrink = PMO_SHRINK_WRAP },
		{ .name = "ref", .heading = "Record" },
	};
	struct events events = { status, status_table(status, columns, 3) };
	if (!events.table)
		return PMO_NO_MEMORY;
	static enum pmo_result (*const parts[])(const struct events *) = {
		add_moved, add_tolerance, add_unmet, add_late_deliverables, add_cost, add_leavers,
	};
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < sizeof(parts) / sizeof(*parts); i++)
		result = parts[i](&events);
	if (result != PMO_OK)
		return result;
	pmo_document_add_heading(document, 2, "Deviations since the last report");
	pmo_document_add_table(document, events.table, NULL);
	return PMO_OK;
}
