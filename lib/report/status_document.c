/* The status report from its head to its summary, and the order of all sections. */
#include "report/status.h"

#include <pmo/text.h>

#include <string.h>

static const char *badge_of(const struct pmo_status *status, char color)
{
	return color ? status_format(status, "%c", color) : "";
}

static void warn_of_plan(const struct pmo_status *status, struct pmo_document *document)
{
	enum { NAMED = 5 };
	const struct pmo_plan *plan = status->plan;
	size_t told = 0;
	if (!plan)
		pmo_document_warn(document, "There is no schedule: pmo schedule says why. No date "
					    "below is computed.");
	if (plan && plan->fault)
		pmo_document_warn(document, "The plan: %s. Its dates are not sure.", plan->fault);
	for (size_t i = 0; plan && i < plan->item_count && told < NAMED; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (!item->fault)
			continue;
		pmo_document_warn(document, "%s (%s) %s; dates that depend on it are not sure.",
				  item->title ? item->title : item->id, item->id, item->fault);
		told++;
	}
	if (plan && plan->fault_count > told)
		pmo_document_warn(document, "%zu more tasks have bad values: pmo check.",
				  plan->fault_count - told);
}

static void warn_of_colors(const struct pmo_status *status, struct pmo_document *document)
{
	for (int i = 0; i < PMO_RAG_OVERALL; i++) {
		const struct pmo_rag_area *area = &status->rag.areas[i];
		const char *name = pmo_rag_area_name((enum pmo_rag_what)i);
		if (area->computed == 'N' && area->rule && strcmp(area->rule, "unsure-data") == 0)
			pmo_document_warn(document, "No color for %s: %s.", name, area->reason);
		if (area->sudden)
			pmo_document_warn(document,
					  "%s went from green to red without yellow between: was "
					  "it really green?",
					  name);
		if (area->refused)
			pmo_document_warn(document, "An override of %s does not count: %s.", name,
					  area->refused);
	}
}

static const char *period_of(const struct pmo_status *status)
{
	char from[PMO_DATE_LONG_SIZE], to[PMO_DATE_LONG_SIZE];
	pmo_date_format_short(status->from, status->to, from);
	pmo_date_format_short(status->to, PMO_DATE_NONE, to);
	return status_format(status, "%s to %s", from, to);
}

static const char *handle_of(const struct pmo_record *charter, const char *field)
{
	return charter ? pmo_record_text(charter, pmo_schema_field(charter->schema, field)) : NULL;
}

/* "Pat Coordinator, project coordinator": of the report's owner, else the coordinator. */
static const char *prepared_by(const struct pmo_status *status)
{
	const char *owner = status_text(status, "owner");
	const struct pmo_world *world = pmo_workspace_world(status->workspace);
	if (!owner)
		owner = handle_of(status->charter, "coordinator");
	if (!owner)
		owner = world->me;
	if (!owner)
		return NULL;
	const struct pmo_record *person =
		status->charter && world->find
			? world->find(world->store, status->charter, owner, "person")
			: NULL;
	const char *role =
		person ? pmo_record_text(person, pmo_schema_field(person->schema, "role")) : NULL;
	return status_format(status, "%s%s%s", status_person(status, owner), role ? ", " : "",
			     role ? role : "");
}

static const char *commit_of(const struct pmo_status *status)
{
	const struct pmo_stamp *stamp = &status->stamp;
	if (!stamp->commit)
		return NULL;
	if (!stamp->changed_count)
		return stamp->commit;
	return status_format(status, "%s, changed since: %s%s", stamp->commit, stamp->changed[0],
			     stamp->changed_count > 1 ? status_format(status, " and %zu more",
								      stamp->changed_count - 1)
						      : "");
}

enum pmo_result status_begin(const struct pmo_status *status, const char *kind, const char *title,
			     struct pmo_document *document)
{
	const char *code = handle_of(status->charter, "code");
	struct pmo_document_head head = {
		.kind = kind,
		.title = title,
		.project_code = code ? code : status->project->handle,
		.project = status->project->title,
		.period = period_of(status),
		.as_of = status->as_of,
		.prepared_by = prepared_by(status),
		.commit = commit_of(status),
		.deck = strcmp(kind, "deck") == 0,
		.compact = strcmp(kind, "onepage") == 0,
	};
	pmo_document_init(document, status->arena, &head);
	warn_of_plan(status, document);
	warn_of_colors(status, document);
	return document->result;
}

