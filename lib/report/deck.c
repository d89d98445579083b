/* Eight slides for a steering committee; the speaker's notes name the records. */
#include "report/status_brief.h"

#include <string.h>

static void add_notes(const struct pmo_status *status, struct pmo_document *document,
		      const char *where)
{
	pmo_document_begin_notes(document);
	pmo_document_add_paragraph(document, "Sources: ");
	pmo_document_add_text(document, where);
	if (status->report)
		pmo_document_add_format(document, "; %s", status->report->id);
	pmo_document_end(document);
}

/* "RSK-003 RSK-005": the ids behind a slide. */
static const char *ids(const struct pmo_status *status, const struct listing *listing, size_t most)
{
	struct listing_scope scope = status_scope(status);
	struct listing_rows rows;
	const char *text = "";
	if (listing_find(&scope, listing, &rows) != PMO_OK)
		return "";
	for (size_t i = 0; i < rows.count && i < most; i++)
		text = status_format(status, "%s%s%s", text, *text ? " " : "", rows.items[i]->id);
	return *text ? text : "no record";
}

static const char *reason_of(const struct pmo_status *status, const struct pmo_rag_area *area)
{
	if (area->reported == area->computed)
		return area->reason;
	return status_format(status, "%s says so, computed %c",
			     status_person(status, area->override_by), area->computed);
}

/* Slides are for reading from afar: bullets, no figures. */
static enum pmo_result add_glance(const struct pmo_status *status, struct pmo_document *document)
{
	static const char *const areas[] = { "Scope ", "Schedule ", "Cost ", "Risk and issues ",
					     "Overall " };
	pmo_document_add_heading(document, 2, "Status at a glance");
	for (int i = PMO_RAG_COUNT - 1; i >= 0; i--) {
		const struct pmo_rag_area *area = &status->rag.areas[i];
		pmo_document_add_item(document, areas[i]);
		pmo_document_add_badge(document, area->reported);
		if (i < PMO_RAG_OVERALL)
			pmo_document_add_format(document, ": %s", reason_of(status, area));
	}
	add_notes(status, document, "rules of the colors, pmo status");
	return PMO_OK;
}

static enum pmo_result add_dates(const struct pmo_status *status, struct pmo_document *document)
{
	enum { MOST = 6 };
	const struct pmo_plan_item *item = status_go_live(status);
	const char *said = brief_date(status);
	size_t told = 0;
	pmo_document_add_heading(document, 2, "Schedule");
	pmo_document_add_item(document, said ? said : "No date can be told.");
	for (size_t i = 0; status->plan && i < status->plan->own_count && told < MOST; i++) {
		const struct pmo_plan_item *other = &status->plan->items[i];
		if (other->kind != PMO_ITEM_MILESTONE || other->state == PMO_ITEM_DONE ||
		    other->state == PMO_ITEM_LEFT_OUT || !other->sure)
			continue;
		pmo_document_add_item(document,
				      status_format(status, "%s %s: %s%s", other->wbs, other->title,
						    status_day(status, other->finish),
						    other->has_variance
							    ? status_format(status, " (%+d d)",
									    (int)other->variance)
							    : ""));
		told++;
	}
	add_notes(status, document,
		  item ? status_format(status, "%s, pmo why %s", item->id, item->id)
		       : "pmo schedule");
	return PMO_OK;
}

static enum pmo_result add_money(const struct pmo_status *status, struct pmo_document *document)
{
	const struct pmo_evm *evm = &status->measures.evm;
	const char *said = brief_money(status);
	char spi[PMO_RATIO_SIZE], cpi[PMO_RATIO_SIZE];
	pmo_document_add_heading(document, 2, "Money");
	pmo_document_add_item(document, said ? said : "There is no budget.");
	if (status->has_measures && evm->known) {
		pmo_ratio_format(evm->spi, 2, spi);
		pmo_ratio_format(evm->cpi, 2, cpi);
		pmo_document_add_item(document, status_format(status, "SPI %s, CPI %s", spi, cpi));
	}
	add_notes(status, document, "pmo budget table, pmo evm");
	return PMO_OK;
}

