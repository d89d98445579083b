/*
 * Meetings: agenda, who came, what was decided. Minutes record what was done, not what
 * was said. Due is what comes next: the agenda two days before, the meeting itself, the
 * minutes two days after.
 */
#include "registers.h"

static const char *const kinds[] = { "status",
				     "design_session",
				     "walk_through",
				     "steering",
				     "scope_review",
				     "vendor",
				     "kickoff",
				     "requirements_clarification",
				     "training_review",
				     "go_no_go",
				     "lessons",
				     "other",
				     NULL };

static const char *const invitations[] = { "required", "optional", NULL };

static const struct pmo_field invitee_members[] = {
	{ .name = "person", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED, .help = "who" },
	{ .name = "invitation", .kind = PMO_CHOICE, .choices = invitations,
	  .help = "required when absent" },
	{ 0 },
};

static const char *const purposes[] = { "inform", "discuss", "decide", NULL };

static const struct pmo_field agenda_members[] = {
	{ .name = "topic", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what it is about" },
	{ .name = "minutes", .kind = PMO_INTEGER, .range = "0..", .help = "how long it may take" },
	{ .name = "kind", .kind = PMO_CHOICE, .choices = purposes, .help = "what is wanted" },
	{ .name = "lead", .kind = PMO_REF, .to = "person", .help = "who leads it" },
	{ .name = "ref", .kind = PMO_REF, .help = "the record it is about" },
	{ 0 },
};

static const char *const modes[] = { "present", "remote", "absent", "excused", "delegate", NULL };

static const struct pmo_field attendance_members[] = {
	{ .name = "person", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED, .help = "who" },
	{ .name = "mode", .kind = PMO_CHOICE, .choices = modes, .help = "present when absent" },
	{ .name = "delegate", .kind = PMO_REF, .to = "person", .help = "who came instead" },
	{ 0 },
};

static const char *const approvals[] = { "approved", "approved_as_corrected", "not_presented",
					 NULL };

static const struct pmo_field outcome_members[] = {
	{ .name = "item", .kind = PMO_INTEGER, .range = "1..", .flags = PMO_NEEDED,
	  .help = "number on the agenda" },
	{ .name = "text", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what came of it" },
	{ 0 },
};

static const char *const results[] = { "carried", "lost", "tabled", "withdrawn", NULL };

static const struct pmo_field motion_members[] = {
	{ .name = "text", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what was moved" },
	{ .name = "mover", .kind = PMO_REF, .to = "person", .help = "who moved it" },
	{ .name = "result", .kind = PMO_CHOICE, .choices = results, .help = "how it went" },
	{ .name = "for", .kind = PMO_INTEGER, .range = "0..", .help = "votes for it" },
	{ .name = "against", .kind = PMO_INTEGER, .range = "0..", .help = "votes against it" },
	{ .name = "abstain", .kind = PMO_INTEGER, .range = "0..", .help = "votes withheld" },
	{ .name = "ref", .kind = PMO_REF, .help = "the change or decision it was about" },
	{ 0 },
};

static const char *const dispositions[] = {
	"accepted", "rejected", "later", "issue", "change", NULL
};

static const struct pmo_field feedback_members[] = {
	{ .name = "text", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "what was said" },
	{ .name = "from", .kind = PMO_REF, .to = "person", .help = "who said it" },
	{ .name = "disposition", .kind = PMO_CHOICE, .choices = dispositions,
	  .help = "what becomes of it" },
	{ .name = "ref", .kind = PMO_REF, .help = "the record it became" },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "kind", .kind = PMO_CHOICE, .choices = kinds, .flags = PMO_NEEDED,
	  .help = "which sort of meeting" },
	{ .name = "series", .kind = PMO_TEXT, .help = "name that meetings of a series share" },
	{ .name = "start", .kind = PMO_MOMENT, .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "when it begins" },
	{ .name = "end", .kind = PMO_MOMENT, .flags = PMO_NEEDED, .help = "when it is to end" },
	{ .name = "place", .kind = PMO_TEXT, .flags = PMO_WIDE, .help = "room" },
	{ .name = "url", .kind = PMO_TEXT, .help = "link to join" },
	{ .name = "chair", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED | PMO_TRACKED,
	  .help = "who leads it" },
	{ .name = "recorder", .kind = PMO_REF, .to = "person", .flags = PMO_NEEDED,
	  .help = "who takes the minutes" },
	{ .name = "purpose", .kind = PMO_PROSE, .flags = PMO_NEEDED,
	  .help = "what it is to bring" },
	{ .name = "invitees", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_NEEDED,
	  .members = invitee_members, .brief = "person invitation?",
	  .help = "who is asked to come" },
	{ .name = "quorum", .kind = PMO_INTEGER, .flags = PMO_TRACKED, .range = "0..",
	  .when = "kind = steering",
	  .help = "how many must be there to decide" },
	{ .name = "agenda", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_NEEDED,
	  .members = agenda_members, .brief = "minutes kind lead topic",
	  .help = "items in order: 15 decide SPO Approve CHG-003" },
	{ .name = "preread", .kind = PMO_REF, .to = "document", .flags = PMO_LIST,
	  .help = "documents to read before" },
	{ .name = "attendance", .kind = PMO_STRUCT, .flags = PMO_LIST,
	  .members = attendance_members, .brief = "person mode? delegate?", .help = "who came" },
	{ .name = "present", .kind = PMO_INTEGER,
	  .derive = "count(attendance, not mode in [absent, excused])",
	  .help = "how many came, delegates too" },
	{ .name = "prior_minutes", .kind = PMO_CHOICE, .choices = approvals,
	  .help = "what became of the last minutes" },
	{ .name = "outcomes", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = outcome_members,
	  .brief = "item text",
	  .help = "what came of each item: 3 Ports will be opened by Monday" },
	{ .name = "motions", .kind = PMO_STRUCT, .flags = PMO_LIST | PMO_TRACKED,
	  .members = motion_members,
	  .help = "what was voted on" },
	{ .name = "takeaways", .kind = PMO_TEXT, .flags = PMO_LIST,
	  .help = "three to five sentences" },
	{ .name = "feedback", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = feedback_members,
	  .help = "what people said of what they saw" },
	{ .name = "decisions", .kind = PMO_REF, .to = "decision", .flags = PMO_LIST,
	  .help = "decisions taken" },
	{ .name = "actions", .kind = PMO_REF, .to = "action", .flags = PMO_LIST,
	  .help = "actions agreed" },
	{ .name = "raised", .kind = PMO_REF, .to = "issue|risk", .flags = PMO_LIST,
	  .help = "issues and risks that came up" },
	{ .name = "adjourned", .kind = PMO_MOMENT, .help = "when it ended" },
	{ .name = "next", .kind = PMO_MOMENT, .help = "when the next one is" },
	{ .name = "agenda_sent", .kind = PMO_DATE, .help = "when the agenda went out" },
	{ .name = "minutes_sent", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when the minutes went out" },
	{ .name = "corrections", .kind = PMO_TEXT, .flags = PMO_LIST,
	  .help = "what was wrong in them" },
	{ .name = "minutes_approved", .kind = PMO_DATE, .flags = PMO_TRACKED,
	  .help = "when they were approved" },
	{ .name = "agenda_due", .kind = PMO_DATE, 
	  .derive = "max(start - limit(meeting.agenda), created)",
	  .help = "so long before, people have it; not before it was planned" },
	{ .name = "minutes_due", .kind = PMO_DATE, .derive = "start + limit(meeting.minutes)",
	  .help = "so long after, people have them" },
	{ .name = "slot", .kind = PMO_DURATION, .derive = "span(start, end)",
	  .help = "time there is" },
	{ .name = "planned_minutes", .kind = PMO_INTEGER, .derive = "sum(agenda, minutes)",
	  .help = "time that its agenda takes" },
	{ .name = "due", .kind = PMO_DATE,
	  .derive = "if(status = planned, agenda_due, if(status = agenda_sent, start, "
		    "minutes_due))",
	  .help = "when the agenda, the meeting or the minutes are due" },
	{ 0 },
};

static const struct pmo_state states[] = {
	{ "planned", PMO_STATE_OPEN, "its agenda is not out" },
	{ "agenda_sent", PMO_STATE_OPEN, "people know what it is about" },
	{ "held", PMO_STATE_OPEN, "no minutes yet" },
	{ "minutes_draft", PMO_STATE_OPEN, "minutes are being written" },
	{ "minutes_sent", PMO_STATE_CLOSED, "minutes are out" },
	{ "minutes_approved", PMO_STATE_CLOSED, "minutes are approved" },
	{ "cancelled", PMO_STATE_CLOSED, "will not be held" },
	{ "rescheduled", PMO_STATE_CLOSED, "another one is held instead" },
	{ 0 },
};

static const struct pmo_move moves[] = {
	{ .verb = "send-agenda", .from = "planned", .to = "agenda_sent", .needs = "agenda",
	  .sets = "agenda_sent=today", .help = "the agenda is out" },
	{ .verb = "hold", .from = "planned|agenda_sent", .to = "held", .help = "it took place" },
	{ .verb = "draft-minutes", .from = "held", .to = "minutes_draft",
	  .help = "minutes are being written" },
	{ .verb = "send-minutes", .from = "held|minutes_draft", .to = "minutes_sent",
	  .sets = "minutes_sent=today", .help = "minutes are out" },
	{ .verb = "approve", .from = "minutes_sent", .to = "minutes_approved",
	  .sets = "minutes_approved=today", .help = "minutes are approved" },
	{ .verb = "reschedule", .from = "planned|agenda_sent", .to = "rescheduled",
	  .help = "another one is held instead" },
	{ .verb = "cancel", .from = "planned|agenda_sent", .to = "cancelled", .needs = "note",
	  .help = "it will not be held" },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "meeting-ends-before-start", PMO_WARNING, "end < start",
	  "ends {end}, before it starts {start}", "end", NULL },
	{ "meeting-overfull", PMO_ADVICE,
	  "status in [planned, agenda_sent] and planned_minutes * 1min > slot",
	  "has an agenda of {planned_minutes} minutes for {slot}", "agenda", NULL },
	{ "meeting-leave", PMO_ADVICE,
	  "status in [planned, agenda_sent] and any(invitees, not invitation = optional and "
	  "any(person.leave, from <= start and to >= start))",
	  "invites somebody who is away then", "invitees",
	  "ask who stands in, or move it" },
	{ "meeting-agenda-late", PMO_ADVICE, "status = planned and agenda_due < today",
	  "was to have its agenda out by {agenda_due}", "start", "pmo meeting send-agenda {id}" },
	{ "meeting-minutes-late", PMO_ADVICE,
	  "status in [held, minutes_draft] and minutes_due < today",
	  "was to have its minutes out by {minutes_due}, {days(minutes_due, today)} d ago", "start",
	  "pmo meeting send-minutes {id}" },
	{ "meeting-not-marked", PMO_ADVICE, "status = agenda_sent and start < today",
	  "was on {start}; was it held?", "start", "pmo meeting hold {id}" },
	{ "meeting-no-quorum", PMO_WARNING, "present < quorum and any(motions, result = carried)",
	  "carried a motion with {present} of {quorum} needed", "quorum", NULL },
	{ "meeting-feedback-open", PMO_ADVICE,
	  "status in [held, minutes_draft, minutes_sent, minutes_approved] and "
	  "any(feedback, not disposition)",
	  "has feedback that nobody decided on", "feedback", NULL },
	{ 0 },
};

const struct pmo_register register_meeting = {
	.name = "meeting",
	.plural = "meetings",
	.prefix = "MTG",
	.help = "agendas, attendance, minutes",
	.scope = PMO_SCOPE_PROJECT,
	.layout = PMO_LAYOUT_FOLDER,
	.owner = "chair",
	.fields = fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.columns = "id start title chair status",
	.sort = "start id",
};
