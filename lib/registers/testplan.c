/* Plans of tests, a level each, with the criteria to begin and to end. */
#include "registers.h"

static const char *const levels[] = { "unit", "integration", "system", "performance", "security",
				      "uat",  "regression",  "pilot",  NULL };

static const struct pmo_field fields[] = {
	{ .name = "level", .kind = PMO_CHOICE, .choices = levels, .flags = PMO_NEEDED,
	  .help = "what is tested" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who leads the tests" },
	{ .name = "start", .kind = PMO_DATE, .flags = PMO_TRACKED, .help = "first day" },
	{ .name = "finish", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "last day" },
	{ .name = "scope_in", .kind = PMO_TEXT, .flags = PMO_LIST, .help = "what is tested" },
	{ .name = "scope_out", .kind = PMO_TEXT, .flags = PMO_LIST, .help = "what is not" },
	{ .name = "approach", .kind = PMO_PROSE, .help = "how it is tested" },
	{ .name = "environment", .kind = PMO_REF, .to = "need", .flags = PMO_NEEDED,
	  .help = "where" },
	{ .name = "entry_criteria", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_NEEDED,
	  .members = register_criterion_members, .help = "what must be so to begin" },
	{ .name = "exit_criteria", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_NEEDED,
	  .members = register_criterion_members, .help = "what must be so to end" },
	{ .name = "suspension", .kind = PMO_PROSE, .help = "when tests are stopped" },
	{ .name = "resumption", .kind = PMO_PROSE, .help = "when they go on" },
	{ .name = "roles", .kind = PMO_TEXT, .flags = PMO_LIST, .help = "who does what" },
	{ .name = "risks", .kind = PMO_REF, .to = "risk", .flags = PMO_LIST,
	  .help = "what may go wrong" },
	{ .name = "approvals", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = register_approval_members, .brief = REGISTER_APPROVAL_BRIEF,
	  .help = "who approved it" },
	{ .name = "exception", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "decision",
	  .help = "the decision to go on with criteria unmet" },
	{ .name = "planned", .kind = PMO_INTEGER,
	  .derive = "count(those(testcase, plan = this and not status = obsolete))",
	  .help = "test cases in it" },
	{ .name = "written", .kind = PMO_INTEGER,
	  .derive = "count(those(testcase, plan = this and status = ready))",
	  .help = "of these, ready to be run" },
	{ .name = "executed", .kind = PMO_INTEGER,
	  .derive = "count(those(testcase, plan = this and not status = obsolete and "
		    "last_result in [pass, fail, blocked]))",
	  .help = "of these, run" },
	{ .name = "passed", .kind = PMO_INTEGER,
	  .derive = "count(those(testcase, plan = this and not status = obsolete and "
		    "last_result = pass))",
	  .help = "passed at the last run" },
	{ .name = "failed", .kind = PMO_INTEGER,
	  .derive = "count(those(testcase, plan = this and not status = obsolete and "
		    "last_result = fail))",
	  .help = "failed at the last run" },
	{ .name = "blocked", .kind = PMO_INTEGER,
	  .derive = "count(those(testcase, plan = this and not status = obsolete and "
		    "last_result = blocked))",
	  .help = "could not be run to the end" },
	{ .name = "executed_share", .kind = PMO_PERCENT,
	  .derive = "if(planned > 0, round(1000 * executed / planned) / 10)",
	  .help = "executed of planned" },
	{ .name = "passed_share", .kind = PMO_PERCENT,
	  .derive = "if(executed > 0, round(1000 * passed / executed) / 10)",
	  .help = "passed of executed" },
	{ .name = "entry_open", .kind = PMO_INTEGER, .derive = "count(entry_criteria, not met)",
	  .label = "entry", .help = "criteria to begin that are not met" },
	{ .name = "exit_open", .kind = PMO_INTEGER, .derive = "count(exit_criteria, not met)",
	  .label = "exit", .help = "criteria to end that are not met" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "draft", PMO_STATE_OPEN, "being written" },
	{ "approved", PMO_STATE_OPEN, "may begin when its criteria are met" },
	{ "executing", PMO_STATE_OPEN, "tests run" },
	{ "suspended", PMO_STATE_OPEN, "tests are stopped" },
	{ "complete", PMO_STATE_OPEN, "all tests ran" },
	{ "signed_off", PMO_STATE_CLOSED, "signed" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "approve", .from = "draft", .to = "approved",
	  .needs = "entry_criteria exit_criteria", .help = "may begin" },
	{ .verb = "start", .from = "approved", .to = "executing",
	  .guard = "entry_open = 0 or exception.status = made",
	  .refusal = "{entry_open} of its entry criteria are not met: meet them, or begin by a "
		     "decision that was made: exception=DEC-…",
	  .sets = "start=today", .help = "tests run" },
	{ .verb = "suspend", .from = "executing", .to = "suspended", .needs = "note",
	  .help = "tests are stopped" },
	{ .verb = "resume", .from = "suspended", .to = "executing", .help = "tests go on" },
	{ .verb = "complete", .from = "executing", .to = "complete", .help = "all tests ran" },
	{ .verb = "sign-off", .from = "complete", .to = "signed_off",
	  .guard = "exit_open = 0 or exception.status = made",
	  .refusal = "{exit_open} of its exit criteria are not met: meet them, or end by a "
		     "decision that was made: exception=DEC-…",
	  .help = "is signed" },
	{ .verb = "reopen", .from = "complete|signed_off", .to = "executing", .needs = "note",
	  .help = "tests run again" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "testplan-began-early", PMO_WARNING,
	  "status in [executing, suspended, complete] and entry_open > 0 and not exception",
	  "began with {entry_open} entry criteria not met", "entry_criteria", NULL },
	{ "testplan-ends-before-start", PMO_WARNING, "finish < start",
	  "is to finish {finish}, before it starts {start}", "finish", NULL },
	{ 0 },
};

const struct pmo_register register_testplan = {
	.name = "testplan",
	.plural = "testplans",
	.prefix = "TP",
	.help = "plans of tests, with criteria to begin and to end",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.due = "finish",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title level entry_open exit_open owner status",
	.sort = "finish id",
};
