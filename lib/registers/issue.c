/*
 * What has happened and needs somebody. Priority follows from impact and urgency, unless
 * somebody says otherwise; both are shown.
 */
#include "registers.h"

static const char *const types[] = { "problem", "request_for_change", "off_specification",
				     "vendor",  "resource",           "external",
				     NULL };

static const char *const areas[] = { "scope",  "schedule", "cost",     "quality",
				     "people", "vendor",   "external", NULL };

static const char *const priorities[] = { "P1", "P2", "P3", "P4", NULL };

static const struct pmo_field fields[] = {
	{ .name = "type", .kind = PMO_CHOICE, .choices = types, .flags = PMO_NEEDED,
	  .help = "what kind of trouble" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "the one person who gets it solved" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "when it is to be solved; a date to come stops the clock" },
	{ .name = "description", .kind = PMO_PROSE, .flags = PMO_NEEDED, .help = "what happened" },
	{ .name = "raised_by", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .start = "me",
	  .help = "who said so" },
	{ .name = "raised", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED, .start = "today",
	  .help = "when" },
	{ .name = "area", .kind = PMO_CHOICE, .choices = areas, .flags = PMO_LIST,
	  .help = "what it touches" },
	{ .name = "impact", .kind = PMO_INTEGER, .range = "1..5", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "1 one person copes, 4 a new baseline, 5 the project fails" },
	{ .name = "urgency", .kind = PMO_INTEGER, .range = "1..3",
	  .flags = PMO_NEEDED | PMO_TRACKED, .help = "1 this week, 2 this period, 3 later" },
	{ .name = "priority_override", .kind = PMO_CHOICE, .choices = priorities,
	  .flags = PMO_TRACKED, .help = "said instead of the computed priority" },
	{ .name = "priority", .kind = PMO_CHOICE, .choices = priorities, .label = "prio",
	  .derive = "if(priority_override, priority_override, if(impact >= 4 and urgency = 1, "
		    "P1, if(impact >= 4 or (impact = 3 and urgency = 1), P2, if(impact = 3 or "
		    "(impact = 2 and urgency = 1), P3, if(impact, P4, priority_override)))))",
	  .help = "from impact and urgency" },
	{ .name = "action_plan", .kind = PMO_PROSE, .help = "what is to be done" },
	{ .name = "actions", .kind = PMO_REF, .to = "action", .flags = PMO_LIST,
	  .help = "actions that do it" },
	{ .name = "impact_days", .kind = PMO_DURATION, .flags = PMO_SIGNED | PMO_TRACKED,
	  .help = "time it costs" },
	{ .name = "impact_cost", .kind = PMO_MONEY, .flags = PMO_TRACKED,
	  .help = "money it costs" },
	{ .name = "affects", .kind = PMO_REF, .to = "milestone|task|deliverable", .flags = PMO_LIST,
	  .help = "what it holds up" },
	{ .name = "from_risk", .kind = PMO_REF, .to = "risk", .help = "the risk that occurred" },
	{ .name = "change", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "change",
	  .help = "the change request it led to" },
	{ .name = "waiting_for", .kind = PMO_TEXT, .help = "whom or what it waits for" },
	{ .name = "escalation_level", .kind = PMO_INTEGER, .range = "0..4", .flags = PMO_TRACKED,
	  .label = "level", .help = "0 owner, 1 manager, 2 sponsor, 3 board, 4 executive" },
	{ .name = "escalated_on", .kind = PMO_DATE, .help = "when it got there" },
	{ .name = "resolution", .kind = PMO_PROSE, .help = "how it was solved" },
	{ .name = "resolved", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when it was solved" },
	{ .name = "age", .kind = PMO_INTEGER,
	  .derive = "if(resolved, days(raised, resolved), days(raised, today))",
	  .help = "working days since it was raised" },
	{ .name = "usual_due", .kind = PMO_DATE,
	  .derive = "if(status = new, today + if(priority = P1, limit(issue.due_p1), if(priority "
		    "= P2, "
		    "limit(issue.due_p2), if(priority = P3, limit(issue.due_p3), "
		    "limit(issue.due_p4)))))",
	  .help = "when it would be due if it were rated today" },
	{ .name = "next_level", .kind = PMO_INTEGER,
	  .derive = "if(open, if(escalation_level, escalation_level + 1, 1))",
	  .help = "the level it would go to; none is skipped" },
	{ .name = "clock", .kind = PMO_DURATION,
	  .derive = "if(priority = P1, if(next_level = 1, limit(escalate.p1_manager), "
		    "if(next_level = 2, limit(escalate.p1_sponsor), if(next_level = 3, "
		    "limit(escalate.p1_board), if(next_level = 4, "
		    "limit(escalate.p1_executive))))), if(priority = P2, if(next_level = 1, "
		    "limit(escalate.p2_manager), if(next_level = 2, limit(escalate.p2_sponsor), "
		    "if(next_level = 3, limit(escalate.p2_board), if(next_level = 4, "
		    "limit(escalate.p2_executive))))), if(priority = P3, if(next_level = 1, "
		    "limit(escalate.p3_manager), if(next_level = 2, limit(escalate.p3_sponsor), "
		    "if(next_level = 3, limit(escalate.p3_board)))), if(next_level = 1, "
		    "limit(escalate.p4_manager), if(next_level = 2, "
		    "limit(escalate.p4_sponsor))))))",
	  .help = "time from when it was raised to the next level" },
	{ .name = "escalate_on", .kind = PMO_DATE,
	  .derive = "if(open and (not due or due < today), raised + clock)",
	  .help = "when its clock ends; a date to come stops it" },
	{ .name = "escalate_due", .kind = PMO_YES_NO, .derive = "escalate_on <= today",
	  .help = "whether it is to go to the next level now" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "new", PMO_STATE_OPEN, "not looked at" },
	{ "assessed", PMO_STATE_OPEN, "rated, not begun" },
	{ "in_progress", PMO_STATE_OPEN, "somebody works on it" },
	{ "escalated", PMO_STATE_OPEN, "with the next level" },
	{ "waiting", PMO_STATE_OPEN, "with somebody outside" },
	{ "resolved", PMO_STATE_CLOSED, "solved, to be confirmed" },
	{ "closed", PMO_STATE_CLOSED, "solved and confirmed" },
	{ "rejected", PMO_STATE_CLOSED, "no issue" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "assess", .from = "new", .to = "assessed", .needs = "impact urgency owner",
	  .sets = "due=usual_due",
	  .help = "rates it" },
	{ .verb = "start", .from = "assessed", .to = "in_progress",
	  .help = "somebody works on it" },
	{ .verb = "escalate", .from = "in_progress|waiting", .to = "escalated",
	  .sets = "escalated_on=today", .help = "goes to the next level" },
	{ .verb = "wait", .from = "in_progress|escalated", .to = "waiting",
	  .help = "is with somebody outside" },
	{ .verb = "resume", .from = "escalated|waiting", .to = "in_progress",
	  .help = "is back with its owner" },
	{ .verb = "resolve", .from = "in_progress|escalated|waiting", .to = "resolved",
	  .needs = "resolution", .sets = "resolved=today", .help = "is solved" },
	{ .verb = "close", .from = "resolved", .to = "closed", .help = "is confirmed as solved" },
	{ .verb = "close", .from = "in_progress|escalated|waiting", .to = "closed",
	  .needs = "resolution", .sets = "resolved=today",
	  .help = "is solved and confirmed at once" },
	{ .verb = "reject", .from = "new|assessed", .to = "rejected", .needs = "note",
	  .help = "is no issue" },
	{ .verb = "reopen", .from = "resolved|closed|rejected", .to = "in_progress",
	  .needs = "note", .sets = "resolved= resolution=", .help = "is not solved after all" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "issue-unassessed", PMO_ADVICE, "status = new and raised + limit(issue.assess) < today",
	  "was raised {raised} and is not assessed", "raised",
	  "pmo issue assess {id} impact=… urgency=…" },
	{ "issue-escalate", PMO_ADVICE, "escalate_due",
	  "is {priority}, {age} d old and past its date: level {next_level} is due since "
	  "{escalate_on} ({clock})", "due",
	  "pmo escalate {id}" },
	{ "issue-deviation", PMO_ADVICE, "open and (impact >= 4 or any(affects, it ~ 'MS-'))",
	  "may need a notice to management", "impact",
	  "pmo notice writes it" },
	{ "issue-wants-change", PMO_ADVICE, "open and type = request_for_change and not change",
	  "asks for a change, and there is no request", "type",
	  "pmo issue promote {id} change" },
	{ "issue-resolved-undated", PMO_WARNING, "status in [resolved, closed] and not resolved",
	  "is {status} without a date", "resolved", NULL },
	{ "issue-resolved-before-raised", PMO_WARNING, "resolved < raised",
	  "was resolved {resolved}, before it was raised {raised}", "resolved", NULL },
	{ "issue-unconfirmed", PMO_ADVICE, "status = resolved and days(resolved, today) > 10",
	  "was resolved {resolved}, and nobody confirmed it", "resolved", "pmo issue close {id}" },
	{ 0 },
};

const struct pmo_register register_issue = {
	.name = "issue",
	.plural = "issues",
	.prefix = "ISS",
	.help = "what has happened and needs somebody",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title priority owner due escalation_level status",
	.sort = "priority due id",
};
