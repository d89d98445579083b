/* What several registers say in the same words. */
#include "registers.h"

const char *const register_levels[] = { "low", "medium", "high", NULL };

const char *const register_priorities[] = { "high", "normal", "low", NULL };

const char *const register_severities[] = { "S1", "S2", "S3", "S4", NULL };

const char *const register_weekdays[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL };

const char *const register_verdicts[] = { "pending",  "approved", "rejected",
					  "deferred", "returned", NULL };

const struct pmo_field register_approval_members[] = {
	{ .name = "person", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED,
	  .help = "who decides" },
	{ .name = "decision", .kind = PMO_CHOICE, .choices = register_verdicts, .flags = PMO_NEEDED,
	  .help = "what was decided" },
	{ .name = "date", .kind = PMO_DATE, .help = "when" },
	{ .name = "role", .kind = PMO_TEXT, .help = "in which role" },
	{ .name = "level", .kind = PMO_INTEGER, .range = "1..4", .help = "level of authority" },
	{ .name = "conditions", .kind = PMO_TEXT, .help = "on what condition" },
	{ 0 },
};

const struct pmo_field register_criterion_members[] = {
	{ .name = "text", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what must be so" },
	{ .name = "met", .kind = PMO_YES_NO, .help = "whether it is" },
	{ .name = "evidence", .kind = PMO_TEXT, .help = "what shows it" },
	{ 0 },
};

static const char *const leave_kinds[] = { "vacation", "sick", "training", "shift", NULL };

const struct pmo_field register_leave_members[] = {
	{ .name = "from", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "first day away" },
	{ .name = "to", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "last day away" },
	{ .name = "kind", .kind = PMO_CHOICE, .choices = leave_kinds, .help = "why" },
	{ .name = "delegate", .kind = PMO_REF, .to = "person", .help = "who stands in" },
	{ 0 },
};

const struct pmo_field register_cost_members[] = {
	{ .name = "line", .kind = PMO_REF, .to = "budget", .flags = PMO_NEEDED,
	  .help = "budget line" },
	{ .name = "amount", .kind = PMO_MONEY, .flags = PMO_NEEDED, .help = "how much there" },
	{ 0 },
};

static const char *const link_types[] = { "FS", "SS", "FF", "SF", NULL };

const struct pmo_field register_link_members[] = {
	{ .name = "task", .kind = PMO_REF, .to = "task|milestone", .flags = PMO_NEEDED,
	  .help = "what it waits for" },
	{ .name = "type", .kind = PMO_CHOICE, .choices = link_types,
	  .help = "finish to start when absent" },
	{ .name = "lag", .kind = PMO_DURATION, .flags = PMO_SIGNED,
	  .help = "time between the two, a lead with a minus" },
	{ .name = "lag_share", .kind = PMO_PERCENT,
	  .help = "the same as a share of the predecessor's duration" },
	{ .name = "calendar", .kind = PMO_REF, .to = "calendar",
	  .help = "whose days the lag counts; the project's when absent" },
	{ 0 },
};

static const char *const constraint_kinds[] = { "asap", "alap", "snet", "snlt", "fnet",
						"fnlt", "mso",  "mfo",  NULL };

const struct pmo_field register_constraint_members[] = {
	{ .name = "kind", .kind = PMO_CHOICE, .choices = constraint_kinds, .flags = PMO_NEEDED,
	  .help = "start or finish, no earlier, no later or on the day" },
	{ .name = "date", .kind = PMO_DATE, .help = "the day" },
	{ 0 },
};
