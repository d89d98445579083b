/* Milestones and the schedule. */
#include "report/status.h"

#include <pmo/figure.h>

#include <stdlib.h>
#include <string.h>

enum { ROWS = 10 };

static const char *state_of(const struct pmo_status *status, const struct pmo_plan_item *item)
{
	if (item->state == PMO_ITEM_DONE)
		return "reached";
	if (item->state == PMO_ITEM_LEFT_OUT)
		return "cancelled";
	if (!item->sure)
		return "not sure";
	bool passed = item->finish != PMO_DATE_NONE && item->finish < status->as_of;
	if (passed ||
	    (item->baseline_finish != PMO_DATE_NONE && item->baseline_finish < status->as_of))
		return "missed";
	return item->has_variance && item->variance > 0 ? "at risk" : "planned";
}

static const char *days(const struct pmo_status *status, int32_t count)
{
	return status_format(status, "%+d", (int)count);
}

/* Working days since the forecast of the last report. */
static const char *change_of(const struct pmo_status *status, const struct pmo_plan_item *item)
{
	int32_t before = status_old_forecast(status->previous, item->id);
	if (before == PMO_DATE_NONE || item->finish == PMO_DATE_NONE || !item->sure)
		return NULL;
	int32_t moved = pmo_calendar_days_between(status->plan->calendar, before, item->finish);
	return moved ? days(status, moved) : "0";
}

static enum pmo_result add_milestone(const struct pmo_status *status,
				     const struct pmo_plan_item *item, struct pmo_table *table)
{
	struct pmo_row *row = pmo_table_add_row(table);
	if (!row)
		return PMO_NO_MEMORY;
	bool late = item->state != PMO_ITEM_DONE && item->has_variance && item->variance > 0;
	row->style = late ? PMO_STYLE_WARN : PMO_STYLE_PLAIN;
	status_cell(row, 0, item->wbs, NULL);
	status_cell(row, 1, item->title, NULL);
	status_date_cell(status, row, 2, item->original_finish);
	status_date_cell(status, row, 3, item->baseline_finish);
	if (item->sure)
		status_date_cell(status, row, 4, item->finish);
	status_cell(row, 5, item->has_variance && item->sure ? days(status, item->variance) : NULL,
		    NULL);
	status_cell(row, 6, change_of(status, item), NULL);
	status_cell(row, 7, state_of(status, item), NULL);
	status_cell(row, 8, item->id, NULL);
	return PMO_OK;
}

enum { MILESTONES = 40, SOON_DAYS = 60 };

/*
 * Of a plan with hundreds of milestones those that a reader asks about: go-live, those that are
 * late or near, and those that moved since the last report.
 */
static bool is_told(const struct pmo_status *status, const struct pmo_plan_item *item)
{
	bool open = item->state != PMO_ITEM_DONE && item->state != PMO_ITEM_LEFT_OUT;
	const char *moved = open ? change_of(status, item) : NULL;
	if (item == status_go_live(status) || (open && !item->sure))
		return true;
	return open && ((item->has_variance && item->variance > 0) ||
			item->finish <= status->as_of + SOON_DAYS || (moved && *moved != '0'));
}

static size_t count_milestones(const struct pmo_status *status)
{
	size_t count = 0;
	for (size_t i = 0; status->plan && i < status->plan->own_count; i++)
		count += status->plan->items[i].kind == PMO_ITEM_MILESTONE;
	return count;
}

/* Fills the table; gives back how many are left out. */
static enum pmo_result fill_milestones(const struct pmo_status *status, struct pmo_table *table,
				       size_t *left)
{
	size_t all = count_milestones(status), shown = 0;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; all && result == PMO_OK && i < status->plan->own_count; i++) {
		const struct pmo_plan_item *item = &status->plan->items[i];
		if (item->kind != PMO_ITEM_MILESTONE)
			continue;
		bool fits = shown < MILESTONES || item == status_go_live(status);
		if (all > MILESTONES && !(fits && is_told(status, item)))
			continue;
		result = add_milestone(status, item, table);
		shown++;
	}
	*left = all - shown;
	return result;
}

