/* The sections that are tables of records: issues, risks, changes, and the rest. */
#include "report/status.h"

#include <pmo/text.h>

#include <string.h>

#define PENDING  "status in [submitted, in_analysis, in_review, deferred]"
#define APPROVED "status in [approved, implemented, closed]"

static const struct listing_column issue_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Issue", NULL, LISTING_WIDE },
	{ "priority", "Prio", NULL, LISTING_PLAIN },
	{ "owner", "Owner", NULL, LISTING_PERSON },
	{ "age", "Age", NULL, LISTING_NUMBER },
	{ "due", "Due", NULL, LISTING_DAY },
	{ "level", "Level", "if(escalation_level, escalation_level, 0)", LISTING_NUMBER },
	{ 0 },
};

static const struct listing_column risk_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Risk", NULL, LISTING_WIDE },
	{ "probability", "P", NULL, LISTING_NUMBER },
	{ "impact", "I", NULL, LISTING_NUMBER },
	{ "score", "Score", NULL, LISTING_NUMBER },
	{ "change", "Change", "score", LISTING_CHANGE },
	{ "owner", "Owner", NULL, LISTING_PERSON },
	{ "next_review", "Review", NULL, LISTING_DAY },
	{ 0 },
};

static const struct listing_column pending_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Change", NULL, LISTING_WIDE },
	{ "age", "Age", NULL, LISTING_NUMBER },
	{ "awaiting", "Waits for", "if(awaiting, first(awaiting), owner)", LISTING_PERSON },
	{ "impact_cost", "Cost", NULL, LISTING_MONEY },
	{ "impact_days", "Days", NULL, LISTING_PLAIN },
	{ "status", "Status", NULL, LISTING_PLAIN },
	{ 0 },
};

static const struct listing_column approved_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Change", NULL, LISTING_WIDE },
	{ "decided", "Decided", NULL, LISTING_DAY },
	{ "impact_cost", "Cost", NULL, LISTING_SUM },
	{ "impact_days", "Days", NULL, LISTING_PLAIN },
	{ "status", "Status", NULL, LISTING_PLAIN },
	{ 0 },
};

static const struct listing_column decision_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Decision", NULL, LISTING_WIDE },
	{ "owner", "Who decides", NULL, LISTING_PERSON },
	{ "due", "Needed by", NULL, LISTING_DAY },
	{ 0 },
};

static const struct listing_column deliverable_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Deliverable", NULL, LISTING_WIDE },
	{ "vendor", "Vendor", "contract.vendor.name", LISTING_WIDE },
	{ "due", "Due", NULL, LISTING_DAY },
	{ "late", "Late", NULL, LISTING_NUMBER },
	{ "status", "Status", NULL, LISTING_PLAIN },
	{ "review_due", "Our review", "if(status in [submitted, in_review], review_due)",
	  LISTING_DAY },
	{ 0 },
};

static const struct listing_column purchase_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Purchase", NULL, LISTING_WIDE },
	{ "cost", "Amount", NULL, LISTING_MONEY },
	{ "vendor", "Vendor", "vendor.name", LISTING_WIDE },
	{ "expected", "Expected", "if(expected, expected, if(promised, promised, needed_by))",
	  LISTING_DAY },
	{ "status", "Status", NULL, LISTING_PLAIN },
	{ 0 },
};

static const struct listing_column action_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Action", NULL, LISTING_WIDE },
	{ "owner", "Owner", NULL, LISTING_PERSON },
	{ "due", "Due", NULL, LISTING_DAY },
	{ "late", "Days", "days(due, today)", LISTING_NUMBER },
	{ 0 },
};

static const struct listing_column metric_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },          { "title", "Metric", NULL, LISTING_WIDE },
	{ "unit", "Unit", NULL, LISTING_PLAIN },      { "baseline", "From", NULL, LISTING_NUMBER },
	{ "target", "Target", NULL, LISTING_NUMBER }, { "latest", "Now", NULL, LISTING_NUMBER },
	{ "rating", "Rating", NULL, LISTING_PLAIN },  { 0 },
};

static const struct listing_column compliance_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },         { "title", "Requirement", NULL, LISTING_WIDE },
	{ "owner", "Owner", NULL, LISTING_PERSON },  { "due", "Due", NULL, LISTING_DAY },
	{ "status", "Status", NULL, LISTING_PLAIN }, { 0 },
};

static const struct listing_column readiness_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "group", "Group", NULL, LISTING_WIDE },
	{ "headcount", "People", NULL, LISTING_NUMBER },
	{ "readiness", "Readiness 1-5", NULL, LISTING_NUMBER },
	{ "stage", "Stage", NULL, LISTING_PLAIN },
	{ 0 },
};

static const struct listing_column training_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },         { "title", "Session", NULL, LISTING_WIDE },
	{ "start", "Start", NULL, LISTING_PLAIN },   { "capacity", "Seats", NULL, LISTING_NUMBER },
	{ "status", "Status", NULL, LISTING_PLAIN }, { 0 },
};

static const struct listing_column lesson_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Lesson", NULL, LISTING_WIDE },
	{ "recommendation", "Recommendation", NULL, LISTING_WIDE },
	{ 0 },
};

