/* The deviation notice as a document (PRACTICE B7): all that its reader may ask for. */
#include "practice/notice.h"

#include <pmo/duration.h>
#include <pmo/why.h>

#include <inttypes.h>
#include <string.h>

struct notice_page {
	const struct pmo_notice *notice;
	struct pmo_document *document;
	struct pmo_table milestones, options;
};

static const char *day(const struct notice_page *page, int32_t date)
{
	return date == PMO_DATE_NONE ? "" : notice_day(page->notice, date, PMO_DATE_NONE);
}

static const char *signed_days(const struct notice_page *page, int32_t days)
{
	const char *text = pmo_arena_format(page->document->arena, "%+d d", (int)days);
	return text ? text : "";
}

static void add_facts(struct notice_page *page)
{
	const struct pmo_notice *notice = page->notice;
	struct pmo_document *document = page->document;
	char span[PMO_DURATION_LONG_SIZE];
	int32_t size = notice->planned_days < 0 ? -notice->planned_days : notice->planned_days;
	pmo_duration_format_long(size, span);
	if (notice->planned != PMO_DATE_NONE)
		pmo_document_add_fact(document, "Planned", day(page, notice->planned));
	if (notice->from != PMO_DATE_NONE && notice->from != notice->planned) {
		pmo_document_add_fact(document, "Said before", day(page, notice->from));
		if (notice->since)
			pmo_document_add_format(document, ", %s", notice->since);
	}
	pmo_document_add_fact(document, "Now expected", day(page, notice->to));
	if (notice->planned != PMO_DATE_NONE) {
		pmo_document_add_fact(document, "Deviation", span);
		pmo_document_add_format(
			document, " %s (%d.%d %%)", notice->planned_days < 0 ? "earlier" : "later",
			(int)(notice->share / 100), (int)(notice->share % 100 / 10));
	}
	if (notice->because)
		pmo_document_add_fact(document, "Cause", notice->because);
}

static enum pmo_result add_row(struct notice_page *page, struct pmo_table *table,
			       const char *const *cells, size_t count)
{
	struct pmo_row *row = pmo_table_add_row(table);
	if (!row)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < count; i++) {
		row->cells[i].text = pmo_arena_string(page->document->arena, cells[i]);
		if (cells[i] && !row->cells[i].text)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

static enum pmo_result begin_table(struct notice_page *page, struct pmo_table *table,
				   const struct pmo_column *columns, size_t count)
{
	pmo_table_init(table, page->document->arena);
	return pmo_table_add_columns(table, columns, count);
}

static enum pmo_result add_milestones(struct notice_page *page)
{
	static const struct pmo_column columns[] = {
		{ .name = "milestone", .heading = "Milestone", .shrink = PMO_SHRINK_WRAP },
		{ .name = "planned", .heading = "Planned" },
		{ .name = "expected", .heading = "Expected" },
		{ .name = "days", .heading = "Days", .align = PMO_RIGHT },
		{ .name = "id", .heading = "Id" },
	};
	const struct pmo_notice *notice = page->notice;
	enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };
	enum pmo_result result = begin_table(page, &page->milestones, columns, COLUMNS);
	for (size_t i = 0; i < notice->also_count && result == PMO_OK; i++) {
		const struct pmo_plan_item *item = &notice->plan->items[notice->also[i]];
		const char *const cells[COLUMNS] = {
			item->title,
			day(page, item->baseline_finish),
			day(page, item->finish),
			item->has_variance ? signed_days(page, item->variance) : "",
			item->id,
		};
		result = add_row(page, &page->milestones, cells, COLUMNS);
	}
	pmo_document_add_heading(page->document, 2, "What else moves with it");
	pmo_document_add_table(page->document, &page->milestones, NULL);
	for (size_t i = 0; i < notice->effect_count; i++)
		pmo_document_add_paragraph(page->document, notice->effects[i]);
	return result;
}

