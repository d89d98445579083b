/*
 * Contracts and orders on them: value, amendments, terms. What was invoiced and paid
 * follows from the ledger, by deliverable or for the contract itself.
 */
#include "registers.h"

static const char *const types[] = {
	"fixed_deliverable",         "fixed_price", "t_and_m_nte", "unit", "subscription",
	"state_term_contract_order", NULL
};

static const char *const methods[] = {
	"rfp", "itb", "rfq", "cooperative", "state_contract", "sole_source", "emergency", NULL
};

static const struct pmo_field renewal_members[] = {
	{ .name = "notice_by", .kind = PMO_DATE, .flags = PMO_NEEDED,
	  .help = "last day to say so" },
	{ .name = "length", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "for how long, 1 year" },
	{ 0 },
};

static const struct pmo_field amendment_members[] = {
	{ .name = "no", .kind = PMO_INTEGER, .range = "1..", .flags = PMO_NEEDED,
	  .help = "number" },
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "when it was signed" },
	{ .name = "change", .kind = PMO_REF, .to = "change",
	  .help = "the change request behind it" },
	{ .name = "amount", .kind = PMO_MONEY, .help = "what it adds" },
	{ .name = "days", .kind = PMO_DURATION, .flags = PMO_SIGNED, .help = "time it adds" },
	{ 0 },
};

