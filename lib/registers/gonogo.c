/* The board that says whether to go live: criteria, each met, waived or not. */
#include "registers.h"

static const char *const criterion_states[] = { "met", "not_met", "waived", NULL };

static const struct pmo_field criterion_members[] = {
	{ .name = "no", .kind = PMO_INTEGER, .range = "1..", .flags = PMO_NEEDED,
	  .help = "number" },
	{ .name = "area", .kind = PMO_TEXT, .flags = PMO_NEEDED,
	  .help = "testing, training, security" },
	{ .name = "text", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what must be so" },
	{ .name = "threshold", .kind = PMO_TEXT, .help = "from where on it is" },
	{ .name = "value", .kind = PMO_TEXT, .help = "where it is now" },
	{ .name = "evidence", .kind = PMO_REF, .help = "what shows it" },
	{ .name = "status", .kind = PMO_CHOICE, .choices = criterion_states,
	  .help = "not met when absent" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .help = "who answers for it" },
	{ .name = "waiver", .kind = PMO_REF, .to = "decision",
	  .help = "the decision to go without" },
	{ 0 },
};

static const char *const decisions[] = { "go", "conditional_go", "no_go", NULL };

static const char *const votes[] = { "go", "conditional_go", "no_go", "abstain", NULL };

static const struct pmo_field vote_members[] = {
	{ .name = "person", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED, .help = "who" },
	{ .name = "vote", .kind = PMO_CHOICE, .choices = votes, .flags = PMO_NEEDED,
	  .help = "for what" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "when the board meets" },
	{ .name = "chair", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who leads it" },
	{ .name = "cutover", .kind = PMO_REF, .to = "cutover", .help = "the night it is about" },
	{ .name = "criteria", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_NEEDED,
	  .members = criterion_members, .help = "what must be so to go live" },
	{ .name = "met", .kind = PMO_INTEGER, .derive = "count(criteria, status in [met, waived])",
	  .help = "how many are met or waived" },
	{ .name = "total", .kind = PMO_INTEGER, .derive = "count(criteria)", .label = "of",
	  .help = "how many there are" },
	{ .name = "recommendation", .kind = PMO_PROSE, .flags = PMO_TRACKED,
	  .help = "what the project would do" },
	{ .name = "decision", .kind = PMO_CHOICE, .choices = decisions, .flags = PMO_TRACKED,
	  .when = "status = decided", .help = "what the board said" },
	{ .name = "conditions", .kind = PMO_PROSE, .flags = PMO_TRACKED,
	  .when = "decision = conditional_go",
	  .help = "on what condition" },
	{ .name = "votes", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = vote_members,
	  .brief = "person vote", .help = "who voted for what: CIO go" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "planned", PMO_STATE_OPEN, "the board has not met" },
	{ "decided", PMO_STATE_CLOSED, "the board said yes or no" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "decide", .from = "planned", .to = "decided", .needs = "decision criteria",
	  .guard = "decision = no_go or (decision = conditional_go and conditions) or met = total",
	  .refusal = "{met} of {total} criteria are met or waived, and go needs all: mend or waive "
		     "them, or decision=conditional_go with its conditions, or no_go",
	  .help = "the board says yes or no" },
	{ .verb = "reopen", .from = "decided", .to = "planned", .needs = "note",
	  .help = "the board meets again" },
	{ 0 },
};

static const struct pmo_control controls[] = {
	{ "gonogo-waiver-open", "decide",
	  "decision in [go, conditional_go] and any(criteria, status = waived and not "
	  "waiver.status = made)",
	  "criterion {first(only(criteria, status = waived and not waiver.status = made)).no} is "
	  "waived, and no decision says so", "criteria.NO.waiver=DEC-…" },
	{ "gonogo-noncompliant", "decide",
	  "decision in [go, conditional_go] and any(those(compliance, mandatory and status in "
	  "[non_compliant, remediation]), yes)",
	  "{those(compliance, mandatory and status in [non_compliant, remediation])} is mandatory "
	  "and not met", "mend it, or have it waived: pmo compliance waive" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "gonogo-go-unmet", PMO_WARNING, "decision = go and met < total",
	  "says go with {met} of {total} criteria met", "decision", NULL },
	{ "gonogo-waived-alone", PMO_WARNING, "any(criteria, status = waived and not waiver)",
	  "waives a criterion without a decision", "criteria", NULL },
	{ "gonogo-unproven", PMO_ADVICE, "any(criteria, status = met and not evidence)",
	  "has a criterion met that nothing shows", "criteria", NULL },
	{ 0 },
};

const struct pmo_register register_gonogo = {
	.name = "gonogo",
	.plural = "gonogos",
	.prefix = "GNG",
	.help = "the board that says whether to go live",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.place = "gonogo",
	.owner = "chair",
	.due = "date",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.controls = controls,
	.columns = "id date title chair met total decision",
	.sort = "date id",
};
