/* What was sent under the communications plan, and how many it reached. */
#include "registers.h"

static const struct pmo_field fields[] = {
	{ .name = "plan", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "comms",
	  .help = "the row of the plan" },
	{ .name = "sent", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED, .start = "today",
	  .help = "when" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .was = "by", .start = "me", .help = "who sent it" },
	{ .name = "to_count", .kind = PMO_INTEGER, .range = "0..", .label = "to",
	  .help = "to how many" },
	{ .name = "doc", .kind = PMO_REF, .to = "document", .help = "the text" },
	{ .name = "reach", .kind = PMO_PERCENT, .range = "0..100",
	  .help = "share that opened or came" },
	{ .name = "acks", .kind = PMO_INTEGER, .range = "0..", .help = "how many answered" },
	{ .name = "feedback", .kind = PMO_PROSE, .help = "what they said" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "communication-in-future", PMO_WARNING, "sent > today",
	  "was sent {sent}, in the future", "sent", NULL },
	{ 0 },
};

const struct pmo_register register_communication = {
	.name = "communication",
	.plural = "communications",
	.prefix = "CML",
	.help = "what was sent, and whom it reached",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.fields = fields,
	.rules = rules,
	.columns = "id sent title plan owner to_count reach",
	.sort = "-sent id",
};