static const struct pmo_field sla_members[] = {
	{ .name = "metric", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what is measured" },
	{ .name = "target", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what is promised" },
	{ .name = "credit", .kind = PMO_TEXT, .help = "what is due when it is missed" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "vendor", .kind = PMO_REF, .to = "vendor", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "with whom" },
	{ .name = "number", .kind = PMO_TEXT, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "number in the finance system" },
	{ .name = "type", .kind = PMO_CHOICE, .choices = types, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "how it is paid" },
	{ .name = "method", .kind = PMO_CHOICE, .flags = PMO_TRACKED, .choices = methods,
	  .help = "how it was bought" },
	{ .name = "awarded_by", .kind = PMO_TEXT, .flags = PMO_TRACKED,
	  .help = "person or body that awarded it" },
	{ .name = "approval_ref", .kind = PMO_TEXT, .flags = PMO_TRACKED,
	  .help = "minutes or resolution that approved it" },
	{ .name = "budget_line", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "budget",
	  .help = "line that its value is committed on" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .was = "contract_manager", .help = "who manages it on our side" },
	{ .name = "start", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "first day" },
	{ .name = "end", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED, .help = "last day" },
	{ .name = "renewal_options", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = renewal_members, .brief = "notice_by length",
	  .help = "how it may go on: 2027-03-31 1 year" },
	{ .name = "value_original", .kind = PMO_MONEY, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "as it was signed" },
	{ .name = "amendments", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = amendment_members,
	  .help = "what was changed since" },
	{ .name = "value_current", .kind = PMO_MONEY, .label = "value",
	  .derive = "value_original + sum(amendments, amount)", .help = "with all amendments" },
	{ .name = "ceiling", .kind = PMO_MONEY, .flags = PMO_TRACKED, .when = "type = t_and_m_nte",
	  .help = "not to exceed" },
	{ .name = "retainage", .kind = PMO_PERCENT, .flags = PMO_TRACKED, .range = "0..100",
	  .help = "share held back until the end" },
	{ .name = "payment_terms", .kind = PMO_DURATION, .flags = PMO_TRACKED, .range = "0..",
	  .help = "days to pay after invoice and acceptance, 30cd when absent" },
	{ .name = "sla", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = sla_members,
	  .help = "levels of service" },
	{ .name = "key_personnel", .kind = PMO_REF, .to = "person", .flags = PMO_LIST | PMO_TRACKED,
	  .help = "people the vendor may not replace alone" },
	{ .name = "warranty_until", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "end of the warranty" },
	{ .name = "invoiced", .kind = PMO_MONEY,
	  .derive = "sum(those(deliverable, contract = this), invoiced_amount) + "
		    "sum(those(expense, source = this), amount)",
	  .help = "what the ledger has for it" },
	{ .name = "paid", .kind = PMO_MONEY,
	  .derive = "sum(those(deliverable, contract = this), paid_amount) + "
		    "sum(those(expense, source = this and status = paid), amount)",
	  .help = "what was paid of that" },
	{ .name = "remaining", .kind = PMO_MONEY, .derive = "value_current - invoiced",
	  .help = "value that is not invoiced yet" },
	{ .name = "open_amount", .kind = PMO_MONEY, .label = "committed",
	  .derive = "if(status in [executed, active, completed], max(remaining, 0.00), 0.00)",
	  .help = "signed for, and not in the ledger yet" },
	{ .name = "used", .kind = PMO_PERCENT,
	  .derive = "round(100 * invoiced / if(ceiling, ceiling, value_current))",
	  .help = "invoiced share of its ceiling, else of its value" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "drafting", PMO_STATE_OPEN, "being written" },
	{ "solicitation", PMO_STATE_OPEN, "offers are asked for" },
	{ "evaluation", PMO_STATE_OPEN, "offers are compared" },
	{ "awarded", PMO_STATE_OPEN, "a vendor is chosen" },
	{ "executed", PMO_STATE_OPEN, "signed by both" },
	{ "protested", PMO_STATE_OPEN, "somebody objects" },
	{ "active", PMO_STATE_OPEN, "work goes on under it" },
	{ "completed", PMO_STATE_OPEN, "all is delivered, not all is paid" },
	{ "expired", PMO_STATE_OPEN, "its time is over" },
	{ "closed", PMO_STATE_CLOSED, "done with" },
	{ "terminated", PMO_STATE_CLOSED, "ended early" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "solicit", .from = "drafting", .to = "solicitation", .help = "asks for offers" },
	{ .verb = "evaluate", .from = "solicitation", .to = "evaluation",
	  .help = "compares offers" },
	{ .verb = "award", .from = "drafting|evaluation", .to = "awarded", .needs = "vendor",
	  .help = "chooses a vendor" },
	{ .verb = "execute", .from = "awarded", .to = "executed",
	  .needs = "number start end value_original", .help = "is signed by both" },
	{ .verb = "protest", .from = "awarded|executed", .to = "protested", .needs = "note",
	  .help = "somebody objects" },
	{ .verb = "settle", .from = "protested", .to = "executed", .needs = "note",
	  .help = "the objection is dealt with" },
	{ .verb = "activate", .from = "executed", .to = "active", .help = "work begins" },
	{ .verb = "complete", .from = "active", .to = "completed", .help = "all is delivered" },
	{ .verb = "expire", .from = "active", .to = "expired", .help = "its time is over" },
	{ .verb = "terminate", .from = "executed|protested|active", .to = "terminated",
	  .needs = "note", .help = "is ended early" },
	{ .verb = "close", .from = "completed|expired|terminated", .to = "closed",
	  .help = "is done with" },
	{ 0 },
};

static const struct pmo_control controls[] = {
	{ "contract-settled", "value_original=|vendor=",
	  "status in [executed, protested, active, completed, expired, terminated, closed]",
	  "is signed: its vendor and value stay as they were signed, amendments change them",
	  "pmo set {id} amendments+='no=1 date=… amount=… change=CHG-…'" },
	{ "contract-ceiling-settled", "ceiling=",
	  "status in [executed, protested, active, completed, expired, terminated, closed] and "
	  "not amendments",
	  "is signed: its ceiling changes with an amendment only",
	  "pmo set {id} amendments+='no=1 date=… amount=… change=CHG-…' first" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "contract-ends-before-start", PMO_WARNING, "end < start",
	  "ends {end}, before it starts {start}", "end", NULL },
	{ "contract-over", PMO_WARNING, "status in [executed, active] and end < today",
	  "ended {end} and is still {status}", "end", "pmo contract expire {id}" },
	{ "contract-ends", PMO_ADVICE,
	  "status in [executed, active] and end >= today and end <= today + limit(contract.ends)",
	  "ends {end}", "end", NULL },
	{ "contract-renewal", PMO_ADVICE,
	  "open and any(renewal_options, notice_by >= today and notice_by <= today + "
	  "limit(expiry.warn))",
	  "can be renewed, with notice within {limit(expiry.warn)}", "renewal_options", NULL },
	{ "contract-amended", PMO_ADVICE,
	  "sum(amendments, amount) > value_original * limit(contract.amended)",
	  "has grown by more than {limit(contract.amended)}, which an executive approves",
	  "amendments", "{source(contract.amended)}" },
	{ "contract-ceiling-near", PMO_ADVICE,
	  "type = t_and_m_nte and open and used >= limit(contract.watch)",
	  "has used {used} of its ceiling (watch {limit(contract.watch)}, act "
	  "{limit(contract.alarm)})", "ceiling", NULL },
	{ "contract-over-invoiced", PMO_WARNING, "invoiced > value_current",
	  "was invoiced {invoiced}, and is worth {value_current}", "value_original", NULL },
	{ "contract-over-ceiling", PMO_WARNING, "value_current > ceiling",
	  "is worth {value_current}, over its ceiling of {ceiling}", "ceiling", NULL },
	{ "contract-uninsured", PMO_ADVICE, "open and vendor.insurance_expires < end",
	  "runs longer than its vendor's insurance", "vendor", NULL },
	{ 0 },
};

const struct pmo_register register_contract = {
	.name = "contract",
	.plural = "contracts",
	.prefix = "CON",
	.help = "contracts, their value, amendments and ends",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.due = "end",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.controls = controls,
	.columns = "id title vendor value_current end status",
	.sort = "end id",
};
