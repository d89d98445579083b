/*
 * The charter: what the project is for, who decides, how much and by when.
 *
 * The folder's name is the project's handle. A project that was running before pmo came
 * has taken_over, and needs neither the sponsor's approval nor a baseline to be active.
 */
#include "registers.h"

static const char *const phases[] = { "concept", "initiate",   "plan",   "execute", "test",
				      "deploy",  "transition", "closed", NULL };

static const char *const lag_calendars[] = { "project", "predecessor", "successor", NULL };

static const char *const cadences[] = { "weekly", "biweekly", "monthly", NULL };

static const struct pmo_field funding_members[] = {
	{ .name = "source", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "fund or grant" },
	{ .name = "fiscal_year", .kind = PMO_TEXT, .help = "as finance writes it, FY27" },
	{ .name = "amount", .kind = PMO_MONEY, .flags = PMO_NEEDED, .help = "how much" },
	{ .name = "grant_no", .kind = PMO_TEXT, .help = "number of the grant" },
	{ 0 },
};

static const struct pmo_field tolerance_members[] = {
	{ .name = "schedule", .kind = PMO_DURATION, .help = "how far go-live may move" },
	{ .name = "cost", .kind = PMO_PERCENT, .range = "0..100", .help = "share of the budget" },
	{ .name = "scope", .kind = PMO_TEXT, .help = "in words" },
	{ 0 },
};

static const struct pmo_field authority_members[] = {
	{ .name = "level", .kind = PMO_INTEGER, .range = "1..4", .flags = PMO_NEEDED,
	  .help = "1 project manager to 4 executive" },
	{ .name = "approver", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED,
	  .help = "who decides at this level" },
	{ .name = "cost", .kind = PMO_MONEY, .help = "up to this amount" },
	{ .name = "days", .kind = PMO_DURATION, .help = "up to this move of the finish" },
	{ .name = "share", .kind = PMO_PERCENT, .range = "0..100",
	  .help = "up to this share of the budget" },
	{ 0 },
};

