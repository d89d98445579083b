/*
 * Status reports as they were sent. A snapshot is immutable once sent: trends and "what
 * changed" are read from it, never computed again. A color that was overridden shows both.
 */
#include "registers.h"

static const char *const kinds[] = {
	"weekly", "biweekly", "monthly", "executive", "closeout", NULL
};

static const char *const areas[] = { "scope", "schedule", "cost", "risk", "overall", NULL };

static const char *const colors[] = { "G", "Y", "R", "N", "H", NULL };

static const struct pmo_field rag_members[] = {
	{ .name = "area", .kind = PMO_CHOICE, .choices = areas, .flags = PMO_NEEDED,
	  .help = "which" },
	{ .name = "computed", .kind = PMO_CHOICE, .choices = colors, .flags = PMO_NEEDED,
	  .help = "what the figures say; N not rated, H on hold" },
	{ .name = "reported", .kind = PMO_CHOICE, .choices = colors,
	  .help = "what was said instead" },
	{ .name = "reason", .kind = PMO_TEXT, .help = "why" },
	{ .name = "path_to_green", .kind = PMO_TEXT, .help = "how it gets better" },
	{ .name = "by", .kind = PMO_REF, .to = "person", .help = "who says another color" },
	{ .name = "date", .kind = PMO_DATE, .help = "when they said so" },
	{ 0 },
};

static const struct pmo_field value_members[] = {
	{ .name = "name", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "spi, eac, tasks_done" },
	{ .name = "value", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "as it was printed" },
	{ 0 },
};

static const struct pmo_field milestone_members[] = {
	{ .name = "milestone", .kind = PMO_REF, .to = "milestone", .flags = PMO_NEEDED,
	  .help = "which" },
	{ .name = "forecast", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "date then expected" },
	{ 0 },
};

static const struct pmo_field record_members[] = {
	{ .name = "ref", .kind = PMO_REF, .flags = PMO_NEEDED, .help = "which record" },
	{ .name = "state", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "its state then" },
	{ .name = "score", .kind = PMO_INTEGER, .help = "score of a risk" },
	{ 0 },
};

static const char *const doings[] = { "finish", "start", NULL };

static const struct pmo_field planned_members[] = {
	{ .name = "item", .kind = PMO_REF, .to = "task|milestone", .flags = PMO_NEEDED,
	  .help = "which" },
	{ .name = "what", .kind = PMO_CHOICE, .choices = doings, .flags = PMO_NEEDED,
	  .help = "to be started or finished" },
	{ .name = "date", .kind = PMO_DATE, .help = "day then expected" },
	{ 0 },
};

static const struct pmo_field section_members[] = {
	{ .name = "name", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "which section" },
	{ .name = "text", .kind = PMO_PROSE, .help = "what a person wrote there" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "kind", .kind = PMO_CHOICE, .choices = kinds, .help = "weekly when absent" },
	{ .name = "period_start", .kind = PMO_DATE, .flags = PMO_NEEDED, .label = "from",
	  .help = "first day" },
	{ .name = "period_end", .kind = PMO_DATE, .flags = PMO_NEEDED, .label = "to",
	  .help = "last day" },
	{ .name = "as_of", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "day of the figures" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .was = "prepared_by", .start = "me", .help = "who prepares it" },
	{ .name = "summary", .kind = PMO_PROSE, .flags = PMO_NEEDED,
	  .help = "the week in three sentences" },
	{ .name = "schedule_comment", .kind = PMO_PROSE, .help = "why dates moved" },
	{ .name = "cost_comment", .kind = PMO_PROSE, .help = "why money moved" },
	{ .name = "scope_comment", .kind = PMO_PROSE, .help = "what was added or left out" },
	{ .name = "risk_comment", .kind = PMO_PROSE, .help = "what to watch" },
	{ .name = "sections", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = section_members,
	  .help = "other texts" },
	{ .name = "rag", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = rag_members,
	  .brief = "area computed reported? reason?", .help = "colors: schedule Y" },
	{ .name = "overall", .kind = PMO_CHOICE, .choices = colors, .label = "color",
	  .derive = "if(any(rag, area = overall and (reported = R or (computed = R and not "
		    "reported))), R, if(any(rag, area = overall and (reported = Y or (computed = "
		    "Y and not reported))), Y, if(any(rag, area = overall and (reported = G or "
		    "(computed = G and not reported))), G, if(any(rag, area = overall and "
		    "computed = H), H, N))))",
	  .help = "overall color as reported" },
	{ .name = "metrics", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = value_members,
	  .help = "computed values as they were" },
	{ .name = "milestones", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = milestone_members,
	  .brief = "milestone forecast", .help = "forecasts as they were: MS-007 2027-03-16" },
	{ .name = "records", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = record_members,
	  .help = "open issues and risks as they were" },
	{ .name = "planned", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = planned_members,
	  .brief = "item what date?",
	  .help = "what was to be done in the next period: TSK-026 finish 2026-11-20" },
	{ .name = "commit", .kind = PMO_TEXT, .help = "the commit of the data" },
	{ .name = "rules", .kind = PMO_TEXT, .help = "version of the rules of the colors" },
	{ .name = "sent_to", .kind = PMO_TEXT, .flags = PMO_LIST, .help = "who got it" },
	{ .name = "sent", .kind = PMO_DATE, .help = "when" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "draft", PMO_STATE_OPEN, "being written" },
	{ "sent", PMO_STATE_CLOSED, "out, and never changed again" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "send", .from = "draft", .to = "sent", .needs = "summary",
	  .guard = "all(rag, not reported or reported = computed or reason)",
	  .refusal = "a color that is said otherwise than computed needs its reason: "
		     "rag.AREA.reason=…",
	  .sets = "sent=today", .help = "is out" },
	{ 0 },
};

static const struct pmo_control controls[] = {
	{ "report-not-computed", "send", "not metrics", "its figures are computed when it is sent",
	  "pmo status --send" },
	{ "report-override-person", "send",
	  "any(rag, reported and reported != computed and not (acts_for(by, project.pm, date) or "
	  "acts_for(by, project.sponsor, date)))",
	  "only {project.pm} and {project.sponsor} may report another color than the computed one",
	  "pmo status --override AREA=COLOR --by {project.pm} --note WHY" },
	{ "report-override-far", "send",
	  "any(rag, (computed = R and reported = G) or (computed = G and reported = R))",
	  "reports a color two steps from the computed one",
	  "a color moves by one step at a time" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "report-ends-before-start", PMO_WARNING, "period_end < period_start",
	  "ends {period_end}, before it starts {period_start}", "period_end", NULL },
	{ "report-color-unexplained", PMO_WARNING,
	  "any(rag, reported and reported != computed and not reason)",
	  "says a color otherwise than computed, without a reason", "rag", NULL },
	{ 0 },
};

const struct pmo_register register_report = {
	.name = "report",
	.plural = "reports",
	.prefix = "RPT",
	.help = "status reports as they were sent",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.due = "period_end",
	.fixed = "sent",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.controls = controls,
	.columns = "id title period_end overall owner sent status",
	.sort = "-period_end id",
};
