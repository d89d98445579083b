/*
 * Documents: who reviews them, which version holds. Approval needs every reviewer's
 * answer and every major comment dealt with.
 */
#include "registers.h"

static const char *const kinds[] = { "plan",   "requirements", "design", "ded",      "test",
				     "manual", "runbook",      "help",   "contract", "minutes",
				     "report", "training",     "policy", "drawing",  NULL };

static const char *const verdicts[] = { "approve", "approve_with_comments", "reject", NULL };

static const struct pmo_field reviewer_members[] = {
	{ .name = "person", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED, .help = "who" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "by when" },
	{ .name = "returned", .kind = PMO_DATE, .help = "when the answer came" },
	{ .name = "verdict", .kind = PMO_CHOICE, .choices = verdicts, .help = "what it was" },
	{ 0 },
};

static const char *const severities[] = { "major", "minor", NULL };

static const char *const dispositions[] = { "accept", "reject", "defer", NULL };

static const struct pmo_field feedback_members[] = {
	{ .name = "by", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED,
	  .help = "who says it" },
	{ .name = "date", .kind = PMO_DATE, .help = "when" },
	{ .name = "ref_text", .kind = PMO_TEXT, .help = "page or section" },
	{ .name = "comment", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what it says" },
	{ .name = "severity", .kind = PMO_CHOICE, .choices = severities,
	  .help = "minor when absent" },
	{ .name = "disposition", .kind = PMO_CHOICE, .choices = dispositions,
	  .help = "what becomes of it" },
	{ .name = "response", .kind = PMO_TEXT, .help = "why" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "kind", .kind = PMO_CHOICE, .choices = kinds, .flags = PMO_NEEDED,
	  .help = "what sort" },
	{ .name = "path", .kind = PMO_TEXT, .flags = PMO_NEEDED, .was = "url|path_or_url",
	  .help = "where it is, a file or an address" },
	{ .name = "version", .kind = PMO_TEXT, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "0.x while a draft, 1.0 when approved" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who answers for what it says" },
	{ .name = "author", .kind = PMO_REF, .to = "person", .help = "who writes it" },
	{ .name = "reviewers", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = reviewer_members,
	  .brief = "person due returned? verdict?", .when = "status = in_review",
	  .help = "who reads it by when: QA 2026-11-24" },
	{ .name = "feedback", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = feedback_members,
	  .help = "what they said" },
	{ .name = "approvers", .kind = PMO_REF, .to = "person", .flags = PMO_LIST | PMO_TRACKED,
	  .help = "who sign it" },
	{ .name = "approved", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when it was approved" },
	{ .name = "distribution", .kind = PMO_TEXT, .flags = PMO_LIST,
	  .help = "people and groups that get it" },
	{ .name = "review_by", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when it must be looked at again" },
	{ .name = "next_due", .kind = PMO_DATE, .label = "due",
	  .derive = "if(status = in_review, min(reviewers, if(returned, review_by, due)), "
		    "review_by)",
	  .help = "the first review that is owed, else the next look" },
	{ .name = "returned", .kind = PMO_INTEGER, .derive = "count(reviewers, returned)",
	  .help = "how many reviewers answered" },
	{ .name = "retention", .kind = PMO_TEXT, .flags = PMO_TRACKED,
	  .help = "how long it must be kept" },
	{ .name = "supersedes", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "document",
	  .help = "the one it replaces" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "draft", PMO_STATE_OPEN, "being written" },
	{ "in_review", PMO_STATE_OPEN, "being read" },
	{ "approved", PMO_STATE_OPEN, "signed" },
	{ "published", PMO_STATE_OPEN, "in force" },
	{ "superseded", PMO_STATE_CLOSED, "another one holds" },
	{ "archived", PMO_STATE_CLOSED, "kept, not used" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "submit", .from = "draft", .to = "in_review", .needs = "reviewers",
	  .help = "goes to its reviewers" },
	{ .verb = "send-back", .from = "in_review", .to = "draft", .needs = "note",
	  .help = "is to be written again" },
	{ .verb = "approve", .from = "in_review", .to = "approved",
	  .guard = "all(reviewers, verdict in [approve, approve_with_comments]) and "
		   "not any(feedback, severity = major and not disposition)",
	  .refusal = "every reviewer must have answered with yes, and every major comment must "
		     "have its disposition",
	  .sets = "approved=today", .help = "is signed" },
	{ .verb = "publish", .from = "approved", .to = "published", .help = "is in force" },
	{ .verb = "revise", .from = "approved|published", .to = "draft",
	  .help = "gets a new version" },
	{ .verb = "supersede", .from = "approved|published", .to = "superseded",
	  .help = "another one takes its place" },
	{ .verb = "archive", .from = "approved|published|superseded", .to = "archived",
	  .help = "is kept, not used" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "document-review-late", PMO_ADVICE,
	  "status = in_review and any(reviewers, due < today and not returned)",
	  "waits for a reviewer past the date", "reviewers", "ask them, or put another date" },
	{ "document-verdict-missing", PMO_WARNING, "any(reviewers, returned and not verdict)",
	  "has a reviewer who answered without a verdict", "reviewers", NULL },
	{ "document-approved-undated", PMO_WARNING,
	  "status in [approved, published] and not approved",
	  "is {status} without a date", "approved", NULL },
	{ "document-major-open", PMO_WARNING,
	  "status in [approved, published] and any(feedback, severity = major and not disposition)",
	  "is {status} with a major comment open", "feedback", NULL },
	{ 0 },
};

const struct pmo_register register_document = {
	.name = "document",
	.plural = "documents",
	.prefix = "DOC",
	.help = "documents, their reviews and versions",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.due = "next_due",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title version owner next_due status",
	.sort = "id",
};