static enum pmo_result add_options(struct notice_page *page)
{
	static const struct pmo_column columns[] = {
		{ .name = "option", .heading = "Option", .shrink = PMO_SHRINK_WRAP },
		{ .name = "date", .heading = "Then" },
		{ .name = "days", .heading = "Against plan", .align = PMO_RIGHT },
		{ .name = "cost", .heading = "Cost", .align = PMO_RIGHT },
		{ .name = "id", .heading = "Id" },
	};
	const struct pmo_notice *notice = page->notice;
	enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };
	enum pmo_result result = begin_table(page, &page->options, columns, COLUMNS);
	for (size_t i = 0; i < notice->option_count && result == PMO_OK; i++) {
		const struct pmo_notice_option *option = &notice->options[i];
		bool known = option->has_date && notice->planned != PMO_DATE_NONE;
		const char *const cells[COLUMNS] = {
			option->what,
			option->has_date ? day(page, option->date) : option->fault,
			known ? signed_days(page, option->days) : "",
			query_money(option->change, option->cost),
			option->change->id,
		};
		result = add_row(page, &page->options, cells, COLUMNS);
	}
	const char *const stay[COLUMNS] = { "leave it as it is", day(page, notice->to),
					    notice->planned == PMO_DATE_NONE
						    ? ""
						    : signed_days(page, notice->planned_days),
					    "0.00", "" };
	if (result == PMO_OK)
		result = add_row(page, &page->options, stay, COLUMNS);
	pmo_document_add_heading(page->document, 2, "Options");
	pmo_document_add_table(page->document, &page->options, NULL);
	return result;
}

/* The date as it is computed now, where what was written of it once says another. */
static void add_without(struct notice_page *page, const char *text)
{
	const struct pmo_notice *notice = page->notice;
	pmo_document_add_fact(page->document, "Without an answer", NULL);
	if (notice->to != PMO_DATE_NONE &&
	    !strstr(text, notice_day(notice, notice->to, notice->to)))
		pmo_document_add_format(page->document, "%s stands. The record still says: ",
					notice_day(notice, notice->to, notice->to));
	pmo_document_add_text(page->document, text);
}

static void add_asks(struct notice_page *page)
{
	const struct pmo_notice *notice = page->notice;
	struct pmo_document *document = page->document;
	pmo_document_add_heading(document, 2, "Decision needed");
	if (!notice->ask_count)
		pmo_document_add_none(document);
	for (size_t i = 0; i < notice->ask_count; i++) {
		const struct pmo_notice_ask *ask = &notice->asks[i];
		const char *question = query_text(ask->decision, "question");
		const char *advice = query_text(ask->decision, "recommendation");
		const char *without = query_text(ask->decision, "without_answer");
		pmo_document_begin_callout(document, PMO_CALLOUT_DECISION,
					   question ? question : ask->what);
		if (ask->who)
			pmo_document_add_fact(document, "From", ask->who);
		if (ask->due != PMO_DATE_NONE)
			pmo_document_add_fact(document, "By",
					      query_day(ask->decision, ask->due, true));
		if (advice)
			pmo_document_add_fact(document, "We recommend", advice);
		if (without)
			add_without(page, without);
		pmo_document_end(document);
	}
	pmo_document_add_heading(document, 2, "What we do meanwhile");
	if (notice->meanwhile)
		pmo_document_add_prose(document, notice->meanwhile);
	else
		pmo_document_add_none(document);
}

static const char *footer_of(const struct notice_page *page)
{
	const struct pmo_notice *notice = page->notice;
	return pmo_arena_format(page->document->arena, "%s%s%s%s%s%s%s.", notice->chain,
				notice->since ? "; since " : "", notice->since ? notice->since : "",
				notice->reported ? "; " : "",
				notice->reported ? notice->reported : "",
				notice->first ? "; the first notice of this cause was " : "",
				notice->first ? notice->first->id : "");
}

enum pmo_result pmo_notice_document(const struct pmo_notice *notice, struct pmo_document *document)
{
	struct notice_page *page = pmo_arena_alloc(notice->plan->arena, sizeof(*page));
	const char *headline = pmo_notice_headline(notice);
	const struct pmo_record *record = notice->plan->items[notice->item].record;
	struct pmo_document_head head = {
		.kind = "notice",
		.title =
			pmo_arena_format(notice->plan->arena, "Deviation notice: %s", notice->name),
		.project_code = query_text(record, "project.code"),
		.project = notice->plan->project->title,
		.as_of = notice->plan->as_of,
	};
	if (!page || !headline || !head.title)
		return PMO_NO_MEMORY;
	pmo_document_init(document, notice->plan->arena, &head);
	page->notice = notice;
	page->document = document;
	if (!notice->plan->items[notice->item].sure)
		pmo_document_warn(document, "The date rests on bad data; pmo check says which.");
	pmo_document_add_paragraph(document, NULL);
	pmo_document_add_strong(document, headline);
	add_facts(page);
	enum pmo_result result = add_milestones(page);
	if (result == PMO_OK)
		result = add_options(page);
	if (result != PMO_OK)
		return result;
	add_asks(page);
	const char *footer = footer_of(page);
	pmo_document_add_footer(document, footer);
	return footer ? document->result : PMO_NO_MEMORY;
}
