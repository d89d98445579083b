/*
 * Budget lines. Stored are what was granted and what is still expected; what a line has
 * now, what is committed and what was spent follow from transfers, orders and expenses.
 */
#include "registers.h"

static const char *const categories[] = { "labor",       "contract", "hardware", "software",
					  "network",     "training", "travel",   "services",
					  "contingency", "reserve",  NULL };

static const char *const bases[] = { "recorded", "earned", NULL };

static const struct pmo_field fields[] = {
	{ .name = "code", .kind = PMO_TEXT, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "account in the finance system" },
	{ .name = "category", .kind = PMO_CHOICE, .choices = categories,
	  .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "what the money is for" },
	{ .name = "fund", .kind = PMO_TEXT, .flags = PMO_TRACKED,
	  .help = "fund or grant it comes from" },
	{ .name = "fiscal_year", .kind = PMO_TEXT, .flags = PMO_TRACKED, .label = "year",
	  .help = "as finance writes it, FY27" },
	{ .name = "original", .kind = PMO_MONEY, .range = "0..", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "as granted, before transfers" },
	{ .name = "etc", .kind = PMO_MONEY, .range = "0..", .flags = PMO_TRACKED,
	  .label = "to complete", .help = "still to be spent, beyond what is committed" },
	{ .name = "etc_as_of", .kind = PMO_DATE, .flags = PMO_TRACKED, .when = "etc",
	  .help = "when that was estimated" },
	{ .name = "etc_basis", .kind = PMO_TEXT, .help = "what it rests on" },
	{ .name = "ac_basis", .kind = PMO_CHOICE, .choices = bases,
	  .help = "cost as recorded, or at least what was earned" },
	{ .name = "current", .kind = PMO_MONEY,
	  .derive = "original + sum(those(transfer, to = this), amount) - "
		    "sum(those(transfer, from = this), amount)",
	  .help = "with what was moved here and away" },
	{ .name = "actual", .kind = PMO_MONEY,
	  .derive = "sum(those(expense, line = this), amount)",
	  .help = "expenses, accrued or later" },
	{ .name = "paid", .kind = PMO_MONEY,
	  .derive = "sum(those(expense, line = this and status = paid), amount)",
	  .help = "expenses that are paid" },
	{ .name = "committed", .kind = PMO_MONEY,
	  .derive = "sum(those(purchase, budget_line = this), open_amount) + "
		    "sum(those(contract, budget_line = this), open_amount)",
	  .help = "ordered or signed for, and not yet invoiced" },
	{ .name = "available", .kind = PMO_MONEY, .derive = "current - actual - committed",
	  .help = "neither spent nor committed" },
	{ .name = "eac", .kind = PMO_MONEY, .label = "at completion",
	  .derive = "if(not category in [contingency, reserve], "
		    "actual + committed + if(etc, etc, 0.00))",
	  .help = "actual, committed and still to come" },
	{ .name = "vac", .kind = PMO_MONEY, .label = "left over", .derive = "current - eac",
	  .help = "what will be left, with a minus what will be missing" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "budget-estimate-old", PMO_ADVICE, "etc > 0 and days(etc_as_of, today) > 40",
	  "has an estimate to complete of {etc_as_of}", "etc_as_of",
	  "pmo set {id} etc=… etc_as_of=today" },
	{ "budget-negative", PMO_ERROR, "current < 0",
	  "holds {current}: a line never goes below zero", "original",
	  "pmo transfer add \"…\" to={id} from=BL-… amount=…" },
	{ "budget-over-authorized", PMO_ERROR,
	  "project.status in [active, on_hold, closing] and "
	  "sum(those(budget), original) > project.budget_authorized",
	  "brings the lines to {sum(those(budget), original)}, over what is authorized",
	  "original",
	  "the budget grows by an approved change request with funding=new_money" },
	{ "budget-overspent", PMO_ADVICE, "available < 0",
	  "holds {current}, with {actual} spent and {committed} committed: {available}",
	  "original", "move money there by a change request, or correct what is charged" },
	{ "budget-forecast-over", PMO_ADVICE, "vac < 0",
	  "will cost {eac}, and holds {current}", "etc",
	  "move money there by a change request" },
	{ 0 },
};

const struct pmo_register register_budget = {
	.name = "budget",
	.plural = "budgets",
	.prefix = "BL",
	.help = "budget lines",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.place = "budget",
	.undated = true,
	.fields = fields,
	.rules = rules,
	.columns = "id title current actual available",
	.sort = "id",
};
