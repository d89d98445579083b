/* What operations must have before they take over, each accepted by its receiver alone. */
#include "registers.h"

static const char *const areas[] = { "support_docs",   "knowledge_transfer", "service_desk",
				     "monitoring",     "backup_dr",          "security",
				     "access",         "contracts_licenses", "sla_ola",
				     "asset_cmdb",     "known_errors",       "training",
				     "data_retention", "hypercare",          NULL };

static const struct pmo_field signoff_members[] = {
	{ .name = "person", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED, .help = "who" },
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "when" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "area", .kind = PMO_CHOICE, .choices = areas, .flags = PMO_NEEDED,
	  .help = "what it belongs to" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .was = "giver", .help = "who hands it over" },
	{ .name = "receiver", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who takes it, and alone accepts it" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "when it must be there" },
	{ .name = "evidence", .kind = PMO_REF, .to = "document", .flags = PMO_LIST,
	  .help = "what is handed over" },
	{ .name = "signoff", .kind = PMO_STRUCT, .flags = PMO_TRACKED, .members = signoff_members,
	  .brief = "person date",
	  .when = "status = accepted", .help = "who signed for it: OPS 2027-04-16" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "open", PMO_STATE_OPEN, "to be done" },
	{ "in_progress", PMO_STATE_OPEN, "begun" },
	{ "ready", PMO_STATE_OPEN, "may be taken" },
	{ "accepted", PMO_STATE_CLOSED, "taken" },
	{ "not_applicable", PMO_STATE_CLOSED, "not needed here" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "start", .from = "open", .to = "in_progress", .help = "is begun" },
	{ .verb = "ready", .from = "open|in_progress", .to = "ready", .help = "may be taken" },
	{ .verb = "accept", .from = "ready", .to = "accepted", .needs = "receiver signoff",
	  .guard = "acts_for(signoff.person, receiver, signoff.date)",
	  .refusal = "only its receiver accepts it: signoff='{receiver} {today}'",
	  .help = "is taken" },
	{ .verb = "reject", .from = "ready", .to = "in_progress", .needs = "note",
	  .help = "is not good enough" },
	{ .verb = "exclude", .from = "open|in_progress|ready", .to = "not_applicable",
	  .needs = "note", .help = "is not needed here" },
	{ .verb = "reopen", .from = "accepted|not_applicable", .to = "in_progress", .needs = "note",
	  .help = "is needed after all" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "handover-signed-by-other", PMO_WARNING,
	  "status = accepted and not acts_for(signoff.person, receiver, signoff.date)",
	  "is accepted, but not by its receiver {receiver}", "signoff", NULL },
	{ 0 },
};

const struct pmo_register register_handover = {
	.name = "handover",
	.plural = "handovers",
	.prefix = "OPS",
	.help = "what operations must have before they take over",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.place = "handover",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title owner receiver due status",
	.sort = "due id",
};
