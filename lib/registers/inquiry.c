/*
 * Questions from outside, and their clock: acknowledged in a day, answered in 1, 5 or 10.
 * The days it waited for others do not count. Records requests, the press and lawmakers go
 * to the officer named for them, and are never answered by the project.
 */
#include "registers.h"

static const char *const kinds[] = { "general", "vendor",      "public_records",
				     "media",   "legislative", "complaint",
				     NULL };

static const char *const priorities[] = { "urgent", "normal", "low", NULL };

static const struct pmo_field fields[] = {
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .was = "assignee", .help = "the one person who gets it answered" },
	{ .name = "received", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED, .start = "today",
	  .help = "when it came" },
	{ .name = "from", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "who asks" },
	{ .name = "org", .kind = PMO_TEXT, .help = "for whom they ask" },
	{ .name = "channel", .kind = PMO_TEXT, .help = "mail, call, visit" },
	{ .name = "question", .kind = PMO_PROSE, .flags = PMO_NEEDED,
	  .help = "what they want to know" },
	{ .name = "kind", .kind = PMO_CHOICE, .choices = kinds, .help = "general when absent" },
	{ .name = "priority", .kind = PMO_CHOICE, .choices = priorities, .flags = PMO_TRACKED,
	  .label = "prio", .help = "normal when absent" },
	{ .name = "waiting_for", .kind = PMO_TEXT, .when = "status = waiting",
	  .help = "whom or what it waits for" },
	{ .name = "waited", .kind = PMO_DURATION, .range = "0..",
	  .help = "time it waited, not counted" },
	{ .name = "ack_due", .kind = PMO_DATE, .derive = "received + limit(inquiry.acknowledge)",
	  .help = "when they must hear from us" },
	{ .name = "respond_due", .kind = PMO_DATE, .label = "due",
	  .derive = "received + if(priority = urgent, limit(inquiry.urgent), if(priority = low, "
		    "limit(inquiry.low), limit(inquiry.normal))) + "
		    "if(waited, waited, 0d)",
	  .help = "when the answer is due" },
	{ .name = "age", .kind = PMO_INTEGER,
	  .derive = "days(received, if(answered, answered, today))",
	  .help = "working days since it came" },
	{ .name = "acknowledged", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when they heard from us" },
	{ .name = "routed_to", .kind = PMO_TEXT, .flags = PMO_TRACKED,
	  .when = "kind in [public_records, media, legislative]",
	  .help = "the officer it went to" },
	{ .name = "answer", .kind = PMO_PROSE, .help = "what they were told" },
	{ .name = "answered", .kind = PMO_DATE, .flags = PMO_TRACKED, .help = "when" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "new", PMO_STATE_OPEN, "came in" },
	{ "acknowledged", PMO_STATE_OPEN, "they know that we have it" },
	{ "in_progress", PMO_STATE_OPEN, "somebody works on it" },
	{ "waiting", PMO_STATE_OPEN, "waits for others; the clock stands" },
	{ "answered", PMO_STATE_CLOSED, "they have an answer" },
	{ "closed", PMO_STATE_CLOSED, "done with" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "acknowledge", .from = "new", .to = "acknowledged", .sets = "acknowledged=today",
	  .help = "they know that we have it" },
	{ .verb = "start", .from = "acknowledged", .to = "in_progress",
	  .help = "somebody works on it" },
	{ .verb = "wait", .from = "in_progress", .to = "waiting", .needs = "note",
	  .help = "waits for others" },
	{ .verb = "resume", .from = "waiting", .to = "in_progress", .help = "goes on" },
	{ .verb = "answer", .from = "in_progress", .to = "answered", .needs = "answer",
	  .guard = "not kind in [public_records, media, legislative] or routed_to",
	  .refusal = "records requests, press and lawmakers are answered by the officer named "
		     "for them: routed_to=OFFICER",
	  .sets = "answered=today", .help = "they have an answer" },
	{ .verb = "close", .from = "answered", .to = "closed", .help = "is done with" },
	{ .verb = "reopen", .from = "answered|closed", .to = "in_progress", .needs = "note",
	  .sets = "answered=", .help = "they ask again" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "inquiry-unacknowledged", PMO_ADVICE, "status = new and ack_due < today",
	  "came {received}, and they have not heard from us", "received",
	  "pmo inquiry acknowledge {id}" },
	{ "inquiry-unrouted", PMO_WARNING,
	  "open and kind in [public_records, media, legislative] and not routed_to",
	  "is for the officer named for such questions", "routed_to",
	  "pmo set {id} routed_to=OFFICER" },
	{ "inquiry-answered-undated", PMO_WARNING, "status in [answered, closed] and not answered",
	  "is {status} without a date", "answered", NULL },
	{ 0 },
};

const struct pmo_register register_inquiry = {
	.name = "inquiry",
	.plural = "inquiries",
	.prefix = "INQ",
	.help = "questions from outside, and their clock",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.due = "respond_due",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title from owner respond_due status",
	.sort = "respond_due id",
};
