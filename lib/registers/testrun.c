/* One case run once, and what came of it. A failed run names its defect. */
#include "registers.h"

static const char *const results[] = { "pass", "fail", "blocked", "skipped", NULL };

static const struct pmo_field fields[] = {
	{ .name = "case", .kind = PMO_REF, .to = "testcase", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "what was run" },
	{ .name = "cycle", .kind = PMO_INTEGER, .range = "1..", .flags = PMO_NEEDED,
	  .help = "in which round" },
	{ .name = "build", .kind = PMO_TEXT, .help = "of what" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .was = "tester", .help = "who ran it" },
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED, .start = "today",
	  .help = "when" },
	{ .name = "result", .kind = PMO_CHOICE, .choices = results,
	  .flags = PMO_NEEDED | PMO_TRACKED, .help = "what came of it" },
	{ .name = "severity", .kind = PMO_CHOICE, .choices = register_severities,
	  .flags = PMO_TRACKED, .label = "sev",
	  .help = "how bad it is, from S1 no use to S4 cosmetic; the defect gets it" },
	{ .name = "defect", .kind = PMO_REF, .to = "defect", .when = "result = fail",
	  .help = "what it showed" },
	{ .name = "evidence", .kind = PMO_TEXT, .help = "what proves it" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "raise", .from = "open", .to = "open",
	  .guard = "(result = fail or not result) and not defect", .needs = "severity",
	  .refusal = "only a run that failed and names no defect yet shows a new one",
	  .sets = "result=fail", .effect = "raise_defect",
	  .help = "it failed: makes a defect of what it showed" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "testrun-no-defect", PMO_ERROR, "result = fail and not defect",
	  "failed and names no defect: defect=DEF-…; or leave the result out, and raise it: "
	  "pmo testrun raise {id} severity=S2", "result",
	  "a list of results comes in with --as-imported; raise what failed in it then" },
	{ "testrun-in-future", PMO_WARNING, "date > today",
	  "was run {date}, in the future", "date", NULL },
	{ "testrun-obsolete", PMO_ADVICE, "case.status = draft",
	  "ran a case that is still a draft", "case", NULL },
	{ 0 },
};

const struct pmo_register register_testrun = {
	.name = "testrun",
	.plural = "testruns",
	.prefix = "TR",
	.help = "cases run, and what came of it",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.fields = fields,
	.moves = moves,
	.rules = rules,
	.columns = "id date title case cycle result defect",
	.sort = "-date id",
};
