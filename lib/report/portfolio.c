/* The dashboard: all projects, a table a question, and what they have in common. */
#include <pmo/portfolio.h>

#include <stdarg.h>
#include <string.h>

struct dashboard {
	const struct pmo_portfolio *portfolio;
	struct pmo_arena *arena;
	int32_t today;
	bool inside;
};

static const char *format(const struct dashboard *board, const char *text, ...) PMO_PRINTF(2, 3);

static const char *format(const struct dashboard *board, const char *text, ...)
{
	va_list args;
	va_start(args, text);
	const char *made = pmo_arena_vformat(board->arena, text, args);
	va_end(args);
	return made ? made : "";
}

static void set(struct pmo_row *row, size_t column, const char *text, const char *raw)
{
	struct pmo_cell *cell = &row->cells[column];
	cell->text = text ? text : "";
	cell->raw = raw;
	cell->absent = !*cell->text;
}

static void set_date(const struct dashboard *board, struct pmo_row *row, size_t column,
		     int32_t date)
{
	char people[PMO_DATE_LONG_SIZE], iso[PMO_DATE_SIZE];
	if (date == PMO_DATE_NONE) {
		set(row, column, NULL, NULL);
		return;
	}
	pmo_date_format_short(date, board->today, people);
	pmo_date_format(date, iso);
	set(row, column, format(board, "%s", people), format(board, "%s", iso));
}

static void set_days(const struct dashboard *board, struct pmo_row *row, size_t column, bool known,
		     int32_t days)
{
	set(row, column, known ? format(board, days ? "%+d" : "%d", (int)days) : NULL,
	    known ? format(board, "%d", (int)days) : NULL);
}

static void set_money(const struct dashboard *board, struct pmo_row *row, size_t column, bool known,
		      int64_t cents)
{
	char people[PMO_MONEY_SIZE], plain[PMO_MONEY_SIZE];
	pmo_money_format_grouped(cents, people);
	pmo_money_format(cents, plain);
	set(row, column, known ? format(board, "%s", people) : NULL,
	    known ? format(board, "%s", plain) : NULL);
}

static void set_percent(const struct dashboard *board, struct pmo_row *row, size_t column,
			struct pmo_ratio ratio)
{
	char people[PMO_RATIO_SIZE], plain[PMO_RATIO_SIZE];
	struct pmo_ratio hundred = { ratio.over * 100, ratio.under };
	pmo_ratio_format_percent(ratio, 1, people);
	pmo_ratio_format(hundred, 1, plain);
	bool known = pmo_ratio_is_known(ratio);
	set(row, column, known ? format(board, "%s", people) : NULL,
	    known ? format(board, "%s", plain) : NULL);
}

static struct pmo_ratio vac_of(const struct pmo_portfolio_row *row)
{
	return row->has_budget ? (struct pmo_ratio){ row->budget - row->eac, row->budget }
			       : (struct pmo_ratio){ 0, 0 };
}

static const char *letter(const struct dashboard *board, char color)
{
	return color ? format(board, "%c", color) : NULL;
}

/* "schedule down, cost up": against the last report; NULL: there was none. */
static const char *trend(const struct dashboard *board, const struct pmo_portfolio_row *row)
{
	const char *said = NULL;
	bool any = false;
	for (int i = 0; i < PMO_RAG_COUNT; i++) {
		const struct pmo_rag_area *area = &row->rag.areas[i];
		const char *way = pmo_rag_trend(area->previous, area->reported);
		any = any || way;
		if (way && strcmp(way, "same") != 0)
			said = format(board, "%s%s%s %s", said ? said : "", said ? ", " : "",
				      pmo_rag_area_name((enum pmo_rag_what)i), way);
	}
	return said ? said : any ? "same" : NULL;
}

static struct pmo_table *make_table(const struct dashboard *board, const struct pmo_column *columns,
				    size_t count)
{
	struct pmo_table *table = pmo_arena_alloc(board->arena, sizeof(*table));
	if (!table)
		return NULL;
	pmo_table_init(table, board->arena);
	if (pmo_table_add_columns(table, columns, count) != PMO_OK)
		return NULL;
	return pmo_table_reserve(table, board->portfolio->count + 1) == PMO_OK ? table : NULL;
}

/* One of the tables: columns, and what fills a row. */
struct part {
	const char *heading;
	const struct pmo_column *columns;
	size_t count;
	void (*fill)(const struct dashboard *, const struct pmo_portfolio_row *, struct pmo_row *);
	void (*foot)(const struct dashboard *, struct pmo_row *); /* or NULL */
};