static void add_identification(const struct pmo_status *status, struct pmo_document *document)
{
	static const struct {
		const char *label, *field;
	} people[] = { { "Sponsor", "sponsor" },
		       { "Manager", "pm" },
		       { "Coordinator", "coordinator" } };
	const struct pmo_record *baseline = status->plan ? status->plan->baseline : NULL;
	pmo_document_add_heading(document, 2, "Identification");
	for (size_t i = 0; i < sizeof(people) / sizeof(*people); i++) {
		const char *handle = handle_of(status->charter, people[i].field);
		pmo_document_add_fact(document, people[i].label,
				      handle ? status_person(status, handle) : "not named");
	}
	const char *phase = handle_of(status->charter, "phase");
	pmo_document_add_fact(document, "Phase", phase ? phase : "not given");
	const char *version =
		baseline ? status_format(status, "%s (%s)",
					 pmo_record_text(baseline, baseline->schema->title),
					 baseline->id)
			 : "none approved yet";
	pmo_document_add_fact(document, "Baseline", version);
	const char *budget = status_ask(status, "budget_authorized");
	pmo_document_add_fact(document, "Budget", *budget ? budget : "not given");
}

const char *status_why(const struct pmo_status *status, const struct pmo_rag_area *area)
{
	const char *reason = area->reason ? area->reason : "";
	if (area->reported == area->computed)
		return reason;
	char on[PMO_DATE_LONG_SIZE] = "";
	if (area->override_on != PMO_DATE_NONE)
		pmo_date_format_short(area->override_on, status->as_of, on);
	return status_format(status, "OVERRIDE by %s%s%s: %s. Computed: %s",
			     status_person(status, area->override_by), *on ? " " : "", on,
			     area->override_reason ? area->override_reason : "", reason);
}

static enum pmo_result add_health(const struct pmo_status *status, struct pmo_document *document)
{
	static const struct pmo_column columns[] = {
		{ .name = "area", .heading = "Area" },
		{ .name = "previous", .heading = "Last", .badge = true },
		{ .name = "computed", .heading = "Computed", .badge = true },
		{ .name = "reported", .heading = "Reported", .badge = true },
		{ .name = "trend", .heading = "Trend" },
		{ .name = "reason", .heading = "Why", .shrink = PMO_SHRINK_WRAP },
	};
	static const char *const labels[] = { "Scope", "Schedule", "Cost", "Risk and issues",
					      "Overall" };
	struct pmo_table *table = status_table(status, columns, 6);
	for (int i = 0; table && i < PMO_RAG_COUNT; i++) {
		const struct pmo_rag_area *area = &status->rag.areas[i];
		struct pmo_row *row = pmo_table_add_row(table);
		if (!row)
			return PMO_NO_MEMORY;
		status_cell(row, 0, labels[i], pmo_rag_area_name((enum pmo_rag_what)i));
		status_cell(row, 1, badge_of(status, area->previous), NULL);
		status_cell(row, 2, badge_of(status, area->computed), NULL);
		status_cell(row, 3, badge_of(status, area->reported), NULL);
		status_cell(row, 4, pmo_rag_trend(area->previous, area->reported), NULL);
		status_cell(row, 5, status_why(status, area), NULL);
	}
	if (!table)
		return PMO_NO_MEMORY;
	pmo_document_add_heading(document, 2, "Health");
	pmo_document_add_table(document, table, NULL);
	for (int i = 0; i < PMO_RAG_OVERALL; i++) {
		const struct pmo_rag_area *area = &status->rag.areas[i];
		bool told = area->computed == 'R' || area->computed == 'Y';
		for (size_t also = 0; told && also < area->also_count; also++)
			pmo_document_add_item(document, status_format(status, "%s, also: %s",
								      labels[i], area->also[also]));
	}
	return PMO_OK;
}

