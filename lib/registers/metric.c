/*
 * Measures of success: where it was, where it is to be, a value a period. How it stands
 * follows from the latest value; the next measurement from the latest date.
 */
#include "registers.h"

static const char *const directions[] = { "up", "down", NULL };

static const char *const frequencies[] = {
	"weekly", "monthly", "quarterly", "yearly", "once", NULL
};

static const struct pmo_field value_members[] = {
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "when it was measured" },
	{ .name = "value", .kind = PMO_NUMBER, .flags = PMO_NEEDED, .help = "what it was" },
	{ .name = "note", .kind = PMO_TEXT, .help = "what to know about it" },
	{ 0 },
};

static const char *const trends[] = { "down", "same", "up", NULL };

static const char *const ratings[] = { "no_data", "off", "near", "on_target", NULL };

static const struct pmo_field fields[] = {
	{ .name = "objective", .kind = PMO_TEXT, .help = "what it serves" },
	{ .name = "definition", .kind = PMO_PROSE, .flags = PMO_NEEDED,
	  .help = "exactly what is measured" },
	{ .name = "unit", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "seconds, %, days" },
	{ .name = "direction", .kind = PMO_CHOICE, .choices = directions, .flags = PMO_NEEDED,
	  .help = "where better is" },
	{ .name = "baseline", .kind = PMO_NUMBER, .help = "what it was before" },
	{ .name = "target", .kind = PMO_NUMBER, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "what it is to be" },
	{ .name = "threshold_yellow", .kind = PMO_NUMBER, .was = "threshold_amber",
	  .help = "from where on it is near" },
	{ .name = "source", .kind = PMO_TEXT, .help = "where the figure comes from" },
	{ .name = "frequency", .kind = PMO_CHOICE, .choices = frequencies,
	  .help = "how often it is measured" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who measures it" },
	{ .name = "due", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when it is measured first" },
	{ .name = "series", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = value_members,
	  .brief = "date value note?", .help = "values: 2026-11-20 99.6" },
	{ .name = "latest", .kind = PMO_NUMBER, .label = "now",
	  .derive = "max(series, if(date = max(series, date), value, min(series, value)))",
	  .help = "the latest value" },
	{ .name = "previous", .kind = PMO_NUMBER,
	  .derive = "last(only(series, date < max(series, date))).value",
	  .help = "the value before" },
	{ .name = "trend", .kind = PMO_CHOICE, .choices = trends,
	  .derive = "if(latest > previous, up, if(latest < previous, down, if(previous, same)))",
	  .help = "from the value before to the latest" },
	{ .name = "rating", .kind = PMO_CHOICE, .choices = ratings,
	  .derive = "if(not series, no_data, "
		    "if((direction = down and latest <= target) or "
		    "(not direction = down and latest >= target), on_target, "
		    "if((direction = down and latest <= threshold_yellow) or "
		    "(not direction = down and latest >= threshold_yellow), near, off)))",
	  .help = "how it stands against its target" },
	{ .name = "next_due", .kind = PMO_DATE, .label = "due",
	  .derive = "if(series and frequency in [weekly, monthly, quarterly, yearly], "
		    "max(series, date) + if(frequency = weekly, 7cd, if(frequency = monthly, "
		    "30cd, if(frequency = quarterly, 91cd, 365cd))), due)",
	  .help = "when it is measured next" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "defined", PMO_STATE_OPEN, "not measured yet" },
	{ "measuring", PMO_STATE_OPEN, "measured as it goes" },
	{ "achieved", PMO_STATE_CLOSED, "reached for good" },
	{ "missed", PMO_STATE_CLOSED, "not reached" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "start", .from = "defined", .to = "measuring", .needs = "target owner",
	  .help = "is measured from now on" },
	{ .verb = "achieve", .from = "measuring", .to = "achieved", .help = "is reached for good" },
	{ .verb = "miss", .from = "measuring", .to = "missed", .help = "is not reached" },
	{ .verb = "reopen", .from = "achieved|missed", .to = "measuring", .needs = "note",
	  .help = "is measured again" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "metric-threshold-side", PMO_WARNING,
	  "(direction = down and threshold_yellow < target) or "
	  "(direction = up and threshold_yellow > target)",
	  "has its yellow limit {threshold_yellow} on the good side of its target {target}",
	  "threshold_yellow", NULL },
	{ "metric-in-future", PMO_WARNING, "any(series, date > today)",
	  "has a value of the future", "series", NULL },
	{ "metric-unmeasured", PMO_ADVICE, "overdue",
	  "was to be measured by {next_due}", "series", "pmo set {id} series+='DATE VALUE'" },
	{ 0 },
};

const struct pmo_register register_metric = {
	.name = "metric",
	.plural = "metrics",
	.prefix = "KPI",
	.help = "measures of success, and how they stand",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.due = "next_due",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title latest target unit rating next_due",
	.sort = "id",
};
