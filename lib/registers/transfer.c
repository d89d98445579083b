/* Money moved between budget lines. Contingency is drawn by change requests only. */
#include "registers.h"

static const struct pmo_field fields[] = {
	{ .name = "from", .kind = PMO_REF, .to = "budget", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "line that gives" },
	{ .name = "to", .kind = PMO_REF, .to = "budget", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "line that gets" },
	{ .name = "amount", .kind = PMO_MONEY, .range = "0.01..", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "how much" },
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED, .start = "today",
	  .help = "when" },
	{ .name = "change", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "change",
	  .when = "from.category in [contingency, reserve]",
	  .help = "the change request that allows it" },
	{ .name = "approved_by", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who approved it" },
	{ 0 },
};

static const struct pmo_control controls[] = {
	{ "transfer-settled", "from=|to=|amount=|approved_by=", "approved_by",
	  "was approved by {approved_by}: what was moved does not change",
	  "pmo transfer void {id} --note 'why', and enter it again; or move money back with "
	  "another one" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "transfer-to-itself", PMO_WARNING, "from = to",
	  "moves money from a line to itself", "to", NULL },
	{ "transfer-unapproved", PMO_ERROR,
	  "from.category in [contingency, reserve] and "
	  "not change.status in [approved, implemented, closed]",
	  "takes {amount} from the {from.category}, which is drawn by an approved change request "
	  "only", "change", "pmo change approve CHG-…, then change=CHG-…" },
	{ "transfer-change-open", PMO_WARNING,
	  "not from.category in [contingency, reserve] and change and "
	  "not change.status in [approved, implemented, closed]",
	  "rests on a change request that is not approved", "change", NULL },
	{ "transfer-overdraws", PMO_ERROR,
	  "from.original + sum(those(transfer, to = this.from), amount) - "
	  "sum(those(transfer, from = this.from), amount) < 0",
	  "takes more from {from} than it holds", "amount",
	  "a line never goes below zero: take less, or from another line" },
	{ "transfer-over-change", PMO_WARNING, "amount > change.impact_cost",
	  "moves {amount}, and {change} allows {change.impact_cost}", "amount", NULL },
	{ 0 },
};

const struct pmo_register register_transfer = {
	.name = "transfer",
	.plural = "transfers",
	.prefix = "TRF",
	.help = "money moved between budget lines",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.fields = fields,
	.rules = rules,
	.controls = controls,
	.columns = "id date title from to amount change",
	.sort = "date id",
};
