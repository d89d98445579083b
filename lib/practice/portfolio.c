/* All projects side by side: one row each, and their order. */
#include "practice/portfolio.h"

#include "practice/query.h"

#include <pmo/practice.h>

#include <stdlib.h>
#include <string.h>

static int32_t date_of(const struct pmo_record *record, const char *field)
{
	struct pmo_value value = pmo_record_get_name(record, field);
	return value.presence == PMO_PRESENT && value.kind == PMO_DATE ? (int32_t)value.as.integer
								       : PMO_DATE_NONE;
}

static const char *text_of(const struct pmo_record *record, const char *field)
{
	return pmo_record_text(record, pmo_schema_field(record->schema, field));
}

static bool money_of(const struct pmo_record *charter, const char *text, int64_t *cents)
{
	struct pmo_value value = query_value(charter, text);
	bool known = value.presence == PMO_PRESENT && value.kind == PMO_MONEY;
	*cents = known ? value.as.integer : 0;
	return known;
}

/* Working days from one report to the next. */
static int period_of(const char *cadence)
{
	if (cadence && strcmp(cadence, "weekly") == 0)
		return 5;
	return cadence && strcmp(cadence, "biweekly") == 0 ? 10 : 21;
}

static enum pmo_result find_report(struct pmo_workspace *workspace, struct pmo_portfolio_row *row)
{
	const struct pmo_world *world = pmo_workspace_world(workspace);
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "report");
	struct pmo_records reports = { 0 };
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_workspace_records(workspace, row->project, schema, &reports);
	row->reported = PMO_DATE_NONE;
	for (size_t i = 0; result == PMO_OK && i < reports.count; i++) {
		const struct pmo_record *report = &reports.items[i];
		if (report->unreadable || strcmp(pmo_record_state(report)->name, "sent") != 0)
			continue;
		int32_t as_of = date_of(report, "as_of");
		if (as_of != PMO_DATE_NONE && as_of <= world->today && as_of > row->reported)
			row->reported = as_of;
	}
	row->stale = row->reported == PMO_DATE_NONE;
	if (row->stale)
		return result;
	row->report_age = pmo_calendar_days_between(world->calendar, row->reported, world->today);
	row->stale = 2 * row->report_age > 3 * period_of(row->cadence);
	return result;
}

static void read_charter(struct pmo_portfolio_row *row)
{
	const struct pmo_record *charter = row->charter;
	const char *critical = text_of(charter, "criticality"), *code = text_of(charter, "code");
	row->code = code && *code ? code : row->code;
	row->sponsor = text_of(charter, "sponsor");
	row->manager = text_of(charter, "pm");
	row->phase = text_of(charter, "phase");
	row->cadence = text_of(charter, "report_cadence");
	if (critical)
		row->criticality = strcmp(critical, "high") == 0     ? 3
				   : strcmp(critical, "medium") == 0 ? 2
								     : 1;
	row->has_authorized = money_of(charter, "budget_authorized", &row->authorized);
	row->has_budget =
		money_of(charter, "baseline_budget", &row->budget) && row->budget > 0 &&
		money_of(charter, "sum(those(budget, not category in [contingency, reserve]), eac)",
			 &row->eac);
	row->has_contingency =
		row->has_budget && money_of(charter, "contingency_left", &row->contingency);
}

/* The threat of the highest score. */
static enum pmo_result find_risk(struct pmo_workspace *workspace, struct pmo_portfolio_row *row)
{
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "risk");
	struct pmo_records risks = { 0 };
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_workspace_records(workspace, row->project, schema, &risks);
	int field = pmo_schema_field(schema, "score"), kind = pmo_schema_field(schema, "kind");
	for (size_t i = 0; result == PMO_OK && i < risks.count; i++) {
		const struct pmo_record *risk = &risks.items[i];
		if (risk->unreadable || !pmo_record_is_open(risk))
			continue;
		struct pmo_value score = pmo_record_get(risk, field);
		const char *word = pmo_record_text(risk, kind);
		bool counts = score.presence == PMO_PRESENT && score.as.integer > row->top_score &&
			      !(word && strcmp(word, "opportunity") == 0);
		if (!counts)
			continue;
		row->top_score = (int)score.as.integer;
		row->top_risk = risk->id;
	}
	return result;
}

