/* The one page that an executive reads. */
#include "report/status_brief.h"

#include <string.h>

/* The first sentence of why the project is. */
static const char *purpose(const struct pmo_status *status)
{
	const char *need =
		status->charter
			? pmo_record_text(status->charter, pmo_schema_field(status->charter->schema,
									    "business_need"))
			: NULL;
	if (!need || !*need)
		return NULL;
	const char *end = need;
	while (*end && !(*end == '.' && (end[1] == ' ' || end[1] == '\n' || !end[1])))
		end++;
	return status_format(status, "%.*s.", (int)(end - need), need);
}

static const char *handle_of(const struct pmo_status *status, const char *field)
{
	return status->charter ? pmo_record_text(status->charter,
						 pmo_schema_field(status->charter->schema, field))
			       : NULL;
}

static void add_contact(const struct pmo_status *status, struct pmo_document *document)
{
	const struct pmo_world *world = pmo_workspace_world(status->workspace);
	const char *handle = handle_of(status, "coordinator");
	if (!handle)
		handle = handle_of(status, "pm");
	const struct pmo_record *person =
		handle && world->find ? world->find(world->store, status->charter, handle, "person")
				      : NULL;
	const char *email =
		person ? pmo_record_text(person, pmo_schema_field(person->schema, "email")) : NULL;
	if (!handle)
		return;
	pmo_document_add_paragraph(document, "Contact: ");
	pmo_document_add_text(document, status_person(status, handle));
	if (!email)
		return;
	pmo_document_add_text(document, ", ");
	pmo_document_add_link(document, email, status_format(status, "mailto:%s", email));
}

/* Date, money, and the risk that is worst. */
static enum pmo_result add_facts(const struct pmo_status *status, struct pmo_document *document)
{
	static const struct listing worst = { .register_name = "risk",
					      .where = "open and not kind = opportunity",
					      .order = { "-score", "next_review" } };
	struct listing_scope scope = status_scope(status);
	const char *date = brief_date(status), *money = brief_money(status);
	struct listing_rows rows;
	enum pmo_result result = listing_find(&scope, &worst, &rows);
	if (result != PMO_OK)
		return result;
	const char *risk = rows.count ? brief_risk(status, rows.items[0]) : "None.";
	pmo_document_add_fact(document, "Date", date ? date : "Nothing can be told.");
	pmo_document_add_fact(document, "Money", money ? money : "There is no budget.");
	pmo_document_add_fact(document, "Top risk", risk);
	return PMO_OK;
}

static enum pmo_result add_rest(const struct pmo_status *status, struct pmo_document *document)
{
	enum { NEXT = 5 };
	bool any = false;
	pmo_document_add_heading(document, 2, "Asked of you");
	enum pmo_result result = status_add_attention(status, document, &any);
	if (result == PMO_OK && !any)
		pmo_document_add_none(document);
	pmo_document_add_heading(
		document, 2,
		status->previous ? status_format(status, "Changed since %s",
						 status_day(status, status_scope(status).since))
				 : "Changed");
	if (result == PMO_OK)
		result = brief_add_changes(status, document);
	pmo_document_add_heading(document, 2, "Next 30 days");
	if (result == PMO_OK)
		result = brief_add_next(status, NEXT, document);
	if (result == PMO_OK)
		add_contact(status, document);
	return result;
}

enum pmo_result pmo_status_onepage(const struct pmo_status *status, struct pmo_document *document)
{
	const struct pmo_rag_area *overall = &status->rag.areas[PMO_RAG_OVERALL];
	enum pmo_result result = status_begin(status, "onepage", "Project on a page", document);
	const char *why = purpose(status), *summary = status_text(status, "summary");
	if (result != PMO_OK)
		return result;
	if (why)
		pmo_document_add_paragraph(document, why);
	pmo_document_add_paragraph(document, NULL);
	pmo_document_add_strong(document, "Overall ");
	pmo_document_add_badge(document, overall->reported);
	pmo_document_add_format(document, ": %s.", overall->reason);
	if (summary)
		pmo_document_add_prose(document, summary);
	result = brief_add_health(status, document);
	if (result == PMO_OK)
		result = add_facts(status, document);
	if (result == PMO_OK)
		result = brief_add_milestones(status, document);
	if (result == PMO_OK)
		result = add_rest(status, document);
	return result == PMO_OK ? document->result : result;
}
