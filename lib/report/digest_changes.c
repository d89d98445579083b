/* What has changed: against the last report, and within the last seven days. */
#include "report/digest.h"

#include "report/status.h"

#include <string.h>

enum { DAYS = 7 };

static void find_colors(struct digest_work *work)
{
	for (int i = 0; work->inside && i < PMO_RAG_COUNT; i++) {
		const struct pmo_rag_area *area = &work->rag.areas[i];
		if (area->previous && area->previous != area->reported)
			digest_add(work, 0, "%s %c > %c: %s",
				   pmo_rag_area_name((enum pmo_rag_what)i), area->previous,
				   area->reported, area->reason ? area->reason : "");
	}
}

static void find_milestones(struct digest_work *work)
{
	const struct pmo_plan *plan = work->options->plan;
	for (size_t i = 0; plan && i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (item->kind != PMO_ITEM_MILESTONE || item->state == PMO_ITEM_LEFT_OUT ||
		    !digest_may(work, item->record, item->owner))
			continue;
		int32_t before = status_old_forecast(work->rag.previous, item->id);
		if (item->state == PMO_ITEM_DONE && item->actual_finish > work->today - DAYS)
			digest_add(work, 0, "%s %s: reached %s", item->id, item->title,
				   digest_day(work, item->actual_finish));
		if (item->state == PMO_ITEM_DONE || before == PMO_DATE_NONE || !item->sure ||
		    item->finish == PMO_DATE_NONE || before == item->finish)
			continue;
		digest_add(work, 0, "%s %s: %s > %s (%+d d)", item->id, item->title,
			   digest_day(work, before), digest_day(work, item->finish),
			   pmo_calendar_days_between(plan->calendar, before, item->finish));
	}
}

/* A date of a record within the last days, and what it means. */
static const struct news {
	const char *register_name, *field, *word;
} news[] = {
	{ "issue", "raised", "new issue" },   { "issue", "resolved", "resolved" },
	{ "risk", "identified", "new risk" }, { "risk", "occurred_on", "occurred" },
	{ "decision", "date", "decided" },
};

static bool is_recent(const struct digest_work *work, const struct pmo_record *record,
		      const char *field)
{
	struct pmo_value value = pmo_record_get_name(record, field);
	return value.presence == PMO_PRESENT && value.kind == PMO_DATE &&
	       value.as.integer > work->today - DAYS && value.as.integer <= work->today;
}

static bool may_show(const struct digest_work *work, const struct pmo_record *record)
{
	if (record->unreadable || pmo_record_is_void(record))
		return false;
	return digest_may(work, record, pmo_record_text(record, record->schema->owner));
}

static void add_score(struct digest_work *work, const struct pmo_record *risk)
{
	struct pmo_value score = pmo_record_get_name(risk, "score");
	int64_t before;
	if (score.presence != PMO_PRESENT || !pmo_record_is_open(risk) ||
	    !listing_old_score(work->rag.previous, risk->id, &before) || before == score.as.integer)
		return;
	const char *title = pmo_record_text(risk, risk->schema->title);
	digest_add(work, 0, "%s score %lld > %lld: %s", risk->id, (long long)before,
		   (long long)score.as.integer, title ? title : "");
}

static enum pmo_result find_news(struct digest_work *work, const struct news *row)
{
	const struct pmo_schema *schema = pmo_workspace_schema(work->workspace, row->register_name);
	struct pmo_records records = { 0 };
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		pmo_workspace_records(work->workspace, work->options->project, schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++) {
		const struct pmo_record *record = &records.items[i];
		if (!may_show(work, record) || !is_recent(work, record, row->field))
			continue;
		const char *title = pmo_record_text(record, schema->title);
		digest_add(work, 0, "%s %s: %s", record->id, row->word, title ? title : "");
	}
	return result;
}

static enum pmo_result find_scores(struct digest_work *work)
{
	const struct pmo_schema *schema = pmo_workspace_schema(work->workspace, "risk");
	struct pmo_records risks = { 0 };
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		pmo_workspace_records(work->workspace, work->options->project, schema, &risks);
	for (size_t i = 0; result == PMO_OK && i < risks.count; i++)
		if (may_show(work, &risks.items[i]))
			add_score(work, &risks.items[i]);
	return result;
}

enum pmo_result digest_find_changes(struct digest_work *work)
{
	enum pmo_result result = PMO_OK;
	find_colors(work);
	find_milestones(work);
	for (size_t i = 0; result == PMO_OK && i < sizeof(news) / sizeof(*news); i++)
		result = find_news(work, &news[i]);
	return result == PMO_OK ? find_scores(work) : result;
}
