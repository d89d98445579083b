/*
 * What is taken for granted, what others must bring, what cannot be changed: with risks
 * and issues, the rest of the RAID log.
 */
#include "registers.h"

static const char *const kinds[] = { "assumption", "dependency", "constraint", NULL };

static const struct pmo_field fields[] = {
	{ .name = "kind", .kind = PMO_CHOICE, .choices = kinds, .flags = PMO_NEEDED,
	  .help = "which of them" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "the one person who watches it" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_TRACKED, .was = "validate_by|needed_by",
	  .when = "not kind = constraint", .help = "when it must be known, or be there" },
	{ .name = "statement", .kind = PMO_PROSE, .flags = PMO_NEEDED,
	  .help = "what is assumed or needed" },
	{ .name = "basis", .kind = PMO_PROSE, .help = "what that rests on" },
	{ .name = "provider", .kind = PMO_TEXT, .when = "kind = dependency",
	  .help = "person or organization that brings it" },
	{ .name = "committed", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "date the provider promised" },
	{ .name = "if_false", .kind = PMO_REF, .to = "risk",
	  .help = "the risk when it does not hold" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "open", PMO_STATE_OPEN, "not known yet" },
	{ "committed", PMO_STATE_OPEN, "promised" },
	{ "validated", PMO_STATE_CLOSED, "it holds" },
	{ "invalidated", PMO_STATE_CLOSED, "it does not hold" },
	{ "met", PMO_STATE_CLOSED, "it is there" },
	{ "missed", PMO_STATE_CLOSED, "it did not come" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "validate", .from = "open", .to = "validated", .help = "it holds" },
	{ .verb = "invalidate", .from = "open", .to = "invalidated", .help = "it does not hold" },
	{ .verb = "commit", .from = "open", .to = "committed", .needs = "committed",
	  .help = "it is promised" },
	{ .verb = "meet", .from = "open|committed", .to = "met", .help = "it is there" },
	{ .verb = "miss", .from = "open|committed", .to = "missed", .help = "it did not come" },
	{ .verb = "reopen", .from = "validated|invalidated|met|missed", .to = "open",
	  .needs = "note", .help = "it is not known after all" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "assumption-kind-state", PMO_WARNING,
	  "(kind = dependency and status in [validated, invalidated]) or "
	  "(kind = assumption and status in [committed, met, missed])",
	  "is {status}, which no {kind} is", "status", NULL },
	{ "assumption-promised-late", PMO_ADVICE, "open and committed > due",
	  "is promised for {committed} and needed {due}", "committed", NULL },
	{ "assumption-fell", PMO_ADVICE,
	  "status in [invalidated, missed] and not if_false and not links",
	  "is {status}, and no risk or issue took it up", "if_false",
	  "pmo set {id} if_false=RSK-…" },
	{ 0 },
};

const struct pmo_register register_assumption = {
	.name = "assumption",
	.plural = "assumptions",
	.prefix = "ASM",
	.help = "assumptions, dependencies, constraints",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title kind owner due status",
	.sort = "due id",
};