enum pmo_result status_add_milestones(const struct pmo_status *status,
				      struct pmo_document *document)
{
	static const struct pmo_column columns[] = {
		{ .name = "wbs", .heading = "No" },
		{ .name = "title", .heading = "Milestone", .shrink = PMO_SHRINK_WRAP },
		{ .name = "original", .heading = "Original", .shrink = PMO_SHRINK_WRAP },
		{ .name = "baseline", .heading = "Baseline", .shrink = PMO_SHRINK_WRAP },
		{ .name = "forecast", .heading = "Forecast", .shrink = PMO_SHRINK_WRAP },
		{ .name = "variance",
		  .heading = "+/- d",
		  .align = PMO_RIGHT,
		  .kind = PMO_CELL_NUMBER },
		{ .name = "change",
		  .heading = "Since",
		  .align = PMO_RIGHT,
		  .kind = PMO_CELL_NUMBER },
		{ .name = "status", .heading = "Status" },
		{ .name = "id", .heading = "ID", .priority = 4 },
	};
	struct pmo_table *table = status_table(status, columns, 9);
	size_t left = 0;
	enum pmo_result result = table ? fill_milestones(status, table, &left) : PMO_NO_MEMORY;
	if (result != PMO_OK)
		return result;
	pmo_document_add_heading(document, 2, "Milestones");
	pmo_document_add_table(document, table, NULL);
	if (left) {
		pmo_document_add_paragraph(document, NULL);
		pmo_document_add_format(document, "%zu more: ", left);
		pmo_document_add_code(document, "pmo milestone");
	}
	if (status->previous)
		pmo_document_add_paragraph(
			document,
			status_format(status,
				      "Working days; Since: moved since %s (%s). Forecast is the "
				      "actual date where it is reached.",
				      status->previous->id,
				      status_day(status, status_scope(status).since)));
	return status_add_deviations(status, document);
}

/* Tasks for a table: chosen, then put in order. */
struct chosen {
	const struct pmo_plan_item **items;
	size_t count, capacity;
};

static enum pmo_result choose(const struct pmo_status *status,
			      bool (*wanted)(const struct pmo_plan_item *),
			      int (*order)(const void *, const void *), struct chosen *chosen)
{
	*chosen = (struct chosen){ 0 };
	for (size_t i = 0; status->plan && i < status->plan->own_count; i++) {
		if (!wanted(&status->plan->items[i]))
			continue;
		const struct pmo_plan_item **grown =
			pmo_arena_grow(status->arena, (void *)chosen->items, chosen->count,
				       &chosen->capacity, sizeof(*grown));
		if (!grown)
			return PMO_NO_MEMORY;
		chosen->items = grown;
		grown[chosen->count++] = &status->plan->items[i];
	}
	if (chosen->count)
		qsort((void *)chosen->items, chosen->count, sizeof(*chosen->items), order);
	return PMO_OK;
}

static bool is_open_task(const struct pmo_plan_item *item)
{
	return item->kind == PMO_ITEM_TASK &&
	       (item->state == PMO_ITEM_NOT_STARTED || item->state == PMO_ITEM_UNDER_WAY);
}

static bool is_critical(const struct pmo_plan_item *item)
{
	return is_open_task(item) && item->critical && item->sure;
}

static bool is_late(const struct pmo_plan_item *item)
{
	return is_open_task(item) && item->late;
}

static bool is_late_start(const struct pmo_plan_item *item)
{
	return is_open_task(item) && item->starts_late;
}

static int by_start(const void *a, const void *b)
{
	const struct pmo_plan_item *first = *(const struct pmo_plan_item *const *)a;
	const struct pmo_plan_item *second = *(const struct pmo_plan_item *const *)b;
	if (first->start != second->start)
		return first->start < second->start ? -1 : 1;
	return first < second ? -1 : first > second;
}

