/* What somebody must decide, by when, and what they decided. */
#include "registers.h"

static const struct pmo_field option_members[] = {
	{ .name = "text", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what could be done" },
	{ .name = "pros", .kind = PMO_TEXT, .help = "what speaks for it" },
	{ .name = "cons", .kind = PMO_TEXT, .help = "what speaks against it" },
	{ .name = "cost", .kind = PMO_MONEY, .help = "what it costs" },
	{ .name = "days", .kind = PMO_DURATION, .flags = PMO_SIGNED, .help = "time it costs" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .was = "decider", .help = "who decides" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED, .was = "needed_by",
	  .help = "when the answer is needed" },
	{ .name = "question", .kind = PMO_PROSE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "what is to be decided" },
	{ .name = "options", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = option_members,
	  .help = "what could be done" },
	{ .name = "recommendation", .kind = PMO_PROSE, .help = "what the project would do" },
	{ .name = "without_answer", .kind = PMO_PROSE,
	  .help = "what happens when no answer comes" },
	{ .name = "decision", .kind = PMO_PROSE, .flags = PMO_TRACKED, .when = "status = made",
	  .help = "what was decided" },
	{ .name = "rationale", .kind = PMO_PROSE, .help = "why" },
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_TRACKED, .help = "when it was decided" },
	{ .name = "made_in", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "meeting",
	  .help = "where it was decided" },
	{ .name = "dissent", .kind = PMO_PROSE, .help = "who was against it, and why" },
	{ .name = "supersedes", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "decision",
	  .help = "the one it replaces" },
	{ .name = "affects", .kind = PMO_REF, .flags = PMO_LIST,
	  .help = "records that wait for it" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "proposed", PMO_STATE_OPEN, "to be put to somebody" },
	{ "pending", PMO_STATE_OPEN, "with who decides" },
	{ "made", PMO_STATE_CLOSED, "decided" },
	{ "superseded", PMO_STATE_CLOSED, "decided otherwise later" },
	{ "withdrawn", PMO_STATE_CLOSED, "no longer asked" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "submit", .from = "proposed", .to = "pending", .needs = "question owner due",
	  .help = "is put to who decides" },
	{ .verb = "decide", .from = "proposed|pending", .to = "made", .needs = "decision",
	  .sets = "date=today", .help = "is decided" },
	{ .verb = "supersede", .from = "made", .to = "superseded", .help = "is decided otherwise" },
	{ .verb = "withdraw", .from = "proposed|pending", .to = "withdrawn", .needs = "note",
	  .help = "is no longer asked" },
	{ .verb = "reopen", .from = "withdrawn", .to = "proposed", .needs = "note",
	  .help = "is asked again" },
	{ 0 },
};

static const struct pmo_control controls[] = {
	{ "decision-settled", "decision=|question=", "status in [made, superseded]",
	  "is {status}: what was asked and decided does not change",
	  "pmo decision add \"…\" supersedes={id}, and pmo decision supersede {id} when it is "
	  "made" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "decision-overdue", PMO_ADVICE, "overdue",
	  "was needed {due}, {days(due, today)} d ago", "due", "ask {owner}" },
	{ "decision-empty", PMO_WARNING, "status = made and not decision",
	  "is made and does not say what was decided", "decision", NULL },
	{ "decision-one-option", PMO_ADVICE, "status = pending and count(options) = 1",
	  "offers one option only", "options", NULL },
	{ "decision-in-future", PMO_WARNING, "date > today",
	  "was made {date}, in the future", "date", NULL },
	{ 0 },
};

const struct pmo_register register_decision = {
	.name = "decision",
	.plural = "decisions",
	.prefix = "DEC",
	.help = "what somebody must decide by when, and did",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.controls = controls,
	.columns = "id title owner due date status",
	.sort = "due id",
};
