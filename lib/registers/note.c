/*
 * The daily log: what was heard, agreed or seen, in a line each. A note may become an
 * issue, a risk, an action; then it is done with.
 */
#include "registers.h"

static const char *const kinds[] = { "note", "call", "action", "event", "comment", NULL };

static const struct pmo_field fields[] = {
	{ .name = "kind", .kind = PMO_CHOICE, .choices = kinds, .help = "note when absent" },
	{ .name = "at", .kind = PMO_MOMENT, .help = "when it was, where the day is not enough" },
	{ .name = "text", .kind = PMO_PROSE, .help = "more than the title says" },
	{ .name = "person", .kind = PMO_REF, .to = "person", .help = "who said it" },
	{ .name = "due", .kind = PMO_DATE, .was = "target_date",
	  .help = "when to look at it again" },
	{ .name = "result", .kind = PMO_PROSE, .help = "what came of it" },
	{ .name = "promoted_to", .kind = PMO_REF, .help = "the record it became" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "open", PMO_STATE_OPEN, "may still matter" },
	{ "closed", PMO_STATE_CLOSED, "done with" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "close", .from = "open", .to = "closed", .help = "is done with" },
	{ .verb = "reopen", .from = "closed", .to = "open", .needs = "note",
	  .help = "matters again" },
	{ 0 },
};

const struct pmo_register register_note = {
	.name = "note",
	.plural = "notes",
	.prefix = "LOG",
	.help = "the daily log, a line each",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.done = "promoted_to",
	.fields = fields,
	.states = states,
	.moves = moves,
	.columns = "id created title kind person due",
	.sort = "-created -id",
};
