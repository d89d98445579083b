/*
 * What a member of the team reports of a week: progress, troubles, leave. Applying it
 * writes the facts into the tasks, with who said so and `from CHK-nnn` in their history.
 */
#include "registers.h"

static const char *const confidences[] = { "high", "medium", "low", NULL };

static const struct pmo_field line_members[] = {
	{ .name = "task", .kind = PMO_REF, .to = "task|milestone", .flags = PMO_NEEDED,
	  .help = "which" },
	{ .name = "percent", .kind = PMO_PERCENT, .range = "0..100", .was = "pct",
	  .help = "how much is done" },
	{ .name = "remaining", .kind = PMO_DURATION, .range = "0..",
	  .help = "working time still needed" },
	{ .name = "actual_start", .kind = PMO_DATE, .help = "when work began" },
	{ .name = "actual_finish", .kind = PMO_DATE, .help = "when it was done" },
	{ .name = "hours", .kind = PMO_DURATION, .range = "0..", .help = "work spent, 6h" },
	{ .name = "done", .kind = PMO_TEXT, .help = "what was done" },
	{ .name = "next", .kind = PMO_TEXT, .help = "what comes next" },
	{ .name = "blockers", .kind = PMO_TEXT, .help = "what is in the way" },
	{ .name = "confidence", .kind = PMO_CHOICE, .choices = confidences,
	  .help = "how sure they are" },
	{ 0 },
};

static const char *const channels[] = { "email", "meeting", "call", "cli", NULL };

static const struct pmo_field fields[] = {
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .was = "person", .help = "who reports" },
	{ .name = "period_end", .kind = PMO_DATE, .flags = PMO_NEEDED,
	  .help = "last day reported on" },
	{ .name = "wanted_by", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when the answer is wanted, where that was said" },
	{ .name = "due", .kind = PMO_DATE, .derive = "if(wanted_by, wanted_by, period_end + 1d)",
	  .help = "when the answer is wanted, else the working day after the period" },
	{ .name = "asked", .kind = PMO_REF, .flags = PMO_LIST,
	  .help = "what the form asks about; an answer can change nothing else" },
	{ .name = "sent_to", .kind = PMO_REF, .to = "person", .flags = PMO_TRACKED,
	  .help = "who stands in and got the form" },
	{ .name = "lines", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = line_members,
	  .brief = "task percent? remaining?", .when = "not status = requested and not asked",
	  .help = "progress, a task each: TSK-031 45% 10d" },
	{ .name = "new_risks", .kind = PMO_TEXT, .flags = PMO_LIST, .help = "what might happen" },
	{ .name = "new_issues", .kind = PMO_TEXT, .flags = PMO_LIST, .help = "what did happen" },
	{ .name = "leave_next", .kind = PMO_STRUCT, .flags = PMO_LIST,
	  .members = register_leave_members, .brief = REGISTER_LEAVE_BRIEF,
	  .help = "when they will be away" },
	{ .name = "received_via", .kind = PMO_CHOICE, .choices = channels, .help = "how it came" },
	{ .name = "received", .kind = PMO_DATE, .help = "when it came" },
	{ .name = "messages", .kind = PMO_TEXT, .flags = PMO_LIST,
	  .help = "replies that were taken, by Message-ID; none is taken twice" },
	{ .name = "applied", .kind = PMO_DATE, .help = "when the tasks were changed" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "requested", PMO_STATE_OPEN, "asked for" },
	{ "received", PMO_STATE_OPEN, "here, tasks not changed yet" },
	{ "applied", PMO_STATE_CLOSED, "tasks are changed" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "receive", .from = "requested", .to = "received", .sets = "received=today",
	  .help = "is here" },
	{ .verb = "apply", .from = "received", .to = "applied", .guard = "lines or asked",
	  .refusal = "there is nothing to apply: lines has the progress, a task each",
	  .sets = "applied=today", .help = "changes the tasks" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "checkin-in-future", PMO_WARNING,
	  "any(lines, actual_start > today or actual_finish > today)",
	  "has an actual date in the future", "lines", NULL },
	{ "checkin-unsure", PMO_ADVICE, "open and any(lines, confidence = low)",
	  "has a task of low confidence", "lines", NULL },
	{ 0 },
};

const struct pmo_register register_checkin = {
	.name = "checkin",
	.plural = "checkins",
	.prefix = "CHK",
	.help = "what members of the team report of a week",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title owner period_end received status",
	.sort = "-period_end owner",
};
