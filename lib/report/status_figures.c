/* The figures that a report keeps: a table, and how a row is worked out. */
#include "report/status.h"

#include <pmo/figure.h>
#include <pmo/money.h>
#include <pmo/trend.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINES   "those(budget, not category in [contingency, reserve])"
#define RESERVE "those(budget, category = contingency)"

enum figure_source {
	FIGURE_ASK, /* an expression about the charter */
	FIGURE_TASKS,
	FIGURE_DONE,
	FIGURE_UNDER_WAY,
	FIGURE_LATE,
	FIGURE_COMPLETE,
	FIGURE_PLANNED,
	FIGURE_GO_LIVE,
	FIGURE_GO_LIVE_DAYS,
	FIGURE_BEI,
	FIGURE_PV,
	FIGURE_EV,
	FIGURE_AC,
	FIGURE_SPI,
	FIGURE_CPI,
	FIGURE_TCPI,
	FIGURE_EAC_CPI,
	FIGURE_EAC_REST,
	FIGURE_EAC_BOTH,
};

static const struct figure_row {
	const char *name, *label;
	enum figure_source source;
	const char *ask;
} figure_rows[] = {
	{ "tasks", "Tasks", FIGURE_TASKS, NULL },
	{ "tasks_done", "Tasks done", FIGURE_DONE, NULL },
	{ "tasks_under_way", "Tasks under way", FIGURE_UNDER_WAY, NULL },
	{ "tasks_late", "Tasks late", FIGURE_LATE, NULL },
	{ "complete", "Complete", FIGURE_COMPLETE, NULL },
	{ "planned", "Planned", FIGURE_PLANNED, NULL },
	{ "go_live", "Go-live", FIGURE_GO_LIVE, NULL },
	{ "go_live_days", "Go-live, days late", FIGURE_GO_LIVE_DAYS, NULL },
	{ "bei", "BEI", FIGURE_BEI, NULL },
	{ "pv", "Planned value", FIGURE_PV, NULL },
	{ "ev", "Earned value", FIGURE_EV, NULL },
	{ "ac", "Actual cost", FIGURE_AC, NULL },
	{ "spi", "SPI", FIGURE_SPI, NULL },
	{ "cpi", "CPI", FIGURE_CPI, NULL },
	{ "tcpi", "TCPI", FIGURE_TCPI, NULL },
	{ "eac_cpi", "EAC by CPI", FIGURE_EAC_CPI, NULL },
	{ "eac_rest", "EAC, rest as planned", FIGURE_EAC_REST, NULL },
	{ "eac_both", "EAC by CPI and SPI", FIGURE_EAC_BOTH, NULL },
	{ "bac", "Budget at completion", FIGURE_ASK, "sum(" LINES ", current)" },
	{ "actual", "Actual", FIGURE_ASK, "sum(" LINES ", actual)" },
	{ "committed", "Committed", FIGURE_ASK, "sum(" LINES ", committed)" },
	{ "eac", "Estimate at completion", FIGURE_ASK, "sum(" LINES ", eac)" },
	{ "contingency", "Contingency left", FIGURE_ASK,
	  "if(count(" RESERVE ") > 0, sum(" RESERVE ", available))" },
	{ "issues_open", "Open issues", FIGURE_ASK, "count(those(issue, open))" },
	{ "issues_overdue", "Overdue issues", FIGURE_ASK, "count(those(issue, overdue))" },
	{ "risks_open", "Open threats", FIGURE_ASK,
	  "count(those(risk, open and not kind = opportunity))" },
	{ "risk_top", "Highest score", FIGURE_ASK,
	  "max(those(risk, open and not kind = opportunity), score)" },
	{ "risk_emv", "Expected cost of threats", FIGURE_ASK,
	  "sum(those(risk, open and not kind = opportunity), emv)" },
	{ "changes_pending", "Changes pending", FIGURE_ASK,
	  "count(those(change, status in [submitted, in_analysis, in_review, deferred]))" },
	{ "changes_cost", "Approved changes, cost", FIGURE_ASK,
	  "sum(those(change, status in [approved, implemented, closed]), impact_cost)" },
	{ "decisions_pending", "Decisions pending", FIGURE_ASK,
	  "count(those(decision, status in [proposed, pending]))" },
	{ "actions_open", "Open actions", FIGURE_ASK, "count(those(action, open))" },
	{ "actions_overdue", "Overdue actions", FIGURE_ASK, "count(those(action, overdue))" },
	{ "deliverables_late", "Late deliverables", FIGURE_ASK,
	  "count(those(deliverable, open and not submitted and due < today))" },
};

