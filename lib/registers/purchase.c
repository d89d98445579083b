/*
 * Purchases, from the requisition to the paid invoice.
 *
 * How many quotes are needed follows from the estimate and the limits of the jurisdiction.
 * An order needs its budget line's money; an invoice is paid when order, receipt and
 * invoice match within the limits.
 */
#include "registers.h"

static const char *const kinds[] = { "goods",        "software",     "services",
				     "subscription", "construction", NULL };

static const char *const methods[] = { "any_reasonable", "informal",    "written_quotes",
				       "formal",         "cooperative", "state_contract",
				       "sole_source",    "emergency",   NULL };

static const struct pmo_field line_members[] = {
	{ .name = "item", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what" },
	{ .name = "qty", .kind = PMO_NUMBER, .range = "0..", .flags = PMO_NEEDED,
	  .help = "how many" },
	{ .name = "unit_price", .kind = PMO_MONEY, .flags = PMO_NEEDED, .help = "price of one" },
	{ 0 },
};

static const struct pmo_field quote_members[] = {
	{ .name = "vendor", .kind = PMO_REF, .to = "vendor", .flags = PMO_NEEDED,
	  .help = "who offers" },
	{ .name = "amount", .kind = PMO_MONEY, .flags = PMO_NEEDED, .help = "for how much" },
	{ .name = "date", .kind = PMO_DATE, .help = "when" },
	{ .name = "valid_until", .kind = PMO_DATE, .help = "until when it holds" },
	{ .name = "doc", .kind = PMO_TEXT, .help = "the offer, a document or a file" },
	{ .name = "selected", .kind = PMO_YES_NO, .help = "whether it is taken" },
	{ .name = "reason", .kind = PMO_TEXT, .help = "why, when it is not the lowest" },
	{ 0 },
};

static const struct pmo_field receipt_members[] = {
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_NEEDED, .start = "today",
	  .help = "when it came" },
	{ .name = "qty", .kind = PMO_NUMBER, .range = "0..", .flags = PMO_NEEDED,
	  .help = "how many" },
	{ .name = "by", .kind = PMO_REF, .to = "person", .help = "who took it in" },
	{ .name = "condition", .kind = PMO_TEXT, .help = "what was wrong with it" },
	{ .name = "assets", .kind = PMO_REF, .to = "asset", .flags = PMO_LIST,
	  .help = "inventory made of it" },
	{ 0 },
};

static const struct pmo_field invoice_members[] = {
	{ .name = "no", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "the vendor's number" },
	{ .name = "received", .kind = PMO_DATE, .flags = PMO_NEEDED, .start = "today",
	  .help = "when it came" },
	{ .name = "amount", .kind = PMO_MONEY, .flags = PMO_NEEDED, .help = "how much" },
	{ .name = "qty", .kind = PMO_NUMBER, .range = "0..", .help = "for how many" },
	{ .name = "proper", .kind = PMO_YES_NO, .help = "whether it has what the law asks" },
	{ .name = "returned", .kind = PMO_DATE, .help = "when it went back as improper" },
	{ .name = "approved", .kind = PMO_DATE, .help = "when it was approved" },
	/* Tracked, a member settles its item: a paid invoice changes with a reason only. */
	{ .name = "paid", .kind = PMO_DATE, .flags = PMO_TRACKED, .help = "when it was paid" },
	{ .name = "paid_ref", .kind = PMO_TEXT, .help = "number of the payment" },
	{ 0 },
};

static const char *const matches[] = { "no_invoice", "not_received", "over_order", "matches",
				       NULL };

