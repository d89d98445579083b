/* The pages of one project. */
#include "report/site.h"

#include <pmo/figure.h>
#include <pmo/text.h>

#include <string.h>

/* Listings, a page each or more; for outside without people. */
static const struct listing_column risk_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Risk", NULL, LISTING_WIDE },
	{ "score", "Score", NULL, LISTING_NUMBER },
	{ "band", "Band", NULL, LISTING_PLAIN },
	{ "strategy", "Response", NULL, LISTING_PLAIN },
	{ "owner", "Owner", NULL, LISTING_PERSON },
	{ "next_review", "Next review", NULL, LISTING_DAY },
	{ 0 },
};

static const struct listing_column issue_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Issue", NULL, LISTING_WIDE },
	{ "priority", "Priority", NULL, LISTING_PLAIN },
	{ "status", "Status", NULL, LISTING_PLAIN },
	{ "owner", "Owner", NULL, LISTING_PERSON },
	{ "due", "Due", NULL, LISTING_DAY },
	{ 0 },
};

static const struct listing_column assumption_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },        { "kind", "Kind", NULL, LISTING_PLAIN },
	{ "title", "What", NULL, LISTING_WIDE },    { "status", "Status", NULL, LISTING_PLAIN },
	{ "owner", "Owner", NULL, LISTING_PERSON }, { 0 },
};

static const struct listing_column decision_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Question", NULL, LISTING_WIDE },
	{ "status", "Status", NULL, LISTING_PLAIN },
	{ "needed_by", "Needed by", NULL, LISTING_DAY },
	{ "date", "Decided", NULL, LISTING_DAY },
	{ "decision", "Decision", NULL, LISTING_WIDE },
	{ 0 },
};

static const struct listing_column action_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },         { "title", "Action", NULL, LISTING_WIDE },
	{ "owner", "Owner", NULL, LISTING_PERSON },  { "due", "Due", NULL, LISTING_DAY },
	{ "status", "Status", NULL, LISTING_PLAIN }, { 0 },
};

static const struct listing_column report_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },           { "title", "Report", NULL, LISTING_WIDE },
	{ "overall", "Overall", NULL, LISTING_BADGE }, { "sent", "Sent", NULL, LISTING_DAY },
	{ "summary", "Summary", NULL, LISTING_WIDE },  { 0 },
};

/* What stands on which page. */
static const struct section {
	const char *page, *heading;
	struct listing listing;
} sections[] = {
	{ "raid",
	  "Open risks",
	  { .register_name = "risk",
	    .where = "open",
	    .order = { "-score", "id" },
	    .columns = risk_columns } },
	{ "raid",
	  "Open issues",
	  { .register_name = "issue",
	    .where = "open",
	    .order = { "priority", "due" },
	    .columns = issue_columns } },
	{ "raid",
	  "Assumptions, constraints and dependencies",
	  { .register_name = "assumption",
	    .where = "open",
	    .order = { "kind", "id" },
	    .columns = assumption_columns } },
	{ "decisions",
	  "To be decided",
	  { .register_name = "decision",
	    .where = "open",
	    .order = { "needed_by", "id" },
	    .columns = decision_columns } },
	{ "decisions",
	  "Decided",
	  { .register_name = "decision",
	    .where = "status = made",
	    .order = { "-date", "id" },
	    .columns = decision_columns } },
	{ "actions",
	  "Open actions",
	  { .register_name = "action",
	    .where = "open",
	    .order = { "owner", "due" },
	    .columns = action_columns } },
	{ "reports",
	  "Reports sent",
	  { .register_name = "report",
	    .where = "status = sent",
	    .order = { "-as_of", "-id" },
	    .columns = report_columns } },
};

enum { COLUMNS_MOST = 12 };

/* For outside the columns that name people are left out. */
static enum pmo_result add_listing(const struct site *site, const struct listing_scope *scope,
				   const struct listing *listing, struct pmo_document *document)
{
	struct listing_column *kept =
		pmo_arena_array(scope->arena, COLUMNS_MOST + 1, sizeof(*kept));
	struct listing copy = *listing;
	size_t count = 0;
	if (!kept)
		return PMO_NO_MEMORY;
	for (size_t i = 0; listing->columns[i].name && count < COLUMNS_MOST; i++)
		if (site->audience == PMO_AUDIENCE_INTERNAL ||
		    listing->columns[i].form != LISTING_PERSON)
			kept[count++] = listing->columns[i];
	copy.columns = kept;
	return listing_add(scope, &copy, NULL, document);
}