enum { FIGURE_COUNT = sizeof(figure_rows) / sizeof(*figure_rows) };

static const char *ask(const struct pmo_status *status, const char *text)
{
	struct listing_scope scope = status_scope(status);
	struct pmo_value value;
	struct pmo_buffer out;
	if (!status->charter || listing_ask(&scope, status->charter, text, &value) != PMO_OK ||
	    value.presence != PMO_PRESENT || value.is_list)
		return NULL;
	struct pmo_field field = { .name = "", .kind = (enum pmo_kind)value.kind };
	pmo_buffer_init(&out, 1 << 10);
	pmo_value_format(&field, &value, &out);
	const char *shown = out.failed ? NULL : status_format(status, "%s", out.data);
	pmo_buffer_release(&out);
	return shown;
}

static const char *cents(const struct pmo_status *status, bool known, int64_t amount)
{
	char text[PMO_MONEY_SIZE];
	if (!known)
		return NULL;
	pmo_money_format(amount, text);
	return status_format(status, "%s", text);
}

static const char *ratio(const struct pmo_status *status, bool known, struct pmo_ratio value)
{
	char text[PMO_RATIO_SIZE];
	if (!known || !pmo_ratio_is_known(value))
		return NULL;
	pmo_ratio_format(value, 2, text);
	return status_format(status, "%s", text);
}

static const char *share(const struct pmo_status *status, struct pmo_ratio value)
{
	char text[PMO_RATIO_SIZE];
	if (!pmo_ratio_is_known(value))
		return NULL;
	pmo_ratio_format_percent(value, 1, text);
	return status_format(status, "%s", text);
}

static const char *count(const struct pmo_status *status, size_t number)
{
	return status_format(status, "%zu", number);
}

static const char *go_live(const struct pmo_status *status, bool as_days)
{
	const struct pmo_plan_item *item = status_go_live(status);
	char date[PMO_DATE_SIZE];
	if (!item || !item->sure || (as_days && !item->has_variance))
		return NULL;
	if (as_days)
		return status_format(status, "%d", (int)item->variance);
	pmo_date_format(item->finish, date);
	return *date ? status_format(status, "%s", date) : NULL;
}

static const char *of_evm(const struct pmo_status *status, enum figure_source source)
{
	const struct pmo_evm *evm = &status->measures.evm;
	bool known = status->has_measures && evm->known;
	switch (source) {
	case FIGURE_PV:
		return cents(status, known, evm->pv);
	case FIGURE_EV:
		return cents(status, known, evm->ev);
	case FIGURE_AC:
		return cents(status, known, evm->ac);
	case FIGURE_SPI:
		return ratio(status, known, evm->spi);
	case FIGURE_CPI:
		return ratio(status, known, evm->cpi);
	case FIGURE_TCPI:
		return ratio(status, known, evm->tcpi);
	case FIGURE_EAC_CPI:
		return cents(status, known && evm->eac[0].known, evm->eac[0].cents);
	case FIGURE_EAC_REST:
		return cents(status, known && evm->eac[1].known, evm->eac[1].cents);
	case FIGURE_EAC_BOTH:
		return cents(status, known && evm->eac[2].known, evm->eac[2].cents);
	default:
		return NULL;
	}
}

