/*
 * What a contract must bring, and its acceptance: in writing, by the acceptor alone,
 * never by silence; a rejection lists every deficiency at once. While it is with us, our
 * review is what is due, and its delay is our own.
 */
#include "registers.h"

static const char *const severities[] = { "major", "minor", NULL };

static const struct pmo_field comment_members[] = {
	{ .name = "by", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED,
	  .help = "who says it" },
	{ .name = "severity", .kind = PMO_CHOICE, .choices = severities, .flags = PMO_NEEDED,
	  .help = "whether it must be mended" },
	{ .name = "text", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what is wrong" },
	{ .name = "response", .kind = PMO_TEXT, .help = "what the vendor says" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "contract", .kind = PMO_REF, .to = "contract", .flags = PMO_NEEDED,
	  .help = "the contract that asks for it" },
	{ .name = "number", .kind = PMO_TEXT, .help = "its number there" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who brings it, mostly the vendor's person" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "when it must come" },
	{ .name = "description", .kind = PMO_PROSE, .flags = PMO_NEEDED, .help = "what it is" },
	{ .name = "amount", .kind = PMO_MONEY, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "what is paid for it" },
	{ .name = "retained", .kind = PMO_MONEY, .range = "0..",
	  .help = "what is held back of that" },
	{ .name = "ded", .kind = PMO_REF, .to = "document", .label = "expectation",
	  .help = "document that says form, content and review" },
	{ .name = "acceptance_criteria", .kind = PMO_TEXT, .flags = PMO_LIST | PMO_NEEDED,
	  .help = "when it is good" },
	{ .name = "acceptor", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who alone may accept it" },
	{ .name = "reviewers", .kind = PMO_REF, .to = "person", .flags = PMO_LIST,
	  .when = "status in [submitted, in_review]", .help = "who look at it" },
	{ .name = "submitted", .kind = PMO_DATE, .help = "when it first came" },
	{ .name = "resubmitted", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when it last came again" },
	{ .name = "cycle", .kind = PMO_INTEGER, .derive = "count(history, it ~ '>submitted')",
	  .help = "how often it came" },
	{ .name = "review_days", .kind = PMO_DURATION, .range = "0..",
	  .help = "time the contract gives us, else the usual limit" },
	{ .name = "review_due", .kind = PMO_DATE,
	  .derive = "max(submitted, resubmitted) + if(review_days, review_days, "
		    "limit(deliverable.review))",
	  .help = "when our answer is due" },
	{ .name = "comments", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = comment_members,
	  .brief = "by severity text", .help = "deficiencies: QA major Tables lack units" },
	{ .name = "accepted_by", .kind = PMO_REF, .to = "person", .help = "who accepted it" },
	{ .name = "decided", .kind = PMO_DATE, .help = "when it was accepted or rejected" },
	{ .name = "conditions", .kind = PMO_PROSE, .help = "what is still to be mended" },
	{ .name = "resubmit_due", .kind = PMO_DATE, .help = "when it must come again" },
	{ .name = "next_due", .kind = PMO_DATE, .label = "due",
	  .derive = "if(status in [submitted, in_review], review_due, "
		    "if(status in [rejected, conditionally_accepted], resubmit_due, due))",
	  .help = "what is due next: its delivery, our review, its mending" },
	{ .name = "late", .kind = PMO_INTEGER,
	  .derive = "if(submitted, if(submitted > due, days(due, submitted), 0), "
		    "if(due < today, days(due, today), 0))",
	  .help = "working days after its due date" },
	{ .name = "invoice", .kind = PMO_REF, .to = "expense",
	  .help = "what is paid for it, in the ledger" },
	{ .name = "review_late", .kind = PMO_INTEGER,
	  .derive = "if(status in [submitted, in_review] and review_due < today, "
		    "days(review_due, today), 0)",
	  .help = "working days that our review is late, which is not the vendor's delay" },
	{ .name = "on_time", .kind = PMO_YES_NO, .derive = "submitted <= due",
	  .help = "whether it first came by its date" },
	{ .name = "first_time", .kind = PMO_YES_NO, .label = "accepted at once",
	  .derive = "status in [conditionally_accepted, accepted, invoiced, paid] and "
		    "not resubmitted",
	  .help = "whether it was good when it first came" },
	{ .name = "invoiced_amount", .kind = PMO_MONEY,
	  .derive = "sum(those(expense, source = this), amount)",
	  .help = "what the ledger has for it" },
	{ .name = "paid_amount", .kind = PMO_MONEY,
	  .derive = "sum(those(expense, source = this and status = paid), amount)",
	  .help = "what was paid of that" },
	{ .name = "milestones", .kind = PMO_REF, .to = "milestone", .flags = PMO_LIST,
	  .help = "milestones that wait for it" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "planned", PMO_STATE_OPEN, "not begun" },
	{ "ded_approved", PMO_STATE_OPEN, "both know what is expected" },
	{ "in_progress", PMO_STATE_OPEN, "the vendor works on it" },
	{ "submitted", PMO_STATE_OPEN, "it came" },
	{ "in_review", PMO_STATE_OPEN, "we look at it" },
	{ "rejected", PMO_STATE_OPEN, "it must come again" },
	{ "conditionally_accepted", PMO_STATE_OPEN, "good but for some points" },
	{ "accepted", PMO_STATE_CLOSED, "good; may be invoiced" },
	{ "invoiced", PMO_STATE_CLOSED, "to be paid" },
	{ "paid", PMO_STATE_CLOSED, "paid" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "approve-ded", .from = "planned", .to = "ded_approved", .needs = "ded",
	  .help = "both know what is expected" },
	{ .verb = "start", .from = "planned|ded_approved", .to = "in_progress",
	  .help = "the vendor works on it" },
	{ .verb = "submit", .from = "planned|ded_approved|in_progress", .to = "submitted",
	  .sets = "submitted=today", .help = "it came" },
	{ .verb = "submit", .from = "rejected|conditionally_accepted", .to = "submitted",
	  .sets = "resubmitted=today", .help = "it came again" },
	{ .verb = "review", .from = "submitted", .to = "in_review", .needs = "reviewers",
	  .help = "we look at it" },
	{ .verb = "accept", .from = "submitted|in_review|conditionally_accepted", .to = "accepted",
	  .needs = "acceptor", .guard = "acts_for(accepted_by, acceptor, decided)",
	  .refusal = "only its acceptor {acceptor} accepts it, in writing: accepted_by={acceptor}, "
		     "and --evidence FILE keeps the letter",
	  .sets = "accepted_by=me decided=today", .help = "it is good" },
	{ .verb = "accept-conditionally", .from = "submitted|in_review",
	  .to = "conditionally_accepted", .needs = "acceptor conditions",
	  .guard = "acts_for(accepted_by, acceptor, decided)",
	  .refusal = "only its acceptor {acceptor} accepts it, in writing: accepted_by={acceptor}, "
		     "and --evidence FILE keeps the letter",
	  .sets = "accepted_by=me decided=today resubmit_due=today+limit(deliverable.correct)",
	  .help = "it is good but for some points" },
	{ .verb = "reject", .from = "submitted|in_review", .to = "rejected",
	  .needs = "comments note", .sets = "decided=today "
		    "resubmit_due=today+limit(deliverable.correct)",
	  .help = "it must come again" },
	{ .verb = "invoice", .from = "accepted", .to = "invoiced",
	  .help = "the vendor wants its money" },
	{ .verb = "pay", .from = "accepted|invoiced", .to = "paid", .help = "is paid" },
	{ 0 },
};

static const struct pmo_control controls[] = {
	{ "deliverable-unsigned", "start|submit",
	  "contract.status in [drafting, solicitation, evaluation, awarded, protested]",
	  "{contract} is {contract.status}, and no work begins before it is signed",
	  "pmo contract execute {contract}" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "deliverable-late", PMO_ADVICE,
	  "status in [planned, ded_approved, in_progress] and due < today",
	  "was due {due}, {days(due, today)} d ago", "due", "ask {owner}" },
	{ "deliverable-review-late", PMO_ADVICE,
	  "status in [submitted, in_review] and review_due < today",
	  "waits for our review since {review_due}", "submitted", NULL },
	{ "deliverable-unsigned", PMO_WARNING,
	  "status in [in_progress, submitted, in_review] and "
	  "contract.status in [drafting, solicitation, evaluation, awarded]",
	  "is {status}, and its contract is not signed", "contract", NULL },
	{ "deliverable-accepted-by-other", PMO_WARNING, 
	  "accepted_by and acceptor and not acts_for(accepted_by, acceptor, decided)",
	  "was accepted by {accepted_by}, not by its acceptor {acceptor}", "accepted_by", NULL },
	{ "deliverable-invoiced-early", PMO_WARNING,
	  "invoiced_amount > 0 and status in [planned, ded_approved, in_progress]",
	  "is {status}, and {invoiced_amount} were invoiced for it", "status", NULL },
	{ "deliverable-over-invoiced", PMO_WARNING, "invoiced_amount > amount",
	  "was invoiced {invoiced_amount}, and {amount} are agreed", "amount", NULL },
	{ "deliverable-rejected-mute", PMO_WARNING, "status = rejected and not comments",
	  "is rejected without a deficiency", "comments", NULL },
	{ "deliverable-no-criteria", PMO_ADVICE,
	  "status in [in_progress, submitted, in_review] and not ded",
	  "has no document that says what is expected", "ded", NULL },
	{ "deliverable-submitted-in-future", PMO_WARNING,
	  "submitted > today or resubmitted > today",
	  "came in the future", "submitted", NULL },
	{ 0 },
};

const struct pmo_register register_deliverable = {
	.name = "deliverable",
	.plural = "deliverables",
	.prefix = "DLV",
	.help = "what contracts must bring, and its acceptance",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.due = "next_due",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.controls = controls,
	.columns = "id title owner next_due late status",
	.sort = "next_due id",
};