#define NUMBER(column, title)                                                                      \
	{                                                                                          \
		.name = (column), .heading = (title), .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER  \
	}
#define AMOUNT(column, title)                                                                      \
	{                                                                                          \
		.name = (column), .heading = (title), .align = PMO_RIGHT                           \
	}
#define BADGE(column, title)                                                                       \
	{                                                                                          \
		.name = (column), .heading = (title), .badge = true                                \
	}
#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const struct pmo_column health_columns[] = {
	{ .name = "code", .heading = "Project" },
	BADGE("overall", "Overall"),
	BADGE("scope", "Scope"),
	BADGE("schedule", "Sched"),
	BADGE("cost", "Cost"),
	BADGE("risk", "Risk"),
	AMOUNT("complete", "Done"),
	AMOUNT("planned", "Planned"),
	{ .name = "trend", .heading = "Since last report", .shrink = PMO_SHRINK_WRAP },
};

static void fill_health(const struct dashboard *board, const struct pmo_portfolio_row *from,
			struct pmo_row *row)
{
	static const enum pmo_rag_what order[] = { PMO_RAG_OVERALL, PMO_RAG_SCOPE, PMO_RAG_SCHEDULE,
						   PMO_RAG_COST, PMO_RAG_RISK };
	set(row, 0, from->code, NULL);
	for (size_t i = 0; i < COUNT(order); i++)
		set(row, i + 1, letter(board, from->rag.areas[order[i]].reported), NULL);
	set_percent(board, row, 6, from->complete);
	set_percent(board, row, 7, from->planned);
	set(row, 8, trend(board, from), NULL);
}

static const struct pmo_column date_columns[] = {
	{ .name = "code", .heading = "Project" },
	{ .name = "next", .heading = "Next milestone", .shrink = PMO_SHRINK_WRAP },
	{ .name = "date", .heading = "On" },
	NUMBER("variance", "+/- d"),
	{ .name = "baseline", .heading = "Go-live planned" },
	{ .name = "forecast", .heading = "expected" },
	NUMBER("go_live_variance", "+/- d"),
};

static void fill_dates(const struct dashboard *board, const struct pmo_portfolio_row *from,
		       struct pmo_row *row)
{
	set(row, 0, from->code, NULL);
	set(row, 1, from->next_title, NULL);
	set_date(board, row, 2, from->next_date);
	set_days(board, row, 3, from->has_next_variance, from->next_variance);
	set_date(board, row, 4, from->go_live_baseline);
	set_date(board, row, 5, from->go_live);
	set_days(board, row, 6, from->has_go_live_variance, from->go_live_variance);
}

static const struct pmo_column money_columns[] = {
	{ .name = "code", .heading = "Project" },
	AMOUNT("authorized", "Authorized"),
	AMOUNT("budget", "Budget"),
	AMOUNT("eac", "Forecast"),
	AMOUNT("vac", "Left over"),
	AMOUNT("contingency", "Contingency"),
};

static void fill_money(const struct dashboard *board, const struct pmo_portfolio_row *from,
		       struct pmo_row *row)
{
	set(row, 0, from->code, NULL);
	set_money(board, row, 1, from->has_authorized, from->authorized);
	set_money(board, row, 2, from->has_budget, from->budget);
	set_money(board, row, 3, from->has_budget, from->eac);
	set_percent(board, row, 4, vac_of(from));
	set_money(board, row, 5, from->has_contingency, from->contingency);
}

static void foot_money(const struct dashboard *board, struct pmo_row *row)
{
	const struct pmo_portfolio *sums = board->portfolio;
	struct pmo_ratio vac = { sums->budget - sums->eac, sums->budget };
	set(row, 0, "Sum", NULL);
	set_money(board, row, 1, true, sums->authorized);
	set_money(board, row, 2, true, sums->budget);
	set_money(board, row, 3, true, sums->eac);
	set_percent(board, row, 4, vac);
	set_money(board, row, 5, true, sums->contingency);
}

static const struct pmo_column watch_columns[] = {
	{ .name = "code", .heading = "Project" },
	{ .name = "phase", .heading = "Phase" },
	NUMBER("critical_issues", "P1 issues"),
	NUMBER("top_score", "Top risk"),
	NUMBER("decisions", "Decisions"),
	{ .name = "reported", .heading = "Last report" },
	NUMBER("report_age", "Days"),
	{ .name = "stale", .heading = "Stale" },
};