static void begin(const struct site *site, const struct pmo_portfolio_row *row, const char *title,
		  struct pmo_document *document)
{
	const struct pmo_document_head head = {
		.kind = "page",
		.title = title,
		.project_code = row->code,
		.project = row->title,
		.as_of = site->today,
	};
	pmo_document_init(document, site->arena, &head);
}

static enum pmo_result add_sections(const struct site *site, const struct pmo_portfolio_row *row,
				    const char *name, struct pmo_document *document)
{
	const struct listing_scope scope = {
		.workspace = site->workspace,
		.project = row->project,
		.arena = site->arena,
		.from = site->today,
		.to = site->today,
		.next_from = site->today,
		.next_to = site->today,
		.since = site->today,
		.audience = site->audience,
	};
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < sizeof(sections) / sizeof(*sections); i++) {
		if (strcmp(sections[i].page, name) != 0)
			continue;
		pmo_document_add_heading(document, 2, sections[i].heading);
		result = add_listing(site, &scope, &sections[i].listing, document);
	}
	return result;
}

static bool is_shown(const struct site *site, const struct pmo_plan_item *item)
{
	return item->state != PMO_ITEM_LEFT_OUT && item->sure && item->finish != PMO_DATE_NONE &&
	       pmo_audience_may_see(site->audience, item->record);
}

static enum pmo_result add_gantt(const struct site *site, const struct pmo_plan *plan,
				 struct pmo_document *document)
{
	struct pmo_gantt_row *rows =
		pmo_arena_array(site->arena, plan->own_count + 1, sizeof(*rows));
	struct pmo_gantt gantt = {
		.head = { "Schedule", "Bars of all tasks and milestones that are in the table "
				      "below, with a line at the day of this page." },
		.rows = rows,
		.today = site->today,
		.from = PMO_DATE_NONE,
		.to = PMO_DATE_NONE,
	};
	struct pmo_buffer svg;
	if (!rows)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (!is_shown(site, item))
			continue;
		rows[gantt.row_count++] = (struct pmo_gantt_row){
			.label = item->title,
			.depth = site->audience == PMO_AUDIENCE_INTERNAL ? item->depth : 0,
			.summary = item->kind == PMO_ITEM_SUMMARY,
			.milestone = item->kind == PMO_ITEM_MILESTONE,
			.critical = item->critical,
			.start = item->start,
			.finish = item->finish,
			.baseline_start = item->baseline_start,
			.baseline_finish = item->baseline_finish,
			.percent = item->percent / 100,
		};
	}
	pmo_buffer_init(&svg, PMO_BUFFER_LIMIT);
	enum pmo_result result = gantt.row_count ? pmo_figure_gantt(&gantt, &svg) : PMO_OK;
	if (result == PMO_OK && gantt.row_count)
		pmo_document_add_figure(document, &(struct pmo_figure){ "gantt", "Schedule",
									gantt.head.description,
									NULL, svg.data });
	pmo_buffer_release(&svg);
	return result;
}

static void set(struct pmo_row *row, size_t column, const char *text)
{
	row->cells[column].text = text ? text : "";
	row->cells[column].absent = !text || !*text;
}

static const char *day(const struct site *site, int32_t date)
{
	char text[PMO_DATE_LONG_SIZE];
	if (date == PMO_DATE_NONE)
		return NULL;
	pmo_date_format_short(date, site->today, text);
	return pmo_arena_string(site->arena, text);
}

static const char *state_of(const struct pmo_plan_item *item)
{
	static const char *const names[] = { "not started", "under way", "done", "left out" };
	return item->late ? "late" : names[item->state];
}

