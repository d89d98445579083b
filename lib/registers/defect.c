/*
 * What does not work. Severity is the effect and set by who tests; priority is the order
 * of work and set in triage. What blocks the roll-out follows from both.
 */
#include "registers.h"

static const char *const priorities[] = { "P1", "P2", "P3", "P4", NULL };

static const char *const causes[] = { "config",      "code",        "data",     "interface",
				      "requirement", "environment", "training", NULL };

static const struct pmo_field fields[] = {
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_TRACKED, .was = "fix_by",
	  .when = "not status = new", .help = "the one person who gets it fixed" },
	{ .name = "severity", .kind = PMO_CHOICE, .choices = register_severities,
	  .flags = PMO_NEEDED | PMO_TRACKED, .label = "sev",
	  .help = "S1 no use, S2 a function lost, S3 a way around, S4 cosmetic" },
	{ .name = "priority", .kind = PMO_CHOICE, .choices = priorities, .flags = PMO_TRACKED,
	  .label = "prio", .when = "not status = new",
	  .help = "P1 now, P2 before roll-out, P3 soon after, P4 some day" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .when = "status in [assigned, fixed, retest]", .help = "when it is to be fixed" },
	{ .name = "found_in", .kind = PMO_TEXT, .flags = PMO_NEEDED,
	  .help = "build and environment" },
	{ .name = "found_by", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED, .start = "me",
	  .help = "who found it" },
	{ .name = "found", .kind = PMO_DATE, .flags = PMO_NEEDED, .start = "today",
	  .help = "when" },
	{ .name = "test_run", .kind = PMO_REF, .to = "testrun", .help = "the run that showed it" },
	{ .name = "requirement", .kind = PMO_REF, .to = "requirement", .help = "what it breaks" },
	{ .name = "vendor", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "vendor",
	  .help = "whose work it is in" },
	{ .name = "steps", .kind = PMO_PROSE, .flags = PMO_NEEDED, .help = "how to see it" },
	{ .name = "expected", .kind = PMO_PROSE, .flags = PMO_NEEDED,
	  .help = "what should happen" },
	{ .name = "actual", .kind = PMO_PROSE, .flags = PMO_NEEDED, .help = "what does happen" },
	{ .name = "blocks_rollout", .kind = PMO_YES_NO, .label = "blocks",
	  .derive = "open and not waiver.status = made and (severity in [S1, S2] or priority in "
		    "[P1, P2])",
	  .help = "whether go-live waits for it" },
	{ .name = "waiver", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "decision",
	  .help = "the decision to go without the fix" },
	{ .name = "cause", .kind = PMO_CHOICE, .choices = causes, .help = "what it came from" },
	{ .name = "fixed_in", .kind = PMO_TEXT, .when = "status in [fixed, retest]",
	  .help = "build that has the fix" },
	{ .name = "retest", .kind = PMO_REF, .to = "testrun",
	  .help = "the run that shows it fixed" },
	{ .name = "duplicate_of", .kind = PMO_REF, .to = "defect", .help = "the one that stays" },
	{ .name = "age", .kind = PMO_INTEGER,
	  .derive = "days(found, if(closed_on, closed_on, today))",
	  .help = "working days since it was found" },
	{ .name = "closed_on", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when it was closed" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "new", PMO_STATE_OPEN, "found" },
	{ "triaged", PMO_STATE_OPEN, "rated" },
	{ "assigned", PMO_STATE_OPEN, "being fixed" },
	{ "fixed", PMO_STATE_OPEN, "said to be fixed" },
	{ "retest", PMO_STATE_OPEN, "being tested again" },
	{ "closed", PMO_STATE_CLOSED, "shown to be fixed" },
	{ "deferred", PMO_STATE_CLOSED, "lived with for now" },
	{ "duplicate", PMO_STATE_CLOSED, "told already" },
	{ "not_a_defect", PMO_STATE_CLOSED, "works as it should" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "triage", .from = "new", .to = "triaged", .needs = "severity priority",
	  .help = "is rated" },
	{ .verb = "assign", .from = "triaged", .to = "assigned", .needs = "owner",
	  .help = "is being fixed" },
	{ .verb = "fix", .from = "assigned", .to = "fixed", .help = "is said to be fixed" },
	{ .verb = "retest", .from = "fixed", .to = "retest", .help = "is tested again" },
	{ .verb = "fail", .from = "retest", .to = "assigned", .help = "is not fixed" },
	{ .verb = "close", .from = "retest", .to = "closed", .guard = "retest.result = pass",
	  .refusal = "a defect is closed on a passed retest only: retest=TR-…",
	  .sets = "closed_on=today", .help = "is shown to be fixed" },
	{ .verb = "defer", .from = "triaged|assigned", .to = "deferred",
	  .guard = "not severity in [S1, S2] or (waiver.status = made and "
		   "acts_for(waiver.owner, project.sponsor, waiver.date))",
	  .refusal = "an {severity} is put off only by a decision that the sponsor "
		     "{project.sponsor} made: waiver=DEC-…",
	  .help = "is lived with for now" },
	{ .verb = "duplicate", .from = "new|triaged", .to = "duplicate", .needs = "duplicate_of",
	  .help = "was told already" },
	{ .verb = "reject", .from = "new|triaged", .to = "not_a_defect", .needs = "note",
	  .help = "works as it should" },
	{ .verb = "reopen", .from = "closed|deferred|duplicate|not_a_defect", .to = "triaged",
	  .needs = "note", .help = "is there after all" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "defect-closed-unshown", PMO_WARNING, "status = closed and not retest.result = pass",
	  "is closed without a passed retest", "retest", NULL },
	{ "defect-deferred-alone", PMO_WARNING,
	  "status = deferred and severity in [S1, S2] and not waiver",
	  "is an {severity} put off without a decision", "waiver", NULL },
	{ "defect-unrated", PMO_ADVICE, "status = new and days(found, today) > 2",
	  "was found {found} and is not rated", "found",
	  "pmo defect triage {id} severity=… priority=…" },
	{ "defect-untested", PMO_ADVICE, "status = fixed",
	  "waits for its retest", "retest", NULL },
	{ 0 },
};

const struct pmo_register register_defect = {
	.name = "defect",
	.plural = "defects",
	.prefix = "DEF",
	.help = "what does not work, and whether it stops go-live",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title severity priority owner blocks_rollout status",
	.sort = "severity priority id",
};
