/*
 * Organizational change: what becomes different for a group, how ready it is, what helps.
 * Readiness is tracked, so its history is the series.
 */
#include "registers.h"

static const char *const types[] = { "process", "system", "policy", "role", "org", NULL };

static const char *const stages[] = { "awareness", "desire",        "knowledge",
				      "ability",   "reinforcement", NULL };

static const struct pmo_field fields[] = {
	{ .name = "group", .kind = PMO_TEXT, .flags = PMO_NEEDED | PMO_WIDE,
	  .help = "who is concerned" },
	{ .name = "headcount", .kind = PMO_INTEGER, .range = "0..", .label = "people",
	  .help = "how many they are" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "the one person who gets them ready" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "when to measure again" },
	{ .name = "difference", .kind = PMO_PROSE, .flags = PMO_NEEDED, .was = "change",
	  .help = "what becomes different for them" },
	{ .name = "type", .kind = PMO_CHOICE, .choices = types, .flags = PMO_LIST,
	  .help = "what sort of change" },
	{ .name = "severity", .kind = PMO_CHOICE, .choices = register_levels,
	  .help = "how much it changes" },
	{ .name = "stage", .kind = PMO_CHOICE, .choices = stages, .flags = PMO_TRACKED,
	  .help = "how far they have come" },
	{ .name = "readiness", .kind = PMO_INTEGER, .range = "1..5", .flags = PMO_TRACKED,
	  .label = "ready", .help = "1 not at all, 5 ready" },
	{ .name = "resistance", .kind = PMO_PROSE, .help = "what they object to" },
	{ .name = "sponsor_action", .kind = PMO_PROSE, .help = "what the sponsor must do" },
	{ .name = "interventions", .kind = PMO_REF, .to = "comms|training|action",
	  .flags = PMO_LIST, .help = "what is done for them" },
	{ .name = "measure", .kind = PMO_REF, .to = "metric",
	  .help = "what shows that they adopted it" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "identified", PMO_STATE_OPEN, "known" },
	{ "planned", PMO_STATE_OPEN, "what helps is planned" },
	{ "in_progress", PMO_STATE_OPEN, "under way" },
	{ "at_risk", PMO_STATE_OPEN, "they may not be ready" },
	{ "adopted", PMO_STATE_CLOSED, "they work the new way" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "plan", .from = "identified", .to = "planned", .help = "what helps is planned" },
	{ .verb = "start", .from = "planned", .to = "in_progress", .help = "is under way" },
	{ .verb = "warn", .from = "planned|in_progress", .to = "at_risk",
	  .help = "they may not be ready" },
	{ .verb = "resume", .from = "at_risk", .to = "in_progress", .help = "is under way again" },
	{ .verb = "adopt", .from = "in_progress|at_risk", .to = "adopted",
	  .help = "they work the new way" },
	{ .verb = "reopen", .from = "adopted", .to = "in_progress", .needs = "note",
	  .help = "they do not after all" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "ocm-no-help", PMO_ADVICE,
	  "status in [planned, in_progress, at_risk] and not interventions",
	  "names nothing that is done for the group", "interventions", NULL },
	{ "ocm-unready", PMO_ADVICE, "open and readiness <= 2",
	  "is at readiness {readiness} of 5", "readiness", NULL },
	{ 0 },
};

const struct pmo_register register_ocm = {
	.name = "ocm",
	.plural = "ocm",
	.prefix = "OCM",
	.help = "what changes for whom, and how ready they are",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title group readiness owner due status",
	.sort = "readiness id",
};
