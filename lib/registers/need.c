/* What must be in place for work to go on: hardware, rooms, access, data, people. */
#include "registers.h"

static const char *const kinds[] = { "hardware", "software", "infrastructure", "facility", "access",
				     "data",     "training", "staff",          NULL };

static const struct pmo_field fields[] = {
	{ .name = "kind", .kind = PMO_CHOICE, .choices = kinds, .flags = PMO_NEEDED,
	  .help = "what sort" },
	{ .name = "for", .kind = PMO_REF, .to = "task|training|testplan|pilot|cutover",
	  .help = "the work that waits for it" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "the one person who gets it there" },
	{ .name = "spec", .kind = PMO_PROSE, .flags = PMO_NEEDED, .help = "exactly what" },
	{ .name = "qty", .kind = PMO_NUMBER, .range = "0..", .help = "how many" },
	{ .name = "needed_by", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "when it must be there" },
	{ .name = "provider", .kind = PMO_TEXT, .help = "person or organization that brings it" },
	{ .name = "purchase", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "purchase",
	  .help = "how it is bought" },
	{ .name = "ready_on", .kind = PMO_DATE, .flags = PMO_TRACKED, .label = "ready",
	  .help = "when it will be there, or was" },
	{ .name = "late", .kind = PMO_YES_NO, .derive = "ready_on > needed_by or overdue",
	  .help = "whether it comes after it is needed" },
	{ .name = "risk_if_late", .kind = PMO_PROSE, .help = "what happens then" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "identified", PMO_STATE_OPEN, "known" },
	{ "confirmed", PMO_STATE_OPEN, "agreed" },
	{ "sourced", PMO_STATE_OPEN, "on its way" },
	{ "in_place", PMO_STATE_CLOSED, "there" },
	{ "verified", PMO_STATE_CLOSED, "there, and it works" },
	{ "cancelled", PMO_STATE_CLOSED, "not needed" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "confirm", .from = "identified", .to = "confirmed", .needs = "needed_by",
	  .help = "is agreed" },
	{ .verb = "source", .from = "confirmed", .to = "sourced", .help = "is on its way" },
	{ .verb = "deliver", .from = "sourced", .to = "in_place", .sets = "ready_on=today",
	  .help = "is there" },
	{ .verb = "verify", .from = "sourced|in_place", .to = "verified",
	  .help = "is there, and it works" },
	{ .verb = "cancel", .from = "identified|confirmed|sourced|in_place", .to = "cancelled",
	  .needs = "note", .help = "is not needed" },
	{ .verb = "reopen", .from = "in_place|verified|cancelled", .to = "confirmed",
	  .needs = "note", .help = "is needed after all" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "need-late", PMO_ADVICE, "open and late",
	  "is needed {needed_by}, and will not be there", "needed_by", NULL },
	{ "need-unbought", PMO_ADVICE,
	  "status in [confirmed, sourced] and kind in [hardware, software] and not purchase",
	  "names no purchase", "purchase", "pmo set {id} purchase=PUR-…" },
	{ 0 },
};

const struct pmo_register register_need = {
	.name = "need",
	.plural = "needs",
	.prefix = "NED",
	.help = "what must be in place for work to go on",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.due = "needed_by",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title for owner needed_by ready_on status",
	.sort = "needed_by id",
};
