/* What the system must do, traced from who asked to what delivers and what tests it. */
#include "registers.h"

static const char *const priorities[] = { "must", "should", "could", "wont", NULL };

static const struct pmo_field fields[] = {
	{ .name = "statement", .kind = PMO_PROSE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "what it must do" },
	{ .name = "source", .kind = PMO_REF, .to = "meeting|document|person",
	  .help = "who asked, or where" },
	{ .name = "priority", .kind = PMO_CHOICE, .choices = priorities,
	  .flags = PMO_NEEDED | PMO_TRACKED, .help = "how much it is wanted" },
	{ .name = "acceptance", .kind = PMO_PROSE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "how one sees that it is met" },
	{ .name = "verified_by", .kind = PMO_REF, .to = "testcase", .flags = PMO_LIST,
	  .help = "test cases that show it" },
	{ .name = "delivered_by", .kind = PMO_REF, .to = "task|deliverable", .flags = PMO_LIST,
	  .help = "what brings it" },
	{ .name = "tests", .kind = PMO_INTEGER, 
	  .derive = "max(count(verified_by), count(those(testcase, requirement = this and not "
		    "status = obsolete)))",
	  .help = "how many test cases show it" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "proposed", PMO_STATE_OPEN, "asked for" },
	{ "approved", PMO_STATE_OPEN, "in scope" },
	{ "implemented", PMO_STATE_OPEN, "built, not yet shown" },
	{ "verified", PMO_STATE_CLOSED, "built and shown" },
	{ "deferred", PMO_STATE_CLOSED, "later" },
	{ "rejected", PMO_STATE_CLOSED, "not in scope" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "approve", .from = "proposed|deferred", .to = "approved", .needs = "priority",
	  .help = "is in scope" },
	{ .verb = "implement", .from = "approved", .to = "implemented", .help = "is built" },
	{ .verb = "verify", .from = "implemented", .to = "verified", .help = "is shown to work" },
	{ .verb = "defer", .from = "proposed|approved", .to = "deferred", .help = "comes later" },
	{ .verb = "reject", .from = "proposed", .to = "rejected", .needs = "note",
	  .help = "is not in scope" },
	{ .verb = "reopen", .from = "verified|rejected", .to = "approved", .needs = "note",
	  .help = "is not done after all" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "requirement-untested", PMO_ADVICE,
	  "status in [approved, implemented] and priority = must and tests = 0",
	  "is a must without a test case", "verified_by", "pmo set {id} verified_by+=TC-…" },
	{ "requirement-undelivered", PMO_ADVICE,
	  "status = approved and priority = must and not delivered_by",
	  "is a must that nothing delivers", "delivered_by", "pmo set {id} delivered_by+=TSK-…" },
	{ "requirement-unshown", PMO_WARNING, "status = verified and not verified_by",
	  "is verified by nothing", "verified_by", NULL },
	{ 0 },
};

const struct pmo_register register_requirement = {
	.name = "requirement",
	.plural = "requirements",
	.prefix = "REQ",
	.help = "what the system must do, and what shows it",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title priority source tests status",
	.sort = "priority id",
};
