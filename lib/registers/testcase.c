/* What is done to see whether a requirement is met. */
#include "registers.h"

static const struct pmo_field step_members[] = {
	{ .name = "do", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what the tester does" },
	{ .name = "expect", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what must happen" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "plan", .kind = PMO_REF, .to = "testplan", .flags = PMO_NEEDED,
	  .help = "the plan it is in" },
	{ .name = "requirement", .kind = PMO_REF, .to = "requirement", .flags = PMO_LIST | PMO_WIDE,
	  .help = "what it shows" },
	{ .name = "preconditions", .kind = PMO_PROSE, .help = "what must be so before" },
	{ .name = "steps", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_NEEDED,
	  .members = step_members, .help = "what is done, what must happen" },
	{ .name = "data", .kind = PMO_TEXT, .help = "data it takes" },
	{ .name = "priority", .kind = PMO_CHOICE, .choices = register_priorities, .label = "prio",
	  .help = "normal when absent" },
	{ .name = "automated", .kind = PMO_YES_NO, .help = "whether a machine runs it" },
	{ .name = "runs", .kind = PMO_INTEGER, .derive = "count(those(testrun, case = this))",
	  .help = "how often it was run" },
	{ .name = "last_result", .kind = PMO_TEXT, .label = "result",
	  .derive = "last(only(those(testrun, case = this), it.date = max(those(testrun, case = "
		    "this), date))).result",
	  .help = "what came of it the last time" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "draft", PMO_STATE_OPEN, "being written" },
	{ "ready", PMO_STATE_OPEN, "may be run" },
	{ "obsolete", PMO_STATE_CLOSED, "no longer run" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "ready", .from = "draft", .to = "ready", .needs = "steps", .help = "may be run" },
	{ .verb = "revise", .from = "ready", .to = "draft", .help = "is written again" },
	{ .verb = "retire", .from = "draft|ready", .to = "obsolete", .help = "is no longer run" },
	{ .verb = "reopen", .from = "obsolete", .to = "draft", .needs = "note",
	  .help = "is wanted after all" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "testcase-untraced", PMO_ADVICE, "status = ready and not requirement",
	  "shows no requirement", "requirement", "pmo set {id} requirement+=REQ-…" },
	{ 0 },
};

const struct pmo_register register_testcase = {
	.name = "testcase",
	.plural = "testcases",
	.prefix = "TC",
	.help = "what is done to see whether a requirement is met",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title plan requirement priority status",
	.sort = "plan id",
};