static enum pmo_result add_plan_table(const struct site *site, const struct pmo_plan *plan,
				      struct pmo_document *document)
{
	static const struct pmo_column columns[] = {
		{ .name = "wbs", .heading = "No" },
		{ .name = "title", .heading = "Task or milestone", .shrink = PMO_SHRINK_WRAP },
		{ .name = "owner", .heading = "Owner" },
		{ .name = "start", .heading = "Start" },
		{ .name = "finish", .heading = "Finish" },
		{ .name = "baseline", .heading = "Planned" },
		{ .name = "variance", .heading = "+/- d", .align = PMO_RIGHT },
		{ .name = "percent", .heading = "Done", .align = PMO_RIGHT },
		{ .name = "state", .heading = "State" },
	};
	struct pmo_table *table = pmo_arena_alloc(site->arena, sizeof(*table));
	enum pmo_result result = table ? PMO_OK : PMO_NO_MEMORY;
	if (table)
		pmo_table_init(table, site->arena);
	if (result == PMO_OK)
		result = pmo_table_add_columns(table, columns, sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; result == PMO_OK && i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (!is_shown(site, item))
			continue;
		struct pmo_row *row = pmo_table_add_row(table);
		if (!row)
			return PMO_NO_MEMORY;
		bool inside = site->audience == PMO_AUDIENCE_INTERNAL;
		set(row, 0, item->wbs);
		set(row, 1, item->title);
		set(row, 2, inside ? item->owner : NULL);
		set(row, 3, item->kind == PMO_ITEM_MILESTONE ? NULL : day(site, item->start));
		set(row, 4, day(site, item->finish));
		set(row, 5, day(site, item->baseline_finish));
		set(row, 6,
		    item->has_variance ? pmo_arena_format(site->arena, "%+d", (int)item->variance)
				       : NULL);
		set(row, 7, pmo_arena_format(site->arena, "%d %%", item->percent / 100));
		set(row, 8, state_of(item));
	}
	if (result == PMO_OK)
		pmo_document_add_table(document, table, NULL);
	return result;
}

static enum pmo_result make_plan(const struct site *site, const struct pmo_portfolio_row *row,
				 const struct pmo_plan *plan, struct pmo_document *document)
{
	begin(site, row, "Plan", document);
	if (!plan) {
		pmo_document_add_paragraph(document, "There is no schedule.");
		return PMO_OK;
	}
	enum pmo_result result = add_gantt(site, plan, document);
	pmo_document_add_heading(document, 2, "Tasks and milestones");
	return result == PMO_OK ? add_plan_table(site, plan, document) : result;
}

/* Inside it is the project on a page; outside, what its milestones and charter let out. */
static enum pmo_result make_overview(const struct site *site, const struct pmo_portfolio_row *row,
				     struct pmo_plan *plan, struct pmo_document *document)
{
	const struct pmo_status_options options = { .arena = site->arena, .month = true };
	struct pmo_status status;
	if (site->audience == PMO_AUDIENCE_INTERNAL) {
		enum pmo_result result =
			pmo_status_open(site->workspace, row->project, plan, &options, &status);
		return result == PMO_OK ? pmo_status_onepage(&status, document) : result;
	}
	int go_live = plan ? pmo_plan_go_live(plan) : -1;
	begin(site, row, "Overview", document);
	pmo_document_add_fact(document, "Overall", NULL);
	pmo_document_add_badge(document, row->rag.areas[PMO_RAG_OVERALL].reported);
	if (row->phase)
		pmo_document_add_fact(document, "Phase", row->phase);
	if (go_live >= 0 && is_shown(site, &plan->items[go_live]))
		pmo_document_add_fact(document, "Go-live", day(site, plan->items[go_live].finish));
	pmo_document_add_fact(
		document, "Tasks done",
		pmo_arena_format(site->arena, "%zu of %zu", row->tasks_done, row->tasks));
	return PMO_OK;
}

static const char *path_of(const struct site *site, const struct pmo_portfolio_row *row,
			   const char *name)
{
	struct pmo_buffer out;
	pmo_buffer_init(&out, 1 << 16);
	site_add_name(&out, row->project->handle);
	pmo_buffer_add_format(&out, "/%s.html", name);
	const char *path = out.failed ? NULL : pmo_arena_string(site->arena, out.data);
	pmo_buffer_release(&out);
	return path;
}

enum pmo_result site_add_project(struct site *site, const struct pmo_portfolio_row *row,
				 struct pmo_plan *plan)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && site_names[i]; i++) {
		struct pmo_document document;
		struct site_page page = { .row = row, .name = site_names[i] };
		page.path = path_of(site, row, page.name);
		if (!page.path)
			return PMO_NO_MEMORY;
		if (strcmp(page.name, "index") == 0) {
			result = make_overview(site, row, plan, &document);
		} else if (strcmp(page.name, "plan") == 0) {
			result = make_plan(site, row, plan, &document);
		} else {
			begin(site, row, site_titles[i], &document);
			result = add_sections(site, row, page.name, &document);
		}
		if (result == PMO_OK)
			result = site_put(site, &page, &document);
	}
	return result;
}