static void fill_watch(const struct dashboard *board, const struct pmo_portfolio_row *from,
		       struct pmo_row *row)
{
	bool known = from->reported != PMO_DATE_NONE;
	set(row, 0, from->code, NULL);
	set(row, 1, from->phase, NULL);
	set(row, 2, format(board, "%zu", from->critical_issues), NULL);
	set(row, 3, format(board, "%d", from->top_score), NULL);
	set(row, 4, format(board, "%zu", from->decisions), NULL);
	set_date(board, row, 5, from->reported);
	set(row, 6, known ? format(board, "%d", (int)from->report_age) : NULL, NULL);
	set(row, 7, from->stale ? "stale" : "", NULL);
}

static const struct part parts[] = {
	{ "Health", health_columns, COUNT(health_columns), fill_health, NULL },
	{ "Dates", date_columns, COUNT(date_columns), fill_dates, NULL },
	{ "Money", money_columns, COUNT(money_columns), fill_money, foot_money },
	{ "To watch", watch_columns, COUNT(watch_columns), fill_watch, NULL },
};

enum { OUTSIDE_PARTS = 2 }; /* health and dates; money and risks stay inside */

static enum pmo_style style_of(const struct pmo_portfolio_row *row)
{
	char color = row->rag.areas[PMO_RAG_OVERALL].reported;
	return color == 'R' ? PMO_STYLE_BAD : PMO_STYLE_PLAIN;
}

static enum pmo_result add_part(const struct dashboard *board, const struct part *part,
				struct pmo_document *document)
{
	const struct pmo_portfolio *portfolio = board->portfolio;
	struct pmo_table *table = make_table(board, part->columns, part->count);
	if (!table)
		return PMO_NO_MEMORY;
	pmo_document_add_heading(document, 2, part->heading);
	for (size_t i = 0; i < portfolio->count; i++) {
		struct pmo_row *row = pmo_table_add_row(table);
		if (!row)
			return PMO_NO_MEMORY;
		row->style = style_of(&portfolio->rows[i]);
		part->fill(board, &portfolio->rows[i], row);
	}
	struct pmo_row *foot = part->foot && portfolio->count ? pmo_table_add_footer(table) : NULL;
	if (foot)
		part->foot(board, foot);
	pmo_document_add_table(document, table, NULL);
	return PMO_OK;
}

/* Why a color is not green, a line a project. */
static void add_reasons(const struct dashboard *board, struct pmo_document *document)
{
	bool any = false;
	pmo_document_add_heading(document, 3, "Why");
	for (size_t i = 0; i < board->portfolio->count; i++) {
		const struct pmo_portfolio_row *row = &board->portfolio->rows[i];
		for (int area = 0; area < PMO_RAG_OVERALL; area++) {
			const struct pmo_rag_area *at = &row->rag.areas[area];
			if (!at->reason || (at->reported != 'R' && at->reported != 'Y'))
				continue;
			if (!any)
				pmo_document_add_list(document, PMO_LIST_BULLETS);
			any = true;
			pmo_document_add_item(
				document,
				format(board, "%s %s %c: %s%s", row->code,
				       pmo_rag_area_name((enum pmo_rag_what)area), at->reported,
				       at->override_by ? "reported otherwise; computed " : "",
				       at->reason));
		}
	}
	if (!any)
		pmo_document_add_none(document);
}

static void add_findings(const struct dashboard *board, struct pmo_document *document)
{
	static const char *const headings[] = {
		"People with more work than time",
		"Vendors on several projects",
		"Releases close to each other",
		"Freezes ahead",
	};
	for (int kind = 0; kind < PMO_PORTFOLIO_KINDS; kind++) {
		bool any = false;
		pmo_document_add_heading(document, 3, headings[kind]);
		for (size_t i = 0; i < board->portfolio->finding_count; i++) {
			const struct pmo_portfolio_finding *finding =
				&board->portfolio->findings[i];
			if ((int)finding->kind != kind)
				continue;
			if (!any)
				pmo_document_add_list(document, PMO_LIST_BULLETS);
			any = true;
			pmo_document_add_item(document, finding->text);
		}
		if (!any)
			pmo_document_add_none(document);
	}
}

