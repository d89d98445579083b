/* A call to the next level: one record a step, with what is asked and until when. */
#include "registers.h"

static const struct pmo_field fields[] = {
	{ .name = "item", .kind = PMO_REF, .flags = PMO_NEEDED | PMO_TRACKED,
	  .to = "issue|risk|change|deliverable|purchase|decision|action",
	  .help = "what it is about" },
	{ .name = "level", .kind = PMO_INTEGER, .range = "1..4", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "1 manager, 2 sponsor, 3 board, 4 executive" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .was = "to", .help = "who is asked" },
	{ .name = "sent", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED, .start = "today",
	  .help = "when" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED, .was = "respond_by",
	  .help = "when the answer is needed" },
	{ .name = "ask", .kind = PMO_PROSE, .flags = PMO_NEEDED, .help = "exactly what is asked" },
	{ .name = "next_owner", .kind = PMO_REF, .to = "person",
	  .derive = "first(only(project.authority, level = this.level + 1)).approver",
	  .help = "who is asked next when no answer comes, from the charter's authority" },
	{ .name = "memo", .kind = PMO_REF, .to = "document", .help = "the memo that was sent" },
	{ .name = "response", .kind = PMO_PROSE, .flags = PMO_TRACKED, .help = "what they said" },
	{ .name = "responded", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when they said it" },
	{ .name = "agreed", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "the date they agreed to; the clock stands until then" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "sent", PMO_STATE_OPEN, "the clock runs" },
	{ "acknowledged", PMO_STATE_OPEN, "they know" },
	{ "resolved", PMO_STATE_CLOSED, "they helped" },
	{ "expired", PMO_STATE_CLOSED, "no answer in time; the next level is asked" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "acknowledge", .from = "sent", .to = "acknowledged", .help = "they know" },
	{ .verb = "resolve", .from = "sent|acknowledged", .to = "resolved", .needs = "response",
	  .sets = "responded=today", .effect = "agree", .help = "they helped" },
	{ .verb = "expire", .from = "sent|acknowledged", .to = "expired",
	  .help = "no answer came in time" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "escalation-silent", PMO_ADVICE, "overdue",
	  "was to be answered by {due}; next is level {level + 1}, {next_owner}", "due",
	  "pmo escalation expire {id}, then the next level" },
	{ "escalation-skips", PMO_WARNING,
	  "status = sent and level > if(item.escalation_level, item.escalation_level, 0) + 1",
	  "goes to level {level}, and the one below was not asked", "level",
	  "only safety, a breach or a legal deadline skips a level" },
	{ "escalation-due-before-sent", PMO_WARNING, "due < sent",
	  "is due {due}, before it was sent {sent}", "due", NULL },
	{ 0 },
};

const struct pmo_register register_escalation = {
	.name = "escalation",
	.plural = "escalations",
	.prefix = "ESC",
	.help = "calls to the next level, and their answers",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title item level owner due status",
	.sort = "due id",
};
