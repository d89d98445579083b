/*
 * People and stakeholders of the workspace, under the handles that everybody says.
 *
 * Whether somebody is away follows from their leave. Leave that names a delegate moves
 * no tasks: the delegate works on.
 */
#include "registers.h"

static const char *const types[] = { "sponsor",   "team",     "vendor",          "customer",
				     "oversight", "end_user", "external_agency", NULL };

static const char *const attitudes[] = { "champion",  "supportive", "neutral",
					 "resistant", "unknown",    NULL };

static const char *const channels[] = { "email", "phone", "meeting", "portal", NULL };

static const struct pmo_field clearance_members[] = {
	{ .name = "kind", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "cjis, badge" },
	{ .name = "granted", .kind = PMO_DATE, .help = "since when" },
	{ .name = "expires", .kind = PMO_DATE, .help = "until when" },
	{ 0 },
};

static const char *const quadrants[] = { "monitor", "keep_informed", "keep_satisfied",
					 "manage_closely", NULL };

static const struct pmo_field fields[] = {
	{ .name = "name", .kind = PMO_TEXT, .flags = PMO_NEEDED | PMO_WIDE, .help = "full name" },
	{ .name = "aka", .kind = PMO_TEXT, .flags = PMO_LIST, .help = "former handles" },
	{ .name = "role", .kind = PMO_TEXT, .flags = PMO_NEEDED | PMO_WIDE,
	  .help = "what they do here" },
	{ .name = "org", .kind = PMO_TEXT, .flags = PMO_WIDE, .when = "not vendor",
	  .help = "department or organization" },
	{ .name = "vendor", .kind = PMO_REF, .to = "vendor", .help = "the vendor that sends them" },
	{ .name = "type", .kind = PMO_CHOICE, .choices = types, .flags = PMO_NEEDED,
	  .help = "how they stand to the project" },
	{ .name = "email", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "address for mail" },
	{ .name = "phone", .kind = PMO_TEXT, .help = "number to call" },
	{ .name = "delegate", .kind = PMO_REF, .to = "person", .was = "alt_contact",
	  .help = "whom to ask instead" },
	{ .name = "location", .kind = PMO_TEXT, .help = "where they sit" },
	{ .name = "timezone", .kind = PMO_TEXT, .help = "theirs, America/Chicago" },
	{ .name = "allocation", .kind = PMO_PERCENT, .range = "0..100",
	  .help = "share of their time that is planned with" },
	{ .name = "rate", .kind = PMO_MONEY, .flags = PMO_TRACKED, .range = "0..",
	  .help = "cost of an hour" },
	{ .name = "work_days", .kind = PMO_CHOICE, .choices = register_weekdays, .flags = PMO_LIST,
	  .help = "days they work; those of the calendar when absent" },
	{ .name = "calendar", .kind = PMO_REF, .to = "calendar", .help = "their own, for shifts" },
	{ .name = "leave", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = register_leave_members,
	  .brief = REGISTER_LEAVE_BRIEF, .help = "when they are away" },
	{ .name = "influence", .kind = PMO_INTEGER, .range = "1..5",
	  .help = "how much they can move" },
	{ .name = "interest", .kind = PMO_INTEGER, .range = "1..5",
	  .help = "how much it matters to them" },
	{ .name = "attitude", .kind = PMO_CHOICE, .choices = attitudes, .help = "how they see it" },
	{ .name = "desired_attitude", .kind = PMO_CHOICE, .choices = attitudes,
	  .help = "how they should see it" },
	{ .name = "engagement", .kind = PMO_PROSE, .help = "how they are kept on board" },
	{ .name = "comms_pref", .kind = PMO_CHOICE, .choices = channels,
	  .help = "how to reach them" },
	{ .name = "clearances", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = clearance_members,
	  .was = "clearance", .help = "background checks and badges" },
	{ .name = "start", .kind = PMO_DATE, .help = "first day here" },
	{ .name = "end", .kind = PMO_DATE, .flags = PMO_TRACKED, .help = "last day here" },
	{ .name = "quadrant", .kind = PMO_CHOICE, .choices = quadrants,
	  .derive = "if(influence >= 4, if(interest >= 4, manage_closely, keep_satisfied), "
		    "if(interest >= 4, keep_informed, monitor))",
	  .help = "how to treat them, from influence and interest" },
	{ .name = "away", .kind = PMO_YES_NO, .derive = "any(leave, from <= today and to >= today)",
	  .help = "whether they are on leave" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "active", PMO_STATE_OPEN, "here" },
	{ "prospective", PMO_STATE_OPEN, "named, but not here yet" },
	{ "departed", PMO_STATE_CLOSED, "gone; what they own needs somebody else" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "expect", .from = "active", .to = "prospective", .help = "will come later" },
	{ .verb = "join", .from = "prospective|departed", .to = "active", .sets = "start=today",
	  .help = "is here now" },
	{ .verb = "depart", .from = "active|prospective", .to = "departed", .sets = "end=today",
	  .help = "leaves for good" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "person-stays-departed", PMO_WARNING, "open and end < today",
	  "left {end}, but is {status}", "end", "pmo person depart HANDLE" },
	{ "person-own-delegate", PMO_WARNING, "delegate = id",
	  "stands in for themselves", "delegate", NULL },
	{ "leave-ends-before-start", PMO_WARNING, "any(leave, to < from)",
	  "has leave that ends before it begins", "leave", NULL },
	{ "clearance-expires", PMO_ADVICE,
	  "open and any(clearances, expires >= today and expires <= today + limit(waiver.warn))",
	  "has a clearance that ends within {limit(waiver.warn)}", "clearances", NULL },
	{ "clearance-expired", PMO_ADVICE, "open and any(clearances, expires < today)",
	  "has a clearance that has ended", "clearances", NULL },
	{ 0 },
};

const struct pmo_register register_person = {
	.name = "person",
	.plural = "people",
	.prefix = "PER",
	.help = "people and stakeholders, by handle",
	.scope = PMO_SCOPE_WORKSPACE,
	.layout = PMO_LAYOUT_FILE,
	.place = "people",
	.handles = true,
	.undated = true,
	.title = "name",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id name role org phone status",
	.sort = "id",
};
