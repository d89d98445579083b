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
	{ .name = "code", .kind = PMO_TEXT, .flags = PMO_NEEDED,
	  .help = "account in the finance system" },
	{ .name = "category", .kind = PMO_CHOICE, .choices = categories, .flags = PMO_NEEDED,
	  .help = "what the money is for" },
	{ .name = "fund", .kind = PMO_TEXT, .help = "fund or grant it comes from" },
	{ .name = "fiscal_year", .kind = PMO_TEXT, .label = "year",
	  .help = "as finance writes it, FY27" },
	{ .name = "original", .kind = PMO_MONEY, .range = "0..", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "as granted, before transfers" },
	{ .name = "etc", .kind = PMO_MONEY, .range = "0..", .flags = PMO_TRACKED,
	  .label = "to complete", .help = "still to be spent, beyond what is committed" },
	{ .name = "etc_as_of", .kind = PMO_DATE, .when = "etc", .help = "when that was estimated" },
	{ .name = "etc_basis", .kind = PMO_TEXT, .help = "what it rests on" },
	{ .name = "ac_basis", .kind = PMO_CHOICE, .choices = bases,
	  .help = "cost as recorded, or at least what was earned" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "budget-estimate-old", PMO_ADVICE, "etc > 0 and days(etc_as_of, today) > 40",
	  "has an estimate to complete of {etc_as_of}", "etc_as_of",
	  "pmo set {id} etc=… etc_as_of=today" },
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
	.columns = "id title category fiscal_year original etc",
	.sort = "id",
};
