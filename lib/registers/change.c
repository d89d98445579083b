/*
 * Change requests: what is asked for, what it would do, who may say yes.
 *
 * The level of authority that a change needs is the highest row it hits of the table in
 * the charter, else of the usual limits. The same table says the level of whoever approves,
 * also of who acts for them; lower levels approve first.
 */
#include "registers.h"

static const char *const types[] = { "scope",   "schedule", "cost", "contract",
				     "quality", "baseline", NULL };

static const char *const fundings[] = { "none",      "contingency", "reserve",
					"new_money", "vendor",      NULL };

static const struct pmo_field milestone_members[] = {
	{ .name = "milestone", .kind = PMO_REF, .to = "milestone", .flags = PMO_NEEDED,
	  .help = "which" },
	{ .name = "days", .kind = PMO_DURATION, .flags = PMO_SIGNED | PMO_NEEDED,
	  .help = "how far it moves, earlier with a minus" },
	{ 0 },
};

static const struct pmo_field task_members[] = {
	{ .name = "title", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what is to be done" },
	{ .name = "duration", .kind = PMO_DURATION, .range = "0..", .flags = PMO_NEEDED,
	  .help = "working time from start to finish" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .help = "who answers for it" },
	{ .name = "parent", .kind = PMO_REF, .to = "task", .help = "the summary it goes to" },
	{ .name = "after", .kind = PMO_REF, .to = "task|milestone", .flags = PMO_LIST,
	  .help = "what it waits for" },
	{ .name = "before", .kind = PMO_REF, .to = "task|milestone", .flags = PMO_LIST,
	  .help = "what waits for it" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "the one person who gets it decided" },
	{ .name = "requested_by", .kind = PMO_REF, .to = "person",
	  .flags = PMO_NEEDED | PMO_TRACKED,
	  .start = "me", .help = "who asks for it" },
	{ .name = "requested", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .start = "today",
	  .help = "when" },
	{ .name = "type", .kind = PMO_CHOICE, .choices = types, .flags = PMO_LIST,
	  .help = "what it touches" },
	{ .name = "description", .kind = PMO_PROSE, .flags = PMO_NEEDED,
	  .help = "what is to change" },
	{ .name = "justification", .kind = PMO_PROSE, .flags = PMO_NEEDED, .help = "why" },
	{ .name = "consequence_if_rejected", .kind = PMO_PROSE, .flags = PMO_NEEDED,
	  .help = "what happens without it" },
	{ .name = "alternatives", .kind = PMO_PROSE, .help = "what else could be done" },
	{ .name = "impact_scope", .kind = PMO_PROSE, .when = "status in [in_review, approved]",
	  .help = "what it adds or takes away" },
	{ .name = "impact_days", .kind = PMO_DURATION, .flags = PMO_SIGNED | PMO_TRACKED,
	  .label = "days", .when = "status in [in_review, approved]",
	  .help = "how far the finish moves" },
	{ .name = "impact_milestones", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = milestone_members, .brief = "milestone days",
	  .help = "milestones that move: MS-007 -3d" },
	{ .name = "what_if", .kind = PMO_TEXT, .flags = PMO_LIST | PMO_WIDE,
	  .help = "what it does to the plan: drop link M5 5.4; notices compute it" },
	{ .name = "new_tasks", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = task_members,
	  .help = "work it adds to the plan" },
	{ .name = "impact_cost", .kind = PMO_MONEY, .flags = PMO_TRACKED, .label = "cost",
	  .when = "status in [in_review, approved]", .help = "what it costs" },
	{ .name = "funding", .kind = PMO_CHOICE, .flags = PMO_TRACKED, .choices = fundings,
	  .when = "impact_cost > 0",
	  .help = "where the money comes from" },
	{ .name = "budget_line", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "budget",
	  .help = "line that gets the money; the contract's when absent" },
	{ .name = "rebaseline", .kind = PMO_YES_NO, .flags = PMO_TRACKED,
	  .help = "whether the new baseline takes the forecast instead of the change alone" },
	{ .name = "risk_effect", .kind = PMO_PROSE, .help = "what it does to risks" },
	{ .name = "analysed_by", .kind = PMO_REF, .to = "person",
	  .help = "who worked out its impact" },
	{ .name = "contract", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "contract",
	  .when = "type = contract",
	  .help = "the contract it amends" },
	{ .name = "required_level", .kind = PMO_INTEGER, .label = "level",
	  .derive = "max(1, if(project.authority, max(project.authority, if(impact_cost > cost or "
		    "impact_days > days or impact_cost > project.budget_authorized * share, "
		    "level + 1, 1)), if(impact_cost > limit(authority.sponsor_cost) or "
		    "impact_days > limit(authority.sponsor_days), 3, if(impact_cost > "
		    "limit(authority.manager_cost) or impact_days > "
		    "limit(authority.manager_days), 2, 1))), "
		    "if(any(impact_milestones, milestone = project.go_live or "
		    "milestone.mandatory or milestone.external or milestone.type = contract or "
		    "days > project.tolerance.schedule), 3, if(impact_milestones, 2, 1)), "
		    "if(impact_cost > project.budget_authorized * limit(authority.board_share) or "
		    "contract.value_current + impact_cost - contract.value_original > "
		    "contract.value_original * limit(contract.amended), 4, 1))",
	  .range = "1..4", .help = "1 manager, 2 sponsor, 3 board, 4 executive" },
	{ .name = "approvals", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = register_approval_members, .brief = REGISTER_APPROVAL_BRIEF,
	  .help = "who decided what; their level is that of the charter's table" },
	{ .name = "approved_level", .kind = PMO_INTEGER,
	  .derive = "max(0, max(approvals, if(decision = approved, if(project.authority, "
		    "max(project.authority, if(acts_for(person, approver, date), level, 0)), "
		    "max(if(level, level, 0), if(acts_for(person, project.pm, date), 1, 0), "
		    "if(acts_for(person, project.sponsor, date), 2, 0), "
		    "if(acts_for(person, project.board, date), 3, 0))), 0)))",
	  .help = "highest level that approved" },
	{ .name = "awaiting", .kind = PMO_REF, .to = "person", .flags = PMO_LIST,
	  .derive = "distinct(only(project.authority, level <= required_level and "
		    "not any(approvals, decision = approved and acts_for(person, approver, "
		    "date))).approver)",
	  .help = "who has not approved yet, the lowest level first" },
	{ .name = "age", .kind = PMO_INTEGER,
	  .derive = "days(submitted, if(decided, decided, today))",
	  .help = "working days from submitting to deciding" },
	{ .name = "submitted", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when it was handed in" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_TRACKED, .was = "decide_by",
	  .help = "when it is to be decided" },
	{ .name = "implement_by", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when it is to be done" },
	{ .name = "next_due", .kind = PMO_DATE, .label = "due",
	  .derive = "if(status in [approved, implemented], implement_by, due)",
	  .help = "what is due next" },
	{ .name = "decided", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when it was decided" },
	{ .name = "implemented", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when plan, budget and contract were changed" },
	{ .name = "baseline_created", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "baseline",
	  .help = "the baseline it led to" },
	{ .name = "transfer", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "transfer",
	  .help = "the money that was moved" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "draft", PMO_STATE_OPEN, "being written" },
	{ "submitted", PMO_STATE_OPEN, "handed in" },
	{ "in_analysis", PMO_STATE_OPEN, "its impact is being worked out" },
	{ "in_review", PMO_STATE_OPEN, "with those who decide" },
	{ "deferred", PMO_STATE_OPEN, "to be decided later" },
	{ "approved", PMO_STATE_OPEN, "to be carried out" },
	{ "implemented", PMO_STATE_OPEN, "plan, budget and contract are changed" },
	{ "closed", PMO_STATE_CLOSED, "done with" },
	{ "rejected", PMO_STATE_CLOSED, "will not be done" },
	{ "withdrawn", PMO_STATE_CLOSED, "no longer asked for" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "submit", .from = "draft", .to = "submitted",
	  .needs = "description justification",
	  .sets = "submitted=today due=today+limit(change.decide)",
	  .help = "is handed in" },
	{ .verb = "analyse", .from = "submitted", .to = "in_analysis",
	  .help = "its impact is worked out" },
	{ .verb = "review", .from = "in_analysis|deferred", .to = "in_review",
	  .needs = "impact_scope impact_days impact_cost", .help = "goes to those who decide" },
	{ .verb = "send-back", .from = "in_review", .to = "in_analysis", .needs = "note",
	  .help = "is to be worked out again" },
	{ .verb = "approve", .from = "in_review", .to = "approved",
	  .sets = "decided=today", .help = "may be carried out" },
	{ .verb = "reject", .from = "in_review", .to = "rejected", .needs = "note",
	  .sets = "decided=today", .help = "will not be done" },
	{ .verb = "defer", .from = "in_review", .to = "deferred", .help = "is decided later" },
	{ .verb = "withdraw", .from = "draft|submitted", .to = "withdrawn", .needs = "note",
	  .help = "is no longer asked for" },
	{ .verb = "implement", .from = "approved", .to = "implemented",
	  .sets = "implemented=today", .effect = "implement",
	  .help = "changes plan, budget and contract" },
	{ .verb = "close", .from = "implemented", .to = "closed", .help = "is done with" },
	{ .verb = "reopen", .from = "rejected|withdrawn", .to = "draft", .needs = "note",
	  .help = "is asked for again" },
	{ 0 },
};

static const struct pmo_control controls[] = {
	{ "change-disapproved", "approve", "any(approvals, decision in [rejected, returned])",
	  "{only(approvals, decision in [rejected, returned]).person} said no",
	  "reject it, or have the answer changed" },
	{ "change-levels-open", "approve", "awaiting",
	  "it needs level {required_level}, lower levels first; still to approve: {awaiting}",
	  "pmo set {id} approvals+='{first(awaiting)} approved'" },
	{ "change-level", "approve", "approved_level < required_level",
	  "it needs an approval of level {required_level} (1 manager, 2 sponsor, 3 board, 4 "
	  "executive), and has {approved_level}",
	  "approvals+='PERSON approved', where the charter's authority has the person" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "change-undecided", PMO_ADVICE,
	  "status in [submitted, in_analysis, in_review] and due < today",
	  "was to be decided by {due}, {days(due, today)} d ago", "due", NULL },
	{ "change-approved-alone", PMO_WARNING,
	  "status in [approved, implemented, closed] and approvals and "
	  "approved_level < required_level",
	  "is {status} without an approval at level {required_level}", "approvals", NULL },
	{ "change-approved-twice", PMO_WARNING,
	  "count(distinct(only(approvals, decision = approved).person)) < "
	  "count(only(approvals, decision = approved))",
	  "has two approvals of the same person", "approvals",
	  "pmo set {id} approvals-=PERSON takes one away" },
	{ "change-charged-early", PMO_WARNING,
	  "status in [draft, submitted, in_analysis, in_review, rejected, withdrawn] and "
	  "count(those(transfer, change = this)) > 0",
	  "is {status}, and money was moved for it", "status", NULL },
	{ "change-no-baseline", PMO_WARNING,
	  "status in [implemented, closed] and (impact_cost > 0 or impact_days > 0d) and "
	  "not baseline_created",
	  "is {status}, and no baseline came of it", "baseline_created", NULL },
	{ "change-no-transfer", PMO_WARNING,
	  "status in [implemented, closed] and funding in [contingency, reserve] and impact_cost "
	  "> 0 and not transfer",
	  "is {status}, and no money was moved", "transfer", NULL },
	{ 0 },
};

const struct pmo_register register_change = {
	.name = "change",
	.plural = "changes",
	.prefix = "CHG",
	.help = "change requests: impact, approval, what came of them",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.due = "next_due",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.controls = controls,
	.columns = "id title impact_cost impact_days owner next_due status",
	.sort = "next_due id",
};
