/* Facts in few words. */
#include "report/status_brief.h"

#include <pmo/figure.h>
#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

enum { STRIP = 8, DAYS = 30 };

static const char *const labels[] = { "Scope", "Schedule", "Cost", "Risk", "Overall" };

enum pmo_result brief_add_health(const struct pmo_status *status, struct pmo_document *document)
{
	struct pmo_strip_item items[PMO_RAG_COUNT];
	struct pmo_strip strip = { .items = items, .count = PMO_RAG_COUNT };
	struct pmo_buffer svg, text;
	pmo_buffer_init(&svg, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&text, 1 << 12);
	for (int i = 0; i < PMO_RAG_COUNT; i++) {
		const struct pmo_rag_area *area = &status->rag.areas[i];
		const char *trend = pmo_rag_trend(area->previous, area->reported);
		items[i] = (struct pmo_strip_item){ labels[i], area->reported, trend };
		pmo_buffer_add_format(&text, "%s%s %c", i ? "   " : "", labels[i], area->reported);
	}
	strip.head.title = "Health";
	strip.head.description = status_format(status, "%s.", text.data);
	enum pmo_result result = pmo_figure_strip(&strip, &svg);
	if (result == PMO_OK)
		pmo_document_add_figure(
			document,
			&(struct pmo_figure){ "health", "Health", strip.head.description,
					      status_format(status, "%s", text.data), svg.data });
	pmo_buffer_release(&svg);
	pmo_buffer_release(&text);
	return result;
}

static int by_date(const void *a, const void *b)
{
	const struct pmo_plan_item *first = *(const struct pmo_plan_item *const *)a;
	const struct pmo_plan_item *second = *(const struct pmo_plan_item *const *)b;
	if (first->finish != second->finish)
		return first->finish < second->finish ? -1 : 1;
	return first < second ? -1 : first > second;
}

/* Of many milestones the ones around today: what comes goes before what was. */
static size_t choose(const struct pmo_status *status, const struct pmo_plan_item **chosen)
{
	const struct pmo_plan *plan = status->plan;
	const struct pmo_plan_item **all =
		pmo_arena_array(status->arena, plan ? plan->own_count + 1 : 1, sizeof(*all));
	size_t count = 0, open = 0;
	for (size_t i = 0; all && plan && i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (item->kind == PMO_ITEM_MILESTONE && item->state != PMO_ITEM_LEFT_OUT &&
		    item->sure && item->finish != PMO_DATE_NONE)
			all[count++] = item;
	}
	if (!count)
		return 0;
	qsort((void *)all, count, sizeof(*all), by_date);
	for (size_t i = 0; i < count; i++)
		open += all[i]->state != PMO_ITEM_DONE;
	size_t first = count > STRIP ? count - STRIP : 0;
	if (open > STRIP)
		first = count - open;
	size_t taken = count - first < STRIP ? count - first : STRIP;
	for (size_t i = 0; i < taken; i++)
		chosen[i] = all[first + i];
	return taken;
}

static char color_of(const struct pmo_plan_item *item)
{
	if (item->state == PMO_ITEM_DONE || !item->has_variance || item->variance <= 0)
		return 'G';
	return 'Y';
}

static void add_strip_line(const struct pmo_strip_item *item, struct pmo_buffer *text)
{
	enum { LABEL = 34 };
	size_t cells = pmo_text_width(item->label), start = text->length;
	pmo_text_truncate(text, item->label, LABEL);
	for (size_t i = start; i < text->length; i++)
		if ((unsigned char)text->data[i] < ' ')
			text->data[i] = ' ';
	pmo_buffer_add_repeat(text, ' ', cells < LABEL ? LABEL - cells : 0);
	pmo_buffer_add_format(text, " %c  %s\n", item->status, item->text);
}

enum pmo_result brief_add_milestones(const struct pmo_status *status, struct pmo_document *document)
{
	const struct pmo_plan_item *chosen[STRIP];
	struct pmo_strip_item items[STRIP];
	struct pmo_strip strip = { .items = items, .count = choose(status, chosen) };
	struct pmo_buffer svg, text;
	if (!strip.count) {
		pmo_document_add_none(document);
		return PMO_OK;
	}
	pmo_buffer_init(&svg, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&text, 1 << 12);
	for (size_t i = 0; i < strip.count; i++) {
		const struct pmo_plan_item *item = chosen[i];
		bool done = item->state == PMO_ITEM_DONE;
		const char *days = item->has_variance && item->variance
					   ? status_format(status, " (%+d d)", (int)item->variance)
					   : "";
		items[i].label = status_format(status, "%s %s", item->wbs, item->title);
		items[i].status = color_of(item);
		items[i].text = status_format(status, "%s%s%s", done ? "reached " : "",
					      status_day(status, item->finish), days);
		add_strip_line(&items[i], &text);
	}
	strip.head.title = "Milestones";
	strip.head.description =
		status_format(status, "%zu milestones with their dates.", strip.count);
	enum pmo_result result = pmo_figure_strip(&strip, &svg);
	if (result == PMO_OK)
		pmo_document_add_figure(
			document,
			&(struct pmo_figure){ "milestones", "Milestones", strip.head.description,
					      status_format(status, "%s", text.data), svg.data });
	pmo_buffer_release(&svg);
	pmo_buffer_release(&text);
	return result;
}

