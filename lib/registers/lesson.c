/* What the next project should know. */
#include "registers.h"

static const char *const types[] = { "project", "corporate", "both", NULL };

static const struct pmo_field fields[] = {
	{ .name = "type", .kind = PMO_CHOICE, .choices = types, .help = "for whom it is" },
	{ .name = "event", .kind = PMO_PROSE, .flags = PMO_NEEDED, .help = "what happened" },
	{ .name = "effect", .kind = PMO_PROSE, .flags = PMO_NEEDED, .help = "what came of it" },
	{ .name = "cause", .kind = PMO_PROSE, .help = "why it happened" },
	{ .name = "early_warning", .kind = PMO_PROSE, .help = "how one could have seen it" },
	{ .name = "recommendation", .kind = PMO_PROSE, .flags = PMO_NEEDED,
	  .help = "what to do next time" },
	{ .name = "was_risk", .kind = PMO_REF, .to = "risk", .help = "the risk, if one was known" },
	{ .name = "priority", .kind = PMO_CHOICE, .choices = register_priorities, .label = "prio",
	  .help = "how much it matters" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_TRACKED,
	  .was = "action_owner", .when = "status in [reviewed, published]",
	  .help = "who sees that it is applied" },
	{ .name = "applied_in", .kind = PMO_TEXT, .help = "where it was applied" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "captured", PMO_STATE_OPEN, "written down" },
	{ "reviewed", PMO_STATE_OPEN, "agreed on" },
	{ "published", PMO_STATE_OPEN, "others can read it" },
	{ "applied", PMO_STATE_CLOSED, "somebody did it" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "review", .from = "captured", .to = "reviewed", .needs = "recommendation",
	  .help = "is agreed on" },
	{ .verb = "publish", .from = "reviewed", .to = "published", .help = "others can read it" },
	{ .verb = "apply", .from = "published", .to = "applied", .needs = "applied_in",
	  .help = "somebody did it" },
	{ 0 },
};

const struct pmo_register register_lesson = {
	.name = "lesson",
	.plural = "lessons",
	.prefix = "LSN",
	.help = "what the next project should know",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.fields = fields,
	.states = states,
	.moves = moves,
	.columns = "id title type priority owner status",
	.sort = "id",
};