static void read_plan(const struct pmo_plan *plan, enum pmo_audience audience,
		      struct pmo_portfolio_row *row)
{
	int go_live = pmo_plan_go_live(plan);
	row->scheduled = true;
	row->faults = plan->fault_count;
	for (size_t i = 0; i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		bool open = item->kind == PMO_ITEM_MILESTONE && item->state != PMO_ITEM_DONE &&
			    item->state != PMO_ITEM_LEFT_OUT;
		if (!open || !item->sure || item->finish == PMO_DATE_NONE ||
		    !pmo_audience_may_see(audience, item->record))
			continue;
		if (row->next_id && row->next_date <= item->finish)
			continue;
		row->next_id = item->id;
		row->next_title = item->title;
		row->next_date = item->finish;
		row->next_variance = item->variance;
		row->has_next_variance = item->has_variance;
	}
	if (go_live < 0 || !pmo_audience_may_see(audience, plan->items[go_live].record))
		return;
	const struct pmo_plan_item *item = &plan->items[go_live];
	row->go_live_baseline = item->baseline_finish;
	row->go_live = item->sure ? item->finish : PMO_DATE_NONE;
	row->has_go_live_variance = item->sure && item->has_variance;
	row->go_live_variance = item->variance;
}

/* Texts of the plan live as long as the records; what is the plan's own is copied. */
static enum pmo_result keep_texts(struct pmo_arena *arena, struct pmo_portfolio_row *row)
{
	if (!row->next_id)
		return PMO_OK;
	row->next_id = pmo_arena_string(arena, row->next_id);
	row->next_title = pmo_arena_string(arena, row->next_title ? row->next_title : "");
	return row->next_id && row->next_title ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result add_plan(struct portfolio_work *work, struct pmo_portfolio_row *row)
{
	struct pmo_workspace *workspace = work->portfolio->workspace;
	struct pmo_plan_options how = { .alone = true };
	struct pmo_plan *plan = NULL;
	struct pmo_measures measures;
	enum pmo_result result = pmo_plan_schedule(workspace, row->project, &how, &plan);
	struct pmo_plan *known = result == PMO_OK ? plan : NULL;
	if (result == PMO_NO_MEMORY || result == PMO_IO) {
		pmo_plan_free(plan);
		return result;
	}
	result = PMO_OK;
	if (known) {
		read_plan(known, work->audience, row);
		result = pmo_measures_find(plan, &measures);
	}
	if (known && result == PMO_OK) {
		row->tasks = measures.tasks;
		row->tasks_done = measures.done;
		row->complete = measures.complete;
		row->planned = measures.planned;
	}
	if (result == PMO_OK)
		result = pmo_rag_compute(workspace, row->project, known, &row->rag);
	if (result == PMO_OK)
		result = portfolio_share(work, row, known);
	if (result == PMO_OK)
		result = keep_texts(work->portfolio->arena, row);
	pmo_plan_free(plan);
	return result;
}

static enum pmo_result fill(struct portfolio_work *work, struct pmo_portfolio_row *row)
{
	struct pmo_workspace *workspace = work->portfolio->workspace;
	enum pmo_result result = PMO_OK;
	if (row->charter) {
		read_charter(row);
		row->critical_issues = (size_t)query_number(
			row->charter, "count(those(issue, open and priority = P1))", 0);
		row->decisions =
			(size_t)query_number(row->charter, "count(those(decision, open))", 0);
	}
	result = find_risk(workspace, row);
	if (result == PMO_OK)
		result = find_report(workspace, row);
	return result == PMO_OK ? add_plan(work, row) : result;
}

/* Its charter; false: the project is over, or not for this audience. */
static bool is_wanted(struct pmo_workspace *workspace, enum pmo_audience audience,
		      const struct pmo_project *project, struct pmo_portfolio_row *row)
{
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "project");
	struct pmo_records charters = { 0 };
	*row = (struct pmo_portfolio_row){
		.project = project,
		.code = project->handle,
		.title = project->title,
		.go_live = PMO_DATE_NONE,
		.go_live_baseline = PMO_DATE_NONE,
		.next_date = PMO_DATE_NONE,
	};
	for (int i = 0; i < PMO_RAG_COUNT; i++)
		row->rag.areas[i].computed = row->rag.areas[i].reported = 'N';
	if (!schema || pmo_workspace_records(workspace, project, schema, &charters) != PMO_OK ||
	    !charters.count || charters.items[0].unreadable)
		return audience == PMO_AUDIENCE_INTERNAL;
	row->charter = &charters.items[0];
	return pmo_record_is_open(row->charter) && pmo_audience_may_see(audience, row->charter);
}

