/*
 * Dates that people outside know. They stand in the plan among the tasks and have the
 * same fields of the network; they take no time.
 */
#include "registers.h"

static const char *const types[] = { "gate", "contract", "delivery", "release", "external", NULL };

static const struct pmo_field slip_members[] = {
	{ .name = "as_of", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "when it was seen" },
	{ .name = "forecast", .kind = PMO_DATE, .flags = PMO_NEEDED,
	  .help = "the date then expected" },
	{ .name = "reason", .kind = PMO_TEXT, .help = "why it moved" },
	{ .name = "ref", .kind = PMO_REF, .help = "what made it move" },
	{ 0 },
};

static const char *const progress[] = { "planned", "missed", "achieved", "cancelled", NULL };

static const struct pmo_field fields[] = {
	{ .name = "parent", .kind = PMO_REF, .to = "task", .help = "the summary it belongs to" },
	{ .name = "wbs", .kind = PMO_TEXT, .help = "code the organization assigns, M7" },
	{ .name = "type", .kind = PMO_CHOICE, .flags = PMO_TRACKED, .choices = types,
	  .help = "what kind of date it is" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "the one person who answers for it" },
	{ .name = "preds", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = register_link_members,
	  .brief = REGISTER_LINK_BRIEF, .label = "after", .help = "what it waits for" },
	{ .name = "constraint", .kind = PMO_STRUCT, .members = register_constraint_members,
	  .brief = REGISTER_CONSTRAINT_BRIEF, .help = "a date that the network must keep" },
	{ .name = "deadline", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "promised date; it moves nothing" },
	{ .name = "calendar", .kind = PMO_REF, .to = "calendar", .help = "its own working days" },
	{ .name = "actual_finish", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .was = "actual|date_actual", .label = "actual", .help = "when it was reached" },
	{ .name = "forecast", .kind = PMO_DATE, .flags = PMO_TRACKED, .was = "date_forecast",
	  .help = "expected date that overrules the computed one" },
	{ .name = "basis", .kind = PMO_TEXT, .when = "forecast",
	  .help = "what that expectation rests on" },
	{ .name = "acceptance", .kind = PMO_PROSE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "when it counts as reached" },
	{ .name = "approver", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "person",
	  .help = "who says that it is" },
	{ .name = "external", .kind = PMO_YES_NO, .flags = PMO_TRACKED,
	  .help = "known outside the project" },
	{ .name = "mandatory", .kind = PMO_YES_NO, .flags = PMO_TRACKED,
	  .help = "by law, grant or end of contract" },
	{ .name = "impact_if_late", .kind = PMO_PROSE, .help = "what happens when it slips" },
	{ .name = "slips", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = slip_members,
	  .brief = "as_of forecast reason?", .help = "how it moved, and why" },
	{ .name = "uid", .kind = PMO_INTEGER, .range = "0..", .help = "its number in MS Project" },
	{ .name = "state", .kind = PMO_CHOICE, .choices = progress,
	  .derive = "if(status = cancelled, cancelled, if(actual_finish, achieved, "
		    "if(deadline < today, missed, planned)))",
	  .help = "what follows from its dates" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "planned", PMO_STATE_OPEN, "to be reached" },
	{ "cancelled", PMO_STATE_CLOSED, "no longer wanted" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "achieve", .from = "planned", .to = "planned", .sets = "actual_finish=today",
	  .help = "it is reached" },
	{ .verb = "cancel", .from = "planned", .to = "cancelled", .needs = "note",
	  .help = "it is no longer wanted" },
	{ .verb = "reopen", .from = "cancelled", .to = "planned", .needs = "note",
	  .help = "it is wanted after all" },
	{ .verb = "reopen", .from = "planned", .to = "planned", .needs = "note",
	  .sets = "actual_finish=", .help = "it is not reached after all" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "milestone-in-future", PMO_WARNING, "actual_finish > today",
	  "was reached {actual_finish}, which is in the future", "actual_finish", NULL },
	{ "milestone-unlinked", PMO_ADVICE,
	  "open and not preds and not constraint and not forecast",
	  "waits for nothing, so it has no date", "preds", NULL },
	{ "milestone-constraint-undated", PMO_WARNING,
	  "constraint.kind in [snet, snlt, fnet, fnlt, mso, mfo] and not constraint.date",
	  "has a constraint without its date", "constraint", NULL },
	{ "milestone-mandatory-undated", PMO_ADVICE, "open and mandatory and not deadline",
	  "is mandatory without a deadline", "deadline", NULL },
	{ 0 },
};

const struct pmo_register register_milestone = {
	.name = "milestone",
	.plural = "milestones",
	.prefix = "MS",
	.help = "dates of the plan that people outside know",
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
	.columns = "id title type owner deadline actual_finish state",
};
