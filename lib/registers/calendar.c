/*
 * Working days. Holidays are explicit dates, because orders fix them: rule_set and observe
 * only say how they were generated. Freezes are spans in which something must not happen.
 */
#include "registers.h"

static const char *const observances[] = { "nearest", "none", "sunday_only", NULL };

static const struct pmo_field holiday_members[] = {
	{ .name = "date", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "the day" },
	{ .name = "name", .kind = PMO_TEXT, .help = "what it is called" },
	{ 0 },
};

static const struct pmo_field hour_members[] = {
	{ .name = "day", .kind = PMO_CHOICE, .choices = register_weekdays, .flags = PMO_NEEDED,
	  .help = "day of the week" },
	{ .name = "from", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "time, 08:00" },
	{ .name = "to", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "time, 12:00" },
	{ 0 },
};

static const struct pmo_field exception_members[] = {
	{ .name = "from", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "first day" },
	{ .name = "to", .kind = PMO_DATE, .help = "last day; the same when absent" },
	{ .name = "hours", .kind = PMO_TEXT,
	  .help = "08:00-12:00,13:00-15:00; not worked when absent" },
	{ .name = "name", .kind = PMO_TEXT, .help = "what it is called" },
	{ 0 },
};

static const char *const freeze_kinds[] = { "change", "training", "leave", NULL };

static const struct pmo_field freeze_members[] = {
	{ .name = "from", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "first day" },
	{ .name = "to", .kind = PMO_DATE, .flags = PMO_NEEDED, .help = "last day" },
	{ .name = "kind", .kind = PMO_CHOICE, .choices = freeze_kinds,
	  .help = "what must not happen; changes when absent" },
	{ .name = "reason", .kind = PMO_TEXT, .help = "why" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "name", .kind = PMO_TEXT, .flags = PMO_NEEDED | PMO_WIDE,
	  .help = "whose days these are" },
	{ .name = "aka", .kind = PMO_TEXT, .flags = PMO_LIST, .help = "former handles" },
	{ .name = "weekend", .kind = PMO_CHOICE, .choices = register_weekdays, .flags = PMO_LIST,
	  .help = "days not worked; sat and sun when absent, none for shifts" },
	{ .name = "rule_set", .kind = PMO_TEXT,
	  .help = "rules the holidays came from, us_federal" },
	{ .name = "observe", .kind = PMO_CHOICE, .choices = observances,
	  .help = "where holidays on a weekend go" },
	{ .name = "holidays", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_NEEDED,
	  .members = holiday_members, .brief = "date name?", .help = "days not worked" },
	{ .name = "base", .kind = PMO_REF, .to = "calendar",
	  .help = "the calendar that this one adds to" },
	{ .name = "hours", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = hour_members,
	  .brief = "day from-to", .help = "when work is done; whole days when absent" },
	{ .name = "exceptions", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = exception_members,
	  .brief = "from..to hours?",
	  .help = "days with other hours: a half day, a Saturday worked" },
	{ .name = "uid", .kind = PMO_INTEGER, .range = "0..", .help = "its number in MS Project" },
	{ .name = "freezes", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = freeze_members,
	  .brief = "from..to kind? reason?", .help = "spans in which something must not happen" },
	{ .name = "last_holiday", .kind = PMO_DATE, .derive = "max(holidays, date)",
	  .label = "known to", .help = "how far the holidays are known" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "freeze-ends-before-start", PMO_WARNING, "any(freezes, to < from)",
	  "has a freeze that ends before it begins", "freezes", NULL },
	{ "calendar-runs-out", PMO_ADVICE, "last_holiday < today + 180cd",
	  "knows no holidays after {last_holiday}", "holidays", NULL },
	{ 0 },
};

const struct pmo_register register_calendar = {
	.name = "calendar",
	.plural = "calendars",
	.prefix = "CAL",
	.help = "working days, holidays, freezes",
	.scope = PMO_SCOPE_WORKSPACE,
	.layout = PMO_LAYOUT_FOLDER,
	.handles = true,
	.undated = true,
	.title = "name",
	.fields = fields,
	.rules = rules,
	.columns = "id name rule_set observe last_holiday",
	.sort = "id",
};
