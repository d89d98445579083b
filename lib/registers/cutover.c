/*
 * The runbook of the night: steps with planned and actual times, the point of no return,
 * the way back and when it must be decided.
 */
#include "registers.h"

static const struct pmo_field window_members[] = {
	{ .name = "start", .kind = PMO_MOMENT, .flags = PMO_NEEDED, .help = "when it opens" },
	{ .name = "end", .kind = PMO_MOMENT, .flags = PMO_NEEDED, .help = "when it closes" },
	{ 0 },
};

static const char *const rfc_kinds[] = { "standard", "normal", "emergency", NULL };

static const struct pmo_field rfc_members[] = {
	{ .name = "no", .kind = PMO_TEXT, .help = "number at the change board" },
	{ .name = "kind", .kind = PMO_CHOICE, .choices = rfc_kinds,
	  .help = "standard needs no board" },
	{ .name = "cab_date", .kind = PMO_DATE, .help = "when the board meets" },
	{ .name = "decision", .kind = PMO_CHOICE, .choices = register_verdicts,
	  .help = "what it said" },
	{ 0 },
};

static const char *const approaches[] = { "big_bang", "phased", "parallel", NULL };

static const char *const phases[] = { "pre", "cutover", "verify", "rollback", "post", NULL };

static const char *const results[] = { "ok", "failed", "skipped", NULL };

