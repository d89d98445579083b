/* A trial at one place with real people, who must be confirmed, trained and let in. */
#include "registers.h"

static const char *const responses[] = { "invited", "confirmed", "declined", "replaced", NULL };

static const struct pmo_field participant_members[] = {
	{ .name = "person", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED, .help = "who" },
	{ .name = "response", .kind = PMO_CHOICE, .choices = responses, .flags = PMO_NEEDED,
	  .help = "what they said" },
	{ .name = "role", .kind = PMO_TEXT, .help = "what they do in it" },
	{ .name = "shift", .kind = PMO_TEXT, .help = "when they work" },
	{ .name = "invited", .kind = PMO_DATE, .help = "when they were asked" },
	{ .name = "supervisor_ok", .kind = PMO_YES_NO, .help = "whether their supervisor agrees" },
	{ .name = "trained", .kind = PMO_YES_NO, .help = "whether they are trained" },
	{ .name = "access", .kind = PMO_YES_NO, .help = "whether they can log in" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "site", .kind = PMO_TEXT, .flags = PMO_NEEDED | PMO_WIDE, .help = "where" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who runs it" },
	{ .name = "start", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "first day" },
	{ .name = "end", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED, .help = "last day" },
	{ .name = "scope", .kind = PMO_PROSE, .help = "what is tried" },
	{ .name = "success_criteria", .kind = PMO_STRUCT, .flags = PMO_LIST,
	  .members = register_criterion_members, .help = "when it is a success" },
	{ .name = "participants", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_NEEDED,
	  .members = participant_members, .brief = "person response",
	  .help = "who takes part: DSP confirmed" },
	{ .name = "missing", .kind = PMO_INTEGER,
	  .derive = "count(participants, not response = replaced and "
		    "not (response = confirmed and trained and access))",
	  .help = "how many are not confirmed, trained and let in" },
	{ .name = "support_contact", .kind = PMO_REF, .to = "person", .help = "whom they call" },
	{ .name = "daily_feedback", .kind = PMO_TEXT, .flags = PMO_LIST,
	  .help = "what they said, a line a day" },
	{ .name = "result", .kind = PMO_PROSE, .flags = PMO_TRACKED, .help = "what came of it" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "planned", PMO_STATE_OPEN, "people are being found" },
	{ "staffed", PMO_STATE_OPEN, "all are confirmed, trained and let in" },
	{ "running", PMO_STATE_OPEN, "under way" },
	{ "evaluated", PMO_STATE_OPEN, "its result is known" },
	{ "accepted", PMO_STATE_CLOSED, "it was a success" },
	{ "repeat", PMO_STATE_CLOSED, "it must be done again" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "staff", .from = "planned", .to = "staffed", .needs = "participants",
	  .guard = "missing = 0",
	  .refusal = "every participant must be confirmed, trained and let in, or replaced",
	  .help = "all are ready" },
	{ .verb = "start", .from = "staffed", .to = "running", .help = "is under way" },
	{ .verb = "evaluate", .from = "running", .to = "evaluated", .needs = "result",
	  .help = "its result is known" },
	{ .verb = "accept", .from = "evaluated", .to = "accepted", .help = "was a success" },
	{ .verb = "repeat", .from = "evaluated", .to = "repeat", .help = "must be done again" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "pilot-ends-before-start", PMO_WARNING, "end < start",
	  "ends {end}, before it starts {start}", "end", NULL },
	{ "pilot-unready", PMO_ADVICE, "status = planned and start < today + 10d and missing > 0",
	  "starts {start}, and {missing} people are not ready", "participants", NULL },
	{ "pilot-leave", PMO_ADVICE,
	  "open and any(participants, not response in [declined, replaced] and "
	  "any(person.leave, from <= end and to >= start))",
	  "has somebody who is away then", "participants", NULL },
	{ "pilot-declined", PMO_ADVICE, "open and any(participants, response = declined)",
	  "has somebody who declined, and nobody instead", "participants", NULL },
	{ "pilot-unsupervised", PMO_ADVICE,
	  "open and any(participants, response = confirmed and not supervisor_ok)",
	  "has somebody whose supervisor did not agree", "participants", NULL },
	{ 0 },
};

const struct pmo_register register_pilot = {
	.name = "pilot",
	.plural = "pilots",
	.prefix = "PIL",
	.help = "trials with real people, and who is ready",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.due = "end",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title start end missing status",
	.sort = "start id",
};
