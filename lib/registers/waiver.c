/* Leave not to meet a control for a time, and what is done instead. */
#include "registers.h"

static const struct pmo_field fields[] = {
	{ .name = "control", .kind = PMO_TEXT, .flags = PMO_NEEDED | PMO_WIDE | PMO_TRACKED,
	  .help = "what is not met" },
	{ .name = "compliance", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "compliance",
	  .help = "its record" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who asks for it" },
	{ .name = "reason", .kind = PMO_PROSE, .flags = PMO_TRACKED,
	  .help = "why it cannot be met" },
	{ .name = "compensating", .kind = PMO_PROSE, .flags = PMO_NEEDED,
	  .help = "what is done instead" },
	{ .name = "risk", .kind = PMO_REF, .to = "risk", .help = "what may come of it" },
	{ .name = "requested", .kind = PMO_DATE, .flags = PMO_TRACKED, .start = "today",
	  .help = "when it was asked for" },
	{ .name = "approved_by", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "person",
	  .when = "status = approved",
	  .help = "who allowed it" },
	{ .name = "expires", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "until when" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "requested", PMO_STATE_OPEN, "asked for" },
	{ "approved", PMO_STATE_OPEN, "holds until it expires" },
	{ "rejected", PMO_STATE_CLOSED, "not given" },
	{ "ended", PMO_STATE_CLOSED, "no longer needed, or over" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "approve", .from = "requested", .to = "approved",
	  .needs = "approved_by expires compensating", .help = "holds until it expires" },
	{ .verb = "reject", .from = "requested", .to = "rejected", .needs = "note",
	  .help = "is not given" },
	{ .verb = "end", .from = "approved", .to = "ended", .help = "is over" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "waiver-over", PMO_WARNING, "status = approved and expires < today",
	  "expired {expires}", "expires", "pmo waiver end {id}" },
	{ "waiver-expires", PMO_ADVICE,
	  "status = approved and expires >= today and expires <= today + limit(waiver.warn)",
	  "expires {expires}", "expires", NULL },
	{ 0 },
};

const struct pmo_register register_waiver = {
	.name = "waiver",
	.plural = "waivers",
	.prefix = "WVR",
	.help = "leave not to meet a control for a time",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.due = "expires",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title control owner expires status",
	.sort = "expires id",
};