/* A heading stands over the tables that follow until the next one; NULL: the same heading. */
static const struct section {
	const char *heading, *caption;
	bool monthly;
	const char *said; /* above the table: a text with {expressions} about the charter */
	struct listing listing;
} sections[] = {
	{ "Top issues",
	  NULL,
	  false,
	  NULL,
	  { .register_name = "issue",
	    .where = "open",
	    .order = { "priority", "-age" },
	    .most = 7,
	    .columns = issue_columns,
	    .more = "pmo issue",
	    .line = "{id}, next: {if(waiting_for, waiting_for, action_plan)}" } },
	{ "Top risks",
	  NULL,
	  false,
	  NULL,
	  { .register_name = "risk",
	    .where = "open and not kind = opportunity",
	    .order = { "-score", "next_review" },
	    .most = 7,
	    .columns = risk_columns,
	    .more = "pmo risk",
	    .line = "{id}: because {cause}, {event}; then {effect}. Response "
		    "({strategy}): {response}" } },
	{ "Change requests",
	  "Pending",
	  false,
	  NULL,
	  { .register_name = "change",
	    .where = PENDING,
	    .order = { "-age", "id" },
	    .columns = pending_columns } },
	{ NULL,
	  "Approved so far",
	  false,
	  "Approved since the start: {sum(those(change, " APPROVED "), impact_cost)} and "
	  "{sum(those(change, " APPROVED "), impact_days)}.",
	  { .register_name = "change",
	    .where = APPROVED,
	    .order = { "decided", "id" },
	    .columns = approved_columns } },
	{ "Decisions needed",
	  NULL,
	  false,
	  NULL,
	  { .register_name = "decision",
	    .where = "status in [proposed, pending]",
	    .order = { "due", "id" },
	    .columns = decision_columns,
	    .line = "{id}: {question} Without an answer: {without_answer}" } },
	{ "Vendors and deliverables",
	  NULL,
	  false,
	  NULL,
	  { .register_name = "deliverable",
	    .where = "open and not (status = planned and due > today + 20d)",
	    .order = { "next_due", "id" },
	    .most = 15,
	    .columns = deliverable_columns,
	    .more = "pmo deliverable" } },
	{ "Procurement",
	  NULL,
	  false,
	  NULL,
	  { .register_name = "purchase",
	    .where = "not status in [paid, closed, cancelled]",
	    .order = { "id" },
	    .most = 15,
	    .columns = purchase_columns,
	    .more = "pmo purchase" } },
	{ "Actions overdue",
	  NULL,
	  false,
	  "{count(those(action, overdue))} of {count(those(action, open))} open actions.",
	  { .register_name = "action",
	    .where = "overdue",
	    .order = { "due", "id" },
	    .most = 20,
	    .columns = action_columns,
	    .more = "pmo overdue" } },
	{ "Metrics",
	  NULL,
	  true,
	  NULL,
	  { .register_name = "metric",
	    .where = "not status = void",
	    .order = { "id" },
	    .columns = metric_columns } },
	{ "Compliance gaps",
	  NULL,
	  true,
	  NULL,
	  { .register_name = "compliance",
	    .where = "status in [not_assessed, in_progress, non_compliant, remediation]",
	    .order = { "due", "id" },
	    .columns = compliance_columns } },
	{ "Readiness",
	  "People",
	  true,
	  NULL,
	  { .register_name = "ocm",
	    .where = "open",
	    .order = { "readiness", "id" },
	    .columns = readiness_columns } },
	{ NULL,
	  "Training to come",
	  true,
	  NULL,
	  { .register_name = "training",
	    .where = "open",
	    .order = { "start", "id" },
	    .columns = training_columns } },
	{ "Lessons of this month",
	  NULL,
	  true,
	  NULL,
	  { .register_name = "lesson",
	    .where = "created >= $from and created <= $to",
	    .order = { "id" },
	    .columns = lesson_columns } },
};

static bool is_about(const struct pmo_record *decision, const char *id)
{
	struct pmo_value affects = pmo_record_get_name(decision, "affects");
	bool is_list = affects.presence == PMO_PRESENT && affects.is_list;
	for (uint32_t i = 0; is_list && i < affects.count; i++)
		if (affects.as.items[i].presence == PMO_PRESENT &&
		    pmo_text_compare(affects.as.items[i].as.text, id) == 0)
			return true;
	return false;
}

/* What was written of go-live once may say another date than the plan says now. */
static enum pmo_result add_dates_now(const struct pmo_status *status, const struct listing *listing,
				     struct pmo_document *document)
{
	const struct pmo_plan_item *live = status_go_live(status);
	struct listing_scope scope = status_scope(status);
	struct listing_rows rows = { 0 };
	enum pmo_result result = PMO_OK;
	if (live && live->sure && live->finish != PMO_DATE_NONE)
		result = listing_find(&scope, listing, &rows);
	for (size_t i = 0; result == PMO_OK && i < rows.count; i++) {
		const struct pmo_record *decision = rows.items[i];
		const char *text = pmo_record_text(
			decision, pmo_schema_field(decision->schema, "without_answer"));
		char day[PMO_DATE_LONG_SIZE];
		pmo_date_format_short(live->finish, live->finish, day);
		if (!text || strstr(text, day) || !is_about(decision, live->id))
			continue;
		pmo_document_add_paragraph(document, NULL);
		pmo_document_add_format(document, "%s: as things stand now, %s is expected %s.",
					decision->id, live->title,
					status_day(status, live->finish));
	}
	return result;
}

enum pmo_result status_add_lists(const struct pmo_status *status, struct pmo_document *document)
{
	struct listing_scope scope = status_scope(status);
	bool month = strcmp(status->kind, "monthly") == 0;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < sizeof(sections) / sizeof(*sections); i++) {
		const struct section *section = &sections[i];
		if (section->monthly && !month)
			continue;
		if (section->heading)
			pmo_document_add_heading(document, 2, section->heading);
		const char *said = section->said && status->charter
					   ? pmo_practice_text(status->charter, section->said)
					   : NULL;
		if (said)
			pmo_document_add_paragraph(document, said);
		result = listing_add(&scope, &section->listing, section->caption, document);
		if (result == PMO_OK && strcmp(section->listing.register_name, "decision") == 0)
			result = add_dates_now(status, &section->listing, document);
	}
	return result;
}
