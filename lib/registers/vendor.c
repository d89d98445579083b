/* Companies that sell to the workspace; how well they did is rated a period at a time. */
#include "registers.h"

static const char *const kinds[] = {
	"software", "services", "hardware", "telecom", "training", NULL
};

static const char *const addendum_kinds[] = { "cjis", "nda", "dpa", NULL };

static const struct pmo_field addendum_members[] = {
	{ .name = "kind", .kind = PMO_CHOICE, .choices = addendum_kinds, .flags = PMO_NEEDED,
	  .help = "security, secrecy or privacy" },
	{ .name = "signed", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "when" },
	{ .name = "expires", .kind = PMO_DATE, .help = "until when it holds" },
	{ 0 },
};

static const struct pmo_field rating_members[] = {
	{ .name = "period", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "2026-Q3" },
	{ .name = "quality", .kind = PMO_INTEGER, .range = "1..5",
	  .help = "5 exceptional, 3 satisfactory" },
	{ .name = "schedule", .kind = PMO_INTEGER, .range = "1..5", .help = "kept dates" },
	{ .name = "cost", .kind = PMO_INTEGER, .range = "1..5", .help = "kept prices" },
	{ .name = "management", .kind = PMO_INTEGER, .range = "1..5",
	  .help = "answers and people" },
	{ .name = "compliance", .kind = PMO_INTEGER, .range = "1..5", .help = "kept rules" },
	{ .name = "comment", .kind = PMO_TEXT, .help = "in words" },
	{ .name = "evidence", .kind = PMO_TEXT, .help = "what shows it; needed below 3" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "name", .kind = PMO_TEXT, .flags = PMO_NEEDED | PMO_WIDE, .was = "legal_name",
	  .help = "legal name" },
	{ .name = "vendor_no", .kind = PMO_TEXT, .flags = PMO_TRACKED,
	  .help = "number in the finance system" },
	{ .name = "kind", .kind = PMO_CHOICE, .choices = kinds, .help = "what it sells" },
	{ .name = "contacts", .kind = PMO_REF, .to = "person", .flags = PMO_LIST,
	  .help = "its people, whom to call first" },
	{ .name = "account_manager", .kind = PMO_REF, .to = "person",
	  .help = "who answers for the account there" },
	{ .name = "certifications", .kind = PMO_TEXT, .flags = PMO_LIST, .help = "HUB, SBE, MWBE" },
	{ .name = "insurance_expires", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .label = "insured until", .help = "end of the insurance certificate" },
	{ .name = "addenda", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = addendum_members,
	  .brief = "kind signed expires?", .help = "security and privacy addenda" },
	{ .name = "delivered", .kind = PMO_INTEGER,
	  .derive = "count(those(deliverable, contract.vendor = this and submitted)) + "
		    "count(those(purchase, vendor = this and arrived))",
	  .help = "deliverables submitted and orders that came" },
	{ .name = "on_time", .kind = PMO_INTEGER,
	  .derive = "count(those(deliverable, contract.vendor = this and on_time)) + "
		    "count(those(purchase, vendor = this and arrived <= promised))",
	  .help = "how many of them by their date" },
	{ .name = "late_open", .kind = PMO_INTEGER, .label = "late",
	  .derive = "count(those(deliverable, contract.vendor = this and open and not submitted "
		    "and due < today)) + count(those(purchase, vendor = this and status in "
		    "[ordered, partially_received] and promised < today))",
	  .help = "not here, and past the date" },
	{ .name = "decided", .kind = PMO_INTEGER,
	  .derive = "count(those(deliverable, contract.vendor = this and status in "
		    "[conditionally_accepted, accepted, invoiced, paid, rejected]))",
	  .help = "deliverables that we accepted or rejected" },
	{ .name = "first_time", .kind = PMO_INTEGER,
	  .derive = "count(those(deliverable, contract.vendor = this and first_time))",
	  .help = "how many of them were good at once" },
	{ .name = "score", .kind = PMO_NUMBER,
	  .derive = "if(worst < limit(rating.floor), min(weighted, limit(rating.cap)), weighted)",
	  .help = "of the last rating; capped where any part is below standard" },
	{ .name = "weighted", .kind = PMO_NUMBER,
	  .derive = "(last(ratings).quality * 30 + last(ratings).schedule * 25 + "
		    "last(ratings).cost * 15 + last(ratings).management * 20 + "
		    "last(ratings).compliance * 10) / 100",
	  .help = "quality 30, schedule 25, management 20, cost 15, compliance 10" },
	{ .name = "worst", .kind = PMO_INTEGER,
	  .derive = "min(last(ratings).quality, last(ratings).schedule, last(ratings).cost, "
		    "last(ratings).management, last(ratings).compliance)",
	  .help = "lowest part of the last rating" },
	{ .name = "ratings", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = rating_members,
	  .help = "how well it did, a period each" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "prospect", PMO_STATE_OPEN, "asked or asking" },
	{ "active", PMO_STATE_OPEN, "delivers" },
	{ "suspended", PMO_STATE_OPEN, "gets no new orders" },
	{ "inactive", PMO_STATE_CLOSED, "no longer used" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "activate", .from = "prospect|suspended|inactive", .to = "active",
	  .help = "delivers from now on" },
	{ .verb = "suspend", .from = "active", .to = "suspended", .needs = "note",
	  .help = "gets no new orders" },
	{ .verb = "deactivate", .from = "prospect|active|suspended", .to = "inactive",
	  .help = "is no longer used" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "vendor-uninsured", PMO_WARNING, "status = active and insurance_expires < today",
	  "has had no insurance since {insurance_expires}", "insurance_expires", NULL },
	{ "vendor-insurance-ends", PMO_ADVICE,
	  "status = active and insurance_expires >= today and insurance_expires <= today + "
	  "limit(expiry.warn)",
	  "has insurance until {insurance_expires}", "insurance_expires", NULL },
	{ "vendor-addendum-ends", PMO_ADVICE,
	  "status = active and any(addenda, expires <= today + limit(expiry.warn))",
	  "has an addendum that ends or has ended", "addenda", NULL },
	{ "rating-no-evidence", PMO_WARNING,
	  "any(ratings, min(quality, schedule, cost, management, compliance) < "
	  "limit(rating.floor) and not evidence)",
	  "has a rating below {limit(rating.floor)} without evidence", "ratings", NULL },
	{ 0 },
};

const struct pmo_register register_vendor = {
	.name = "vendor",
	.plural = "vendors",
	.prefix = "VEN",
	.help = "companies, their people, insurance and ratings",
	.scope = PMO_SCOPE_WORKSPACE,
	.layout = PMO_LAYOUT_FILE,
	.undated = true,
	.title = "name",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id name kind account_manager insurance_expires status",
	.sort = "id",
};