static const struct pmo_field acting_members[] = {
	{ .name = "role", .kind = PMO_TEXT, .flags = PMO_NEEDED,
	  .help = "sponsor, pm, coordinator" },
	{ .name = "person", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED,
	  .help = "who acts in it" },
	{ .name = "from", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "first day" },
	{ .name = "to", .kind = PMO_DATE, .help = "last day" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "code", .kind = PMO_TEXT,
	  .help = "short name on reports; the folder's when absent" },
	{ .name = "agency", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "whose project it is" },
	{ .name = "sponsor", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who wants it and pays for it" },
	{ .name = "pm", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .label = "project manager", .help = "who answers for its delivery" },
	{ .name = "coordinator", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who keeps its records" },
	{ .name = "board", .kind = PMO_REF, .to = "person", .flags = PMO_LIST | PMO_TRACKED,
	  .help = "members of the steering committee" },
	{ .name = "phase", .kind = PMO_CHOICE, .choices = phases, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "where in its life it is" },
	{ .name = "business_need", .kind = PMO_PROSE, .flags = PMO_NEEDED,
	  .help = "why it is done" },
	{ .name = "objectives", .kind = PMO_TEXT, .flags = PMO_LIST | PMO_NEEDED,
	  .help = "what it is to reach, metrics by id" },
	{ .name = "scope_in", .kind = PMO_TEXT, .flags = PMO_LIST | PMO_NEEDED,
	  .help = "what belongs to it" },
	{ .name = "scope_out", .kind = PMO_TEXT, .flags = PMO_LIST | PMO_NEEDED,
	  .help = "what does not" },
	{ .name = "deliverables", .kind = PMO_TEXT, .flags = PMO_LIST,
	  .help = "what will be there" },
	{ .name = "assumptions", .kind = PMO_REF, .to = "assumption", .flags = PMO_LIST,
	  .help = "what is taken for granted" },
	{ .name = "constraints", .kind = PMO_REF, .to = "assumption", .flags = PMO_LIST,
	  .help = "what cannot be changed" },
	{ .name = "start", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "first day of work" },
	{ .name = "target_finish", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .label = "finish", .help = "when it is to be over" },
	{ .name = "go_live", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "milestone",
	  .help = "the milestone that everybody asks for" },
	{ .name = "budget_authorized", .kind = PMO_MONEY, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "what may be spent, contingency included" },
	{ .name = "funding", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = funding_members,
	  .help = "where the money comes from" },
	{ .name = "complexity", .kind = PMO_CHOICE, .choices = register_levels,
	  .help = "how hard it is" },
	{ .name = "criticality", .kind = PMO_CHOICE, .choices = register_levels,
	  .help = "how much hangs on it" },
	{ .name = "report_cadence", .kind = PMO_CHOICE, .choices = cadences, .flags = PMO_NEEDED,
	  .start = "if(budget_authorized >= limit(report.weekly), weekly, monthly)",
	  .help = "how often the status report is due" },
	{ .name = "tolerance", .kind = PMO_STRUCT, .flags = PMO_NEEDED | PMO_TRACKED,
	  .members = tolerance_members, .help = "what may slip before the sponsor is told" },
	{ .name = "authority", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = authority_members,
	  .brief = "level approver cost? days? share?",
	  .help = "who approves changes up to what; the organisation's when absent" },
	{ .name = "acting", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = acting_members,
	  .help = "who acts for a role for a time" },
	{ .name = "calendar", .kind = PMO_REF, .to = "calendar", .flags = PMO_NEEDED,
	  .help = "working days of the project" },
	{ .name = "hard_constraints", .kind = PMO_YES_NO,
	  .help = "dates of constraints hold against links, as in MS Project" },
	{ .name = "lag_calendar", .kind = PMO_CHOICE, .choices = lag_calendars,
	  .help = "whose days a lag counts when its link names no calendar" },
	{ .name = "approvals", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = register_approval_members, .brief = REGISTER_APPROVAL_BRIEF,
	  .help = "who approved the charter" },
	{ .name = "taken_over", .kind = PMO_DATE,
	  .help = "when pmo took it over while it was running" },
	{ .name = "granted", .kind = PMO_MONEY, .derive = "sum(those(budget), original)",
	  .help = "what its budget lines were granted, before transfers" },
	{ .name = "allotted", .kind = PMO_MONEY, .derive = "sum(those(budget), current)",
	  .help = "what its budget lines hold" },
	{ .name = "baseline_budget", .kind = PMO_MONEY,
	  .derive = "sum(those(budget, not category in [contingency, reserve]), current)",
	  .help = "the same without contingency and reserve" },
	{ .name = "spent", .kind = PMO_MONEY, .derive = "sum(those(budget), actual)",
	  .help = "expenses, accrued or later" },
	{ .name = "committed", .kind = PMO_MONEY, .derive = "sum(those(budget), committed)",
	  .help = "ordered or signed for, and not yet invoiced" },
	{ .name = "eac", .kind = PMO_MONEY, .label = "at completion",
	  .derive = "sum(those(budget), eac)", .help = "forecast, without contingency" },
	{ .name = "vac", .kind = PMO_MONEY, .label = "left over",
	  .derive = "baseline_budget - eac", .help = "budget less forecast" },
	{ .name = "contingency_left", .kind = PMO_MONEY,
	  .derive = "sum(those(budget, category in [contingency, reserve]), available)",
	  .help = "contingency and reserve not yet drawn" },
	{ .name = "threat_emv", .kind = PMO_MONEY, .label = "expected cost of threats",
	  .derive = "sum(those(risk, open and not kind = opportunity), emv)",
	  .help = "exposure of open threats, opportunities never netted" },
	{ .name = "cover", .kind = PMO_NUMBER,
	  .derive = "if(threat_emv > 0, round(100 * contingency_left / threat_emv) / 100)",
	  .help = "contingency left for each dollar of expected cost" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "draft", PMO_STATE_OPEN, "being written" },
	{ "submitted", PMO_STATE_OPEN, "with the sponsor" },
	{ "approved", PMO_STATE_OPEN, "may be planned in detail" },
	{ "active", PMO_STATE_OPEN, "under way" },
	{ "on_hold", PMO_STATE_OPEN, "stopped for a time" },
	{ "closing", PMO_STATE_OPEN, "work is done, papers remain" },
	{ "closed", PMO_STATE_CLOSED, "over" },
	{ "cancelled", PMO_STATE_CLOSED, "given up" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "submit", .from = "draft", .to = "submitted", .needs = "sponsor pm business_need",
	  .help = "asks the sponsor to approve it" },
	{ .verb = "send-back", .from = "submitted", .to = "draft", .needs = "note",
	  .help = "to be written again" },
	{ .verb = "approve", .from = "submitted", .to = "approved",
	  .guard = "taken_over or any(approvals, acts_for(person, sponsor, date) and decision = "
		   "approved)",
	  .refusal = "a charter is approved by its sponsor: approvals+='{sponsor} approved'",
	  .help = "the sponsor says yes" },
	{ .verb = "activate", .from = "approved", .to = "active", .help = "work begins" },
	{ .verb = "hold", .from = "active", .to = "on_hold", .needs = "note",
	  .help = "stops it for a time" },
	{ .verb = "resume", .from = "on_hold", .to = "active", .help = "goes on" },
	{ .verb = "finish", .from = "active", .to = "closing", .help = "work is done" },
	{ .verb = "close", .from = "closing", .to = "closed", .help = "nothing is left to do" },
	{ .verb = "cancel", .from = "draft|submitted|approved|active|on_hold|closing",
	  .to = "cancelled", .needs = "note", .help = "gives it up" },
	{ 0 },
};

static const struct pmo_control controls[] = {
	{ "project-unapproved", "activate",
	  "not taken_over and not any(approvals, acts_for(person, sponsor, date) and decision = "
	  "approved)",
	  "its sponsor {sponsor} has not approved it", "approvals+='{sponsor} approved'" },
	{ "project-no-baseline", "activate",
	  "not taken_over and count(those(baseline, status = approved)) = 0",
	  "it has no approved baseline",
	  "pmo baseline take, and approve it; a running project: --as-imported" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "project-ends-before-start", PMO_WARNING, "target_finish < start",
	  "is to finish {target_finish}, before it starts {start}", "target_finish", NULL },
	{ "project-funding-differs", PMO_WARNING,
	  "funding and budget_authorized and sum(funding, amount) != budget_authorized",
	  "has funding of {sum(funding, amount)} for a budget of {budget_authorized}", "funding",
	  NULL },
	{ "project-budget-unapproved", PMO_ERROR,
	  "status in [active, on_hold, closing] and count(those(budget)) > 0 and "
	  "budget_authorized > granted + sum(those(change, funding = new_money and status in "
	  "[approved, implemented]), impact_cost)",
	  "is authorized for {budget_authorized}, and {granted} was granted and approved",
	  "budget_authorized",
	  "the budget grows by an approved change request with funding=new_money" },
	{ "project-budget-differs", PMO_WARNING,
	  "count(those(budget)) > 0 and allotted != budget_authorized",
	  "is authorized for {budget_authorized}, its lines hold {allotted}",
	  "budget_authorized", NULL },
	{ "project-uncovered", PMO_ADVICE, "open and contingency_left < threat_emv",
	  "has {contingency_left} of contingency for {threat_emv} of expected cost",
	  "budget_authorized", NULL },
	{ "project-reports-rarely", PMO_ADVICE,
	  "budget_authorized >= limit(report.weekly) and report_cadence in [biweekly, monthly]",
	  "reports {report_cadence}; from {limit(report.weekly)} on, weekly is usual "
	  "({source(report.weekly)})", "report_cadence", NULL },
	{ "project-no-go-live", PMO_ADVICE, "status = active and not go_live",
	  "does not say which milestone is go-live", "go_live", "pmo set project go_live=MS-…" },
	{ 0 },
};

const struct pmo_register register_project = {
	.name = "project",
	.plural = "projects",
	.prefix = "PRJ",
	.help = "charters: purpose, scope, money, authority",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_SINGLE,
	.place = "project",
	.handles = true,
	.undated = true,
	.owner = "pm",
	.due = "target_finish",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.controls = controls,
	.columns = "id title phase status pm target_finish",
	.sort = "id",
};
