/*
 * Training sessions: seats, who is enrolled and came, who stands in meanwhile. A row of
 * enrolled is a person, or a group with its seats.
 */
#include "registers.h"

static const char *const methods[] = { "classroom", "online",  "self_paced", "train_the_trainer",
				       "on_shift",  "job_aid", NULL };

static const char *const enrolments[] = { "invited", "enrolled", "attended", "no_show",
					  "passed",  "failed",   NULL };

static const struct pmo_field enrolled_members[] = {
	{ .name = "person", .kind = PMO_REF, .to = "person", .help = "who; or a group" },
	{ .name = "status", .kind = PMO_CHOICE, .choices = enrolments, .flags = PMO_NEEDED,
	  .help = "how far they are" },
	{ .name = "group", .kind = PMO_TEXT, .help = "a group, instead of a person" },
	{ .name = "seats", .kind = PMO_INTEGER, .range = "1..", .was = "count",
	  .help = "how many it has" },
	{ 0 },
};

static const struct pmo_field backfill_members[] = {
	{ .name = "hours", .kind = PMO_NUMBER, .range = "0..",
	  .help = "hours of those who stand in" },
	{ .name = "cost", .kind = PMO_MONEY, .range = "0..", .help = "what they cost" },
	{ 0 },
};

static const struct pmo_field review_members[] = {
	{ .name = "date", .kind = PMO_DATE, .help = "when" },
	{ .name = "attendees", .kind = PMO_REF, .to = "person", .flags = PMO_LIST, .help = "who" },
	{ .name = "feedback", .kind = PMO_TEXT, .help = "what they said" },
	{ .name = "changes", .kind = PMO_TEXT, .help = "what is done about it" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "course", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what is taught" },
	{ .name = "method", .kind = PMO_CHOICE, .choices = methods, .flags = PMO_NEEDED,
	  .help = "how" },
	{ .name = "audience", .kind = PMO_TEXT, .help = "for whom" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who gets it held" },
	{ .name = "trainer", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who teaches" },
	{ .name = "start", .kind = PMO_MOMENT, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "when it begins" },
	{ .name = "end", .kind = PMO_MOMENT, .flags = PMO_NEEDED, .help = "when it ends" },
	{ .name = "place", .kind = PMO_TEXT, .help = "where" },
	{ .name = "capacity", .kind = PMO_INTEGER, .range = "0..", .flags = PMO_NEEDED,
	  .label = "seats", .help = "how many can come" },
	{ .name = "environment", .kind = PMO_REF, .to = "need", .help = "system it is taught on" },
	{ .name = "materials", .kind = PMO_REF, .to = "document", .flags = PMO_LIST,
	  .help = "what is handed out" },
	{ .name = "enrolled", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = enrolled_members,
	  .brief = "person status", .help = "who comes, and how it went: DSP attended" },
	{ .name = "seats_left", .kind = PMO_INTEGER, .label = "left",
	  .derive = "capacity - sum(enrolled, if(seats, seats, 1))", .help = "seats not taken" },
	{ .name = "trained", .kind = PMO_INTEGER,
	  .derive = "sum(enrolled, if(status in [attended, passed], if(seats, seats, 1), 0))",
	  .help = "how many attended or passed" },
	{ .name = "backfill", .kind = PMO_STRUCT, .flags = PMO_TRACKED, .members = backfill_members,
	  .help = "who stands in for them" },
	{ .name = "review", .kind = PMO_STRUCT, .members = review_members,
	  .help = "session that looks at the method" },
	{ .name = "evaluation", .kind = PMO_NUMBER, .range = "1..5",
	  .help = "what they thought of it, 5 best" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "planned", PMO_STATE_OPEN, "wanted" },
	{ "scheduled", PMO_STATE_OPEN, "date and trainer stand" },
	{ "delivered", PMO_STATE_CLOSED, "held, not evaluated" },
	{ "evaluated", PMO_STATE_CLOSED, "held and evaluated" },
	{ "cancelled", PMO_STATE_CLOSED, "will not be held" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "schedule", .from = "planned", .to = "scheduled", .needs = "start trainer",
	  .help = "date and trainer stand" },
	{ .verb = "deliver", .from = "scheduled", .to = "delivered", .help = "was held" },
	{ .verb = "evaluate", .from = "delivered", .to = "evaluated", .needs = "evaluation",
	  .help = "is evaluated" },
	{ .verb = "cancel", .from = "planned|scheduled", .to = "cancelled", .needs = "note",
	  .help = "will not be held" },
	{ .verb = "reopen", .from = "cancelled|delivered", .to = "planned", .needs = "note",
	  .help = "will be held after all" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "training-overbooked", PMO_WARNING, "seats_left < 0",
	  "has more people than seats", "enrolled", NULL },
	{ "training-ends-before-start", PMO_WARNING, "end < start",
	  "ends {end}, before it starts {start}", "end", NULL },
	{ "training-unstaffed", PMO_ADVICE, "open and start < today + 10d and not trainer",
	  "is within 10 days and has no trainer", "trainer", NULL },
	{ "training-no-backfill", PMO_ADVICE,
	  "status = scheduled and start < today + 20d and not backfill",
	  "is within 20 days, and nobody stands in", "backfill", NULL },
	{ "training-unevaluated", PMO_ADVICE, "status = delivered and end < today - 10d",
	  "was held {end} and is not evaluated", "evaluation", NULL },
	{ 0 },
};

const struct pmo_register register_training = {
	.name = "training",
	.plural = "trainings",
	.prefix = "TRG",
	.help = "training sessions, seats and who was trained",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.place = "training",
	.due = "start",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id start title trainer seats_left trained status",
	.sort = "start id",
};