static const struct pmo_field fields[] = {
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "the one person who gets it done" },
	{ .name = "need", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "need",
	  .help = "the need it covers" },
	{ .name = "kind", .kind = PMO_CHOICE, .choices = kinds, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "what sort" },
	{ .name = "description", .kind = PMO_PROSE, .flags = PMO_NEEDED,
	  .help = "what is bought, and why" },
	{ .name = "lines", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_NEEDED | PMO_TRACKED,
	  .members = line_members, .help = "items with quantity and price" },
	{ .name = "total", .kind = PMO_MONEY, .derive = "sum(lines, qty * unit_price)",
	  .help = "of the lines" },
	{ .name = "estimate", .kind = PMO_MONEY, .range = "0..", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "expected cost" },
	{ .name = "budget_line", .kind = PMO_REF, .to = "budget", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "which line pays" },
	{ .name = "method", .kind = PMO_CHOICE, .choices = methods, .flags = PMO_TRACKED,
	  .help = "how it is bought, where the amount does not say" },
	{ .name = "justification", .kind = PMO_PROSE, .flags = PMO_TRACKED,
	  .when = "method in [sole_source, emergency]",
	  .help = "why this way" },
	{ .name = "min_quotes", .kind = PMO_INTEGER, .label = "quotes needed",
	  .derive = "if(method in [cooperative, state_contract, sole_source, emergency], 0, "
		    "if(needed_method = any_reasonable, 1, if(needed_method = informal, "
		    "limit(purchase.informal_quotes), if(needed_method, "
		    "limit(purchase.written_quotes), 0))))",
	  .help = "from the estimate and the limits; none on an existing contract" },
	{ .name = "needed_method", .kind = PMO_CHOICE, .choices = methods, .label = "band",
	  .derive = "if(estimate < if(kind = services, limit(purchase.informal_services), "
		    "limit(purchase.informal)), any_reasonable, if(estimate < "
		    "limit(purchase.written), informal, if(estimate <= limit(purchase.formal), "
		    "written_quotes, if(estimate, formal))))",
	  .help = "how the estimate must be bought, from the limits" },
	{ .name = "cost", .kind = PMO_MONEY, .derive = "if(po_amount, po_amount, estimate)",
	  .help = "its order, else its estimate" },
	{ .name = "quotes", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = quote_members,
	  .brief = "vendor amount date?", .help = "offers" },
	{ .name = "requisition_no", .kind = PMO_TEXT, .flags = PMO_TRACKED,
	  .help = "number in the finance system" },
	{ .name = "requested_by", .kind = PMO_REF, .to = "person",
	  .flags = PMO_NEEDED | PMO_TRACKED,
	  .start = "me", .help = "who asks for it" },
	{ .name = "requested", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .start = "today",
	  .help = "when" },
	{ .name = "needed_by", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "when it must be there" },
	{ .name = "compliance", .kind = PMO_REF, .to = "compliance",
	  .flags = PMO_LIST | PMO_TRACKED,
	  .help = "reviews that come before the order" },
	{ .name = "approvals", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = register_approval_members, .brief = REGISTER_APPROVAL_BRIEF,
	  .help = "who approved it" },
	{ .name = "vendor", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "vendor",
	  .help = "who delivers" },
	{ .name = "contract", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "contract",
	  .help = "the contract it is ordered on" },
	{ .name = "po_no", .kind = PMO_TEXT, .flags = PMO_TRACKED, .label = "order",
	  .help = "number of the order" },
	{ .name = "po_date", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when it was ordered" },
	{ .name = "po_amount", .kind = PMO_MONEY, .range = "0..", .flags = PMO_TRACKED,
	  .help = "amount of the order" },
	{ .name = "promised", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "delivery date of the order" },
	{ .name = "expected", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "delivery date said since, when another" },
	{ .name = "receipts", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = receipt_members,
	  .brief = "date qty by?", .help = "what came" },
	{ .name = "invoices", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = invoice_members,
	  .help = "what the vendor wants" },
	{ .name = "ordered_qty", .kind = PMO_NUMBER, .derive = "sum(lines, qty)",
	  .help = "pieces ordered" },
	{ .name = "received_qty", .kind = PMO_NUMBER, .derive = "sum(receipts, qty)",
	  .help = "pieces received" },
	{ .name = "invoiced", .kind = PMO_MONEY,
	  .derive = "sum(invoices, if(returned, 0.00, amount))",
	  .help = "amount of proper invoices" },
	{ .name = "paid_amount", .kind = PMO_MONEY,
	  .derive = "sum(invoices, if(paid, amount, 0.00))", .help = "amount paid" },
	{ .name = "tolerance", .kind = PMO_MONEY,
	  .derive = "max(limit(match.amount), po_amount * limit(match.share))",
	  .help = "difference that an invoice may have" },
	{ .name = "match", .kind = PMO_CHOICE, .choices = matches,
	  .derive = "if(invoiced = 0, no_invoice, if(invoiced - po_amount > tolerance, "
		    "over_order, if(received_qty = 0 or sum(invoices, qty) > received_qty or "
		    "(received_qty < ordered_qty and not any(invoices, qty) and invoiced > "
		    "po_amount * (received_qty / ordered_qty) + tolerance), "
		    "not_received, matches)))",
	  .help = "whether order, receipt and invoice agree" },
	{ .name = "spent", .kind = PMO_MONEY,
	  .derive = "sum(those(expense, source = this), amount)",
	  .help = "what the ledger has for it" },
	{ .name = "open_amount", .kind = PMO_MONEY, .label = "committed",
	  .derive = "if(status in [ordered, partially_received, received, invoiced, disputed] and "
		    "not contract.budget_line, max(po_amount - spent, 0.00), 0.00)",
	  .help = "ordered, and not in the ledger yet" },
	{ .name = "invoice_due", .kind = PMO_DATE,
	  .derive = "min(invoices, if(not paid and not returned, max(received, max(receipts, "
		    "date)) + if(contract.payment_terms, contract.payment_terms, "
		    "limit(terms.days))))",
	  .help = "when its first open invoice is due, terms after invoice and receipt" },
	{ .name = "arrived", .kind = PMO_DATE,
	  .derive = "if(received_qty >= ordered_qty, max(receipts, date))",
	  .help = "when the last of it came" },
	{ .name = "late", .kind = PMO_INTEGER,
	  .derive = "if(arrived, if(arrived > promised, days(promised, arrived), 0), "
		    "if(promised < today, days(promised, today), 0))",
	  .help = "working days after its promised date" },
	{ .name = "dated", .kind = PMO_DATE, .derive = "if(po_date, po_date, requested)",
	  .help = "when it was ordered, else asked for" },
	{ .name = "nearby", .kind = PMO_MONEY,
	  .derive = "if(not method in [cooperative, state_contract] and not status = cancelled, "
		    "sum(those(purchase, budget_line = this.budget_line and id != this and "
		    "not method in [cooperative, state_contract] and not status = cancelled and "
		    "(vendor = this.vendor or lines.item = this.lines.item) and "
		    "dated <= this.dated + limit(purchase.split_window) and "
		    "dated >= this.dated - limit(purchase.split_window)), cost), 0.00)",
	  .help = "other orders of the same line and vendor or item, close in time" },
	{ .name = "split_limit", .kind = PMO_MONEY,
	  .derive = "if(cost < limit(purchase.informal) and cost + nearby >= "
		    "limit(purchase.informal), limit(purchase.informal), if(cost < "
		    "limit(purchase.written) and cost + nearby >= limit(purchase.written), "
		    "limit(purchase.written), if(cost <= limit(purchase.formal) and cost + "
		    "nearby > limit(purchase.formal), limit(purchase.formal))))",
	  .help = "the limit that it crosses together with them" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "draft", PMO_STATE_OPEN, "being put together" },
	{ "requisitioned", PMO_STATE_OPEN, "asked for" },
	{ "quoting", PMO_STATE_OPEN, "offers are coming in" },
	{ "in_approval", PMO_STATE_OPEN, "with those who approve" },
	{ "returned", PMO_STATE_OPEN, "sent back to be changed" },
	{ "approved", PMO_STATE_OPEN, "may be ordered" },
	{ "ordered", PMO_STATE_OPEN, "on its way" },
	{ "partially_received", PMO_STATE_OPEN, "some of it came" },
	{ "received", PMO_STATE_OPEN, "all of it came" },
	{ "invoiced", PMO_STATE_OPEN, "to be paid" },
	{ "disputed", PMO_STATE_OPEN, "something does not match" },
	{ "paid", PMO_STATE_CLOSED, "paid in full" },
	{ "closed", PMO_STATE_CLOSED, "done with" },
	{ "cancelled", PMO_STATE_CLOSED, "not bought" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "request", .from = "draft|returned", .to = "requisitioned",
	  .needs = "estimate budget_line needed_by", .help = "asks for it" },
	{ .verb = "quote", .from = "requisitioned", .to = "quoting", .help = "asks for offers" },
	{ .verb = "submit", .from = "requisitioned|quoting", .to = "in_approval",
	  .help = "asks for approval" },
	{ .verb = "approve", .from = "in_approval", .to = "approved",
	  .help = "may be ordered" },
	{ .verb = "send-back", .from = "in_approval", .to = "returned", .needs = "note",
	  .help = "is to be changed" },
	{ .verb = "revise", .from = "returned", .to = "draft", .help = "is being changed" },
	{ .verb = "order", .from = "approved", .to = "ordered",
	  .needs = "vendor po_no po_amount budget_line",
	  .sets = "po_date=today", .help = "the order is out" },
	{ .verb = "receive", .from = "ordered|partially_received", .to = "received",
	  .needs = "receipts", .help = "all of it came" },
	{ .verb = "receive-part", .from = "ordered|partially_received|received|paid|invoiced",
	  .to = "partially_received", .needs = "receipts", .help = "some of it came" },
	{ .verb = "invoice", .from = "partially_received|received", .to = "invoiced",
	  .needs = "invoices", .help = "an invoice is to be paid" },
	{ .verb = "invoice", .from = "ordered", .to = "ordered", .needs = "invoices",
	  .effect = "match_invoice", .help = "an invoice came before the goods; it is held" },
	{ .verb = "return", .from = "ordered", .to = "ordered", .needs = "invoices",
	  .effect = "return_invoice", .help = "sends an improper invoice back" },
	{ .verb = "return", .from = "partially_received", .to = "partially_received",
	  .needs = "invoices", .effect = "return_invoice",
	  .help = "sends an improper invoice back" },
	{ .verb = "return", .from = "received|invoiced|disputed", .to = "received",
	  .needs = "invoices", .effect = "return_invoice",
	  .help = "sends an improper invoice back" },
	{ .verb = "dispute", .from = "ordered|partially_received|received|invoiced",
	  .to = "disputed", .needs = "note", .help = "something does not match" },
	{ .verb = "settle", .from = "disputed", .to = "invoiced", .needs = "note",
	  .help = "the dispute is over" },
	{ .verb = "pay", .from = "invoiced", .to = "paid", .effect = "pay_invoice",
	  .help = "is paid" },
	{ .verb = "close", .from = "paid", .to = "closed", .help = "is done with" },
	{ .verb = "cancel", .from = "draft|requisitioned|quoting|in_approval|returned|approved",
	  .to = "cancelled", .needs = "note", .help = "is not bought" },
	{ 0 },
};

