/* Documents handed over, with which version, and who said that they have it. */
#include "registers.h"

static const char *const purposes[] = { "for_review", "for_approval", "for_information",
					"as_requested", NULL };

static const struct pmo_field document_members[] = {
	{ .name = "doc", .kind = PMO_REF, .to = "document", .flags = PMO_NEEDED, .help = "which" },
	{ .name = "version", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "which version" },
	{ 0 },
};

static const struct pmo_field acknowledgement_members[] = {
	{ .name = "person", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED, .help = "who" },
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "when" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_NEEDED, .start = "today",
	  .help = "when it goes" },
	{ .name = "from", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED, .start = "me",
	  .help = "who sends it" },
	{ .name = "to", .kind = PMO_REF, .to = "person", .flags = PMO_LIST | PMO_NEEDED | PMO_WIDE,
	  .help = "who get it" },
	{ .name = "cc", .kind = PMO_REF, .to = "person", .flags = PMO_LIST,
	  .help = "who get a copy" },
	{ .name = "purpose", .kind = PMO_CHOICE, .choices = purposes, .flags = PMO_NEEDED,
	  .help = "what for" },
	{ .name = "documents", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_NEEDED,
	  .members = document_members, .brief = "doc version",
	  .help = "what is sent: DOC-004 1.0" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_TRACKED, .was = "response_due",
	  .when = "purpose in [for_review, for_approval]", .help = "when the answer is wanted" },
	{ .name = "acknowledgements", .kind = PMO_STRUCT, .flags = PMO_LIST,
	  .members = acknowledgement_members, .brief = "person date",
	  .help = "who said that they have it: QA 2026-09-16" },
	{ .name = "outstanding", .kind = PMO_INTEGER,
	  .derive = "count(to) - count(acknowledgements)", .label = "open",
	  .help = "how many have not said so" },
	{ .name = "response", .kind = PMO_PROSE, .help = "what they answered" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "prepared", PMO_STATE_OPEN, "not sent" },
	{ "sent", PMO_STATE_OPEN, "some have not said that they have it" },
	{ "acknowledged", PMO_STATE_OPEN, "all have it" },
	{ "closed", PMO_STATE_CLOSED, "answered or done with" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "send", .from = "prepared", .to = "sent", .needs = "to documents purpose",
	  .sets = "date=today", .help = "goes out" },
	{ .verb = "acknowledge", .from = "sent", .to = "acknowledged", .needs = "acknowledgements",
	  .help = "all have it" },
	{ .verb = "close", .from = "sent|acknowledged", .to = "closed", .help = "is done with" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "transmittal-unanswered", PMO_ADVICE,
	  "status = sent and outstanding > 0 and days(date, today) > 5",
	  "was sent {date}, and {outstanding} have not said that they have it", "acknowledgements",
	  NULL },
	{ "transmittal-incomplete", PMO_WARNING, "status = acknowledged and outstanding > 0",
	  "is acknowledged, and {outstanding} have not said so", "acknowledgements", NULL },
	{ "transmittal-old-version", PMO_ADVICE, "open and any(documents, version != doc.version)",
	  "carries a version that is not the current one", "documents", NULL },
	{ 0 },
};

const struct pmo_register register_transmittal = {
	.name = "transmittal",
	.plural = "transmittals",
	.prefix = "TRM",
	.help = "documents handed over, and who has them",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.owner = "from",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title date purpose outstanding status",
	.sort = "-date id",
};
