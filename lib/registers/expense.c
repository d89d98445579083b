/* What was spent: invoices, payroll, journal entries, credits. Credits have a minus. */
#include "registers.h"

static const char *const kinds[] = { "invoice", "payroll", "journal", "credit", NULL };

static const struct pmo_field fields[] = {
	{ .name = "line", .kind = PMO_REF, .to = "budget", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "budget line that pays" },
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED, .start = "today",
	  .help = "of the invoice or posting" },
	{ .name = "amount", .kind = PMO_MONEY, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "how much" },
	{ .name = "kind", .kind = PMO_CHOICE, .flags = PMO_TRACKED, .choices = kinds,
	  .help = "invoice when absent" },
	{ .name = "vendor", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "vendor",
	  .help = "who is paid" },
	{ .name = "invoice_no", .kind = PMO_TEXT, .flags = PMO_TRACKED,
	  .help = "the vendor's number" },
	{ .name = "source", .kind = PMO_REF, .flags = PMO_TRACKED,
	  .to = "purchase|deliverable|contract|training",
	  .help = "what it is paid for" },
	{ .name = "period", .kind = PMO_TEXT, .flags = PMO_TRACKED,
	  .help = "month it belongs to, 2026-10" },
	{ .name = "received", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when the proper invoice came" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .when = "status in [received, approved] and not kind in [payroll, journal, credit]",
	  .help = "when it must be paid, by its contract or the law" },
	{ .name = "approved_by", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "person",
	  .help = "who approved it" },
	{ .name = "paid_on", .kind = PMO_DATE, .flags = PMO_TRACKED, .help = "when it was paid" },
	{ .name = "paid_ref", .kind = PMO_TEXT, .flags = PMO_TRACKED,
	  .help = "number of the payment" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "accrued", PMO_STATE_OPEN, "owed, no invoice yet" },
	{ "received", PMO_STATE_OPEN, "the invoice came" },
	{ "approved", PMO_STATE_OPEN, "to be paid" },
	{ "disputed", PMO_STATE_OPEN, "something does not match" },
	{ "paid", PMO_STATE_CLOSED, "paid" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "receive", .from = "accrued", .to = "received",
	  .sets = "received=today due=today+limit(terms.days)", .help = "the invoice came" },
	{ .verb = "approve", .from = "received", .to = "approved", .needs = "line amount",
	  .help = "is to be paid" },
	{ .verb = "pay", .from = "approved", .to = "paid", .sets = "paid_on=today",
	  .help = "is paid" },
	{ .verb = "dispute", .from = "received|approved", .to = "disputed", .needs = "note",
	  .help = "something does not match" },
	{ .verb = "settle", .from = "disputed", .to = "received", .needs = "note",
	  .help = "the dispute is over" },
	{ 0 },
};

static const struct pmo_control controls[] = {
	{ "expense-unaccepted", "approve|pay",
	  "source.status in [planned, ded_approved, in_progress, submitted, in_review, rejected, "
	  "conditionally_accepted]",
	  "{source} is {source.status}, and nothing is paid before it is accepted in writing",
	  "pmo deliverable accept {source}" },
	{ "expense-unreceived", "approve|pay", "source.status = ordered",
	  "nothing of {source} has come", "pmo purchase receive {source} receipts+='today QTY'" },
	{ "expense-mismatch", "approve|pay", "source.match in [over_order, not_received]",
	  "order, receipt and invoice of {source} do not match ({source.match}); at most "
	  "{limit(match.amount)} or {limit(match.share)} may differ",
	  "correct the invoice, note the receipt, or dispute it" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "expense-due-soon", PMO_ADVICE,
	  "status in [received, approved] and due <= today + limit(soon.invoices)",
	  "is due {due}", "due", NULL },
	{ "expense-in-future", PMO_WARNING, "date > today or paid_on > today",
	  "is dated in the future", "date", NULL },
	{ "expense-paid-early", PMO_WARNING,
	  "status = paid and source.status in [planned, ded_approved, in_progress, submitted, "
	  "in_review, rejected]",
	  "is paid, and {source} is not accepted", "source", NULL },
	{ "expense-credit-sign", PMO_WARNING,
	  "(kind = credit and amount > 0) or (kind = payroll and amount < 0)",
	  "is a {kind} of {amount}", "amount", "a credit has a minus" },
	{ 0 },
};

const struct pmo_register register_expense = {
	.name = "expense",
	.plural = "expenses",
	.prefix = "EXP",
	.help = "what was spent, invoices first",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.controls = controls,
	.columns = "id title date amount due status",
	.sort = "date id",
};
