/*
 * What may happen: threats and opportunities, with their statement in three parts
 * (because of a cause, an event may occur, leading to an effect).
 *
 * Inherent and residual figures are both kept. Bands and the anchors of probability
 * (10, 30, 50, 70, 90 %) are derived fields over limits that an organization can set.
 */
#include "registers.h"

static const char *const kinds[] = { "threat", "opportunity", NULL };

static const char *const categories[] = { "schedule",  "cost",       "scope",    "quality",
					  "technical", "vendor",     "resource", "security",
					  "legal",     "org_change", "external", NULL };

static const char *const proximities[] = { "imminent", "within_phase", "within_project", "beyond",
					   NULL };

static const char *const strategies[] = { "avoid",   "transfer", "mitigate", "exploit", "share",
					  "enhance", "accept",   "escalate", NULL };

static const char *const bands[] = { "unrated", "low", "medium", "high", "critical", NULL };

static const struct pmo_field fields[] = {
	{ .name = "kind", .kind = PMO_CHOICE, .choices = kinds, .help = "threat when absent" },
	{ .name = "category", .kind = PMO_CHOICE, .choices = categories, .flags = PMO_NEEDED,
	  .help = "where it comes from" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "the one person who watches it" },
	{ .name = "cause", .kind = PMO_TEXT, .flags = PMO_NEEDED | PMO_WIDE,
	  .help = "because of what" },
	{ .name = "event", .kind = PMO_TEXT, .flags = PMO_NEEDED | PMO_WIDE,
	  .help = "what may occur" },
	{ .name = "effect", .kind = PMO_TEXT, .flags = PMO_NEEDED | PMO_WIDE,
	  .help = "what that would lead to" },
	{ .name = "probability", .kind = PMO_INTEGER, .range = "1..5",
	  .flags = PMO_NEEDED | PMO_TRACKED, .help = "1 about 10 %, 3 about even, 5 about 90 %" },
	{ .name = "impact", .kind = PMO_INTEGER, .range = "1..5", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "1 under 1 % of cost or time, 3 up to 10 %, 5 over 20 %" },
	{ .name = "impact_schedule", .kind = PMO_INTEGER, .range = "1..5",
	  .help = "on dates alone" },
	{ .name = "impact_cost", .kind = PMO_INTEGER, .range = "1..5", .help = "on money alone" },
	{ .name = "impact_quality", .kind = PMO_INTEGER, .range = "1..5",
	  .help = "on quality alone" },
	{ .name = "score", .kind = PMO_INTEGER, .derive = "probability * impact",
	  .help = "probability times impact, 1 to 25" },
	{ .name = "band", .kind = PMO_CHOICE, .choices = bands,
	  .derive = "if(score <= limit(risk.low), low, if(score <= limit(risk.medium), medium, "
		    "if(score <= limit(risk.high), high, if(score, critical, unrated))))",
	  .help = "low to 4, medium to 9, high to 15, then critical, or other limits" },
	{ .name = "exposure_cost", .kind = PMO_MONEY, .range = "0..",
	  .help = "what it would cost" },
	{ .name = "exposure_days", .kind = PMO_DURATION, .range = "0..",
	  .help = "how long it would hold things up" },
	{ .name = "emv", .kind = PMO_MONEY,
	  .derive = "exposure_cost * (probability * 20 - 10) / 100", .label = "expected cost",
	  .help = "exposure times the anchor of its probability" },
	{ .name = "emv_days", .kind = PMO_DURATION,
	  .derive = "exposure_days * (probability * 20 - 10) / 100", .label = "expected days",
	  .help = "the same for time" },
	{ .name = "proximity", .kind = PMO_CHOICE, .choices = proximities,
	  .help = "how soon; imminent is within 10 days" },
	{ .name = "strategy", .kind = PMO_CHOICE, .choices = strategies, .flags = PMO_TRACKED,
	  .when = "status in [active, watch]", .help = "what is done about it" },
	{ .name = "response", .kind = PMO_PROSE, .when = "status in [active, watch]",
	  .help = "the strategy in words" },
	{ .name = "plan", .kind = PMO_REF, .to = "action", .flags = PMO_LIST,
	  .help = "actions of the response" },
	{ .name = "trigger", .kind = PMO_PROSE, .when = "status in [active, watch]",
	  .help = "how one sees that it is about to occur" },
	{ .name = "contingency", .kind = PMO_PROSE, .help = "what is done when it occurs" },
	{ .name = "residual_probability", .kind = PMO_INTEGER, .range = "1..5", .was = "residual_p",
	  .flags = PMO_TRACKED, .help = "after the response" },
	{ .name = "residual_impact", .kind = PMO_INTEGER, .range = "1..5", .was = "residual_i",
	  .flags = PMO_TRACKED, .help = "after the response" },
	{ .name = "residual_score", .kind = PMO_INTEGER,
	  .derive = "residual_probability * residual_impact", .label = "residual",
	  .help = "score after the response" },
	{ .name = "actionee", .kind = PMO_REF, .to = "person",
	  .help = "who carries the response out" },
	{ .name = "accepted_by", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "decision",
	  .help = "the sponsor's decision to accept it" },
	{ .name = "identified", .kind = PMO_DATE, .flags = PMO_TRACKED, .start = "today",
	  .help = "when it was seen" },
	{ .name = "next_review", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .label = "review", .help = "when its owner looks at it again" },
	{ .name = "occurred_on", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when it happened" },
	{ .name = "became", .kind = PMO_REF, .to = "issue", .help = "the issue it turned into" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "identified", PMO_STATE_OPEN, "seen, not yet rated" },
	{ "analysed", PMO_STATE_OPEN, "rated, no response yet" },
	{ "active", PMO_STATE_OPEN, "its response is under way" },
	{ "watch", PMO_STATE_OPEN, "nothing to do but look" },
	{ "occurred", PMO_STATE_CLOSED, "it happened and is an issue now" },
	{ "closed", PMO_STATE_CLOSED, "cannot happen any more" },
	{ "retired", PMO_STATE_CLOSED, "no longer worth watching" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "analyse", .from = "identified", .to = "analysed",
	  .needs = "probability impact owner", .help = "rates it" },
	{ .verb = "activate", .from = "analysed|watch", .to = "active",
	  .needs = "strategy response next_review", .help = "its response begins" },
	{ .verb = "watch", .from = "analysed|active", .to = "watch", .needs = "next_review",
	  .help = "nothing to do but look" },
	{ .verb = "occur", .from = "identified|analysed|active|watch", .to = "occurred",
	  .sets = "occurred_on=today", .effect = "occur",
	  .help = "it happened: an issue takes over" },
	{ .verb = "close", .from = "active", .to = "closed", .needs = "note",
	  .help = "it cannot happen any more" },
	{ .verb = "close", .from = "identified|analysed|watch|occurred", .to = "closed",
	  .help = "it cannot happen any more" },
	{ .verb = "retire", .from = "identified|analysed|active|watch", .to = "retired",
	  .help = "it is no longer worth watching" },
	{ .verb = "reopen", .from = "occurred|closed|retired", .to = "active", .needs = "note",
	  .help = "it may happen after all" },
	{ 0 },
};

static const struct pmo_control controls[] = {
	{ "risk-acceptance", "activate|watch",
	  "strategy = accept and score >= limit(risk.plan) and not (accepted_by.status = made and "
	  "acts_for(accepted_by.owner, project.sponsor, accepted_by.date))",
	  "it scores {score}, and from {limit(risk.plan)} on a risk is accepted by a decision of "
	  "the sponsor {project.sponsor} only",
	  "pmo decision add \"Accept {id}\" owner={project.sponsor}, then accepted_by=DEC-…" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "risk-no-plan", PMO_WARNING,
	  "status in [active, watch] and score >= limit(risk.plan) and not kind = opportunity and "
	  "not strategy = accept and not any(plan, it.due)",
	  "scores {score} and has no action with a date ({limit(risk.plan)} asks for one)",
	  "plan", "pmo set {id} plan+=ACT-…" },
	{ "risk-accepted-alone", PMO_WARNING,
	  "open and strategy = accept and score >= limit(risk.plan) and not accepted_by",
	  "scores {score} and is accepted without a decision of the sponsor", "strategy",
	  "pmo set {id} accepted_by=DEC-…" },
	{ "risk-strategy-kind", PMO_WARNING,
	  "(kind = opportunity and strategy in [avoid, transfer, mitigate]) or "
	  "(not kind = opportunity and strategy in [exploit, share, enhance])",
	  "is {kind} with the strategy {strategy}", "strategy",
	  "threats: avoid transfer mitigate accept; opportunities: exploit share enhance accept" },
	{ "risk-impact-differs", PMO_WARNING,
	  "impact != max(impact_schedule, impact_cost, impact_quality)",
	  "has impact {impact}, its parts say {max(impact_schedule, impact_cost, impact_quality)}",
	  "impact", NULL },
	{ "risk-residual-higher", PMO_WARNING, "residual_score > score and not kind = opportunity",
	  "scores {residual_score} after the response, {score} before", "residual_probability",
	  NULL },
	{ "risk-review-far", PMO_ADVICE,
	  "open and next_review > today + if(band = critical, limit(risk.review_critical), "
	  "if(band = high, limit(risk.review_high), if(band = medium, "
	  "limit(risk.review_medium), limit(risk.review_low))))",
	  "is {band}, and its next review is in {days(today, next_review)} d", "next_review",
	  "critical {limit(risk.review_critical)}, high {limit(risk.review_high)}, medium "
	  "{limit(risk.review_medium)}, low {limit(risk.review_low)}" },
	{ "risk-no-residual", PMO_ADVICE,
	  "status = active and score >= limit(risk.plan) and not residual_score and not strategy "
	  "= accept",
	  "does not say what remains after the response", "residual_probability", NULL },
	{ "risk-occurred-loose", PMO_WARNING, "status = occurred and not became",
	  "occurred, and no issue took over", "became", "pmo set {id} became=ISS-…" },
	{ 0 },
};

const struct pmo_register register_risk = {
	.name = "risk",
	.plural = "risks",
	.prefix = "RSK",
	.help = "what may happen, and what is done about it",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.due = "next_review",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.controls = controls,
	.columns = "id title score band owner next_review status",
	.sort = "-score next_review id",
};
