/*
 * What makes a color (the figures are limits, named rag.*, that an organization can set).
 * Red at more than 10 % and yellow at more than 5 % is what most states ask for.
 */
#include "rag.h"

#define PENDING   "status in [submitted, in_analysis, in_review, deferred]"
#define OPEN_RISK "open and not kind = opportunity"
#define BUDGET    "those(budget, not category in [contingency, reserve])"
#define RESERVE   "those(budget, category = contingency)"
#define AGREED	  "[approved, implemented, verified]"
#define MUSTS	  "those(requirement, priority = must and status in " AGREED ")"

static const char over_budget[] =
	"(sum(" BUDGET ", eac) - sum(" BUDGET ", current)) / sum(" BUDGET ", current) * 100";
static const char reserve_left[] = "if(count(" RESERVE ") > 0, sum(" RESERVE ", available))";

const struct rag_rule rag_rules[] = {
	{ PMO_RAG_SCOPE, 'R', "scope-unapproved", RAG_ASK,
	  "those(change, status in [draft, submitted, in_analysis, in_review, deferred, rejected, "
	  "withdrawn] and (count(those(transfer, change = this)) > 0 or any(links, "
	  "it.actual_start)))",
	  RAG_ABOVE, NULL, RAG_COUNTED, "under way without approval: $which" },
	{ PMO_RAG_SCOPE, 'R', "scope-executive", RAG_ASK,
	  "those(change, " PENDING " and required_level >= 4)", RAG_ABOVE, NULL, RAG_COUNTED,
	  "waiting for the executive: $which" },
	{ PMO_RAG_SCOPE, 'R', "scope-growth", RAG_ASK,
	  "sum(those(change, status in [approved, implemented, closed] and type = scope), "
	  "impact_cost) / budget_authorized * 100",
	  RAG_ABOVE, "limit(rag.scope_red)", RAG_SHARE,
	  "approved changes of scope are $value of the budget, limit $limit" },
	{ PMO_RAG_SCOPE, 'Y', "scope-pending", RAG_ASK,
	  "those(change, " PENDING " and required_level in [2, 3])", RAG_ABOVE, NULL, RAG_COUNTED,
	  "waiting for the sponsor or the board: $which" },
	{ PMO_RAG_SCOPE, 'Y', "scope-undecided", RAG_ASK,
	  "those(change, " PENDING " and submitted + limit(change.decide) < today)", RAG_ABOVE,
	  NULL, RAG_COUNTED, "undecided for more than {limit(change.decide)}: $which" },
	{ PMO_RAG_SCOPE, 'Y', "scope-untraced", RAG_ASK,
	  "count(" MUSTS ", it.tests = 0 or not it.delivered_by) * 100 / count(" MUSTS ")",
	  RAG_ABOVE, "limit(rag.musts_yellow)", RAG_SHARE,
	  "$value of the musts have no test or no delivery, limit $limit" },
	{ PMO_RAG_SCOPE, 'G', "scope-calm", RAG_ASK, "0", RAG_ALWAYS, NULL, RAG_COUNTED,
	  "no change is waiting" },

	{ PMO_RAG_SCHEDULE, 'R', "schedule-slip", RAG_SLIP_SHARE, NULL, RAG_ABOVE,
	  "limit(rag.schedule_red)", RAG_SHARE, "$value late ($days), limit $limit" },
	{ PMO_RAG_SCHEDULE, 'R', "schedule-mandatory", RAG_MANDATORY, NULL, RAG_ABOVE, NULL,
	  RAG_COUNTED, "the mandatory date of $which has passed" },
	{ PMO_RAG_SCHEDULE, 'R', "schedule-spi", RAG_SPI, NULL, RAG_BELOW, "limit(rag.spi_red)",
	  RAG_RATIO, "SPI $value, limit $limit" },
	{ PMO_RAG_SCHEDULE, 'Y', "schedule-slip", RAG_SLIP_SHARE, NULL, RAG_ABOVE,
	  "limit(rag.schedule_yellow)", RAG_SHARE, "$value late ($days), limit $limit" },
	{ PMO_RAG_SCHEDULE, 'Y', "schedule-tolerance", RAG_SLIP_DAYS, NULL, RAG_ABOVE,
	  "tolerance.schedule", RAG_DAYS, "$days late, the charter allows $limit" },
	{ PMO_RAG_SCHEDULE, 'Y', "schedule-spi", RAG_SPI, NULL, RAG_BELOW, "limit(rag.spi_yellow)",
	  RAG_RATIO, "SPI $value, limit $limit" },
	{ PMO_RAG_SCHEDULE, 'Y', "schedule-critical", RAG_CRITICAL, NULL, RAG_ABOVE,
	  "limit(rag.critical_late)", RAG_DAYS,
	  "critical task $which is $value late, limit $limit" },
	{ PMO_RAG_SCHEDULE, 'Y', "schedule-missed", RAG_MISSED, NULL, RAG_ABOVE,
	  "limit(rag.critical_late)", RAG_DAYS,
	  "the date typed for $which passed $value ago, limit $limit" },
	{ PMO_RAG_SCHEDULE, 'G', "schedule-calm", RAG_SLIP_DAYS, NULL, RAG_ALWAYS, NULL, RAG_DAYS,
	  "go-live $days" },

	{ PMO_RAG_COST, 'R', "cost-forecast", RAG_ASK, over_budget, RAG_ABOVE,
	  "limit(rag.cost_red)", RAG_SHARE, "forecast $value over budget, limit $limit" },
	{ PMO_RAG_COST, 'R', "cost-contingency", RAG_ASK, reserve_left, RAG_BELOW, "0.00",
	  RAG_MONEY, "contingency is overdrawn: $value" },
	{ PMO_RAG_COST, 'R', "cost-cpi", RAG_CPI, NULL, RAG_BELOW, "limit(rag.cpi_red)", RAG_RATIO,
	  "CPI $value, limit $limit" },
	{ PMO_RAG_COST, 'Y', "cost-forecast", RAG_ASK, over_budget, RAG_ABOVE,
	  "limit(rag.cost_yellow)", RAG_SHARE, "forecast $value over budget, limit $limit" },
	{ PMO_RAG_COST, 'Y', "cost-cpi", RAG_CPI, NULL, RAG_BELOW, "limit(rag.cpi_yellow)",
	  RAG_RATIO, "CPI $value, limit $limit" },
	{ PMO_RAG_COST, 'Y', "cost-exposure", RAG_ASK, reserve_left, RAG_BELOW,
	  "sum(those(risk, " OPEN_RISK "), emv)", RAG_MONEY,
	  "contingency $value, open threats weigh $limit" },
	{ PMO_RAG_COST, 'G', "cost-calm", RAG_ASK, over_budget, RAG_ALWAYS,
	  "limit(rag.cost_yellow)", RAG_SHARE, "forecast $signed against budget, limit $limit" },

	{ PMO_RAG_RISK, 'R', "risk-score", RAG_ASK,
	  "those(risk, " OPEN_RISK " and score >= limit(rag.risk_red))", RAG_ABOVE, NULL,
	  RAG_COUNTED, "risk of {limit(rag.risk_red)} or more: $which (score {score})" },
	{ PMO_RAG_RISK, 'R', "risk-unplanned", RAG_ASK,
	  "those(risk, " OPEN_RISK " and band = critical and not any(plan, it.due))", RAG_ABOVE,
	  NULL, RAG_COUNTED, "critical without a dated plan: $which" },
	{ PMO_RAG_RISK, 'R', "issue-urgent", RAG_ASK,
	  "those(issue, open and priority = P1 and due < today)", RAG_ABOVE, NULL, RAG_COUNTED,
	  "P1 and past due: $which" },
	{ PMO_RAG_RISK, 'R', "escalation-expired", RAG_ASK,
	  "those(escalation, status in [sent, acknowledged] and due < today)", RAG_ABOVE, NULL,
	  RAG_COUNTED, "call without an answer: $which (due {due})" },
	{ PMO_RAG_RISK, 'Y', "risk-critical", RAG_ASK,
	  "those(risk, " OPEN_RISK " and band = critical)", RAG_ABOVE, NULL, RAG_COUNTED,
	  "critical: $which (score {score}, above {limit(risk.high)})" },
	{ PMO_RAG_RISK, 'Y', "risks-high", RAG_ASK, "those(risk, " OPEN_RISK " and band = high)",
	  RAG_AT_LEAST, "limit(rag.risks_yellow)", RAG_COUNTED, "$value high risks, limit $limit" },
	{ PMO_RAG_RISK, 'Y', "issue-level", RAG_ASK,
	  "those(issue, open and escalation_level >= limit(rag.level_yellow))", RAG_ABOVE, NULL,
	  RAG_COUNTED, "issue at level {limit(rag.level_yellow)} or above: $which" },
	{ PMO_RAG_RISK, 'Y', "actions-overdue", RAG_ASK,
	  "those(action, overdue and count(those(risk, open and plan = this)) > 0)", RAG_AT_LEAST,
	  "limit(rag.actions_yellow)", RAG_COUNTED,
	  "$value overdue actions of risks, limit $limit" },
	{ PMO_RAG_RISK, 'G', "risk-calm", RAG_ASK, "0", RAG_ALWAYS, NULL, RAG_COUNTED,
	  "no critical risk" },
	{ 0 },
};

static const char *const scope_inputs[] = { "change", "requirement", NULL };
static const char *const schedule_inputs[] = { "baseline", NULL };
static const char *const cost_inputs[] = { "budget",   "expense",  "purchase",
					   "contract", "transfer", NULL };
static const char *const risk_inputs[] = { "risk", "issue", "escalation", NULL };

const char *const *const rag_inputs[PMO_RAG_OVERALL] = {
	[PMO_RAG_SCOPE] = scope_inputs,
	[PMO_RAG_SCHEDULE] = schedule_inputs,
	[PMO_RAG_COST] = cost_inputs,
	[PMO_RAG_RISK] = risk_inputs,
};
