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
	{ .name = "vendor_no", .kind = PMO_TEXT, .help = "number in the finance system" },
	{ .name = "kind", .kind = PMO_CHOICE, .choices = kinds, .help = "what it sells" },
	{ .name = "contacts", .kind = PMO_REF, .to = "person", .flags = PMO_LIST,
	  .help = "its people, whom to call first" },
	{ .name = "account_manager", .kind = PMO_REF, .to = "person",
	  .help = "who answers for the account there" },
	{ .name = "certifications", .kind = PMO_TEXT, .flags = PMO_LIST, .help = "HUB, SBE, MWBE" },
	{ .name = "insurance_expires", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .label = "insured until", .help = "end of the insurance certificate" },
	{ .name = "addenda", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = addendum_members,
	  .brief = "kind signed expires?", .help = "security and privacy addenda" },
	{ .name = "ratings", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = rating_members,
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
	  "status = active and insurance_expires >= today and insurance_expires <= today + 90cd",
	  "has insurance until {insurance_expires}", "insurance_expires", NULL },
	{ "vendor-addendum-ends", PMO_ADVICE,
	  "status = active and any(addenda, expires <= today + 90cd)",
	  "has an addendum that ends or has ended", "addenda", NULL },
	{ "rating-no-evidence", PMO_WARNING,
	  "any(ratings, (quality < 3 or schedule < 3 or cost < 3 or management < 3 or "
	  "compliance < 3) and not evidence)",
	  "has a rating below 3 without evidence", "ratings", NULL },
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