static const char *of_plan(const struct pmo_status *status, enum figure_source source)
{
	const struct pmo_measures *all = &status->measures;
	if (!status->has_measures)
		return NULL;
	switch (source) {
	case FIGURE_TASKS:
		return count(status, all->tasks);
	case FIGURE_DONE:
		return count(status, all->done);
	case FIGURE_UNDER_WAY:
		return count(status, all->under_way);
	case FIGURE_LATE:
		return count(status, all->late);
	case FIGURE_COMPLETE:
		return share(status, all->complete);
	case FIGURE_PLANNED:
		return share(status, all->planned);
	case FIGURE_GO_LIVE:
		return go_live(status, false);
	case FIGURE_GO_LIVE_DAYS:
		return go_live(status, true);
	case FIGURE_BEI:
		return ratio(status, true, all->bei);
	default:
		return of_evm(status, source);
	}
}

enum pmo_result status_compute_figures(const struct pmo_status *status,
				       struct status_figure **figures, size_t *figure_count)
{
	*figures = pmo_arena_array(status->arena, FIGURE_COUNT, sizeof(**figures));
	*figure_count = FIGURE_COUNT;
	for (size_t i = 0; *figures && i < FIGURE_COUNT; i++) {
		const struct figure_row *row = &figure_rows[i];
		struct status_figure *figure = &(*figures)[i];
		figure->name = row->name;
		figure->label = row->label;
		figure->value = row->source == FIGURE_ASK ? ask(status, row->ask)
							  : of_plan(status, row->source);
	}
	return *figures ? PMO_OK : PMO_NO_MEMORY;
}

enum { REPORTS = 12 };

struct past {
	const struct pmo_record *reports[REPORTS]; /* of this kind, the newest first */
	size_t count;
};

static int32_t as_of(const struct pmo_record *report)
{
	struct pmo_value value = pmo_record_get_name(report, "as_of");
	return value.presence == PMO_PRESENT ? (int32_t)value.as.integer : PMO_DATE_NONE;
}

static enum pmo_result find_past(const struct pmo_status *status, struct past *past)
{
	struct listing_scope scope = status_scope(status);
	struct listing listing = { .register_name = "report",
				   .where =
					   strcmp(status->kind, "monthly") == 0
						   ? "status = sent and kind = monthly and as_of < "
						     "$from"
						   : "status = sent and (kind = weekly or not "
						     "kind) and as_of < $from",
				   .order = { "-as_of", "-id" } };
	struct listing_rows rows;
	enum pmo_result result = listing_find(&scope, &listing, &rows);
	past->count = rows.count < REPORTS ? rows.count : REPORTS;
	for (size_t i = 0; i < past->count; i++)
		past->reports[i] = rows.items[i];
	return result;
}

