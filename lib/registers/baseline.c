/*
 * The plan as it was approved: dates, cost and budget, line by line. A baseline is
 * immutable once approved; from the second on it takes a change request.
 */
#include "registers.h"

static const struct pmo_field task_members[] = {
	{ .name = "task", .kind = PMO_REF, .to = "task", .flags = PMO_NEEDED, .help = "which" },
	{ .name = "start", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "first day" },
	{ .name = "finish", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "last day" },
	{ .name = "duration", .kind = PMO_DURATION, .help = "working time" },
	{ .name = "costs", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = register_cost_members,
	  .brief = REGISTER_COST_BRIEF, .help = "cost by budget line" },
	{ 0 },
};

static const struct pmo_field milestone_members[] = {
	{ .name = "milestone", .kind = PMO_REF, .to = "milestone", .flags = PMO_NEEDED,
	  .help = "which" },
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "when" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "version", .kind = PMO_INTEGER, .range = "1..", .flags = PMO_NEEDED,
	  .help = "1 for the first" },
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED, .start = "today",
	  .help = "when it was taken" },
	{ .name = "reason", .kind = PMO_PROSE, .flags = PMO_NEEDED, .help = "why it was taken" },
	{ .name = "change", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "change",
	  .when = "version > 1",
	  .help = "the change request that allows it" },
	{ .name = "approved_by", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who approved it" },
	{ .name = "commit", .kind = PMO_TEXT, .help = "revision it was taken from" },
	{ .name = "bac", .kind = PMO_MONEY, .derive = "sum(budget, amount)", .label = "budget",
	  .help = "budget at completion, contingency left out" },
	{ .name = "budget", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = register_cost_members,
	  .brief = REGISTER_COST_BRIEF, .help = "amount by budget line" },
	{ .name = "milestones", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = milestone_members,
	  .brief = "milestone date", .help = "dates promised" },
	{ .name = "tasks", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = task_members,
	  .brief = "task start..finish duration?", .help = "dates and cost of the work" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "proposed", PMO_STATE_OPEN, "taken, not approved" },
	{ "approved", PMO_STATE_OPEN, "in force" },
	{ "superseded", PMO_STATE_CLOSED, "a later one is in force" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "approve", .from = "proposed", .to = "approved", .needs = "version approved_by",
	  .guard = "version = 1 or change.status in [approved, implemented, closed]",
	  .refusal = "a baseline after the first needs an approved change request: change=CHG-…",
	  .help = "is in force" },
	{ .verb = "supersede", .from = "approved", .to = "superseded",
	  .help = "a later one is in force" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "baseline-no-change", PMO_WARNING, "status = approved and version > 1 and not change",
	  "is version {version}, and no change request allows it", "change", NULL },
	{ "baseline-finish-before-start", PMO_WARNING, "any(tasks, finish < start)",
	  "has a task that finishes before it starts", "tasks", NULL },
	{ 0 },
};

const struct pmo_register register_baseline = {
	.name = "baseline",
	.plural = "baselines",
	.prefix = "BSL",
	.help = "the plan as it was approved",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.fields = fields,
	.fixed = "approved|superseded",
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id version title date bac status",
	.sort = "-version id",
};
