/* What each kind of meeting always has on its agenda. */
#include <pmo/agenda.h>

#include <string.h>

static const struct pmo_agenda_item status[] = {
	{ "Actions from last time", 10, "discuss", NULL, NULL, NULL },
	{ "What is late, and why", 15, "inform", NULL, NULL, NULL },
	{ "Issues and risks", 10, "discuss", NULL, NULL, NULL },
	{ "Next two weeks", 10, "inform", NULL, NULL, NULL },
	{ 0 },
};

static const struct pmo_agenda_item design_session[] = {
	{ "Goals", 10, "inform", NULL, NULL, NULL },
	{ "How it is done today", 30, "discuss", NULL, NULL, NULL },
	{ "Options", 60, "discuss", NULL, NULL, NULL },
	{ "Decisions", 40, "decide", NULL, NULL, NULL },
	{ "Open questions", 20, "discuss", NULL, NULL, NULL },
	{ "Data and reports", 10, "discuss", NULL, NULL, NULL },
	{ "Next steps", 10, "inform", NULL, NULL, NULL },
	{ 0 },
};

static const struct pmo_agenda_item walk_through[] = {
	{ "Demonstration, by the script", 90, "inform", NULL, NULL, NULL },
	{ "Feedback on each screen", 60, "discuss", NULL, NULL, NULL },
	{ "Defects and changes", 15, "decide", NULL, NULL, NULL },
	{ "Sign-off", 15, "decide", NULL, NULL, NULL },
	{ 0 },
};

static const struct pmo_agenda_item steering[] = {
	{ "Call to order and quorum", 5, "inform", NULL, NULL, NULL },
	{ "Minutes of the last meeting", 5, "decide", NULL, NULL, NULL },
	{ "Health of the project", 15, "inform", NULL, NULL, NULL },
	{ "Decisions", 15, "decide", NULL, NULL, NULL },
	{ "Money", 5, "inform", NULL, NULL, NULL },
	{ "Risks", 5, "discuss", NULL, NULL, NULL },
	{ "Other business", 5, "discuss", NULL, NULL, NULL },
	{ "Adjourn", 5, "inform", NULL, NULL, NULL },
	{ 0 },
};

static const struct pmo_agenda_item scope_review[] = {
	{ "List of requirements", 30, "discuss", NULL, NULL, NULL },
	{ "Can it be built?", 30, "discuss", NULL, NULL, NULL },
	{ "Gaps", 30, "discuss", NULL, NULL, NULL },
	{ "Change requests", 30, "decide", NULL, NULL, NULL },
	{ 0 },
};

static const struct pmo_agenda_item vendor[] = {
	{ "Deliverables due", 20, "discuss", NULL, NULL, NULL },
	{ "Issues", 15, "discuss", NULL, NULL, NULL },
	{ "Invoices", 5, "inform", NULL, NULL, NULL },
	{ "Staffing", 10, "inform", NULL, NULL, NULL },
	{ "Risks", 10, "discuss", NULL, NULL, NULL },
	{ 0 },
};

static const struct pmo_agenda_item kickoff[] = {
	{ "Why we do this", 10, "inform", NULL, NULL, NULL },
	{ "Roles and calls", 20, "inform", NULL, NULL, NULL },
	{ "Plan and milestones", 40, "discuss", NULL, NULL, NULL },
	{ "Risks that we see today", 20, "discuss", NULL, NULL, NULL },
	{ "Next steps", 20, "decide", NULL, NULL, NULL },
	{ 0 },
};

static const struct pmo_agenda_item requirements_clarification[] = {
	{ "Questions, one by one", 40, "discuss", NULL, NULL, NULL },
	{ "What was agreed", 10, "decide", NULL, NULL, NULL },
	{ "Next steps", 10, "inform", NULL, NULL, NULL },
	{ 0 },
};

static const struct pmo_agenda_item training_review[] = {
	{ "Who is trained, who is not", 15, "inform", NULL, NULL, NULL },
	{ "What people said of it", 20, "discuss", NULL, NULL, NULL },
	{ "Changes and next classes", 10, "decide", NULL, NULL, NULL },
	{ 0 },
};

static const struct pmo_agenda_item go_no_go[] = {
	{ "Criteria, one by one", 25, "inform", NULL, NULL, NULL },
	{ "What still blocks", 15, "discuss", NULL, NULL, NULL },
	{ "Go or no go", 15, "decide", NULL, NULL, NULL },
	{ "Who tells whom", 5, "inform", NULL, NULL, NULL },
	{ 0 },
};

static const struct pmo_agenda_item lessons[] = {
	{ "What went well", 20, "discuss", NULL, NULL, NULL },
	{ "What did not", 25, "discuss", NULL, NULL, NULL },
	{ "What we do differently", 15, "decide", NULL, NULL, NULL },
	{ 0 },
};

static const struct pmo_agenda_item other[] = {
	{ "What it is about", 10, "inform", NULL, NULL, NULL },
	{ "Discussion", 40, "discuss", NULL, NULL, NULL },
	{ "Next steps", 10, "decide", NULL, NULL, NULL },
	{ 0 },
};

const struct pmo_agenda_item *pmo_agenda_usual(const char *kind)
{
	static const struct {
		const char *kind;
		const struct pmo_agenda_item *items;
	} rows[] = {
		{ "status", status },
		{ "design_session", design_session },
		{ "walk_through", walk_through },
		{ "steering", steering },
		{ "scope_review", scope_review },
		{ "vendor", vendor },
		{ "kickoff", kickoff },
		{ "requirements_clarification", requirements_clarification },
		{ "training_review", training_review },
		{ "go_no_go", go_no_go },
		{ "lessons", lessons },
	};
	for (size_t i = 0; kind && i < sizeof(rows) / sizeof(*rows); i++)
		if (strcmp(rows[i].kind, kind) == 0)
			return rows[i].items;
	return other;
}