static int by_float(const void *a, const void *b)
{
	const struct pmo_plan_item *first = *(const struct pmo_plan_item *const *)a;
	const struct pmo_plan_item *second = *(const struct pmo_plan_item *const *)b;
	if (first->total_float != second->total_float)
		return first->total_float < second->total_float ? -1 : 1;
	return first < second ? -1 : first > second;
}

static enum pmo_result add_tasks(const struct pmo_status *status, const struct chosen *chosen,
				 const char *caption, struct pmo_document *document)
{
	static const struct pmo_column columns[] = {
		{ .name = "wbs", .heading = "WBS" },
		{ .name = "title", .heading = "Task", .shrink = PMO_SHRINK_WRAP },
		{ .name = "owner", .heading = "Owner", .shrink = PMO_SHRINK_WRAP },
		{ .name = "percent", .heading = "%", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
		{ .name = "start", .heading = "Start" },
		{ .name = "finish", .heading = "Finish", .shrink = PMO_SHRINK_WRAP },
		{ .name = "variance",
		  .heading = "+/- d",
		  .align = PMO_RIGHT,
		  .kind = PMO_CELL_NUMBER },
		{ .name = "float",
		  .heading = "Float",
		  .align = PMO_RIGHT,
		  .kind = PMO_CELL_NUMBER },
		{ .name = "id", .heading = "ID", .priority = 4 },
	};
	struct pmo_table *table = status_table(status, columns, 9);
	for (size_t i = 0; table && i < chosen->count && i < ROWS; i++) {
		const struct pmo_plan_item *item = chosen->items[i];
		struct pmo_row *row = pmo_table_add_row(table);
		if (!row)
			return PMO_NO_MEMORY;
		status_cell(row, 0, item->wbs, NULL);
		status_cell(row, 1, item->title, NULL);
		status_cell(row, 2, status_person(status, item->owner), item->owner);
		status_cell(row, 3, status_format(status, "%d", item->percent / 100), NULL);
		status_date_cell(status, row, 4, item->sure ? item->start : PMO_DATE_NONE);
		status_date_cell(status, row, 5, item->sure ? item->finish : PMO_DATE_NONE);
		bool varies = item->has_variance && item->sure;
		status_cell(row, 6, varies ? days(status, item->variance) : NULL, NULL);
		if (item->has_float && item->sure)
			status_cell(row, 7, status_format(status, "%d", (int)item->total_float),
				    NULL);
		status_cell(row, 8, item->id, NULL);
	}
	if (!table)
		return PMO_NO_MEMORY;
	pmo_document_add_table(document, table, caption);
	if (chosen->count > ROWS)
		pmo_document_add_paragraph(document,
					   status_format(status, "%zu more: pmo schedule --open.",
							 chosen->count - ROWS));
	return PMO_OK;
}

static void add_facts(const struct pmo_status *status, struct pmo_document *document)
{
	const struct pmo_measures *all = &status->measures;
	char complete[PMO_RATIO_SIZE], planned[PMO_RATIO_SIZE], ratio[PMO_RATIO_SIZE];
	if (!status->has_measures) {
		pmo_document_add_paragraph(document, "There is no schedule.");
		return;
	}
	pmo_ratio_format_percent(all->complete, 1, complete);
	pmo_ratio_format_percent(all->planned, 1, planned);
	pmo_document_add_fact(document, "Complete",
			      status_format(status, "%s (planned %s), by %s", complete, planned,
					    all->by_cost ? "cost" : "duration"));
	pmo_document_add_fact(document, "Tasks",
			      status_format(status, "%zu: done %zu, under way %zu, not started %zu",
					    all->tasks, all->done, all->under_way,
					    all->not_started));
	pmo_ratio_format(all->evm.spi, 2, ratio);
	pmo_document_add_fact(document, "SPI",
			      all->evm.known ? status_format(status, "%s", ratio)
					     : status_format(status, "n/a: %s", all->evm.reason));
	pmo_ratio_format(all->bei, 2, ratio);
	pmo_document_add_fact(document, "Tasks done of those due (BEI)",
			      status_format(status, "%s", ratio));
}

static enum pmo_result add_gantt(const struct pmo_status *status, struct pmo_document *document);

enum pmo_result status_add_schedule(const struct pmo_status *status, struct pmo_document *document)
{
	static const struct {
		bool (*wanted)(const struct pmo_plan_item *);
		int (*order)(const void *, const void *);
		const char *caption;
	} tables[] = {
		{ is_critical, by_start, "Critical path, what is open" },
		{ is_late, by_float, "Late, the least float first" },
		{ is_late_start, by_float, "Late starts" },
	};
	enum pmo_result result = PMO_OK;
	pmo_document_add_heading(document, 2, "Schedule");
	add_facts(status, document);
	for (size_t i = 0; result == PMO_OK && i < 3; i++) {
		struct chosen chosen;
		result = choose(status, tables[i].wanted, tables[i].order, &chosen);
		if (result == PMO_OK)
			result = add_tasks(status, &chosen, tables[i].caption, document);
	}
	return result == PMO_OK ? add_gantt(status, document) : result;
}

/* A large plan is drawn by its outline. */
static bool is_drawn(const struct pmo_plan *plan, const struct pmo_plan_item *item)
{
	enum { ALL = 90, DEPTH = 1 };
	if (item->finish == PMO_DATE_NONE || !item->sure || item->state == PMO_ITEM_LEFT_OUT)
		return false;
	if (plan->own_count <= ALL)
		return true;
	return item->kind == PMO_ITEM_MILESTONE ||
	       (item->kind == PMO_ITEM_SUMMARY && item->depth <= DEPTH);
}

static size_t fill_gantt(const struct pmo_status *status, struct pmo_gantt_row *rows, size_t most)
{
	size_t count = 0;
	for (size_t i = 0; i < status->plan->own_count && count < most; i++) {
		const struct pmo_plan_item *item = &status->plan->items[i];
		if (!is_drawn(status->plan, item))
			continue;
		bool milestone = item->kind == PMO_ITEM_MILESTONE;
		rows[count++] = (struct pmo_gantt_row){
			.label = status_format(status, "%s %s", item->wbs,
					       item->title ? item->title : item->id),
			.depth = item->depth,
			.summary = item->kind == PMO_ITEM_SUMMARY,
			.milestone = milestone,
			.critical = item->critical && item->state != PMO_ITEM_DONE,
			.start = item->start,
			.finish = item->finish,
			.baseline_start = milestone ? item->baseline_finish : item->baseline_start,
			.baseline_finish = item->baseline_finish,
			.percent = item->percent / 100,
		};
	}
	return count;
}

static enum pmo_result add_gantt(const struct pmo_status *status, struct pmo_document *document)
{
	enum { MOST = 120 };
	struct pmo_gantt_row *rows = pmo_arena_array(status->arena, MOST, sizeof(*rows));
	const struct pmo_plan_item *item = status_go_live(status);
	struct pmo_buffer svg;
	if (!rows)
		return PMO_NO_MEMORY;
	if (!status->plan)
		return PMO_OK;
	struct pmo_gantt gantt = {
		.head = { .title = "Plan" },
		.rows = rows,
		.row_count = fill_gantt(status, rows, MOST),
		.today = status->as_of,
		.from = PMO_DATE_NONE,
		.to = PMO_DATE_NONE,
	};
	gantt.head.description = status_format(
		status, "Gantt chart of %zu tasks and milestones; %s is expected %s.",
		gantt.row_count, item ? item->title : "the last of them",
		status_day(status, item && item->sure ? item->finish : status->plan->finish));
	pmo_buffer_init(&svg, PMO_BUFFER_LIMIT);
	enum pmo_result result = pmo_figure_gantt(&gantt, &svg);
	if (result == PMO_OK)
		pmo_document_add_figure(document,
					&(struct pmo_figure){ .name = "gantt",
							      .title = "Plan",
							      .description = gantt.head.description,
							      .svg = svg.data });
	pmo_buffer_release(&svg);
	return result;
}