static void add_summary(const struct dashboard *board, struct pmo_document *document)
{
	const struct pmo_portfolio *all = board->portfolio;
	pmo_document_add_paragraph(document, NULL);
	pmo_document_add_strong(
		document, format(board, "%zu project%s", all->count, all->count == 1 ? "" : "s"));
	pmo_document_add_format(document, ": %zu red, %zu yellow, %zu green", all->red, all->yellow,
				all->green);
	if (all->other)
		pmo_document_add_format(document, ", %zu not rated or on hold", all->other);
	pmo_document_add_text(document, ".");
	if (all->stale && board->inside)
		pmo_document_add_format(document, " %zu without a fresh report.", all->stale);
}

static void add_warnings(const struct dashboard *board, struct pmo_document *document)
{
	for (size_t i = 0; i < board->portfolio->count; i++) {
		const struct pmo_portfolio_row *row = &board->portfolio->rows[i];
		if (!row->charter)
			pmo_document_warn(document, "%s: project.yaml cannot be read: pmo check",
					  row->project->handle);
		else if (!row->scheduled)
			pmo_document_warn(document, "%s: there is no schedule: pmo -p %s check",
					  row->code, row->project->handle);
		else if (row->faults)
			pmo_document_warn(document,
					  "%s: %zu task%s with bad data; dates that hang on them "
					  "are left out",
					  row->code, row->faults, row->faults == 1 ? "" : "s");
	}
}

enum pmo_result pmo_portfolio_document(const struct pmo_portfolio *portfolio,
				       enum pmo_audience audience, struct pmo_document *document)
{
	const struct pmo_config *config = pmo_workspace_config(portfolio->workspace);
	const struct dashboard board = {
		.portfolio = portfolio,
		.arena = portfolio->arena,
		.today = pmo_workspace_world(portfolio->workspace)->today,
		.inside = audience == PMO_AUDIENCE_INTERNAL,
	};
	struct pmo_document_head head = {
		.kind = "portfolio",
		.title = "Portfolio",
		.project = config->organisation,
		.as_of = board.today,
	};
	enum pmo_result result = PMO_OK;
	pmo_document_init(document, portfolio->arena, &head);
	if (board.inside)
		add_warnings(&board, document);
	add_summary(&board, document);
	size_t count = board.inside ? COUNT(parts) : OUTSIDE_PARTS;
	for (size_t i = 0; result == PMO_OK && i < count; i++) {
		result = add_part(&board, &parts[i], document);
		if (result == PMO_OK && i == 0 && board.inside)
			add_reasons(&board, document);
	}
	if (result == PMO_OK && board.inside) {
		pmo_document_add_heading(document, 2, "Between projects");
		add_findings(&board, document);
	}
	return result;
}

enum pmo_result pmo_portfolio_table(const struct pmo_portfolio *portfolio, struct pmo_table *table)
{
	static const struct pmo_column first[] = {
		{ .name = "project", .heading = "Handle" },  { .name = "name", .heading = "Name" },
		{ .name = "sponsor", .heading = "Sponsor" }, { .name = "pm", .heading = "Manager" },
		{ .name = "top_risk", .heading = "Risk" },
	};
	const struct dashboard board = {
		.portfolio = portfolio,
		.arena = portfolio->arena,
		.today = pmo_workspace_world(portfolio->workspace)->today,
	};
	enum pmo_result result = pmo_table_add_columns(table, first, COUNT(first));
	/* The code is in every part and comes once. */
	for (size_t p = 0; p < COUNT(parts); p++)
		for (size_t i = p ? 1 : 0; result == PMO_OK && i < parts[p].count; i++)
			result = pmo_table_add_column(table, &parts[p].columns[i]);
	for (size_t i = 0; result == PMO_OK && i < portfolio->count; i++) {
		const struct pmo_portfolio_row *from = &portfolio->rows[i];
		struct pmo_row *row = pmo_table_add_row(table);
		if (!row)
			return PMO_NO_MEMORY;
		struct pmo_row part = *row;
		set(row, 0, from->project->handle, NULL);
		set(row, 1, from->title, NULL);
		set(row, 2, from->sponsor, NULL);
		set(row, 3, from->manager, NULL);
		set(row, 4, from->top_risk, NULL);
		part.cells += COUNT(first);
		for (size_t p = 0; p < COUNT(parts); p++) {
			part.cells -= p ? 1 : 0;
			const struct pmo_cell before = part.cells[0];
			parts[p].fill(&board, from, &part);
			if (p)
				part.cells[0] = before;
			part.cells += parts[p].count;
		}
	}
	return result;
}