/* SPI and CPI of the last three reports and of today. */
static enum pmo_result add_indexes(const struct pmo_status *status, const struct past *past,
				   struct pmo_document *document)
{
	static const struct pmo_column columns[] = {
		{ .name = "as_of", .heading = "As of" },
		{ .name = "report", .heading = "Report" },
		{ .name = "color", .heading = "Overall", .badge = true },
		{ .name = "spi", .heading = "SPI", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
		{ .name = "cpi", .heading = "CPI", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
		{ .name = "go_live", .heading = "Go-live" },
	};
	const struct pmo_plan_item *item = status_go_live(status);
	struct pmo_table *table = status_table(status, columns, 6);
	size_t shown = past->count < 3 ? past->count : 3;
	for (size_t i = shown + 1; table && i-- > 0;) {
		const struct pmo_record *report = i ? past->reports[i - 1] : NULL;
		struct pmo_row *row = pmo_table_add_row(table);
		if (!row)
			return PMO_NO_MEMORY;
		struct pmo_value color = { 0 };
		if (report)
			color = pmo_record_get_name(report, "overall");
		status_date_cell(status, row, 0, report ? as_of(report) : status->as_of);
		status_cell(row, 1, report ? report->id : "now", NULL);
		status_cell(row, 2,
			    report ? (color.presence == PMO_PRESENT ? color.as.text : NULL)
				   : status_format(status, "%c",
						   status->rag.areas[PMO_RAG_OVERALL].reported),
			    NULL);
		status_cell(row, 3,
			    report ? status_old_figure(report, "spi") : of_plan(status, FIGURE_SPI),
			    NULL);
		status_cell(row, 4,
			    report ? status_old_figure(report, "cpi") : of_plan(status, FIGURE_CPI),
			    NULL);
		if (report && item)
			status_date_cell(status, row, 5, status_old_forecast(report, item->id));
		else if (item && item->sure)
			status_date_cell(status, row, 5, item->finish);
	}
	if (!table)
		return PMO_NO_MEMORY;
	pmo_document_add_table(document, table, "This report and the three before");
	return PMO_OK;
}

/* Reports in a row in which go-live moved out: it slides. */
static void add_sliding(const struct pmo_status *status, const struct past *past,
			struct pmo_document *document)
{
	const struct pmo_plan_item *item = status_go_live(status);
	struct pmo_trend_run run = { 0 };
	if (!item || !item->sure || item->state == PMO_ITEM_DONE)
		return;
	for (size_t i = past->count; i-- > 0;)
		(void)pmo_trend_run_add(&run, status->plan->calendar,
					status_old_forecast(past->reports[i], item->id));
	(void)pmo_trend_run_add(&run, status->plan->calendar, item->finish);
	if (!pmo_trend_run_is_sliding(&run))
		return;
	pmo_document_begin_callout(document, PMO_CALLOUT_WARNING, "Sliding");
	pmo_document_add_paragraph(
		document,
		status_format(status, "%s moved out in %zu reports in a row, from %s to %s.",
			      item->title, run.in_row, status_day(status, run.from),
			      status_day(status, item->finish)));
	pmo_document_end(document);
}

static enum pmo_result add_chart(const struct pmo_status *status, const struct past *past,
				 struct pmo_document *document)
{
	const struct pmo_plan_item *item = status_go_live(status);
	struct pmo_point points[REPORTS + 1];
	struct pmo_series series = { .points = points };
	struct pmo_buffer svg;
	for (size_t i = past->count; item && i-- > 0;) {
		int32_t date = status_old_forecast(past->reports[i], item->id);
		if (date != PMO_DATE_NONE)
			points[series.count++] =
				(struct pmo_point){ as_of(past->reports[i]), date };
	}
	if (!item || !item->sure || item->finish == PMO_DATE_NONE || !series.count)
		return PMO_OK;
	points[series.count++] = (struct pmo_point){ status->as_of, item->finish };
	series.name = item->title;
	struct pmo_chart chart = { .head = { .title = "Expected go-live, report by report" },
				   .series = &series,
				   .count = 1,
				   .value_is_date = true,
				   .today = PMO_DATE_NONE };
	chart.head.description =
		status_format(status, "%s was expected %s on %s; now it is %s.", item->title,
			      status_day(status, (int32_t)points[0].value),
			      status_day(status, points[0].date), status_day(status, item->finish));
	pmo_buffer_init(&svg, PMO_BUFFER_LIMIT);
	enum pmo_result result = pmo_figure_lines(&chart, &svg);
	if (result == PMO_OK)
		pmo_document_add_figure(document,
					&(struct pmo_figure){ .name = "trend",
							      .title = chart.head.title,
							      .description = chart.head.description,
							      .svg = svg.data });
	pmo_buffer_release(&svg);
	return result;
}

enum pmo_result status_add_trend(const struct pmo_status *status, struct pmo_document *document)
{
	struct past past;
	enum pmo_result result = find_past(status, &past);
	pmo_document_add_heading(document, 2, "Trend");
	if (result == PMO_OK)
		result = add_indexes(status, &past, document);
	if (result != PMO_OK)
		return result;
	add_sliding(status, &past, document);
	return add_chart(status, &past, document);
}