static enum pmo_result add_three(const struct pmo_status *status, const struct listing *listing,
				 const char *text, struct pmo_document *document)
{
	enum { THREE = 3 };
	struct listing_scope scope = status_scope(status);
	struct listing_rows rows;
	enum pmo_result result = listing_find(&scope, listing, &rows);
	for (size_t i = 0; i < rows.count && i < THREE; i++) {
		const char *said = pmo_practice_text(rows.items[i], text);
		if (!said)
			said = pmo_record_text(rows.items[i], rows.items[i]->schema->title);
		pmo_document_add_item(document, said ? said : rows.items[i]->id);
	}
	if (result == PMO_OK && !rows.count)
		pmo_document_add_item(document,
				      status_format(status, "No open %s.", listing->register_name));
	return result;
}

static enum pmo_result add_trouble(const struct pmo_status *status, struct pmo_document *document)
{
	static const struct listing risks = { .register_name = "risk",
					      .where = "open and not kind = opportunity",
					      .order = { "-score", "next_review" } };
	static const struct listing issues = { .register_name = "issue",
					       .where = "open",
					       .order = { "priority", "-age" } };
	pmo_document_add_heading(document, 2, "Risks and issues");
	enum pmo_result result = add_three(status, &risks, "Risk {score}: {title}", document);
	if (result == PMO_OK)
		result = add_three(status, &issues, "Issue {priority}: {title}", document);
	add_notes(status, document,
		  status_format(status, "%s; %s", ids(status, &risks, 3), ids(status, &issues, 3)));
	return result;
}

/* Test, training, people, infrastructure: a figure each, from what is recorded. */
static enum pmo_result add_readiness(const struct pmo_status *status, struct pmo_document *document)
{
	static const struct {
		const char *label, *part, *whole;
	} rows[] = {
		{ "Test cases written", "sum(those(testplan), written)",
		  "sum(those(testplan), planned)" },
		{ "Test cases run", "sum(those(testplan), executed)",
		  "sum(those(testplan), planned)" },
		{ "Test cases passed", "sum(those(testplan), passed)",
		  "sum(those(testplan), executed)" },
		{ "Training sessions held",
		  "count(those(training, status in [delivered, evaluated]))",
		  "count(those(training))" },
		{ "Needs in place", "count(those(need, status in [in_place, verified]))",
		  "count(those(need))" },
		{ "Handover items accepted", "count(those(handover, status = accepted))",
		  "count(those(handover))" },
		{ "Compliance met", "count(those(compliance, status in [compliant, waived]))",
		  "count(those(compliance))" },
	};
	size_t told = 0;
	pmo_document_add_heading(document, 2, "Readiness");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *part = status_ask(status, rows[i].part);
		const char *whole = status_ask(status, rows[i].whole);
		if (!*part || (strcmp(whole, "0") == 0 && strcmp(part, "0") == 0))
			continue;
		pmo_document_add_item(document,
				      status_format(status, *whole ? "%s: %s of %s" : "%s: %s%s",
						    rows[i].label, part, whole));
		told++;
	}
	if (!told)
		pmo_document_add_none(document);
	add_notes(status, document, "pmo testplan summary, pmo training coverage, pmo need");
	return PMO_OK;
}

static enum pmo_result add_asked(const struct pmo_status *status, struct pmo_document *document)
{
	static const struct listing pending = { .register_name = "decision",
						.where = "status in [proposed, pending]",
						.order = { "due", "id" } };
	bool any;
	pmo_document_add_heading(document, 2, "Decisions asked");
	enum pmo_result result = status_add_attention(status, document, &any);
	if (result == PMO_OK && !any)
		pmo_document_add_none(document);
	add_notes(status, document, ids(status, &pending, 8));
	return result;
}

enum pmo_result pmo_status_deck(const struct pmo_status *status, struct pmo_document *document)
{
	static enum pmo_result (*const slides[])(const struct pmo_status *,
						 struct pmo_document *) = {
		add_glance, add_dates, add_money, add_trouble, add_readiness, add_asked,
	};
	enum pmo_result result = status_begin(status, "deck", "Project status", document);
	for (size_t i = 0; result == PMO_OK && i < sizeof(slides) / sizeof(*slides); i++)
		result = slides[i](status, document);
	if (result != PMO_OK)
		return result;
	pmo_document_add_heading(document, 2, "Next 30 days");
	result = brief_add_next(status, 8, document);
	add_notes(status, document, "pmo lookahead");
	return result == PMO_OK ? document->result : result;
}