static int rank(const struct pmo_portfolio_row *row)
{
	char color = row->rag.areas[PMO_RAG_OVERALL].reported;
	return color == 'R' ? 0 : color == 'Y' ? 1 : 2;
}

static int by_color(const void *a, const void *b)
{
	const struct pmo_portfolio_row *first = a, *second = b;
	if (rank(first) != rank(second))
		return rank(first) - rank(second);
	if (first->criticality != second->criticality)
		return second->criticality - first->criticality;
	int order = strcmp(first->code, second->code);
	return order ? order : strcmp(first->project->handle, second->project->handle);
}

static void add_sums(struct pmo_portfolio *portfolio, const struct pmo_portfolio_row *row)
{
	char color = row->rag.areas[PMO_RAG_OVERALL].reported;
	portfolio->red += color == 'R';
	portfolio->yellow += color == 'Y';
	portfolio->green += color == 'G';
	portfolio->other += color != 'R' && color != 'Y' && color != 'G';
	portfolio->stale += row->stale;
	/* A sum that does not fit is left at what fits: amounts of that size are no budgets. */
	if (row->has_budget &&
	    pmo_money_add(portfolio->budget, row->budget, &portfolio->budget) != PMO_OK)
		return;
	if (row->has_budget && pmo_money_add(portfolio->eac, row->eac, &portfolio->eac) != PMO_OK)
		return;
	if (pmo_money_add(portfolio->contingency, row->contingency, &portfolio->contingency) !=
	    PMO_OK)
		return;
	if (pmo_money_add(portfolio->authorized, row->authorized, &portfolio->authorized) != PMO_OK)
		return;
}

enum pmo_result pmo_portfolio_find(struct pmo_workspace *workspace, enum pmo_audience audience,
				   struct pmo_arena *arena, struct pmo_portfolio *portfolio)
{
	return pmo_portfolio_find_one(workspace, audience, NULL, arena, portfolio);
}

enum pmo_result pmo_portfolio_find_one(struct pmo_workspace *workspace, enum pmo_audience audience,
				       const struct pmo_project *only, struct pmo_arena *arena,
				       struct pmo_portfolio *portfolio)
{
	size_t count;
	const struct pmo_project *const *projects = pmo_workspace_projects(workspace, &count);
	struct portfolio_work work = { .portfolio = portfolio, .audience = audience };
	enum pmo_result result = PMO_OK;
	*portfolio = (struct pmo_portfolio){ .arena = arena, .workspace = workspace };
	portfolio->rows = pmo_arena_array(arena, count + 1, sizeof(*portfolio->rows));
	if (!portfolio->rows)
		return PMO_NO_MEMORY;
	result = pmo_workload_begin(workspace, pmo_workspace_world(workspace)->today,
				    PORTFOLIO_WEEKS, &work.load);
	for (size_t i = 0; result == PMO_OK && i < count; i++) {
		struct pmo_portfolio_row *row = &portfolio->rows[portfolio->count];
		if (only && projects[i] != only)
			continue;
		if (!is_wanted(workspace, audience, projects[i], row))
			continue;
		result = fill(&work, row);
		add_sums(portfolio, row);
		portfolio->count++;
	}
	if (result == PMO_OK)
		result = portfolio_compare(&work);
	if (portfolio->count)
		qsort(portfolio->rows, portfolio->count, sizeof(*portfolio->rows), by_color);
	return result;
}
