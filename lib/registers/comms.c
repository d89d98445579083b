/* The communications plan: who is told what, how and how often. */
#include "registers.h"

static const char *const channels[] = { "email", "meeting", "portal",   "newsletter", "poster",
					"text",  "press",   "briefing", NULL };

static const char *const frequencies[] = { "once", "weekly", "biweekly", "monthly", "event", NULL };

static const struct pmo_field fields[] = {
	{ .name = "message", .kind = PMO_PROSE, .flags = PMO_NEEDED, .help = "what they are told" },
	{ .name = "purpose", .kind = PMO_PROSE, .help = "what for" },
	{ .name = "audience", .kind = PMO_TEXT, .flags = PMO_LIST | PMO_NEEDED | PMO_WIDE,
	  .help = "people and groups that are told" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .was = "sender", .help = "who sends it" },
	{ .name = "approver", .kind = PMO_REF, .to = "person", .help = "who must see it first" },
	{ .name = "channel", .kind = PMO_CHOICE, .choices = channels, .flags = PMO_NEEDED,
	  .help = "how" },
	{ .name = "frequency", .kind = PMO_CHOICE, .choices = frequencies, .flags = PMO_NEEDED,
	  .help = "how often" },
	{ .name = "next_due", .kind = PMO_DATE, .flags = PMO_TRACKED, .label = "due",
	  .when = "not frequency = event", .help = "when it must go out next" },
	{ .name = "event_ref", .kind = PMO_REF, .to = "milestone|meeting|training|cutover",
	  .when = "frequency = event", .help = "what it goes with" },
	{ .name = "lead_days", .kind = PMO_DURATION, .range = "0..",
	  .help = "how long before that" },
	{ .name = "doc", .kind = PMO_REF, .to = "document", .help = "the text" },
	{ .name = "sent_count", .kind = PMO_INTEGER, .label = "sent",
	  .derive = "count(those(communication, plan = this))", .help = "how often it went out" },
	{ .name = "last_sent", .kind = PMO_DATE,
	  .derive = "max(those(communication, plan = this), sent)", .help = "when it last did" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "planned", PMO_STATE_OPEN, "not begun" },
	{ "active", PMO_STATE_OPEN, "goes out as planned" },
	{ "done", PMO_STATE_CLOSED, "no more to send" },
	{ "cancelled", PMO_STATE_CLOSED, "will not be sent" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "start", .from = "planned", .to = "active", .help = "goes out from now on" },
	{ .verb = "finish", .from = "planned|active", .to = "done", .help = "no more to send" },
	{ .verb = "cancel", .from = "planned|active", .to = "cancelled", .needs = "note",
	  .help = "will not be sent" },
	{ .verb = "reopen", .from = "done|cancelled", .to = "active", .needs = "note",
	  .help = "goes out again" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "comms-missed", PMO_ADVICE, "overdue",
	  "was to go out {next_due}: the plan is not followed", "next_due",
	  "pmo communication add \"…\" plan={id}" },
	{ 0 },
};

const struct pmo_register register_comms = {
	.name = "comms",
	.plural = "comms",
	.prefix = "COM",
	.help = "the communications plan",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.due = "next_due",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title audience channel owner next_due status",
	.sort = "next_due id",
};