static const struct pmo_control controls[] = {
	{ "purchase-few-quotes", "submit", "count(quotes) < min_quotes",
	  "it has {count(quotes)} of the {min_quotes} quotes that {estimate} ask for "
	  "({source(purchase.informal)})",
	  "quotes+='VEN-… AMOUNT', or another method with its justification" },
	{ "purchase-unjustified", "submit", "method in [sole_source, emergency] and "
	  "not justification",
	  "{method} needs its justification", "justification=…" },
	{ "purchase-sealed", "submit",
	  "needed_method = formal and method in [any_reasonable, informal, written_quotes]",
	  "{estimate} is over {limit(purchase.formal)}, which asks for sealed bids or proposals "
	  "({source(purchase.formal)})",
	  "method=formal" },
	{ "purchase-unapproved", "approve", "not any(approvals, decision = approved)",
	  "nobody approved it by name", "approvals+='PERSON approved'" },
	{ "purchase-disapproved", "approve", "any(approvals, decision = rejected)",
	  "{only(approvals, decision = rejected).person} said no",
	  "send it back, or have the answer changed" },
	{ "purchase-blocked", "approve",
	  "any(compliance, it.mandatory and it.status in [non_compliant, remediation])",
	  "a mandatory control is not met", "its compliance must be compliant or waived" },
	{ "purchase-unreviewed", "order",
	  "not all(compliance, it.status in [compliant, waived, not_applicable])",
	  "its compliance reviews come before the order",
	  "each must be compliant, waived or not applicable" },
	{ "purchase-unsigned", "order",
	  "contract.status in [drafting, solicitation, evaluation, awarded, protested]",
	  "{contract} is {contract.status}, and nothing is ordered before it is signed",
	  "pmo contract execute {contract}" },
	{ "purchase-over-line", "order", "po_amount > budget_line.available",
	  "the order of {po_amount} is more than {budget_line} has left, "
	  "{budget_line.available} of {budget_line.current}",
	  "move {po_amount - budget_line.available} there first: pmo change add \"…\", then "
	  "pmo transfer add \"…\" to={budget_line} from=BL-… amount=… change=CHG-…" },
	{ "purchase-mismatch", "pay", "not match = matches",
	  "order {po_amount}, receipt {received_qty} of {ordered_qty} and invoice {invoiced} do "
	  "not match ({match}); at most {tolerance} may differ",
	  "correct the invoice, note the receipt, or dispute it" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "purchase-split", PMO_ADVICE, "split_limit",
	  "and its like come to {cost + nearby} in {limit(purchase.split_window)}, over "
	  "{split_limit}: one purchase, split?", "budget_line",
	  "if it is one, buy it as one ({source(purchase.written)}); else note why not" },
	{ "purchase-no-asset", PMO_ADVICE,
	  "kind = goods and arrived and any(lines, unit_price > limit(capital_limit)) and "
	  "not any(receipts, assets) and count(those(asset, purchase = this)) = 0",
	  "brought goods over {limit(capital_limit)} ({source(capital_limit)}) that no inventory "
	  "has", "receipts", "pmo asset add \"…\" purchase={id}" },
	{ "purchase-method-weak", PMO_WARNING,
	  "status in [in_approval, approved] and method in [any_reasonable, informal, "
	  "written_quotes] and method < needed_method and not justification",
	  "is bought as {method}, and {estimate} asks for {needed_method}", "method",
	  "pmo set {id} justification=…" },
	{ "purchase-late", PMO_ADVICE,
	  "status in [ordered, partially_received] and promised < today",
	  "was promised for {promised}, {days(promised, today)} d ago", "promised", NULL },
	{ "purchase-too-late", PMO_ADVICE,
	  "status in [ordered, partially_received] and max(promised, expected) > needed_by",
	  "will come after {needed_by}, when it is needed", "needed_by", NULL },
	{ "purchase-few-quotes", PMO_ADVICE,
	  "status in [requisitioned, quoting] and count(quotes) < min_quotes",
	  "has {count(quotes)} of {min_quotes} quotes", "quotes", NULL },
	{ "purchase-mismatch", PMO_WARNING,
	  "status in [invoiced, paid, closed] and match in [over_order, not_received]",
	  "is {status}, but its invoice does not match ({match})", "invoices",
	  "pmo purchase dispute {id}" },
	{ "purchase-unposted", PMO_WARNING, "status in [paid, closed] and spent < invoiced",
	  "is {status}, and the ledger has {spent} of {invoiced}", "invoices",
	  "pmo expense add \"…\" source={id} line={budget_line} amount={invoiced - spent}" },
	{ "purchase-approved-twice", PMO_WARNING,
	  "count(distinct(only(approvals, decision = approved).person)) < "
	  "count(only(approvals, decision = approved))",
	  "has two approvals of the same person", "approvals",
	  "pmo set {id} approvals-=PERSON takes one away" },
	{ "purchase-short", PMO_WARNING, "status = received and received_qty < ordered_qty",
	  "is received, with {received_qty} of {ordered_qty} pieces", "receipts",
	  "pmo purchase receive-part {id}" },
	{ "purchase-not-lowest", PMO_ADVICE,
	  "any(quotes, selected and not reason and amount > min(quotes, amount))",
	  "takes an offer that is not the lowest and does not say why", "quotes", NULL },
	{ "purchase-quote-ends", PMO_ADVICE,
	  "status in [quoting, in_approval, approved] and any(quotes, valid_until < today + 10cd)",
	  "has an offer that ends within 10 days", "quotes", NULL },
	{ "purchase-total-differs", PMO_ADVICE, "po_amount and total > 0 and po_amount != total",
	  "was ordered for {po_amount}, its lines say {total}", "po_amount", NULL },
	{ "purchase-order-unnumbered", PMO_WARNING,
	  "status in [ordered, partially_received, received, invoiced, disputed, paid, closed] "
	  "and not po_no",
	  "is {status} without the number of its order", "po_no", NULL },
	{ 0 },
};

const struct pmo_register register_purchase = {
	.name = "purchase",
	.plural = "purchases",
	.prefix = "PUR",
	.help = "purchases, from requisition to paid invoice",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.due = "needed_by",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.controls = controls,
	.columns = "id title estimate promised owner status",
	.sort = "needed_by id",
};
