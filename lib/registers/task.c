/*
 * Work of the plan. Tasks and milestones stand in one file, plan.yaml, in outline order.
 *
 * Stored are facts: when it started, how much is done, what remains. Whether a task is in
 * progress, late or done follows from them; a state is stored only where a person decided.
 * Dates, float and cost that follow from the network are computed by lib/plan.
 */
#include "registers.h"

static const char *const kinds[] = { "task", "summary", "iteration", "level_of_effort", NULL };

static const char *const countings[] = { "percent", "all_or_nothing", "half_at_start", "checklist",
					 NULL };

static const char *const sizings[] = { "fixed_units", "fixed_work", "fixed_duration", NULL };

static const struct pmo_field assignee_members[] = {
	{ .name = "person", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED, .help = "who" },
	{ .name = "units", .kind = PMO_PERCENT, .range = "0..",
	  .help = "share of the day, all when absent" },
	{ 0 },
};

static const struct pmo_field checklist_members[] = {
	{ .name = "text", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "one step" },
	{ .name = "done", .kind = PMO_YES_NO, .help = "whether it is" },
	{ 0 },
};

static const char *const progress[] = { "not_started", "in_progress", "blocked",
					"done",        "cancelled",   NULL };

static const struct pmo_field fields[] = {
	{ .name = "parent", .kind = PMO_REF, .to = "task", .help = "the summary it belongs to" },
	{ .name = "wbs", .kind = PMO_TEXT, .help = "code the organization assigns, 5.4" },
	{ .name = "kind", .kind = PMO_CHOICE, .choices = kinds, .help = "task when absent" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .when = "not kind = summary", .help = "the one person who answers for it" },
	{ .name = "duration", .kind = PMO_DURATION, .flags = PMO_NEEDED | PMO_TRACKED,
	  .range = "0..", .when = "not kind = summary",
	  .help = "working time from start to finish" },
	{ .name = "effort", .kind = PMO_DURATION, .range = "0..", .help = "hours of work in it" },
	{ .name = "sizing", .kind = PMO_CHOICE, .choices = sizings,
	  .help = "what stays when work, people or duration change; fixed_units when absent" },
	{ .name = "priority", .kind = PMO_INTEGER, .range = "0..1000",
	  .help = "who gives way when people are short; 500 when absent" },
	{ .name = "by_hand", .kind = PMO_YES_NO,
	  .help = "scheduled by hand: it stays on its planned dates" },
	{ .name = "planned_start", .kind = PMO_DATE, .when = "by_hand and not planned_finish",
	  .help = "first day, scheduled by hand" },
	{ .name = "planned_finish", .kind = PMO_DATE, .help = "last day, scheduled by hand" },
	{ .name = "preds", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = register_link_members,
	  .brief = REGISTER_LINK_BRIEF, .label = "after", .help = "what it waits for" },
	{ .name = "constraint", .kind = PMO_STRUCT, .members = register_constraint_members,
	  .brief = REGISTER_CONSTRAINT_BRIEF, .help = "a date that the network must keep" },
	{ .name = "deadline", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "promised finish; it moves nothing" },
	{ .name = "calendar", .kind = PMO_REF, .to = "calendar", .help = "its own working days" },
	{ .name = "assignees", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = assignee_members,
	  .brief = "person units?", .help = "who works on it, and how much" },
	{ .name = "deliverable", .kind = PMO_REF, .to = "deliverable", .help = "what it produces" },
	{ .name = "costs", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = register_cost_members,
	  .brief = REGISTER_COST_BRIEF, .help = "planned cost by budget line" },
	{ .name = "actual_start", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when work began" },
	{ .name = "actual_finish", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when it was done" },
	{ .name = "percent", .kind = PMO_PERCENT, .flags = PMO_TRACKED, .range = "0..100",
	  .was = "pct", .label = "%", .help = "how much is done" },
	{ .name = "remaining", .kind = PMO_DURATION, .flags = PMO_TRACKED, .range = "0..",
	  .help = "working time still needed; the rest of the duration when absent" },
	{ .name = "counting", .kind = PMO_CHOICE, .choices = countings,
	  .help = "how progress is counted; the percent typed when absent" },
	{ .name = "checklist", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = checklist_members,
	  .when = "counting = checklist", .help = "steps that count as progress" },
	{ .name = "blocked_by", .kind = PMO_REF, .flags = PMO_LIST,
	  .help = "issues or risks in its way" },
	{ .name = "block_reason", .kind = PMO_TEXT, .help = "why it cannot go on" },
	{ .name = "uid", .kind = PMO_INTEGER, .range = "0..", .help = "its number in MS Project" },
	{ .name = "cost", .kind = PMO_MONEY, .derive = "sum(costs, amount)",
	  .help = "planned cost" },
	{ .name = "state", .kind = PMO_CHOICE, .choices = progress,
	  .derive = "if(status = cancelled, cancelled, if(actual_finish, done, "
		    "if(status = blocked, blocked, if(actual_start, in_progress, not_started))))",
	  .help = "what follows from its facts" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "planned", PMO_STATE_OPEN, "to be done; how far it is follows from its dates" },
	{ "blocked", PMO_STATE_OPEN, "cannot go on" },
	{ "cancelled", PMO_STATE_CLOSED, "will not be done" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "start", .from = "planned", .to = "planned", .sets = "actual_start=today",
	  .help = "work has begun" },
	{ .verb = "finish", .from = "planned", .to = "planned",
	  .sets = "actual_start=today actual_finish=today", .help = "it is done" },
	{ .verb = "block", .from = "planned", .to = "blocked",
	  .help = "it cannot go on; say why with block_reason or blocked_by" },
	{ .verb = "unblock", .from = "blocked", .to = "planned", .help = "it can go on" },
	{ .verb = "cancel", .from = "planned|blocked", .to = "cancelled", .needs = "note",
	  .help = "it will not be done" },
	{ .verb = "reopen", .from = "cancelled", .to = "planned", .needs = "note",
	  .help = "it will be done after all" },
	{ .verb = "reopen", .from = "planned", .to = "planned", .needs = "note",
	  .sets = "actual_finish=", .help = "it is not done after all" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "task-done-unfinished", PMO_WARNING, "percent = 100 and not actual_finish",
	  "is 100% done without a finish date", "percent", "pmo set {id} actual_finish=DATE" },
	{ "task-not-started", PMO_WARNING, "percent > 0 and not actual_start",
	  "is {percent} done without a start date", "percent", "pmo set {id} actual_start=DATE" },
	{ "task-finish-no-start", PMO_WARNING, "actual_finish and not actual_start",
	  "finished {actual_finish} without having started", "actual_finish", NULL },
	{ "task-finish-before-start", PMO_WARNING, "actual_finish < actual_start",
	  "finished {actual_finish}, before it started {actual_start}", "actual_finish", NULL },
	{ "task-start-in-future", PMO_WARNING, "actual_start > today",
	  "started {actual_start}, which is in the future", "actual_start", NULL },
	{ "task-finish-in-future", PMO_WARNING, "actual_finish > today",
	  "finished {actual_finish}, which is in the future", "actual_finish", NULL },
	{ "task-summary-typed", PMO_WARNING,
	  "kind = summary and (duration or percent or remaining or actual_start or actual_finish)",
	  "is a summary: its dates and percent follow from what is below it", "kind", NULL },
	{ "task-blocked-unexplained", PMO_WARNING,
	  "status = blocked and not block_reason and not blocked_by",
	  "is blocked, and nothing says by what", "status",
	  "pmo set {id} blocked_by=ISS-… or block_reason=…" },
	{ "task-blocked-done", PMO_WARNING, "status = blocked and actual_finish",
	  "is blocked and done at once", "status", NULL },
	{ "task-constraint-undated", PMO_WARNING,
	  "constraint.kind in [snet, snlt, fnet, fnlt, mso, mfo] and not constraint.date",
	  "has a constraint without its date", "constraint", NULL },
	{ "task-long", PMO_ADVICE, "open and duration > 44d",
	  "takes {duration}; over 44 d hides trouble", "duration", "split it" },
	{ "task-uncleared", PMO_WARNING,
	  "open and tags = cjis and owner.type = vendor and "
	  "not any(owner.clearances, it.kind = cjis and not it.expires < today)",
	  "needs a CJIS clearance that {owner} does not have", "owner", NULL },
	{ 0 },
};

const struct pmo_register register_task = {
	.name = "task",
	.plural = "tasks",
	.prefix = "TSK",
	.help = "work of the plan, in outline order",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.place = "plan",
	.undated = true,
	.due = "deadline",
	.done = "actual_finish",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id wbs title owner duration percent state",
};