const char *brief_date(const struct pmo_status *status)
{
	const struct pmo_plan_item *item = status_go_live(status);
	char date[PMO_DATE_LONG_SIZE];
	if (!item || item->finish == PMO_DATE_NONE)
		return NULL;
	if (!item->sure)
		return status_format(status, "%s: the date is not sure.", item->title);
	pmo_date_format_short(item->finish, PMO_DATE_NONE, date);
	if (!item->has_variance)
		return status_format(status, "%s %s.", item->title, date);
	if (!item->variance)
		return status_format(status, "%s %s, as planned.", item->title, date);
	int days = item->variance < 0 ? -item->variance : item->variance;
	return status_format(status, "%s %s, %d working day%s %s.", item->title, date, days,
			     days == 1 ? "" : "s", item->variance < 0 ? "early" : "late");
}

#define LINES "those(budget, not category in [contingency, reserve])"

const char *brief_money(const struct pmo_status *status)
{
	int64_t current, eac, left;
	char share[PMO_RATIO_SIZE];
	if (!status_ask_money(status, "sum(" LINES ", current)", &current) ||
	    !status_ask_money(status, "sum(" LINES ", eac)", &eac) || current <= 0)
		return NULL;
	pmo_ratio_format_percent((struct pmo_ratio){ eac - current, current }, 1, share);
	bool has_reserve = status_ask_money(
		status,
		"if(count(those(budget, category = contingency)) > 0, sum(those(budget, category = "
		"contingency), available))",
		&left);
	return status_format(status, "Forecast %s, %s%s against the budget of %s%s%s.",
			     status_money(status, eac), eac >= current ? "+" : "", share,
			     status_money(status, current),
			     has_reserve ? "; contingency left " : "",
			     has_reserve ? status_money(status, left) : "");
}

const char *brief_risk(const struct pmo_status *status, const struct pmo_record *risk)
{
	const char *owner = pmo_record_text(risk, risk->schema->owner);
	const char *said = pmo_practice_text(risk, "{title}, score {score}");
	return status_format(status, "%s (%s)", said ? said : risk->id,
			     owner ? status_person(status, owner) : "no owner");
}

static bool add_moved(const struct pmo_status *status, const struct pmo_plan_item *item,
		      struct pmo_document *document)
{
	int32_t before = status_old_forecast(status->previous, item->id);
	if (before == PMO_DATE_NONE || !item->sure || item->finish == PMO_DATE_NONE ||
	    before == item->finish)
		return false;
	int32_t days = pmo_calendar_days_between(status->plan->calendar, before, item->finish);
	pmo_document_add_item(document, status_format(status, "%s: %s, said %s (%+d d)",
						      item->title, status_day(status, item->finish),
						      status_day(status, before), (int)days));
	return true;
}

/* Figures that people compare. */
static size_t add_figures(const struct pmo_status *status, struct pmo_document *document)
{
	static const char *const wanted[] = { "tasks_done", "eac", "contingency", "risk_top",
					      "issues_open" };
	struct status_figure *figures;
	size_t count, told = 0;
	if (status_compute_figures(status, &figures, &count) != PMO_OK)
		return 0;
	for (size_t i = 0; i < count; i++) {
		const char *old = status_old_figure(status->previous, figures[i].name);
		for (size_t at = 0; at < sizeof(wanted) / sizeof(*wanted); at++) {
			if (strcmp(wanted[at], figures[i].name) != 0 || !old || !figures[i].value ||
			    strcmp(old, figures[i].value) == 0)
				continue;
			pmo_document_add_item(document, status_format(status, "%s: %s, was %s",
								      figures[i].label,
								      figures[i].value, old));
			told++;
		}
	}
	return told;
}

enum pmo_result brief_add_changes(const struct pmo_status *status, struct pmo_document *document)
{
	enum { MOVED = 3 };
	size_t told = 0;
	if (!status->previous) {
		pmo_document_add_paragraph(document, "There is no report before this one.");
		return PMO_OK;
	}
	for (size_t i = 0; status->plan && i < status->plan->own_count && told < MOVED; i++)
		if (status->plan->items[i].kind == PMO_ITEM_MILESTONE)
			told += add_moved(status, &status->plan->items[i], document);
	told += add_figures(status, document);
	for (int i = 0; i < PMO_RAG_COUNT; i++) {
		const struct pmo_rag_area *area = &status->rag.areas[i];
		if (!area->previous || area->previous == area->reported)
			continue;
		pmo_document_add_item(document, status_format(status, "%s: %c, was %c", labels[i],
							      area->reported, area->previous));
		told++;
	}
	if (!told)
		pmo_document_add_paragraph(document, "Nothing.");
	return PMO_OK;
}

enum pmo_result brief_add_next(const struct pmo_status *status, size_t most,
			       struct pmo_document *document)
{
	const struct pmo_plan *plan = status->plan;
	const struct pmo_plan_item **found =
		pmo_arena_array(status->arena, plan ? plan->own_count + 1 : 1, sizeof(*found));
	size_t count = 0;
	if (!found)
		return PMO_NO_MEMORY;
	for (size_t i = 0; plan && i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		int32_t date;
		const char *what =
			status_in_window(item, status->as_of + 1, status->as_of + DAYS, &date);
		bool counts =
			item->kind == PMO_ITEM_MILESTONE || item->critical || item->near_critical;
		if (what && strcmp(what, "finish") == 0 && counts && item->sure)
			found[count++] = item;
	}
	if (count)
		qsort((void *)found, count, sizeof(*found), by_date);
	else
		pmo_document_add_none(document);
	for (size_t i = 0; i < count && i < most; i++)
		pmo_document_add_item(
			document,
			status_format(status, "%s %s%s%s%s", status_day(status, found[i]->finish),
				      found[i]->title,
				      found[i]->kind == PMO_ITEM_MILESTONE ? " (milestone)" : "",
				      found[i]->owner ? ", " : "",
				      found[i]->owner ? status_person(status, found[i]->owner)
						      : ""));
	return PMO_OK;
}
