/* Inventory: what was bought, where it is, until when somebody repairs it. */
#include "registers.h"

static const struct pmo_field disposal_members[] = {
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "when" },
	{ .name = "method", .kind = PMO_TEXT, .flags = PMO_NEEDED,
	  .help = "sold, wiped, recycled" },
	{ .name = "approval", .kind = PMO_TEXT, .help = "who allowed it" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "tag", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "number on the label" },
	{ .name = "kind", .kind = PMO_TEXT, .help = "server, workstation, license" },
	{ .name = "model", .kind = PMO_TEXT, .help = "make and model" },
	{ .name = "serial", .kind = PMO_TEXT, .help = "serial number" },
	{ .name = "qty", .kind = PMO_NUMBER, .range = "0..", .help = "how many; one when absent" },
	{ .name = "purchase", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "purchase",
	  .help = "how it was bought" },
	{ .name = "cost", .kind = PMO_MONEY, .flags = PMO_TRACKED, .range = "0..",
	  .help = "what it cost" },
	{ .name = "received", .kind = PMO_DATE, .flags = PMO_TRACKED, .help = "when it came" },
	{ .name = "location", .kind = PMO_TEXT, .flags = PMO_TRACKED | PMO_WIDE,
	  .help = "where it is" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .was = "custodian", .help = "who has it" },
	{ .name = "in_service", .kind = PMO_DATE, .help = "when its use began" },
	{ .name = "warranty_until", .kind = PMO_DATE, .flags = PMO_TRACKED, .label = "warranty",
	  .help = "end of the warranty" },
	{ .name = "support_contract", .kind = PMO_REF, .to = "contract", .help = "who repairs it" },
	{ .name = "config_item", .kind = PMO_TEXT, .help = "its record in operations" },
	{ .name = "disposal", .kind = PMO_STRUCT, .members = disposal_members,
	  .help = "how it was got rid of" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "ordered", PMO_STATE_OPEN, "on its way" },
	{ "received", PMO_STATE_OPEN, "here, not in use" },
	{ "deployed", PMO_STATE_OPEN, "in use" },
	{ "in_storage", PMO_STATE_OPEN, "put away" },
	{ "in_repair", PMO_STATE_OPEN, "being mended" },
	{ "surplus", PMO_STATE_OPEN, "no longer needed" },
	{ "disposed", PMO_STATE_CLOSED, "got rid of" },
	{ "lost", PMO_STATE_CLOSED, "gone" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "receive", .from = "ordered", .to = "received", .sets = "received=today",
	  .help = "is here" },
	{ .verb = "deploy", .from = "received|in_storage|in_repair", .to = "deployed",
	  .sets = "in_service=today", .help = "is in use" },
	{ .verb = "store", .from = "received|deployed|in_repair", .to = "in_storage",
	  .help = "is put away" },
	{ .verb = "repair", .from = "deployed", .to = "in_repair", .help = "is being mended" },
	{ .verb = "retire", .from = "received|deployed|in_storage|in_repair", .to = "surplus",
	  .help = "is no longer needed" },
	{ .verb = "dispose", .from = "surplus", .to = "disposed", .needs = "disposal",
	  .help = "is got rid of" },
	{ .verb = "lose", .from = "ordered|received|deployed|in_storage|in_repair|surplus",
	  .to = "lost", .needs = "note", .help = "is gone" },
	{ .verb = "recover", .from = "lost", .to = "in_storage", .help = "is here again" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "asset-warranty-ends", PMO_ADVICE,
	  "open and warranty_until >= today and warranty_until <= today + limit(expiry.warn)",
	  "has a warranty until {warranty_until}", "warranty_until", NULL },
	{ "asset-disposed-undocumented", PMO_WARNING, "status = disposed and not disposal",
	  "is disposed of, and nothing says how", "disposal", NULL },
	{ 0 },
};

const struct pmo_register register_asset = {
	.name = "asset",
	.plural = "assets",
	.prefix = "AST",
	.help = "inventory: where it is, who has it, warranty",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id tag title location owner warranty_until status",
	.sort = "tag id",
};