static const struct pmo_field step_members[] = {
	{ .name = "no", .kind = PMO_INTEGER, .range = "1..", .flags = PMO_NEEDED,
	  .help = "number" },
	{ .name = "phase", .kind = PMO_CHOICE, .choices = phases, .flags = PMO_NEEDED,
	  .help = "part of the night" },
	{ .name = "action", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what is done" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .was = "who", .help = "who does it" },
	{ .name = "planned_start", .kind = PMO_MOMENT, .help = "when it is to begin" },
	{ .name = "duration", .kind = PMO_DURATION, .range = "0..", .help = "how long, 15min" },
	{ .name = "preds", .kind = PMO_INTEGER, .flags = PMO_LIST,
	  .help = "steps that come before" },
	{ .name = "verify", .kind = PMO_TEXT, .help = "how one sees that it worked" },
	{ .name = "point_of_no_return", .kind = PMO_YES_NO, .help = "no way back after it" },
	{ .name = "rollback_step", .kind = PMO_INTEGER, .help = "step that undoes it" },
	{ .name = "actual_start", .kind = PMO_MOMENT, .help = "when it began" },
	{ .name = "actual_end", .kind = PMO_MOMENT, .help = "when it ended" },
	{ .name = "result", .kind = PMO_CHOICE, .choices = results, .help = "what came of it" },
	{ 0 },
};

static const struct pmo_field rollback_members[] = {
	{ .name = "trigger", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "when we go back" },
	{ .name = "decision_by", .kind = PMO_MOMENT, .flags = PMO_NEEDED,
	  .help = "last moment to say so" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED,
	  .help = "who says so" },
	{ .name = "duration", .kind = PMO_DURATION, .range = "0..", .flags = PMO_NEEDED,
	  .help = "how long it takes" },
	{ 0 },
};

static const struct pmo_field command_members[] = {
	{ .name = "bridge", .kind = PMO_TEXT, .help = "number or link where all are" },
	{ .name = "contacts", .kind = PMO_REF, .to = "person", .flags = PMO_LIST,
	  .help = "whom to call" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who leads the night" },
	{ .name = "window", .kind = PMO_STRUCT, .flags = PMO_NEEDED, .members = window_members,
	  .help = "when it may happen" },
	{ .name = "rfc", .kind = PMO_STRUCT, .members = rfc_members,
	  .help = "the request to the change board" },
	{ .name = "approach", .kind = PMO_CHOICE, .choices = approaches,
	  .help = "how the old one ends" },
	{ .name = "rollback", .kind = PMO_STRUCT, .members = rollback_members,
	  .when = "not status = draft", .help = "the way back" },
	{ .name = "command", .kind = PMO_STRUCT, .members = command_members,
	  .help = "where all are that night" },
	{ .name = "comms", .kind = PMO_REF, .to = "comms", .flags = PMO_LIST,
	  .help = "who is told" },
	{ .name = "rehearsed", .kind = PMO_DATE, .help = "when it was rehearsed" },
	{ .name = "rehearsal_time", .kind = PMO_DURATION, .range = "0..",
	  .help = "how long that took" },
	{ .name = "steps", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_NEEDED,
	  .members = step_members, .help = "what is done, in order" },
	{ .name = "begins", .kind = PMO_MOMENT, .derive = "window.start",
	  .help = "when the window opens" },
	{ .name = "step_count", .kind = PMO_INTEGER, .derive = "count(steps)", .label = "steps",
	  .help = "how many steps" },
	{ .name = "open_time", .kind = PMO_DURATION, .derive = "span(window.start, window.end)",
	  .help = "length of the window" },
	{ .name = "step_time", .kind = PMO_DURATION,
	  .derive = "sum(steps, if(phase in [cutover, verify] and not result, duration, 0min))",
	  .help = "what the steps of the night still take, one after the other" },
	{ .name = "back_by", .kind = PMO_DURATION,
	  .derive = "span(window.start, rollback.decision_by) + rollback.duration",
	  .help = "into the window, when the old system runs again after the last no" },
	{ .name = "steps_done", .kind = PMO_INTEGER, .derive = "count(steps, result)",
	  .label = "done", .help = "how many are over" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "draft", PMO_STATE_OPEN, "being written" },
	{ "reviewed", PMO_STATE_OPEN, "read by those who do it" },
	{ "rehearsed", PMO_STATE_OPEN, "tried" },
	{ "approved", PMO_STATE_OPEN, "may be carried out" },
	{ "executing", PMO_STATE_OPEN, "under way" },
	{ "complete", PMO_STATE_CLOSED, "the new system is live" },
	{ "rolled_back", PMO_STATE_CLOSED, "the old system is live" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "review", .from = "draft", .to = "reviewed", .needs = "steps",
	  .help = "was read" },
	{ .verb = "rehearse", .from = "reviewed", .to = "rehearsed", .sets = "rehearsed=today",
	  .help = "was tried" },
	{ .verb = "approve", .from = "reviewed|rehearsed", .to = "approved",
	  .needs = "window rollback",
	  .help = "may be carried out" },
	{ .verb = "send-back", .from = "reviewed|rehearsed|approved", .to = "draft",
	  .needs = "note", .help = "is to be written again" },
	{ .verb = "start", .from = "approved", .to = "executing", .help = "is under way" },
	{ .verb = "complete", .from = "executing", .to = "complete",
	  .help = "the new system is live" },
	{ .verb = "roll-back", .from = "executing", .to = "rolled_back", .needs = "note",
	  .help = "the old system is live" },
	{ .verb = "reopen", .from = "rolled_back", .to = "draft", .needs = "note",
	  .help = "is to be done again" },
	{ 0 },
};

static const struct pmo_control controls[] = {
	{ "cutover-no-board", "approve",
	  "rfc.kind in [normal, emergency] and not rfc.decision = approved",
	  "a {rfc.kind} change needs the approval of the change board", "rfc.decision=approved" },
	{ "cutover-no-way-back", "approve", "back_by > open_time",
	  "a no at the last moment is carried out {back_by} into a window of {open_time}",
	  "decide earlier, or ask for a longer window" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "cutover-window", PMO_WARNING, "window.end < window.start",
	  "has a window that closes before it opens", "window", NULL },
	{ "cutover-rollback-late", PMO_WARNING, "rollback.decision_by > window.end",
	  "decides on the way back after its window is closed", "rollback", NULL },
	{ "cutover-step-unowned", PMO_WARNING,
	  "status in [rehearsed, approved, executing] and any(steps, not owner)",
	  "has a step that nobody does", "steps", NULL },
	{ "cutover-no-return", PMO_ADVICE,
	  "status in [reviewed, rehearsed, approved] and not any(steps, point_of_no_return)",
	  "does not say after which step there is no way back", "steps", NULL },
	{ "cutover-unrehearsed", PMO_ADVICE, "status = approved and not rehearsed",
	  "is approved and was never rehearsed", "rehearsed", NULL },
	{ 0 },
};

const struct pmo_register register_cutover = {
	.name = "cutover",
	.plural = "cutovers",
	.prefix = "CUT",
	.help = "the runbook of going live, and the way back",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.due = "begins",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.controls = controls,
	.columns = "id begins title owner step_count steps_done status",
	.sort = "begins id",
};
