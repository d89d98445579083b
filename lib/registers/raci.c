/* Who does, answers for, is asked about and is told of a piece of work. */
#include "registers.h"

static const char *const codes[] = { "R", "A", "C", "I", NULL };

static const struct pmo_field assignment_members[] = {
	{ .name = "person", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED, .help = "who" },
	{ .name = "code", .kind = PMO_CHOICE, .choices = codes, .flags = PMO_NEEDED,
	  .help = "does it, answers for it, is asked, is told" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "item", .kind = PMO_REF, .to = "task|deliverable|document",
	  .help = "the work, where it is a record" },
	{ .name = "assignments", .kind = PMO_STRUCT,
	  .flags = PMO_LIST | PMO_NEEDED | PMO_WIDE | PMO_TRACKED,
	  .members = assignment_members, .brief = "person code",
	  .help = "who has which part: CIO A" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "raci-accountable", PMO_WARNING, "assignments and count(assignments, code = A) != 1",
	  "has {count(assignments, code = A)} people who answer for it, and needs one",
	  "assignments", NULL },
	{ "raci-responsible", PMO_WARNING, "assignments and not any(assignments, code = R)",
	  "has nobody who does it", "assignments", NULL },
	{ "raci-vendor-accountable", PMO_WARNING,
	  "any(assignments, code = A and person.type = vendor)",
	  "has a vendor who answers for it; acceptance and spending stay inside", "assignments",
	  NULL },
	{ 0 },
};

const struct pmo_register register_raci = {
	.name = "raci",
	.plural = "raci",
	.prefix = "RACI",
	.help = "who does, answers for, is asked and is told",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FILE,
	.fields = fields,
	.rules = rules,
	.columns = "id title item assignments",
	.sort = "id",
};
