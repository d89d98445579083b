/* What somebody promised to do by a day: of a meeting, an issue, a risk. */
#include "registers.h"

static const struct pmo_field fields[] = {
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .was = "assignee", .help = "the one person who does it" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "a real date, never as soon as possible" },
	{ .name = "source", .kind = PMO_REF, .help = "the meeting, issue or risk it comes from" },
	{ .name = "description", .kind = PMO_PROSE, .help = "more than the title says" },
	{ .name = "priority", .kind = PMO_CHOICE, .choices = register_priorities, .label = "prio",
	  .help = "normal when absent" },
	{ .name = "done_on", .kind = PMO_DATE, .help = "when it was done" },
	{ .name = "result", .kind = PMO_PROSE, .help = "what came of it" },
	{ .name = "redated", .kind = PMO_INTEGER, .derive = "count(history, it ~ ' due 2')",
	  .help = "how often its due date was moved" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "open", PMO_STATE_OPEN, "promised" },
	{ "in_progress", PMO_STATE_OPEN, "begun" },
	{ "blocked", PMO_STATE_OPEN, "cannot go on" },
	{ "done", PMO_STATE_CLOSED, "done" },
	{ "cancelled", PMO_STATE_CLOSED, "no longer wanted" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "start", .from = "open", .to = "in_progress", .help = "is begun" },
	{ .verb = "block", .from = "open|in_progress", .to = "blocked", .help = "cannot go on" },
	{ .verb = "unblock", .from = "blocked", .to = "in_progress", .help = "can go on" },
	{ .verb = "finish", .from = "open|in_progress|blocked", .to = "done",
	  .sets = "done_on=today", .help = "is done" },
	{ .verb = "cancel", .from = "open|in_progress|blocked", .to = "cancelled", .needs = "note",
	  .help = "is no longer wanted" },
	{ .verb = "reopen", .from = "done|cancelled", .to = "open", .needs = "note",
	  .sets = "done_on=", .help = "is not done after all" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "action-redated", PMO_ADVICE, "open and redated >= limit(action.redates)",
	  "has been moved {redated} times, {limit(action.redates)} call for the next level",
	  "due", "pmo escalate {id}" },
	{ "action-done-undated", PMO_WARNING, "status = done and not done_on",
	  "is done without a date", "done_on", NULL },
	{ "action-done-in-future", PMO_WARNING, "done_on > today",
	  "was done {done_on}, in the future", "done_on", NULL },
	{ 0 },
};

const struct pmo_register register_action = {
	.name = "action",
	.plural = "actions",
	.prefix = "ACT",
	.help = "what somebody promised to do by a day",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title owner due source redated status",
	.sort = "due id",
};
