/*
 * Three-point estimates of time or of cost. Expected and sigma are those of PERT,
 * (O + 4 M + P) / 6 and (P - O) / 6. A new estimate of the same thing is a new record.
 */
#include "registers.h"

static const struct pmo_field time_members[] = {
	{ .name = "optimistic", .kind = PMO_DURATION, .flags = PMO_NEEDED,
	  .help = "if all goes well" },
	{ .name = "most_likely", .kind = PMO_DURATION, .flags = PMO_NEEDED,
	  .help = "as things go" },
	{ .name = "pessimistic", .kind = PMO_DURATION, .flags = PMO_NEEDED,
	  .help = "if much goes wrong" },
	{ 0 },
};

static const struct pmo_field cost_members[] = {
	{ .name = "optimistic", .kind = PMO_MONEY, .flags = PMO_NEEDED,
	  .help = "if all goes well" },
	{ .name = "most_likely", .kind = PMO_MONEY, .flags = PMO_NEEDED, .help = "as things go" },
	{ .name = "pessimistic", .kind = PMO_MONEY, .flags = PMO_NEEDED,
	  .help = "if much goes wrong" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "for", .kind = PMO_REF, .to = "task|purchase|change",
	  .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "what is estimated" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .was = "by", .help = "who estimates it" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_TRACKED, .when = "status = requested",
	  .help = "when the answer is wanted" },
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_TRACKED, .when = "not status = requested",
	  .help = "when it was given" },
	{ .name = "time", .kind = PMO_STRUCT, .members = time_members, .flags = PMO_TRACKED,
	  .brief = "optimistic/most_likely/pessimistic",
	  .when = "not status = requested and not cost", .help = "days or hours: 20d/30d/52d" },
	{ .name = "cost", .kind = PMO_STRUCT, .members = cost_members, .flags = PMO_TRACKED,
	  .brief = "optimistic/most_likely/pessimistic", .help = "money: 4000.00/5500.00/9000.00" },
	{ .name = "basis", .kind = PMO_PROSE, .when = "not status = requested",
	  .help = "analogy, quote, experience" },
	{ .name = "confidence", .kind = PMO_CHOICE, .choices = register_levels,
	  .help = "how sure they are" },
	{ .name = "expected", .kind = PMO_DURATION,
	  .derive = "(time.optimistic + time.most_likely * 4 + time.pessimistic) / 6",
	  .help = "mean of the time" },
	{ .name = "sigma", .kind = PMO_DURATION,
	  .derive = "(time.pessimistic - time.optimistic) / 6", .help = "spread of the time" },
	{ .name = "expected_cost", .kind = PMO_MONEY,
	  .derive = "(cost.optimistic + cost.most_likely * 4 + cost.pessimistic) / 6",
	  .help = "mean of the cost" },
	{ .name = "sigma_cost", .kind = PMO_MONEY,
	  .derive = "(cost.pessimistic - cost.optimistic) / 6", .help = "spread of the cost" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "requested", PMO_STATE_OPEN, "asked for" },
	{ "received", PMO_STATE_OPEN, "given, not decided on" },
	{ "accepted", PMO_STATE_CLOSED, "planned with" },
	{ "rejected", PMO_STATE_CLOSED, "not planned with" },
	{ "superseded", PMO_STATE_CLOSED, "another one took its place" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "receive", .from = "requested", .to = "received", .guard = "time or cost",
	  .refusal = "an estimate has figures: time=3d/5d/9d or cost=400.00/500.00/900.00",
	  .sets = "date=today", .help = "is given" },
	{ .verb = "accept", .from = "received", .to = "accepted", .help = "is planned with" },
	{ .verb = "reject", .from = "received", .to = "rejected", .needs = "note",
	  .help = "is not planned with" },
	{ .verb = "supersede", .from = "received|accepted", .to = "superseded",
	  .help = "another one takes its place" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "estimate-order", PMO_WARNING,
	  "time.optimistic > time.most_likely or time.most_likely > time.pessimistic or "
	  "cost.optimistic > cost.most_likely or cost.most_likely > cost.pessimistic",
	  "is not in the order optimistic, most likely, pessimistic", NULL, NULL },
	{ "estimate-empty", PMO_WARNING, "status in [received, accepted] and not time and not cost",
	  "is {status} without figures", "time", "pmo set {id} time=3d/5d/9d" },
	{ "estimate-wide", PMO_ADVICE,
	  "time.pessimistic > time.optimistic * 4 or cost.pessimistic > cost.optimistic * 4",
	  "has a worst case over four times the best", NULL, NULL },
	{ "estimate-flat", PMO_ADVICE,
	  "time.optimistic = time.pessimistic or cost.optimistic = cost.pessimistic",
	  "has no spread, so it is a guess or a promise", NULL, NULL },
	{ "estimate-unplanned", PMO_ADVICE,
	  "status = accepted and for.state = not_started and for.duration < expected",
	  "expects {expected}, and {for} is planned with {for.duration}", "for",
	  "pmo estimate table has the duration to plan with" },
	{ 0 },
};

const struct pmo_register register_estimate = {
	.name = "estimate",
	.plural = "estimates",
	.prefix = "EST",
	.help = "three-point estimates of time and cost",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title for owner due expected status",
	.sort = "due id",
};
