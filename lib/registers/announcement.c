/* What users read: announcements, quick references, guides. */
#include "registers.h"

static const char *const kinds[] = { "announcement", "quick_reference", "faq", "user_guide",
				     "video",        "release_note",    NULL };

static const struct pmo_field fields[] = {
	{ .name = "kind", .kind = PMO_CHOICE, .choices = kinds, .flags = PMO_NEEDED,
	  .help = "what sort" },
	{ .name = "audience", .kind = PMO_TEXT, .flags = PMO_NEEDED | PMO_WIDE,
	  .help = "for whom" },
	{ .name = "owner", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .was = "author", .help = "who writes it" },
	{ .name = "publish_on", .kind = PMO_DATE, .flags = PMO_NEEDED | PMO_TRACKED,
	  .label = "publish", .help = "when it must be out" },
	{ .name = "approver", .kind = PMO_REF, .flags = PMO_TRACKED, .to = "person",
	  .help = "who says that it may go out" },
	{ .name = "doc", .kind = PMO_REF, .to = "document", .help = "the text" },
	{ .name = "accessible", .kind = PMO_YES_NO,
	  .help = "plain words, and WCAG 2.1 AA on the web" },
	{ .name = "channel", .kind = PMO_TEXT, .help = "where it stands" },
	{ .name = "published", .kind = PMO_DATE, .flags = PMO_TRACKED, .help = "when it went out" },
	{ .name = "expires", .kind = PMO_DATE, .help = "when it must come down" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "drafting", PMO_STATE_OPEN, "being written" }, { "review", PMO_STATE_OPEN, "being read" },
	{ "approved", PMO_STATE_OPEN, "may go out" },    { "published", PMO_STATE_CLOSED, "out" },
	{ "withdrawn", PMO_STATE_CLOSED, "taken down" }, { 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "submit", .from = "drafting", .to = "review", .help = "goes to who approves it" },
	{ .verb = "send-back", .from = "review", .to = "drafting", .needs = "note",
	  .help = "is to be written again" },
	{ .verb = "approve", .from = "review", .to = "approved", .needs = "approver",
	  .help = "may go out" },
	{ .verb = "publish", .from = "approved", .to = "published", .sets = "published=today",
	  .help = "is out" },
	{ .verb = "withdraw", .from = "drafting|review|approved|published", .to = "withdrawn",
	  .needs = "note", .help = "is taken down" },
	{ .verb = "reopen", .from = "withdrawn", .to = "drafting", .needs = "note",
	  .help = "is written again" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "announcement-inaccessible", PMO_ADVICE,
	  "status in [approved, published] and not accessible",
	  "is {status}, and nobody checked that all can read it", "accessible", NULL },
	{ "announcement-expired", PMO_ADVICE, "status = published and expires < today",
	  "expired {expires} and is still up", "expires", "pmo announcement withdraw {id}" },
	{ 0 },
};

const struct pmo_register register_announcement = {
	.name = "announcement",
	.plural = "announcements",
	.prefix = "ANN",
	.help = "announcements and help for users",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.due = "publish_on",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id title kind owner publish_on status",
	.sort = "publish_on id",
};