enum pmo_result status_add_head(const struct pmo_status *status, struct pmo_document *document)
{
	add_identification(status, document);
	return add_health(status, document);
}

static void add_comment(const struct pmo_status *status, enum pmo_rag_what what, const char *label,
			struct pmo_document *document)
{
	const struct pmo_rag_area *area = &status->rag.areas[what];
	const char *name = pmo_rag_area_name(what);
	const char *text = status_text(status, status_format(status, "%s_comment", name));
	bool owed = area->reported == 'Y' || area->reported == 'R' || area->computed == 'R';
	if (!text && !owed && !area->path_to_green)
		return;
	pmo_document_add_heading(document, 3, label);
	if (text)
		pmo_document_add_prose(document, text);
	else if (owed)
		pmo_document_add_paragraph(document, "Not written yet.");
	if (area->path_to_green) {
		pmo_document_add_paragraph(document, "Path to green: ");
		pmo_document_add_text(document, area->path_to_green);
	} else if (area->computed == 'R' || area->reported == 'R') {
		pmo_document_add_paragraph(document, "Path to green: not written yet.");
	}
}

static void add_summary(const struct pmo_status *status, struct pmo_document *document)
{
	const char *summary = status_text(status, "summary");
	pmo_document_add_heading(document, 2, "Summary");
	if (summary)
		pmo_document_add_prose(document, summary);
	else
		pmo_document_add_paragraph(document, "Not written yet.");
	add_comment(status, PMO_RAG_SCOPE, "Scope", document);
	add_comment(status, PMO_RAG_SCHEDULE, "Schedule", document);
	add_comment(status, PMO_RAG_COST, "Cost", document);
	add_comment(status, PMO_RAG_RISK, "Risk and issues", document);
}

/* What people wrote under names that are no section of ours. */
static void add_other_texts(const struct pmo_status *status, struct pmo_document *document)
{
	int index = status->report ? pmo_schema_field(status->report->schema, "sections") : -1;
	struct pmo_value list = { 0 };
	if (index >= 0)
		list = pmo_record_get(status->report, index);
	for (uint32_t i = 0; list.presence == PMO_PRESENT && i < list.count; i++) {
		const struct pmo_field *field = status->report->schema->fields[index];
		const struct pmo_value *item = &list.as.items[i];
		const struct pmo_value *key = pmo_value_member(field, item, "name");
		const struct pmo_value *text = pmo_value_member(field, item, "text");
		if (!key || !text || key->presence != PMO_PRESENT ||
		    text->presence != PMO_PRESENT ||
		    pmo_word_is_in("accomplished|planned", key->as.text))
			continue;
		pmo_document_add_heading(document, 2, key->as.text);
		pmo_document_add_prose(document, text->as.text);
	}
}

enum pmo_result pmo_status_document(const struct pmo_status *status, struct pmo_document *document)
{
	static enum pmo_result (*const sections[])(const struct pmo_status *,
						   struct pmo_document *) = {
		status_add_work,  status_add_milestones, status_add_schedule,
		status_add_money, status_add_lists,
	};
	const char *title = strcmp(status->kind, "monthly") == 0 ? "Monthly status report"
								 : "Weekly status report";
	enum pmo_result result = status_begin(status, "status", title, document);
	if (result == PMO_OK)
		result = status_add_head(status, document);
	if (result == PMO_OK)
		result = status_add_questions(status, document);
	if (result == PMO_OK)
		add_summary(status, document);
	for (size_t i = 0; result == PMO_OK && i < sizeof(sections) / sizeof(*sections); i++)
		result = sections[i](status, document);
	if (result == PMO_OK)
		add_other_texts(status, document);
	if (result == PMO_OK && status->report)
		pmo_document_add_footer(document,
					status_format(status, "Report %s.", status->report->id));
	const char *version = result == PMO_OK ? pmo_rag_version(status->workspace) : NULL;
	if (version)
		pmo_document_add_footer(document,
					status_format(status, "Rules of the colors: %s.", version));
	return result == PMO_OK ? document->result : result;
}
